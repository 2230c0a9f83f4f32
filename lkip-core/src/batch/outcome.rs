//! [`RowOutcome`] and [`CategoryCode`]: how the measurement of a row ended, and its category, in few bytes.

use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::rules::{Category, Scale};

/// The category of a row, in two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CategoryCode(u16);

impl CategoryCode {
    pub(super) const NO_SCALE: Self = Self(u16::MAX);
    pub(super) const OUTSIDE: Self = Self(u16::MAX - 1);
    pub(super) const IN_GAP: Self = Self(u16::MAX - 2);

    /// The category of a code: the rank, the highest being 1; 65,533 where the value falls between two, 65,534 where it is
    /// outside the scale, 65,535 where there is no scale, 0 where there is no percentage.
    #[must_use]
    pub const fn from_code(code: u16) -> Self {
        Self(code)
    }

    /// The code.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0
    }

    /// The rank, the highest being 1; nothing where there is no category.
    #[must_use]
    pub fn rank(self) -> Option<u16> {
        // What is no category has the highest codes.
        (self.0 != 0 && self.0 < Self::IN_GAP.0).then_some(self.0)
    }

    /// The category among those of a scale.
    #[must_use]
    pub fn of(self, scale: &Scale) -> Option<&Category> {
        scale.categories.get(usize::from(self.rank()?).checked_sub(1)?)
    }

    /// Why a percentage has no category on the scale of its rules. That rules have no scale is known without being told of
    /// each row.
    #[must_use]
    pub const fn reason(self) -> Option<ReasonCode> {
        match self {
            Self::OUTSIDE => Some(ReasonCode::OutsideScale),
            Self::IN_GAP => Some(ReasonCode::InScaleGap),
            Self(_) => None,
        }
    }

    /// Every code that has a reason.
    pub const WITH_REASON: [Self; 2] = [Self::OUTSIDE, Self::IN_GAP];
}

/// How the measurement of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowOutcome(u8);

impl RowOutcome {
    /// There is a percentage.
    pub const COMPUTED: Self = Self(0);

    /// There is none, for this reason.
    #[must_use]
    pub fn of(reason: ReasonCode) -> Self {
        let place = ReasonCode::ALL.iter().position(|known| *known == reason);
        Self(place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(u8::MAX))
    }

    /// The outcome of a [`code`](Self::code).
    #[must_use]
    pub const fn from_code(code: u8) -> Self {
        Self(code)
    }

    /// The reason why there is no percentage; nothing where there is one.
    #[must_use]
    pub fn reason(self) -> Option<ReasonCode> {
        ReasonCode::ALL.get(usize::from(self.0).checked_sub(1)?).copied()
    }

    /// `computed`, `not_applicable` or `not_computable`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self.reason() {
            None => "computed",
            Some(code) => Reason::new(code).end::<()>().tag(),
        }
    }

    /// Zero where there is a percentage, or else one more than the place of the reason in the list of all.
    #[must_use]
    pub const fn code(self) -> u8 {
        self.0
    }
}

impl<T> From<&Outcome<T>> for RowOutcome {
    fn from(outcome: &Outcome<T>) -> Self {
        outcome.reason().map_or(Self::COMPUTED, |reason| Self::of(reason.code()))
    }
}
