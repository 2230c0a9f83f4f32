//! A figure made again of other values: what it would be if an operand were what somebody printed.
//!
//! Only the inputs are replaced; the formulas are those that made the figure.

use super::{
    Achievement, Average, Calculation, Composite, Item, ItemValue, Operand, OperandValue, Percent, Progress,
    Realization, Shape, Target, Unit, Value, absorption, average_by, change, difference, efficiency, remainder, total,
};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Formula, RuleSet};

/// What becomes of an input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Instead {
    /// It stays.
    #[default]
    Same,
    /// Another value takes its place.
    Value(Ratio),
    /// It is left out.
    Nothing,
}

impl Calculation {
    /// The same formula on other values, one for each operand. Nothing where the formula refuses them.
    pub(crate) fn again(&self, instead: &[Instead], rules: &RuleSet) -> Option<Self> {
        let (operands, parts) = self.replaced(instead);
        let value = |place: usize| operands.get(place).and_then(|operand| operand.ratio().ok());
        let unit = self.value().map_or(Unit::Number, |value| value.unit);
        Some(match self.formula {
            Formula::Absorption => absorption(value(1).as_ref(), value(0).as_ref(), rules),
            Formula::Remainder => remainder(value(0).as_ref(), value(1).as_ref(), rules),
            Formula::BudgetTotal => total(operands, rules),
            Formula::RelativeGrowth => change(&value(0)?, value(1).as_ref(), rules),
            Formula::PointsGrowth => difference(&value(0)?, value(1).as_ref(), unit, rules),
            Formula::AchievementMinusAbsorption
            | Formula::AbsorptionOverAchievement
            | Formula::OutputOverInput
            | Formula::Pmk214Score
            | Formula::UnspentWhenMet => {
                let percent = |place, unit| known(value(place), unit);
                let achieved =
                    percent(0, Unit::Percent).map(|value| Percent { exact: value.ratio(), reported: value.reported });
                let absorbed = percent(1, Unit::Percent);
                efficiency(&achieved, &absorbed, value(3).as_ref(), value(2).as_ref(), None, rules)
            }
            _ => self.composite(operands, parts)?.calculate(unit, rules).ok()?,
        })
    }

    /// The operands with other values, and how many of them stand above the line.
    fn replaced(&self, instead: &[Instead]) -> (Vec<Operand>, usize) {
        let above = if let Shape::Parts(parts) = self.shape { parts } else { 0 };
        let (mut operands, mut parts) = (Vec::with_capacity(self.operands.len()), above);
        // Where every operand has its place, one that is left out leaves it empty.
        let fixed = !matches!(
            self.formula,
            Formula::BudgetTotal
                | Formula::Sum
                | Formula::MeanOfValues
                | Formula::WeightedMeanOfValues
                | Formula::Count
                | Formula::Share
                | Formula::RatioOfSums
                | Formula::Quotient
        );
        for (place, operand) in self.operands.iter().enumerate() {
            let mut operand = operand.clone();
            match instead.get(place) {
                None | Some(Instead::Same) => {}
                Some(Instead::Value(value)) => operand.value = OperandValue::Exact(value.clone()),
                Some(Instead::Nothing) if fixed => {
                    operand.value = OperandValue::Missing(Reason::new(ReasonCode::NotMeasured));
                }
                Some(Instead::Nothing) => {
                    parts -= usize::from(place < above);
                    continue;
                }
            }
            operands.push(operand);
        }
        (operands, parts)
    }

