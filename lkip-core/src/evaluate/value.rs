//! Values: what every indicator reached, and the supporting values.

use alloc::sync::Arc;

use super::figure::{FigureKind, Made, Subject};
use super::work::{Work, amount};
use crate::error::{Error, Errors};
use crate::finding::FindingCode;
use crate::measure::{
    Calculation, Composite, CountBounds, Label, Operand, OperandValue, Realization, Unit, Value, of_quarters,
};
use crate::number::{Mode, Number, Ratio, Rounding};
use crate::outcome::{Reason, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::report::{
    Entry, FormulaKind, FormulaSpec, Indicator, Measured, OperandSpec, Quantity, unit_of_formula, unit_of_text,
};
use crate::rules::{Figure, RuleSet};
use crate::text::concat;

impl Work<'_> {
    /// Every realization and every supporting value, each after those that its formula refers to.
    pub(super) fn values(&mut self) -> Result<(), Errors> {
        let mut problems = Problems::default();
        for entry in &self.checked.order {
            match *entry {
                Entry::Indicator(place) => {
                    let result = self.reached(place);
                    problems.note(result.map_err(|errors| errors.at(place).within("indicators")));
                }
                Entry::Supporting(place) => {
                    let result = self.supporting_value(place);
                    problems.note(result.map_err(|errors| errors.at(place).within("supporting")));
                }
            }
        }
        problems.done()
    }

    /// What an indicator reached: as given, as its formula gives it, as its quarters make it, or else as the components of
    /// the cascade do.
    fn reached(&mut self, place: usize) -> Result<(), Errors> {
        let (document, checked) = (self.document, self.checked);
        let Some((indicator, measured)) = document.indicators.get(place).zip(checked.indicators.get(place)) else {
            return Ok(());
        };
        let given = self.realizations.get(place).cloned().flatten();
        let is_composed = !checked.links.components(document, place).is_empty();
        if !is_composed && indicator.formula.is_none() && (given.is_some() || measured.quarters.is_empty()) {
            return Ok(());
        }
        let rules = self.rules_of(place)?;
        let (key, subject) = (concat(&["indicators.", indicator.id.as_str()]), Subject::Indicator(place));
        let mut computed = None;
        if let Some(formula) = &indicator.formula {
            let unit = unit_of_formula(indicator.unit.as_deref(), formula.kind);
            let calculation = self.calculate(formula, unit, &rules, &key, subject);
            computed = Some(calculation.map_err(|errors| errors.within("formula"))?);
        }
        let exact = computed.as_ref().and_then(Calculation::value).map(Value::ratio);
        let mode = rules.rounding_of(Figure::Realization).mode();
        if let (Some(given), Some(exact)) = (given.as_ref().and_then(Realization::value), &exact)
            && !agrees(given, exact, mode)
        {
            let kind = indicator.formula.as_ref().map(|formula| formula.kind).unwrap_or_default();
            let unit = unit_of_formula(indicator.unit.as_deref(), kind);
            let finding = self.finding(FindingCode::RealizationDiffers, &[&key, ".realization"], subject, unit);
            let given = amount(&Ratio::from(given));
            self.findings.push(finding.with("given", given).with("computed", amount(exact)));
        }
        // A formula that gives nothing does not hide what the quarters make.
        let by_quarters = given.is_none() && exact.is_none();
        let quarters = if by_quarters { made_of_quarters(indicator, measured, &rules) } else { None };
        if let Some(calculation) = computed.as_ref().filter(|_| given.is_some() || quarters.is_some()) {
            self.calculated(&[&key, ".computed"], subject, FigureKind::Computed, calculation.clone());
        }
        let composed = is_composed.then(|| self.composed(place, unit_of_text(indicator.unit.as_deref()), &rules));
        if let Some(composed) = &composed {
            self.calculated(&[&key, ".rolled_up"], subject, FigureKind::RolledUp, composed.clone());
        }
        if let Some(ratio) = self.ratios.get_mut(place) {
            *ratio = computed.clone().map(Arc::new).or_else(|| composed.clone());
        }
        // A formula that gives nothing does not hide what the components make either.
        let by_components = computed.as_ref().is_none_or(|computed| computed.value().is_none());
        let composed = composed.filter(|_| by_components && quarters.is_none());
        let own = quarters.or(computed).map(Arc::new);
        let Some(made) = composed.or(own).filter(|_| given.is_none()) else { return Ok(()) };
        if let (Some(realization), Some(value)) = (self.realizations.get_mut(place), made.value()) {
            *realization = Some(Realization::Computed { exact: value.ratio(), reported: value.reported });
        }
        if let Some(known) = self.computed.get_mut(place) {
            *known = Some(made);
        }
        Ok(())
    }

    fn supporting_value(&mut self, place: usize) -> Result<(), Errors> {
        let Some(entry) = self.document.supporting.get(place) else { return Ok(()) };
        let rules = match &entry.overrides {
            Some(overrides) => self.rules.with(overrides.plain()).map_err(|errors| errors.within("overrides"))?,
            None => self.rules.clone(),
        };
        let key = concat(&["supporting.", entry.id.as_str()]);
        let subject = Subject::Supporting(place);
        let given = entry.value.as_ref().and_then(Quantity::value);
        let Some(formula) = &entry.formula else {
            match given {
                Some(value) => {
                    let unit = entry.value.as_ref().map_or(Unit::Number, unit_of_quantity);
                    self.given(&[&key], subject, FigureKind::Value, value, unit);
                }
                None => {
                    let missing = Made::Missing(Reason::new(ReasonCode::NotMeasured));
                    self.add(&[&key], subject, FigureKind::Value, missing);
                }
            }
            return Ok(());
        };
        let unit = unit_of_formula(entry.unit.as_deref(), formula.kind);
        let calculation = self.calculate(formula, unit, &rules, &key, subject);
        let calculation = Arc::new(calculation.map_err(|errors| errors.within("formula"))?);
        if let (Some(given), Some(value)) = (given, calculation.outcome().value())
            && !agrees(given, &value.ratio(), rules.rounding_of(Figure::Realization).mode())
        {
            let finding = self.finding(FindingCode::ValueDiffers, &[&key], subject, unit);
            let given = amount(&Ratio::from(given));
            self.findings.push(finding.with("given", given).with("computed", amount(&value.ratio())));
        }
        if let Some(computed) = self.supporting.get_mut(place) {
            *computed = Some(calculation.clone());
        }
        match given {
            // The given one counts, here as wherever it is referred to.
            Some(value) => self.given(&[&key], subject, FigureKind::Value, value, unit),
            None => self.calculated(&[&key], subject, FigureKind::Value, calculation),
        }
        Ok(())
    }

    /// The value of a formula. Operands that have an id become figures of their own.
    fn calculate(
        &mut self,
        formula: &FormulaSpec,
        unit: Unit,
        rules: &RuleSet,
        key: &str,
        subject: Subject,
    ) -> Result<Calculation, Errors> {
        let mut problems = Problems::default();
        let adds = matches!(
            formula.kind,
            FormulaKind::Sum | FormulaKind::Difference | FormulaKind::Ratio | FormulaKind::Quotient
        );
        let mut read = |work: &mut Self, field: &str, operands: &[OperandSpec]| {
            let mut made = Vec::with_capacity(operands.len());
            for (place, operand) in operands.iter().enumerate() {
                // In what is added up a blank and a dash are nothing, as in any table. What others are taken from is
                // no such summand.
                let is_first_of_difference = formula.kind == FormulaKind::Difference && place == 0;
                let is_nothing = adds && !is_first_of_difference && operand.is_nothing();
                let operand = work.operand(operand, rules, key, subject);
                let operand = problems.note(operand.map_err(|errors| errors.at(place).within(field)));
                append(&mut made, operand.filter(|_| !is_nothing));
            }
            made
        };
        let part = read(self, "part", &formula.part);
        let whole = read(self, "whole", &formula.whole);
        let of = read(self, "of", &formula.of);
        let structure = read(self, "structure", &formula.structure);
        let process = read(self, "process", &formula.process);
        problems.done()?;
        let number = |quantity: &Option<Quantity>| quantity.as_ref().and_then(Quantity::value);
        let bounds = CountBounds {
            above: number(&formula.above),
            at_least: number(&formula.at_least),
            below: number(&formula.below),
            at_most: number(&formula.at_most),
        };
        let composite = match formula.kind {
            FormulaKind::Ratio => Composite::Ratio { part, whole },
            FormulaKind::Quotient => Composite::Quotient { part, whole },
            FormulaKind::Sum => Composite::Sum(of),
            FormulaKind::Difference => Composite::Difference(of),
            FormulaKind::Mean => Composite::Mean(of),
            FormulaKind::WeightedMean => Composite::WeightedMean(of),
            FormulaKind::GeometricMean => Composite::GeometricMean(of),
            FormulaKind::Count => Composite::Count { of, bounds },
            FormulaKind::Share => Composite::Share { of, bounds },
            FormulaKind::Skm => Composite::Skm {
                of,
                weight_places: formula.weight_places,
                highest: number(&formula.highest).unwrap_or_else(|| Number::from(4)),
            },
            FormulaKind::SakipEvaluation => {
                Composite::SakipEvaluation { edition: formula.edition.unwrap_or_default(), of }
            }
            FormulaKind::Kelembagaan => Composite::Kelembagaan { structure, process },
            FormulaKind::Itkp => Composite::Itkp(of),
        };
        composite.calculate(unit, rules)
    }

    fn operand(&mut self, spec: &OperandSpec, rules: &RuleSet, key: &str, subject: Subject) -> Result<Operand, Errors> {
        let named = match spec {
            OperandSpec::Bare(quantity) => return Ok(of_quantity(None, quantity)),
            OperandSpec::Named(named) => named,
        };
        let label = named.label.clone();
        let mut operand = match (&named.value, &named.formula, &named.from) {
            (Some(quantity), _, _) => of_quantity(label, quantity),
            (None, Some(formula), _) => {
                let unit = unit_of_formula(None, formula.kind);
                let below = self.calculate(formula, unit, rules, key, subject);
                let below = below.map_err(|errors| errors.within("formula"))?;
                Operand::new(label, OperandValue::from(below))
            }
            (None, None, Some(from)) => self.referred(label, from)?,
            (None, None, None) => Operand::new(label, OperandValue::Missing(Reason::new(ReasonCode::NotMeasured))),
        };
        if let Some(weight) = named.weight.as_ref().and_then(Quantity::value) {
            operand = operand.weight(weight);
        }
        if let Some(id) = &named.id {
            let made = match &operand.value {
                OperandValue::Of(calculation) => Made::Calculation(calculation.clone()),
                OperandValue::Missing(reason) => Made::Missing(reason.clone()),
                _ => match named.value.as_ref() {
                    Some(quantity) => {
                        Made::Given { value: quantity.value().unwrap_or_default(), unit: unit_of_quantity(quantity) }
                    }
                    None => Made::Missing(Reason::new(ReasonCode::NotMeasured)),
                },
            };
            let key = concat(&[key, ".components.", id.as_str()]);
            self.add(&[&key], subject, FigureKind::Component, made);
            operand.figure = Some(key.into_boxed_str());
        }
        Ok(operand)
    }

    /// The value of another entry of the document.
    pub(super) fn referred(&self, label: Option<String>, from: &str) -> Result<Operand, Errors> {
        let missing = || OperandValue::Missing(Reason::new(ReasonCode::NotMeasured));
        let Some(entry) = self.checked.entry(from) else {
            return Err(Error::new(crate::error::Code::UnknownReference).text("id", from).within("from").into());
        };
        let operand = match entry {
            Entry::Supporting(place) => {
                let given = self.document.supporting.get(place).and_then(|entry| entry.value.as_ref());
                let computed = self.supporting.get(place).cloned().flatten();
                match (given, computed) {
                    (Some(quantity), _) if quantity.value().is_some() => of_quantity(label, quantity),
                    (_, Some(calculation)) => Operand::new(label, OperandValue::Of(calculation)),
                    _ => Operand::new(label, missing()),
                }
            }
            Entry::Indicator(place) => {
                let indicator = self.document.indicators.get(place);
                let label = label.or_else(|| indicator.map(|indicator| indicator.name.clone()));
                let reached = self.realizations.get(place).and_then(Option::as_ref);
                match (reached, self.computed.get(place).and_then(Option::as_ref)) {
                    (Some(Realization::Computed { .. }), Some(made)) => {
                        Operand::new(label, OperandValue::Of(made.clone()))
                    }
                    (Some(realization), _) => of_realization(label.into(), realization),
                    (None, _) => Operand::new(label, missing()),
                }
            }
        };
        let key = match entry {
            Entry::Indicator(_) => concat(&[from, ".realization"]),
            Entry::Supporting(_) => from.to_owned(),
        };
        let operand = operand.of_figure(key);
        let marks = match entry {
            Entry::Indicator(place) => self.checked.indicators.get(place).map(|measured| measured.footnotes.clone()),
            Entry::Supporting(_) => None,
        };
        Ok(marks.unwrap_or_default().into_iter().fold(operand, Operand::footnote))
    }
}

