//! Columns of texts that are few: a key in each row, and every text once.

use arrow_array::types::{ArrowDictionaryKeyType, Int8Type, Int32Type};
use arrow_array::{ArrayRef, DictionaryArray, PrimitiveArray, StringArray};
use arrow_buffer::{BooleanBuffer, NullBuffer, ScalarBuffer};
use arrow_schema::ArrowError;
use std::ops::{BitAnd, BitOr};
use std::sync::Arc;

/// As many codes as one byte has: a key of each is found without a look at how many there are.
pub(crate) const KEYS: usize = 256;

/// A key of texts that are few.
pub(super) fn small(key: i32) -> i8 {
    i8::try_from(key).unwrap_or(-1)
}

/// A column of texts that are among those of a list.
pub(crate) fn texts_of(cells: &[Option<String>], known: &[String]) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    known.iter().for_each(|text| {
        texts.key(text);
    });
    let keys = cells.iter().map(|cell| cell.as_deref().map_or(-1, |text| texts.key(text)));
    let keys: Vec<i32> = keys.collect();
    let small: Result<Vec<i8>, _> = keys.iter().map(|key| i8::try_from(*key)).collect();
    match small {
        Ok(keys) => dictionary::<Int8Type>(keys.into(), &texts),
        Err(_) => dictionary::<Int32Type>(keys.into(), &texts),
    }
}

/// Different texts, in the order of their keys.
#[derive(Default)]
pub(super) struct Texts<'a>(Vec<&'a str>);

impl<'a> Texts<'a> {
    pub(super) fn key(&mut self, text: &'a str) -> i32 {
        let place = self.0.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        });
        i32::try_from(place).unwrap_or(-1)
    }
}

/// A column of texts by their keys; nothing where a key is below zero.
pub(super) fn dictionary<K: ArrowDictionaryKeyType>(
    keys: ScalarBuffer<K::Native>,
    texts: &Texts<'_>,
) -> Result<ArrayRef, ArrowError>
where
    K::Native: Ord + BitAnd<Output = K::Native> + BitOr<Output = K::Native>,
{
    let zero = K::Native::default();
    let is_text = |row: usize| keys.get(row).is_some_and(|key| *key >= zero);
    // The sign of the one is set where that of any key is, of the other where that of every key is.
    let any = keys.iter().fold(zero, |any, key| any | *key);
    let nulls = if any >= zero {
        None
    } else if keys.iter().fold(any, |all, key| all & *key) < zero {
        Some(NullBuffer::new_null(keys.len()))
    } else {
        Some(NullBuffer::new(BooleanBuffer::collect_bool(keys.len(), is_text)))
    };
    let keys = PrimitiveArray::<K>::try_new(keys, nulls)?;
    Ok(Arc::new(DictionaryArray::try_new(keys, Arc::new(StringArray::from(texts.0.clone())))?))
}
