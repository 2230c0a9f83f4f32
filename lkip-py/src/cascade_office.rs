//! [`CascadeOffice`]: an office of a cascade with its figures. [`HeldIndicator`]: an indicator in its hands.

use lkip_core::report::{Office, OfficeLevel};
use lkip_core::{Number, Target, cascade};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::cascade::Cascade;
use crate::evaluation::Figure;
use crate::frozen::{Frozen, Origin};
use crate::output;

/// An office of a cascade (unit kerja): whom it stands below, what it holds, its figures in the year of the report.
///
/// An item of `Cascade.offices`. A figure that there is not is None; one without a value says why. Frozen, hashable,
/// picklable; equal when cascade and place are. `__match_args__` are `id` and `name`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro", "level": "biro"}],
/// ...     "indicators": [{"id": "a", "name": "A", "office": "biro", "target": 90, "realization": 100}],
/// ...     "budget": [{"id": "p", "name": "P", "office": "biro", "allocation": 4, "spending": 3}]})
/// >>> office = cascade.offices[0]
/// >>> office, office.level, office.parent, office.agreement
/// (CascadeOffice('biro', 1 indicator), 'biro', None, None)
/// >>> office.score.value, office.absorption.display
/// (Decimal('111.11'), '75,00 %')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct CascadeOffice {
    owner: Py<Cascade>,
    index: usize,
    id: String,
    name: String,
    level: Option<String>,
    parent: Option<String>,
    depth: usize,
}

impl PartialEq for CascadeOffice {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.owner.get() == other.owner.get()
    }
}

impl Hash for CascadeOffice {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, &self.id).hash(state);
    }
}

impl CascadeOffice {
    pub(crate) fn make<'py>(
        owner: &Bound<'py, Cascade>,
        index: usize,
        office: &Office,
        depth: usize,
    ) -> PyResult<Bound<'py, Self>> {
        let made = Self {
            owner: owner.clone().unbind(),
            index,
            id: office.id.as_str().to_owned(),
            name: office.name.to_string(),
            level: office.level.as_ref().map(|level| match level {
                OfficeLevel::Named(level) => level.as_str().to_owned(),
                OfficeLevel::Other(word) => word.clone(),
            }),
            parent: office.parent.as_ref().map(|parent| parent.as_str().to_owned()),
            depth,
        };
        Origin::item(owner, "offices", index).make(owner.py(), made)
    }

    fn figure<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, Figure>>> {
        Cascade::figure(self.owner.bind(py), &format!("offices.{}.{name}", self.id))
    }

    /// What it holds, in the core. The office is there, and cascades do not change.
    fn held(&self) -> Vec<cascade::HeldIndicator<'_>> {
        let cascade = self.owner.get();
        cascade.cascade().held_by(&self.id, cascade.year()).unwrap_or_default()
    }
}

#[pymethods]
impl CascadeOffice {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "name")
    }

    /// Its id in the document.
    #[getter]
    fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// Its level: `governor`, `sekda`, `asisten`, `biro`, `bagian`, `subbagian`, or its own word. None where none is said.
    #[getter]
    fn level(&self) -> Option<&str> {
        self.level.as_deref()
    }

    /// The id of the office above it. None where it stands at the top.
    #[getter]
    fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// How many of the offices that were asked for stand above it.
    #[getter]
    fn depth(&self) -> usize {
        self.depth
    }

    /// The id of its agreement that counts. None where it has none in the document.
    #[getter]
    fn agreement(&self) -> Option<&str> {
        let cascade = self.owner.get();
        cascade.cascade().agreement_of(&self.id, cascade.year())
    }

    /// What it holds, promises first.
    #[getter]
    fn indicators<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let owner = slf.get().owner.bind(slf.py());
        output::tuple(slf.py(), slf.get().held(), |index, held| {
            let made = HeldIndicator::of(owner, (slf.get().index, index), &held);
            Origin::item(slf, "indicators", index).make(slf.py(), made)
        })
    }

    /// Its score (nilai kinerja) in percent: an average of achievements, of which the rules say. It counts `used` of `total`.
    #[getter]
    fn score<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "score")
    }

    /// Its allocation (pagu) with those of all offices below it, in rupiah.
    #[getter]
    fn allocation<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "allocation")
    }

    /// Its spending (realisasi anggaran) with that of all offices below it, in rupiah.
    #[getter]
    fn spending<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "spending")
    }

    /// The spending as a percentage of the allocation (penyerapan).
    #[getter]
    fn absorption<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "absorption")
    }

    /// What is left of the allocation (sisa), in rupiah.
    #[getter]
    fn remainder<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "remainder")
    }

    /// The efficiency: the score against the absorption, as the rules compare them.
    #[getter]
    fn efficiency<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "efficiency")
    }

    /// The allocation without those of the offices below it, in rupiah. None where both are the same.
    #[getter]
    fn own_allocation<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "own.allocation")
    }

    /// The spending without that of the offices below it, in rupiah. None where both are the same.
    #[getter]
    fn own_spending<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "own.spending")
    }

    /// The absorption without the offices below it. None where both are the same.
    #[getter]
    fn own_absorption<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "own.absorption")
    }

    /// What is left without the offices below it, in rupiah. None where both are the same.
    #[getter]
    fn own_remainder<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        self.figure(py, "own.remainder")
    }

    fn __repr__(&self) -> String {
        format!("CascadeOffice('{}', {})", self.id, output::counted(self.held().len(), "indicator"))
    }
}

