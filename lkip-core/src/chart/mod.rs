//! The charts that an LKjIP shows, as plain data for whatever draws them: what stands along the axis, the series with their exact
//! numbers and as people write them, the bands of the scale, and why something is not there.
//!
//! ```
//! use lkip_core::chart::{ChartId, chart};
//! use lkip_core::{Language, evaluate::evaluate, report::Report};
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "bkd-ntt-2021",
//!     "indikator": [{"id": "iku-1", "nama": "Kerja sama", "satuan": "Dokumen", "target": "90", "realisasi": "75"}]
//! }"#)?;
//! let chart = chart(&evaluate(&report, None)?, ChartId::Achievements, None)?;
//! let bar = chart.series("achievement").and_then(|series| series.points.first());
//! assert_eq!(bar.map(|bar| bar.display(Language::Indonesian)).as_deref(), Some("83,33 %"));
//! assert_eq!(chart.bands().get(1).map(|band| band.category().label.as_str()), Some("Berhasil"));
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod absorption;
mod achievements;
mod axis;
mod band;
mod budget;
mod quarters;
mod report;
#[cfg(test)]
mod tests;

pub use axis::Axis;
pub use band::ChartBand;
pub use report::ChartReport;

use crate::error::Error;
use crate::evaluate::Evaluation;
use crate::explain::display_value;
use crate::language::{Language, Text, bilingual};
use crate::measure::Unit;
use crate::number::Number;
use crate::plain::choices;
use crate::prelude::*;
use crate::rules::Bilingual;
use crate::table::{Cell, Column, ColumnKind, Row, RowKind, Table, both, plain, title};

choices! {
    /// Which chart it is.
    pub enum ChartId {
        /// The achievement of every indicator against the bands of the scale.
        Achievements = "achievements" | "capaian",
        /// The quarters of an indicator: realizations against targets.
        Quarters = "quarters" | "triwulan",
        /// Achievement against absorption, with the efficiency that they make.
        Absorption = "absorption" | "penyerapan",
        /// What every program was allocated and spent.
        Budget = "budget" | "anggaran",
    }
}

/// A chart: what it is called, what its axis measures, what stands along it, and the series of values.
#[doc(alias = "grafik")]
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    id: ChartId,
    title: Bilingual,
    axis: Axis,
    items: Vec<ChartItem>,
    series: Vec<ChartSeries>,
    bands: Vec<ChartBand>,
    lines: Vec<ChartLine>,
    notes: Vec<Bilingual>,
}

/// What a value of each series belongs to: an indicator, a quarter, an objective, a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartItem {
    /// What it is called.
    pub label: Bilingual,
    /// Whether it is one of many, or stands for all of them.
    pub kind: RowKind,
    /// The beginning of the keys of its figures: `indicators.iku-1`.
    pub subject: Option<String>,
    /// What it is gathered under, such as the objective of an indicator.
    pub group: Option<Bilingual>,
}

/// One series: a value for every item, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSeries {
    /// Its stable name: `achievement`, `target`, `spending`.
    pub id: String,
    /// What a legend calls it.
    pub label: Bilingual,
    /// What it holds.
    pub kind: ColumnKind,
    /// One for each item. What has no value is never a zero.
    pub points: Vec<Cell>,
}

/// A value to compare with: that of a target that was just met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartLine {
    /// What a legend calls it.
    pub label: Bilingual,
    /// Where it stands.
    pub value: Number,
    /// Its unit.
    pub unit: Unit,
}

/// A chart of a report. `indicator` is the id of the one whose quarters are wanted; the other charts are of all and need none.
///
/// Nothing is computed here: every number is one of the evaluation's tables. A chart of what the report does not have holds no
/// items and a note that says so.
///
/// # Errors
///
/// [`UnknownFigure`](crate::Code::UnknownFigure) for an indicator that there is not, and
/// [`MissingField`](crate::Code::MissingField) where quarters are wanted of none.
pub fn chart(evaluation: &Evaluation, id: ChartId, indicator: Option<&str>) -> Result<Chart, Error> {
    match id {
        ChartId::Achievements => Ok(achievements::chart(evaluation)),
        ChartId::Quarters => quarters::chart(evaluation, indicator),
        ChartId::Absorption => Ok(absorption::chart(evaluation)),
        ChartId::Budget => Ok(budget::chart(evaluation)),
    }
}

