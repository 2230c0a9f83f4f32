//! [`Ratio`]: an exact quotient of integers of any size.

use core::cmp::Ordering;
use core::fmt;
use core::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Serialize, Serializer};

use super::Number;
use crate::prelude::*;

/// An exact ratio of two integers: what flows between formulas, so that nothing is rounded on the way.
///
/// Written `984/7`, or `100` when it is whole. Division gives nothing for a zero divisor.
///
/// ```
/// use lkip_core::{Number, Ratio};
/// let realization = Ratio::from("98.40".parse::<Number>()?);
/// let achievement = (realization / Ratio::from(70)).map(|r| r * Ratio::from(100));
/// assert_eq!(achievement.as_ref().map(ToString::to_string).as_deref(), Some("984/7"));
/// assert_eq!(achievement.map(|a| a.expand(4).to_string()).as_deref(), Some("140.5714…"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(BigRational);

impl Ratio {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One hundred: what percentages are of.
    #[must_use]
    pub fn hundred() -> Self {
        Self::from(100)
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The distance from zero.
    #[must_use]
    pub fn magnitude(&self) -> Self {
        Self(self.0.abs())
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// The sum of many, adding neighbours first so that the integers stay small for as long as they can.
    #[must_use]
    pub fn sum(mut terms: Vec<Self>) -> Self {
        while terms.len() > 1 {
            terms = terms
                .chunks(2)
                .map(|pair| match pair {
                    [a, b] => Self(&a.0 + &b.0),
                    [a, ..] => a.clone(),
                    [] => Self::zero(),
                })
                .collect();
        }
        terms.pop().unwrap_or_else(Self::zero)
    }

    /// The decimal expansion to at most `places` places, cut off, without zeros at its end.
    #[must_use]
    pub fn expand(&self, places: u32) -> Expansion {
        let (whole, twice_rest) = self.shifted(places);
        let exact = twice_rest == RestAgainstHalf::NONE;
        let mut digits = whole.to_string();
        let point = usize::try_from(places).unwrap_or(0);
        while digits.len() <= point {
            digits.insert(0, '0');
        }
        digits.insert(digits.len() - point, '.');
        let digits = digits.trim_end_matches(if exact { '0' } else { '.' });
        let digits = digits.trim_end_matches('.');
        let sign = if self.is_negative() { "-" } else { "" };
        Expansion { digits: format!("{sign}{digits}"), exact }
    }

    /// The magnitude shifted by `places` decimal places: its whole part, and how twice the rest compares
    /// with one.
    pub(super) fn shifted(&self, places: u32) -> (BigUint, RestAgainstHalf) {
        let numerator = self.0.numer().magnitude() * BigUint::from(10u8).pow(places);
        let denominator = self.0.denom().magnitude();
        let (whole, rest) = numerator.div_rem(denominator);
        let rest = RestAgainstHalf { none: rest.is_zero(), order: (rest << 1u8).cmp(denominator) };
        (whole, rest)
    }
}

/// How what is cut off compares with half a unit of the last place kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RestAgainstHalf {
    none: bool,
    order: Ordering,
}

impl RestAgainstHalf {
    const NONE: Self = Self { none: true, order: Ordering::Less };

    pub(super) const fn is_ge(self) -> bool {
        self.order.is_ge()
    }

    pub(super) const fn is_gt(self) -> bool {
        self.order.is_gt()
    }

    pub(super) const fn is_eq(self) -> bool {
        self.order.is_eq()
    }
}

/// The first digits of a ratio, and whether more follow: `140.5714…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    digits: String,
    exact: bool,
}

impl Expansion {
    /// The digits, with a decimal point.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Whether the digits are the whole number.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.exact
    }
}

impl fmt::Display for Expansion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits)?;
        f.write_str(if self.exact { "" } else { "…" })
    }
}

impl From<Number> for Ratio {
    fn from(number: Number) -> Self {
        let denominator = BigInt::from(10).pow(number.places());
        Self(BigRational::new(BigInt::from(number.mantissa()), denominator))
    }
}

impl From<i32> for Ratio {
    fn from(integer: i32) -> Self {
        Self(BigRational::from_integer(BigInt::from(integer)))
    }
}

impl From<usize> for Ratio {
    fn from(integer: usize) -> Self {
        Self(BigRational::from_integer(BigInt::from(integer)))
    }
}

impl Add for Ratio {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Ratio {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Ratio {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

/// Nothing when the divisor is zero.
impl Div for Ratio {
    type Output = Option<Self>;
    fn div(self, other: Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(self.0 / other.0))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
