//! Python's objects as the core's plain data, without loss: no float becomes a figure, no text is re-read.

use lkip_core::{Error, Number, Plain};
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};

use crate::output::decimal_type;
use crate::report::Report;
use crate::rules::{RuleSet, Scale};

/// As deep as the core reads JSON: the same data gives the same answer through every door.
const DEEPEST: usize = 127;

/// Numbers with more signs than this are shown by their first digits.
const LONGEST: usize = 100;

/// A mistake that shows before the core sees the data, in the core's own words.
pub(crate) struct Mistake {
    pub(crate) path: String,
    pub(crate) error: Error,
}

/// Reads objects and gathers the mistakes.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) mistakes: Vec<Mistake>,
    too_deep: bool,
}

/// Where an object stands, from the inside out.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    outer: Option<&'a Place<'a>>,
    step: Step<'a>,
    depth: usize,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Call,
    Field(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// The call itself.
    pub(crate) const CALL: Place<'static> = Place { outer: None, step: Step::Call, depth: 1 };

    pub(crate) fn field(&'a self, name: &'a str) -> Place<'a> {
        Place { outer: Some(self), step: Step::Field(name), depth: self.depth + 1 }
    }

    pub(crate) fn index(&'a self, index: usize) -> Place<'a> {
        Place { outer: Some(self), step: Step::Index(index), depth: self.depth + 1 }
    }

    /// As the core writes paths: `items[2].target`.
    pub(crate) fn path(&self) -> String {
        let outer = self.outer.map(Place::path).unwrap_or_default();
        match self.step {
            Step::Call => outer,
            Step::Field(name) if outer.is_empty() => name.to_owned(),
            Step::Field(name) => format!("{outer}.{name}"),
            Step::Index(index) => format!("{outer}[{index}]"),
        }
    }
}

impl Reader {
    fn mistake(&mut self, place: &Place<'_>, error: Error) -> Plain {
        self.mistakes.push(Mistake { path: place.path(), error });
        Plain::Null
    }

    /// An object as plain data. What the core must refuse is noted; what is no data at all is a `TypeError`.
    pub(crate) fn plain(&mut self, object: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Plain> {
        if object.is_none() {
            Ok(Plain::Null)
        } else if let Ok(text) = object.cast::<PyString>() {
            Ok(Plain::Text(text.to_str()?.to_owned()))
        } else if let Ok(value) = object.cast::<PyBool>() {
            // Before the integers: Python counts True among them.
            Ok(Plain::Bool(value.is_true()))
        } else if let Ok(integer) = object.cast::<PyInt>() {
            self.integer(integer, place)
        } else if let Ok(float) = object.cast::<PyFloat>() {
            Ok(self.float(float.value(), place))
        } else if object.is_instance(decimal_type(object.py())?)? {
            self.decimal(object, place)
        } else if let Ok(list) = object.cast::<PyList>() {
            self.list(place, list.iter())
        } else if let Ok(tuple) = object.cast::<PyTuple>() {
            self.list(place, tuple.iter())
        } else if let Ok(record) = object.cast::<PyMapping>() {
            self.record(record, place)
        } else if let Ok(rules) = object.cast::<RuleSet>() {
            Ok(data(&rules.get().rules))
        } else if let Ok(report) = object.cast::<Report>() {
            Ok(Plain::from(&report.get().report))
        } else if let Ok(scale) = object.cast::<Scale>() {
            Ok(data(&scale.get().scale))
        } else {
            self.foreign(object, place)
        }
    }

    fn list<'py>(&mut self, place: &Place<'_>, items: impl Iterator<Item = Bound<'py, PyAny>>) -> PyResult<Plain> {
        if self.is_too_deep(place) {
            return Ok(Plain::Null);
        }
        let items = items.enumerate().map(|(index, item)| self.plain(&item, &place.index(index)));
        items.collect::<PyResult<_>>().map(Plain::List)
    }

    /// A mapping with its fields.
    pub(crate) fn record(&mut self, record: &Bound<'_, PyMapping>, place: &Place<'_>) -> PyResult<Plain> {
        if self.is_too_deep(place) {
            return Ok(Plain::Null);
        }
        let mut fields = Vec::new();
        let mut add = |name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>| {
            let name = field_name(name, place)?;
            let plain = self.plain(value, &place.field(&name))?;
            fields.push((name, plain));
            PyResult::Ok(())
        };
        if let Ok(dict) = record.cast::<PyDict>() {
            dict.iter().try_for_each(|(name, value)| add(&name, &value))?;
        } else {
            for item in record.items()? {
                let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
                add(&name, &value)?;
            }
        }
        Ok(Plain::Record(fields.into_iter().collect()))
    }

