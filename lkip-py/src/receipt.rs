//! [`Receipt`]: what a figure was made of and by.

use lkip_core::Language;
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};

use crate::frozen::Frozen;
use crate::html;
use crate::output;

/// Proof of what made a figure: the same inputs under the same rules give the same receipt, in every language.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Receipt {
    pub(crate) receipt: lkip_core::Receipt,
}

impl PartialEq for Receipt {
    fn eq(&self, other: &Self) -> bool {
        self.receipt == other.receipt
    }
}

impl Hash for Receipt {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.receipt.rules_fingerprint, &self.receipt.inputs_fingerprint).hash(state);
    }
}

#[pymethods]
impl Receipt {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("rules", "rules_version")
    }

    /// The version of lkip.
    #[getter]
    fn lkip(&self) -> &'static str {
        self.receipt.lkip
    }

    /// The id of the rule set.
    #[getter]
    fn rules(&self) -> &str {
        &self.receipt.rules
    }

    /// Its version.
    #[getter]
    fn rules_version(&self) -> &str {
        &self.receipt.rules_version
    }

    /// The SHA-256 of the rule set's data, with everything that was replaced for the call.
    #[getter]
    fn rules_fingerprint(&self) -> &str {
        &self.receipt.rules_fingerprint
    }

    /// The SHA-256 of the inputs as they were read, whatever the spelling or the language of the call.
    #[getter]
    fn inputs_fingerprint(&self) -> &str {
        &self.receipt.inputs_fingerprint
    }

    /// The receipt as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.receipt)
    }

    fn _repr_html_(&self) -> String {
        let Self { receipt } = self;
        let rows = [
            ("lkip", receipt.lkip.to_owned()),
            ("rules", receipt.rules.clone()),
            ("rules_version", receipt.rules_version.clone()),
            ("rules_fingerprint", receipt.rules_fingerprint.clone()),
            ("inputs_fingerprint", receipt.inputs_fingerprint.clone()),
        ];
        html::listed(rows.into_iter(), Language::English)
    }

    fn __repr__(&self) -> String {
        let short = |print: &str| print.chars().take(8).collect::<String>();
        let (rules, inputs) = (short(&self.receipt.rules_fingerprint), short(&self.receipt.inputs_fingerprint));
        format!("Receipt('{}' {rules}…, inputs {inputs}…, lkip {})", self.receipt.rules, self.receipt.lkip)
    }
}
