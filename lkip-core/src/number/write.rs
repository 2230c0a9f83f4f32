//! Writing numbers.

use super::{Number, Style};
use crate::prelude::*;
use crate::text::split;

/// What a written number stands for, and so which mark goes with it.
///
/// ```
/// use lkip_core::{Number, Style};
/// use lkip_core::number::{Form, write};
/// let absorbed: Number = "98.40".parse()?;
/// assert_eq!(write(absorbed, Style::Indonesian, Form::Number), "98,40");
/// assert_eq!(write(absorbed, Style::Indonesian, Form::Percent), "98,40 %");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Digits only.
    #[default]
    Number,
    /// An amount of rupiah: `Rp 1.250.000`
    Rupiah,
    /// A percentage: `98,40 %`
    Percent,
}

/// Writes a number in a style, with all its decimals: nothing is rounded here.
///
/// [`read`](super::read) with the same style declared gives the number back, except that an amount of rupiah
/// with more than two decimals is written but not read.
///
/// ```
/// use lkip_core::{Number, Style};
/// use lkip_core::number::{Form, write};
/// let amount: Number = "-1250000.50".parse()?;
/// assert_eq!(write(amount, Style::Indonesian, Form::Rupiah), "-Rp 1.250.000,50");
/// assert_eq!(write(amount, Style::International, Form::Number), "-1,250,000.50");
/// assert_eq!(write(amount, Style::Plain, Form::Number), "-1250000.50");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[must_use]
#[doc(alias = "tulis")]
pub fn write(number: Number, style: Style, form: Form) -> String {
    let canonical = number.text();
    let unsigned = canonical.strip_prefix('-');
    let mut text = String::with_capacity(canonical.len() * 2);
    if unsigned.is_some() {
        text.push('-');
    }
    if form == Form::Rupiah {
        text.push_str("Rp ");
    }
    push_digits(&mut text, unsigned.unwrap_or(&canonical), style);
    if form == Form::Percent {
        text.push_str(" %");
    }
    text
}

fn push_digits(text: &mut String, canonical: &str, style: Style) {
    let (whole, fraction) = match split(canonical, '.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (canonical, None),
    };
    let mut left = whole.len();
    for digit in whole.chars() {
        text.push(digit);
        left -= 1;
        if left > 0
            && left.is_multiple_of(3)
            && let Some(sign) = style.group()
        {
            text.push(sign);
        }
    }
    if let Some(fraction) = fraction {
        text.push(style.mark());
        text.push_str(fraction);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: &str, style: Style, form: Form) -> String {
        write(number.parse().unwrap(), style, form)
    }

    #[test]
    fn thousands_are_grouped_from_the_right() {
        for (number, expected) in [
            ("0", "0"),
            ("12", "12"),
            ("999", "999"),
            ("1000", "1.000"),
            ("111617829255", "111.617.829.255"),
            ("-1000", "-1.000"),
            ("-2.01", "-2,01"),
            ("0.050", "0,050"),
            ("9999999999999999999999999999", "9.999.999.999.999.999.999.999.999.999"),
        ] {
            assert_eq!(written(number, Style::Indonesian, Form::Number), expected, "{number}");
        }
    }

    #[test]
    fn decimals_stay_as_the_number_has_them() {
        assert_eq!(written("66.00", Style::Indonesian, Form::Percent), "66,00 %");
        assert_eq!(written("66", Style::International, Form::Percent), "66 %");
    }

    #[test]
    fn the_sign_stands_before_the_mark() {
        assert_eq!(written("1250000", Style::Indonesian, Form::Rupiah), "Rp 1.250.000");
        assert_eq!(written("-1250000", Style::Indonesian, Form::Rupiah), "-Rp 1.250.000");
        assert_eq!(written("-1250000", Style::International, Form::Rupiah), "-Rp 1,250,000");
    }

    #[test]
    fn plain_has_no_grouping() {
        assert_eq!(written("1234567.80", Style::Plain, Form::Number), "1234567.80");
    }
}
