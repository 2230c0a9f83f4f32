//! Which rules the printed figures show: the conventions that they follow, with the figures that decide it.

use super::network::{Entry, Network, at};
use super::{Audited, Cause};
use crate::evaluate::{Figure, FigureKind, Made};
use crate::measure::Measurement;
use crate::number::{Mode, Number, Ratio};
use crate::plain::choices;
use crate::prelude::*;
use crate::report::Shows;
use crate::rules::{self, Lower, Polarity, RuleSet, Values};

choices! {
    /// What a convention is about.
    pub enum Question {
        /// How percentages of performance are rounded: `half_up`, `half_even`, `truncate`.
        Rounding = "rounding",
        /// How percentages of the budget are rounded.
        BudgetRounding = "budget_rounding",
        /// Whether averages are of `exact` or of `reported` values.
        AverageOf = "average_of",
        /// Whether rows without a value are left out of averages (`leave_out`) or count as zero (`zero`).
        Rows = "rows",
        /// The formula where less is better.
        Lower = "lower",
        /// The scale of the categories: its id.
        Scale = "scale",
    }
}

/// One answer to a question, with the figures that decide it and those that speak against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    pub(super) question: Question,
    pub(super) choice: String,
    pub(super) decided_by: Vec<String>,
    pub(super) opposed_by: Vec<String>,
    pub(super) alternatives: Vec<String>,
}

impl Convention {
    /// What it is about.
    #[must_use]
    pub fn question(&self) -> Question {
        self.question
    }

    /// The choice, as a rule set names it.
    #[must_use]
    pub fn choice(&self) -> &str {
        &self.choice
    }

    /// The keys of the figures that only this choice makes.
    #[must_use]
    pub fn decided_by(&self) -> &[String] {
        &self.decided_by
    }

    /// The keys of the figures that only another choice makes.
    #[must_use]
    pub fn opposed_by(&self) -> &[String] {
        &self.opposed_by
    }

    /// Other choices that make as many figures. Half-up and half-even seldom differ, and scales share their labels.
    #[must_use]
    pub fn alternatives(&self) -> &[String] {
        &self.alternatives
    }
}

/// Which of several choices make a printed figure.
struct Trial {
    key: String,
    made_by: Vec<bool>,
}

/// The choice that most figures need. Nothing where no figure tells the choices apart.
fn decide(question: Question, choices: &[&str], trials: &[Trial]) -> Option<Convention> {
    let telling: Vec<&Trial> =
        trials.iter().filter(|trial| trial.made_by.contains(&true) && trial.made_by.contains(&false)).collect();
    let votes = each(choices, &mut |_| 0_usize);
    let mut votes: Vec<(usize, usize)> = votes.into_iter().enumerate().map(|(place, count)| (count, place)).collect();
    for trial in &telling {
        for ((count, _), made) in votes.iter_mut().zip(&trial.made_by) {
            *count += usize::from(*made);
        }
    }
    // Of choices that explain the same, the first.
    let best = votes.iter().fold(None, |best: Option<(usize, usize)>, vote| match best {
        Some(best) if best.0 >= vote.0 => Some(best),
        _ if vote.0 > 0 => Some(*vote),
        best => best,
    })?;
    let by = |wanted: bool| {
        let mut keys: Vec<String> = Vec::new();
        for trial in &telling {
            if trial.made_by.get(best.1) == Some(&wanted) && !keys.contains(&trial.key) {
                keys.push(trial.key.clone());
            }
        }
        keys
    };
    let named = |place: usize| choices.get(place).copied().unwrap_or_default().to_owned();
    let as_many = |(count, place): &(usize, usize)| (*count == best.0 && *place != best.1).then(|| named(*place));
    let alternatives = some_of(&votes, &mut |vote| as_many(vote));
    Some(Convention { question, choice: named(best.1), decided_by: by(true), opposed_by: by(false), alternatives })
}

/// The conventions of a report, from its printed figures alone.
pub(super) fn infer(network: &Network<'_>) -> Vec<Convention> {
    let mut found = Vec::new();
    append(&mut found, rounding(network, Question::Rounding, false));
    append(&mut found, rounding(network, Question::BudgetRounding, true));
    append(&mut found, average_of(network));
    append(&mut found, rows(network));
    append(&mut found, lower(network));
    append(&mut found, scale(network));
    found
}

