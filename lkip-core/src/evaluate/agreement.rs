//! Agreements: their totals, in digits and in words, and the absorption that they promise.

use super::budget::absorption_of;
use super::figure::{FigureKind, Subject};
use super::work::{Work, amount};
use crate::error::Detail;
use crate::finding::FindingCode;
use crate::measure::{Measurement, Operand, OperandValue, Target, Unit, Value, total};
use crate::number::{Number, Ratio, rupiah_in_words};
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::report::{Agreement, Quantity};
use crate::text::{concat, size};

impl Work<'_> {
    /// The figures of every agreement.
    pub(super) fn agreements(&mut self) {
        for (place, agreement) in self.document.agreements.iter().enumerate() {
            let key = concat(&["agreements.", agreement.id.as_str()]);
            self.agreement_total(place, agreement, &key);
            self.minima(place, agreement, &key);
        }
    }

    /// The sum of the program budgets, against the total and the words beside it.
    fn agreement_total(&mut self, place: usize, agreement: &Agreement, key: &str) {
        let operands = some_of(&agreement.programs, &mut |program| {
            let allocation = program.allocation.as_ref().and_then(Quantity::value)?;
            Some(Operand::new(program.name.clone(), OperandValue::Given(allocation)))
        });
        let given = agreement.total.as_ref().and_then(Quantity::value);
        let key = concat(&[key, ".total"]);
        if !operands.is_empty() {
            let sum = total(operands, self.rules);
            if let (Some(given), Some(sum)) = (given.map(Ratio::from), sum.value().map(Value::ratio))
                && given != sum
            {
                let finding = self
                    .finding(FindingCode::AgreementTotal, &[&key], Subject::Agreement(place), Unit::Rupiah)
                    .with("given", amount(&given))
                    .with("computed", amount(&sum))
                    .with("difference", amount(&(given.clone() - sum.clone())));
                self.findings.push(finding);
            }
            self.calculated(&[&key], Subject::Agreement(place), FigureKind::Total, sum);
        } else if let Some(given) = given {
            self.given(&[&key], Subject::Agreement(place), FigureKind::Total, given, Unit::Rupiah);
        }
        if let (Some(given), Some(words)) = (given, &agreement.total_in_words)
            && let Ok(right) = rupiah_in_words(given)
            && !same_words(words, &right)
        {
            let finding = self.finding(FindingCode::TotalInWords, &[&key], Subject::Agreement(place), Unit::Rupiah);
            let finding = finding.with("given", amount(&Ratio::from(given)));
            self.findings.push(finding.with("computed", Detail::Text(right)));
        }
    }

    /// The absorption of every program that promises a minimum, measured against it.
    fn minima(&mut self, place: usize, agreement: &Agreement, key: &str) {
        for (number, program) in agreement.programs.iter().enumerate() {
            let Some(minimum) = program.minimum.as_ref().and_then(Quantity::value) else { continue };
            let line = program.budget.as_ref().and_then(|id| self.checked.places.budget.get(id.as_str()));
            let Some(known) = line.and_then(|line| self.amounts.get(line)) else { continue };
            let key = concat(&[key, ".programs.", &size(number + 1), ".minimum"]);
            let absorbed = absorption_of(known, self.rules);
            let realization = match &absorbed {
                Outcome::Computed(Value { reported, .. }) => {
                    let exact = absorbed.value().map_or_else(Ratio::zero, Value::ratio);
                    self.below(&key, place, &exact, minimum);
                    crate::measure::Realization::Computed { exact, reported: *reported }
                }
                Outcome::NotApplicable(_) | Outcome::NotComputable(_) => crate::measure::Realization::NotMeasured,
            };
            let achievement = Measurement::new(Target::Value(minimum), realization).achievement(self.rules);
            self.achieved(&[&key], Subject::Agreement(place), FigureKind::Minimum, achievement);
        }
    }

    fn below(&mut self, key: &str, place: usize, absorbed: &Ratio, minimum: Number) {
        // What a year must reach need not be reached in a quarter.
        if *absorbed < Ratio::from(minimum) && self.document.period.quarter.is_none() {
            let finding = self.finding(FindingCode::BelowMinimum, &[key], Subject::Agreement(place), Unit::Percent);
            let finding = finding.with("absorption", amount(absorbed));
            self.findings.push(finding.with("minimum", amount(&Ratio::from(minimum))));
        }
    }
}

/// Whether two amounts in words are the same, whatever their capitals, blanks and brackets, with or without "rupiah".
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// The letters of an amount in words, which has only those of ASCII: the tables of all others would weigh 10 kB.
fn letters(words: &str) -> String {
    let mut letters = String::new();
    for letter in words.chars().filter(char::is_ascii_alphabetic) {
        letters.push(letter.to_ascii_lowercase());
    }
    while let Some(number) = letters.strip_suffix("rupiah") {
        letters.truncate(number.len());
    }
    letters
}
