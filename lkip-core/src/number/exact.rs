//! Ratios that are decimals.

use super::{Number, Ratio};

impl Ratio {
    /// The decimal that it is, with at least `places` places; nothing where it is none, or has more digits than a
    /// [`Number`] holds.
    pub(crate) fn to_number(&self, places: u32) -> Option<Number> {
        const MOST: u32 = 28;
        if !self.ends_within(MOST) {
            return None;
        }
        let places = (places..=MOST).find(|places| self.ends_within(*places))?;
        let magnitude = i128::try_from(self.shifted(places).0.to_u128()?).ok()?;
        Number::from_parts(if self.is_negative() { -magnitude } else { magnitude }, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_found_and_others_are_not() {
        let decimal = |numerator: i32, denominator: i32, places| {
            let ratio = (Ratio::from(numerator) / Ratio::from(denominator)).unwrap();
            ratio.to_number(places).map(|number| alloc::string::ToString::to_string(&number))
        };
        assert_eq!(decimal(1, 8, 0).as_deref(), Some("0.125"));
        assert_eq!(decimal(-5, 2, 2).as_deref(), Some("-2.50"));
        assert_eq!(decimal(7, 1, 0).as_deref(), Some("7"));
        assert_eq!(decimal(1, 3, 0), None);
        assert_eq!(decimal(3, 1 << 28, 0).as_deref(), Some("0.0000000111758708953857421875"));
        assert_eq!(decimal(3, 1 << 29, 0), None);
        // It ends after 28 places, but with the one before the point it has a digit too many.
        assert_eq!(decimal(i32::MAX, 1 << 28, 0), None);
    }
}
