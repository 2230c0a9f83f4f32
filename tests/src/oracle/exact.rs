//! Exact rationals and the one rounding.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// An exact rational.
pub type Exact = RBig;

/// The value of a decimal text such as `-12.50`.
///
/// # Panics
///
/// When the text is no decimal.
#[must_use]
pub fn exact(text: &str) -> Exact {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: IBig = format!("{whole}{fraction}").parse().expect("decimal digits");
    RBig::from_parts(digits, UBig::from(10u8).pow(fraction.len()))
}

/// One hundred.
#[must_use]
pub fn hundred() -> Exact {
    RBig::from(100u8)
}

/// A rational as `984/7`, or `100` when it is whole.
#[must_use]
pub fn text_of(value: &Exact) -> String {
    value.to_string()
}

/// A value rounded once, as text with all its places; nothing when that takes more than 28 digits.
///
/// `half_up` takes ties away from zero, `half_even` to the even digit, `truncate` cuts towards zero.
///
/// # Panics
///
/// When the mode is none of the three.
#[must_use]
pub fn rounded(value: &Exact, mode: &str, places: usize) -> Option<String> {
    let negative = *value < RBig::ZERO;
    let magnitude = if negative { -value.clone() } else { value.clone() };
    let shifted = magnitude * RBig::from(UBig::from(10u8).pow(places));
    let half = RBig::from_parts(IBig::from(1), UBig::from(2u8));
    let lifted = shifted.clone() + half;
    let nearest = lifted.floor();
    let tie = RBig::from(nearest.clone()) == lifted;
    let units = match mode {
        "truncate" => shifted.floor(),
        "half_up" => nearest,
        "half_even" if tie && nearest.clone() % IBig::from(2) != IBig::ZERO => nearest - IBig::from(1),
        "half_even" => nearest,
        other => panic!("unknown rounding mode {other}"),
    };
    let digits = units.to_string();
    if digits.len() > 28 {
        return None;
    }
    let sign = if negative && units != IBig::ZERO { "-" } else { "" };
    if places == 0 {
        return Some(format!("{sign}{digits}"));
    }
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    Some(format!("{sign}{whole}.{fraction}"))
}
