//! [`Averaging`]: what the rules say of averages, made ready, and the means of sums.

use core::ops::Range;

use super::bands::{Bands, Looked, units};
use super::column::{Cell, Column};
use super::kernel::{Between, CHUNK, FRACTION_BITS, Rows};
use super::outcome::RowOutcome;
use super::plan::Plan;
use super::quotient::{halves, rounded};
use super::single::POWERS;
use super::totals::{ONE, Off, Small, Sum, Totals};
use super::vectors;
use crate::measure::missing;
use crate::number::{Mode, Number, Rounding};
use crate::outcome::ReasonCode;
use crate::prelude::*;
use crate::rules::{Figure, LimitIn, Method, Missing, Polarity, RuleSet, Values};

/// An item as it counts: in units of 2⁻⁵⁰ of the last place of what is averaged.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) outcome: u8,
    pub(super) value: i128,
    pub(super) off: Off,
    pub(super) weight: i128,
}

/// What a group gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mean {
    percent: i64,
    category: u16,
    outcome: RowOutcome,
    /// The exact mean, as an item of a group above.
    value: i128,
    off: Off,
}

impl Mean {
    const fn nothing(outcome: RowOutcome) -> Self {
        Self { percent: 0, category: 0, outcome, value: 0, off: 0 }
    }

    /// The exact mean and how far off it may be; nothing where there is none.
    pub(super) fn exact(&self) -> Option<(i128, Off)> {
        (self.outcome == RowOutcome::COMPUTED).then_some((self.value, self.off))
    }
}

/// Where means go: columns as long as there are groups.
pub(super) struct Means<'a> {
    pub(super) percents: &'a mut [i64],
    pub(super) categories: &'a mut [u16],
    pub(super) outcomes: &'a mut [u8],
}

/// What the rules say of averages, made ready.
#[derive(Debug)]
pub(super) struct Averaging {
    pub(super) of: Values,
    mode: Mode,
    /// Nothing where only the items themselves decide, because integers do not hold what the rules say.
    bands: Option<Bands>,
    /// The same for the means of many groups at once.
    plan: Option<Plan>,
    /// What a sum and the count of its items are multiplied with, so that their quotient is in units of an average.
    up: i128,
    down: i128,
    /// Four times the latter, where 64 bits hold it.
    four_down: Option<i64>,
    /// The floor and the cap of items.
    least: Option<i128>,
    most: Option<i128>,
    /// What becomes of an item, by the code of its outcome: it counts, or what the rules say.
    by_outcome: [Option<Missing>; 256],
    weighs: bool,
    /// How far an item may be off that is no whole unit.
    off: Off,
    nothing: RowOutcome,
    incomplete: RowOutcome,
    zero_weights: RowOutcome,
}

impl Averaging {
    /// For items of so many places, which may be so far off.
    pub(super) fn new(rules: &RuleSet, from: u32, off: Off) -> Self {
        let rounding = rules.rounding_of(Figure::Average);
        let of_items = Rounding::new(rounding.mode(), from).ok();
        let limit = |percent: Number| units(percent, of_items?).map(|units| i128::from(units) * ONE);
        let cap = rules.cap_in(LimitIn::Average).map(|cap| limit(cap.percent));
        let floor = rules.floor_in(LimitIn::Average).map(|floor| limit(floor.percent));
        let mut by_outcome = [Some(Missing::Refuse); 256];
        for (code, to) in (0_u8..=u8::MAX).zip(&mut by_outcome) {
            let reason = RowOutcome::from_code(code).reason();
            *to = match reason {
                None if code == RowOutcome::COMPUTED.code() => None,
                None => Some(Missing::Refuse),
                Some(reason) => Some(missing(reason, rules)),
            };
        }
        let are_held = cap != Some(None) && floor != Some(None);
        let bands = Bands::new(rules, rounding.places()).filter(|_| are_held);
        let power = |by: u32| POWERS.get(usize::try_from(by).unwrap_or(usize::MAX)).copied();
        let up = power(rounding.places().saturating_sub(from));
        let down = power(from.saturating_sub(rounding.places()));
        let (bands, up, down) = match (bands, up, down) {
            (Some(bands), Some(up), Some(down)) => (Some(bands), up, down),
            _ => (None, 1, 1),
        };
        Self {
            of: rules.average.of,
            mode: rounding.mode(),
            plan: bands
                .clone()
                .zip(u32::try_from(up).ok())
                .map(|(bands, up)| Plan::quotient(up, rounding.mode(), bands)),
            bands,
            up,
            down,
            four_down: down.checked_mul(4).and_then(|down| i64::try_from(down).ok()),
            least: floor.flatten(),
            most: cap.flatten(),
            by_outcome,
            weighs: rules.average.method == Method::Weighted,
            off,
            nothing: RowOutcome::of(ReasonCode::NothingToAverage),
            incomplete: RowOutcome::of(ReasonCode::IncompleteAverage),
            zero_weights: RowOutcome::of(ReasonCode::ZeroWeights),
        }
    }

