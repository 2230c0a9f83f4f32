//! Conventions in words, and against what the rules declare.

use super::diagnosis::treated;
use super::{Convention, Question};
use crate::language::{Language, Text, bilingual};
use crate::number::Mode;
use crate::plain::{Choice, Plain, Record};
use crate::prelude::*;
use crate::rules::{self, Figure, Formula, Lower, Missing, RuleSet, Values};
use crate::text::join;

impl Question {
    /// What is asked.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Rounding => bilingual!("Pembulatan persentase kinerja", "Rounding of percentages of performance"),
            Self::BudgetRounding => {
                bilingual!("Pembulatan persentase anggaran", "Rounding of percentages of the budget")
            }
            Self::AverageOf => bilingual!("Rata-rata dari", "Averages are of"),
            Self::Rows => bilingual!("Baris tanpa nilai dalam rata-rata", "Rows without a value in averages"),
            Self::Lower => bilingual!("Rumus jika makin rendah makin baik", "Formula where less is better"),
            Self::Scale => bilingual!("Skala kategori", "Scale of the categories"),
        }
    }

    /// What the rules say to it, as a rule set names it: the words of several rules where they differ, nothing where the
    /// rules leave it open.
    #[must_use]
    pub fn declared(self, rules: &RuleSet) -> Option<String> {
        Some(match self {
            Self::Rounding => rules.rounding_of(Figure::Achievement).mode().as_str().to_owned(),
            Self::BudgetRounding => rules.rounding_of(Figure::Absorption).mode().as_str().to_owned(),
            Self::AverageOf => rules.average.of.as_str().to_owned(),
            Self::Rows => {
                let average = rules.average;
                let mut words = Vec::new();
                for missing in [average.not_measured, average.not_carried_out, average.no_target, average.zero_target] {
                    let word = missing.as_str().to_owned();
                    if !words.contains(&word) {
                        words.push(word);
                    }
                }
                join(&words, ", ")
            }
            Self::Lower => rules.lower.as_str().to_owned(),
            Self::Scale => rules.scale.as_ref()?.id.clone(),
        })
    }

    /// A choice in words.
    pub(super) fn words(self, choice: &str, language: Language) -> String {
        let text = match self {
            Self::Rounding | Self::BudgetRounding => named::<Mode>(choice).map(treated),
            Self::AverageOf => named::<Values>(choice).map(|values| match values {
                Values::Exact => bilingual!("nilai yang belum dibulatkan", "unrounded values"),
                Values::Reported => bilingual!("nilai yang dilaporkan", "reported values"),
            }),
            Self::Rows => named::<Missing>(choice).map(|missing| match missing {
                Missing::Refuse => bilingual!("tidak ada rata-rata", "no average"),
                Missing::LeaveOut => bilingual!("tidak ikut dihitung", "left out"),
                Missing::Zero => bilingual!("dihitung sebagai nol", "counted as zero"),
            }),
            Self::Lower => named::<Lower>(choice).map(|lower| match lower {
                Lower::TwiceTargetMinusRealization => Formula::TwiceTargetMinusRealization.expression(),
                Lower::TargetOverRealization => Formula::TargetOverRealization.expression(),
            }),
            Self::Scale => match rules::scale(choice) {
                Ok(scale) => return scale.title.get(language).to_owned(),
                Err(_) => None,
            },
        };
        text.map_or_else(|| choice.to_owned(), |text| text.get(language).to_owned())
    }
}

/// The choice of a word.
fn named<T: Choice>(word: &str) -> Option<T> {
    let place = T::NAMES.iter().position(|names| names.first() == Some(&word))?;
    T::CHOICES.get(place).copied()
}

impl Convention {
    /// Whether the rules say the same.
    #[must_use]
    pub fn is_declared(&self, rules: &RuleSet) -> bool {
        self.question.declared(rules).as_deref() == Some(self.choice.as_str())
    }

    /// The choice in words.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        self.question.words(&self.choice, language)
    }

    /// As data, against what the rules declare.
    pub(crate) fn plain(&self, rules: &RuleSet, language: Language) -> Plain {
        let mut record = Record::new();
        record.put("question", self.question);
        record.text("title", self.question.title().get(language));
        record.text("choice", &self.choice);
        record.text("display", &self.words(language));
        record.or_null("declared", self.question.declared(rules).as_ref());
        record.put("is_declared", self.is_declared(rules));
        record.put("decided_by", Plain::list(&self.decided_by));
        record.put("opposed_by", Plain::list(&self.opposed_by));
        Plain::Record(record)
    }
}
