//! The line of a required realization: the formula, the exact ends, and the decimals that keep to them.

use super::achievement::template;
use super::writing::{display_percent, number, rounded, written};
use crate::error::{Detail, Details};
use crate::language::{Language, Text, bilingual};
use crate::measure::{End, Reach, Required, Span, Target, Wanted, declared_formula};
use crate::number::{Number, Ratio};
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::rules::Figure;
use crate::text::{concat, count};

const REALIZATION: Text = bilingual!("realisasi", "realization");
const BY_RULES: Text =
    bilingual!("persentase menurut pedoman untuk target 0", "the rules' percentage for a target of 0");
const RANGE: Text = bilingual!("target {low} sampai {high}: ", "target {low} to {high}: ");
const NEARER: Text = bilingual!("batas terdekat", "the nearer bound");
const OR_BETTER: Text = bilingual!(" atau lebih baik", " or better");
const DECIMALS: Text = bilingual!("desimal", "decimals");
const IF: Text = bilingual!(" jika ", " if ");
const ANY: Text = bilingual!(" berapa pun", " whatever it is");
const WITH: Text = bilingual!("; dengan ", "; with ");
const AT_LEAST: Text = bilingual!("paling sedikit ", "at least ");
const AT_MOST: Text = bilingual!("paling banyak ", "at most ");
/// A decimal with more places than this is told as a ratio.
const IN_FULL: u32 = 12;
const UP_TO: Text = bilingual!(" sampai ", " to ");

impl Required {
    /// How it follows, in one line: what the formula must give, the realizations that give it, exactly and with so many
    /// decimal places.
    ///
    /// ```
    /// use lkip_core::measure::{Wanted, required_realization};
    /// use lkip_core::{Language, Number, Polarity, rules};
    /// let rules = rules::rule_set("bkd-ntt-2021")?;
    /// let wanted = Wanted::Category("sangat_berhasil".to_owned());
    /// let required = required_realization(Number::from(325).into(), Polarity::Higher, &wanted, &rules)?;
    /// assert_eq!(
    ///     required.line(0, Language::Indonesian),
    ///     "realisasi ÷ 325 × 100 % → Sangat Berhasil (dipotong, 2 desimal) jika realisasi ≥ 276,25; dengan 0 desimal \
    ///      paling sedikit 277"
    /// );
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn line(&self, places: u32, language: Language) -> String {
        let span = match self.bounds() {
            Outcome::Computed(span) => span,
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return reason.message(language),
        };
        let rounding = self.rules().rounding_of(Figure::Achievement);
        let rounded =
            concat(&[" (", rounded(rounding.mode()).get(language), ", ", &decimals(rounding.places(), language), ")"]);
        let what = concat(&[&self.percentage(language), &self.aim(language), &rounded]);
        concat(&[&what, IF.get(language), &ends(span, language), &self.reached(places, language)])
    }

    /// What the rules make of a realization: "realisasi ÷ 325 × 100 %".
    fn percentage(&self, language: Language) -> String {
        let mut numbers = Details::default();
        let mut put = |name, text: &str| numbers.put(name, Detail::Text(text.to_owned()));
        put("realization", REALIZATION.get(language));
        let formula = template(declared_formula(self.rules(), self.polarity()), language);
        match self.target() {
            Target::Value(target) if target.is_zero() => BY_RULES.get(language).to_owned(),
            Target::Value(target) => {
                put("target", &number(target, language));
                numbers.fill(formula, language)
            }
            Target::Range { low, high } => {
                put("low", &number(low, language));
                put("high", &number(high, language));
                put("target", NEARER.get(language));
                numbers.fill(&concat(&[RANGE.get(language), formula]), language)
            }
            Target::None => String::new(),
        }
    }

    /// What is wanted: " ≥ 85 %", " → Berhasil atau lebih baik".
    fn aim(&self, language: Language) -> String {
        let code = match self.wanted() {
            Wanted::Percent(percent) => return concat(&[" ≥ ", &display_percent(*percent, language)]),
            Wanted::Category(code) => code,
        };
        let categories = self.rules().scale.as_ref().map_or(&[][..], |scale| &scale.categories);
        let place = categories.iter().position(|category| category.code == *code);
        let label = place.and_then(|place| categories.get(place)).map_or(code, |category| &category.label);
        concat(&[" → ", label, if place == Some(0) { "" } else { OR_BETTER.get(language) }])
    }

