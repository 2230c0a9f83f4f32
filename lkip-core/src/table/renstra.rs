//! Progress to the target at the end of the strategic plan (Renstra).

use super::Table;
use super::TableId;
use super::cell::Cell;
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::Source;
use super::wording::title;
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::report::unit_of_text;
use crate::text::{concat, count};

const TITLE: Text = bilingual!(
    "Kemajuan {period} menuju target akhir Renstra",
    "Progress to the targets of the strategic plan, {period}"
);

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::Renstra.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("indicator", ColumnKind::Text, bilingual!("Sasaran / indikator kinerja", "Objective / indicator"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"))
        .column("plan_target", ColumnKind::Number, bilingual!("Target akhir Renstra", "Target at the plan's end"))
        .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
        .column("progress", ColumnKind::Percent, bilingual!("Tingkat kemajuan", "Progress"))
        .formula("{realization}/{plan_target} × 100")
        .column("plan_year", ColumnKind::Number, bilingual!("Tahun akhir Renstra", "Last year of the plan"));
    let groups = source.groups(&|_, measured| !measured.renstra.is_empty());
    for group in &groups {
        let depth = source.heading(&mut draft, group, Vec::new());
        for place in &group.indicators {
            let Some((indicator, measured)) = source.indicator(*place) else { continue };
            // The years are in their order: the last one is the plan's end.
            let Some((year, target)) = measured.renstra.last() else { continue };
            let text = count(u64::from(year.get()));
            let figure = source.figure(&["indicators.", indicator.id.as_str(), ".renstra.", &text]);
            let mut cells = source.head(indicator);
            cells.push(Cell::target(*target, unit_of_text(indicator.unit.as_deref()), None));
            cells.push(source.realization(indicator));
            cells.push(Cell::maybe(figure));
            cells.push(Cell::Count(usize::from(year.get())));
            draft.item(depth, concat(&["indicators.", indicator.id.as_str()]), cells);
        }
    }
    source.notes(&mut draft, &groups);
    draft.finish()
}
