//! [`Totals`]: the sums of the items of all groups, exact but for a bound that is known.

use core::ops::Range;

use super::kernel::FRACTION_BITS;
use super::plan::SMALL;
use crate::prelude::*;

/// How many items of a group count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupCoverage {
    /// How many count.
    pub used: u32,
    /// How many there are.
    pub total: u32,
    /// How many count as zero, because the rules say so of what is missing.
    pub as_zero: u32,
}

/// How many units of 2⁻⁵⁰ an item may be off that is no whole unit.
pub(super) type Off = i128;

pub(super) const ONE: i128 = 1 << FRACTION_BITS;
const FRACTION_MASK: i64 = (1 << FRACTION_BITS) - 1;

/// Of a sum of small items that has so many units the next part might not fit into 64 bits: a part has at most 512 items, which
/// is less than 2⁵⁹ units.
const LARGEST: u64 = 1 << 61;

/// Items that count as they are, beside each other: units, what is above them, how many there are, and of how many something
/// is above them. Nearly all items are small percentages that weigh alike: they are added like this.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Small {
    pub(super) units: i64,
    pub(super) fraction: i64,
    pub(super) count: u32,
    pub(super) inexact: u32,
}

impl Small {
    /// Whether a percentage is small.
    pub(super) const fn holds(units: i64) -> bool {
        units < SMALL && units > -SMALL
    }

    /// One small percentage.
    #[inline(always)]
    pub(super) fn one(units: i64, fraction: i64) -> Self {
        Self { units, fraction, count: 1, inexact: u32::from(fraction != 0) }
    }

    /// A few percentages, at most as many as a chunk has, which are all small. Reported ones have nothing above their units.
    #[inline(always)]
    pub(super) fn few(units: &[i64], fractions: &[i64]) -> Self {
        let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
        let sum = units.iter().fold(0_i64, |sum, units| sum.wrapping_add(*units));
        let (mut above, mut inexact) = (0_i64, 0_i64);
        for fraction in fractions {
            above = above.wrapping_add(*fraction);
            inexact += i64::from(*fraction != 0);
        }
        Self { units: sum, fraction: above, count, inexact: u32::try_from(inexact).unwrap_or(u32::MAX) }
    }

    #[inline(always)]
    pub(super) const fn add(&mut self, more: Self) {
        let above = self.fraction + more.fraction;
        self.units += more.units + (above >> FRACTION_BITS);
        self.fraction = above & FRACTION_MASK;
        self.count += more.count;
        self.inexact += more.inexact;
    }
}

/// What is known of the items of a group. They are added in 128 bits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub(super) used: u32,
    pub(super) total: u32,
    pub(super) as_zero: u32,
    pub(super) is_refused: bool,
    /// Whether only the items themselves decide: 128 bits do not hold all of it.
    pub(super) is_beyond: bool,
    /// In units of 2⁻⁵⁰ of the last place of what is averaged.
    pub(super) value: i128,
    pub(super) weight: i128,
    pub(super) off: Off,
}

impl Sum {
    #[inline(always)]
    pub(super) fn add(&mut self, value: Option<i128>, off: Option<Off>, weight: i128) {
        let added = value.and_then(|value| self.value.checked_add(value));
        let off = off.and_then(|off| self.off.checked_add(off));
        let weight = self.weight.checked_add(weight);
        match (added, off, weight) {
            (Some(value), Some(off), Some(weight)) => (self.value, self.off, self.weight) = (value, off, weight),
            _ => self.is_beyond = true,
        }
    }

    /// With small items, of which those that are no whole units are so far off.
    fn with(mut self, small: Small, off: Off) -> Self {
        let value = (i128::from(small.units) << FRACTION_BITS) + i128::from(small.fraction);
        self.add(Some(value), off.checked_mul(i128::from(small.inexact)), i128::from(small.count));
        Self { used: self.used + small.count, total: self.total + small.count, ..self }
    }

