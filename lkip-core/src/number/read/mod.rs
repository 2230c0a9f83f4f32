//! Reading numbers as they stand in reports, spreadsheets and forms.

use serde::Serialize;

use super::{Number, ReadStyle, Style};
use crate::error::Error;

/// What a text holds: the value, and everything that stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value, or the state that stands in its place.
    pub content: Content,
    /// The style in which the digits were read; none when every style reads them alike.
    pub style: Option<Style>,
    /// Whether the amount is marked as rupiah (`Rp`, `,-`).
    pub rupiah: bool,
    /// Whether a percent sign (or the word "persen") follows.
    pub percent: bool,
    /// The unit behind the number: `orang`, `kab./ Kota`.
    pub unit: Option<String>,
    /// What stands in brackets: `peringkat 4`.
    pub annotation: Option<String>,
    /// A footnote mark: `*)`.
    pub footnote: Option<String>,
}

/// The value of a text, or the state that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One number.
    Number(Number),
    /// A range: `90-100%`.
    Range {
        /// The low end.
        low: Number,
        /// The high end.
        high: Number,
    },
    /// A bound: `< 20`, `minimal 85%`.
    Bound {
        /// On which side of the value.
        relation: Relation,
        /// The value.
        value: Number,
    },
    /// Nothing, or only blanks.
    Blank,
    /// A dash.
    Dash,
    /// `NA`, `N/A`, `n.a.`, `tidak ada data`.
    NotAvailable,
    /// Words: a label or a remark, no number.
    Words,
}

/// On which side of a bound the values lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// `< 20`
    Below,
    /// `≤ 20`, `maksimal 20`
    AtMost,
    /// `> 80`
    Above,
    /// `≥ 85`, `minimal 85`
    AtLeast,
}

/// A column of texts, read in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The style of the column; none when every cell reads alike in all styles.
    pub style: Option<Style>,
    /// The cells in their order.
    pub cells: Vec<Result<Reading, Error>>,
}

/// Reads one text.
///
/// # Errors
///
/// See the issue.
pub fn read(_text: &str, _style: ReadStyle) -> Result<Reading, Error> {
    Ok(Reading {
        content: Content::Blank,
        style: None,
        rupiah: false,
        percent: false,
        unit: None,
        annotation: None,
        footnote: None,
    })
}

/// Reads a column of texts.
#[must_use]
pub fn read_column(_texts: &[&str], _style: ReadStyle) -> Column {
    Column { style: None, cells: Vec::new() }
}

impl Reading {
    /// The one number.
    ///
    /// # Errors
    ///
    /// See the codes.
    pub fn number(&self, text: &str) -> Result<Number, Error> {
        match self.content {
            Content::Number(number) => Ok(number),
            _ => Err(Error::new(crate::error::Code::NumberMissing).text("text", text)),
        }
    }
}
