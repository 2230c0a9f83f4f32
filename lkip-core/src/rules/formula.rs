//! The formulas, with their names and sources, as explanations show them.

use super::{Citation, ReadAs};
use crate::language::{Text, bilingual};
use crate::prelude::*;

macro_rules! formulas {
    ($( $(#[doc = $doc:literal])+ $name:ident = $id:literal $(if $feature:literal)? {
        title: ($title_id:literal, $title_en:literal), formula: ($f_id:literal, $f_en:literal), sources: [$($source:expr),* $(,)?]
    } )+) => {
        /// A step of a calculation, with the name and the source that explanations give for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Formula { $( $(#[doc = $doc])+ $(#[cfg(feature = $feature)])? $name, )+ }

        impl Formula {
            /// Every formula.
            pub const ALL: &'static [Self] = &[$( $(#[cfg(feature = $feature)])? Self::$name ),+];

            /// The stable id: `higher/realization_over_target`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => $id),+ }
            }

            /// What it is called.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => bilingual!($title_id, $title_en)),+ }
            }

            /// How it is written, in words.
            #[must_use]
            pub const fn expression(self) -> Text {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => bilingual!($f_id, $f_en)),+ }
            }

            /// Where it comes from. Empty where only the rule set itself is the source.
            pub(crate) const fn sources(self) -> &'static [Source] {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => &[$($source),*]),+ }
            }
        }
    };
}

/// The regulation, report or program, the place in it, and how that was read.
pub(crate) struct Source(pub(crate) &'static str, pub(crate) &'static str, pub(crate) ReadAs);

