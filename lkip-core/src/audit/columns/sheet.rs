//! [`Sheet`]: the columns of a table, read.

use super::input::{Cell, ColumnName, Columns};
use crate::error::Error;
use crate::number::{Content, ReadStyle, Reading, Style, read_column};
use crate::prelude::*;

/// The cells of a table with what they hold.
pub(super) struct Sheet {
    pub(super) length: usize,
    pub(super) columns: Vec<ReadColumn>,
}

/// A column, read.
pub(super) struct ReadColumn {
    pub(super) name: ColumnName,
    pub(super) heading: String,
    /// The declared style, or the one that the cells prove.
    pub(super) style: Option<Style>,
    pub(super) cells: Vec<ReadCell>,
}

/// A cell, read; a cell of words is read as words.
pub(super) struct ReadCell {
    pub(super) text: String,
    pub(super) reading: Result<Reading, Error>,
}

impl Sheet {
    pub(super) fn read(columns: &Columns) -> Self {
        let mut read = Vec::with_capacity(columns.columns.len());
        for column in &columns.columns {
            let texts = each(&column.cells, &mut Cell::text);
            let (mut style, mut readings) = (None, Vec::with_capacity(texts.len()));
            if column.name.is_text() {
                readings.resize(texts.len(), Ok(Reading::of(Content::Words)));
            } else {
                // A number that a program holds is in no style, and proves none.
                let written = |cell: &'_ Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
                let written = each(&column.cells, &mut |cell| written(cell));
                let declared = column.style.map_or(ReadStyle::Detect, ReadStyle::Declared);
                let found = read_column(&each(&written, &mut String::as_str), declared);
                style = found.style;
                readings = found.cells;
                for (cell, reading) in column.cells.iter().zip(&mut readings) {
                    if let Cell::Number(number) = cell {
                        *reading = Ok(Reading { style: Some(Style::Plain), ..Reading::of(Content::Number(*number)) });
                    }
                }
            }
            let mut cells = Vec::with_capacity(texts.len());
            for (text, reading) in texts.into_iter().zip(readings) {
                cells.push(ReadCell { text, reading });
            }
            read.push(ReadColumn { name: column.name, heading: column.heading.clone(), style, cells });
        }
        Self { length: columns.length(), columns: read }
    }

    pub(super) fn column(&self, name: ColumnName) -> Option<&ReadColumn> {
        self.columns.iter().find(|column| column.name == name)
    }

    pub(super) fn cell(&self, row: usize, name: ColumnName) -> Option<&ReadCell> {
        self.column(name)?.cells.get(row)
    }

    /// Whether something stands in a cell.
    pub(super) fn has(&self, row: usize, name: ColumnName) -> bool {
        self.cell(row, name).is_some_and(|cell| !cell.is_blank())
    }

    pub(super) fn has_any(&self, row: usize, names: &[ColumnName]) -> bool {
        names.iter().any(|name| self.has(row, *name))
    }

    /// What a row is called, if it is.
    pub(super) fn label(&self, row: usize) -> Option<&str> {
        self.cell(row, ColumnName::Label).map(|cell| cell.text.trim()).filter(|label| !label.is_empty())
    }
}

impl ReadCell {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
