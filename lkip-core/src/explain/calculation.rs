//! The explanation of a calculation: computed realizations, budgets, changes, efficiency.

use super::achievement::{calculation, equals, inputs, rounding_step, rules_step};
use super::node::{Explanation, Input, RoundingStep, sources};
use super::writing::{category, digits, display_percent, expansion, number, rounded, style_of, written};
use crate::language::{Language, Text, bilingual};
use crate::measure::{
    Calculation, CountBounds, EfficiencyParts, Exact, Label, Operand, OperandValue, Progress, Shape, Unit, Value,
};
use crate::number::{Form, Number, Ratio, Rounding, write};
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::rules::{Classify, Figure, Formula};
use crate::text::{concat, count, join, size};

const OF: Text = bilingual!("dari", "of");
const VALUE: Text = bilingual!("nilai", "value");
const COUNTED: Text = bilingual!("nilai dihitung", "values counted");
const NOT_COUNTED: Text = bilingual!("tidak dihitung", "not counted");
const WEIGHT: Text = bilingual!("bobot", "weight");
const CARRIED: Text = bilingual!("nilai terakhir dari tahun sebelumnya", "last value of an earlier year");
const CARRIED_FROM: Text = bilingual!("nilai terakhir, tahun", "last value, of");
const HELD: Text = bilingual!("dibatasi", "held to");
const UNSPENT: Text =
    bilingual!("poin dari anggaran yang tidak terserap", "points come from budget that was not spent");
const PERFORMANCE: Text = bilingual!("poin dari capaian terhadap 100", "points from the achievement against 100");

/// More operands than this are not written out in the line.
const WRITTEN_OUT: usize = 16;

impl Value {
    /// The reported value with the mark of its unit, as a reader of the language expects it: `99,86 %`, `Rp 1.250`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        value_text(self.reported, self.unit, language)
    }
}

impl Calculation {
    /// Where the value comes from, in one language.
    #[must_use]
    pub fn explanation(&self, language: Language) -> Explanation {
        let mut node = self.node(language);
        node.children.push(rules_step(&self.rules, language));
        node
    }

    /// The explanation without the rules, which stand once.
    fn node(&self, language: Language) -> Explanation {
        let mut node = Explanation::of_formula(self.formula, self.line(language), language);
        for (place, operand) in self.operands.iter().enumerate() {
            node.inputs.push(self.input(place, operand, language));
        }
        if let Outcome::Computed(value) = &self.outcome {
            node.exact = Some(value.exact.text());
            if let Some(rounding) = self.rounding {
                let before = first_digits(&value.exact, rounding.places() + 4);
                node.rounding = Some(RoundingStep::new(rounding, before, value.reported));
            }
        }
        for (place, operand) in self.operands.iter().enumerate() {
            if let OperandValue::Of(below) = &operand.value {
                let mut child = below.node(language);
                child.title = name(operand, place, language);
                if below.rules != self.rules {
                    child.children.push(rules_step(&below.rules, language));
                }
                node.children.push(child);
            }
        }
        for step in &self.steps {
            let unit = if step.formula == Formula::SkmWeight { "" } else { " %" };
            let line = concat(&[&expansion(&step.value, 4, language), unit]);
            let exact = Some(step.value.text());
            node.children.push(Explanation { exact, ..Explanation::of_formula(step.formula, line, language) });
        }
        append(&mut node.children, self.band_step(language));
        node
    }

    /// The step that finds the band of an efficiency.
    fn band_step(&self, language: Language) -> Option<Explanation> {
        let (value, found) = (self.outcome.value()?, self.category.as_deref()?);
        let bands = self.rules.efficiency.bands.as_ref()?;
        let shown = match self.rules.classify {
            Classify::Reported => value.display(language),
            Classify::Exact => concat(&[&written(&value.ratio(), language), mark(value.unit, language)]),
        };
        let line = match found {
            Outcome::Computed(band) => concat(&[&shown, " → ", &category(band, language)]),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.message(language),
        };
        let mut node = Explanation::of(&concat(&["category/", &bands.id]), bands.title.get(language), line);
        node.sources = sources(&bands.citations);
        node.bounds = found.value().map(|band| band.bounds(style_of(language)));
        Some(node)
    }

