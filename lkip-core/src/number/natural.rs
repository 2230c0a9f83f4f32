//! [`Natural`]: a whole number of any size, not below zero.
//!
//! The parts of a ratio are a few digits long in a report and a few thousand in the average of a large table, so
//! the methods of pen and paper do: what a library of big numbers brings for millions of digits would be a third
//! of the form build.

use core::cmp::Ordering;

use crate::prelude::*;

/// The digits in base 2³², the lowest first, without zeros at the top: zero has none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Natural(Vec<u32>);

/// The largest power of ten that is one digit.
const BILLION: u32 = 1_000_000_000;
const BILLION_DIGITS: u32 = 9;

/// A number below 2⁶⁴ as its high and its low digit.
const fn halves(number: u64) -> (u32, u32) {
    let [a, b, c, d, e, f, g, h] = number.to_be_bytes();
    (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]))
}

fn joined(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

impl Natural {
    pub(super) fn zero() -> Self {
        Self(Vec::new())
    }

    pub(super) fn one() -> Self {
        Self::from(1)
    }

    pub(super) fn power_of_ten(exponent: u32) -> Self {
        let mut power = Self::from(u128::from(10_u32.pow(exponent % BILLION_DIGITS)));
        for _ in 0..exponent / BILLION_DIGITS {
            power = &power * &Self(vec![BILLION]);
        }
        power
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_one(&self) -> bool {
        self.0 == [1]
    }

    pub(super) fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|digit| digit % 2 == 1)
    }

    /// Nothing where it has more than 128 bits.
    pub(super) fn to_u128(&self) -> Option<u128> {
        if self.0.len() > 4 {
            return None;
        }
        Some(self.0.iter().rev().fold(0, |number, digit| number << 32 | u128::from(*digit)))
    }

    /// Nothing where it has more than 64 bits.
    fn to_u64(&self) -> Option<u64> {
        match *self.0.as_slice() {
            [] => Some(0),
            [low] => Some(u64::from(low)),
            [low, high] => Some(joined(high, low)),
            _ => None,
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let (long, short) = if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut sum = Vec::with_capacity(long.0.len() + 1);
        let mut carry = 0;
        let mut rest = short.0.iter();
        for digit in &long.0 {
            let other = rest.next().copied().unwrap_or(0);
            let (high, low) = halves(u64::from(*digit) + u64::from(other) + u64::from(carry));
            sum.push(low);
            carry = high;
        }
        sum.push(carry);
        Self::of(sum)
    }

    /// The difference, `other` not being above it.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut difference = self.0.clone();
        subtract(&mut difference, &other.0, 1);
        Self::of(difference)
    }

    /// Quotient and rest, after Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. Nothing is divided by
    /// zero here: both are zero then.
    pub(super) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        let Some(top) = divisor.0.last() else { return (Self::zero(), Self::zero()) };
        if let [single] = *divisor.0.as_slice() {
            let mut quotient = self.clone();
            let rest = quotient.divide_by_digit(single);
            return (Self::of(quotient.0), Self::of(vec![rest]));
        }
        // The guess of a digit is good when the highest bit of the divisor is set.
        let shift = top.leading_zeros();
        let (mut rest, divisor) = (self.shifted_up(shift), Self::of(divisor.shifted_up(shift)));
        let mut quotient = Vec::new();
        for place in (0..rest.len().saturating_sub(divisor.0.len())).rev() {
            let window = rest.get_mut(place..).and_then(|window| window.get_mut(..=divisor.0.len()));
            quotient.push(window.map_or(0, |window| quotient_digit(window, &divisor.0)));
        }
        quotient.reverse();
        (Self::of(quotient), Self::of(rest).shifted_down(shift))
    }

    /// The greatest common divisor.
    pub(super) fn gcd(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.clone(), other.clone());
        while !b.is_zero() {
            if let (Some(a), Some(b)) = (a.to_u64(), b.to_u64()) {
                return Self::from(u128::from(gcd(a, b)));
            }
            let rest = a.div_rem(&b).1;
            a = b;
            b = rest;
        }
        a
    }

    /// Its decimal digits, with a point before the last `places` of them.
    pub(super) fn to_text(&self, places: u32) -> String {
        let point = usize::try_from(places).unwrap_or(usize::MAX);
        let mut rest = self.clone();
        let mut backwards = Vec::new();
        // At least one digit stands before the point.
        while !rest.is_zero() || backwards.len() <= point {
            let mut group = rest.divide_by_digit(BILLION);
            rest = Self::of(rest.0);
            for _ in 0..BILLION_DIGITS {
                if places > 0 && backwards.len() == point {
                    backwards.push('.');
                }
                backwards.push(char::from_digit(group % 10, 10).unwrap_or('0'));
                group /= 10;
            }
        }
        let shortest = if places > 0 { point + 2 } else { 1 };
        while backwards.len() > shortest && backwards.last() == Some(&'0') {
            backwards.pop();
        }
        let mut text = String::new();
        for digit in backwards.iter().rev() {
            text.push(*digit);
        }
        text
    }

    /// Divides in place; the rest is left over. Zeros at the top may come of it.
    fn divide_by_digit(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            let dividend = joined(rest, *digit);
            *digit = halves(dividend / u64::from(divisor)).1;
            rest = halves(dividend % u64::from(divisor)).1;
        }
        rest
    }

    /// Multiplied by a power of two below 2³², with one digit more.
    fn shifted_up(&self, bits: u32) -> Vec<u32> {
        let mut shifted = Vec::with_capacity(self.0.len() + 1);
        let mut carry = 0;
        for digit in &self.0 {
            let (high, low) = halves(u64::from(*digit) << bits);
            shifted.push(low | carry);
            carry = high;
        }
        shifted.push(carry);
        shifted
    }

    /// Divided by a power of two below 2³², without a rest.
    fn shifted_down(mut self, bits: u32) -> Self {
        let mut above = 0;
        for digit in self.0.iter_mut().rev() {
            let low = halves(joined(above, *digit) >> bits).1;
            above = *digit;
            *digit = low;
        }
        Self::of(self.0)
    }

    /// The number of these digits, zeros at the top left away.
    fn of(mut digits: Vec<u32>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The next digit of a quotient: how often the divisor goes into the window, which keeps the rest.
fn quotient_digit(window: &mut [u32], divisor: &[u32]) -> u32 {
    let ([.., third, second, first], [.., next, top]) = (&*window, divisor) else { return 0 };
    let (dividend, top) = (joined(*first, *second), u64::from(*top));
    let mut guess = (dividend / top).min(u64::from(u32::MAX));
    let mut rest = dividend - guess * top;
    // With the next digit the guess is one too high at most.
    while let Ok(high) = u32::try_from(rest)
        && guess * u64::from(*next) > joined(high, *third)
    {
        guess -= 1;
        rest += top;
    }
    let guess = halves(guess).1;
    if subtract(window, divisor, guess) {
        add_back(window, divisor);
        return guess - 1;
    }
    guess
}

/// Takes `times` the number off the digits; whether there was too little of them.
fn subtract(digits: &mut [u32], number: &[u32], times: u32) -> bool {
    let mut number = number.iter();
    let (mut carry, mut borrow) = (0, false);
    for digit in digits {
        let product = u64::from(number.next().copied().unwrap_or(0)) * u64::from(times);
        let (high, low) = halves(product + u64::from(carry));
        let (less, short) = digit.overflowing_sub(low);
        let (less, shorter) = less.overflowing_sub(u32::from(borrow));
        *digit = less;
        (carry, borrow) = (high, short || shorter);
    }
    borrow
}

/// Adds the number to digits that it was taken off once too often: the last carry makes up for the last borrow.
fn add_back(digits: &mut [u32], number: &[u32]) {
    let mut number = number.iter();
    let mut carry = 0;
    for digit in digits {
        let other = number.next().copied().unwrap_or(0);
        let (high, low) = halves(u64::from(*digit) + u64::from(other) + u64::from(carry));
        *digit = low;
        carry = high;
    }
}

impl core::ops::Mul for &Natural {
    type Output = Natural;

    fn mul(self, other: Self) -> Natural {
        let mut product = vec![0; self.0.len() + other.0.len()];
        for (shift, a) in self.0.iter().enumerate() {
            let mut carry = 0;
            let mut others = other.0.iter();
            for place in product.iter_mut().skip(shift).take(other.0.len() + 1) {
                let b = others.next().copied().unwrap_or(0);
                let (high, low) = halves(u64::from(*a) * u64::from(b) + u64::from(*place) + u64::from(carry));
                *place = low;
                carry = high;
            }
        }
        Natural::of(product)
    }
}

impl From<u128> for Natural {
    fn from(mut number: u128) -> Self {
        let mut digits = Vec::new();
        while number != 0 {
            digits.push(u32::try_from(number & u128::from(u32::MAX)).unwrap_or(0));
            number >>= 32;
        }
        Self(digits)
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let mut order = Ordering::Equal;
        for (digit, other) in self.0.iter().zip(&other.0) {
            // A higher digit decides over those below.
            order = digit.cmp(other).then(order);
        }
        self.0.len().cmp(&other.0.len()).then(order)
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of some digits, with those among them that make guesses of a quotient go wrong.
    fn numbers() -> impl Iterator<Item = Natural> {
        let edges = [0, 1, 2, 3, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE, 0xFFFF_FFFF];
        let mut state = 88_172_645_463_325_252_u64;
        (0..2000).map(move |round| {
            let mut digits = Vec::new();
            for _ in 0..round % 9 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                let (high, low) = halves(state);
                digits.push(if high % 3 == 0 { low } else { edges[low as usize % edges.len()] });
            }
            Natural::of(digits)
        })
    }

    #[test]
    fn quotient_and_rest_make_the_number_again() {
        let mut divided = 0;
        for a in numbers() {
            for b in numbers().take(200).filter(|b| !b.is_zero()) {
                let (quotient, rest) = a.div_rem(&b);
                assert!(rest < b);
                assert_eq!((&quotient * &b).plus(&rest), a);
                divided += 1;
            }
        }
        assert!(divided > 300_000);
    }

    #[test]
    fn small_numbers_are_those_of_the_machine() {
        let small = |number: &Natural| number.to_u128();
        for (a, b) in numbers().zip(numbers().skip(1)) {
            let (Some(x), Some(y)) = (small(&a), small(&b)) else { continue };
            assert_eq!(Natural::from(x), a);
            assert_eq!(a.to_text(0), x.to_string());
            assert_eq!(a.cmp(&b), x.cmp(&y));
            assert_eq!(a.is_odd(), x % 2 == 1);
            assert_eq!(small(&a.plus(&b)), x.checked_add(y));
            assert_eq!(small(&(&a * &b)), x.checked_mul(y));
            if x >= y {
                assert_eq!(small(&a.minus(&b)), Some(x - y));
            }
            assert_eq!(small(&a.div_rem(&b).0), Some(x.checked_div(y).unwrap_or(0)));
        }
    }

    #[test]
    fn a_common_divisor_divides_both_and_leaves_nothing_common() {
        for (a, b) in numbers().zip(numbers().skip(3)).filter(|(a, b)| !a.is_zero() && !b.is_zero()) {
            let divisor = a.gcd(&b);
            let ((a, a_rest), (b, b_rest)) = (a.div_rem(&divisor), b.div_rem(&divisor));
            assert!(a_rest.is_zero() && b_rest.is_zero());
            assert!(a.gcd(&b).is_one());
        }
    }

    #[test]
    fn powers_of_ten_are_written_with_zeros() {
        for exponent in [0, 1, 9, 10, 28, 100] {
            assert_eq!(Natural::power_of_ten(exponent).to_text(0), format!("1{}", "0".repeat(exponent as usize)));
        }
        assert_eq!(Natural::zero().to_text(0), "0");
    }

    #[test]
    fn the_point_stands_before_the_last_places() {
        let text = |number: u128, places| Natural::from(number).to_text(places);
        for (number, places, expected) in [
            (0, 1, "0.0"),
            (0, 9, "0.000000000"),
            (5, 3, "0.005"),
            (500, 3, "0.500"),
            (1_234_567_890, 9, "1.234567890"),
            (1_234_567_890, 10, "0.1234567890"),
            (10_u128.pow(28), 28, "1.0000000000000000000000000000"),
        ] {
            assert_eq!(text(number, places), expected);
        }
    }
}
