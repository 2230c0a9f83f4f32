//! [`add_up`]: measures rows and adds them to their groups in one pass.

use core::ops::Range;

use super::groups::{Groups, Walk};
use super::kernel::{CHUNK, FRACTION_BITS};
use super::mean::{Averaging, Item, weight};
use super::percentages::Room;
use super::run::{Beside, Into, Run, Scratch};
use super::totals::{Small, Sum, Totals};
use super::vectors::{Loop, widest};
use crate::error::Errors;
use crate::number::Number;
use crate::prelude::*;
use crate::rules::{Method, RuleSet, Values};

/// Percentages that columns do not hold, by their rows.
pub(super) type Beyond = Vec<(usize, Number)>;

type Summed = (Totals, Beside);

/// The sums of all groups; the rows go into columns where some are given.
pub(super) fn add_up(
    run: &Run<'_>,
    averaging: &Averaging,
    rules: &RuleSet,
    groups: Groups<'_>,
    room: Option<Room<'_>>,
) -> Result<(Totals, Beyond), Errors> {
    let rows = run.table.len();
    if let Some(room) = &room {
        room.check(rows)?;
    }
    let call = Call { run, averaging, rules, groups };
    let (totals, beside) = call.part(0..rows, 0..groups.count(), room);
    Ok((totals, beside.done()?))
}

/// So many rows of a group are worth a second sum of it.
#[cfg(feature = "rayon")]
const ROWS_OF_A_SUM: usize = 16;

/// Room for the first rows, and for the others.
#[cfg(feature = "rayon")]
fn split(room: Option<Room<'_>>, at: usize) -> (Option<Room<'_>>, Option<Room<'_>>) {
    match room.map(|room| room.split(at)) {
        Some((first, others)) => (Some(first), Some(others)),
        None => (None, None),
    }
}

struct Call<'c> {
    run: &'c Run<'c>,
    averaging: &'c Averaging,
    rules: &'c RuleSet,
    groups: Groups<'c>,
}

