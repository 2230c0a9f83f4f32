//! [`Columns`]: a table as a spreadsheet or a form holds it.

use crate::error::{Code, Error, Errors};
use crate::number::{Number, Style};
use crate::plain::{Problems, choices};
use crate::prelude::*;
use crate::rules::Polarity;
use crate::text::size;

choices! {
    /// The columns that an audit knows.
    #[derive(PartialOrd, Ord)]
    pub enum ColumnName {
        /// What the row is called.
        Label = "label" | "uraian" | "nama" | "indikator",
        /// What was promised.
        Target = "target",
        /// What was reached.
        Realization = "realization" | "realisasi",
        /// The percentage of the target that was reached.
        Achievement = "achievement" | "capaian",
        /// The label of the category of that percentage.
        Category = "category" | "kategori",
        /// The allocation.
        Allocation = "allocation" | "pagu",
        /// What was spent of it.
        Spending = "spending" | "realisasi_anggaran",
        /// The percentage of the allocation that was spent.
        Absorption = "absorption" | "penyerapan" | "serapan",
        /// What is left of the allocation.
        Remainder = "remainder" | "sisa",
        /// The weight of the row in weighted averages.
        Weight = "weight" | "bobot",
    }
}

choices! {
    /// What a row is.
    pub enum RowKind {
        /// An indicator, a line of the budget, or both.
        Item = "item" | "butir",
        /// The sum of the amounts above it, of its group or of the whole table. An achievement in it is the mean.
        Total = "total" | "jumlah",
        /// The mean of the achievements above it, of its group or of the whole table.
        Average = "average" | "rata_rata",
        /// A heading whose own figures are made of the rows below it: sums of amounts, the mean of achievements. An
        /// achievement is that of its own target and realization where it has both.
        Group = "group" | "kelompok",
    }
}

impl ColumnName {
    /// Whether its cells are what figures are made of. All others but the label are figures.
    pub(super) const fn is_input(self) -> bool {
        matches!(self, Self::Target | Self::Realization | Self::Allocation | Self::Spending | Self::Weight)
    }

    /// Whether its cells are words.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Label | Self::Category)
    }

    /// The columns of performance.
    pub(super) const PERFORMANCE: [Self; 4] = [Self::Target, Self::Realization, Self::Achievement, Self::Category];

    /// The columns of the budget.
    pub(super) const BUDGET: [Self; 4] = [Self::Allocation, Self::Spending, Self::Absorption, Self::Remainder];
}

/// A cell as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The text that a person wrote.
    Text(String),
    /// A number that a program holds exactly.
    Number(Number),
}

impl Cell {
    /// The text; of a number the canonical one.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.text(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Number> for Cell {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What its cells are.
    pub name: ColumnName,
    /// What it is called in the table; in findings and errors too.
    pub heading: String,
    /// Its cells, from the first row to the last.
    pub cells: Vec<Cell>,
    /// How its numbers are written. Without it the cells that only one style can read decide.
    pub style: Option<Style>,
}

/// A table: columns of equal length, all of which may be absent as far as the others make sense without them.
///
/// ```
/// use lkip_core::audit::{ColumnName, Columns};
/// let table = Columns::new("Tabel 3.21")
///     .with(ColumnName::Label, ["Kerja sama", "Pembangunan"])
///     .with(ColumnName::Target, ["90,00", "70,00"])
///     .with(ColumnName::Realization, ["100,00", "98,40"])
///     .with(ColumnName::Achievement, ["111,11", "140,57"]);
/// assert_eq!(table.length(), 2);
/// ```
#[doc(alias = "kolom")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// What the table is called.
    pub table: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What every row is. Without it all are items, or groups where the levels say so.
    pub rows: Vec<RowKind>,
    /// How deep every row stands in its tree: a row belongs to the nearest row above it that stands less deep. With levels an
    /// item that has deeper rows directly below it is a group, and a total or an average is of the rows that stand as deep
    /// as it.
    ///
    /// Without levels, items belong to the group above them. A total and an average are of that group where its heading shows
    /// no such figure and none came before, and otherwise of the whole table so far, which ends the group.
    pub levels: Vec<u32>,
    /// Which way is good: one for all rows, or one for each. Without it more is better.
    pub polarity: Vec<Polarity>,
}

