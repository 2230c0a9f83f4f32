//! What stands around the digits: marks, units, footnotes, annotations, bounds and ranges.
//!
//! Nothing here depends on the style, and each sign of the text is looked at a bounded number of times.

use super::digits::all_digits;
use super::signs::{
    BOUNDED, BOUNDS, BOUNDS_BEHIND, MAGNITUDES, NOT_AVAILABLE, NOT_FINITE, PERCENT, RUPIAH, RUPIAH_BEHIND,
    RUPIAH_MAGNITUDES, UP_TO, after_any, after_kind, after_sign, ends, find, is_blank, is_dash, is_digit,
    is_foreign_digit, is_letter, is_separator, skip_blanks, starts, trim,
};
use super::{Content, Reading, Relation};
use crate::error::Code;
use crate::prelude::*;
use crate::text::{before, skip, skip_back};

/// A text taken apart.
pub(super) enum Layout<'a> {
    /// No digits to read: the state is the reading.
    State(Reading),
    /// Digits, to be read in a style.
    Figures(Figures<'a>),
    /// No number in any style.
    Refused(Code),
}

/// One number, or the two ends of a range, with what stands around them.
pub(super) struct Figures<'a> {
    pub(super) relation: Option<Relation>,
    pub(super) first: Figure<'a>,
    pub(super) second: Option<Figure<'a>>,
    /// The reading, but for its content and style.
    pub(super) around: Reading,
    /// Whether everything around the digits is understood.
    pub(super) sound: bool,
}

/// The digits of one number with their separators, sign and magnitude.
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    pub(super) digits: &'a str,
    pub(super) sign: Sign,
    /// The power of ten that a word behind the digits stands for: 6 for "juta".
    pub(super) power: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    /// Brackets around it, or a dash at a distance: perhaps a minus, perhaps not.
    Unsure,
}

/// How many words a unit may have; more are a sentence.
const UNIT_WORDS: usize = 4;

pub(super) fn lay_out(text: &str) -> Layout<'_> {
    let text = trim(text);
    if let Some(inner) = in_brackets(text) {
        match lay_out_open(trim(inner)) {
            Layout::Figures(mut figures) if figures.sound => {
                figures.first.sign = Sign::Unsure;
                return Layout::Figures(figures);
            }
            Layout::State(reading) => return Layout::State(reading),
            _ => {}
        }
    }
    lay_out_open(text)
}

fn in_brackets(text: &str) -> Option<&str> {
    after_sign(text, '(')?.strip_suffix(')')
}

fn lay_out_open(text: &str) -> Layout<'_> {
    if after_any(skip(text, is_sign), NOT_FINITE) == Some("") {
        return Layout::Refused(Code::NotFinite);
    }
    let mut around = Reading::of(Content::Words);
    let (mut relation, number) = bound(text);
    let Some((first, mut rest)) = figure(number, &mut around) else {
        return state(text);
    };
    let mut second = None;
    if relation.is_none()
        && let Some((end, behind)) = range_end(rest, &mut around)
    {
        second = Some(end);
        rest = behind;
    }
    let unread = surroundings(rest, &mut around);
    if is_prose(text, unread) {
        return Layout::State(Reading::of(Content::Words));
    }
    if unread.chars().any(is_any_digit) {
        return Layout::Refused(Code::NotANumber);
    }
    if relation.is_none() && second.is_none() {
        relation = bound_behind(&mut around);
    }
    Layout::Figures(Figures { relation, first, second, around, sound: unread.is_empty() })
}

fn is_sign(sign: char) -> bool {
    is_dash(sign) || sign == '+'
}

fn is_any_digit(sign: char) -> bool {
    is_digit(sign) || is_foreign_digit(sign)
}

/// A bound before the number: `< 20`, `minimal 85%`, `Realisasi minimal 85%`.
fn bound(text: &str) -> (Option<Relation>, &str) {
    let start = after_any(text, BOUNDED).map_or(text, skip_blanks);
    match find(start, BOUNDS) {
        Some((relation, rest)) => (Some(relation), skip_blanks(rest)),
        None => (None, text),
    }
}

/// A bound behind the number, which so far passes for its unit: `85 ke atas`.
fn bound_behind(around: &mut Reading) -> Option<Relation> {
    match find(around.unit.as_deref()?, BOUNDS_BEHIND) {
        Some((relation, "")) => {
            around.unit = None;
            Some(relation)
        }
        _ => None,
    }
}

