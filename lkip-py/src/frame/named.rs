//! [`Named`]: the fields of a call of `measure`.

use std::num::NonZeroUsize;

use pyo3::prelude::*;

/// What a call of `measure` has besides the fields that every operation has.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Named<'py> {
    pub(crate) target: Option<String>,
    pub(crate) realization: Option<String>,
    pub(crate) polarity: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) weight: Option<String>,
    pub(crate) by: Vec<String>,
    pub(crate) places: Option<Bound<'py, PyAny>>,
    pub(crate) style: Option<Bound<'py, PyAny>>,
    pub(crate) exact: bool,
    /// Called with how many rows are done, and how many there are.
    pub(crate) progress: Option<Bound<'py, PyAny>>,
    pub(crate) threads: Option<NonZeroUsize>,
}