/// An indicator in the hands of an office.
///
/// An item of `CascadeOffice.indicators`. Frozen, hashable, picklable; equal when office and place are. `__match_args__` are
/// `id` and `name`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"},
/// ...                                               {"id": "bagian", "name": "Bagian", "parent": "biro"}],
/// ...     "indicators": [{"id": "a", "name": "A", "office": "bagian", "target": 90, "realization": 100}],
/// ...     "agreements": [{"id": "pk", "office": "biro", "indicators": [{"indicator": "a", "target": 90}]}]})
/// >>> above, below = (office.indicators[0] for office in cascade.offices)
/// >>> above.agreement, above.adopted_by, above.cascading
/// ('pk', ('bagian',), 'direct')
/// >>> below.from_, below.place, below.achievement.display
/// ('biro', 'indicators.a', '111,11 %')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct HeldIndicator {
    owner: Py<Cascade>,
    /// The place of the office, and its own there.
    index: (usize, usize),
    id: Option<String>,
    name: String,
    unit: Option<String>,
    target: String,
    /// The target as a number: alone, or the low and the high end of a range.
    numbers: [Option<Number>; 3],
    agreement: Option<String>,
    from: Option<String>,
    adopted_by: Vec<String>,
    cascading: &'static str,
    place: String,
    /// The keys of its realization, its achievement, and what its components make.
    figures: [Option<String>; 3],
}

impl PartialEq for HeldIndicator {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.owner.get() == other.owner.get()
    }
}

impl Hash for HeldIndicator {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.index, &self.place).hash(state);
    }
}

impl HeldIndicator {
    fn of(owner: &Bound<'_, Cascade>, index: (usize, usize), held: &cascade::HeldIndicator<'_>) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let figures = [held.realization, held.achievement, held.rolled_up];
        Self {
            owner: owner.clone().unbind(),
            index,
            id: owned(held.id),
            name: held.name.to_owned(),
            unit: owned(held.unit),
            target: held.target_text(owner.get().language()),
            numbers: match held.target {
                Target::None => [None; 3],
                Target::Value(value) => [Some(value), None, None],
                Target::Range { low, high } => [None, Some(low), Some(high)],
            },
            agreement: owned(held.agreement),
            from: owned(held.from),
            adopted_by: held.adopted_by.iter().map(|id| (*id).to_owned()).collect(),
            cascading: held.cascading.as_str(),
            place: held.place.clone(),
            figures: figures.map(|figure| figure.map(|figure| figure.key().to_owned())),
        }
    }

    fn number<'py>(&self, py: Python<'py>, place: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        let number = self.numbers.get(place).copied().flatten();
        number.map(|number| output::decimal(py, number)).transpose()
    }

    fn figure<'py>(&self, py: Python<'py>, key: Option<&String>) -> PyResult<Option<Bound<'py, Figure>>> {
        key.map_or(Ok(None), |key| Cascade::figure(self.owner.bind(py), key))
    }
}

#[pymethods]
impl HeldIndicator {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "name")
    }

    /// Its id in the document. None for a row of an agreement that names none.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// What it is called there.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// The unit in which it is held. None where none is said.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// The target with which it is held, as people write it in the language of the call.
    #[getter]
    fn target(&self) -> &str {
        &self.target
    }

    /// The target as a number. None where it is a range, or where there is none.
    #[getter]
    fn target_value<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number(py, 0)
    }

    /// The low end of a target that is a range.
    #[getter]
    fn target_low<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number(py, 1)
    }

    /// The high end of a target that is a range.
    #[getter]
    fn target_high<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.number(py, 2)
    }

    /// The id of the agreement that promises it. None where only the report names the office as responsible.
    #[getter]
    fn agreement(&self) -> Option<&str> {
        self.agreement.as_deref()
    }

    /// The id of the office above from which it came; `from` in JSON. None where it begins here.
    #[getter]
    fn from_(&self) -> Option<&str> {
        self.from.as_deref()
    }

    /// The ids of the offices below that hold the very same.
    #[getter]
    fn adopted_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.adopted_by)
    }

    /// How it goes down: `direct`, `indirect`, `both` or `none`.
    #[getter]
    fn cascading(&self) -> &'static str {
        self.cascading
    }

    /// Where it stands in the document: `agreements.pk.indicators[0]`.
    #[getter]
    fn place(&self) -> &str {
        &self.place
    }

    /// What was reached, in its own unit. None where there is no such figure.
    #[getter]
    fn realization<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        let [realization, _, _] = &self.figures;
        self.figure(py, realization.as_ref())
    }

    /// Its achievement in percent. None where there is no such figure.
    #[getter]
    fn achievement<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        let [_, achievement, _] = &self.figures;
        self.figure(py, achievement.as_ref())
    }

    /// What its components make. None where it has none.
    #[getter]
    fn rolled_up<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, Figure>>> {
        let [_, _, rolled_up] = &self.figures;
        self.figure(py, rolled_up.as_ref())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (name, target) = (output::quoted(py, &self.name)?, output::quoted(py, &self.target)?);
        Ok(format!("HeldIndicator({name}, target {target})"))
    }
}
