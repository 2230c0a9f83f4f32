//! Which rows are indicators, and whose mean a row shows.

use super::input::{ColumnName, RowKind};
use super::rows::Rows;
use super::sheet::Sheet;
use crate::prelude::*;

/// The mean that a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mean {
    /// Of indicators: those of the objective that has the number of this row.
    Objective(usize),
    /// Of the means of groups.
    Goal(usize),
    /// Of everything.
    Report,
}

/// What the rows of a table are of performance.
pub(super) struct Performance {
    items: Vec<bool>,
    measured: Vec<bool>,
    means: Vec<Option<Mean>>,
    objective_of: Vec<Option<usize>>,
    /// The objectives, each with its goal.
    pub(super) objectives: Vec<(usize, Option<usize>)>,
    /// The goals.
    pub(super) goals: Vec<usize>,
    /// Whether the mean of everything is made of groups that have no mean.
    lost: bool,
}

impl Performance {
    pub(super) fn new(sheet: &Sheet, rows: &Rows) -> Self {
        let length = sheet.length;
        let (mut items, mut measured) = (Vec::with_capacity(length), Vec::with_capacity(length));
        for row in 0..length {
            let kind = rows.kind(row);
            items.push(kind == RowKind::Item && sheet.has_any(row, &ColumnName::PERFORMANCE));
            let pair = sheet.has(row, ColumnName::Target) && sheet.has(row, ColumnName::Realization);
            measured.push(pair && matches!(kind, RowKind::Group | RowKind::Total));
        }
        let mut found = Self {
            items,
            measured,
            means: vec![None; length],
            objective_of: vec![None; length],
            objectives: Vec::new(),
            goals: Vec::new(),
            lost: false,
        };
        let parts = found.parts(rows);
        found.of_groups(&parts);
        found.of_closing_rows(sheet, rows, &parts);
        found
    }

    /// Whether a row is an item of averages.
    pub(super) fn is_item(&self, row: usize) -> bool {
        self.items.get(row).copied().unwrap_or(false)
    }

    /// Whether a row that is none has a target and a realization of its own.
    pub(super) fn is_measured(&self, row: usize) -> bool {
        self.measured.get(row).copied().unwrap_or(false)
    }

    /// Whether some row shows a mean that an item is part of.
    pub(super) fn is_averaged(&self, row: usize) -> bool {
        self.objective(row).is_some() || self.means.contains(&Some(Mean::Report))
    }

    /// Whether the achievement of a row is its own.
    pub(super) fn has_own(&self, row: usize) -> bool {
        self.is_item(row) || self.is_measured(row)
    }

    /// The mean that a row shows.
    pub(super) fn mean(&self, row: usize) -> Option<Mean> {
        self.means.get(row).copied().flatten()
    }

    /// The objective of an item: the row that shows its mean.
    pub(super) fn objective(&self, row: usize) -> Option<usize> {
        self.objective_of.get(row).copied().flatten()
    }

    fn is_objective(&self, row: usize) -> bool {
        self.objectives.iter().any(|(objective, _)| *objective == row)
    }

    fn show(&mut self, row: usize, mean: Option<Mean>) {
        if let Some(place) = self.means.get_mut(row) {
            *place = mean;
        }
    }

    /// What every row has directly below it of performance: items, and groups that have such.
    fn parts(&self, rows: &Rows) -> Vec<Vec<usize>> {
        let length = self.items.len();
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); length];
        for row in (0..length).rev() {
            let is_group = parts.get(row).is_some_and(|below| !below.is_empty());
            let above = rows.parent(row).and_then(|parent| parts.get_mut(parent));
            if let Some(above) = above.filter(|_| is_group || self.is_item(row)) {
                above.push(row);
            }
        }
        parts
    }

    /// Groups of items are objectives, groups of such groups goals. A mean of anything else is no figure of a report.
    fn of_groups(&mut self, parts: &[Vec<usize>]) {
        for (group, below) in parts.iter().enumerate() {
            if !below.is_empty() && below.iter().all(|row| self.is_item(*row)) {
                self.add_objective(group, below);
            }
        }
        for (group, below) in parts.iter().enumerate() {
            if !below.is_empty() && below.iter().all(|row| self.is_objective(*row)) {
                self.add_goal(group, below);
            }
        }
        let has_mean = |group: usize| self.mean(group).is_some();
        self.lost = parts.iter().enumerate().any(|(group, below)| !below.is_empty() && !has_mean(group));
    }

    fn add_objective(&mut self, row: usize, items: &[usize]) {
        self.objectives.push((row, None));
        self.show(row, Some(Mean::Objective(row)));
        for item in items {
            if let Some(place) = self.objective_of.get_mut(*item) {
                *place = Some(row);
            }
        }
    }

    fn add_goal(&mut self, row: usize, objectives: &[usize]) {
        self.goals.push(row);
        self.show(row, Some(Mean::Goal(row)));
        for (objective, goal) in &mut self.objectives {
            if objectives.contains(objective) {
                *goal = Some(row);
            }
        }
    }

    /// The rows that show a mean below what it is made of.
    fn of_closing_rows(&mut self, sheet: &Sheet, rows: &Rows, parts: &[Vec<usize>]) {
        let figures = [ColumnName::Achievement, ColumnName::Category];
        let last_item = (0..self.items.len()).rev().find(|row| self.is_item(*row));
        // What stands above, since the last such row of the table itself.
        let (mut items, mut groups, mut is_first) = (Vec::new(), Vec::new(), true);
        for row in 0..self.items.len() {
            let parent = rows.parent(row);
            let own = self.is_measured(row);
            let closes =
                matches!(rows.kind(row), RowKind::Average | RowKind::Total) && !own && sheet.has_any(row, &figures);
            match parent {
                // In a group it is the mean of the group.
                Some(group) if closes => self.show(row, self.mean(group)),
                Some(_) => {}
                None if closes => {
                    let of_everything = last_item.is_some_and(|last| last < row) && !self.lost;
                    if !items.is_empty() && groups.is_empty() {
                        self.add_objective(row, &items);
                    } else if items.is_empty()
                        && !groups.is_empty()
                        && groups.iter().all(|group| self.is_objective(*group))
                    {
                        self.add_goal(row, &groups);
                    } else if of_everything && (is_first || items.is_empty() && groups.is_empty()) {
                        self.show(row, Some(Mean::Report));
                    }
                    items.clear();
                    groups.clear();
                    is_first = false;
                }
                None if self.is_item(row) => items.push(row),
                None if parts.get(row).is_some_and(|below| !below.is_empty()) => groups.push(row),
                None => {}
            }
        }
    }
}
