//! A budget: absorption, remainder, totals.

use super::calculation::{Found, Shape};
use super::composite::{all, present};
use super::{Calculation, Exact, Operand, OperandValue, Unit};
use crate::error::Detail;
use crate::language::{Text, bilingual};
use crate::number::Ratio;
use crate::outcome::{Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{Figure, Formula, RuleSet};

pub(super) const ALLOCATION: Text = bilingual!("pagu", "allocation");
pub(super) const SPENDING: Text = bilingual!("realisasi anggaran", "spending");

/// How much of an allocation (pagu) was spent, in percent (penyerapan). Above 100 it says that more was.
///
/// ```
/// use lkip_core::{Language, Number, Ratio, measure, rules};
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let allocation = Ratio::from(Number::from(111_617_829_255_u64));
/// let spending = Ratio::from(Number::from(102_309_636_358_u64));
/// let absorption = measure::absorption(Some(&allocation), Some(&spending), &rules);
/// let line = absorption.line(Language::Indonesian);
/// assert_eq!(line, "Rp 102.309.636.358 ÷ Rp 111.617.829.255 × 100 % = 91,6606… → 91,66 % (dibulatkan)");
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[doc(alias = "penyerapan")]
#[must_use]
pub fn absorption(allocation: Option<&Ratio>, spending: Option<&Ratio>, rules: &RuleSet) -> Calculation {
    let found = amounts(allocation, spending).and_then(|(allocation, spending)| {
        if allocation.is_negative() {
            let allocation = Detail::Number(allocation.expand(2).into());
            return Err(Reason::new(ReasonCode::NegativeAllocation).with("allocation", allocation));
        }
        let exact = spending * Ratio::hundred() / allocation;
        let exact = exact.ok_or_else(|| Reason::new(ReasonCode::ZeroAllocation))?;
        let rounding = Some(rules.rounding_of(Figure::Absorption));
        Ok(Found { exact: Exact::Ratio(exact), unit: Unit::Percent, rounding })
    });
    Calculation::new(Formula::Absorption, operands(spending, allocation), Shape::Parts(1), rules, found)
}

/// What is left of an allocation (sisa anggaran), in rupiah, exact; below zero where more was spent.
#[doc(alias = "sisa anggaran")]
#[must_use]
pub fn remainder(allocation: Option<&Ratio>, spending: Option<&Ratio>, rules: &RuleSet) -> Calculation {
    let found = amounts(allocation, spending).map(|(allocation, spending)| Found {
        exact: Exact::Ratio(allocation - spending),
        unit: Unit::Rupiah,
        rounding: None,
    });
    let mut operands = operands(spending, allocation);
    operands.reverse();
    Calculation::new(Formula::Remainder, operands, Shape::Plain, rules, found)
}

/// The sum of amounts, in rupiah, exact. Amounts that are blank count as nothing; where all are, there is no sum.
#[must_use]
pub fn total(operands: Vec<Operand>, rules: &RuleSet) -> Calculation {
    let amounts = present(&operands);
    let found = if amounts.is_empty() {
        all(&operands).and_then(|_| Err(Reason::new(ReasonCode::NoOperandHasValue)))
    } else {
        Ok(Found { exact: Exact::Ratio(Ratio::sum(amounts)), unit: Unit::Rupiah, rounding: None })
    };
    Calculation::new(Formula::BudgetTotal, operands, Shape::Plain, rules, found)
}

/// Both amounts, or which of them is missing.
pub(super) fn amounts(allocation: Option<&Ratio>, spending: Option<&Ratio>) -> Result<(Ratio, Ratio), Reason> {
    let allocation = allocation.ok_or_else(|| Reason::new(ReasonCode::NoAllocation))?;
    let spending = spending.ok_or_else(|| Reason::new(ReasonCode::NoSpending))?;
    Ok((allocation.clone(), spending.clone()))
}

/// The two amounts as operands.
pub(super) fn operands(spending: Option<&Ratio>, allocation: Option<&Ratio>) -> Vec<Operand> {
    let value = |amount: Option<&Ratio>, missing| match amount {
        Some(amount) => OperandValue::from(amount),
        None => OperandValue::from(Reason::new(missing)),
    };
    vec![
        Operand::new(SPENDING, value(spending, ReasonCode::NoSpending)),
        Operand::new(ALLOCATION, value(allocation, ReasonCode::NoAllocation)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::number::Number;
    use crate::rules::rule_set;

    fn amount(text: &str) -> Ratio {
        Ratio::from(text.parse::<Number>().unwrap())
    }

    fn rules() -> RuleSet {
        rule_set("setda-kaltim-2021").unwrap()
    }

    #[test]
    fn absorption_is_spending_of_the_allocation() {
        let reported = |allocation: &str, spending: &str| {
            let absorption = absorption(Some(&amount(allocation)), Some(&amount(spending)), &rules());
            absorption.value().map(|value| value.reported.to_string())
        };
        assert_eq!(reported("111617829255", "102309636358").as_deref(), Some("91.66"));
        assert_eq!(reported("53835262608", "44461953825").as_deref(), Some("82.59"));
        assert_eq!(reported("181890576352", "150394102691").as_deref(), Some("82.68"));
        assert_eq!(reported("100", "120").as_deref(), Some("120.00"));
        assert_eq!(reported("100", "0").as_deref(), Some("0.00"));
    }

    #[test]
    fn without_amounts_there_is_a_reason() {
        let (zero, some) = (amount("0"), amount("5"));
        let code = |calculation: Calculation| calculation.outcome().reason().map(Reason::code);
        assert_eq!(code(absorption(None, Some(&some), &rules())), Some(ReasonCode::NoAllocation));
        assert_eq!(code(absorption(Some(&some), None, &rules())), Some(ReasonCode::NoSpending));
        assert_eq!(code(absorption(Some(&zero), Some(&zero), &rules())), Some(ReasonCode::ZeroAllocation));
        assert_eq!(code(absorption(Some(&-some.clone()), Some(&some), &rules())), Some(ReasonCode::NegativeAllocation));
        assert_eq!(code(remainder(None, None, &rules())), Some(ReasonCode::NoAllocation));
        assert_eq!(code(total(vec![], &rules())), Some(ReasonCode::NoOperandHasValue));
    }

    #[test]
    fn amounts_are_exact() {
        let left = remainder(Some(&amount("1000000.50")), Some(&amount("1500000")), &rules());
        let line = left.line(Language::Indonesian);
        assert_eq!(line, "Rp 1.000.000,50 − Rp 1.500.000 = -Rp 499.999,50");
        let blank = Operand::new("B", Reason::new(ReasonCode::NoSpending));
        let sum = total(
            vec![Operand::new("A", &amount("661473673")), blank, Operand::new("C", &amount("838526327"))],
            &rules(),
        );
        let line = sum.line(Language::English);
        assert_eq!(line, "Rp 661,473,673 + Rp 838,526,327 = Rp 1,500,000,000 [2 of 3 values counted]");
        assert_eq!(sum.rounding(), None);
    }
}
