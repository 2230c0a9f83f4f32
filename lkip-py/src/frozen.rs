//! [`Frozen`]: what every class has in common. Nothing changes, so copies are the object itself, and a pickle
//! holds the call that made it: the same call gives the same answer.

use lkip_core::report::Report;
use lkip_core::{RuleSet, Scale};
use pyo3::PyClass;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::output;
use crate::request::Request;

/// Base of the classes of lkip: immutable, picklable, and its own copy.
#[pyclass(frozen, subclass, module = "lkip._native", name = "_Frozen")]
pub(crate) struct Frozen {
    origin: Origin,
}

/// How an object can be made again.
pub(crate) enum Origin {
    /// By asking again.
    Call(Request),
    /// It is an attribute of another object.
    Part(Py<PyAny>, &'static str),
    /// It stands in a tuple that is an attribute of another object.
    Item(Py<PyAny>, &'static str, usize),
    /// It is found in another object by its key.
    Key(Py<PyAny>, String),
    /// It is read from its own document.
    Report(Report),
    /// It is loaded from its own data.
    RuleSet(RuleSet),
    /// It is loaded from its own data.
    Scale(Scale),
}

impl Origin {
    /// The attribute `name` of an object.
    pub(crate) fn part<T>(owner: &Bound<'_, T>, name: &'static str) -> Self {
        Self::Part(owner.clone().into_any().unbind(), name)
    }

    /// An item of the attribute `name` of an object.
    pub(crate) fn item<T>(owner: &Bound<'_, T>, name: &'static str, index: usize) -> Self {
        Self::Item(owner.clone().into_any().unbind(), name, index)
    }

    /// What an object that can be made again in this way is made of.
    pub(crate) fn with<T>(self, class: T) -> PyClassInitializer<T>
    where
        T: PyClass<BaseType = Frozen>,
        PyClassInitializer<T>: From<(T, Frozen)>,
    {
        PyClassInitializer::from((class, Frozen { origin: self }))
    }

    /// A new object that can be made again in this way.
    pub(crate) fn make<'py, T>(self, py: Python<'py>, class: T) -> PyResult<Bound<'py, T>>
    where
        T: PyClass<BaseType = Frozen>,
        PyClassInitializer<T>: From<(T, Frozen)>,
    {
        Bound::new(py, self.with(class))
    }
}

#[pymethods]
impl Frozen {
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let native = |name: &str| py.import("lkip._native")?.getattr(name);
        Ok(match &self.origin {
            Origin::Call(request) => (native("call")?, request.to_python(py)?.into_pyobject(py)?),
            Origin::Part(owner, name) => {
                (py.import("builtins")?.getattr("getattr")?, (owner, *name).into_pyobject(py)?)
            }
            Origin::Item(owner, name, index) => (native("_item_of")?, (owner, *name, *index).into_pyobject(py)?),
            Origin::Key(owner, key) => (py.import("operator")?.getattr("getitem")?, (owner, key).into_pyobject(py)?),
            Origin::Report(report) => (native("Report")?, (output::json(report),).into_pyobject(py)?),
            Origin::RuleSet(rules) => {
                (native("_restore_rule_set")?, (output::json(rules), rules.overridden()).into_pyobject(py)?)
            }
            Origin::Scale(scale) => (native("_restore_scale")?, (output::json(scale),).into_pyobject(py)?),
        })
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }
}

/// An item of a tuple that is an attribute of an object; pickles call it.
#[pyfunction(name = "_item_of")]
pub(crate) fn item_of<'py>(owner: &Bound<'py, PyAny>, name: &str, index: usize) -> PyResult<Bound<'py, PyAny>> {
    owner.getattr(name)?.get_item(index)
}
