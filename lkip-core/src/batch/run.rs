//! [`Run`]: the rows of a table in chunks, each the fast way, and those that it does not hold by themselves.

use alloc::borrow::Cow;
use core::ops::Range;

use super::column::{Cell, Column};
use super::kernel::{self, Between, CHUNK, Rows};
use super::single::{Kind, POWERS, Row, Single};
use super::table::{Polarities, Rules, Table, beyond_places};
use super::vectors;
use super::width::load;
use crate::error::{Error, Errors};
use crate::measure::{Achievement, Measurement, Realization, Target};
use crate::number::Number;
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::Polarity;

/// Where rows are parted for two threads; nothing where they are too few, or there is one thread.
#[cfg(feature = "rayon")]
pub(super) fn middle(rows: &Range<usize>) -> Option<usize> {
    /// A thread is worth its start for so many rows.
    const ROWS_OF_A_THREAD: usize = 1 << 15;
    let is_worth_it = rows.len() >= 2 * ROWS_OF_A_THREAD && rayon::current_num_threads() > 1;
    is_worth_it.then_some(rows.start + rows.len().div_ceil(CHUNK) / 2 * CHUNK)
}

/// Of many wrong cells these are told.
pub const MOST_TOLD: usize = 10;

/// Where the rows of a part go. All are as long as the part; the last two are empty where nobody needs them.
pub(super) struct Into<'a> {
    pub(super) percent: &'a mut [i64],
    pub(super) category: &'a mut [u16],
    pub(super) outcome: &'a mut [u8],
    pub(super) units: &'a mut [i64],
    pub(super) fraction: &'a mut [i64],
}

/// What does not fit into the columns that are made.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Percentages that the columns do not hold, by their rows.
    pub(super) large: Vec<(usize, Number)>,
    problems: Vec<Error>,
}

impl Beside {
    /// What two parts have, one after the other.
    #[cfg(feature = "rayon")]
    pub(super) fn append(&mut self, other: Self) {
        self.large.extend(other.large);
        self.problems.extend(other.problems);
    }

    /// The large percentages, or what was wrong with cells.
    pub(super) fn done(self) -> Result<Vec<(usize, Number)>, Errors> {
        let mut problems = Problems::default();
        self.problems.into_iter().take(MOST_TOLD).for_each(|problem| problems.add(problem));
        problems.done().map(|()| self.large)
    }
}

/// Digits of a chunk that are not there as they are needed.
pub(super) struct Scratch {
    target: Vec<i64>,
    realization: Vec<i64>,
    between: Between,
    gathered: Gathered,
}

/// Targets, realizations, and which way each row is good, where they differ.
type Inputs<'a> = ([&'a [i64]; 2], &'a [Polarity]);

/// The rows of a chunk that have the same rules, beside each other.
#[derive(Default)]
struct Gathered {
    rows: Vec<usize>,
    inputs: [Vec<i64>; 2],
    polarities: Vec<Polarity>,
    percent: Vec<i64>,
    category: Vec<u16>,
    marked: Vec<u8>,
    units: Vec<i64>,
    fraction: Vec<i64>,
}

impl Default for Scratch {
    fn default() -> Self {
        let digits = || vec![0; CHUNK];
        Self { target: digits(), realization: digits(), between: Between::default(), gathered: Gathered::default() }
    }
}

/// A table with its rules made ready.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub(super) table: Table<'a>,
    pub(super) rules: Rules<'a>,
    pub(super) singles: Cow<'a, [Single]>,
    /// What the digits of the two columns are multiplied with, so that both have the same places.
    factors: [i128; 2],
    /// What the percentages of each rule set are multiplied with, so that all have the same places.
    lifts: Vec<i128>,
    pub(super) places: u32,
}

impl<'a> Run<'a> {
    /// Checks that the columns fit together.
    pub(super) fn new(kind: Kind, table: Table<'a>, rules: Rules<'a>) -> Result<Self, Errors> {
        table.check(&rules)?;
        let singles = match rules {
            Rules::Ready(single) if single.kind == kind => Cow::Borrowed(core::slice::from_ref(single)),
            _ => rules.sets().iter().map(|rules| Single::of(kind, rules)).collect(),
        };
        let places = singles.iter().map(Single::places).max().unwrap_or(0);
        let common = table.target.places().max(table.realization.places());
        let power = |exponent: u32| POWERS.get(usize::try_from(exponent).unwrap_or(usize::MAX)).copied().unwrap_or(1);
        let factors = [&table.target, &table.realization].map(|column| power(common - column.places()));
        let lifts = singles.iter().map(|single| power(places - single.places())).collect();
        Ok(Self { table, rules, singles, factors, lifts, places })
    }

    /// How many units of 2⁻⁵⁰ a fraction may be off: one, as many times as percentages are lifted.
    pub(super) fn off(&self) -> i128 {
        self.lifts.iter().copied().max().unwrap_or(1)
    }

    /// The rules of a row, made ready.
    pub(super) fn single(&self, row: usize) -> Option<&Single> {
        self.singles.get(self.rules.place(row))
    }

