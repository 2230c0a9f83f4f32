//! What a rule set means for whole columns: found once, before the first row.

use super::bands::{Bands, Looked, units};
use crate::number::{Mode, Number, Rounding};
use crate::rules::{Figure, LimitIn, Lower, RuleSet, ZeroRealization};

/// Numbers below this are computed the fast way.
pub(super) const SMALL: i64 = 1 << 50;

/// What becomes of a quotient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Its digits are cut off.
    CutOff,
    /// It is rounded.
    Rounded,
    /// It is held by a cap or a floor, or its exact value has the category: in half units. And it is rounded.
    Held,
}

impl Ending {
    const fn of(mode: Mode, is_held: bool) -> Self {
        match mode {
            _ if is_held => Self::Held,
            Mode::Truncate => Self::CutOff,
            Mode::HalfUp | Mode::HalfEven => Self::Rounded,
        }
    }
}

/// What the fast way needs to know.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// What a quotient is multiplied with: for a percentage a hundred, in units of the last place.
    pub(super) scale: u32,
    pub(super) mode: Mode,
    pub(super) bands: Bands,
    /// The floor and the cap in half units.
    pub(super) least: i64,
    pub(super) most: i64,
    pub(super) ending: Ending,
    /// Whether a realization of zero is left to the formula.
    pub(super) zero_by_formula: bool,
    /// Whether less is better by target ÷ realization.
    pub(super) inverted: bool,
}

/// No cap: above every quotient that is computed in integers.
pub(super) const UNLIMITED: i64 = i64::MAX >> 2;

impl Plan {
    /// The plan for achievements; nothing where every row must go the way of a single one.
    pub(super) fn achievement(rules: &RuleSet) -> Option<Self> {
        let rounding = rules.rounding_of(Figure::Achievement);
        let limit = |percent: Number| units(percent, rounding).and_then(|units| units.checked_mul(2));
        let cap = rules.cap_in(LimitIn::Indicator).map(|cap| limit(cap.percent));
        let floor = rules.floor_in(LimitIn::Indicator).map(|floor| limit(floor.percent));
        let is_limited = cap.is_some() || floor.flatten().is_some_and(|floor| floor > 0);
        let plain = Self::plain(rounding, Bands::new(rules, rounding.places())?)?;
        let plan = Self {
            least: floor.unwrap_or(Some(-UNLIMITED))?,
            most: cap.unwrap_or(Some(UNLIMITED))?,
            zero_by_formula: rules.zero_realization == ZeroRealization::ByFormula,
            inverted: rules.lower == Lower::TargetOverRealization,
            ending: if is_limited { Ending::Held } else { plain.ending },
            ..plain
        };
        // A floor beyond what is exact in floating point, in which categories are looked for, has no fast way.
        (plan.least <= plan.most && plan.most <= UNLIMITED && plan.least < SMALL).then_some(plan)
    }

    /// The plan for the absorption of a budget, which has no limits and no category.
    #[cfg(feature = "report")]
    pub(super) fn absorption(rules: &RuleSet) -> Option<Self> {
        Self::plain(rules.rounding_of(Figure::Absorption), Bands::none())
    }

    /// The plan for a percentage of so many places.
    fn plain(rounding: Rounding, bands: Bands) -> Option<Self> {
        Some(Self::quotient(10_u32.checked_pow(rounding.places() + 2)?, rounding.mode(), bands))
    }

    /// The plan for a quotient that is multiplied with a scale and held by no limits.
    pub(super) const fn quotient(scale: u32, mode: Mode, bands: Bands) -> Self {
        Self {
            scale,
            ending: Ending::of(mode, matches!(bands.looked, Looked::Exact)),
            mode,
            bands,
            least: -UNLIMITED,
            most: UNLIMITED,
            zero_by_formula: true,
            inverted: false,
        }
    }

    pub(super) fn looks_at_exact(&self) -> bool {
        self.bands.looked == Looked::Exact
    }
}
