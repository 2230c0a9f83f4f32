//! How many printed figures were checked, and how they came out.

use super::block::{Block, Grid, Head, Line, Section};
use super::wording::capital;
use crate::audit::{Audit, Verdict};
use crate::error::fill;
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::text::{concat, size};

const TITLE: Text = bilingual!("Ringkasan", "Summary");
const CHECKED: Text = bilingual!(
    "{checked} angka tercetak diperiksa: {reproduced} sesuai, {otherwise} sesuai dengan cara lain, {blank} tidak tercetak, {wrong} keliru.",
    "{checked} printed figures were checked: {reproduced} reproduced, {otherwise} reproduced by another convention, {blank} not printed, {wrong} wrong."
);
const RULES: Text = bilingual!("Pedoman: ", "Rules: ");
const CAPTION: Text = bilingual!("Angka tercetak menurut hasilnya", "Printed figures by verdict");
const VERDICT: Text = bilingual!("Hasil", "Verdict");
const COUNT: Text = bilingual!("Banyaknya", "Count");

pub(super) fn section(audit: &Audit, language: Language) -> Section {
    let mut section = Section::new("lkip-summary", TITLE.get(language));
    let rules = audit.evaluation().rules();
    let named = concat(&[RULES.get(language), rules.title.get(language), " (", &rules.id, ")"]);
    section.blocks.push(Block::Text(named));
    for sentence in audit.inference().map(|inference| inference.sentences(language)).unwrap_or_default() {
        section.blocks.push(Block::Text(sentence));
    }
    let count = |verdict| size(audit.count(verdict));
    let wrong = audit.entries().filter(|(_, audited)| !audited.verdict().is_sound()).count();
    section.blocks.push(Block::Text(fill(
        CHECKED,
        language,
        &[
            ("checked", &size(audit.entries().count())),
            ("reproduced", &count(Verdict::Reproduced)),
            ("otherwise", &count(Verdict::ReproducedOtherwise)),
            ("blank", &count(Verdict::NotPrinted)),
            ("wrong", &size(wrong)),
        ],
    )));
    let mut rows = Vec::new();
    for verdict in Verdict::ALL {
        let count = audit.count(*verdict);
        if count > 0 {
            rows.push(Line {
                class: concat(&["lkip-", verdict.as_str()]),
                data: vec![("data-lkip-verdict", verdict.as_str().to_owned())],
                cells: vec![capital(verdict.title().get(language)), size(count)],
            });
        }
    }
    let columns =
        vec![Head { label: VERDICT.get(language), numeric: false }, Head { label: COUNT.get(language), numeric: true }];
    if !rows.is_empty() {
        section.blocks.push(Block::Grid(Grid { caption: CAPTION.get(language).to_owned(), columns, rows }));
    }
    section
}
