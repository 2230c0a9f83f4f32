//! The explanations of what stands in a document, and of what is missing there.

use super::node::Explanation;
use crate::language::Language;
use crate::measure::{Exact, Unit, Value};
use crate::number::{Number, Ratio};
use crate::outcome::Reason;
use crate::rules::Formula;

impl Explanation {
    /// A number as the document gives it.
    pub(crate) fn of_given(value: Number, unit: Unit, language: Language) -> Self {
        let shown = Value { reported: value, exact: Exact::Ratio(Ratio::from(value)), unit }.display(language);
        Self::of_formula(Formula::InDocument, shown, language)
    }

    /// That there is nothing.
    pub(crate) fn of_missing(reason: &Reason, language: Language) -> Self {
        Self::of_formula(Formula::InDocument, reason.message(language), language)
    }
}
