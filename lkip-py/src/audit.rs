//! [`Audit`]: what is wrong with the printed figures of a report, and why; with everything that it is made of.

use lkip_core::api::{AuditAnswer, ErrorsAnswer, Include, Options};
use lkip_core::audit::columns::ColumnsAudit;
use lkip_core::audit::{self, Audited, ColumnName, Verdict};
use lkip_core::report::Printed;
use lkip_core::{Error, Language, Number};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::audit_table::{AuditCell, AuditNote, Inference};
use crate::errors::exception;
use crate::evaluation::{Evaluation, same};
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, language_or};
use crate::receipt::Receipt;

/// A printed report against the one that its inputs give: what is wrong, and why.
///
/// Made by `audit()`. Frozen, hashable, picklable; equal when report, rules and what was asked for are.
/// `__match_args__` are `findings` and `conventions`.
///
/// >>> import lkip
/// >>> audit = lkip.audit({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", "target": "90", "realization": "100"}],
/// ...     "printed": [{"figure": "indicators.a.achievement", "text": "111,21", "table": "Tabel 3.4"}]})
/// >>> audit
/// Audit('Contoh', 'setda-kaltim-2021', 1 entry, 1 finding)
/// >>> audit.findings[0].display, audit.findings[0].diagnoses[0].cause
/// ('111,11 %', 'mistyped')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Audit {
    pub(crate) answer: Arc<AuditAnswer>,
}

impl PartialEq for Audit {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        Arc::ptr_eq(one, other)
            || (same(one.audit.evaluation(), other.audit.evaluation())
                && one.audit.inference() == other.audit.inference()
                && one.columns.as_ref().map(ColumnsAudit::notes) == other.columns.as_ref().map(ColumnsAudit::notes)
                && one.format == other.format
                && one.include == other.include
                && one.language == other.language)
    }
}

impl Hash for Audit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let audit = &self.answer.audit;
        (&audit.evaluation().report().document().title, audit.findings().len()).hash(state);
    }
}

impl Audit {
    pub(crate) fn of(answer: AuditAnswer) -> Self {
        Self { answer: Arc::new(answer) }
    }

    fn audit(&self) -> &audit::Audit {
        &self.answer.audit
    }

    /// The row of an entry of a table, from 0.
    fn row(&self, entry: usize) -> Option<usize> {
        self.answer.columns.as_ref()?.place(entry).map(|(row, _)| row)
    }

    pub(crate) fn label(&self, key: &str) -> Option<String> {
        let evaluation = self.audit().evaluation();
        evaluation.figure(key).map(|figure| evaluation.title(figure, self.answer.language))
    }

    /// The entries of some places of the document's list.
    fn at<'py>(slf: &Bound<'py, Self>, places: &[usize]) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), places, |_, place| {
            let entry = AuditEntry { owner: slf.clone().unbind(), index: *place };
            Origin::item(slf, "entries", *place).make(slf.py(), entry)
        })
    }
}

