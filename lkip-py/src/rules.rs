//! [`RuleSet`] and [`Scale`]: checked once, used many times.

use lkip_core::api::{ErrorsAnswer, RuleSetAnswer, ScaleAnswer};
use lkip_core::batch::Single;
use lkip_core::{Errors, Language, Plain, rules};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use crate::errors::refused;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output;
use crate::quick;

/// The rules by which a report calculates (pedoman pengukuran): declared, versioned, with their sources.
///
/// Made by `rule_set()` and `rule_sets()`. Checked when it is made; used as often as you like without being
/// read again. Frozen, hashable, picklable; equal when their data are. `__match_args__` are `id` and `version`.
///
/// >>> import lkip
/// >>> rules = lkip.rule_set("setda-kaltim-2021", overrides={"rounding": {"mode": "truncate"}})
/// >>> rules
/// RuleSet('setda-kaltim-2021', version '1', replaced: rounding)
/// >>> lkip.achievement("3,095", "3,0885", rules=rules, style="indonesian").percent
/// Decimal('99.78')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct RuleSet {
    pub(crate) rules: lkip_core::RuleSet,
    /// Made ready for single percentages when the first is asked for.
    pub(crate) single: OnceLock<Single>,
}

impl PartialEq for RuleSet {
    fn eq(&self, other: &Self) -> bool {
        self.rules == other.rules
    }
}

impl Hash for RuleSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.rules.id, &self.rules.version).hash(state);
    }
}

impl RuleSet {
    pub(crate) fn new(py: Python<'_>, rules: lkip_core::RuleSet) -> PyResult<Bound<'_, Self>> {
        Origin::RuleSet(rules.clone()).make(py, Self { rules, single: OnceLock::new() })
    }

    fn answer(&self) -> RuleSetAnswer {
        RuleSetAnswer { rule_set: self.rules.clone() }
    }
}

#[pymethods]
impl RuleSet {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "version")
    }

    /// Its name: `setda-kaltim-2021`.
    #[getter]
    fn id(&self) -> &str {
        &self.rules.id
    }

    /// Which edition of the rules under that id.
    #[getter]
    fn version(&self) -> &str {
        &self.rules.version
    }

    /// What it is called, by language: `{"id": …, "en": …}`.
    #[getter]
    fn title<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.rules.title)
    }

    /// Where it comes from.
    #[getter]
    fn citations<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Citation::tuple(slf, &slf.get().rules.citations)
    }

    /// Whether every source was read word for word.
    #[getter]
    fn verified(&self) -> bool {
        self.rules.is_verified()
    }

    /// The scale of its categories; None where it has none.
    #[getter]
    fn scale<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Scale>>> {
        self.rules.scale.clone().map(|scale| Scale::new(py, scale)).transpose()
    }

    /// The rules that were replaced by `overrides`, by their field names.
    #[getter]
    fn overridden<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.rules.overridden())
    }

    /// The SHA-256 of its data: equal rules have equal fingerprints, in every language.
    #[getter]
    fn fingerprint(&self) -> String {
        self.rules.fingerprint()
    }

    /// Every field of the rule set as data, to keep or to change and give to `rule_set()` again.
    #[getter]
    fn data<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.rules)
    }

    /// The reported percentage of a realization against a target, and nothing else: no category, no reason, no explanation.
    ///
    /// It is `achievement(target, realization, polarity=polarity, rules=self).percent` in a fraction of the time, with the
    /// same exceptions. None where there is no percentage; `achievement()` says why. A text that two styles read differently
    /// is refused. Whole columns are faster still: `measure()`.
    ///
    /// >>> from decimal import Decimal
    /// >>> import lkip
    /// >>> kaltim = lkip.rule_set("setda-kaltim-2021")
    /// >>> kaltim.percent(Decimal("70"), Decimal("98.40")), kaltim.percent("70", "98,40"), kaltim.percent(0, 1)
    /// (Decimal('140.57'), Decimal('140.57'), None)
    #[pyo3(signature = (target, realization, polarity=None))]
    fn percent<'py>(
        slf: &Bound<'py, Self>,
        target: &Bound<'py, PyAny>,
        realization: &Bound<'py, PyAny>,
        polarity: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        quick::percent(slf, target, realization, polarity)
    }

    /// The rule set as JSON: byte for byte what `answer_json` gives for the same call of `rule_set`.
    fn to_json(&self) -> String {
        output::json(&self.answer())
    }

    /// The same as a dictionary; the fields of the rule set itself are under `rule_set`, and in `data`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer())
    }

    fn __repr__(&self) -> String {
        let replaced = self.rules.overridden();
        let replaced = if replaced.is_empty() { String::new() } else { format!(", replaced: {}", replaced.join(", ")) };
        format!("RuleSet('{}', version '{}'{replaced})", self.rules.id, self.rules.version)
    }

    fn _repr_html_(&self) -> String {
        let language = Language::default();
        html::remark(self.rules.title.get(language), Some(&self.rules.id), language)
    }
}

/// Ordered categories (skala ordinal): every value falls into one, or the scale says that it does not.
///
/// Made by `scale()` and `scales()`. Frozen, hashable, picklable; equal when their data are.
/// `__match_args__` are `id` and `version`.
///
/// >>> import lkip
/// >>> [c["label"] for c in lkip.scale("itkp").data["categories"]]
/// ['Sangat Baik', 'Baik', 'Cukup', 'Kurang']
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Scale {
    pub(crate) scale: lkip_core::Scale,
}

