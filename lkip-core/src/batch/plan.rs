//! What a rule set means for a whole column: found once, before the first row.

use super::bands::{Bands, units};
use crate::number::{Mode, Number};
use crate::outcome::{Outcome, ReasonCode};
use crate::rules::{Figure, LimitIn, RuleSet, ZeroRealization};

/// Digits below this are computed the fast way.
pub(super) const SMALL: i64 = 1 << 50;

/// How the measurement of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RowOutcome(u8);

impl RowOutcome {
    pub(super) const COMPUTED: Self = Self(0);

    pub(super) fn of(reason: ReasonCode) -> Self {
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
            Some(code) => crate::outcome::Reason::new(code).end::<()>().tag(),
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

/// What the fast way needs to know.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// What a quotient is multiplied with: a hundred, in units of the last place.
    pub(super) scale: i64,
    pub(super) mode: Mode,
    pub(super) bands: Bands,
    /// The floor and the cap in half units.
    pub(super) least: i64,
    pub(super) most: i64,
    /// Whether a realization of zero is left to the formula.
    pub(super) zero_by_formula: bool,
    /// Whether less is better by target ÷ realization.
    pub(super) inverted: bool,
    /// What the digits of the two columns are multiplied with, so that both have the same places.
    pub(super) of_target: i64,
    pub(super) of_realization: i64,
}

impl Plan {
    /// The plan for two columns of so many places; nothing where every row must go the way of a single one.
    pub(super) fn new(rules: &RuleSet, target_places: u32, realization_places: u32) -> Option<Self> {
        let rounding = rules.rounding_of(Figure::Achievement);
        let limit = |percent: Number| units(percent, rounding).and_then(|units| units.checked_mul(2));
        let cap = rules.cap_in(LimitIn::Indicator).map(|cap| limit(cap.percent));
        let floor = rules.floor_in(LimitIn::Indicator).map(|floor| limit(floor.percent));
        let places = target_places.max(realization_places);
        let shift = |own: u32| 10_i64.checked_pow(places - own).filter(|shift| *shift < SMALL);
        Some(Self {
            scale: 10_i64.checked_pow(rounding.places() + 2)?,
            mode: rounding.mode(),
            bands: Bands::new(rules, rounding.places())?,
            // Below zero nothing goes the fast way.
            least: floor.map_or(Some(0), |floor| floor.map(|floor| floor.max(0)))?,
            most: cap.unwrap_or(Some(i64::MAX))?,
            zero_by_formula: rules.zero_realization == ZeroRealization::ByFormula,
            inverted: rules.lower == crate::rules::Lower::TargetOverRealization,
            of_target: shift(target_places)?,
            of_realization: shift(realization_places)?,
        })
        .filter(|plan| plan.least <= plan.most)
    }
}
