//! [`Trace`]: where the number of an indicator comes from. [`TraceStep`]: one step of its way.

use lkip_core::api::TraceAnswer;
use lkip_core::{Language, cascade};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::evaluation::same;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output;

/// Where the number of an indicator comes from (asal angka): from the office that answers for it, down through the offices
/// that carry it, to the figures that it was made of.
///
/// Made by `trace()` and `Cascade.trace()`. Frozen, hashable, picklable; equal when way, report, rules and language are.
/// `str()` of it is its text. `__match_args__` are `steps` and `complete`.
///
/// >>> import lkip
/// >>> trace = lkip.trace({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"}],
/// ...     "indicators": [{"id": "a", "name": "A", "office": "biro", "target": 90, "realization": 100}]}, "a",
/// ...     language="en")
/// >>> trace
/// Trace(4 steps)
/// >>> print(trace.text)
/// Biro holds A: target 90, achievement 111.11 %; responsible by the report
///   Achievement of A: 100 ÷ 90 × 100 % = 111.1111… → 111.11 % (rounded)
///     Realization of A: 100
///     Target of A: 90
/// <BLANKLINE>
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Trace {
    pub(crate) answer: TraceAnswer,
}

impl PartialEq for Trace {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        let (steps, others) = (one.trace.steps(), other.trace.steps());
        one.language == other.language
            && steps.len() == others.len()
            && steps.iter().zip(others).all(|(one, other)| parts(one) == parts(other))
            && same(one.cascade.evaluation(), other.cascade.evaluation())
    }
}

impl Hash for Trace {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.trace.steps().iter().for_each(|step| step.place.hash(state));
    }
}

/// What tells one step from another; what is said of it follows.
fn parts(step: &cascade::Step) -> (usize, Option<&str>, &str, Option<&'static str>) {
    (step.depth, step.office.as_deref(), &step.place, step.link.map(|link| link.as_str()))
}

#[pymethods]
impl Trace {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("steps", "complete")
    }

    /// The steps, each after the one that it leads to.
    #[getter]
    fn steps<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let TraceAnswer { trace, language, .. } = &slf.get().answer;
        output::tuple(slf.py(), trace.steps(), |index, step| {
            let made = TraceStep { step: step.clone(), language: *language };
            Origin::item(slf, "steps", index).make(slf.py(), made)
        })
    }

    /// The steps as indented text, in the language of the call.
    #[getter]
    fn text(&self) -> String {
        self.answer.trace.to_text(self.answer.language)
    }

    /// Whether these are all steps. A way that is very long is cut.
    #[getter]
    fn complete(&self) -> bool {
        !self.answer.trace.is_cut()
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call of `trace`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __str__(&self) -> String {
        self.text()
    }

    fn __repr__(&self) -> String {
        let steps = output::counted(self.answer.trace.steps().len(), "step");
        format!("Trace({steps}{})", if self.complete() { "" } else { ", cut" })
    }

    fn _repr_html_(&self) -> String {
        html::text(&self.text(), self.answer.language)
    }
}

/// A step on the way of a number: an office that holds it, or a figure that it was made of.
///
/// An item of `Trace.steps`. Frozen, hashable, picklable; equal when all that is said of it is. `str()` of it is its text.
/// `__match_args__` are `place` and `link`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct TraceStep {
    step: cascade::Step,
    language: Language,
}

impl PartialEq for TraceStep {
    fn eq(&self, other: &Self) -> bool {
        parts(&self.step) == parts(&other.step) && self.text() == other.text()
    }
}

impl Hash for TraceStep {
    fn hash<H: Hasher>(&self, state: &mut H) {
        parts(&self.step).hash(state);
    }
}

#[pymethods]
impl TraceStep {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("place", "link")
    }

    /// How many steps stand above it.
    #[getter]
    fn depth(&self) -> usize {
        self.step.depth
    }

    /// The id of the office in whose hands it is. None for a figure.
    #[getter]
    fn office(&self) -> Option<&str> {
        self.step.office.as_deref()
    }

    /// Where it stands in the document, or the key of the figure.
    #[getter]
    fn place(&self) -> &str {
        &self.step.place
    }

    /// How it is linked to the step above: `adopts`, `component` or `contributes`. None for what a figure is made of.
    #[getter]
    fn link(&self) -> Option<&'static str> {
        self.step.link.map(|link| link.as_str())
    }

    /// What is said of it, in the language of the call.
    #[getter]
    fn text(&self) -> &str {
        self.step.text(self.language)
    }

    fn __str__(&self) -> &str {
        self.text()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("TraceStep({})", output::quoted(py, self.text())?))
    }
}
