//! The two languages in which lkip speaks to people.

use serde::Serialize;

/// The language of messages and explanations.
///
/// ```
/// use lkip_core::Language;
/// assert_eq!(Language::default(), Language::Indonesian);
/// assert_eq!(Language::from_tag("en"), Some(Language::English));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Language {
    /// Bahasa Indonesia, tag `id`: the language of the officials who answer for the figures.
    #[default]
    #[serde(rename = "id")]
    Indonesian,
    /// English, tag `en`.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Indonesian, Self::English];

    /// The language of a tag, `id` or `en`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// `id` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => self.id,
            Language::English => self.en,
        }
    }
}