    /// The explanation in one line, without the steps below:
    /// "Rp 102.309.636.358 ÷ Rp 111.617.829.255 × 100 % = 91,6606… → 91,66 % (dibulatkan)".
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let value = match &self.outcome {
            Outcome::Computed(value) => value,
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return reason.message(language),
        };
        let mut line = concat(&[&self.terms(language), &equals_value(value, self.rounding, language)]);
        if let Some(coverage) = self.coverage(language) {
            line.push_str(&coverage);
        }
        if let Some(parts) = self.mostly_unspent() {
            line.push_str(&concat(&["; ", &made_of(parts, language)]));
        }
        if let Some(Outcome::Computed(band)) = self.category() {
            line.push_str(&concat(&["; ", &category(band, language)]));
        }
        line
    }

    /// The formula with its numbers.
    fn terms(&self, language: Language) -> String {
        let all = self.texts(language);
        let first = all.first().cloned().unwrap_or_default();
        let second = all.get(1).cloned().unwrap_or_default();
        match self.formula {
            Formula::RatioOfSums | Formula::Absorption => concat(&[&self.quotient(&all), " × 100 %"]),
            Formula::Quotient => self.quotient(&all),
            Formula::Difference | Formula::Remainder | Formula::PointsGrowth => joined(&all, " − "),
            Formula::QuartersLast => self.operands.first().map_or_else(String::new, |last| name(last, 0, language)),
            Formula::MeanOfValues | Formula::QuartersAverage => {
                concat(&["(", &joined(&all, " + "), ") ÷ ", &size(all.len())])
            }
            Formula::WeightedMeanOfValues => self.weighted(&all, language),
            Formula::GeometricMean => concat(&["(", &joined(&all, " × "), ")^(1/", &size(all.len()), ")"]),
            Formula::Minimum => concat(&["min(", &joined(&all, "; "), ")"]),
            Formula::Count | Formula::Share => self.counted_text(language),
            Formula::Skm => self.skm(&all, language),
            Formula::RelativeGrowth => concat(&["(", &first, " ÷ ", &second, " − 1) × 100 %"]),
            Formula::AchievementMinusAbsorption => concat(&[&first, " − ", &second]),
            Formula::AbsorptionOverAchievement => concat(&[&second, " ÷ ", &first, " × 100 %"]),
            Formula::OutputOverInput => concat(&[&first, " ÷ ", &second, " × 100 %"]),
            Formula::UnspentWhenMet => concat(&["100 − ", &second]),
            Formula::Pmk214Score => self.pmk_214(&all, language),
            _ => joined(&all, " + "),
        }
    }

    /// The operands that have a value, as they stand in a formula.
    fn texts(&self, language: Language) -> Vec<String> {
        let mut texts = Vec::with_capacity(self.operands.len());
        for (place, operand) in self.operands.iter().enumerate() {
            if operand.is_present() {
                texts.push(bracketed(operand, self.is_money(place), language));
            }
        }
        texts
    }

    /// Whether an operand is an amount of rupiah.
    fn is_money(&self, place: usize) -> bool {
        let rupiah = self.outcome.value().is_some_and(|value| value.unit == Unit::Rupiah);
        match self.formula {
            Formula::Absorption | Formula::Remainder | Formula::BudgetTotal => true,
            Formula::Pmk214Score => place >= 2,
            Formula::Quotient | Formula::Count | Formula::Share => false,
            _ => rupiah,
        }
    }

    /// "(3 + 4) ÷ 10"
    fn quotient(&self, all: &[String]) -> String {
        let parts = if let Shape::Parts(parts) = self.shape { parts } else { 1 };
        let (above, below) = all.split_at_checked(parts).unwrap_or((all, &[]));
        let group = |texts: &[String]| match texts {
            [only] => only.clone(),
            many => concat(&["(", &joined(many, " + "), ")"]),
        };
        concat(&[&group(above), " ÷ ", &group(below)])
    }

    fn weighted(&self, all: &[String], language: Language) -> String {
        let weights = each(&self.operands, &mut |operand| operand.remarks().weight.unwrap_or_default());
        let total = Ratio::sum(each(&weights, &mut |weight| Ratio::from(*weight)));
        let mut products = Vec::with_capacity(weights.len());
        for (weight, text) in weights.iter().zip(all) {
            products.push(concat(&[&number(*weight, language), " × ", text]));
        }
        concat(&["(", &joined(&products, " + "), ") ÷ ", &written(&total, language)])
    }

    /// "28 dari 37 (x ≥ 90) × 100 %"
    fn counted_text(&self, language: Language) -> String {
        let Shape::Counted { inside, bounds } = &self.shape else { return String::new() };
        let text = concat(&[&size(*inside), " ", OF.get(language), " ", &size(self.counted())]);
        let bounds = if bounds.is_empty() { String::new() } else { concat(&[" (", &interval(bounds, language), ")"]) };
        let percent = if self.formula == Formula::Share { " × 100 %" } else { "" };
        concat(&[&text, &bounds, percent])
    }

    /// "(3,1 + 3,4) × 0,5 × 100 ÷ 4", the exact weight as a division.
    fn skm(&self, all: &[String], language: Language) -> String {
        let Shape::Skm(skm) = &self.shape else { return String::new() };
        let (weight, highest) = &**skm;
        let weighted = match self.steps.first() {
            Some(_) => concat(&[" × ", &written(weight, language)]),
            None => concat(&[" ÷ ", &size(all.len())]),
        };
        concat(&["(", &joined(all, " + "), ")", &weighted, " × 100 ÷ ", &number(*highest, language)])
    }

    /// "(Rp 100 × 95 % − Rp 80) ÷ (Rp 100 × 95 %) × 100 % = 15,7894… %; 50 % + 15,7894… ÷ 20 × 50 %"
    fn pmk_214(&self, all: &[String], language: Language) -> String {
        let [achieved, _, spending, allocation] = all else { return String::new() };
        let worth = concat(&[allocation, " × ", achieved, " %"]);
        let step = |formula| self.steps.iter().find(|step| step.formula == formula).map(|step| &step.value);
        let saving = step(Formula::Pmk214Efficiency).map(|value| expansion(value, 4, language)).unwrap_or_default();
        let mut text = concat(&["(", &worth, " − ", spending, ") ÷ (", &worth, ") × 100 % = ", &saving, " %"]);
        let mut entering = saving;
        if let Some(held) = step(Formula::Pmk214Bounds) {
            entering = expansion(held, 4, language);
            text.push_str(&concat(&[", ", HELD.get(language), " ", &entering, " %"]));
        }
        if entering.starts_with('-') {
            entering = concat(&["(", &entering, ")"]);
        }
        concat(&[&text, "; 50 % + ", &entering, " ÷ 20 × 50 %"])
    }

    /// " [2 dari 3 nilai dihitung]", where some have none.
    fn coverage(&self, language: Language) -> Option<String> {
        let (used, total) = (self.counted(), self.operands.len());
        let fixed = matches!(self.formula, Formula::UnspentWhenMet | Formula::Pmk214Score);
        if used == total || fixed {
            return None;
        }
        Some(concat(&[" [", &size(used), " ", OF.get(language), " ", &size(total), " ", COUNTED.get(language), "]"]))
    }

    fn input(&self, place: usize, operand: &Operand, language: Language) -> Input {
        let value = match &operand.value {
            OperandValue::Known(value) => value.display(language),
            OperandValue::Missing(reason) => reason.message(language),
            OperandValue::Of(below) => match below.outcome() {
                Outcome::Computed(value) => value.display(language),
                Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.message(language),
            },
            OperandValue::Given(_) | OperandValue::Exact(_) => operand_text(operand, self.is_money(place), language),
        };
        let mut remarks = operand.remarks().footnotes.clone();
        if self.formula == Formula::WeightedMeanOfValues
            && let Some(weight) = operand.remarks().weight
        {
            remarks.push(concat(&[WEIGHT.get(language), " ", &number(weight, language)]));
        }
        if let Some(carried) = operand.remarks().carried {
            remarks.push(match carried.year {
                Some(year) => concat(&[CARRIED_FROM.get(language), " ", &count(u64::from(year))]),
                None => CARRIED.get(language).to_owned(),
            });
        }
        if !operand.is_present() && self.outcome.value().is_some() {
            remarks.push(NOT_COUNTED.get(language).to_owned());
        }
        let remark = (!remarks.is_empty()).then(|| join(&remarks, "; "));
        Input { name: self.field(place), label: name(operand, place, language).into(), value, remark }
    }

    /// The field that an operand comes from.
    fn field(&self, place: usize) -> &'static str {
        match (self.formula, place) {
            (Formula::Absorption, 0) | (Formula::Remainder, 1) | (Formula::Pmk214Score, 2) => "spending",
            (Formula::Absorption | Formula::Remainder, _) | (Formula::Pmk214Score, 3) => "allocation",
            (Formula::RelativeGrowth | Formula::PointsGrowth, 0) => "realization",
            (Formula::RelativeGrowth | Formula::PointsGrowth, _) => "previous",
            (Formula::QuartersSum | Formula::QuartersLast | Formula::QuartersAverage, _) => "quarters",
            (
                Formula::AchievementMinusAbsorption
                | Formula::AbsorptionOverAchievement
                | Formula::OutputOverInput
                | Formula::UnspentWhenMet
                | Formula::Pmk214Score,
                _,
            ) => {
                if place == 0 {
                    "achievement"
                } else {
                    "absorption"
                }
            }
            _ => match self.shape {
                Shape::Parts(parts) if place < parts => "part",
                Shape::Parts(_) => "whole",
                _ => "of",
            },
        }
    }
}

