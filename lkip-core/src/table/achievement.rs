//! Target against realization of this period, with achievement and category, and the average of every objective.

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::row::RowKind;
use super::source::Source;
use super::wording::{both, filled, title};
use crate::error::fill;
use crate::evaluate::Figure;
use crate::explain::style_of;
use crate::language::{Text, bilingual};
use crate::measure::Coverage;
use crate::number::{Form, write};
use crate::prelude::*;
use crate::report::unit_of_text;
use crate::rules::LimitIn;
use crate::text::{concat, size};

const TITLE: Text = bilingual!("Target dan realisasi kinerja {period}", "Targets and realizations, {period}");
const AVERAGE: Text = bilingual!("Rata-rata seluruhnya", "Average of all");
const NOT_AVERAGED: Text = bilingual!("tidak", "no");
const CAP: Text = bilingual!("Capaian dibatasi paling tinggi {percent} %.", "Achievements are capped at {percent} %.");
const FLOOR: Text =
    bilingual!("Capaian dibatasi paling rendah {percent} %.", "Achievements are no less than {percent} %.");

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Achievement.as_str(), title(TITLE, &source.document.period));
    draft = draft
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("indicator", ColumnKind::Text, bilingual!("Sasaran / indikator kinerja", "Objective / indicator"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"))
        .column("target", ColumnKind::Number, bilingual!("Target", "Target"))
        .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
        .column("achievement", ColumnKind::Percent, bilingual!("Capaian", "Achievement"))
        .formula("{realization}/{target} × 100")
        .column("category", ColumnKind::Category, bilingual!("Kategori", "Category"))
        .optional()
        .column("counted", ColumnKind::Text, bilingual!("Dirata-rata", "Averaged"))
        .optional();
    let groups = source.groups(&|_, _| true);
    for group in &groups {
        let objective = group.objective.and_then(|place| source.document.objectives.get(place));
        let average =
            objective.and_then(|objective| source.figure(&["objectives.", objective.id.as_str(), ".average"]));
        let depth = source.heading(&mut draft, group, average.map(averaged).unwrap_or_default());
        for place in &group.indicators {
            let Some((indicator, measured)) = source.indicator(*place) else { continue };
            let subject = concat(&["indicators.", indicator.id.as_str()]);
            let unit = unit_of_text(indicator.unit.as_deref());
            let mut cells = source.head(indicator);
            cells.push(Cell::target(measured.target, unit, Some(concat(&[&subject, ".target"]))));
            cells.push(source.realization(indicator));
            let achievement = source.figure(&[&subject, ".achievement"]);
            cells.push(Cell::maybe(achievement));
            cells.push(achievement.map_or(Cell::Empty, Cell::category));
            cells.push(if indicator.average { Cell::Empty } else { Cell::word("no", NOT_AVERAGED) });
            draft.item(depth, subject, cells);
        }
    }
    if let Some(average) = source.figure(&["report.average"]) {
        let mut cells = vec![Cell::Empty, Cell::word("average", AVERAGE)];
        cells.extend(averaged(average));
        draft.row(RowKind::Total, 0, Some("report".to_owned()), cells);
    }
    limits(source, &mut draft);
    source.notes(&mut draft, &groups);
    draft.finish()
}

/// The cells behind the name of what an average belongs to.
fn averaged(figure: &Figure) -> Vec<Cell> {
    let counted = figure.coverage().filter(|coverage| coverage.total > 0);
    let Some(counted) = counted else { return Vec::new() };
    let empty = [Cell::Empty, Cell::Empty, Cell::Empty];
    let mut cells = empty.to_vec();
    cells.extend([Cell::of(figure), Cell::category(figure), coverage(counted)]);
    cells
}

/// "3 dari 4"
fn coverage(coverage: &Coverage) -> Cell {
    let (used, total) = (size(coverage.used), size(coverage.total));
    let text = filled(bilingual!("{used} dari {total}", "{used} of {total}"), &[("used", &used), ("total", &total)]);
    Cell::Word { code: Some(text.en.clone()), text }
}

/// The cap and the floor, which the formula of the column does not show.
fn limits(source: &Source<'_>, draft: &mut Draft) {
    let rules = source.rules();
    for (limit, text) in [(rules.cap_in(LimitIn::Indicator), CAP), (rules.floor_in(LimitIn::Indicator), FLOOR)] {
        let Some(limit) = limit else { continue };
        draft.note(both(&|language| {
            let percent = write(limit.percent, style_of(language), Form::Number);
            fill(text, language, &[("percent", &percent)])
        }));
    }
}
