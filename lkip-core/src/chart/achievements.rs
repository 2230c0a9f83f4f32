//! The achievement of every indicator against the bands of the scale.

use super::axis::Axis;
use super::band::bands;
use super::{Chart, ChartId, cell, name, shown};
use crate::error::fill;
use crate::evaluate::Evaluation;
use crate::language::{Text, bilingual};
use crate::table::{Cell, RowKind, TableId, both, table};

const TITLE: Text = bilingual!("Capaian indikator kinerja {period}", "Achievements of the indicators, {period}");
const AXIS: Text = bilingual!("Capaian", "Achievement");
const NONE: Text = bilingual!("Laporan ini tidak memuat indikator.", "This report has no indicators.");
const OTHER_SCALE: Text = bilingual!(
    "{name}: kategorinya {category} menurut skala {scale}, bukan skala yang tergambar.",
    "{name}: its category is {category} by the scale {scale}, not the one that is drawn."
);

pub(super) fn chart(evaluation: &Evaluation) -> Chart {
    let mut chart = Chart::new(ChartId::Achievements, TITLE, Axis::percent(AXIS), evaluation);
    let scale = evaluation.rules().scale.as_ref();
    chart.bands = scale.map(bands).unwrap_or_default();
    chart.hundred();
    if let Some(table) = table(evaluation, TableId::Achievement) {
        chart.columns(&table, &["achievement", "category"]);
        let mut group = None;
        for row in table.rows() {
            match row.kind {
                RowKind::Group => group = Some(shown(name(&table, row))),
                RowKind::Item => {
                    chart.row(&table, row, name(&table, row), group.as_ref());
                    if let Cell::Category(band) = cell(&table, row, "category")
                        && Some(band.scale()) != scale
                    {
                        let (category, of) = (&band.category().label, &band.scale().title);
                        chart.notes.push(both(&|language| {
                            let name = name(&table, row).display(language);
                            let scale = of.get(language);
                            fill(OTHER_SCALE, language, &[("name", &name), ("category", category), ("scale", scale)])
                        }));
                    }
                }
                RowKind::Parent | RowKind::Total => {}
            }
        }
        chart.cut(&["achievement"]);
    }
    chart.or_empty(NONE)
}