impl ChartLine {
    /// The value as people write it: `100 %`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        display_value(self.value, self.unit, language)
    }
}

impl Chart {
    /// A chart of the period that has nothing on it yet.
    fn new(id: ChartId, text: Text, axis: Axis, evaluation: &Evaluation) -> Self {
        let title = title(text, &evaluation.report().document().period);
        let (items, series) = (Vec::new(), Vec::new());
        Self { id, title, axis, items, series, bands: Vec::new(), lines: Vec::new(), notes: Vec::new() }
    }

    /// Which it is.
    #[must_use]
    pub fn id(&self) -> ChartId {
        self.id
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &Bilingual {
        &self.title
    }

    /// The axis on which its values are measured.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// What stands along the other axis, in the order of the tables.
    #[must_use]
    pub fn items(&self) -> &[ChartItem] {
        &self.items
    }

    /// Every series, each with one point for every item.
    #[must_use]
    pub fn all_series(&self) -> &[ChartSeries] {
        &self.series
    }

    /// The series of a name.
    #[must_use]
    pub fn series(&self, id: &str) -> Option<&ChartSeries> {
        self.series.iter().find(|series| series.id == id)
    }

    /// The categories of the scale, the highest first; none where the rules have no scale.
    #[must_use]
    pub fn bands(&self) -> &[ChartBand] {
        &self.bands
    }

    /// Values to compare with.
    #[must_use]
    pub fn lines(&self) -> &[ChartLine] {
        &self.lines
    }

    /// What must be known to read it.
    #[must_use]
    pub fn notes(&self) -> &[Bilingual] {
        &self.notes
    }

    /// Puts the columns of a table on the chart.
    fn columns(&mut self, table: &Table, ids: &[&str]) {
        for column in table.columns() {
            if ids.contains(&&*column.id) {
                let Column { id, label, kind, .. } = column;
                let series = ChartSeries { id: id.clone(), label: label.clone(), kind: *kind, points: Vec::new() };
                self.series.push(series);
            }
        }
    }

    /// Puts a row of a table on the chart: its cells under the columns that are on it.
    fn row(&mut self, table: &Table, row: &Row, label: &Cell, group: Option<&Bilingual>) {
        for series in &mut self.series {
            series.points.push(cell(table, row, &series.id).clone());
        }
        self.item(row.kind, label, row.subject.clone(), group);
    }

    fn item(&mut self, kind: RowKind, label: &Cell, subject: Option<String>, group: Option<&Bilingual>) {
        let label = shown(label);
        self.items.push(ChartItem { label, kind, subject, group: group.cloned() });
    }

    /// The rows of a table that are of one kind.
    fn rows(&mut self, table: &Table, kind: RowKind) {
        for row in table.rows().iter().filter(|row| row.kind == kind) {
            self.row(table, row, name(table, row), None);
        }
    }

    /// The line of a target that was just met.
    fn hundred(&mut self) {
        const MET: Text = bilingual!("Sesuai target", "On target");
        self.lines.push(ChartLine { label: plain(MET), value: Number::HUNDRED, unit: Unit::Percent });
    }

    /// The chart, with a note where there is nothing on it.
    fn or_empty(mut self, note: Text) -> Self {
        if self.items.is_empty() {
            self.notes.push(plain(note));
        }
        self
    }

    /// The numbers of a series.
    fn numbers<'a>(&'a self, id: &str) -> Vec<&'a Number> {
        let points = self.series(id).map_or(&[][..], |series| &series.points);
        some_of(points, &mut |point| match point {
            Cell::Figure(shown) => Some(&shown.value),
            _ => None,
        })
    }
}

static EMPTY: Cell = Cell::Empty;

/// The cell of a row under a column.
fn cell<'a>(table: &Table, row: &'a Row, column: &str) -> &'a Cell {
    let place = table.columns().iter().position(|known| known.id == column);
    place.and_then(|place| row.cells.get(place)).unwrap_or(&EMPTY)
}

/// The cell that names a row.
fn name<'a>(table: &Table, row: &'a Row) -> &'a Cell {
    let place = table.columns().iter().position(|column| column.names_rows);
    place.and_then(|place| row.cells.get(place)).unwrap_or(&EMPTY)
}

/// What a cell says, in both languages.
fn shown(cell: &Cell) -> Bilingual {
    both(&|language: Language| cell.display(language))
}
