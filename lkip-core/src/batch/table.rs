//! [`Table`]: the columns that a measure takes, row by row.

use core::ops::Range;

use super::column::{Column, same_length};
use super::single::Single;
use crate::error::{Code, Error, Errors};
use crate::measure::{Realization, Target};
use crate::number::Number;
use crate::plain::Problems;
use crate::rules::{Polarity, RuleSet};

/// Which way the rows are good.
#[derive(Clone, Copy, Debug)]
pub enum Polarities<'a> {
    /// All the same way.
    All(Polarity),
    /// Each its own way.
    Each(&'a [Polarity]),
}

impl Default for Polarities<'_> {
    fn default() -> Self {
        Self::All(Polarity::Higher)
    }
}

impl Polarities<'_> {
    pub(crate) fn of(&self, row: usize) -> Polarity {
        match self {
            Self::All(polarity) => *polarity,
            Self::Each(each) => each.get(row).copied().unwrap_or(Polarity::Higher),
        }
    }
}

/// What became of the rows without a realization.
#[derive(Clone, Copy, Debug, Default)]
pub enum States<'a> {
    /// They were not measured.
    #[default]
    NotMeasured,
    /// Those that say so were not carried out, the others not measured.
    NotCarriedOut(&'a [bool]),
}

impl States<'_> {
    pub(super) fn of(&self, row: usize) -> Realization {
        match self {
            Self::NotCarriedOut(rows) if rows.get(row).copied().unwrap_or(false) => Realization::NotCarriedOut,
            _ => Realization::NotMeasured,
        }
    }
}

/// The rules by which rows are measured.
#[derive(Clone, Copy, Debug)]
pub enum Rules<'a> {
    /// All by the same.
    All(&'a RuleSet),
    /// The same, made ready before: for many small tables, or one in many parts.
    Ready(&'a Single),
    /// Each by one of several, for rows with rules replaced. What is made of many rows, an average, is made by the first.
    Each {
        /// The rule sets, at least one.
        sets: &'a [RuleSet],
        /// The place of the rule set of each row in their list.
        of: &'a [u16],
    },
}

impl<'a> From<&'a RuleSet> for Rules<'a> {
    fn from(rules: &'a RuleSet) -> Self {
        Self::All(rules)
    }
}

impl<'a> From<&'a Single> for Rules<'a> {
    fn from(single: &'a Single) -> Self {
        Self::Ready(single)
    }
}

impl<'a> Rules<'a> {
    /// The different rule sets.
    #[must_use]
    pub const fn sets(&self) -> &'a [RuleSet] {
        match self {
            Self::All(rules) => core::slice::from_ref(rules),
            Self::Ready(single) => core::slice::from_ref(&single.rules),
            Self::Each { sets, .. } => sets,
        }
    }

    /// The place of the rule set of a row in their list.
    pub(super) fn place(&self, row: usize) -> usize {
        match self {
            Self::All(_) | Self::Ready(_) => 0,
            Self::Each { of, .. } => of.get(row).copied().map_or(0, usize::from),
        }
    }

    /// The rules of some of the rows. Rows that are not there are left out.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> Self {
        match *self {
            Self::All(_) | Self::Ready(_) => *self,
            Self::Each { sets, of } => {
                let rows = rows.start.min(of.len())..rows.end.min(of.len());
                Self::Each { sets, of: of.get(rows).unwrap_or_default() }
            }
        }
    }

    fn check(&self, rows: usize) -> Result<(), Error> {
        let Self::Each { sets, of } = self else { return Ok(()) };
        same_length("rules", of.len(), rows)?;
        let unknown = of.iter().position(|place| usize::from(*place) >= sets.len());
        match (unknown, sets.is_empty()) {
            (Some(row), _) => Err(Error::new(Code::RulesMissing).at(row).within("rules")),
            (None, true) => Err(Error::new(Code::RulesMissing)),
            (None, false) => Ok(()),
        }
    }
}

