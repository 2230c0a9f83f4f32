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

/// What becomes of a quotient. Digits are cut off.
pub(super) const CUT_OFF: u8 = 0;
/// It is rounded as the rules say.
pub(super) const ROUNDED: u8 = 1;
/// It is held by a cap or a floor, or its exact value has the category: in half units. And it is rounded.
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
    /// Room for what they are found by: 64 bits of each row, made bytes afterwards, and only where any is marked.
    pub(super) signs: &'a mut [i64],
    /// Where the exact percentage goes, for averages of exact ones: units, and what is above them.
    pub(super) units: &'a mut [i64],
    pub(super) fraction: &'a mut [i64],
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

/// What is the same for every row.
struct Fixed<const CUTS: usize> {
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
    first: i64,
    cuts: [(Cut, i64); CUTS],
}

/// What a row gives.
struct Given {
    percent: i64,
    category: i64,
    /// Negative where the row must go another way.
    other: i64,
    units: i64,
    rest: i64,
    below: i64,
}

impl<const CUTS: usize> Fixed<CUTS> {
    #[inline(always)]
    fn new(plan: &Plan) -> Self {
        let (keep, tie, odd) = match plan.mode {
            Mode::HalfUp => (-1, 1, 0),
            Mode::HalfEven => (-1, 0, 1),
            Mode::Truncate => (0, 0, 0),
        };
        let mut cuts = [(Cut::NONE, 0); CUTS];
        plan.bands.put_steps(&mut cuts);
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
            first: i64::from(plan.bands.first()),
            cuts,
        }
    }

    /// One row. Targets and realizations that the fast way does not hold give anything at all, and are marked.
    #[inline(always)]
    fn row<const FORMULA: u8, const KIND: u8>(
        &self,
        target: i64,
        realization: i64,
        (lower, on_target): (i64, i64),
    ) -> Given {
        let divides = matches!(FORMULA, INVERTED | MIXED_INVERTED);
        // The sign of this is set where a number is not in its bounds: here the lower ones.
        let least = if divides { 1 } else { self.least_realization };
        let mut other = target.wrapping_sub(1) | realization.wrapping_sub(least);
        let twice = target.wrapping_add(target).wrapping_sub(realization);
        let apart = target.wrapping_sub(realization);
        let symmetric = target.wrapping_sub((apart ^ negative(apart)).wrapping_sub(negative(apart)));
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
        // What is below zero is rounded away from it: another way.
        other |= above;
        let guess = integer(to_float(above) * self.scale_float / to_float(below));
        let rest = above.wrapping_mul(self.scale).wrapping_sub(guess.wrapping_mul(below));
        let quotient = guess.wrapping_add(negative(rest));
        let rest = rest.wrapping_add(below & negative(rest));
        other |= rest | below.wrapping_sub(rest).wrapping_sub(1);
        // Where none is negative all are small if their bits together are.
        let together = target | realization | quotient;
        other |= together | (SMALL - 1).wrapping_sub(together);
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
}

/// Computes rows. Whether any is marked.
#[inline(always)]
pub(super) fn rows<const FORMULA: u8, const CUTS: usize, const KIND: u8>(plan: &Plan, rows: Rows<'_>) -> bool {
    let Rows { target, realization, polarities, percent, category, marked, signs, units, fraction } = rows;
    let fixed = Fixed::<CUTS>::new(plan);
    let mut any = 0;
    let mut put = |given: &Given, ((percent, category), sign): ((&mut i64, &mut u16), &mut i64)| {
        *percent = given.percent;
        *category = given.category as u16;
        *sign = given.other;
        any |= given.other;
    };
    let inputs = target.iter().zip(realization);
    let outputs = percent.iter_mut().zip(category.iter_mut()).zip(signs.iter_mut());
    let exact = units.iter_mut().zip(fraction.iter_mut());
    let of_one = to_float(1 << FRACTION_BITS);
    let put_exact = |given: &Given, (units, fraction): (&mut i64, &mut i64)| {
        *units = given.units;
        *fraction = integer(to_float(given.rest) / to_float(given.below) * of_one);
    };
    let wants_exact = exact.len() == target.len() && !target.is_empty();
    if matches!(FORMULA, MIXED | MIXED_INVERTED) {
        let inputs = inputs.zip(polarities);
        if wants_exact {
            for ((((target, realization), polarity), to), exact) in inputs.zip(outputs).zip(exact) {
                let given = fixed.row::<FORMULA, KIND>(*target, *realization, ways(*polarity));
                put(&given, to);
                put_exact(&given, exact);
            }
        } else {
            for (((target, realization), polarity), to) in inputs.zip(outputs) {
                put(&fixed.row::<FORMULA, KIND>(*target, *realization, ways(*polarity)), to);
            }
        }
    } else if wants_exact {
        for (((target, realization), to), exact) in inputs.zip(outputs).zip(exact) {
            let given = fixed.row::<FORMULA, KIND>(*target, *realization, (0, 0));
            put(&given, to);
            put_exact(&given, exact);
        }
    } else {
        for ((target, realization), to) in inputs.zip(outputs) {
            put(&fixed.row::<FORMULA, KIND>(*target, *realization, (0, 0)), to);
        }
    }
    if any < 0 {
        marked.iter_mut().zip(&*signs).for_each(|(marked, sign)| *marked = one_if_negative(*sign) as u8);
    } else {
        marked.fill(0);
    }
    any < 0
}
