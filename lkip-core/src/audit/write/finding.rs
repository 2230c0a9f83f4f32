//! What is wrong: where, what should stand there, why, and what rests on it.

use super::block::{Block, Fact, Section, Value};
use super::place::text_and_place;
use super::wording::{capital, first};
use crate::audit::{Audit, Diagnosis, Finding, Verdict};
use crate::error::fill;
use crate::evaluate::{Figure, FigureKind};
use crate::language::{Language, Text, bilingual};
use crate::number::Number;
use crate::prelude::*;
use crate::text::{concat, size};

const TITLE: Text = bilingual!("Temuan", "Findings");
const NONE: Text = bilingual!("Tidak ada temuan.", "Nothing is wrong.");
const PRINTED: Text = bilingual!("Tercetak", "Printed");
const IN_DOCUMENT: Text = bilingual!("Dalam dokumen", "In the document");
const EXPECTED: Text = bilingual!("Seharusnya", "Expected");
const WHY: Text = bilingual!("Sebab", "Why");
const LIKELIEST: Text = bilingual!("Paling mungkin: ", "Likeliest: ");
const UNEXPLAINED: Text = bilingual!("Tidak ada yang menjelaskannya.", "Nothing explains it.");
const SUPPORTED: Text =
    bilingual!(" Didukung angka lain ({count}): {names}.", " Supported by other figures ({count}): {names}.");
const OPPOSED: Text =
    bilingual!(" Ditentang angka lain ({count}): {names}.", " Opposed by other figures ({count}): {names}.");
const ELSEWHERE: Text = bilingual!("Tercetak lain", "Printed otherwise");
const AFFECTS: Text = bilingual!("Memengaruhi", "Affects");
const KEY: Text = bilingual!("Kunci", "Key");

/// How many figures are named as evidence.
const EVIDENCE: usize = 3;
/// How many figures are named that rest on a finding.
const AFFECTED: usize = 5;

pub(super) fn section(audit: &Audit, language: Language) -> Section {
    let mut section = Section::new("lkip-findings", TITLE.get(language));
    if audit.findings().is_empty() {
        section.blocks.push(Block::Text(NONE.get(language).to_owned()));
    }
    for (place, finding) in audit.findings().iter().enumerate() {
        section.blocks.push(Block::Section(one(audit, finding, place + 1, language)));
    }
    section
}

pub(super) fn one(audit: &Audit, finding: &Finding, number: usize, language: Language) -> Section {
    let verdict = finding.verdict();
    let title = audit.title(finding.figure(), language);
    let heading = concat(&[&size(number), ". ", &capital(verdict.title().get(language)), ": ", &title]);
    let mut section = Section::new(&concat(&["lkip-finding lkip-", verdict.as_str()]), &heading);
    section.data.push(("data-lkip-verdict", verdict.as_str().to_owned()));
    section.data.push(("data-lkip-figure", finding.figure().to_owned()));
    let mut facts = vec![printed(audit, finding, language)];
    if let Some(written) = audit.expected_of(finding, language) {
        facts.push(Fact::texts(EXPECTED.get(language), vec![written]));
    }
    append(&mut facts, why(audit, finding, language));
    let elsewhere = some_of(finding.elsewhere(), &mut |place| Some(text_and_place(audit.printed(*place)?, language)));
    if !elsewhere.is_empty() {
        facts.push(Fact::texts(ELSEWHERE.get(language), elsewhere));
    }
    if !finding.affects().is_empty() {
        facts.push(Fact::texts(AFFECTS.get(language), vec![affected(audit, finding, language)]));
    }
    facts.push(Fact::texts(KEY.get(language), vec![finding.figure().to_owned()]));
    section.blocks.push(Block::Facts(facts));
    section
}

fn names(audit: &Audit, keys: &[String], most: usize, language: Language) -> String {
    first(each(keys, &mut |key| audit.title(key, language)), most, language)
}

/// What rests on a finding. Figures of the same subject are called by their kinds.
fn affected(audit: &Audit, finding: &Finding, language: Language) -> String {
    let evaluation = audit.evaluation();
    let subject = evaluation.figure(finding.figure()).map(Figure::subject);
    let names = some_of(finding.affects(), &mut |key| {
        let figure = evaluation.figure(key)?;
        let is_same = Some(figure.subject()) == subject && figure.kind() != FigureKind::Value;
        Some(if is_same { evaluation.short_title(figure, language) } else { evaluation.title(figure, language) })
    });
    first(names, AFFECTED, language)
}

/// What is printed where; for what no table prints, what the document holds.
fn printed(audit: &Audit, finding: &Finding, language: Language) -> Fact {
    let texts = some_of(finding.entries(), &mut |place| Some(text_and_place(audit.printed(*place)?, language)));
    if !texts.is_empty() {
        return Fact::texts(PRINTED.get(language), texts);
    }
    let given = audit.evaluation().figure(finding.figure()).and_then(|figure| figure.value()).map(Number::text);
    let written = given.map(|given| audit.written(finding.figure(), None, &given, language));
    Fact::texts(IN_DOCUMENT.get(language), vec![written.unwrap_or_default()])
}

fn why(audit: &Audit, finding: &Finding, language: Language) -> Option<Fact> {
    let label = WHY.get(language);
    if let Some(error) = finding.error() {
        return Some(Fact::texts(label, vec![error.message(language)]));
    }
    let diagnoses = finding.diagnoses();
    if diagnoses.is_empty() {
        let reason = match finding.verdict() {
            Verdict::NotComputable => {
                audit.evaluation().figure(finding.figure())?.outcome().reason()?.message(language)
            }
            Verdict::WrongCategory | Verdict::WrongWords => return None,
            _ => UNEXPLAINED.get(language).to_owned(),
        };
        return Some(Fact::texts(label, vec![reason]));
    }
    let mut values = Vec::with_capacity(diagnoses.len());
    for (place, diagnosis) in diagnoses.iter().enumerate() {
        let mark = if place == 0 && diagnoses.len() > 1 { LIKELIEST.get(language) } else { "" };
        let text = concat(&[mark, &told(audit, diagnosis, language)]);
        values.push(Value { text, data: vec![("data-lkip-cause", diagnosis.cause().as_str().to_owned())] });
    }
    Some(Fact { label, values })
}

/// A cause with its evidence.
fn told(audit: &Audit, diagnosis: &Diagnosis, language: Language) -> String {
    let mut text = diagnosis.sentence(language);
    for (words, keys) in [(SUPPORTED, diagnosis.supported_by()), (OPPOSED, diagnosis.opposed_by())] {
        if !keys.is_empty() {
            let names = names(audit, keys, EVIDENCE, language);
            text.push_str(&fill(words, language, &[("count", &size(keys.len())), ("names", &names)]));
        }
    }
    text
}
