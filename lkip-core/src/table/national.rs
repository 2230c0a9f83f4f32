//! This year's realizations against national standards or averages.

use super::Table;
use super::TableId;
use super::cell::{Cell, Sign};
use super::column::ColumnKind;
use super::draft::Draft;
use super::source::{Source, marks};
use super::wording::{plain, title};
use crate::language::{Text, bilingual};
use crate::number::Ratio;
use crate::prelude::*;
use crate::report::{Indicator, National, Quantity, unit_of_text};
use crate::text::concat;

const TITLE: Text = bilingual!(
    "Realisasi {period} dibandingkan dengan nilai nasional",
    "Realizations against national values, {period}"
);
const SIGNS: Text = bilingual!(
    "Tanda +, = dan − berarti realisasi di atas, sama dengan dan di bawah nilai nasional.",
    "The signs +, = and − say that the realization is above, equal to and below the national value."
);

pub(super) fn table(source: &Source<'_>) -> Option<Table> {
    let mut draft = Draft::new(TableId::National.as_str(), title(TITLE, &source.document.period))
        .column("no", ColumnKind::Number, bilingual!("No.", "No."))
        .column("indicator", ColumnKind::Text, bilingual!("Sasaran / indikator kinerja", "Objective / indicator"))
        .names_rows()
        .column("unit", ColumnKind::Text, bilingual!("Satuan", "Unit"))
        .column("national", ColumnKind::Number, bilingual!("Nilai nasional", "National value"))
        .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
        .column("comparison", ColumnKind::Percent, bilingual!("Terhadap nasional", "Against the national value"))
        .formula("{realization}/{national} × 100")
        .column("sign", ColumnKind::Sign, bilingual!("Keterangan (+/−)", "Remark (+/−)"))
        .column("source", ColumnKind::Text, bilingual!("Sumber", "Source"))
        .optional();
    let groups = source.groups(&|indicator, _| value(indicator).is_some());
    for group in &groups {
        let depth = source.heading(&mut draft, group, Vec::new());
        for place in &group.indicators {
            let Some((indicator, _)) = source.indicator(*place) else { continue };
            let Some((national, of)) = value(indicator) else { continue };
            let subject = concat(&["indicators.", indicator.id.as_str()]);
            let unit = unit_of_text(indicator.unit.as_deref());
            let reached = source.figure(&[&subject, ".realization"]).and_then(|figure| figure.exact());
            let mut cells = source.head(indicator);
            cells.push(Cell::number(of, unit).marked(marks(&national.value)));
            cells.push(source.realization(indicator));
            cells.push(Cell::maybe(source.figure(&[&subject, ".national"])));
            cells.push(reached.map_or(Cell::Empty, |reached| Cell::Sign(Sign::of(&reached, &Ratio::from(of)))));
            cells.push(national.source.clone().map_or(Cell::Empty, Cell::Text));
            draft.item(depth, subject, cells);
        }
    }
    draft.note(plain(SIGNS));
    source.notes(&mut draft, &groups);
    draft.finish()
}

/// The national value of an indicator that has one.
fn value(indicator: &Indicator) -> Option<(&National, crate::number::Number)> {
    let national = indicator.national.as_ref()?;
    Some((national, Quantity::value(&national.value)?))
}
