//! What the writer of a malformed number may have meant.

use super::signs::{is_digit, is_separator, starts};
use crate::prelude::*;
use crate::text::concat;

/// The likely meanings of digits that are well formed in no style, the likeliest first, as canonical texts.
///
/// | written | may mean | because |
/// |---|---|---|
/// | `375.000.00` | 375000000 | the last group lost a zero |
/// | `90 00`, `375.000.00` | 90.00, 375000.00 | the last sign stands for the decimal mark |
/// | `1 250 000` | 1250000 | blanks group thousands |
/// | `22.8000`, `5.3475.000` | 228000, 53475000 | a sign stands at the wrong place |
///
/// The same meaning may come twice. With `most_places`, decimals are proposed only up to so many.
pub(super) fn candidates(figure: &str, most_places: Option<usize>) -> Vec<String> {
    let groups = Groups::of(figure);
    let last = groups.digits.len() - groups.front;
    let mut texts = Vec::new();
    if groups.thousands {
        texts.push(groups.digits.clone());
    }
    if groups.count > 2 && last < 3 && groups.digits.ends_with(if last == 1 { "0" } else { "00" }) {
        texts.push(groups.digits.clone() + if last == 1 { "00" } else { "0" });
    }
    if groups.marked && most_places.is_none_or(|most| last <= most) {
        let whole = groups.digits.get(..groups.front).unwrap_or_default();
        let fraction = groups.digits.get(groups.front..).unwrap_or_default();
        texts.push(concat(&[if whole.is_empty() { "0" } else { whole }, ".", fraction]));
    }
    texts.push(groups.digits);
    texts
}

/// The groups of digits between separators and blanks.
struct Groups {
    /// The digits of all groups.
    digits: String,
    /// How many of them stand before the last group.
    front: usize,
    count: usize,
    /// Whether something stands before the last group that can be a decimal mark.
    marked: bool,
    /// Whether there are groups, and all but the first are of three digits.
    thousands: bool,
}

impl Groups {
    fn of(figure: &str) -> Self {
        let mut groups = Self { digits: String::new(), front: 0, count: 0, marked: false, thousands: true };
        let mut between = true;
        for sign in figure.chars() {
            if !is_digit(sign) {
                between = true;
                continue;
            }
            if between {
                groups.close();
                groups.count += 1;
                groups.front = groups.digits.len();
                between = false;
            }
            groups.digits.push(sign);
        }
        groups.close();
        groups.thousands &= groups.count > 1;
        groups.marked = groups.count > 1 || starts(figure, is_separator);
        groups
    }

    fn close(&mut self) {
        self.thousands &= self.count < 2 || self.digits.len() - self.front == 3;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_of_the_reports() {
        assert_eq!(candidates("375.000.00", None), ["375000000", "375000.00", "37500000"]);
        assert_eq!(candidates("22.8000", Some(2)), ["228000"]);
        assert_eq!(candidates("5.3475.000", Some(2)), ["53475000"]);
        assert_eq!(candidates("90 00", None), ["90.00", "9000"]);
        assert_eq!(candidates("77 10", None), ["77.10", "7710"]);
        assert_eq!(candidates("1 250 000", Some(2)), ["1250000", "1250000"]);
    }

    #[test]
    fn signs_at_the_ends() {
        assert_eq!(candidates(",5", None), ["0.5", "5"]);
        assert_eq!(candidates("5.", None), ["5"]);
        assert_eq!(candidates("1.250.", None), ["1250", "1.250", "1250"]);
    }
}
