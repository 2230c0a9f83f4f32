//! [`TextColumn`]: cells as people write them, as a column of numbers.

use crate::batch::{Column, MOST_TOLD};
use crate::error::{Code, Error};
use crate::measure::written;
use crate::number::{ColumnReader, Content, Number, ReadStyle, Reading, Style};
use crate::prelude::*;

/// A cell of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'t> {
    /// Nothing.
    Absent,
    /// The text that a person wrote.
    Text(&'t str),
    /// A number that a program holds exactly.
    Number(Number),
}

impl<'t> From<Option<&'t str>> for Cell<'t> {
    fn from(text: Option<&'t str>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }
}

/// A column that was read out of cells: all in one style, which the cells show that only one style can read.
///
/// Blanks, dashes and "N/A" are no values. Ranges and bounds are kept for targets. What is no number at all is unreadable: a
/// reason of its row, not a mistake of the column.
///
/// ```
/// use lkip_core::frame::{Cell, TextColumn};
/// use lkip_core::{ReadStyle, Style};
/// let cells = ["1.250", "87,5", "-", "66 (peringkat 4)", "baik"];
/// let column = TextColumn::read(cells.into_iter().map(Cell::Text), ReadStyle::Detect);
/// assert_eq!(column.style(), Some(Style::Indonesian));
/// assert_eq!(column.places(), 1);
/// assert_eq!(column.unreadable(), [4]);
/// ```
#[derive(Clone, Debug)]
pub struct TextColumn {
    style: Option<Style>,
    digits: Digits,
    places: u32,
    present: Vec<bool>,
    unreadable: Vec<usize>,
    errors: Vec<(usize, Error)>,
    pub(super) special: Vec<Special>,
    /// The unit of each row: one more than its place among the names. Empty where no cell names one.
    units: Vec<u16>,
    unit_names: Vec<String>,
}

/// A cell that is neither a number nor nothing: a range or a bound.
#[derive(Clone, Debug)]
pub(super) struct Special {
    pub(super) row: usize,
    pub(super) content: Content,
    /// What is wrong with it where one number is needed.
    error: Error,
}

impl Special {
    pub(super) fn error(&self) -> Error {
        self.error.clone()
    }
}

#[derive(Clone, Debug)]
enum Digits {
    Small(Vec<i64>),
    Large(Vec<i128>),
}

impl TextColumn {
    /// Reads cells. They are gone through twice: first for the style of the column.
    pub fn read<'t>(cells: impl Iterator<Item = Cell<'t>> + Clone, style: ReadStyle) -> Self {
        let texts = cells.clone().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text),
            Cell::Absent | Cell::Number(_) => None,
        });
        let reader = ColumnReader::new(texts, style);
        let mut made = Self {
            style: reader.style(),
            digits: Digits::Small(Vec::new()),
            places: 0,
            present: Vec::new(),
            unreadable: Vec::new(),
            errors: Vec::new(),
            special: Vec::new(),
            units: Vec::new(),
            unit_names: Vec::new(),
        };
        let mut numbers = Vec::with_capacity(cells.size_hint().0);
        for (row, cell) in cells.enumerate() {
            let number = match cell {
                Cell::Absent => None,
                Cell::Number(number) => Some(number),
                Cell::Text(text) => made.take(row, text, reader.read(text)),
            };
            made.places = made.places.max(number.map_or(0, Number::places));
            numbers.push(number);
        }
        made.lay_out(&numbers);
        made
    }

    /// Notes what a cell holds besides its number.
    fn take(&mut self, row: usize, text: &str, reading: Result<Reading, Error>) -> Option<Number> {
        let reading = match reading {
            Ok(reading) => reading,
            Err(error) => {
                self.refuse(row, error);
                return None;
            }
        };
        if let Some(unit) = written::unit(&reading) {
            self.put_unit(row, unit);
        }
        match (reading.number(text), &reading.content) {
            (Ok(number), _) => return Some(number),
            (Err(_), Content::Blank | Content::Dash | Content::NotAvailable) => {}
            (Err(error), Content::Range { .. } | Content::Bound { .. }) => {
                self.special.push(Special { row, content: reading.content, error });
            }
            (Err(error), _) => self.refuse(row, error),
        }
        None
    }

    fn refuse(&mut self, row: usize, error: Error) {
        self.unreadable.push(row);
        if self.errors.len() < MOST_TOLD {
            self.errors.push((row, error));
        }
    }

    fn put_unit(&mut self, row: usize, unit: String) {
        let place = self.unit_names.iter().position(|known| *known == unit).unwrap_or_else(|| {
            self.unit_names.push(unit);
            self.unit_names.len() - 1
        });
        self.units.resize(row, 0);
        self.units.push(u16::try_from(place + 1).unwrap_or(u16::MAX));
    }

    /// All numbers with the same places. What 128 bits do not hold then is unreadable.
    fn lay_out(&mut self, numbers: &[Option<Number>]) {
        let powers: Vec<Option<i128>> = (0..=self.places).map(|apart| 10_i128.checked_pow(apart)).collect();
        let power = |apart: u32| powers.get(usize::try_from(apart).ok()?).copied().flatten();
        let mut digits: Vec<i128> = Vec::with_capacity(numbers.len());
        let mut beyond = Vec::new();
        for (row, number) in numbers.iter().enumerate() {
            let lifted = number.map(|number| match self.places - number.places() {
                0 => Some(number.mantissa()),
                apart => power(apart).and_then(|power| number.mantissa().checked_mul(power)),
            });
            if lifted == Some(None) {
                beyond.push(row);
            }
            digits.push(lifted.flatten().unwrap_or_default());
            self.present.push(number.is_some());
        }
        for row in beyond {
            let text = numbers.get(row).copied().flatten().map(Number::text).unwrap_or_default();
            self.refuse(row, Error::new(Code::NumberTooLong).text("text", &text));
        }
        self.unreadable.sort_unstable();
        let small: Option<Vec<i64>> = digits.iter().map(|digits| i64::try_from(*digits).ok()).collect();
        self.digits = small.map_or(Digits::Large(digits), Digits::Small);
    }

    /// The style that was found or declared; nothing where no cell shows one, or cells show two.
    #[must_use]
    pub const fn style(&self) -> Option<Style> {
        self.style
    }

    /// The decimal places of the column: the most that a cell has.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.places
    }

    /// The rows whose cell is no number, nor nothing.
    #[must_use]
    pub fn unreadable(&self) -> &[usize] {
        &self.unreadable
    }

    /// What is wrong with unreadable cells, by their rows: of many the first ten.
    #[must_use]
    pub fn errors(&self) -> &[(usize, Error)] {
        &self.errors
    }

    /// The numbers.
    #[must_use]
    pub fn column(&self) -> Column<'_> {
        let column = match &self.digits {
            Digits::Small(digits) => Column::new(digits, self.places),
            Digits::Large(digits) => Column::large(digits, self.places),
        };
        let column = if self.present.contains(&false) { column.present(self.present.as_slice()) } else { column };
        column.unreadable(&self.unreadable)
    }

    /// The unit that the cell of a row names.
    pub(super) fn unit(&self, row: usize) -> Option<&str> {
        let place = usize::from(self.units.get(row).copied()?).checked_sub(1)?;
        self.unit_names.get(place).map(String::as_str)
    }

    pub(super) const fn names_units(&self) -> bool {
        !self.units.is_empty()
    }
}
