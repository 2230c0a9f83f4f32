//! Records of a document: declared once, and from that read, written and described by a schema.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;

use super::fields::Names;
use super::{Choice, Fields, Plain, Record, count, each_item, owned_text, text, wrong_type};
use crate::error::Errors;
use crate::language::bilingual;
use crate::number::ReadStyle;
use crate::prelude::*;

/// A value of a document. Its texts that hold numbers are read in the style of the document.
///
/// Values are read into their places, for there are many types: what does not depend on the type is compiled once.
pub(crate) trait Data: Sized {
    /// Whether it has parts that mean something where others are malformed.
    const HAS_PARTS: bool = false;
    /// What stands in a place before the value is read. Nobody gets to see it.
    fn blank() -> Self;
    /// Reads the value into its place; every mistake with its place. After a mistake the value means nothing.
    fn fill(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors>;
    /// The value as it is written.
    fn write(&self) -> Plain;
    /// What a schema says of it.
    fn schema(definitions: &mut Definitions) -> Plain;

    /// Reads the value.
    fn read(plain: &Plain, style: ReadStyle) -> Result<Self, Errors> {
        let mut value = Self::blank();
        value.fill(plain, style)?;
        Ok(value)
    }
}

/// The place of a field of a record, whatever its type.
pub(crate) trait Place {
    /// Reads the field.
    fn take(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors>;
    /// Writes the field, if there is something to write.
    fn put(&self) -> Option<Plain>;
}

/// A field of a record: one value, one that may be absent, or a list.
pub(crate) trait Field: Place {
    /// Whether a record without it is refused.
    const REQUIRED: bool;
    /// What stands in its place before it is read, and when it is absent.
    fn blank() -> Self;
    /// What a schema says of it.
    fn schema(definitions: &mut Definitions) -> Plain;
}

impl<T: Data> Place for T {
    fn take(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        self.fill(plain, style)
    }

    fn put(&self) -> Option<Plain> {
        Some(self.write())
    }
}

impl<T: Data> Field for T {
    const REQUIRED: bool = true;

    fn blank() -> Self {
        <T as Data>::blank()
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

impl<T: Data> Place for Option<T> {
    fn take(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        let read = self.insert(<T as Data>::blank()).fill(plain, style);
        // What is malformed is as if it were absent, so that nothing follows from it; of a record what was read stays.
        if read.is_err() && !T::HAS_PARTS {
            *self = None;
        }
        read
    }

    fn put(&self) -> Option<Plain> {
        self.as_ref().map(Data::write)
    }
}

impl<T: Data> Field for Option<T> {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        None
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

impl<T: Data> Place for Vec<T> {
    fn take(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        if let Plain::List(items) = plain {
            self.reserve_exact(items.len());
        }
        each_item(plain, &mut |item| {
            self.push(<T as Data>::blank());
            self.last_mut().map_or(Ok(()), |place| place.fill(item, style))
        })
    }

    fn put(&self) -> Option<Plain> {
        (!self.is_empty()).then(|| Plain::List(each(self, &mut Data::write)))
    }
}

impl<T: Data> Field for Vec<T> {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        Self::new()
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        let items = <T as Data>::schema(definitions);
        Plain::Record(Record::from([field("type", "array"), ("items".to_owned(), items)]))
    }
}

/// A record that is being read, field by field.
pub(crate) struct Filling<'a> {
    fields: Fields<'a>,
    style: ReadStyle,
}

/// What is known of a field before it is read.
pub(crate) struct FieldName {
    pub(crate) names: Names,
    pub(crate) required: bool,
}

impl<'a> Filling<'a> {
    pub(crate) fn open(plain: &'a Plain, style: ReadStyle) -> Result<Self, Errors> {
        Ok(Self { fields: Fields::open(plain)?, style })
    }

    /// Reads a field into its place, which keeps what it holds when the field is absent.
    #[inline(never)]
    pub(crate) fn field(&mut self, name: &FieldName, place: &mut dyn Place) {
        self.fields.fill(name.names, name.required, &mut |plain| place.take(plain, self.style));
    }

