//! The signs that stand in and around numbers, and the words that do.

use super::Relation;
use crate::text::{Kind, skip, skip_back};

/// Blanks of any kind, also the invisible signs that PDF files leave behind.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Hyphens, dashes and the minus sign: word processors turn each into another.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The two signs that group or mark decimals, whichever the style.
pub(super) const fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',')
}

/// Letters of the scripts that reports are written in. (The tables of the standard library would cost
/// kilobytes.)
pub(super) const fn is_letter(c: char) -> bool {
    match c {
        '×' | '÷' => false,
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{1FFF}' | '\u{3040}'..='\u{D7FF}' => !is_foreign_digit(c),
        _ => false,
    }
}

/// Fullwidth and Arabic digits: they are not read, and must not pass for words either.
pub(super) const fn is_foreign_digit(c: char) -> bool {
    matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

pub(super) fn trim(text: &str) -> &str {
    skip_back(skip_blanks(text), is_blank)
}

pub(super) fn skip_blanks(text: &str) -> &str {
    skip(text, is_blank)
}

pub(super) fn starts(text: &str, kind: Kind) -> bool {
    text.chars().next().is_some_and(kind)
}

pub(super) fn ends(text: &str, kind: Kind) -> bool {
    text.chars().next_back().is_some_and(kind)
}

/// What follows the first sign, if it is of the kind.
pub(super) fn after_kind(text: &str, kind: Kind) -> Option<&str> {
    let mut signs = text.chars();
    kind(signs.next()?).then_some(signs.as_str())
}

/// What follows a sign.
pub(super) fn after_sign(text: &str, sign: char) -> Option<&str> {
    let mut signs = text.chars();
    (signs.next()? == sign).then_some(signs.as_str())
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// What follows a whole word, however its letters are cased and its blanks are wide.
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for expected in word.chars() {
        let mut chars = rest.chars();
        let found = chars.next()?;
        rest = chars.as_str();
        if expected == ' ' && is_blank(found) {
            rest = skip_blanks(rest);
        } else if !found.eq_ignore_ascii_case(&expected) {
            return None;
        }
    }
    (!starts(rest, is_letter)).then_some(rest)
}

/// Words to look for, and what each means.
pub(super) struct Words<M: 'static> {
    list: &'static [(&'static str, M)],
    /// The bits of the bytes that they start with.
    starts: u32,
}

impl<M: Copy> Words<M> {
    const fn new(list: &'static [(&'static str, M)]) -> Self {
        let (mut starts, mut place) = (0, 0);
        while place < list.len() {
            #[allow(clippy::indexing_slicing, reason = "evaluated when it is compiled")]
            {
                starts |= bit(list[place].0.as_bytes()[0]);
            }
            place += 1;
        }
        Self { list, starts }
    }

    /// The first of the words that the text starts with: what it means, and what follows. Most texts start with none, and
    /// need not be compared with all of them.
    pub(super) fn find<'a>(&self, text: &'a str) -> Option<(M, &'a str)> {
        let first = text.bytes().next()?;
        if first.is_ascii_digit() || self.starts & bit(first) == 0 {
            return None;
        }
        self.list.iter().find_map(|(word, meaning)| after_word(text, word).map(|rest| (*meaning, rest)))
    }

    /// What follows one of the words.
    pub(super) fn after<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.find(text).map(|(_, rest)| rest)
    }
}

/// Small letters and capitals have the same. (No word starts with a digit.)
const fn bit(first: u8) -> u32 {
    1 << (first & 31)
}

/// Words, with what each means or without.
macro_rules! words {
    ($($word:literal),+ $(,)?) => { words![$($word => ()),+] };
    ($($word:literal => $meaning:expr),+ $(,)?) => { &Words::new(&[$(($word, $meaning)),+]) };
}

// Longer words stand before the words that they begin with.

