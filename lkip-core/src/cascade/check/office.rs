//! Offices and their agreements: who stands above whom, who has promised, who has not.

use super::Check;
use crate::cascade::CascadeCode;
use crate::cascade::wording::{level, level_word};
use crate::error::Detail;
use crate::prelude::*;
use crate::report::{NamedLevel, OfficeLevel, version_of, year_of};
use crate::text::{concat, count, size};

/// The most offices of a level that may stand below one office (Permendagri 56/2019, province of type A).
const LIMITS: [(NamedLevel, NamedLevel, usize); 4] = [
    (NamedLevel::Sekda, NamedLevel::Asisten, 3),
    (NamedLevel::Asisten, NamedLevel::Biro, 3),
    (NamedLevel::Biro, NamedLevel::Bagian, 3),
    (NamedLevel::Bagian, NamedLevel::Subbagian, 3),
];

impl Check<'_> {
    pub(super) fn offices(&mut self) {
        if self.is_now() {
            self.limits();
        }
        self.repeated_agreements();
        self.superiors();
        self.missing_agreements();
    }

    fn limits(&mut self) {
        let document = self.ground.document;
        for (place, office) in document.offices.iter().enumerate() {
            let Some(OfficeLevel::Named(own)) = office.level else { continue };
            for (above, below, limit) in LIMITS {
                let is_below = |child: &&usize| {
                    let child = document.offices.get(**child).and_then(|child| child.level.as_ref());
                    child == Some(&OfficeLevel::Named(below))
                };
                let found = self.ground.checked.offices.children(place).iter().filter(is_below).count();
                if own == above && found > limit {
                    let finding = self.finding(CascadeCode::OfficeLimit).office("office", office);
                    let finding = finding.word("level", below.as_str(), below.title());
                    let finding = finding.text("count", size(found)).text("limit", size(limit));
                    self.findings.push(finding.at(concat(&["offices.", office.id.as_str()])));
                }
            }
        }
    }

    fn repeated_agreements(&mut self) {
        let document = self.ground.document;
        for (first, second) in &self.year.holdings.repeated {
            let (Some(one), Some(other)) = (document.agreements.get(*first), document.agreements.get(*second)) else {
                continue;
            };
            let Some(office) = self.ground.office_of(one) else { continue };
            let finding = self.finding(CascadeCode::AgreementTwice).office("office", office);
            let finding = finding.text("year", count(u64::from(self.year.holdings.year)));
            let finding = finding.text("version", count(u64::from(version_of(document, *first))));
            let finding = finding.text("first", one.id.as_str()).text("second", other.id.as_str());
            let finding = finding.at(concat(&["agreements.", one.id.as_str()]));
            self.findings.push(finding.at(concat(&["agreements.", other.id.as_str()])));
        }
    }

    /// To whom agreements promise, against the structure; and agreements of nobody.
    fn superiors(&mut self) {
        let (ground, document) = (self.ground, self.ground.document);
        let office_of = |id: Option<&crate::report::Id>| ground.checked.places.offices.get(id?.as_str());
        for (place, agreement) in document.agreements.iter().enumerate() {
            if year_of(document, place) != Some(self.year.holdings.year) {
                continue;
            }
            let at = concat(&["agreements.", agreement.id.as_str()]);
            let Some(office) = office_of(agreement.office.as_ref()) else {
                let finding = self.finding(CascadeCode::AgreementWithoutOffice);
                let finding = finding.with("agreement", ground.agreement_detail(agreement));
                self.findings.push(finding.at(concat(&[&at, ".office"])));
                continue;
            };
            let (above, promised) = (ground.branches.parent(office), office_of(agreement.superior.as_ref()));
            if let (Some(above), Some(promised)) = (above, promised)
                && above != promised
                && let Some(office) = document.offices.get(office)
                && let (Some(above), Some(promised)) = (document.offices.get(above), document.offices.get(promised))
            {
                let finding = self.finding(CascadeCode::TwoSuperiors).office("office", office);
                let finding = finding.office("superior", above).office("other", promised);
                let finding = finding.with("agreement", ground.agreement_detail(agreement));
                let finding = finding.at(concat(&["offices.", office.id.as_str(), ".parent"]));
                self.findings.push(finding.at(concat(&[&at, ".superior"])));
            }
        }
    }

    /// Of the offices of one level some or none have an agreement.
    fn missing_agreements(&mut self) {
        let (ground, document) = (self.ground, self.ground.document);
        let holdings = &self.year.holdings;
        // The offices of a level: of the same word, or as deep where they have none.
        let mut levels: Vec<(String, Vec<usize>)> = Vec::new();
        for office in ground.branches.all() {
            let Some(written) = document.offices.get(*office) else { continue };
            let word = level_word(written).unwrap_or_else(|| size(ground.branches.depth(*office)));
            match levels.iter_mut().find(|(known, _)| *known == word) {
                Some((_, offices)) => offices.push(*office),
                None => levels.push((word, vec![*office])),
            }
        }
        for (_, offices) in levels {
            let without: Vec<usize> =
                offices.iter().copied().filter(|one| holdings.agreement(*one).is_none()).collect();
            let Some(first) = without.first().and_then(|office| document.offices.get(*office)) else { continue };
            if without.len() < offices.len() {
                for office in without.iter().filter_map(|office| document.offices.get(*office)) {
                    let finding = self.finding(CascadeCode::AgreementMissing).office("office", office);
                    let finding = finding.text("year", count(u64::from(holdings.year)));
                    self.findings.push(finding.at(concat(&["offices.", office.id.as_str()])));
                }
                continue;
            }
            // A whole level is told where the level above has promised.
            let above = |office: &&usize| {
                ground.branches.parent(**office).is_some_and(|above| holdings.agreement(above).is_some())
            };
            let below: Vec<&usize> = without.iter().filter(above).collect();
            if !below.is_empty() {
                let level = level(first).unwrap_or(Detail::Word("office", LEVEL));
                let mut finding = self.finding(CascadeCode::LevelWithoutAgreements).with("level", level);
                finding = finding.text("count", size(without.len()));
                finding = finding.text("year", count(u64::from(holdings.year)));
                for office in without.iter().filter_map(|office| document.offices.get(*office)) {
                    finding = finding.party(office).at(concat(&["offices.", office.id.as_str()]));
                }
                self.findings.push(finding);
            }
        }
    }
}

const LEVEL: crate::language::Text = crate::language::bilingual!("unit kerja", "offices");
