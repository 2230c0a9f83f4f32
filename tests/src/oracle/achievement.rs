//! The achievement of an indicator.

use super::exact::{Exact, exact, hundred, rounded, text_of};
use super::policy::{Polarity, Policy, ZeroRealization, ZeroTarget};
use super::scale::Placed;

/// The target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// None was set.
    None,
    /// One value.
    Value(String),
    /// From a low to a high value.
    Range(String, String),
}

/// The realization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// A value was measured.
    Measured(String),
    /// A value of an earlier year stands in.
    Carried(String, Option<u16>),
    /// Nothing was measured.
    NotMeasured,
    /// The activity was not carried out.
    NotCarriedOut,
}

/// What an achievement or an average comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A percentage: rounded, exact, and where it falls on the scale (nothing without a scale).
    Percent {
        /// Rounded, with all its places.
        reported: String,
        /// As a fraction.
        exact: String,
        /// Its category.
        placed: Option<Placed>,
    },
    /// No percentage, by that reason.
    None(&'static str),
}

/// The achievement under a policy, and whether the target was met.
#[must_use]
pub fn achievement(aim: &Aim, reached: &Reached, polarity: Polarity, policy: &Policy) -> (Figure, Option<bool>) {
    let value = match reached {
        Reached::Measured(text) | Reached::Carried(text, _) => Some(exact(text)),
        Reached::NotMeasured | Reached::NotCarriedOut => None,
    };
    let met = value.as_ref().and_then(|value| is_met(aim, value, polarity));
    let figure = match percent(aim, reached, value, polarity, policy) {
        Ok(percent) => figure(&policy.held(percent, true), policy, &policy.rounding),
        Err(reason) => Figure::None(reason),
    };
    (figure, met)
}

/// The realization against a target of the plan: without cap, floor and category.
#[must_use]
pub fn progress(aim: &Aim, reached: &Reached, polarity: Polarity, policy: &Policy) -> Figure {
    let value = match reached {
        Reached::Measured(text) | Reached::Carried(text, _) => Some(exact(text)),
        Reached::NotMeasured | Reached::NotCarriedOut => None,
    };
    match percent(aim, reached, value, polarity, policy) {
        Ok(percent) => match rounded(&percent, policy.rounding.mode, policy.rounding.places) {
            Some(reported) => Figure::Percent { reported, exact: text_of(&percent), placed: None },
            None => Figure::None("too_large"),
        },
        Err(reason) => Figure::None(reason),
    }
}

/// A percentage as it is reported: rounded once, then placed.
pub(super) fn figure(percent: &Exact, policy: &Policy, way: &super::policy::RoundingWay) -> Figure {
    let Some(reported) = rounded(percent, way.mode, way.places) else { return Figure::None("too_large") };
    let placed = policy
        .scale
        .as_ref()
        .map(|(_, scale)| if policy.classify_exact { scale.place(percent) } else { scale.place(&exact(&reported)) });
    Figure::Percent { reported, exact: text_of(percent), placed }
}

fn is_met(aim: &Aim, value: &Exact, polarity: Polarity) -> Option<bool> {
    let (low, high) = match aim {
        Aim::None => return None,
        Aim::Value(target) => (exact(target), exact(target)),
        Aim::Range(low, high) => (exact(low), exact(high)),
    };
    Some(match polarity {
        Polarity::Higher => *value >= low,
        Polarity::Lower => *value <= high,
        Polarity::OnTarget => *value >= low && *value <= high,
    })
}

fn percent(
    aim: &Aim,
    reached: &Reached,
    value: Option<Exact>,
    polarity: Polarity,
    policy: &Policy,
) -> Result<Exact, &'static str> {
    let (low, high) = match aim {
        Aim::None => return Err("no_target"),
        Aim::Value(target) => (exact(target), exact(target)),
        Aim::Range(low, high) => (exact(low), exact(high)),
    };
    let value = match (reached, value) {
        (Reached::NotCarriedOut, _) => return Err("not_carried_out"),
        (_, Some(value)) => value,
        (_, None) => return Err("not_measured"),
    };
    // A range: inside is 100 %, outside the nearer end takes the place of the target.
    if matches!(aim, Aim::Range(..)) && low <= value && value <= high {
        return Ok(hundred());
    }
    let target = if value < low { low } else { high };
    // No formula of the field has a meaning for a target below zero.
    if target < Exact::ZERO {
        return Err("negative_target");
    }
    let met = is_met(aim, &value, polarity) == Some(true);
    if target == Exact::ZERO {
        return match &policy.zero_target {
            ZeroTarget::FullWhenMet if met => Ok(hundred()),
            ZeroTarget::Given(full, _) if met => Ok(exact(full)),
            ZeroTarget::Given(_, less) => Ok(exact(less)),
            ZeroTarget::FullWhenMet | ZeroTarget::NotComputable => Err("zero_target"),
        };
    }
    if value == Exact::ZERO {
        match &policy.zero_realization {
            ZeroRealization::NotComputable => return Err("zero_realization"),
            ZeroRealization::FullWhenMet if met => return Ok(hundred()),
            ZeroRealization::Given(percent) => return Ok(exact(percent)),
            ZeroRealization::FullWhenMet | ZeroRealization::ByFormula => {}
        }
    }
    by_formula(&target, &value, polarity, policy.quotient)
}

/// The formulas, as the regulation and the reports state them, in percent.
fn by_formula(target: &Exact, value: &Exact, polarity: Polarity, quotient: bool) -> Result<Exact, &'static str> {
    let one = Exact::ONE;
    match polarity {
        Polarity::Higher => Ok(value / target * hundred()),
        Polarity::Lower if quotient => {
            if *value == Exact::ZERO {
                Err("zero_realization")
            } else if *value < Exact::ZERO {
                Err("negative_realization")
            } else {
                Ok(target / value * hundred())
            }
        }
        // PermenPANRB 8/2021 writes {1 + (1 − R/T)} × 100.
        Polarity::Lower => Ok((one.clone() + (one - value / target)) * hundred()),
        // Up to the target R/T, beyond it 200 − R/T.
        Polarity::OnTarget if value <= target => Ok(value / target * hundred()),
        Polarity::OnTarget => Ok((one.clone() + one - value / target) * hundred()),
    }
}
