//! How explanations write numbers, roundings and categories in each language.

use crate::error::comma;
use crate::language::{Language, Text, bilingual};
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
