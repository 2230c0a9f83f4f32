//! [`Chart`]: the data of a chart of a report, with what stands along its axis, its series and its bands.

use lkip_core::api::ChartAnswer;
use lkip_core::chart::{self, ChartBand as Band};
use lkip_core::table::Cell;
use lkip_core::{Language, Number, rules};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::category::Reason;
use crate::evaluation::same;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal};

/// What a chart of a report shows, as data for whatever draws it; `lkip.plot` draws it with matplotlib.
///
/// Made by `chart()`. Frozen, hashable, picklable; equal when all that it shows is. `__match_args__` are `id` and `title`.
///
/// >>> import lkip
/// >>> made = lkip.chart({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "bkd-ntt-2021", "indicators": [{"id": "a", "name": "Kerja sama", "target": "90", "realization": "75"}]},
/// ...     "achievements")
/// >>> made
/// Chart('achievements', 1 item, 2 series)
/// >>> [(point.value, point.display) for point in made["achievement"].points]
/// [(Decimal('83.33'), '83,33 %')]
/// >>> made.bands[1].label, made.bands[1].low, made.bands[1].high
/// ('Berhasil', Decimal('75'), Decimal('85'))
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Chart {
    pub(crate) answer: ChartAnswer,
}

impl PartialEq for Chart {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        one.chart == other.chart && one.options == other.options && same(&one.evaluation, &other.evaluation)
    }
}

impl Hash for Chart {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.answer.chart.id(), self.answer.chart.items().len()).hash(state);
    }
}

impl Chart {
    fn language(&self) -> Language {
        self.answer.options.language
    }

    fn text<'a>(&self, text: &'a rules::Bilingual) -> &'a str {
        text.get(self.language())
    }

    fn series_at<'py>(
        slf: &Bound<'py, Self>,
        index: usize,
        series: &chart::ChartSeries,
    ) -> PyResult<Bound<'py, ChartSeries>> {
        let made = ChartSeries {
            id: series.id.clone(),
            label: slf.get().text(&series.label).to_owned(),
            kind: series.kind.as_str(),
            points: series.points.clone(),
            language: slf.get().language(),
        };
        Origin::item(slf, "series", index).make(slf.py(), made)
    }
}

#[pymethods]
impl Chart {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "title")
    }

    /// Which it is: `achievements`, `quarters`, `absorption` or `budget`.
    #[getter]
    fn id(&self) -> &'static str {
        self.answer.chart.id().as_str()
    }

    /// What it is called, in the language of the call.
    #[getter]
    fn title(&self) -> &str {
        self.text(self.answer.chart.title())
    }

    /// The axis on which its values are measured.
    #[getter]
    fn axis<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, ChartAxis>> {
        let axis = slf.get().answer.chart.axis();
        let label = slf.get().text(&axis.label).to_owned();
        let made = ChartAxis { label, unit: axis.unit.as_str(), per: axis.per, low: axis.low, high: axis.high };
        Origin::part(slf, "axis").make(slf.py(), made)
    }

    /// What stands along the other axis, in the order of the tables.
    #[getter]
    fn items<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().answer.chart.items(), |index, item| {
            let text = |text: &rules::Bilingual| slf.get().text(text).to_owned();
            let (label, group) = (text(&item.label), item.group.as_ref().map(text));
            let made = ChartItem { label, kind: item.kind.as_str(), subject: item.subject.clone(), group };
            Origin::item(slf, "items", index).make(slf.py(), made)
        })
    }

    /// The series, each with one point for every item.
    #[getter]
    fn series<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().answer.chart.all_series(), |index, series| {
            Self::series_at(slf, index, series)
        })
    }

    /// The categories of the scale, the highest first; empty where the rules have no scale.
    #[getter]
    fn bands<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().answer.chart.bands(), |index, band| {
            let made = ChartBand { band: band.clone(), language: slf.get().language() };
            Origin::item(slf, "bands", index).make(slf.py(), made)
        })
    }

    /// Values to compare with, such as that of a target that was just met.
    #[getter]
    fn lines<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().answer.chart.lines(), |index, line| {
            let made = ChartLine {
                label: slf.get().text(&line.label).to_owned(),
                value: line.value,
                display: line.display(slf.get().language()),
            };
            Origin::item(slf, "lines", index).make(slf.py(), made)
        })
    }

    /// What must be known to read it, in the language of the call.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.answer.chart.notes().iter().map(|note| self.text(note)))
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __len__(&self) -> usize {
        self.answer.chart.items().len()
    }

    /// The series of a name.
    fn __getitem__<'py>(slf: &Bound<'py, Self>, id: &str) -> PyResult<Bound<'py, ChartSeries>> {
        let all = slf.get().answer.chart.all_series();
        let found = all.iter().enumerate().find(|(_, series)| series.id == id);
        let (index, series) = found.ok_or_else(|| PyKeyError::new_err(id.to_owned()))?;
        Self::series_at(slf, index, series)
    }

    fn __contains__(&self, id: &str) -> bool {
        self.answer.chart.series(id).is_some()
    }

    fn __repr__(&self) -> String {
        let chart = &self.answer.chart;
        let items = output::counted(chart.items().len(), "item");
        format!("Chart('{}', {items}, {} series)", self.id(), chart.all_series().len())
    }

    fn _repr_html_(&self) -> String {
        html::chart(&self.answer.chart, self.language())
    }
}

