//! [`Tables`]: the tables of an LKjIP. [`Table`]: one of them, as rows or written.

use lkip_core::api::{Options, TablesAnswer};
use lkip_core::table::{self, Cell};
use lkip_core::{Language, rules};
use pyo3::exceptions::{PyIndexError, PyKeyError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use std::hash::{Hash, Hasher};

use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, language_or};

/// The tables that an LKjIP must contain, in the order of the regulation.
///
/// Made by `tables()`; those of a cascade and of an office are `Cascade.tables` and `OfficePage.tables`. A sequence of `Table`
/// that also finds by id. Frozen, hashable, picklable.
///
/// >>> import lkip
/// >>> tables = lkip.tables({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": 7, "spending": 8}]})
/// >>> tables
/// Tables(budget, findings)
/// >>> tables["findings"].title
/// 'Temuan tahun 2021'
#[pyclass(frozen, eq, hash, sequence, extends = Frozen, module = "lkip")]
pub(crate) struct Tables {
    pub(crate) answer: TablesAnswer,
}

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        one.tables == other.tables
            && one.format == other.format
            && one.options == other.options
            && one.evaluation.report() == other.evaluation.report()
            && one.evaluation.rules() == other.evaluation.rules()
    }
}

impl Hash for Tables {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.tables.iter().for_each(|table| table.id().hash(state));
    }
}

/// By its place or by its id.
#[derive(FromPyObject)]
enum Key {
    Place(isize),
    Id(String),
}

impl Tables {
    fn table<'py>(slf: &Bound<'py, Self>, table: &table::Table) -> PyResult<Bound<'py, Table>> {
        let made = Table { table: table.clone(), options: slf.get().answer.options.clone() };
        Origin::Key(slf.clone().into_any().unbind(), table.id().to_owned()).make(slf.py(), made)
    }
}

#[pymethods]
impl Tables {
    fn __len__(&self) -> usize {
        self.answer.tables.len()
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let tables = output::tuple(slf.py(), &slf.get().answer.tables, |_, table| Self::table(slf, table))?;
        Ok(tables.try_iter()?.into_any())
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, key: Key) -> PyResult<Bound<'py, Table>> {
        let tables = &slf.get().answer.tables;
        let found = match key {
            Key::Place(place) => {
                let from_end = tables.len().checked_sub(place.unsigned_abs());
                let place = if place < 0 { from_end } else { Some(place.unsigned_abs()) };
                place.and_then(|place| tables.get(place)).ok_or_else(|| PyIndexError::new_err("index out of range"))
            }
            Key::Id(id) => tables.iter().find(|table| table.id() == id).ok_or_else(|| PyKeyError::new_err(id)),
        };
        Self::table(slf, found?)
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        let tables = &self.answer.tables;
        key.extract::<&str>().is_ok_and(|id| tables.iter().any(|table| table.id() == id))
            || key.cast::<Table>().is_ok_and(|table| tables.contains(&table.get().table))
    }

    /// The tables as JSON: for `tables()` byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The tables as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self) -> String {
        let ids: Vec<&str> = self.answer.tables.iter().map(table::Table::id).collect();
        format!("Tables({})", ids.join(", "))
    }

    fn _repr_html_(&self) -> String {
        html::tables(&self.answer.tables, self.answer.options.language)
    }
}

/// One table of an LKjIP: typed columns and rows, and what must be known to read them.
///
/// An item of `Tables`. Frozen, hashable, picklable; equal when all that it shows is. `__match_args__` are `id` and
/// `title`.
///
/// >>> import lkip
/// >>> tables = lkip.tables({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "supporting": [{"id": "x", "name": "X", "value": "45,50"}]})
/// >>> tables["supporting"].to_records()
/// [{'no': 1, 'name': 'X', 'value': Decimal('45.50')}]
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Table {
    table: table::Table,
    options: Options,
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table && self.options == other.options
    }
}

impl Hash for Table {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.table.id(), self.table.rows().len()).hash(state);
    }
}

impl Table {
    fn text<'a>(&self, text: &'a rules::Bilingual) -> &'a str {
        text.get(self.options.language)
    }
}

/// The value of a cell: a decimal, a whole number, a word or text, or nothing.
fn value<'py>(py: Python<'py>, cell: &Cell, language: Language) -> PyResult<Option<Bound<'py, PyAny>>> {
    Ok(match cell {
        Cell::Empty | Cell::Absent(_) => None,
        Cell::Count(count) => Some(count.into_pyobject(py)?.into_any()),
        Cell::Figure(shown) => Some(decimal(py, shown.value)?),
        other => Some(other.display(language).into_pyobject(py)?.into_any()),
    })
}

