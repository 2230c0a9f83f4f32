//! [`Fields`]: reading a record field by field, finding every mistake with its place.

use std::collections::BTreeMap;

use super::Plain;
use crate::error::{Code, Error, Errors};
use crate::language::Text;
use crate::number::Number;

/// The names of one field: the canonical one first, then those that existing forms and sheets use.
pub(crate) type Names = &'static [&'static str];

/// The fields of a record, asked for one by one.
///
/// Mistakes are gathered, so that a caller hears of all of them at once. What was never asked for is unknown.
pub(crate) struct Fields<'a> {
    record: &'a BTreeMap<String, Plain>,
    asked: Vec<Names>,
    problems: Problems,
}

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Problems(Vec<Error>);

impl Problems {
    pub(crate) fn add(&mut self, errors: impl Into<Errors>) {
        self.0.extend(errors.into());
    }

    /// The value of a result, or nothing and its mistakes noted.
    pub(crate) fn note<T>(&mut self, result: Result<T, impl Into<Errors>>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(errors) => {
                self.add(errors);
                None
            }
        }
    }

    pub(crate) fn done(self) -> Result<(), Errors> {
        Errors::collect(self.0).map_or(Ok(()), Err)
    }
}

impl<'a> Fields<'a> {
    pub(crate) fn open(plain: &'a Plain) -> Result<Self, Error> {
        match plain {
            Plain::Record(record) => Ok(Self { record, asked: Vec::new(), problems: Problems::default() }),
            other => Err(wrong_type(other, "record", &Text { id: "isian bernama (record)", en: "a record of fields" })),
        }
    }

    /// The value of a field, `null` counting as absent.
    fn take(&mut self, names: Names) -> Option<(&'static str, &'a Plain)> {
        self.asked.push(names);
        let mut found = names.iter().filter_map(|name| self.record.get(*name).map(|value| (*name, value)));
        let first = found.next();
        if let Some((name, _)) = found.next() {
            self.problems.add(Error::new(Code::DuplicateField).text("field", name).within(name));
        }
        first.filter(|(_, value)| **value != Plain::Null)
    }

    /// A field that may be absent.
    pub(crate) fn optional<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) -> Option<T> {
        let (name, value) = self.take(names)?;
        let result = read(value).map_err(|errors| errors.into().within(name));
        self.problems.note(result)
    }

    /// A field that must be there.
    pub(crate) fn required<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) -> Option<T> {
        match self.take(names) {
            Some((name, value)) => {
                let result = read(value).map_err(|errors| errors.into().within(name));
                self.problems.note(result)
            }
            None => {
                let name = names.first().copied().unwrap_or_default();
                self.problems.add(Error::new(Code::MissingField).text("field", name).within(name));
                None
            }
        }
    }

    /// A field that must be there, where `null` is a value: nothing.
    pub(crate) fn nullable<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) -> Option<Option<T>> {
        let name = names.first().copied().unwrap_or_default();
        if self.record.get(name) == Some(&Plain::Null) {
            self.asked.push(names);
            return Some(None);
        }
        self.required(names, read).map(Some)
    }

    pub(crate) fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    /// Ends the reading: every mistake, or the value made of the fields.
    pub(crate) fn done<T>(mut self, build: impl FnOnce() -> Option<T>) -> Result<T, Errors> {
        let known: Vec<&str> = self.asked.iter().filter_map(|names| names.first().copied()).collect();
        for field in self.record.keys() {
            if !self.asked.iter().any(|names| names.contains(&field.as_str())) {
                let error = Error::new(Code::UnknownField).text("field", field).texts("known", known.iter().copied());
                self.problems.add(error.within(field));
            }
        }
        self.problems.done()?;
        // Without a problem every required field was read, so there is something to build.
        build().ok_or_else(|| Error::new(Code::MissingField).texts("field", known).into())
    }
}

pub(crate) fn wrong_type(found: &Plain, tag: &'static str, expected: &'static Text) -> Error {
    if matches!(found, Plain::Float) && tag == "number" {
        return Error::new(Code::InexactNumber);
    }
    Error::new(Code::WrongType).word("expected", tag, expected).word("found", found.tag(), found.kind())
}

const TEXT: Text = Text { id: "teks", en: "text" };
const NUMBER: Text = Text { id: "angka", en: "a number" };
const LIST: Text = Text { id: "daftar", en: "a list" };

pub(crate) fn text(plain: &Plain) -> Result<&str, Error> {
    match plain {
        Plain::Text(text) => Ok(text),
        other => Err(wrong_type(other, "text", &TEXT)),
    }
}

pub(crate) fn owned_text(plain: &Plain) -> Result<String, Error> {
    text(plain).map(str::to_owned)
}

/// A number in canonical text, or a whole number.
pub(crate) fn number(plain: &Plain) -> Result<Number, Error> {
    match plain {
        Plain::Number(number) => Ok(*number),
        Plain::Text(text) => text.parse(),
        other => Err(wrong_type(other, "number", &NUMBER)),
    }
}

/// What is read as a number later, in the style of its column: a text or a number.
pub(crate) fn text_or_number(plain: &Plain) -> Result<Plain, Error> {
    match plain {
        Plain::Text(_) | Plain::Number(_) => Ok(plain.clone()),
        other => Err(wrong_type(other, "number", &NUMBER)),
    }
}

/// A count: a whole number that is not negative.
pub(crate) fn count(plain: &Plain) -> Result<u32, Error> {
    let number = number(plain)?;
    u32::try_from(number.to_decimal()).ok().filter(|count| Number::from(*count) == number).ok_or_else(|| {
        Error::new(Code::WrongType)
            .word("expected", "count", &Text { id: "bilangan bulat tak negatif", en: "a whole number, not negative" })
            .word("found", plain.tag(), plain.kind())
    })
}

pub(crate) fn list<'a, T, E: Into<Errors>>(
    plain: &'a Plain,
    read: impl Fn(&'a Plain) -> Result<T, E>,
) -> Result<Vec<T>, Errors> {
    let Plain::List(items) = plain else {
        return Err(wrong_type(plain, "list", &LIST).into());
    };
    let mut problems = Problems::default();
    let mut read_items = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let result = read(item).map_err(|errors| errors.into().at(index));
        read_items.extend(problems.note(result));
    }
    problems.done()?;
    Ok(read_items)
}

/// Defines the words of a choice: its variants, their stable names, and other names that are accepted.
macro_rules! choices {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$doc:meta])+ $variant:ident = $word:literal $(| $alias:literal)* ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name { $( $(#[$doc])+ $variant, )+ }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it in data.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The word, and the other words that mean the same on input.
            #[must_use]
            pub const fn names(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$word $(, $alias)*]),+ }
            }

            #[allow(dead_code, reason = "some choices are names of fields, not values of one")]
            pub(crate) fn read(plain: &$crate::plain::Plain) -> Result<Self, $crate::error::Error> {
                let word = $crate::plain::text(plain)?;
                let found = Self::ALL.iter().copied().find(|choice| choice.names().contains(&word));
                found.ok_or_else(|| $crate::plain::unknown_choice(word, Self::ALL.iter().map(|c| c.as_str())))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use choices;

pub(crate) fn unknown_choice(found: &str, choices: impl Iterator<Item = &'static str>) -> Error {
    Error::new(Code::UnknownChoice).text("found", found).texts("choices", choices)
}