pub(super) const RUPIAH: &Words<()> = words!["rp", "idr"];
pub(super) const RUPIAH_BEHIND: &Words<()> = words!["rupiah", "rp.", "rp", "idr"];
pub(super) const PERCENT: &Words<()> = words!["persen", "prosen"];
/// Not "sd" alone: "3 SD 5 SMP" counts schools.
pub(super) const UP_TO: &Words<()> = words!["s.d.", "s.d", "s/d", "sd.", "sampai dengan", "sampai", "hingga"];
pub(super) const NOT_FINITE: &Words<()> = words!["nan", "infinity", "inf", "∞"];
pub(super) const NOT_AVAILABLE: &Words<()> = words![
    "n.a.",
    "n.a",
    "n/a",
    "#n/a",
    "na",
    "tidak ada data",
    "tidak tersedia",
    "data tidak tersedia",
    "belum ada data",
    "belum tersedia",
];
/// What may stand before the word of a bound: "Realisasi minimal 85%".
pub(super) const BOUNDED: &Words<()> = words!["realisasi", "capaian", "target", "nilai"];

pub(super) const BOUNDS: &Words<Relation> = words![
    "minimal" => Relation::AtLeast,
    "minimum" => Relation::AtLeast,
    "min." => Relation::AtLeast,
    "min" => Relation::AtLeast,
    "paling sedikit" => Relation::AtLeast,
    "paling rendah" => Relation::AtLeast,
    "sekurang-kurangnya" => Relation::AtLeast,
    "maksimal" => Relation::AtMost,
    "maksimum" => Relation::AtMost,
    "maks." => Relation::AtMost,
    "maks" => Relation::AtMost,
    "paling banyak" => Relation::AtMost,
    "paling tinggi" => Relation::AtMost,
    "kurang dari" => Relation::Below,
    "di bawah" => Relation::Below,
    "lebih dari" => Relation::Above,
    "di atas" => Relation::Above,
    "<=" => Relation::AtMost,
    "=<" => Relation::AtMost,
    "≤" => Relation::AtMost,
    ">=" => Relation::AtLeast,
    "=>" => Relation::AtLeast,
    "≥" => Relation::AtLeast,
    "<" => Relation::Below,
    ">" => Relation::Above,
];

pub(super) const BOUNDS_BEHIND: &Words<Relation> = words![
    "ke atas" => Relation::AtLeast,
    "atau lebih" => Relation::AtLeast,
    "ke bawah" => Relation::AtMost,
    "atau kurang" => Relation::AtMost,
];

/// The words that multiply, with their powers of ten.
pub(super) const MAGNITUDES: &Words<usize> = words!["ribu" => 3, "rb" => 3, "juta" => 6, "jt" => 6, "miliar" => 9, "milyar" => 9, "triliun" => 12, "trilyun" => 12];

/// Single letters multiply only in amounts of rupiah; elsewhere they are units.
pub(super) const RUPIAH_MAGNITUDES: &Words<usize> = words!["m" => 9, "t" => 12];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;

    #[test]
    fn words_are_whole() {
        assert_eq!(after_word("Rp 5", "rp"), Some(" 5"));
        assert_eq!(after_word("Rp5", "rp"), Some("5"));
        assert_eq!(after_word("Rpm 5", "rp"), None);
        assert_eq!(after_word("di \u{A0} bawah 5", "di bawah"), Some(" 5"));
        assert_eq!(after_word("dibawah 5", "di bawah"), None);
        assert_eq!(after_word("r", "rp"), None);
    }

    #[test]
    fn a_word_never_hides_a_longer_one() {
        fn check<M: Copy>(words: &Words<M>) {
            for (word, _) in words.list {
                assert_eq!(words.after(word), Some(""), "{word}");
                assert!(!starts(word, is_digit), "{word}");
            }
        }
        for words in [RUPIAH, RUPIAH_BEHIND, PERCENT, UP_TO, NOT_FINITE, NOT_AVAILABLE, BOUNDED] {
            check(words);
        }
        for words in [MAGNITUDES, RUPIAH_MAGNITUDES] {
            check(words);
        }
        for words in [BOUNDS, BOUNDS_BEHIND] {
            check(words);
        }
    }

    #[test]
    fn what_words_start_with_hides_none() {
        for first in 0..=u8::MAX {
            let text = [first].map(char::from);
            let text = text.iter().collect::<String>() + "inimal 5";
            let expected = BOUNDS.list.iter().find_map(|(word, _)| after_word(&text, word));
            assert_eq!(BOUNDS.after(&text), expected, "{text}");
        }
    }

    #[test]
    fn foreign_digits_are_no_letters() {
        assert!(!['１', '٣', '۳', '²', '5'].into_iter().any(is_letter));
        assert!(['a', 'Z', 'é', 'Ж', '日'].into_iter().all(is_letter));
    }
}
