//! [`Given`]: a column as Python holds it.

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowPrimitiveType, Decimal128Type};
use arrow_array::{Array, ArrayRef, Decimal64Array, PrimitiveArray};
use arrow_buffer::NullBufferBuilder;
use arrow_cast::cast;
use arrow_schema::{ArrowError, DECIMAL64_MAX_PRECISION, DataType};
use arrow_select::concat::concat;
use numpy::{Element, PyArray1, PyArrayMethods, PyReadonlyArray1};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyList;
use pyo3_arrow::PyArray;
use pyo3_arrow::PyArrayReader;
use pyo3_arrow::error::PyArrowError;
use pyo3_arrow::input::AnyArray;
use std::sync::Arc;

use super::digits::widened;

/// A column as Python holds it.
pub(crate) enum Given<'py> {
    /// A column of Arrow, in one piece.
    Arrow(ArrayRef),
    /// Integers of NumPy, where they lie.
    Integers(PyReadonlyArray1<'py, i64>),
    /// Floats of NumPy, where they lie.
    Floats(PyReadonlyArray1<'py, f64>),
    /// Objects, each of its own type.
    Objects(Bound<'py, PyList>),
}

impl<'py> Given<'py> {
    /// A column of whichever kind; a `TypeError` where it is of none. A dictionary is unpacked.
    pub(crate) fn new(column: &Bound<'py, PyAny>, heading: &str) -> PyResult<Self> {
        Self::read(column, heading, one)
    }

    /// A column by which rows are grouped: a dictionary stays as it is, where it is in one piece.
    pub(crate) fn key(column: &Bound<'py, PyAny>, heading: &str) -> PyResult<Self> {
        Self::read(column, heading, |chunks| match chunks {
            [only] if only.as_any_dictionary_opt().is_some() => Ok(only.clone()),
            chunks => one(chunks),
        })
    }

    fn read(
        column: &Bound<'py, PyAny>,
        heading: &str,
        one: impl Fn(&[ArrayRef]) -> Result<ArrayRef, ArrowError>,
    ) -> PyResult<Self> {
        if let Ok(list) = column.cast::<PyList>() {
            return Ok(Self::Objects(list.clone()));
        }
        if let Some(chunks) = arrow(column)? {
            return one(&chunks).map(Self::Arrow).map_err(wrong);
        }
        if let Ok(integers) = column.cast::<PyArray1<i64>>() {
            return Ok(Self::Integers(integers.try_readonly()?));
        }
        if let Ok(floats) = column.cast::<PyArray1<f64>>() {
            return Ok(Self::Floats(floats.try_readonly()?));
        }
        let copied = copied::<arrow_array::types::Int32Type>(column)
            .or_else(|| copied::<arrow_array::types::Int16Type>(column))
            .or_else(|| copied::<arrow_array::types::Int8Type>(column))
            .or_else(|| copied::<arrow_array::types::UInt64Type>(column))
            .or_else(|| copied::<arrow_array::types::UInt32Type>(column))
            .or_else(|| copied::<arrow_array::types::UInt16Type>(column))
            .or_else(|| copied::<arrow_array::types::UInt8Type>(column))
            .or_else(|| copied::<arrow_array::types::Float32Type>(column));
        match copied {
            Some(array) => widened(&array).map(Self::Arrow).map_err(wrong),
            None => Err(no_column(heading, &type_name(column))),
        }
    }
}

/// An array of NumPy of other numbers, copied.
fn copied<T>(column: &Bound<'_, PyAny>) -> Option<ArrayRef>
where
    T: ArrowPrimitiveType,
    T::Native: Element,
{
    let array = column.cast::<PyArray1<T::Native>>().ok()?;
    let values = array.to_vec().ok()?;
    Some(Arc::new(PrimitiveArray::<T>::from_iter_values(values)))
}

/// The pieces of what speaks Arrow; nothing of what does not.
fn arrow(column: &Bound<'_, PyAny>) -> PyResult<Option<Vec<ArrayRef>>> {
    let py = column.py();
    let any = if column.hasattr(intern!(py, "__arrow_c_array__"))? {
        AnyArray::Array(column.extract::<PyArray>()?)
    } else if column.hasattr(intern!(py, "__arrow_c_stream__"))? {
        AnyArray::Stream(column.extract::<PyArrayReader>()?)
    } else {
        return Ok(None);
    };
    let (chunks, field) = any.into_chunked_array()?.into_inner();
    let empty = || vec![arrow_array::new_empty_array(field.data_type())];
    Ok(Some(if chunks.is_empty() { empty() } else { chunks }))
}

/// Several pieces as one, without a dictionary: what its keys stand for; small integers in 64 bits.
fn one(chunks: &[ArrayRef]) -> Result<ArrayRef, ArrowError> {
    let unpacked = chunks.iter().map(unpacked).collect::<Result<Vec<_>, _>>()?;
    joined(&unpacked)
}

/// Several pieces as one. Decimals of few digits are put into 64 bits on the way.
pub(super) fn joined(chunks: &[ArrayRef]) -> Result<ArrayRef, ArrowError> {
    match chunks {
        [only] => Ok(only.clone()),
        several => match narrowed(several) {
            Some(narrowed) => Ok(narrowed),
            None => concat(&several.iter().map(AsRef::as_ref).collect::<Vec<&dyn Array>>()),
        },
    }
}

/// Decimals of 128 bits in 64; nothing where their type says that these do not hold them, or one of them is not of its type.
fn narrowed(chunks: &[ArrayRef]) -> Option<ArrayRef> {
    let DataType::Decimal128(precision, scale) = chunks.first()?.data_type() else { return None };
    if *precision > DECIMAL64_MAX_PRECISION {
        return None;
    }
    let rows = chunks.iter().map(Array::len).sum();
    let mut digits: Vec<i64> = Vec::with_capacity(rows);
    let mut nulls = NullBufferBuilder::new(rows);
    for chunk in chunks {
        let decimals = chunk.as_primitive_opt::<Decimal128Type>()?;
        let mut are_held = true;
        digits.extend(decimals.values().iter().map(|digits| {
            let held = i64::try_from(*digits);
            are_held &= held.is_ok();
            held.unwrap_or_default()
        }));
        if !are_held {
            return None;
        }
        match decimals.nulls() {
            Some(own) => nulls.append_buffer(own),
            None => nulls.append_n_non_nulls(decimals.len()),
        }
    }
    let array = Decimal64Array::try_new(digits.into(), nulls.finish()).ok()?;
    Some(Arc::new(array.with_precision_and_scale(*precision, *scale).ok()?))
}

fn unpacked(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Dictionary(_, values) => widened(&cast(array, values)?),
        DataType::RunEndEncoded(_, values) => widened(&cast(array, values.data_type())?),
        _ => widened(array),
    }
}

/// What Arrow could not do, as an exception.
pub(crate) fn wrong(error: ArrowError) -> PyErr {
    PyArrowError::from(error).into()
}

/// What is no column of numbers or texts at all: Python's own kind of mistake.
pub(crate) fn no_column(heading: &str, found: &str) -> PyErr {
    PyTypeError::new_err(format!("{heading}: expected a column of numbers or texts, not of {found}"))
}

fn type_name(column: &Bound<'_, PyAny>) -> String {
    let dtype =
        column.getattr(intern!(column.py(), "dtype")).and_then(|dtype| dtype.str()).map(|name| name.to_string());
    dtype.or_else(|_| column.get_type().name().map(|name| name.to_string())).unwrap_or_default()
}
