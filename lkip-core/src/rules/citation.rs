//! Where a rule comes from, and whether that was read.

use crate::language::Language;
use crate::plain::{Plain, Record, choices, serialize_as_plain};
use crate::prelude::*;
use crate::text::concat;

/// A text of a catalogue entry in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// In Indonesian.
    pub id: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.id,
            Language::English => &self.en,
        }
    }
}

choices! {
    /// How a source was read.
    pub enum ReadAs {
        /// The source itself was not read.
        NotRead = "not_read",
        /// Word for word in the named source.
        Verbatim = "verbatim",
        /// In the public code of an application: it shows practice, or a programmer's copy of a regulation.
        InCode = "in_code",
        /// Derived or recomputed with exact arithmetic.
        Derived = "derived",
    }
}

/// A source of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The regulation, report or program.
    pub source: String,
    /// The page, table or article.
    pub place: Option<String>,
    /// How it was read.
    pub read: ReadAs,
    /// What must be known about it. Entries of the catalogue have their notes with the feature `full` only.
    pub note: Option<Bilingual>,
}

impl Citation {
    /// Whether the source was read word for word.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.read == ReadAs::Verbatim
    }

    /// `source, place`
    #[must_use]
    pub fn name(&self) -> String {
        match &self.place {
            Some(place) => concat(&[&self.source, ", ", place]),
            None => self.source.clone(),
        }
    }
}

/// Whether an entry rests on sources that were read word for word: every source that is not our own derivation was.
pub(super) fn all_verified(citations: &[Citation]) -> bool {
    let mut sources = citations.iter().filter(|citation| citation.read != ReadAs::Derived).peekable();
    sources.peek().is_some() && sources.all(Citation::is_verified)
}

/// The days on which a rule set holds; an open end has no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day, `2021-01-01`.
    pub from: Option<String>,
    /// The last day, `2021-12-31`.
    pub to: Option<String>,
}

impl From<&Bilingual> for Plain {
    fn from(text: &Bilingual) -> Self {
        let mut record = Record::new();
        record.text("id", &text.id);
        record.text("en", &text.en);
        Self::Record(record)
    }
}

impl From<&Citation> for Plain {
    fn from(citation: &Citation) -> Self {
        let mut record = Record::new();
        record.text("source", &citation.source);
        record.maybe("place", citation.place.as_ref());
        record.put("read", citation.read);
        record.maybe("note", citation.note.as_ref());
        Self::Record(record)
    }
}

impl From<&Period> for Plain {
    fn from(period: &Period) -> Self {
        let mut record = Record::new();
        record.maybe("from", period.from.as_ref());
        record.maybe("to", period.to.as_ref());
        Self::Record(record)
    }
}

serialize_as_plain!(Bilingual, Citation, Period);