/// The number that the text starts with, and what follows it.
fn figure<'a>(text: &'a str, around: &mut Reading) -> Option<(Figure<'a>, &'a str)> {
    let (mut sign, mut rest) = sign(text);
    if let Some(amount) = rupiah_before(rest) {
        around.rupiah = true;
        let (inner, amount) = self::sign(amount);
        if sign == Sign::Plus {
            sign = inner;
        }
        rest = amount;
    }
    let (digits, mut rest) = digits(rest)?;
    // Behind most numbers there is nothing to compare with words.
    if rest.is_empty() {
        return Some((Figure { digits, sign, power: 0 }, rest));
    }
    if let Some(end) = rupiah_end(rest) {
        around.rupiah = true;
        rest = end;
    }
    let (power, mut rest) = magnitude(rest, around.rupiah);
    if let Some(end) = percent(skip_blanks(rest)) {
        around.percent = true;
        rest = end;
    }
    Some((Figure { digits, sign, power }, rest))
}

/// A minus sign stands at the number; a dash at a distance may as well be a bullet.
fn sign(text: &str) -> (Sign, &str) {
    match after_kind(text, is_dash) {
        Some(rest) if starts(rest, is_blank) => (Sign::Unsure, skip_blanks(rest)),
        Some(rest) => (Sign::Minus, rest),
        None => (Sign::Plus, after_sign(text, '+').unwrap_or(text)),
    }
}

fn rupiah_before(text: &str) -> Option<&str> {
    let rest = after_any(text, RUPIAH)?;
    Some(skip_blanks(after_sign(rest, '.').unwrap_or(rest)))
}

/// Digits with the separators and blanks between them.
fn digits(text: &str) -> Option<(&str, &str)> {
    if !starts(after_kind(text, is_separator).unwrap_or(text), is_digit) {
        return None;
    }
    let rest = skip(text, is_digit_or_between);
    let digits = skip_back(before(text, rest), is_between);
    // In "3,0885 1)" the last digit is a footnote.
    let closed = if rest.starts_with(')') { digits.rsplit_once(is_blank) } else { None };
    let digits = match closed {
        Some((front, mark)) if is_footnote(mark, rest) => skip_back(front, is_between),
        _ => digits,
    };
    Some((digits, text.strip_prefix(digits)?))
}

fn is_digit_or_between(sign: char) -> bool {
    is_digit(sign) || is_between(sign)
}

fn is_between(sign: char) -> bool {
    is_separator(sign) || is_blank(sign)
}

fn is_footnote(mark: &str, rest: &str) -> bool {
    rest.starts_with(')') && mark.len() <= 2 && all_digits(mark)
}

/// `,-` closes an amount of rupiah.
fn rupiah_end(text: &str) -> Option<&str> {
    let text = skip_blanks(text);
    let rest = match after_sign(text, ',') {
        Some(rest) => skip_blanks(rest),
        None => after_sign(text, '.')?,
    };
    let end = skip(rest, is_rupiah_end);
    (end.len() < rest.len()).then_some(end)
}

fn is_rupiah_end(sign: char) -> bool {
    is_dash(sign) || sign == '='
}

fn magnitude(text: &str, rupiah: bool) -> (u32, &str) {
    let word = skip_blanks(text);
    let found = match find(word, MAGNITUDES) {
        None if rupiah => find(word, RUPIAH_MAGNITUDES),
        found => found,
    };
    found.unwrap_or((0, text))
}

fn percent(text: &str) -> Option<&str> {
    match after_sign(text, '%') {
        None => after_any(text, PERCENT),
        rest => rest,
    }
}

/// The high end of a range: `-100%`, `s.d. 90`.
fn range_end<'a>(text: &'a str, around: &mut Reading) -> Option<(Figure<'a>, &'a str)> {
    let text = skip_blanks(text);
    let end = match after_any(text, UP_TO) {
        Some(rest) => skip_blanks(rest),
        // A second dash would be a sign, or the two hyphens that stand for one dash.
        None => Some(skip_blanks(after_kind(text, is_dash)?)).filter(|end| !starts(end, is_dash))?,
    };
    figure(end, around)
}

/// Takes what stands behind a number, in any order, each once. What is left is not understood.
fn surroundings<'a>(text: &'a str, around: &mut Reading) -> &'a str {
    let mut rest = text;
    loop {
        let start = skip_blanks(rest);
        if start.is_empty() {
            return start;
        }
        let attached = start.len() == text.len();
        match surrounding(start, attached, around) {
            Some(behind) => rest = behind,
            None => return start,
        }
    }
}

fn surrounding<'a>(text: &'a str, attached: bool, around: &mut Reading) -> Option<&'a str> {
    if !around.percent
        && let Some(rest) = percent(text)
    {
        around.percent = true;
        return Some(rest);
    }
    if around.footnote.is_none()
        && let Some(rest) = footnote(text)
    {
        around.footnote = Some(before(text, rest).to_owned());
        return Some(rest);
    }
    if around.annotation.is_none()
        && let Some((note, rest)) = annotation(text)
    {
        around.annotation = Some(trim(note).to_owned());
        return Some(rest);
    }
    if around.unit.is_some() {
        return None;
    }
    let (unit, rest) = unit(text, attached)?;
    if after_any(unit, RUPIAH_BEHIND) == Some("") {
        around.rupiah = true;
    } else {
        around.unit = Some(unit.to_owned());
    }
    Some(rest)
}

