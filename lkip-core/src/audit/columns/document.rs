//! The report document that says what a table says, as plain data. From there on a table is audited as any report.

use super::Unread;
use super::budget::Budget;
use super::input::{ColumnName, Columns, RowKind};
use super::note::{Note, NoteCode};
use super::performance::{Mean, Performance};
use super::rows::Rows;
use super::sheet::{ReadCell, Sheet};
use crate::audit::network::Known;
use crate::error::{Code, Error};
use crate::measure::written::same_unit;
use crate::number::{Content, Number, Ratio, Reading, Relation, Style};
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::report::Shows;
use crate::rules::Polarity;
use crate::text::{concat, size};

/// A document needs a year; no figure of a table has to do with it.
const YEAR: u64 = 1900;

/// A table as a document, with what the document cannot say.
pub(super) struct Made {
    pub(super) document: Record,
    pub(super) known: Known,
    /// The row and the column of every printed entry.
    pub(super) places: Vec<(usize, ColumnName)>,
    /// The cells that cannot be read and print no figure.
    pub(super) unread: Vec<Unread>,
    pub(super) notes: Vec<Note>,
}

/// A document in the making.
struct Maker<'a> {
    columns: &'a Columns,
    sheet: &'a Sheet,
    rows: &'a Rows,
    performance: Performance,
    budget: Budget,
    /// Whether averages need weights.
    weighted: bool,
    printed: Vec<Plain>,
    made: Made,
}

pub(super) fn document(columns: &Columns, sheet: &Sheet, rows: &Rows, weighted: bool, notes: Vec<Note>) -> Made {
    let made = Made { document: Record::new(), known: Known::default(), places: Vec::new(), unread: Vec::new(), notes };
    let mut maker = Maker {
        columns,
        sheet,
        rows,
        performance: Performance::new(sheet, rows),
        budget: Budget::new(sheet, rows),
        weighted,
        printed: Vec::new(),
        made,
    };
    let (mut indicators, mut budget) = (Vec::new(), Vec::new());
    for row in 0..sheet.length {
        let indicator = maker.indicator(row);
        let has_target = indicator.as_ref().is_some_and(|indicator| indicator.get("target").is_some());
        append(&mut indicators, indicator.map(Plain::Record));
        append(&mut budget, maker.line(row).map(Plain::Record));
        maker.print(row, has_target);
    }
    for (row, goal) in maker.performance.objectives.clone() {
        maker.check_weight(row, goal);
    }
    let mut document = Record::new();
    document.text("schema", "lkip/1");
    document.text("title", &columns.table);
    document.put("period", Record::from([("year".to_owned(), Plain::Count(YEAR))]));
    document.put("style", Style::Plain);
    document.some("goals", each(&maker.performance.goals, &mut |row| Plain::Record(maker.named(*row))));
    document.some("objectives", each(&maker.performance.objectives, &mut |(row, goal)| maker.objective(*row, *goal)));
    document.some("indicators", indicators);
    document.some("budget", budget);
    document.some("printed", maker.printed);
    Made { document, ..maker.made }
}

/// The id of what a row is in the document. People count rows from 1.
fn id(row: usize) -> String {
    concat(&["row-", &size(row + 1)])
}

fn key(list: &str, row: usize, name: &str) -> String {
    concat(&[list, ".", &id(row), ".", name])
}