#[pymethods]
impl Audit {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("findings", "conventions")
    }

    /// What is wrong, the worst first.
    #[getter]
    fn findings<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().audit().findings(), |index, _| {
            let finding = AuditFinding { owner: slf.clone().unbind(), index };
            Origin::item(slf, "findings", index).make(slf.py(), finding)
        })
    }

    /// Every printed entry of the document with its verdict, in the order of the document.
    #[getter]
    fn entries<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let all: Vec<usize> = (0..slf.get().audit().entries().count()).collect();
        Self::at(slf, &all)
    }

    /// Every figure that is printed more than once, with whether its prints agree.
    #[getter]
    fn same<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().audit().same(), |index, same| {
            let same = SameFigure { owner: slf.clone().unbind(), same: same.clone() };
            Origin::item(slf, "same", index).make(slf.py(), same)
        })
    }

    /// Which rules the printed figures show.
    #[getter]
    fn conventions<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let Self { answer } = slf.get();
        let rules = answer.audit.evaluation().rules();
        output::tuple(slf.py(), answer.audit.conventions(), |index, convention| {
            let made = Convention {
                convention: convention.clone(),
                declared: convention.question().declared(rules),
                language: answer.language,
            };
            Origin::item(slf, "conventions", index).make(slf.py(), made)
        })
    }

    /// Of a table: every cell with its verdict, row by row. Empty for a report.
    #[getter]
    fn cells<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let cells = slf.get().answer.columns.as_ref().map_or(0, |columns| columns.cells().len());
        output::tuple(slf.py(), 0..cells, |index, _| AuditCell::make(slf, index))
    }

    /// Of a table: a cell with its verdict. The row is counted from 0, the column has one of its names (`target`,
    /// `capaian`). None where no figure stands there.
    fn cell<'py>(slf: &Bound<'py, Self>, row: usize, column: &str) -> PyResult<Option<Bound<'py, AuditCell>>> {
        let name = ColumnName::ALL.iter().find(|name| name.names().contains(&column));
        let cell = name.and_then(|name| slf.get().answer.columns.as_ref()?.cell(row, *name));
        cell.map(|cell| AuditCell::make(slf, cell.entry)).transpose()
    }

    /// Of a table: what else was noticed about its cells. Empty for a report.
    #[getter]
    fn notes<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let Self { answer } = slf.get();
        let notes = answer.columns.as_ref().map(ColumnsAudit::notes).unwrap_or_default();
        output::tuple(slf.py(), notes, |index, note| {
            let note = AuditNote { note: note.clone(), language: answer.language };
            Origin::item(slf, "notes", index).make(slf.py(), note)
        })
    }

    /// Of a table: how the numbers of every column are written, as declared or as its cells prove; None where nothing proves
    /// it. Empty for a report.
    #[getter]
    fn styles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let styles = PyDict::new(py);
        for (name, style) in self.answer.columns.as_ref().map(ColumnsAudit::styles).unwrap_or_default() {
            styles.set_item(name.as_str(), style.map(|style| style.as_str()))?;
        }
        Ok(styles)
    }

    /// Of a table without rules: how its rules came about. None where rules were given.
    #[getter]
    fn inference<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Inference>>> {
        let Self { answer } = slf.get();
        let Some(inference) = answer.audit.inference() else { return Ok(None) };
        let replaced = answer.audit.evaluation().rules().overridden().to_vec();
        let made = Inference { inference: inference.clone(), replaced, language: answer.language };
        Origin::part(slf, "inference").make(slf.py(), made).map(Some)
    }

    /// How many entries have each verdict.
    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = PyDict::new(py);
        for verdict in Verdict::ALL {
            counts.set_item(verdict.as_str(), self.audit().count(*verdict))?;
        }
        Ok(counts)
    }

    /// The evaluation that the print was compared with.
    #[getter]
    fn evaluation<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Evaluation>> {
        let answer = &slf.get().answer;
        let options = Options { include: vec![Include::Receipt], language: answer.language };
        let all = Evaluation::whole(answer.audit.evaluation().clone(), options);
        Origin::part(slf, "evaluation").make(slf.py(), all)
    }

    /// What every figure was made of and by.
    #[getter]
    fn receipt<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Receipt>> {
        let receipt = slf.get().audit().evaluation().receipt();
        Origin::part(slf, "receipt").make(slf.py(), Receipt { receipt })
    }

    /// The audit as a report in Markdown. `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn to_markdown(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.audit().to_markdown(language_or(language, self.answer.language)?))
    }

    /// The audit as a report in HTML, for a page with a heading of its own. `language` is `id` or `en`; without it, that of
    /// the call.
    #[pyo3(signature = (language=None))]
    fn to_html(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.audit().to_html(language_or(language, self.answer.language)?))
    }

    /// A dictionary for each printed entry, all with the same names, for tables of other libraries.
    ///
    /// `expected` is `Decimal` in the unit of the figure, or `str` for categories and amounts in words; `row` is an `int`;
    /// `causes` are the causes in the order of their likelihood with commas between them. What is not known is None.
    fn to_records<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let records = PyList::empty(py);
        for (index, (printed, audited)) in self.audit().entries().enumerate() {
            let causes: Vec<&str> = audited.diagnoses().iter().map(|diagnosis| diagnosis.cause().as_str()).collect();
            let record = PyDict::new(py);
            record.set_item("figure", &printed.figure)?;
            record.set_item("label", self.label(&printed.figure))?;
            record.set_item("table", printed.table.as_deref())?;
            record.set_item("column", printed.column.as_deref())?;
            record.set_item("place", printed.place.as_deref())?;
            record.set_item("row", self.row(index))?;
            record.set_item("ref", printed.reference.as_deref())?;
            record.set_item("text", &printed.text)?;
            record.set_item("verdict", audited.verdict().as_str())?;
            record.set_item("expected", value(py, audited.expected())?)?;
            record.set_item("causes", if causes.is_empty() { None } else { Some(causes.join(", ")) })?;
            records.append(record)?;
        }
        Ok(records)
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&*self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &*self.answer)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let evaluation = self.audit().evaluation();
        let title = output::quoted(py, &evaluation.report().document().title)?;
        let entries = match self.audit().entries().count() {
            1 => "1 entry".to_owned(),
            count => format!("{count} entries"),
        };
        let findings = output::counted(self.audit().findings().len(), "finding");
        Ok(format!("Audit({title}, '{}', {entries}, {findings})", evaluation.rules().id))
    }

    fn _repr_html_(&self) -> String {
        html::audit(self.audit(), self.answer.language)
    }
}

