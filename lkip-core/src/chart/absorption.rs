//! Achievement against absorption: of every objective, or of every office where objectives have no budget.

use super::axis::Axis;
use super::{Chart, ChartId};
use crate::evaluate::Evaluation;
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::table::{Cell, RowKind, TableId, is_mostly_unspent, table, unspent_note};
use crate::text::concat;

const TITLE: Text =
    bilingual!("Capaian kinerja dan penyerapan anggaran {period}", "Achievement and absorption, {period}");
const AXIS: Text = bilingual!("Capaian dan penyerapan", "Achievement and absorption");
const NONE: Text = bilingual!(
    "Laporan ini tidak memuat anggaran yang dapat disandingkan dengan capaian.",
    "This report has no budget that could stand beside an achievement."
);

pub(super) fn chart(evaluation: &Evaluation) -> Chart {
    let mut chart = Chart::new(ChartId::Absorption, TITLE, Axis::percent(AXIS), evaluation);
    chart.hundred();
    if let Some(table) = table(evaluation, TableId::Efficiency) {
        chart.columns(&table, &["achievement", "absorption", "efficiency", "band"]);
        chart.rows(&table, RowKind::Item);
        if chart.items.is_empty() {
            chart.offices(evaluation);
        }
        chart.rows(&table, RowKind::Total);
        chart.cut(&["achievement", "absorption"]);
        let unspent = some_of(&chart.items, &mut |item| {
            let figure = evaluation.figure(&concat(&[item.subject.as_deref()?, ".efficiency"]))?;
            (item.kind == RowKind::Item && is_mostly_unspent(figure)).then(|| evaluation.name(figure).to_owned())
        });
        append(&mut chart.notes, unspent_note(&unspent));
    }
    chart.or_empty(NONE)
}

impl Chart {
    /// The offices that have an efficiency.
    fn offices(&mut self, evaluation: &Evaluation) {
        for office in &evaluation.report().document().offices {
            let subject = concat(&["offices.", office.id.as_str()]);
            let figure = |name: &str| evaluation.figure(&concat(&[&subject, name]));
            let Some(efficiency) = figure(".efficiency") else { continue };
            for series in &mut self.series {
                series.points.push(match &*series.id {
                    "achievement" => Cell::maybe(figure(".score")),
                    "absorption" => Cell::maybe(figure(".absorption")),
                    "efficiency" => Cell::of(efficiency),
                    _ => Cell::category(efficiency),
                });
            }
            self.item(RowKind::Item, &Cell::Text(office.name.clone()), Some(subject), None);
        }
    }
}
