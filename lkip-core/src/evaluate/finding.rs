//! [`Finding`]: what does not agree in a report.

use crate::error::{Detail, Details};
use crate::explain::told;
use crate::finding::FindingCode;
use crate::language::Language;
use crate::measure::Unit;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::text::concat;

/// Something in a report that does not agree, with the figure where it shows.
#[doc(alias = "temuan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: FindingCode,
    figure: String,
    name: String,
    /// The unit of the numbers in its data.
    unit: Unit,
    details: Details,
}

impl Finding {
    pub(super) fn new(code: FindingCode, figure: String, name: &str, unit: Unit) -> Self {
        Self { code, figure, name: name.to_owned(), unit, details: Details::default() }
    }

    pub(super) fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.details.put(name, detail);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> FindingCode {
        self.code
    }

    /// The key of the figure where it shows.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    /// What the figure is about: the name of the indicator, of the budget line.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The sentence for a person, without its place.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let mut shown = self.details.clone();
        shown.change(&|_, detail| match detail {
            Detail::Number(number) => Some(told(number.clone(), self.unit)),
            _ => None,
        });
        shown.fill(self.code.template().get(language), language)
    }

    /// The sentence for a person, with its place: what it is about, and the key of the figure.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        concat(&[&self.name, " (", &self.figure, "): ", &self.sentence(language)])
    }

    /// The finding as data, with its sentence in one language.
    #[must_use]
    pub fn report(&self, language: Language) -> FindingReport<'_> {
        FindingReport { finding: self, language }
    }
}

/// A finding with its sentence, ready to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct FindingReport<'a> {
    finding: &'a Finding,
    language: Language,
}

impl From<&FindingReport<'_>> for Plain {
    fn from(report: &FindingReport<'_>) -> Self {
        let FindingReport { finding, language } = report;
        let mut record = Record::new();
        record.text("code", finding.code.as_str());
        record.text("figure", &finding.figure);
        record.text("name", &finding.name);
        record.text("message", &finding.message(*language));
        record.put("details", &finding.details);
        Self::Record(record)
    }
}

serialize_as_plain!(FindingReport<'_>);
