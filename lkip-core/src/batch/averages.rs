//! [`Averages`]: means of groups of rows, and of groups of groups.

use core::ops::Range;

use super::column::{Cell, Column};
use super::groups::{Groups, Walk};
use super::kernel::FRACTION_BITS;
use super::outcome::{CategoryCode, RowOutcome};
use super::percentages::Room;
use super::run::{Beside, CHUNK, Into, MOST_TOLD, Run, Scratch};
use super::single::{Kind, Single};
use super::sum::{Averaging, Item, Mean, Sum};
use super::table::{Rules, Table};
use crate::error::{Code, Detail, Error, Errors};
use crate::measure::{self, Average, check_weight, missing};
use crate::number::Number;
use crate::outcome::{Reason, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::{Category, Figure, Method, Missing, RuleSet, Values};
use crate::text::{join, size};

/// The averages of groups, with their categories and how many items each counts.
#[doc(alias = "rata-rata")]
#[derive(Debug)]
pub struct Averages<'a> {
    of: Of<'a>,
    groups: Groups<'a>,
    weights: Option<Column<'a>>,
    rules: &'a RuleSet,
    percents: Vec<i64>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
    coverage: Vec<GroupCoverage>,
    /// The exact means, for groups above.
    means: Vec<Option<(i128, i128)>>,
    large: Vec<(usize, Number)>,
    /// Percentages of rows that the columns do not hold into which they were written.
    rows_beyond: Vec<(usize, Number)>,
}

/// Percentages that columns do not hold, by their rows.
type Beyond = Vec<(usize, Number)>;

/// What is averaged.
#[derive(Debug)]
enum Of<'a> {
    Rows(Box<Run<'a>>),
    Averages(&'a Averages<'a>),
}

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

impl<'a> Table<'a> {
    /// The averages of groups of rows, as [`average`](crate::measure::average) gives them. Rows of several rule sets are
    /// averaged by the first.
    ///
    /// # Errors
    ///
    /// As [`achievements`](Self::achievements), [`GroupOutOfRange`](Code::GroupOutOfRange); under rules that weigh, or where
    /// weights are given, [`WeightMissing`](Code::WeightMissing) and [`NegativeWeight`](Code::NegativeWeight).
    ///
    /// ```
    /// use lkip_core::batch::{Column, Groups, Table};
    /// use lkip_core::rules;
    /// let rules = rules::rule_set("setda-kaltim-2021")?;
    /// let (targets, realizations) = ([10_000, 7_000, 7_000, 9_500], [10_000, 9_840, 7_413, 0]);
    /// let table = Table::new(Column::new(&targets, 2), Column::new(&realizations, 2));
    /// let made = table.averages(&rules, Groups::Ends(&[3, 4]))?;
    /// assert_eq!(made.percent(0).map(|percent| percent.to_string()).as_deref(), Some("115.49"));
    /// assert_eq!(made.coverage()[0].used, 3);
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    pub fn averages(
        &self,
        rules: impl core::convert::Into<Rules<'a>>,
        groups: Groups<'a>,
    ) -> Result<Averages<'a>, Errors> {
        Averages::of_rows(*self, rules.into(), groups, None)
    }

    /// The same, and in one pass the achievement of every row, into columns that are there.
    ///
    /// # Errors
    ///
    /// As [`averages`](Self::averages) and [`achievements_into`](Self::achievements_into).
    pub fn averages_into(
        &self,
        rules: impl core::convert::Into<Rules<'a>>,
        groups: Groups<'a>,
        room: Room<'_>,
    ) -> Result<Averages<'a>, Errors> {
        Averages::of_rows(*self, rules.into(), groups, Some(room))
    }
}

impl<'a> Averages<'a> {
    fn of_rows(table: Table<'a>, rules: Rules<'a>, groups: Groups<'a>, room: Option<Room<'_>>) -> Result<Self, Errors> {
        let run = Run::new(Kind::Achievement, table, rules)?;
        let rows = table.len();
        let Some(own) = rules.sets().first() else { return Err(Error::new(Code::RulesMissing).into()) };
        check(table.weights.as_ref(), own.average.method, groups, rows)?;
        let averaging = Averaging::new(own, run.places, run.off());
        let (sums, large) = sums(&run, &averaging, own, groups, room)?;
        let mut made = Self::new(Of::Rows(Box::new(run)), groups, table.weights, own, &averaging, &sums)?;
        made.rows_beyond = large;
        Ok(made)
    }

