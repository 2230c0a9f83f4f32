//! Words of a written audit.

use crate::error::fill;
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::text::{join, size};

const MORE: Text = bilingual!("dan {count} lainnya", "and {count} more");

/// The first of some texts, and how many more there are.
pub(super) fn first(mut texts: Vec<String>, most: usize, language: Language) -> String {
    let more = texts.len().saturating_sub(most);
    texts.truncate(most);
    let mut text = join(&texts, "; ");
    if more > 0 {
        text.push_str("; ");
        text.push_str(&fill(MORE, language, &[("count", &size(more))]));
    }
    text
}

/// A text that begins with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut signs = text.chars();
    let mut written: String = signs.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    written.push_str(signs.as_str());
    written
}
