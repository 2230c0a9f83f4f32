//! How explanations write numbers, roundings and categories in each language.

use crate::error::comma;
use crate::language::{Language, Text, bilingual};
#[cfg(feature = "full")]
use crate::number::Rounding;
use crate::number::{Form, Mode, Number, Ratio, Style, write};
use crate::prelude::*;
use crate::rules::Band;
use crate::text::concat;

/// How many decimals of an exact value an explanation shows before its ellipsis.
const SHOWN: u32 = 4;

/// The number style that readers of a language expect.
pub(crate) const fn style_of(language: Language) -> Style {
    match language {
        Language::Indonesian => Style::Indonesian,
        Language::English => Style::International,
    }
}

pub(crate) fn display_percent(number: Number, language: Language) -> String {
    write(number, style_of(language), Form::Percent)
}

pub(super) fn number(number: Number, language: Language) -> String {
    write(number, style_of(language), Form::Number)
}

/// The first digits of an exact value: `140,5714…`.
pub(super) fn expansion(exact: &Ratio, places: u32, language: Language) -> String {
    let expansion = exact.expand(places.max(SHOWN)).text();
    match language {
        Language::Indonesian => comma(&expansion),
        Language::English => expansion,
    }
}

pub(super) const fn rounded(mode: Mode) -> Text {
    match mode {
        Mode::HalfUp => bilingual!("dibulatkan", "rounded"),
        Mode::HalfEven => bilingual!("dibulatkan ke genap", "rounded half to even"),
        Mode::Truncate => bilingual!("dipotong", "cut off"),
    }
}

/// "Sangat Berhasil (85 ≤ x)"
pub(super) fn category(band: &Band, language: Language) -> String {
    concat(&[&band.category().label, " (", &band.bounds(style_of(language)), ")"])
}

/// A ratio as a decimal if it is a short one, otherwise its first digits.
#[cfg(feature = "full")]
pub(super) fn written(exact: &Ratio, language: Language) -> String {
    digits(exact, 4, language)
}

/// The first digits, in groups of three where there are thousands.
#[cfg(feature = "full")]
pub(super) fn digits(exact: &Ratio, places: u32, language: Language) -> String {
    if let Some(decimal) = exact.to_number(0).filter(|decimal| decimal.places() <= places.max(4)) {
        return number(decimal, language);
    }
    let cut = Rounding::new(Mode::Truncate, places.max(4)).unwrap_or_default();
    let grouped = if exact.magnitude() < Ratio::from(1000) { None } else { exact.round(cut.with_mode(Mode::Truncate)) };
    match grouped {
        Some(grouped) => concat(&[&number(grouped, language), "…"]),
        None => expansion(exact, places, language),
    }
}
