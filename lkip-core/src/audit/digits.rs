//! Slips of the hand: how one printed number becomes another.

use crate::number::{Number, Ratio};
use crate::plain::choices;
use crate::prelude::*;

choices! {
    /// A slip that makes one number out of another.
    pub(super) enum Slip {
        /// Two digits changed places.
        Transposed = "transposed",
        /// One digit is another.
        Mistyped = "mistyped",
        /// A digit is missing.
        Lost = "lost",
        /// A digit is there once too often.
        Added = "added",
        /// The decimal mark stands elsewhere.
        Mark = "mark",
        /// The sign is missing, or there is one too many.
        Sign = "sign",
    }
}

/// The slip that makes `found` out of `meant`, if one does.
pub(super) fn slip(meant: Number, found: Number) -> Option<Slip> {
    if meant == found {
        return None;
    }
    if meant == found.negated() {
        return Some(Slip::Sign);
    }
    if meant.is_negative() != found.is_negative() {
        return None;
    }
    // 98,40 for 984,0: the same digits, another place of the mark.
    if digits(meant) == digits(found) {
        return Some(Slip::Mark);
    }
    // 90 for 90,00: zeros at the end are no slip.
    let places = meant.places().min(found.places());
    let (meant, found) = (shorter(meant, places), shorter(found, places));
    let (a, b) = (digits(meant), digits(found));
    if meant.places() == found.places() {
        return of_digits(&a, &b, meant.places());
    }
    // 98,40 for 984: the same, with zeros at the end.
    let same = !meant.is_zero() && without_end_zeros(&a) == without_end_zeros(&b);
    same.then_some(Slip::Mark)
}

/// The number with fewer places, where it loses only zeros.
fn shorter(number: Number, places: u32) -> Number {
    Ratio::from(number).to_number(places).filter(|shorter| shorter.places() == places).unwrap_or(number)
}

fn of_digits(meant: &[u8], found: &[u8], places: u32) -> Option<Slip> {
    // A first digit that is gone was lost, unless a zero is printed in its place: 0,02 for 0,00, not 100 for 0.
    let printed = usize::try_from(places).unwrap_or(usize::MAX).saturating_add(1);
    let whole = meant.len() == found.len() || meant.len().max(found.len()) <= printed;
    let in_place = in_place(meant, found).filter(|slip| whole || *slip == Slip::Transposed);
    if in_place.is_some() {
        return in_place;
    }
    if found.len() + 1 == meant.len() && is_without_one(meant, found) {
        return Some(Slip::Lost);
    }
    if meant.len() + 1 == found.len() && is_without_one(found, meant) {
        return Some(Slip::Added);
    }
    let same = without_end_zeros(meant) == without_end_zeros(found) && !without_end_zeros(meant).is_empty();
    same.then_some(Slip::Mark)
}

/// A slip that leaves as many digits as there were, zeros in front among them.
fn in_place(meant: &[u8], found: &[u8]) -> Option<Slip> {
    let longer = meant.len().max(found.len());
    let padded = |digits: &[u8]| {
        let mut padded = vec![b'0'; longer - digits.len()];
        padded.extend_from_slice(digits);
        padded
    };
    let (meant, found) = (padded(meant), padded(found));
    let differing: Vec<(u8, u8)> = meant.into_iter().zip(found).filter(|(a, b)| a != b).collect();
    match *differing.as_slice() {
        [_] => Some(Slip::Mistyped),
        [(a, b), (c, d)] if a == d && b == c => Some(Slip::Transposed),
        _ => None,
    }
}

/// Whether the short row of digits is the long one without one of them.
fn is_without_one(long: &[u8], short: &[u8]) -> bool {
    let shared = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    long.get(shared + 1..) == short.get(shared..)
}

/// The digits, without sign, mark and leading zeros.
fn digits(number: Number) -> Vec<u8> {
    let mut digits = Vec::new();
    for sign in number.text().bytes().filter(u8::is_ascii_digit) {
        if sign != b'0' || !digits.is_empty() {
            digits.push(sign);
        }
    }
    digits
}

fn without_end_zeros(mut digits: &[u8]) -> &[u8] {
    while let [rest @ .., b'0'] = digits {
        digits = rest;
    }
    digits
}

/// Whether a number says enough to be recognised elsewhere: 100 and 0 stand everywhere.
pub(super) fn is_telling(number: Number) -> bool {
    let shortest = number.shortest();
    // A whole number of three digits is a count that many things have.
    digits(shortest).len() >= if shortest.places() > 0 { 3 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_hand_are_told_apart() {
        let of = |meant: &str, found: &str| slip(meant.parse().unwrap(), found.parse().unwrap());
        assert_eq!(of("28311441", "28331441"), Some(Slip::Mistyped));
        assert_eq!(of("37.75", "37.35"), Some(Slip::Mistyped));
        assert_eq!(of("98.57", "98.75"), Some(Slip::Transposed));
        assert_eq!(of("98.57", "78.59"), Some(Slip::Transposed));
        assert_eq!(of("14.28", "4.28"), Some(Slip::Lost));
        assert_eq!(of("0.00", "0.02"), Some(Slip::Mistyped));
        assert_eq!(of("0", "100"), None);
        assert_eq!(of("1423", "142"), Some(Slip::Lost));
        assert_eq!(of("14.28", "1.28"), Some(Slip::Lost));
        assert_eq!(of("1.28", "14.28"), Some(Slip::Added));
        assert_eq!(of("100.00", "010.00"), Some(Slip::Transposed));
        assert_eq!(of("90.00", "20"), Some(Slip::Mistyped));
        assert_eq!(of("98.40", "984.0"), Some(Slip::Mark));
        assert_eq!(of("9840", "98400"), Some(Slip::Added));
        assert_eq!(of("-8.08", "8.08"), Some(Slip::Sign));
        assert_eq!(of("98.40", "98.4"), None);
        assert_eq!(of("98.40", "12.34"), None);
    }

    #[test]
    fn numbers_that_stand_everywhere_tell_nothing() {
        let telling = |text: &str| is_telling(text.parse().unwrap());
        assert!(telling("103.24") && telling("37.35") && telling("28331441"));
        assert!(
            !telling("100")
                && !telling("195")
                && !telling("100.00")
                && !telling("0")
                && !telling("12")
                && !telling("50.00")
        );
    }
}
