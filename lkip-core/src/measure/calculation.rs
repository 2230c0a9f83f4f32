//! [`Calculation`]: a formula with its operands, what it gave, and the steps on the way.

use super::achievement::Step;
use super::{CountBounds, EfficiencyParts, Exact, Operand, OperandValue, Unit, Value};
use crate::number::{Number, Ratio, Rounding};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Band, Formula, RuleSet};

/// A value that a formula gives (perhitungan): computed realizations, amounts and absorption of a budget, changes,
/// efficiency.
///
/// It keeps its operands, so that everything that it rests on can be explained.
#[doc(alias = "perhitungan")]
#[derive(Clone, Debug, PartialEq)]
pub struct Calculation {
    pub(crate) formula: Formula,
    pub(crate) operands: Vec<Operand>,
    pub(crate) rules: RuleSet,
    pub(crate) shape: Shape,
    /// What came before the value, such as a rounded weight.
    pub(crate) steps: Vec<Step>,
    /// The rounding that made the reported value; nothing where the exact one is reported.
    pub(crate) rounding: Option<Rounding>,
    pub(crate) outcome: Outcome<Value>,
    pub(crate) category: Option<Box<Outcome<Band>>>,
}

/// What a formula has besides its operands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Nothing.
    Plain,
    /// The first operands are above the line, the others below.
    Parts(usize),
    /// How many values lie inside bounds.
    Counted { inside: usize, bounds: Box<CountBounds> },
    /// The weight of an element, its exact value being 1/n, and the highest score.
    Skm(Box<(Ratio, Number)>),
    /// What makes the difference of achievement and absorption.
    Efficiency(Box<EfficiencyParts>),
}

/// A value before it is reported: what it is and how it is rounded.
pub(super) struct Found {
    pub(super) exact: Exact,
    pub(super) unit: Unit,
    /// Nothing where the exact value is reported.
    pub(super) rounding: Option<Rounding>,
}

impl Calculation {
    /// Reports what a formula found, or why it found nothing.
    pub(super) fn new(
        formula: Formula,
        mut operands: Vec<Operand>,
        shape: Shape,
        rules: &RuleSet,
        found: Result<Found, Reason>,
    ) -> Self {
        operands.shrink_to_fit();
        let (rounding, outcome) = match found {
            Ok(found) => report(found, &operands, rules),
            Err(reason) => (None, reason.end()),
        };
        Self { formula, operands, rules: rules.clone(), shape, steps: Vec::new(), rounding, outcome, category: None }
    }

    /// The value, or why there is none.
    #[must_use]
    pub fn outcome(&self) -> &Outcome<Value> {
        &self.outcome
    }

    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.outcome.value()
    }

    /// What entered the formula, in its order; of a quotient the parts come first.
    #[must_use]
    pub fn operands(&self) -> &[Operand] {
        &self.operands
    }

    /// How many of the operands have a value: n of N.
    #[must_use]
    pub fn counted(&self) -> usize {
        self.operands.iter().filter(|operand| operand.is_present()).count()
    }

    /// The formula.
    #[must_use]
    pub fn formula(&self) -> Formula {
        self.formula
    }

    /// The rules that it was made by.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The rounding that made the reported value; nothing where the exact one is reported.
    #[must_use]
    pub fn rounding(&self) -> Option<Rounding> {
        self.rounding
    }

    /// The band of an efficiency, or why it has none; nothing where the rules name no bands.
    #[must_use]
    pub fn category(&self) -> Option<&Outcome<Band>> {
        self.category.as_deref()
    }

    /// What makes an efficiency that is achievement less absorption, where most of it is money that was not spent.
    #[must_use]
    pub fn mostly_unspent(&self) -> Option<&EfficiencyParts> {
        match &self.shape {
            Shape::Efficiency(parts) if parts.is_mostly_unspent() => Some(parts),
            _ => None,
        }
    }

    /// Whether a value that counts is of an earlier year, at any depth.
    #[must_use]
    pub fn is_carried_forward(&self) -> bool {
        self.having_value().any(Operand::is_carried_forward)
    }

    /// The footnote marks of every operand that counts, at any depth.
    #[must_use]
    pub fn footnotes(&self) -> Vec<String> {
        let mut marks = Vec::new();
        for operand in self.having_value() {
            let below = match &operand.value {
                OperandValue::Of(calculation) => calculation.footnotes(),
                _ => Vec::new(),
            };
            for mark in operand.remarks().footnotes.iter().cloned().chain(below) {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
        }
        marks
    }

    fn having_value(&self) -> impl Iterator<Item = &Operand> {
        self.operands.iter().filter(|operand| operand.is_present())
    }
}

fn report(found: Found, operands: &[Operand], rules: &RuleSet) -> (Option<Rounding>, Outcome<Value>) {
    let Found { exact, unit, rounding } = found;
    let round = |rounding: Rounding| match &exact {
        Exact::Ratio(ratio) => ratio.round(rounding),
        Exact::Root { radicand, degree } => radicand.root(*degree, rounding),
    };
    let decimal = match (&exact, rounding) {
        (Exact::Ratio(ratio), None) => ratio.to_number(places(ratio, unit, operands)),
        _ => None,
    };
    // What is no decimal cannot be reported as it is.
    let rounding = if decimal.is_some() { None } else { Some(rounding.unwrap_or(rules.rounding)) };
    match decimal.or_else(|| rounding.and_then(round)) {
        Some(reported) => (rounding, Outcome::Computed(Value { reported, exact, unit })),
        None => (rounding, Reason::new(ReasonCode::TooLarge).end()),
    }
}

/// The places that a sum is written with: those of its terms, and sen in full.
fn places(exact: &Ratio, unit: Unit, operands: &[Operand]) -> u32 {
    if unit == Unit::Rupiah {
        return if exact.is_whole() { 0 } else { 2 };
    }
    operands.iter().filter_map(Operand::places).max().unwrap_or(0)
}
