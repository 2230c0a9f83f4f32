//! The ways in which digits are grouped and marked.

use serde::Serialize;

use crate::language::{Text, bilingual};

/// How a number is written.
#[doc(alias = "gaya")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Points group thousands, a comma marks decimals: `1.234,56`.
    Indonesian,
    /// Commas group thousands, a point marks decimals: `1,234.56`.
    International,
    /// No grouping, a point marks decimals: `1234.56`, as programs write numbers.
    Plain,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Indonesian, Self::International, Self::Plain];

    /// The word for it in data.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Indonesian => "indonesian",
            Self::International => "international",
            Self::Plain => "plain",
        }
    }

    /// How the style looks, for a person.
    #[must_use]
    pub const fn example(self) -> Text {
        match self {
            Self::Indonesian => bilingual!("Indonesia (1.234,56)", "Indonesian (1.234,56)"),
            Self::International => bilingual!("internasional (1,234.56)", "international (1,234.56)"),
            Self::Plain => bilingual!("polos (1234.56)", "plain (1234.56)"),
        }
    }

    /// The decimal mark.
    #[must_use]
    pub const fn mark(self) -> char {
        match self {
            Self::Indonesian => ',',
            Self::International | Self::Plain => '.',
        }
    }

    /// The sign that groups thousands.
    #[must_use]
    pub const fn group(self) -> Option<char> {
        match self {
            Self::Indonesian => Some('.'),
            Self::International => Some(','),
            Self::Plain => None,
        }
    }
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReadStyle {
    /// In whichever style can read it; a text that two styles read differently is refused as ambiguous.
    #[default]
    Detect,
    /// In this style and no other.
    Declared(Style),
}
