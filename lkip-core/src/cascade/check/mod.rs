//! What may be wrong with a cascade, one matter a file.

mod budget;
mod component;
mod condition;
mod indicator;
mod link;
mod office;
mod printed;
mod target;

use super::budget::BudgetCheck;
use super::finding::Finding;
use super::year::OfYear;
use super::{CascadeCode, Ground};
use crate::prelude::*;

/// What the checks of a year see, and what they found.
struct Check<'a> {
    ground: &'a Ground<'a>,
    year: &'a OfYear,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn finding(&self, code: CascadeCode) -> Finding {
        Finding::new(code, self.year.holdings.year)
    }

    /// Whether it is the year of the report, whose indicators, links and budget are known.
    fn is_now(&self) -> bool {
        self.year.holdings.year == self.ground.document.period.year.get()
    }
}

/// Everything that is found, year by year.
pub(super) fn findings(ground: &Ground<'_>, years: &[OfYear], budgets: &[BudgetCheck]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for year in years {
        let mut check = Check { ground, year, findings };
        check.offices();
        check.indicators();
        check.targets();
        if check.is_now() {
            check.links();
            check.components();
        }
        check.budgets(budgets);
        if check.is_now() {
            check.printed_totals();
        }
        check.conditions();
        findings = check.findings;
    }
    findings
}
