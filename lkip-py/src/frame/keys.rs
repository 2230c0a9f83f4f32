//! The groups of rows: those with the same keys, in the order in which they first appear.

use ahash::RandomState;
use arrow_array::cast::AsArray;
use arrow_array::types::{Int64Type, UInt64Type};
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
        Given::Integers(integers) => {
            let integers = integers.as_slice()?;
            Ok(by_integers(integers, integers.iter().copied().map(Some)))
        }
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
    Grouping::numbered(keys.map(|key| match last {
        // Rows with the same key often stand beside each other.
        Some((before, number)) if before == key => number,
        _ => {
            let next = known.len();
            let number = *known.entry(key).or_insert(next);
            last = Some((key, number));
            number
        }
    }))
}

/// Integers that lie near each other, as numbers of offices do, are places in a list; others are compared by their hash.
fn by_integers(all: &[i64], keys: impl Iterator<Item = Option<i64>>) -> Grouping {
    /// A list that is so many times as long as there are rows is quicker than a hash.
    const PLACES_OF_A_ROW: usize = 2;
    let least = all.iter().copied().min().unwrap_or(0);
    let apart = all.iter().copied().max().and_then(|most| usize::try_from(most.checked_sub(least)?).ok());
    match apart.filter(|apart| *apart / PLACES_OF_A_ROW < all.len()) {
        Some(apart) => {
            let place = |key: i64| usize::try_from(key.wrapping_sub(least)).unwrap_or(usize::MAX);
            Grouping::by_places(keys.map(|key| key.map_or(usize::MAX, place)), apart + 1)
        }
        None => by_hash(keys),
    }
}

fn by_arrow(array: &ArrayRef) -> PyResult<Grouping> {
    if let Some(texts) = Texts::of(array) {
        return Ok(by_hash(texts.iter()));
    }
    if let Some(integers) = array.as_primitive_opt::<Int64Type>() {
        return Ok(by_integers(integers.values(), integers.iter()));
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
    Ok(Grouping::numbered(codes))
}
