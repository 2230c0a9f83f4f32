//! Records of a document: declared once, and from that read, written and described by a schema.

use alloc::collections::BTreeMap;

use super::fields::Names;
use super::{Choice, Fields, Plain, Record, choose, count, list, owned_text, wrong_type};
use crate::error::Errors;
use crate::language::bilingual;
use crate::number::ReadStyle;
use crate::prelude::*;

/// A value of a document. Its texts that hold numbers are read in the style of the document.
pub(crate) trait Data: Sized {
    /// Reads the value; every mistake with its place.
    fn read(plain: &Plain, style: ReadStyle) -> Result<Self, Errors>;
    /// The value as it is written.
    fn write(&self) -> Plain;
    /// What a schema says of it.
    fn schema(definitions: &mut Definitions) -> Plain;
}

/// A field of a record: one value, one that may be absent, or a list.
pub(crate) trait Field: Sized {
    /// Whether a record without it is refused.
    const REQUIRED: bool;
    /// Takes the field; nothing after a mistake, which is noted.
    fn take(fields: &mut Fields<'_>, names: Names, style: ReadStyle) -> Option<Self>;
    /// Writes the field, if there is something to write.
    fn put(&self, record: &mut Record, name: &str);
    /// What a schema says of it.
    fn schema(definitions: &mut Definitions) -> Plain;
}

impl<T: Data> Field for T {
    const REQUIRED: bool = true;

    fn take(fields: &mut Fields<'_>, names: Names, style: ReadStyle) -> Option<Self> {
        fields.required(names, |plain| T::read(plain, style))
    }