const PERMENPANRB_8_2021: &str = "PermenPANRB 8/2021";
const CODE: &str = "kode publik aplikasi e-SAKIP";
#[cfg(feature = "report")]
const KALTIM: &str = "LKjIP Setda Provinsi Kalimantan Timur 2021";
#[cfg(feature = "report")]
const NTT_TW_I: &str = "Laporan Kinerja Triwulan I 2024 Biro Organisasi Setda Provinsi NTT";
#[cfg(feature = "report")]
const BKD: &str = "LKIP BKD Provinsi NTT 2021";
#[cfg(feature = "report")]
const PMK_214: &str = "PMK 214/PMK.02/2017";
/// What the regulation says, as read in a document that quotes it.
#[cfg(feature = "report")]
const PMK_214_QUOTED: &str = "PMK 214/PMK.02/2017 (kutipan 123dok q5oxr03z)";
#[cfg(feature = "report")]
const LKIP: &str = "lkip";

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
        sources: [
            Source(PERMENPANRB_8_2021, "tidak menyebut nilai di dalam rentang; 100 % adalah tafsir lkip", ReadAs::Derived),
        ]
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
    /// A number that stands in the document.
    InDocument = "in_document" if "report" {
        title: ("Nilai dalam dokumen", "Value in the document"),
        formula: ("nilai sebagaimana dilaporkan", "the value as it was reported"),
        sources: []
    }
    /// A percentage that the caller gave.
    Given = "given" {
        title: ("Capaian yang diberikan", "Achievement as given"),
        formula: ("nilai masukan", "the value given"),
        sources: []
    }
    /// A part of a whole, in percent.
    RatioOfSums = "composite/ratio" if "report" {
        title: ("Rasio", "Ratio"),
        formula: ("jumlah pembilang ÷ jumlah penyebut × 100 %", "sum of the parts ÷ sum of the wholes × 100 %"),
        sources: [
            Source(NTT_TW_I, "Tabel 2.2, \"formula indikator\"", ReadAs::Verbatim),
            Source(KALTIM, "Indikator Kinerja Utama, \"formulasi perhitungan\"", ReadAs::Verbatim),
        ]
    }
    /// A part of a whole, as a plain number.
    Quotient = "composite/quotient" if "report" {
        title: ("Hasil bagi", "Quotient"),
        formula: ("jumlah pembilang ÷ jumlah penyebut", "sum of the parts ÷ sum of the wholes"),
        sources: []
    }
    /// A sum.
    Sum = "composite/sum" if "report" {
        title: ("Jumlah", "Sum"),
        formula: ("jumlah semua nilai", "sum of all values"),
        sources: []
    }
    /// A difference.
    Difference = "composite/difference" if "report" {
        title: ("Selisih", "Difference"),
        formula: ("nilai pertama − semua nilai lain", "the first value − all others"),
        sources: []
    }
    /// A mean of values.
    MeanOfValues = "composite/mean" if "report" {
        title: ("Rata-rata nilai", "Mean of values"),
        formula: ("jumlah nilai ÷ banyaknya yang ada", "sum of the values ÷ number of those that are there"),
        sources: [Source(KALTIM, "indeks kepuasan masyarakat atas 8 unsur, 79,81", ReadAs::Derived)]
    }
    /// A weighted mean of values.
    WeightedMeanOfValues = "composite/weighted_mean" if "report" {
        title: ("Rata-rata tertimbang nilai", "Weighted mean of values"),
        formula: ("jumlah (bobot × nilai) ÷ jumlah bobot", "sum of (weight × value) ÷ sum of weights"),
        sources: []
    }
    /// The lowest of several values.
    Minimum = "composite/minimum" if "report" {
        title: ("Nilai terendah", "Lowest value"),
        formula: ("yang terendah dari semua nilai", "the lowest of all values"),
        sources: []
    }
    /// The geometric mean: how PMK 214/PMK.02/2017 joins the indicators of an output.
    GeometricMean = "composite/geometric_mean" if "report" {
        title: ("Rata-rata geometrik", "Geometric mean"),
        formula: ("akar pangkat n dari hasil kali n nilai", "the n-th root of the product of n values"),
        sources: [Source(PMK_214_QUOTED, "Lampiran, capaian keluaran kegiatan", ReadAs::Verbatim)]
    }
    /// How many values there are, or how many lie inside bounds.
    Count = "composite/count" if "report" {
        title: ("Banyaknya", "Count"),
        formula: ("banyaknya nilai yang memenuhi syarat", "number of values that meet the condition"),
        sources: []
    }
    /// How many of the values lie inside bounds, in percent.
    Share = "composite/share" if "report" {
        title: ("Bagian", "Share"),
        formula: (
            "banyaknya yang memenuhi syarat ÷ banyaknya yang bernilai × 100 %",
            "number that meets the condition ÷ number that has a value × 100 %"
        ),
        sources: []
    }
    /// The index of public satisfaction (SKM, IKM).
    Skm = "composite/skm" if "report" {
        title: ("Indeks kepuasan masyarakat (SKM)", "Public satisfaction index (SKM)"),
        formula: (
            "jumlah (nilai unsur × bobot) × 100 ÷ nilai tertinggi; bobot = 1 ÷ banyaknya unsur",
            "sum of (score of an element × weight) × 100 ÷ highest score; weight = 1 ÷ number of elements"
        ),
        sources: [
            Source("PermenPANRB 14/2017", "rumus IKM", ReadAs::NotRead),
            Source("rennn9/GASPUL_BACKEND (157a1a6)", "rumus_perhitungan_ikm_lengkap.md", ReadAs::InCode),
        ]
    }
    /// The weight of an element of the SKM, rounded where that is declared.
    SkmWeight = "composite/skm_weight" if "report" {
        title: ("Bobot tiap unsur SKM", "Weight of each SKM element"),
        formula: (
            "1 ÷ banyaknya unsur, dibulatkan sesuai yang dinyatakan",
            "1 ÷ number of elements, rounded as declared"
        ),
        sources: [
            Source("rennn9/GASPUL_BACKEND (157a1a6)", "bobot 0,11", ReadAs::InCode),
            Source(KALTIM, "IKM 85,24 hanya didapat dengan bobot 0,111", ReadAs::Derived),
        ]
    }
    /// The SAKIP evaluation of PermenPANRB 12/2015.
    Sakip2015 = "composite/sakip_12_2015" if "report" {
        title: ("Nilai evaluasi SAKIP (PermenPANRB 12/2015)", "SAKIP evaluation (PermenPANRB 12/2015)"),
        formula: (
            "jumlah nilai komponen, masing-masing paling tinggi sebesar bobotnya (30, 25, 15, 10, 20)",
            "sum of the components, each at most its weight (30, 25, 15, 10, 20)"
        ),
        sources: [
            Source("PermenPANRB 12/2015", "bobot komponen", ReadAs::NotRead),
            Source(KALTIM, "Tabel 3.1", ReadAs::Verbatim),
        ]
    }
    /// The evaluation of performance accountability (AKIP) of PermenPANRB 88/2021.
    Sakip2021 = "composite/sakip_88_2021" if "report" {
        title: ("Nilai evaluasi AKIP (PermenPANRB 88/2021)", "AKIP evaluation (PermenPANRB 88/2021)"),
        formula: (
            "jumlah nilai komponen, masing-masing paling tinggi sebesar bobotnya (30, 30, 15, 25)",
            "sum of the components, each at most its weight (30, 30, 15, 25)"
        ),
        sources: [
            Source("PermenPANRB 88/2021", "bobot komponen", ReadAs::NotRead),
            Source("Rayhanyl/esakip-app (6a47f17)", "app/Http/Controllers/Admin/InspekEvaluasiInternalController.php:127-208", ReadAs::InCode),
        ]
    }
    /// The institutional index: structure and process, each at most 50.
    Kelembagaan = "composite/kelembagaan" if "report" {
        title: ("Indeks kelembagaan", "Institutional index"),
        formula: (
            "nilai dimensi struktur + nilai dimensi proses, masing-masing paling tinggi 50",
            "score of structure + score of process, each at most 50"
        ),
        sources: [
            Source("PermenPANRB 20/2018", "dimensi struktur dan proses", ReadAs::NotRead),
            Source(KALTIM, "Tabel 3.14", ReadAs::Verbatim),
        ]
    }
    /// The index of procurement governance, at most 100.
    Itkp = "composite/itkp" if "report" {
        title: ("Indeks tata kelola pengadaan (ITKP)", "Procurement governance index (ITKP)"),
        formula: ("jumlah nilai komponen, paling tinggi 100", "sum of the components, at most 100"),
        sources: [Source("SE LKPP 4/2021", "komponen ITKP", ReadAs::NotRead)]
    }
    /// The quarters of a year, added up.
    QuartersSum = "quarters/sum" if "full" {
        title: ("Jumlah triwulan", "Sum of the quarters"),
        formula: ("jumlah realisasi triwulan yang ada", "sum of the realizations of the quarters that are there"),
        sources: []
    }
    /// The last quarter that has a value.
    QuartersLast = "quarters/last" if "full" {
        title: ("Triwulan terakhir", "The last quarter"),
        formula: ("realisasi triwulan terakhir yang ada", "realization of the last quarter that is there"),
        sources: []
    }
    /// The mean of the quarters.
    QuartersAverage = "quarters/average" if "full" {
        title: ("Rata-rata triwulan", "Mean of the quarters"),
        formula: (
            "jumlah realisasi triwulan yang ada ÷ banyaknya",
            "sum of the realizations of the quarters that are there ÷ their number"
        ),
        sources: []
    }
    /// Progress to a target of the strategic plan.
    Progress = "progress/renstra" if "report" {
        title: ("Tingkat kemajuan terhadap target Renstra", "Progress to the target of the strategic plan"),
        formula: (
            "rumus capaian menurut polaritas, terhadap target Renstra",
            "the formula of the polarity, against the target of the strategic plan"
        ),
        sources: [Source(KALTIM, "sistematika Bab III, kolom 6 = 5/4 × 100", ReadAs::Verbatim)]
    }
    /// A realization against the national standard.
    NationalProgress = "progress/national" if "report" {
        title: ("Perbandingan dengan standar nasional", "Comparison with the national standard"),
        formula: (
            "rumus capaian menurut polaritas, terhadap nilai nasional",
            "the formula of the polarity, against the national value"
        ),
        sources: [Source(KALTIM, "sistematika Bab III, kolom 6 = 5/4 × 100, keterangan +/−", ReadAs::Verbatim)]
    }
    /// A change since another year, in percent of it.
    RelativeGrowth = "growth/relative" if "report" {
        title: ("Perubahan", "Change"),
        formula: ("(nilai baru ÷ nilai lama − 1) × 100 %", "(new value ÷ old value − 1) × 100 %"),
        sources: [Source(KALTIM, "sistematika Bab III, kolom 6 = (5/4 − 1) × 100", ReadAs::Verbatim)]
    }
    /// A change since another year, as a difference.
    PointsGrowth = "growth/points" if "report" {
        title: ("Selisih dengan nilai lama", "Difference from the old value"),
        formula: ("nilai baru − nilai lama", "new value − old value"),
        sources: [Source(BKD, "Bab III", ReadAs::Verbatim)]
    }
    /// How much of a budget was spent.
    Absorption = "budget/absorption" if "report" {
        title: ("Penyerapan anggaran", "Budget absorption"),
        formula: ("realisasi anggaran ÷ pagu × 100 %", "spending ÷ allocation × 100 %"),
        sources: [
            Source(KALTIM, "kolom 5 = 4/3 × 100", ReadAs::Verbatim),
            Source(NTT_TW_I, "Tabel 3.1", ReadAs::Verbatim),
            Source(PMK_214_QUOTED, "Lampiran, penyerapan anggaran", ReadAs::Verbatim),
        ]
    }
    /// What was not spent.
    Remainder = "budget/remainder" if "report" {
        title: ("Sisa anggaran", "Unspent budget"),
        formula: ("pagu − realisasi anggaran", "allocation − spending"),
        sources: []
    }
    /// A sum of amounts of a budget.
    BudgetTotal = "budget/total" if "report" {
        title: ("Jumlah anggaran", "Budget total"),
        formula: ("jumlah semua nilai rupiah", "sum of all amounts"),
        sources: [Source(NTT_TW_I, "Tabel 3.1, jumlah program", ReadAs::Derived)]
    }
    /// Efficiency as achievement less absorption.
    AchievementMinusAbsorption = "efficiency/achievement_minus_absorption" if "report" {
        title: ("Tingkat efisiensi", "Efficiency"),
        formula: ("capaian − penyerapan, dalam poin persen", "achievement − absorption, in percentage points"),
        sources: [Source(KALTIM, "Tabel 3.19, kolom 5 = 3 − 4; sistematika Bab III", ReadAs::Verbatim)]
    }
    /// Efficiency as absorption in percent of the achievement: less is more efficient.
    AbsorptionOverAchievement = "efficiency/absorption_over_achievement" if "report" {
        title: ("Rasio efisiensi", "Efficiency ratio"),
        formula: (
            "penyerapan ÷ capaian × 100 %; makin kecil makin efisien",
            "absorption ÷ achievement × 100 %; less is more efficient"
        ),
        sources: [
            Source("LKjIP Kabupaten Brebes (adoc.pub)", "rasio di bawah 100 = efisien", ReadAs::Verbatim),
            Source("Kode aplikasi publik", "calculationEngine.js", ReadAs::InCode),
        ]
    }
    /// Efficiency as output in percent of input.
    OutputOverInput = "efficiency/output_over_input" if "report" {
        title: ("Efisiensi keluaran terhadap masukan", "Output over input"),
        formula: (
            "capaian ÷ penyerapan × 100 %; makin besar makin efisien",
            "achievement ÷ absorption × 100 %; more is more efficient"
        ),
        sources: [Source(LKIP, "keluaran = capaian, masukan = penyerapan", ReadAs::Derived)]
    }
    /// PMK 214: what the achieved output should have cost, less what it did cost, in percent of the first.
    Pmk214Efficiency = "efficiency/pmk_214_saving" if "report" {
        title: ("Efisiensi (E)", "Efficiency (E)"),
        formula: (
            "(pagu × capaian − realisasi anggaran) ÷ (pagu × capaian) × 100 %",
            "(allocation × achievement − spending) ÷ (allocation × achievement) × 100 %"
        ),
        sources: [Source(PMK_214_QUOTED, "Lampiran, efisiensi", ReadAs::Verbatim)]
    }
    /// PMK 214: E between −20 % and 20 %.
    Pmk214Bounds = "efficiency/pmk_214_bounds" if "report" {
        title: ("Batas E", "Bounds of E"),
        formula: ("−20 % ≤ E ≤ 20 %", "−20 % ≤ E ≤ 20 %"),
        sources: [Source(PMK_214, "batas nilai E", ReadAs::NotRead)]
    }
    /// PMK 214: the score of efficiency, 0 to 100 %.
    Pmk214Score = "efficiency/pmk_214" if "report" {
        title: ("Nilai efisiensi (NE)", "Efficiency score (NE)"),
        formula: (
            "50 % + E ÷ 20 × 50; E dibatasi −20 % sampai 20 %",
            "50 % + E ÷ 20 × 50; E held between −20 % and 20 %"
        ),
        sources: [
            Source("LAKIP Inspektorat Jenderal 2019 (fliphtml5 ivgoq/hwvo)", "hlm. 42", ReadAs::Verbatim),
            Source(PMK_214, "batas nilai E", ReadAs::NotRead),
        ]
    }
    /// Efficiency as the unspent budget, where the target is met.
    UnspentWhenMet = "efficiency/unspent_when_met" if "report" {
        title: ("Efisiensi anggaran", "Budget efficiency"),
        formula: ("100 % − penyerapan, hanya bila target tercapai", "100 % − absorption, only where the target is met"),
        sources: [
            Source("Analisis efisiensi (123dok 11334423)", "analisis atas efisiensi penggunaan sumber daya", ReadAs::Verbatim),
        ]
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