    /// Ends the reading: every mistake.
    pub(crate) fn finish(self) -> Result<(), Errors> {
        self.fields.finish()
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
            let first = names.first().copied().unwrap_or_default();
            described.text("description", &if place == 0 { doc.to_owned() } else { ["= ", first].concat() });
            if let Plain::Record(schema) = &schema {
                schema.iter().for_each(|(key, value)| described.push(key, value.clone()));
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

        impl $name {
            /// The names of every field, its own first.
            #[allow(dead_code, reason = "some records are not asked for the names of their fields")]
            pub(crate) const NAMES: &'static [&'static [&'static str]] = &[$( &[$key $(, $alias)*] ),+];
        }

        impl $crate::plain::Data for $name {
            const HAS_PARTS: bool = true;

            fn blank() -> Self {
                Self { $( $field: $crate::plain::record!(@blank $type $(, $default)?) ),+ }
            }

            fn fill(
                &mut self,
                plain: &$crate::plain::Plain,
                style: $crate::number::ReadStyle,
            ) -> Result<(), $crate::error::Errors> {
                let mut fields = $crate::plain::Filling::open(plain, style)?;
                $(
                    let name = const { &$crate::plain::FieldName {
                        names: &[$key $(, $alias)*],
                        required: $crate::plain::record!(@required $type $(, $default)?),
                    } };
                    fields.field(name, &mut self.$field);
                )+
                fields.finish()
            }

            fn write(&self) -> $crate::plain::Plain {
                let mut record = $crate::plain::Record::new();
                $( $crate::plain::record!(@put record, $key, self.$field $(, $default)?); )+
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
    (@blank $type:ty) => { <$type as $crate::plain::Field>::blank() };
    (@blank $type:ty, $default:expr) => { $default };
    (@put $record:ident, $key:literal, $value:expr) => {
        $record.place($key, &$value)
    };
    (@put $record:ident, $key:literal, $value:expr, $default:expr) => {
        if $value != $default {
            $record.place($key, &$value);
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
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        *self = owned_text(plain)?;
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::from(self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        typed("string")
    }
}

/// A text that figures share with the document.
impl Data for Arc<str> {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        *self = Self::from(text(plain)?);
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::from(&**self)
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <String as Data>::schema(definitions)
    }
}

impl Data for bool {
    fn blank() -> Self {
        false
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        let Plain::Bool(value) = plain else {
            return Err(wrong_type(plain, "boolean", bilingual!("true atau false", "true or false")).into());
        };
        *self = *value;
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::Bool(*self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        typed("boolean")
    }
}

impl Data for u32 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        *self = count(plain)?;
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::from(*self)
    }

    fn schema(_: &mut Definitions) -> Plain {
        Plain::Record(Record::from([field("type", "integer"), ("minimum".to_owned(), Plain::Count(0))]))
    }
}

impl<T: Data> Data for Box<T> {
    const HAS_PARTS: bool = T::HAS_PARTS;

    fn blank() -> Self {
        Self::new(<T as Data>::blank())
    }

    fn fill(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        T::fill(self, plain, style)
    }

    fn write(&self) -> Plain {
        T::write(self)
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        <T as Data>::schema(definitions)
    }
}

/// What a schema says of a choice: every word that is understood.
pub(crate) fn choice_schema<T: Choice>() -> Plain {
    let words = T::NAMES.iter().flat_map(|names| names.iter().map(|name| Plain::from(*name)));
    Plain::Record(Record::from([("enum".to_owned(), Plain::List(words.collect()))]))
}

/// Makes choices values of documents.
macro_rules! choices_as_data {
    ($($type:ty),+ $(,)?) => { $( $crate::plain::choices_as_data!(@one $type, Default::default()); )+ };
    (@one $type:ty, $blank:expr) => {
        impl $crate::plain::Data for $type {
            fn blank() -> Self {
                $blank
            }

            fn fill(&mut self, plain: &$crate::plain::Plain, _: $crate::number::ReadStyle) -> Result<(), $crate::error::Errors> {
                *self = $crate::plain::choose(plain)?;
                Ok(())
            }

            fn write(&self) -> $crate::plain::Plain {
                $crate::plain::Plain::from(*self)
            }

            fn schema(_: &mut $crate::plain::Definitions) -> $crate::plain::Plain {
                $crate::plain::choice_schema::<Self>()
            }
        }
    };
}
pub(crate) use choices_as_data;
