//! Links: between whom they lead, and whether they come back to where they began.

use super::Check;
use crate::cascade::CascadeCode;
use crate::error::Detail;
use crate::prelude::*;
use crate::report::LinkKind;
use crate::text::{concat, join, size};

/// Of a longer circle the first members are told.
const SHOWN: usize = 8;

impl Check<'_> {
    pub(super) fn links(&mut self) {
        self.circles();
        for (place, link) in self.ground.document.links.iter().enumerate() {
            match self.year.ends(self.ground, place) {
                None => self.without_office(place),
                Some((below, above)) if link.kind != LinkKind::References => self.direction(place, below, above),
                Some(_) => {}
            }
        }
    }

    fn without_office(&mut self, place: usize) {
        let (from, to) = self.ground.checked.links.ends(place);
        for end in [from, to] {
            if let Some(indicator) = self.ground.document.indicators.get(end)
                && self.year.home(self.ground, end).is_none()
            {
                let finding = self.finding(CascadeCode::LinkWithoutOffice).indicator("indicator", indicator);
                let finding = finding.at(concat(&["links[", &size(place), "]"]));
                self.findings.push(finding.at(concat(&["indicators.", indicator.id.as_str(), ".office"])));
            }
        }
    }

    /// A link leads to an office above, or stays in its office; anything else is meant so or wrong.
    fn direction(&mut self, place: usize, below: usize, above: usize) {
        let ground = self.ground;
        let (Some(below), Some(above)) = (self.year.held.get(below), self.year.held.get(above)) else { return };
        let (here, there) = (below.holding.office, above.holding.office);
        let crosscutting = ground.document.links.get(place).is_some_and(|link| link.crosscutting);
        let code = if here == there || ground.branches.is_below(here, there) {
            return;
        } else if ground.branches.is_below(there, here) {
            CascadeCode::LinkUpsideDown
        } else if crosscutting {
            return;
        } else {
            CascadeCode::AcrossBranches
        };
        let offices = &ground.document.offices;
        let (Some(here), Some(there)) = (offices.get(here), offices.get(there)) else { return };
        let finding = self.finding(code).office("office", here).office("other", there);
        let finding = ground.with_indicator(finding, "indicator", &below.holding);
        let finding = ground.with_indicator(finding, "superior_indicator", &above.holding);
        self.findings.push(finding.at(concat(&["links[", &size(place), "]"])));
    }

    fn circles(&mut self) {
        let document = self.ground.document;
        for circle in self.ground.checked.links.circles() {
            let mut finding = self.finding(CascadeCode::LinkCircle);
            let members = some_of(circle, &mut |place| document.indicators.get(*place));
            let mut names = Vec::new();
            for indicator in members.iter().take(SHOWN) {
                names.push(indicator.name.clone());
                let office = indicator.office.as_ref();
                let office = office.and_then(|id| self.ground.checked.places.offices.get(id.as_str()));
                if let Some(office) = office.and_then(|place| document.offices.get(place)) {
                    finding = finding.party(office);
                }
                finding = finding.at(concat(&["indicators.", indicator.id.as_str()]));
            }
            names.push(if members.len() > SHOWN {
                "…".to_owned()
            } else {
                names.first().cloned().unwrap_or_default()
            });
            self.findings.push(finding.with("indicators", Detail::Text(join(&names, " → "))));
        }
    }
}