    /// Whether items count as they are: neither held between limits nor weighed.
    pub(super) const fn takes_small(&self) -> bool {
        self.least.is_none() && self.most.is_none() && !self.weighs
    }

    /// Sums of groups to which nothing was added yet.
    pub(super) fn totals(&self, groups: Range<usize>) -> Totals {
        Totals::new(groups, self.off)
    }

    /// Adds an item.
    #[inline(always)]
    pub(super) fn add(&self, sum: &mut Sum, item: Item) {
        sum.total += 1;
        let Item { outcome, mut value, mut off, weight } = item;
        match self.by_outcome.get(usize::from(outcome)) {
            Some(None) => {}
            Some(Some(Missing::LeaveOut)) => return,
            Some(Some(Missing::Zero)) => {
                sum.as_zero += 1;
                (value, off) = (0, 0);
            }
            Some(Some(Missing::Refuse)) | None => {
                sum.is_refused = true;
                return;
            }
        }
        if let Some(most) = self.most {
            sum.is_beyond |= (value - most).abs() < off;
            (value, off) = if value > most { (most, 0) } else { (value, off) };
        }
        if let Some(least) = self.least {
            sum.is_beyond |= (value - least).abs() < off;
            (value, off) = if value < least { (least, 0) } else { (value, off) };
        }
        sum.used += 1;
        if weight == 1 {
            sum.add(Some(value), Some(off), 1);
        } else {
            sum.add(value.checked_mul(weight), off.checked_mul(weight), weight);
        }
    }

    /// The means of all groups. Those that only their items decide come back.
    pub(super) fn means(&self, totals: &Totals, to: Means<'_>) -> Vec<usize> {
        let mut undecided = Vec::new();
        let (mut scratch, mut between) = ([[0; CHUNK]; 2], Between::default());
        let mut begin = 0;
        let chunks = to.percents.chunks_mut(CHUNK).zip(to.categories.chunks_mut(CHUNK));
        for ((percents, categories), outcomes) in chunks.zip(to.outcomes.chunks_mut(CHUNK)) {
            let groups = begin..begin + percents.len();
            begin = groups.end;
            let to = Means { percents: &mut *percents, categories: &mut *categories, outcomes: &mut *outcomes };
            if !self.many(totals, groups.clone(), (&mut scratch, &mut between), to) {
                continue;
            }
            let rows = percents.iter_mut().zip(categories).zip(outcomes);
            for (group, ((percent, category), outcome)) in groups.zip(rows).filter(|(_, (_, marked))| **marked != 0) {
                let mean = self.mean(&totals.sum(group));
                if mean.is_none() {
                    undecided.push(group);
                }
                let mean = mean.unwrap_or(Mean::nothing(RowOutcome::COMPUTED));
                (*percent, *category, *outcome) = (mean.percent, mean.category, mean.outcome.code());
            }
        }
        undecided
    }

    /// The means of some groups at once. Whether any is marked: it must go another way.
    fn many(
        &self,
        totals: &Totals,
        groups: Range<usize>,
        (scratch, between): (&mut [[i64; CHUNK]; 2], &mut Between),
        to: Means<'_>,
    ) -> bool {
        // Pages pay for every loop, and have few groups: there each goes its own way.
        let Some(plan) = self.plan.as_ref().filter(|_| !cfg!(target_family = "wasm")) else {
            to.outcomes.fill(1);
            return true;
        };
        let (small, others) = totals.parts(groups);
        let [counts, sums] = scratch;
        for ((count, sum), small) in counts.iter_mut().zip(&mut *sums).zip(small) {
            // Nothing is divided by zero: the row is marked.
            (*count, *sum) = self.in_quarters(small).unwrap_or((0, 0));
        }
        for (count, other) in counts.iter_mut().zip(others) {
            *count = if other.total == 0 { *count } else { 0 };
        }
        let rows = Rows {
            target: counts.get(..small.len()).unwrap_or_default(),
            realization: sums.get(..small.len()).unwrap_or_default(),
            polarities: &[],
            percent: to.percents,
            category: to.categories,
            marked: to.outcomes,
            between,
            units: &mut [],
            fraction: &mut [],
        };
        vectors::compute(plan, Some(Polarity::Higher), rows)
    }

