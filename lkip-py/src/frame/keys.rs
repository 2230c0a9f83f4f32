//! The groups of rows: those with the same keys, in the order in which they first appear.

use arrow_array::ArrayRef;
use arrow_row::{RowConverter, SortField};
use lkip_core::frame::Grouping;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use std::collections::HashMap;

use super::given::{Given, wrong};
use super::objects;
use super::texts::Texts;

/// Groups rows by one or several columns. What is missing is a key of its own.
pub(crate) fn grouped(columns: &[&Given<'_>]) -> PyResult<Grouping> {
    let mut all: Option<Grouping> = None;
    for column in columns {
        let own = by_one(column)?;
        all = Some(match all {
            None => own,
            Some(before) => Grouping::by(before.of().iter().zip(own.of())),
        });
    }
    Ok(all.unwrap_or_default())
}

fn by_one(column: &Given<'_>) -> PyResult<Grouping> {
    match column {
        Given::Arrow(array) => by_arrow(array),
        Given::Integers(integers) => Ok(Grouping::by(integers.as_slice()?)),
        Given::Floats(floats) => Ok(Grouping::by(floats.as_slice()?.iter().map(|float| {
            // Zero has no sign, and all that is not a number is missing.
            if float.is_nan() { None } else { Some(if *float == 0.0 { 0 } else { float.to_bits() }) }
        }))),
        Given::Objects(list) => by_objects(list),
    }
}

fn by_arrow(array: &ArrayRef) -> PyResult<Grouping> {
    if let Some(texts) = Texts::of(array) {
        // Most texts stand many times: they are compared by their hash, and counted by the number that stands for them.
        let mut known: HashMap<Option<&str>, usize> = HashMap::new();
        let codes = texts.iter().map(|text| {
            let next = known.len();
            *known.entry(text).or_insert(next)
        });
        return Ok(Grouping::by(codes));
    }
    let converter = RowConverter::new(vec![SortField::new(array.data_type().clone())]).map_err(wrong)?;
    let rows = converter.convert_columns(std::slice::from_ref(array)).map_err(wrong)?;
    Ok(Grouping::by(rows.iter()))
}

/// Objects are the same key as they are for a dictionary.
fn by_objects(list: &Bound<'_, PyList>) -> PyResult<Grouping> {
    let known = PyDict::new(list.py());
    let mut codes: Vec<usize> = Vec::with_capacity(list.len());
    for object in list.iter() {
        let key = if objects::is_missing(&object) { list.py().None().into_bound(list.py()) } else { object };
        codes.push(match known.get_item(&key)? {
            Some(code) => code.extract()?,
            None => {
                let code = known.len();
                known.set_item(&key, code)?;
                code
            }
        });
    }
    Ok(Grouping::by(codes))
}
