//! [`Number`]: a decimal that is held exactly as it was written, or refused.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::Ratio;
use super::natural::Natural;
use crate::error::{Canonical, Code, Error};
use crate::prelude::*;
use crate::text::concat;

/// A decimal number of at most 28 digits, with its decimal places as written: `1.10` stays `1.10`.
///
/// The canonical text is an optional minus sign, digits, and optionally a point and digits: `-1250.50`.
/// Equality is of value: `1.10 == 1.1`. In JSON it is a string.
///
/// ```
/// use lkip_core::Number;
/// let target: Number = "3.0950".parse()?;
/// assert_eq!(target.to_string(), "3.0950");
/// assert_eq!(target.places(), 4);
/// assert_eq!(target, "3.095".parse()?);
/// # Ok::<(), lkip_core::Error>(())
/// ```
///
/// # Errors
///
/// Parsing refuses exponents, separators, `NaN` and anything that would have to be rounded to be held.
#[doc(alias = "angka")]
#[derive(Clone, Copy, Debug, Default)]
pub struct Number(Decimal);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One hundred.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);
    /// The most digits a number can have.
    pub const MAX_DIGITS: usize = 28;
    /// The most decimal places a number can have.
    pub const MAX_PLACES: u32 = Decimal::MAX_SCALE;

    /// The number as the decimal of the `rust_decimal` crate.
    #[must_use]
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }

    /// How many digits stand behind the decimal point.
    #[must_use]
    pub const fn places(self) -> u32 {
        self.0.scale()
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.mantissa() < 0
    }

    /// The number without zeros at its end: `85.00` gives `85`.
    #[must_use]
    pub fn shortest(self) -> Self {
        Ratio::from(self).expand(self.places()).digits().parse().unwrap_or(self)
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::from_parts(-self.mantissa(), self.places()).unwrap_or(self)
    }

    /// The digits without sign and point, as one integer; with [`places`](Self::places) it is the number.
    pub(crate) const fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// The digits of two numbers with equal places as one integer each, where none is negative and 64 bits hold both.
    #[cfg(feature = "batch")]
    #[inline]
    pub(crate) fn small(one: Self, other: Self) -> Option<(u64, u64)> {
        let (one, other) = (one.0.unpack(), other.0.unpack());
        if one.scale != other.scale || (one.hi | other.hi) != 0 || one.negative || other.negative {
            return None;
        }
        let digits = |low: u32, high: u32| u64::from(high) << 32 | u64::from(low);
        Some((digits(one.lo, one.mid), digits(other.lo, other.mid)))
    }

    /// The number of digits with so many decimal places, of which a number can have 28. A negative zero is zero.
    #[inline]
    pub(crate) fn from_small(digits: u64, places: u32, negative: bool) -> Self {
        #[allow(clippy::as_conversions, reason = "the upper and the lower half of 64 bits")]
        let (low, high) = (digits as u32, (digits >> 32) as u32);
        Self(Decimal::from_parts(low, high, 0, negative, places))
    }

    /// `mantissa` shifted by `places`; nothing when it has more digits than are held.
    pub(crate) fn from_parts(mantissa: i128, places: u32) -> Option<Self> {
        if mantissa.unsigned_abs() >= LIMIT {
            return None;
        }
        Decimal::try_from_i128_with_scale(mantissa, places).ok().map(Self)
    }

    /// The canonical text.
    pub(crate) fn text(self) -> String {
        let unsigned = self.unsigned_text();
        if self.is_negative() { concat(&["-", &unsigned]) } else { unsigned }
    }

    fn unsigned_text(self) -> String {
        Natural::from(self.mantissa().unsigned_abs()).to_text(self.places())
    }
}

/// The first whole number with too many digits.
const LIMIT: u128 = 10_u128.pow(28);
#[allow(clippy::as_conversions, reason = "the highest 32 of 96 bits")]
const HIGHEST_OF_LIMIT: u32 = (LIMIT >> 64) as u32;

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        // Numbers of one column have the same places.
        if self.places() == other.places() {
            return self.mantissa().cmp(&other.mantissa());
        }
        Ratio::from(*self).cmp(&Ratio::from(*other))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Ratio::from(*self).hash(state);
    }
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::of_canonical(text).map_err(|code| refused(code, text))
    }
}

#[cold]
fn refused(code: Code, text: &str) -> Error {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let not_finite = ["nan", "inf", "infinity"].iter().any(|word| unsigned.eq_ignore_ascii_case(word));
    Error::new(if not_finite { Code::NotFinite } else { code }).text("text", text)
}

