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
    let mut inputs = alloc::vec![
        Operand::new(ACHIEVEMENT, OperandValue::from(achievement)),
        Operand::new(ABSORPTION, OperandValue::from(absorption)),
    ];
    let mut steps = alloc::vec::Vec::new();
    let mut shape = Shape::Plain;
    let method = rules.efficiency.method;
    let formula = formula(method);
    let found = both(achievement, absorption).and_then(|(achieved, absorbed)| match method {
        EfficiencyMethod::AchievementMinusAbsorption => {
            let unspent = Ratio::hundred() - absorbed.clone();
            let performance = achieved.clone() - Ratio::hundred();
            shape = Shape::Efficiency(EfficiencyParts { unspent, performance });
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
    calculation.category = rules.efficiency.bands.as_ref().map(|bands| match &calculation.outcome {
        Outcome::Computed(value) => bands.find(&classified(value.reported, &value.ratio(), rules)),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.clone().end(),
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
fn pmk_214(
    achieved: &Ratio,
    allocation: &Ratio,
    spending: Ratio,
    steps: &mut alloc::vec::Vec<Step>,
) -> Result<Ratio, Reason> {
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
