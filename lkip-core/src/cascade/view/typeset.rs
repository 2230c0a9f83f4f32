//! How wide a text is, and where its lines break: a picture has no reader that would do it.

use crate::prelude::*;
use crate::text::{concat, parts};

/// The widths of the signs from blank to tilde in thousandths of the size, in Helvetica and Arial (Adobe's font metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // blank to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];
/// What any other sign is taken for: wider than most, so that no line runs over its edge.
const OTHER: u16 = 1000;

/// The width of a text, in whole units of the size.
pub(super) fn width(text: &str, size: u32, bold: bool) -> u32 {
    let mut sum: u32 = 0;
    for sign in text.chars() {
        let place = u32::from(sign).checked_sub(32).and_then(|place| usize::try_from(place).ok());
        sum = sum.saturating_add(u32::from(place.and_then(|place| WIDTHS.get(place)).copied().unwrap_or(OTHER)));
    }
    // Bold letters are wider; and where the reader has neither font, others are (Verdana and DejaVu Sans by a sixth).
    let tenths = if bold { 14 } else { 12 };
    sum.saturating_mul(size).saturating_mul(tenths) / 10_000 + 1
}

/// The lines of a text that are no wider than the space there is. A word that is wider is broken.
pub(super) fn lines(text: &str, size: u32, bold: bool, space: u32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in parts(text, ' ') {
        let longer = if line.is_empty() { word.to_owned() } else { concat(&[&line, " ", word]) };
        if width(&longer, size, bold) <= space {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(core::mem::take(&mut line));
        }
        for sign in word.chars() {
            let mut longer = line.clone();
            longer.push(sign);
            if width(&longer, size, bold) > space && !line.is_empty() {
                lines.push(core::mem::take(&mut line));
            }
            line.push(sign);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_words_and_hold_everything() {
        let text = "Persentase rancangan produk hukum yang diharmonisasi";
        let broken = lines(text, 11, false, 120);
        assert!(broken.len() > 1 && broken.iter().all(|line| width(line, 11, false) <= 120), "{broken:?}");
        assert_eq!(broken.join(" "), text);
        let long = "x".repeat(100);
        let broken = lines(&long, 11, false, 60);
        assert_eq!(broken.concat(), long);
        assert!(broken.iter().all(|line| width(line, 11, false) <= 60));
        assert_eq!(lines("", 11, false, 60), [""]);
        assert_eq!(width("0", 10, false), 7);
    }
}
