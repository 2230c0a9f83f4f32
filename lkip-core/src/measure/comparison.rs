//! Comparisons: with another year, with the strategic plan, with a national value.

use super::achievement::{Step, percent_by_formula, report};
use super::calculation::{Found, Shape};
use super::{Calculation, Exact, Measurement, Operand, OperandValue, Percent, Unit};
use crate::error::Detail;
use crate::language::{Text, bilingual};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Figure, Formula, RuleSet};

const NOW: Text = bilingual!("nilai baru", "new value");
const BEFORE: Text = bilingual!("nilai lama", "old value");

/// The change since another year in percent of it: (now ÷ before − 1) × 100 %.
///
/// Without a value before there is nothing to state; of a value that is zero or below no percentage is taken.
///
/// ```
/// use lkip_core::{Number, Ratio, measure, rules};
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let (now, before) = (Ratio::from(85), Ratio::from(80));
/// let change = measure::change(&now, Some(&before), &rules);
/// assert_eq!(change.value().map(|value| value.reported.to_string()).as_deref(), Some("6.25"));
/// assert_eq!(measure::change(&now, None, &rules).outcome().tag(), "not_applicable");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[must_use]
pub fn change(now: &Ratio, before: Option<&Ratio>, rules: &RuleSet) -> Calculation {
    let found = base(before).and_then(|before| {
        if before.is_negative() {
            let shown = Detail::Number(before.expand(10).into());
            return Err(Reason::new(ReasonCode::NegativeBase).with("base", shown));
        }
        let exact = (now.clone() - before.clone()) * Ratio::hundred() / before.clone();
        let exact = Exact::Ratio(exact.ok_or_else(|| Reason::new(ReasonCode::ZeroBase))?);
        Ok(Found { exact, unit: Unit::Percent, rounding: Some(rules.rounding_of(Figure::Growth)) })
    });
    Calculation::new(Formula::RelativeGrowth, both(now, before), Shape::Plain, rules, found)
}

/// The difference from another year: now − before. Of two percentages it is in [`Unit::Points`].
///
/// A difference of numbers that are no percentages is as exact as they are, unless the rules round changes.
#[must_use]
pub fn difference(now: &Ratio, before: Option<&Ratio>, unit: Unit, rules: &RuleSet) -> Calculation {
    let exact_suffices =
        !matches!(unit, Unit::Points | Unit::Percent) && rules.rounding_for.get(Figure::Growth).is_none();
    let found = base(before).map(|before| {
        let exact = now.clone() - before.clone();
        let decimal = exact_suffices && exact.to_number(0).is_some();
        let rounding = (!decimal).then(|| rules.rounding_of(Figure::Growth));
        Found { exact: Exact::Ratio(exact), unit, rounding }
    });
    Calculation::new(Formula::PointsGrowth, both(now, before), Shape::Plain, rules, found)
}

fn base(before: Option<&Ratio>) -> Result<&Ratio, Reason> {
    before.ok_or_else(|| Reason::new(ReasonCode::NoBase))
}

fn both(now: &Ratio, before: Option<&Ratio>) -> Vec<Operand> {
    let missing = || OperandValue::Missing(Reason::new(ReasonCode::NoBase));
    vec![Operand::new(NOW, now), Operand::new(BEFORE, before.map_or_else(missing, OperandValue::from))]
}

/// What a realization is measured against beside the target of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The target that the strategic plan (Renstra) sets for a year.
    Renstra(u16),
    /// The national standard or average.
    National,
}

impl Against {
    /// The formula that explanations name.
    #[must_use]
    pub const fn formula(self) -> Formula {
        match self {
            Self::Renstra(_) => Formula::Progress,
            Self::National => Formula::NationalProgress,
        }
    }
}

/// A realization against another target than that of its period: without cap, floor and category, which are of the
/// achievement.
#[doc(alias = "tingkat kemajuan")]
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub(crate) measurement: Measurement,
    pub(crate) against: Against,
    pub(crate) rules: RuleSet,
    pub(crate) steps: Vec<Step>,
    pub(crate) outcome: Outcome<Percent>,
}

impl Progress {
    /// The percentage, or why there is none.
    #[must_use]
    pub fn outcome(&self) -> &Outcome<Percent> {
        &self.outcome
    }

