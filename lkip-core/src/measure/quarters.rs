//! Quarters: what they make of a year.

use super::calculation::{Found, Shape};
use super::composite::present;
use super::{Calculation, Exact, Operand, Unit, Value};
use crate::number::Ratio;
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Consolidation, Figure, Formula, RuleSet};

/// What values of quarters make together, in the order of the year; nothing when there are none.
#[must_use]
pub fn consolidated(values: &[Ratio], consolidation: Consolidation) -> Option<Ratio> {
    let last = values.last()?;
    match consolidation {
        Consolidation::Sum => Some(Ratio::sum(values.to_vec())),
        Consolidation::Last => Some(last.clone()),
        Consolidation::Average => Ratio::sum(values.to_vec()) / Ratio::from(values.len()),
    }
}

/// The realization that quarters make (akumulasi), of those that have a value.
///
/// A decimal is reported as it is; what is none is rounded as realizations are.
///
/// ```
/// use lkip_core::measure::{Operand, Unit, of_quarters};
/// use lkip_core::{Language, Number, rules};
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let quarter = |name: &str, reached: i32| Operand::new(name, Number::from(reached));
/// let quarters = vec![quarter("Triwulan II", 20), quarter("Triwulan IV", 25)];
/// let year = of_quarters(quarters, rules::Consolidation::Average, Unit::Number, &rules);
/// assert_eq!(year.explanation(Language::Indonesian).line, "(20 + 25) ÷ 2 = 22,5");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[doc(alias = "akumulasi")]
#[must_use]
pub fn of_quarters(
    mut quarters: Vec<Operand>,
    consolidation: Consolidation,
    unit: Unit,
    rules: &RuleSet,
) -> Calculation {
    let formula = match consolidation {
        Consolidation::Sum => Formula::QuartersSum,
        Consolidation::Last => Formula::QuartersLast,
        Consolidation::Average => Formula::QuartersAverage,
    };
    if consolidation == Consolidation::Last
        && let Some(last) = quarters.iter().rposition(|quarter| quarter.ratio().is_ok())
    {
        quarters = vec![quarters.swap_remove(last)];
    }
    let exact = consolidated(&present(&quarters), consolidation);
    let decimal = exact.as_ref().and_then(|exact| exact.to_number(0));
    let rounding = decimal.is_none().then(|| rules.rounding_of(Figure::Realization));
    let found = exact.map(|exact| Found { exact: Exact::Ratio(exact), unit, rounding });
    let found = found.ok_or_else(|| Reason::new(ReasonCode::NoOperandHasValue));
    let mut made = Calculation::new(formula, quarters, Shape::Plain, rules, found);
    if let (Some(reported), Outcome::Computed(value)) = (decimal, &made.outcome) {
        made.outcome = Outcome::Computed(Value { reported, ..value.clone() });
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::number::Number;
    use crate::rules::rule_set;

    fn year(texts: &[&str], consolidation: Consolidation) -> Calculation {
        let blank = || Operand::new("", Reason::new(ReasonCode::NotMeasured));
        let quarter =
            |text: &&str| text.parse::<Number>().map_or_else(|_| blank(), |reached| Operand::new("", reached));
        let quarters = texts.iter().map(quarter).collect();
        of_quarters(quarters, consolidation, Unit::Number, &rule_set("setda-kaltim-2021").unwrap())
    }

    fn line(texts: &[&str], consolidation: Consolidation) -> String {
        year(texts, consolidation).explanation(Language::Indonesian).line
    }

    #[test]
    fn quarters_make_a_year_in_three_ways() {
        assert_eq!(line(&["10.50", "", "-2.50"], Consolidation::Sum), "10,50 + (-2,50) = 8 [2 dari 3 nilai dihitung]");
        assert_eq!(line(&["10.50", "7", ""], Consolidation::Last), "nilai 1 = 7");
        assert_eq!(
            line(&["10", "10", "11"], Consolidation::Average),
            "(10 + 10 + 11) ÷ 3 = 10,3333… → 10,33 (dibulatkan)"
        );
        let none = year(&["", ""], Consolidation::Last);
        assert_eq!(none.outcome().reason().map(Reason::code), Some(ReasonCode::NoOperandHasValue));
    }
}
