//! [`Row`]: the cells of one subject.

use super::cell::Cell;
use crate::plain::choices;
use crate::prelude::*;

choices! {
    /// What a row is among the others.
    pub enum RowKind {
        /// One of the things that the table is about.
        Item = "item",
        /// An item whose amounts are also those of the deeper rows that follow it: not to be added to them.
        Parent = "parent",
        /// The heading of the rows that follow it: an objective.
        Group = "group",
        /// All of them together.
        Total = "total",
    }
}

/// A row of a table.
#[doc(alias = "baris")]
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is among the others.
    pub kind: RowKind,
    /// How far it is indented: how many rows stand above it.
    pub depth: usize,
    /// What it is about, by the beginning of the keys of its figures: `indicators.iku-1`.
    pub subject: Option<String>,
    /// One cell for every column.
    pub cells: Vec<Cell>,
}
