//! The list of findings with their sentences. [`Finding`](crate::evaluate::Finding) is one of them in a report; the list
//! is told by `codes` in every build that tells codes at all.

use crate::language::{Text, bilingual};

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
                match self { $(Self::$name => const { concat!($($doc),+).trim_ascii() }),+ }
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
