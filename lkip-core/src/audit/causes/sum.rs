//! Sums that do not come out: which amount is wrong, and what follows the right one.

use super::{Case, hand, ranked};
use crate::audit::digits::{is_telling, slip};
use crate::audit::network::{Network, at, mode_of};
use crate::audit::{Cause, Diagnosis};
use crate::error::Detail;
use crate::evaluate::{Figure, FigureKind, FindingCode, Made, Subject};
use crate::measure::{Instead, Label, OperandValue};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::text::{concat, size};

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

/// A part of a sum: a figure, or a number that stands in a formula.
struct Part {
    figure: Option<usize>,
    name: String,
    value: Number,
}

/// What a given total should be the sum of.
fn parts(network: &Network<'_>, figure: usize) -> Vec<Part> {
    let Some(total) = network.figure(figure) else { return Vec::new() };
    let document = network.evaluation.report().document();
    let of_figure = |place: usize| {
        let figure = network.figure(place)?;
        Some(Part { figure: Some(place), name: figure.key().to_owned(), value: figure.value()? })
    };
    if let Subject::BudgetLine(line) = total.subject() {
        let name = if total.kind() == FigureKind::Allocation { ".allocation" } else { ".spending" };
        return some_of(network.evaluation.report().checked().budget.children(line), &mut |child| {
            let id = document.budget.get(*child)?.id.as_str();
            of_figure(network.evaluation.place(&concat(&["budget.", id, name]))?)
        });
    }
    // Where the total is given, its formula is a figure of its own.
    let computed = total.key().strip_suffix(".realization").map(|indicator| concat(&[indicator, ".computed"]));
    let place = computed.and_then(|key| network.evaluation.place(&key)).unwrap_or(figure);
    let Some(Made::Calculation(made)) = network.figure(place).map(Figure::made) else { return Vec::new() };
    let sources = network.sources(place);
    let mut parts = Vec::new();
    for (number, operand) in made.operands().iter().enumerate() {
        let named = sources.get(number).copied().flatten().and_then(of_figure);
        let Ok(exact) = operand.ratio() else { continue };
        let own = || {
            let name = match &operand.label {
                Label::Own(name) => (**name).to_owned(),
                Label::Word(_) | Label::Unnamed => size(number + 1),
            };
            Some(Part { figure: None, name, value: written(&operand.value, &exact)? })
        };
        append(&mut parts, named.or_else(own));
    }
    // A value that is only referred to has the parts of what it refers to.
    match parts.as_slice() {
        [Part { figure: Some(only), .. }] if *only != figure && *only != place => self::parts(network, *only),
        _ => parts,
    }
}

/// An operand as it is written.
fn written(value: &OperandValue, exact: &Ratio) -> Option<Number> {
    match value {
        OperandValue::Given(number) => Some(*number),
        _ => exact.to_number(0),
    }
}

