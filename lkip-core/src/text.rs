//! Putting texts together. (The formatting of the standard library would be as large as the calculations.)

use crate::prelude::*;

/// The parts one behind the other.
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
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
