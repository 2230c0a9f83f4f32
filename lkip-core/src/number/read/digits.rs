//! The digits of one number: their grouping and their decimal mark in each style.

use super::signs::is_blank;
use crate::number::decimal::Mantissa;
use crate::number::{Number, Style};

/// The digits of a number, how many of them are decimals, and whether there are marks that a style decides about.
#[derive(Clone, Copy)]
pub(super) struct Canonical {
    pub(super) mantissa: Mantissa,
    pub(super) places: usize,
    pub(super) marked: bool,
}

/// The digits, or nothing when they are not well formed in the style.
///
/// Well formed is: digits, in groups of exactly three or not grouped at all, then at most one decimal mark with
/// digits behind it. A grouped number does not begin with zero, so `0.123` is no grouping.
///
/// Stray blanks next to separators are dropped (`16.837. 866. 290`, `147, 67`). A blank between two digits may be
/// a grouping or a lost decimal mark, so there is no reading; a program writes no blanks at all.
pub(super) fn canonical(figure: &str, style: Style) -> Option<Canonical> {
    let mut mantissa = Mantissa::default();
    let starts_with_zero = figure.starts_with('0');
    // The digits since the last separator, and what that was.
    let mut run = 0_usize;
    let mut grouped = false;
    let mut fraction = false;
    let mut blank = false;
    for sign in figure.chars() {
        if let Some(digit) = sign.to_digit(10) {
            if blank && (run > 0 || style == Style::Plain) {
                return None;
            }
            blank = false;
            mantissa.push(digit);
            run += 1;
            continue;
        }
        if is_blank(sign) {
            blank = true;
            continue;
        }
        if blank && style == Style::Plain || run == 0 || fraction || grouped && run != 3 {
            return None;
        }
        if sign == style.mark() {
            fraction = true;
        } else if style.group() == Some(sign) && (grouped || run <= 3 && !starts_with_zero) {
            grouped = true;
        } else {
            return None;
        }
        (run, blank) = (0, false);
    }
    if run == 0 || grouped && !fraction && run != 3 {
        return None;
    }
    Some(Canonical { mantissa, places: if fraction { run } else { 0 }, marked: grouped || fraction })
}

impl Canonical {
    /// The number times a power of ten, whose point moves to the right; nothing when it has more digits than are held.
    pub(super) fn number(self, power: usize, negative: bool) -> Option<Number> {
        let Self { mut mantissa, places, .. } = self;
        (places..power).for_each(|_| mantissa.push(0));
        mantissa.number(places.saturating_sub(power), negative)
    }
}

pub(super) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;
    use crate::text::concat;

    fn all_styles(figure: &str) -> [Option<String>; 3] {
        let text = |canonical: Canonical| canonical.number(0, false).unwrap().text();
        Style::ALL.map(|style| canonical(figure, style).map(text))
    }

    #[test]
    fn each_style_reads_its_own_marks() {
        for (figure, indonesian, international, plain) in [
            ("1250", Some("1250"), Some("1250"), Some("1250")),
            ("007", Some("7"), Some("7"), Some("7")),
            ("1.250", Some("1250"), Some("1.250"), Some("1.250")),
            ("1,250", Some("1.250"), Some("1250"), None),
            ("98,40", Some("98.40"), None, None),
            ("98.40", None, Some("98.40"), Some("98.40")),
            ("1.234.567", Some("1234567"), None, None),
            ("1,234,567.50", None, Some("1234567.50"), None),
            ("1234567,5", Some("1234567.5"), None, None),
            ("0.123", None, Some("0.123"), Some("0.123")),
            ("41, 67", Some("41.67"), None, None),
            ("16.837. 866. 290", Some("16837866290"), None, None),
            ("41 . 67", None, Some("41.67"), None),
        ] {
            let expected = [indonesian, international, plain].map(|text| text.map(str::to_owned));
            assert_eq!(all_styles(figure), expected, "{figure}");
        }
    }

    #[test]
    fn powers_of_ten_move_the_point() {
        for (digits, power, expected) in [
            ("1.5", 0, "1.5"),
            ("15", 3, "15000"),
            ("1.5", 6, "1500000"),
            ("1.2345678", 6, "1234567.8"),
            ("1.234567", 6, "1234567"),
        ] {
            let canonical = canonical(digits, Style::Plain).unwrap();
            assert_eq!(canonical.number(power, false).unwrap().text(), expected);
            assert_eq!(canonical.number(power, true).unwrap().text(), concat(&["-", expected]));
        }
    }

    #[test]
    fn what_is_well_formed_in_no_style() {
        for figure in [
            "",
            ".",
            ",",
            ".5",
            "5.",
            "5,",
            "90 00",
            "375.000.00",
            "5.3475.000",
            "1,2,3",
            "1.2.3",
            "1..2",
            "1,,2",
            "012.345.678",
            "1.234,567.8",
            "1,234.567,8",
            "1234.567.890",
            "1.234.",
            "1 .",
            "12.34.567",
        ] {
            assert_eq!(all_styles(figure), [None, None, None], "{figure}");
        }
    }
}
