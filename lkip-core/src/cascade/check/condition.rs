//! Conditions of agreements that were not kept.

use super::Check;
use crate::cascade::CascadeCode;
use crate::number::ReadStyle;
use crate::report::Kept;
use crate::text::{concat, size};

impl Check<'_> {
    pub(super) fn conditions(&mut self) {
        let document = self.ground.document;
        let style = document.style.map_or(ReadStyle::Detect, ReadStyle::Declared);
        for (office, written) in document.offices.iter().enumerate() {
            let Some(agreement) = self.ground.agreement(&self.year.holdings, office) else { continue };
            for (row, condition) in agreement.conditions.iter().enumerate() {
                // What a year must reach need not be reached in a quarter.
                if condition.kept(style) != Kept::NotMet || document.period.quarter.is_some() {
                    continue;
                }
                let finding = self.finding(CascadeCode::ConditionNotMet).party(written);
                let finding = finding.with("first", self.ground.agreement_detail(agreement));
                let finding = finding.text("condition", condition.name.as_str());
                let finding = finding.text("minimum", condition.minimum.as_str());
                let finding = finding.text("realization", condition.realization.as_deref().unwrap_or_default());
                let place = concat(&["agreements.", agreement.id.as_str(), ".conditions[", &size(row), "]"]);
                self.findings.push(finding.at(place));
            }
        }
    }
}
