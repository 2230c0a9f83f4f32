//! The loop over the rows: a quotient guessed in floating point, corrected and proven in integers.
//!
//! Why it is exact. The numbers above and below the line are smaller than 2⁵⁰, the factor than 2³². All are exact in
//! floating point, a product and a quotient are each off by at most 2⁻⁵³ of themselves, so that below 2⁵⁰ the guess, rounded
//! to the nearest integer, is the true quotient cut off or one more. The remainder is taken in 64 bits without carry: as its
//! size is smaller than that of the divisor, it is exact although the products are not. Where it is negative the guess is one
//! less. A remainder that is then not between zero and the divisor, which never happens, marks the row. Whatever is not small
//! enough is marked too: it goes another way.
//!
//! Comparisons are differences of which the sign is taken, because vector units without AVX have no others for 64 bits.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    reason = "the floating point guess is corrected and proven in integers; conversions here keep every bit"
)]

use super::cut::{Compared, Cut};
use super::float::{integer, to_float};
use super::plan::{Plan, SMALL};
use crate::number::Mode;
use crate::prelude::*;
use crate::rules::Polarity;

/// What the rows are measured by.
pub(super) const HIGHER: u8 = 0;
pub(super) const TWICE: u8 = 1;
pub(super) const INVERTED: u8 = 2;
pub(super) const ON_TARGET: u8 = 3;
/// Each row by its own polarity; less being better by twice the target less the realization.
pub(super) const MIXED: u8 = 4;
/// The same, less being better by target ÷ realization.
pub(super) const MIXED_INVERTED: u8 = 5;

/// How many rows are computed before those that go another way are looked at: what they read and write stays near.
pub(super) const CHUNK: usize = 512;

/// What becomes of a quotient, as a constant of the loop: as [`Ending`](super::plan::Ending) has it.
pub(super) const CUT_OFF: u8 = 0;
pub(super) const ROUNDED: u8 = 1;
pub(super) const HELD: u8 = 2;

/// Rows to be computed, and where what they give goes. All are equally long, or empty where they are not needed.
pub(super) struct Rows<'a> {
    pub(super) target: &'a [i64],
    pub(super) realization: &'a [i64],
    /// Which way each row is good, where they differ.
    pub(super) polarities: &'a [Polarity],
    pub(super) percent: &'a mut [i64],
    pub(super) category: &'a mut [u16],
    /// Which rows must go another way: 1, the others 0.
    pub(super) marked: &'a mut [u8],
    pub(super) between: &'a mut Between,
    /// Where the exact percentage goes, for averages of exact ones: units, and what is above them.
    pub(super) units: &'a mut [i64],
    pub(super) fraction: &'a mut [i64],
}

/// What a loop leaves to the next one.
#[derive(Debug)]
pub(super) struct Between {
    /// Negative where the row must go another way: made bytes only where any is.
    pub(super) signs: Vec<i64>,
    /// Short percentages.
    pub(super) short: Vec<i32>,
}

impl Default for Between {
    fn default() -> Self {
        Self { signs: vec![0; CHUNK], short: vec![0; CHUNK] }
    }
}

/// What stands above a unit is counted in this part of it: the size of a [`Rows::fraction`] of one.
pub(super) const FRACTION_BITS: u32 = 50;

/// All bits set where the number is negative.
#[inline(always)]
const fn negative(number: i64) -> i64 {
    number >> 63
}

/// One where the number is negative.
#[inline(always)]
const fn one_if_negative(number: i64) -> i64 {
    (number as u64 >> 63) as i64
}

/// All bits set in the first where less is better, in the second where meeting the target is.
#[inline(always)]
fn ways(polarity: Polarity) -> (i64, i64) {
    let mask = |wanted| -i64::from(polarity == wanted);
    (mask(Polarity::Lower), mask(Polarity::OnTarget))
}

/// The largest quotient of short numbers that is short too: rounded up, 31 bits hold it and one more.
const LARGEST_SHORT: i64 = (1 << 31) - 3;

/// The lowest 64 bits of a product whose second factor has no more than 32. Vectors multiply as many at once: where the first has
/// no more either, that is all.
#[inline(always)]
const fn product<const SHORT: bool>(one: i64, other: i64) -> i64 {
    let held = if SHORT { u32::MAX as i64 } else { -1 };
    (one & held).wrapping_mul(other & held)
}

