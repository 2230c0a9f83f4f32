//! `read_number`, `write_number`.

use super::options::read_style;
use super::{Call, Options};
use crate::error::Errors;
use crate::explain::style_of;
use crate::measure::written;
use crate::number::{Content, Form, Number, ReadStyle, Reading, Style, write};
use crate::plain::{Fields, Plain, choices, choose, serialize_as_plain};
use crate::prelude::*;

/// What `read_number` gives: the value and everything that stands around it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumberAnswer {
    /// What was read.
    pub reading: Reading,
}

/// A reading as data.
pub(super) fn reading(reading: &Reading) -> Plain {
    let mut record = super::computed();
    match reading.content {
        Content::Number(value) => {
            record.text("state", "number");
            record.put("value", value);
        }
        Content::Range { low, high } => {
            record.text("state", "range");
            record.put("low", low);
            record.put("high", high);
        }
        Content::Bound { relation, value } => {
            record.text("state", "bound");
            record.put("value", value);
            record.text("relation", relation.as_str());
        }
        Content::Blank => record.text("state", "blank"),
        Content::Dash => record.text("state", "dash"),
        Content::NotAvailable => record.text("state", "not_available"),
        Content::Words => record.text("state", "words"),
    }
    record.maybe("style", reading.style.map(Style::as_str));
    record.maybe("rupiah", reading.rupiah.then_some(true));
    record.maybe("percent", reading.percent.then_some(true));
    record.maybe("unit", reading.unit.as_ref());
    record.maybe("annotation", reading.annotation.as_ref());
    record.maybe("footnote", reading.footnote.as_ref());
    Plain::Record(record)
}

impl From<&ReadNumberAnswer> for Plain {
    fn from(answer: &ReadNumberAnswer) -> Self {
        reading(&answer.reading)
    }
}

pub(super) fn read_number(call: &Call) -> Result<ReadNumberAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let style = read_style(&mut f);
    let reading = f.required(&["text", "teks"], |p| written::reading(p, style));
    f.done(|| reading.map(|reading| ReadNumberAnswer { reading }))
}

choices! {
    /// What a number stands for.
    pub(super) enum FormWord {
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

/// What `write_number` gives, and `in_words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAnswer {
    /// The text.
    pub text: String,
}

impl From<&TextAnswer> for Plain {
    fn from(answer: &TextAnswer) -> Self {
        let mut record = super::computed();
        record.text("text", &answer.text);
        Self::Record(record)
    }
}

serialize_as_plain!(ReadNumberAnswer, TextAnswer);
/// Numbers of programs are plain; a text of a person comes with its style.
pub(super) fn value(f: &mut Fields<'_>) -> Option<Number> {
    let style = f
        .optional(&["value_style", "gaya_nilai"], choose)
        .map_or(ReadStyle::Declared(Style::Plain), ReadStyle::Declared);
    f.required(&["value", "nilai"], |p| written::one_number(p, style))
}

pub(super) fn write_number(call: &Call) -> Result<TextAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let style = f.optional(&["style", "gaya"], choose).unwrap_or(style_of(options.language));
    let form = f.optional(&["form", "bentuk"], choose::<FormWord>).unwrap_or(FormWord::Number);
    let value = value(&mut f);
    f.done(|| value.map(|value| TextAnswer { text: write(value, style, form.into()) }))
}
