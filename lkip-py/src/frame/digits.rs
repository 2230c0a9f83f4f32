//! The numbers of columns of Arrow as integers with one number of decimal places, without loss.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal64Type, Decimal128Type, Decimal256Type, Float64Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::i256;
use arrow_cast::cast;
use arrow_schema::{ArrowError, DECIMAL64_MAX_PRECISION, DataType};
use lkip_core::Number;
use lkip_core::batch::Column;
use std::borrow::Cow;

/// The digits of a column.
pub(crate) enum Digits<'a> {
    Small(Cow<'a, [i64]>),
    Large(Cow<'a, [i128]>),
    Floats(Cow<'a, [f64]>),
}

/// A column as one that [`digits`] reads: small types widened.
pub(crate) fn widened(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32
        | DataType::Null => cast(array, &DataType::Int64),
        DataType::Decimal32(_, scale) => cast(array, &DataType::Decimal64(DECIMAL64_MAX_PRECISION, *scale)),
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
        DataType::Decimal64(_, scale) => {
            let array = array.as_primitive_opt::<Decimal64Type>()?;
            Some(match held_places(*scale) {
                Some(places) => (Digits::Small(Cow::Borrowed(array.values())), places),
                None => {
                    laid_out(array.iter().map(|digits| digits.map(|digits| i256::from_i128(digits.into()))), *scale)
                }
            })
        }
        DataType::Decimal128(_, scale) => {
            let array = array.as_primitive_opt::<Decimal128Type>()?;
            Some(match held_places(*scale) {
                Some(places) => (Digits::Large(Cow::Borrowed(array.values())), places),
                None => laid_out(array.iter().map(|digits| digits.map(i256::from_i128)), *scale),
            })
        }
        DataType::Decimal256(_, scale) => Some(laid_out(array.as_primitive_opt::<Decimal256Type>()?.iter(), *scale)),
        DataType::Float64 => {
            let values = array.as_primitive_opt::<Float64Type>()?.values();
            Some((Digits::Floats(Cow::Borrowed(values)), 0))
        }
        _ => None,
    }
}

/// The decimal places of a scale that numbers can have.
fn held_places(scale: i8) -> Option<u32> {
    u32::try_from(scale).ok().filter(|places| *places <= Number::MAX_PLACES)
}

/// Digits of any scale as those of the fewest places that hold all of them; too large where none do.
fn laid_out<'a>(cells: impl Iterator<Item = Option<i256>> + Clone, scale: i8) -> (Digits<'a>, u32) {
    let needed = cells.clone().flatten().map(|digits| places_of(digits, scale)).max().unwrap_or(0);
    let places = needed.min(Number::MAX_PLACES);
    let more = i64::from(places) - i64::from(scale);
    let power = u32::try_from(more.unsigned_abs()).ok().and_then(|apart| i256::from_i128(10).checked_pow(apart));
    let moved = |digits: i256| match power {
        Some(power) if more >= 0 => digits.checked_mul(power),
        Some(power) if digits.checked_rem(power)? == i256::ZERO => digits.checked_div(power),
        _ => None,
    };
    let held = |digits: i256| moved(digits).and_then(i256::to_i128).unwrap_or(Column::TOO_LARGE);
    (Digits::Large(cells.map(|cell| cell.map_or(0, held)).collect()), places)
}

/// How many decimal places a number needs, of which these are the digits at a scale.
fn places_of(mut digits: i256, scale: i8) -> u32 {
    let ten = i256::from_i128(10);
    let mut places = u32::try_from(scale).unwrap_or(0);
    while places > 0 && digits.checked_rem(ten) == Some(i256::ZERO) {
        digits = digits.checked_div(ten).unwrap_or(i256::ZERO);
        places -= 1;
    }
    places
}
