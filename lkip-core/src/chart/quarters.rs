//! The quarters of an indicator: what was reached against what was promised.

use super::axis::Axis;
use super::{Chart, ChartId, cell};
use crate::error::{Code, Error};
use crate::evaluate::{Evaluation, Figure};
use crate::language::{Text, bilingual};
use crate::prelude::*;
use crate::report::unit_of_text;
use crate::table::{TableId, both, measured_against, plain, table};
use crate::text::concat;

const TITLE: Text =
    bilingual!("target dan realisasi per triwulan {period}", "targets and realizations by quarter, {period}");
const AXIS: Text = bilingual!("Nilai", "Value");
const NONE: Text = bilingual!(
    "Laporan ini tidak memuat triwulan untuk indikator itu.",
    "This report has no quarters of that indicator."
);

pub(super) fn chart(evaluation: &Evaluation, id: Option<&str>) -> Result<Chart, Error> {
    let Some(id) = id else {
        return Err(Error::new(Code::MissingField).text("field", "indicator").within("indicator"));
    };
    let known = evaluation.report().document().indicators.iter().find(|indicator| indicator.id.as_str() == id);
    let subject = concat(&["indicators.", id]);
    let Some(indicator) = known else { return Err(evaluation.unknown_figure(&subject).within("indicator")) };
    let unit = indicator.unit.as_deref();
    let label = unit.map_or_else(|| plain(AXIS), |unit| both(&|_| unit.to_owned()));
    let mut chart = Chart::new(ChartId::Quarters, TITLE, Axis::new(label, unit_of_text(unit)), evaluation);
    let title = chart.title.clone();
    chart.title = both(&|language| concat(&[&indicator.name, ": ", title.get(language)]));
    if let Some(table) = table(evaluation, TableId::Quarters) {
        chart.columns(&table, &["target", "realization", "achievement"]);
        let of = concat(&[&subject, ".quarters."]);
        for row in table.rows() {
            if row.subject.as_ref().is_some_and(|subject| subject.starts_with(&*of)) {
                chart.row(&table, row, cell(&table, row, "quarter"), None);
            }
        }
    }
    let rules = evaluation.figure(&concat(&[&subject, ".achievement"])).and_then(Figure::rules);
    if !chart.items.is_empty() {
        let against = rules.unwrap_or(evaluation.rules()).quarters.against;
        chart.notes.push(plain(measured_against(against)));
    }
    Ok(chart.or_empty(NONE))
}