    /// The count of small items and their sum as whole numbers whose quotient is rounded as the mean is and has its category;
    /// nothing where it is not certain.
    ///
    /// What decides are whole and half units of a mean, and these are whole and half units of the sum. So of what the sum is
    /// above its units it only matters whether it is anything, and on which side of a half: it is taken for a quarter or
    /// three quarters, and all is counted in quarters.
    #[inline(always)]
    fn in_quarters(&self, small: &Small) -> Option<(i64, i64)> {
        const HALF: i64 = 1 << (FRACTION_BITS - 1);
        let mut quarters = 0;
        if small.inexact != 0 {
            let off = i64::try_from(self.off).ok()?.checked_mul(i64::from(small.inexact))?;
            let (behind, three) = if small.fraction < HALF { (small.fraction, 0) } else { (small.fraction - HALF, 2) };
            if self.up != 1 || behind <= off || behind >= HALF - off.min(HALF) {
                return None;
            }
            quarters = 1 + three;
        }
        let sum = small.units.checked_mul(4)?.checked_add(quarters)?;
        Some((i64::from(small.count).checked_mul(self.four_down?)?, sum))
    }

    /// The mean of what was added; nothing where only the items themselves decide it.
    pub(super) fn mean(&self, sum: &Sum) -> Option<Mean> {
        if sum.is_refused {
            return Some(Mean::nothing(self.incomplete));
        }
        if sum.used == 0 {
            return Some(Mean::nothing(self.nothing));
        }
        if sum.is_beyond {
            return None;
        }
        if sum.weight == 0 {
            return Some(Mean::nothing(self.zero_weights));
        }
        let bands = self.bands.as_ref()?;
        let weight = sum.weight.checked_mul(self.down)?;
        if sum.off == 0 && sum.value % ONE == 0 {
            return self.mean_of_units(sum.value >> FRACTION_BITS, weight, bands);
        }
        let below = weight.checked_mul(ONE)?;
        let at = |value: i128| self.at(value.checked_mul(self.up)?, below, bands);
        let (percent, _, category) = at(sum.value)?;
        if sum.off != 0 {
            // Whatever the true sum is, it lies between these: where both give the same, so does it.
            let (low, high) = (at(sum.value.checked_sub(sum.off)?)?, at(sum.value.checked_add(sum.off)?)?);
            let same = (low.0, low.2) == (percent, category) && (high.0, high.2) == (percent, category);
            let crosses = |cut: &i64| low.1 < *cut && *cut <= high.1;
            if !same || bands.looked == Looked::Exact && bands.cuts.iter().any(crosses) {
                return None;
            }
        }
        let lifted = sum.value.checked_mul(self.up)?;
        let is_whole = sum.off == 0 && lifted.rem_euclid(weight) == 0;
        let off = if is_whole { 0 } else { sum.off.checked_mul(self.up)? / weight + 2 };
        Some(Mean { percent, category, outcome: RowOutcome::COMPUTED, value: lifted.div_euclid(weight), off })
    }

    /// The mean of whole units, which is exact.
    fn mean_of_units(&self, units: i128, weight: i128, bands: &Bands) -> Option<Mean> {
        let above = units.checked_mul(self.up)?;
        let (percent, _, category) = self.at(above, weight, bands)?;
        let (whole, rest) = divided(above, weight);
        let (value, off) = if rest == 0 {
            (whole << FRACTION_BITS, 0)
        } else {
            ((whole << FRACTION_BITS) + rest.checked_mul(ONE)? / weight, 1)
        };
        Some(Mean { percent, category, outcome: RowOutcome::COMPUTED, value, off })
    }

    /// A quotient rounded, in half units, and its category.
    fn at(&self, above: i128, below: i128, bands: &Bands) -> Option<(i64, i64, u16)> {
        let (units, rest) = divided(above, below);
        let units = i64::try_from(units).ok()?;
        let half = halves(units, rest)?;
        let percent = rounded(self.mode, units, rest, below)?;
        Some((percent, half, bands.code(if bands.looked == Looked::Exact { half } else { percent })))
    }
}

/// A quotient cut off downwards, and its remainder. Nearly always 64 bits are enough, which processors divide by themselves.
fn divided(above: i128, below: i128) -> (i128, i128) {
    match (i64::try_from(above), i64::try_from(below)) {
        (Ok(above), Ok(below)) if above >= 0 => (i128::from(above / below), i128::from(above % below)),
        _ => (above.div_euclid(below), above.rem_euclid(below)),
    }
}

/// The weight of an item in the units of its column; one where the rules do not weigh.
pub(super) fn weight(weights: Option<&Column<'_>>, rules: &RuleSet, item: usize) -> i128 {
    match (rules.average.method, weights.map(|weights| weights.cell(item))) {
        (Method::Weighted, Some(Cell::Digits(weight))) => weight,
        (Method::Weighted, _) => 0,
        (Method::Mean, _) => 1,
    }
}
