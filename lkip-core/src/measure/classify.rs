//! The category of a percentage under a rule set.

use super::Percent;
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::rules::{Band, Classify, RuleSet};

/// The category of a percentage: of its reported or of its exact value, as the rules say.
#[must_use]
pub fn classify(percent: &Percent, rules: &RuleSet) -> Outcome<Band> {
    match &rules.scale {
        Some(scale) => scale.find(&classified_value(percent, rules)),
        None => Reason::new(ReasonCode::NoScale).end(),
    }
}

pub(crate) fn classified_value(percent: &Percent, rules: &RuleSet) -> Ratio {
    classified(percent.reported, &percent.exact, rules)
}

/// The reported value or the exact one, as the rules say.
pub(crate) fn classified(reported: Number, exact: &Ratio, rules: &RuleSet) -> Ratio {
    match rules.classify {
        Classify::Reported => Ratio::from(reported),
        Classify::Exact => exact.clone(),
    }
}
