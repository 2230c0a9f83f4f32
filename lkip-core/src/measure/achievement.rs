//! The achievement of an indicator (capaian).

use super::{Measurement, Realization, Target, classify};
use crate::error::Detail;
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Band, Figure, Formula, Limit, LimitIn, Lower, Polarity, RuleSet, ZeroRealization, ZeroTarget};

/// A percentage: what is reported, and what it exactly is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Percent {
    /// Rounded once, as the rules say.
    pub reported: Number,
    /// Before rounding.
    pub exact: Ratio,
}

/// The achievement of an indicator (capaian kinerja), with everything that explains it.
#[doc(alias = "capaian")]
#[derive(Clone, Debug, PartialEq)]
pub struct Achievement {
    pub(crate) measurement: Measurement,
    pub(crate) rules: RuleSet,
    pub(crate) steps: Vec<Step>,
    pub(crate) outcome: Outcome<Percent>,
    pub(crate) category: Outcome<Band>,
}

/// One step towards the percentage: the formula and the value that it gave.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) formula: Formula,
    pub(crate) value: Ratio,
}

impl Achievement {
    /// The percentage, or why there is none.
    #[must_use]
    pub fn outcome(&self) -> &Outcome<Percent> {
        &self.outcome
    }

    /// The reported percentage, if there is one.
    #[must_use]
    pub fn percent(&self) -> Option<Number> {
        self.outcome.value().map(|percent| percent.reported)
    }

    /// The percentage before rounding, if there is one.
    #[must_use]
    pub fn exact(&self) -> Option<&Ratio> {
        self.outcome.value().map(|percent| &percent.exact)
    }

    /// The category, or why there is none.
    #[must_use]
    pub fn category(&self) -> &Outcome<Band> {
        &self.category
    }

    /// Whether the target was met; nothing where there is no target or no value.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        let value = self.measurement.realization.exact()?;
        let target = self.measurement.target;
        (target != Target::None).then(|| target.is_met_by(&value, self.measurement.polarity))
    }

    /// What was measured.
    #[must_use]
    pub fn measurement(&self) -> &Measurement {
        &self.measurement
    }

    /// The rules that it was measured by.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }
}

impl Measurement {
    /// The achievement under a rule set.
    #[must_use]
    pub fn achievement(self, rules: &RuleSet) -> Achievement {
        let mut steps = Vec::new();
        let outcome = match exact_percent(&self, rules, &mut steps) {
            Ok(exact) => report(exact, rules, Figure::Achievement),
            Err(reason) => reason.end(),
        };
        let category = match &outcome {
            Outcome::Computed(percent) => classify(percent, rules),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.clone().end(),
        };
        Achievement { measurement: self, rules: rules.clone(), steps, outcome, category }
    }
}

/// Rounds an exact percentage for the report.
pub(super) fn report(exact: Ratio, rules: &RuleSet, figure: Figure) -> Outcome<Percent> {
    match exact.round(rules.rounding_of(figure)) {
        Some(reported) => Outcome::Computed(Percent { reported, exact }),
        None => Reason::new(ReasonCode::TooLarge).end(),
    }
}

/// The percentage before rounding: formula, then cap and floor.
fn exact_percent(measurement: &Measurement, rules: &RuleSet, steps: &mut Vec<Step>) -> Result<Ratio, Reason> {
    let percent = percent_by_formula(measurement, rules, steps)?;
    Ok(limited(percent, rules, LimitIn::Indicator, &mut |formula, value: Ratio| {
        steps.push(Step { formula, value: value.clone() });
        value
    }))
}

