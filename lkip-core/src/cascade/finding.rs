//! [`Finding`]: what is wrong with a cascade, between whom, where, and what to do.

use super::code::CascadeCode;
use crate::error::{Detail, Details};
use crate::explain::{Source, told};
use crate::language::{Language, Text};
use crate::measure::Unit;
use crate::number::Ratio;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::report::{Indicator, Office};

/// An office that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Something that is wrong with a cascade.
#[doc(alias = "temuan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: CascadeCode,
    year: u16,
    offices: Vec<Party>,
    places: Vec<String>,
    details: Details,
}

impl Finding {
    pub(super) fn new(code: CascadeCode, year: u16) -> Self {
        Self { code, year, offices: Vec::new(), places: Vec::new(), details: Details::default() }
    }

    /// An office that it is about, under the name of its datum.
    pub(super) fn office(mut self, name: &'static str, office: &Office) -> Self {
        self.details.put(name, named(office.id.as_str(), &office.name));
        self.party(office)
    }

    /// An office that it is about, which the sentence does not name.
    pub(super) fn party(mut self, office: &Office) -> Self {
        let party = Party { id: office.id.as_str().to_owned(), name: office.name.clone() };
        if !self.offices.contains(&party) {
            self.offices.push(party);
        }
        self
    }

    pub(super) fn indicator(self, name: &'static str, indicator: &Indicator) -> Self {
        self.with(name, named(indicator.id.as_str(), &indicator.name))
    }

    /// Where it shows in the document.
    pub(super) fn at(mut self, place: impl Into<String>) -> Self {
        let place = place.into();
        if !self.places.contains(&place) {
            self.places.push(place);
        }
        self
    }

    pub(super) fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.details.put(name, detail);
        self
    }

    pub(super) fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Detail::Text(text.into()))
    }

    pub(super) fn word(self, name: &'static str, tag: &'static str, word: Text) -> Self {
        self.with(name, Detail::Word(tag, word))
    }

    /// A number in a unit.
    pub(super) fn amount(self, name: &'static str, value: &Ratio, unit: Unit) -> Self {
        self.with(name, told(value.expand(4).into(), unit))
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> CascadeCode {
        self.code
    }

    /// The year of the agreements that it is about.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The offices that it is about, the one whose matter it is first.
    #[must_use]
    pub fn offices(&self) -> &[Party] {
        &self.offices
    }

    /// Where it shows in the document: `agreements.pk-2021-sekda.indicators[6].unit`.
    #[must_use]
    pub fn places(&self) -> &[String] {
        &self.places
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The sentence for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let sentence = self.details.fill(self.code.template().get(language), language);
        let mut signs = sentence.chars();
        let mut capital: String = signs.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
        capital.push_str(signs.as_str());
        capital
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self, language: Language) -> String {
        self.details.fill(self.code.advice().get(language), language)
    }

    /// Where the rule comes from that it is held against; empty for what contradicts itself.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        each(self.code.sources(), &mut Source::of)
    }

    /// The finding as data, with its sentences in one language.
    #[must_use]
    pub fn report(&self, language: Language) -> FindingReport<'_> {
        FindingReport { finding: self, language }
    }
}

/// The name of something for readers, its id in data.
pub(super) fn named(id: &str, name: &str) -> Detail {
    Detail::Told { data: id.to_owned(), id: name.to_owned(), en: name.to_owned() }
}

/// A text in both languages, a stable one in data.
pub(super) fn both(data: String, text: &dyn Fn(Language) -> String) -> Detail {
    Detail::Told { data, id: text(Language::Indonesian), en: text(Language::English) }
}

/// A finding with its sentences, ready to be serialized.
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
        record.put("severity", finding.code.severity());
        record.put("year", usize::from(finding.year));
        let offices = each(&finding.offices, &mut |party| {
            let mut record = Record::new();
            record.text("id", &party.id);
            record.text("name", &party.name);
            Self::Record(record)
        });
        record.put("offices", offices);
        record.put("places", Self::list(&finding.places));
        record.text("message", &finding.message(*language));
        record.text("advice", &finding.advice(*language));
        record.some("sources", Self::list(&finding.sources()));
        record.put("details", &finding.details);
        Self::Record(record)
    }
}

serialize_as_plain!(FindingReport<'_>);
