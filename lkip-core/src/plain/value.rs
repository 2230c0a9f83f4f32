//! [`Plain`]: data as it arrives and as it leaves.

use super::{Record, json};
use crate::error::Error;
use crate::language::{Text, bilingual};
use crate::number::Number;
use crate::prelude::*;

/// Data as a caller hands it over and gets it: texts, numbers, lists and records.
///
/// A JSON number with a fraction is only remembered as [`Plain::Float`], so that it can be refused with its
/// place: the programs that write such numbers hold them as binary ones, and their decimal digits are lost.
///
/// Everything that lkip answers is plain data too, by `Plain::from(&answer)`.
///
/// ```
/// use lkip_core::{Plain, rules};
/// let Plain::Record(rules) = Plain::from(&rules::rule_set("setda-kaltim-2021")?) else { unreachable!("a record") };
/// assert_eq!(rules.get("higher"), Some(&Plain::from("realization_over_target")));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// Nothing: JSON `null`.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number, or an exact decimal of a language that has such a type. Written as a text.
    Number(Number),
    /// How many or which of many; also a year. Written as a JSON number.
    Count(u64),
    /// A binary number with a fraction: never a figure.
    Float,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// A record of named fields.
    Record(Record),
}

impl Plain {
    /// Reads JSON.
    ///
    /// # Errors
    ///
    /// [`MalformedJson`](crate::Code::MalformedJson) with line and column, also for more than 127 levels of lists
    /// and records; [`DuplicateField`](crate::Code::DuplicateField) when a record names a field twice;
    /// [`NumberTooLong`](crate::Code::NumberTooLong) for a whole number beyond 28 digits.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        json::read(text)
    }

    /// Writes JSON: without blanks, fields in their order, numbers as strings and counts as numbers.
    ///
    /// ```
    /// use lkip_core::Plain;
    /// let plain = Plain::from_json(r#" { "b": 70, "a": [null, "é\n"] } "#)?;
    /// assert_eq!(plain.to_json(), r#"{"b":"70","a":[null,"é\n"]}"#);
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    pub(crate) const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// A list of what each item is as plain data.
    pub(crate) fn list<'a, T>(items: &'a [T]) -> Vec<Self>
    where
        Self: From<&'a T>,
    {
        each(items, &mut |item| Self::from(item))
    }

    /// The stable tag of its kind.
    pub(crate) const fn tag(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) | Self::Count(_) => "number",
            Self::Float => "float",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Record(_) => "record",
        }
    }

    /// What kind of value it is, for a message.
    pub(crate) const fn kind(&self) -> Text {
        match self {
            Self::Null => bilingual!("kosong (null)", "nothing (null)"),
            Self::Bool(_) => bilingual!("nilai benar/salah", "true or false"),
            Self::Number(_) | Self::Count(_) => bilingual!("angka", "a number"),
            Self::Float => bilingual!("bilangan biner (float)", "a binary number (float)"),
            Self::Text(_) => bilingual!("teks", "text"),
            Self::List(_) => bilingual!("daftar", "a list"),
            Self::Record(_) => bilingual!("isian bernama", "a record"),
        }
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Plain {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Plain {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Plain {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Plain {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Plain {
    fn from(count: usize) -> Self {
        // No machine counts further than 64 bits.
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<u32> for Plain {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<Record> for Plain {
    fn from(record: Record) -> Self {
        Self::Record(record)
    }
}

impl From<Vec<Self>> for Plain {
    fn from(list: Vec<Self>) -> Self {
        Self::List(list)
    }
}
