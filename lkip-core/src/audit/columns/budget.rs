//! Which rows are lines of the budget, and which line's amounts a row shows.

use super::input::{ColumnName, RowKind};
use super::rows::Rows;
use super::sheet::{ReadCell, Sheet};
use crate::number::Content;
use crate::prelude::*;

/// What the rows of a table are of the budget.
pub(super) struct Budget {
    line_of: Vec<Option<usize>>,
    parents: Vec<Option<usize>>,
    amounts: Vec<Amounts>,
    gaps: Vec<bool>,
}

/// A line of the budget.
pub(super) struct Line {
    /// The row of the line above it.
    pub(super) parent: Option<usize>,
    pub(super) amounts: Amounts,
    /// Whether an amount below it cannot be read, so that what is below proves nothing.
    pub(super) has_gaps: bool,
}

/// The amounts of a line, as a document writes them.
#[derive(Clone, Default)]
pub(super) struct Amounts {
    pub(super) allocation: Option<String>,
    pub(super) spending: Option<String>,
}

const SIDES: [ColumnName; 2] = [ColumnName::Allocation, ColumnName::Spending];

impl Budget {
    pub(super) fn new(sheet: &Sheet, rows: &Rows) -> Self {
        let length = sheet.length;
        let mut found = Self {
            line_of: vec![None; length],
            parents: vec![None; length],
            amounts: vec![Amounts::default(); length],
            gaps: vec![false; length],
        };
        found.of_items_and_groups(sheet, rows);
        found.of_totals(sheet, rows);
        found.read_amounts(sheet);
        found.find_gaps(sheet, rows);
        found
    }

    /// The row of the line that a row shows: its own, or that of the group that it sums up.
    pub(super) fn line_of(&self, row: usize) -> Option<usize> {
        self.line_of.get(row).copied().flatten()
    }

    /// The line of a row, if it is one.
    pub(super) fn line(&self, row: usize) -> Option<Line> {
        let amounts = self.amounts.get(row).cloned().filter(|_| self.is_line(row))?;
        let has_gaps = self.gaps.get(row).copied().unwrap_or(false);
        Some(Line { parent: self.parent(row), amounts, has_gaps })
    }

    fn is_line(&self, row: usize) -> bool {
        self.line_of(row) == Some(row)
    }

    fn parent(&self, row: usize) -> Option<usize> {
        self.parents.get(row).copied().flatten()
    }

    fn of_items_and_groups(&mut self, sheet: &Sheet, rows: &Rows) {
        for row in (0..sheet.length).rev() {
            let is_own = matches!(rows.kind(row), RowKind::Item | RowKind::Group);
            // A group is one too where something below it is.
            if is_own && (self.is_line(row) || sheet.has_any(row, &ColumnName::BUDGET)) {
                put(&mut self.line_of, row, row);
                if let Some(parent) = rows.parent(row) {
                    put(&mut self.parents, row, parent);
                    put(&mut self.line_of, parent, parent);
                }
            }
        }
    }

    /// In a group a total is that of the group; else it is the sum of what stands above it since the last one, or of all
    /// such totals.
    fn of_totals(&mut self, sheet: &Sheet, rows: &Rows) {
        let (mut lines, mut totals) = (Vec::new(), Vec::new());
        for row in 0..sheet.length {
            let is_total = rows.kind(row) == RowKind::Total && sheet.has_any(row, &ColumnName::BUDGET);
            match rows.parent(row) {
                Some(group) if is_total && self.is_line(group) => put(&mut self.line_of, row, group),
                Some(_) => {}
                None if is_total => {
                    put(&mut self.line_of, row, row);
                    let below = core::mem::take(if lines.is_empty() { &mut totals } else { &mut lines });
                    for line in below {
                        put(&mut self.parents, line, row);
                    }
                    totals.push(row);
                }
                None if self.is_line(row) => lines.push(row),
                None => {}
            }
        }
    }

    /// The amount of a line is that of its own row, or else of the total of its group.
    fn read_amounts(&mut self, sheet: &Sheet) {
        for row in 0..sheet.length {
            let Some(line) = self.line_of(row) else { continue };
            let Some(amounts) = self.amounts.get_mut(line) else { continue };
            let [allocation, spending] = SIDES.map(|side| sheet.cell(row, side).and_then(amount));
            amounts.allocation = amounts.allocation.take().or(allocation);
            amounts.spending = amounts.spending.take().or(spending);
        }
    }

    /// Lines below which an amount is not known because its cell cannot be read.
    fn find_gaps(&mut self, sheet: &Sheet, rows: &Rows) {
        // What stands below comes first: below groups the later rows, below totals the earlier ones.
        let is_total = |row: &usize| rows.kind(*row) == RowKind::Total;
        let order = (0..sheet.length).rev().filter(|row| !is_total(row)).chain((0..sheet.length).filter(is_total));
        let mut has_lines = vec![false; sheet.length];
        for row in order.filter(|row| self.is_line(*row)).collect::<Vec<_>>() {
            let unread = |side| sheet.cell(row, side).is_some_and(is_unread_amount);
            let amounts = self.amounts.get(row).cloned().unwrap_or_default();
            let gap = self.gaps.get(row).copied().unwrap_or(false);
            let is_leaf = !has_lines.get(row).copied().unwrap_or(false);
            let [allocation, spending] = SIDES.map(|side| gap || is_leaf && unread(side));
            let unknown = amounts.allocation.is_none() && allocation || amounts.spending.is_none() && spending;
            if let Some(parent) = self.parent(row) {
                put_bool(&mut has_lines, parent);
                if unknown {
                    put_bool(&mut self.gaps, parent);
                }
            }
        }
    }
}

fn put(list: &mut [Option<usize>], place: usize, row: usize) {
    if let Some(known) = list.get_mut(place) {
        *known = Some(row);
    }
}

fn put_bool(list: &mut [bool], place: usize) {
    if let Some(known) = list.get_mut(place) {
        *known = true;
    }
}

/// An amount as a document writes it; a dash says that there is none, a blank that nothing is known.
fn amount(cell: &ReadCell) -> Option<String> {
    match cell.reading.as_ref().ok()?.content {
        Content::Number(number) => Some(number.text()),
        Content::Dash => Some("-".to_owned()),
        _ => None,
    }
}

/// Whether a cell has a text that is no amount.
fn is_unread_amount(cell: &ReadCell) -> bool {
    !matches!(
        cell.reading.as_ref().map(|reading| &reading.content),
        Ok(Content::Number(_) | Content::Dash | Content::Blank | Content::NotAvailable)
    )
}
