//! Between the digits of columns and the 64 bits that the loop over the rows takes and gives.

use core::ops::Range;

use super::column::{Column, Digits};
use super::float::{self, UNPROVEN};
use super::plan::SMALL;
use super::vectors::{Loop, widest};

/// The digits of a part of a column in 64 bits; of those that do not fit some that the fast way marks.
pub(super) fn load<'s>(column: &Column<'s>, rows: Range<usize>, factor: i128, scratch: &'s mut [i64]) -> &'s [i64] {
    let to = scratch.get_mut(..rows.len()).unwrap_or_default();
    let Some(factor) = i64::try_from(factor).ok().filter(|factor| *factor < SMALL) else {
        to.fill(UNPROVEN);
        return to;
    };
    match column.digits() {
        Digits::Small(digits) if factor == 1 => return digits.get(rows).unwrap_or_default(),
        Digits::Small(digits) => widest(Lifted { digits: digits.get(rows).unwrap_or_default(), factor, to }),
        Digits::Large(digits) => {
            let digits = bytemuck::cast_slice(digits.get(rows).unwrap_or_default());
            widest(Narrowed { digits, factor, to });
        }
        Digits::Floats(floats) => {
            let floats = floats.get(rows).unwrap_or_default();
            widest(Proven { floats, places: column.places(), factor, to });
        }
    }
    to
}

/// Percentages as decimal columns of Arrow have them.
pub(super) fn widen(percents: &[i64], to: &mut [i128]) {
    widest(Widened { percents, to: bytemuck::cast_slice_mut(to) });
}

/// The halves of 128 bits.
type Halves = [i64; 2];
const LOWER: usize = if cfg!(target_endian = "little") { 0 } else { 1 };

#[inline(always)]
const fn of_halves([first, second]: Halves) -> (i64, i64) {
    if LOWER == 0 { (first, second) } else { (second, first) }
}

#[inline(always)]
const fn to_halves(lower: i64, upper: i64) -> Halves {
    if LOWER == 0 { [lower, upper] } else { [upper, lower] }
}

/// Digits times a factor, where the product is small.
#[inline(always)]
fn times(digits: i64, factor: i64, fits: bool) -> i64 {
    // Without a branch, which nobody needs for numbers that nearly all fit.
    if fits { digits.wrapping_mul(factor) } else { UNPROVEN }
}

/// Digits of 64 bits to be multiplied.
struct Lifted<'a> {
    digits: &'a [i64],
    factor: i64,
    to: &'a mut [i64],
}

impl Loop for Lifted<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        let most = ((SMALL - 1) / self.factor).cast_unsigned();
        for (to, digits) in self.to.iter_mut().zip(self.digits) {
            *to = times(*digits, self.factor, digits.cast_unsigned() <= most);
        }
    }
}

/// Digits of 128 bits, in halves.
struct Narrowed<'a> {
    digits: &'a [Halves],
    factor: i64,
    to: &'a mut [i64],
}

impl Loop for Narrowed<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        let most = ((SMALL - 1) / self.factor).cast_unsigned();
        let fits = |lower: i64, upper: i64| upper == 0 && lower.cast_unsigned() <= most;
        let rows = self.to.iter_mut().zip(self.digits);
        if self.factor == 1 {
            for (to, halves) in rows {
                let (lower, upper) = of_halves(*halves);
                *to = times(lower, 1, fits(lower, upper));
            }
        } else {
            for (to, halves) in rows {
                let (lower, upper) = of_halves(*halves);
                *to = times(lower, self.factor, fits(lower, upper));
            }
        }
    }
}

/// Floating point numbers that stand for decimals.
struct Proven<'a> {
    floats: &'a [f64],
    places: u32,
    factor: i64,
    to: &'a mut [i64],
}

impl Loop for Proven<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        float::many(self.floats, self.places, self.to);
        if self.factor != 1 {
            let most = ((SMALL - 1) / self.factor).cast_unsigned();
            for to in self.to {
                *to = times(*to, self.factor, to.cast_unsigned() <= most);
            }
        }
    }
}

/// Percentages to be as wide as decimals of Arrow.
struct Widened<'a> {
    percents: &'a [i64],
    to: &'a mut [Halves],
}

impl Loop for Widened<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        for (to, percent) in self.to.iter_mut().zip(self.percents) {
            *to = to_halves(*percent, *percent >> 63);
        }
    }
}
