//! The same indicator in several hands: its name, its unit and its target agree; so does the strategic plan.

use super::Check;
use crate::cascade::CascadeCode;
use crate::cascade::finding::Finding;
use crate::cascade::wording::{same_target, same_unit, target, unit};
use crate::error::Detail;
use crate::measure::{Target, Unit};
use crate::report::{Holding, LinkKind, unit_of_text};
use crate::text::{concat, count, folded};

impl Check<'_> {
    pub(super) fn targets(&mut self) {
        let ground = self.ground;
        for held in &self.year.held {
            if let Some(above) = held.from.and_then(|from| self.year.held.get(from)) {
                self.same(&above.holding, &held.holding);
            } else if self.is_now() && held.holding.row.is_some() {
                self.as_reported(&held.holding);
            }
            self.as_planned(&held.holding);
        }
        if !self.is_now() {
            return;
        }
        for (place, link) in ground.document.links.iter().enumerate() {
            if link.kind == LinkKind::Adopts && !ground.checked.links.is_circular(place) {
                let ends = self.year.ends(ground, place);
                let holding = |place: usize| self.year.held.get(place).map(|held| held.holding);
                if let Some((below, above)) = ends.and_then(|(below, above)| holding(below).zip(holding(above))) {
                    self.same(&above, &below);
                }
            }
        }
    }

    /// An agreement against the report, where the office that promises is the one that the report names.
    fn as_reported(&mut self, holding: &Holding) {
        let reported = Holding { row: None, ..*holding };
        let office = self.ground.document.offices.get(holding.office);
        let named = self.ground.indicator(holding).and_then(|indicator| indicator.office.as_ref());
        if named.is_some() && named == office.map(|office| &office.id) {
            self.same(holding, &reported);
        }
    }

    /// Two places of one indicator.
    fn same(&mut self, above: &Holding, below: &Holding) {
        let ground = self.ground;
        let names = (ground.name(above), ground.name(below));
        if folded(names.0) != folded(names.1) {
            let finding = self.between(CascadeCode::NameDiffers, above, below, "name");
            self.findings.push(finding.text("name", names.0).text("other_name", names.1));
        }
        let units = (ground.unit(above), ground.unit(below));
        if let (Some(one), Some(other)) = units
            && !same_unit(one, other)
        {
            let finding = self.between(CascadeCode::UnitDiffers, above, below, "unit");
            self.findings.push(finding.with("unit", unit(units.0)).with("other_unit", unit(units.1)));
        }
        let targets = (ground.target(above), ground.target(below));
        if !same_target(targets.0, targets.1) {
            let finding = self.between(CascadeCode::TargetDiffers, above, below, "target");
            let finding = finding.with("target", target(targets.0, self.unit_of(above)));
            self.findings.push(finding.with("other_target", target(targets.1, self.unit_of(below))));
        }
    }

    fn between(&self, code: CascadeCode, above: &Holding, below: &Holding, field: &str) -> Finding {
        let ground = self.ground;
        let mut finding = self.finding(code);
        for holding in [above, below] {
            if let Some(office) = ground.document.offices.get(holding.office) {
                finding = finding.party(office);
            }
            finding = finding.at(ground.place(holding, field));
        }
        finding = ground.with_indicator(finding, "indicator", above);
        finding.with("first", ground.document_of(above)).with("second", ground.document_of(below))
    }

    /// The unit in which its target is written.
    fn unit_of(&self, holding: &Holding) -> Unit {
        let indicator = self.ground.indicator(holding).and_then(|indicator| indicator.unit.as_deref());
        unit_of_text(self.ground.unit(holding).or(indicator))
    }

    /// The target of an agreement against that of the strategic plan for its year.
    fn as_planned(&mut self, holding: &Holding) {
        let (Some(_), Some(place)) = (holding.row, holding.indicator) else { return };
        let (year, promised) = (self.year.holdings.year, self.ground.target(holding));
        let measured = self.ground.checked.indicators.get(place);
        let planned = measured.and_then(|one| one.renstra.iter().find(|(of, _)| of.get() == year));
        let Some((_, planned)) = planned else { return };
        if promised != Target::None && *planned != Target::None && !same_target(promised, *planned) {
            let id = self.ground.indicator(holding).map_or("", |indicator| indicator.id.as_str());
            let mut finding = self.finding(CascadeCode::PlanDiffers);
            if let Some(office) = self.ground.document.offices.get(holding.office) {
                finding = finding.party(office);
            }
            finding = self.ground.with_indicator(finding, "indicator", holding);
            finding = finding.with("year", Detail::Text(count(u64::from(year))));
            finding = finding.with("first", self.ground.document_of(holding)).at(self.ground.place(holding, "target"));
            finding = finding.at(concat(&["indicators.", id, ".renstra.", &count(u64::from(year))]));
            finding = finding.with("target", target(promised, self.unit_of(holding)));
            self.findings.push(finding.with("other_target", target(*planned, self.unit_of(holding))));
        }
    }
}
