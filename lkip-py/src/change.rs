//! [`WhatIf`]: what changed values do to the figures of a report.

use lkip_core::api::WhatIfAnswer;
use lkip_core::evaluate;
use lkip_core::measure::Value;
use lkip_core::{Language, Outcome};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::evaluation::Evaluation;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal};

/// What becomes of a report when some of its values are replaced.
///
/// Made by `what_if()`. Frozen, hashable, picklable; equal when the evaluation and what changed are.
/// `__match_args__` is `changed`.
///
/// >>> import lkip
/// >>> report = lkip.Report({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", "target": 90, "realization": 100}]})
/// >>> change = lkip.what_if(report, {"indicators.a.realization": "95,00"})
/// >>> change
/// WhatIf('Contoh', 3 figures changed)
/// >>> change.changed[1]
/// Changed('indicators.a.achievement', 111.11 % -> 105.56 %)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct WhatIf {
    pub(crate) answer: WhatIfAnswer,
}

impl PartialEq for WhatIf {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        one.evaluation.report() == other.evaluation.report()
            && one.evaluation.rules() == other.evaluation.rules()
            && one.options == other.options
            && one.changed.len() == other.changed.len()
            && one.changed.iter().zip(&other.changed).all(|(one, other)| same(one, other))
    }
}

fn same(one: &evaluate::Changed, other: &evaluate::Changed) -> bool {
    (&one.key, &one.before, &one.after) == (&other.key, &other.before, &other.after)
}

impl Hash for WhatIf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.changed.iter().for_each(|changed| changed.key.hash(state));
    }
}

#[pymethods]
impl WhatIf {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("changed",)
    }

    /// The evaluation with the changes.
    #[getter]
    fn evaluation<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Evaluation>> {
        let WhatIfAnswer { evaluation, options, .. } = &slf.get().answer;
        let (evaluation, options) = (evaluation.clone(), options.clone());
        Origin::part(slf, "evaluation").make(slf.py(), Evaluation::whole(evaluation, options))
    }

    /// Every figure that differs, in the order of the document; what there is only then comes last.
    #[getter]
    fn changed<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let WhatIfAnswer { changed, options, .. } = &slf.get().answer;
        output::tuple(slf.py(), changed, |index, change| {
            let changed = Changed { change: change.clone(), language: options.language };
            Origin::item(slf, "changed", index).make(slf.py(), changed)
        })
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let title = output::quoted(py, &self.answer.evaluation.report().document().title)?;
        Ok(format!("WhatIf({title}, {} changed)", output::counted(self.answer.changed.len(), "figure")))
    }

    fn _repr_html_(&self) -> String {
        html::changes(&self.answer.evaluation, &self.answer.changed, self.answer.options.language)
    }
}

/// A figure that a change made different: what it was, and what it is then.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Changed {
    change: evaluate::Changed,
    language: Language,
}

impl PartialEq for Changed {
    fn eq(&self, other: &Self) -> bool {
        same(&self.change, &other.change)
    }
}

impl Hash for Changed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.change.key.hash(state);
    }
}

type Side = Option<Outcome<Value>>;

fn value<'py>(py: Python<'py>, side: &Side) -> PyResult<Option<Bound<'py, PyAny>>> {
    let value = side.as_ref().and_then(Outcome::value);
    value.map(|value| decimal(py, value.reported)).transpose()
}

fn display(side: &Side, language: Language) -> Option<String> {
    side.as_ref().and_then(Outcome::value).map(|value| value.display(language))
}

#[pymethods]
impl Changed {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("key", "before", "after")
    }

    /// The key of the figure.
    #[getter]
    fn key(&self) -> &str {
        &self.change.key
    }

    /// The value that it had; None where it had none.
    #[getter]
    fn before<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value(py, &self.change.before)
    }

    /// The value that it has then; None where it has none.
    #[getter]
    fn after<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        value(py, &self.change.after)
    }

    /// How it ended before: `computed`, `not_applicable` or `not_computable`; None where there was no such figure.
    #[getter]
    fn before_outcome(&self) -> Option<&'static str> {
        self.change.before.as_ref().map(Outcome::tag)
    }

    /// How it ends then; None where there is no such figure any more.
    #[getter]
    fn after_outcome(&self) -> Option<&'static str> {
        self.change.after.as_ref().map(Outcome::tag)
    }

    /// The value that it had, as people write it in the language of the call.
    #[getter]
    fn before_display(&self) -> Option<String> {
        display(&self.change.before, self.language)
    }

    /// The value that it has then, as people write it in the language of the call.
    #[getter]
    fn after_display(&self) -> Option<String> {
        display(&self.change.after, self.language)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let side = |side: &Side| side.as_ref().map_or_else(|| "None".to_owned(), output::outcome_text);
        let key = output::quoted(py, self.key())?;
        Ok(format!("Changed({key}, {} -> {})", side(&self.change.before), side(&self.change.after)))
    }
}
