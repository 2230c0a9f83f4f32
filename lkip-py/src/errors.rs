//! The core's errors as the exception `lkip.LkipError`, which is defined in Python.

use lkip_core::{Details, Language};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use serde::Serialize;

use crate::input::Mistake;
use crate::output;

fn exception_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    ERROR.import(py, "lkip.errors", "LkipError")
}

/// The exception of an answer `{"outcome": "error", …}`, not raised.
pub(crate) fn exception<'py>(py: Python<'py>, answer: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    let reports = output::dict(py, answer)?.get_item("errors")?;
    exception_type(py)?.call1((reports,))
}

/// What is wrong with a call, as an exception to raise.
pub(crate) fn refused(py: Python<'_>, answer: &impl Serialize) -> PyErr {
    exception(py, answer).map_or_else(|error| error, PyErr::from_value)
}

/// The same shape as the core's answer to a wrong call, for values that could not even be handed over.
#[derive(Serialize)]
pub(crate) struct ValuesAnswer {
    outcome: &'static str,
    errors: Vec<ValueReport>,
}

#[derive(Serialize)]
struct ValueReport {
    code: &'static str,
    path: String,
    message: String,
    details: Details,
}

impl ValuesAnswer {
    pub(crate) fn new(mistakes: Vec<Mistake>, language: Language) -> Self {
        let report = |Mistake { path, error }| ValueReport {
            code: error.code().as_str(),
            path,
            message: error.message(language),
            details: error.details().clone(),
        };
        Self { outcome: "error", errors: mistakes.into_iter().map(report).collect() }
    }
}