/// A number as a `Decimal`, anything else as text.
pub(crate) fn value<'py>(py: Python<'py>, expected: Option<&str>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let Some(expected) = expected else { return Ok(None) };
    Ok(Some(match expected.parse::<Number>() {
        Ok(number) => decimal(py, number)?,
        Err(_) => expected.into_pyobject(py)?.into_any(),
    }))
}

/// Why a text cannot be read, or which figures resemble one that there is not, as an exception that is not raised.
pub(crate) fn error<'py>(
    py: Python<'py>,
    error: Option<&Error>,
    language: Language,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let answer = |error: &Error| ErrorsAnswer { errors: error.clone().into(), language };
    error.map(|error| exception(py, &answer(error))).transpose()
}

pub(crate) fn diagnoses<'py, T>(
    owner: &Bound<'py, T>,
    diagnoses: &[audit::Diagnosis],
    language: Language,
) -> PyResult<Bound<'py, PyTuple>> {
    output::tuple(owner.py(), diagnoses, |index, diagnosis| {
        let made = Diagnosis { diagnosis: diagnosis.clone(), language };
        Origin::item(owner, "diagnoses", index).make(owner.py(), made)
    })
}

/// What is wrong with one figure (temuan), in one or more places of the print.
///
/// An item of `Audit.findings`. Frozen, hashable, picklable; equal when audit and place are. `__match_args__` are `verdict`
/// and `figure`.
///
/// >>> import lkip
/// >>> audit = lkip.audit({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": "400", "spending": "300"}],
/// ...     "printed": [{"figure": "budget.p.absorption", "text": "57,00", "table": "T1"},
/// ...                 {"figure": "budget.p.absorption", "text": "75,00", "table": "T2"}]})
/// >>> finding = audit.findings[0]
/// >>> finding, finding.label
/// (AuditFinding(mismatch, 'budget.p.absorption', expected 75.00), 'Penyerapan P')
/// >>> finding.entries, finding.elsewhere[0].table
/// ((AuditEntry(mismatch, 'budget.p.absorption', '57,00'),), 'T2')
/// >>> print(finding.diagnoses[0])
/// Dua angka tertukar: 75,00 % menjadi 57,00 %.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct AuditFinding {
    owner: Py<Audit>,
    index: usize,
}

impl PartialEq for AuditFinding {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.owner.get() == other.owner.get()
    }
}