/// Every printed number of a computed figure.
fn computed<'a>(network: &'a Network<'a>) -> impl Iterator<Item = (&'a Entry<'a>, &'a Figure, usize, Number)> {
    network.entries.iter().filter_map(|entry| {
        let place = entry.figure?;
        let figure = network.figure(place).filter(|_| !network.is_doubtful(place))?;
        let is_computed = !matches!(figure.made(), Made::Given { .. } | Made::Missing(_));
        is_computed.then_some((entry, figure, place, entry.number()?))
    })
}

/// Whether a figure is one of the budget.
pub(super) const fn is_of_budget(kind: FigureKind) -> bool {
    matches!(kind, FigureKind::Absorption | FigureKind::Remainder | FigureKind::Allocation | FigureKind::Spending)
}

const MODES: [Mode; 3] = [Mode::HalfUp, Mode::Truncate, Mode::HalfEven];

fn rounding(network: &Network<'_>, question: Question, budget: bool) -> Option<Convention> {
    let mut trials = Vec::new();
    for (entry, figure, place, number) in
        computed(network).filter(|(_, figure, ..)| is_of_budget(figure.kind()) == budget)
    {
        let Some(exact) = figure.exact() else { continue };
        let makes = |exact: &Ratio| each(&MODES, &mut |mode| at(exact, *mode, number.places()) == Some(number));
        let mut made_by = makes(&exact);
        if !made_by.contains(&true)
            && let Some((_, instead)) = network.otherwise(place, entry).first()
            && let Some(printed) = network.again(figure, instead, network.rules(figure))
        {
            made_by = makes(&printed);
        }
        trials.push(Trial { key: figure.key().to_owned(), made_by });
    }
    decide(question, &each(&MODES, &mut |mode| mode.as_str()), &trials)
}

/// An average under rules with a change.
fn averages(
    network: &Network<'_>,
    question: Question,
    choices: &[&str],
    change: &dyn Fn(usize, &mut rules::RuleSetSpec),
) -> Option<Convention> {
    let mut trials = Vec::new();
    for (_, figure, _, number) in computed(network) {
        let Made::Average(average) = figure.made() else { continue };
        let made_by = each(&(0..choices.len()).collect::<Vec<_>>(), &mut |choice| {
            let mut spec = average.rules().to_spec();
            change(*choice, &mut spec);
            let exact = RuleSet::new(spec).ok().and_then(|rules| network.again(figure, &[], &rules));
            let mode = network.rules(figure).rounding_of(rules::Figure::Average).mode();
            exact.is_some_and(|exact| at(&exact, mode, number.places()) == Some(number))
        });
        trials.push(Trial { key: figure.key().to_owned(), made_by });
    }
    decide(question, choices, &trials)
}

fn average_of(network: &Network<'_>) -> Option<Convention> {
    let values = [Values::Exact, Values::Reported];
    averages(network, Question::AverageOf, &each(&values, &mut |of| of.as_str()), &|choice, spec| {
        spec.average.of = values.get(choice).copied().unwrap_or_default();
    })
}

fn rows(network: &Network<'_>) -> Option<Convention> {
    let choices = [rules::Missing::LeaveOut, rules::Missing::Zero];
    averages(network, Question::Rows, &each(&choices, &mut |missing| missing.as_str()), &|choice, spec| {
        let missing = choices.get(choice).copied().unwrap_or_default();
        spec.average.not_measured = missing;
        spec.average.not_carried_out = missing;
        spec.average.zero_target = missing;
        spec.average.no_target = missing;
    })
}

fn lower(network: &Network<'_>) -> Option<Convention> {
    let formulas = [Lower::TwiceTargetMinusRealization, Lower::TargetOverRealization];
    let mut trials = Vec::new();
    for (_, figure, _, number) in computed(network) {
        let Made::Achievement(achievement) = figure.made() else { continue };
        if achievement.measurement().polarity != Polarity::Lower {
            continue;
        }
        let made_by = each(&formulas, &mut |lower| {
            let mut spec = achievement.rules().to_spec();
            spec.lower = *lower;
            let Ok(rules) = RuleSet::new(spec) else { return false };
            let again: Measurement = achievement.measurement().clone();
            let exact = again.achievement(&rules).exact().cloned();
            exact.is_some_and(|exact| MODES.iter().any(|mode| at(&exact, *mode, number.places()) == Some(number)))
        });
        trials.push(Trial { key: figure.key().to_owned(), made_by });
    }
    decide(Question::Lower, &each(&formulas, &mut |lower| lower.as_str()), &trials)
}

