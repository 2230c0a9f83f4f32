//! [`RuleSets`] and [`Scales`]: the built-in catalogue, by id and in order.

use lkip_core::Language;
use lkip_core::api::{RuleSetsAnswer, ScalesAnswer};
use pyo3::exceptions::{PyIndexError, PyKeyError};
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};

use crate::frozen::Frozen;
use crate::html;
use crate::output;
use crate::rules::{RuleSet, Scale};

/// By its place or by its id.
#[derive(FromPyObject)]
enum Key {
    Place(isize),
    Id(String),
}

/// The entry of a key, as Python's tuples and dictionaries find theirs.
fn entry<T>(entries: &[T], key: Key, id: impl Fn(&T) -> &str) -> PyResult<&T> {
    match key {
        Key::Place(place) => {
            let from_end = entries.len().checked_sub(place.unsigned_abs());
            let place = if place < 0 { from_end } else { Some(place.unsigned_abs()) };
            place.and_then(|place| entries.get(place)).ok_or_else(|| PyIndexError::new_err("index out of range"))
        }
        Key::Id(key) => entries.iter().find(|entry| id(entry) == key).ok_or_else(|| PyKeyError::new_err(key)),
    }
}

/// Every built-in rule set, in the order of their ids.
///
/// A sequence that also finds by id. Frozen, hashable, picklable.
///
/// >>> import lkip
/// >>> lkip.rule_sets()["setda-kaltim-2021"].title["en"]
/// 'Sekretariat Daerah of Kalimantan Timur province, 2021'
#[pyclass(frozen, eq, hash, sequence, extends = Frozen, module = "lkip")]
pub(crate) struct RuleSets {
    pub(crate) answer: RuleSetsAnswer,
}

impl PartialEq for RuleSets {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Hash for RuleSets {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.rule_sets.len().hash(state);
    }
}

#[pymethods]
impl RuleSets {
    fn __len__(&self) -> usize {
        self.answer.rule_sets.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let entries = output::tuple(py, &self.answer.rule_sets, |_, rules| RuleSet::new(py, rules.clone()))?;
        Ok(entries.try_iter()?.into_any())
    }

    fn __getitem__<'py>(&self, py: Python<'py>, key: Key) -> PyResult<Bound<'py, RuleSet>> {
        RuleSet::new(py, entry(&self.answer.rule_sets, key, |rules| &rules.id)?.clone())
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        let of = |id: &str| self.answer.rule_sets.iter().any(|rules| rules.id == id);
        let same = |other: &RuleSet| self.answer.rule_sets.contains(&other.rules);
        key.extract::<&str>().is_ok_and(of) || key.cast::<RuleSet>().is_ok_and(|rules| same(rules.get()))
    }

    /// The list as JSON: byte for byte what `answer_json` gives for `rule_sets`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The list as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn _repr_html_(&self) -> String {
        let language = Language::default();
        let rows = self.answer.rule_sets.iter().map(|rules| (rules.id.as_str(), rules.title.get(language).to_owned()));
        html::listed(rows, language)
    }

    fn __repr__(&self) -> String {
        let ids: Vec<&str> = self.answer.rule_sets.iter().map(|rules| rules.id.as_str()).collect();
        format!("RuleSets({})", ids.join(", "))
    }
}

/// Every built-in scale, in the order of their ids.
///
/// A sequence that also finds by id. Frozen, hashable, picklable.
///
/// >>> import lkip
/// >>> "sakip-predicate" in lkip.scales()
/// True
#[pyclass(frozen, eq, hash, sequence, extends = Frozen, module = "lkip")]
pub(crate) struct Scales {
    pub(crate) answer: ScalesAnswer,
}

impl PartialEq for Scales {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Hash for Scales {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.scales.len().hash(state);
    }
}

#[pymethods]
impl Scales {
    fn __len__(&self) -> usize {
        self.answer.scales.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let entries = output::tuple(py, &self.answer.scales, |_, scale| Scale::new(py, scale.clone()))?;
        Ok(entries.try_iter()?.into_any())
    }

    fn __getitem__<'py>(&self, py: Python<'py>, key: Key) -> PyResult<Bound<'py, Scale>> {
        Scale::new(py, entry(&self.answer.scales, key, |scale| &scale.id)?.clone())
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        let of = |id: &str| self.answer.scales.iter().any(|scale| scale.id == id);
        let same = |other: &Scale| self.answer.scales.contains(&other.scale);
        key.extract::<&str>().is_ok_and(of) || key.cast::<Scale>().is_ok_and(|scale| same(scale.get()))
    }

    /// The list as JSON: byte for byte what `answer_json` gives for `scales`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The list as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn _repr_html_(&self) -> String {
        let language = Language::default();
        let rows = self.answer.scales.iter().map(|scale| (scale.id.as_str(), scale.title.get(language).to_owned()));
        html::listed(rows, language)
    }

    fn __repr__(&self) -> String {
        let ids: Vec<&str> = self.answer.scales.iter().map(|scale| scale.id.as_str()).collect();
        format!("Scales({})", ids.join(", "))
    }
}
