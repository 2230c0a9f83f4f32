//! The parts that the answers of every figure have in common.

use serde::Serialize;

use super::average::ItemFields;
use super::{Include, Options};
use crate::explain::{Explanation, Receipt, display_percent, style_of};
use crate::language::Language;
use crate::measure::{Coverage, Percent};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonReport};
use crate::prelude::*;
use crate::rules::Band;

/// A figure as data. Which fields are there follows from `outcome`.
#[derive(Serialize)]
pub(super) struct Figure<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<&'a Ratio>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) met: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<ReasonReport<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<CategoryFields<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    footnotes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) carried_forward: Option<CarriedForward>,
    #[serde(skip_serializing_if = "Option::is_none")]
    used: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutFields<'a>>,
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    as_zero: &'a [usize],
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    carried_forward_items: &'a [usize],
    line: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt: Option<Receipt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Vec<ItemFields<'a>>>,
}

/// That the value is of an earlier year, and of which.
#[derive(Serialize)]
pub(super) struct CarriedForward {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) year: Option<u16>,
}

#[derive(Serialize)]
struct LeftOutFields<'a> {
    index: usize,
    reason: ReasonReport<'a>,
}

impl<'a> Figure<'a> {
    pub(super) fn new(
        outcome: &'a Outcome<Percent>,
        category: &'a Outcome<Band>,
        footnotes: Vec<String>,
        explanation: Explanation,
        options: &Options,
    ) -> Self {
        let percent = outcome.value();
        let line = explanation.line.clone();
        Self {
            label: None,
            unit: None,
            outcome: outcome.tag(),
            percent: percent.map(|p| p.reported),
            display: percent.map(|p| display_percent(p.reported, options.language)),
            exact: percent.map(|p| &p.exact),
            met: None,
            reason: outcome.reason().map(|reason| reason.report(options.language)),
            category: percent.map(|_| CategoryFields::new(category, options.language)),
            footnotes,
            carried_forward: None,
            used: None,
            total: None,
            left_out: Vec::new(),
            as_zero: &[],
            carried_forward_items: &[],
            line,
            explanation: options.wants(Include::Explanation).then_some(explanation),
            receipt: None,
            items: None,
        }
    }

    pub(super) fn with_coverage(mut self, coverage: &'a Coverage, language: Language) -> Self {
        let left_out = coverage.left_out.iter();
        self.used = Some(coverage.used);
        self.total = Some(coverage.total);
        self.left_out = left_out.map(|l| LeftOutFields { index: l.index, reason: l.reason.report(language) }).collect();
        self.as_zero = &coverage.as_zero;
        self.carried_forward_items = &coverage.carried_forward;
        self
    }

    pub(super) fn with_receipt(mut self, receipt: impl FnOnce() -> Receipt, options: &Options) -> Self {
        self.receipt = options.wants(Include::Receipt).then(receipt);
        self
    }
}

/// A category as data.
#[derive(Serialize)]
pub(super) struct CategoryFields<'a> {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<ReasonReport<'a>>,
}

impl<'a> CategoryFields<'a> {
    pub(super) fn new(found: &'a Outcome<Band>, language: Language) -> Self {
        let band = found.value();
        let category = band.map(Band::category);
        Self {
            outcome: found.tag(),
            code: category.map(|c| c.code.as_str()),
            label: category.map(|c| c.label.as_str()),
            meaning: category.and_then(|c| c.meaning.as_deref()),
            rank: band.map(Band::rank),
            of: band.map(|band| band.scale().categories.len()),
            bounds: band.map(|band| band.bounds(style_of(language))),
            scale: band.map(|band| band.scale().id.as_str()),
            reason: found.reason().map(|reason: &Reason| reason.report(language)),
        }
    }
}