impl Hash for AuditFinding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, self.figure()).hash(state);
    }
}

impl AuditFinding {
    fn language(&self) -> Language {
        self.owner.get().answer.language
    }

    /// The finding in the core. It was found before, and audits do not change.
    fn of<'a, T>(&'a self, part: impl FnOnce(&'a audit::Finding) -> T) -> Option<T> {
        self.owner.get().audit().findings().get(self.index).map(part)
    }
}

#[pymethods]
impl AuditFinding {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("verdict", "figure")
    }

    /// What is wrong: `mismatch`, `sum_mismatch`, `contradiction`, `malformed`, `wrong_category`, `wrong_words`,
    /// `not_computable` or `unknown_figure`.
    #[getter]
    fn verdict(&self) -> &'static str {
        self.of(|finding| finding.verdict().as_str()).unwrap_or_default()
    }

    /// The verdict as a word of the language of the call.
    #[getter]
    fn title(&self) -> &'static str {
        self.of(|finding| finding.verdict().title().get(self.language())).unwrap_or_default()
    }

    /// The key of the figure.
    #[getter]
    fn figure(&self) -> &str {
        self.of(audit::Finding::figure).unwrap_or_default()
    }

    /// What the figure is called in the language of the call: `Capaian Kerja sama`. None where there is no such figure.
    #[getter]
    fn label(&self) -> Option<String> {
        self.owner.get().label(self.figure())
    }

    /// The wrong entries; none for a total that stands in the document only.
    #[getter]
    fn entries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Audit::at(self.owner.bind(py), self.of(audit::Finding::entries).unwrap_or_default())
    }

    /// Where the same quantity is printed otherwise.
    #[getter]
    fn elsewhere<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Audit::at(self.owner.bind(py), self.of(audit::Finding::elsewhere).unwrap_or_default())
    }

    /// What should be printed, in the unit of the figure; a text for categories and amounts in words.
    #[getter]
    fn expected<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value(py, self.of(audit::Finding::expected).flatten())
    }

    /// What should be printed as people write it, in the style of the print: `103,51 %`.
    #[getter]
    fn display(&self) -> Option<String> {
        self.of(|finding| self.owner.get().audit().expected_of(finding, self.language())).flatten()
    }

    /// What explains it, the likeliest first; empty where nothing does.
    #[getter]
    fn diagnoses<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let found = slf.get().of(audit::Finding::diagnoses).unwrap_or_default();
        diagnoses(slf, found, slf.get().language())
    }

    /// Why a text cannot be read, or which figures resemble one that there is not, as an `LkipError`.
    #[getter]
    fn error<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        error(py, self.of(audit::Finding::error).flatten(), self.language())
    }

    /// The keys of the figures that rest on it, the nearest first.
    #[getter]
    fn affects<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.of(audit::Finding::affects).unwrap_or_default())
    }

    fn _repr_html_(&self) -> String {
        html::finding(self.owner.get().audit(), self.index, self.language())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let expected = self.of(audit::Finding::expected).flatten();
        let expected = expected.map(|expected| format!(", expected {expected}")).unwrap_or_default();
        Ok(format!("AuditFinding({}, {}{expected})", self.verdict(), output::quoted(py, self.figure())?))
    }
}

/// One printed entry of the document with its verdict.
///
/// An item of `Audit.entries` and of the `entries` of findings. Frozen, hashable, picklable. `__match_args__` are
/// `verdict`, `figure` and `text`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct AuditEntry {
    owner: Py<Audit>,
    index: usize,
}

impl PartialEq for AuditEntry {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.owner.get() == other.owner.get()
    }
}

impl Hash for AuditEntry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, self.figure()).hash(state);
    }
}

impl AuditEntry {
    fn language(&self) -> Language {
        self.owner.get().answer.language
    }

