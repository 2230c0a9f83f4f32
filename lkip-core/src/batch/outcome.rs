//! [`RowOutcome`]: how the measurement of a row ended, in one byte.

use crate::outcome::{Outcome, Reason, ReasonCode};

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

    pub(super) const fn from_code(code: u8) -> Self {
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
