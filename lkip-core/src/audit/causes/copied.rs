//! Values that stand elsewhere in the report.

use super::Case;
use crate::audit::convention::is_of_budget;
use crate::audit::digits::is_telling;
use crate::audit::network::{Basis, Entry};
use crate::audit::{Cause, Diagnosis};
use crate::evaluate::{Figure, Made};
use crate::measure::Instead;
use crate::number::Ratio;
use crate::prelude::*;

/// A value that so many other figures have tells nothing.
const TOO_COMMON: usize = 3;

pub(super) fn of(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    follows_wrong(case, found);
    if !is_telling(case.printed) {
        return;
    }
    let expected = case.figure.exact();
    let same = |entry: &&Entry<'_>| {
        let Some(place) = entry.figure.filter(|place| *place != case.place) else { return false };
        entry.number().is_some_and(|number| number == case.printed && number.places() == case.printed.places())
            // What should be the same tells nothing when it is, and the place with more prints is the source.
            && case.network.figure(place).is_some_and(|figure| figure.exact() != expected)
            && is_source(case, place)
    };
    if let Some(neighbour) = neighbours(case).into_iter().find(|entry| same(entry)) {
        found.push(copy(case, Cause::CopiedFromNeighbour, neighbour));
        return;
    }
    let mut figures: Vec<&Entry<'_>> = Vec::new();
    for entry in case.network.entries.iter().filter(same) {
        if figures.iter().all(|known| known.figure != entry.figure) {
            figures.push(entry);
        }
    }
    let figure = |entry: &&&Entry<'_>| entry.figure.and_then(|place| case.network.figure(place));
    // One of the same kind was likelier copied than any other; what is given elsewhere may itself be the copy, and
    // percentages of the budget in rows of performance are a cause of their own.
    let is_kin = |entry: &&&Entry<'_>| figure(entry).is_some_and(|figure| figure.kind() == case.figure.kind());
    let is_made = |entry: &&&Entry<'_>| {
        let made = figure(entry).is_some_and(|figure| !matches!(figure.made(), Made::Given { .. }));
        let of_budget = figure(entry).is_some_and(|figure| is_of_budget(figure.kind()));
        made && !of_budget && !is_of_budget(case.figure.kind())
    };
    if figures.len() <= TOO_COMMON
        && let Some(entry) = figures.iter().find(is_kin).or_else(|| figures.iter().find(is_made))
    {
        found.push(copy(case, Cause::CopiedFromFigure, entry));
    }
}

/// Whether a figure prints the number by right, or in more places than the one that may have copied it.
fn is_source(case: &Case<'_>, place: usize) -> bool {
    let prints =
        |place: usize| case.network.prints(place).filter(|(_, entry)| entry.number() == Some(case.printed)).count();
    let by_right = case
        .network
        .figure(place)
        .and_then(Figure::exact)
        .is_some_and(|exact| case.shown(&exact) == Some(case.printed));
    by_right || prints(place) > prints(case.place)
}

/// A figure that was made of what another table prints otherwise.
fn follows_wrong(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    let sources = case.network.sources(case.place);
    for (basis, instead) in case.network.otherwise(case.place, case.entry) {
        let Basis::Elsewhere(table) = basis else { continue };
        if !case.makes_somehow(case.network.again(case.figure, &instead, case.rules).as_ref()) {
            continue;
        }
        // The input that makes the difference: the one that is farthest from what it should be.
        let mut worst: Option<(usize, Ratio, Ratio)> = None;
        for (source, value) in sources.iter().zip(&instead) {
            let (Some(source), Instead::Value(value)) = (source, value) else { continue };
            let Some(exact) = case.network.figure(*source).and_then(Figure::exact) else { continue };
            let far = (value.clone() - exact).magnitude();
            if worst.as_ref().is_none_or(|(_, _, known)| far > *known) {
                worst = Some((*source, value.clone(), far));
            }
        }
        if let Some((source, value, _)) = worst {
            let diagnosis =
                Diagnosis::new(Cause::FollowsWrong).text("table", table).text("figure", case.network.key(source));
            found.push(diagnosis.exact("value", &value));
            return;
        }
    }
}

/// The entries of the same column, the nearest first.
fn neighbours<'a>(case: &Case<'a>) -> Vec<&'a Entry<'a>> {
    let column: Vec<&Entry<'_>> = case.network.entries.iter().filter(|entry| entry.shares_column(case.entry)).collect();
    let Some(here) = column.iter().position(|entry| core::ptr::eq(*entry, case.entry)) else { return Vec::new() };
    let mut near: Vec<(usize, &Entry<'_>)> = column
        .iter()
        .enumerate()
        .map(|(place, entry)| (place.abs_diff(here), *entry))
        .filter(|(far, _)| *far > 0)
        .collect();
    near.sort_by_key(|(far, _)| *far);
    near.into_iter().map(|(_, entry)| entry).collect()
}

fn copy(case: &Case<'_>, cause: Cause, from: &Entry<'_>) -> Diagnosis {
    let key = from.figure.map_or("", |place| case.network.key(place));
    Diagnosis::new(cause).text("figure", key)
}