    /// The entry in the core. It was found before, and audits do not change.
    fn of<'a, T>(&'a self, part: impl FnOnce(&'a Printed, &'a Audited) -> T) -> Option<T> {
        self.owner.get().audit().entries().nth(self.index).map(|(printed, audited)| part(printed, audited))
    }

    fn printed<'a>(&'a self, part: impl FnOnce(&'a Printed) -> &'a Option<String>) -> Option<&'a str> {
        self.of(|printed, _| part(printed).as_deref()).flatten()
    }
}

#[pymethods]
impl AuditEntry {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("verdict", "figure", "text")
    }

    /// Its place in the list of the document.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The key of the figure.
    #[getter]
    fn figure(&self) -> &str {
        self.of(|printed, _| printed.figure.as_str()).unwrap_or_default()
    }

    /// What the figure is called in the language of the call. None where there is no such figure.
    #[getter]
    fn label(&self) -> Option<String> {
        self.owner.get().label(self.figure())
    }

    /// The text as it is printed.
    #[getter]
    fn text(&self) -> &str {
        self.of(|printed, _| printed.text.as_str()).unwrap_or_default()
    }

    /// The table. None where none is named.
    #[getter]
    fn table(&self) -> Option<&str> {
        self.printed(|printed| &printed.table)
    }

    /// The column. None where none is named.
    #[getter]
    fn column(&self) -> Option<&str> {
        self.printed(|printed| &printed.column)
    }

    /// The row, the page. None where none is named.
    #[getter]
    fn place(&self) -> Option<&str> {
        self.printed(|printed| &printed.place)
    }

    /// The row of a table without a document, counted from 0. None for a report.
    #[getter]
    fn row(&self) -> Option<usize> {
        self.owner.get().row(self.index)
    }

    /// References of the one who transcribed it. None where there are none.
    #[getter]
    fn r#ref(&self) -> Option<&str> {
        self.printed(|printed| &printed.reference)
    }

    /// What it is against the computed figure: `reproduced`, `reproduced_otherwise`, `not_printed`, or one of the verdicts
    /// of findings.
    #[getter]
    fn verdict(&self) -> &'static str {
        self.of(|_, audited| audited.verdict().as_str()).unwrap_or_default()
    }

    /// What should be printed there, at the places of the print; a text for categories and amounts in words.
    #[getter]
    fn expected<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value(py, self.of(|_, audited| audited.expected()).flatten())
    }

    /// What should be printed there as people write it, in the style of the print.
    #[getter]
    fn display(&self) -> Option<String> {
        self.owner.get().audit().expected_at(self.index, self.language())
    }

    /// What explains it, the likeliest first; empty where it is as it should be, or where nothing does.
    #[getter]
    fn diagnoses<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let found = slf.get().of(|_, audited| audited.diagnoses()).unwrap_or_default();
        diagnoses(slf, found, slf.get().language())
    }

    /// Why the text cannot be read, or which figures resemble one that there is not, as an `LkipError`.
    #[getter]
    fn error<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        error(py, self.of(|_, audited| audited.error()).flatten(), self.language())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (figure, text) = (output::quoted(py, self.figure())?, output::quoted(py, self.text())?);
        Ok(format!("AuditEntry({}, {figure}, {text})", self.verdict()))
    }
}

/// Why a printed figure is another than the computed one: a cause with its evidence.
///
/// An item of the `diagnoses` of findings and entries. Frozen, hashable, picklable; equal when all but the language is.
/// `str()` of it is the sentence. `__match_args__` is `cause`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Diagnosis {
    diagnosis: audit::Diagnosis,
    language: Language,
}

impl PartialEq for Diagnosis {
    fn eq(&self, other: &Self) -> bool {
        self.diagnosis == other.diagnosis
    }
}

impl Hash for Diagnosis {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.diagnosis.cause().hash(state);
    }
}

