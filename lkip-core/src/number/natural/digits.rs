//! [`Digits`]: a whole number of any size, by the methods of pen and paper.

use core::cmp::Ordering;

use crate::prelude::*;

/// The digits in base 2³², the lowest first, without zeros at the top: zero has none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::number) struct Digits(Vec<u32>);

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

impl Digits {
    fn zero() -> Self {
        Self(Vec::new())
    }

    pub(in crate::number) fn power_of_ten(exponent: u32) -> Self {
        let mut power = Self::from(u128::from(10_u32.pow(exponent % BILLION_DIGITS)));
        for _ in 0..exponent / BILLION_DIGITS {
            power = &power * &Self(vec![BILLION]);
        }
        power
    }

    pub(in crate::number) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    // Beside words, which have their own, only tests ask.
    #[cfg(any(test, target_family = "wasm"))]
    pub(in crate::number) fn is_one(&self) -> bool {
        self.0 == [1]
    }

    pub(in crate::number) fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|digit| digit % 2 == 1)
    }

    /// Nothing where it has more than 128 bits.
    pub(in crate::number) fn to_u128(&self) -> Option<u128> {
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

    pub(in crate::number) fn plus(&self, other: &Self) -> Self {
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
    pub(in crate::number) fn minus(&self, other: &Self) -> Self {
        let mut difference = self.0.clone();
        subtract(&mut difference, &other.0, 1);
        Self::of(difference)
    }

    /// Quotient and rest, after Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. Nothing is divided by
    /// zero here: both are zero then.
    pub(in crate::number) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
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
    pub(in crate::number) fn gcd(&self, other: &Self) -> Self {
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
    pub(in crate::number) fn to_text(&self, places: u32) -> String {
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

impl core::ops::Mul for &Digits {
    type Output = Digits;

    fn mul(self, other: Self) -> Digits {
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
        Digits::of(product)
    }
}

impl From<u128> for Digits {
    fn from(mut number: u128) -> Self {
        let mut digits = Vec::new();
        while number != 0 {
            digits.push(u32::try_from(number & u128::from(u32::MAX)).unwrap_or(0));
            number >>= 32;
        }
        Self(digits)
    }
}

impl Ord for Digits {
    fn cmp(&self, other: &Self) -> Ordering {
        let mut order = Ordering::Equal;
        for (digit, other) in self.0.iter().zip(&other.0) {
            // A higher digit decides over those below.
            order = digit.cmp(other).then(order);
        }
        self.0.len().cmp(&other.0.len()).then(order)
    }
}

impl PartialOrd for Digits {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
