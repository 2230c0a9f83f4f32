//! [`Numbers`]: a column of a frame as the core measures it.

use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use lkip_core::Number;
use lkip_core::batch::{Column, Presence};
use lkip_core::frame::{Cell, TextColumn, Values, places_missing};
use pyo3::prelude::*;
use std::borrow::Cow;

use super::digits::{Digits, TOO_LARGE, digits};
use super::given::{Given, no_column};
use super::objects::{self, Objects, Own};
use super::said::Said;
use super::texts::Texts;
use crate::input::Mistake;

/// The numbers of a column.
pub(crate) enum Numbers<'a> {
    /// As a program holds them.
    Digits { digits: Digits<'a>, places: u32, present: Present<'a> },
    /// As people write them.
    Text(TextColumn),
}

/// Which rows have a number.
pub(crate) enum Present<'a> {
    All,
    Bits(&'a NullBuffer),
    Bools(Vec<bool>),
}

impl<'a> Numbers<'a> {
    /// Reads a column. What none can hold are mistakes of the call.
    pub(crate) fn read(
        py: Python<'_>,
        given: &'a Given<'_>,
        heading: &str,
        said: &Said,
    ) -> PyResult<Result<Self, Vec<Mistake>>> {
        Ok(match given {
            Given::Arrow(array) => return py.detach(|| Self::arrow(array, heading, said)),
            Given::Integers(integers) => Ok(Self::all(Digits::Small(integers.as_slice()?.into()), 0)),
            Given::Floats(floats) => Self::floats(floats.as_slice()?.into(), Present::All, heading, said),
            Given::Objects(list) => match objects::read(list, heading)? {
                Ok(Objects::Exact(cells)) => {
                    let style = said.style(heading);
                    Ok(py.detach(|| Self::Text(TextColumn::read(cells.iter().map(Own::cell), style))))
                }
                Ok(Objects::Floats(floats)) => Self::floats(floats.into(), Present::All, heading, said),
                Err(mistakes) => Err(mistakes),
            },
        })
    }

    fn arrow(array: &'a ArrayRef, heading: &str, said: &Said) -> PyResult<Result<Self, Vec<Mistake>>> {
        if let Some(texts) = Texts::of(array) {
            return Ok(Ok(Self::Text(TextColumn::read(texts.iter().map(Cell::from), said.style(heading)))));
        }
        let present = array.nulls().filter(|nulls| nulls.null_count() > 0).map_or(Present::All, Present::Bits);
        Ok(match digits(array) {
            Some((Digits::Floats(floats), _)) => Self::floats(floats, present, heading, said),
            Some((Digits::Singles(singles), _)) => Self::singles(&singles, &present, heading, said),
            Some((digits, places)) => Ok(Self::Digits { digits, places, present }),
            None => match objects::of_arrow(array, heading) {
                Some(mistakes) => Err(mistakes),
                None => return Err(no_column(heading, &array.data_type().to_string())),
            },
        })
    }

    /// Floats need their places, unless there are none.
    fn floats(floats: Cow<'a, [f64]>, present: Present<'a>, heading: &str, said: &Said) -> Result<Self, Vec<Mistake>> {
        match said.places(heading) {
            Some(places) => Ok(Self::Digits { digits: Digits::Floats(floats), places, present }),
            None if floats.iter().enumerate().all(|(row, float)| float.is_nan() || !present.of(row)) => {
                Ok(Self::nothing(floats.len()))
            }
            None => Err(vec![mistake(places_missing(heading))]),
        }
    }

    /// Floats of 32 bits stand for the shortest decimal that each is nearest to. Where that has more digits than such a float
    /// tells apart, the row is too large; where it has more than the stated places, the core refuses it.
    fn singles(singles: &[f32], present: &Present<'_>, heading: &str, said: &Said) -> Result<Self, Vec<Mistake>> {
        let is_there: Vec<bool> =
            singles.iter().enumerate().map(|(row, single)| !single.is_nan() && present.of(row)).collect();
        let Some(places) = said.places(heading) else {
            let is_any = is_there.contains(&true);
            return if is_any { Err(vec![mistake(places_missing(heading))]) } else { Ok(Self::nothing(singles.len())) };
        };
        let units = |(single, is_there): (&f32, &bool)| if *is_there { units(*single, places) } else { Some(0) };
        let digits: Option<Vec<i128>> = singles.iter().zip(&is_there).map(units).collect();
        let digits = digits.map_or_else(|| Digits::Floats(widened(singles)), |digits| Digits::Large(digits.into()));
        Ok(Self::Digits { digits, places, present: Present::Bools(is_there) })
    }

    /// A column in which no row has a number.
    fn nothing(rows: usize) -> Self {
        Self::Digits {
            digits: Digits::Small(vec![0; rows].into()),
            places: 0,
            present: Present::Bools(vec![false; rows]),
        }
    }

    fn all(digits: Digits<'a>, places: u32) -> Self {
        Self::Digits { digits, places, present: Present::All }
    }

    /// The same for the core.
    pub(crate) fn values(&self) -> Values<'_> {
        let (digits, places, present) = match self {
            Self::Text(text) => return Values::Text(text),
            Self::Digits { digits, places, present } => (digits, *places, present),
        };
        let column = match digits {
            Digits::Small(digits) => Column::new(digits, places),
            Digits::Large(digits) => Column::large(digits, places),
            Digits::Floats(floats) => Column::floats(floats, places),
            // These have become digits.
            Digits::Singles(_) => Column::new(&[], places),
        };
        Values::Digits(match present {
            Present::All => column,
            Present::Bits(nulls) => column.present(Presence::Bits { bytes: nulls.validity(), first: nulls.offset() }),
            Present::Bools(bools) => column.present(bools.as_slice()),
        })
    }
}

impl Present<'_> {
    fn of(&self, row: usize) -> bool {
        match self {
            Self::All => true,
            Self::Bits(nulls) => nulls.is_valid(row),
            Self::Bools(bools) => bools.get(row) == Some(&true),
        }
    }
}

/// Floats of 32 bits tell decimals of fewer units than this apart.
const MOST_UNITS_OF_SINGLES: i128 = 1 << 23;

/// The units of the decimal that a float of 32 bits stands for; nothing where it has more places.
fn units(single: f32, places: u32) -> Option<i128> {
    let number: Number = single.to_string().parse().ok()?;
    let power = 10_i128.checked_pow(places.checked_sub(number.places())?)?;
    let units = number.to_decimal().mantissa().checked_mul(power)?;
    Some(if units.abs() < MOST_UNITS_OF_SINGLES { units } else { TOO_LARGE })
}

/// The floats of 64 bits that are nearest to the same decimals.
fn widened<'a>(singles: &[f32]) -> Cow<'a, [f64]> {
    singles.iter().map(|single| single.to_string().parse().unwrap_or(f64::NAN)).collect()
}

fn mistake(error: lkip_core::Error) -> Mistake {
    Mistake { path: error.path().to_string(), error }
}
