//! The core's values as Python's: `Decimal`, `Fraction`, dictionaries.

use lkip_core::measure::{Unit, Value};
use lkip_core::{Language, Number, Outcome, Plain, Ratio, api};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple, PyType};
use serde::Serialize;

/// `decimal.Decimal`.
pub(crate) fn decimal_type(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

/// As many hundredths make 200.00: nearly all percentages are below.
const HUNDREDTHS: usize = 20_001;

/// A percentage. Those of two places are made once and given again: they never change.
pub(crate) fn percentage(py: Python<'_>, percent: Number) -> PyResult<Bound<'_, PyAny>> {
    static KNOWN: [PyOnceLock<Py<PyAny>>; HUNDREDTHS] = [const { PyOnceLock::new() }; HUNDREDTHS];
    let place = usize::try_from(percent.to_decimal().mantissa()).ok().filter(|_| percent.places() == 2);
    match place.and_then(|place| KNOWN.get(place)) {
        Some(known) => Ok(known.get_or_try_init(py, || decimal(py, percent).map(Bound::unbind))?.bind(py).clone()),
        None => decimal(py, percent),
    }
}

/// A number with its decimal places as they are: `85.00` stays `85.00`.
pub(crate) fn decimal(py: Python<'_>, number: Number) -> PyResult<Bound<'_, PyAny>> {
    decimal_type(py)?.call1((number.to_string(),))
}

/// An exact value as a `fractions.Fraction`.
pub(crate) fn fraction<'py>(py: Python<'py>, ratio: &Ratio) -> PyResult<Bound<'py, PyAny>> {
    fraction_of(py, &ratio.to_string())
}

/// `984/7` as a `fractions.Fraction`.
pub(crate) fn fraction_of<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static FRACTION: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    FRACTION.import(py, "fractions", "Fraction")?.call1((text,))
}

/// JSON text.
pub(crate) fn json(data: &impl Serialize) -> String {
    // Answers are made of texts, lists and records: writing them cannot fail.
    serde_json::to_string(data).unwrap_or_default()
}

/// JSON text as dictionaries and lists.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json,))
}

/// Data as dictionaries and lists.
pub(crate) fn dict<'py>(py: Python<'py>, data: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    loads(py, &json(data))
}

/// A word or text out of an answer, as the answer itself writes it.
pub(crate) fn field(data: &impl Serialize, name: &str) -> Option<String> {
    let value = serde_json::to_value(data).ok()?;
    value.get(name)?.as_str().map(str::to_owned)
}

/// A percentage as people of a language write it.
pub(crate) fn percent_text(percent: Number, language: Language) -> String {
    let fields = [
        ("value", Plain::Number(percent)),
        ("form", Plain::from("percent")),
        ("language", Plain::from(language.tag())),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    match api::answer(&api::Call::new("write_number", Plain::Record(fields))) {
        api::Answer::WriteNumber(answer) => answer.text,
        _ => percent.to_string(),
    }
}

/// Plain data as Python's own.
pub(crate) fn python<'py>(py: Python<'py>, plain: &Plain) -> PyResult<Bound<'py, PyAny>> {
    match plain {
        // A float is refused wherever it is read: no answer was made of one.
        Plain::Null | Plain::Float => Ok(py.None().into_bound(py)),
        Plain::Bool(value) => Ok(pyo3::types::PyBool::new(py, *value).to_owned().into_any()),
        Plain::Number(number) => decimal(py, *number),
        Plain::Count(count) => Ok(count.into_pyobject(py)?.into_any()),
        Plain::Text(text) => Ok(PyString::new(py, text).into_any()),
        Plain::List(list) => {
            let items = list.iter().map(|item| python(py, item)).collect::<PyResult<Vec<_>>>()?;
            Ok(items.into_pyobject(py)?)
        }
        Plain::Record(record) => {
            let dict = pyo3::types::PyDict::new(py);
            for (name, value) in record {
                dict.set_item(name, python(py, value)?)?;
            }
            Ok(dict.into_any())
        }
    }
}

/// A tuple of new objects, each made with its place.
pub(crate) fn tuple<'py, S, T>(
    py: Python<'py>,
    sources: impl IntoIterator<Item = S>,
    make: impl Fn(usize, S) -> PyResult<Bound<'py, T>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let items = sources.into_iter().enumerate().map(|(index, source)| make(index, source).map(Bound::into_any));
    PyTuple::new(py, items.collect::<PyResult<Vec<_>>>()?)
}

/// `1 figure`, `2 figures`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A value with its unit, or the reason why there is none, for a representation.
pub(crate) fn outcome_text(outcome: &Outcome<Value>) -> String {
    match outcome {
        Outcome::Computed(value) => match value.unit {
            Unit::Number => value.reported.to_string(),
            Unit::Percent => format!("{} %", value.reported),
            unit => format!("{} {}", value.reported, unit.as_str()),
        },
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
            format!("{}: {}", outcome.tag(), reason.code().as_str())
        }
    }
}

/// How Python writes a text: in quotes, escaped.
pub(crate) fn quoted(py: Python<'_>, text: &str) -> PyResult<String> {
    Ok(PyString::new(py, text).repr()?.to_string())
}

/// The language of a tag, or that of an answer where none is given.
pub(crate) fn language_or(tag: Option<&Bound<'_, PyAny>>, default: Language) -> PyResult<Language> {
    let Some(tag) = tag else { return Ok(default) };
    // The core reads the tag, and says what is wrong with it.
    let py = tag.py();
    let fields = pyo3::types::PyDict::new(py);
    fields.set_item("language", tag)?;
    crate::request::language(py, &fields)
}