impl Progress {
    /// Where the figure comes from, in one language.
    #[must_use]
    pub fn explanation(&self, language: Language) -> Explanation {
        let mut node = Explanation::of_formula(self.against.formula(), self.line(language), language);
        node.inputs = inputs(&self.measurement, language);
        let rounding = self.rules.rounding_of(Figure::Progress);
        if let Outcome::Computed(percent) = &self.outcome {
            node.exact = Some(percent.exact.text());
            node.rounding = Some(rounding_step(percent, rounding));
        }
        for step in &self.steps {
            let unit = if step.formula == Formula::NearerBound { "" } else { " %" };
            let line = concat(&[&expansion(&step.value, 0, language), unit]);
            let exact = Some(step.value.text());
            node.children.push(Explanation { exact, ..Explanation::of_formula(step.formula, line, language) });
        }
        node.children.push(rules_step(&self.rules, language));
        node
    }

    /// The explanation in one line, without the steps below.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let percent = match &self.outcome {
            Outcome::Computed(percent) => percent,
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return reason.message(language),
        };
        let bound = self.steps.iter().find(|step| step.formula == Formula::NearerBound).map(|step| &step.value);
        let main = self.steps.iter().map(|step| step.formula).find(|formula| *formula != Formula::NearerBound);
        let main = main.unwrap_or(Formula::RealizationOverTarget);
        let line = calculation(main, &self.measurement, bound, language);
        concat(&[&line, &equals(percent, self.rules.rounding_of(Figure::Progress), language)])
    }
}