fn diagnose(
    network: &Network<'_>,
    total: &mut Sum,
    given: Number,
    sum: Number,
    parts: &[Part],
    corrections: &mut Vec<Correction>,
) {
    let missing = total.given.clone() - total.sum.clone();
    let mut found = Vec::new();
    // A part that is there once too often, or not at all.
    missing_part(&missing, parts, &mut found);
    let places = parts.iter().map(|part| part.value.places()).max().unwrap_or(0);
    if places > 0 && bounded(&missing, places, parts.len() + 1) {
        found.push(Diagnosis::new(Cause::RoundedParts).exact("difference", &missing));
    }
    let total_slip = slip(sum, given).filter(|_| speaks(network, total.figure, given, sum) != Evidence::Against);
    let mut wrong_parts = Vec::new();
    for part in parts.iter().filter(|part| is_given(network, part)) {
        let Some(right) = (Ratio::from(part.value) + missing.clone()).to_number(part.value.places()) else { continue };
        if slip(right, part.value).is_some() {
            let evidence = part.figure.map_or(Evidence::Neither, |place| speaks(network, place, part.value, right));
            if evidence != Evidence::Against {
                wrong_parts.push((part, right, evidence));
            }
        }
    }
    let speaking: Vec<_> = wrong_parts.iter().filter(|(.., evidence)| *evidence == Evidence::For).copied().collect();
    let candidates = if speaking.is_empty() { wrong_parts } else { speaking };
    let total_speaks = speaks(network, total.figure, given, sum);
    if candidates.is_empty() {
        nearly(&missing, parts, &mut found);
    }
    match candidates.as_slice() {
        [(part, right, _)] if total_speaks != Evidence::For => {
            let diagnosis = Diagnosis::new(Cause::PartMistyped).text("figure", &part.name);
            found.push(
                diagnosis.number("given", part.value).number("value", *right).supported(network.key(total.figure)),
            );
            append(corrections, part.figure.map(|figure| Correction { figure, given: part.value, value: *right }));
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
    let is_list = network.figure(total.figure).is_some_and(|figure| matches!(figure.subject(), Subject::BudgetLine(_)));
    if is_list && missing > Ratio::zero() && !is_whole(network, total.figure) {
        found.push(Diagnosis::new(Cause::PartialList).exact("difference", &missing));
    }
    total.diagnoses = ranked(found, None);
    // What the percentage beside it proves comes before what only the digits allow.
    if total_speaks == Evidence::For {
        total.diagnoses.sort_by_key(|diagnosis| diagnosis.cause != Cause::TotalMistyped);
    }
}

/// A slip in a part that leaves no more than the parts' rounding.
fn nearly(missing: &Ratio, parts: &[Part], found: &mut Vec<Diagnosis>) {
    for part in parts.iter().filter(|part| part.value.places() > 0) {
        let places = part.value.places();
        let unit = Number::from_parts(1, places).map_or_else(Ratio::zero, Ratio::from);
        for steps in 1..=parts.len().div_ceil(2) {
            for step in [unit.clone(), -unit.clone()] {
                let rest = step * Ratio::from(steps);
                let right = (Ratio::from(part.value) + missing.clone() + rest.clone()).to_number(places);
                if let Some(right) = right.filter(|right| slip(*right, part.value).is_some()) {
                    let diagnosis = Diagnosis::new(Cause::PartMistypedRounded).text("figure", &part.name);
                    found.push(diagnosis.number("given", part.value).number("value", right).exact("difference", &rest));
                    return;
                }
            }
        }
    }
}

/// A part that the total has once too often, or not at all.
fn missing_part(missing: &Ratio, parts: &[Part], found: &mut Vec<Diagnosis>) {
    // A difference of one is made by many parts of one.
    for part in parts.iter().filter(|part| is_telling(part.value)) {
        let value = Ratio::from(part.value);
        let cause = if *missing == -value.clone() {
            Cause::PartLeftOut
        } else if *missing == value {
            Cause::PartCountedTwice
        } else {
            continue;
        };
        found.push(Diagnosis::new(cause).text("figure", &part.name).number("value", part.value));
    }
}

/// Whether a part is given: what is itself a sum is not mistyped.
fn is_given(network: &Network<'_>, part: &Part) -> bool {
    part.figure.is_none_or(|place| matches!(network.figure(place).map(Figure::made), Some(Made::Given { .. })))
}

/// Whether the lines below a line are all there are: their other amounts add up.
fn is_whole(network: &Network<'_>, total: usize) -> bool {
    let key = network.key(total);
    let other = match (key.strip_suffix(".spending"), key.strip_suffix(".allocation")) {
        (Some(line), _) => concat(&[line, ".allocation"]),
        (_, Some(line)) => concat(&[line, ".spending"]),
        _ => return false,
    };
    let Some(place) = network.evaluation.place(&other) else { return false };
    let amounts = each(&parts(network, place), &mut |part| Ratio::from(part.value));
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
    let Some(exact) = case.figure.exact() else { return };
    let (missing, parts) = (Ratio::from(case.printed) - exact, parts(case.network, case.place));
    missing_part(&missing, &parts, found);
    let places = case.printed.places();
    if places > 0 && bounded(&missing, places, parts.len() + 1) {
        found.push(Diagnosis::new(Cause::RoundedParts).exact("difference", &missing));
    } else if is_sum(case.figure) {
        part_mistyped(case, &missing, &parts, found);
        nearly(&missing, &parts, found);
    }
}

/// The one part whose slip makes the total come out as it is printed.
fn part_mistyped(case: &Case<'_>, missing: &Ratio, parts: &[Part], found: &mut Vec<Diagnosis>) {
    let mut candidates = Vec::new();
    for part in parts.iter().filter(|part| is_given(case.network, part)) {
        let right = (Ratio::from(part.value) + missing.clone()).to_number(part.value.places());
        let against = |right: Number| {
            part.figure.is_some_and(|place| speaks(case.network, place, part.value, right) == Evidence::Against)
        };
        append(
            &mut candidates,
            right.filter(|right| slip(*right, part.value).is_some() && !against(*right)).map(|right| (part, right)),
        );
    }
    // More than one would be a guess; and a total that is printed once only may itself be the slip.
    let confirmed = confirmed(case.network, case.place, case.printed) > 1;
    if let ([(part, right)], true) = (candidates.as_slice(), confirmed) {
        let diagnosis = Diagnosis::new(Cause::PartMistyped).text("figure", &part.name);
        found.push(diagnosis.number("given", part.value).number("value", *right));
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
