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
/// let line = absorption.explanation(Language::Indonesian).line;
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
