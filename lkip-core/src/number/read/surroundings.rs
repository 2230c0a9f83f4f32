//! What stands around the digits: marks, units, footnotes, annotations, bounds and ranges.
//!
//! Nothing here depends on the style, and each sign of the text is looked at a bounded number of times.

use super::digits::all_digits;
use super::signs::{
    BOUNDED, BOUNDS, BOUNDS_BEHIND, MAGNITUDES, NOT_AVAILABLE, NOT_FINITE, PERCENT, RUPIAH, RUPIAH_BEHIND,
    RUPIAH_MAGNITUDES, UP_TO, after_kind, after_sign, ends, is_blank, is_dash, is_digit, is_foreign_digit, is_letter,
    is_separator, skip_blanks, starts, trim,
};
use super::{Content, Reading, Relation};
use crate::error::Code;
use crate::number::Style;
use crate::prelude::*;
use crate::text::{before, skip, skip_back};

/// A text taken apart.
#[derive(Debug, PartialEq)]
pub(super) enum Layout<'a> {
    /// No digits to read, but a state.
    State(Content, Around<'a>),
    /// Digits, to be read in a style.
    Figures(Figures<'a>),
    /// No number in any style.
    Refused(Code),
}

/// What a [`Reading`] has besides its content and style.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Around<'a> {
    pub(super) rupiah: bool,
    pub(super) percent: bool,
    unit: Option<&'a str>,
    annotation: Option<&'a str>,
    footnote: Option<&'a str>,
}

impl Around<'_> {
    pub(super) fn reading(&self, content: Content, style: Option<Style>) -> Reading {
        Reading {
            content,
            style,
            rupiah: self.rupiah,
            percent: self.percent,
            unit: self.unit.map(str::to_owned),
            annotation: self.annotation.map(str::to_owned),
            footnote: self.footnote.map(str::to_owned),
        }
    }
}

/// One number, or the two ends of a range, with what stands around them.
#[derive(Debug, PartialEq)]
pub(super) struct Figures<'a> {
    pub(super) relation: Option<Relation>,
    pub(super) first: Figure<'a>,
    pub(super) second: Option<Figure<'a>>,
    pub(super) around: Around<'a>,
    /// Whether everything around the digits is understood.
    pub(super) sound: bool,
}

/// The digits of one number with their separators, sign and magnitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure<'a> {
    pub(super) digits: &'a str,
    pub(super) sign: Sign,
    /// The power of ten that a word behind the digits stands for: 6 for "juta".
    pub(super) power: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    /// Brackets around it, or a dash at a distance: perhaps a minus, perhaps not.
    Unsure,
}

/// How many words a unit may have; more are a sentence.
const UNIT_WORDS: usize = 4;

pub(super) fn lay_out(text: &str) -> Layout<'_> {
    match bare(text) {
        Some(figures) => Layout::Figures(figures),
        None => lay_out_any(text),
    }
}

/// A number with nothing around it but the mark of rupiah, as most texts are: what [`lay_out_any`] finds too, once it has
/// looked for everything else.
fn bare(text: &str) -> Option<Figures<'_>> {
    let amount = rupiah_before(text);
    let signed = amount.unwrap_or(text);
    let unsigned = after_sign(signed, '-');
    let digits = unsigned.unwrap_or(signed);
    let has_ends = matches!(digits.as_bytes(), [b'0'..=b'9', .., b'0'..=b'9'] | [b'0'..=b'9']);
    if !has_ends || !digits.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'.' | b',')) {
        return None;
    }
    let first = Figure { digits, sign: if unsigned.is_some() { Sign::Minus } else { Sign::Plus }, power: 0 };
    let around = Around { rupiah: amount.is_some(), ..Around::default() };
    Some(Figures { relation: None, first, second: None, around, sound: true })
}

fn lay_out_any(text: &str) -> Layout<'_> {
    let text = trim(text);
    if let Some(inner) = in_brackets(text) {
        match lay_out_open(trim(inner)) {
            Layout::Figures(mut figures) if figures.sound => {
                figures.first.sign = Sign::Unsure;
                return Layout::Figures(figures);
            }
            Layout::State(state, around) => return Layout::State(state, around),
            _ => {}
        }
    }
    lay_out_open(text)
}

fn in_brackets(text: &str) -> Option<&str> {
    after_sign(text, '(')?.strip_suffix(')')
}

fn lay_out_open(text: &str) -> Layout<'_> {
    if NOT_FINITE.after(skip(text, is_sign)) == Some("") {
        return Layout::Refused(Code::NotFinite);
    }
    let mut around = Around::default();
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
        return Layout::State(Content::Words, Around::default());
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
    let start = BOUNDED.after(text).map_or(text, skip_blanks);
    match BOUNDS.find(start) {
        Some((relation, rest)) => (Some(relation), skip_blanks(rest)),
        None => (None, text),
    }
}

