//! Headings and words of people as one form: `Target Tahunan 2021`, `target_tahunan` and `targetTahunan` are the same.

use crate::prelude::*;

/// The words of a heading in small letters with `_` between, without years and without signs such as `%`.
pub(super) fn folded(heading: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let (mut word, mut before) = (String::new(), ' ');
    // A blank ends the last word too.
    for sign in heading.chars().chain([' ']) {
        let is_new = !sign.is_alphanumeric() || sign.is_uppercase() && before.is_lowercase();
        if is_new && !word.is_empty() {
            words.push(core::mem::take(&mut word));
        }
        if sign.is_alphanumeric() {
            word.extend(sign.to_lowercase());
        }
        before = sign;
    }
    words.retain(|word| !is_year(word));
    words.join("_")
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_one_meaning_are_one() {
        for heading in
            ["Target Tahunan 2021", "target_tahunan", "targetTahunan", " TARGET   TAHUNAN (%) ", "2021 Target\nTahunan"]
        {
            assert_eq!(folded(heading), "target_tahunan", "{heading}");
        }
        assert_eq!(folded("Realisasi (Rp)"), "realisasi_rp");
        assert_eq!(folded("%"), "");
        assert_eq!(folded("TW1"), "tw1");
    }
}
