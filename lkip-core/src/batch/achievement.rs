//! Achievements of a whole column, each as a single measurement gives it.

use super::bands::{self, MOST_CUTS, code_of};
use super::column::{Column, Digits, InRow, Polarities, States, same_length};
use super::kernel::{self, Rows};
use super::plan::{Plan, RowOutcome};
use crate::error::Errors;
use crate::measure::{Measurement, Realization, Target, classified_value};
use crate::number::Number;
use crate::outcome::{Outcome, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::{Category, Figure, Polarity, RuleSet};

/// How many rows are computed before those that go another way are looked at: what they read and write stays near.
const CHUNK: usize = 512;

/// The achievements of a column (capaian), row by row.
#[doc(alias = "capaian")]
#[derive(Clone, Debug)]
pub struct Achievements {
    rules: RuleSet,
    percents: Vec<i64>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
    /// Percentages that 64 bits do not hold, by their rows.
    large: Vec<(usize, Number)>,
}

impl Achievements {
    /// The reported percentages in units of their last place: `8707` with two places is 87.07. Zero where there is none.
    #[must_use]
    pub fn percents(&self) -> &[i64] {
        &self.percents
    }

    /// The decimal places of the percentages.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.rules.rounding_of(Figure::Achievement).places()
    }

    /// The reported percentage of a row; nothing where there is none.
    #[must_use]
    pub fn percent(&self, row: usize) -> Option<Number> {
        if self.outcomes.get(row).copied()? != RowOutcome::COMPUTED.code() {
            return None;
        }
        if let Ok(place) = self.large.binary_search_by_key(&row, |(row, _)| *row) {
            return self.large.get(place).map(|(_, percent)| *percent);
        }
        Number::from_parts(i128::from(*self.percents.get(row)?), self.places())
    }

    /// Percentages that 64 bits do not hold, by their rows, in their order.
    #[must_use]
    pub fn large(&self) -> &[(usize, Number)] {
        &self.large
    }

    /// How the measurement of a row ended. Of a row that is not there as if nothing was measured.
    #[must_use]
    pub fn outcome(&self, row: usize) -> RowOutcome {
        let missing = || RowOutcome::of(ReasonCode::NotMeasured);
        self.outcomes.get(row).map_or_else(missing, |code| RowOutcome::from_code(*code))
    }

    /// How the measurement of every row ended, as codes: see [`RowOutcome::code`].
    #[must_use]
    pub fn outcomes(&self) -> &[u8] {
        &self.outcomes
    }

    /// The category of a row; nothing where it has none.
    #[must_use]
    pub fn category(&self, row: usize) -> Option<&Category> {
        if self.outcomes.get(row).copied()? != RowOutcome::COMPUTED.code() {
            return None;
        }
        let rank = usize::from(*self.categories.get(row)?);
        self.rules.scale.as_ref()?.categories.get(rank.checked_sub(1)?)
    }

    /// The rank of the category of every row, the highest being 1; 65,533 where the value falls between two, 65,534 where it
    /// is outside the scale, 65,535 where there is no scale, 0 where there is no percentage.
    #[must_use]
    pub fn categories(&self) -> &[u16] {
        &self.categories
    }

    /// The rules.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }
}

/// The achievement of every row, as [`Measurement::achievement`] gives it.
///
/// # Errors
///
/// [`UnequalLengths`](crate::Code::UnequalLengths), [`TooManyDecimals`](crate::Code::TooManyDecimals).
pub fn achievements(
    target: &Column<'_>,
    realization: &Column<'_>,
    polarities: Polarities<'_>,
    rules: &RuleSet,
) -> Result<Achievements, Errors> {
    achievements_in_states(target, realization, polarities, States::NotMeasured, rules)
}

