//! `read_numbers`.

use super::numbers::reading;
use super::options::read_style;
use super::{Call, ErrorsAnswer, Options};
use crate::error::{Error, Errors};
use crate::language::Language;
use crate::number::{Column, Style, read_column};
use crate::plain::{Plain, list, number, serialize_as_plain};
use crate::prelude::*;

/// What `read_numbers` gives: the style of the column and its cells in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumbersAnswer {
    /// The column.
    pub column: Column,
    /// The language of the messages.
    pub language: Language,
}

pub(super) fn read_numbers(call: &Call) -> Result<ReadNumbersAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let style = read_style(&mut f);
    let texts = f.required(&["texts", "teks"], |p| list(p, cell));
    f.done(|| {
        let texts = texts?;
        let texts = each(&texts, &mut String::as_str);
        Some(ReadNumbersAnswer { column: read_column(&texts, style), language: options.language })
    })
}

/// A cell of a column; nothing is a blank cell.
fn cell(plain: &Plain) -> Result<String, Error> {
    match plain {
        Plain::Null => Ok(String::new()),
        Plain::Text(text) => Ok(text.clone()),
        other => Ok(number(other)?.text()),
    }
}

impl From<&ReadNumbersAnswer> for Plain {
    fn from(answer: &ReadNumbersAnswer) -> Self {
        let mut cells = Vec::with_capacity(answer.column.cells.len());
        for (index, cell) in answer.column.cells.iter().enumerate() {
            cells.push(match cell {
                Ok(cell) => reading(cell),
                Err(error) => Self::from(&ErrorsAnswer {
                    errors: error.clone().at(index).within("texts").into(),
                    language: answer.language,
                }),
            });
        }
        let mut record = super::computed();
        record.maybe("style", answer.column.style.map(Style::as_str));
        record.put("cells", cells);
        Self::Record(record)
    }
}

serialize_as_plain!(ReadNumbersAnswer);