impl Maker<'_> {
    /// The row, and what it is called, as a place of the table.
    fn place(&self, row: usize) -> String {
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

    fn weight(&self, row: usize) -> Result<Number, Error> {
        let missing = || Error::new(Code::WeightMissing);
        let cell = self.sheet.cell(row, ColumnName::Weight).ok_or_else(missing)?;
        if cell.is_blank() {
            return Err(missing());
        }
        let weight = cell.reading.clone()?.number(&cell.text)?;
        if weight.is_negative() {
            return Err(Error::new(Code::NegativeWeight).number("value", weight));
        }
        Ok(weight)
    }

    /// The indicator of a row, if it is one.
    fn indicator(&mut self, row: usize) -> Option<Record> {
        let is_item = self.performance.is_item(row);
        if !is_item && !self.performance.is_measured(row) {
            return None;
        }
        let polarity = self.columns.polarity_of(row);
        let mut record = self.named(row);
        record.maybe("objective", self.performance.objective(row).map(id));
        record.put("polarity", polarity);
        let (mut marks, mut unit) = (Vec::new(), None);
        let mut sound = true;
        let (target, realization) =
            (self.sheet.cell(row, ColumnName::Target), self.sheet.cell(row, ColumnName::Realization));
        if let Some(cell) = target {
            match cell.reading.clone().and_then(|reading| self::target(&reading, &cell.text, polarity)) {
                Ok(value) => record.maybe("target", value),
                Err(error) => {
                    sound = false;
                    self.unread(row, ColumnName::Target, key("indicators", row, "target"), error);
                }
            }
        }
        let reached = realization.map(|cell| {
            let target = target.and_then(|cell| cell.reading.as_ref().ok());
            same_unit(target, cell.reading.as_ref().ok())?;
            self::realization(cell)
        });
        match reached {
            Some(Ok(value)) => record.maybe("realization", value),
            Some(Err(_)) => sound = false,
            None => {}
        }
        for reading in [target, realization].into_iter().flatten().filter_map(|cell| cell.reading.as_ref().ok()) {
            let mark = reading.footnote.as_ref().map(Plain::from).filter(|mark| !marks.contains(mark));
            append(&mut marks, mark);
            let percent = reading.percent.then_some("%");
            unit = unit.or(reading.unit.as_deref().or(percent));
        }
        record.some("footnotes", marks);
        record.maybe("unit", unit);
        if !sound {
            self.made.known.doubtful.push(key("indicators", row, "achievement"));
        }
        let weight = if is_item { self.weight(row) } else { Err(Error::new(Code::WeightMissing)) };
        let weighs = weight.is_ok() || !self.weighted;
        match weight {
            Ok(weight) => record.text("weight", &weight.text()),
            Err(error) if is_item && (self.weighted || error.code() != Code::WeightMissing) => {
                let mean = self.performance.objective(row);
                let mean = mean.map_or_else(|| "report.average".to_owned(), |row| key("objectives", row, "average"));
                self.unweighted(row, key("indicators", row, "weight"), error, mean);
            }
            Err(_) => {}
        }
        // The exact mean of thousands of rows has a long way to go: it is made where a row shows it.
        if !is_item || !weighs || !self.performance.is_averaged(row) {
            record.put("average", false);
        }
        Some(record)
    }

    /// A weight that cannot be read: the mean that needs it is doubtful.
    fn unweighted(&mut self, row: usize, figure: String, error: Error, mean: String) {
        self.unread(row, ColumnName::Weight, figure, error);
        if self.weighted {
            self.made.known.doubtful.push(mean);
        }
    }

    /// The weight of a group that is there and cannot be read.
    fn check_weight(&mut self, row: usize, goal: Option<usize>) {
        if let Err(error) = self.weight(row)
            && error.code() != Code::WeightMissing
        {
            let mean = goal.map_or_else(|| "report.average".to_owned(), |row| key("goals", row, "average"));
            self.unweighted(row, key("objectives", row, "weight"), error, mean);
        }
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

    /// A cell that cannot be read and prints no figure.
    fn unread(&mut self, row: usize, column: ColumnName, figure: String, error: Error) {
        self.made.unread.push(Unread { row, column, figure, error });
    }

    /// The figures that a row prints.
    fn print(&mut self, row: usize, has_target: bool) {
        let (own, mean) = (self.performance.has_own(row), self.performance.mean(row));
        let shown = match (own, mean) {
            (true, _) => Some(key("indicators", row, "achievement")),
            (false, Some(Mean::Objective(row))) => Some(key("objectives", row, "average")),
            (false, Some(Mean::Goal(row))) => Some(key("goals", row, "average")),
            (false, Some(Mean::Report)) => Some("report.average".to_owned()),
            (false, None) => None,
        };
        let line = self.budget.line_of(row);
        for column in &self.sheet.columns {
            let figure = match column.name {
                ColumnName::Label => continue,
                ColumnName::Weight if self.performance.has_weight(row) => continue,
                ColumnName::Weight => None,
                ColumnName::Target if own && !has_target => continue,
                ColumnName::Target => own.then(|| key("indicators", row, "target")),
                ColumnName::Realization => own.then(|| key("indicators", row, "realization")),
                ColumnName::Achievement | ColumnName::Category => shown.clone(),
                ColumnName::Allocation | ColumnName::Spending | ColumnName::Absorption | ColumnName::Remainder => {
                    line.map(|line| key("budget", line, column.name.as_str()))
                }
            };
            let Some(cell) = column.cells.get(row) else { continue };
            // Nothing is printed where nothing is given.
            if cell.is_blank() && (column.name.is_input() || column.name.is_text()) {
                continue;
            }
            match figure {
                Some(figure) => {
                    let reading = self.reading(row, column.name, cell);
                    let style = cell.reading.as_ref().ok().and_then(|reading| reading.style).or(column.style);
                    let mut record = Record::new();
                    record.text("figure", &figure);
                    record.text("text", &cell.text);
                    record.maybe("style", style);
                    record.text("table", &self.columns.table);
                    record.text("column", &column.heading);
                    record.text("place", &self.place(row));
                    if column.name == ColumnName::Category {
                        record.put("shows", Shows::Category);
                    }
                    self.printed.push(Plain::Record(record));
                    self.made.known.readings.push(reading);
                    self.made.places.push((row, column.name));
                }
                None if cell.is_blank() => {}
                None => self.made.notes.push(Note::new(NoteCode::NotAudited, row, column.name, &cell.text)),
            }
        }
    }

    /// What a cell holds; a realization in another unit than its target holds nothing to compare.
    fn reading(&self, row: usize, column: ColumnName, cell: &ReadCell) -> Result<Reading, Error> {
        let reading = cell.reading.clone()?;
        if column == ColumnName::Realization {
            let target = self.sheet.cell(row, ColumnName::Target).and_then(|cell| cell.reading.as_ref().ok());
            same_unit(target, Some(&reading))?;
        }
        Ok(reading)
    }
}

/// A target as a document writes it.
fn target(reading: &Reading, text: &str, polarity: Polarity) -> Result<Option<Plain>, Error> {
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
        Content::Bound { .. } | Content::Words => Some(Plain::Text(reading.number(text)?.text())),
    })
}

/// A realization as a document writes it; nothing where nothing is known.
fn realization(cell: &ReadCell) -> Result<Option<Plain>, Error> {
    let reading = cell.reading.clone()?;
    Ok(match reading.content {
        Content::Blank | Content::Dash | Content::NotAvailable => None,
        _ => Some(Plain::Text(reading.number(&cell.text)?.text())),
    })
}
