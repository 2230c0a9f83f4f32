//! Numbers in words (terbilang), as agreements and receipts print them.

use super::Number;
use crate::error::{Code, Error};
use crate::prelude::*;
use crate::text::split;

const DIGITS: [&str; 10] = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// The names of the groups of three digits from the right; together they name all 28 digits of a number.
const GROUPS: [&str; 10] =
    ["", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun", "sekstiliun", "septiliun", "oktiliun"];

/// A number in Indonesian words, with every decimal digit that it has.
///
/// ```
/// use lkip_core::Number;
/// use lkip_core::number::in_words;
/// let number: Number = "3.095".parse()?;
/// assert_eq!(in_words(number), "tiga koma nol sembilan lima");
/// assert_eq!(in_words(Number::from(1_001_000)), "satu juta seribu");
/// assert_eq!(in_words(Number::from(-15)), "minus lima belas");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[must_use]
#[doc(alias = "terbilang")]
pub fn in_words(number: Number) -> String {
    let canonical = number.text();
    let mut words = String::new();
    let unsigned = unsigned(&canonical, &mut words);
    let (whole, fraction) = split(unsigned, '.').unwrap_or((unsigned, ""));
    push_integer(&mut words, whole);
    if !fraction.is_empty() {
        push(&mut words, "koma");
        for digit in fraction.bytes() {
            push(&mut words, name(digit));
        }
    }
    words
}

/// An amount of rupiah in Indonesian words; two decimals are sen.
///
/// ```
/// use lkip_core::{Code, Number};
/// use lkip_core::number::rupiah_in_words;
/// let amount: Number = "50.5".parse()?;
/// assert_eq!(rupiah_in_words(amount)?, "lima puluh rupiah lima puluh sen");
/// let finer: Number = "50.505".parse()?;
/// assert_eq!(rupiah_in_words(finer).unwrap_err().code(), Code::TooManyDecimals);
/// # Ok::<(), lkip_core::Error>(())
/// ```
///
/// # Errors
///
/// [`Code::TooManyDecimals`] when there is less than a sen in the amount; zeros at the end do not count.
#[doc(alias = "terbilang")]
pub fn rupiah_in_words(amount: Number) -> Result<String, Error> {
    let canonical = amount.shortest().text();
    let mut words = String::new();
    let unsigned = unsigned(&canonical, &mut words);
    let (whole, sen) = split(unsigned, '.').unwrap_or((unsigned, ""));
    if sen.len() > 2 {
        return Err(Error::new(Code::TooManyDecimals).number("value", amount));
    }
    push_integer(&mut words, whole);
    push(&mut words, "rupiah");
    if !sen.is_empty() {
        // "5" behind the mark is fifty sen, "05" is five.
        let tens = if sen.len() == 1 { 10 } else { 1 };
        push_below_thousand(&mut words, value(sen.as_bytes()) * tens);
        push(&mut words, "sen");
    }
    Ok(words)
}

/// The canonical text without its sign, which is said first.
fn unsigned<'a>(canonical: &'a str, words: &mut String) -> &'a str {
    match canonical.strip_prefix('-') {
        Some(unsigned) => {
            push(words, "minus");
            unsigned
        }
        None => canonical,
    }
}

fn push_integer(words: &mut String, digits: &str) {
    if digits == "0" {
        return push(words, name(b'0'));
    }
    let mut left = digits.as_bytes();
    while !left.is_empty() {
        // The first group has the digits that the full groups behind it leave over.
        let group_index = (left.len() - 1) / 3;
        let (group, rest) = left.split_at_checked(left.len() - group_index * 3).unwrap_or((left, &[]));
        left = rest;
        push_group(words, value(group), group_index);
    }
}

fn push_group(words: &mut String, group: u16, group_index: usize) {
    match (group, group_index) {
        (0, _) => {}
        (1, 1) => push(words, "seribu"),
        _ => {
            push_below_thousand(words, group);
            push(words, GROUPS.get(group_index).copied().unwrap_or_default());
        }
    }
}

