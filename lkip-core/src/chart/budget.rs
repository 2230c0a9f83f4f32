//! What every program was allocated and spent.

use super::axis::Axis;
use super::{Chart, ChartId};
use crate::evaluate::Evaluation;
use crate::language::{Text, bilingual};
use crate::table::{RowKind, TableId, table};

const TITLE: Text =
    bilingual!("Pagu dan realisasi anggaran per program {period}", "Budget and spending by program, {period}");
const NONE: Text =
    bilingual!("Laporan ini tidak memuat anggaran per program.", "This report has no budget by program.");

pub(super) fn chart(evaluation: &Evaluation) -> Chart {
    let mut chart = Chart::new(ChartId::Budget, TITLE, Axis::rupiah(&[]), evaluation);
    if let Some(table) = table(evaluation, TableId::BudgetByProgram) {
        chart.columns(&table, &["allocation", "spending", "absorption"]);
        chart.rows(&table, RowKind::Item);
        chart.axis = Axis::rupiah(&[chart.numbers("allocation"), chart.numbers("spending")].concat());
    }
    chart.or_empty(NONE)
}
