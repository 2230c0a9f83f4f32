//! [`Ratio`]: an exact quotient of integers of any size.

use core::cmp::Ordering;
use core::fmt;
use core::ops::{Add, Div, Mul, Neg, Sub};

use serde::{Serialize, Serializer};

use super::Number;
use super::natural::Natural;
use crate::error::Canonical;
use crate::prelude::*;
use crate::text::{concat, skip_back};

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    /// Never of zero.
    negative: bool,
    numerator: Natural,
    /// Never zero, and without a divisor in common with the numerator.
    denominator: Natural,
}

impl Ratio {
    /// The ratio in lowest terms; the denominator is not zero.
    #[inline(never)]
    fn reduced(negative: bool, numerator: Natural, denominator: Natural) -> Self {
        let divisor = numerator.gcd(&denominator);
        let (numerator, denominator) = if divisor.is_one() {
            (numerator, denominator)
        } else {
            (numerator.div_rem(&divisor).0, denominator.div_rem(&divisor).0)
        };
        Self { negative: negative && !numerator.is_zero(), numerator, denominator }
    }

    fn whole(negative: bool, magnitude: u128) -> Self {
        Self { negative, numerator: Natural::from(magnitude), denominator: Natural::from(1) }
    }

    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self::whole(false, 0)
    }

    /// One hundred: what percentages are of.
    #[must_use]
    pub fn hundred() -> Self {
        Self::whole(false, 100)
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// The distance from zero.
    #[must_use]
    pub fn magnitude(&self) -> Self {
        Self { negative: false, ..self.clone() }
    }

    /// Whether there is nothing behind the decimal point.
    #[cfg(feature = "report")]
    pub(crate) fn is_whole(&self) -> bool {
        self.denominator.is_one()
    }

    /// Whether it has no more decimal places: in lowest terms the denominator then divides that power of ten.
    #[cfg(feature = "full")]
    pub(super) fn ends_within(&self, places: u32) -> bool {
        Natural::power_of_ten(places).div_rem(&self.denominator).1.is_zero()
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        let (whole, rest) = self.numerator.div_rem(&self.denominator);
        let away = self.negative && !rest.is_zero();
        let whole = if away { whole.plus(&Natural::from(1)) } else { whole };
        Self { negative: self.negative, numerator: whole, denominator: Natural::from(1) }
    }

    /// The sum of two.
    #[inline(never)]
    fn plus(&self, other: &Self) -> Self {
        let left = &self.numerator * &other.denominator;
        let right = &other.numerator * &self.denominator;
        let (negative, numerator) = if self.negative == other.negative {
            (self.negative, left.plus(&right))
        } else if left >= right {
            (self.negative, left.minus(&right))
        } else {
            (other.negative, right.minus(&left))
        };
        Self::reduced(negative, numerator, &self.denominator * &other.denominator)
    }

    /// The sum of many, adding neighbours first so that the integers stay small for as long as they can.
    #[must_use]
    pub fn sum(mut terms: Vec<Self>) -> Self {
        while terms.len() > 1 {
            let mut sums = Vec::new();
            while let Some(term) = terms.pop() {
                sums.push(match terms.pop() {
                    Some(neighbour) => term.plus(&neighbour),
                    None => term,
                });
            }
            terms = sums;
        }
        terms.pop().unwrap_or_else(Self::zero)
    }

    /// The product of two.
    #[inline(never)]
    pub(crate) fn times(&self, other: &Self) -> Self {
        let numerator = &self.numerator * &other.numerator;
        Self::reduced(self.negative != other.negative, numerator, &self.denominator * &other.denominator)
    }

    /// One divided by it; nothing for zero.
    fn inverse(self) -> Option<Self> {
        let Self { negative, numerator, denominator } = self;
        (!numerator.is_zero()).then_some(Self { negative, numerator: denominator, denominator: numerator })
    }

    /// The decimal expansion to at most `places` places, cut off, without zeros at its end.
    #[must_use]
    pub fn expand(&self, places: u32) -> Expansion {
        let (whole, twice_rest) = self.shifted(places);
        let exact = twice_rest == RestAgainstHalf::NONE;
        let digits = whole.to_text(places);
        let digits = if exact && places > 0 {
            skip_back(skip_back(&digits, |sign| sign == '0'), |sign| sign == '.')
        } else {
            &digits
        };
        Expansion { digits: concat(&[if self.is_negative() { "-" } else { "" }, digits]), exact }
    }

    /// The ratio as it is written.
    pub(crate) fn text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let numerator = self.numerator.to_text(0);
        if self.denominator.is_one() {
            return concat(&[sign, &numerator]);
        }
        concat(&[sign, &numerator, "/", &self.denominator.to_text(0)])
    }

    /// The magnitude shifted by `places` decimal places: its whole part, and how twice the rest compares
    /// with one.
    pub(super) fn shifted(&self, places: u32) -> (Natural, RestAgainstHalf) {
        let numerator = &self.numerator * &Natural::power_of_ten(places);
        let (whole, rest) = numerator.div_rem(&self.denominator);
        let rest = RestAgainstHalf { none: rest.is_zero(), order: rest.plus(&rest).cmp(&self.denominator) };
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

    #[cfg(feature = "report")]
    pub(super) const fn is_none(self) -> bool {
        self.none
    }

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

    /// The digits, and an ellipsis where more follow.
    pub(crate) fn text(&self) -> String {
        concat(&[&self.digits, if self.exact { "" } else { "…" }])
    }

    /// Whether the digits are the whole number.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.exact
    }
}

impl fmt::Display for Expansion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<Number> for Ratio {
    #[inline(never)]
    fn from(number: Number) -> Self {
        let numerator = Natural::from(number.mantissa().unsigned_abs());
        Self::reduced(number.is_negative(), numerator, Natural::power_of_ten(number.places()))
    }
}

impl From<i32> for Ratio {
    fn from(integer: i32) -> Self {
        Self::whole(integer < 0, u128::from(integer.unsigned_abs()))
    }
}

impl From<usize> for Ratio {
    fn from(integer: usize) -> Self {
        // No machine counts further than 128 bits.
        Self::whole(false, u128::try_from(integer).unwrap_or(u128::MAX))
    }
}

impl Add for Ratio {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.plus(&other)
    }
}

impl Sub for Ratio {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.plus(&-other)
    }
}

impl Mul for Ratio {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.times(&other)
    }
}

impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        Self { negative: !self.negative && !self.is_zero(), ..self }
    }
}

/// Nothing when the divisor is zero.
impl Div for Ratio {
    type Output = Option<Self>;
    fn div(self, other: Self) -> Option<Self> {
        other.inverse().map(|inverse| self.times(&inverse))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = &self.numerator * &other.denominator;
        let right = &other.numerator * &self.denominator;
        match (self.negative, other.negative) {
            (false, false) => left.cmp(&right),
            (true, true) => right.cmp(&left),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<Expansion> for Canonical {
    fn from(expansion: Expansion) -> Self {
        Self(expansion.text())
    }
}