/// A number with the mark of its unit.
pub(crate) fn value_text(reported: Number, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Percent => display_percent(reported, language),
        Unit::Rupiah => write(reported, style_of(language), Form::Rupiah),
        Unit::Number | Unit::Points => concat(&[&number(reported, language), mark(unit, language)]),
    }
}

/// What stands behind a number of a unit.
pub(crate) const fn mark(unit: Unit, language: Language) -> &'static str {
    match (unit, language) {
        (Unit::Percent, _) => " %",
        (Unit::Points, Language::Indonesian) => " poin",
        (Unit::Points, Language::English) => " points",
        (Unit::Number | Unit::Rupiah, _) => "",
    }
}

/// " = 91,6606… → 91,66 % (dibulatkan)", or " = 100,00 %" where nothing is lost.
fn equals_value(value: &Value, rounding: Option<Rounding>, language: Language) -> String {
    let shown = value.display(language);
    match rounding {
        Some(rounding) if !value.is_exact() => {
            let places = rounding.places() + 2;
            let exact = match (&value.exact, language) {
                (Exact::Ratio(ratio), _) => digits(ratio, places, language),
                (root, Language::Indonesian) => crate::error::comma(&first_digits(root, places)),
                (root, Language::English) => first_digits(root, places),
            };
            concat(&[" = ", &exact, " → ", &shown, " (", rounded(rounding.mode()).get(language), ")"])
        }
        _ => concat(&[" = ", &shown]),
    }
}

