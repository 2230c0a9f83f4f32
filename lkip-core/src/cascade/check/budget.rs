//! Budgets: what stands above against what stands below.

use super::Check;
use crate::cascade::CascadeCode;
use crate::cascade::budget::{BudgetCheck, ProgramCheck, Share};
use crate::cascade::finding::{Finding, both, named};
use crate::cascade::wording::money;
use crate::error::Detail;
use crate::language::Language;
use crate::measure::Unit;
use crate::number::Ratio;
use crate::prelude::*;
use crate::text::{concat, join};

impl Check<'_> {
    pub(super) fn budgets(&mut self, all: &[BudgetCheck]) {
        for budget in all.iter().filter(|budget| budget.year == self.year.holdings.year) {
            self.missing_budget(budget);
            self.programs(budget);
            self.total(budget);
        }
    }

    /// A finding about the budget of an agreement.
    fn of_budget(&self, code: CascadeCode, budget: &BudgetCheck) -> Finding {
        let places = &self.ground.checked.places.offices;
        let mut finding = self.finding(code);
        if let Some(office) = places.get(&budget.office.id).and_then(|place| self.ground.document.offices.get(place)) {
            finding = finding.party(office);
        }
        let agreement = self.ground.document.agreements.iter().find(|one| one.id.as_str() == budget.agreement);
        match agreement {
            Some(agreement) => finding.with("first", self.ground.agreement_detail(agreement)),
            None => finding,
        }
    }

    fn with_shares(&self, mut finding: Finding, shares: &[Share]) -> Finding {
        for share in shares {
            let place = self.ground.checked.places.offices.get(&share.office.id);
            if let Some(office) = place.and_then(|place| self.ground.document.offices.get(place)) {
                finding = finding.party(office);
            }
            finding = finding.at(share.place.clone());
        }
        let data = each(shares, &mut |share| share.office.id.clone());
        finding.with("parts", both(join(&data, ", "), &|language| told(shares, language)))
    }

    fn missing_budget(&mut self, budget: &BudgetCheck) {
        let (Some(above), Some(required)) = (&budget.above, &budget.required) else { return };
        let code = match &budget.missing_lines {
            Some(lines) if lines != required => CascadeCode::MissingBudgetDiffers,
            None if required.is_zero() => return,
            _ => CascadeCode::MissingBudget,
        };
        let mut finding = self.of_budget(code, budget).at(concat(&["agreements.", &budget.agreement, ".total"]));
        let promised = budget.below.iter().filter(|share| !share.of_lines).cloned().collect::<Vec<_>>();
        finding = self.with_shares(finding, &promised);
        for missing in &budget.missing {
            let place = self.ground.checked.places.offices.get(&missing.id);
            if let Some(office) = place.and_then(|place| self.ground.document.offices.get(place)) {
                finding = finding.party(office).at(concat(&["offices.", office.id.as_str(), ".allocation"]));
            }
        }
        let ids = each(&budget.missing, &mut |missing| missing.id.clone());
        let names = each(&budget.missing, &mut |missing| missing.name.clone());
        finding = finding.with("office", named(&join(&ids, ", "), &join(&names, ", ")));
        let known = Ratio::sum(each(&promised, &mut |share| share.amount.clone()));
        finding = finding.amount("above", above, Unit::Rupiah).amount("known", &known, Unit::Rupiah);
        finding = finding.amount("required", required, Unit::Rupiah);
        if let Some(lines) = budget.missing_lines.as_ref().filter(|lines| *lines != required) {
            let difference = required.clone() - lines.clone();
            finding = finding.amount("below", lines, Unit::Rupiah).amount("difference", &difference, Unit::Rupiah);
        }
        self.findings.push(finding);
    }

    fn programs(&mut self, budget: &BudgetCheck) {
        let lacks = |check: &ProgramCheck| check.difference.as_ref().is_some_and(|left| !left.is_zero());
        // What only stands below may be what lacks there under its other name.
        let mut explained = Vec::new();
        let differing = budget.programs.iter().enumerate().filter(|(_, check)| lacks(check)).collect::<Vec<_>>();
        for (place, check) in &differing {
            let Some(left) = check.difference.as_ref().filter(|_| check.above.is_some()) else { continue };
            let other = differing.iter().find(|(other, candidate)| {
                let below = candidate.difference.as_ref().is_some_and(|less| -less.clone() == *left);
                candidate.above.is_none() && below && !explained.contains(other)
            });
            if let Some((other, candidate)) = other {
                explained.extend([*place, *other]);
                let mut finding = self.of_budget(CascadeCode::ProgramNamedOtherwise, budget);
                finding = finding.with("program", name(check)).with("other_program", name(candidate));
                finding = finding.amount("difference", left, Unit::Rupiah);
                for place in &check.places {
                    finding = finding.at(place.clone());
                }
                finding = self.with_shares(finding, &candidate.below);
                self.findings.push(finding);
            }
        }
        for (place, check) in differing {
            if !explained.contains(&place) {
                self.program(budget, check);
            }
        }
    }

    fn program(&mut self, budget: &BudgetCheck, check: &ProgramCheck) {
        let Some(difference) = &check.difference else { return };
        let code = match (&check.above, check.below.is_empty()) {
            (None, _) => CascadeCode::ProgramNotAbove,
            (Some(_), true) => CascadeCode::ProgramNotBelow,
            (Some(_), false) => CascadeCode::ProgramBudget,
        };
        let mut finding = self.of_budget(code, budget).with("program", name(check));
        for place in &check.places {
            finding = finding.at(place.clone());
        }
        if let Some(above) = &check.above {
            finding = finding.amount("above", above, Unit::Rupiah);
        }
        if !check.below.is_empty() {
            let below = Ratio::sum(each(&check.below, &mut |share| share.amount.clone()));
            finding = finding.amount("below", &below, Unit::Rupiah);
            finding = self.with_shares(finding, &check.below);
        }
        self.findings.push(finding.amount("difference", difference, Unit::Rupiah));
    }

    /// A total that differs, where the programs do not say why.
    fn total(&mut self, budget: &BudgetCheck) {
        let (Some(above), Some(difference)) = (&budget.above, &budget.difference) else { return };
        let of_programs = some_of(&budget.programs, &mut |check| check.difference.clone());
        let explained = of_programs.len() == budget.programs.len() && Ratio::sum(of_programs) == *difference;
        if difference.is_zero() || explained && !budget.programs.is_empty() {
            return;
        }
        let below = Ratio::sum(each(&budget.below, &mut |share| share.amount.clone()));
        let finding = self.of_budget(CascadeCode::BudgetTotal, budget);
        let finding = finding.at(concat(&["agreements.", &budget.agreement, ".total"]));
        let finding = finding.amount("above", above, Unit::Rupiah).amount("below", &below, Unit::Rupiah);
        let finding = finding.amount("difference", difference, Unit::Rupiah);
        self.findings.push(self.with_shares(finding, &budget.below));
    }
}

fn name(check: &ProgramCheck) -> Detail {
    both(check.name.id.clone(), &|language| check.name.get(language).to_owned())
}

/// Who has how much of it.
fn told(shares: &[Share], language: Language) -> String {
    let parts = each(shares, &mut |share| concat(&[&share.office.name, " ", &money(&share.amount, language)]));
    join(&parts, " + ")
}
