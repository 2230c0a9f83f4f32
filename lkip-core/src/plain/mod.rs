//! Plain data in: what JSON, Python and JavaScript hand over, before it means anything.
//!
//! [`Plain`] holds it without loss and without floats; [`Fields`] turns it into types and finds every
//! mistake on the way, with its place.

mod fields;
mod value;

pub(crate) use fields::{
    Fields, Problems, choices, choose, count, list, number, owned_text, text, text_or_number, wrong_type,
};
pub use value::Plain;
