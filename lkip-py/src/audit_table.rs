//! What an audit tells of a table that came without a document: its cells, what was noticed about them, and how its rules
//! came about.

use lkip_core::audit::columns::{AuditedCell, ColumnsAudit, Note};
use lkip_core::audit::{self, Question};
use lkip_core::{Language, rules};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::audit::{Audit, Convention, diagnoses, error, value};
use crate::frozen::{Frozen, Origin};
use crate::output;

/// One cell of a table with its verdict.
///
/// An item of `Audit.cells`, made by `Audit.cell()`. Frozen, hashable, picklable. `__match_args__` are `row`, `column` and
/// `verdict`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct AuditCell {
    owner: Py<Audit>,
    index: usize,
}

impl PartialEq for AuditCell {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.owner.get() == other.owner.get()
    }
}

impl Hash for AuditCell {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, self.text()).hash(state);
    }
}

impl AuditCell {
    pub(crate) fn make<'py>(owner: &Bound<'py, Audit>, index: usize) -> PyResult<Bound<'py, Self>> {
        let cell = Self { owner: owner.clone().unbind(), index };
        Origin::item(owner, "cells", index).make(owner.py(), cell)
    }

    fn table(&self) -> Option<&ColumnsAudit> {
        self.owner.get().answer.columns.as_ref()
    }

    /// The cell in the core. It was found before, and audits do not change.
    fn of<'a, T>(&'a self, part: impl FnOnce(AuditedCell<'a>) -> T) -> Option<T> {
        let table = self.table()?;
        let (row, column) = table.place(self.index)?;
        table.cell(row, column).map(part)
    }

    fn language(&self) -> Language {
        self.owner.get().answer.language
    }
}

#[pymethods]
impl AuditCell {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("row", "column", "verdict")
    }

    /// The row, counted from 0.
    #[getter]
    fn row(&self) -> usize {
        self.of(|cell| cell.row).unwrap_or_default()
    }

    /// The column: `target`, `achievement`, `spending`.
    #[getter]
    fn column(&self) -> &'static str {
        self.of(|cell| cell.column.as_str()).unwrap_or_default()
    }

    /// The text as it was given.
    #[getter]
    fn text(&self) -> &str {
        self.of(|cell| cell.text).unwrap_or_default()
    }

    /// The key of the figure that it prints.
    #[getter]
    fn figure(&self) -> &str {
        self.of(|cell| cell.figure).unwrap_or_default()
    }

    /// What the figure is called in the language of the call. None where there is no such figure.
    #[getter]
    fn label(&self) -> Option<String> {
        self.owner.get().label(self.figure())
    }

    /// What it is against the computed figure, as in the entries; for a total that its parts do not make `sum_mismatch`.
    #[getter]
    fn verdict(&self) -> &'static str {
        self.of(|cell| cell.verdict.as_str()).unwrap_or_default()
    }

    /// What should stand there, at the places of the print; a text for categories.
    #[getter]
    fn expected<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value(py, self.of(|cell| cell.expected).flatten())
    }

    /// What should stand there as people write it, in the style of the cell.
    #[getter]
    fn display(&self) -> Option<String> {
        self.of(|cell| self.table()?.display(&cell, self.language())).flatten()
    }

    /// What explains it, the likeliest first; empty where it is as it should be, or where nothing does.
    #[getter]
    fn diagnoses<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let found = slf.get().of(|cell| cell.diagnoses).unwrap_or_default();
        diagnoses(slf, found, slf.get().language())
    }

    /// Why it cannot be read, as an `LkipError`.
    #[getter]
    fn error<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        error(py, self.of(|cell| cell.error).flatten(), self.language())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (row, column, text) = (self.row(), self.column(), output::quoted(py, self.text())?);
        Ok(format!("AuditCell({row}, {column}, {text}, {})", self.verdict()))
    }
}

/// Something that was noticed about a cell of a table, and that is no mistake of a figure.
///
/// An item of `Audit.notes`. Frozen, hashable, picklable; equal when all but the language is. `str()` of it is the sentence.
/// `__match_args__` are `code`, `row` and `column`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct AuditNote {
    pub(crate) note: Note,
    pub(crate) language: Language,
}

impl PartialEq for AuditNote {
    fn eq(&self, other: &Self) -> bool {
        self.note == other.note
    }
}

impl Hash for AuditNote {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.note.code(), self.note.row()).hash(state);
    }
}

#[pymethods]
impl AuditNote {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("code", "row", "column")
    }

    /// What it is: `other_style`, `same_label` or `not_audited`.
    #[getter]
    fn code(&self) -> &'static str {
        self.note.code().as_str()
    }

    /// The row, counted from 0.
    #[getter]
    fn row(&self) -> usize {
        self.note.row()
    }

    /// The column.
    #[getter]
    fn column(&self) -> &'static str {
        self.note.column().as_str()
    }

    /// The sentence for a person, in the language of the call.
    #[getter]
    fn message(&self) -> String {
        self.note.message(self.language)
    }

    /// The data of the sentence.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, self.note.details())
    }

    fn __str__(&self) -> String {
        self.message()
    }

    fn __repr__(&self) -> String {
        format!("AuditNote({}, {}, {})", self.code(), self.row(), self.column())
    }
}

/// How the rules of a table came about that named none.
///
/// `Audit.inference`. Frozen, hashable, picklable; equal when all but the language is. `str()` of it says all in sentences.
/// `__match_args__` are `neutral` and `inferred`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Inference {
    pub(crate) inference: audit::Inference,
    pub(crate) replaced: Vec<&'static str>,
    pub(crate) language: Language,
}

impl PartialEq for Inference {
    fn eq(&self, other: &Self) -> bool {
        self.inference == other.inference && self.replaced == other.replaced
    }
}

impl Hash for Inference {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.inference.neutral(), self.inference.inferred().len(), &self.replaced).hash(state);
    }
}

#[pymethods]
impl Inference {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("neutral", "inferred")
    }

    /// The id of the neutral rules that it started from.
    #[getter]
    fn neutral(&self) -> &str {
        self.inference.neutral()
    }

    /// What was replaced of them, by the names of their fields.
    #[getter]
    fn replaced<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.replaced)
    }

    /// What the figures of the table show, each against what the neutral rules say.
    #[getter]
    fn inferred<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let Self { inference, language, .. } = slf.get();
        let neutral = rules::rule_set(inference.neutral()).ok();
        output::tuple(slf.py(), inference.inferred(), |index, convention| {
            let declared = neutral.as_ref().and_then(|rules| convention.question().declared(rules));
            let made = Convention { convention: convention.clone(), declared, language: *language };
            Origin::item(slf, "inferred", index).make(slf.py(), made)
        })
    }

    /// What the table asks and no figure of it decides: there the neutral rules hold.
    #[getter]
    fn undecided<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.inference.undecided().iter().copied().map(Question::as_str))
    }

    fn __str__(&self) -> String {
        self.inference.sentences(self.language).join(" ")
    }

    fn __repr__(&self) -> String {
        let inferred = output::counted(self.inference.inferred().len(), "choice");
        format!("Inference('{}', {inferred}, {} undecided)", self.neutral(), self.inference.undecided().len())
    }
}
