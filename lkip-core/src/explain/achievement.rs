//! The explanation of an achievement.

use super::node::{Explanation, Input, RoundingStep, sources};
use super::writing::{category, display_percent, expansion, number, rounded};
use crate::error::{Detail, Details};
use crate::language::{Language, Text, bilingual};
use crate::measure::{Achievement, Measurement, Percent, Realization, Target};
use crate::number::{Ratio, Rounding};
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::rules::{Band, Classify, Figure, Formula, RuleSet};
use crate::text::{concat, count, join};

const TARGET: Text = bilingual!("target", "target");
const REALIZATION: Text = bilingual!("realisasi", "realization");
const NO_TARGET: Text = bilingual!("tidak ada", "none");
const NOT_MEASURED: Text = bilingual!("belum diukur", "not measured");
const NOT_CARRIED_OUT: Text = bilingual!("tidak dilaksanakan", "not carried out");
const CARRIED: Text = bilingual!("nilai terakhir dari tahun sebelumnya", "last value of an earlier year");
const CARRIED_FROM: Text = bilingual!("nilai terakhir, tahun", "last value, of");
const UP_TO: Text = bilingual!("sampai", "to");
const CAPPED: Text = bilingual!("dibatasi paling tinggi", "capped at");
const FLOORED: Text = bilingual!("dibatasi paling rendah", "floored at");
const RULES: Text = bilingual!("Pedoman pengukuran", "Rule set");
const OVERRIDDEN: Text = bilingual!("diganti untuk perhitungan ini", "replaced for this calculation");
const BY_RULES: Text = bilingual!(
    "target {target}, realisasi {realization} (menurut pedoman)",
    "target {target}, realization {realization} (by the rules)"
);

impl Achievement {
    /// Where the figure comes from, in one language.
    #[must_use]
    pub fn explanation(&self, language: Language) -> Explanation {
        let main = self.main();
        let mut node = Explanation::of_formula(main, self.line(language), language);
        node.inputs = inputs(&self.measurement, language);
        if let Outcome::Computed(percent) = &self.outcome {
            let rounding = self.rules.rounding_of(Figure::Achievement);
            node.exact = Some(percent.exact.text());
            node.rounding = Some(rounding_step(percent, rounding));
        }
        node.children = self.children(main, language);
        node
    }

    fn children(&self, main: Formula, language: Language) -> Vec<Explanation> {
        let mut children = Vec::new();
        // What a cap or a floor replaced is a step of its own.
        let limited = self.steps.iter().any(|step| limit_words(step.formula).is_some());
        for step in self.steps.iter().filter(|step| limited || step.formula != main) {
            let unit = if step.formula == Formula::NearerBound { "" } else { " %" };
            let line = concat(&[&expansion(&step.value, 0, language), unit]);
            let mut child = Explanation::of_formula(step.formula, line, language);
            child.exact = Some(step.value.text());
            children.push(child);
        }
        if let Outcome::Computed(percent) = &self.outcome
            && let Some(step) = category_step(percent, &self.category, &self.rules, language)
        {
            children.push(step);
        }
        children.push(rules_step(&self.rules, language));
        children
    }

    /// The formula that gave the percentage, or would have.
    fn main(&self) -> Formula {
        let main = self.steps.iter().map(|step| step.formula).find(|formula| is_main(*formula));
        main.unwrap_or_else(|| crate::measure::declared_formula(&self.rules, self.measurement.polarity))
    }

    /// The explanation in one line, without the steps below:
    /// "98,40 ÷ 70,00 × 100 % = 140,5714… → 140,57 % (dibulatkan)".
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let percent = match &self.outcome {
            Outcome::Computed(percent) => percent,
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return reason.message(language),
        };
        let main = self.main();
        let before = self.steps.iter().find(|step| step.formula == main).map(|step| &step.value);
        let mut line = calculation(main, &self.measurement, self.divisor(), language);
        let limit = self.steps.iter().find_map(|step| limit_words(step.formula));
        let rounding = self.rules.rounding_of(Figure::Achievement);
        if let (Some(words), Some(before)) = (limit, before) {
            let before = expansion(before, rounding.places(), language);
            let after = display_percent(percent.reported, language);
            line.push_str(&concat(&[" = ", &before, " %, ", words.get(language), " ", &after]));
        } else {
            line.push_str(&equals(percent, rounding, language));
        }
        if let Outcome::Computed(band) = &self.category {
            line.push_str(&concat(&["; ", &category(band, language)]));
        }
        line
    }

    /// The end of the target range that was divided by.
    fn divisor(&self) -> Option<&Ratio> {
        self.steps.iter().find(|step| step.formula == Formula::NearerBound).map(|step| &step.value)
    }
}

/// " = 140,5714… → 140,57 % (dibulatkan)", or " = 100,00 %" where nothing is lost.
pub(super) fn equals(percent: &Percent, rounding: Rounding, language: Language) -> String {
    let shown = display_percent(percent.reported, language);
    if Ratio::from(percent.reported) == percent.exact {
        return concat(&[" = ", &shown]);
    }
    let exact = expansion(&percent.exact, rounding.places() + 2, language);
    concat(&[" = ", &exact, " → ", &shown, " (", rounded(rounding.mode()).get(language), ")"])
}

