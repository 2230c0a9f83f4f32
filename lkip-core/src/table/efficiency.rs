//! Efficiency of every objective: its achievement and its absorption always stand beside it.

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::row::RowKind;
use super::source::Source;
use super::wording::{both, filled, title};
use crate::evaluate::{Figure, Made};
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::rules::{Bilingual, EfficiencyMethod, Formula};
use crate::text::{concat, join};

const TITLE: Text = bilingual!("Efisiensi penggunaan sumber daya {period}", "Efficiency, {period}");
const ALL: Text = bilingual!("Seluruhnya", "Everything");
const UNSPENT: Text = bilingual!(
    "Efisiensi yang lebih banyak berasal dari anggaran yang tidak terserap daripada dari kinerja: {names}.",
    "Efficiency that comes from money that was not spent more than from performance: {names}."
);

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let method = source.rules().efficiency.method;
    let kind = match method {
        EfficiencyMethod::AchievementMinusAbsorption => ColumnKind::Points,
        _ => ColumnKind::Percent,
    };
    let mut draft = Draft::new(TableId::Efficiency.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("objective", ColumnKind::Text, bilingual!("Sasaran", "Objective"))
        .names_rows()
        .column("achievement", ColumnKind::Percent, bilingual!("Capaian kinerja", "Achievement"))
        .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan anggaran", "Absorption"))
        .column("efficiency", kind, bilingual!("Tingkat efisiensi", "Efficiency"));
    if let Some(formula) = formula(method) {
        draft = draft.formula(formula);
    }
    draft = draft.column("band", ColumnKind::Category, bilingual!("Kategori", "Category")).optional();
    let mut unspent = Vec::new();
    for objective in &source.document.objectives {
        let subject = concat(&["objectives.", objective.id.as_str()]);
        let Some(efficiency) = source.figure(&[&subject, ".efficiency"]) else { continue };
        let mut cells = vec![Cell::Text(objective.name.clone())];
        cells.extend(measured(source, &subject, efficiency));
        draft.item(0, subject, cells);
        if is_mostly_unspent(efficiency) {
            unspent.push(objective.name.clone());
        }
    }
    if let Some(efficiency) = source.figure(&["report.efficiency"]) {
        let mut cells = vec![Cell::Empty, Cell::word("total", ALL)];
        cells.extend(measured(source, "report", efficiency));
        draft.row(RowKind::Total, 0, Some("report".to_owned()), cells);
    }
    if let Some(note) = unspent_note(&unspent) {
        draft.note(note);
    }
    if method == EfficiencyMethod::Pmk214 {
        draft.note(both(&|language| Formula::Pmk214Score.expression().get(language).to_owned()));
    }
    draft.finish()
}

const fn formula(method: EfficiencyMethod) -> Option<&'static str> {
    match method {
        EfficiencyMethod::AchievementMinusAbsorption => Some("{achievement} − {absorption}"),
        EfficiencyMethod::AbsorptionOverAchievement => Some("{absorption}/{achievement} × 100"),
        EfficiencyMethod::OutputOverInput => Some("{achievement}/{absorption} × 100"),
        EfficiencyMethod::UnspentWhenMet => Some("100 − {absorption}"),
        EfficiencyMethod::Pmk214 => None,
    }
}

fn measured(source: &Source<'_>, subject: &str, efficiency: &Figure) -> [Cell; 4] {
    [
        Cell::maybe(source.figure(&[subject, ".average"])),
        Cell::maybe(source.figure(&[subject, ".absorption"])),
        Cell::of(efficiency),
        Cell::category(efficiency),
    ]
}

/// Whose efficiency comes from money that was left; nothing where nobody's does.
pub(crate) fn unspent_note(names: &[String]) -> Option<Bilingual> {
    (!names.is_empty()).then(|| filled(UNSPENT, &[("names", &join(names, "; "))]))
}

/// Whether an efficiency is made by money that was left more than by what was reached.
pub(crate) fn is_mostly_unspent(figure: &Figure) -> bool {
    matches!(figure.made(), Made::Calculation(calculation) if calculation.mostly_unspent().is_some())
}
