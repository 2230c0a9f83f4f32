//! The JSON Schema of the document, out of its types.

use super::document::Document;
use crate::plain::{Data, Definitions, Plain, Record};

/// The JSON Schema (2020-12) of the report document.
///
/// ```
/// let schema = lkip_core::report::json_schema();
/// assert!(schema.to_json().starts_with(r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"lkip/1""#));
/// ```
#[must_use]
pub fn json_schema() -> Plain {
    let mut definitions = Definitions::default();
    let root = <Document as Data>::schema(&mut definitions);
    let mut schema = Record::new();
    schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.text("$id", super::document::SCHEMA);
    schema.text("title", "lkip report document");
    if let Plain::Record(root) = root {
        root.into_iter().for_each(|(name, value)| schema.push(&name, value));
    }
    schema.push("$defs", Plain::Record(definitions.into_record()));
    Plain::Record(schema)
}