/// What is the same for every row.
pub(super) struct Fixed<const CUTS: usize> {
    scale: i64,
    scale_float: f64,
    least_realization: i64,
    /// What is taken of the remainder: nothing where digits are cut off.
    keep: i64,
    /// Whether a tie goes up, and whether that of an odd quotient does.
    tie: i64,
    odd: i64,
    /// All bits set where the exact value is looked at.
    exact: i64,
    least: i64,
    most: i64,
    /// The category of zero, and what is added to it from each cut on.
    first: i64,
    cuts: [(Cut, i64); CUTS],
}

/// Once, for loops of all kinds.
#[inline(never)]
fn put_cuts(plan: &Plan, to: &mut [(Cut, i64)]) {
    to.iter_mut().zip(plan.bands.above_zero()).for_each(|(to, (cut, more))| *to = (Cut::at(cut), i64::from(more)));
}

/// What a row gives.
pub(super) struct Given {
    pub(super) percent: i64,
    category: i64,
    /// Negative where the row must go another way.
    pub(super) other: i64,
    units: i64,
    rest: i64,
    below: i64,
}

impl<const CUTS: usize> Fixed<CUTS> {
    #[inline(always)]
    pub(super) fn new(plan: &Plan) -> Self {
        let (keep, tie, odd) = match plan.mode {
            Mode::HalfUp => (-1, 1, 0),
            Mode::HalfEven => (-1, 0, 1),
            Mode::Truncate => (0, 0, 0),
        };
        let mut cuts = [(Cut::NONE, 0); CUTS];
        put_cuts(plan, &mut cuts);
        Self {
            scale: i64::from(plan.scale),
            scale_float: to_float(i64::from(plan.scale)),
            least_realization: i64::from(!plan.zero_by_formula),
            keep,
            tie,
            odd,
            exact: if plan.looks_at_exact() { -1 } else { 0 },
            least: plan.least,
            most: plan.most,
            first: i64::from(plan.bands.code_of_zero()),
            cuts,
        }
    }

    /// The least realization that is not left to the rules.
    #[inline(always)]
    pub(super) const fn least_of<const FORMULA: u8>(&self) -> i64 {
        if matches!(FORMULA, INVERTED | MIXED_INVERTED) { 1 } else { self.least_realization }
    }

    /// One row. Targets and realizations that the fast way does not hold give anything at all, and are marked.
    #[inline(always)]
    fn row<const FORMULA: u8, const KIND: u8, const SHORT: bool>(
        &self,
        target: i64,
        realization: i64,
        (lower, on_target): (i64, i64),
    ) -> Given {
        let twice = target.wrapping_add(target).wrapping_sub(realization);
        let apart = target.wrapping_sub(realization);
        let symmetric = target.wrapping_sub((apart ^ negative(apart)).wrapping_sub(negative(apart)));
        let divides = matches!(FORMULA, INVERTED | MIXED_INVERTED);
        let (above, below) = match FORMULA {
            TWICE => (twice, target),
            INVERTED => (target, realization),
            ON_TARGET => (symmetric, target),
            MIXED => ((twice & lower) | (symmetric & on_target) | (realization & !(lower | on_target)), target),
            MIXED_INVERTED => (
                (target & lower) | (symmetric & on_target) | (realization & !(lower | on_target)),
                (realization & lower) | (target & !lower),
            ),
            _ => (realization, target),
        };
        let guess = integer(to_float(above) * self.scale_float / to_float(below));
        let rest = product::<SHORT>(above, self.scale).wrapping_sub(product::<SHORT>(guess, below));
        let quotient = guess.wrapping_add(negative(rest));
        let rest = rest.wrapping_add(below & negative(rest));
        // The sign of this is set where something is not in its bounds. Nothing is between zero and a divisor of zero or less.
        let mut other = rest | below.wrapping_sub(1).wrapping_sub(rest);
        if SHORT {
            // See `short`.
            other |= above | LARGEST_SHORT.wrapping_sub(quotient);
        } else {
            // What is below zero is rounded away from it: another way. Where none is negative all are small if their bits
            // together are.
            let together = target | realization | above | quotient;
            other |= together | (SMALL - 1).wrapping_sub(together);
            other |= realization.wrapping_sub(self.least_of::<FORMULA>());
            if divides {
                other |= target.wrapping_sub(1);
            }
        }
        let (units, rest, half) = if KIND == HELD {
            // In half units: the odd ones are everything between two whole ones.
            let half = quotient.wrapping_add(quotient) | one_if_negative(rest.wrapping_neg());
            let under = negative(half.wrapping_sub(self.least));
            let over = negative(self.most.wrapping_sub(half));
            let held = (half & !(under | over)) | (self.least & under) | (self.most & over);
            (held >> 1, rest & !(under | over), held)
        } else {
            (quotient, rest, 0)
        };
        let percent = if KIND == CUT_OFF {
            units
        } else {
            let bias = self.tie | (self.odd & units);
            let twice_rest = (rest & self.keep).wrapping_shl(1);
            units.wrapping_add(one_if_negative(below.wrapping_sub(twice_rest).wrapping_sub(bias)))
        };
        let looked = if KIND == HELD { (percent & !self.exact) | (half & self.exact) } else { percent };
        let mut category = self.first;
        let compared = Compared::new(looked);
        for (cut, more) in &self.cuts {
            category = category.wrapping_add(*more & compared.has_met(*cut));
        }
        Given { percent, category, other, units, rest, below }
    }

