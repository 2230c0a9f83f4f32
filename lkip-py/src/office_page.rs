//! [`OfficePage`]: what an office promised, what became of it, what it spends, what is wrong.

use lkip_core::api::{OfficeAnswer, Options, TableFormat, TablesAnswer};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::evaluation::same;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, language_or};
use crate::table::Tables;

/// An office's own page: what it promised, what became of it, what it spends, what is wrong.
///
/// Made by `office()` and `Cascade.page()`. Frozen, hashable, picklable; equal when office, report, rules and what was asked
/// for are. `__match_args__` are `id` and `name`.
///
/// >>> import lkip
/// >>> page = lkip.office({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro", "level": "biro"}],
/// ...     "indicators": [{"id": "a", "name": "A", "office": "biro", "target": 90, "realization": 100}]}, "biro",
/// ...     language="en")
/// >>> page
/// OfficePage('biro', 'Biro', 1 table)
/// >>> page.facts
/// ('Level: biro', 'agreement not in the document', 'score 111.11 % (1 of 1)')
/// >>> page.tables["office_indicators"].to_records()[0]["achievement"]
/// Decimal('111.11')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct OfficePage {
    pub(crate) answer: OfficeAnswer,
}

impl PartialEq for OfficePage {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        one.page.id == other.page.id
            && one.format == other.format
            && one.language == other.language
            && same(one.cascade.evaluation(), other.cascade.evaluation())
    }
}

impl Hash for OfficePage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.page.id.hash(state);
    }
}

#[pymethods]
impl OfficePage {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "name")
    }

    /// The id of the office.
    #[getter]
    fn id(&self) -> &str {
        &self.answer.page.id
    }

    /// What it is called.
    #[getter]
    fn name(&self) -> &str {
        &self.answer.page.name
    }

    /// What is said of it in a line each, in the language of the call: its superior, its agreement, its score, its budget.
    #[getter]
    fn facts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let OfficeAnswer { page, language, .. } = &self.answer;
        PyTuple::new(py, page.facts.iter().map(|fact| fact.get(*language)))
    }

    /// Its indicators, its programs, its conditions, the offices below it, and what is wrong: those that have rows.
    #[getter]
    fn tables<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Tables>> {
        let OfficeAnswer { cascade, page, language, .. } = &slf.get().answer;
        let answer = TablesAnswer {
            evaluation: cascade.evaluation().clone(),
            tables: page.tables.clone(),
            format: TableFormat::Data,
            options: Options { include: Vec::new(), language: *language },
        };
        Origin::part(slf, "tables").make(slf.py(), Tables { answer })
    }

    /// The page in Markdown. `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn to_markdown(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.answer.page.to_markdown(language_or(language, self.answer.language)?))
    }

    /// The page in HTML, for a page with a heading of its own. `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn to_html(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.answer.page.to_html(language_or(language, self.answer.language)?))
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call of `office`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let tables = output::counted(self.answer.page.tables.len(), "table");
        Ok(format!("OfficePage('{}', {}, {tables})", self.id(), output::quoted(py, self.name())?))
    }

    fn _repr_html_(&self) -> String {
        html::office(&self.answer.page, self.answer.language)
    }
}