/// The achievement of every row, some of which were not carried out.
///
/// # Errors
///
/// As [`achievements`].
pub fn achievements_in_states(
    target: &Column<'_>,
    realization: &Column<'_>,
    polarities: Polarities<'_>,
    states: States<'_>,
    rules: &RuleSet,
) -> Result<Achievements, Errors> {
    let length = target.len();
    let mut problems = Problems::default();
    problems.note(target.check("target", length));
    problems.note(realization.check("realization", length));
    if let Polarities::Each(each) = polarities {
        problems.note(same_length("polarity", each.len(), length));
    }
    if let States::NotCarriedOut(rows) = states {
        problems.note(same_length("realization_state", rows.len(), length));
    }
    problems.done()?;
    let mut made = Achievements {
        rules: rules.clone(),
        percents: vec![0; length],
        categories: vec![0; length],
        outcomes: vec![0; length],
        large: Vec::new(),
    };
    let call = Call { target, realization, polarities, states, rules };
    let plan = Plan::new(rules, target.places(), realization.places());
    match (plan, target.digits(), realization.digits()) {
        (Some(plan), Digits::Small(targets), Digits::Small(realizations)) => {
            call.fast(&plan, targets, realizations, &mut made);
        }
        _ => (0..length).for_each(|row| call.alone(row, &mut made)),
    }
    Ok(made)
}

struct Call<'a> {
    target: &'a Column<'a>,
    realization: &'a Column<'a>,
    polarities: Polarities<'a>,
    states: States<'a>,
    rules: &'a RuleSet,
}

impl Call<'_> {
    /// Chunk by chunk; what is marked, or absent, goes the way of a single row.
    fn fast(&self, plan: &Plan, targets: &[i64], realizations: &[i64], made: &mut Achievements) {
        let mut ways = [Vec::new(), Vec::new()];
        let mut begin = 0;
        while begin < targets.len() {
            let end = targets.len().min(begin + CHUNK);
            let range = begin..end;
            begin = end;
            let polarity = self.polarity(range.clone(), &mut ways);
            let inputs = (targets.get(range.clone()), realizations.get(range.clone()));
            let outputs = (
                made.percents.get_mut(range.clone()),
                made.categories.get_mut(range.clone()),
                made.outcomes.get_mut(range.clone()),
            );
            let (Some(target), Some(realization)) = inputs else { return };
            let (Some(percent), Some(category), Some(marked)) = outputs else { return };
            let rows =
                Rows { target, realization, ways: ways.each_ref().map(Vec::as_slice), percent, category, marked };
            let any = compute(plan, polarity, rows);
            if any || self.has_absent(&range) {
                for row in range {
                    let marked = made.outcomes.get(row).is_some_and(|marked| *marked != 0);
                    if marked || self.is_absent(row) {
                        self.alone(row, made);
                    }
                }
            }
        }
    }

    /// The polarity of all rows of a chunk; nothing where they differ: then `ways` says it of each.
    fn polarity(&self, range: core::ops::Range<usize>, ways: &mut [Vec<i64>; 2]) -> Option<Polarity> {
        let each = match self.polarities {
            Polarities::All(polarity) => return Some(polarity),
            Polarities::Each(each) => each.get(range).unwrap_or_default(),
        };
        let first = each.first().copied().unwrap_or(Polarity::Higher);
        if each.iter().all(|polarity| *polarity == first) {
            return Some(first);
        }
        let mask = |holds: bool| i64::from(holds).wrapping_neg();
        for (way, wanted) in ways.iter_mut().zip([Polarity::Lower, Polarity::OnTarget]) {
            way.clear();
            way.extend(each.iter().map(|polarity| mask(*polarity == wanted)));
        }
        None
    }

    fn has_absent(&self, range: &core::ops::Range<usize>) -> bool {
        let absent = |present: Option<&[bool]>| {
            present.is_some_and(|present| present.get(range.clone()).unwrap_or_default().contains(&false))
        };
        absent(self.target.presence()) || absent(self.realization.presence())
    }

    fn is_absent(&self, row: usize) -> bool {
        let absent = |present: Option<&[bool]>| present.is_some_and(|present| present.get(row) == Some(&false));
        absent(self.target.presence()) || absent(self.realization.presence())
    }

    /// A row by itself: the reference of every other way.
    fn alone(&self, row: usize, made: &mut Achievements) {
        let (percent, category, outcome) = self.measured(row);
        let places = made.places();
        let digits = percent.map(|percent| percent.mantissa() * 10_i128.pow(places.saturating_sub(percent.places())));
        let fits = digits.map_or(Ok(0), i64::try_from);
        if let (Err(_), Some(percent)) = (&fits, percent) {
            made.large.push((row, percent));
        }
        let outputs = (made.percents.get_mut(row), made.categories.get_mut(row), made.outcomes.get_mut(row));
        if let (Some(to_percent), Some(to_category), Some(to_outcome)) = outputs {
            *to_percent = fits.unwrap_or(0);
            *to_category = category;
            *to_outcome = outcome.code();
        }
    }

    fn measured(&self, row: usize) -> (Option<Number>, u16, RowOutcome) {
        let too_large = (None, 0, RowOutcome::of(ReasonCode::TooLarge));
        let target = match self.target.number(row) {
            InRow::Number(number) => Target::Value(number),
            InRow::Absent => Target::None,
            InRow::TooLong => return too_large,
        };
        let realization = match self.realization.number(row) {
            InRow::Number(number) => Realization::Measured(number),
            InRow::Absent => self.states.of(row),
            InRow::TooLong => return too_large,
        };
        let measurement = Measurement { target, realization, polarity: self.polarities.of(row), footnotes: Vec::new() };
        let achievement = measurement.achievement(self.rules);
        let outcome = RowOutcome::from(achievement.outcome());
        match achievement.outcome() {
            Outcome::Computed(percent) => {
                let category = match &self.rules.scale {
                    Some(scale) => code_of(scale, &classified_value(percent, self.rules)),
                    None => bands::NO_SCALE,
                };
                (Some(percent.reported), category, outcome)
            }
            _ => (None, 0, outcome),
        }
    }
}

