//! [`Natural`] where the processor computes: 128 bits without an allocation, and [`Digits`] beyond.

use alloc::borrow::Cow;
use core::cmp::Ordering;

use super::digits::Digits;
use crate::prelude::*;

/// One form for every number: digits are only what has more than 128 bits, so that equal numbers are equal in their
/// parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::number) enum Natural {
    /// The high and the low half. (One `u128` would have to stand at an even place, which makes every ratio half as
    /// long again.)
    Word(u64, u64),
    /// More than 128 bits.
    Long(Digits),
}

/// The most decimal digits of a word: 2¹²⁸ has 39.
const WORD_DIGITS: usize = 39;

/// The largest power of ten below 2⁶⁴.
const GROUP: u128 = 10_u128.pow(19);

impl Natural {
    pub(in crate::number) fn power_of_ten(exponent: u32) -> Self {
        match 10_u128.checked_pow(exponent) {
            Some(power) => Self::from(power),
            None => Self::of(Digits::power_of_ten(exponent)),
        }
    }

    pub(in crate::number) const fn is_zero(&self) -> bool {
        matches!(self, Self::Word(0, 0))
    }

    pub(in crate::number) const fn is_one(&self) -> bool {
        matches!(self, Self::Word(0, 1))
    }

    pub(in crate::number) fn is_odd(&self) -> bool {
        match self {
            Self::Word(_, low) => low % 2 == 1,
            Self::Long(digits) => digits.is_odd(),
        }
    }

    /// Nothing where it has more than 128 bits.
    pub(in crate::number) fn to_u128(&self) -> Option<u128> {
        match self {
            Self::Word(high, low) => Some(u128::from(*high) << 64 | u128::from(*low)),
            Self::Long(_) => None,
        }
    }

    pub(in crate::number) fn plus(&self, other: &Self) -> Self {
        match self.both(other).and_then(|(a, b)| a.checked_add(b)) {
            Some(sum) => Self::from(sum),
            None => Self::of(self.digits().plus(&other.digits())),
        }
    }

    /// The difference, `other` not being above it.
    pub(in crate::number) fn minus(&self, other: &Self) -> Self {
        match self.both(other) {
            Some((a, b)) => Self::from(a.saturating_sub(b)),
            None => Self::of(self.digits().minus(&other.digits())),
        }
    }

    /// Quotient and rest. Nothing is divided by zero here: both are zero then.
    pub(in crate::number) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        match self.both(divisor) {
            Some((a, b)) => {
                let quotient = a.checked_div(b).unwrap_or(0);
                let rest = if b == 0 { 0 } else { a - quotient * b };
                (Self::from(quotient), Self::from(rest))
            }
            None => {
                let (quotient, rest) = self.digits().div_rem(&divisor.digits());
                (Self::of(quotient), Self::of(rest))
            }
        }
    }

    /// The greatest common divisor.
    pub(in crate::number) fn gcd(&self, other: &Self) -> Self {
        match self.both(other) {
            Some((a, b)) => Self::from(gcd(a, b)),
            None => Self::of(self.digits().gcd(&other.digits())),
        }
    }

    /// Its decimal digits, with a point before the last `places` of them.
    pub(in crate::number) fn to_text(&self, places: u32) -> String {
        match (self.to_u128(), usize::try_from(places)) {
            (Some(word), Ok(places)) if places < WORD_DIGITS => text(word, places),
            _ => self.digits().to_text(places),
        }
    }

    /// Both as words, where both are.
    fn both(&self, other: &Self) -> Option<(u128, u128)> {
        Some((self.to_u128()?, other.to_u128()?))
    }

    fn digits(&self) -> Cow<'_, Digits> {
        match self {
            Self::Word(high, low) => Cow::Owned(Digits::from(u128::from(*high) << 64 | u128::from(*low))),
            Self::Long(digits) => Cow::Borrowed(digits),
        }
    }

    fn of(digits: Digits) -> Self {
        digits.to_u128().map_or(Self::Long(digits), Self::from)
    }
}

/// Euclid's method until both have 64 bits, and then halving, which processors do in a fraction of a division.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            // One division more brings two numbers of unlike length close.
            return u128::from(gcd_by_halving(b, a % b));
        }
        (a, b) = (b, a % b);
    }
    a
}

fn gcd_by_halving(a: u64, b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let common = (a | b).trailing_zeros();
    let (mut a, mut b) = (a >> a.trailing_zeros(), b >> b.trailing_zeros());
    while a != b {
        // Both are odd, so their difference is even.
        let difference = a.abs_diff(b);
        a = a.min(b);
        b = difference >> difference.trailing_zeros();
    }
    a << common
}

/// The digits with a point before the last `places`, fewer than a word has digits.
fn text(word: u128, places: usize) -> String {
    // Room for the digits and the point; what is not reached stays a zero.
    let mut signs = [b'0'; WORD_DIGITS + 1];
    let (mut rest, mut group, mut digits, mut used) = (word, 0_u64, 0, 0);
    for place in signs.iter_mut().rev() {
        if places > 0 && digits == places && used == digits {
            *place = b'.';
            used += 1;
            continue;
        }
        if digits % 19 == 0 {
            // Divisions of 128 bits are long: one for nineteen digits.
            group = u64::try_from(rest % GROUP).unwrap_or(0);
            rest /= GROUP;
        }
        // At least one digit stands before the point.
        if rest == 0 && group == 0 && digits > places {
            break;
        }
        *place += u8::try_from(group % 10).unwrap_or(0);
        group /= 10;
        digits += 1;
        used += 1;
    }
    let (_, text) = signs.split_at_checked(signs.len() - used).unwrap_or_default();
    core::str::from_utf8(text).unwrap_or_default().to_owned()
}

impl core::ops::Mul for &Natural {
    type Output = Natural;

    fn mul(self, other: Self) -> Natural {
        match self.both(other).and_then(|(a, b)| a.checked_mul(b)) {
            Some(product) => Natural::from(product),
            None => Natural::of(&*self.digits() * &*other.digits()),
        }
    }
}

impl From<u128> for Natural {
    fn from(number: u128) -> Self {
        let half = |number: u128| u64::try_from(number & u128::from(u64::MAX)).unwrap_or(0);
        Self::Word(half(number >> 64), half(number))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Word(high, low), Self::Word(other_high, other_low)) => (high, low).cmp(&(other_high, other_low)),
            (Self::Word(..), Self::Long(_)) => Ordering::Less,
            (Self::Long(_), Self::Word(..)) => Ordering::Greater,
            (Self::Long(digits), Self::Long(other)) => digits.cmp(other),
        }
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