impl Number {
    /// The number of its canonical text. Zeros before it and a written "-0" are read too.
    pub(super) fn of_canonical(text: &str) -> Result<Self, Code> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let mut mantissa = Mantissa::default();
        // How many digits there are so far, and how many of them stood before the point.
        let (mut digits, mut whole) = (0_usize, None);
        for sign in unsigned.bytes() {
            let digit = sign.wrapping_sub(b'0');
            if digit < 10 {
                mantissa.push(digit.into());
                digits += 1;
            } else if sign == b'.' && whole.is_none() && digits > 0 {
                whole = Some(digits);
            } else {
                return Err(Code::NotAPlainNumber);
            }
        }
        let places = digits - whole.unwrap_or(digits);
        if digits == 0 || whole.is_some() && places == 0 {
            return Err(Code::NotAPlainNumber);
        }
        mantissa.number(places, unsigned.len() < text.len()).ok_or(Code::NumberTooLong)
    }
}

/// The digits of a number as one integer, from the first to the last.
///
/// 64 bits are many times faster than 128; hardly a number needs more.
#[derive(Clone, Copy, Default)]
pub(super) struct Mantissa {
    /// The first digits, as many as it holds.
    small: u64,
    /// All digits, if those are not all.
    large: i128,
}

impl Mantissa {
    /// From here on another digit may be too much for 64 bits.
    const FULL: u64 = 10_u64.pow(18);

    /// Puts a digit behind the others.
    #[inline]
    pub(super) fn push(&mut self, digit: u32) {
        if self.small < Self::FULL {
            self.small = self.small * 10 + u64::from(digit);
        } else {
            self.push_large(digit);
        }
    }

    #[cold]
    fn push_large(&mut self, digit: u32) {
        if self.large == 0 {
            self.large = self.small.into();
        }
        // Too many are refused in the end.
        if self.large.unsigned_abs() < LIMIT {
            self.large = self.large * 10 + i128::from(digit);
        }
    }

    /// The number of these digits; nothing when they are more than are held. A written "-0" is zero.
    #[inline]
    pub(super) fn number(self, places: usize, negative: bool) -> Option<Number> {
        let places = u32::try_from(places).ok().filter(|places| *places <= Number::MAX_PLACES)?;
        if self.large == 0 {
            return Some(Number::from_small(self.small, places, negative));
        }
        Number::from_parts(if negative { -self.large } else { self.large }, places)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(!self.is_negative(), "", &self.unsigned_text())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Decimals of more than 28 digits are refused, as in text. A negative zero is zero; as a decimal it keeps its sign.
impl TryFrom<Decimal> for Number {
    type Error = Error;

    #[inline]
    fn try_from(decimal: Decimal) -> Result<Self, Error> {
        let parts = decimal.unpack();
        // The highest digits alone show that nearly all are held.
        if parts.hi < HIGHEST_OF_LIMIT {
            return Ok(Self(decimal));
        }
        let digits = u128::from(parts.hi) << 64 | u128::from(parts.mid) << 32 | u128::from(parts.lo);
        if digits < LIMIT { Ok(Self(decimal)) } else { Err(Self::too_long(digits, parts.negative, parts.scale)) }
    }
}

impl Number {
    /// Not of a decimal by its address: where it has none, it stays in registers.
    #[cold]
    fn too_long(digits: u128, is_negative: bool, places: u32) -> Error {
        let digits = Natural::from(digits).to_text(places);
        Error::new(Code::NumberTooLong).text("text", &if is_negative { concat(&["-", &digits]) } else { digits })
    }
}

impl From<Number> for Decimal {
    fn from(number: Number) -> Self {
        number.0
    }
}

macro_rules! from_integer {
    ($($integer:ty),+) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Self(Decimal::from(integer))
            }
        }
    )+};
}

from_integer!(u8, u16, u32, u64, i8, i16, i32, i64);

impl From<Number> for Canonical {
    fn from(number: Number) -> Self {
        Self(number.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn decimals_are_held_up_to_their_28th_digit() {
        let largest = Decimal::try_from_i128_with_scale(10_i128.pow(28) - 1, 3).unwrap();
        for (decimal, text) in
            [(largest, "9999999999999999999999999.999"), (-largest, "-9999999999999999999999999.999")]
        {
            let number = Number::try_from(decimal).unwrap();
            assert_eq!((number.to_string().as_str(), number.to_decimal()), (text, decimal));
        }
        for (decimal, text) in [
            (Decimal::try_from_i128_with_scale(10_i128.pow(28), 0).unwrap(), "10000000000000000000000000000"),
            (Decimal::MAX, "79228162514264337593543950335"),
            (-Decimal::try_from_i128_with_scale(10_i128.pow(28), 28).unwrap(), "-1.0000000000000000000000000000"),
        ] {
            let error = Number::try_from(decimal).unwrap_err();
            assert_eq!(error.code(), Code::NumberTooLong);
            assert!(error.message(Language::English).contains(text), "{}", error.message(Language::English));
        }
    }

    #[test]
    fn a_negative_zero_is_zero() {
        let mut zero = Decimal::new(0, 2);
        zero.set_sign_negative(true);
        let number = Number::try_from(zero).unwrap();
        assert_eq!((number.to_string().as_str(), number.is_negative(), number.is_zero()), ("0.00", false, true));
        assert_eq!(number, Number::ZERO);
        assert_eq!(number.to_decimal(), Decimal::ZERO);
    }
}