fn push_below_thousand(words: &mut String, number: u16) {
    match number {
        0 => {}
        1..=9 => push(words, digit_name(number)),
        10 => push(words, "sepuluh"),
        11 => push(words, "sebelas"),
        12..=19 => {
            push(words, digit_name(number - 10));
            push(words, "belas");
        }
        20..=99 => {
            push(words, digit_name(number / 10));
            push(words, "puluh");
            push_below_thousand(words, number % 10);
        }
        100..=199 => {
            push(words, "seratus");
            push_below_thousand(words, number - 100);
        }
        _ => {
            push(words, digit_name(number / 100));
            push(words, "ratus");
            push_below_thousand(words, number % 100);
        }
    }
}

fn value(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |value, digit| value * 10 + u16::from(digit - b'0'))
}

fn digit_name(digit: u16) -> &'static str {
    DIGITS.get(usize::from(digit)).copied().unwrap_or_default()
}

fn name(digit: u8) -> &'static str {
    digit_name(u16::from(digit - b'0'))
}

fn push(words: &mut String, word: &str) {
    if word.is_empty() {
        return;
    }
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(number: &str) -> String {
        in_words(number.parse().unwrap())
    }

    fn rupiah(amount: &str) -> Result<String, Code> {
        rupiah_in_words(amount.parse().unwrap()).map_err(|error| error.code())
    }

    #[test]
    fn integers() {
        for (number, expected) in [
            ("0", "nol"),
            ("1", "satu"),
            ("10", "sepuluh"),
            ("11", "sebelas"),
            ("12", "dua belas"),
            ("19", "sembilan belas"),
            ("20", "dua puluh"),
            ("21", "dua puluh satu"),
            ("100", "seratus"),
            ("101", "seratus satu"),
            ("110", "seratus sepuluh"),
            ("111", "seratus sebelas"),
            ("200", "dua ratus"),
            ("999", "sembilan ratus sembilan puluh sembilan"),
            ("1000", "seribu"),
            ("1100", "seribu seratus"),
            ("2000", "dua ribu"),
            ("11000", "sebelas ribu"),
            ("21000", "dua puluh satu ribu"),
            ("101000", "seratus satu ribu"),
            ("1000000", "satu juta"),
            ("1001001", "satu juta seribu satu"),
            ("1000000000", "satu miliar"),
            ("1000000000000", "satu triliun"),
            ("1000000000000000", "satu kuadriliun"),
            ("1000000000000000000", "satu kuintiliun"),
            ("1000000000000000000000", "satu sekstiliun"),
            ("1000000000000000000000000", "satu septiliun"),
            ("1000000000000000000000000000", "satu oktiliun"),
            ("1000000000000000000000001000", "satu oktiliun seribu"),
        ] {
            assert_eq!(said(number), expected, "{number}");
        }
    }

    #[test]
    fn every_digit_of_the_longest_number_is_said() {
        assert_eq!(
            said("1234567890123456789012345678"),
            "satu oktiliun dua ratus tiga puluh empat septiliun lima ratus enam puluh tujuh sekstiliun \
             delapan ratus sembilan puluh kuintiliun seratus dua puluh tiga kuadriliun \
             empat ratus lima puluh enam triliun tujuh ratus delapan puluh sembilan miliar dua belas juta \
             tiga ratus empat puluh lima ribu enam ratus tujuh puluh delapan"
        );
    }

    #[test]
    fn decimals_are_said_digit_by_digit() {
        assert_eq!(said("3.095"), "tiga koma nol sembilan lima");
        assert_eq!(said("66.00"), "enam puluh enam koma nol nol");
        assert_eq!(said("-0.5"), "minus nol koma lima");
    }

    #[test]
    fn sen_are_hundredths() {
        assert_eq!(rupiah("50.5").unwrap(), "lima puluh rupiah lima puluh sen");
        assert_eq!(rupiah("50.05").unwrap(), "lima puluh rupiah lima sen");
        assert_eq!(rupiah("0.11").unwrap(), "nol rupiah sebelas sen");
        assert_eq!(rupiah("-1000").unwrap(), "minus seribu rupiah");
        assert_eq!(rupiah("1000.000").unwrap(), "seribu rupiah");
        assert_eq!(rupiah("1000.005"), Err(Code::TooManyDecimals));
    }
}
