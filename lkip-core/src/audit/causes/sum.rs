//! Sums that do not come out: which amount is wrong, and what follows the right one.

use super::{Case, hand, ranked};
use crate::audit::digits::slip;
use crate::audit::network::{Network, at, mode_of};
use crate::audit::{Cause, Diagnosis};
use crate::error::Detail;
use crate::evaluate::{Figure, FigureKind, FindingCode, Made};
use crate::measure::Instead;
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::text::size;

/// An amount that is wrong, and what it should be.
#[derive(Clone, Debug)]
pub(in crate::audit) struct Correction {
    pub(in crate::audit) figure: usize,
    pub(in crate::audit) given: Number,
    pub(in crate::audit) value: Number,
}

/// A given total that is not the sum of its parts.
#[derive(Clone, Debug)]
pub(in crate::audit) struct Sum {
    /// The figure of the total.
    pub(in crate::audit) figure: usize,
    pub(in crate::audit) given: Ratio,
    pub(in crate::audit) sum: Ratio,
    pub(in crate::audit) diagnoses: Vec<Diagnosis>,
}

/// The sums of the report that do not come out, with the amounts that they show to be wrong.
pub(in crate::audit) fn sums(network: &Network<'_>) -> (Vec<Sum>, Vec<Correction>) {
    let (mut sums, mut corrections) = (Vec::new(), Vec::new());
    for finding in network.evaluation.findings() {
        let is_sum = matches!(
            finding.code(),
            FindingCode::AllocationSum
                | FindingCode::SpendingSum
                | FindingCode::AgreementTotal
                | FindingCode::ValueDiffers
                | FindingCode::RealizationDiffers
        );
        let Some(figure) = network.evaluation.place(finding.figure()).filter(|_| is_sum) else { continue };
        let number = |name: &str| match finding.details().get(name) {
            Some(Detail::Number(number)) => number.0.parse::<Number>().ok(),
            _ => None,
        };
        let (Some(given), Some(sum)) = (number("given"), number("computed")) else { continue };
        let mut total = Sum { figure, given: Ratio::from(given), sum: Ratio::from(sum), diagnoses: Vec::new() };
        let parts = parts(network, figure);
        diagnose(network, &mut total, given, sum, &parts, &mut corrections);
        sums.push(total);
    }
    (sums, corrections)
}

/// The figures that a given total should be the sum of.
fn parts(network: &Network<'_>, figure: usize) -> Vec<usize> {
    let report = network.evaluation.report();
    let Some(total) = network.figure(figure) else { return Vec::new() };
    let crate::evaluate::Subject::BudgetLine(line) = total.subject() else {
        return network.sources(figure).into_iter().flatten().collect();
    };
    let name = if total.kind() == FigureKind::Allocation { ".allocation" } else { ".spending" };
    let document = report.document();
    some_of(report.checked().budget.children(line), &mut |child| {
        let id = document.budget.get(*child)?.id.as_str();
        network.evaluation.place(&crate::text::concat(&["budget.", id, name]))
    })
}

fn diagnose(
    network: &Network<'_>,
    total: &mut Sum,
    given: Number,
    sum: Number,
    parts: &[usize],
    corrections: &mut Vec<Correction>,
) {
    let missing = total.given.clone() - total.sum.clone();
    let mut found = Vec::new();
    // A part that is there once too often, or not at all.
    for part in parts {
        let Some(value) = network.figure(*part).and_then(Figure::value) else { continue };
        let exact = Ratio::from(value);
        let cause = if !exact.is_zero() && missing == -exact.clone() {
            Cause::PartLeftOut
        } else if !exact.is_zero() && missing == exact {
            Cause::PartCountedTwice
        } else {
            continue;
        };
        found.push(Diagnosis::new(cause).text("figure", network.key(*part)).number("value", value));
    }
    if within_rounding(network, total.figure, &missing, parts) {
        found.push(Diagnosis::new(Cause::RoundedParts).exact("difference", &missing));
    }
    let total_slip = slip(sum, given).filter(|_| speaks(network, total.figure, given, sum) != Evidence::Against);
    let mut wrong_parts = Vec::new();
    for part in parts {
        let Some(Made::Given { value, .. }) = network.figure(*part).map(Figure::made) else { continue };
        let right = Ratio::from(*value) + missing.clone();
        let Some(right) = right.to_number(value.places()) else { continue };
        if slip(right, *value).is_some() {
            let evidence = speaks(network, *part, *value, right);
            if evidence != Evidence::Against {
                wrong_parts.push((*part, *value, right, evidence));
            }
        }
    }
    let speaking: Vec<_> = wrong_parts.iter().filter(|(.., evidence)| *evidence == Evidence::For).cloned().collect();
    let candidates = if speaking.is_empty() { wrong_parts } else { speaking };
    let total_speaks = speaks(network, total.figure, given, sum);
    if candidates.is_empty() {
        nearly(network, &missing, parts, &mut found);
    }
    match candidates.as_slice() {
        [(part, wrong, right, _)] if total_speaks != Evidence::For => {
            let diagnosis = Diagnosis::new(Cause::PartMistyped).text("figure", network.key(*part));
            found.push(diagnosis.number("given", *wrong).number("value", *right).supported(network.key(total.figure)));
            corrections.push(Correction { figure: *part, given: *wrong, value: *right });
        }
        [] => {}
        several if total_speaks != Evidence::For => {
            found.push(Diagnosis::new(Cause::OnePartMistyped).text("count", &size(several.len())));
        }
        _ => {}
    }
    // An amount that several tables print alike is seldom wrong in all of them.
    let confirmed = confirmed(network, total.figure, given) > 1 && !candidates.is_empty();
    if total_slip.is_some() && !confirmed || total_speaks == Evidence::For {
        let diagnosis = Diagnosis::new(Cause::TotalMistyped).number("given", given).number("value", sum);
        found.push(diagnosis.corrected(Some(sum)));
        if total_speaks == Evidence::For {
            corrections.push(Correction { figure: total.figure, given, value: sum });
        }
    }
    if missing > Ratio::zero() && !is_whole(network, total.figure) {
        found.push(Diagnosis::new(Cause::PartialList).exact("difference", &missing));
    }
    total.diagnoses = ranked(found, None);
    // What the percentage beside it proves comes before what only the digits allow.
    if total_speaks == Evidence::For {
        total.diagnoses.sort_by_key(|diagnosis| diagnosis.cause != Cause::TotalMistyped);
    }
}