    /// Notes once that the data is nested deeper than the core reads.
    fn is_too_deep(&mut self, place: &Place<'_>) -> bool {
        if place.depth > DEEPEST && !self.too_deep {
            self.too_deep = true;
            // The core says it of the same data in JSON; nothing else that was found matters then.
            let json = "[".repeat(DEEPEST + 1);
            if let Err(error) = Plain::from_json(&json) {
                self.mistakes = vec![Mistake { path: error.path().to_string(), error }];
            }
        }
        self.too_deep
    }

    /// A number of another library.
    fn foreign(&mut self, object: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Plain> {
        let py = object.py();
        // Scalars of numpy and its relatives tell by a letter what they hold.
        let kind = object.getattr(intern!(py, "dtype")).and_then(|dtype| dtype.getattr(intern!(py, "kind"))?.extract());
        match kind {
            Ok('b') if is_scalar(object) => return Ok(Plain::Bool(object.is_truthy()?)),
            Ok('f') if is_scalar(object) => return Ok(self.float(object.extract()?, place)),
            _ => {}
        }
        if let Ok(integer) = object.call_method0(intern!(py, "__index__"))
            && let Ok(integer) = integer.cast::<PyInt>()
        {
            return self.integer(integer, place);
        }
        Err(no_data(object, place))
    }

    /// A finite float is handed on as such, for the core to refuse in its place.
    fn float(&mut self, value: f64, place: &Place<'_>) -> Plain {
        if value.is_finite() {
            return Plain::Float;
        }
        // Rust writes NaN and inf, which the core knows for what they are.
        self.exact(&value.to_string(), place)
    }

    fn integer(&mut self, integer: &Bound<'_, PyInt>, place: &Place<'_>) -> PyResult<Plain> {
        match integer.extract::<i64>() {
            Ok(small) => Ok(Plain::Number(Number::from(small))),
            // Python itself refuses to write very long integers, but not very long decimals.
            Err(_) => self.decimal(&decimal_type(integer.py())?.call1((integer,))?, place),
        }
    }

    fn decimal(&mut self, decimal: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<Plain> {
        let text = decimal.str()?;
        let text = text.to_str()?;
        if text.contains("NaN") {
            return Ok(self.exact("NaN", place));
        }
        let Some((digits, exponent)) = text.split_once('E') else { return Ok(self.exact(text, place)) };
        match exponent.parse::<i32>() {
            Ok(exponent) if exponent.unsigned_abs() < 1000 => {
                let written: String = decimal.call_method1(intern!(decimal.py(), "__format__"), ("f",))?.extract()?;
                Ok(self.exact(&written, place))
            }
            _ => Ok(self.exact(&first_digits(digits, exponent), place)),
        }
    }

    /// A number in the core's canonical text.
    fn exact(&mut self, text: &str, place: &Place<'_>) -> Plain {
        let shown: String = text.chars().take(LONGEST).collect();
        match shown.trim_end_matches('.').parse::<Number>() {
            Ok(number) => Plain::Number(number),
            Err(error) => self.mistake(place, error),
        }
    }
}

/// How a number with a huge exponent begins when it is written out: enough of it to be refused as too long.
fn first_digits(digits: &str, exponent: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let digits = digits.replace('.', "");
    if exponent.starts_with('-') {
        format!("{sign}0.{}", "0".repeat(LONGEST))
    } else {
        format!("{sign}{digits}{}", "0".repeat(LONGEST))
    }
}

/// The data of a rule set or a scale, as it would be loaded from a file.
fn data(checked: &impl serde::Serialize) -> Plain {
    // What is written can always be read.
    Plain::from_json(&crate::output::json(checked)).unwrap_or(Plain::Null)
}

fn is_scalar(object: &Bound<'_, PyAny>) -> bool {
    object.getattr(intern!(object.py(), "ndim")).and_then(|ndim| ndim.extract::<usize>()).is_ok_and(|ndim| ndim == 0)
}

fn field_name(name: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<String> {
    match name.cast::<PyString>() {
        Ok(name) => Ok(name.to_str()?.to_owned()),
        Err(_) => {
            let path = place.path();
            let at = if path.is_empty() { path } else { format!("{path}: ") };
            Err(PyTypeError::new_err(format!("{at}field names must be str, not {}", name.get_type().name()?)))
        }
    }
}

/// What is neither text, number, list nor mapping is no data: Python's own kind of mistake.
fn no_data(object: &Bound<'_, PyAny>, place: &Place<'_>) -> PyErr {
    let name = match object.get_type().fully_qualified_name() {
        Ok(name) => name.to_string(),
        Err(error) => return error,
    };
    let path = place.path();
    let at = if path.is_empty() { path } else { format!("{path}: ") };
    PyTypeError::new_err(format!("{at}expected str, int, Decimal, list, tuple, Mapping or None, not {name}"))
}