    /// The composite formula of these operands.
    fn composite(&self, mut operands: Vec<Operand>, parts: usize) -> Option<Composite> {
        Some(match (self.formula, &self.shape) {
            (Formula::RatioOfSums, _) => {
                let whole = operands.split_off(parts.min(operands.len()));
                Composite::Ratio { part: operands, whole }
            }
            (Formula::Quotient, _) => {
                let whole = operands.split_off(parts.min(operands.len()));
                Composite::Quotient { part: operands, whole }
            }
            // An index of components is their sum.
            (Formula::Sum | Formula::Sakip2015 | Formula::Sakip2021 | Formula::Kelembagaan | Formula::Itkp, _) => {
                Composite::Sum(operands)
            }
            (Formula::Difference, _) => Composite::Difference(operands),
            (Formula::MeanOfValues, _) => Composite::Mean(operands),
            (Formula::WeightedMeanOfValues, _) => Composite::WeightedMean(operands),
            (Formula::GeometricMean, _) => Composite::GeometricMean(operands),
            (Formula::Count, Shape::Counted { bounds, .. }) => Composite::Count { of: operands, bounds: **bounds },
            (Formula::Share, Shape::Counted { bounds, .. }) => Composite::Share { of: operands, bounds: **bounds },
            (Formula::Skm, Shape::Skm(weight_and_highest)) => {
                let rounded = self.steps.iter().find(|step| step.formula == Formula::SkmWeight);
                let weight_places = rounded.and_then(|step| step.value.to_number(0)).map(Number::places);
                Composite::Skm { of: operands, weight_places, highest: weight_and_highest.1 }
            }
            _ => return None,
        })
    }
}

/// A value that is known, or the reason of one that is not.
fn known(value: Option<Ratio>, unit: Unit) -> Outcome<Value> {
    let Some(exact) = value else { return Reason::new(ReasonCode::NotMeasured).end() };
    match exact.to_number(0).or_else(|| exact.round(crate::number::Rounding::default())) {
        Some(reported) => Outcome::Computed(Value { reported, exact: super::Exact::Ratio(exact), unit }),
        None => Reason::new(ReasonCode::TooLarge).end(),
    }
}

/// A realization of a value.
fn realized(value: &Ratio) -> Option<Realization> {
    match value.to_number(0) {
        Some(number) => Some(Realization::Measured(number)),
        None => {
            let reported = value.round(crate::number::Rounding::default())?;
            Some(Realization::Computed { exact: value.clone(), reported })
        }
    }
}

/// Target and realization with other values, realization first. Nothing for a target that is no decimal.
fn measured(of: &super::Measurement, instead: &[Instead]) -> Option<super::Measurement> {
    let mut measurement = of.clone();
    match instead.first() {
        None | Some(Instead::Same) => {}
        Some(Instead::Value(value)) => measurement.realization = realized(value)?,
        Some(Instead::Nothing) => measurement.realization = Realization::NotMeasured,
    }
    match instead.get(1) {
        None | Some(Instead::Same) => {}
        Some(Instead::Value(value)) => measurement.target = Target::Value(value.to_number(0)?),
        Some(Instead::Nothing) => measurement.target = Target::None,
    }
    Some(measurement)
}

impl Achievement {
    /// The same of another realization and another target.
    pub(crate) fn again(&self, instead: &[Instead], rules: &RuleSet) -> Option<Self> {
        measured(&self.measurement, instead).map(|measurement| measurement.achievement(rules))
    }
}

impl Progress {
    /// The same of another realization and another target.
    pub(crate) fn again(&self, instead: &[Instead], rules: &RuleSet) -> Option<Self> {
        measured(&self.measurement, instead).map(|measurement| measurement.progress(rules, self.against))
    }
}

impl Average {
    /// The same of items with other percentages. Nothing for a percentage that is no decimal.
    pub(crate) fn again(&self, instead: &[Instead], rules: &RuleSet) -> Option<Self> {
        let mut items = Vec::with_capacity(self.items.len());
        for (place, item) in self.items.iter().enumerate() {
            items.push(match instead.get(place) {
                None | Some(Instead::Same) => item.clone(),
                Some(Instead::Value(value)) => Item { value: ItemValue::Given(value.to_number(0)?), ..item.clone() },
                Some(Instead::Nothing) => continue,
            });
        }
        average_by(items, self.method, rules).ok()
    }
}