    /// The averages of groups of these averages, one level up: each is one item.
    ///
    /// # Errors
    ///
    /// [`GroupOutOfRange`](Code::GroupOutOfRange), [`UnequalLengths`](Code::UnequalLengths),
    /// [`WeightMissing`](Code::WeightMissing), [`NegativeWeight`](Code::NegativeWeight).
    pub fn averages<'b>(&'b self, groups: Groups<'b>, weights: Option<Column<'b>>) -> Result<Averages<'b>, Errors> {
        let rules = self.rules;
        check(weights.as_ref(), rules.average.method, groups, self.percents.len())?;
        let averaging = Averaging::new(rules, self.places(), 0);
        let mut sums = vec![Sum::default(); groups.count()];
        let mut walk = groups.from(0);
        for item in 0..self.percents.len() {
            let Some((group, _)) = walk.next(1) else { break };
            let (Some(sum), Some(outcome)) = (sums.get_mut(group), self.outcomes.get(item)) else { continue };
            let value = self.item(item, averaging.of);
            if value.is_none() {
                sum.mark();
            }
            let (value, off) = value.unwrap_or_default();
            let weight = weight(weights.as_ref(), rules, item);
            averaging.add(sum, Item { outcome: *outcome, value, off, weight });
        }
        Averages::new(Of::Averages(self), groups, weights, rules, &averaging, &sums)
    }

    /// A group as an item of the average above it, and how far off it may be.
    fn item(&self, group: usize, of: Values) -> Option<(i128, i128)> {
        match of {
            Values::Exact => self.means.get(group).copied().flatten(),
            Values::Reported if self.large.binary_search_by_key(&group, |(group, _)| *group).is_ok() => None,
            Values::Reported => self.percents.get(group).map(|percent| (i128::from(*percent) << FRACTION_BITS, 0)),
        }
    }

    fn new(
        of: Of<'a>,
        groups: Groups<'a>,
        weights: Option<Column<'a>>,
        rules: &'a RuleSet,
        averaging: &Averaging,
        sums: &[Sum],
    ) -> Result<Self, Errors> {
        let count = sums.len();
        let mut made = Self {
            of,
            groups,
            weights,
            rules,
            percents: Vec::with_capacity(count),
            categories: Vec::with_capacity(count),
            outcomes: Vec::with_capacity(count),
            coverage: Vec::with_capacity(count),
            means: Vec::with_capacity(count),
            large: Vec::new(),
            rows_beyond: Vec::new(),
        };
        let mut undecided = Vec::new();
        for (group, sum) in sums.iter().enumerate() {
            let mean = averaging.mean(sum);
            if mean.is_none() {
                undecided.push(group);
            }
            let mean = mean.unwrap_or(Mean::nothing(RowOutcome::COMPUTED));
            made.percents.push(mean.percent);
            made.categories.push(mean.category);
            made.outcomes.push(mean.outcome.code());
            made.coverage.push(GroupCoverage { used: sum.used(), total: sum.total(), as_zero: sum.as_zero() });
            made.means.push((mean.outcome == RowOutcome::COMPUTED).then_some((mean.value, mean.off)));
        }
        made.by_reference(&undecided)?;
        Ok(made)
    }

    /// Groups that only their items decide.
    fn by_reference(&mut self, groups: &[usize]) -> Result<(), Errors> {
        if groups.is_empty() {
            return Ok(());
        }
        let members = self.groups.members(groups);
        for (group, members) in groups.iter().zip(members) {
            // A group with a cell that cannot be read was refused before.
            let Some(average) = self.of_members(&members)? else { continue };
            let row = Single::of_average(&average, self.rules, self.places());
            let exact = row.fraction().map(|fraction| (i128::from(row.units) << FRACTION_BITS) + i128::from(fraction));
            let off = i128::from(row.fraction() != Some(0));
            put(&mut self.percents, *group, row.percent);
            put(&mut self.categories, *group, row.category);
            put(&mut self.outcomes, *group, row.outcome.code());
            let coverage = average.coverage();
            put(
                &mut self.coverage,
                *group,
                GroupCoverage {
                    used: narrow(coverage.used),
                    total: narrow(coverage.total),
                    as_zero: narrow(coverage.as_zero.len()),
                },
            );
            let is_held = row.large.is_none() && row.outcome == RowOutcome::COMPUTED;
            put(&mut self.means, *group, exact.filter(|_| is_held).map(|exact| (exact, off)));
            self.large.extend(row.large.map(|number| (*group, number)));
        }
        Ok(())
    }

    /// The average of a group by itself, with its items, which are called by their places counted from 1, and its
    /// explanation. Nothing where a cell of the group cannot be read.
    ///
    /// # Errors
    ///
    /// None that making the averages did not have.
    pub fn average(&self, group: usize) -> Result<Option<Average>, Errors> {
        self.of_members(&self.groups.rows(group))
    }

    /// Why a group has no average, or why its average has no category on the scale of its rules.
    ///
    /// # Errors
    ///
    /// None that making the averages did not have.
    pub fn reason(&self, group: usize) -> Result<Option<Reason>, Errors> {
        let of_category = || CategoryCode::from_code(*self.categories.get(group)?).reason();
        let Some(code) = self.outcome(group).reason().or_else(of_category) else { return Ok(None) };
        if let Some(average) = self.average(group)? {
            return Ok(average.outcome().reason().or_else(|| average.category().reason()).cloned());
        }
        let mut refused = Vec::new();
        for member in self.groups.rows(group) {
            if self.is_refused(member)? {
                refused.push(size(member + 1));
            }
        }
        Ok(Some(Reason::new(code).with("items", Detail::Text(join(&refused, ", ")))))
    }

    /// Whether an item forbids the average of its group.
    fn is_refused(&self, member: usize) -> Result<bool, Errors> {
        let reason = match &self.of {
            Of::Rows(run) => match run.achievement(member) {
                Some(achievement) => achievement.outcome().reason().map(Reason::code),
                None => return Ok(true),
            },
            Of::Averages(averages) => averages.outcome(member).reason(),
        };
        Ok(reason.is_some_and(|reason| missing(reason, self.rules) == Missing::Refuse))
    }

    fn of_members(&self, members: &[usize]) -> Result<Option<Average>, Errors> {
        let mut items = Vec::with_capacity(members.len());
        for member in members {
            let item = match &self.of {
                Of::Rows(run) => run.achievement(*member).map(measure::Item::from),
                Of::Averages(averages) => averages.average(*member)?.map(measure::Item::from),
            };
            let Some(mut item) = item else { return Ok(None) };
            item.label = Some(size(*member + 1));
            item.weight = self.weights.as_ref().and_then(|weights| match weights.cell(*member) {
                Cell::Digits(digits) => weights.number(digits),
                _ => None,
            });
            items.push(item);
        }
        measure::average(items, self.rules).map(Some)
    }

    /// The reported averages in units of the last place. Zero where there is none, and where 64 bits do not hold it.
    #[must_use]
    pub fn percents(&self) -> &[i64] {
        &self.percents
    }

    /// The decimal places of the averages.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.rules.rounding_of(Figure::Average).places()
    }

    /// The reported average of a group; nothing where there is none.
    #[must_use]
    pub fn percent(&self, group: usize) -> Option<Number> {
        if self.outcome(group) != RowOutcome::COMPUTED {
            return None;
        }
        if let Ok(place) = self.large.binary_search_by_key(&group, |(group, _)| *group) {
            return self.large.get(place).map(|(_, percent)| *percent);
        }
        Number::from_parts(i128::from(*self.percents.get(group)?), self.places())
    }

    /// How the average of a group ended. Of a group that is not there as if there was nothing to average.
    #[must_use]
    pub fn outcome(&self, group: usize) -> RowOutcome {
        let missing = || RowOutcome::of(ReasonCode::NothingToAverage);
        self.outcomes.get(group).map_or_else(missing, |code| RowOutcome::from_code(*code))
    }

    /// How the averages ended, as codes: see [`RowOutcome::code`].
    #[must_use]
    pub fn outcomes(&self) -> &[u8] {
        &self.outcomes
    }

    /// The category of a group; nothing where it has none.
    #[must_use]
    pub fn category(&self, group: usize) -> Option<&'a Category> {
        CategoryCode::from_code(*self.categories.get(group)?).of(self.rules.scale.as_ref()?)
    }

    /// The categories as codes: see [`CategoryCode::from_code`].
    #[must_use]
    pub fn categories(&self) -> &[u16] {
        &self.categories
    }

    /// How many items of each group count.
    #[must_use]
    pub fn coverage(&self) -> &[GroupCoverage] {
        &self.coverage
    }

    /// Averages that 64 bits do not hold, by their groups.
    #[must_use]
    pub fn large(&self) -> &[(usize, Number)] {
        &self.large
    }

    /// Percentages of rows that the columns did not hold into which they were written, by their rows.
    #[must_use]
    pub fn rows_beyond(&self) -> &[(usize, Number)] {
        &self.rows_beyond
    }
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(to) = list.get_mut(place) {
        *to = value;
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether every item is in a group and has the weight that it needs.
fn check(weights: Option<&Column<'_>>, method: Method, groups: Groups<'_>, items: usize) -> Result<(), Errors> {
    let mut problems = Problems::default();
    problems.note(groups.check(items));
    if let Some(weights) = weights {
        problems.note(weights.check("weight", items));
    }
    problems.done()?;
    let mut problems = Problems::default();
    let mut told = 0;
    for item in 0..items {
        let weight = match weights.map(|weights| (weights, weights.cell(item))) {
            Some((weights, Cell::Digits(digits))) => weights.number(digits),
            Some(_) => None,
            None if method == Method::Mean => break,
            None => None,
        };
        let at = weights.map_or(item, |weights| weights.row_in_all(item));
        let checked = check_weight(weight, method).map_err(|error| error.at(at).within("weight"));
        told += usize::from(problems.note(checked).is_none());
        if told == MOST_TOLD {
            break;
        }
    }
    problems.done()
}

/// The weight of an item in the units of its column; one where the rules do not weigh.
fn weight(weights: Option<&Column<'_>>, rules: &RuleSet, item: usize) -> i128 {
    match (rules.average.method, weights.map(|weights| weights.cell(item))) {
        (Method::Weighted, Some(Cell::Digits(weight))) => weight,
        (Method::Weighted, _) => 0,
        (Method::Mean, _) => 1,
    }
}

/// The sums of all groups; the rows go into columns where some are given.
fn sums(
    run: &Run<'_>,
    averaging: &Averaging,
    rules: &RuleSet,
    groups: Groups<'_>,
    room: Option<Room<'_>>,
) -> Result<(Vec<Sum>, Beyond), Errors> {
    let rows = run.table.len();
    if let Some(room) = &room {
        room.check(rows)?;
    }
    let call = Call { run, averaging, rules, groups };
    let mut sums = vec![Sum::default(); groups.count()];
    let beside = call.part(0..rows, room, 0, &mut sums);
    Ok((sums, beside.done()?))
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
    /// Some rows into the sums of their groups, of which the first is named, with the threads of the current pool.
    #[cfg(feature = "rayon")]
    fn part(&self, rows: Range<usize>, room: Option<Room<'_>>, first: usize, sums: &mut [Sum]) -> Beside {
        let Some(middle) = super::run::middle(&rows) else { return self.in_one(rows, room, first, sums) };
        if let Some((row, group)) = self.border(middle).filter(|(row, _)| *row > rows.start)
            && let Some((before, behind)) = group.checked_sub(first).and_then(|at| sums.split_at_mut_checked(at))
        {
            let (rooms_before, rooms_behind) = split(room, row - rows.start);
            let (mut beside, after) = rayon::join(
                || self.part(rows.start..row, rooms_before, first, before),
                || self.part(row..rows.end, rooms_behind, group, behind),
            );
            beside.append(after);
            return beside;
        }
        // What two threads add up is added once more: it is worth it where there are many more rows than groups.
        if sums.len() * ROWS_OF_A_SUM > rows.len() {
            return self.in_one(rows, room, first, sums);
        }
        let (rooms_before, rooms_behind) = split(room, middle - rows.start);
        let mut others = vec![Sum::default(); sums.len()];
        let (mut beside, after) = rayon::join(
            || self.part(rows.start..middle, rooms_before, first, sums),
            || self.part(middle..rows.end, rooms_behind, first, &mut others),
        );
        sums.iter_mut().zip(&others).for_each(|(sum, other)| sum.merge(other));
        beside.append(after);
        beside
    }

    /// The last border between two groups up to a row, where the rows of a group stand beside each other: the row, and the
    /// group that begins there.
    #[cfg(feature = "rayon")]
    fn border(&self, row: usize) -> Option<(usize, usize)> {
        let Groups::Ends(ends) = self.groups else { return None };
        let group = ends.partition_point(|end| *end <= row);
        ends.get(group.checked_sub(1)?).map(|row| (*row, group))
    }

    #[cfg(not(feature = "rayon"))]
    fn part(&self, rows: Range<usize>, room: Option<Room<'_>>, first: usize, sums: &mut [Sum]) -> Beside {
        self.in_one(rows, room, first, sums)
    }

    fn in_one(&self, rows: Range<usize>, room: Option<Room<'_>>, first: usize, sums: &mut [Sum]) -> Beside {
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
            self.run.chunk(rows.clone(), &mut into, &mut scratch, &mut beside);
            let large = beside.large.get(known..).unwrap_or_default();
            self.add(rows, &into, large, &mut groups, (first, &mut *sums));
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
        beside
    }

    /// Adds the rows of a chunk to the sums of their groups, of which the first is named.
    fn add(
        &self,
        rows: Range<usize>,
        made: &Into<'_>,
        large: &[(usize, Number)],
        groups: &mut Walk<'_>,
        (first, sums): (usize, &mut [Sum]),
    ) {
        let place_of = |group: usize| group.checked_sub(first);
        let (values, fractions): (&[i64], &[i64]) = match self.averaging.of {
            Values::Exact => (made.units, made.fraction),
            Values::Reported => (made.percent, NO_FRACTIONS.get(..rows.len()).unwrap_or_default()),
        };
        let takes_small = self.averaging.takes_small() && large.is_empty();
        if let (Some(of), true) = (groups.each(rows.len()), takes_small) {
            let own = of.iter().zip(values).zip(fractions).zip(&*made.outcome).enumerate();
            for (place, (((group, value), fraction), outcome)) in own {
                let group = usize::try_from(*group).ok().and_then(place_of);
                let sum = group.and_then(|group| sums.get_mut(group));
                let Some(sum) = sum else { continue };
                if *outcome != 0 || !sum.add_small(*value, *fraction) {
                    self.add_one(rows.start + place, (*value, *fraction), *outcome, large, sum);
                }
            }
            groups.skip(rows.len());
            return;
        }
        let mut place = 0;
        while let Some((group, many)) = groups.next(rows.len() - place) {
            let part = place..place + many;
            let parts = (values.get(part.clone()), fractions.get(part.clone()), made.outcome.get(part.clone()));
            place = part.end;
            let sum = place_of(group).and_then(|group| sums.get_mut(group));
            let ((Some(values), Some(fractions), Some(outcomes)), Some(sum)) = (parts, sum) else { continue };
            let has_all = || outcomes.iter().fold(0, |all, outcome| all | outcome) == 0;
            if takes_small && has_all() && sum.add_few(values, fractions) {
                continue;
            }
            for (row, ((value, fraction), outcome)) in
                (rows.start + part.start..).zip(values.iter().zip(fractions).zip(outcomes))
            {
                self.add_one(row, (*value, *fraction), *outcome, large, sum);
            }
        }
    }

    /// Adds a row with care.
    #[cold]
    fn add_one(&self, row: usize, value: (i64, i64), outcome: u8, large: &[(usize, Number)], sum: &mut Sum) {
        let off = if value.1 == 0 { 0 } else { self.run.off() };
        if large.binary_search_by_key(&row, |(row, _)| *row).is_ok() {
            sum.mark();
        }
        let weighs = self.rules.average.method == Method::Weighted;
        let weight = if weighs { weight(self.run.table.weights.as_ref(), self.rules, row) } else { 1 };
        let value = (i128::from(value.0) << FRACTION_BITS) + i128::from(value.1);
        self.averaging.add(sum, Item { outcome, value, off, weight });
    }
}

/// Reported percentages have nothing above their units.
static NO_FRACTIONS: [i64; CHUNK] = [0; CHUNK];
