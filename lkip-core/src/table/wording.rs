//! Texts of tables in both languages.

use crate::error::{Detail, Details};
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::report::Period;
use crate::rules::Bilingual;
use crate::text::{count, join};

/// A fixed text.
pub(super) fn plain(text: Text) -> Bilingual {
    both(&|language| text.get(language).to_owned())
}

/// A text that is made for each language.
pub(super) fn both(make: &dyn Fn(Language) -> String) -> Bilingual {
    Bilingual { id: make(Language::Indonesian), en: make(Language::English) }
}

/// A text with `{places}` that are the same in both languages.
pub(super) fn filled(text: Text, places: &[(&'static str, &str)]) -> Bilingual {
    both(&|language| {
        let mut details = Details::default();
        for (name, value) in places {
            details.put(name, Detail::Text((*value).to_owned()));
        }
        details.fill(text.get(language), language)
    })
}

/// What a table is called, with the period behind it.
pub(super) fn title(text: Text, period: &Period) -> Bilingual {
    let year = count(u64::from(period.year.get()));
    both(&|language| {
        let mut parts = vec![text.get(language).to_owned()];
        if let Some(quarter) = period.quarter {
            parts.push(self::quarter(quarter).get(language).to_owned());
        }
        parts.push(bilingual!("tahun", "of").get(language).to_owned());
        parts.push(year.clone());
        join(&parts, " ")
    })
}

/// What a quarter is called.
pub(super) const fn quarter(quarter: u32) -> Text {
    match quarter {
        1 => bilingual!("triwulan I", "quarter I"),
        2 => bilingual!("triwulan II", "quarter II"),
        3 => bilingual!("triwulan III", "quarter III"),
        _ => bilingual!("triwulan IV", "quarter IV"),
    }
}
