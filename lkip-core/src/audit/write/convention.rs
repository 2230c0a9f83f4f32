//! Which rules the printed figures show, against those that are declared.

use super::block::{Block, Grid, Head, Line, Section};
use crate::audit::Audit;
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::text::size;

const TITLE: Text = bilingual!("Kebiasaan yang tampak", "Conventions that show");
const CAPTION: Text = bilingual!("Pilihan yang ditunjukkan angka tercetak", "Choices that the printed figures show");
const QUESTION: Text = bilingual!("Hal", "Question");
const SHOWN: Text = bilingual!("Tampak", "Shown");
const DECIDED: Text = bilingual!("Ditentukan oleh (angka)", "Decided by (figures)");
const OPPOSED: Text = bilingual!("Ditentang oleh (angka)", "Opposed by (figures)");
const DECLARED: Text = bilingual!("Menurut pedoman", "By the rules");
const SAME: Text = bilingual!("sama", "the same");
const OTHERWISE: Text = bilingual!("berbeda: ", "otherwise: ");
const OPEN: Text = bilingual!("tidak disebut", "not named");

pub(super) fn section(audit: &Audit, language: Language) -> Option<Section> {
    let rules = audit.evaluation().rules();
    let rows = each(audit.conventions(), &mut |convention| {
        let question = convention.question();
        let declared = match question.declared(rules) {
            _ if convention.is_declared(rules) => SAME.get(language).to_owned(),
            Some(declared) => {
                let mut text = OTHERWISE.get(language).to_owned();
                text.push_str(&question.words(&declared, language));
                text
            }
            None => OPEN.get(language).to_owned(),
        };
        Line {
            class: String::new(),
            data: vec![
                ("data-lkip-question", question.as_str().to_owned()),
                ("data-lkip-choice", convention.choice().to_owned()),
            ],
            cells: vec![
                question.title().get(language).to_owned(),
                convention.words(language),
                size(convention.decided_by().len()),
                size(convention.opposed_by().len()),
                declared,
            ],
        }
    });
    if rows.is_empty() {
        return None;
    }
    let head = |label: Text, numeric: bool| Head { label: label.get(language), numeric };
    let columns = vec![
        head(QUESTION, false),
        head(SHOWN, false),
        head(DECIDED, true),
        head(OPPOSED, true),
        head(DECLARED, false),
    ];
    let mut section = Section::new("lkip-conventions", TITLE.get(language));
    section.blocks.push(Block::Grid(Grid { caption: CAPTION.get(language).to_owned(), columns, rows }));
    Some(section)
}
