//! Sums of the items of a group, exact but for a bound that is known, and the mean of them.

use super::bands::{Bands, Looked, units};
use super::kernel::FRACTION_BITS;
use super::outcome::RowOutcome;
use super::single::{POWERS, halves, rounded};
use crate::measure::missing;
use crate::number::{Mode, Number, Rounding};
use crate::outcome::ReasonCode;
use crate::rules::{Figure, LimitIn, Method, Missing, RuleSet, Values};

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
///
/// Nearly all items are small percentages that weigh alike: they are added in 64 bits, and stand in the first fields. All others
/// are added with care, in 128 bits.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub(super) struct Sum {
    /// Of small items: units, what is above them, how many there are, and of how many something is above them.
    units: i64,
    fraction: i64,
    small: u32,
    inexact: u32,
    used: u32,
    total: u32,
    as_zero: u32,
    is_refused: bool,
    /// Whether 128 bits hold all of it.
    is_beyond: bool,
    value: i128,
    weight: i128,
    off: Off,
}

/// Of so many units each, 2³² items add up in 64 bits.
const SMALL_ITEM: i64 = 1 << 30;

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
    weighs: bool,
    /// How far an item may be off that is no whole unit.
    off: Off,
    nothing: RowOutcome,
    incomplete: RowOutcome,
    zero_weights: RowOutcome,
}

const ONE: i128 = 1 << FRACTION_BITS;
const FRACTION_MASK: i64 = (1 << FRACTION_BITS) - 1;

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
        Self {
            of: rules.average.of,
            mode: rounding.mode(),
            bands: Bands::new(rules, rounding.places()).filter(|_| are_held),
            from,
            places: rounding.places(),
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

    /// Whether items count as they are: neither held between limits nor weighed.
    pub(super) const fn takes_small(&self) -> bool {
        self.least.is_none() && self.most.is_none() && !self.weighs
    }

    /// The mean of what was added; nothing where only the items themselves decide it.
    pub(super) fn mean(&self, sum: &Sum) -> Option<Mean> {
        let sum = &sum.together(self.off);
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
        if sum.off == 0 && sum.value & i128::from(FRACTION_MASK) == 0 {
            return self.mean_of_units(sum.value >> FRACTION_BITS, up, weight, bands);
        }
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

    /// The mean of whole units, which is exact.
    fn mean_of_units(&self, units: i128, up: i128, weight: i128, bands: &Bands) -> Option<Mean> {
        let above = units.checked_mul(up)?;
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

impl Sum {
    /// How many items count.
    pub(super) const fn used(&self) -> u32 {
        self.used + self.small
    }

    /// How many items there are.
    pub(super) const fn total(&self) -> u32 {
        self.total + self.small
    }

    /// How many items count as zero.
    pub(super) const fn as_zero(&self) -> u32 {
        self.as_zero
    }

    /// Adds a percentage that counts as it is, in units and what is above them. Whether it is small.
    #[inline(always)]
    pub(super) const fn add_small(&mut self, units: i64, fraction: i64) -> bool {
        let is_small = units < SMALL_ITEM && units > -SMALL_ITEM;
        if is_small {
            let above = self.fraction + fraction;
            self.units += units + (above >> FRACTION_BITS);
            self.fraction = above & FRACTION_MASK;
            self.inexact += if fraction == 0 { 0 } else { 1 };
            self.small += 1;
        }
        is_small
    }

    /// The same for a few beside each other, at most as many as a chunk has. Whether all are small.
    #[inline(always)]
    pub(super) fn add_few(&mut self, units: &[i64], fractions: &[i64]) -> bool {
        let (mut sum, mut signs, mut above, mut inexact) = (0_i64, 0_i64, 0_i64, 0_i64);
        for (units, fraction) in units.iter().zip(fractions) {
            sum = sum.wrapping_add(*units);
            signs |= units.wrapping_add(SMALL_ITEM - 1) | (SMALL_ITEM - 1).wrapping_sub(*units);
            above = above.wrapping_add(*fraction);
            inexact += i64::from(*fraction != 0);
        }
        if signs < 0 {
            return false;
        }
        above += self.fraction;
        self.units += sum + (above >> FRACTION_BITS);
        self.fraction = above & FRACTION_MASK;
        self.inexact += u32::try_from(inexact).unwrap_or(u32::MAX);
        self.small += u32::try_from(units.len()).unwrap_or(u32::MAX);
        true
    }

    /// Small items and all others in one.
    fn together(&self, off: Off) -> Self {
        let mut sum = *self;
        let value = (i128::from(self.units) << FRACTION_BITS) + i128::from(self.fraction);
        sum.add(Some(value), off.checked_mul(i128::from(self.inexact)), i128::from(self.small));
        Self { used: self.used(), total: self.total(), small: 0, ..sum }
    }

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
        let above = self.fraction + other.fraction;
        self.units += other.units + (above >> FRACTION_BITS);
        self.fraction = above & FRACTION_MASK;
        self.small += other.small;
        self.inexact += other.inexact;
        self.used += other.used;
        self.total += other.total;
        self.as_zero += other.as_zero;
        self.is_refused |= other.is_refused;
        self.is_beyond |= other.is_beyond;
    }
}
