//! Figures and printed entries in words: what they are called, where they stand, how they should be written.

use crate::audit::{Audit, Finding};
use crate::evaluate::{Figure, Made};
use crate::explain::style_of;
use crate::language::{Language, Text, bilingual};
use crate::measure::Unit;
use crate::number::{Form, Number, write};
use crate::prelude::*;
use crate::report::{Printed, Shows};
use crate::text::{concat, join};

const COLUMN: Text = bilingual!("kolom ", "column ");
const NOWHERE: Text = bilingual!("tempat tidak disebut", "no place is named");
const BLANK: Text = bilingual!("(kosong)", "(blank)");

impl Audit {
    /// A printed entry of the document by its place in the list.
    pub(crate) fn printed(&self, place: usize) -> Option<&Printed> {
        self.evaluation.report().document().printed.get(place)
    }

    /// What a figure is called: its title, or its key where there is no such figure.
    pub(super) fn title(&self, key: &str, language: Language) -> String {
        let figure = self.evaluation.figure(key);
        figure.map_or_else(|| key.to_owned(), |figure| self.evaluation.title(figure, language))
    }

    /// What should be printed instead of what a finding is about, as people write it: in the style of the print, with the
    /// mark of its unit.
    ///
    /// Where neither the print nor the document says a style, it is that of the language.
    #[must_use]
    pub fn expected_of(&self, finding: &Finding, language: Language) -> Option<String> {
        let first = finding.entries().first().and_then(|place| self.printed(*place));
        finding.expected().map(|expected| self.written(finding.figure(), first, expected, language))
    }

    /// What should be printed in the place of an entry of the document's list, as people write it.
    #[must_use]
    pub fn expected_at(&self, place: usize, language: Language) -> Option<String> {
        let (printed, audited) = (self.printed(place)?, self.entries.get(place)?);
        audited.expected().map(|expected| self.written(&printed.figure, Some(printed), expected, language))
    }

    /// A number as people write it: in the style of the print, with the mark of the figure's unit.
    pub(in crate::audit) fn written(
        &self,
        key: &str,
        printed: Option<&Printed>,
        expected: &str,
        language: Language,
    ) -> String {
        let shows = printed.map_or(Shows::Value, |printed| printed.shows);
        let (Ok(number), Shows::Value) = (expected.parse::<Number>(), shows) else { return expected.to_owned() };
        let declared = printed.and_then(|printed| printed.style).or(self.evaluation.report().document().style);
        let form = match self.evaluation.figure(key).and_then(unit) {
            Some(Unit::Percent) => Form::Percent,
            Some(Unit::Rupiah) => Form::Rupiah,
            _ => Form::Number,
        };
        write(number, declared.unwrap_or(style_of(language)), form)
    }
}

fn unit(figure: &Figure) -> Option<Unit> {
    match figure.made() {
        Made::Given { unit, .. } => Some(*unit),
        _ => figure.outcome().value().map(|value| value.unit),
    }
}

/// Where an entry stands: its table, column and row.
pub(super) fn place(printed: &Printed, language: Language) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(printed.table.clone());
    parts.extend(printed.column.as_ref().map(|column| concat(&[COLUMN.get(language), column])));
    parts.extend(printed.place.clone());
    if parts.is_empty() { NOWHERE.get(language).to_owned() } else { join(&parts, ", ") }
}

/// What an entry prints.
pub(super) fn text(printed: &Printed, language: Language) -> &str {
    let text = printed.text.trim();
    if text.is_empty() { BLANK.get(language) } else { text }
}

/// What an entry prints, and where.
pub(super) fn text_and_place(printed: &Printed, language: Language) -> String {
    concat(&[text(printed, language), " (", &place(printed, language), ")"])
}
