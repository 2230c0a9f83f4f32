//! The absorption that agreements promise, against the one that was reached.

use super::Table;
use super::TableId;
use super::cell::{Cell, Sign};
use super::column::ColumnKind;
use super::draft::Draft;
use super::row::RowKind;
use super::source::Source;
use super::wording::{plain, title};
use crate::evaluate::Figure;
use crate::language::{Text, bilingual};
use crate::measure::Unit;
use crate::number::Ratio;
use crate::prelude::*;
use crate::report::{Agreement, AgreementProgram, BudgetLine, Quantity};
use crate::text::{concat, size};

const TITLE: Text =
    bilingual!("Penyerapan anggaran yang diperjanjikan {period}", "Absorption that was promised, {period}");
const SIGNS: Text = bilingual!(
    "Tanda +, = dan − berarti penyerapan di atas, sama dengan dan di bawah yang diperjanjikan.",
    "The signs +, = and − say that the absorption is above, equal to and below what was promised."
);

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Agreements.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("program", ColumnKind::Text, bilingual!("Unit kerja / program", "Office / program"))
        .names_rows()
        .column("promised", ColumnKind::Percent, bilingual!("Diperjanjikan paling sedikit", "Promised at least"))
        .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan", "Absorption"))
        .column("achievement", ColumnKind::Percent, bilingual!("Capaian", "Achievement"))
        .formula("{absorption}/{promised} × 100")
        .column("sign", ColumnKind::Sign, bilingual!("Keterangan (+/−)", "Remark (+/−)"));
    for agreement in &source.document.agreements {
        let mut promises = agreement.programs.iter().enumerate().filter(|(_, program)| minimum(program).is_some());
        let Some(first) = promises.next() else { continue };
        let subject = concat(&["agreements.", agreement.id.as_str()]);
        draft.row(RowKind::Group, 0, Some(subject.clone()), vec![Cell::Empty, Cell::Text(name(source, agreement))]);
        for (place, program) in [first].into_iter().chain(promises) {
            let subject = concat(&[&subject, ".programs.", &size(place + 1)]);
            let cells = cells(source, program, &subject);
            draft.item(1, subject, cells);
        }
    }
    draft.note(plain(SIGNS));
    draft.finish()
}

fn minimum(program: &AgreementProgram) -> Option<crate::number::Number> {
    program.minimum.as_ref().and_then(Quantity::value)
}

/// Who promises; the id of the agreement where that is not said, or where one office made several.
fn name(source: &Source<'_>, agreement: &Agreement) -> String {
    let office = agreement.office.as_ref().and_then(|id| source.checked.places.offices.get(id.as_str()));
    let office = office.and_then(|place| source.document.offices.get(place));
    match office {
        Some(office) => concat(&[&office.name, " (", agreement.id.as_str(), ")"]),
        None => agreement.id.as_str().to_owned(),
    }
}

fn cells(source: &Source<'_>, program: &AgreementProgram, subject: &str) -> Vec<Cell> {
    let place = program.budget.as_ref().and_then(|id| source.checked.places.budget.get(id.as_str()));
    let line: Option<&BudgetLine> = place.and_then(|place| source.document.budget.get(place));
    let name = program.name.clone().or_else(|| line.map(|line| (*line.name).to_owned())).unwrap_or_default();
    let absorption = line.and_then(|line| source.figure(&["budget.", line.id.as_str(), ".absorption"]));
    let promised = minimum(program);
    let sign = absorption.and_then(Figure::exact).zip(promised);
    vec![
        Cell::Text(name),
        promised.map_or(Cell::Empty, |promised| Cell::number(promised, Unit::Percent)),
        Cell::maybe(absorption),
        Cell::maybe(source.figure(&[subject, ".minimum"])),
        sign.map_or(Cell::Empty, |(reached, promised)| Cell::Sign(Sign::of(&reached, &Ratio::from(promised)))),
    ]
}
