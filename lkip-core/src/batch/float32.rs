//! [`Floats32`]: floating point numbers of 32 bits that stand for decimals of stated places.

use alloc::string::ToString;

use super::column::{Column, Presence};
use crate::number::Number;
use crate::prelude::*;

/// Floats of 32 bits tell decimals of fewer units than this apart.
const MOST_UNITS: i128 = 1 << 23;

/// A column of floating point numbers of 32 bits, each of which stands for the shortest decimal that it is nearest to: 98.4, not
/// the 98.4000015258789 that it is in 64 bits. NaN is no value.
///
/// A number of more digits than such floats tell apart is too large. One of more places than are stated is refused when the
/// column is measured: its digits are not certain.
///
/// ```
/// use lkip_core::batch::{Floats32, Presence, Table};
/// use lkip_core::rules;
/// let rules = rules::rule_set("bkd-ntt-2021")?;
/// let (targets, realizations) = ([70.0, 16_777_217.0], [98.4, 1.0]);
/// let read = |floats: &[f32]| Floats32::read(floats, Presence::All, 1);
/// let (targets, realizations) = (read(&targets), read(&realizations));
/// let made = Table::new(targets.column(), realizations.column()).achievements(&rules)?;
/// assert_eq!(made.percent(0).map(|percent| percent.to_string()).as_deref(), Some("140.57"));
/// assert_eq!(made.reason(1).map(|reason| reason.as_str()), Some("too_large"));
/// # Ok::<(), lkip_core::Errors>(())
/// ```
#[derive(Clone, Debug)]
pub struct Floats32 {
    digits: Held,
    places: u32,
    present: Vec<bool>,
}

#[derive(Clone, Debug)]
enum Held {
    Units(Vec<i128>),
    /// The floats of 64 bits that are nearest to the same decimals, of which some have more places than are stated.
    Floats(Vec<f64>),
}

impl Floats32 {
    /// Reads them.
    #[must_use]
    pub fn read(floats: &[f32], present: Presence<'_>, places: u32) -> Self {
        let present: Vec<bool> =
            floats.iter().enumerate().map(|(row, float)| !float.is_nan() && present.of(row)).collect();
        let of_row = |(float, is_there): (&f32, &bool)| if *is_there { units(*float, places) } else { Some(0) };
        let units: Option<Vec<i128>> = floats.iter().zip(&present).map(of_row).collect();
        let digits = match units {
            Some(units) => Held::Units(units),
            None => Held::Floats(floats.iter().map(|float| widened(*float)).collect()),
        };
        Self { digits, places, present }
    }

    /// The column, to be measured.
    #[must_use]
    pub fn column(&self) -> Column<'_> {
        let column = match &self.digits {
            Held::Units(units) => Column::large(units, self.places),
            Held::Floats(floats) => Column::floats(floats, self.places),
        };
        column.present(self.present.as_slice())
    }
}

/// The units of the decimal that a float stands for; nothing where it has more places.
fn units(float: f32, places: u32) -> Option<i128> {
    let number: Number = float.to_string().parse().ok()?;
    let power = 10_i128.checked_pow(places.checked_sub(number.places())?)?;
    let units = number.to_decimal().mantissa().checked_mul(power)?;
    Some(if units.abs() < MOST_UNITS { units } else { Column::TOO_LARGE })
}

/// The float of 64 bits that is nearest to the same decimal.
fn widened(float: f32) -> f64 {
    float.to_string().parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::super::column::Cell;
    use super::*;

    fn cells(floats: &[f32], places: u32) -> Vec<Cell> {
        let read = Floats32::read(floats, Presence::All, places);
        (0..floats.len()).map(|row| read.column().cell(row)).collect()
    }

    #[test]
    fn floats_are_the_decimals_that_they_stand_for() {
        let (most, digits) = (1_i16 << 14, |units: i16| Cell::Digits(i128::from(units)));
        for units in (-most..most).step_by(7) {
            assert_eq!(cells(&[f32::from(units) / 100.0], 2), [digits(units)]);
        }
        assert_eq!(cells(&[0.1, f32::NAN, -0.0], 3), [digits(100), Cell::Absent, digits(0)]);
    }

    #[test]
    fn what_floats_do_not_tell_apart_is_too_large() {
        let found = cells(&[8_388_607.0, 8_388_608.0, -16_777_217.0], 0);
        assert_eq!(found, [Cell::Digits(8_388_607), Cell::Digits(Column::TOO_LARGE), Cell::Digits(Column::TOO_LARGE)]);
    }

    #[test]
    fn more_places_than_stated_are_refused_as_people_see_them() {
        let found = cells(&[98.4, 98.456, f32::NAN, f32::INFINITY], 2);
        assert_eq!(found, [Cell::Digits(9840), Cell::Unproven(98.456), Cell::Absent, Cell::Unproven(f64::INFINITY)]);
    }

    #[test]
    fn rows_without_a_value_have_none() {
        let read = Floats32::read(&[1.0, 0.123], Presence::Bools(&[true, false]), 1);
        assert_eq!([0, 1].map(|row| read.column().cell(row)), [Cell::Digits(10), Cell::Absent]);
    }
}
