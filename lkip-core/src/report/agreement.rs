//! Performance agreements as they are written.

use super::quantity::{Quantity, TargetText};
use super::values::{Id, Year};
use crate::plain::record;
use crate::prelude::*;

record! {
    /// A performance agreement (perjanjian kinerja): what one office promises the office above.
    pub struct Agreement = "agreement" {
        /// The id.
        pub id: Id = "id";
        /// The office that promises.
        pub office: Option<Id> = "office" | "unit_kerja";
        /// The office that it is promised to.
        pub superior: Option<Id> = "superior" | "atasan";
        /// The year.
        pub year: Option<Year> = "year" | "tahun";
        /// Which version in that year: 1 for the first, 2 for the first revision.
        pub version: Option<u32> = "version" | "versi";
        /// The date, as it is written.
        pub date: Option<String> = "date" | "tanggal";
        /// The indicators with their targets.
        pub indicators: Vec<AgreementIndicator> = "indicators" | "indikator";
        /// The programs with their budgets.
        pub programs: Vec<AgreementProgram> = "programs" | "program";
        /// The total of the program budgets.
        pub total: Option<Quantity> = "total" | "jumlah";
        /// The total in words (terbilang).
        pub total_in_words: Option<String> = "total_in_words" | "terbilang";
        /// Conditions that are no numbers of an indicator.
        pub conditions: Vec<Condition> = "conditions" | "syarat";
    }

    /// An indicator of an agreement.
    pub struct AgreementIndicator = "agreement_indicator" {
        /// The indicator of this document.
        pub indicator: Option<Id> = "indicator" | "indikator";
        /// Its name as the agreement says it.
        pub name: Option<String> = "name" | "nama";
        /// Its unit as the agreement says it.
        pub unit: Option<String> = "unit" | "satuan";
        /// The target.
        pub target: Option<TargetText> = "target";
        /// Whether offices of another branch are meant to carry it (crosscutting).
        pub crosscutting: bool = "crosscutting" | "lintas_unit" or false;
    }

    /// A program of an agreement.
    pub struct AgreementProgram = "agreement_program" {
        /// The line of the budget.
        pub budget: Option<Id> = "budget" | "anggaran";
        /// Its name as the agreement says it.
        pub name: Option<String> = "name" | "nama";
        /// Its budget.
        pub allocation: Option<Quantity> = "allocation" | "pagu";
        /// The least absorption that is promised, in percent.
        pub minimum: Option<Quantity> = "minimum" | "minimal";
        /// A note, such as the fund.
        pub note: Option<String> = "note" | "keterangan";
    }

    /// A condition of an agreement: "SAKIP value at least BB".
    pub struct Condition = "condition" {
        /// What must reach it.
        pub name: String = "name" | "nama";
        /// What must be reached: a number, a category of the scale, or words that nothing can be measured by.
        pub minimum: String = "minimum" | "minimal";
        /// The scale of the catalogue whose category it is.
        pub scale: Option<String> = "scale" | "skala";
        /// What was reached: a number, or a category of the scale.
        pub realization: Option<String> = "realization" | "realisasi";
    }
}
