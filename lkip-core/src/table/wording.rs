//! Texts of tables in both languages.

use crate::error::{Detail, Details, fill};
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::report::Period;
use crate::rules::Bilingual;
use crate::text::count;

/// A fixed text.
pub(crate) fn plain(text: Text) -> Bilingual {
    both(&|language| text.get(language).to_owned())
}

/// A text that is made for each language.
pub(crate) fn both(make: &dyn Fn(Language) -> String) -> Bilingual {
    Bilingual { id: make(Language::Indonesian), en: make(Language::English) }
}

/// A text with `{places}` that are the same in both languages.
pub(crate) fn filled(text: Text, places: &[(&'static str, &str)]) -> Bilingual {
    both(&|language| fill(text, language, places))
}

/// What a table is called, with its `{period}`: "tahun 2021", "triwulan I tahun 2021".
pub(crate) fn title(text: Text, period: &Period) -> Bilingual {
    let year = count(u64::from(period.year.get()));
    both(&|language| {
        let of_year = bilingual!("tahun {year}", "{year}").get(language);
        let of_quarter = bilingual!("{quarter} tahun {year}", "{quarter} of {year}").get(language);
        let mut details = Details::default();
        details.put("year", Detail::Text(year.clone()));
        let quarter = period.quarter.map(|quarter| self::quarter(quarter).get(language).to_owned());
        let template = if quarter.is_some() { of_quarter } else { of_year };
        details.put("quarter", Detail::Text(quarter.unwrap_or_default()));
        details.put("period", Detail::Text(details.fill(template, language)));
        details.fill(text.get(language), language)
    })
}

/// What a quarter is called.
const fn quarter(quarter: u32) -> Text {
    match quarter {
        1 => bilingual!("triwulan I", "quarter I"),
        2 => bilingual!("triwulan II", "quarter II"),
        3 => bilingual!("triwulan III", "quarter III"),
        _ => bilingual!("triwulan IV", "quarter IV"),
    }
}
