//! The formulas, with their names and sources, as explanations show them.

use super::{Citation, ReadAs};
use crate::language::{Text, bilingual};
use crate::prelude::*;

macro_rules! formulas {
    ($( $(#[doc = $doc:literal])+ $name:ident = $id:literal {
        title: ($title_id:literal, $title_en:literal), formula: ($f_id:literal, $f_en:literal), sources: [$($source:expr),* $(,)?]
    } )+) => {
        /// A step of a calculation, with the name and the source that explanations give for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Formula { $( $(#[doc = $doc])+ $name, )+ }

        impl Formula {
            /// Every formula.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable id: `higher/realization_over_target`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// What it is called.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$name => bilingual!($title_id, $title_en)),+ }
            }

            /// How it is written, in words.
            #[must_use]
            pub const fn expression(self) -> Text {
                match self { $(Self::$name => bilingual!($f_id, $f_en)),+ }
            }

            /// Where it comes from. Empty where only the rule set itself is the source.
            pub(crate) const fn sources(self) -> &'static [Source] {
                match self { $(Self::$name => &[$($source),*]),+ }
            }
        }
    };
}

/// The regulation, report or program, the place in it, and how that was read.
pub(crate) struct Source(pub(crate) &'static str, pub(crate) &'static str, pub(crate) ReadAs);

const PERMENPANRB_8_2021: &str = "PermenPANRB 8/2021";
const CODE: &str = "kode publik aplikasi e-SAKIP";

formulas! {
    /// More is better.
    RealizationOverTarget = "higher/realization_over_target" {
        title: ("Capaian, makin tinggi makin baik", "Achievement, higher is better"),
        formula: ("realisasi ÷ target × 100 %", "realization ÷ target × 100 %"),
        sources: [
            Source(PERMENPANRB_8_2021, "Lampiran, hlm. 91 (kondisi normal)", ReadAs::Verbatim),
            Source("LKjIP Setda Provinsi Kalimantan Timur 2021", "Tabel 3.4, kolom 6 = 5/4 × 100", ReadAs::Verbatim),
        ]
    }
    /// Less is better, mirrored at the target.
    TwiceTargetMinusRealization = "lower/twice_target_minus_realization" {
        title: ("Capaian, makin rendah makin baik", "Achievement, lower is better"),
        formula: ("(2 × target − realisasi) ÷ target × 100 %", "(2 × target − realization) ÷ target × 100 %"),
        sources: [
            Source(PERMENPANRB_8_2021, "Lampiran, hlm. 100 (kondisi khusus), ditulis {1+(1−R/T)} × 100", ReadAs::Verbatim),
            Source("LKIP BKD Provinsi NTT 2021", "Bab III", ReadAs::Verbatim),
        ]
    }
    /// Less is better, as a quotient.
    TargetOverRealization = "lower/target_over_realization" {
        title: ("Capaian, makin rendah makin baik (hasil bagi)", "Achievement, lower is better (quotient)"),
        formula: ("target ÷ realisasi × 100 %", "target ÷ realization × 100 %"),
        sources: [Source(CODE, "\"tren negatif\"", ReadAs::InCode)]
    }
    /// Meeting the target is best.
    Symmetric = "on_target/symmetric" {
        title: ("Capaian, tepat target paling baik", "Achievement, on target is best"),
        formula: ("(1 − |1 − realisasi ÷ target|) × 100 %", "(1 − |1 − realization ÷ target|) × 100 %"),
        sources: [Source(CODE, "\"stabilize\"", ReadAs::InCode)]
    }
    /// The realization lies inside the target range.
    InsideRange = "range/inside" {
        title: ("Realisasi di dalam rentang target", "Realization inside the target range"),
        formula: ("batas bawah ≤ realisasi ≤ batas atas = 100 %", "low ≤ realization ≤ high = 100 %"),
        sources: [Source(PERMENPANRB_8_2021, "tidak menyebut nilai di dalam rentang; 100 % adalah tafsir lkip", ReadAs::Derived)]
    }
    /// The realization lies outside the target range: the nearer bound is the target.
    NearerBound = "range/nearer_bound" {
        title: ("Realisasi di luar rentang target", "Realization outside the target range"),
        formula: ("target = batas yang terdekat", "target = the nearer bound"),
        sources: [Source(PERMENPANRB_8_2021, "Lampiran, hlm. 91 dan 99–100", ReadAs::Verbatim)]
    }
    /// What the rule set gives for a target of zero.
    ZeroTarget = "zero_target" {
        title: ("Target nol", "Target of zero"),
        formula: ("persentase menurut pedoman", "the percentage that the rules give"),
        sources: []
    }
    /// What the rule set gives for a realization of zero.
    ZeroRealization = "zero_realization" {
        title: ("Realisasi nol", "Realization of zero"),
        formula: ("persentase menurut pedoman", "the percentage that the rules give"),
        sources: []
    }
    /// The highest percentage.
    Cap = "cap" {
        title: ("Batas atas", "Cap"),
        formula: ("paling tinggi sebesar batas", "at most the cap"),
        sources: []
    }
    /// The lowest percentage.
    Floor = "floor" {
        title: ("Batas bawah", "Floor"),
        formula: ("paling rendah sebesar batas", "at least the floor"),
        sources: []
    }
    /// The category.
    Category = "category" {
        title: ("Kategori", "Category"),
        formula: ("batas kategori yang memuat nilai", "the category whose bounds hold the value"),
        sources: []
    }
    /// The mean.
    Mean = "average/mean" {
        title: ("Rata-rata", "Mean"),
        formula: ("jumlah capaian ÷ banyaknya", "sum of the achievements ÷ their number"),
        sources: [
            Source("LKjIP Setda Provinsi Kalimantan Timur 2021", "Tabel 3.19", ReadAs::Verbatim),
            Source("LKIP BKD Provinsi NTT 2021", "Bab III", ReadAs::Verbatim),
        ]
    }
    /// The weighted mean.
    WeightedMean = "average/weighted" {
        title: ("Rata-rata tertimbang", "Weighted mean"),
        formula: ("jumlah (bobot × capaian) ÷ jumlah bobot", "sum of (weight × achievement) ÷ sum of weights"),
        sources: []
    }
    /// A percentage that the caller gave.
    Given = "given" {
        title: ("Capaian yang diberikan", "Achievement as given"),
        formula: ("nilai masukan", "the value given"),
        sources: []
    }
}

impl Formula {
    /// Where it comes from. Empty where only the rule set itself is the source.
    #[must_use]
    pub fn citations(self) -> Vec<Citation> {
        let mut cite = |source: &Source| Citation {
            source: source.0.to_owned(),
            place: Some(source.1.to_owned()),
            read: source.2,
            note: None,
        };
        each(self.sources(), &mut cite)
    }
}
