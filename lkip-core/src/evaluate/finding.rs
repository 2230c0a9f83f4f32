//! [`Finding`]: what does not agree in a report.

use crate::error::{Canonical, Detail, Details};
use crate::explain::{style_of, unit_mark};
use crate::finding::FindingCode;
use crate::language::Language;
use crate::measure::Unit;
use crate::number::{Form, Number, Ratio, write};
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
        let mut shown = Details::default();
        for (name, detail) in self.details.iter() {
            let text = match detail {
                Detail::Number(number) => written(number, self.unit, language),
                _ => None,
            };
            shown.put(name, text.map_or_else(|| detail.clone(), Detail::Text));
        }
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

/// A number of the data with the mark of its unit, as people write it; nothing where it is too long for that.
fn written(number: &Canonical, unit: Unit, language: Language) -> Option<String> {
    let (digits, more) = match number.0.strip_suffix('…') {
        Some(digits) => (digits, "…"),
        None => (number.0.as_str(), ""),
    };
    let number: Number = digits.parse().ok()?;
    let (number, form) = match unit {
        // Sen in full.
        Unit::Rupiah if number.places() > 0 => (Ratio::from(number).to_number(2)?, Form::Rupiah),
        Unit::Rupiah => (number, Form::Rupiah),
        _ => (number, Form::Number),
    };
    Some(concat(&[&write(number, style_of(language), form), more, unit_mark(unit, language)]))
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