impl PartialEq for Scale {
    fn eq(&self, other: &Self) -> bool {
        self.scale == other.scale
    }
}

impl Hash for Scale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.scale.id, &self.scale.version).hash(state);
    }
}

impl Scale {
    pub(crate) fn new(py: Python<'_>, scale: lkip_core::Scale) -> PyResult<Bound<'_, Self>> {
        Origin::Scale(scale.clone()).make(py, Self { scale })
    }

    fn answer(&self) -> ScaleAnswer {
        ScaleAnswer { scale: self.scale.clone() }
    }
}

#[pymethods]
impl Scale {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "version")
    }

    /// Its name: `sakip-predicate`.
    #[getter]
    fn id(&self) -> &str {
        &self.scale.id
    }

    /// Which edition of the scale under that id.
    #[getter]
    fn version(&self) -> &str {
        &self.scale.version
    }

    /// What it is called, by language: `{"id": …, "en": …}`.
    #[getter]
    fn title<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.scale.title)
    }

    /// Where it comes from.
    #[getter]
    fn citations<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Citation::tuple(slf, &slf.get().scale.citations)
    }

    /// Whether every source was read word for word.
    #[getter]
    fn verified(&self) -> bool {
        self.scale.is_verified()
    }

    /// The labels of its categories, that of the highest values first.
    #[getter]
    fn labels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.scale.categories.iter().map(|category| category.label.as_str()).collect::<Vec<_>>())
    }

    /// Every field of the scale as data, to keep or to change and give to `scale()` again.
    #[getter]
    fn data<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.scale)
    }

    /// The scale as JSON: byte for byte what `answer_json` gives for the same call of `scale`.
    fn to_json(&self) -> String {
        output::json(&self.answer())
    }

    /// The same as a dictionary; the fields of the scale itself are under `scale`, and in `data`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer())
    }

    fn __repr__(&self) -> String {
        let labels: Vec<&str> = self.scale.categories.iter().map(|category| category.label.as_str()).collect();
        format!("Scale('{}', version '{}': {})", self.scale.id, self.scale.version, labels.join(" > "))
    }

    fn _repr_html_(&self) -> String {
        let language = Language::default();
        html::remark(self.scale.title.get(language), Some(&self.scale.id), language)
    }
}

/// A source of a rule set or a scale, and how it was read.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Citation {
    citation: rules::Citation,
}

impl PartialEq for Citation {
    fn eq(&self, other: &Self) -> bool {
        self.citation == other.citation
    }
}

impl Hash for Citation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.citation.name().hash(state);
    }
}

impl Citation {
    fn tuple<'py, T>(owner: &Bound<'py, T>, citations: &[rules::Citation]) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(owner.py(), citations, |index, citation| {
            Origin::item(owner, "citations", index).make(owner.py(), Self { citation: citation.clone() })
        })
    }
}

#[pymethods]
impl Citation {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("source", "read")
    }

    /// The regulation, report or program.
    #[getter]
    fn source(&self) -> &str {
        &self.citation.source
    }

    /// The page, table or article; None where none is named.
    #[getter]
    fn place(&self) -> Option<&str> {
        self.citation.place.as_deref()
    }

    /// How it was read: `verbatim`, `in_code`, `derived` or `not_read`.
    #[getter]
    fn read(&self) -> &'static str {
        self.citation.read.as_str()
    }

    /// What must be known about it, by language; None where nothing must.
    #[getter]
    fn note<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.citation.note.as_ref().map(|note| output::dict(py, note)).transpose()
    }

    /// Whether it was read word for word.
    #[getter]
    fn verified(&self) -> bool {
        self.citation.is_verified()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Citation({}, {})", output::quoted(py, &self.citation.name())?, self.citation.read.as_str()))
    }
}

fn errors(py: Python<'_>, errors: impl Into<Errors>) -> PyErr {
    refused(py, &ErrorsAnswer { errors: errors.into(), language: Language::default() })
}

/// A rule set out of its data and the names of what was replaced in it; pickles call it.
#[pyfunction(name = "_restore_rule_set")]
pub(crate) fn restore_rule_set<'py>(
    py: Python<'py>,
    json: &str,
    overridden: Vec<String>,
) -> PyResult<Bound<'py, RuleSet>> {
    let rules = lkip_core::RuleSet::from_json(json).map_err(|e| errors(py, e))?;
    if overridden.is_empty() {
        return RuleSet::new(py, rules);
    }
    let mut data = Plain::from_json(json).map_err(|e| errors(py, e))?;
    if let Plain::Record(fields) = &mut data {
        fields.retain(|field, _| overridden.iter().any(|rule| rule == field));
    }
    // Replaced by the same, which only remembers what it was.
    RuleSet::new(py, rules.with(&data).map_err(|e| errors(py, e))?)
}

/// A scale out of its data; pickles call it.
#[pyfunction(name = "_restore_scale")]
pub(crate) fn restore_scale<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, Scale>> {
    Scale::new(py, lkip_core::Scale::from_json(json).map_err(|e| errors(py, e))?)
}
