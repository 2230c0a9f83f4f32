//! What the modules below are as plain data. They know nothing of it themselves.

use super::{Choice, Plain, Record, serialize_as_plain};
use crate::error::{Canonical, Detail, Details, ErrorReport};
use crate::language::Language;
use crate::number::{Mode, Rounding, Style};

impl Choice for Language {
    const CHOICES: &'static [Self] = &Self::ALL;
    const NAMES: &'static [&'static [&'static str]] = &[&["id"], &["en"]];
}

impl Choice for Mode {
    const CHOICES: &'static [Self] = &Self::ALL;
    const NAMES: &'static [&'static [&'static str]] = &[&["half_up"], &["half_even"], &["truncate"]];
}

impl Choice for Style {
    const CHOICES: &'static [Self] = &Self::ALL;
    const NAMES: &'static [&'static [&'static str]] = &[&["indonesian"], &["international"], &["plain"]];
}

#[cfg(feature = "full")]
impl From<Style> for Plain {
    fn from(style: Style) -> Self {
        Self::from(style.as_str())
    }
}

impl From<&Rounding> for Plain {
    fn from(rounding: &Rounding) -> Self {
        let mut record = Record::new();
        record.text("mode", rounding.mode().as_str());
        record.put("places", rounding.places());
        Self::Record(record)
    }
}

serialize_as_plain!(Rounding);

impl From<&Canonical> for Plain {
    fn from(number: &Canonical) -> Self {
        Self::from(&number.0)
    }
}

impl From<&Detail> for Plain {
    fn from(detail: &Detail) -> Self {
        match detail {
            Detail::Text(text) => Self::from(text),
            Detail::Texts(texts) => Self::List(Self::list(texts)),
            Detail::Number(number) => Self::from(number),
            Detail::Numbers(numbers) => Self::List(Self::list(numbers)),
            Detail::Word(tag, _) => Self::from(*tag),
            #[cfg(feature = "report")]
            Detail::Told { data, .. } => Self::from(data),
        }
    }
}

impl From<&Details> for Plain {
    fn from(details: &Details) -> Self {
        let mut record = Record::new();
        for (name, detail) in details.iter() {
            record.put(name, detail);
        }
        Self::Record(record)
    }
}

serialize_as_plain!(Canonical, Detail, Details);

impl From<&ErrorReport<'_>> for Plain {
    fn from(report: &ErrorReport<'_>) -> Self {
        let ErrorReport { error, language } = report;
        let mut record = Record::new();
        record.text("code", error.code().as_str());
        record.text("path", error.path().as_str());
        record.text("message", &error.message(*language));
        record.put("details", error.details());
        Self::Record(record)
    }
}

serialize_as_plain!(ErrorReport<'_>);
