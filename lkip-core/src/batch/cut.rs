//! [`Cut`]: from where on percentages have another category, compared in the way that is quickest where this runs.
//!
//! Vectors without AVX compare no integers of 64 bits, but floating point numbers: the percentages of the loop are below 2⁵¹,
//! where these are exact. In pages the same comparison took nearly twice the time of integers.

#[cfg(not(target_family = "wasm"))]
use super::float::{nearest, to_float};

#[cfg(not(target_family = "wasm"))]
type Comparable = f64;
#[cfg(target_family = "wasm")]
type Comparable = i64;

/// A percentage, below 2⁵¹, to be held against cuts.
#[derive(Clone, Copy)]
pub(super) struct Compared(Comparable);

/// From where on percentages have another category.
#[derive(Clone, Copy)]
pub(super) struct Cut(Comparable);

#[cfg(not(target_family = "wasm"))]
impl Compared {
    #[inline(always)]
    pub(super) fn new(percent: i64) -> Self {
        Self(to_float(percent))
    }

    /// All bits set where the percentage has met the cut.
    #[inline(always)]
    pub(super) fn has_met(self, cut: Cut) -> i64 {
        -i64::from(self.0 >= cut.0)
    }
}

#[cfg(not(target_family = "wasm"))]
impl Cut {
    /// What no percentage meets.
    pub(super) const NONE: Self = Self(f64::INFINITY);

    /// A cut that is not below 2⁵¹ stays there.
    pub(super) const fn at(percent: i64) -> Self {
        Self(nearest(percent))
    }
}

#[cfg(target_family = "wasm")]
impl Compared {
    #[inline(always)]
    pub(super) const fn new(percent: i64) -> Self {
        Self(percent)
    }

    /// All bits set where the percentage has met the cut.
    #[inline(always)]
    pub(super) const fn has_met(self, cut: Cut) -> i64 {
        !(self.0.wrapping_sub(cut.0) >> 63)
    }
}

#[cfg(target_family = "wasm")]
impl Cut {
    /// What no percentage meets.
    pub(super) const NONE: Self = Self(i64::MAX >> 2);

    pub(super) const fn at(percent: i64) -> Self {
        Self(percent)
    }
}
