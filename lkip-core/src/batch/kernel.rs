//! The loop over the rows: a quotient guessed in floating point, corrected and proven in integers.
//!
//! Why it is exact. The digits of a row are below 2⁵⁰, the factor at most 10¹². Both are exact in floating point, a product
//! and a quotient are each off by at most 2⁻⁵³ of themselves, so that below 2⁵⁰ the guess is within a whole unit of the true
//! quotient. The remainder is taken in 64 bits without carry: as it is smaller than twice the divisor, it is exact although the
//! product is not. One step up or down makes it lie between zero and the divisor, which proves the quotient. Everything
//! else is marked, and goes another way.
#![allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    reason = "the floating point guess is corrected and proven in integers; conversions here keep every bit"
)]

use super::bands::Looked;
use super::plan::{Plan, SMALL};
use crate::number::Mode;

/// 1.5 × 2⁵²: a number below 2⁵¹ added to it stands in its lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;
const SHIFT_BITS: i64 = 0x4338_0000_0000_0000;

/// An integer below 2⁵¹ as a floating point number, with instructions that every vector unit has.
#[inline(always)]
fn float(integer: i64) -> f64 {
    f64::from_bits(integer.wrapping_add(SHIFT_BITS) as u64) - SHIFT
}

/// The nearest integer. Of anything that is not below 2⁵¹ it is some number above 2⁵⁰.
#[inline(always)]
fn integer(float: f64) -> i64 {
    ((float + SHIFT).to_bits() as i64).wrapping_sub(SHIFT_BITS)
}

/// What the rows are measured by.
pub(super) const HIGHER: u8 = 0;
pub(super) const TWICE: u8 = 1;
pub(super) const INVERTED: u8 = 2;
pub(super) const ON_TARGET: u8 = 3;
/// Each row by its own polarity; less being better by twice the target less the realization.
pub(super) const MIXED: u8 = 4;
/// The same, less being better by target ÷ realization.
pub(super) const MIXED_INVERTED: u8 = 5;

/// Rows to be computed, and where what they give goes. All are equally long.
pub(super) struct Rows<'a> {
    pub(super) target: &'a [i64],
    pub(super) realization: &'a [i64],
    /// Which way each row is good, where they differ: all bits set in the first where less is better, in the second where
    /// meeting the target is.
    pub(super) ways: [&'a [i64]; 2],
    pub(super) percent: &'a mut [i64],
    pub(super) category: &'a mut [u16],
    /// Which rows must go another way: 1, the others 0.
    pub(super) marked: &'a mut [u8],
}

/// What is the same for every row.
struct Fixed<const CUTS: usize> {
    scale: i64,
    scale_float: f64,
    of_target: i64,
    of_realization: i64,
    /// Digits that stay small when they are multiplied.
    most_target: i64,
    most_realization: i64,
    least_realization: i64,
    /// Whether what is above a tie, a tie, and a tie of an odd quotient go up: of what is cut off nothing does.
    above: i64,
    tie: i64,
    odd: i64,
    /// All bits set where the exact value is looked at.
    exact: i64,
    least: i64,
    most: i64,
    first: u16,
    cuts: [(i64, u16); CUTS],
}

impl<const CUTS: usize> Fixed<CUTS> {
    #[inline(always)]
    fn new(plan: &Plan, divides_by_realization: bool) -> Self {
        let (above, tie, odd) = match plan.mode {
            Mode::HalfUp => (1, 1, 0),
            Mode::HalfEven => (1, 0, 1),
            Mode::Truncate => (0, 0, 0),
        };
        let mut cuts = [(i64::MAX, 0_u16); CUTS];
        for (cut, known) in cuts.iter_mut().zip(&plan.bands.cuts) {
            *cut = *known;
        }
        Self {
            scale: plan.scale,
            scale_float: float(plan.scale),
            of_target: plan.of_target,
            of_realization: plan.of_realization,
            most_target: (SMALL - 1) / plan.of_target,
            most_realization: (SMALL - 1) / plan.of_realization,
            least_realization: i64::from(!plan.zero_by_formula || divides_by_realization),
            above,
            tie,
            odd,
            exact: if plan.bands.looked == Looked::Exact { -1 } else { 0 },
            least: plan.least,
            most: plan.most,
            first: plan.bands.first,
            cuts,
        }
    }

