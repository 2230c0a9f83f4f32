//! This year against earlier years: realizations, changes, achievements.

use super::Table;
use super::TableId;
use super::cell::{Cell, State};
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::{Group, Source, marks, reached};
use super::wording::{filled, title};
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::report::{Earlier, Indicator, Measured, unit_of_text};
use crate::rules::Growth;
use crate::text::{concat, count};

const TITLE: Text = bilingual!(
    "Realisasi dan capaian {period} dibandingkan dengan tahun-tahun sebelumnya",
    "Realizations and achievements, {period} against earlier years"
);
/// How many earlier years are shown: "beberapa tahun terakhir".
const SHOWN: usize = 5;
const OLDER: Text =
    bilingual!("Hanya {shown} tahun terakhir yang ditampilkan.", "Only the latest {shown} earlier years are shown.");

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let groups = source.groups(&|_, measured| !measured.previous.is_empty());
    let all = earlier_years(source, &groups);
    let years: Vec<u16> = all.iter().copied().skip(all.len().saturating_sub(SHOWN)).collect();
    let this = count(u64::from(source.document.period.year.get()));
    let growth = source.rules().growth;
    let mut draft = columns(source, &years, &this, growth);
    for group in &groups {
        let depth = source.heading(&mut draft, group, Vec::new());
        for place in &group.indicators {
            let Some((indicator, measured)) = source.indicator(*place) else { continue };
            let cells = cells(source, indicator, measured, &years);
            draft.item(depth, concat(&["indicators.", indicator.id.as_str()]), cells);
        }
    }
    if years.len() < all.len() {
        draft.note(filled(OLDER, &[("shown", &crate::text::size(SHOWN))]));
    }
    source.notes(&mut draft, &groups);
    draft.finish()
}

/// The earlier years of all indicators, each once, in their order.
fn earlier_years(source: &Source<'_>, groups: &[Group]) -> Vec<u16> {
    let mut years: Vec<u16> = Vec::new();
    for place in groups.iter().flat_map(|group| &group.indicators) {
        for earlier in source.checked.indicators.get(*place).into_iter().flat_map(|of| &of.previous) {
            let year = earlier.year.get();
            let before = years.partition_point(|known| *known < year);
            if years.get(before) != Some(&year) {
                years.insert(before, year);
            }
        }
    }
    years
}

fn columns(source: &Source<'_>, years: &[u16], this: &str, growth: Growth) -> Draft {
    let label = |text: Text, year: &str| filled(text, &[("year", year)]);
    let (kind, change, formula) = match growth {
        Growth::Relative => {
            let change = bilingual!("Perubahan sejak {year}", "Change since {year}");
            (ColumnKind::Percent, change, ["({realization_", "}/{realization_", "} − 1) × 100"])
        }
        Growth::Points => {
            let change = bilingual!("Selisih sejak {year}", "Difference since {year}");
            (ColumnKind::Points, change, ["{realization_", "} − {realization_", "}"])
        }
    };
    let realization = bilingual!("Realisasi {year}", "Realization {year}");
    let achievement = bilingual!("Capaian {year}", "Achievement {year}");
    let texts: Vec<String> = each(years, &mut |year| count(u64::from(*year)));
    let mut draft = Draft::new(TableId::Years.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("indicator", ColumnKind::Text, bilingual!("Sasaran / indikator kinerja", "Objective / indicator"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"));
    let with_this = || texts.iter().map(String::as_str).chain([this]);
    for year in with_this() {
        draft = draft.labelled(&concat(&["realization_", year]), ColumnKind::Number, label(realization, year));
    }
    for year in &texts {
        let [before, between, after] = formula;
        let formula = concat(&[before, this, between, year, after]);
        draft = draft.labelled(&concat(&["change_", year]), kind, label(change, year)).formula(&formula);
    }
    for year in with_this() {
        draft = draft.labelled(&concat(&["achievement_", year]), ColumnKind::Percent, label(achievement, year));
    }
    draft
}

fn cells(source: &Source<'_>, indicator: &Indicator, measured: &Measured, years: &[u16]) -> Vec<Cell> {
    let unit = unit_of_text(indicator.unit.as_deref());
    let growth = match source.rules_of(indicator).growth {
        Growth::Relative => ".change",
        Growth::Points => ".points",
    };
    let none = || Cell::state(State::NoBase);
    let of = |year: u16| measured.previous.iter().find(|earlier| earlier.year.get() == year);
    let figure = |year: u16, name: &str| {
        let year = count(u64::from(year));
        let figure = source.figure(&["indicators.", indicator.id.as_str(), ".previous.", &year, name]);
        figure.map_or_else(none, Cell::of)
    };
    let mut cells = source.head(indicator);
    for year in years {
        cells.push(of(*year).map_or_else(none, |earlier| {
            reached(&earlier.realization, unit, State::NoBase).marked(marks_of(indicator, earlier))
        }));
    }
    cells.push(source.realization(indicator));
    cells.extend(years.iter().map(|year| figure(*year, growth)));
    // What is missing in an earlier year will not come any more.
    cells.extend(years.iter().map(|year| match figure(*year, ".achievement") {
        Cell::Absent(absence) if matches!(absence.state, State::NotMeasured | State::NoTarget) => none(),
        cell => cell,
    }));
    cells.push(Cell::maybe(source.figure(&["indicators.", indicator.id.as_str(), ".achievement"])));
    cells
}

fn marks_of(indicator: &Indicator, earlier: &Earlier) -> Vec<String> {
    let written = indicator.previous.iter().find(|written| written.year == earlier.year);
    written.and_then(|written| written.realization.as_ref()).map(marks).unwrap_or_default()
}
