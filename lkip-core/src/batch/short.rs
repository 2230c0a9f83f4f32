//! A shorter loop for rows of numbers of nine digits.
//!
//! Vectors multiply 32 bits at once, and compare twice as many numbers of 32 bits as of 64. So a chunk is looked at first, and
//! where all of its numbers are short, what stands above and below the line is (twice a target too), its products are products
//! of 32 bits, and its categories are found in a loop of their own. The proof is that of [`kernel`](super::kernel): a guess too
//! long for it shows in the quotient, what is below zero above the line in its sign. Then all rows of the chunk are computed anew.
#![allow(clippy::as_conversions, reason = "integers that were found to fit")]

use super::bands::FEW_CUTS;
use super::kernel::{Fixed, Rows};
use super::plan::Plan;

/// Numbers are short below this: all of nine digits are.
const LONG: i64 = 1 << 30;

/// Computes rows if all are short. Whether they are done: none of them has to go another way.
#[inline(always)]
pub(super) fn rows<const FORMULA: u8, const KIND: u8>(plan: &Plan, rows: &mut Rows<'_>) -> bool {
    let fixed = Fixed::<0>::new(plan);
    let is_short = is_short(plan) && are_short(rows.target, rows.realization, fixed.least_of::<FORMULA>());
    if !is_short {
        return false;
    }
    let inputs = (rows.target, rows.realization, rows.polarities);
    let exact = (&mut *rows.units, &mut *rows.fraction);
    let to = rows.percent.iter_mut().zip(&mut rows.between.short);
    let mut any = 0;
    fixed.each::<FORMULA, KIND, true, _>(inputs, exact, to, |given, (percent, short)| {
        *percent = given.percent;
        *short = given.percent as i32;
        any |= given.other;
    });
    if any < 0 {
        return false;
    }
    categorize(plan, &rows.between.short, rows.category);
    rows.marked.fill(0);
    true
}

/// Whether short quotients make short percentages, by which categories go.
fn is_short(plan: &Plan) -> bool {
    plan.least >> 1 < LONG && !plan.looks_at_exact()
}

/// Whether all are short, no target is zero or less, and no realization below the least.
#[inline(always)]
fn are_short(targets: &[i64], realizations: &[i64], least: i64) -> bool {
    let bits = |(target, realization): (&i64, &i64)| target.wrapping_sub(1) | realization.wrapping_sub(least);
    let mut rows = targets.iter().zip(realizations).map(bits);
    // Where the first is not, the others are not looked at in vain.
    let is_first_short = rows.next().is_some_and(|bits| (0..LONG).contains(&bits));
    is_first_short && (0..LONG).contains(&rows.fold(0, |together, bits| together | bits))
}

/// The categories of short percentages.
#[inline(always)]
fn categorize(plan: &Plan, percents: &[i32], categories: &mut [u16]) {
    let first = plan.bands.code_of_zero();
    // No short percentage is above the largest.
    let mut cuts = [(i32::MAX, 0); FEW_CUTS];
    for (to, (cut, more)) in cuts.iter_mut().zip(plan.bands.above_zero()) {
        *to = (i32::try_from(cut - 1).unwrap_or(i32::MAX), i32::from(more));
    }
    for (percent, category) in percents.iter().zip(categories) {
        let mut code = i32::from(first);
        for (below, more) in &cuts {
            code = code.wrapping_add(*more & -i32::from(*percent > *below));
        }
        *category = code as u16;
    }
}