/// What the quarters of an indicator make together; nothing where none has a value.
fn made_of_quarters(indicator: &Indicator, measured: &Measured, rules: &RuleSet) -> Option<Calculation> {
    let consolidation = indicator.consolidation.unwrap_or(rules.quarters.consolidation);
    let quarters = each(&measured.quarters, &mut |quarter| of_realization(quarter.name().into(), &quarter.realization));
    let any = quarters.iter().any(|quarter| quarter.ratio().is_ok());
    any.then(|| of_quarters(quarters, consolidation, unit_of_text(indicator.unit.as_deref()), rules))
}

/// What was reached as an operand; it says why where nothing was.
fn of_realization(label: Label, realization: &Realization) -> Operand {
    match (realization, realization.value()) {
        (Realization::CarriedForward { year, .. }, Some(value)) => Operand::new(label, value).carried_from(*year),
        (_, Some(value)) => Operand::new(label, value),
        (Realization::NotCarriedOut, None) => Operand::new(label, Reason::new(ReasonCode::NotCarriedOut)),
        (_, None) => Operand::new(label, Reason::new(ReasonCode::NotMeasured)),
    }
}

/// A number as an operand; a blank and a dash are none.
fn of_quantity(label: Option<String>, quantity: &Quantity) -> Operand {
    let operand = match quantity.value() {
        Some(value) => Operand::new(label, OperandValue::Given(value)),
        None => Operand::new(label, OperandValue::Missing(Reason::new(ReasonCode::NotMeasured))),
    };
    quantity.reading().footnote.iter().cloned().fold(operand, Operand::footnote)
}

fn unit_of_quantity(quantity: &Quantity) -> Unit {
    let reading = quantity.reading();
    if reading.percent {
        Unit::Percent
    } else if reading.rupiah {
        Unit::Rupiah
    } else {
        Unit::Number
    }
}

/// Whether a number that is given is what a formula gives, at the places that it is written with.
pub(crate) fn agrees(given: Number, computed: &Ratio, mode: Mode) -> bool {
    let rounded = Rounding::new(mode, given.places()).ok().and_then(|rounding| computed.round(rounding));
    // A number with more places than any rounding keeps must be the exact one.
    rounded.map_or_else(|| computed.clone(), Ratio::from) == Ratio::from(given)
}