    /// "; dengan 2 desimal paling sedikit 276,25"
    fn reached(&self, places: u32, language: Language) -> String {
        let with = |text: &str| concat(&[WITH.get(language), &decimals(places, language), " ", text]);
        let number = |value: Number| number(value, language);
        match self.with_places(places) {
            Outcome::Computed(Reach { from: Some(from), to: Some(to) }) => {
                with(&concat(&[&number(from), UP_TO.get(language), &number(to)]))
            }
            Outcome::Computed(Reach { from: Some(from), .. }) => {
                with(&concat(&[AT_LEAST.get(language), &number(from)]))
            }
            Outcome::Computed(Reach { to: Some(to), .. }) => with(&concat(&[AT_MOST.get(language), &number(to)])),
            Outcome::Computed(_) => String::new(),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                concat(&["; ", &reason.message(language)])
            }
        }
    }
}

fn decimals(places: u32, language: Language) -> String {
    concat(&[&count(u64::from(places)), " ", DECIMALS.get(language)])
}

/// "8,9995 ≤ realisasi ≤ 11,0005"
fn ends(span: &Span, language: Language) -> String {
    let word = REALIZATION.get(language);
    let sign = |end: &End, closed: &'static str, open: &'static str| if end.included { closed } else { open };
    match (&span.from, &span.to) {
        (Some(from), Some(to)) if from.value == to.value => concat(&[word, " = ", &exact(&from.value, language)]),
        (Some(from), Some(to)) => concat(&[
            &exact(&from.value, language),
            sign(from, " ≤ ", " < "),
            word,
            sign(to, " ≤ ", " < "),
            &exact(&to.value, language),
        ]),
        (Some(from), None) => concat(&[word, sign(from, " ≥ ", " > "), &exact(&from.value, language)]),
        (None, Some(to)) => concat(&[word, sign(to, " ≤ ", " < "), &exact(&to.value, language)]),
        (None, None) => concat(&[word, ANY.get(language)]),
    }
}

/// A decimal in full, or the first digits and the ratio: "123,3333… (370/3)".
fn exact(value: &Ratio, language: Language) -> String {
    match value.to_number(0).filter(|decimal| decimal.places() <= IN_FULL) {
        Some(decimal) => number(decimal, language),
        None => concat(&[&written(value, language), " (", &value.text(), ")"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::required_realization;
    use crate::plain::Plain;
    use crate::rules::{Polarity, rule_set};

    fn line(target: Target, polarity: Polarity, percent: &str, overrides: &str, language: Language) -> String {
        let rules = rule_set("setda-kaltim-2021").unwrap().with(&Plain::from_json(overrides).unwrap()).unwrap();
        let wanted = Wanted::Percent(percent.parse().unwrap());
        required_realization(target, polarity, &wanted, &rules).unwrap().line(2, language)
    }

    #[test]
    fn every_formula_is_turned_around() {
        let of = |target: &str, polarity, overrides: &str| {
            line(Target::Value(target.parse().unwrap()), polarity, "90", overrides, Language::English)
        };
        assert_eq!(
            of("70", Polarity::Higher, "{}"),
            "realization ÷ 70 × 100 % ≥ 90 % (rounded, 2 decimals) if realization ≥ 62.9965; with 2 decimals at least 63.00"
        );
        assert_eq!(
            of("7", Polarity::Lower, "{}"),
            "(2 × 7 − realization) ÷ 7 × 100 % ≥ 90 % (rounded, 2 decimals) if realization ≤ 7.70035; with 2 \
             decimals at most 7.70"
        );
        assert_eq!(
            of("7", Polarity::Lower, r#"{"lower": "target_over_realization", "rounding": {"mode": "truncate"}}"#),
            "7 ÷ realization × 100 % ≥ 90 % (cut off, 2 decimals) if 0 < realization ≤ 7.7777… (70/9); with 2 decimals \
             0.01 to 7.77"
        );
        assert_eq!(
            of("10", Polarity::OnTarget, r#"{"rounding": {"mode": "truncate"}}"#),
            "(1 − |1 − realization ÷ 10|) × 100 % ≥ 90 % (cut off, 2 decimals) if 9 ≤ realization ≤ 11; with 2 decimals \
             9.00 to 11.00"
        );
        let met = r#"{"zero_target": "full_when_met"}"#;
        assert_eq!(
            of("0", Polarity::Lower, met),
            "the rules' percentage for a target of 0 ≥ 90 % (rounded, 2 decimals) if realization ≤ 0; with 2 decimals at \
             most 0.00"
        );
        assert_eq!(of("0", Polarity::Lower, "{}"), "The target is zero: these rules give no percentage for that.");
        let range = Target::Range { low: 80.into(), high: 90.into() };
        assert_eq!(
            line(range, Polarity::Higher, "100", r#"{"rounding": {"mode": "truncate"}}"#, Language::Indonesian),
            "target 80 sampai 90: realisasi ÷ batas terdekat × 100 % ≥ 100 % (dipotong, 2 desimal) jika realisasi ≥ 80; \
             dengan 2 desimal paling sedikit 80,00"
        );
    }
}