/// A bound behind the number, which so far passes for its unit: `85 ke atas`.
fn bound_behind(around: &mut Around<'_>) -> Option<Relation> {
    match BOUNDS_BEHIND.find(around.unit?) {
        Some((relation, "")) => {
            around.unit = None;
            Some(relation)
        }
        _ => None,
    }
}

/// The number that the text starts with, and what follows it.
fn figure<'a>(text: &'a str, around: &mut Around<'a>) -> Option<(Figure<'a>, &'a str)> {
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
    let rest = RUPIAH.after(text)?;
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

fn magnitude(text: &str, rupiah: bool) -> (usize, &str) {
    let word = skip_blanks(text);
    let found = match MAGNITUDES.find(word) {
        None if rupiah => RUPIAH_MAGNITUDES.find(word),
        found => found,
    };
    found.unwrap_or((0, text))
}

fn percent(text: &str) -> Option<&str> {
    match after_sign(text, '%') {
        None => PERCENT.after(text),
        rest => rest,
    }
}

/// The high end of a range: `-100%`, `s.d. 90`.
fn range_end<'a>(text: &'a str, around: &mut Around<'a>) -> Option<(Figure<'a>, &'a str)> {
    let text = skip_blanks(text);
    let end = match UP_TO.after(text) {
        Some(rest) => skip_blanks(rest),
        // A second dash would be a sign, or the two hyphens that stand for one dash.
        None => Some(skip_blanks(after_kind(text, is_dash)?)).filter(|end| !starts(end, is_dash))?,
    };
    figure(end, around)
}

/// Takes what stands behind a number, in any order, each once. What is left is not understood.
fn surroundings<'a>(text: &'a str, around: &mut Around<'a>) -> &'a str {
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

fn surrounding<'a>(text: &'a str, attached: bool, around: &mut Around<'a>) -> Option<&'a str> {
    if !around.percent
        && let Some(rest) = percent(text)
    {
        around.percent = true;
        return Some(rest);
    }
    if around.footnote.is_none()
        && let Some(rest) = footnote(text)
    {
        around.footnote = Some(before(text, rest));
        return Some(rest);
    }
    if around.annotation.is_none()
        && let Some((note, rest)) = annotation(text)
    {
        around.annotation = Some(trim(note));
        return Some(rest);
    }
    if around.unit.is_some() {
        return None;
    }
    let (unit, rest) = unit(text, attached)?;
    if RUPIAH_BEHIND.after(unit) == Some("") {
        around.rupiah = true;
    } else {
        around.unit = Some(unit);
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
    let (mut content, mut around) = (Content::Blank, Around::default());
    let mut rest = text;
    if let Some(amount) = rupiah_before(text) {
        around.rupiah = true;
        rest = amount;
    }
    let behind = match NOT_AVAILABLE.after(rest) {
        Some(behind) => {
            content = Content::NotAvailable;
            behind
        }
        None if starts(rest, is_dash) => {
            content = Content::Dash;
            skip(rest, is_dash_or_blank)
        }
        // A form prints the mark and leaves the place of the number free.
        None => {
            around.percent = rest == "%";
            if around.percent { "" } else { rest }
        }
    };
    let empty = content == Content::Blank && !behind.is_empty();
    if !empty && surroundings(behind, &mut around).is_empty() && around.unit.is_none() {
        return Layout::State(content, around);
    }
    if starts(skip(text, is_opening), is_letter) {
        Layout::State(Content::Words, Around::default())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::concat;

    /// Every text of a few such signs, and of the mark of rupiah with them behind it.
    #[test]
    fn bare_numbers_are_laid_out_as_any() {
        const SIGNS: [char; 12] = ['0', '1', '9', '.', ',', '-', '+', ' ', '%', '(', 'r', '\u{2212}'];
        let (mut texts, mut found) = (vec![String::new()], 0);
        for _ in 0..5 {
            let longer = texts.iter().flat_map(|text| SIGNS.map(|sign| text.clone() + &String::from(sign)));
            texts = longer.collect();
            for (front, text) in ["", "Rp", "Rp. ", "-Rp ", "IDR\u{a0}", "idr.", "rpx", "minimal "]
                .into_iter()
                .flat_map(|front| texts.iter().map(move |text| (front, text)))
            {
                let text = concat(&[front, text]);
                let Some(figures) = bare(&text) else { continue };
                assert_eq!(Layout::Figures(figures), lay_out_any(&text), "{text:?}");
                found += 1;
            }
        }
        assert!(found > 10_000, "{found}");
    }
}
