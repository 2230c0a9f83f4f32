//! Averages of achievements: of what, over how many of how many, and what was left out.

use alloc::sync::Arc;

use super::achievement::{limited, report};
use super::{Achievement, Percent, Realization, classify};
use crate::error::{Code, Detail, Error, Errors};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::{Band, Figure, LimitIn, Method, Missing, RuleSet, Values};
use crate::text::{join, size};

/// One item of an average.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is called, if it has a name.
    pub label: Option<String>,
    /// Its weight (bobot); a weighted mean needs one for every item.
    pub weight: Option<Number>,
    /// Its value.
    pub value: ItemValue,
    /// The key of the figure of a report whose value it is, where it is one.
    pub figure: Option<String>,
}

/// The value of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemValue {
    /// An achievement that was computed, or its reason.
    Measured(Arc<Achievement>),
    /// A percentage as it stands in a report.
    Given(Number),
    /// The average of a group below.
    Group(Arc<Average>),
}

impl Item {
    /// The percentage of the item, or why it has none.
    #[must_use]
    pub fn outcome(&self) -> Outcome<Percent> {
        match &self.value {
            ItemValue::Measured(achievement) => achievement.outcome.clone(),
            ItemValue::Given(percent) => {
                Outcome::Computed(Percent { reported: *percent, exact: Ratio::from(*percent) })
            }
            ItemValue::Group(average) => average.outcome.clone(),
        }
    }

    /// Whether it rests on a value that was carried forward from an earlier year.
    fn is_carried_forward(&self) -> bool {
        match &self.value {
            ItemValue::Measured(achievement) => {
                matches!(achievement.measurement.realization, Realization::CarriedForward { .. })
            }
            ItemValue::Given(_) => false,
            ItemValue::Group(average) => !average.coverage.carried_forward.is_empty(),
        }
    }

    /// Adds the footnote marks that its value carries, each once.
    fn add_footnotes<'a>(&'a self, marks: &mut Vec<&'a str>) {
        match &self.value {
            ItemValue::Measured(achievement) => {
                for mark in &achievement.measurement.footnotes {
                    if !marks.contains(&mark.as_str()) {
                        marks.push(mark);
                    }
                }
            }
            ItemValue::Given(_) => {}
            ItemValue::Group(average) => average.add_footnotes(marks),
        }
    }
}

/// An average, with its coverage.
#[doc(alias = "rata-rata")]
#[derive(Clone, Debug, PartialEq)]
pub struct Average {
    /// Mean or weighted mean.
    pub(crate) method: Method,
    pub(crate) items: Vec<Item>,
    pub(crate) rules: RuleSet,
    pub(crate) terms: Vec<Term>,
    pub(crate) outcome: Outcome<Percent>,
    pub(crate) category: Outcome<Band>,
    pub(crate) coverage: Coverage,
}

/// How much of what was asked for an average covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many items count.
    pub used: usize,
    /// How many there are.
    pub total: usize,
    /// The items that do not count, and why.
    pub left_out: Vec<LeftOut>,
    /// The places of the items that count as zero because the rules say so.
    pub as_zero: Vec<usize>,
    /// The places of the counted items that rest on a value carried forward from an earlier year.
    pub carried_forward: Vec<usize>,
}

/// An item that an average leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its place in the list.
    pub index: usize,
    /// Why it has no value.
    pub reason: Reason,
}

impl Average {
    /// The percentage, or why there is none.
    #[must_use]
    pub fn outcome(&self) -> &Outcome<Percent> {
        &self.outcome
    }

    /// The reported percentage, if there is one.
    #[must_use]
    pub fn percent(&self) -> Option<Number> {
        self.outcome.value().map(|percent| percent.reported)
    }

    /// The category, or why there is none.
    #[must_use]
    pub fn category(&self) -> &Outcome<Band> {
        &self.category
    }

    /// n of N, and what was left out.
    #[must_use]
    pub fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// The items.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The rules that it was made by.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The footnote marks of every item that counts.
    #[must_use]
    pub fn footnotes(&self) -> Vec<&str> {
        let mut marks = Vec::new();
        self.add_footnotes(&mut marks);
        marks
    }

    fn add_footnotes<'a>(&'a self, marks: &mut Vec<&'a str>) {
        for (index, item) in self.items.iter().enumerate() {
            if !self.is_left_out(index) {
                item.add_footnotes(marks);
            }
        }
    }

    /// Whether the item at a place does not count.
    pub(crate) fn is_left_out(&self, index: usize) -> bool {
        self.coverage.left_out.iter().any(|left| left.index == index)
    }
}

/// The average of items under a rule set.
///
/// # Errors
///
/// [`Code::WeightMissing`] and [`Code::NegativeWeight`], for every item that has them.
pub fn average(items: Vec<Item>, rules: &RuleSet) -> Result<Average, Errors> {
    average_by(items, rules.average.method, rules)
}