#[pymethods]
impl Table {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "title")
    }

    /// Its stable name: `achievement`, `quarters`, `budget`.
    #[getter]
    fn id(&self) -> &str {
        self.table.id()
    }

    /// What it is called, in the language of the call.
    #[getter]
    fn title(&self) -> &str {
        self.text(self.table.title())
    }

    /// The columns.
    #[getter]
    fn columns<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().table.columns(), |index, column| {
            let (label, formula) = (slf.get().text(&column.label).to_owned(), column.formula.clone());
            let made = TableColumn { id: column.id.clone(), label, kind: column.kind.as_str(), formula };
            Origin::item(slf, "columns", index).make(slf.py(), made)
        })
    }

    /// The rows, each with one cell for every column.
    #[getter]
    fn rows<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let language = slf.get().options.language;
        output::tuple(slf.py(), slf.get().table.rows(), |index, row| {
            let cells = row.cells.iter().map(|cell| cell.display(language)).collect();
            let made = TableRow { kind: row.kind.as_str(), depth: row.depth, subject: row.subject.clone(), cells };
            Origin::item(slf, "rows", index).make(slf.py(), made)
        })
    }

    /// What must be known to read it, in the language of the call: other formulas, why a figure is missing, footnotes.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.table.notes().iter().map(|note| self.text(note)))
    }

    /// A dictionary for each row, from the names of the columns to their values, for tables of other libraries.
    ///
    /// Numbers are `Decimal` in the unit of their column, row numbers and years `int`, all else is `str`; what has no value
    /// is None, never zero.
    fn to_records<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let records = PyList::empty(py);
        for row in self.table.rows() {
            let record = PyDict::new(py);
            for (column, cell) in self.table.columns().iter().zip(&row.cells) {
                record.set_item(&column.id, value(py, cell, self.options.language)?)?;
            }
            records.append(record)?;
        }
        Ok(records)
    }

    /// The table as Markdown. `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn to_markdown(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.table.to_markdown(language_or(language, self.options.language)?))
    }

    /// The table as HTML with a caption and scopes. `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn to_html(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.table.to_html(language_or(language, self.options.language)?))
    }

    /// The table as comma-separated values (RFC 4180), for programs: numbers with a point, without grouping.
    fn to_csv(&self) -> String {
        self.table.to_csv()
    }

    /// The table as JSON, as it stands in the answer of `tables`.
    fn to_json(&self) -> String {
        output::json(&self.table.report(self.options.language))
    }

    /// The table as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.table.report(self.options.language))
    }

    fn __repr__(&self) -> String {
        let (columns, rows) = (self.table.columns().len(), self.table.rows().len());
        let (columns, rows) = (output::counted(columns, "column"), output::counted(rows, "row"));
        format!("Table('{}', {columns}, {rows})", self.table.id())
    }

    fn _repr_html_(&self) -> String {
        html::tables(std::slice::from_ref(&self.table), self.options.language)
    }
}

/// A column of a table: what it holds, and by which formula.
#[pyclass(frozen, eq, hash, get_all, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct TableColumn {
    /// Its stable name: `realization`, `achievement`.
    id: String,
    /// What stands above it, in the language of the call.
    label: String,
    /// What it holds: `text`, `number`, `percent`, `points`, `rupiah`, `category` or `sign`.
    kind: &'static str,
    /// How it comes of the other columns, by their places: `6 = 5/4 × 100`; None where it does not.
    formula: Option<String>,
}

#[pymethods]
impl TableColumn {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "kind")
    }

    fn __repr__(&self) -> String {
        format!("TableColumn('{}', {})", self.id, self.kind)
    }
}

/// A row of a table: the cells of one subject, as a reader is shown them.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct TableRow {
    kind: &'static str,
    depth: usize,
    subject: Option<String>,
    cells: Vec<String>,
}

#[pymethods]
impl TableRow {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("kind", "cells")
    }

    /// What it is among the others: `item`, `parent`, `group` or `total`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.kind
    }

    /// How many rows stand above it.
    #[getter]
    fn depth(&self) -> usize {
        self.depth
    }

    /// What it is about, by the beginning of the keys of its figures: `indicators.iku-1`; None where it is of all.
    #[getter]
    fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// One text for every column, as a reader of the language of the call is shown it.
    #[getter]
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.cells)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("TableRow({}, {})", self.kind, self.cells(py)?.repr()?))
    }
}
