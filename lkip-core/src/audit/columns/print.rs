//! What a table prints: its cells, each under the key of its figure, with what they hold.

use super::document::{Table, id};
use super::input::ColumnName;
use super::note::{Note, NoteCode};
use super::performance::Mean;
use super::sheet::{ReadCell, ReadColumn};
use crate::audit::network::Known;
use crate::error::Error;
use crate::number::Reading;
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::report::Shows;
use crate::text::concat;

/// The printed entries of a table.
#[derive(Default)]
pub(super) struct Print {
    pub(super) printed: Vec<Plain>,
    /// What a document cannot say of them.
    pub(super) known: Known,
    /// The row and the column of every entry.
    pub(super) places: Vec<(usize, ColumnName)>,
    /// The cells that are no entries, and yet say something.
    pub(super) notes: Vec<Note>,
}

/// What becomes of a cell.
enum Fate {
    /// It prints a figure.
    Prints(String),
    /// It cannot be read, so that a figure (the last one) is doubtful.
    Unread { figure: String, error: Error, doubtful: Option<String> },
    /// It enters figures without being one, or there is nothing in it.
    Enters,
    /// Nothing is made of it.
    Unused,
}

fn key(list: &str, row: usize, name: &str) -> String {
    concat(&[list, ".", &id(row), ".", name])
}

pub(super) fn print(table: &Table<'_>) -> Print {
    let mut print = Print::default();
    for row in 0..table.sheet.length {
        for column in &table.sheet.columns {
            if let Some(cell) = column.cells.get(row) {
                print.add(table, row, column, cell);
            }
        }
    }
    print
}

impl Print {
    fn add(&mut self, table: &Table<'_>, row: usize, column: &ReadColumn, cell: &ReadCell) {
        match fate(table, row, column.name, cell) {
            Fate::Prints(figure) => self.entry(table, row, column, cell, &figure, cell.reading.clone()),
            Fate::Unread { figure, error, doubtful } => {
                let entry = self.places.len();
                self.known.doubtful.extend(doubtful.map(|key| (entry, key)));
                self.entry(table, row, column, cell, &figure, Err(error));
            }
            Fate::Unused if !cell.is_blank() => {
                self.notes.push(Note::new(NoteCode::NotAudited, row, column.name, &cell.text));
            }
            Fate::Unused | Fate::Enters => {}
        }
    }

    fn entry(
        &mut self,
        table: &Table<'_>,
        row: usize,
        column: &ReadColumn,
        cell: &ReadCell,
        figure: &str,
        reading: Result<Reading, Error>,
    ) {
        let style = cell.reading.as_ref().ok().and_then(|reading| reading.style).or(column.style);
        let mut record = Record::new();
        record.text("figure", figure);
        record.text("text", &cell.text);
        record.maybe("style", style);
        record.text("table", &table.columns.table);
        record.text("column", &column.heading);
        record.text("place", &table.place(row));
        if column.name == ColumnName::Category {
            record.put("shows", Shows::Category);
        }
        self.printed.push(Plain::Record(record));
        self.known.readings.push(reading);
        self.places.push((row, column.name));
    }
}

fn fate(table: &Table<'_>, row: usize, column: ColumnName, cell: &ReadCell) -> Fate {
    let own = table.performance.has_own(row);
    // Where a figure could stand and nothing does, that is told; where nothing is given there is nothing to tell.
    let is_nothing = cell.is_blank() && (column.is_input() || column.is_text());
    let unread = |name: &str, error: Error| Fate::Unread {
        figure: key("indicators", row, name),
        error,
        doubtful: Some(key("indicators", row, "achievement")),
    };
    match column {
        ColumnName::Label => Fate::Enters,
        ColumnName::Weight => weight(table, row, cell),
        _ if is_nothing => Fate::Enters,
        ColumnName::Target if own => match table.target(row) {
            Ok(Some(_)) => Fate::Prints(key("indicators", row, "target")),
            Ok(None) => Fate::Enters,
            Err(error) => unread("target", error),
        },
        ColumnName::Realization if own => match table.realization(row) {
            Ok(_) => Fate::Prints(key("indicators", row, "realization")),
            Err(error) => unread("realization", error),
        },
        ColumnName::Target | ColumnName::Realization => Fate::Unused,
        ColumnName::Achievement | ColumnName::Category => match (own, table.performance.mean(row)) {
            (true, _) => Fate::Prints(key("indicators", row, "achievement")),
            (false, Some(mean)) => Fate::Prints(mean_key(mean)),
            (false, None) => Fate::Unused,
        },
        ColumnName::Allocation | ColumnName::Spending | ColumnName::Absorption | ColumnName::Remainder => {
            match table.budget.line_of(row) {
                Some(line) => Fate::Prints(key("budget", line, column.as_str())),
                None => Fate::Unused,
            }
        }
    }
}

fn mean_key(mean: Mean) -> String {
    match mean {
        Mean::Objective(row) => key("objectives", row, "average"),
        Mean::Goal(row) => key("goals", row, "average"),
        Mean::Report => "report.average".to_owned(),
    }
}

/// A weight that cannot be read, or is not there where the rules need one, makes the mean doubtful that it enters.
fn weight(table: &Table<'_>, row: usize, cell: &ReadCell) -> Fate {
    let performance = &table.performance;
    let (list, mean) = if performance.is_item(row) {
        ("indicators", performance.objective(row).map(Mean::Objective))
    } else if let Some((_, goal)) = performance.objectives.iter().find(|(objective, _)| *objective == row) {
        ("objectives", goal.map(Mean::Goal))
    } else {
        return Fate::Unused;
    };
    let is_needed = table.weighted && list == "indicators";
    match table.weight(row) {
        Err(error) if is_needed || !cell.is_blank() => Fate::Unread {
            figure: key(list, row, "weight"),
            error,
            doubtful: table.weighted.then(|| mean_key(mean.unwrap_or(Mean::Report))),
        },
        _ => Fate::Enters,
    }
}