    /// One row: the percentage, the code of its category, and all bits set where it must go another way.
    #[inline(always)]
    fn row<const FORMULA: u8>(&self, target: i64, realization: i64, (lower, on_target): (i64, i64)) -> (i64, u16, i64) {
        // The sign of this is set where a number is not in its bounds.
        let outside = target.wrapping_sub(1)
            | self.most_target.wrapping_sub(target)
            | realization.wrapping_sub(self.least_realization)
            | self.most_realization.wrapping_sub(realization);
        let outside = outside >> 63;
        let target = (target & !outside).wrapping_mul(self.of_target) | (outside & 1);
        let realization = (realization & !outside).wrapping_mul(self.of_realization) | (outside & 1);
        let twice = target + target - realization;
        let symmetric = target - (target - realization).abs();
        let (above_line, below_line) = match FORMULA {
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
        let negative = above_line >> 63;
        let above_line = above_line & !negative;
        let guess = integer(float(above_line) * self.scale_float / float(below_line));
        let rest = above_line.wrapping_mul(self.scale).wrapping_sub(guess.wrapping_mul(below_line));
        let low = rest >> 63;
        let high = (below_line - 1).wrapping_sub(rest) >> 63;
        let quotient = guess.wrapping_add(low).wrapping_sub(high);
        let rest = rest.wrapping_add(below_line & low).wrapping_sub(below_line & high);
        let large = (SMALL - 1).wrapping_sub(quotient) >> 63;
        // In half units: the odd ones are everything between two whole ones.
        let half = (quotient << 1) | i64::from(rest != 0);
        let held = half.max(self.least).min(self.most);
        let is_free = i64::from(held == half).wrapping_neg();
        let (quotient, rest) = (held >> 1, rest & is_free);
        let doubled = rest << 1;
        let goes_up = (i64::from(doubled > below_line) & self.above)
            | (i64::from(doubled == below_line) & (self.tie | (self.odd & quotient)));
        let reported = quotient.wrapping_add(goes_up);
        let looked = (reported & !self.exact) | (held & self.exact);
        let mut code = self.first;
        for (cut, more) in &self.cuts {
            code = code.wrapping_add(if looked >= *cut { *more } else { 0 });
        }
        (reported, code, outside | negative | large)
    }
}

/// Computes rows. Whether any is marked.
#[inline(always)]
pub(super) fn rows<const FORMULA: u8, const CUTS: usize>(plan: &Plan, rows: Rows<'_>) -> bool {
    let Rows { target, realization, ways, percent, category, marked } = rows;
    let fixed = Fixed::<CUTS>::new(plan, matches!(FORMULA, INVERTED | MIXED_INVERTED));
    let inputs = target.iter().zip(realization);
    let outputs = percent.iter_mut().zip(category.iter_mut()).zip(marked.iter_mut());
    let mut any = 0;
    let mut put = |(row, code, other): (i64, u16, i64),
                   ((percent, category), marked): ((&mut i64, &mut u16), &mut u8)| {
        *percent = row;
        *category = code;
        *marked = (other & 1) as u8;
        any |= other;
    };
    if matches!(FORMULA, MIXED | MIXED_INVERTED) {
        let [lower, on_target] = ways;
        for (((target, realization), (lower, on_target)), to) in inputs.zip(lower.iter().zip(on_target)).zip(outputs) {
            put(fixed.row::<FORMULA>(*target, *realization, (*lower, *on_target)), to);
        }
    } else {
        for ((target, realization), to) in inputs.zip(outputs) {
            put(fixed.row::<FORMULA>(*target, *realization, (0, 0)), to);
        }
    }
    any != 0
}
