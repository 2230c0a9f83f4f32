//! Indicators as they are written.

use super::formula::FormulaSpec;
use super::quantity::{Quantity, TargetText};
use super::rules::Overrides;
use super::values::{Id, Year};
use crate::measure::written::State;
use crate::plain::{choices, choices_as_data, record};
use crate::prelude::*;
use crate::rules::{Consolidation, Polarity};

record! {
    /// An indicator (indikator kinerja).
    pub struct Indicator = "indicator" {
        /// The id.
        pub id: Id = "id";
        /// Its name.
        pub name: String = "name" | "nama" | "indikator";
        /// The objective that it belongs to.
        pub objective: Option<Id> = "objective" | "sasaran";
        /// The office that is responsible.
        pub office: Option<Id> = "office" | "unit_kerja";
        /// Its unit.
        pub unit: Option<String> = "unit" | "satuan";
        /// Which way is good.
        pub polarity: Polarity = "polarity" | "polaritas" or Polarity::Higher;
        /// Its weight where averages are weighted.
        pub weight: Option<Quantity> = "weight" | "bobot";
        /// What was promised for the period.
        pub target: Option<TargetText> = "target" | "rencana" | "target_tahunan";
        /// What was reached.
        pub realization: Option<Quantity> = "realization" | "realisasi";
        /// The state of the realization, where it is not simply measured.
        pub realization_state: Option<State> = "realization_state" | "keadaan_realisasi";
        /// The year of a realization that was carried forward.
        pub carried_from: Option<Year> = "carried_from" | "dari_tahun";
        /// How the realization is computed.
        pub formula: Option<FormulaSpec> = "formula" | "rumus";
        /// How quarters make the period.
        pub consolidation: Option<Consolidation> = "consolidation" | "akumulasi";
        /// What the targets of the quarters are.
        pub quarter_targets: QuarterTargets = "quarter_targets" | "cara_target_triwulan" or QuarterTargets::Own;
        /// The quarters.
        pub quarters: Vec<Quarter> = "quarters" | "triwulan";
        /// Earlier years.
        pub previous: Vec<EarlierYear> = "previous" | "tahun_lalu";
        /// The targets of the strategic plan (Renstra); the last year is its end.
        pub renstra: Vec<PlanTarget> = "renstra";
        /// The national standard or average.
        pub national: Option<National> = "national" | "nasional";
        /// Whether it is an item of its objective's average.
        pub average: bool = "average" | "dirata_rata" or true;
        /// Rules that are replaced for it.
        pub overrides: Option<Overrides> = "overrides" | "pengganti";
        /// Footnotes.
        pub footnotes: Vec<String> = "footnotes" | "catatan_kaki";
    }

    /// A quarter of an indicator.
    pub struct Quarter = "quarter" {
        /// 1 to 4.
        pub quarter: u32 = "quarter" | "triwulan";
        /// Its target; zero or blank is no target in that quarter.
        pub target: Option<Quantity> = "target";
        /// What was reached.
        pub realization: Option<Quantity> = "realization" | "realisasi";
        /// The state of the realization.
        pub realization_state: Option<State> = "realization_state" | "keadaan_realisasi";
    }

    /// An indicator in an earlier year.
    pub struct EarlierYear = "earlier_year" {
        /// The year.
        pub year: Year = "year" | "tahun";
        /// What was promised.
        pub target: Option<TargetText> = "target";
        /// What was reached.
        pub realization: Option<Quantity> = "realization" | "realisasi";
        /// The state of the realization.
        pub realization_state: Option<State> = "realization_state" | "keadaan_realisasi";
        /// The achievement in percent as given; with target and realization beside it the two are compared.
        pub achievement: Option<Quantity> = "achievement" | "capaian";
    }

    /// A target of the strategic plan.
    pub struct PlanTarget = "plan_target" {
        /// The year.
        pub year: Year = "year" | "tahun";
        /// The target.
        pub target: TargetText = "target";
    }

    /// The national standard or average of an indicator.
    pub struct National = "national" {
        /// The value.
        pub value: Quantity = "value" | "nilai";
        /// Where it comes from.
        pub source: Option<String> = "source" | "sumber";
    }
}

choices! {
    /// What the targets of the quarters of an indicator are.
    pub enum QuarterTargets {
        /// Each quarter's own.
        Own = "own" | "per_triwulan",
        /// From the beginning of the year to the end of the quarter.
        ToDate = "to_date" | "kumulatif",
    }
}

choices_as_data!(QuarterTargets, State, Polarity, Consolidation);
