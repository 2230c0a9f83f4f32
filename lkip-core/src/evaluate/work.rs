//! What an evaluation holds while it is made.

use alloc::sync::Arc;

use super::figure::{Figure, FigureKind, Made, Subject};
use super::finding::Finding;
use crate::error::Errors;
use crate::finding::FindingCode;
use crate::measure::{Achievement, Average, Calculation, Realization, Unit};
use crate::number::{Number, Ratio};
use crate::outcome::Reason;
use crate::prelude::*;
use crate::report::{Checked, Document, Report};
use crate::rules::RuleSet;
use crate::text::concat;

/// The amounts of a line, where they are known.
#[derive(Clone, Default)]
pub(super) struct Amounts {
    pub(super) allocation: Option<Ratio>,
    pub(super) spending: Option<Ratio>,
}

/// The score of an office, or why it has none.
pub(super) type Score = Result<Arc<Average>, Reason>;

/// An evaluation that is being made. Later steps rest on what earlier ones left here.
pub(super) struct Work<'a> {
    pub(super) checked: &'a Checked,
    pub(super) document: &'a Document,
    pub(super) rules: &'a RuleSet,
    pub(super) figures: Vec<Figure>,
    pub(super) findings: Vec<Finding>,
    /// What every indicator reached: given, computed, or made of quarters; nothing where nothing is known.
    pub(super) realizations: Vec<Option<Realization>>,
    /// What made the realization of every indicator that a formula or quarters made, or why they did not.
    pub(super) computed: Vec<Option<Arc<Calculation>>>,
    /// What the formula of every indicator gives, or else its components: where the counts of a ratio stand.
    pub(super) ratios: Vec<Option<Arc<Calculation>>>,
    /// Every supporting value.
    pub(super) supporting: Vec<Option<Arc<Calculation>>>,
    /// The achievement of every indicator.
    pub(super) achievements: Vec<Arc<Achievement>>,
    /// The average of every objective.
    pub(super) objectives: Vec<Arc<Average>>,
    /// The average of the report.
    pub(super) whole: Option<Arc<Average>>,
    /// The score of every office, or why there is none; nothing where nothing is held.
    pub(super) scores: Vec<Option<Score>>,
    /// The amounts of every line of the budget.
    pub(super) amounts: Vec<Amounts>,
}

impl<'a> Work<'a> {
    pub(super) fn new(report: &'a Report, rules: &'a RuleSet) -> Self {
        let (checked, document) = (report.checked(), report.document());
        Self {
            checked,
            document,
            rules,
            figures: Vec::new(),
            findings: Vec::new(),
            realizations: each(&checked.indicators, &mut |measured| measured.realization.clone()),
            computed: vec![None; document.indicators.len()],
            ratios: vec![None; document.indicators.len()],
            supporting: vec![None; document.supporting.len()],
            achievements: Vec::with_capacity(document.indicators.len()),
            objectives: Vec::with_capacity(document.objectives.len()),
            whole: None,
            scores: Vec::new(),
            amounts: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> (Vec<Figure>, Vec<Finding>) {
        (self.figures, self.findings)
    }

    /// Something that does not agree, in numbers of a unit.
    pub(super) fn finding(&self, code: FindingCode, key: &[&str], subject: Subject, unit: Unit) -> Finding {
        Finding::new(code, concat(key), subject.name(self.document), unit)
    }

    pub(super) fn add(&mut self, key: &[&str], subject: Subject, kind: FigureKind, made: Made) {
        self.figures.push(Figure { key: concat(key).into_boxed_str(), subject, kind, made });
    }

    pub(super) fn calculated(
        &mut self,
        key: &[&str],
        subject: Subject,
        kind: FigureKind,
        calculation: impl Into<Arc<Calculation>>,
    ) {
        self.add(key, subject, kind, Made::Calculation(calculation.into()));
    }

    pub(super) fn achieved(
        &mut self,
        key: &[&str],
        subject: Subject,
        kind: FigureKind,
        achievement: impl Into<Arc<Achievement>>,
    ) {
        self.add(key, subject, kind, Made::Achievement(achievement.into()));
    }

    pub(super) fn given(&mut self, key: &[&str], subject: Subject, kind: FigureKind, value: Number, unit: Unit) {
        self.add(key, subject, kind, Made::Given { value, unit });
    }

    /// The rules of an indicator: those of the report with what it replaces.
    pub(super) fn rules_of(&self, indicator: usize) -> Result<RuleSet, Errors> {
        match self.document.indicators.get(indicator).and_then(|entry| entry.overrides.as_ref()) {
            Some(overrides) => self.rules.with(overrides.plain()).map_err(|errors| errors.within("overrides")),
            None => Ok(self.rules.clone()),
        }
    }
}

/// A number, or a quotient that is one, for the data of a finding.
pub(super) fn amount(value: &Ratio) -> crate::error::Detail {
    crate::error::Detail::Number(value.expand(4).into())
}