    /// The reported percentage, if there is one.
    #[must_use]
    pub fn percent(&self) -> Option<Number> {
        self.outcome.value().map(|percent| percent.reported)
    }

    /// What it is measured against.
    #[must_use]
    pub fn against(&self) -> Against {
        self.against
    }

    /// What was measured; its target is the plan's or the national one.
    #[must_use]
    pub fn measurement(&self) -> &Measurement {
        &self.measurement
    }

    /// The rules that it was measured by.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }
}

impl Measurement {
    /// The realization against a target of the strategic plan or a national value, which stands as the target:
    /// the formula of the polarity, rounded as progress is.
    ///
    /// ```
    /// use lkip_core::measure::Against;
    /// use lkip_core::{Measurement, Number, rules};
    /// let rules = rules::rule_set("kemenkeu-nko")?;
    /// let (plan, reached): (Number, Number) = ("77".parse()?, "98.40".parse()?);
    /// let progress = Measurement::new(plan, reached).progress(&rules, Against::Renstra(2023));
    /// // The cap of 120 % holds for achievements only.
    /// assert_eq!(progress.percent().map(|percent| percent.to_string()).as_deref(), Some("127.79"));
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    #[must_use]
    pub fn progress(self, rules: &RuleSet, against: Against) -> Progress {
        let mut steps = Vec::new();
        let outcome = match percent_by_formula(&self, rules, &mut steps) {
            Ok(exact) => report(exact, rules, Figure::Progress),
            Err(reason) => reason.end(),
        };
        Progress { measurement: self, against, rules: rules.clone(), steps, outcome }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::measure::Target;
    use crate::rules::{Polarity, rule_set};

    fn ratio(text: &str) -> Ratio {
        Ratio::from(text.parse::<Number>().unwrap())
    }

    fn line(calculation: &Calculation) -> String {
        calculation.line(Language::Indonesian)
    }

    #[test]
    fn changes_are_relative_to_a_value_above_zero() {
        let rules = rule_set("setda-kaltim-2021").unwrap();
        let change = |now: &str, before: &str| change(&ratio(now), Some(&ratio(before)), &rules);
        assert_eq!(line(&change("85", "85")), "(85 ÷ 85 − 1) × 100 % = 0,00 %");
        assert_eq!(line(&change("79.81", "77.1")), "(79,81 ÷ 77,1 − 1) × 100 % = 3,5149… → 3,51 % (dibulatkan)");
        assert_eq!(change("1", "0").outcome().reason().unwrap().code(), ReasonCode::ZeroBase);
        assert_eq!(change("1", "-2").outcome().reason().unwrap().code(), ReasonCode::NegativeBase);
    }

    #[test]
    fn differences_of_percentages_are_points() {
        let rules = rule_set("bkd-ntt-2021").unwrap();
        let points = difference(&ratio("106.60"), Some(&ratio("97.72")), Unit::Points, &rules);
        assert_eq!(line(&points), "106,6 − 97,72 = 8,88 poin");
        let plain = difference(&ratio("3.0885"), Some(&ratio("3.095")), Unit::Number, &rules);
        assert_eq!(line(&plain), "3,0885 − 3,095 = -0,0065");
        let none = difference(&ratio("1"), None, Unit::Number, &rules);
        assert_eq!(none.outcome().tag(), "not_applicable");
    }

    #[test]
    fn progress_has_the_formula_of_the_polarity_and_no_limit() {
        let rules = rule_set("kemenkeu-nko").unwrap();
        let number = |text: &str| text.parse::<Number>().unwrap();
        let renstra = Measurement::new(number("60"), number("90")).progress(&rules, Against::Renstra(2023));
        let explanation = renstra.explanation(Language::Indonesian);
        assert_eq!(explanation.line, "90 ÷ 60 × 100 % = 150,00 %");
        assert_eq!(explanation.rule, "progress/renstra");
        assert_eq!(explanation.children[0].rule, "higher/realization_over_target");
        let lower = Measurement::new(number("7"), number("6.5")).polarity(Polarity::Lower);
        let lower = lower.progress(&rules, Against::National);
        assert_eq!(lower.percent(), Some(number("107.14")));
        assert_eq!(lower.explanation(Language::English).rule, "progress/national");
        let none = Measurement::new(Target::None, number("1")).progress(&rules, Against::National);
        assert_eq!(none.outcome().reason().unwrap().code(), ReasonCode::NoTarget);
    }
}
