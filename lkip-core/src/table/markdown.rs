//! Markdown (GitHub's tables).

use super::{Column, Row, RowKind, Table};
use crate::language::Language;
use crate::markup::markdown::{escaped, line};
use crate::prelude::*;
use crate::text::{concat, size};

/// How far a row is indented at most: a budget may nest a million levels.
const DEEPEST: usize = 12;

impl Table {
    /// Markdown in one language: the title, the table, the notes. Numbers stand on the right.
    ///
    /// Where a column has a formula, the first row numbers the columns, as published reports do. What is special to
    /// Markdown or HTML is escaped.
    ///
    /// ```
    /// # use lkip_core::{Language, evaluate, report::Report, table};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "rules": "setda-kaltim-2021",
    /// #     "supporting": [{"id": "x", "name": "A|B", "value": "45"}]}"#)?;
    /// # let evaluation = evaluate::evaluate(&report, None)?;
    /// let tables = table::tables(&evaluation);
    /// let markdown = tables.first().map(|table| table.to_markdown(Language::English)).unwrap_or_default();
    /// assert_eq!(markdown, "**Supporting values, 2021**\n\n| No. | Description | Value |\n| ---: | --- | ---: |\n| 1 | A\\|B | 45 |\n");
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self, language: Language) -> String {
        let mut text = concat(&["**", &escaped(self.title.get(language)), "**\n\n"]);
        line(&mut text, self.columns.iter().map(|column| escaped(column.label.get(language))));
        let align = |column: &Column| if column.kind.is_numeric() { "---:" } else { "---" };
        line(&mut text, self.columns.iter().map(|column| align(column).to_owned()));
        if self.columns.iter().any(|column| column.formula.is_some()) {
            let number = |(place, column): (usize, &Column)| column.formula.clone().unwrap_or_else(|| size(place + 1));
            line(&mut text, self.columns.iter().enumerate().map(number));
        }
        for row in &self.rows {
            line(&mut text, cells(&self.columns, row, language));
        }
        if !self.notes.is_empty() {
            text.push('\n');
        }
        for note in &self.notes {
            text.push_str(&concat(&["- ", &escaped(note.get(language)), "\n"]));
        }
        text
    }
}

/// The cells of a row. What it is called is indented, and bold where it stands above others or for all of them.
fn cells(columns: &[Column], row: &Row, language: Language) -> impl Iterator<Item = String> {
    let bold = matches!(row.kind, RowKind::Group | RowKind::Total);
    let depth = row.depth.min(DEEPEST);
    columns.iter().zip(&row.cells).map(move |(column, cell)| {
        let text = escaped(&cell.display(language));
        let text = if bold && !text.is_empty() { concat(&["**", &text, "**"]) } else { text };
        if column.names_rows { concat(&[&"&emsp;".repeat(depth), &text]) } else { text }
    })
}
