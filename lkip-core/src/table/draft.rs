//! A table while it is made.

use super::Table;
use super::cell::Cell;
use super::column::{Column, ColumnKind};
use super::row::{Row, RowKind};
use super::wording::{both, plain};
use crate::language::Text;
use crate::lookup::sorted;
use crate::prelude::*;
use crate::rules::Bilingual;
use crate::text::{concat, size, split};

/// A table that is being made.
pub(crate) struct Draft {
    id: &'static str,
    title: Bilingual,
    columns: Vec<Column>,
    /// Whether each column is left out where all its cells are empty.
    optional: Vec<bool>,
    rows: Vec<Row>,
    notes: Vec<Bilingual>,
    numbered: usize,
}

impl Draft {
    pub(crate) fn new(id: &'static str, title: Bilingual) -> Self {
        Self { id, title, columns: Vec::new(), optional: Vec::new(), rows: Vec::new(), notes: Vec::new(), numbered: 0 }
    }

    pub(crate) fn column(self, id: &str, kind: ColumnKind, label: Text) -> Self {
        self.labelled(id, kind, plain(label))
    }

    pub(crate) fn labelled(mut self, id: &str, kind: ColumnKind, label: Bilingual) -> Self {
        self.columns.push(Column { id: id.to_owned(), label, kind, formula: None, names_rows: false });
        self.optional.push(false);
        self
    }

    /// The formula of the last column, which names the others by their ids: `{realization}/{target} × 100`.
    pub(crate) fn formula(mut self, formula: &str) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.formula = Some(formula.to_owned());
        }
        self
    }

    /// The last column names its rows.
    pub(crate) fn names_rows(mut self) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.names_rows = true;
        }
        self
    }

    /// The last column is left out where all its cells are empty.
    pub(crate) fn optional(mut self) -> Self {
        if let Some(optional) = self.optional.last_mut() {
            *optional = true;
        }
        self
    }

    /// A row. Cells that are not named are empty.
    pub(crate) fn row(&mut self, kind: RowKind, depth: usize, subject: Option<String>, cells: Vec<Cell>) {
        let mut cells = cells;
        cells.resize(self.columns.len(), Cell::Empty);
        self.rows.push(Row { kind, depth, subject, cells });
    }

    /// An item with the next number in its first cell.
    pub(crate) fn item(&mut self, depth: usize, subject: String, cells: Vec<Cell>) {
        self.numbered((RowKind::Item, depth), subject, cells);
    }

    /// A row with the next number in its first cell.
    pub(crate) fn numbered(&mut self, (kind, depth): (RowKind, usize), subject: String, cells: Vec<Cell>) {
        self.numbered += 1;
        let mut all = vec![Cell::Count(self.numbered)];
        all.extend(cells);
        self.row(kind, depth, Some(subject), all);
    }

    /// A further row of the item before, under the same number.
    pub(crate) fn again(&mut self, depth: usize, subject: String, cells: Vec<Cell>) {
        self.numbered -= usize::from(self.numbered > 0);
        self.item(depth, subject, cells);
    }

    /// What must be known to read the table. It is said once, however often it is noted.
    pub(crate) fn note(&mut self, note: Bilingual) {
        self.notes.push(note);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table, if it has rows.
    pub(crate) fn finish(mut self) -> Option<Table> {
        if self.rows.is_empty() {
            return None;
        }
        self.tell_reasons();
        self.tell_once();
        self.leave_out();
        self.number_formulas();
        let Self { id, title, columns, rows, notes, .. } = self;
        Some(Table { id, title, columns, rows, notes })
    }

    /// Why figures are missing, where what is shown does not say it.
    fn tell_reasons(&mut self) {
        let named = self.columns.iter().position(|column| column.names_rows);
        let mut told = Vec::new();
        for row in &self.rows {
            let name = named.and_then(|place| row.cells.get(place)).unwrap_or(&Cell::Empty);
            for cell in &row.cells {
                let Cell::Absent(absence) = cell else { continue };
                told.extend(absence.untold().map(|reason| {
                    both(&|language| concat(&[&name.display(language), ": ", &reason.message(language)]))
                }));
            }
        }
        told.into_iter().for_each(|note| self.note(note));
    }

    /// Of notes that are the same the first stays.
    fn tell_once(&mut self) {
        let texts = each(&self.notes, &mut |note| note.id.as_str());
        let mut first = vec![true; texts.len()];
        // The places of the same text stand in their order.
        for pair in sorted(&texts).windows(2) {
            if let [before, again] = *pair
                && texts.get(before) == texts.get(again)
                && let Some(first) = first.get_mut(again)
            {
                *first = false;
            }
        }
        retain(&mut self.notes, &first);
    }

    /// Leaves out the columns that the table can do without.
    fn leave_out(&mut self) {
        let mut kept: Vec<bool> = self.optional.iter().map(|optional| !optional).collect();
        for row in &self.rows {
            for (kept, cell) in kept.iter_mut().zip(&row.cells) {
                *kept |= *cell != Cell::Empty;
            }
        }
        if kept.iter().all(|kept| *kept) {
            return;
        }
        retain(&mut self.columns, &kept);
        self.rows.iter_mut().for_each(|row| retain(&mut row.cells, &kept));
    }

    /// The ids in the formulas become the numbers of their columns.
    fn number_formulas(&mut self) {
        let ids: Vec<String> = each(&self.columns, &mut |column| column.id.clone());
        let number = |id: &str| ids.iter().position(|known| known == id).map(|place| size(place + 1));
        for (place, column) in self.columns.iter_mut().enumerate() {
            let Some(formula) = &column.formula else { continue };
            let mut text = concat(&[&size(place + 1), " = "]);
            let mut rest = formula.as_str();
            while let Some((before, after)) = split(rest, '{') {
                let (id, behind) = split(after, '}').unwrap_or((after, ""));
                text.push_str(before);
                text.push_str(&number(id).unwrap_or_default());
                rest = behind;
            }
            text.push_str(rest);
            column.formula = Some(text);
        }
    }
}

/// Keeps the items whose place says so.
fn retain<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().copied().unwrap_or(true));
}
