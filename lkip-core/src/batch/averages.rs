//! [`Averages`]: means of groups of rows, and of groups of groups.

use super::adding::add_up;
use super::column::{Cell, Column};
use super::groups::Groups;
use super::kernel::FRACTION_BITS;
use super::mean::{Averaging, Item, Means, weight};
use super::outcome::{CategoryCode, RowOutcome};
use super::percentages::Room;
use super::run::{MOST_TOLD, Run};
use super::single::{Kind, Single};
use super::table::{Rules, Table};
use super::totals::{GroupCoverage, Off, Totals};
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
    averaging: Averaging,
    totals: Totals,
    /// The exact means of groups that only their items decided, and how far off they may be, by their groups.
    decided: Vec<(usize, Option<(i128, Off)>)>,
    large: Vec<(usize, Number)>,
    /// Percentages of rows that the columns do not hold into which they were written.
    rows_beyond: Vec<(usize, Number)>,
}

/// What is averaged.
#[derive(Debug)]
enum Of<'a> {
    Rows(Box<Run<'a>>),
    Averages(&'a Averages<'a>),
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
    /// assert_eq!(made.coverage(0).used, 3);
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    pub fn averages(&self, rules: impl Into<Rules<'a>>, groups: Groups<'a>) -> Result<Averages<'a>, Errors> {
        Averages::of_rows(*self, rules.into(), groups, None)
    }

    /// The same, and in one pass the achievement of every row, into columns that are there.
    ///
    /// # Errors
    ///
    /// As [`averages`](Self::averages) and [`achievements_into`](Self::achievements_into).
    pub fn averages_into(
        &self,
        rules: impl Into<Rules<'a>>,
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
        let (totals, beyond) = add_up(&run, &averaging, own, groups, room)?;
        let mut made = Self::new(Of::Rows(Box::new(run)), groups, table.weights, own, averaging, totals)?;
        made.rows_beyond = beyond;
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
        let mut totals = averaging.totals(0..groups.count());
        let mut walk = groups.from(0);
        for item in 0..self.percents.len() {
            let Some((group, _)) = walk.next(1) else { break };
            let (Some(sum), Some(outcome)) = (totals.other(group), self.outcomes.get(item)) else { continue };
            let value = self.item(item, averaging.of);
            sum.is_beyond |= value.is_none();
            let (value, off) = value.unwrap_or_default();
            let weight = weight(weights.as_ref(), rules, item);
            averaging.add(sum, Item { outcome: *outcome, value, off, weight });
        }
        Averages::new(Of::Averages(self), groups, weights, rules, averaging, totals)
    }

    /// A group as an item of the average above it, and how far off it may be.
    fn item(&self, group: usize, of: Values) -> Option<(i128, Off)> {
        match of {
            Values::Exact => match self.decided.binary_search_by_key(&group, |(group, _)| *group) {
                Ok(place) => self.decided.get(place).and_then(|(_, mean)| *mean),
                Err(_) => self.averaging.mean(&self.totals.sum(group))?.exact(),
            },
            Values::Reported if self.large.binary_search_by_key(&group, |(group, _)| *group).is_ok() => None,
            Values::Reported => self.percents.get(group).map(|percent| (i128::from(*percent) << FRACTION_BITS, 0)),
        }
    }

    fn new(
        of: Of<'a>,
        groups: Groups<'a>,
        weights: Option<Column<'a>>,
        rules: &'a RuleSet,
        averaging: Averaging,
        totals: Totals,
    ) -> Result<Self, Errors> {
        let count = groups.count();
        let (mut percents, mut categories, mut outcomes) = (vec![0; count], vec![0; count], vec![0; count]);
        let to = Means { percents: &mut percents, categories: &mut categories, outcomes: &mut outcomes };
        let undecided = averaging.means(&totals, to);
        let mut made = Self {
            of,
            groups,
            weights,
            rules,
            percents,
            categories,
            outcomes,
            averaging,
            totals,
            decided: Vec::new(),
            large: Vec::new(),
            rows_beyond: Vec::new(),
        };
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
            let is_held = row.large.is_none() && row.outcome == RowOutcome::COMPUTED;
            self.decided.push((*group, exact.filter(|_| is_held).map(|exact| (exact, off))));
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

    /// How many groups there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.percents.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.percents.is_empty()
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

    /// How many items of a group count. Of a group that is not there, none.
    #[must_use]
    pub fn coverage(&self, group: usize) -> GroupCoverage {
        self.totals.coverage(group)
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