    /// Adds the items of another part of the group.
    #[cfg(feature = "rayon")]
    fn merge(&mut self, other: &Self) {
        self.add(Some(other.value), Some(other.off), other.weight);
        self.used += other.used;
        self.total += other.total;
        self.as_zero += other.as_zero;
        self.is_refused |= other.is_refused;
        self.is_beyond |= other.is_beyond;
    }
}

/// The sums of all groups.
#[derive(Debug)]
pub(super) struct Totals {
    /// The first of the groups.
    first: usize,
    small: Vec<Small>,
    /// What is not small: empty until something is not.
    others: Vec<Sum>,
    off: Off,
}

impl Totals {
    /// Of some groups, whose items may be so far off.
    pub(super) fn new(groups: Range<usize>, off: Off) -> Self {
        Self { first: groups.start, small: vec![Small::default(); groups.len()], others: Vec::new(), off }
    }

    /// Where a group stands among these: far away where it is none of them.
    #[inline(always)]
    const fn place(&self, group: usize) -> usize {
        group.wrapping_sub(self.first)
    }

    /// Adds items that count as they are.
    #[inline(always)]
    pub(super) fn add(&mut self, group: usize, items: Small) {
        let place = self.place(group);
        let Some(small) = self.small.get_mut(place) else { return };
        small.add(items);
        if small.units.unsigned_abs() >= LARGEST {
            self.put_aside(group);
        }
    }

    /// Small items that are many: they stand among the others from now on.
    #[cold]
    fn put_aside(&mut self, group: usize) {
        let (place, off) = (self.place(group), self.off);
        let small = self.small.get_mut(place).map(core::mem::take).unwrap_or_default();
        if let Some(sum) = self.other(group) {
            *sum = sum.with(small, off);
        }
    }

    /// Where items are added that are not small.
    pub(super) fn other(&mut self, group: usize) -> Option<&mut Sum> {
        if self.others.is_empty() {
            self.others.resize(self.small.len(), Sum::default());
        }
        let place = self.place(group);
        self.others.get_mut(place)
    }

    /// The small items of some groups, and the others; these are empty where all are small.
    pub(super) fn parts(&self, groups: Range<usize>) -> (&[Small], &[Sum]) {
        let groups = self.place(groups.start)..self.place(groups.end);
        let small = self.small.get(groups.clone()).unwrap_or_default();
        (small, self.others.get(groups).unwrap_or_default())
    }

    fn of(&self, group: usize) -> (Small, Sum) {
        let place = self.place(group);
        let small = self.small.get(place).copied().unwrap_or_default();
        (small, self.others.get(place).copied().unwrap_or_default())
    }

    /// All items of a group.
    pub(super) fn sum(&self, group: usize) -> Sum {
        let (small, other) = self.of(group);
        other.with(small, self.off)
    }

    /// How many items of a group count.
    pub(super) fn coverage(&self, group: usize) -> GroupCoverage {
        let (small, other) = self.of(group);
        GroupCoverage { used: other.used + small.count, total: other.total + small.count, as_zero: other.as_zero }
    }

    /// Adds what another thread has of the same groups.
    #[cfg(feature = "rayon")]
    pub(super) fn merge(&mut self, more: &Self) {
        for (group, items) in (self.first..).zip(&more.small) {
            // Both are smaller than what is put aside: together 64 bits hold them.
            self.add(group, *items);
        }
        for (group, items) in (self.first..).zip(&more.others) {
            if let Some(sum) = self.other(group) {
                sum.merge(items);
            }
        }
    }

    /// Appends the groups behind these.
    #[cfg(feature = "rayon")]
    pub(super) fn append(&mut self, behind: Self) {
        if !self.others.is_empty() || !behind.others.is_empty() {
            self.others.resize(self.small.len(), Sum::default());
            self.others.extend(behind.others);
            self.others.resize(self.small.len() + behind.small.len(), Sum::default());
        }
        self.small.extend(behind.small);
    }
}
