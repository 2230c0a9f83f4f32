//! The budget: by objective, by program, by office, and as a tree.

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::row::RowKind;
use super::source::{Source, downwards};
use super::wording::{filled, title};
use crate::evaluate::{FigureKind, Subject};
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::report::{BudgetLevel, BudgetLine};
use crate::text::concat;

const BY_OBJECTIVE: Text = bilingual!("Anggaran menurut sasaran {period}", "Budget by objective, {period}");
const BY_PROGRAM: Text = bilingual!("Anggaran menurut program {period}", "Budget by program, {period}");
const BY_OFFICE: Text = bilingual!("Anggaran menurut unit kerja {period}", "Budget by office, {period}");
const TREE: Text = bilingual!("Rincian anggaran {period}", "Budget in detail, {period}");
const WHOLE: Text = bilingual!("Anggaran seluruhnya", "The whole budget");
const NOT_COUNTED: Text = bilingual!(
    "{name}: uraian lain dari anggaran yang sama, tidak dihitung dalam jumlah.",
    "{name}: another account of the same money, not part of the totals."
);

pub(super) fn by_objective(source: &Source<'_>) -> Option<Table> {
    let draft = Draft::new(TableId::BudgetByObjective.as_str(), title(BY_OBJECTIVE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("objective", ColumnKind::Text, bilingual!("Sasaran", "Objective"))
        .names_rows();
    let mut draft = amount_columns(draft);
    for objective in &source.document.objectives {
        let subject = concat(&["objectives.", objective.id.as_str()]);
        share(source, &mut draft, (RowKind::Item, 0), subject, vec![Cell::Text(objective.name.clone())]);
    }
    whole(source, draft, 1)
}

pub(super) fn by_program(source: &Source<'_>) -> Option<Table> {
    let draft = Draft::new(TableId::BudgetByProgram.as_str(), title(BY_PROGRAM, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("code", ColumnKind::Text, bilingual!("Kode", "Code"))
        .column("program", ColumnKind::Text, bilingual!("Program", "Program"))
        .names_rows();
    let mut draft = amount_columns(draft);
    for figure in source.evaluation.figures() {
        let (Subject::Program(place), FigureKind::Allocation) = (figure.subject(), figure.kind()) else { continue };
        let Some(line) = source.document.budget.get(place) else { continue };
        let subject = figure.key().strip_suffix(".allocation").unwrap_or(figure.key()).to_owned();
        share(source, &mut draft, (RowKind::Item, 0), subject, vec![code(line), Cell::Text((*line.name).to_owned())]);
    }
    whole(source, draft, 2)
}

pub(super) fn by_office(source: &Source<'_>) -> Option<Table> {
    let draft = Draft::new(TableId::BudgetByOffice.as_str(), title(BY_OFFICE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("office", ColumnKind::Text, bilingual!("Unit kerja", "Office"))
        .names_rows();
    let mut draft = amount_columns(draft);
    let tree = &source.checked.offices;
    // An office has the amounts of those below it too.
    for (place, depth) in downwards(tree, source.document.offices.len()) {
        let Some(office) = source.document.offices.get(place) else { continue };
        let kind = if tree.children(place).is_empty() { RowKind::Item } else { RowKind::Parent };
        let subject = concat(&["offices.", office.id.as_str()]);
        share(source, &mut draft, (kind, depth), subject, vec![Cell::Text(office.name.clone())]);
    }
    whole(source, draft, 1)
}

/// Every line of the budget under the one above it, as deep as it stands there.
pub(super) fn tree(source: &Source<'_>) -> Option<Table> {
    let draft = Draft::new(TableId::Budget.as_str(), title(TREE, &source.document.period))
        .column("code", ColumnKind::Text, bilingual!("Kode", "Code"))
        .optional()
        .column(
            "line",
            ColumnKind::Text,
            bilingual!("Program / kegiatan / sub kegiatan", "Program / activity / subactivity"),
        )
        .names_rows()
        .column("level", ColumnKind::Text, bilingual!("Jenjang", "Level"))
        .optional();
    let mut draft = amount_columns(draft);
    let tree = &source.checked.budget;
    for (place, depth) in downwards(tree, source.document.budget.len()) {
        let Some(line) = source.document.budget.get(place) else { continue };
        let kind = match (line.level, tree.children(place)) {
            (Some(BudgetLevel::Total), _) => RowKind::Total,
            (_, []) => RowKind::Item,
            _ => RowKind::Parent,
        };
        let subject = concat(&["budget.", line.id.as_str()]);
        let mut cells = vec![code(line), Cell::Text((*line.name).to_owned()), line.level.map_or(Cell::Empty, level)];
        cells.extend(amounts(source, &subject));
        draft.row(kind, depth, Some(subject), cells);
        if !line.counted {
            draft.note(filled(NOT_COUNTED, &[("name", &line.name)]));
        }
    }
    draft.finish()
}

fn amount_columns(draft: Draft) -> Draft {
    draft
        .column("allocation", ColumnKind::Rupiah, bilingual!("Pagu", "Allocation"))
        .column("spending", ColumnKind::Rupiah, bilingual!("Realisasi", "Spending"))
        .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan", "Absorption"))
        .formula("{spending}/{allocation} × 100")
        .column("remainder", ColumnKind::Rupiah, bilingual!("Sisa", "Remainder"))
        .formula("{allocation} − {spending}")
}

fn amounts(source: &Source<'_>, subject: &str) -> [Cell; 4] {
    [".allocation", ".spending", ".absorption", ".remainder"].map(|name| Cell::maybe(source.figure(&[subject, name])))
}

/// The amounts of everything that belongs to a subject, if anything does.
fn share(source: &Source<'_>, draft: &mut Draft, at: (RowKind, usize), subject: String, names: Vec<Cell>) {
    if source.figure(&[&subject, ".allocation"]).is_some() {
        let mut cells = names;
        cells.extend(amounts(source, &subject));
        draft.numbered(at, subject, cells);
    }
}

/// The amounts of the report below those of its parts, with empty cells before the name.
fn whole(source: &Source<'_>, mut draft: Draft, before: usize) -> Option<Table> {
    if !draft.is_empty() && source.figure(&["report.allocation"]).is_some() {
        let mut cells = vec![Cell::Empty; before];
        cells.push(Cell::word("total", WHOLE));
        cells.extend(amounts(source, "report"));
        draft.row(RowKind::Total, 0, Some("report".to_owned()), cells);
    }
    draft.finish()
}

fn code(line: &BudgetLine) -> Cell {
    line.code.as_ref().map_or(Cell::Empty, |code| Cell::Text(code.as_str().to_owned()))
}

fn level(level: BudgetLevel) -> Cell {
    let text = match level {
        BudgetLevel::Total => bilingual!("Jumlah", "Total"),
        BudgetLevel::Group => bilingual!("Kelompok", "Group"),
        BudgetLevel::Program => bilingual!("Program", "Program"),
        BudgetLevel::Activity => bilingual!("Kegiatan", "Activity"),
        BudgetLevel::Subactivity => bilingual!("Sub kegiatan", "Subactivity"),
        BudgetLevel::Account => bilingual!("Belanja", "Account"),
    };
    Cell::word(level.as_str(), text)
}
