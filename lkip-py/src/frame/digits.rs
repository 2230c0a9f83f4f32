//! The numbers of columns of Arrow as integers with one number of decimal places, without loss.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Decimal256Type, Float32Type, Float64Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use std::borrow::Cow;

/// The digits of a column.
pub(crate) enum Digits<'a> {
    Small(Cow<'a, [i64]>),
    Large(Cow<'a, [i128]>),
    Floats(Cow<'a, [f64]>),
    Singles(Cow<'a, [f32]>),
}

/// As many decimal places as a number can have.
const MOST_PLACES: u32 = 28;

/// Digits that no number has: the row is too large.
pub(crate) const TOO_LARGE: i128 = i128::MAX;

/// A column as one that [`digits`] reads: small types widened.
pub(crate) fn widened(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::UInt8 | DataType::UInt16 | DataType::UInt32
        | DataType::Null => cast(array, &DataType::Int64),
        DataType::Decimal32(_, scale) | DataType::Decimal64(_, scale) => {
            cast(array, &DataType::Decimal128(38, *scale))
        }
        _ => Ok(array.clone()),
    }
}

/// The digits of a column that is [`widened`], and its decimal places; nothing where it is none of numbers.
pub(crate) fn digits(array: &ArrayRef) -> Option<(Digits<'_>, u32)> {
    match array.data_type() {
        DataType::Int64 => {
            let values = array.as_primitive_opt::<Int64Type>()?.values();
            Some((Digits::Small(Cow::Borrowed(values)), 0))
        }
        DataType::UInt64 => {
            let values = array.as_primitive_opt::<UInt64Type>()?.values();
            let small: Option<Vec<i64>> = values.iter().map(|value| i64::try_from(*value).ok()).collect();
            let large = || Digits::Large(values.iter().map(|value| i128::from(*value)).collect());
            Some((small.map_or_else(large, |small| Digits::Small(small.into())), 0))
        }
        DataType::Decimal128(_, scale) => {
            let values = array.as_primitive_opt::<Decimal128Type>()?.values();
            Some(match places(*scale) {
                Some(places) => (Digits::Large(Cow::Borrowed(values)), places),
                None => (Digits::Large(values.iter().map(|digits| scaled(*digits, *scale)).collect()), held(*scale)),
            })
        }
        DataType::Decimal256(_, scale) => {
            let values = array.as_primitive_opt::<Decimal256Type>()?.values();
            let small = values.iter().map(|digits| digits.to_i128().map_or(TOO_LARGE, |digits| scaled(digits, *scale)));
            Some((Digits::Large(small.collect()), held(*scale)))
        }
        DataType::Float64 => {
            let values = array.as_primitive_opt::<Float64Type>()?.values();
            Some((Digits::Floats(Cow::Borrowed(values)), 0))
        }
        DataType::Float32 => {
            let values = array.as_primitive_opt::<Float32Type>()?.values();
            Some((Digits::Singles(Cow::Borrowed(values)), 0))
        }
        _ => None,
    }
}

/// A scale that numbers can have as it is.
fn places(scale: i8) -> Option<u32> {
    u32::try_from(scale).ok().filter(|places| *places <= MOST_PLACES)
}

/// The places that digits of a scale have when they are [`scaled`].
fn held(scale: i8) -> u32 {
    u32::try_from(scale).unwrap_or(0).min(MOST_PLACES)
}

/// Digits of any scale as digits of its [`held`] places; too large where these do not hold them exactly.
fn scaled(digits: i128, scale: i8) -> i128 {
    let apart = i32::from(scale).saturating_sub(i32::try_from(held(scale)).unwrap_or(0));
    let power = 10_i128.checked_pow(apart.unsigned_abs());
    let made = match power {
        Some(power) if apart <= 0 => digits.checked_mul(power),
        Some(power) if digits % power == 0 => Some(digits / power),
        None if digits == 0 => Some(0),
        _ => None,
    };
    made.unwrap_or(TOO_LARGE)
}