/// Rows of one polarity or of several, with as few cuts as hold those of the scale.
fn compute(plan: &Plan, polarity: Option<Polarity>, rows: Rows<'_>) -> bool {
    match polarity {
        Some(Polarity::Higher) => by_cuts::<{ kernel::HIGHER }>(plan, rows),
        Some(Polarity::Lower) if plan.inverted => by_cuts::<{ kernel::INVERTED }>(plan, rows),
        Some(Polarity::Lower) => by_cuts::<{ kernel::TWICE }>(plan, rows),
        Some(Polarity::OnTarget) => by_cuts::<{ kernel::ON_TARGET }>(plan, rows),
        None if plan.inverted => by_cuts::<{ kernel::MIXED_INVERTED }>(plan, rows),
        None => by_cuts::<{ kernel::MIXED }>(plan, rows),
    }
}

fn by_cuts<const FORMULA: u8>(plan: &Plan, rows: Rows<'_>) -> bool {
    match plan.bands.cuts.len() {
        0 => dispatched::<FORMULA, 0>(plan, rows),
        1..=4 => dispatched::<FORMULA, 4>(plan, rows),
        5..=8 => dispatched::<FORMULA, 8>(plan, rows),
        _ => dispatched::<FORMULA, { MOST_CUTS }>(plan, rows),
    }
}

/// With the widest vectors that the processor has.
#[cfg(all(feature = "simd", target_arch = "x86_64"))]
fn dispatched<const FORMULA: u8, const CUTS: usize>(plan: &Plan, rows: Rows<'_>) -> bool {
    pulp::Arch::new().dispatch(|| kernel::rows::<FORMULA, CUTS>(plan, rows))
}

#[cfg(not(all(feature = "simd", target_arch = "x86_64")))]
fn dispatched<const FORMULA: u8, const CUTS: usize>(plan: &Plan, rows: Rows<'_>) -> bool {
    kernel::rows::<FORMULA, CUTS>(plan, rows)
}
