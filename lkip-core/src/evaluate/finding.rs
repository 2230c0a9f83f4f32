//! [`Finding`]: what does not agree in a report.

use crate::error::{Canonical, Detail, Details};
use crate::explain::{style_of, unit_mark};
use crate::language::{Language, Text, bilingual};
use crate::measure::Unit;
use crate::number::{Form, Number, Ratio, write};
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::text::concat;

macro_rules! findings {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal { id: $id:literal, en: $en:literal } )+) => {
        /// The stable code of a finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FindingCode {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl FindingCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as it stands in answers.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What it means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii()),+ }
            }

            /// The sentence for a person, with `{places}` for the data of the finding.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $(Self::$name => bilingual!($id, $en)),+ }
            }
        }
    };
}

findings! {
    /// A realization that is given is not what its formula gives.
    RealizationDiffers = "realization_differs" {
        id: "Realisasi yang diberikan {given}, sedangkan rumusnya menghasilkan {computed}. Yang diberikan dipakai.",
        en: "The realization is given as {given}, but its formula gives {computed}. The one given is used."
    }
    /// A supporting value that is given is not what its formula gives.
    ValueDiffers = "value_differs" {
        id: "Nilai yang diberikan {given}, sedangkan rumusnya menghasilkan {computed}. Yang diberikan dipakai.",
        en: "The value is given as {given}, but its formula gives {computed}. The one given is used."
    }
    /// The realizations of the quarters do not make the realization of the period.
    QuartersDiffer = "quarters_differ" {
        id: "Realisasi setahun {given}, sedangkan triwulannya menghasilkan {computed} ({method}).",
        en: "The realization of the year is {given}, but its quarters make {computed} ({method})."
    }
    /// The achievement of an earlier year that is given is not what its target and realization give.
    AchievementDiffers = "achievement_differs" {
        id: "Capaian yang diberikan {given}, sedangkan target dan realisasinya menghasilkan {computed}. Yang diberikan dipakai.",
        en: "The achievement is given as {given}, but its target and realization give {computed}. The one given is used."
    }
    /// The targets of the quarters do not make the target of the period.
    QuarterTargetsDiffer = "quarter_targets_differ" {
        id: "Target setahun {given}, sedangkan target triwulannya menghasilkan {computed} ({method}).",
        en: "The target of the year is {given}, but the targets of its quarters make {computed} ({method})."
    }
    /// An allocation is not the sum of the lines below.
    AllocationSum = "allocation_sum" {
        id: "Pagu {given}, sedangkan jumlah baris di bawahnya {computed}: selisih {difference}.",
        en: "The allocation is {given}, but the lines below add to {computed}: a difference of {difference}."
    }
    /// Spending is not the sum of the lines below.
    SpendingSum = "spending_sum" {
        id: "Realisasi anggaran {given}, sedangkan jumlah baris di bawahnya {computed}: selisih {difference}.",
        en: "The spending is {given}, but the lines below add to {computed}: a difference of {difference}."
    }
    /// More was spent than allocated.
    Overspent = "overspent" {
        id: "Realisasi anggaran {spending} melebihi pagunya {allocation}.",
        en: "The spending of {spending} exceeds the allocation of {allocation}."
    }
    /// The total of an agreement is not the sum of its programs.
    AgreementTotal = "agreement_total" {
        id: "Jumlah anggaran perjanjian {given}, sedangkan programnya berjumlah {computed}: selisih {difference}.",
        en: "The agreement's total is {given}, but its programs add to {computed}: a difference of {difference}."
    }
    /// The total of an agreement in words is another amount.
    TotalInWords = "total_in_words" {
        id: "Terbilang tidak sesuai dengan {given}; seharusnya: {computed}.",
        en: "The amount in words is not {given}; it should read: {computed}."
    }
    /// A program absorbed less than its agreement promised.
    BelowMinimum = "below_minimum" {
        id: "Penyerapan {absorption} tidak mencapai paling sedikit {minimum} yang diperjanjikan.",
        en: "The absorption of {absorption} does not reach the {minimum} that was promised."
    }
}

/// Something in a report that does not agree, with the figure where it shows.
#[doc(alias = "temuan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: FindingCode,
    figure: String,
    name: String,
    /// The unit of the numbers in its data.
    unit: Unit,
    details: Details,
}

impl Finding {
    pub(super) fn new(code: FindingCode, figure: String, name: &str, unit: Unit) -> Self {
        Self { code, figure, name: name.to_owned(), unit, details: Details::default() }
    }

    pub(super) fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.details.put(name, detail);
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> FindingCode {
        self.code
    }

    /// The key of the figure where it shows.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    /// What the figure is about: the name of the indicator, of the budget line.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The sentence for a person, without its place.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let mut shown = Details::default();
        for (name, detail) in self.details.iter() {
            let text = match detail {
                Detail::Number(number) => written(number, self.unit, language),
                _ => None,
            };
            shown.put(name, text.map_or_else(|| detail.clone(), Detail::Text));
        }
        shown.fill(self.code.template().get(language), language)
    }

    /// The sentence for a person, with its place: what it is about, and the key of the figure.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        concat(&[&self.name, " (", &self.figure, "): ", &self.sentence(language)])
    }

    /// The finding as data, with its sentence in one language.
    #[must_use]
    pub fn report(&self, language: Language) -> FindingReport<'_> {
        FindingReport { finding: self, language }
    }
}

/// A number of the data with the mark of its unit, as people write it; nothing where it is too long for that.
fn written(number: &Canonical, unit: Unit, language: Language) -> Option<String> {
    let (digits, more) = match number.0.strip_suffix('…') {
        Some(digits) => (digits, "…"),
        None => (number.0.as_str(), ""),
    };
    let number: Number = digits.parse().ok()?;
    let (number, form) = match unit {
        // Sen in full.
        Unit::Rupiah if number.places() > 0 => (Ratio::from(number).to_number(2)?, Form::Rupiah),
        Unit::Rupiah => (number, Form::Rupiah),
        _ => (number, Form::Number),
    };
    Some(concat(&[&write(number, style_of(language), form), more, unit_mark(unit, language)]))
}

/// A finding with its sentence, ready to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct FindingReport<'a> {
    finding: &'a Finding,
    language: Language,
}

impl From<&FindingReport<'_>> for Plain {
    fn from(report: &FindingReport<'_>) -> Self {
        let FindingReport { finding, language } = report;
        let mut record = Record::new();
        record.text("code", finding.code.as_str());
        record.text("figure", &finding.figure);
        record.text("name", &finding.name);
        record.text("message", &finding.message(*language));
        record.put("details", &finding.details);
        Self::Record(record)
    }
}

serialize_as_plain!(FindingReport<'_>);
