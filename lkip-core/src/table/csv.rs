//! CSV (RFC 4180).

use super::cell::Cell;
use super::{Row, Table};
use crate::prelude::*;
use crate::text::{concat, size};

/// What stands before the columns of a table, so that headings and sums are told apart from what they are made of.
const ROWS: [&str; 3] = ["row", "depth", "subject"];

impl Table {
    /// CSV for programs (RFC 4180, UTF-8): the ids of the columns, then the rows.
    ///
    /// Before the columns of the table stand `row` (`item`, `parent`, `group`, `total`), `depth` and `subject`. Numbers have a
    /// decimal point and nothing else; what has no value is empty. A text that a spreadsheet would take for a formula
    /// has an apostrophe before it.
    ///
    /// ```
    /// # use lkip_core::{evaluate, report::Report, table};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "rules": "setda-kaltim-2021",
    /// #     "supporting": [{"id": "x", "name": "=SUM(A1)", "value": "45"}]}"#)?;
    /// # let evaluation = evaluate::evaluate(&report, None)?;
    /// let tables = table::tables(&evaluation);
    /// let csv = tables.first().map(|table| table.to_csv());
    /// assert_eq!(csv.as_deref(), Some("row,depth,subject,no,name,value\r\nitem,0,supporting.x,1,'=SUM(A1),45\r\n"));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        let ids = self.columns.iter().map(|column| column.id.as_str());
        line(&mut text, ROWS.into_iter().chain(ids).map(ToOwned::to_owned));
        for row in &self.rows {
            line(&mut text, fields(row));
        }
        text
    }
}

fn fields(row: &Row) -> impl Iterator<Item = String> {
    let subject = row.subject.as_deref().map(protected).unwrap_or_default();
    let head = [row.kind.as_str().to_owned(), size(row.depth), subject];
    head.into_iter().chain(row.cells.iter().map(value))
}

/// What a program reads of a cell.
fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Absent(_) => String::new(),
        Cell::Text(text) => protected(text),
        Cell::Word { code, text } => protected(code.as_ref().unwrap_or(&text.id)),
        Cell::Count(count) => size(*count),
        Cell::Figure(shown) => shown.value.text(),
        Cell::Range { low, high, .. } => protected(&concat(&[&low.text(), "–", &high.text()])),
        Cell::Category(band) => protected(&band.category().label),
        Cell::Sign(sign) => sign.as_str().to_owned(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn protected(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula { concat(&["'", text]) } else { text.to_owned() }
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            text.push(',');
        }
        push_field(text, &field);
    }
    text.push_str("\r\n");
}

fn push_field(text: &mut String, field: &str) {
    if !field.contains([',', '"', '\r', '\n']) {
        text.push_str(field);
        return;
    }
    text.push('"');
    for sign in field.chars() {
        if sign == '"' {
            text.push('"');
        }
        text.push(sign);
    }
    text.push('"');
}