impl Call<'_> {
    /// Some rows into the sums of some groups, with the threads of the current pool.
    #[cfg(feature = "rayon")]
    fn part(&self, rows: Range<usize>, groups: Range<usize>, room: Option<Room<'_>>) -> Summed {
        let Some(middle) = super::run::middle(&rows) else { return self.in_one(rows, groups, room) };
        if let Some((row, group)) = self.groups.border(middle).filter(|(row, _)| *row > rows.start) {
            let (first, others) = split(room, row - rows.start);
            let ((mut totals, mut beside), (behind, beside_behind)) = rayon::join(
                || self.part(rows.start..row, groups.start..group, first),
                || self.part(row..rows.end, group..groups.end, others),
            );
            totals.append(behind);
            beside.append(beside_behind);
            return (totals, beside);
        }
        // What two threads add up is added once more: it is worth it where there are many more rows than groups.
        if groups.len() * ROWS_OF_A_SUM > rows.len() {
            return self.in_one(rows, groups, room);
        }
        let (first, others) = split(room, middle - rows.start);
        let ((mut totals, mut beside), (more, beside_more)) = rayon::join(
            || self.part(rows.start..middle, groups.clone(), first),
            || self.part(middle..rows.end, groups.clone(), others),
        );
        totals.merge(&more);
        beside.append(beside_more);
        (totals, beside)
    }

    #[cfg(not(feature = "rayon"))]
    fn part(&self, rows: Range<usize>, groups: Range<usize>, room: Option<Room<'_>>) -> Summed {
        self.in_one(rows, groups, room)
    }

    fn in_one(&self, rows: Range<usize>, groups: Range<usize>, room: Option<Room<'_>>) -> Summed {
        let mut totals = self.averaging.totals(groups);
        let (mut scratch, mut beside) = (Scratch::default(), Beside::default());
        let (mut units, mut fraction) = ([0; CHUNK], [0; CHUNK]);
        let mut groups = self.groups.from(rows.start);
        let is_exact = self.averaging.of == Values::Exact;
        let mut fill = |rows: Range<usize>, percent: &mut [i64], category: &mut [u16], outcome: &mut [u8]| {
            let many = if is_exact { rows.len() } else { 0 };
            let (units, fraction) = (units.get_mut(..many), fraction.get_mut(..many));
            let (Some(units), Some(fraction)) = (units, fraction) else { return };
            let mut into = Into { percent, category, outcome, units, fraction };
            let known = beside.large.len();
            let all_small = self.run.chunk(rows.clone(), &mut into, &mut scratch, &mut beside);
            if all_small && self.averaging.takes_small() {
                let values = if is_exact { &into.units } else { &into.percent };
                let fractions = &*into.fraction;
                widest(AddSmall { values, fractions, groups: &mut groups, totals: &mut totals });
            } else {
                let large = beside.large.get(known..).unwrap_or_default();
                self.add(rows, &into, large, &mut groups, &mut totals);
            }
        };
        match room {
            Some(room) => room.chunks(rows, fill),
            None => {
                let (mut percent, mut category, mut outcome) = ([0; CHUNK], [0; CHUNK], [0; CHUNK]);
                let mut begin = rows.start;
                while begin < rows.end {
                    let end = rows.end.min(begin + CHUNK);
                    let many = ..end - begin;
                    let parts = (percent.get_mut(many), category.get_mut(many), outcome.get_mut(many));
                    let (Some(percent), Some(category), Some(outcome)) = parts else { break };
                    fill(begin..end, percent, category, outcome);
                    begin = end;
                }
            }
        }
        (totals, beside)
    }

    /// Adds the rows of a chunk, each as it is: small, large, or missing.
    fn add(
        &self,
        rows: Range<usize>,
        made: &Into<'_>,
        large: &[(usize, Number)],
        groups: &mut Walk<'_>,
        totals: &mut Totals,
    ) {
        let takes_small = self.averaging.takes_small() && large.is_empty();
        let mut row = rows.start;
        while let Some((group, many)) = groups.next(rows.end - row) {
            for row in row..row + many {
                let place = row - rows.start;
                let (value, fraction) = match self.averaging.of {
                    Values::Exact => (made.units.get(place), made.fraction.get(place).copied().unwrap_or(0)),
                    Values::Reported => (made.percent.get(place), 0),
                };
                let (Some(value), Some(outcome)) = (value, made.outcome.get(place)) else { continue };
                if takes_small && *outcome == 0 && Small::holds(*value) {
                    totals.add(group, Small::one(*value, fraction));
                } else {
                    self.add_other(row, (*value, fraction), *outcome, large, totals.other(group));
                }
            }
            row += many;
        }
    }

    /// Adds a row that is missing, large, or weighs.
    #[cold]
    fn add_other(&self, row: usize, value: (i64, i64), outcome: u8, large: &[(usize, Number)], sum: Option<&mut Sum>) {
        let Some(sum) = sum else { return };
        let off = if value.1 == 0 { 0 } else { self.run.off() };
        if large.binary_search_by_key(&row, |(row, _)| *row).is_ok() {
            sum.is_beyond = true;
        }
        let weighs = self.rules.average.method == Method::Weighted;
        let weight = if weighs { weight(self.run.table.weights.as_ref(), self.rules, row) } else { 1 };
        let value = (i128::from(value.0) << FRACTION_BITS) + i128::from(value.1);
        self.averaging.add(sum, Item { outcome, value, off, weight });
    }
}

/// Adds the rows of a chunk that all have a small percentage.
struct AddSmall<'a, 'g> {
    values: &'a [i64],
    /// What is above their units: reported percentages have nothing there.
    fractions: &'a [i64],
    groups: &'a mut Walk<'g>,
    totals: &'a mut Totals,
}

impl Loop for AddSmall<'_, '_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        let Self { values, fractions, groups, totals } = self;
        let Some(of) = groups.take(values.len()) else {
            let mut place = 0;
            while let Some((group, many)) = groups.next(values.len() - place) {
                let part = place..place + many;
                place = part.end;
                let fractions = fractions.get(part.clone()).unwrap_or_default();
                totals.add(group, Small::few(values.get(part).unwrap_or_default(), fractions));
            }
            return;
        };
        let rows = of.iter().map(|group| usize::try_from(*group).unwrap_or(usize::MAX)).zip(values);
        if fractions.is_empty() {
            rows.for_each(|(group, value)| totals.add(group, Small::one(*value, 0)));
        } else {
            rows.zip(fractions).for_each(|((group, value), fraction)| totals.add(group, Small::one(*value, *fraction)));
        }
    }
}
