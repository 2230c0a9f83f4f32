//! Which style reads the digits, and what is said when none or two do.

use super::Content;
use super::candidates::candidates;
use super::digits::{Canonical, canonical};
use super::signs::trim;
use super::surroundings::{Around, Figure, Figures, Sign};
use crate::error::{Code, Error};
use crate::number::{Number, Ratio, ReadStyle, Style};
use crate::prelude::*;
use crate::text::concat;

/// The most decimal places of rupiah.
const SEN: usize = 2;

/// How much of a text an error repeats.
const QUOTED: usize = 80;

/// The styles in which people write. What is plain is international too.
const STYLES: [Style; 2] = [Style::Indonesian, Style::International];

/// Why digits have no value in a style.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Form,
    TooLong,
}

/// What the styles read: one content, or two between which only the other cells of a column can choose.
pub(super) enum Cell<'a> {
    /// In the style that its marks have, if it has any.
    One(Around<'a>, Content, Option<Style>),
    Two {
        around: Around<'a>,
        indonesian: Content,
        international: Content,
    },
    Refused(Error),
}

/// Reads in the declared style if that can read it, else in the styles of people.
pub(super) fn choose<'a>(text: &str, figures: &Figures<'a>, style: ReadStyle) -> Result<Cell<'a>, Error> {
    if !is_certain(figures) {
        return Err(malformed(text, figures, style));
    }
    let one = |content, style| check_order(&content).map(|()| Cell::One(figures.around, content, style));
    if let ReadStyle::Declared(style) = style
        && let Ok((content, marked)) = content(figures, style)
    {
        return one(content, marked.then_some(style));
    }
    let indonesian = content(figures, Style::Indonesian);
    if let Ok((content, false)) = indonesian {
        // Without marks all styles read alike.
        return one(content, None);
    }
    match (indonesian, content(figures, Style::International)) {
        (Ok((indonesian, _)), Ok((international, _))) if indonesian != international => {
            Ok(Cell::Two { around: figures.around, indonesian, international })
        }
        (Ok((content, _)), _) => one(content, Some(Style::Indonesian)),
        (_, Ok((content, _))) => one(content, Some(Style::International)),
        (Err(Fault::Form), Err(Fault::Form)) => Err(malformed(text, figures, style)),
        _ => Err(quote(Code::NumberTooLong, text)),
    }
}

/// An error about a text that is well formed in some style, with what it is there.
pub(super) fn undecided(code: Code, text: &str, contents: &[Content]) -> Error {
    let mut values = Vec::new();
    for content in contents {
        values.push(match content {
            Content::Number(value) | Content::Bound { value, .. } => canonical_text(*value),
            Content::Range { low, high } => concat(&[&canonical_text(*low), "-", &canonical_text(*high)]),
            Content::Blank | Content::Dash | Content::NotAvailable | Content::Words => continue,
        });
    }
    quote(code, text).numbers("candidates", &values)
}

/// Refuses a range whose ends are the wrong way round.
pub(super) fn check_order(content: &Content) -> Result<(), Error> {
    match content {
        Content::Range { low, high } if low > high => {
            Err(Error::new(Code::RangeReversed).number("low", *low).number("high", *high))
        }
        _ => Ok(()),
    }
}

/// An error about a text, which it repeats as far as a message can hold it.
pub(super) fn quote(code: Code, text: &str) -> Error {
    let text = trim(text);
    let mut quoted = String::new();
    for sign in text.chars().take(QUOTED) {
        quoted.push(sign);
    }
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    Error::new(code).text("text", &quoted)
}

/// The content, and whether its digits have marks that the style decides about.
fn content(figures: &Figures<'_>, style: Style) -> Result<(Content, bool), Fault> {
    let (value, mut marked) = number(&figures.first, figures, style)?;
    let content = match (&figures.second, figures.relation) {
        (Some(second), _) => {
            let (high, of_high) = number(second, figures, style)?;
            marked |= of_high;
            Content::Range { low: value, high }
        }
        (None, Some(relation)) => Content::Bound { relation, value },
        (None, None) => Content::Number(value),
    };
    Ok((content, marked))
}

fn number(figure: &Figure<'_>, figures: &Figures<'_>, style: Style) -> Result<(Number, bool), Fault> {
    let digits = canonical(figure.digits, style).ok_or(Fault::Form)?;
    if most_places(figure, figures).is_some_and(|most| digits.places > most) {
        return Err(Fault::Form);
    }
    Ok((value(digits, figure).ok_or(Fault::TooLong)?, digits.marked))
}

/// Rupiah have at most two decimals, so `Rp 1.250` is no decimal. "Rp 1,125 juta" has more, and rightly.
fn most_places(figure: &Figure<'_>, figures: &Figures<'_>) -> Option<usize> {
    (figures.around.rupiah && figure.power == 0).then_some(SEN)
}

fn value(digits: Canonical, figure: &Figure<'_>) -> Option<Number> {
    digits.number(figure.power, figure.sign == Sign::Minus)
}

/// Whether the text leaves nothing open that no style can decide: a doubtful sign, something behind the number
/// that is not understood, or a magnitude that only the second end of a range has ("1-2 juta").
fn is_certain(figures: &Figures<'_>) -> bool {
    let Figures { first, second, .. } = figures;
    let second_is_certain = match second {
        Some(second) => second.sign != Sign::Unsure && (second.power == 0 || first.power > 0),
        None => true,
    };
    figures.sound && first.sign != Sign::Unsure && second_is_certain
}

fn malformed(text: &str, figures: &Figures<'_>, style: ReadStyle) -> Error {
    let first = &figures.first;
    let mut values = meanings(first, figures, style);
    if let Some(second) = &figures.second {
        let shared = meanings(&Figure { power: second.power, ..*first }, figures, style);
        let highs = meanings(second, figures, style);
        let mut ranges = Vec::new();
        for lows in &[shared, values] {
            if let (Some(low), Some(high)) = (lows.first(), highs.first()) {
                add(&mut ranges, concat(&[low, "-", high]));
            }
        }
        values = ranges;
    }
    // Digits that come near to no number that is held are too many.
    if values.is_empty() {
        return quote(Code::NumberTooLong, text);
    }
    quote(Code::MalformedNumber, text).numbers("candidates", &values)
}

/// What one number may mean: its values in the styles, else what its digits come near to.
fn meanings(figure: &Figure<'_>, figures: &Figures<'_>, style: ReadStyle) -> Vec<String> {
    let mut texts = Vec::new();
    let meant = |style| number(figure, figures, style).ok().map(|(number, _)| number);
    if let ReadStyle::Declared(style) = style {
        add_meanings(&mut texts, meant(style), figure);
    }
    if texts.is_empty() {
        for style in STYLES {
            add_meanings(&mut texts, meant(style), figure);
        }
    }
    if texts.is_empty() {
        for digits in candidates(figure.digits, most_places(figure, figures)) {
            let meant = canonical(&digits, Style::Plain).and_then(|digits| value(digits, figure));
            add_meanings(&mut texts, meant, figure);
        }
    }
    texts
}

fn add_meanings(texts: &mut Vec<String>, number: Option<Number>, figure: &Figure<'_>) {
    if let Some(number) = number {
        add(texts, canonical_text(number));
        if figure.sign == Sign::Unsure {
            add(texts, canonical_text(number.negated()));
        }
    }
}

fn add(texts: &mut Vec<String>, text: String) {
    if !texts.contains(&text) {
        texts.push(text);
    }
}

/// Without zeros at the end: they would tell the candidates apart in no way that matters.
fn canonical_text(number: Number) -> String {
    Ratio::from(number).expand(number.places()).text()
}