/// `*`, `**`, `*)`, `1)`.
fn footnote(text: &str) -> Option<&str> {
    let rest = skip(text, is_star);
    if rest.len() < text.len() {
        return Some(after_sign(rest, ')').unwrap_or(rest));
    }
    let rest = skip(text, is_digit);
    is_footnote(before(text, rest), rest).then(|| after_sign(rest, ')')).flatten()
}

fn is_star(sign: char) -> bool {
    sign == '*'
}

/// What stands in brackets, up to the one that closes the first.
fn annotation(text: &str) -> Option<(&str, &str)> {
    let mut signs = text.chars();
    let (open, close) = match signs.next()? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let inner = signs.as_str();
    let mut depth = 1_usize;
    loop {
        let end = signs.as_str();
        let sign = signs.next()?;
        if sign == open {
            depth += 1;
        } else if sign == close {
            depth -= 1;
            if depth == 0 {
                return Some((before(inner, end), signs.as_str()));
            }
        }
    }
}

/// `orang`, `kab./ Kota`, `m2`, `/tahun`: a few words without a number among them.
fn unit(text: &str, attached: bool) -> Option<(&str, &str)> {
    if !starts(after_sign(text, '/').unwrap_or(text), is_letter) {
        return None;
    }
    let mut rest = skip(text, is_of_unit);
    let name = before(text, rest);
    // The digits of a footnote stand apart: "12 orang 1)". Those of "m2" belong to the unit.
    if starts(rest, is_digit) && !ends(name, is_blank) {
        // The power of "1e5" and the base of "0x1F" are no units.
        let metres = ends(name, |sign| matches!(sign, 'm' | 'M'));
        if attached && !metres || matches!(skip_back(name, is_dash), "e" | "E") {
            return None;
        }
        rest = skip(rest, is_digit);
    }
    let unit = trim(before(text, rest));
    (unit.chars().filter(|sign| is_blank(*sign)).count() < UNIT_WORDS).then_some((unit, rest))
}

fn is_of_unit(sign: char) -> bool {
    is_letter(sign) || is_blank(sign) || is_dash(sign) || matches!(sign, '.' | '/' | '&' | '\'' | '²' | '³')
}

/// A text without a number of its own.
fn state(text: &str) -> Layout<'_> {
    let mut around = Reading::of(Content::Blank);
    let mut rest = text;
    if let Some(amount) = rupiah_before(text) {
        around.rupiah = true;
        rest = amount;
    }
    let behind = match after_any(rest, NOT_AVAILABLE) {
        Some(behind) => {
            around.content = Content::NotAvailable;
            behind
        }
        None if starts(rest, is_dash) => {
            around.content = Content::Dash;
            skip(rest, is_dash_or_blank)
        }
        // A form prints the mark and leaves the place of the number free.
        None => {
            around.percent = rest == "%";
            if around.percent { "" } else { rest }
        }
    };
    let empty = around.content == Content::Blank && !behind.is_empty();
    if !empty && surroundings(behind, &mut around).is_empty() && around.unit.is_none() {
        return Layout::State(around);
    }
    if starts(skip(text, is_opening), is_letter) {
        Layout::State(Reading::of(Content::Words))
    } else {
        Layout::Refused(Code::NotANumber)
    }
}

fn is_dash_or_blank(sign: char) -> bool {
    is_dash(sign) || is_blank(sign)
}

/// Signs before the first letter of a label: quotes, brackets, bullets.
fn is_opening(sign: char) -> bool {
    is_dash_or_blank(sign) || matches!(sign, '(' | '[' | '"' | '\'' | '“' | '‘' | '•' | '<' | '>' | '≤' | '≥')
}

/// Whether a text that starts with a number is a remark: an item of a list, or words in a row.
fn is_prose(text: &str, unread: &str) -> bool {
    match unread.chars().next() {
        None | Some('(' | '[') => return false,
        Some('.' | ')') => {
            let item = skip(unread, |sign| matches!(sign, '.' | ')'));
            if starts(item, is_blank) && starts(skip_blanks(item), is_letter) {
                return true;
            }
        }
        Some(_) => {}
    }
    let (mut words, mut letters) = (0, 0);
    for sign in text.chars() {
        if is_blank(sign) {
            letters = 0;
        } else if is_letter(sign) {
            letters += 1;
            if letters == 2 {
                words += 1;
            }
        }
    }
    words > 1
}