/// The axis on which the values of a chart are measured. `__match_args__` are `label` and `unit`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct ChartAxis {
    label: String,
    unit: &'static str,
    per: Number,
    low: Option<Number>,
    high: Option<Number>,
}

#[pymethods]
impl ChartAxis {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("label", "unit")
    }

    /// What stands beside it, in the language of the call.
    #[getter]
    fn label(&self) -> &str {
        &self.label
    }

    /// The unit of the values: `number`, `percent` or `rupiah`.
    #[getter]
    fn unit(&self) -> &'static str {
        self.unit
    }

    /// What one step of its numbers is worth: 1, or a thousand million where the label says that it counts those.
    #[getter]
    fn per<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.per)
    }

    /// Where it is cut off below, since a value lies far beyond; None where it is not.
    #[getter]
    fn low<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.low.map(|low| decimal(py, low)).transpose()
    }

    /// Where it is cut off above, since a value lies far beyond; None where it is not.
    #[getter]
    fn high<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.high.map(|high| decimal(py, high)).transpose()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("ChartAxis({}, {})", output::quoted(py, &self.label)?, self.unit))
    }
}

/// What a value of each series belongs to. `__match_args__` are `label` and `kind`.
#[pyclass(frozen, eq, hash, get_all, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct ChartItem {
    /// What it is called, in the language of the call.
    label: String,
    /// `item`, or `total` where it stands for all.
    kind: &'static str,
    /// The beginning of the keys of its figures: `indicators.iku-1`.
    subject: Option<String>,
    /// What it is gathered under, such as the objective of an indicator; None where it is not.
    group: Option<String>,
}

#[pymethods]
impl ChartItem {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("label", "kind")
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("ChartItem({}, {})", output::quoted(py, &self.label)?, self.kind))
    }
}

/// One series of a chart: a point for every item. `__match_args__` are `id` and `label`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq)]
pub(crate) struct ChartSeries {
    id: String,
    label: String,
    kind: &'static str,
    points: Vec<Cell>,
    language: Language,
}

impl Hash for ChartSeries {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.id, self.points.len()).hash(state);
    }
}

