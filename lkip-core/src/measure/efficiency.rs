//! Efficiency: what was reached against what it cost, by the method that the rules declare.

use super::achievement::Step;
use super::budget::{amounts, operands};
use super::calculation::{Found, Shape};
use super::classify::classified;
use super::{Calculation, Exact, Operand, OperandValue, Percent, Unit, Value};
use crate::error::Detail;
use crate::language::{Text, bilingual};
use crate::number::Ratio;
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{EfficiencyMethod, Figure, Formula, RuleSet};

const ACHIEVEMENT: Text = bilingual!("capaian", "achievement");
const ABSORPTION: Text = bilingual!("penyerapan", "absorption");

/// What an efficiency of achievement less absorption is made of: their sum is the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EfficiencyParts {
    /// 100 − absorption: points that come from budget that was not spent.
    pub unspent: Ratio,
    /// Achievement − 100: points that come from performance above the target.
    pub performance: Ratio,
}

impl EfficiencyParts {
    /// Whether the efficiency is positive and comes from unspent budget more than from performance.
    #[must_use]
    pub fn is_mostly_unspent(&self) -> bool {
        let difference = self.unspent.clone() + self.performance.clone();
        let positive = !difference.is_negative() && !difference.is_zero();
        positive && !self.unspent.is_negative() && self.unspent > self.performance
    }
}

/// Efficiency by the method that the rules declare, with its band where they name some.
///
/// Its first two operands are always the achievement and the absorption, whatever the method takes: a difference of
/// 54 points with half of the budget unspent says little without them. `met` is whether the target is met; without
/// it an achievement of at least 100 counts as that. Under PMK 214/PMK.02/2017 the figure is the score NE: its
/// E, held between −20 % and 20 %, is only the way there and stands in the explanation.
#[doc(alias = "efisiensi")]
#[must_use]
pub fn efficiency(
    achievement: &Outcome<Percent>,
    absorption: &Outcome<Value>,
    allocation: Option<&Ratio>,
    spending: Option<&Ratio>,
    met: Option<bool>,
    rules: &RuleSet,
) -> Calculation {
    let mut inputs = vec![
        Operand::new(ACHIEVEMENT, OperandValue::from(achievement)),
        Operand::new(ABSORPTION, OperandValue::from(absorption)),
    ];
    let mut steps = Vec::new();
    let mut shape = Shape::Plain;
    let method = rules.efficiency.method;
    let formula = formula(method);
    let found = both(achievement, absorption).and_then(|(achieved, absorbed)| match method {
        EfficiencyMethod::AchievementMinusAbsorption => {
            let unspent = Ratio::hundred() - absorbed.clone();
            let performance = achieved.clone() - Ratio::hundred();
            shape = Shape::Efficiency(Box::new(EfficiencyParts { unspent, performance }));
            Ok((achieved - absorbed, Unit::Points))
        }
        EfficiencyMethod::AbsorptionOverAchievement => {
            let missing = || shown(ReasonCode::NoAchievement, "achievement", &achieved);
            over(&absorbed, &achieved).ok_or_else(missing).map(|exact| (exact, Unit::Percent))
        }
        EfficiencyMethod::OutputOverInput => {
            let missing = || shown(ReasonCode::NoAbsorption, "absorption", &absorbed);
            over(&achieved, &absorbed).ok_or_else(missing).map(|exact| (exact, Unit::Percent))
        }
        EfficiencyMethod::Pmk214 => {
            let (allocation, spending) = amounts(allocation, spending)?;
            pmk_214(&achieved, &allocation, spending, &mut steps).map(|exact| (exact, Unit::Percent))
        }
        EfficiencyMethod::UnspentWhenMet => {
            if met.unwrap_or_else(|| achieved >= Ratio::hundred()) {
                Ok((Ratio::hundred() - absorbed, Unit::Percent))
            } else {
                Err(Reason::new(ReasonCode::TargetNotMet))
            }
        }
    });
    if method == EfficiencyMethod::Pmk214 {
        inputs.extend(operands(spending, allocation));
    }
    let rounding = Some(rules.rounding_of(Figure::Efficiency));
    let found = found.map(|(exact, unit)| Found { exact: Exact::Ratio(exact), unit, rounding });
    let mut calculation = Calculation::new(formula, inputs, shape, rules, found);
    calculation.steps = steps;
    calculation.category = rules.efficiency.bands.as_ref().map(|bands| {
        Box::new(match &calculation.outcome {
            Outcome::Computed(value) => bands.find(&classified(value.reported, &value.ratio(), rules)),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.clone().end(),
        })
    });
    calculation
}

const fn formula(method: EfficiencyMethod) -> Formula {
    match method {
        EfficiencyMethod::AchievementMinusAbsorption => Formula::AchievementMinusAbsorption,
        EfficiencyMethod::AbsorptionOverAchievement => Formula::AbsorptionOverAchievement,
        EfficiencyMethod::OutputOverInput => Formula::OutputOverInput,
        EfficiencyMethod::Pmk214 => Formula::Pmk214Score,
        EfficiencyMethod::UnspentWhenMet => Formula::UnspentWhenMet,
    }
}

