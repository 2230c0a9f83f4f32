//! [`Column`]: numbers below each other, as integers with one number of decimal places.

use core::ops::Range;

use super::float;
use crate::error::{Code, Error};
use crate::number::Number;

/// The digits of a column.
#[derive(Clone, Copy, Debug)]
pub enum Digits<'a> {
    /// Integers of 64 bits.
    Small(&'a [i64]),
    /// Integers of 128 bits, for columns that do not fit.
    Large(&'a [i128]),
    /// Floating point numbers, each of which stands for the decimal of the stated places that is nearest to it.
    Floats(&'a [f64]),
}

/// Which rows of a column have a value.
#[derive(Clone, Copy, Debug, Default)]
pub enum Presence<'a> {
    /// All.
    #[default]
    All,
    /// Those that say so.
    Bools(&'a [bool]),
    /// Those whose bit is set, from the lowest bit of the first byte on, as Arrow has them.
    Bits {
        /// The bytes.
        bytes: &'a [u8],
        /// The bit of the first row.
        first: usize,
    },
}

impl<'a> Presence<'a> {
    /// Whether the row has a value; of a row that is not there, none.
    pub(super) fn of(&self, row: usize) -> bool {
        match self {
            Self::All => true,
            Self::Bools(bools) => bools.get(row).copied().unwrap_or(false),
            Self::Bits { bytes, first } => {
                let bit = first.saturating_add(row);
                bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
            }
        }
    }

    /// Whether every row of a part has a value.
    pub(super) fn all(&self, rows: Range<usize>) -> bool {
        match self {
            Self::All => true,
            Self::Bools(bools) => bools.get(rows).is_some_and(|bools| !bools.contains(&false)),
            Self::Bits { bytes, first } => {
                let bits = first.saturating_add(rows.start)..first.saturating_add(rows.end);
                let whole = bits.start.div_ceil(8)..bits.end / 8;
                if whole.start >= whole.end {
                    return rows.into_iter().all(|row| self.of(row));
                }
                let inside = bytes.get(whole.clone()).is_some_and(|bytes| bytes.iter().all(|byte| *byte == u8::MAX));
                let edges = (bits.start..whole.start * 8).chain(whole.end * 8..bits.end);
                inside && edges.into_iter().all(|bit| self.of(bit - first))
            }
        }
    }

    /// How many rows it says something of; nothing where it is of any length.
    fn len(&self) -> Option<usize> {
        match self {
            Self::All => None,
            Self::Bools(bools) => Some(bools.len()),
            Self::Bits { bytes, first } => Some(bytes.len().saturating_mul(8).saturating_sub(*first)),
        }
    }

    fn rows(&self, rows: Range<usize>) -> Self {
        match *self {
            Self::All => Self::All,
            Self::Bools(bools) => Self::Bools(bools.get(rows).unwrap_or_default()),
            Self::Bits { bytes, first } => Self::Bits { bytes, first: first.saturating_add(rows.start) },
        }
    }
}

impl<'a> From<&'a [bool]> for Presence<'a> {
    fn from(bools: &'a [bool]) -> Self {
        Self::Bools(bools)
    }
}

/// A column is as long as the first.
pub(crate) fn same_length(name: &'static str, found: usize, expected: usize) -> Result<(), Error> {
    if found == expected {
        return Ok(());
    }
    let number = |count: usize| Number::from(u64::try_from(count).unwrap_or(u64::MAX));
    let error = Error::new(Code::UnequalLengths).number("found", number(found)).number("expected", number(expected));
    Err(error.text("other", "target").within(name))
}

/// A column of numbers: `12345` with two places is 123.45.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    digits: Digits<'a>,
    places: u32,
    present: Presence<'a>,
    /// The rows whose cell could not be read, in their order, counted from `first`.
    unreadable: &'a [usize],
    first: usize,
}

impl<'a> Column<'a> {
    /// Digits that no number has: a row with them is too large.
    pub const TOO_LARGE: i128 = i128::MAX;

    const fn of(digits: Digits<'a>, places: u32) -> Self {
        Self { digits, places, present: Presence::All, unreadable: &[], first: 0 }
    }

    /// A column in which every row has a value.
    #[must_use]
    pub const fn new(digits: &'a [i64], places: u32) -> Self {
        Self::of(Digits::Small(digits), places)
    }

    /// A column of integers of 128 bits.
    #[must_use]
    pub const fn large(digits: &'a [i128], places: u32) -> Self {
        Self::of(Digits::Large(digits), places)
    }

