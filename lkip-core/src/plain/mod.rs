//! Plain data in and out: what JSON, Python and JavaScript hand over before it means anything, and what they get.
//!
//! [`Plain`] holds it without loss and without floats, [`json`] reads and writes it, [`Fields`] turns it into types
//! and finds every mistake on the way, with its place.

mod below;
#[cfg(feature = "report")]
mod data;
mod fields;
mod json;
mod record;
mod serde;
mod value;

pub(crate) use self::serde::serialize_as_plain;
#[cfg(feature = "report")]
pub(crate) use data::{
    Data, Definitions, Field, FieldName, FieldSchema, Filling, Place, choice_schema, choices_as_data, record,
    record_schema,
};
#[cfg(feature = "report")]
use fields::each_item;
pub(crate) use fields::{
    Choice, Fields, Problems, choice, choices, choose, count, list, number, owned_text, text, wrong_type,
};
pub use record::Record;
pub use value::Plain;