#[pymethods]
impl ChartSeries {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "label")
    }

    /// Its stable name: `achievement`, `target`, `spending`.
    #[getter]
    fn id(&self) -> &str {
        &self.id
    }

    /// What a legend calls it, in the language of the call.
    #[getter]
    fn label(&self) -> &str {
        &self.label
    }

    /// What it holds: `number`, `percent`, `points`, `rupiah` or `category`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.kind
    }

    /// One for each item of the chart.
    #[getter]
    fn points<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), &slf.get().points, |index, point| {
            let made = ChartPoint { point: point.clone(), language: slf.get().language };
            Origin::item(slf, "points", index).make(slf.py(), made)
        })
    }

    fn __repr__(&self) -> String {
        format!("ChartSeries('{}', {})", self.id, output::counted(self.points.len(), "point"))
    }
}

/// One value of a series, or why there is none. `__match_args__` are `value` and `display`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq)]
pub(crate) struct ChartPoint {
    point: Cell,
    language: Language,
}

impl Hash for ChartPoint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.display().hash(state);
    }
}

#[pymethods]
impl ChartPoint {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("value", "display")
    }

    /// The number as it is reported; None where there is none, never zero. The exact one has the figure in `figure`.
    #[getter]
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        match &self.point {
            Cell::Figure(shown) => decimal(py, shown.value).map(Some),
            _ => Ok(None),
        }
    }

    /// What a reader is shown, in the language of the call: `87,07 %`, a category, or words where there is no value.
    #[getter]
    fn display(&self) -> String {
        self.point.display(self.language)
    }

    /// The key of the figure; None for what stands in the document without one, such as the target of a quarter.
    #[getter]
    fn figure(&self) -> Option<&str> {
        match &self.point {
            Cell::Figure(shown) => shown.key.as_deref(),
            Cell::Absent(absence) => absence.key.as_deref(),
            _ => None,
        }
    }

    /// Why there is no value, where a calculation says so. None where there is one, or nothing was to be computed.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let Cell::Absent(absence) = &slf.get().point else { return Ok(None) };
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, slf.get().language);
        absence.reason.as_ref().map(new).transpose()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("ChartPoint({})", output::quoted(py, &self.display())?))
    }
}

/// A category of a scale and the part of the axis that is its own. `__match_args__` are `label` and `rank`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq)]
pub(crate) struct ChartBand {
    band: Band,
    language: Language,
}

impl Hash for ChartBand {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.label(), self.rank()).hash(state);
    }
}

#[pymethods]
impl ChartBand {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("label", "rank")
    }

    /// The stable name of the category: `sangat_berhasil`.
    #[getter]
    fn code(&self) -> &str {
        &self.band.category().code
    }

    /// What reports print: "Sangat Berhasil".
    #[getter]
    fn label(&self) -> &str {
        &self.band.category().label
    }

    /// The bounds as mathematics writes them: `70 ≤ x < 85`.
    #[getter]
    fn bounds(&self) -> String {
        self.band.bounds(self.language)
    }

    /// The place in the scale; 1 is the category of the highest values.
    #[getter]
    fn rank(&self) -> usize {
        self.band.band().rank()
    }

    /// Where it begins; None where it has no lower end.
    #[getter]
    fn low<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.band.low.map(|low| decimal(py, low)).transpose()
    }

    /// Where it ends; None where it has no upper end.
    #[getter]
    fn high<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.band.high.map(|high| decimal(py, high)).transpose()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("ChartBand({}, {})", output::quoted(py, self.label())?, self.bounds()))
    }
}

/// A value to compare with. `__match_args__` are `label` and `display`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct ChartLine {
    label: String,
    value: Number,
    display: String,
}

#[pymethods]
impl ChartLine {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("label", "display")
    }

    /// What a legend calls it, in the language of the call.
    #[getter]
    fn label(&self) -> &str {
        &self.label
    }

    /// Where it stands.
    #[getter]
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.value)
    }

    /// The value as people write it: `100 %`.
    #[getter]
    fn display(&self) -> &str {
        &self.display
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("ChartLine({}, {})", output::quoted(py, &self.label)?, output::quoted(py, &self.display)?))
    }
}
