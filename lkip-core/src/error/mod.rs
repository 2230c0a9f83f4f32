//! Errors: what is wrong, where, and what to write instead.
//!
//! An [`Error`] is for a caller's mistake: a malformed number, an unknown rule set, a broken scale. What
//! cannot be computed from sound input (a zero target, a value that was not measured) is no error but an
//! [`Outcome`](crate::Outcome) with a reason. Codes are one list, [`Code::ALL`], the same in every language.

mod code;
mod detail;
mod path;

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

pub use code::Code;
pub use detail::{Canonical, Detail, Details};
pub use path::Path;

use crate::language::{Language, Text};

/// One mistake in what a caller gave, with its place.
///
/// ```
/// use lkip_core::{Code, Language, Number};
/// let error = "1e5".parse::<Number>().unwrap_err();
/// assert_eq!(error.code(), Code::NotANumber);
/// assert_eq!(error.message(Language::English), "'1e5' is not a number: write digits only, such as 1250 or 98.40.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.located(Language::English))]
pub struct Error {
    code: Code,
    path: Path,
    details: Details,
}

impl Error {
    pub(crate) fn new(code: Code) -> Self {
        Self { code, path: Path::root(), details: Details::default() }
    }

    /// Adds text to the data of the message.
    pub(crate) fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.details.put(name, Detail::Text(text.into()));
        self
    }

    /// Adds choices to the data of the message.
    pub(crate) fn texts<T: Into<String>>(mut self, name: &'static str, texts: impl IntoIterator<Item = T>) -> Self {
        let texts = texts.into_iter().map(Into::into).collect();
        self.details.put(name, Detail::Texts(texts));
        self
    }

    /// Adds a number to the data of the message.
    pub(crate) fn number(mut self, name: &'static str, number: impl fmt::Display) -> Self {
        let number = Canonical(number.to_string());
        self.details.put(name, Detail::Number(number));
        self
    }

    /// Adds choices of numbers to the data of the message.
    pub(crate) fn numbers<T: fmt::Display>(mut self, name: &'static str, numbers: impl IntoIterator<Item = T>) -> Self {
        let numbers = numbers.into_iter().map(|n| Canonical(n.to_string()));
        self.details.put(name, Detail::Numbers(numbers.collect()));
        self
    }

    /// Adds a word of ours, said in the language of the message.
    pub(crate) fn word(mut self, name: &'static str, tag: &'static str, text: &'static Text) -> Self {
        self.details.put(name, Detail::Word(tag, text));
        self
    }

    /// The same error one level further out: `field` becomes the first step of its path.
    #[must_use]
    pub(crate) fn within(mut self, field: &str) -> Self {
        self.path.prepend_field(field);
        self
    }

    /// The same error, at a place of a list.
    #[must_use]
    pub(crate) fn at(mut self, index: usize) -> Self {
        self.path.prepend_index(index);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Where in the input, from the outside in: `items[2].target`.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The data of the message.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// What is wrong and what to write instead, for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.details.fill(self.code.template().get(language), language)
    }

    /// The path and the message.
    fn located(&self, language: Language) -> String {
        let message = self.message(language);
        if self.path.is_root() { message } else { format!("{}: {message}", self.path) }
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
    error: &'a Error,
    language: Language,
}

impl Serialize for ErrorReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Error", 4)?;
        fields.serialize_field("code", self.error.code.as_str())?;
        fields.serialize_field("path", &self.error.path.to_string())?;
        fields.serialize_field("message", &self.error.message(self.language))?;
        fields.serialize_field("details", &self.error.details)?;
        fields.end()
    }
}

/// Every mistake found in one input; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors {
    first: Error,
    others: Vec<Error>,
}

impl Errors {
    /// The mistakes, or nothing when there is none.
    pub(crate) fn collect(errors: impl IntoIterator<Item = Error>) -> Option<Self> {
        let mut errors = errors.into_iter();
        errors.next().map(|first| Self { first, others: errors.collect() })
    }

    /// The first mistake.
    #[must_use]
    pub fn first(&self) -> &Error {
        &self.first
    }

    /// Every mistake, in the order of the input.
    pub fn iter(&self) -> impl Iterator<Item = &Error> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Every mistake one level further out.
    #[must_use]
    pub(crate) fn within(self, field: &str) -> Self {
        Self { first: self.first.within(field), others: self.others.into_iter().map(|e| e.within(field)).collect() }
    }
}

impl Errors {
    /// Every mistake, at a place of a list.
    #[must_use]
    pub(crate) fn at(self, index: usize) -> Self {
        Self { first: self.first.at(index), others: self.others.into_iter().map(|e| e.at(index)).collect() }
    }
}

impl From<Error> for Errors {
    fn from(first: Error) -> Self {
        Self { first, others: Vec::new() }
    }
}

impl IntoIterator for Errors {
    type Item = Error;
    type IntoIter = std::iter::Chain<std::iter::Once<Error>, std::vec::IntoIter<Error>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.first).chain(self.others)
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

impl std::error::Error for Errors {}
