//! [`Number`]: a decimal that is held exactly as it was written, or refused.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::error::{Code, Error};
use crate::prelude::*;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One hundred.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);
    /// The most digits a number can have.
    pub const MAX_DIGITS: usize = 28;

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
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The number without zeros at its end: `85.00` gives `85`.
    #[must_use]
    pub fn shortest(self) -> Self {
        Self(self.0.normalize())
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        if self.0.is_zero() { self } else { Self(-self.0) }
    }

    /// The digits without sign and point, as one integer; with [`places`](Self::places) it is the number.
    pub(crate) const fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// `mantissa` shifted by `places`; nothing when it has more digits than are held.
    pub(crate) fn from_parts(mantissa: i128, places: u32) -> Option<Self> {
        Decimal::try_from_i128_with_scale(mantissa, places)
            .ok()
            .map(Self)
            .filter(|number| number.digits() <= Self::MAX_DIGITS)
    }

    fn digits(self) -> usize {
        let mut rest = self.0.mantissa().unsigned_abs();
        let mut digits = 1;
        while rest > 9 {
            rest /= 10;
            digits += 1;
        }
        digits
    }
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = |code| Error::new(code).text("text", text);
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(refuse(match unsigned.to_ascii_lowercase().as_str() {
                "nan" | "inf" | "infinity" => Code::NotFinite,
                _ => Code::NotAPlainNumber,
            }));
        }
        let number = Decimal::from_str_exact(text).map(Self).map_err(|_| refuse(Code::NumberTooLong))?;
        if number.digits() > Self::MAX_DIGITS {
            return Err(refuse(Code::NumberTooLong));
        }
        // A written "-0" is zero.
        Ok(if number.0.is_zero() { Self(number.0.abs()) } else { number })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Decimals of more than 28 digits are refused, as in text.
impl TryFrom<Decimal> for Number {
    type Error = Error;

    fn try_from(decimal: Decimal) -> Result<Self, Error> {
        decimal.to_string().parse()
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