impl Columns {
    /// A table without columns.
    #[must_use]
    pub fn new(table: &str) -> Self {
        Self { table: table.to_owned(), ..Self::default() }
    }

    /// The same table with one more column, under the name of what it holds.
    #[must_use]
    pub fn with<C: Into<Cell>>(self, name: ColumnName, cells: impl IntoIterator<Item = C>) -> Self {
        let cells = cells.into_iter().map(Into::into).collect();
        self.column(Column { name, heading: name.as_str().to_owned(), cells, style: None })
    }

    /// The same table with one more column.
    #[must_use]
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// The same table with its rows told apart.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = RowKind>) -> Self {
        self.rows = rows.into_iter().collect();
        self
    }

    /// The same table with the depth of every row.
    #[must_use]
    pub fn levels(mut self, levels: impl IntoIterator<Item = u32>) -> Self {
        self.levels = levels.into_iter().collect();
        self
    }

    /// The same table with one polarity for all rows, or one for each.
    #[must_use]
    pub fn polarity(mut self, polarity: impl IntoIterator<Item = Polarity>) -> Self {
        self.polarity = polarity.into_iter().collect();
        self
    }

    /// How many rows it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    pub(super) fn named(&self, name: ColumnName) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    pub(super) fn has_any(&self, names: &[ColumnName]) -> bool {
        names.iter().any(|name| self.named(*name).is_some())
    }

    /// What no audit can be made of.
    pub(super) fn check(&self) -> Result<(), Errors> {
        let mut problems = Problems::default();
        self.check_lengths(&mut problems);
        for (place, column) in self.columns.iter().enumerate() {
            if let Some(first) = self.columns.iter().take(place).find(|first| first.name == column.name) {
                let error = Error::new(Code::SameField).text("field", &column.heading).text("other", &first.heading);
                problems.add(error.within(&column.heading));
            }
        }
        // A figure can only be compared where what it is made of is there.
        let mut need = |name: ColumnName| {
            if self.named(name).is_none() {
                let name = name.as_str();
                problems.add(Error::new(Code::MissingField).text("field", name).within(name));
            }
        };
        let of_performance = self.has_any(&ColumnName::PERFORMANCE);
        if of_performance || !self.has_any(&ColumnName::BUDGET) {
            need(ColumnName::Target);
            need(ColumnName::Realization);
        }
        if self.has_any(&[ColumnName::Absorption, ColumnName::Remainder]) {
            need(ColumnName::Allocation);
            need(ColumnName::Spending);
        }
        problems.done()
    }

    fn check_lengths(&self, problems: &mut Problems) {
        let Some(first) = self.columns.first() else { return };
        let length = first.cells.len();
        let mut check = |heading: &str, found: usize| {
            if found != length {
                let error = Error::new(Code::UnequalLengths).text("found", &size(found));
                let error = error.text("other", &first.heading).text("expected", &size(length));
                problems.add(error.within(heading));
            }
        };
        for column in &self.columns {
            check(&column.heading, column.cells.len());
        }
        if !self.rows.is_empty() {
            check("rows", self.rows.len());
        }
        if !self.levels.is_empty() {
            check("levels", self.levels.len());
        }
        if self.polarity.len() > 1 {
            check("polarity", self.polarity.len());
        }
    }

    /// Which way is good in a row.
    pub(super) fn polarity_of(&self, row: usize) -> Polarity {
        match self.polarity.as_slice() {
            [one] => *one,
            each => each.get(row).copied().unwrap_or_default(),
        }
    }
}
