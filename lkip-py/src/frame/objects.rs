//! Columns of Python's own objects: numbers, texts, and what is missing.

use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use lkip_core::api::{self, Answer, Call};
use lkip_core::batch::MOST_TOLD;
use lkip_core::frame::Cell;
use lkip_core::{Error, Number, Plain};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyList, PyString};

use crate::input::{Mistake, Place, Reader};

/// The cells of a column.
pub(crate) enum Objects {
    /// Numbers and texts.
    Exact(Vec<Own>),
    /// Floats, where some are; not a number where nothing is.
    Floats(Vec<f64>),
}

/// A cell that holds its own text.
pub(crate) enum Own {
    Absent,
    Text(String),
    Number(Number),
}

impl Own {
    pub(crate) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Absent => Cell::Absent,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
        }
    }
}

/// Whether nothing is there: None, or what is not even equal to itself (NaN, NaT, NA).
pub(crate) fn is_missing(object: &Bound<'_, PyAny>) -> bool {
    if object.is_none() {
        return true;
    }
    let is_plain = object.is_instance_of::<PyString>() || object.is_instance_of::<PyInt>();
    !is_plain && object.ne(object).unwrap_or(true)
}

/// Reads a column of objects. What no column of numbers can hold is a mistake at its row.
pub(crate) fn read(list: &Bound<'_, PyList>, heading: &str) -> PyResult<Result<Objects, Vec<Mistake>>> {
    let mut cells = Vec::with_capacity(list.len());
    let mut floats = Vec::new();
    let mut mistakes = Vec::new();
    for (row, object) in list.iter().enumerate() {
        let cell = if is_missing(&object) {
            Own::Absent
        } else if let Some(float) = float(&object) {
            floats.push((row, float));
            Own::Absent
        } else {
            match exact(&object, heading)? {
                Ok(cell) => cell,
                Err(plain) => {
                    mistakes.extend(mistake(heading, row, &plain));
                    Own::Absent
                }
            }
        };
        cells.push(cell);
    }
    if mistakes.is_empty() && floats.is_empty() {
        return Ok(Ok(Objects::Exact(cells)));
    }
    let all: Option<Vec<f64>> = cells.iter().map(whole).collect();
    Ok(match all {
        Some(mut all) if mistakes.is_empty() => {
            for (row, float) in floats {
                if let Some(to) = all.get_mut(row) {
                    *to = float;
                }
            }
            Ok(Objects::Floats(all))
        }
        // Beside exact numbers or texts, floats have no places of their own.
        _ => {
            mistakes.extend(floats.iter().filter_map(|(row, _)| mistake(heading, *row, &Plain::Float)));
            mistakes.truncate(MOST_TOLD);
            Err(mistakes)
        }
    })
}

/// A number or a text; what is neither, as data.
fn exact(object: &Bound<'_, PyAny>, heading: &str) -> PyResult<Result<Own, Plain>> {
    if object.is_instance_of::<PyBool>() {
        return Ok(Err(Plain::Bool(true)));
    }
    let mut reader = Reader::default();
    let plain = reader.plain(object, &Place::CALL.field(heading))?;
    if !reader.mistakes.is_empty() {
        // More digits than are held, or an infinity: unreadable in any style, and in none.
        let text = object.str()?.to_string().replace('.', "");
        return Ok(Ok(Own::Text(text)));
    }
    Ok(match plain {
        Plain::Null => Ok(Own::Absent),
        Plain::Text(text) => Ok(Own::Text(text)),
        Plain::Number(number) => Ok(Own::Number(number)),
        other => Err(other),
    })
}

fn float(object: &Bound<'_, PyAny>) -> Option<f64> {
    object.cast::<PyFloat>().ok().map(|float| float.value())
}

/// A cell among floats: nothing, or a whole number that a float holds exactly.
fn whole(cell: &Own) -> Option<f64> {
    match cell {
        Own::Absent => Some(f64::NAN),
        Own::Number(number) if number.places() == 0 => {
            i32::try_from(number.to_decimal().mantissa()).ok().map(f64::from)
        }
        Own::Number(_) | Own::Text(_) => None,
    }
}

/// A cell that no column of numbers can hold, in the core's own words.
fn mistake(heading: &str, row: usize, plain: &Plain) -> Option<Mistake> {
    refusal(plain).map(|error| Mistake { path: Place::CALL.field(heading).index(row).path(), error })
}

/// The mistake of a column of Arrow whose type holds truth values; nothing of other types.
pub(crate) fn of_arrow(array: &ArrayRef, heading: &str) -> Option<Vec<Mistake>> {
    let is_refused = *array.data_type() == DataType::Boolean;
    let rows = (0..array.len()).filter(|row| array.is_valid(*row));
    let mistakes: Vec<Mistake> =
        rows.take(MOST_TOLD).filter_map(|row| mistake(heading, row, &Plain::Bool(true))).collect();
    (is_refused && !mistakes.is_empty()).then_some(mistakes)
}

/// What the core says of a value that is no number.
fn refusal(plain: &Plain) -> Option<Error> {
    let fields = Plain::Record([("value".to_owned(), plain.clone())].into_iter().collect());
    match api::answer(&Call::new("write_number", fields)) {
        Answer::Errors(answer) => Some(answer.errors.first().clone()),
        _ => None,
    }
}
