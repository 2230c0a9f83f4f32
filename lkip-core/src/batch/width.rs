//! Between the digits of columns and the 64 bits that the loop over the rows takes and gives.

use core::ops::Range;

use super::column::{Column, Digits};
use super::float::{self, UNPROVEN};
use super::plan::SMALL;
use super::vectors::{Loop, widest};

/// The digits of a part of a column in 64 bits; of those that do not fit some that the fast way marks.
pub(super) fn load<'s>(column: &Column<'s>, rows: Range<usize>, factor: i128, scratch: &'s mut [i64]) -> &'s [i64] {
    let to = scratch.get_mut(..rows.len()).unwrap_or_default();
    let Some(factor) = i64::try_from(factor).ok().filter(|factor| *factor < SMALL).map(Factor::new) else {
        to.fill(UNPROVEN);
        return to;
    };
    match column.digits() {
        Digits::Small(digits) if factor.factor == 1 => return digits.get(rows).unwrap_or_default(),
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

/// What digits are multiplied with, and up to where the product is small.
#[derive(Clone, Copy)]
struct Factor {
    factor: i64,
    most: u64,
}

impl Factor {
    const fn new(factor: i64) -> Self {
        Self { factor, most: ((SMALL - 1) / factor).cast_unsigned() }
    }

    /// The product of digits of which these are the lower half. Without a branch, which nobody needs for numbers that nearly
    /// all fit.
    #[inline(always)]
    const fn times(self, lower: i64, upper: i64) -> i64 {
        if upper == 0 && lower.cast_unsigned() <= self.most { lower.wrapping_mul(self.factor) } else { UNPROVEN }
    }
}

/// Digits of 64 bits to be multiplied.
struct Lifted<'a> {
    digits: &'a [i64],
    factor: Factor,
    to: &'a mut [i64],
}

impl Loop for Lifted<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        self.to.iter_mut().zip(self.digits).for_each(|(to, digits)| *to = self.factor.times(*digits, 0));
    }
}

/// Digits of 128 bits, in halves, to be multiplied.
struct Narrowed<'a> {
    digits: &'a [Halves],
    factor: Factor,
    to: &'a mut [i64],
}

impl Loop for Narrowed<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        for (to, halves) in self.to.iter_mut().zip(self.digits) {
            let (lower, upper) = of_halves(*halves);
            *to = self.factor.times(lower, upper);
        }
    }
}

/// Floating point numbers that stand for decimals, to be multiplied.
struct Proven<'a> {
    floats: &'a [f64],
    places: u32,
    factor: Factor,
    to: &'a mut [i64],
}

impl Loop for Proven<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        float::many(self.floats, self.places, self.to);
        // What is proven is small.
        if self.factor.factor != 1 {
            self.to.iter_mut().for_each(|to| *to = self.factor.times(*to, 0));
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
