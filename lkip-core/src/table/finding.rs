//! Findings: what does not agree in the report.

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::Source;
use super::wording::{both, title};
use crate::language::{Text, bilingual};
use crate::prelude::*;

const TITLE: Text = bilingual!("Temuan {period}", "Findings, {period}");

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Findings.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("name", ColumnKind::Text, bilingual!("Uraian", "Subject"))
        .names_rows()
        .column("figure", ColumnKind::Text, bilingual!("Angka", "Figure"))
        .column("code", ColumnKind::Text, bilingual!("Kode", "Code"))
        .column("finding", ColumnKind::Text, bilingual!("Temuan", "Finding"));
    for finding in source.evaluation.findings() {
        let text = both(&|language| finding.sentence(language));
        let cells = vec![
            Cell::Text(finding.name().to_owned()),
            Cell::Text(finding.figure().to_owned()),
            Cell::Text(finding.code().as_str().to_owned()),
            Cell::Word { code: None, text },
        ];
        draft.item(0, finding.figure().to_owned(), cells);
    }
    draft.finish()
}
