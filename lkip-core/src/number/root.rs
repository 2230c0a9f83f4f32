//! Roots of ratios: not exact as a rule, but rounded once from what they exactly are.

use core::cmp::Ordering;

use super::natural::Natural;
use super::{Mode, Number, Ratio, Rounding};
use crate::prelude::*;
use crate::text::concat;

impl Natural {
    fn power(&self, exponent: u32) -> Self {
        let mut power = Self::from(1);
        for _ in 0..exponent {
            power = &power * self;
        }
        power
    }

    /// The largest whole number whose power is not above this one, by Newton's method from above: as long as the
    /// guesses fall they are not below the root.
    pub(super) fn root(&self, degree: u32) -> Self {
        if degree < 2 || self.is_zero() {
            return self.clone();
        }
        let digits = u32::try_from(self.to_text(0).len()).unwrap_or(u32::MAX);
        let mut guess = Self::power_of_ten(digits.div_ceil(degree));
        let less = Self::from(u128::from(degree - 1));
        let degree_of = Self::from(u128::from(degree));
        loop {
            let quotient = self.div_rem(&guess.power(degree - 1)).0;
            let next = (&guess * &less).plus(&quotient).div_rem(&degree_of).0;
            if next >= guess {
                return guess;
            }
            guess = next;
        }
    }
}

impl Ratio {
    /// The root of a degree, shifted by `places` decimal places and cut off, and how the rest compares with one half.
    /// The degree is not zero, the ratio not below zero.
    fn shifted_root(&self, degree: u32, places: u32) -> (Natural, Ordering, bool) {
        let (power, rest) = self.shifted(places.saturating_mul(degree));
        let whole = power.root(degree);
        let exact = rest.is_none() && whole.power(degree) == power;
        // Half a unit above is (2 × whole + 1) ÷ 2: both sides are taken times two before they are raised.
        let doubled = (0..degree).fold(self.clone(), |doubled, _| doubled.times(&Self::from(2)));
        let (power, rest) = doubled.shifted(places.saturating_mul(degree));
        let half = whole.plus(&whole).plus(&Natural::from(1)).power(degree);
        let order = power.cmp(&half).then(if rest.is_none() { Ordering::Equal } else { Ordering::Greater });
        (whole, order, exact)
    }

    /// The root rounded once; nothing below zero, for degree zero, or with more digits than a [`Number`] holds.
    pub(crate) fn root(&self, degree: u32, rounding: Rounding) -> Option<Number> {
        if degree == 0 || self.is_negative() {
            return None;
        }
        let (whole, against_half, _) = self.shifted_root(degree, rounding.places());
        let up = match rounding.mode() {
            Mode::Truncate => false,
            Mode::HalfUp => against_half.is_ge(),
            Mode::HalfEven => against_half.is_gt() || against_half.is_eq() && whole.is_odd(),
        };
        let whole = if up { whole.plus(&Natural::from(1)) } else { whole };
        Number::from_parts(i128::try_from(whole.to_u128()?).ok()?, rounding.places())
    }

    /// The first digits of the root, and an ellipsis where more follow.
    pub(crate) fn expand_root(&self, degree: u32, places: u32) -> String {
        let (whole, _, exact) = self.shifted_root(degree.max(1), places);
        let digits = whole.to_text(places);
        match digits.split_once('.') {
            Some(_) if exact => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
            _ => concat(&[&digits, if exact { "" } else { "…" }]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(numerator: i32, denominator: i32) -> Ratio {
        (Ratio::from(numerator) / Ratio::from(denominator)).unwrap()
    }

    fn rounding(mode: Mode, places: u32) -> Rounding {
        Rounding::new(mode, places).unwrap()
    }

    #[test]
    fn whole_roots_are_those_found_by_trying() {
        for degree in 1..7_u32 {
            let mut root = 0_u128;
            for number in 0..3000_u128 {
                while (root + 1).pow(degree) <= number {
                    root += 1;
                }
                assert_eq!(Natural::from(number).root(degree), Natural::from(root), "{degree}, {number}");
            }
        }
    }

    #[test]
    fn roots_of_long_numbers_are_the_largest_that_fit() {
        for degree in 2..9 {
            for digits in [30, 57, 99] {
                let number = Natural::power_of_ten(digits).minus(&Natural::from(7));
                let root = number.root(degree);
                assert!(root.power(degree) <= number);
                assert!(root.plus(&Natural::from(1)).power(degree) > number);
            }
        }
    }

    #[test]
    fn a_rounded_root_is_the_nearest_decimal() {
        // The nearest hundredth h holds (2h − 1)ⁿ < 2ⁿ·100ⁿ·x < (2h + 1)ⁿ; with a tie it is the upper one.
        for (numerator, denominator) in [(2, 1), (1, 3), (1_385_920, 1_000_000), (121, 100), (7, 8), (99_999, 7)] {
            for degree in 2..6_u32 {
                let exact = ratio(numerator, denominator);
                let rounded = exact.root(degree, rounding(Mode::HalfUp, 2)).unwrap();
                let twice = Ratio::from(rounded) * Ratio::from(200);
                let power = |base: Ratio| (1..degree).fold(base.clone(), |power, _| power * base.clone());
                let middle = exact * power(Ratio::from(200));
                assert!(power(twice.clone() - Ratio::from(1)) <= middle);
                assert!(middle < power(twice + Ratio::from(1)));
            }
        }
    }

    #[test]
    fn ties_are_ties_and_exact_roots_stay_exact() {
        // The square root of 2.25 is 1.5, of 6.25 is 2.5, of 1.5625 is 1.25.
        let (one_half, two_half) = (ratio(9, 4), ratio(25, 4));
        let to_whole = |exact: &Ratio, mode| exact.root(2, rounding(mode, 0)).unwrap().to_string();
        assert_eq!(to_whole(&one_half, Mode::HalfUp), "2");
        assert_eq!(to_whole(&one_half, Mode::HalfEven), "2");
        assert_eq!(to_whole(&two_half, Mode::HalfUp), "3");
        assert_eq!(to_whole(&two_half, Mode::HalfEven), "2");
        assert_eq!(to_whole(&two_half, Mode::Truncate), "2");
        // Just above and just below the tie.
        assert_eq!(to_whole(&(two_half.clone() + ratio(1, 1_000_000)), Mode::HalfEven), "3");
        assert_eq!(to_whole(&(two_half - ratio(1, 1_000_000)), Mode::HalfUp), "2");
        assert_eq!(ratio(25, 16).expand_root(2, 4), "1.25");
        assert_eq!(ratio(2, 1).expand_root(2, 4), "1.4142…");
        assert_eq!(ratio(64, 1).expand_root(3, 0), "4");
        assert_eq!(ratio(65, 1).expand_root(3, 0), "4…");
    }

    #[test]
    fn there_is_no_root_below_zero() {
        assert_eq!(ratio(-8, 1).root(3, Rounding::default()), None);
        assert_eq!(ratio(8, 1).root(0, Rounding::default()), None);
        assert_eq!(Ratio::zero().root(3, Rounding::default()), Some(Number::ZERO));
    }
}
