//! Which row belongs to which: groups with what stands below them.

use super::input::{ColumnName, Columns, RowKind};
use super::sheet::Sheet;
use crate::prelude::*;

/// The rows of a table as a tree.
pub(super) struct Rows {
    pub(super) kinds: Vec<RowKind>,
    /// The group that each row belongs to.
    pub(super) parents: Vec<Option<usize>>,
}

impl Rows {
    pub(super) fn new(columns: &Columns, sheet: &Sheet) -> Self {
        let kinds = kinds(columns, sheet.length);
        let levels = if columns.levels.is_empty() { levels(&kinds, sheet) } else { columns.levels.clone() };
        let mut open: Vec<(u32, usize)> = Vec::new();
        let mut parents = Vec::with_capacity(kinds.len());
        for (row, (kind, level)) in kinds.iter().zip(&levels).enumerate() {
            while open.last().is_some_and(|(above, _)| above >= level) {
                open.pop();
            }
            parents.push(open.last().map(|(_, group)| *group));
            if *kind == RowKind::Group {
                open.push((*level, row));
            }
        }
        Self { kinds, parents }
    }

    pub(super) fn kind(&self, row: usize) -> RowKind {
        self.kinds.get(row).copied().unwrap_or_default()
    }

    pub(super) fn parent(&self, row: usize) -> Option<usize> {
        self.parents.get(row).copied().flatten()
    }
}

/// What every row is, as it was said, or as the levels show it.
fn kinds(columns: &Columns, length: usize) -> Vec<RowKind> {
    let said = |row: usize| columns.rows.get(row).copied().unwrap_or_default();
    let mut kinds = Vec::with_capacity(length);
    for row in 0..length {
        let deeper = match (columns.levels.get(row), columns.levels.get(row + 1)) {
            (Some(here), Some(next)) => next > here && matches!(said(row + 1), RowKind::Item | RowKind::Group),
            _ => false,
        };
        kinds.push(if said(row) == RowKind::Item && deeper { RowKind::Group } else { said(row) });
    }
    kinds
}

/// The levels of a table that has none: groups, and what stands below them.
fn levels(kinds: &[RowKind], sheet: &Sheet) -> Vec<u32> {
    let mut levels = Vec::with_capacity(kinds.len());
    // The group that is open, and whether its total and its average are still to come.
    let mut open: Option<(bool, bool)> = None;
    for (row, kind) in kinds.iter().enumerate() {
        let level = match (kind, &mut open) {
            (RowKind::Group, open) => {
                let amounts = [ColumnName::Allocation, ColumnName::Spending, ColumnName::Absorption];
                *open = Some((!sheet.has_any(row, &amounts), !sheet.has(row, ColumnName::Achievement)));
                0
            }
            (RowKind::Item, Some(_)) => 1,
            (RowKind::Total, Some((wanted, _))) | (RowKind::Average, Some((_, wanted))) if *wanted => {
                *wanted = false;
                1
            }
            (RowKind::Total | RowKind::Average, open) => {
                *open = None;
                0
            }
            (RowKind::Item, None) => 0,
        };
        levels.push(level);
    }
    levels
}
