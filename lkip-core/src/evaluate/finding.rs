//! [`Finding`]: what does not agree in a report.

use crate::error::{Detail, Details};
use crate::finding::FindingCode;
use crate::language::Language;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;

/// Something in a report that does not agree, with the figure where it shows.
#[doc(alias = "temuan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: FindingCode,
    figure: String,
    details: Details,
}

impl Finding {
    pub(super) fn new(code: FindingCode, figure: &str) -> Self {
        Self { code, figure: figure.to_owned(), details: Details::default() }
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

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The sentence for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.details.fill(self.code.template().get(language), language)
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
        record.text("message", &finding.message(*language));
        record.put("details", &finding.details);
        Self::Record(record)
    }
}

serialize_as_plain!(FindingReport<'_>);
