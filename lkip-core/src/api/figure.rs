//! The parts that the answers of every figure have in common. Which of them are there follows from the outcome.

use super::{Include, Options};
use crate::explain::{Explanation, display_percent, style_of};
use crate::language::Language;
use crate::measure::Percent;
use crate::outcome::Outcome;
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::rules::Band;

/// How the calculation ended, and the percentage.
pub(super) fn put_percent(record: &mut Record, outcome: &Outcome<Percent>, language: Language) {
    record.text("outcome", outcome.tag());
    if let Outcome::Computed(percent) = outcome {
        record.put("percent", percent.reported);
        record.put("display", display_percent(percent.reported, language));
        record.put("exact", percent.exact.text());
    }
}

/// Why there is no figure, or its category.
pub(super) fn put_reason_or_category(
    record: &mut Record,
    outcome: &Outcome<Percent>,
    found: &Outcome<Band>,
    language: Language,
) {
    match outcome.reason() {
        Some(reason) => record.put("reason", &reason.report(language)),
        None => record.push("category", category(found, language)),
    }
}

/// The line, and the tree if it is wanted: only then it is made.
pub(super) fn put_explanation(record: &mut Record, line: String, tree: &dyn Fn() -> Explanation, options: &Options) {
    record.push("line", Plain::Text(line));
    if options.wants(Include::Explanation) {
        record.put("explanation", &tree());
    }
}

/// A category as data.
pub(super) fn category(found: &Outcome<Band>, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("outcome", found.tag());
    match found {
        Outcome::Computed(band) => {
            let category = band.category();
            record.text("code", &category.code);
            record.text("label", &category.label);
            record.maybe("meaning", category.meaning.as_ref());
            record.put("rank", band.rank());
            record.put("of", band.scale().categories.len());
            record.put("bounds", band.bounds(style_of(language)));
            record.text("scale", &band.scale().id);
        }
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
            record.put("reason", &reason.report(language));
        }
    }
    Plain::Record(record)
}
