//! Supporting values: what stands behind the text of a report.

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::{Source, marks};
use super::wording::title;
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::text::concat;

const TITLE: Text = bilingual!("Data pendukung {period}", "Supporting values, {period}");

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Supporting.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("name", ColumnKind::Text, bilingual!("Uraian", "Description"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"))
        .optional()
        .column("value", ColumnKind::Number, bilingual!("Nilai", "Value"));
    for entry in &source.document.supporting {
        let subject = concat(&["supporting.", entry.id.as_str()]);
        let unit = entry.unit.clone().map_or(Cell::Empty, Cell::Text);
        let marks = entry.value.as_ref().filter(|_| entry.formula.is_none()).map(marks).unwrap_or_default();
        let value = Cell::maybe(source.figure(&[&subject])).marked(marks);
        draft.item(0, subject, vec![Cell::Text(entry.name.clone()), unit, value]);
    }
    draft.finish()
}
