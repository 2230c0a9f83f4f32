//! [`Plain`]: data as it arrives.

use alloc::collections::BTreeMap;
use core::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::error::{Code, Error};
use crate::language::Text;
use crate::number::Number;
use crate::prelude::*;

/// Data as a caller hands it over: text, whole numbers, lists and records.
///
/// A JSON number with a fraction is only remembered as [`Plain::Float`], so that it can be refused with its
/// place: its decimal digits are already lost.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// Nothing: JSON `null`.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number, or an exact decimal of a language that has such a type.
    Number(Number),
    /// A binary number with a fraction: never a figure.
    Float,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// A record of named fields.
    Record(BTreeMap<String, Self>),
}

impl Plain {
    /// Reads JSON.
    ///
    /// # Errors
    ///
    /// [`Code::MalformedJson`] with line and column; [`Code::DuplicateField`] when a record names a field twice;
    /// [`Code::NumberTooLong`] for a whole number beyond 28 digits.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|error| {
            let field = error.to_string();
            match field.strip_prefix(DUPLICATE).and_then(|f| f.split('\u{1f}').next()) {
                Some(field) => Error::new(Code::DuplicateField).text("field", field),
                None => Error::new(Code::MalformedJson)
                    .text("line", error.line().to_string())
                    .text("column", error.column().to_string()),
            }
        })
    }

    /// The stable tag of its kind.
    pub(crate) const fn tag(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::Float => "float",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Record(_) => "record",
        }
    }

    /// What kind of value it is, for a message.
    pub(crate) const fn kind(&self) -> &'static Text {
        match self {
            Self::Null => &Text { id: "kosong (null)", en: "nothing (null)" },
            Self::Bool(_) => &Text { id: "nilai benar/salah", en: "true or false" },
            Self::Number(_) => &Text { id: "angka", en: "a number" },
            Self::Float => &Text { id: "bilangan biner (float)", en: "a binary number (float)" },
            Self::Text(_) => &Text { id: "teks", en: "text" },
            Self::List(_) => &Text { id: "daftar", en: "a list" },
            Self::Record(_) => &Text { id: "isian bernama", en: "a record" },
        }
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Number> for Plain {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

/// Marks our own message inside an error of the JSON reader; the separator ends the field's name.
const DUPLICATE: &str = "\u{1f}duplicate\u{1f}";

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a whole number, a list or a record")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_none<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Plain, D::Error> {
        Plain::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain::Number(Number::from(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(Number::from(value)))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Plain, E> {
        Ok(Plain::Float)
    }

    fn visit_str<E>(self, text: &str) -> Result<Plain, E> {
        Ok(Plain::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Plain, E> {
        Ok(Plain::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Plain, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Plain::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Plain, A::Error> {
        let mut record = BTreeMap::new();
        while let Some((field, value)) = entries.next_entry::<String, Plain>()? {
            if record.contains_key(&field) {
                return Err(de::Error::custom(format_args!("{DUPLICATE}{field}\u{1f}")));
            }
            record.insert(field, value);
        }
        Ok(Plain::Record(record))
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

/// Canonical: fields in the order of their names, numbers as strings.
impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // A float is refused wherever it is read; there is nothing true to write for it.
            Self::Null | Self::Float => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => list.serialize(serializer),
            Self::Record(record) => record.serialize(serializer),
        }
    }
}
