//! [`Inference`]: how the rules of a table came about that names none.

use crate::audit::{Convention, Question};
use crate::language::{Language, Text, bilingual};
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::rules::{RuleSet, rule_set};
use crate::text::{concat, join, size};

const NEUTRAL: Text = bilingual!(
    "Pedoman tidak dinyatakan: dipakai {rules}, dengan yang disimpulkan dari angka tercetak.",
    "No rules were stated: {rules} were used, with what was inferred from the printed figures."
);
const INFERRED: Text = bilingual!("Disimpulkan: {choices}.", "Inferred: {choices}.");
const UNDECIDED: Text = bilingual!(
    "Tidak ada angka yang menentukannya, sehingga pedoman itu yang berlaku: {questions}.",
    "No figure decides this, so that those rules hold: {questions}."
);
const BY: Text = bilingual!("angka yang menentukan: {count}", "deciding figures: {count}");

/// How the rules came about: which neutral ones it started from, what the figures of the table show otherwise, and what
/// nothing in it decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inference {
    pub(super) neutral: &'static str,
    pub(super) inferred: Vec<Convention>,
    pub(super) undecided: Vec<Question>,
}

impl Inference {
    /// The id of the neutral rules.
    #[must_use]
    pub fn neutral(&self) -> &str {
        self.neutral
    }

    /// What was inferred from the figures, with those that decide it and those that speak against it.
    #[must_use]
    pub fn inferred(&self) -> &[Convention] {
        &self.inferred
    }

    /// What the table asks and no figure of it decides: there the neutral rules hold.
    #[must_use]
    pub fn undecided(&self) -> &[Question] {
        &self.undecided
    }

    /// The same in sentences.
    #[must_use]
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let fill = |text: Text, name: &'static str, value: &str| crate::error::fill(text, language, &[(name, value)]);
        let mut sentences = vec![fill(NEUTRAL, "rules", self.neutral)];
        let choices = each(&self.inferred, &mut |one| {
            let by = fill(BY, "count", &size(one.decided_by().len()));
            concat(&[one.question().title().get(language), ": ", &one.words(language), " (", &by, ")"])
        });
        if !choices.is_empty() {
            sentences.push(fill(INFERRED, "choices", &join(&choices, "; ")));
        }
        let questions = each(&self.undecided, &mut |question| question.title().get(language).to_owned());
        if !questions.is_empty() {
            sentences.push(fill(UNDECIDED, "questions", &join(&questions, "; ")));
        }
        sentences
    }

    /// As data, with what was replaced of the neutral rules.
    pub(crate) fn plain(&self, rules: &RuleSet, language: Language) -> Plain {
        let mut record = Record::new();
        let neutral = rule_set(self.neutral).unwrap_or_else(|_| rules.clone());
        record.text("neutral", self.neutral);
        record.put("replaced", each(rules.overridden(), &mut |name| Plain::from(*name)));
        record.put("inferred", each(&self.inferred, &mut |one| one.plain(&neutral, language)));
        record.put("undecided", each(&self.undecided, &mut |question| Plain::from(*question)));
        record.put("sentences", Plain::list(&self.sentences(language)));
        Plain::Record(record)
    }
}
