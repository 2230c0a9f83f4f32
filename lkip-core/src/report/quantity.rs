//! A number as a document writes it.

use crate::error::Errors;
use crate::measure::written;
use crate::number::{Content, Form, Number, ReadStyle, Reading, Style, write};
use crate::plain::{Data, Definitions, Plain, Record};
use crate::prelude::*;

/// A number as a document writes it, with everything that stands around it: `3,0885 *)`, `66,00 (peringkat 4)`,
/// `Rp. 2.100.000,-`, `-`.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// As it is written.
    written: Plain,
    reading: Reading,
}

impl Quantity {
    /// What was read.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The number; nothing for a blank, a dash and what is not available.
    #[must_use]
    pub fn value(&self) -> Option<Number> {
        match self.reading.content {
            Content::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether a blank or a dash stands in its place.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self.reading.content, Content::Blank | Content::Dash)
    }

    /// The amount of money: a dash says that there is none, which a blank and "NA" do not.
    #[must_use]
    pub fn amount(&self) -> Option<Number> {
        match self.reading.content {
            Content::Dash => Some(Number::ZERO),
            _ => self.value(),
        }
    }

    /// Whether it is a percentage.
    pub(crate) fn is_percent(&self) -> bool {
        self.reading.percent && matches!(self.reading.content, Content::Number(_))
    }

    /// As it is written.
    pub(crate) fn written(&self) -> &Plain {
        &self.written
    }
}

/// The same text may have been a number: then nothing was read around it.
impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written && self.reading.content == other.reading.content
    }
}

/// A decimal number that a program hands over, as a text of the document would write it: a document that is written
/// and read again says the same.
fn in_style(plain: &Plain, style: ReadStyle) -> Plain {
    match plain {
        Plain::Number(number) if number.places() > 0 => {
            let style = match style {
                ReadStyle::Declared(style) => style,
                ReadStyle::Detect => Style::Plain,
            };
            Plain::Text(write(*number, style, Form::Number))
        }
        Plain::Record(ends) => {
            Plain::Record(ends.iter().map(|(name, end)| (name.to_owned(), in_style(end, style))).collect())
        }
        other => as_text(other),
    }
}

impl Data for Quantity {
    fn blank() -> Self {
        Self { written: Plain::Null, reading: Reading::of(Content::Blank) }
    }

    fn fill(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        let reading = written::reading(plain, style)?;
        let is_value =
            matches!(reading.content, Content::Number(_) | Content::Blank | Content::Dash | Content::NotAvailable);
        if !is_value {
            // Ranges, bounds and words are no quantity; the error says which of them it is.
            reading.number(&written::text_of(plain))?;
        }
        *self = Self { written: in_style(plain, style), reading };
        Ok(())
    }

    fn write(&self) -> Plain {
        self.written.clone()
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        definitions.refer("quantity", |_| {
            let mut record = Record::new();
            record.text("description", "A number as people write it, in the style of the document, or a whole number.");
            record.push("type", Plain::List(["string", "integer"].map(Plain::from).to_vec()));
            record
        })
    }
}

/// Data with every whole number as the text that it is written as: a document comes back the same, however it was given.
pub(crate) fn as_text(plain: &Plain) -> Plain {
    match plain {
        Plain::Number(number) => Plain::Text(number.text()),
        Plain::Count(count) => Plain::Text(crate::text::count(*count)),
        Plain::List(list) => Plain::List(each(list, &mut as_text)),
        Plain::Record(record) => {
            let mut written = Record::new();
            for (name, value) in record {
                written.push(name, as_text(value));
            }
            Plain::Record(written)
        }
        other => other.clone(),
    }
}

/// What a target may be: one number, a range, a bound that the polarity gives a meaning, or nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetText(pub(crate) Plain);

impl TargetText {
    /// The number, where it is one.
    pub(crate) fn number(&self, style: Option<Style>) -> Option<Number> {
        let style = style.map_or(ReadStyle::Detect, ReadStyle::Declared);
        match written::reading(&self.0, style).ok()?.content {
            Content::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Data for TargetText {
    fn blank() -> Self {
        Self(Plain::Null)
    }

    fn fill(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        // It can only be understood with the polarity of its indicator, which the check of the report does.
        self.0 = in_style(plain, style);
        Ok(())
    }

    fn write(&self) -> Plain {
        self.0.clone()
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        definitions.refer("target", |definitions| {
            let quantity = <Quantity as Data>::schema(definitions);
            let mut range = Record::new();
            let ends = [["low", "batas_bawah"], ["high", "batas_atas"]];
            for end in ends.as_flattened() {
                range.push(end, quantity.clone());
            }
            let mut object = Record::from([("type".to_owned(), Plain::from("object"))]);
            object.push("properties", Plain::Record(range));
            object.push("additionalProperties", Plain::Bool(false));
            let mut record = Record::new();
            record
                .text("description", "A number, a range (\"80-90\", or its two ends), or a bound (\"minimal 85 %\").");
            record.push("anyOf", Plain::List(vec![quantity, Plain::Record(object)]));
            record
        })
    }
}
