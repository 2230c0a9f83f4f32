//! [`Column`]: numbers below each other, as integers with one number of decimal places.

use crate::error::{Code, Error};
use crate::measure::Realization;
use crate::number::Number;
use crate::rules::Polarity;

/// The digits of a column.
#[derive(Clone, Copy, Debug)]
pub enum Digits<'a> {
    /// Integers of 64 bits.
    Small(&'a [i64]),
    /// Integers of 128 bits, for columns that do not fit.
    Large(&'a [i128]),
}

/// The decimal places that a number can have.
const MOST_PLACES: u32 = 28;

/// A column is as long as the first.
pub(super) fn same_length(name: &'static str, found: usize, expected: usize) -> Result<(), Error> {
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
    /// Whether each row has a value; all have one where nothing is said.
    present: Option<&'a [bool]>,
}

impl<'a> Column<'a> {
    /// A column in which every row has a value.
    #[must_use]
    pub const fn new(digits: &'a [i64], places: u32) -> Self {
        Self { digits: Digits::Small(digits), places, present: None }
    }

    /// A column of integers of 128 bits.
    #[must_use]
    pub const fn large(digits: &'a [i128], places: u32) -> Self {
        Self { digits: Digits::Large(digits), places, present: None }
    }

    /// The same column, in which only those rows have a value that say so.
    #[must_use]
    pub const fn present(mut self, present: &'a [bool]) -> Self {
        self.present = Some(present);
        self
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.digits {
            Digits::Small(digits) => digits.len(),
            Digits::Large(digits) => digits.len(),
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

    pub(super) const fn presence(&self) -> Option<&'a [bool]> {
        self.present
    }

    /// Whether the column can be computed with: as long as the others, and of no more places than a number has.
    pub(super) fn check(&self, name: &'static str, rows: usize) -> Result<(), Error> {
        same_length(name, self.len(), rows)?;
        same_length(name, self.present.map_or(rows, <[bool]>::len), rows)?;
        if self.places > MOST_PLACES {
            let error = Error::new(Code::TooManyDecimals).number("places", Number::from(self.places));
            return Err(error.number("most", Number::from(MOST_PLACES)).within(name));
        }
        Ok(())
    }

    /// The number of a row: absent where there is none, too long where it has more digits than a number holds.
    pub(super) fn number(&self, row: usize) -> InRow {
        if self.present.is_some_and(|present| !present.get(row).copied().unwrap_or(false)) {
            return InRow::Absent;
        }
        let digits = match self.digits {
            Digits::Small(digits) => digits.get(row).copied().map(i128::from),
            Digits::Large(digits) => digits.get(row).copied(),
        };
        match digits.map(|digits| Number::from_parts(digits, self.places)) {
            Some(Some(number)) => InRow::Number(number),
            Some(None) => InRow::TooLong,
            None => InRow::Absent,
        }
    }
}

/// What a row of a column holds.
pub(super) enum InRow {
    Absent,
    Number(Number),
    TooLong,
}

/// Which way the rows are good.
#[derive(Clone, Copy, Debug)]
pub enum Polarities<'a> {
    /// All the same way.
    All(Polarity),
    /// Each its own way.
    Each(&'a [Polarity]),
}

impl Default for Polarities<'_> {
    fn default() -> Self {
        Self::All(Polarity::Higher)
    }
}

impl Polarities<'_> {
    pub(super) fn of(&self, row: usize) -> Polarity {
        match self {
            Self::All(polarity) => *polarity,
            Self::Each(each) => each.get(row).copied().unwrap_or(Polarity::Higher),
        }
    }
}

/// What became of the rows without a realization.
#[derive(Clone, Copy, Debug, Default)]
pub enum States<'a> {
    /// They were not measured.
    #[default]
    NotMeasured,
    /// Those that say so were not carried out, the others not measured.
    NotCarriedOut(&'a [bool]),
}

impl States<'_> {
    pub(super) fn of(&self, row: usize) -> Realization {
        match self {
            Self::NotCarriedOut(rows) if rows.get(row).copied().unwrap_or(false) => Realization::NotCarriedOut,
            _ => Realization::NotMeasured,
        }
    }
}
