//! Another target, or another year.

use super::Case;
use crate::audit::{Cause, Diagnosis};
use crate::evaluate::{FigureKind, Subject};
use crate::measure::{Instead, Target};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::report::TargetText;
use crate::text::{concat, count};

pub(super) fn of(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    let Subject::Indicator(place) = case.figure.subject() else { return };
    match case.figure.kind() {
        FigureKind::Achievement | FigureKind::AgainstYear => {
            other_years(case, place, found);
            repeats_target(case, found);
            repeats_absorption(case, found);
            earlier_achievement(case, place, found);
        }
        FigureKind::Target => {
            for (year, target) in targets(case, place) {
                if target == case.printed {
                    found.push(other_target(case, &year, target));
                }
            }
        }
        FigureKind::Realization => {
            repeats_target(case, found);
            repeats_absorption(case, found);
            earlier_realization(case, place, found);
        }
        _ => {}
    }
}

/// The targets that the report has for an indicator besides that of its period, with their years.
fn targets(case: &Case<'_>, place: usize) -> Vec<(String, Number)> {
    let report = case.network.evaluation.report();
    let mut targets = Vec::new();
    let mut add = |year: String, target: Target| {
        if let Target::Value(value) = target {
            targets.push((year, value));
        }
    };
    if let Some(measured) = report.checked().indicators.get(place) {
        for (year, target) in &measured.renstra {
            add(count(u64::from(year.get())), *target);
        }
        for earlier in &measured.previous {
            add(count(u64::from(earlier.year.get())), earlier.target);
        }
    }
    let document = report.document();
    let id = document.indicators.get(place).map(|indicator| &indicator.id);
    for agreement in &document.agreements {
        for promised in agreement.indicators.iter().filter(|promised| promised.indicator.as_ref() == id) {
            let style = document.style;
            if let Some(value) = promised.target.as_ref().and_then(|target| TargetText::number(target, style)) {
                let year = agreement
                    .year
                    .map_or_else(|| agreement.id.as_str().to_owned(), |year| count(u64::from(year.get())));
                add(year, Target::Value(value));
            }
        }
    }
    // A target of another year that is the same tells nothing.
    let own = case.network.evaluation.figure(&target_key(case)).and_then(crate::evaluate::Figure::value);
    targets.retain(|(_, target)| Some(*target) != own);
    targets
}

fn other_target(case: &Case<'_>, year: &str, target: Number) -> Diagnosis {
    let given = case.network.evaluation.figure(&target_key(case)).and_then(crate::evaluate::Figure::value);
    let mut diagnosis = Diagnosis::new(Cause::OtherYearsTarget).text("year", year).number("target", target);
    if let Some(given) = given {
        diagnosis = diagnosis.number("given", given);
    }
    diagnosis
}

fn target_key(case: &Case<'_>) -> String {
    // indicators.ID.achievement, indicators.ID.quarters.4.against_year
    let Subject::Indicator(place) = case.figure.subject() else { return String::new() };
    let document = case.network.evaluation.report().document();
    let id = document.indicators.get(place).map_or("", |indicator| indicator.id.as_str());
    concat(&["indicators.", id, ".target"])
}

fn other_years(case: &Case<'_>, place: usize, found: &mut Vec<Diagnosis>) {
    let printed = case
        .network
        .otherwise(case.place, case.entry)
        .into_iter()
        .next()
        .map(|(_, instead)| instead)
        .unwrap_or_default();
    for (year, target) in targets(case, place) {
        let exact = Ratio::from(target);
        let of = |realization: Instead| {
            case.network.again(case.figure, &[realization, Instead::Value(exact.clone())], case.rules)
        };
        let realization = printed.first().cloned().unwrap_or_default();
        if case.makes_somehow(of(Instead::Same).as_ref()) || case.makes_somehow(of(realization).as_ref()) {
            found.push(other_target(case, &year, target));
        }
    }
}

/// A value that is the target itself.
fn repeats_target(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    let target = case.network.evaluation.figure(&target_key(case)).and_then(crate::evaluate::Figure::value);
    if let Some(target) = target.filter(|target| *target == case.printed) {
        found.push(Diagnosis::new(Cause::RepeatsTarget).number("target", target));
    }
}

/// A percentage that is the absorption of a budget.
fn repeats_absorption(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    if !crate::audit::digits::is_telling(case.printed) {
        return;
    }
    for entry in &case.network.entries {
        let Some(figure) = entry.figure.and_then(|place| case.network.figure(place)) else { continue };
        let is_absorption = figure.kind() == FigureKind::Absorption;
        if is_absorption && entry.number() == Some(case.printed) {
            found.push(Diagnosis::new(Cause::RepeatsAbsorption).text("figure", figure.key()));
            return;
        }
    }
}

/// The achievement of an earlier year, as it was reported.
fn earlier_achievement(case: &Case<'_>, place: usize, found: &mut Vec<Diagnosis>) {
    let document = case.network.evaluation.report().document();
    let Some(indicator) = document.indicators.get(place) else { return };
    for year in &indicator.previous {
        let key = concat(&[
            "indicators.",
            indicator.id.as_str(),
            ".previous.",
            &count(u64::from(year.year.get())),
            ".achievement",
        ]);
        let then = case.network.evaluation.figure(&key).and_then(crate::evaluate::Figure::exact);
        if crate::audit::digits::is_telling(case.printed) && case.makes_somehow(then.as_ref()) {
            found.push(Diagnosis::new(Cause::EarlierValue).text("figure", &key));
        }
    }
}

/// The realization of an earlier year.
fn earlier_realization(case: &Case<'_>, place: usize, found: &mut Vec<Diagnosis>) {
    let checked = case.network.evaluation.report().checked();
    let Some(measured) = checked.indicators.get(place) else { return };
    for earlier in &measured.previous {
        if earlier.realization.value() == Some(case.printed) && crate::audit::digits::is_telling(case.printed) {
            let year = count(u64::from(earlier.year.get()));
            found.push(Diagnosis::new(Cause::EarlierValue).text("figure", &year));
        }
    }
}
