//! What documents, levels and targets are called.

use super::Ground;
use super::finding::{Finding, both};
use crate::error::{Detail, Details};
use crate::explain::{display_value, told};
use crate::language::{Language, Text, bilingual};
use crate::measure::{Target, Unit};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::report::{Agreement, Holding, NamedLevel, Office, OfficeLevel};
use crate::text::{concat, folded};

const AGREEMENT: Text = bilingual!("perjanjian kinerja", "the performance agreement of");
const REPORT: Text = bilingual!("laporan", "the report");
const NO_TARGET: Text = bilingual!("tanpa target", "no target");
const NO_UNIT: Text = bilingual!("tanpa satuan", "no unit");

impl NamedLevel {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Governor => bilingual!("gubernur", "governor"),
            Self::Sekda => bilingual!("sekretaris daerah", "regional secretary"),
            Self::Asisten => bilingual!("asisten", "asisten"),
            Self::Biro => bilingual!("biro", "biro"),
            Self::Bagian => bilingual!("bagian", "bagian"),
            Self::Subbagian => bilingual!("subbagian", "subbagian"),
        }
    }
}

/// The level of an office, its own word in data.
pub(super) fn level(office: &Office) -> Option<Detail> {
    Some(match office.level.as_ref()? {
        OfficeLevel::Named(level) => Detail::Word(level.as_str(), level.title()),
        OfficeLevel::Other(word) => Detail::Text(word.clone()),
    })
}

/// The word of a level by which offices are of the same level.
pub(super) fn level_word(office: &Office) -> Option<String> {
    Some(match office.level.as_ref()? {
        OfficeLevel::Named(level) => level.as_str().to_owned(),
        OfficeLevel::Other(word) => folded(word),
    })
}

/// A target as readers see it.
pub(super) fn target(target: Target, unit: Unit) -> Detail {
    let data = |number: Number| number.text();
    match target {
        Target::None => Detail::Word("none", NO_TARGET),
        Target::Value(value) => both(data(value), &|language| display_value(value, unit, language)),
        Target::Range { low, high } => both(concat(&[&data(low), "-", &data(high)]), &|language| {
            let low = display_value(low, Unit::Number, language);
            concat(&[&low, "–", &display_value(high, unit, language)])
        }),
    }
}

/// Whether two targets are the same numbers.
pub(super) fn same_target(a: Target, b: Target) -> bool {
    let same = |a: Number, b: Number| Ratio::from(a) == Ratio::from(b);
    match (a, b) {
        (Target::None, Target::None) => true,
        (Target::Value(a), Target::Value(b)) => same(a, b),
        (Target::Range { low, high }, Target::Range { low: l, high: h }) => same(low, l) && same(high, h),
        _ => false,
    }
}

/// An exact amount of money as readers see it, sen in full.
pub(super) fn money(amount: &Ratio, language: Language) -> String {
    let mut details = Details::default();
    details.put("amount", told(amount.expand(4).into(), Unit::Rupiah));
    details.fill("{amount}", language)
}

/// A unit as it is written, or that there is none.
pub(super) fn unit(unit: Option<&str>) -> Detail {
    unit.map_or(Detail::Word("none", NO_UNIT), |unit| Detail::Text(unit.to_owned()))
}

/// Whether two units are the same to a reader: "%", "persen" and "persentase" are.
pub(super) fn same_unit(a: &str, b: &str) -> bool {
    let percent = |unit: &str| crate::report::unit_of_text(Some(unit)) == Unit::Percent;
    folded(a) == folded(b) && !folded(a).is_empty() || a.trim() == b.trim() || percent(a) && percent(b)
}

impl Ground<'_> {
    pub(super) fn office_of(&self, agreement: &Agreement) -> Option<&Office> {
        let place = self.checked.places.offices.get(agreement.office.as_ref()?.as_str())?;
        self.document.offices.get(place)
    }

    /// What an agreement is called: whose it is, and its id.
    pub(super) fn called(&self, agreement: &Agreement, language: Language) -> String {
        let whose = self.office_of(agreement).map_or("", |office| office.name.as_str());
        let blank = if whose.is_empty() { "" } else { " " };
        concat(&[AGREEMENT.get(language), blank, whose, " (", agreement.id.as_str(), ")"])
    }

    pub(super) fn agreement_detail(&self, agreement: &Agreement) -> Detail {
        both(agreement.id.as_str().to_owned(), &|language| self.called(agreement, language))
    }

    /// Where an indicator is held: an agreement, or the report that names the office as responsible.
    pub(super) fn document_of(&self, holding: &Holding) -> Detail {
        if let Some((agreement, _)) = self.row(holding) {
            return self.agreement_detail(agreement);
        }
        let office = self.document.offices.get(holding.office);
        let id = office.map_or("report", |office| office.id.as_str()).to_owned();
        both(id, &|language| concat(&[REPORT.get(language), ", ", office.map_or("", |office| office.name.as_str())]))
    }

    /// A finding about an indicator, by its own name.
    pub(super) fn with_indicator(&self, finding: Finding, name: &'static str, holding: &Holding) -> Finding {
        match self.indicator(holding) {
            Some(indicator) => finding.indicator(name, indicator),
            None => finding.text(name, self.name(holding)),
        }
    }
}
