//! The two languages in which lkip speaks to people.

use serde::Serialize;

use crate::text::split;

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
///
/// The two stand in one line each: there are hundreds of them, and what points to a text takes room beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(crate) &'static str);

/// A fixed text: in Indonesian, then in English.
macro_rules! bilingual {
    ($id:expr, $en:expr) => {
        $crate::language::Text(concat!($id, "\n", $en))
    };
}
pub(crate) use bilingual;

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        let (indonesian, english) = split(self.0, '\n').unwrap_or((self.0, self.0));
        match language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }
}
