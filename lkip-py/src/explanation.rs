//! [`Explanation`]: where a figure comes from, as a tree of steps.

use lkip_core::Language;
use lkip_core::explain::{Input as CoreInput, RoundingStep, Source as CoreSource};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, fraction_of};

/// One step of a calculation, and the steps that it rests on (penjelasan).
///
/// The texts are in the language of the call. `str()` of it is its line; `tree()` is everything.
/// `__match_args__` are `rule` and `line`.
///
/// >>> import lkip
/// >>> step = lkip.achievement("70", "98,40", rules="setda-kaltim-2021").explanation
/// >>> step.rule
/// 'higher/realization_over_target'
/// >>> [(i.name, i.value) for i in step.inputs]
/// [('realization', '98,40'), ('target', '70')]
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Explanation {
    node: lkip_core::Explanation,
    language: Language,
}

impl PartialEq for Explanation {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl Hash for Explanation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.node.rule, &self.node.line).hash(state);
    }
}

impl Explanation {
    pub(crate) fn new<'py>(
        py: Python<'py>,
        origin: Origin,
        node: lkip_core::Explanation,
        language: Language,
    ) -> PyResult<Bound<'py, Self>> {
        origin.make(py, Self { node, language })
    }
}

#[pymethods]
impl Explanation {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("rule", "line")
    }

    /// The id of the rule: `higher/realization_over_target`, `category/…`, `rules/…`.
    #[getter]
    fn rule(&self) -> &str {
        &self.node.rule
    }

    /// What the rule is called.
    #[getter]
    fn title(&self) -> &str {
        &self.node.title
    }

    /// The whole step in one line.
    #[getter]
    fn line(&self) -> &str {
        &self.node.line
    }

    /// The formula in words; None where the step has none.
    #[getter]
    fn formula(&self) -> Option<&str> {
        self.node.formula.as_deref()
    }

    /// Where the rule comes from.
    #[getter]
    fn sources<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), &slf.get().node.sources, |index, source| {
            Origin::item(slf, "sources", index).make(slf.py(), Source { source: source.clone() })
        })
    }

    /// What entered the step.
    #[getter]
    fn inputs<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), &slf.get().node.inputs, |index, input| {
            Origin::item(slf, "inputs", index).make(slf.py(), Input { input: input.clone() })
        })
    }

    /// The exact value that the step gave, as a `fractions.Fraction`; None where it gave none.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.node.exact.as_deref().map(|exact| fraction_of(py, exact)).transpose()
    }

    /// The rounding; None where the step does not round.
    #[getter]
    fn rounding<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Rounding>>> {
        let step = slf.get().node.rounding.clone();
        step.map(|step| Origin::part(slf, "rounding").make(slf.py(), Rounding { step })).transpose()
    }

    /// The bounds of the category that matched; None where the step finds no category.
    #[getter]
    fn bounds(&self) -> Option<&str> {
        self.node.bounds.as_deref()
    }

    /// The steps that it rests on.
    #[getter]
    fn children<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let Self { node, language } = slf.get();
        output::tuple(slf.py(), &node.children, |index, child| {
            Self::new(slf.py(), Origin::item(slf, "children", index), child.clone(), *language)
        })
    }

    /// The step with everything that it rests on, one line each, indented by two blanks a level.
    fn tree(&self) -> String {
        self.node.tree(self.language)
    }

    /// The step as JSON, as it stands in the answer.
    fn to_json(&self) -> String {
        output::json(&self.node)
    }

    /// The step as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.node)
    }

    fn __str__(&self) -> &str {
        &self.node.line
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Explanation('{}', {})", self.node.rule, output::quoted(py, &self.node.line)?))
    }

    fn _repr_html_(&self) -> String {
        html::explanation(&self.node, self.language)
    }
}

/// A source of a rule: a regulation, a report or a program.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Source {
    pub(crate) source: CoreSource,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.source.name.hash(state);
    }
}

#[pymethods]
impl Source {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("name", "verified")
    }

    /// What it is called, and the place in it.
    #[getter]
    fn name(&self) -> &str {
        &self.source.name
    }

    /// Whether it was read word for word.
    #[getter]
    fn verified(&self) -> bool {
        self.source.verified
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let verified = if self.source.verified { "" } else { ", not verified" };
        Ok(format!("Source({}{verified})", output::quoted(py, &self.source.name)?))
    }
}

/// A named value that entered a step.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Input {
    input: CoreInput,
}

impl PartialEq for Input {
    fn eq(&self, other: &Self) -> bool {
        self.input == other.input
    }
}

impl Hash for Input {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.input.name, &self.input.value).hash(state);
    }
}

#[pymethods]
impl Input {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("name", "value")
    }

    /// The field that it came from: `target`, `realization`.
    #[getter]
    fn name(&self) -> &'static str {
        self.input.name
    }

    /// What it is called in the language of the call.
    #[getter]
    fn label(&self) -> &str {
        &self.input.label
    }

    /// The value as written in the language of the call, or the state in its place.
    #[getter]
    fn value(&self) -> &str {
        &self.input.value
    }

    /// What follows it: footnote marks, the year that it was carried from; None where nothing does.
    #[getter]
    fn remark(&self) -> Option<&str> {
        self.input.remark.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Input('{}', {})", self.input.name, output::quoted(py, &self.input.value)?))
    }
}

/// The one step in which digits are lost.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Rounding {
    step: RoundingStep,
}

impl PartialEq for Rounding {
    fn eq(&self, other: &Self) -> bool {
        self.step == other.step
    }
}

impl Hash for Rounding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.step.mode, self.step.places, &self.step.before, self.step.after).hash(state);
    }
}

#[pymethods]
impl Rounding {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("mode", "places")
    }

    /// How: `half_up`, `half_even` or `truncate`.
    #[getter]
    fn mode(&self) -> &'static str {
        self.step.mode.as_str()
    }

    /// To how many decimal places.
    #[getter]
    fn places(&self) -> u32 {
        self.step.places
    }

    /// The first digits of the value before: `140.571428…`.
    #[getter]
    fn before(&self) -> &str {
        &self.step.before
    }

    /// The value after.
    #[getter]
    fn after<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.step.after)
    }

    fn __repr__(&self) -> String {
        let RoundingStep { mode, places, before, after } = &self.step;
        format!("Rounding({} to {places}: {before} -> {after})", mode.as_str())
    }
}
