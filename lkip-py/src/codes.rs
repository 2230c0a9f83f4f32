//! [`Codes`]: every error code, every reason, every finding of reports and of cascades, the same in every language.

use lkip_core::api::CodesAnswer;
use lkip_core::cascade;
use lkip_core::evaluate::FindingCode;
use lkip_core::{Code, Language, ReasonCode};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::frozen::{Frozen, Origin};
use crate::output;

/// The one list of error codes, of reasons and of findings in reports and cascades, with their meanings and messages.
///
/// >>> import lkip
/// >>> [c.en for c in lkip.codes().reasons if c.code == "not_carried_out"]
/// ['The activity was not carried out.']
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
#[derive(PartialEq)]
pub(crate) struct Codes {
    pub(crate) answer: CodesAnswer,
}

impl std::hash::Hash for Codes {
    // There is one list.
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

#[pymethods]
impl Codes {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("errors", "reasons")
    }

    /// The codes of `LkipError`.
    #[getter]
    fn errors<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), Code::ALL, |index, code| {
            let (text, meaning) = (code.template(), code.meaning());
            let info = CodeInfo {
                code: code.as_str(),
                meaning,
                input: None,
                id: text.get(Language::Indonesian),
                en: text.get(Language::English),
            };
            Origin::item(slf, "errors", index).make(slf.py(), info)
        })
    }

    /// The codes of `Reason`.
    #[getter]
    fn reasons<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), ReasonCode::ALL, |index, code| {
            let (text, meaning) = (code.template(), code.meaning());
            let info = CodeInfo {
                code: code.as_str(),
                meaning,
                input: code.input(),
                id: text.get(Language::Indonesian),
                en: text.get(Language::English),
            };
            Origin::item(slf, "reasons", index).make(slf.py(), info)
        })
    }

    /// The codes of `Finding`.
    #[getter]
    fn findings<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), FindingCode::ALL, |index, code| {
            let (text, meaning) = (code.template(), code.meaning());
            let info = CodeInfo {
                code: code.as_str(),
                meaning,
                input: None,
                id: text.get(Language::Indonesian),
                en: text.get(Language::English),
            };
            Origin::item(slf, "findings", index).make(slf.py(), info)
        })
    }

    /// The codes of `CascadeFinding`.
    #[getter]
    fn cascade<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), cascade::CascadeCode::ALL, |index, code| {
            let (text, advice) = (code.template(), code.advice());
            let info = CascadeCode {
                code: code.as_str(),
                meaning: code.meaning(),
                severity: code.severity().as_str(),
                id: text.get(Language::Indonesian),
                en: text.get(Language::English),
                advice_id: advice.get(Language::Indonesian),
                advice_en: advice.get(Language::English),
            };
            Origin::item(slf, "cascade", index).make(slf.py(), info)
        })
    }

    /// The list as JSON: byte for byte what `answer_json` gives for `codes`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The list as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self) -> String {
        let (errors, reasons, findings) = (Code::ALL.len(), ReasonCode::ALL.len(), FindingCode::ALL.len());
        let cascade = cascade::CascadeCode::ALL.len();
        format!("Codes({errors} errors, {reasons} reasons, {findings} findings, {cascade} of cascades)")
    }
}

/// What a code means, and how it is said. Messages have `{places}` for the data of the error or reason.
#[pyclass(frozen, eq, hash, get_all, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct CodeInfo {
    /// The stable code.
    code: &'static str,
    /// What it means, for a developer.
    meaning: &'static str,
    /// The input that a reason is about, by its field name; None where it is about none.
    input: Option<&'static str>,
    /// The message in Indonesian.
    id: &'static str,
    /// The message in English.
    en: &'static str,
}

#[pymethods]
impl CodeInfo {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("code",)
    }

    fn __repr__(&self) -> String {
        format!("CodeInfo('{}')", self.code)
    }
}

/// What a code of a `CascadeFinding` means, how much it weighs, how it is said, and what to do. Texts have `{places}` for the
/// data of the finding.
#[pyclass(frozen, eq, hash, get_all, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct CascadeCode {
    /// The stable code.
    code: &'static str,
    /// What it means, for a developer.
    meaning: &'static str,
    /// How much it weighs: `problem` or `notice`.
    severity: &'static str,
    /// The message in Indonesian.
    id: &'static str,
    /// The message in English.
    en: &'static str,
    /// What to do, in Indonesian.
    advice_id: &'static str,
    /// What to do, in English.
    advice_en: &'static str,
}

#[pymethods]
impl CascadeCode {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("code", "severity")
    }

    fn __repr__(&self) -> String {
        format!("CascadeCode('{}', {})", self.code, self.severity)
    }
}