/// A slip in a part that leaves no more than the parts' rounding.
fn nearly(network: &Network<'_>, missing: &Ratio, parts: &[usize], found: &mut Vec<Diagnosis>) {
    for part in parts {
        let Some(value) = network.figure(*part).and_then(Figure::value).filter(|value| value.places() > 0) else {
            continue;
        };
        let unit = Number::from_parts(1, value.places()).map_or_else(Ratio::zero, Ratio::from);
        for steps in 1..=parts.len().div_ceil(2) {
            for step in [unit.clone(), -unit.clone()] {
                let rest = step * Ratio::from(steps);
                let right = Ratio::from(value) + missing.clone() + rest.clone();
                if let Some(right) = right.to_number(value.places()).filter(|right| slip(*right, value).is_some()) {
                    let diagnosis = Diagnosis::new(Cause::PartMistypedRounded).text("figure", network.key(*part));
                    found.push(diagnosis.number("given", value).number("value", right).exact("difference", &rest));
                    return;
                }
            }
        }
    }
}

/// Whether the lines below a line are all there are: their other amounts add up.
fn is_whole(network: &Network<'_>, total: usize) -> bool {
    let key = network.key(total);
    let other = match (key.strip_suffix(".spending"), key.strip_suffix(".allocation")) {
        (Some(line), _) => crate::text::concat(&[line, ".allocation"]),
        (_, Some(line)) => crate::text::concat(&[line, ".spending"]),
        _ => return false,
    };
    let Some(place) = network.evaluation.place(&other) else { return false };
    let amounts = some_of(&parts(network, place), &mut |part| network.figure(*part)?.exact());
    !amounts.is_empty() && network.figure(place).and_then(Figure::exact) == Some(Ratio::sum(amounts))
}

/// How many places print an amount as it is given.
fn confirmed(network: &Network<'_>, amount: usize, given: Number) -> usize {
    network.prints(amount).filter(|(_, entry)| entry.number() == Some(given)).count()
}

/// What the printed figures that are made of an amount say of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    For,
    Neither,
    Against,
}

fn speaks(network: &Network<'_>, amount: usize, given: Number, right: Number) -> Evidence {
    let (mut with_right, mut with_given) = (0_usize, 0_usize);
    for above in network.above(amount) {
        let Some(figure) = network.figure(*above) else { continue };
        if !matches!(figure.kind(), FigureKind::Absorption | FigureKind::Remainder) {
            continue;
        }
        let sources = network.sources(*above);
        let with = |value: Number| {
            let instead = each(&sources, &mut |source| match source {
                Some(source) if *source == amount => Instead::Value(Ratio::from(value)),
                _ => Instead::Same,
            });
            network.again(figure, &instead, network.rules(figure))
        };
        let (a, b) = (with(given), with(right));
        for (_, entry) in network.prints(*above) {
            let Some(printed) = entry.number() else { continue };
            let mode = mode_of(figure, network.rules(figure));
            let makes = |exact: &Option<Ratio>| {
                exact.as_ref().is_some_and(|exact| at(exact, mode, printed.places()) == Some(printed))
            };
            match (makes(&a), makes(&b)) {
                (true, false) => with_given += 1,
                (false, true) => with_right += 1,
                _ => {}
            }
        }
    }
    match with_right.cmp(&with_given) {
        core::cmp::Ordering::Greater => Evidence::For,
        core::cmp::Ordering::Less => Evidence::Against,
        core::cmp::Ordering::Equal => Evidence::Neither,
    }
}

