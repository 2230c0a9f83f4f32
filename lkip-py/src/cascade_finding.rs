//! [`CascadeFinding`]: what is wrong with a cascade. [`Party`]: an office that something is about.

use lkip_core::{Language, cascade};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::explanation::Source;
use crate::frozen::{Frozen, Origin};
use crate::output;

/// Something that is wrong with a cascade (temuan): between whom, where, and what to do.
///
/// An item of `Cascade.findings`. Frozen, hashable, picklable; equal when all but the language is. `str()` of it is the
/// sentence. `__match_args__` are `code` and `severity`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "sekda", "name": "Sekda"},
/// ...                                               {"id": "biro", "name": "Biro", "parent": "sekda"}],
/// ...     "indicators": [{"id": "a", "name": "Kerja sama", "office": "biro", "target": "90", "realization": "100"}],
/// ...     "agreements": [{"id": "pk", "office": "sekda", "indicators": [{"indicator": "a", "target": "95"}]}]})
/// >>> finding = cascade.findings[-1]
/// >>> finding, [office.name for office in finding.offices]
/// (CascadeFinding('target_differs', problem, 2021), ['Sekda', 'Biro'])
/// >>> print(finding)
/// Target Kerja sama berbeda: 95 menurut perjanjian kinerja Sekda (pk), 90 menurut laporan, Biro.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct CascadeFinding {
    pub(crate) finding: cascade::Finding,
    pub(crate) language: Language,
}

impl PartialEq for CascadeFinding {
    fn eq(&self, other: &Self) -> bool {
        self.finding == other.finding
    }
}

impl Hash for CascadeFinding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.finding.code(), self.finding.year(), self.finding.places()).hash(state);
    }
}

#[pymethods]
impl CascadeFinding {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("code", "severity")
    }

    /// The stable code, one of those of `codes().cascade`.
    #[getter]
    fn code(&self) -> &'static str {
        self.finding.code().as_str()
    }

    /// How much it weighs: `problem` or `notice`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.finding.code().severity().as_str()
    }

    /// The year of the agreements that it is about.
    #[getter]
    fn year(&self) -> u16 {
        self.finding.year()
    }

    /// The offices that it is about, the one whose matter it is first.
    #[getter]
    fn offices<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Party::tuple(slf, "offices", slf.get().finding.offices())
    }

    /// Where it shows in the document: `agreements.pk-2021-sekda.indicators[6].unit`.
    #[getter]
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.finding.places())
    }

    /// The sentence for a person, in the language of the call.
    #[getter]
    fn message(&self) -> String {
        self.finding.message(self.language)
    }

    /// What to do about it, in the language of the call.
    #[getter]
    fn advice(&self) -> String {
        self.finding.advice(self.language)
    }

    /// The data of the sentence. Offices and indicators are their ids, numbers are strings.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, self.finding.details())
    }

    /// Where the rule comes from that it is held against; empty for what contradicts itself.
    #[getter]
    fn sources<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().finding.sources(), |index, source| {
            Origin::item(slf, "sources", index).make(slf.py(), Source { source })
        })
    }

    fn __str__(&self) -> String {
        self.message()
    }

    fn __repr__(&self) -> String {
        format!("CascadeFinding('{}', {}, {})", self.code(), self.severity(), self.year())
    }
}

/// An office that a finding, a budget or a revision is about.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Party {
    party: cascade::Party,
}

impl PartialEq for Party {
    fn eq(&self, other: &Self) -> bool {
        self.party == other.party
    }
}

impl Hash for Party {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.party.id.hash(state);
    }
}

impl Party {
    pub(crate) fn part<'py, T>(
        owner: &Bound<'py, T>,
        name: &'static str,
        party: &cascade::Party,
    ) -> PyResult<Bound<'py, Self>> {
        Origin::part(owner, name).make(owner.py(), Self { party: party.clone() })
    }

    pub(crate) fn tuple<'py, T>(
        owner: &Bound<'py, T>,
        name: &'static str,
        parties: &[cascade::Party],
    ) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(owner.py(), parties, |index, party| {
            Origin::item(owner, name, index).make(owner.py(), Self { party: party.clone() })
        })
    }
}

#[pymethods]
impl Party {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "name")
    }

    /// Its id in the document.
    #[getter]
    fn id(&self) -> &str {
        &self.party.id
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.party.name
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Party('{}', {})", self.id(), output::quoted(py, self.name())?))
    }
}