/// Achievement and absorption, both exact, or why one of them is missing.
fn both(achievement: &Outcome<Percent>, absorption: &Outcome<Value>) -> Result<(Ratio, Ratio), Reason> {
    let achieved = match achievement {
        Outcome::Computed(percent) => percent.exact.clone(),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return Err(reason.clone()),
    };
    match absorption {
        Outcome::Computed(value) => Ok((achieved, value.ratio())),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => Err(reason.clone()),
    }
}

/// One percentage in percent of another, which is above zero.
fn over(above: &Ratio, below: &Ratio) -> Option<Ratio> {
    if below.is_negative() {
        return None;
    }
    above.times(&Ratio::hundred()) / below.clone()
}

fn shown(code: ReasonCode, name: &'static str, value: &Ratio) -> Reason {
    Reason::new(code).with(name, Detail::Number(value.expand(10).into()))
}

/// E = (allocation × achievement − spending) ÷ (allocation × achievement), held between ±20 %, and NE = 50 % + E ÷ 20 × 50.
fn pmk_214(achieved: &Ratio, allocation: &Ratio, spending: Ratio, steps: &mut Vec<Step>) -> Result<Ratio, Reason> {
    if allocation.is_negative() {
        return Err(shown(ReasonCode::NegativeAllocation, "allocation", allocation));
    }
    if allocation.is_zero() {
        return Err(Reason::new(ReasonCode::ZeroAllocation));
    }
    // The achievement is in percent: everything is taken times a hundred.
    let worth = allocation.times(achieved);
    let saved = worth.clone() - spending * Ratio::hundred();
    let exact = over(&saved, &worth).ok_or_else(|| shown(ReasonCode::NoAchievement, "achievement", achieved))?;
    steps.push(Step { formula: Formula::Pmk214Efficiency, value: exact.clone() });
    let held = exact.clone().clamp(Ratio::from(-20), Ratio::from(20));
    if held != exact {
        steps.push(Step { formula: Formula::Pmk214Bounds, value: held.clone() });
    }
    // 50 + held ÷ 20 × 50
    let score = (held * Ratio::from(50) + Ratio::from(1000)) / Ratio::from(20);
    Ok(score.unwrap_or_else(Ratio::zero))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::number::Number;
    use crate::plain::Plain;
    use crate::rules::rule_set;

    fn ratio(text: &str) -> Ratio {
        Ratio::from(text.parse::<Number>().unwrap())
    }

    fn percent(text: &str) -> Outcome<Percent> {
        Outcome::Computed(Percent { reported: text.parse().unwrap(), exact: ratio(text) })
    }

    fn rules(method: &str, bands: &str) -> RuleSet {
        let text = format!(r#"{{"efficiency": {{"method": "{method}", "bands": {bands}}}}}"#);
        rule_set("setda-kaltim-2021").unwrap().with(&Plain::from_json(&text).unwrap()).unwrap()
    }

    fn measured(achievement: &str, absorption: &str, rules: &RuleSet) -> Calculation {
        efficiency(&percent(achievement), &percent(absorption).map(Value::from), None, None, None, rules)
    }

    fn line(calculation: &Calculation) -> String {
        calculation.line(Language::Indonesian)
    }

    #[test]
    fn what_was_not_spent_is_told_apart_from_what_was_reached() {
        let rules = rules("achievement_minus_absorption", r#""app-bna-efficiency""#);
        let first = measured("102.73", "82.59", &rules);
        assert_eq!(
            line(&first),
            "102,73 − 82,59 = 20,14 poin; 17,41 poin dari anggaran yang tidak terserap, 2,73 poin dari capaian terhadap \
             100; Efisien (5 < x)"
        );
        let parts = first.mostly_unspent().unwrap();
        assert_eq!((&parts.unspent, &parts.performance), (&ratio("17.41"), &ratio("2.73")));
        // The objectives of Tabel 3.19 of the Setda Kaltim.
        for (achievement, absorption, expected) in
            [("115.4905", "75.4137", "40.08"), ("100.7641", "46.4996", "54.26"), ("106.3919", "83.7345", "22.66")]
        {
            let value = measured(achievement, absorption, &rules);
            assert_eq!(value.value().unwrap().reported.to_string(), expected);
            assert!(value.mostly_unspent().is_some());
            assert_eq!(value.operands().len(), 2);
        }
        assert!(measured("120", "95", &rules).mostly_unspent().is_none());
        assert!(measured("80", "90", &rules).mostly_unspent().is_none());
        assert!(measured("130", "110", &rules).mostly_unspent().is_none());
        let english = first.line(Language::English);
        assert!(
            english.contains("; 17.41 points come from budget that was not spent, 2.73 points from the achievement")
        );
    }

    #[test]
    fn quotients_of_both_need_something_to_divide_by() {
        let over = rules("absorption_over_achievement", r#""kepmendagri-690-efficiency""#);
        assert_eq!(line(&measured("100", "85", &over)), "85 ÷ 100 × 100 % = 85,00 %; Cukup Efisien (80 < x ≤ 90)");
        let band = |calculation: &Calculation| {
            calculation.category().and_then(|found| found.value().map(|band| band.category().code.clone()))
        };
        assert_eq!(band(&measured("80", "100", &over)).as_deref(), Some("tidak_efisien"));
        let code = |calculation: &Calculation| calculation.outcome().reason().map(Reason::code);
        assert_eq!(code(&measured("0", "85", &over)), Some(ReasonCode::NoAchievement));
        assert_eq!(code(&measured("-5", "85", &over)), Some(ReasonCode::NoAchievement));
        let output = rules("output_over_input", "null");
        assert_eq!(line(&measured("102", "85", &output)), "102 ÷ 85 × 100 % = 120,00 %");
        assert_eq!(measured("102", "85", &output).category(), None);
        assert_eq!(code(&measured("102", "0", &output)), Some(ReasonCode::NoAbsorption));
    }

    #[test]
    fn only_a_target_that_is_met_makes_unspent_budget_an_efficiency() {
        let rules = rules("unspent_when_met", "null");
        assert_eq!(line(&measured("100", "82.59", &rules)), "100 − 82,59 = 17,41 %");
        assert_eq!(measured("99.99", "82.59", &rules).outcome().reason().unwrap().code(), ReasonCode::TargetNotMet);
        let met = |met| efficiency(&percent("99"), &percent("90").map(Value::from), None, None, Some(met), &rules);
        assert_eq!(met(true).value().unwrap().reported.to_string(), "10.00");
        assert_eq!(met(false).outcome().tag(), "not_applicable");
    }

    /// Allocation 100, achievement 100 %: E is what was not spent.
    fn pmk_214(achievement: &str, spending: &str) -> Calculation {
        let rules = rules("pmk_214", "null");
        let (allocation, spending) = (ratio("100"), ratio(spending));
        let absorption = Outcome::Computed(Value {
            reported: Number::ZERO,
            exact: Exact::Ratio(spending.clone()),
            unit: Unit::Percent,
        });
        efficiency(&percent(achievement), &absorption, Some(&allocation), Some(&spending), None, &rules)
    }

    #[test]
    fn the_score_of_pmk_214_is_held_between_0_and_100() {
        let score = |spending: &str| pmk_214("100", spending).value().unwrap().reported.to_string();
        assert_eq!([score("120"), score("100"), score("80")], ["0.00", "50.00", "100.00"]);
        // E = 74.03 made 235 % of a published report; held to 20 it is 100.
        assert_eq!(score("25.97"), "100.00");
        assert_eq!(score("150"), "0.00");
        assert_eq!(
            line(&pmk_214("100", "25.97")),
            "(Rp 100 × 100 % − Rp 25,97) ÷ (Rp 100 × 100 %) × 100 % = 74,03 %, dibatasi 20 %; 50 % + 20 ÷ 20 × 50 % = 100,00 %"
        );
        assert_eq!(
            line(&pmk_214("95", "98")),
            "(Rp 100 × 95 % − Rp 98) ÷ (Rp 100 × 95 %) × 100 % = -3,1578… %; 50 % + (-3,1578…) ÷ 20 × 50 % = 42,1052… → 42,11 % (dibulatkan)"
        );
        let steps = pmk_214("100", "25.97").explanation(Language::Indonesian).children;
        let rules: Vec<&str> = steps.iter().map(|step| step.rule.as_str()).collect();
        assert_eq!(rules, ["efficiency/pmk_214_saving", "efficiency/pmk_214_bounds", "rules/setda-kaltim-2021"]);
        assert_eq!(pmk_214("0", "80").outcome().reason().unwrap().code(), ReasonCode::NoAchievement);
        assert_eq!(pmk_214("95", "98").operands().len(), 4);
    }

    #[test]
    fn what_is_missing_is_named() {
        let rules = rules("pmk_214", r#""app-bna-efficiency""#);
        let absorbed = percent("90").map(Value::from);
        let without = efficiency(&percent("90"), &absorbed, None, Some(&ratio("1")), None, &rules);
        assert_eq!(without.outcome().reason().unwrap().code(), ReasonCode::NoAllocation);
        assert_eq!(without.category().unwrap().reason().unwrap().code(), ReasonCode::NoAllocation);
        let unmeasured = Reason::new(ReasonCode::NotMeasured).end();
        let without = efficiency(&unmeasured, &absorbed, None, None, None, &rules);
        assert_eq!(without.outcome().reason().unwrap().code(), ReasonCode::NotMeasured);
        assert_eq!(without.operands().len(), 4);
    }
}
