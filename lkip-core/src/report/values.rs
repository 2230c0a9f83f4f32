//! The small values of a document: ids, years, words.

use core::fmt;

use crate::error::{Code, Error, Errors};
use crate::measure::written;
use crate::number::ReadStyle;
use crate::plain::{Data, Definitions, Plain, Record, text};
use crate::prelude::*;

/// The name by which the parts of a document refer to each other: small letters, digits, `-`, `.` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The id as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Data for Id {
    fn blank() -> Self {
        Self(String::new())
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        let id = text(plain)?;
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_');
        if id.is_empty() || !id.bytes().all(sign) {
            return Err(Error::new(Code::InvalidReportId).text("found", id).into());
        }
        self.0 = id.to_owned();
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::from(&self.0)
    }

    fn schema(_: &mut Definitions) -> Plain {
        let fields = [("type", "string"), ("pattern", "^[a-z0-9._-]+$")];
        Plain::Record(fields.map(|(name, value)| (name.to_owned(), Plain::from(value))).into())
    }
}

/// A year of four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The year as a number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Data for Year {
    fn blank() -> Self {
        Self(0)
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        self.0 = written::year(plain)?;
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::Count(u64::from(self.0))
    }

    fn schema(_: &mut Definitions) -> Plain {
        let bounds = [("minimum", *written::YEARS.start()), ("maximum", *written::YEARS.end())];
        let mut record = Record::from([("type".to_owned(), Plain::from("integer"))]);
        bounds.into_iter().for_each(|(name, value)| record.put(name, u32::from(value)));
        Plain::Record(record)
    }
}
