//! Putting texts together and taking them apart. (The formatting of the standard library would be as large as the
//! calculations, and its search is made for texts longer than any here.)

use crate::prelude::*;

/// The parts one behind the other.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut length = 0;
    for part in parts {
        length += part.len();
    }
    let mut text = String::with_capacity(length);
    for part in parts {
        text.push_str(part);
    }
    text
}

/// The parts with a text between each and the next.
#[inline(never)]
pub(crate) fn join(parts: &[String], between: &str) -> String {
    let mut text = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// A kind of signs. (Functions with this parameter are compiled once, and not for every kind.)
pub(crate) type Kind = fn(char) -> bool;

/// What follows the signs of a kind that the text starts with.
pub(crate) fn skip(text: &str, kind: Kind) -> &str {
    text.trim_start_matches(kind)
}

/// What stands before the signs of a kind that the text ends with.
pub(crate) fn skip_back(text: &str, kind: Kind) -> &str {
    text.trim_end_matches(kind)
}

/// What `rest`, the end of `text`, leaves of it.
pub(crate) fn before<'a>(text: &'a str, rest: &str) -> &'a str {
    text.get(..text.len().saturating_sub(rest.len())).unwrap_or(text)
}

/// What stands before and behind the first such sign.
pub(crate) fn split(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut signs = text.chars();
    loop {
        let rest = signs.as_str();
        if signs.next()? == sign {
            return Some((before(text, rest), signs.as_str()));
        }
    }
}

/// What stands between the signs, as `str::split` gives it.
#[cfg(feature = "report")]
pub(crate) fn parts(text: &str, sign: char) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((part, behind)) = split(rest, sign) {
        parts.push(part);
        rest = behind;
    }
    parts.push(rest);
    parts
}

/// The letters and digits of a name, without capitals: two names of which these agree are the same to a reader.
#[cfg(feature = "report")]
pub(crate) fn folded(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).map(|sign| sign.to_ascii_lowercase()).collect()
}

/// The digits of a count.
#[inline(never)]
pub(crate) fn count(mut count: u64) -> String {
    let mut backwards = Vec::new();
    loop {
        let digit = u32::try_from(count % 10).unwrap_or(0);
        backwards.push(char::from_digit(digit, 10).unwrap_or('0'));
        count /= 10;
        if count == 0 {
            return backwards.iter().rev().collect();
        }
    }
}

/// The digits of a place or a number of things in memory.
pub(crate) fn size(count: usize) -> String {
    // No machine counts further than 64 bits.
    self::count(u64::try_from(count).unwrap_or(u64::MAX))
}
