//! [`Column`]: what a column holds, and by which formula.

use crate::plain::choices;
use crate::prelude::*;
use crate::rules::Bilingual;

choices! {
    /// What a column holds.
    pub enum ColumnKind {
        /// Text.
        Text = "text",
        /// Numbers in units of their own.
        Number = "number",
        /// Percentages.
        Percent = "percent",
        /// Percentage points, or differences in units of their own.
        Points = "points",
        /// Amounts of money.
        Rupiah = "rupiah",
        /// Categories of a scale.
        Category = "category",
        /// Above, equal or below.
        Sign = "sign",
    }
}

impl ColumnKind {
    /// Whether its cells are read from the right, digit under digit.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Number | Self::Percent | Self::Points | Self::Rupiah)
    }
}

/// A column of a table.
#[doc(alias = "kolom")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stable name: `realization`, `achievement`, `realization_2020`.
    pub id: String,
    /// What stands above it.
    pub label: Bilingual,
    /// What it holds.
    pub kind: ColumnKind,
    /// How it comes of the other columns, by their places: `6 = 5/4 × 100`.
    pub formula: Option<String>,
    /// Whether its cells name their rows.
    pub names_rows: bool,
}