/// Columns of targets and realizations, and what else is known of their rows.
///
/// ```
/// use lkip_core::batch::{Column, Table};
/// use lkip_core::rules;
/// let rules = rules::rule_set("bkd-ntt-2021")?;
/// let (targets, realizations) = ([32_500, 20_000, 0], [28_300, 20_100, 100]);
/// let table = Table::new(Column::new(&targets, 2), Column::new(&realizations, 2));
/// let made = table.achievements(&rules)?;
/// assert_eq!(made.percents()[..2], [8_707, 10_050]);
/// # Ok::<(), lkip_core::Errors>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    pub(super) target: Column<'a>,
    pub(super) realization: Column<'a>,
    /// Targets that are not only numbers, by their rows in the whole table.
    pub(super) targets: &'a [(usize, Target)],
    pub(super) polarities: Polarities<'a>,
    pub(super) states: States<'a>,
    pub(super) weights: Option<Column<'a>>,
}

impl<'a> Table<'a> {
    /// Targets and realizations, in the units of their rows; more is better.
    #[must_use]
    pub fn new(target: Column<'a>, realization: Column<'a>) -> Self {
        Self {
            target,
            realization,
            targets: &[],
            polarities: Polarities::default(),
            states: States::default(),
            weights: None,
        }
    }

    /// Which way the rows are good.
    #[must_use]
    pub const fn polarities(mut self, polarities: Polarities<'a>) -> Self {
        self.polarities = polarities;
        self
    }

    /// What became of the rows without a realization.
    #[must_use]
    pub const fn states(mut self, states: States<'a>) -> Self {
        self.states = states;
        self
    }

    /// Targets that are not only numbers, such as ranges, by their rows in ascending order: they replace those of the column.
    #[must_use]
    pub const fn targets(mut self, targets: &'a [(usize, Target)]) -> Self {
        self.targets = targets;
        self
    }

    /// The weights (bobot) of the rows in averages.
    #[must_use]
    pub const fn weights(mut self, weights: Column<'a>) -> Self {
        self.weights = Some(weights);
        self
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.target.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.target.is_empty()
    }

    /// Some of its rows. Rows that are not there are left out.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> Self {
        let rows = rows.start.min(self.len())..rows.end.min(self.len());
        Self {
            target: self.target.rows(rows.clone()),
            realization: self.realization.rows(rows.clone()),
            targets: self.targets,
            polarities: match self.polarities {
                Polarities::All(polarity) => Polarities::All(polarity),
                Polarities::Each(each) => Polarities::Each(each.get(rows.clone()).unwrap_or_default()),
            },
            states: match self.states {
                States::NotMeasured => States::NotMeasured,
                States::NotCarriedOut(states) => States::NotCarriedOut(states.get(rows.clone()).unwrap_or_default()),
            },
            weights: self.weights.map(|weights| weights.rows(rows)),
        }
    }

    /// Whether its columns and rules fit together, for who measures it part by part: a part has no more rows than all columns.
    ///
    /// # Errors
    ///
    /// [`UnequalLengths`](Code::UnequalLengths), [`TooManyDecimals`](Code::TooManyDecimals),
    /// [`RulesMissing`](Code::RulesMissing): every mistake at once.
    ///
    /// ```
    /// use lkip_core::batch::{Column, Table};
    /// use lkip_core::{Code, rules};
    /// let table = Table::new(Column::new(&[1, 2], 0), Column::new(&[1], 0));
    /// let errors = table.check(&(&rules::rule_set("bkd-ntt-2021")?).into()).unwrap_err();
    /// assert_eq!(errors.first().code(), Code::UnequalLengths);
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    pub fn check(&self, rules: &Rules<'_>) -> Result<(), Errors> {
        let length = self.len();
        let mut problems = Problems::default();
        problems.note(self.target.check("target", length));
        problems.note(self.realization.check("realization", length));
        if let Polarities::Each(each) = self.polarities {
            problems.note(same_length("polarity", each.len(), length));
        }
        if let States::NotCarriedOut(rows) = self.states {
            problems.note(same_length("realization_state", rows.len(), length));
        }
        problems.note(rules.check(length));
        problems.done()
    }

    /// The target of a row that is not only a number.
    pub(super) fn own_target(&self, row: usize) -> Option<Target> {
        let row = self.target.row_in_all(row);
        let place = self.targets.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.targets.get(place).map(|(_, target)| *target)
    }
}

/// An error for a float that is no decimal of the stated places.
pub(super) fn beyond_places(name: &'static str, column: &Column<'_>, row: usize, float: f64) -> Error {
    let error = Error::new(Code::FloatBeyondPlaces).text("value", &super::float::text(float));
    error.number("places", Number::from(column.places())).at(column.row_in_all(row)).within(name)
}
