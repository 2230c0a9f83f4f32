//! Efficiency row by row: what was reached against what it cost.

use alloc::string::ToString;

use super::bands::{NO_SCALE, code};
use super::column::{Cell, Column};
use super::outcome::{CategoryCode, RowOutcome};
use super::percentages::Percentages;
use super::run::Run;
use super::single::Kind;
use super::table::{Rules, Table, beyond_places};
use crate::error::{Code, Error, Errors};
use crate::measure;
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::{Category, Figure, RuleSet, Scale};

/// The efficiency of every row, with its band.
#[doc(alias = "efisiensi")]
#[derive(Debug)]
pub struct Efficiencies<'a> {
    rules: &'a RuleSet,
    values: Vec<Option<Number>>,
    categories: Vec<u16>,
    outcomes: Vec<RowOutcome>,
}

impl Efficiencies<'_> {
    /// The reported efficiency of a row, in points or percent as the rules say; nothing where there is none.
    #[must_use]
    pub fn value(&self, row: usize) -> Option<Number> {
        self.values.get(row).copied().flatten()
    }

    /// The decimal places of the values.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.rules.rounding_of(Figure::Efficiency).places()
    }

    /// How a row ended. Of a row that is not there as if there was no allocation.
    #[must_use]
    pub fn outcome(&self, row: usize) -> RowOutcome {
        self.outcomes.get(row).copied().unwrap_or_else(|| RowOutcome::of(ReasonCode::NoAllocation))
    }

    /// The band of a row; nothing where it has none, or the rules name none.
    #[must_use]
    pub fn category(&self, row: usize) -> Option<&Category> {
        CategoryCode::from_code(*self.categories.get(row)?).of(self.bands()?)
    }

    fn bands(&self) -> Option<&Scale> {
        self.rules.efficiency.bands.as_ref()
    }
}

impl<'a> Table<'a> {
    /// The efficiency of every row whose budget is known, as [`efficiency`](measure::efficiency) gives it.
    ///
    /// # Errors
    ///
    /// As [`achievements`](Self::achievements).
    ///
    /// ```
    /// use lkip_core::batch::{Column, Table};
    /// use lkip_core::rules;
    /// let rules = rules::rule_set("setda-kaltim-2021")?;
    /// let table = Table::new(Column::new(&[100], 0), Column::new(&[12_000], 2));
    /// let (allocated, spent) = ([53_835_262_608], [44_461_953_825]);
    /// let made = table.efficiencies(&rules, Column::new(&allocated, 0), Column::new(&spent, 0))?;
    /// assert_eq!(made.value(0).map(|value| value.to_string()).as_deref(), Some("37.41"));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    pub fn efficiencies(
        &self,
        rules: &'a RuleSet,
        allocation: Column<'a>,
        spending: Column<'a>,
    ) -> Result<Efficiencies<'a>, Errors> {
        let rows = self.len();
        let run = Run::new(Kind::Achievement, *self, Rules::All(rules))?;
        let mut problems = Problems::default();
        problems.note(allocation.check("allocation", rows));
        problems.note(spending.check("spending", rows));
        problems.done()?;
        let percentages = Percentages::new(run)?;
        let mut made = Efficiencies {
            rules,
            values: Vec::with_capacity(rows),
            categories: Vec::with_capacity(rows),
            outcomes: Vec::with_capacity(rows),
        };
        for row in 0..rows {
            let amounts = [amount("allocation", &allocation, row)?, amount("spending", &spending, row)?];
            let (value, category, outcome) = match amounts {
                [Amount::Known(allocation), Amount::Known(spending)] => {
                    of_row(&percentages, row, allocation.as_ref(), spending.as_ref(), rules)
                }
                _ => (None, 0, RowOutcome::of(ReasonCode::Unreadable)),
            };
            made.values.push(value);
            made.categories.push(category);
            made.outcomes.push(outcome);
        }
        Ok(made)
    }
}

/// An amount of a row.
enum Amount {
    Known(Option<Ratio>),
    Unreadable,
}

fn amount(name: &'static str, column: &Column<'_>, row: usize) -> Result<Amount, Errors> {
    Ok(match column.cell(row) {
        Cell::Absent => Amount::Known(None),
        Cell::Unreadable => Amount::Unreadable,
        Cell::Unproven(float) => return Err(beyond_places(name, column, row, float).into()),
        Cell::Digits(digits) => match column.number(digits) {
            Some(number) => Amount::Known(Some(Ratio::from(number))),
            None => {
                let error = Error::new(Code::NumberTooLong).text("text", &digits.to_string());
                return Err(error.at(column.row_in_all(row)).within(name).into());
            }
        },
    })
}

fn of_row(
    percentages: &Percentages<'_>,
    row: usize,
    allocation: Option<&Ratio>,
    spending: Option<&Ratio>,
    rules: &RuleSet,
) -> (Option<Number>, u16, RowOutcome) {
    let Some(achievement) = percentages.achievement(row) else {
        return (None, 0, percentages.outcome(row));
    };
    let absorption = measure::absorption(allocation, spending, rules);
    let efficiency = measure::efficiency(
        achievement.outcome(),
        absorption.outcome(),
        allocation,
        spending,
        achievement.is_met(),
        rules,
    );
    let outcome = RowOutcome::from(efficiency.outcome());
    let Outcome::Computed(value) = efficiency.outcome() else { return (None, 0, outcome) };
    let category = efficiency.category().map_or(NO_SCALE, code);
    (Some(value.reported), category, outcome)
}