/// What the formula of the polarity gives, with the rules for zeros but without cap and floor.
pub(super) fn percent_by_formula(
    measurement: &Measurement,
    rules: &RuleSet,
    steps: &mut Vec<Step>,
) -> Result<Ratio, Reason> {
    let mut take = |formula, value: Ratio| {
        steps.push(Step { formula, value: value.clone() });
        value
    };
    if measurement.target == Target::None {
        return Err(Reason::new(ReasonCode::NoTarget));
    }
    let Some(value) = measurement.realization.exact() else {
        return Err(Reason::new(match measurement.realization {
            Realization::NotCarriedOut => ReasonCode::NotCarriedOut,
            _ => ReasonCode::NotMeasured,
        }));
    };
    let Some(target) = measurement.target.nearest(&value) else {
        return Err(Reason::new(ReasonCode::NoTarget));
    };
    let met = measurement.target.is_met_by(&value, measurement.polarity);
    Ok(if measurement.target.encloses(&value) {
        take(Formula::InsideRange, Ratio::hundred())
    } else if target.is_negative() {
        let target = Detail::Number(target.expand(10).into());
        return Err(Reason::new(ReasonCode::NegativeTarget).with("target", target));
    } else if target.is_zero() {
        take(Formula::ZeroTarget, zero_target(rules, met)?)
    } else if let Some(given) = zero_realization(rules, &value, met)? {
        take(Formula::ZeroRealization, given)
    } else {
        if matches!(measurement.target, Target::Range { .. }) {
            take(Formula::NearerBound, target.clone());
        }
        let formula = formula(rules, measurement.polarity);
        take(formula, apply(formula, target, value)?)
    })
}

fn zero_target(rules: &RuleSet, met: bool) -> Result<Ratio, Reason> {
    match rules.zero_target {
        ZeroTarget::FullWhenMet if met => Ok(Ratio::hundred()),
        ZeroTarget::AsGiven(given) => Ok(Ratio::from(if met { given.met } else { given.unmet })),
        ZeroTarget::NotComputable | ZeroTarget::FullWhenMet => Err(Reason::new(ReasonCode::ZeroTarget)),
    }
}

/// The percentage for a realization of zero, where the rules do not leave it to the formula.
fn zero_realization(rules: &RuleSet, realization: &Ratio, met: bool) -> Result<Option<Ratio>, Reason> {
    if !realization.is_zero() {
        return Ok(None);
    }
    match rules.zero_realization {
        ZeroRealization::FullWhenMet if met => Ok(Some(Ratio::hundred())),
        ZeroRealization::ByFormula | ZeroRealization::FullWhenMet => Ok(None),
        ZeroRealization::AsGiven(percent) => Ok(Some(Ratio::from(percent))),
        ZeroRealization::NotComputable => Err(Reason::new(ReasonCode::ZeroRealization)),
    }
}

/// The formula that the rules declare for a polarity.
pub(crate) fn formula(rules: &RuleSet, polarity: Polarity) -> Formula {
    match (polarity, rules.lower) {
        (Polarity::Higher, _) => Formula::RealizationOverTarget,
        (Polarity::Lower, Lower::TwiceTargetMinusRealization) => Formula::TwiceTargetMinusRealization,
        (Polarity::Lower, Lower::TargetOverRealization) => Formula::TargetOverRealization,
        (Polarity::OnTarget, _) => Formula::Symmetric,
    }
}

/// The formula on a positive target. Multiplication and addition first, one division last.
fn apply(formula: Formula, target: Ratio, value: Ratio) -> Result<Ratio, Reason> {
    let quotient = match formula {
        Formula::TwiceTargetMinusRealization => (target.clone() + target.clone() - value) / target,
        Formula::TargetOverRealization if value.is_negative() => {
            let realization = Detail::Number(value.expand(10).into());
            return Err(Reason::new(ReasonCode::NegativeRealization).with("realization", realization));
        }
        Formula::TargetOverRealization => target / value,
        Formula::Symmetric => (target.clone() - (target.clone() - value).magnitude()) / target,
        _ => value / target,
    };
    // The target is positive here, so only a realization of zero can stand under the line.
    quotient.map(|q| q * Ratio::hundred()).ok_or_else(|| Reason::new(ReasonCode::ZeroRealization))
}

/// Holds a percentage between the floor and the cap of a place.
pub(super) fn limited(
    percent: Ratio,
    rules: &RuleSet,
    place: LimitIn,
    take: &mut impl FnMut(Formula, Ratio) -> Ratio,
) -> Ratio {
    let bound = |limit: Limit| Ratio::from(limit.percent);
    if let Some(cap) = rules.cap_in(place).map(bound).filter(|cap| percent > *cap) {
        return take(Formula::Cap, cap);
    }
    if let Some(floor) = rules.floor_in(place).map(bound).filter(|floor| percent < *floor) {
        return take(Formula::Floor, floor);
    }
    percent
}
