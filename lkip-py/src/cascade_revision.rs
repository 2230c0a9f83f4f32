//! [`Revision`]: what a later version of an agreement changed. [`RevisionChange`]: one difference.

use lkip_core::cascade;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::cascade_finding::Party;
use crate::frozen::{Frozen, Origin};
use crate::output;

/// A version of an agreement against the one before it (perubahan perjanjian kinerja).
///
/// An item of `Cascade.revisions`. Frozen, hashable, picklable. `__match_args__` are `before`, `after` and `changes`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"}],
/// ...     "agreements": [
/// ...         {"id": "pk", "office": "biro", "version": 1, "indicators": [{"name": "A", "target": "90,00"}]},
/// ...         {"id": "pk-2", "office": "biro", "version": 2, "indicators": [{"name": "A", "target": "95,00"}]}]})
/// >>> revision = cascade.revisions[0]
/// >>> revision, revision.changes
/// (Revision('pk' -> 'pk-2', 1 change), (RevisionChange(target of 'A', '90,00' -> '95,00'),))
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Revision {
    pub(crate) revision: cascade::Revision,
}

impl PartialEq for Revision {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Hash for Revision {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.revision.before, &self.revision.after).hash(state);
    }
}

#[pymethods]
impl Revision {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("before", "after", "changes")
    }

    /// The year.
    #[getter]
    fn year(&self) -> u16 {
        self.revision.year
    }

    /// The office.
    #[getter]
    fn office<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Party>> {
        Party::part(slf, "office", &slf.get().revision.office)
    }

    /// The id of the earlier version.
    #[getter]
    fn before(&self) -> &str {
        &self.revision.before
    }

    /// The id of the later version.
    #[getter]
    fn after(&self) -> &str {
        &self.revision.after
    }

    /// What changed.
    #[getter]
    fn changes<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), &slf.get().revision.changes, |index, change| {
            Origin::item(slf, "changes", index).make(slf.py(), RevisionChange { change: change.clone() })
        })
    }

    fn __repr__(&self) -> String {
        let changes = output::counted(self.revision.changes.len(), "change");
        format!("Revision('{}' -> '{}', {changes})", self.before(), self.after())
    }
}

/// One difference between two versions of an agreement.
///
/// An item of `Revision.changes`. Frozen, hashable, picklable. `__match_args__` are `what`, `before` and `after`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct RevisionChange {
    change: cascade::Change,
}

impl PartialEq for RevisionChange {
    fn eq(&self, other: &Self) -> bool {
        self.change == other.change
    }
}

impl Hash for RevisionChange {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.change.what, &self.change.of, &self.change.before, &self.change.after).hash(state);
    }
}

#[pymethods]
impl RevisionChange {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("what", "before", "after")
    }

    /// What changed: `indicator`, `indicator_name`, `unit`, `target`, `program`, `program_name`, `allocation`, `minimum`,
    /// `total` or `condition`.
    #[getter]
    fn what(&self) -> &'static str {
        self.change.what.as_str()
    }

    /// Of which indicator, program or condition.
    #[getter]
    fn of(&self) -> &str {
        &self.change.of
    }

    /// As it was, as the document writes it. None where it was not there.
    #[getter]
    fn before(&self) -> Option<&str> {
        self.change.before.as_deref()
    }

    /// As it is, as the document writes it. None where it is no longer there.
    #[getter]
    fn after(&self) -> Option<&str> {
        self.change.after.as_deref()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let side = |side: Option<&str>| side.map_or_else(|| Ok("None".to_owned()), |text| output::quoted(py, text));
        let (before, after) = (side(self.before())?, side(self.after())?);
        Ok(format!("RevisionChange({} of {}, {before} -> {after})", self.what(), output::quoted(py, self.of())?))
    }
}
