//! One percentage at a time: the same steps as in the loop over many rows, for numbers of any size and sign.

use core::ops::Sub;

use super::plan::{Plan, UNLIMITED};
use crate::number::Mode;

/// A quotient with a remainder, held between the limits of the rules and rounded.
pub(super) struct Settled<T> {
    pub(super) percent: i64,
    /// What its category goes by.
    pub(super) looked: i64,
    /// The exact percentage.
    pub(super) units: i64,
    pub(super) rest: T,
}

impl<T: Copy + Default + Ord + Sub<Output = T>> Settled<T> {
    #[inline(always)]
    pub(super) fn new(plan: &Plan, units: i64, rest: T, below: T) -> Option<Self> {
        let half = halves(units, rest)?;
        let held = half.max(plan.least).min(plan.most);
        let (units, rest) = (held >> 1, if held == half { rest } else { T::default() });
        let percent = rounded(plan.mode, units, rest, below)?;
        let looked = if plan.looks_at_exact() { held } else { percent };
        Some(Self { percent, looked, units, rest })
    }
}

/// In half units: the odd ones are everything between two whole ones.
#[inline(always)]
pub(super) fn halves<T: Default + PartialEq>(units: i64, rest: T) -> Option<i64> {
    let half = units.checked_mul(2)? | i64::from(rest != T::default());
    (-UNLIMITED..=UNLIMITED).contains(&half).then_some(half)
}

/// Units and a remainder, rounded.
#[inline(always)]
pub(super) fn rounded<T: Copy + Default + Ord + Sub<Output = T>>(
    mode: Mode,
    units: i64,
    rest: T,
    below: T,
) -> Option<i64> {
    units.checked_add(i64::from(goes_up(mode, units < 0, units & 1 == 1, rest, below)))
}

/// The same for a quotient that is not negative. What has a remainder has a divisor above one, and room for one more.
#[inline(always)]
pub(super) fn rounded_small(mode: Mode, units: u64, rest: u64, below: u64) -> u64 {
    units.wrapping_add(u64::from(goes_up(mode, false, units & 1 == 1, rest, below)))
}

/// Whether a unit is added for a remainder. Ties and cuts go by the distance from zero.
#[inline(always)]
fn goes_up<T: Copy + Default + Ord + Sub<Output = T>>(
    mode: Mode,
    is_negative: bool,
    is_odd: bool,
    rest: T,
    below: T,
) -> bool {
    let up = below - rest;
    let tie_goes_up = match mode {
        Mode::Truncate => return is_negative && rest != T::default(),
        Mode::HalfUp => !is_negative,
        Mode::HalfEven => is_odd,
    };
    if tie_goes_up { rest >= up } else { rest > up }
}

/// A quotient that is not negative, cut off, its remainder and its divisor: of numbers that 64 bits hold, which processors
/// divide by themselves. Nearly all are.
#[inline(always)]
pub(super) fn small(above: i128, below: i128, scale: u32) -> Option<(u64, u64, u64)> {
    let (above, below) = (u64::try_from(above).ok()?, u64::try_from(below).ok()?);
    let scaled = above.checked_mul(u64::from(scale))?;
    Some((scaled.checked_div(below)?, scaled % below, below))
}

/// A quotient of which the divisor is above zero, cut off downwards, and its remainder.
pub(super) fn large(above: i128, below: i128, scale: u32) -> Option<(i64, i128)> {
    if let Some((units, rest, _)) = small(above, below, scale) {
        return Some((i64::try_from(units).ok()?, i128::from(rest)));
    }
    let scaled = above.checked_mul(i128::from(scale))?;
    Some((i64::try_from(scaled.div_euclid(below)).ok()?, scaled.rem_euclid(below)))
}
