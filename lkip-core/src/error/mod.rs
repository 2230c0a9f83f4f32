//! Errors: what is wrong, where, and what to write instead.
//!
//! An [`Error`] is for a caller's mistake: a malformed number, an unknown rule set, a broken scale. What
//! cannot be computed from sound input (a zero target, a value that was not measured) is no error but an
//! [`Outcome`](crate::Outcome) with a reason. Codes are one list, [`Code::ALL`], the same in every language.

mod code;
mod detail;
mod path;

use core::fmt;

pub use code::Code;
pub(crate) use detail::comma;
#[cfg(feature = "report")]
pub(crate) use detail::fill;
pub use detail::{Canonical, Detail, Details};
pub use path::Path;

use crate::language::{Language, Text};
use crate::prelude::*;
use crate::text::concat;

/// One mistake in what a caller gave, with its place.
///
/// ```
/// use lkip_core::{Code, Language, Number};
/// let error = "1e5".parse::<Number>().unwrap_err();
/// assert_eq!(error.code(), Code::NotAPlainNumber);
/// assert!(error.message(Language::English).starts_with("'1e5' is not a plain number: write it here with a decimal"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.located(Language::English))]
pub struct Error(Box<Fields>);

/// Boxed, so that the many results that carry an error stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fields {
    code: Code,
    path: Path,
    details: Details,
}

impl Error {
    #[inline(never)]
    pub(crate) fn new(code: Code) -> Self {
        Self(Box::new(Fields { code, path: Path::root(), details: Details::default() }))
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.0.details.put(name, detail);
        self
    }

    /// Adds text to the data of the message.
    #[inline(never)]
    pub(crate) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Detail::Text(text.to_owned()))
    }

    /// Adds choices to the data of the message.
    #[inline(never)]
    pub(crate) fn texts(self, name: &'static str, texts: &[&str]) -> Self {
        self.with(name, Detail::Texts(each(texts, &mut |text| (*text).to_owned())))
    }

    /// Adds a number to the data of the message.
    #[inline(never)]
    pub(crate) fn number(self, name: &'static str, number: impl Into<Canonical>) -> Self {
        self.with(name, Detail::Number(number.into()))
    }

    /// Adds choices of numbers, in canonical text, to the data of the message.
    pub(crate) fn numbers(self, name: &'static str, numbers: &[String]) -> Self {
        self.with(name, Detail::Numbers(each(numbers, &mut |number| Canonical(number.clone()))))
    }

    /// Adds a word of ours, said in the language of the message.
    pub(crate) fn word(self, name: &'static str, tag: &'static str, text: Text) -> Self {
        self.with(name, Detail::Word(tag, text))
    }

    /// The same error one level further out: `field` becomes the first step of its path.
    #[must_use]
    #[inline(never)]
    pub(crate) fn within(mut self, field: &str) -> Self {
        self.0.path.prepend_field(field);
        self
    }

    /// The same error, at a place of a list.
    #[must_use]
    #[inline(never)]
    pub(crate) fn at(mut self, index: usize) -> Self {
        self.0.path.prepend_index(index);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Where in the input, from the outside in: `items[2].target`.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The data of the message.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.0.details
    }

    /// What is wrong and what to write instead, for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.0.details.fill(self.0.code.template().get(language), language)
    }

    /// The path and the message.
    fn located(&self, language: Language) -> String {
        let message = self.message(language);
        if self.0.path.is_root() { message } else { concat(&[self.0.path.as_str(), ": ", &message]) }
    }

    /// The error as data, with its message in one language.
    #[must_use]
    pub fn report(&self, language: Language) -> ErrorReport<'_> {
        ErrorReport { error: self, language }
    }
}

/// An error with its message, ready to be serialized: `{code, path, message, details}`.
#[derive(Clone, Copy, Debug)]
pub struct ErrorReport<'a> {
    pub(crate) error: &'a Error,
    pub(crate) language: Language,
}

/// Every mistake found in one input; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(Box<List>);

/// Boxed, like [`Error`].
#[derive(Clone, Debug, PartialEq, Eq)]
struct List {
    first: Error,
    others: Vec<Error>,
}

impl Errors {
    /// The mistakes, or nothing when there is none.
    pub(crate) fn collect(mut errors: Vec<Error>) -> Option<Self> {
        if errors.is_empty() {
            return None;
        }
        let first = errors.remove(0);
        Some(Self(Box::new(List { first, others: errors })))
    }

    /// The first mistake.
    #[must_use]
    pub fn first(&self) -> &Error {
        &self.0.first
    }

    /// Every mistake, in the order of the input.
    pub fn iter(&self) -> impl Iterator<Item = &Error> {
        core::iter::once(&self.0.first).chain(&self.0.others)
    }

    fn each(mut self, change: &mut dyn FnMut(&mut Path)) -> Self {
        change(&mut self.0.first.0.path);
        for error in &mut self.0.others {
            change(&mut error.0.path);
        }
        self
    }

    /// Every mistake one level further out.
    #[must_use]
    #[inline(never)]
    pub(crate) fn within(self, field: &str) -> Self {
        self.each(&mut |path| path.prepend_field(field))
    }

    /// Every mistake, at a place of a list.
    #[must_use]
    #[inline(never)]
    pub(crate) fn at(self, index: usize) -> Self {
        self.each(&mut |path| path.prepend_index(index))
    }

    /// The mistakes at the end of others.
    pub(crate) fn append_to(self, errors: &mut Vec<Error>) {
        errors.push(self.0.first);
        errors.extend(self.0.others);
    }
}

impl From<Error> for Errors {
    fn from(first: Error) -> Self {
        Self(Box::new(List { first, others: Vec::new() }))
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Errors {}
