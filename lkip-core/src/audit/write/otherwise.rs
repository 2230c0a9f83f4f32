//! Printed figures that come out only by another convention than the declared one.

use super::block::{Block, Grid, Head, Line, Section};
use super::place::{place, text};
use crate::audit::{Audit, Audited, Cause, Diagnosis, Verdict};
use crate::language::{Language, Text, bilingual};
use crate::number::Number;
use crate::prelude::*;
use crate::report::Printed;
use crate::text::{concat, join, size};

const TITLE: Text = bilingual!("Sesuai dengan cara lain", "Reproduced by another convention");
const NAME: Text = bilingual!("Angka", "Figure");
const PLACE: Text = bilingual!("Tempat", "Place");
const PRINTED: Text = bilingual!("Tercetak", "Printed");
const EXPECTED: Text = bilingual!("Menurut pedoman", "By the rules");

pub(super) fn section(audit: &Audit, language: Language) -> Option<Section> {
    let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
    for (printed, audited) in audit.entries() {
        if audited.verdict() != Verdict::ReproducedOtherwise {
            continue;
        }
        let convention = named(audited, language);
        let row = row(audit, printed, audited, language);
        match groups.iter_mut().find(|(known, _)| *known == convention) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((convention, vec![row])),
        }
    }
    if groups.is_empty() {
        return None;
    }
    // What most figures need stands first.
    groups.sort_by_key(|(_, rows)| core::cmp::Reverse(rows.len()));
    let mut section = Section::new("lkip-otherwise", TITLE.get(language));
    for (convention, rows) in groups {
        let count = size(rows.len());
        let heading = concat(&[&convention, " (", &count, ")"]);
        let mut group = Section::new("lkip-convention", &heading);
        let head = |label: Text, numeric: bool| Head { label: label.get(language), numeric };
        let columns = vec![head(NAME, false), head(PLACE, false), head(PRINTED, true), head(EXPECTED, true)];
        group.blocks.push(Block::Grid(Grid { caption: convention, columns, rows }));
        section.blocks.push(Block::Section(group));
    }
    Some(section)
}

/// The conventions that make an entry come out, in words.
fn named(audited: &Audited, language: Language) -> String {
    join(&some_of(audited.diagnoses(), &mut |diagnosis| convention(diagnosis, language)), "; ")
}

fn convention(diagnosis: &Diagnosis, language: Language) -> Option<String> {
    let text = match diagnosis.cause() {
        Cause::RoundedOtherwise => {
            bilingual!("Nilai {method}; menurut pedoman {declared}", "Values {method}; by the rules {declared}")
        }
        Cause::MadeOfPrinted => bilingual!("Dibuat dari angka yang tercetak", "Made of the figures as printed"),
        Cause::MadeOfExact => bilingual!("Dibuat dari nilai yang belum dibulatkan", "Made of unrounded values"),
        Cause::NothingAsZero => bilingual!("Nol untuk yang tidak dilaksanakan", "A zero for what was not carried out"),
        _ => return None,
    };
    Some(diagnosis.details().fill(text.get(language), language))
}

fn row(audit: &Audit, printed: &Printed, audited: &Audited, language: Language) -> Line {
    let by_rules = audited.diagnoses().iter().find_map(|diagnosis| diagnosis.corrected_value());
    let expected = by_rules.map(Number::text).or_else(|| audited.expected().map(ToOwned::to_owned));
    let written = expected.map(|expected| audit.written(&printed.figure, Some(printed), &expected, language));
    Line {
        class: String::new(),
        data: vec![("data-lkip-figure", printed.figure.clone())],
        cells: vec![
            audit.title(&printed.figure, language),
            place(printed, language),
            text(printed, language).to_owned(),
            written.unwrap_or_else(|| "-".to_owned()),
        ],
    }
}