/// "17,4111… poin dari anggaran yang tidak terserap, 2,7253… poin dari capaian terhadap 100"
fn made_of(parts: &EfficiencyParts, language: Language) -> String {
    let unspent = expansion(&parts.unspent, 2, language);
    let performance = expansion(&parts.performance, 2, language);
    concat(&[&unspent, " ", UNSPENT.get(language), ", ", &performance, " ", PERFORMANCE.get(language)])
}

/// "90 ≤ x < 100"
fn interval(bounds: &CountBounds, language: Language) -> String {
    let bounds = [
        (bounds.above, "", " < x"),
        (bounds.at_least, "", " ≤ x"),
        (bounds.below, "x < ", ""),
        (bounds.at_most, "x ≤ ", ""),
    ];
    let text = |bound: Number, before: &str, behind: &str| concat(&[before, &number(bound, language), behind]);
    let all = some_of(&bounds, &mut |(bound, before, behind)| bound.map(|bound| text(bound, before, behind)));
    join(&all, ", ")
}

/// What an operand is called: its label, or its number.
fn name(operand: &Operand, place: usize, language: Language) -> String {
    match &operand.label {
        Label::Unnamed => concat(&[VALUE.get(language), " ", &size(place + 1)]),
        Label::Own(name) => (**name).to_owned(),
        Label::Word(word) => word.get(language).to_owned(),
    }
}

/// An operand in a formula: below zero in brackets, so that no two signs meet.
fn bracketed(operand: &Operand, money: bool, language: Language) -> String {
    let text = operand_text(operand, money, language);
    if text.starts_with('-') { concat(&["(", &text, ")"]) } else { text }
}

/// What enters the formula: decimals as they are written, other ratios with their first digits.
fn operand_text(operand: &Operand, money: bool, language: Language) -> String {
    let reported = match &operand.value {
        OperandValue::Given(number) => Some(*number),
        OperandValue::Known(value) => reported_exactly(value),
        OperandValue::Of(below) => below.value().and_then(reported_exactly),
        OperandValue::Exact(_) | OperandValue::Missing(_) => None,
    };
    let Ok(exact) = operand.ratio() else { return String::new() };
    match reported.filter(|_| !money) {
        Some(reported) => number(reported, language),
        None if money => rupiah(&exact, language),
        None => written(&exact, language),
    }
}

/// The reported value where it is what flows on.
fn reported_exactly(value: &Value) -> Option<Number> {
    (Ratio::from(value.reported) == value.ratio()).then_some(value.reported)
}

/// An amount, sen in full.
fn rupiah(exact: &Ratio, language: Language) -> String {
    let places = if exact.is_whole() { 0 } else { 2 };
    match exact.to_number(places) {
        Some(amount) => write(amount, style_of(language), Form::Rupiah),
        None => concat(&["Rp ", &written(exact, language)]),
    }
}

/// The first digits with a decimal point, and an ellipsis where more follow.
fn first_digits(exact: &Exact, places: u32) -> String {
    match exact {
        Exact::Ratio(ratio) => ratio.expand(places).text(),
        Exact::Root { radicand, degree } => radicand.expand_root(*degree, places),
    }
}

/// The texts with a sign between them, unless they are too many to be read.
fn joined(texts: &[String], sign: &str) -> String {
    if texts.len() <= WRITTEN_OUT {
        return join(texts, sign);
    }
    match (sign, texts.first()) {
        (" × ", _) => "∏".to_owned(),
        (" − ", Some(first)) => concat(&[first, " − Σ"]),
        _ => "Σ".to_owned(),
    }
}
