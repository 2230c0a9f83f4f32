//! Where a rule comes from, and whether that was read.

use serde::Serialize;

use crate::language::Language;
use crate::plain::choices;
use crate::prelude::*;

/// A text of a catalogue entry in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The regulation, report or program.
    pub source: String,
    /// The page, table or article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How it was read.
    pub read: ReadAs,
    /// What must be known about it.
    #[serde(skip_serializing_if = "Option::is_none")]
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
            Some(place) => format!("{}, {place}", self.source),
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day, `2021-01-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day, `2021-12-31`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}
