//! Sums of the items of a group, exact but for a bound that is known, and the mean of them.

use super::bands::{Bands, Looked, units};
use super::kernel::FRACTION_BITS;
use super::outcome::RowOutcome;
use super::single::{POWERS, halves, rounded};
use crate::measure::missing;
use crate::number::{Mode, Number, Rounding};
use crate::outcome::ReasonCode;
use crate::rules::{Figure, LimitIn, Missing, RuleSet, Values};

/// How many units of 2⁻⁵⁰ an item may be off that is no whole unit.
type Off = i128;

/// An item as it counts: in units of 2⁻⁵⁰ of the last place of what is averaged.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) outcome: u8,
    pub(super) value: i128,
    pub(super) off: Off,
    pub(super) weight: i128,
}

/// What is known of the items of a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    value: i128,
    weight: i128,
    off: Off,
    pub(super) used: u32,
    pub(super) total: u32,
    pub(super) as_zero: u32,
    is_refused: bool,
    /// Whether 128 bits hold all of it.
    is_beyond: bool,
}

/// What a group gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mean {
    pub(super) percent: i64,
    pub(super) category: u16,
    pub(super) outcome: RowOutcome,
    /// The exact mean, as an item of a group above.
    pub(super) value: i128,
    pub(super) off: Off,
}

impl Mean {
    pub(super) const fn nothing(outcome: RowOutcome) -> Self {
        Self { percent: 0, category: 0, outcome, value: 0, off: 0 }
    }
}

/// What the rules say of averages, made ready.
#[derive(Debug)]
pub(super) struct Averaging {
    pub(super) of: Values,
    mode: Mode,
    /// Nothing where only the items themselves decide, because integers do not hold what the rules say.
    bands: Option<Bands>,
    /// The decimal places of what is averaged and of the average.
    from: u32,
    pub(super) places: u32,
    /// The floor and the cap of items.
    least: Option<i128>,
    most: Option<i128>,
    /// What becomes of an item, by the code of its outcome: it counts, or what the rules say.
    by_outcome: [Option<Missing>; 256],
    nothing: RowOutcome,
    incomplete: RowOutcome,
    zero_weights: RowOutcome,
}

const ONE: i128 = 1 << FRACTION_BITS;

impl Averaging {
    /// For items of so many places.
    pub(super) fn new(rules: &RuleSet, from: u32) -> Self {
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
        Self {
            of: rules.average.of,
            mode: rounding.mode(),
            bands: Bands::new(rules, rounding.places()).filter(|_| are_held),
            from,
            places: rounding.places(),
            least: floor.flatten(),
            most: cap.flatten(),
            by_outcome,
            nothing: RowOutcome::of(ReasonCode::NothingToAverage),
            incomplete: RowOutcome::of(ReasonCode::IncompleteAverage),
            zero_weights: RowOutcome::of(ReasonCode::ZeroWeights),
        }
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
        let power = |by: u32| POWERS.get(usize::try_from(by).unwrap_or(usize::MAX)).copied();
        let (up, down) = (power(self.places.saturating_sub(self.from))?, power(self.from.saturating_sub(self.places))?);
        let weight = sum.weight.checked_mul(down)?;
        let below = weight.checked_mul(ONE)?;
        let at = |value: i128| self.at(value.checked_mul(up)?, below, bands);
        let (percent, _, category) = at(sum.value)?;
        if sum.off != 0 {
            // Whatever the true sum is, it lies between these: where both give the same, so does it.
            let (low, high) = (at(sum.value.checked_sub(sum.off)?)?, at(sum.value.checked_add(sum.off)?)?);
            let same = (low.0, low.2) == (percent, category) && (high.0, high.2) == (percent, category);
            let crosses = |cut: &(i64, u16)| low.1 < cut.0 && cut.0 <= high.1;
            if !same || bands.looked == Looked::Exact && bands.cuts.iter().any(crosses) {
                return None;
            }
        }
        let lifted = sum.value.checked_mul(up)?;
        let is_whole = sum.off == 0 && lifted.rem_euclid(weight) == 0;
        let off = if is_whole { 0 } else { sum.off.checked_mul(up)? / weight + 2 };
        Some(Mean { percent, category, outcome: RowOutcome::COMPUTED, value: lifted.div_euclid(weight), off })
    }

    /// A quotient rounded, in half units, and its category.
    fn at(&self, above: i128, below: i128, bands: &Bands) -> Option<(i64, i64, u16)> {
        let (units, rest) = (i64::try_from(above.div_euclid(below)).ok()?, above.rem_euclid(below));
        let half = halves(units, rest)?;
        let percent = rounded(self.mode, units, rest, below)?;
        Some((percent, half, bands.code(if bands.looked == Looked::Exact { half } else { percent })))
    }
}

impl Sum {
    #[inline(always)]
    fn add(&mut self, value: Option<i128>, off: Option<Off>, weight: i128) {
        let added = value.and_then(|value| self.value.checked_add(value));
        let off = off.and_then(|off| self.off.checked_add(off));
        let weight = self.weight.checked_add(weight);
        match (added, off, weight) {
            (Some(value), Some(off), Some(weight)) => (self.value, self.off, self.weight) = (value, off, weight),
            _ => self.is_beyond = true,
        }
    }

    /// What only the items themselves decide.
    pub(super) const fn mark(&mut self) {
        self.is_beyond = true;
    }

    /// Adds the items of another part of the group.
    #[cfg(feature = "rayon")]
    pub(super) fn merge(&mut self, other: &Self) {
        self.add(Some(other.value), Some(other.off), other.weight);
        self.used += other.used;
        self.total += other.total;
        self.as_zero += other.as_zero;
        self.is_refused |= other.is_refused;
        self.is_beyond |= other.is_beyond;
    }
}
