//! [`Numbers`]: a column of a frame as the core measures it.

use arrow_array::cast::AsArray;
use arrow_array::types::Float32Type;
use arrow_array::{Array, ArrayRef};
use arrow_buffer::NullBuffer;
use lkip_core::batch::{Column, Floats32, Presence};
use lkip_core::frame::{Cell, TextColumn, Values, places_missing};
use pyo3::prelude::*;
use std::borrow::Cow;

use super::digits::{Digits, digits};
use super::given::{Given, no_column};
use super::objects::{self, Objects, Own};
use super::said::Said;
use super::texts::Texts;
use crate::input::Mistake;

/// The numbers of a column.
pub(crate) enum Numbers<'a> {
    /// As a program holds them.
    Digits { digits: Digits<'a>, places: u32, present: Present<'a> },
    /// Floats of 32 bits.
    Floats32(Floats32),
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
        if let Some(floats) = array.as_primitive_opt::<Float32Type>() {
            return Ok(Self::floats32(floats.values(), &present, heading, said));
        }
        Ok(match digits(array) {
            Some((Digits::Floats(floats), _)) => Self::floats(floats, present, heading, said),
            Some((digits, places)) => Ok(Self::Digits { digits, places, present }),
            None => match objects::of_arrow(array, heading) {
                Some(mistakes) => Err(mistakes),
                None => return Err(no_column(heading, &array.data_type().to_string())),
            },
        })
    }

    fn floats(floats: Cow<'a, [f64]>, present: Present<'a>, heading: &str, said: &Said) -> Result<Self, Vec<Mistake>> {
        let are_missing = floats.iter().enumerate().map(|(row, float)| float.is_nan() || !present.of(row));
        Ok(match stated(said, heading, are_missing)? {
            Some(places) => Self::Digits { digits: Digits::Floats(floats), places, present },
            None => Self::nothing(floats.len()),
        })
    }

    fn floats32(floats: &[f32], present: &Present<'_>, heading: &str, said: &Said) -> Result<Self, Vec<Mistake>> {
        let are_missing = floats.iter().enumerate().map(|(row, float)| float.is_nan() || !present.of(row));
        Ok(match stated(said, heading, are_missing)? {
            Some(places) => Self::Floats32(Floats32::read(floats, present.presence(), places)),
            None => Self::nothing(floats.len()),
        })
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
            Self::Floats32(floats) => return Values::Digits(floats.column()),
            Self::Digits { digits, places, present } => (digits, *places, present),
        };
        let column = match digits {
            Digits::Small(digits) => Column::new(digits, places),
            Digits::Large(digits) => Column::large(digits, places),
            Digits::Floats(floats) => Column::floats(floats, places),
        };
        Values::Digits(column.present(present.presence()))
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

    /// The same for the core.
    fn presence(&self) -> Presence<'_> {
        match self {
            Self::All => Presence::All,
            Self::Bits(nulls) => Presence::Bits { bytes: nulls.validity(), first: nulls.offset() },
            Self::Bools(bools) => Presence::Bools(bools),
        }
    }
}

/// The places that are stated of a column of floats; none are needed where all rows are missing.
fn stated(
    said: &Said,
    heading: &str,
    mut are_missing: impl Iterator<Item = bool>,
) -> Result<Option<u32>, Vec<Mistake>> {
    match said.places(heading) {
        None if !are_missing.all(|is_missing| is_missing) => Err(vec![mistake(places_missing(heading))]),
        places => Ok(places),
    }
}

fn mistake(error: lkip_core::Error) -> Mistake {
    Mistake { path: error.path().to_string(), error }
}