pub(super) fn rounding_step(percent: &Percent, rounding: Rounding) -> RoundingStep {
    RoundingStep::new(rounding, percent.exact.expand(rounding.places() + 4).text(), percent.reported)
}

/// The step that finds the category.
pub(super) fn category_step(
    percent: &Percent,
    found: &Outcome<Band>,
    rules: &RuleSet,
    language: Language,
) -> Option<Explanation> {
    let scale = rules.scale.as_ref()?;
    let value = match rules.classify {
        Classify::Reported => display_percent(percent.reported, language),
        Classify::Exact => concat(&[&expansion(&percent.exact, 4, language), " %"]),
    };
    let line = match found {
        Outcome::Computed(band) => concat(&[&value, " → ", &category(band, language)]),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.message(language),
    };
    let mut node = Explanation::of(&concat(&["category/", &scale.id]), scale.title.get(language), line);
    node.sources = sources(&scale.citations);
    node.bounds = found.value().map(|band| band.bounds(super::style_of(language)));
    Some(node)
}

/// The rule set that declared every choice.
pub(super) fn rules_step(rules: &RuleSet, language: Language) -> Explanation {
    let mut line = concat(&[rules.title.get(language), " (", &rules.id, ", v", &rules.version, ")"]);
    let overridden = each(rules.overridden(), &mut |rule| (*rule).to_owned());
    if !overridden.is_empty() {
        line.push_str(&concat(&["; ", OVERRIDDEN.get(language), ": ", &join(&overridden, ", ")]));
    }
    let mut node = Explanation::of(&concat(&["rules/", &rules.id]), RULES.get(language), line);
    node.sources = sources(&rules.citations);
    node
}

const fn is_main(formula: Formula) -> bool {
    !matches!(formula, Formula::NearerBound | Formula::Cap | Formula::Floor)
}

fn limit_words(formula: Formula) -> Option<Text> {
    match formula {
        Formula::Cap => Some(CAPPED),
        Formula::Floor => Some(FLOORED),
        _ => None,
    }
}

/// The formula with places for its numbers.
pub(super) fn template(formula: Formula, language: Language) -> &'static str {
    match formula {
        Formula::TwiceTargetMinusRealization => "(2 × {target} − {realization}) ÷ {target} × 100 %",
        Formula::TargetOverRealization => "{target} ÷ {realization} × 100 %",
        Formula::Symmetric => "(1 − |1 − {realization} ÷ {target}|) × 100 %",
        Formula::InsideRange => "{low} ≤ {realization} ≤ {high}",
        Formula::ZeroTarget | Formula::ZeroRealization => BY_RULES.get(language),
        _ => "{realization} ÷ {target} × 100 %",
    }
}

/// The formula with its numbers.
pub(super) fn calculation(
    formula: Formula,
    measurement: &Measurement,
    divisor: Option<&Ratio>,
    language: Language,
) -> String {
    let mut numbers = Details::default();
    let mut put = |name, number| numbers.put(name, Detail::Text(number));
    if measurement.realization.value().is_some() {
        put("realization", operand(&measurement.realization, language));
    }
    match (measurement.target, divisor) {
        (_, Some(divisor)) => put("target", expansion(divisor, 0, language)),
        (Target::Value(value), None) => put("target", number(value, language)),
        (Target::Range { low, high }, None) => {
            put("low", number(low, language));
            put("high", number(high, language));
        }
        (Target::None, None) => {}
    }
    numbers.fill(template(formula, language), language)
}

/// A number in a formula: below zero in brackets, so that no two signs meet.
fn operand(realization: &Realization, language: Language) -> String {
    let written = value(realization, language);
    match realization.value() {
        Some(value) if value.is_negative() => concat(&["(", &written, ")"]),
        _ => written,
    }
}

/// A realization as it was written, or the first digits of one that a formula gave.
fn value(realization: &Realization, language: Language) -> String {
    match realization {
        #[cfg(feature = "report")]
        Realization::Computed { exact, reported } if *exact != Ratio::from(*reported) => expansion(exact, 0, language),
        _ => realization.value().map(|value| number(value, language)).unwrap_or_default(),
    }
}

pub(super) fn inputs(measurement: &Measurement, language: Language) -> Vec<Input> {
    let target = match measurement.target {
        Target::None => NO_TARGET.get(language).to_owned(),
        Target::Value(value) => number(value, language),
        Target::Range { low, high } => {
            concat(&[&number(low, language), " ", UP_TO.get(language), " ", &number(high, language)])
        }
    };
    let realization = match &measurement.realization {
        Realization::NotMeasured => NOT_MEASURED.get(language).to_owned(),
        Realization::NotCarriedOut => NOT_CARRIED_OUT.get(language).to_owned(),
        measured => value(measured, language),
    };
    let mut remarks = measurement.footnotes.clone();
    match measurement.realization {
        Realization::CarriedForward { year: Some(year), .. } => {
            remarks.push(concat(&[CARRIED_FROM.get(language), " ", &count(u64::from(year))]));
        }
        Realization::CarriedForward { year: None, .. } => remarks.push(CARRIED.get(language).to_owned()),
        _ => {}
    }
    let remark = (!remarks.is_empty()).then(|| join(&remarks, "; "));
    vec![
        Input { name: "realization", label: REALIZATION.get(language).into(), value: realization, remark },
        Input { name: "target", label: TARGET.get(language).into(), value: target, remark: None },
    ]
}
