//! Tables as plain data.

use super::cell::Cell;
use super::{Column, Row, Table};
use crate::language::Language;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;

/// A table with its texts in one language, ready to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct TableReport<'a> {
    table: &'a Table,
    language: Language,
}

impl Table {
    /// The table as data, with its texts in one language: `{id, title, columns, rows, notes}`.
    ///
    /// Every cell is a record with a `kind`, a `value` (`null` where there is none) and a `display`; figures have their key
    /// and `unit`, categories their `rank` and `of`, absent ones their `state` and `reason`.
    ///
    /// ```
    /// # use lkip_core::{Language, Plain, evaluate, report::Report, table};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "rules": "setda-kaltim-2021",
    /// #     "supporting": [{"id": "x", "name": "X", "value": "45"}]}"#)?;
    /// # let evaluation = evaluate::evaluate(&report, None)?;
    /// let tables = table::tables(&evaluation);
    /// let json = tables.first().map(|table| Plain::from(&table.report(Language::English)).to_json()).unwrap_or_default();
    /// assert!(json.starts_with(r#"{"id":"supporting","title":"Supporting values, 2021","columns":[{"id":"no""#));
    /// assert!(json.contains(r#"{"kind":"figure","value":"45","display":"45","figure":"supporting.x","unit":"number"}"#));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn report(&self, language: Language) -> TableReport<'_> {
        TableReport { table: self, language }
    }
}

impl From<&TableReport<'_>> for Plain {
    fn from(report: &TableReport<'_>) -> Self {
        let TableReport { table, language } = *report;
        let mut record = Record::new();
        record.text("id", table.id());
        record.text("title", table.title.get(language));
        record.put("columns", each(&table.columns, &mut |one| column(one, language)));
        record.put("rows", each(&table.rows, &mut |one| row(one, language)));
        record.put("notes", each(&table.notes, &mut |note| Self::from(note.get(language))));
        Self::Record(record)
    }
}

serialize_as_plain!(TableReport<'_>);

fn column(column: &Column, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("id", &column.id);
    record.text("label", column.label.get(language));
    record.put("kind", column.kind);
    record.maybe("formula", column.formula.as_ref());
    Plain::Record(record)
}

fn row(row: &Row, language: Language) -> Plain {
    let mut record = Record::new();
    record.put("row", row.kind);
    record.put("depth", row.depth);
    record.maybe("subject", row.subject.as_ref());
    record.put("cells", each(&row.cells, &mut |one| cell(one, language)));
    Plain::Record(record)
}

/// A cell: what it is, its value, what is shown, and what else is known.
pub(crate) fn cell(cell: &Cell, language: Language) -> Plain {
    let (kind, value) = match cell {
        Cell::Empty => ("empty", Plain::Null),
        Cell::Text(text) => ("text", Plain::from(text)),
        Cell::Word { code, text } => ("word", Plain::from(code.as_ref().map_or(text.get(language), String::as_str))),
        Cell::Count(count) => ("count", Plain::from(*count)),
        Cell::Figure(shown) => ("figure", Plain::from(shown.value)),
        Cell::Range { low, high, .. } => {
            let mut range = Record::new();
            range.put("low", *low);
            range.put("high", *high);
            ("range", Plain::Record(range))
        }
        Cell::Category(band) => ("category", Plain::from(&band.category().code)),
        Cell::Sign(sign) => ("sign", Plain::from(*sign)),
        Cell::Absent(_) => ("absent", Plain::Null),
    };
    let mut record = Record::new();
    record.text("kind", kind);
    record.push("value", value);
    record.text("display", &cell.display(language));
    match cell {
        Cell::Figure(shown) => {
            record.maybe("figure", shown.key.as_ref());
            record.put("unit", shown.unit);
            record.some("footnotes", Plain::list(&shown.marks));
        }
        Cell::Range { key, unit, .. } => {
            record.maybe("figure", key.as_ref());
            record.put("unit", *unit);
        }
        Cell::Category(band) => {
            record.put("rank", band.rank());
            record.put("of", band.scale().categories.len());
            record.text("scale", &band.scale().id);
        }
        Cell::Absent(absence) => {
            record.maybe("figure", absence.key.as_ref());
            record.put("state", absence.state);
            let reason = absence.reason.as_ref();
            record.maybe("reason", reason.map(|reason| Plain::from(&reason.report(language))));
        }
        _ => {}
    }
    Plain::Record(record)
}
