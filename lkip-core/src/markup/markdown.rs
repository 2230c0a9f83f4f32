//! Texts and lines of tables in Markdown.

use crate::prelude::*;

/// A line of a table.
pub(crate) fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        text.push_str("| ");
        text.push_str(&cell);
        if !cell.is_empty() {
            text.push(' ');
        }
    }
    text.push_str("|\n");
}

/// A text that means only itself in Markdown, in one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (place, line) in text.trim().lines().enumerate() {
        if place > 0 {
            written.push_str("<br>");
        }
        for sign in line.chars() {
            match sign {
                '<' => written.push_str("&lt;"),
                '>' => written.push_str("&gt;"),
                '&' => written.push_str("&amp;"),
                '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '$' => written.extend(['\\', sign]),
                sign if sign.is_control() => written.push(' '),
                sign => written.push(sign),
            }
        }
    }
    written
}