/// Whether a difference is no more than what rounding the parts can make: half a unit of the last place for each
/// number that was rounded.
fn within_rounding(network: &Network<'_>, total: usize, difference: &Ratio, parts: &[usize]) -> bool {
    let places =
        parts.iter().filter_map(|part| network.figure(*part)).filter_map(Figure::value).map(Number::places).max();
    let Some(places) = places.filter(|places| *places > 0) else { return false };
    let rounded = network.figure(total).map_or(0, |_| parts.len() + 1);
    bounded(difference, places, rounded)
}

/// Whether a difference is at most half a unit of a place for each rounded number.
fn bounded(difference: &Ratio, places: u32, rounded: usize) -> bool {
    let unit = (0..places).try_fold(Ratio::from(1), |unit, _| unit / Ratio::from(10));
    let Some(unit) = unit else { return false };
    difference.magnitude() * Ratio::from(2) <= unit * Ratio::from(rounded)
}

/// A percentage that follows a corrected amount, or the sum of the parts.
pub(super) fn of_percentage(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    let sources = case.network.sources(case.place);
    let with = |figure: usize, value: &Ratio| {
        let instead = each(&sources, &mut |source| match source {
            Some(source) if *source == figure => Instead::Value(value.clone()),
            _ => Instead::Same,
        });
        case.network.again(case.figure, &instead, case.rules)
    };
    for correction in case.corrections.iter().filter(|known| sources.contains(&Some(known.figure))) {
        let exact = with(correction.figure, &Ratio::from(correction.value));
        if case.makes(exact.as_ref()) {
            let diagnosis = Diagnosis::new(Cause::FollowsCorrected).text("figure", case.network.key(correction.figure));
            let diagnosis = diagnosis.number("value", correction.value).number("given", correction.given);
            found.push(diagnosis.corrected(Some(case.printed)));
        } else if let Some(meant) = exact.and_then(|exact| case.shown(&exact))
            && let Some(slip) = slip(meant, case.printed)
        {
            found.push(hand::diagnosis(slip, meant, case.printed).supported(case.network.key(correction.figure)));
        }
    }
    for sum in case.sums.iter().filter(|sum| sources.contains(&Some(sum.figure))) {
        if case.makes(with(sum.figure, &sum.sum).as_ref()) {
            let diagnosis = Diagnosis::new(Cause::FollowsSum).text("figure", case.network.key(sum.figure));
            let diagnosis = diagnosis.exact("value", &sum.sum).exact("given", &sum.given);
            found.push(diagnosis.corrected(Some(case.printed)));
        }
    }
}

/// A total that is printed otherwise than its parts add up to.
pub(super) fn of_total(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    if !is_sum(case.figure) && !is_difference(case.figure) {
        return;
    }
    let (Some(exact), parts) = (case.figure.exact(), case.network.sources(case.place)) else { return };
    let missing = Ratio::from(case.printed) - exact;
    for part in parts.iter().flatten() {
        let Some(value) = case.network.figure(*part).and_then(Figure::value).filter(|value| !value.is_zero()) else {
            continue;
        };
        let exact = Ratio::from(value);
        let cause = if missing == -exact.clone() {
            Cause::PartLeftOut
        } else if missing == exact {
            Cause::PartCountedTwice
        } else {
            continue;
        };
        found.push(Diagnosis::new(cause).text("figure", case.network.key(*part)).number("value", value));
    }
    // The parts may have no keys: what they are rounded to is told by the places of the print.
    let operands = if let Made::Calculation(made) = case.figure.made() { made.operands().len() } else { 0 };
    if case.printed.places() > 0 && bounded(&missing, case.printed.places(), operands + 1) {
        found.push(Diagnosis::new(Cause::RoundedParts).exact("difference", &missing));
    }
}

fn is_difference(figure: &Figure) -> bool {
    use crate::rules::Formula::{Difference, PointsGrowth, Remainder};
    matches!(figure.made(), Made::Calculation(made) if matches!(made.formula(), Difference | PointsGrowth | Remainder))
}

/// Whether a figure is the sum of its parts.
pub(in crate::audit) fn is_sum(figure: &Figure) -> bool {
    use crate::rules::Formula::{BudgetTotal, Itkp, Kelembagaan, Sakip2015, Sakip2021, Sum};
    let Made::Calculation(made) = figure.made() else { return false };
    matches!(made.formula(), BudgetTotal | Itkp | Kelembagaan | Sakip2015 | Sakip2021 | Sum)
}
