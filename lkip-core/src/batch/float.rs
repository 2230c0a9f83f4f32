//! Floating point numbers that stand for decimals of stated places.
//!
//! A float is the nearest one to many decimals, but of decimals with so many places below 2⁵³ units to one at most: whoever
//! says how many places a column has says which decimals it holds. The quotient of two integers below 2⁵³ is rounded
//! correctly, so that a decimal and its float are compared exactly.
#![allow(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::as_conversions,
    reason = "conversions of floats whose decimal is proven: units below 2⁵³, and powers of ten up to 10²², are exact"
)]

use crate::number::Number;
use crate::prelude::*;

/// Units that no column has.
pub(super) const UNPROVEN: i64 = i64::MIN;

/// 1.5 × 2⁵²: a number below 2⁵¹ added to it stands in its lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;
const SHIFT_BITS: i64 = 0x4338_0000_0000_0000;
const MOST: f64 = 1_125_899_906_842_624.0;

/// An integer below 2⁵¹ as a floating point number, with instructions that every vector unit has.
#[inline(always)]
pub(super) fn to_float(integer: i64) -> f64 {
    f64::from_bits(integer.wrapping_add(SHIFT_BITS) as u64) - SHIFT
}

/// The float nearest to any integer: one below 2⁵¹ if and only if the integer is.
#[cfg(not(target_family = "wasm"))]
pub(super) const fn nearest(integer: i64) -> f64 {
    integer as f64
}

/// The nearest integer. Of anything that is not below 2⁵¹ it is some number above 2⁵⁰.
#[inline(always)]
pub(super) fn integer(float: f64) -> i64 {
    ((float + SHIFT).to_bits() as i64).wrapping_sub(SHIFT_BITS)
}

/// Units below this are exact in floating point.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Whole numbers from here on have more digits than a number holds.
const MOST_WHOLE: f64 = 1e28;
/// The highest power of ten that is exact in floating point.
const MOST_PLACES: u32 = 22;

/// The units of the last place; nothing where the float is not the nearest one to any such decimal, or not finite.
pub(super) fn digits(float: f64, places: u32) -> Option<i64> {
    if places > MOST_PLACES {
        return None;
    }
    let power = power(places);
    let product = float * power;
    // A product that is halfway between two integers is near none: whichever is taken, it is not proven.
    let nearest =
        if product.abs() < EXACT / 2.0 { (product + 0.5_f64.copysign(product)) as i64 } else { product as i64 };
    let near = nearest as f64;
    (near < EXACT && near > -EXACT && near / power == float).then_some(nearest)
}

/// Ten to the power of the places. A product of these is exact up to 10²².
fn power(places: u32) -> f64 {
    (0..places).fold(1.0, |power, _| power * 10.0)
}

/// The units of many floats at once. Of those that are not proven here the units are [`UNPROVEN`]; they may have some.
#[inline(always)]
pub(super) fn many(floats: &[f64], places: u32, units: &mut [i64]) {
    let power = power(places.min(MOST_PLACES));
    for (units, float) in units.iter_mut().zip(floats) {
        let nearest = integer(*float * power);
        let near = to_float(nearest);
        let is_proven = near / power == *float && near < MOST && near > -MOST;
        *units = if is_proven && places <= MOST_PLACES { nearest } else { UNPROVEN };
    }
}

/// A float as people see it: with as few digits as tell it from its neighbours, or with as many as are certain.
///
/// (The formatting of the standard library weighs eleven kilobytes in WebAssembly.)
pub(super) fn text(float: f64) -> String {
    let places = 0..=MOST_PLACES;
    let shortest = places.clone().find_map(|places| Number::from_parts(i128::from(digits(float, places)?), places));
    if let Some(number) = shortest {
        return number.text();
    }
    if float >= MOST_WHOLE || float <= -MOST_WHOLE {
        return (if float > 0.0 { "> 10^28" } else { "< -10^28" }).to_owned();
    }
    if float >= EXACT || float <= -EXACT {
        return Number::from_parts(float as i128, 0).map(Number::text).unwrap_or_default();
    }
    // A product of so many places is off by less than a unit.
    let cut_off = places.rev().find_map(|places| {
        let units = float * power(places);
        let is_held = units < EXACT / 2.0 && units > -EXACT / 2.0;
        is_held.then(|| Number::from_parts(i128::from(units as i64), places)).flatten()
    });
    let mut text = cut_off.map(Number::text).unwrap_or_default();
    text.push('…');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_told_as_people_see_them() {
        for (float, seen) in [
            (98.405, "98.405"),
            (-0.1, "-0.1"),
            (70.0, "70"),
            (1e-7, "0.0000001"),
            (0.1 + 0.2, "0.3000000000000000…"),
            (1e22, "10000000000000000000000"),
            (9_007_199_254_740_994.0, "9007199254740994"),
            (1e300, "> 10^28"),
            (f64::NEG_INFINITY, "< -10^28"),
        ] {
            assert_eq!(text(float), seen);
        }
    }
}
