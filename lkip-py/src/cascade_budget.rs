//! [`BudgetCheck`]: the budget of an agreement against those below it. [`ProgramCheck`]: one program of it.
//! [`BudgetShare`]: what an office below has.

use lkip_core::{Language, Ratio, cascade};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::cascade_finding::Party;
use crate::frozen::{Frozen, Origin};
use crate::output::{self, decimal_type};

/// An exact amount. Sums of decimals are decimals.
fn amount<'py>(py: Python<'py>, amount: &Ratio) -> PyResult<Bound<'py, PyAny>> {
    const MOST: u32 = 28;
    decimal_type(py)?.call1((amount.expand(MOST).digits(),))
}

fn maybe<'py>(py: Python<'py>, found: Option<&Ratio>) -> PyResult<Option<Bound<'py, PyAny>>> {
    found.map(|found| amount(py, found)).transpose()
}

fn shares<'py, T>(
    owner: &Bound<'py, T>,
    below: &[cascade::Share],
    language: Language,
) -> PyResult<Bound<'py, PyTuple>> {
    output::tuple(owner.py(), below, |index, share| {
        Origin::item(owner, "below", index).make(owner.py(), BudgetShare { share: share.clone(), language })
    })
}

/// The budget of an agreement (anggaran perjanjian) against those of the offices below, in rupiah.
///
/// An item of `Cascade.budgets`. Frozen, hashable, picklable; equal when all but the language is. `__match_args__` are
/// `office` and `agrees`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "biro", "name": "Biro"},
/// ...                                               {"id": "bagian", "name": "Bagian", "parent": "biro"}],
/// ...     "agreements": [
/// ...         {"id": "pk", "office": "biro", "programs": [{"name": "P", "allocation": 700}], "total": 700},
/// ...         {"id": "pk-2", "office": "bagian", "programs": [{"name": "P", "allocation": 650}], "total": 650}]})
/// >>> check = cascade.budgets[0]
/// >>> check, check.difference, check.below[0].amount
/// (BudgetCheck('biro', 2021, differs), Decimal('50'), Decimal('650'))
/// >>> check.programs[0]
/// ProgramCheck('P', difference 50)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct BudgetCheck {
    pub(crate) check: cascade::BudgetCheck,
    pub(crate) language: Language,
}

impl PartialEq for BudgetCheck {
    fn eq(&self, other: &Self) -> bool {
        self.check == other.check
    }
}

impl Hash for BudgetCheck {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.check.year, &self.check.agreement).hash(state);
    }
}

#[pymethods]
impl BudgetCheck {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("office", "agrees")
    }

    /// The year.
    #[getter]
    fn year(&self) -> u16 {
        self.check.year
    }

    /// The office whose agreement it is.
    #[getter]
    fn office<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Party>> {
        Party::part(slf, "office", &slf.get().check.office)
    }

    /// The id of the agreement.
    #[getter]
    fn agreement(&self) -> &str {
        &self.check.agreement
    }

    /// Whether everything below is known and makes what stands above, in total and program by program.
    #[getter]
    fn agrees(&self) -> bool {
        self.check.agrees()
    }

    /// The total above. None where it is not known.
    #[getter]
    fn above<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.check.above.as_ref())
    }

    /// The totals of the offices below.
    #[getter]
    fn below<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        shares(slf, &slf.get().check.below, slf.get().language)
    }

    /// The total above less those below. None where it is not known, or where budgets below are missing.
    #[getter]
    fn difference<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.check.difference.as_ref())
    }

    /// The offices below that have no agreement, while others have.
    #[getter]
    fn missing<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Party::tuple(slf, "missing", &slf.get().check.missing)
    }

    /// What those must have, by difference. None where it is not known, or none is missing.
    #[getter]
    fn required<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.check.required.as_ref())
    }

    /// What the budget lines of those make. None where one of them has none.
    #[getter]
    fn missing_lines<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.check.missing_lines.as_ref())
    }

    /// The programs, in the order of the agreement, and those that only offices below have.
    #[getter]
    fn programs<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let Self { check, language } = slf.get();
        output::tuple(slf.py(), &check.programs, |index, program| {
            let made = ProgramCheck { program: program.clone(), language: *language };
            Origin::item(slf, "programs", index).make(slf.py(), made)
        })
    }

    fn __repr__(&self) -> String {
        let agrees = if self.agrees() { "agrees" } else { "differs" };
        format!("BudgetCheck('{}', {}, {agrees})", self.check.office.id, self.check.year)
    }
}

/// A program of an agreement against what the offices below have of it, in rupiah.
///
/// An item of `BudgetCheck.programs`. Frozen, hashable, picklable; equal when all but the language is. `__match_args__` are
/// `name` and `difference`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct ProgramCheck {
    program: cascade::ProgramCheck,
    language: Language,
}

impl PartialEq for ProgramCheck {
    fn eq(&self, other: &Self) -> bool {
        self.program == other.program
    }
}

impl Hash for ProgramCheck {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.program.name.id, &self.program.places).hash(state);
    }
}

#[pymethods]
impl ProgramCheck {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("name", "difference")
    }

    /// What it is called, above if it stands there.
    #[getter]
    fn name(&self) -> &str {
        self.program.name.get(self.language)
    }

    /// The amount above. None where the agreement does not have the program.
    #[getter]
    fn above<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.program.above.as_ref())
    }

    /// What the offices below have of it.
    #[getter]
    fn below<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        shares(slf, &slf.get().program.below, slf.get().language)
    }

    /// The amount above less those below. None where an amount is not known.
    #[getter]
    fn difference<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        maybe(py, self.program.difference.as_ref())
    }

    /// Where the amount above stands in the document.
    #[getter]
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.program.places)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let difference = maybe(py, self.program.difference.as_ref())?;
        let difference = difference.map(|difference| difference.str()).transpose()?;
        let difference = difference.map_or_else(|| "None".to_owned(), |text| text.to_string());
        Ok(format!("ProgramCheck({}, difference {difference})", output::quoted(py, self.name())?))
    }
}

/// What an office below has of a budget, in rupiah.
///
/// An item of `below` of budgets and programs. Frozen, hashable, picklable; equal when all but the language is.
/// `__match_args__` are `office` and `amount`.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct BudgetShare {
    share: cascade::Share,
    language: Language,
}

impl PartialEq for BudgetShare {
    fn eq(&self, other: &Self) -> bool {
        self.share == other.share
    }
}

impl Hash for BudgetShare {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.share.office.id, &self.share.place).hash(state);
    }
}

#[pymethods]
impl BudgetShare {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("office", "amount")
    }

    /// The office.
    #[getter]
    fn office<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Party>> {
        Party::part(slf, "office", &slf.get().share.office)
    }

    /// What the program is called there.
    #[getter]
    fn name(&self) -> &str {
        self.share.name.get(self.language)
    }

    /// The amount.
    #[getter]
    fn amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        amount(py, &self.share.amount)
    }

    /// Whether it stands in budget lines, for want of an agreement.
    #[getter]
    fn of_lines(&self) -> bool {
        self.share.of_lines
    }

    /// Where it stands in the document.
    #[getter]
    fn place(&self) -> &str {
        &self.share.place
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("BudgetShare('{}', {})", self.share.office.id, self.amount(py)?.str()?))
    }
}
