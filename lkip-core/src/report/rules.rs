//! The rules that a document names, and those that it replaces.

use super::quantity::as_text;
use crate::error::Errors;
use crate::number::ReadStyle;
use crate::plain::{Data, Definitions, Plain, Record};
use crate::prelude::*;

/// The rules of a report: an id of the catalogue, or fields. They are checked with the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules(pub(crate) Plain);

/// Rules that are replaced, by their field names. They are checked with the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Overrides(pub(crate) Plain);

macro_rules! kept_as_it_is {
    ($name:ident, $($kind:literal),+) => {
        impl Data for $name {
            fn blank() -> Self {
                Self(Plain::Null)
            }

            fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
                self.0 = as_text(plain);
                Ok(())
            }

            fn write(&self) -> Plain {
                self.0.clone()
            }

            fn schema(_: &mut Definitions) -> Plain {
                Plain::Record(Record::from([("type".to_owned(), Plain::List(vec![$(Plain::from($kind)),+]))]))
            }
        }
    };
}

impl Overrides {
    /// As they are written.
    pub(crate) fn plain(&self) -> &Plain {
        &self.0
    }
}

kept_as_it_is!(Rules, "string", "object");
kept_as_it_is!(Overrides, "object");
