//! Another formula: inverted, of another polarity, capped, relative instead of absolute.

use super::Case;
use crate::audit::{Cause, Diagnosis};
use crate::error::Detail;
use crate::evaluate::Made;
use crate::measure::{
    Achievement, Calculation, Instead, Measurement, Target, Unit, Value, change, declared_formula, difference,
};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::rules::{Formula, LimitIn, Lower, Polarity, RuleSet};

pub(super) fn of(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    match case.figure.made() {
        Made::Achievement(achievement) => {
            inverted(case, achievement, found);
            otherwise(case, achievement, found);
            limits(case, achievement, found);
        }
        Made::Calculation(calculation) => comparison(case, calculation, found),
        Made::Given { .. } | Made::Missing(_) | Made::Progress(_) | Made::Average(_) => {}
    }
}

/// Target ÷ realization where more is better.
fn inverted(case: &Case<'_>, achievement: &Achievement, found: &mut Vec<Diagnosis>) {
    let measurement = achievement.measurement();
    let (Some(value), Target::Value(target)) = (measurement.realization.exact(), measurement.target) else { return };
    if measurement.polarity != Polarity::Higher || value == Ratio::from(target) {
        return;
    }
    let instead = [Instead::Value(Ratio::from(target)), Instead::Value(value)];
    if case.makes_somehow(case.network.again(case.figure, &instead, case.rules).as_ref()) {
        found.push(Diagnosis::new(Cause::InvertedFormula));
    }
}

/// The formulas of the other polarities, and the other one of this polarity.
fn otherwise(case: &Case<'_>, achievement: &Achievement, found: &mut Vec<Diagnosis>) {
    let measurement = achievement.measurement();
    let declared = declared_formula(case.rules, measurement.polarity);
    for (polarity, lower) in [
        (Polarity::Higher, Lower::TwiceTargetMinusRealization),
        (Polarity::Lower, Lower::TwiceTargetMinusRealization),
        (Polarity::Lower, Lower::TargetOverRealization),
        (Polarity::OnTarget, Lower::TwiceTargetMinusRealization),
    ] {
        let mut spec = case.rules.to_spec();
        spec.lower = lower;
        let Ok(rules) = RuleSet::new(spec) else { continue };
        let formula = declared_formula(&rules, polarity);
        // T ÷ R where more is better is the inverted formula.
        let inverted = measurement.polarity == Polarity::Higher && formula == Formula::TargetOverRealization;
        if formula == declared || inverted {
            continue;
        }
        let again = Measurement { polarity, ..measurement.clone() }.achievement(&rules);
        if again.exact() != achievement.exact() && case.makes_somehow(again.exact()) {
            found.push(
                Diagnosis::new(Cause::OtherFormula).with("formula", Detail::Word(formula.id(), formula.expression())),
            );
        }
    }
}

/// A cap that the rules do not have, or have.
fn limits(case: &Case<'_>, achievement: &Achievement, found: &mut Vec<Diagnosis>) {
    let Some(exact) = achievement.exact() else { return };
    let caps = [100, 110, 120, 150, 200].map(Number::from);
    if let Some(cap) = caps.into_iter().find(|cap| *cap == case.printed && *exact > Ratio::from(*cap)) {
        found.push(Diagnosis::new(Cause::Capped).number("cap", cap));
    }
    if let Some(limit) = case.rules.cap_in(LimitIn::Indicator) {
        let mut spec = case.rules.to_spec();
        spec.cap = None;
        let uncapped = RuleSet::new(spec).ok().map(|rules| achievement.measurement().clone().achievement(&rules));
        if case.makes_somehow(uncapped.as_ref().and_then(Achievement::exact)) {
            found.push(Diagnosis::new(Cause::NotCapped).number("cap", limit.percent));
        }
    }
}

/// The relative change for the difference, or the reverse.
fn comparison(case: &Case<'_>, calculation: &Calculation, found: &mut Vec<Diagnosis>) {
    let value = |place: usize| calculation.operands().get(place).and_then(|operand| operand.ratio().ok());
    let (Some(now), Some(before)) = (value(0), value(1)) else { return };
    let made = |calculation: &Calculation| calculation.value().map(Value::ratio);
    match calculation.formula() {
        Formula::RelativeGrowth => {
            let points = difference(&now, Some(&before), Unit::Points, case.rules);
            if case.makes_somehow(made(&points).as_ref()) {
                found.push(Diagnosis::new(Cause::PointsForRelative));
            }
        }
        Formula::PointsGrowth => {
            let relative = change(&now, Some(&before), case.rules);
            if case.makes_somehow(made(&relative).as_ref()) {
                found.push(Diagnosis::new(Cause::RelativeForPoints));
            }
        }
        _ => {}
    }
}
