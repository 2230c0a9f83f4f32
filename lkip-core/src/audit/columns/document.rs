//! The report document that says what a table says, as plain data. From there on a table is audited as any report.

use super::budget::Budget;
use super::input::{ColumnName, Columns, RowKind};
use super::performance::Performance;
use super::rows::Rows;
use super::sheet::{ReadCell, Sheet};
use crate::error::{Code, Error};
use crate::measure::written::same_unit;
use crate::number::{Content, Number, Ratio, Reading, Relation, Style};
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::rules::Polarity;
use crate::text::{concat, size};

/// A document needs a year; no figure of a table has to do with it.
const YEAR: u64 = 1900;

/// A table, and what its rows are.
pub(super) struct Table<'a> {
    pub(super) columns: &'a Columns,
    pub(super) sheet: &'a Sheet,
    pub(super) rows: &'a Rows,
    pub(super) performance: Performance,
    pub(super) budget: Budget,
    /// Whether averages need weights.
    pub(super) weighted: bool,
}

/// The id of what a row is in the document. People count rows from 1.
pub(super) fn id(row: usize) -> String {
    concat(&["row-", &size(row + 1)])
}

impl Table<'_> {
    pub(super) fn document(&self, printed: Vec<Plain>) -> Record {
        let (mut indicators, mut budget) = (Vec::new(), Vec::new());
        for row in 0..self.sheet.length {
            append(&mut indicators, self.indicator(row).map(Plain::Record));
            append(&mut budget, self.line(row).map(Plain::Record));
        }
        let performance = &self.performance;
        let mut document = Record::new();
        document.text("schema", "lkip/1");
        document.text("title", &self.columns.table);
        document.put("period", Record::from([("year".to_owned(), Plain::Count(YEAR))]));
        document.put("style", Style::Plain);
        document.some("goals", each(&performance.goals, &mut |row| Plain::Record(self.named(*row))));
        document.some("objectives", each(&performance.objectives, &mut |(row, goal)| self.objective(*row, *goal)));
        document.some("indicators", indicators);
        document.some("budget", budget);
        document.some("printed", printed);
        document
    }

    /// The row, and what it is called, as a place of the table.
    pub(super) fn place(&self, row: usize) -> String {
        let number = concat(&["baris ", &size(row + 1)]);
        self.sheet.label(row).map_or_else(|| number.clone(), |label| concat(&[&number, ": ", label]))
    }

    fn named(&self, row: usize) -> Record {
        let mut record = Record::new();
        record.text("id", &id(row));
        record.text("name", &self.sheet.label(row).map_or_else(|| self.place(row), ToOwned::to_owned));
        record
    }

    /// A group of indicators. Without a weight of its own it weighs what they weigh together.
    fn objective(&self, row: usize, goal: Option<usize>) -> Plain {
        let mut record = self.named(row);
        record.maybe("goal", goal.map(id));
        if self.weighted {
            let items = || (0..self.sheet.length).filter(|item| self.performance.objective(*item) == Some(row));
            let together = || {
                let weights: Option<Vec<_>> = items().map(|item| self.weight(item).ok().map(Ratio::from)).collect();
                Ratio::sum(weights?).to_number(0)
            };
            // Where a weight is missing every mean above is doubtful, whatever stands here.
            let weight = self.weight(row).ok().or_else(together).unwrap_or_default();
            record.text("weight", &weight.text());
        }
        Plain::Record(record)
    }

    /// The indicator of a row, if it is one.
    fn indicator(&self, row: usize) -> Option<Record> {
        if !self.performance.has_own(row) {
            return None;
        }
        let is_item = self.performance.is_item(row);
        let mut record = self.named(row);
        record.maybe("objective", self.performance.objective(row).map(id));
        record.put("polarity", self.columns.polarity_of(row));
        record.maybe("target", self.target(row).ok().flatten());
        record.maybe("realization", self.realization(row).ok().flatten());
        let (mut marks, mut unit) = (Vec::new(), None);
        for reading in some_of(&[ColumnName::Target, ColumnName::Realization], &mut |name| self.reading(row, *name)) {
            let mark = reading.footnote.as_ref().map(Plain::from).filter(|mark| !marks.contains(mark));
            append(&mut marks, mark);
            let percent = reading.percent.then_some("%");
            unit = unit.or(reading.unit.as_deref().or(percent));
        }
        record.some("footnotes", marks);
        record.maybe("unit", unit);
        let weight = self.weight(row).ok().filter(|_| is_item);
        let weighs = weight.is_some() || !self.weighted;
        record.maybe("weight", weight.map(Number::text));
        // The exact mean of thousands of rows has a long way to go: it is made where a row shows it.
        if !is_item || !weighs || !self.performance.is_averaged(row) {
            record.put("average", false);
        }
        Some(record)
    }

    /// The line of the budget of a row, if it is one.
    fn line(&self, row: usize) -> Option<Record> {
        let line = self.budget.line(row)?;
        let mut record = self.named(row);
        record.maybe("parent", line.parent.map(id));
        if self.rows.kind(row) == RowKind::Total {
            record.text("level", "total");
        }
        record.maybe("allocation", line.amounts.allocation);
        record.maybe("spending", line.amounts.spending);
        if line.has_gaps {
            record.put("complete", false);
        }
        Some(record)
    }

    fn reading(&self, row: usize, name: ColumnName) -> Option<&Reading> {
        self.sheet.cell(row, name).and_then(|cell| cell.reading.as_ref().ok())
    }

    /// The target of a row as a document writes it; nothing where there is none.
    pub(super) fn target(&self, row: usize) -> Result<Option<Plain>, Error> {
        match self.sheet.cell(row, ColumnName::Target) {
            Some(cell) => target(cell, self.columns.polarity_of(row)),
            None => Ok(None),
        }
    }

    /// The realization of a row as a document writes it; nothing where nothing is known. One in another unit than its
    /// target cannot be compared.
    pub(super) fn realization(&self, row: usize) -> Result<Option<Plain>, Error> {
        let Some(cell) = self.sheet.cell(row, ColumnName::Realization) else { return Ok(None) };
        let reading = cell.reading.clone()?;
        same_unit(self.reading(row, ColumnName::Target), Some(&reading))?;
        Ok(match reading.content {
            Content::Blank | Content::Dash | Content::NotAvailable => None,
            _ => Some(Plain::Text(reading.number(&cell.text)?.text())),
        })
    }

    pub(super) fn weight(&self, row: usize) -> Result<Number, Error> {
        let cell = self.sheet.cell(row, ColumnName::Weight).filter(|cell| !cell.is_blank());
        let cell = cell.ok_or_else(|| Error::new(Code::WeightMissing))?;
        let weight = cell.reading.clone()?.number(&cell.text)?;
        if weight.is_negative() {
            return Err(Error::new(Code::NegativeWeight).number("value", weight));
        }
        Ok(weight)
    }
}

fn target(cell: &ReadCell, polarity: Polarity) -> Result<Option<Plain>, Error> {
    let reading = cell.reading.clone()?;
    Ok(match &reading.content {
        Content::Number(number) => Some(Plain::Text(number.text())),
        Content::Range { low, high } => {
            let ends = [("low".to_owned(), Plain::Text(low.text())), ("high".to_owned(), Plain::Text(high.text()))];
            Some(Plain::Record(Record::from(ends)))
        }
        Content::Bound { relation: Relation::AtLeast, value } if polarity == Polarity::Higher => {
            Some(Plain::Text(value.text()))
        }
        Content::Bound { relation: Relation::AtMost, value } if polarity == Polarity::Lower => {
            Some(Plain::Text(value.text()))
        }
        Content::Blank | Content::Dash | Content::NotAvailable => None,
        Content::Bound { .. } | Content::Words => Some(Plain::Text(reading.number(&cell.text)?.text())),
    })
}
