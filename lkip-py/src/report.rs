//! [`Report`]: a report document, checked once and used many times.

use lkip_core::api::ErrorsAnswer;
use lkip_core::report::Document;
use lkip_core::{Errors, Language, Plain, report};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyMapping, PyString};
use std::hash::{Hash, Hasher};

use crate::errors::{ValuesAnswer, refused};
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::input::{Place, Reader};
use crate::output::{self, language_or};
use crate::rules::RuleSet;

/// A report document (laporan kinerja, `lkip/1`), checked: what was promised, what was reached, what it cost.
///
/// `source` is a mapping, or the same as JSON in a `str` or in UTF-8 `bytes`; `Report.load()` reads a file. Numbers are
/// `str` in the style of the document, `int` or `Decimal`. Made once, it is used as often as you like without being
/// read again. Frozen, hashable, picklable; equal when their documents are. `__match_args__` are `title` and `year`.
///
/// Raises `LkipError` with every mistake at once, each with its path inside the report: floats and malformed numbers,
/// unknown fields, ids that are used twice or lead nowhere, formulas in a circle. `language` (`id` if nothing is
/// said, or `en`) is that of the messages.
///
/// Source: the format is described by `report_schema()`.
///
/// >>> import lkip
/// >>> report = lkip.Report({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "objectives": [{"id": "s1", "name": "Meningkatnya kinerja"}],
/// ...     "indicators": [{"id": "iku-1", "name": "Kerja sama", "objective": "s1",
/// ...                     "target": "90,00", "realization": "100,00"}]})
/// >>> report
/// Report('Contoh', 2021, 1 indicator)
/// >>> report.rules
/// RuleSet('setda-kaltim-2021', version '1')
/// >>> lkip.evaluate(report)["indicators.iku-1.achievement"].value
/// Decimal('111.11')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Report {
    pub(crate) report: report::Report,
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        self.report == other.report
    }
}

impl Hash for Report {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let document = self.document();
        (&document.title, document.period.year, document.indicators.len()).hash(state);
    }
}

impl Report {
    pub(crate) fn new(py: Python<'_>, report: report::Report) -> PyResult<Bound<'_, Self>> {
        Origin::Report(report.clone()).make(py, Self { report })
    }

    fn document(&self) -> &Document {
        self.report.document()
    }

    fn checked(py: Python<'_>, plain: Result<Plain, Errors>, language: Language) -> PyResult<report::Report> {
        let checked = plain.and_then(|plain| py.detach(|| report::Report::from_plain(&plain)));
        checked.map_err(|errors| refused(py, &ErrorsAnswer { errors, language }))
    }
}

/// The document that a source holds, or what is wrong with it.
fn read(source: &Bound<'_, PyAny>, language: Language) -> PyResult<Result<Plain, Errors>> {
    let py = source.py();
    if let Ok(text) = source.cast::<PyString>() {
        return Ok(Plain::from_json(text.to_str()?).map_err(Errors::from));
    }
    if source.is_instance_of::<PyBytes>() {
        // Some editors put a mark of the encoding before the text.
        let text: String = source.call_method1("decode", ("utf-8-sig",))?.extract()?;
        return Ok(Plain::from_json(&text).map_err(Errors::from));
    }
    let Ok(record) = source.cast::<PyMapping>() else {
        let kind = source.get_type().name()?;
        return Err(PyTypeError::new_err(format!("expected a Mapping, or JSON in str or bytes, not {kind}")));
    };
    let mut reader = Reader::default();
    let plain = reader.record(record, &Place::CALL)?;
    if reader.mistakes.is_empty() {
        return Ok(Ok(plain));
    }
    Err(refused(py, &ValuesAnswer::new(reader.mistakes, language)))
}

#[pymethods]
impl Report {
    #[new]
    #[pyo3(signature = (source, *, language=None))]
    fn of(source: &Bound<'_, PyAny>, language: Option<&Bound<'_, PyAny>>) -> PyResult<PyClassInitializer<Self>> {
        let language = language_or(language, Language::default())?;
        let report = Self::checked(source.py(), read(source, language)?, language)?;
        Ok(Origin::Report(report.clone()).with(Self { report }))
    }

    /// The report in a file of JSON in UTF-8. Raises `LkipError` as `Report()` does, and `OSError`.
    #[staticmethod]
    #[pyo3(signature = (path, *, language=None))]
    fn load<'py>(path: &Bound<'py, PyAny>, language: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, Self>> {
        let py = path.py();
        let language = language_or(language, Language::default())?;
        let bytes = py.import("pathlib")?.getattr("Path")?.call1((path,))?.call_method0("read_bytes")?;
        Self::new(py, Self::checked(py, read(&bytes, language)?, language)?)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("title", "year")
    }

    /// What the report is called.
    #[getter]
    fn title(&self) -> &str {
        &self.document().title
    }

    /// Where its figures come from; None where it does not say.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.document().source.as_deref()
    }

    /// The year that it reports on.
    #[getter]
    fn year(&self) -> u16 {
        self.document().period.year.get()
    }

    /// The quarter, 1 to 4, of a report that stands for a quarter; None for a year.
    #[getter]
    fn quarter(&self) -> Option<u32> {
        self.document().period.quarter
    }

    /// The rules that it names, with what it replaces; None where it names none.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, RuleSet>>> {
        self.report.rules().map(|rules| RuleSet::new(py, rules.clone())).transpose()
    }

    /// The document as a dictionary: its fields by their English names, its numbers as texts in its style.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.report)
    }

    /// The document as JSON, which `Report()` reads again.
    fn to_json(&self) -> String {
        output::json(&self.report)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let document = self.document();
        let quarter = document.period.quarter.map(|quarter| format!(" Q{quarter}")).unwrap_or_default();
        let title = output::quoted(py, &document.title)?;
        let indicators = output::counted(document.indicators.len(), "indicator");
        Ok(format!("Report({title}, {}{quarter}, {indicators})", document.period.year))
    }

    fn _repr_html_(&self) -> String {
        html::report(&self.report, Language::default())
    }
}

/// The JSON Schema (2020-12) of the report document, as a dictionary.
///
/// It describes every field with its names and meaning. What only the whole document shows, such as ids that lead
/// nowhere, is told by `Report()`.
///
/// >>> import lkip
/// >>> sorted(lkip.report_schema()["$defs"])[:3]
/// ['agreement', 'agreement_indicator', 'agreement_program']
#[pyfunction]
pub(crate) fn report_schema(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    Ok(output::dict(py, &report::json_schema())?.cast_into::<PyDict>()?)
}
