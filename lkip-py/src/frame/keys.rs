//! The groups of rows: those with the same keys, in the order in which they first appear.

use ahash::RandomState;
use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;
use arrow_array::{AnyDictionaryArray, Array, ArrayRef};
use arrow_cast::cast;
use arrow_row::{RowConverter, SortField};
use arrow_schema::DataType;
use lkip_core::frame::Grouping;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use std::collections::HashMap;
use std::hash::Hash;

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
            Some(before) => by_hash(before.of().iter().zip(own.of())),
        });
    }
    Ok(all.unwrap_or_default())
}

fn by_one(column: &Given<'_>) -> PyResult<Grouping> {
    match column {
        Given::Arrow(array) => by_arrow(array),
        Given::Integers(integers) => Ok(by_hash(integers.as_slice()?.iter())),
        Given::Floats(floats) => Ok(by_hash(floats.as_slice()?.iter().map(|float| {
            // Zero has no sign, and all that is not a number is missing.
            if float.is_nan() { None } else { Some(if *float == 0.0 { 0 } else { float.to_bits() }) }
        }))),
        Given::Objects(list) => by_objects(list),
    }
}

/// Most keys stand many times: they are compared by their hash.
fn by_hash<K: Copy + Eq + Hash>(keys: impl Iterator<Item = K>) -> Grouping {
    let mut known: HashMap<K, usize, RandomState> = HashMap::default();
    let mut last = None;
    let places: Vec<usize> = keys
        .map(|key| match last {
            // Rows with the same key often stand beside each other.
            Some((before, place)) if before == key => place,
            _ => {
                let next = known.len();
                let place = *known.entry(key).or_insert(next);
                last = Some((key, place));
                place
            }
        })
        .collect();
    Grouping::by_places(places, known.len())
}

fn by_arrow(array: &ArrayRef) -> PyResult<Grouping> {
    if let Some(texts) = Texts::of(array) {
        return Ok(by_hash(texts.iter()));
    }
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        return by_dictionary(dictionary);
    }
    let converter = RowConverter::new(vec![SortField::new(array.data_type().clone())]).map_err(wrong)?;
    let rows = converter.convert_columns(std::slice::from_ref(array)).map_err(wrong)?;
    Ok(by_hash(rows.iter().map(|row| row.data())))
}

/// The keys of a dictionary stand for values. Several may stand for the same, and some for nothing.
fn by_dictionary(array: &dyn AnyDictionaryArray) -> PyResult<Grouping> {
    const MISSING: usize = usize::MAX;
    let values = by_arrow(array.values())?;
    let value = |key: usize| match values.of().get(key) {
        Some(group) if array.values().is_valid(key) => usize::try_from(*group).unwrap_or(MISSING),
        _ => MISSING,
    };
    let of_keys: Vec<usize> = (0..array.values().len()).map(value).collect();
    let keys = cast(array.keys(), &DataType::UInt64).map_err(wrong)?;
    let place = |key: Option<u64>| of_keys.get(usize::try_from(key?).ok()?).copied();
    let places = keys.as_primitive::<UInt64Type>().iter().map(|key| place(key).unwrap_or(MISSING));
    Ok(Grouping::by_places(places, values.first().len()))
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
    Ok(Grouping::by_places(codes, known.len()))
}
