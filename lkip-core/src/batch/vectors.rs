//! Chooses the loop over the rows that does no more than they need, and runs it with the widest vectors of the processor.

use super::bands::{FEW_CUTS, MOST_CUTS};
use super::kernel::{self, CHUNK, Rows};
use super::plan::{Ending, Plan};
use super::short;
use crate::rules::Polarity;

/// Pages pay for every loop, and have the long one.
const HAS_SHORT: bool = !cfg!(target_family = "wasm");

/// Rows of one polarity or of several, with as few cuts as hold those of the scale: at most a chunk.
pub(super) fn compute(plan: &Plan, polarity: Option<Polarity>, rows: Rows<'_>) -> bool {
    // What a chunk has no room for goes another way: it would be left as it is without anybody noticing.
    if rows.target.len() > CHUNK {
        rows.marked.fill(1);
        return true;
    }
    match polarity {
        Some(Polarity::Higher) => by_cuts::<{ kernel::HIGHER }>(plan, rows),
        // Pages pay for every loop: rows of the rarer polarities are computed as if each had its own.
        #[cfg(target_family = "wasm")]
        Some(polarity) => {
            const EACH: [[Polarity; CHUNK]; 2] = [[Polarity::Lower; CHUNK], [Polarity::OnTarget; CHUNK]];
            let [lower, on_target] = &EACH;
            let each = if polarity == Polarity::Lower { lower } else { on_target };
            let polarities = each.get(..rows.target.len()).unwrap_or_default();
            compute(plan, None, Rows { polarities, ..rows })
        }
        #[cfg(not(target_family = "wasm"))]
        Some(Polarity::Lower) if plan.inverted => by_cuts::<{ kernel::INVERTED }>(plan, rows),
        #[cfg(not(target_family = "wasm"))]
        Some(Polarity::Lower) => by_cuts::<{ kernel::TWICE }>(plan, rows),
        #[cfg(not(target_family = "wasm"))]
        Some(Polarity::OnTarget) => by_cuts::<{ kernel::ON_TARGET }>(plan, rows),
        None if plan.inverted => by_cuts::<{ kernel::MIXED_INVERTED }>(plan, rows),
        None => by_cuts::<{ kernel::MIXED }>(plan, rows),
    }
}

fn by_cuts<const FORMULA: u8>(plan: &Plan, rows: Rows<'_>) -> bool {
    match (plan.bands.above_zero().len(), plan.ending) {
        #[cfg(not(target_family = "wasm"))]
        (0..=FEW_CUTS, Ending::CutOff) => dispatched::<FORMULA, FEW_CUTS, { kernel::CUT_OFF }>(plan, rows),
        #[cfg(not(target_family = "wasm"))]
        (0..=FEW_CUTS, Ending::Held) => dispatched::<FORMULA, FEW_CUTS, { kernel::HELD }>(plan, rows),
        #[cfg(not(target_family = "wasm"))]
        (0..=FEW_CUTS, Ending::Rounded) => dispatched::<FORMULA, FEW_CUTS, { kernel::ROUNDED }>(plan, rows),
        #[cfg(not(target_family = "wasm"))]
        (_, Ending::CutOff | Ending::Rounded) => dispatched::<FORMULA, MOST_CUTS, { kernel::ROUNDED }>(plan, rows),
        #[cfg(target_family = "wasm")]
        (0..=FEW_CUTS, Ending::CutOff | Ending::Rounded) => {
            dispatched::<FORMULA, FEW_CUTS, { kernel::ROUNDED }>(plan, rows)
        }
        // All others share one in pages, which does what the most of them need.
        _ => dispatched::<FORMULA, MOST_CUTS, { kernel::HELD }>(plan, rows),
    }
}

fn dispatched<const FORMULA: u8, const CUTS: usize, const KIND: u8>(plan: &Plan, rows: Rows<'_>) -> bool {
    widest(Percentages::<FORMULA, CUTS, KIND> { plan, rows })
}

struct Percentages<'a, const FORMULA: u8, const CUTS: usize, const KIND: u8> {
    plan: &'a Plan,
    rows: Rows<'a>,
}

impl<const FORMULA: u8, const CUTS: usize, const KIND: u8> Loop for Percentages<'_, FORMULA, CUTS, KIND> {
    type Made = bool;

    #[inline(always)]
    fn run(self) -> bool {
        let Self { plan, mut rows } = self;
        if HAS_SHORT && CUTS == FEW_CUTS && short::rows::<FORMULA, KIND>(plan, &mut rows) {
            return false;
        }
        kernel::rows::<FORMULA, CUTS, KIND>(plan, rows)
    }
}

/// A loop that is compiled once for each kind of vectors. It has wide ones only where its `run` is inlined, always.
pub(super) trait Loop {
    /// What it gives.
    type Made;

    fn run(self) -> Self::Made;
}

/// A loop as the processor's vectors are handed out.
#[cfg(all(feature = "avx2", target_arch = "x86_64"))]
struct Dispatched<L>(L);

#[cfg(all(feature = "avx2", target_arch = "x86_64"))]
impl<L: Loop> pulp::NullaryFnOnce for Dispatched<L> {
    type Output = L::Made;

    #[inline(always)]
    fn call(self) -> L::Made {
        self.0.run()
    }
}

/// Runs a loop with the widest vectors that the processor has.
#[cfg(all(feature = "avx2", target_arch = "x86_64"))]
pub(super) fn widest<L: Loop>(own: L) -> L::Made {
    pulp::Arch::new().dispatch(Dispatched(own))
}

#[cfg(not(all(feature = "avx2", target_arch = "x86_64")))]
pub(super) fn widest<L: Loop>(own: L) -> L::Made {
    own.run()
}

#[cfg(all(test, feature = "avx512", target_arch = "x86_64"))]
mod tests;
