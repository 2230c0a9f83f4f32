//! Texts and tags in HTML.

use crate::prelude::*;

/// The opening tag of an element.
pub(crate) fn open(html: &mut String, name: &str, attributes: &[(&str, &str)]) {
    html.push('<');
    html.push_str(name);
    for (name, value) in attributes {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        for sign in value.chars() {
            push_sign(html, sign);
        }
        html.push('"');
    }
    html.push('>');
}

/// A text, its lines below each other.
pub(crate) fn push_text(html: &mut String, text: &str) {
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            html.push_str("<br>");
        }
        for sign in line.chars() {
            push_sign(html, sign);
        }
    }
}

fn push_sign(html: &mut String, sign: char) {
    match sign {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\'' => html.push_str("&#39;"),
        sign if sign.is_control() => html.push(' '),
        sign => html.push(sign),
    }
}