    /// The achievement of a row by itself, with all that explains it.
    pub(super) fn achievement(&self, row: usize) -> Option<Achievement> {
        let number = |column: &Column<'_>| match column.cell(row) {
            Cell::Digits(digits) => column.number(digits).map(Some),
            Cell::Absent => Some(None),
            Cell::Unreadable | Cell::Unproven(_) => None,
        };
        let single = self.single(row).filter(|single| single.kind == Kind::Achievement && row < self.table.len())?;
        let target = match self.table.own_target(row) {
            Some(target) => target,
            None => number(&self.table.target)?.map_or(Target::None, Target::Value),
        };
        let realization = match number(&self.table.realization)? {
            Some(measured) => Realization::Measured(measured),
            None => self.table.states.of(row),
        };
        let measurement =
            Measurement { target, realization, polarity: self.table.polarities.of(row), footnotes: Vec::new() };
        Some(measurement.achievement(&single.rules))
    }

    /// The rows of a chunk. Whether all have a small percentage.
    pub(super) fn chunk(
        &self,
        rows: Range<usize>,
        into: &mut Into<'_>,
        scratch: &mut Scratch,
        beside: &mut Beside,
    ) -> bool {
        let Scratch { target, realization, between, gathered } = scratch;
        let [of_target, of_realization] = self.factors;
        let target = load(&self.table.target, rows.clone(), of_target, target);
        let realization = load(&self.table.realization, rows.clone(), of_realization, realization);
        let (polarity, polarities) = polarity(self.table.polarities, rows.clone());
        let inputs = ([target, realization], polarities);
        let any = match self.same_rules(rows.clone()) {
            Some(place) => self.all(place, polarity, inputs, into, between),
            None => {
                self.some(rows.clone(), polarity, inputs, into, (gathered, between));
                true
            }
        };
        let has_all = self.table.target.has_all(rows.clone())
            && self.table.realization.has_all(rows.clone())
            && self.table.targets.is_empty();
        if !any && has_all {
            return true;
        }
        for (place, row) in rows.enumerate() {
            let is_marked = into.outcome.get(place).is_some_and(|marked| *marked != 0);
            if is_marked || !has_all && self.lacks(row) {
                self.alone(row, place, into, beside);
            }
        }
        false
    }

    /// The rule set of all rows; nothing where they have several.
    fn same_rules(&self, mut rows: Range<usize>) -> Option<usize> {
        let first = self.rules.place(rows.start);
        match self.rules {
            Rules::All(_) | Rules::Ready(_) => Some(first),
            Rules::Each { .. } => rows.all(|row| self.rules.place(row) == first).then_some(first),
        }
    }

    /// A chunk of one rule set. Whether any row is marked.
    fn all(
        &self,
        place: usize,
        polarity: Option<Polarity>,
        inputs: Inputs<'_>,
        into: &mut Into<'_>,
        between: &mut Between,
    ) -> bool {
        let plan = self.singles.get(place).and_then(|single| single.plan.as_ref());
        let is_lifted = self.lifts.get(place) != Some(&1);
        let Some(plan) = plan.filter(|_| !is_lifted) else {
            into.outcome.fill(1);
            return true;
        };
        let ([target, realization], polarities) = inputs;
        let rows = Rows {
            target,
            realization,
            polarities,
            percent: into.percent,
            category: into.category,
            marked: into.outcome,
            between,
            units: into.units,
            fraction: into.fraction,
        };
        vectors::compute(plan, polarity, rows)
    }

    /// A chunk of several rule sets: rows of each are put beside each other, computed, and put back.
    fn some(
        &self,
        rows: Range<usize>,
        polarity: Option<Polarity>,
        inputs: Inputs<'_>,
        into: &mut Into<'_>,
        (gathered, between): (&mut Gathered, &mut Between),
    ) {
        for place in 0..self.singles.len() {
            gathered.rows.clear();
            let own = rows.clone().enumerate().filter(|(_, row)| self.rules.place(*row) == place);
            gathered.rows.extend(own.map(|(at, _)| at));
            if gathered.rows.is_empty() {
                continue;
            }
            let many = gathered.rows.len();
            for (to, from) in gathered.inputs.iter_mut().zip(inputs.0) {
                to.clear();
                to.extend(gathered.rows.iter().filter_map(|at| from.get(*at)));
            }
            gathered.polarities.clear();
            gathered.polarities.extend(gathered.rows.iter().filter_map(|at| inputs.1.get(*at)));
            let exact = if into.units.is_empty() { 0 } else { many };
            gathered.percent.resize(many, 0);
            gathered.category.resize(many, 0);
            gathered.marked.resize(many, 0);
            gathered.units.resize(exact, 0);
            gathered.fraction.resize(exact, 0);
            let mut beside = Into {
                percent: &mut gathered.percent,
                category: &mut gathered.category,
                outcome: &mut gathered.marked,
                units: &mut gathered.units,
                fraction: &mut gathered.fraction,
            };
            let inputs = (gathered.inputs.each_ref().map(Vec::as_slice), gathered.polarities.as_slice());
            self.all(place, polarity, inputs, &mut beside, between);
            scatter(&gathered.rows, &gathered.percent, into.percent);
            scatter(&gathered.rows, &gathered.category, into.category);
            scatter(&gathered.rows, &gathered.marked, into.outcome);
            scatter(&gathered.rows, &gathered.units, into.units);
            scatter(&gathered.rows, &gathered.fraction, into.fraction);
        }
    }

    /// Whether a row lacks a number, or has one that is not only a number.
    fn lacks(&self, row: usize) -> bool {
        let lacks = |column: &Column<'_>| !column.has_all(row..row + 1);
        lacks(&self.table.target) || lacks(&self.table.realization) || self.table.own_target(row).is_some()
    }

    /// A row by itself: what a single measurement gives.
    fn alone(&self, row: usize, place: usize, into: &mut Into<'_>, beside: &mut Beside) {
        let rules = self.rules.place(row);
        let (Some(single), Some(lift)) = (self.singles.get(rules), self.lifts.get(rules)) else { return };
        let made = self.measured(row, single, beside);
        let lifted = |number: i64| i64::try_from(i128::from(number).checked_mul(*lift)?).ok();
        let exact = if into.units.is_empty() { Some((0, 0)) } else { self.exact(&made, *lift) };
        let (percent, units, fraction) = match (made.large, lifted(made.percent), exact) {
            (None, Some(percent), Some((units, rest))) => (percent, units, rest),
            (large, ..) => {
                let number = large.or_else(|| Number::from_parts(i128::from(made.percent), single.places()));
                beside.large.extend(number.map(|number| (row, number)));
                (0, 0, 0)
            }
        };
        put(into.percent, place, percent);
        put(into.category, place, made.category);
        put(into.outcome, place, made.outcome.code());
        put(into.units, place, units);
        put(into.fraction, place, fraction);
    }

    /// Units of an exact percentage, lifted, and what is above them.
    fn exact(&self, made: &Row, lift: i128) -> Option<(i64, i64)> {
        // What stands above a unit is lifted too.
        let fraction = i128::from(made.fraction()?).checked_mul(lift)?;
        let units = i128::from(made.units).checked_mul(lift)?.checked_add(fraction >> kernel::FRACTION_BITS)?;
        let fraction = fraction & ((1 << kernel::FRACTION_BITS) - 1);
        Some((i64::try_from(units).ok()?, i64::try_from(fraction).ok()?))
    }

    fn measured(&self, row: usize, single: &Single, beside: &mut Beside) -> Row {
        let table = &self.table;
        let mut cell = |name, column: &Column<'_>| match column.cell(row) {
            Cell::Unproven(float) => {
                if beside.problems.len() < MOST_TOLD {
                    beside.problems.push(beyond_places(name, column, row, float));
                }
                Cell::Unreadable
            }
            cell => cell,
        };
        let own = table.own_target(row);
        let target = if own.is_some() { Cell::Digits(1) } else { cell("target", &table.target) };
        let realization = cell("realization", &table.realization);
        let polarity = table.polarities.of(row);
        let (target, realization) = match (target, realization) {
            (Cell::Unreadable | Cell::Unproven(_), _) | (_, Cell::Unreadable | Cell::Unproven(_)) => {
                return single.unreadable();
            }
            (Cell::Absent, _) => return single.without_target(),
            (Cell::Digits(_), Cell::Absent) if own == Some(Target::None) => return single.without_target(),
            (Cell::Digits(_), Cell::Absent) => return single.without_realization(&table.states.of(row)),
            (Cell::Digits(target), Cell::Digits(realization)) => (target, realization),
        };
        let Some(measured) = table.realization.number(realization) else { return single.too_large() };
        let by_reference = |target| single.by_reference(target, Realization::Measured(measured), polarity);
        if let Some(own) = own {
            return by_reference(own);
        }
        let Some(promised) = table.target.number(target) else { return single.too_large() };
        let [of_target, of_realization] = self.factors;
        let digits = target.checked_mul(of_target).zip(realization.checked_mul(of_realization));
        let made = digits.and_then(|(target, realization)| single.numbers(target, realization, polarity));
        made.unwrap_or_else(|| by_reference(Target::Value(promised)))
    }
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(to) = list.get_mut(place) {
        *to = value;
    }
}

fn scatter<T: Copy>(places: &[usize], from: &[T], to: &mut [T]) {
    for (place, value) in places.iter().zip(from) {
        put(to, *place, *value);
    }
}

/// The polarity of all rows of a chunk; where they differ nothing, and that of each.
fn polarity(polarities: Polarities<'_>, rows: Range<usize>) -> (Option<Polarity>, &[Polarity]) {
    let each = match polarities {
        Polarities::All(polarity) => return (Some(polarity), &[]),
        Polarities::Each(each) => each.get(rows).unwrap_or_default(),
    };
    let first = each.first().copied().unwrap_or(Polarity::Higher);
    if each.iter().all(|polarity| *polarity == first) { (Some(first), &[]) } else { (None, each) }
}
