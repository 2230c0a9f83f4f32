//! `read_number`, `read_numbers`, `write_number`, `in_words`.

use serde::{Serialize, Serializer};

use super::options::{read_style, style};
use super::{Call, ErrorsAnswer, Options, input};
use crate::error::{Error, Errors};
use crate::explain::style_of;
use crate::language::Language;
use crate::number::{Column, Content, Form, Number, ReadStyle, Reading, Relation, Style, read_column, write};
use crate::plain::{Fields, Plain, choices, list, text, text_or_number};
use crate::prelude::*;

/// What `read_number` gives: the value and everything that stands around it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumberAnswer {
    /// What was read.
    pub reading: Reading,
}

#[derive(Serialize)]
struct ReadingFields<'a> {
    outcome: &'static str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<Relation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    style: Option<Style>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    rupiah: bool,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    percent: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annotation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    footnote: Option<&'a str>,
}

fn fields(reading: &Reading) -> ReadingFields<'_> {
    let (state, value, relation, low, high) = match reading.content {
        Content::Number(value) => ("number", Some(value), None, None, None),
        Content::Range { low, high } => ("range", None, None, Some(low), Some(high)),
        Content::Bound { relation, value } => ("bound", Some(value), Some(relation), None, None),
        Content::Blank => ("blank", None, None, None, None),
        Content::Dash => ("dash", None, None, None, None),
        Content::NotAvailable => ("not_available", None, None, None, None),
        Content::Words => ("words", None, None, None, None),
    };
    ReadingFields {
        outcome: "computed",
        state,
        value,
        relation,
        low,
        high,
        style: reading.style,
        rupiah: reading.rupiah,
        percent: reading.percent,
        unit: reading.unit.as_deref(),
        annotation: reading.annotation.as_deref(),
        footnote: reading.footnote.as_deref(),
    }
}

impl Serialize for ReadNumberAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields(&self.reading).serialize(serializer)
    }
}

pub(super) fn read_number(call: &Call) -> Result<ReadNumberAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let style = read_style(&mut f);
    let reading = f.required(&["text", "teks"], |p| input::reading(p, style));
    f.done(|| reading.map(|reading| ReadNumberAnswer { reading }))
}

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
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        Some(ReadNumbersAnswer { column: read_column(&texts, style), language: options.language })
    })
}

/// A cell of a column; nothing is a blank cell.
fn cell(plain: &Plain) -> Result<String, Error> {
    match plain {
        Plain::Null => Ok(String::new()),
        other => match text_or_number(other)? {
            Plain::Number(number) => Ok(number.to_string()),
            other => text(&other).map(str::to_owned),
        },
    }
}

impl Serialize for ReadNumbersAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Cell<'a> {
            Read(ReadingFields<'a>),
            Refused(ErrorsAnswer),
        }
        #[derive(Serialize)]
        struct Answer<'a> {
            outcome: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            style: Option<Style>,
            cells: Vec<Cell<'a>>,
        }
        let cells = self.column.cells.iter().enumerate().map(|(index, cell)| match cell {
            Ok(reading) => Cell::Read(fields(reading)),
            Err(error) => Cell::Refused(ErrorsAnswer {
                errors: error.clone().at(index).within("texts").into(),
                language: self.language,
            }),
        });
        Answer { outcome: "computed", style: self.column.style, cells: cells.collect() }.serialize(serializer)
    }
}

choices! {
    /// What a number stands for.
    enum FormWord {
        /// A bare number.
        Number = "number" | "angka",
        /// An amount of money.
        Rupiah = "rupiah",
        /// A percentage.
        Percent = "percent" | "persen",
    }
}

impl From<FormWord> for Form {
    fn from(word: FormWord) -> Self {
        match word {
            FormWord::Number => Self::Number,
            FormWord::Rupiah => Self::Rupiah,
            FormWord::Percent => Self::Percent,
        }
    }
}

/// What `write_number` and `in_words` give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextAnswer {
    outcome: &'static str,
    /// The text.
    pub text: String,
}

impl TextAnswer {
    fn new(text: String) -> Self {
        Self { outcome: "computed", text }
    }
}

/// Numbers of programs are plain; a text of a person comes with its style.
fn value(f: &mut Fields<'_>) -> Option<Number> {
    let style = f
        .optional(&["value_style", "gaya_nilai"], style)
        .map_or(ReadStyle::Declared(Style::Plain), ReadStyle::Declared);
    f.required(&["value", "nilai"], |p| input::one_number(p, style))
}

pub(super) fn write_number(call: &Call) -> Result<TextAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let style = f.optional(&["style", "gaya"], style).unwrap_or(style_of(options.language));
    let form = f.optional(&["form", "bentuk"], FormWord::read).unwrap_or(FormWord::Number);
    let value = value(&mut f);
    f.done(|| value.map(|value| TextAnswer::new(write(value, style, form.into()))))
}

pub(super) fn in_words(call: &Call) -> Result<TextAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let form = f.optional(&["form", "bentuk"], FormWord::read).unwrap_or(FormWord::Number);
    let value = value(&mut f);
    let text = value.and_then(|value| {
        let words = match form {
            FormWord::Rupiah => crate::number::rupiah_in_words(value).map_err(|e| e.within("value")),
            FormWord::Percent => Ok(format!("{} persen", crate::number::in_words(value))),
            FormWord::Number => Ok(crate::number::in_words(value)),
        };
        f.problems().note(words)
    });
    f.done(|| text.map(TextAnswer::new))
}
