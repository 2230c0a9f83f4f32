//! How figures show themselves: one line for the REPL, HTML for notebooks. The texts are all the core's.

use lkip_core::measure::Percent;
use lkip_core::rules::Band;
use lkip_core::{Explanation, Language, Outcome};
use pyo3::prelude::*;

use crate::output::{percent_text, quoted};

/// `Achievement(140.57 %, 'Sangat Berhasil')`
pub(crate) fn repr(
    py: Python<'_>,
    class: &str,
    outcome: &Outcome<Percent>,
    category: &Outcome<Band>,
    more: Option<String>,
) -> PyResult<String> {
    let mut parts = vec![match outcome {
        Outcome::Computed(percent) => format!("{} %", percent.reported),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
            format!("{}: {}", outcome.tag(), reason.code().as_str())
        }
    }];
    match category {
        Outcome::Computed(band) => parts.push(quoted(py, &band.category().label)?),
        Outcome::NotComputable(reason) if outcome.value().is_some() => parts.push(reason.code().as_str().to_owned()),
        Outcome::NotApplicable(_) | Outcome::NotComputable(_) => {}
    }
    parts.extend(more);
    Ok(format!("{class}({})", parts.join(", ")))
}

/// A figure: its percentage and category in words, the calculation in one line, everything else behind it.
pub(crate) fn figure(
    label: Option<&str>,
    outcome: &Outcome<Percent>,
    category: &Outcome<Band>,
    explanation: &Explanation,
    language: Language,
) -> String {
    let figure = match outcome {
        Outcome::Computed(percent) => {
            let category = match category {
                Outcome::Computed(band) => escaped(&band.category().label),
                Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => escaped(&reason.message(language)),
            };
            format!("<strong>{}</strong> · {category}", escaped(&percent_text(percent.reported, language)))
        }
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => escaped(&reason.message(language)),
    };
    let label = label.map(|label| format!("{} · ", escaped(label))).unwrap_or_default();
    framed(language, &format!("<p>{label}{figure}</p>{}", details(explanation, language)))
}

/// An explanation on its own.
pub(crate) fn explanation(node: &Explanation, language: Language) -> String {
    framed(language, &details(node, language))
}

/// A name, with a note.
pub(crate) fn remark(name: &str, note: Option<&str>, language: Language) -> String {
    let note = note.map(|note| format!(" · {}", escaped(note))).unwrap_or_default();
    framed(language, &format!("<p><strong>{}</strong>{note}</p>", escaped(name)))
}

fn details(node: &Explanation, language: Language) -> String {
    let (line, tree) = (escaped(&node.line), escaped(&node.tree(language)));
    format!("<details><summary>{line}</summary><pre>{tree}</pre></details>")
}

/// Screen readers need to know which language to read.
fn framed(language: Language, content: &str) -> String {
    format!("<div class=\"lkip\" lang=\"{}\">{content}</div>", language.tag())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
