//! [`Said`]: what a call of `measure` says beside the columns.

use lkip_core::api::{Answer, ErrorsAnswer};
use lkip_core::frame::place_of;
use lkip_core::{Errors, Language, ReadStyle, RuleSet};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};

use super::named::Named;
use crate::errors::{ValuesAnswer, refused};
use crate::input::Mistake;
use crate::request::{Fields, answer_of};

/// Rules and language, and how numbers are held and written.
pub(crate) struct Said {
    pub(crate) rules: RuleSet,
    language: Language,
    style: Of<ReadStyle>,
    /// The decimal places of columns of floats.
    places: Of<u32>,
}

/// What holds for all columns, or for each by its heading.
enum Of<T> {
    All(Option<T>),
    Each(Vec<(String, T)>),
}

impl Said {
    /// Reads what a call says: the fields that it has in common with others are judged by the core.
    pub(crate) fn read(fields: &Fields<'_>, named: &Named<'_>) -> PyResult<Self> {
        let py = fields.py();
        let Answer::Achievement(answer) = answer_of(py, "achievement", fields)? else { return Err(no_answer()) };
        Ok(Self {
            rules: answer.achievement.rules().clone(),
            language: answer.options.language,
            style: Of::read(named.style.as_ref(), |style| read_style(style, fields))?,
            places: Of::read(named.places.as_ref(), |places| places.extract())?,
        })
    }

    /// The style of a column of texts.
    pub(crate) fn style(&self, heading: &str) -> ReadStyle {
        self.style.get(heading).copied().unwrap_or_default()
    }

    /// The decimal places that a column of floats has.
    pub(crate) fn places(&self, heading: &str) -> Option<u32> {
        self.places.get(heading).copied()
    }

    /// Whether the columns of which something is said are there.
    pub(crate) fn check_headings(&self, py: Python<'_>, headings: &[&str]) -> PyResult<()> {
        let mut wrong = Vec::new();
        for (field, said) in [("places", self.places.headings()), ("style", self.style.headings())] {
            let errors = said.iter().filter_map(|heading| place_of(headings, heading).err());
            wrong.extend(errors.map(|error| Mistake { path: field.to_owned(), error }));
        }
        if wrong.is_empty() { Ok(()) } else { Err(self.refused(py, wrong)) }
    }

    /// The exception for mistakes at their places.
    pub(crate) fn refused(&self, py: Python<'_>, mistakes: Vec<Mistake>) -> PyErr {
        refused(py, &ValuesAnswer::new(mistakes, self.language))
    }

    /// The exception for mistakes as the core found them.
    pub(crate) fn errors(&self, py: Python<'_>, errors: Errors) -> PyErr {
        refused(py, &ErrorsAnswer { errors, language: self.language })
    }
}

impl<T> Of<T> {
    fn read<'py>(said: Option<&Bound<'py, PyAny>>, one: impl Fn(&Bound<'py, PyAny>) -> PyResult<T>) -> PyResult<Self> {
        let Some(said) = said else { return Ok(Self::All(None)) };
        let Ok(each) = said.cast::<PyMapping>() else { return one(said).map(|said| Self::All(Some(said))) };
        let pairs = each.items()?;
        let pairs = pairs.iter().map(|pair| {
            let (heading, said): (Bound<'py, PyAny>, Bound<'py, PyAny>) = pair.extract()?;
            PyResult::Ok((heading.str()?.extract()?, one(&said)?))
        });
        pairs.collect::<PyResult<_>>().map(Self::Each)
    }

    fn get(&self, heading: &str) -> Option<&T> {
        match self {
            Self::All(said) => said.as_ref(),
            Self::Each(each) => each.iter().find(|(known, _)| known == heading).map(|(_, said)| said),
        }
    }

    fn headings(&self) -> Vec<&str> {
        match self {
            Self::All(_) => Vec::new(),
            Self::Each(each) => each.iter().map(|(heading, _)| heading.as_str()).collect(),
        }
    }
}

/// A style by its word, which the core knows: a column of nothing is in the style that is declared.
fn read_style(style: &Bound<'_, PyAny>, fields: &Fields<'_>) -> PyResult<ReadStyle> {
    let py = style.py();
    let column = PyDict::new(py);
    column.set_item("texts", Vec::<String>::new())?;
    column.set_item("style", style)?;
    if let Some(language) = fields.get_item("language")? {
        column.set_item("language", language)?;
    }
    let Answer::ReadNumbers(answer) = answer_of(py, "read_numbers", &column)? else { return Err(no_answer()) };
    Ok(answer.column.style.map_or(ReadStyle::Detect, ReadStyle::Declared))
}

/// Mistakes of the core, each at its own place.
pub(crate) fn mistakes(errors: &Errors) -> Vec<Mistake> {
    errors.iter().map(|error| Mistake { path: error.path().to_string(), error: error.clone() }).collect()
}

fn no_answer() -> PyErr {
    PyRuntimeError::new_err("the core answered another operation")
}
