//! Indicators from one level to the next: carried, supporting something, passed on level by level.

use super::Check;
use crate::cascade::CascadeCode;
use crate::error::Detail;
use crate::prelude::*;
use crate::report::LinkKind;
use crate::text::{join, size};

impl Check<'_> {
    pub(super) fn indicators(&mut self) {
        // Whether anything is held in the branch of an office, itself not counted.
        let mut held_below = vec![false; self.ground.document.offices.len()];
        for office in self.ground.branches.all().iter().rev() {
            let any = !self.year.of_office(*office).is_empty() || held_below.get(*office).copied().unwrap_or(false);
            if let Some(above) = self.ground.branches.parent(*office).and_then(|above| held_below.get_mut(above)) {
                *above |= any;
            }
        }
        for place in 0..self.year.held.len() {
            let office = self.year.office_of(place).unwrap_or(usize::MAX);
            if held_below.get(office).copied().unwrap_or(false) {
                self.carried(place);
            }
            self.supports(place);
            self.skipped(place);
            self.adopted_by_many(place);
        }
    }

    /// A holding of an office with offices below that hold something: one of them carries it.
    fn carried(&mut self, place: usize) {
        let (ground, document) = (self.ground, self.ground.document);
        let Some(held) = self.year.held.get(place) else { return };
        // What an office has besides its promises, or does for an office above, may be its own work.
        let promised = held.holding.row.is_some();
        let has_agreement = self.year.holdings.agreement(held.holding.office).is_some();
        if !promised && (has_agreement || held.from.is_some() || !held.supports.is_empty()) {
            return;
        }
        let links = |links: &[usize]| {
            links.iter().any(|link| document.links.get(*link).is_some_and(|link| link.kind != LinkKind::References))
        };
        if !held.adopted_by.is_empty() || links(&held.supported_by) {
            return;
        }
        let Some(office) = document.offices.get(held.holding.office) else { return };
        // Who else holds it, on a way of its own.
        let mut elsewhere = self.year.holders(held.identity).iter().filter_map(|other| self.year.office_of(*other));
        let elsewhere = elsewhere.find(|other| {
            let here = held.holding.office;
            *other != here && !ground.branches.is_below(here, *other)
        });
        let other = elsewhere.and_then(|other| document.offices.get(other));
        let superior = elsewhere.and_then(|other| ground.branches.parent(other));
        let crosscutting = ground.row(&held.holding).is_some_and(|(_, row)| row.crosscutting);
        let code = match (other, superior) {
            (Some(_), Some(_)) if crosscutting => return,
            (Some(_), Some(_)) => CascadeCode::CarriedElsewhere,
            _ => CascadeCode::NotCarried,
        };
        let mut finding = self.finding(code).office("office", office).at(ground.at(&held.holding));
        finding = ground.with_indicator(finding, "indicator", &held.holding);
        finding = finding.with("first", ground.document_of(&held.holding));
        if let Some((other, superior)) = other.zip(superior.and_then(|superior| document.offices.get(superior))) {
            finding = finding.office("other", other).office("superior", superior);
            let of_other = self.year.holders(held.identity).iter().filter_map(|one| self.year.held.get(*one));
            for one in of_other.filter(|one| Some(one.holding.office) == elsewhere) {
                finding = finding.at(ground.place(&one.holding, "office"));
            }
        }
        self.findings.push(finding);
    }

    /// A holding below offices that hold something: it is one of theirs, or supports one.
    fn supports(&mut self, place: usize) {
        let ground = self.ground;
        let Some(held) = self.year.held.get(place) else { return };
        if held.from.is_some() || !held.supports.is_empty() {
            return;
        }
        let superior = ground.branches.above(held.holding.office).find(|above| !self.year.of_office(*above).is_empty());
        let offices = &ground.document.offices;
        let (Some(office), Some(superior)) =
            (offices.get(held.holding.office), superior.and_then(|one| offices.get(one)))
        else {
            return;
        };
        let finding = self.finding(CascadeCode::SupportsNothing).party(office).office("other", superior);
        let finding = ground.with_indicator(finding, "indicator", &held.holding);
        let finding = finding.with("first", ground.document_of(&held.holding));
        self.findings.push(finding.at(ground.at(&held.holding)));
    }

    /// An office between, which holds something, neither holds what passes it nor is supported by it.
    fn skipped(&mut self, place: usize) {
        let (ground, document) = (self.ground, self.ground.document);
        let Some(held) = self.year.held.get(place) else { return };
        let here = held.holding.office;
        // The offices whose indicators it is or supports.
        let mut reached: Vec<(usize, usize)> = Vec::new();
        append(&mut reached, held.from.and_then(|from| Some((self.year.office_of(from)?, from))));
        for link in &held.supports {
            let kind = document.links.get(*link).map(|link| link.kind);
            let above = self.year.ends(ground, *link).map(|(_, above)| above);
            if let Some((above, office)) = above.and_then(|above| Some((above, self.year.office_of(above)?)))
                && kind != Some(LinkKind::References)
                && ground.branches.is_below(here, office)
            {
                reached.push((office, above));
            }
        }
        let Some((highest, _)) = reached.iter().min_by_key(|(office, _)| ground.branches.depth(*office)).copied()
        else {
            return;
        };
        let between = ground.branches.above(here).take_while(|above| *above != highest);
        for between in between {
            let passes =
                !self.year.of_office(between).is_empty() && !reached.iter().any(|(office, _)| *office == between);
            let [Some(office), Some(above), Some(middle)] =
                [here, highest, between].map(|office| document.offices.get(office))
            else {
                continue;
            };
            if passes {
                let finding = self.finding(CascadeCode::LevelSkipped).office("office", above).office("other", office);
                let finding = ground.with_indicator(finding.office("between", middle), "indicator", &held.holding);
                self.findings.push(finding.at(ground.at(&held.holding)));
            }
        }
    }

    fn adopted_by_many(&mut self, place: usize) {
        let (ground, document) = (self.ground, self.ground.document);
        let Some(held) = self.year.held.get(place) else { return };
        // Those next below; what reaches further down passes a level, which is told for itself.
        let next = |below: &usize| {
            self.year.office_of(*below).and_then(|office| ground.branches.parent(office)) == Some(held.holding.office)
        };
        let adopted_by: Vec<usize> = held.adopted_by.iter().copied().filter(next).collect();
        if adopted_by.len() < 2 {
            return;
        }
        let Some(office) = document.offices.get(held.holding.office) else { return };
        let mut finding = self.finding(CascadeCode::AdoptedByMany).party(office);
        finding = ground.with_indicator(finding, "indicator", &held.holding);
        finding = finding.with("first", ground.document_of(&held.holding)).text("count", size(adopted_by.len()));
        finding = finding.at(ground.at(&held.holding));
        let mut names = Vec::new();
        for below in adopted_by.iter().filter_map(|below| self.year.held.get(*below)) {
            if let Some(office) = document.offices.get(below.holding.office) {
                names.push(office.name.clone());
                finding = finding.party(office).at(ground.at(&below.holding));
            }
        }
        self.findings.push(finding.with("offices", Detail::Text(join(&names, ", "))));
    }
}
