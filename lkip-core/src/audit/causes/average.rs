//! Means of other rows, or of other things.

use super::Case;
use crate::audit::{Cause, Diagnosis};
use crate::evaluate::Made;
use crate::measure::{Average, Composite, Instead, Item, ItemValue, Operand, Target, Unit, Value, average};
use crate::number::Ratio;
use crate::prelude::*;
use crate::text::{join, size};

pub(super) fn of(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    if let Made::Average(average) = case.figure.made() {
        rows(case, average, found);
        ratio_of_sums(case, average, found);
        all_indicators(case, average, found);
    }
}

/// What every item counts: as printed where it is printed otherwise, exactly, or as reported.
fn bases(case: &Case<'_>, average: &Average) -> Vec<Vec<Instead>> {
    let same = vec![Instead::Same; average.items().len()];
    let mut bases = vec![same];
    bases.extend(case.network.otherwise(case.place, case.entry).into_iter().map(|(_, instead)| instead));
    bases
}

/// Rows that were left out, or counted as zero.
fn rows(case: &Case<'_>, average: &Average, found: &mut Vec<Diagnosis>) {
    let zero = |item: &Item| item.outcome().value().is_some_and(|percent| percent.exact.is_zero());
    let zeros: Vec<usize> =
        (0..average.items().len()).filter(|place| average.items().get(*place).is_some_and(zero)).collect();
    let without_value: Vec<usize> = each(&average.coverage().left_out, &mut |left| left.index);
    for base in bases(case, average) {
        let mut attempt = |cause: Cause, places: &[usize], instead: &Instead| {
            let mut changed = base.clone();
            for place in places {
                if let Some(row) = changed.get_mut(*place) {
                    *row = instead.clone();
                }
            }
            if case.makes_somehow(case.network.again(case.figure, &changed, case.rules).as_ref()) {
                found.push(Diagnosis::new(cause).text("rows", &names(average, places)));
            }
        };
        if !zeros.is_empty() {
            attempt(Cause::RowsLeftOut, &zeros, &Instead::Nothing);
        }
        if !without_value.is_empty() {
            attempt(Cause::RowsCountedAsZero, &without_value, &Instead::Value(Ratio::zero()));
        }
        // One row alone; more than one would fit too much.
        if average.items().len() > 2 {
            for place in 0..average.items().len() {
                if !without_value.contains(&place) {
                    attempt(Cause::RowsLeftOut, &[place], &Instead::Nothing);
                }
            }
        }
    }
}

/// What rows are called.
fn names(average: &Average, places: &[usize]) -> String {
    let name = |place: &usize| {
        let item = average.items().get(*place);
        item.and_then(|item| item.label.clone()).unwrap_or_else(|| size(place + 1))
    };
    join(&each(places, &mut |place| name(place)), ", ")
}

/// Σ realization ÷ Σ target.
fn ratio_of_sums(case: &Case<'_>, average: &Average, found: &mut Vec<Diagnosis>) {
    let (mut realized, mut promised) = (Vec::new(), Vec::new());
    for item in average.items() {
        let ItemValue::Measured(achievement) = &item.value else { return };
        let measurement = achievement.measurement();
        if let (Some(value), Target::Value(target)) = (measurement.realization.exact(), measurement.target) {
            realized.push(Operand::new("", &value));
            promised.push(Operand::new("", target));
        }
    }
    if realized.len() < 2 {
        return;
    }
    let ratio = Composite::Ratio { part: realized, whole: promised }.calculate(Unit::Percent, case.rules);
    let exact = ratio.ok().and_then(|ratio| ratio.value().map(Value::ratio));
    if case.makes_somehow(exact.as_ref()) {
        found.push(Diagnosis::new(Cause::RatioOfSums));
    }
}

/// The mean of all indicators for that of the means above them.
fn all_indicators(case: &Case<'_>, of: &Average, found: &mut Vec<Diagnosis>) {
    let mut items = Vec::new();
    flatten(of, &mut items);
    if items.len() == of.items().len() {
        return;
    }
    let Ok(flat) = average(items, case.rules) else { return };
    if case.makes_somehow(flat.outcome().value().map(|percent| &percent.exact)) {
        found.push(Diagnosis::new(Cause::AveragedOtherwise));
    }
}

fn flatten(of: &Average, items: &mut Vec<Item>) {
    for item in of.items() {
        match &item.value {
            ItemValue::Group(group) => flatten(group, items),
            _ => items.push(item.clone()),
        }
    }
}