/// The average of items under a rule set by a method of its own: the rules may score offices by another than indicators.
pub(crate) fn average_by(items: Vec<Item>, method: Method, rules: &RuleSet) -> Result<Average, Errors> {
    check_weights(&items, method)?;
    let mut coverage = Coverage { total: items.len(), ..Coverage::default() };
    let (terms, outcome) = match terms(&items, method, rules, &mut coverage) {
        Ok(terms) => {
            let mean = mean(&terms, rules);
            (terms, mean)
        }
        Err(reason) => (Vec::new(), reason.end()),
    };
    let category = match &outcome {
        Outcome::Computed(percent) => classify(percent, rules),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.clone().end(),
    };
    Ok(Average { method, items, rules: rules.clone(), terms, outcome, category, coverage })
}

fn check_weights(items: &[Item], method: Method) -> Result<(), Errors> {
    let mut problems = Problems::default();
    for (index, item) in items.iter().enumerate() {
        let checked = check_weight(item.weight, method);
        problems.note(checked.map_err(|error| error.within("weight").at(index).within("items")));
    }
    problems.done()
}

/// A weight is not negative, and a weighted average has one for every item.
pub(crate) fn check_weight(weight: Option<Number>, method: Method) -> Result<(), Error> {
    match weight {
        Some(weight) if weight.is_negative() => Err(Error::new(Code::NegativeWeight).number("value", weight)),
        None if method == Method::Weighted => Err(Error::new(Code::WeightMissing)),
        _ => Ok(()),
    }
}

/// What an item adds to the average.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    /// The item's place in the list.
    pub(crate) index: usize,
    weight: Ratio,
    /// Its value as it counts: exact or reported, held between cap and floor, zero where the rules say so.
    pub(crate) value: Ratio,
}

/// The values that count, each with its weight.
fn terms(items: &[Item], method: Method, rules: &RuleSet, coverage: &mut Coverage) -> Result<Vec<Term>, Reason> {
    let mut terms = Vec::with_capacity(items.len());
    let mut refused = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let value = match item.outcome() {
            Outcome::Computed(percent) => {
                if item.is_carried_forward() {
                    coverage.carried_forward.push(index);
                }
                match rules.average.of {
                    Values::Exact => percent.exact,
                    Values::Reported => Ratio::from(percent.reported),
                }
            }
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => match missing(reason.code(), rules) {
                Missing::LeaveOut => {
                    coverage.left_out.push(LeftOut { index, reason });
                    continue;
                }
                Missing::Refuse => {
                    refused.push(item.label.clone().unwrap_or_else(|| size(index + 1)));
                    continue;
                }
                Missing::Zero => {
                    coverage.as_zero.push(index);
                    Ratio::zero()
                }
            },
        };
        let value = limited(value, rules, LimitIn::Average, &mut |_, limit| limit);
        let weight = match method {
            Method::Mean => Ratio::from(1),
            Method::Weighted => Ratio::from(item.weight.unwrap_or_default()),
        };
        terms.push(Term { index, weight, value });
    }
    coverage.used = terms.len();
    if refused.is_empty() {
        Ok(terms)
    } else {
        Err(Reason::new(ReasonCode::IncompleteAverage).with("items", Detail::Text(join(&refused, ", "))))
    }
}

/// What the rules do with an item that has no value for a reason. What they do not name is refused.
pub(crate) fn missing(reason: ReasonCode, rules: &RuleSet) -> Missing {
    match reason {
        ReasonCode::NotMeasured => rules.average.not_measured,
        ReasonCode::NotCarriedOut => rules.average.not_carried_out,
        ReasonCode::NoTarget => rules.average.no_target,
        ReasonCode::ZeroTarget => rules.average.zero_target,
        _ => Missing::Refuse,
    }
}

/// Weights are multiplied in, never normalised first; one division, last.
fn mean(terms: &[Term], rules: &RuleSet) -> Outcome<Percent> {
    if terms.is_empty() {
        return Reason::new(ReasonCode::NothingToAverage).end();
    }
    let weights = Ratio::sum(each(terms, &mut |term| term.weight.clone()));
    let total = Ratio::sum(each(terms, &mut |term| term.weight.times(&term.value)));
    match total / weights {
        Some(exact) => report(exact, rules, Figure::Average),
        None => Reason::new(ReasonCode::ZeroWeights).end(),
    }
}

impl From<Achievement> for Item {
    fn from(achievement: Achievement) -> Self {
        Self { label: None, weight: None, value: ItemValue::Measured(Arc::new(achievement)), figure: None }
    }
}

impl From<Average> for Item {
    fn from(average: Average) -> Self {
        Self { label: None, weight: None, value: ItemValue::Group(Arc::new(average)), figure: None }
    }
}

impl From<Number> for Item {
    fn from(percent: Number) -> Self {
        Self { label: None, weight: None, value: ItemValue::Given(percent), figure: None }
    }
}
