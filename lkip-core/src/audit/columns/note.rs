//! [`Note`]: what was noticed about a cell that is no mistake of a figure.

use super::input::{ColumnName, Columns, RowKind};
use super::rows::Rows;
use super::sheet::{ReadColumn, Sheet};
use crate::error::{Detail, Details};
use crate::language::{Language, Text, bilingual};
use crate::lookup::sorted;
use crate::number::Style;
use crate::plain::choices;
use crate::prelude::*;
use crate::text::{concat, size};

choices! {
    /// What was noticed about a cell.
    pub enum NoteCode {
        /// It is written in another style than most of its column.
        OtherStyle = "other_style",
        /// Another row of the same group has the same label.
        SameLabel = "same_label",
        /// Something stands there that no figure is made of, and that is none.
        NotAudited = "not_audited",
    }
}

impl NoteCode {
    /// The sentence for a person, with `{places}` for its data.
    #[must_use]
    pub const fn template(self) -> Text {
        match self {
            Self::OtherStyle => bilingual!(
                "'{text}' ditulis menurut gaya {style}, tidak seperti kolomnya.",
                "'{text}' is written in the style {style}, unlike its column."
            ),
            Self::SameLabel => {
                bilingual!("Uraian '{text}' sama dengan baris {row}.", "The label '{text}' is that of row {row}.")
            }
            Self::NotAudited => bilingual!(
                "'{text}' tidak diperiksa: baris ini tidak mempunyai angka pada kolom itu.",
                "'{text}' was not audited: this row has no figure in that column."
            ),
        }
    }
}

/// Something that was noticed about a cell.
#[doc(alias = "catatan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub(super) code: NoteCode,
    pub(super) row: usize,
    pub(super) column: ColumnName,
    pub(super) details: Details,
}

impl Note {
    pub(super) fn new(code: NoteCode, row: usize, column: ColumnName, text: &str) -> Self {
        let mut details = Details::default();
        details.put("text", Detail::Text(text.to_owned()));
        Self { code, row, column, details }
    }

    /// What it is.
    #[must_use]
    pub fn code(&self) -> NoteCode {
        self.code
    }

    /// The place of the row, from 0.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// The column.
    #[must_use]
    pub fn column(&self) -> ColumnName {
        self.column
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The sentence for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.details.fill(self.code.template().get(language), language)
    }
}

/// What the cells show by themselves.
pub(super) fn notes(columns: &Columns, sheet: &Sheet, rows: &Rows) -> Vec<Note> {
    let mut notes = Vec::new();
    for column in &sheet.columns {
        let declared = columns.named(column.name).and_then(|column| column.style);
        other_styles(column, declared, &mut notes);
    }
    same_labels(sheet, rows, &mut notes);
    notes
}

/// The cells in another style than the declared one, or than most of the column.
fn other_styles(column: &ReadColumn, declared: Option<Style>, notes: &mut Vec<Note>) {
    let style = |row: usize| column.cells.get(row).and_then(|cell| cell.reading.as_ref().ok()?.style);
    let written = || (0..column.cells.len()).filter_map(style).filter(|style| *style != Style::Plain);
    let count = |wanted: Style| written().filter(|style| *style == wanted).count();
    let most =
        if count(Style::International) > count(Style::Indonesian) { Style::International } else { Style::Indonesian };
    let own = declared.unwrap_or(most);
    for (row, cell) in column.cells.iter().enumerate() {
        if let Some(style) = style(row).filter(|style| *style != own && *style != Style::Plain) {
            let mut note = Note::new(NoteCode::OtherStyle, row, column.name, &cell.text);
            note.details.put("style", Detail::Word(style.as_str(), style.example()));
            notes.push(note);
        }
    }
}

/// Items that are called like an earlier one of the same group.
fn same_labels(sheet: &Sheet, rows: &Rows, notes: &mut Vec<Note>) {
    let mut named = Vec::new();
    for row in 0..sheet.length {
        if let Some(label) = sheet.label(row).filter(|_| rows.kind(row) == RowKind::Item) {
            let group = rows.parent(row).map(size).unwrap_or_default();
            named.push((concat(&[&group, " ", label]), row, label));
        }
    }
    let order = sorted(&each(&named, &mut |(name, ..)| name.as_str()));
    for pair in order.windows(2) {
        let [first, second] = *pair else { continue };
        let (Some((name, row, _)), Some((other, second, label))) = (named.get(first), named.get(second)) else {
            continue;
        };
        if name == other {
            let mut note = Note::new(NoteCode::SameLabel, *second, ColumnName::Label, label);
            note.details.put("row", Detail::Text(size(row + 1)));
            notes.push(note);
        }
    }
}
