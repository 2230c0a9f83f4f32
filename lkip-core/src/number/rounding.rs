//! Rounding: the one step in which a digit may be lost, with a name.

use serde::Serialize;

use super::natural::Natural;
use super::{Number, Ratio};
use crate::error::{Code, Error};

/// How the digits behind the last kept one are treated.
///
/// Of the four reports that the project starts from, two cut off and one rounds half up; none needs half-even.
#[doc(alias = "pembulatan")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Ties go away from zero: 2.345 → 2.35, −2.345 → −2.35 (pembulatan biasa).
    HalfUp,
    /// Ties go to the even digit: 2.345 → 2.34.
    HalfEven,
    /// Digits are cut off, towards zero: 2.349 → 2.34 (dipotong).
    Truncate,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::HalfUp, Self::HalfEven, Self::Truncate];

    /// The word for it in data.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::HalfEven => "half_even",
            Self::Truncate => "truncate",
        }
    }
}

/// A rounding: its mode and how many decimal places are kept.
///
/// ```
/// use lkip_core::{Mode, Number, Ratio, Rounding};
/// let exact = Ratio::from(689) / Ratio::from(8);
/// let exact = exact.expect("8 is not zero");
/// let round = |mode| Rounding::new(mode, 2).map(|r| exact.round(r).map(|n| n.to_string()));
/// assert_eq!(round(Mode::HalfUp)?.as_deref(), Some("86.13"));
/// assert_eq!(round(Mode::HalfEven)?.as_deref(), Some("86.12"));
/// assert_eq!(round(Mode::Truncate)?.as_deref(), Some("86.12"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rounding {
    mode: Mode,
    places: u32,
}

impl Rounding {
    /// The most decimal places that can be asked for.
    pub const MAX_PLACES: u32 = 10;

    /// A rounding to `places` decimal places.
    ///
    /// # Errors
    ///
    /// [`Code::PlacesOutOfRange`] when `places` is above 10.
    pub fn new(mode: Mode, places: u32) -> Result<Self, Error> {
        if places > Self::MAX_PLACES {
            return Err(Error::new(Code::PlacesOutOfRange).number("value", Number::from(places)));
        }
        Ok(Self { mode, places })
    }

    /// The same places in another mode.
    #[must_use]
    pub const fn with_mode(self, mode: Mode) -> Self {
        Self { mode, places: self.places }
    }

    /// The mode.
    #[must_use]
    pub const fn mode(self) -> Mode {
        self.mode
    }

    /// How many decimal places are kept.
    #[must_use]
    pub const fn places(self) -> u32 {
        self.places
    }
}

/// Half up to two places, as most reports print.
impl Default for Rounding {
    fn default() -> Self {
        Self { mode: Mode::HalfUp, places: 2 }
    }
}

impl Ratio {
    /// The number rounded once; nothing when it has more digits than a [`Number`] holds.
    #[must_use]
    pub fn round(&self, rounding: Rounding) -> Option<Number> {
        let (whole, twice_rest) = self.shifted(rounding.places);
        let away = match rounding.mode {
            Mode::Truncate => false,
            Mode::HalfUp => twice_rest.is_ge(),
            Mode::HalfEven => twice_rest.is_gt() || twice_rest.is_eq() && whole.is_odd(),
        };
        let magnitude = if away { whole.plus(&Natural::from(1)) } else { whole };
        let magnitude = i128::try_from(magnitude.to_u128()?).ok()?;
        let mantissa = if self.is_negative() { magnitude.checked_neg()? } else { magnitude };
        Number::from_parts(mantissa, rounding.places)
    }
}