    /// Computes rows, each to where it goes, and of those that are wanted the exact percentages.
    #[inline(always)]
    pub(super) fn each<const FORMULA: u8, const KIND: u8, const SHORT: bool, T>(
        &self,
        (targets, realizations, polarities): (&[i64], &[i64], &[Polarity]),
        (units, fractions): (&mut [i64], &mut [i64]),
        to: impl Iterator<Item = T>,
        mut put: impl FnMut(&Given, T),
    ) {
        let wants_exact = units.len() == targets.len() && !targets.is_empty();
        let inputs = targets.iter().zip(realizations);
        let of_one = to_float(1 << FRACTION_BITS);
        let put_exact = |given: &Given, (units, fraction): (&mut i64, &mut i64)| {
            *units = given.units;
            *fraction = integer(to_float(given.rest) / to_float(given.below) * of_one);
        };
        let exact = units.iter_mut().zip(fractions);
        if matches!(FORMULA, MIXED | MIXED_INVERTED) {
            let inputs = inputs.zip(polarities);
            if wants_exact {
                for ((((target, realization), polarity), to), exact) in inputs.zip(to).zip(exact) {
                    let given = self.row::<FORMULA, KIND, SHORT>(*target, *realization, ways(*polarity));
                    put(&given, to);
                    put_exact(&given, exact);
                }
            } else {
                for (((target, realization), polarity), to) in inputs.zip(to) {
                    put(&self.row::<FORMULA, KIND, SHORT>(*target, *realization, ways(*polarity)), to);
                }
            }
        } else if wants_exact {
            for (((target, realization), to), exact) in inputs.zip(to).zip(exact) {
                let given = self.row::<FORMULA, KIND, SHORT>(*target, *realization, (0, 0));
                put(&given, to);
                put_exact(&given, exact);
            }
        } else {
            for ((target, realization), to) in inputs.zip(to) {
                put(&self.row::<FORMULA, KIND, SHORT>(*target, *realization, (0, 0)), to);
            }
        }
    }
}

/// Computes rows. Whether any is marked.
#[inline(always)]
pub(super) fn rows<const FORMULA: u8, const CUTS: usize, const KIND: u8>(plan: &Plan, rows: Rows<'_>) -> bool {
    let fixed = Fixed::<CUTS>::new(plan);
    let signs = &mut rows.between.signs;
    let to = rows.percent.iter_mut().zip(rows.category.iter_mut()).zip(&mut *signs);
    let mut any = 0;
    let inputs = (rows.target, rows.realization, rows.polarities);
    fixed.each::<FORMULA, KIND, false, _>(
        inputs,
        (rows.units, rows.fraction),
        to,
        |given, ((percent, category), sign)| {
            *percent = given.percent;
            *category = given.category as u16;
            *sign = given.other;
            any |= given.other;
        },
    );
    if any < 0 {
        rows.marked.iter_mut().zip(&*signs).for_each(|(marked, sign)| *marked = one_if_negative(*sign) as u8);
    } else {
        rows.marked.fill(0);
    }
    any < 0
}