    fn put(&self, record: &mut Record, name: &str) {
        record.push(name, self.write());
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

impl<T: Data> Field for Option<T> {
    const REQUIRED: bool = false;

    fn take(fields: &mut Fields<'_>, names: Names, style: ReadStyle) -> Option<Self> {
        Some(fields.optional(names, |plain| T::read(plain, style)))
    }

    fn put(&self, record: &mut Record, name: &str) {
        if let Some(value) = self {
            record.push(name, value.write());
        }
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

impl<T: Data> Field for Vec<T> {
    const REQUIRED: bool = false;

    fn take(fields: &mut Fields<'_>, names: Names, style: ReadStyle) -> Option<Self> {
        let items = fields.optional(names, |plain| list(plain, |item| T::read(item, style)));
        Some(items.unwrap_or_default())
    }

    fn put(&self, record: &mut Record, name: &str) {
        record.some(name, self.iter().map(Data::write).collect());
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        let items = <T as Data>::schema(definitions);
        Plain::Record(Record::from([field("type", "array"), ("items".to_owned(), items)]))
    }
}

fn field(name: &str, value: &str) -> (String, Plain) {
    (name.to_owned(), Plain::from(value))
}

/// The schemas of the records that a document holds, by their titles.
#[derive(Default)]
pub(crate) struct Definitions(BTreeMap<&'static str, Record>);

impl Definitions {
    /// A reference to the schema of a record, which is made when it is first asked for.
    pub(crate) fn refer(&mut self, title: &'static str, make: impl FnOnce(&mut Self) -> Record) -> Plain {
        if !self.0.contains_key(title) {
            // A record may hold records of its own kind.
            self.0.insert(title, Record::new());
            let made = make(self);
            self.0.insert(title, made);
        }
        Plain::Record(Record::from([("$ref".to_owned(), Plain::Text(["#/$defs/", title].concat()))]))
    }

    /// Every schema with its title.
    pub(crate) fn into_record(self) -> Record {
        self.0.into_iter().map(|(title, schema)| (title.to_owned(), Plain::Record(schema))).collect()
    }
}

/// What a schema says of one field of a record.
pub(crate) struct FieldSchema {
    pub(crate) names: Names,
    pub(crate) doc: &'static str,
    pub(crate) required: bool,
    pub(crate) schema: Plain,
}

/// The schema of a record. Every spelling of a field is allowed, and one of those of a required field is asked for.
pub(crate) fn record_schema(doc: &'static str, fields: Vec<FieldSchema>) -> Record {
    let mut properties = Record::new();
    let mut required = Vec::new();
    for FieldSchema { names, doc, required: needed, schema } in fields {
        for (place, name) in names.iter().enumerate() {
            let mut described = Record::new();
            if place == 0 {
                described.text("description", doc);
                if let Plain::Record(schema) = &schema {
                    schema.iter().for_each(|(key, value)| described.push(key, value.clone()));
                }
            } else {
                let first = names.first().copied().unwrap_or_default();
                described.text("description", &["= ", first].concat());
                if let Plain::Record(schema) = &schema {
                    schema.iter().for_each(|(key, value)| described.push(key, value.clone()));
                }
            }
            properties.push(name, Plain::Record(described));
        }
        if needed {
            let one = |name: &&str| {
                Plain::Record(Record::from([("required".to_owned(), Plain::List(vec![Plain::from(*name)]))]))
            };
            required.push(Plain::Record(Record::from([(
                "anyOf".to_owned(),
                Plain::List(names.iter().map(one).collect()),
            )])));
        }
    }
    let mut record = Record::new();
    record.text("description", doc);
    record.text("type", "object");
    record.push("properties", Plain::Record(properties));
    record.push("additionalProperties", Plain::Bool(false));
    record.some("allOf", required);
    record
}

/// Declares a record of a document: its fields with their names, those of Indonesian forms behind them, and what they
/// mean. `or` gives the value of a field that is absent; it is not written again.
macro_rules! record {
    ($(
        $(#[doc = $doc:literal])+
        $vis:vis struct $name:ident = $title:literal {
            $( $(#[doc = $field_doc:literal])+ pub $field:ident : $type:ty = $key:literal $(| $alias:literal)* $(or $default:expr)? ; )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $vis struct $name { $( $(#[doc = $field_doc])+ pub $field: $type, )+ }

        impl $crate::plain::Data for $name {
            fn read(plain: &$crate::plain::Plain, style: $crate::number::ReadStyle) -> Result<Self, $crate::error::Errors> {
                let mut fields = $crate::plain::Fields::open(plain)?;
                $( let $field = $crate::plain::record!(@take fields, &[$key $(, $alias)*], style, $type $(, $default)?); )+
                fields.done(|| Some(Self { $( $field: $field? ),+ }))
            }

            fn write(&self) -> $crate::plain::Plain {
                let mut record = $crate::plain::Record::new();
                $( $crate::plain::record!(@put record, $key, self.$field, $type $(, $default)?); )+
                $crate::plain::Plain::Record(record)
            }

            fn schema(definitions: &mut $crate::plain::Definitions) -> $crate::plain::Plain {
                definitions.refer($title, |definitions| {
                    let fields = vec![$( $crate::plain::FieldSchema {
                        names: &[$key $(, $alias)*],
                        doc: concat!($($field_doc),+).trim_ascii(),
                        required: $crate::plain::record!(@required $type $(, $default)?),
                        schema: <$type as $crate::plain::Field>::schema(definitions),
                    } ),+];
                    $crate::plain::record_schema(concat!($($doc),+).trim_ascii(), fields)
                })
            }
        }

        impl From<&$name> for $crate::plain::Plain {
            fn from(record: &$name) -> Self {
                $crate::plain::Data::write(record)
            }
        }

        $crate::plain::serialize_as_plain!($name);
    )+};
    (@take $fields:ident, $names:expr, $style:ident, $type:ty) => {
        <$type as $crate::plain::Field>::take(&mut $fields, $names, $style)
    };
    (@take $fields:ident, $names:expr, $style:ident, $type:ty, $default:expr) => {
        <Option<$type> as $crate::plain::Field>::take(&mut $fields, $names, $style)
            .map(|value| value.unwrap_or($default))
    };
    (@put $record:ident, $key:literal, $value:expr, $type:ty) => {
        <$type as $crate::plain::Field>::put(&$value, &mut $record, $key)
    };
    (@put $record:ident, $key:literal, $value:expr, $type:ty, $default:expr) => {
        if $value != $default {
            <$type as $crate::plain::Field>::put(&$value, &mut $record, $key)
        }
    };
    (@required $type:ty) => { <$type as $crate::plain::Field>::REQUIRED };
    (@required $type:ty, $default:expr) => { false };
}
pub(crate) use record;

/// A schema that only names a type.
pub(crate) fn typed(kind: &str) -> Plain {
    Plain::Record(Record::from([field("type", kind)]))
}

impl Data for String {
    fn read(plain: &Plain, _: ReadStyle) -> Result<Self, Errors> {
        Ok(owned_text(plain)?)
    }

    fn write(&self) -> Plain {
        Plain::from(self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        typed("string")
    }
}

impl Data for bool {
    fn read(plain: &Plain, _: ReadStyle) -> Result<Self, Errors> {
        match plain {
            Plain::Bool(value) => Ok(*value),
            other => Err(wrong_type(other, "boolean", bilingual!("true atau false", "true or false")).into()),
        }
    }

    fn write(&self) -> Plain {
        Plain::Bool(*self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        typed("boolean")
    }
}

impl Data for u32 {
    fn read(plain: &Plain, _: ReadStyle) -> Result<Self, Errors> {
        Ok(count(plain)?)
    }

    fn write(&self) -> Plain {
        Plain::from(*self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        Plain::Record(Record::from([field("type", "integer"), ("minimum".to_owned(), Plain::Count(0))]))
    }
}

impl<T: Data> Data for Box<T> {
    fn read(plain: &Plain, style: ReadStyle) -> Result<Self, Errors> {
        T::read(plain, style).map(Self::new)
    }

    fn write(&self) -> Plain {
        T::write(self)
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

/// A word among those of a choice.
pub(crate) fn read_choice<T: Choice>(plain: &Plain) -> Result<T, Errors> {
    Ok(choose(plain)?)
}

/// What a schema says of a choice: every word that is understood.
pub(crate) fn choice_schema<T: Choice>() -> Plain {
    let words = T::NAMES.iter().flat_map(|names| names.iter().map(|name| Plain::from(*name)));
    Plain::Record(Record::from([("enum".to_owned(), Plain::List(words.collect()))]))
}

/// Makes choices values of documents.
macro_rules! choices_as_data {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::plain::Data for $type {
            fn read(plain: &$crate::plain::Plain, _: $crate::number::ReadStyle) -> Result<Self, $crate::error::Errors> {
                $crate::plain::read_choice(plain)
            }

            fn write(&self) -> $crate::plain::Plain {
                $crate::plain::Plain::from(*self)
            }

            fn schema(_: &mut $crate::plain::Definitions) -> $crate::plain::Plain {
                $crate::plain::choice_schema::<Self>()
            }
        }
    )+};
}
pub(crate) use choices_as_data;