#[pymethods]
impl Diagnosis {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("cause",)
    }

    /// The stable code of the cause: `mistyped`, `copied_from_neighbour`, `rounded_otherwise`.
    #[getter]
    fn cause(&self) -> &'static str {
        self.diagnosis.cause().as_str()
    }

    /// The sentence for a person, in the language of the call.
    #[getter]
    fn message(&self) -> String {
        self.diagnosis.message(self.language)
    }

    /// The data of the sentence.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, self.diagnosis.details())
    }

    /// What should stand there, where the cause says so.
    #[getter]
    fn corrected<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.diagnosis.corrected_value().map(|number| decimal(py, number)).transpose()
    }

    /// The keys of other figures that speak for it.
    #[getter]
    fn supported_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.diagnosis.supported_by())
    }

    /// The keys of other figures that speak against it.
    #[getter]
    fn opposed_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.diagnosis.opposed_by())
    }

    fn __str__(&self) -> String {
        self.message()
    }

    fn __repr__(&self) -> String {
        format!("Diagnosis({})", self.cause())
    }
}

/// A figure that is printed more than once, with whether its prints agree.
///
/// An item of `Audit.same`. Frozen, hashable, picklable. `__match_args__` are `figure` and `agreement`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct SameFigure {
    owner: Py<Audit>,
    same: audit::Same,
}

impl PartialEq for SameFigure {
    fn eq(&self, other: &Self) -> bool {
        self.same == other.same && self.owner.get() == other.owner.get()
    }
}

impl Hash for SameFigure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.same.figure().hash(state);
    }
}

#[pymethods]
impl SameFigure {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("figure", "agreement")
    }

    /// The key of the figure.
    #[getter]
    fn figure(&self) -> &str {
        self.same.figure()
    }

    /// What the figure is called in the language of the call.
    #[getter]
    fn label(&self) -> Option<String> {
        self.owner.get().label(self.figure())
    }

    /// Whether they agree: `equal`, `equal_rounded`, `contradiction` or `malformed`.
    #[getter]
    fn agreement(&self) -> &'static str {
        self.same.agreement().as_str()
    }

    /// The entries that print it.
    #[getter]
    fn entries<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Audit::at(self.owner.bind(py), self.same.entries())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("SameFigure({}, {})", output::quoted(py, self.figure())?, self.agreement()))
    }
}

/// A rule that the printed figures show, with the figures that decide it.
///
/// An item of `Audit.conventions`. Frozen, hashable, picklable; equal when all but the language is. `__match_args__` are
/// `question` and `choice`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Convention {
    pub(crate) convention: audit::Convention,
    pub(crate) declared: Option<String>,
    pub(crate) language: Language,
}

impl PartialEq for Convention {
    fn eq(&self, other: &Self) -> bool {
        self.convention == other.convention && self.declared == other.declared
    }
}

impl Hash for Convention {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.convention.question(), self.convention.choice()).hash(state);
    }
}

#[pymethods]
impl Convention {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("question", "choice")
    }

    /// What it is about: `rounding`, `budget_rounding`, `average_of`, `rows`, `lower` or `scale`.
    #[getter]
    fn question(&self) -> &'static str {
        self.convention.question().as_str()
    }

    /// The same in words of the language of the call.
    #[getter]
    fn title(&self) -> &'static str {
        self.convention.question().title().get(self.language)
    }

    /// The choice, as a rule set names it: `truncate`.
    #[getter]
    fn choice(&self) -> &str {
        self.convention.choice()
    }

    /// The choice in words of the language of the call.
    #[getter]
    fn display(&self) -> String {
        self.convention.words(self.language)
    }

    /// What the rules of the report declare; None where they leave it open.
    #[getter]
    fn declared(&self) -> Option<&str> {
        self.declared.as_deref()
    }

    /// Whether the rules declare the same choice.
    #[getter]
    fn is_declared(&self) -> bool {
        self.declared() == Some(self.choice())
    }

    /// The keys of the figures that only this choice makes.
    #[getter]
    fn decided_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.convention.decided_by())
    }

    /// The keys of the figures that only another choice makes.
    #[getter]
    fn opposed_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.convention.opposed_by())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Convention({}, {})", self.question(), output::quoted(py, self.choice())?))
    }
}
