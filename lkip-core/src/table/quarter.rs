//! Target, realization and percentage of every quarter.

use super::Table;
use super::TableId;
use super::cell::{Cell, State};
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::{Source, marks, reached};
use super::wording::{plain, title};
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::report::{InQuarter, Indicator, unit_of_text};
use crate::rules::QuarterBase;
use crate::text::{concat, count};

const TITLE: Text = bilingual!("Pengukuran kinerja per triwulan {period}", "Performance by quarter, {period}");

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Quarters.as_str(), title(TITLE, &source.document.period));
    draft = draft
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("indicator", ColumnKind::Text, bilingual!("Sasaran / indikator kinerja", "Objective / indicator"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"))
        .column("annual_target", ColumnKind::Number, bilingual!("Target tahunan", "Target of the year"))
        .column("quarter", ColumnKind::Text, bilingual!("Triwulan", "Quarter"))
        .column("target", ColumnKind::Number, bilingual!("Target", "Target"))
        .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
        .column("achievement", ColumnKind::Percent, bilingual!("Capaian", "Achievement"));
    let against = source.rules().quarters.against;
    if against == QuarterBase::Quarter {
        draft = draft.formula("{realization}/{target} × 100");
    }
    let groups = source.groups(&|_, measured| !measured.quarters.is_empty());
    for group in &groups {
        let depth = source.heading(&mut draft, group, Vec::new());
        for place in &group.indicators {
            let Some((indicator, measured)) = source.indicator(*place) else { continue };
            let subject = concat(&["indicators.", indicator.id.as_str()]);
            let unit = unit_of_text(indicator.unit.as_deref());
            let figure = against_of(source.rules_of(indicator).quarters.against);
            for (nth, of) in measured.quarters.iter().enumerate() {
                let subject = concat(&[&subject, ".quarters.", &count(u64::from(of.quarter))]);
                let mut cells = source.head(indicator);
                let annual = concat(&["indicators.", indicator.id.as_str(), ".target"]);
                cells.push(Cell::target(measured.target, unit, Some(annual)));
                cells.push(Cell::word(&count(u64::from(of.quarter)), of.name()));
                cells.push(of.target.map_or(Cell::state(State::NoTarget), |target| Cell::number(target, unit)));
                cells.push(realization(indicator, of));
                // A quarter without a realization of its own shows nothing, whatever was reached before.
                let percent = of.realization.value().and_then(|_| source.figure(&[&subject, figure]));
                cells.push(percent.map_or(Cell::Empty, Cell::of));
                if nth == 0 { draft.item(depth, subject, cells) } else { draft.again(depth, subject, cells) }
            }
        }
    }
    draft.note(plain(measured_against(against)));
    source.notes(&mut draft, &groups);
    draft.finish()
}

/// What the achievement of a quarter is measured against.
pub(crate) const fn measured_against(base: QuarterBase) -> Text {
    match base {
        QuarterBase::Quarter => bilingual!(
            "Capaian triwulan diukur terhadap target triwulan itu sendiri.",
            "The achievement of a quarter is measured against the target of that quarter."
        ),
        QuarterBase::ToDate => bilingual!(
            "Capaian triwulan diukur dari realisasi sampai dengan triwulan itu terhadap target sampai dengan triwulan itu.",
            "The achievement of a quarter measures what was reached up to it against the targets up to it."
        ),
        QuarterBase::Annual => bilingual!(
            "Capaian triwulan diukur dari realisasi sampai dengan triwulan itu terhadap target setahun.",
            "The achievement of a quarter measures what was reached up to it against the target of the year."
        ),
    }
}

const fn against_of(base: QuarterBase) -> &'static str {
    match base {
        QuarterBase::Quarter => ".against_quarter",
        QuarterBase::ToDate => ".to_date",
        QuarterBase::Annual => ".against_year",
    }
}

/// What was reached in a quarter; where it has no target either, nothing is missing.
fn realization(indicator: &Indicator, of: &InQuarter) -> Cell {
    let missing = if of.target.is_some() { State::NotMeasured } else { State::NoTarget };
    let written = indicator.quarters.iter().find(|written| written.quarter == of.quarter);
    let marks = written.and_then(|written| written.realization.as_ref()).map(marks).unwrap_or_default();
    reached(&of.realization, unit_of_text(indicator.unit.as_deref()), missing).marked(marks)
}