    /// A column of floating point numbers that stand for decimals of so many places: `98.4` for 98.40 where there are two.
    ///
    /// NaN is no value. A number that is not the float nearest to a decimal of these places is refused: its digits are
    /// not certain.
    #[must_use]
    pub const fn floats(floats: &'a [f64], places: u32) -> Self {
        Self::of(Digits::Floats(floats), places)
    }

    /// The same column, in which only those rows have a value that say so.
    #[must_use]
    pub fn present(mut self, present: impl Into<Presence<'a>>) -> Self {
        self.present = present.into();
        self
    }

    /// The same column, in which the cells of these rows, in their order, could not be read as numbers.
    #[must_use]
    pub const fn unreadable(mut self, rows: &'a [usize]) -> Self {
        self.unreadable = rows;
        self
    }

    /// Some of its rows. Rows that are not there are left out.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> Self {
        let rows = rows.start.min(self.len())..rows.end.min(self.len());
        let digits = match self.digits {
            Digits::Small(digits) => Digits::Small(digits.get(rows.clone()).unwrap_or_default()),
            Digits::Large(digits) => Digits::Large(digits.get(rows.clone()).unwrap_or_default()),
            Digits::Floats(digits) => Digits::Floats(digits.get(rows.clone()).unwrap_or_default()),
        };
        Self { digits, present: self.present.rows(rows.clone()), first: self.first + rows.start, ..*self }
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.digits {
            Digits::Small(digits) => digits.len(),
            Digits::Large(digits) => digits.len(),
            Digits::Floats(floats) => floats.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The digits.
    #[must_use]
    pub const fn digits(&self) -> Digits<'a> {
        self.digits
    }

    /// The decimal places of every row.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.places
    }

    /// The place of a row in the column that this one is a part of.
    pub(super) const fn row_in_all(&self, row: usize) -> usize {
        self.first.saturating_add(row)
    }

    /// Whether every row of a part has a value that could be read.
    pub(super) fn has_all(&self, rows: Range<usize>) -> bool {
        let none_unreadable = || {
            let begin = self.unreadable.partition_point(|row| *row < self.first.saturating_add(rows.start));
            self.unreadable.get(begin).is_none_or(|row| *row >= self.first.saturating_add(rows.end))
        };
        self.present.all(rows.clone()) && (self.unreadable.is_empty() || none_unreadable())
    }

    /// Whether the column can be computed with: as long as the others, and of no more places than a number has.
    pub(super) fn check(&self, name: &'static str, rows: usize) -> Result<(), Error> {
        same_length(name, self.len(), rows)?;
        match (self.present, self.present.len()) {
            (Presence::Bools(_), Some(found)) => same_length(name, found, rows)?,
            // Bits are counted in whole bytes: there may be some more.
            (_, Some(found)) if found < rows => same_length(name, found, rows)?,
            _ => {}
        }
        if self.places > Number::MAX_PLACES {
            let error = Error::new(Code::TooManyDecimals).number("places", Number::from(self.places));
            return Err(error.number("most", Number::from(Number::MAX_PLACES)).within(name));
        }
        Ok(())
    }

    /// What a row holds.
    pub(crate) fn cell(&self, row: usize) -> Cell {
        if self.unreadable.binary_search(&self.first.saturating_add(row)).is_ok() {
            return Cell::Unreadable;
        }
        if !self.present.of(row) {
            return Cell::Absent;
        }
        let digits = match self.digits {
            Digits::Small(digits) => digits.get(row).copied().map(i128::from),
            Digits::Large(digits) => digits.get(row).copied(),
            Digits::Floats(floats) => {
                let float = floats.get(row).copied().unwrap_or(f64::NAN);
                if float.is_nan() {
                    return Cell::Absent;
                }
                let digits = float::digits(float, self.places);
                return digits.map_or(Cell::Unproven(float), |digits| Cell::Digits(i128::from(digits)));
            }
        };
        digits.map_or(Cell::Absent, Cell::Digits)
    }

    /// The number of digits of the column: nothing where it has more than a number holds. Zeros that only fill its places are
    /// left away where they are too many.
    pub(crate) fn number(&self, digits: i128) -> Option<Number> {
        let (mut digits, mut places) = (digits, self.places);
        loop {
            match Number::from_parts(digits, places) {
                None if places > 0 && digits % 10 == 0 => (digits, places) = (digits / 10, places - 1),
                number => return number,
            }
        }
    }
}

/// What a row of a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell {
    Absent,
    Unreadable,
    /// A float that is not the nearest one to a decimal of the stated places.
    Unproven(f64),
    Digits(i128),
}
