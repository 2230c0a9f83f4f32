//! [`Reading`]: a text read as a number. [`Column`]: texts read in one style.

use lkip_core::api::{ReadNumberAnswer, ReadNumbersAnswer};
use lkip_core::number::Content;
use lkip_core::{Number, Style};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::errors::exception;
use crate::frozen::{Frozen, Origin};
use crate::output::{self, decimal};

/// What a text holds: a value, and everything that stands around it.
///
/// Made by `read_number()`. Frozen, hashable, picklable. `__match_args__` are `state` and `value`.
///
/// >>> import lkip
/// >>> r = lkip.read_number("3,0885 *)")
/// >>> r.value, r.footnote
/// (Decimal('3.0885'), '*)')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Reading {
    answer: ReadNumberAnswer,
}

impl From<ReadNumberAnswer> for Reading {
    fn from(answer: ReadNumberAnswer) -> Self {
        Self { answer }
    }
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Hash for Reading {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let reading = &self.answer.reading;
        (self.number(), self.range(), &reading.unit, &reading.footnote).hash(state);
    }
}

impl Reading {
    fn number(&self) -> Option<Number> {
        match self.answer.reading.content {
            Content::Number(value) | Content::Bound { value, .. } => Some(value),
            _ => None,
        }
    }

    fn range(&self) -> Option<(Number, Number)> {
        match self.answer.reading.content {
            Content::Range { low, high } => Some((low, high)),
            _ => None,
        }
    }

    fn parts(&self) -> Vec<String> {
        let reading = &self.answer.reading;
        let mut parts = Vec::new();
        parts.extend(self.state().filter(|state| state != "number"));
        parts.extend(self.relation());
        parts.extend(self.number().map(|value| value.to_string()));
        parts.extend(self.range().map(|(low, high)| format!("{low} to {high}")));
        parts.extend(reading.percent.then(|| "%".to_owned()));
        parts.extend(reading.rupiah.then(|| "rupiah".to_owned()));
        parts.extend([&reading.unit, &reading.annotation, &reading.footnote].into_iter().flatten().cloned());
        parts
    }
}

#[pymethods]
impl Reading {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("state", "value")
    }

    /// What the text is: `number`, `range`, `bound`, `blank`, `dash`, `not_available` or `words`.
    #[getter]
    fn state(&self) -> Option<String> {
        output::field(&self.answer, "state")
    }

    /// The number, or the value of a bound; None where the text is neither.
    #[getter]
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number().map(|value| decimal(py, value)).transpose()
    }

    /// On which side of a bound the values lie: `below`, `at_most`, `above` or `at_least`; None for no bound.
    #[getter]
    fn relation(&self) -> Option<String> {
        output::field(&self.answer, "relation")
    }

    /// The low end of a range; None for no range.
    #[getter]
    fn low<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.range().map(|(low, _)| decimal(py, low)).transpose()
    }

    /// The high end of a range; None for no range.
    #[getter]
    fn high<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.range().map(|(_, high)| decimal(py, high)).transpose()
    }

    /// The style in which the digits were read; None when every style reads them alike.
    #[getter]
    fn style(&self) -> Option<&'static str> {
        self.answer.reading.style.map(Style::as_str)
    }

    /// Whether the amount is marked as rupiah.
    #[getter]
    fn rupiah(&self) -> bool {
        self.answer.reading.rupiah
    }

    /// Whether a percent sign follows.
    #[getter]
    fn percent(&self) -> bool {
        self.answer.reading.percent
    }

    /// The unit behind the number: `orang`; None where there is none.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.answer.reading.unit.as_deref()
    }

    /// What stands in brackets: `peringkat 4`; None where nothing does.
    #[getter]
    fn annotation(&self) -> Option<&str> {
        self.answer.reading.annotation.as_deref()
    }

    /// A footnote mark: `*)`; None where there is none.
    #[getter]
    fn footnote(&self) -> Option<&str> {
        self.answer.reading.footnote.as_deref()
    }

    /// The reading as JSON: byte for byte what `answer_json` gives for the same call of `read_number`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The reading as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self) -> String {
        format!("Reading({})", self.parts().join(" "))
    }
}

/// A column of texts, read in one style.
///
/// Made by `read_numbers()`. Frozen, hashable, picklable; has a length and can be iterated over its cells.
///
/// >>> import lkip
/// >>> column = lkip.read_numbers(["3,095", "90,00", "12 orang"])
/// >>> column.style, [cell.value for cell in column]
/// ('indonesian', [Decimal('3.095'), Decimal('90.00'), Decimal('12')])
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Column {
    pub(crate) answer: ReadNumbersAnswer,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.answer.column == other.answer.column
    }
}

impl Hash for Column {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.answer.column.style, self.answer.column.cells.len()).hash(state);
    }
}

#[pymethods]
impl Column {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("style", "cells")
    }

    /// The style of the column; None when every cell reads alike in all styles.
    #[getter]
    fn style(&self) -> Option<&'static str> {
        self.answer.column.style.map(Style::as_str)
    }

    /// The cells in their order: a `Reading`, or the `LkipError` of a text that was refused.
    #[getter]
    fn cells<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let py = slf.py();
        let answer = &slf.get().answer;
        // The answer writes the errors with their places in the column.
        let written = answer.column.cells.iter().any(Result::is_err).then(|| serde_json::to_value(answer).ok());
        let written = written.flatten();
        output::tuple(py, &answer.column.cells, |index, cell| match cell {
            Ok(reading) => {
                let answer = ReadNumberAnswer { reading: reading.clone() };
                Ok(Origin::item(slf, "cells", index).make(py, Reading { answer })?.into_any())
            }
            Err(_) => exception(py, &written.as_ref().and_then(|written| written.get("cells")?.get(index))),
        })
    }

    /// The texts that were refused, each as an `LkipError` with its place: `texts[3]`.
    #[getter]
    fn errors<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let refused = slf.get().answer.column.cells.iter().map(Result::is_err);
        let cells = Self::cells(slf)?;
        let errors = cells.iter().zip(refused).filter(|(_, refused)| *refused).map(|(cell, _)| cell);
        PyTuple::new(slf.py(), errors.collect::<Vec<_>>())
    }

    fn __len__(&self) -> usize {
        self.answer.column.cells.len()
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Self::cells(slf)?.try_iter()?.into_any())
    }

    /// The column as JSON: byte for byte what `answer_json` gives for the same call of `read_numbers`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The column as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self) -> String {
        let cells = &self.answer.column.cells;
        let refused = cells.iter().filter(|cell| cell.is_err()).count();
        let refused = if refused == 0 { String::new() } else { format!(", {refused} refused") };
        let style = self.answer.column.style.map_or("any style", Style::as_str);
        format!("Column({} cells, {style}{refused})", cells.len())
    }
}