/// The scale of the catalogue that gives every printed category. Categories that name a scale of their own do not count.
fn scale(network: &Network<'_>) -> Option<Convention> {
    let mut shown = Vec::new();
    for entry in &network.entries {
        let is_category = entry.printed.shows == Shows::Category && entry.printed.scale.is_none();
        let is_known = |place: &usize| is_category && !network.is_doubtful(*place);
        let Some(figure) = entry.figure.filter(is_known).and_then(|place| network.figure(place)) else { continue };
        append(&mut shown, figure.value().map(|value| (figure.key(), entry.printed.text.as_str(), Ratio::from(value))));
    }
    // Of scales that give the same, the declared one is meant, and rather a regulation's than an application's.
    let declared = network.evaluation.rules().scale.as_ref();
    let mut scales: Vec<rules::Scale> = rules::scale_ids().filter_map(|id| rules::scale(id).ok()).collect();
    scales.sort_by_key(|scale| (declared.is_none_or(|declared| declared.id != scale.id), scale.id.starts_with("app-")));
    let ids = each(&scales, &mut |scale| scale.id.as_str());
    let mut trials = Vec::new();
    for (key, text, value) in shown {
        let made_by = each(&scales, &mut |scale| {
            scale.find(&value).value().is_some_and(|band| super::verdict::is_label(text, band))
        });
        trials.push(Trial { key: key.to_owned(), made_by });
    }
    decide(Question::Scale, &ids, &trials)
}

/// Says of every diagnosis of a convention which other figures need the same one, and which need the declared one.
pub(super) fn support(network: &Network<'_>, entries: &mut [Audited]) {
    // Every claim with the figures that make it, each once.
    let mut claims: Vec<(Cause, String, Vec<&str>)> = Vec::new();
    for (audited, entry) in entries.iter().zip(&network.entries) {
        for diagnosis in &audited.diagnoses {
            let Some(method) = method(diagnosis.cause, diagnosis) else { continue };
            let key = entry.printed.figure.as_str();
            match claims.iter_mut().find(|(cause, known, _)| *cause == diagnosis.cause && *known == method) {
                Some((_, _, keys)) if keys.contains(&key) => {}
                Some((_, _, keys)) => keys.push(key),
                None => claims.push((diagnosis.cause, method, vec![key])),
            }
        }
    }
    for (audited, entry) in entries.iter_mut().zip(&network.entries) {
        for diagnosis in &mut audited.diagnoses {
            let Some(method) = method(diagnosis.cause, diagnosis) else { continue };
            let same = claims.iter().find(|(cause, known, _)| *cause == diagnosis.cause && *known == method);
            let others = same.map_or(&[][..], |(_, _, keys)| keys.as_slice());
            let own = entry.printed.figure.as_str();
            diagnosis.supported_by = some_of(others, &mut |key| (*key != own).then(|| (*key).to_owned()));
        }
    }
}

/// What makes two claims of a convention the same claim.
fn method(cause: Cause, diagnosis: &super::Diagnosis) -> Option<String> {
    let detail = |name: &str| match diagnosis.details.get(name) {
        Some(crate::error::Detail::Word(tag, _)) => Some((*tag).to_owned()),
        Some(crate::error::Detail::Number(number)) => Some(number.0.clone()),
        _ => None,
    };
    match cause {
        Cause::RoundedOtherwise => detail("method"),
        Cause::OtherFormula => detail("formula"),
        Cause::Capped | Cause::NotCapped => detail("cap"),
        Cause::MadeOfPrinted
        | Cause::MadeOfExact
        | Cause::NothingAsZero
        | Cause::InvertedFormula
        | Cause::PointsForRelative
        | Cause::RelativeForPoints
        | Cause::RatioOfSums
        | Cause::AveragedOtherwise
        | Cause::RowsCountedAsZero
        | Cause::RepeatsTarget
        | Cause::RepeatsAbsorption => Some(String::new()),
        _ => None,
    }
}
