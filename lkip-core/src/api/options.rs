//! What every call may ask for: the language, and how much to tell.

use crate::language::Language;
use crate::number::ReadStyle;
use crate::plain::{Fields, choices, choose, list};
use crate::prelude::*;

pub(super) const LANGUAGE: &[&str] = &["language", "bahasa"];

choices! {
    /// The parts of an answer that can be left away.
    pub enum Include {
        /// The tree of the explanation. One line of it is always there.
        Explanation = "explanation" | "penjelasan",
        /// The receipt.
        Receipt = "receipt" if "full",
        /// The single items of an average.
        Items = "items" | "butir",
    }
}

/// The language of an answer and the parts that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of messages and explanations, and of how numbers are displayed.
    pub language: Language,
    /// The parts; all where the call says nothing.
    pub include: Vec<Include>,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: Language::default(), include: Include::ALL.to_vec() }
    }
}

impl Options {
    pub(super) fn read(fields: &mut Fields<'_>) -> Self {
        let language = fields.optional(LANGUAGE, choose);
        let include = fields.optional(&["include", "sertakan"], |p| list(p, choose::<Include>));
        Self { language: language.unwrap_or_default(), include: include.unwrap_or_else(|| Include::ALL.to_vec()) }
    }

    pub(super) fn wants(&self, part: Include) -> bool {
        self.include.contains(&part)
    }
}

/// The style in which a call's texts are to be read; without one, only what reads alike in all.
pub(super) fn read_style(fields: &mut Fields<'_>) -> ReadStyle {
    fields.optional(&["style", "gaya"], choose).map_or(ReadStyle::Detect, ReadStyle::Declared)
}
