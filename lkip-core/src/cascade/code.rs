//! The list of what may be wrong with a cascade: what is said of it, and what to do.

use crate::language::{Text, bilingual};
use crate::plain::choices;
use crate::rules::{ReadAs, Source};

choices! {
    /// How much a finding weighs.
    #[derive(PartialOrd, Ord)]
    pub enum Severity {
        /// Two places contradict each other, or something is missing that must be there.
        Problem = "problem",
        /// Worth knowing; it may be meant so.
        Notice = "notice",
    }
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Problem => bilingual!("Masalah", "Problem"),
            Self::Notice => bilingual!("Catatan", "Notice"),
        }
    }
}

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal $severity:ident $([$($source:expr),+])? {
        id: $id:literal, en: $en:literal, then_id: $then_id:literal, then_en: $then_en:literal
    } )+) => {
        /// The stable code of what is wrong with a cascade.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum CascadeCode { $( $(#[doc = $doc])+ $name, )+ }

        impl CascadeCode {
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

            /// How much it weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// The sentence for a person, with `{places}` for the data of the finding.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $(Self::$name => bilingual!($id, $en)),+ }
            }

            /// What to do about it.
            #[must_use]
            pub const fn advice(self) -> Text {
                match self { $(Self::$name => bilingual!($then_id, $then_en)),+ }
            }

            /// Where the rule comes from that it is held against; empty for what contradicts itself.
            pub(crate) const fn sources(self) -> &'static [Source] {
                match self { $(Self::$name => &[$($($source),+)?]),+ }
            }
        }
    };
}

const ORGANIZATION: Source = Source(
    "Permendagri 56/2019 (kutipan LKjIP Setda Provinsi Kalimantan Timur 2021)",
    "Bab I, struktur organisasi: sekretariat daerah provinsi tipe A",
    ReadAs::Verbatim,
);
const CROSSCUTTING: Source = Source("PermenPANRB 89/2021", "penjenjangan lintas unit", ReadAs::NotRead);
const DIRECT: Source =
    Source("Bappeda Kabupaten Kepahiang", "bappeda.kepahiangkab.go.id/cascading, cascading langsung", ReadAs::Verbatim);
const PLAN: Source = Source("kode publik aplikasi e-SAKIP", "PK-003, target PK = target IKU/Renstra", ReadAs::InCode);

codes! {
    /// An office has more offices below it than the regulation allows.
    OfficeLimit = "office_limit" Notice [ORGANIZATION] {
        id: "{office} membawahkan {count} {level}; batasnya {limit} bagi sekretariat daerah provinsi tipe A.",
        en: "{office} has {count} {level} below it; the limit is {limit} in the secretariat of a province of type A.",
        then_id: "Periksa apakah batas itu berlaku bagi tipe sekretariat daerah ini.",
        then_en: "See whether that limit holds for the type of this secretariat."
    }
    /// An office stands below one office and promises to another.
    TwoSuperiors = "two_superiors" Problem {
        id: "{office} berada di bawah {superior}, tetapi menurut {agreement} berjanji kepada {other}.",
        en: "{office} stands below {superior}, but by {agreement} it promises to {other}.",
        then_id: "Samakan atasan dalam struktur organisasi dan dalam perjanjian kinerja.",
        then_en: "Make the superior the same in the structure and in the agreement."
    }
    /// Two agreements of one office, year and version.
    AgreementTwice = "agreement_twice" Problem {
        id: "{office} mempunyai dua perjanjian kinerja {year} versi {version}: {first} dan {second}; yang pertama dipakai.",
        en: "{office} has two performance agreements of {year}, version {version}: {first} and {second}; the first is used.",
        then_id: "Hapus salah satunya, atau beri nomor versi kepada perubahannya.",
        then_en: "Remove one of them, or give the revision its version number."
    }
    /// An agreement that names no office.
    AgreementWithoutOffice = "agreement_without_office" Problem {
        id: "{agreement} tidak menyebut unit kerjanya, sehingga tidak ikut diperiksa.",
        en: "{agreement} names no office, so it takes no part in the cascade.",
        then_id: "Tulis unit kerja yang berjanji.",
        then_en: "Write the office that promises."
    }
    /// An office has no agreement while others of its level have.
    AgreementMissing = "agreement_missing" Problem {
        id: "{office} tidak mempunyai perjanjian kinerja {year} dalam dokumen ini, sedangkan unit lain yang setingkat mempunyainya.",
        en: "{office} has no performance agreement of {year} in this document, while others of its level have one.",
        then_id: "Lampirkan perjanjian kinerjanya, atau jelaskan mengapa tidak ada.",
        then_en: "Attach its agreement, or say why there is none."
    }
    /// What the budget of offices without an agreement must be, by difference.
    MissingBudget = "missing_budget" Notice {
        id: "{first} {above} dikurangi perjanjian unit lain di bawahnya {known} menyisakan {required} bagi {office}.",
        en: "{first} of {above} less the agreements of the others below of {known} leaves {required} for {office}.",
        then_id: "Bandingkan dengan perjanjian kinerja yang belum ada itu.",
        then_en: "Compare it with the agreement that is missing."
    }
    /// What the budget of offices without an agreement must be by difference is not what their budget lines make.
    MissingBudgetDiffers = "missing_budget_differs" Problem {
        id: "{first} {above} dikurangi perjanjian unit lain di bawahnya {known} menyisakan {required} bagi {office}, sedangkan baris anggarannya berjumlah {below}: selisih {difference}.",
        en: "{first} of {above} less the agreements of the others below of {known} leaves {required} for {office}, but its budget lines add to {below}: a difference of {difference}.",
        then_id: "Cari program yang pagunya berbeda antara perjanjian dan anggaran.",
        then_en: "Find the program whose allocation differs between the agreement and the budget."
    }
    /// No office of a level has an agreement.
    LevelWithoutAgreements = "level_without_agreements" Notice {
        id: "Tidak ada {level} ({count} unit) yang mempunyai perjanjian kinerja {year} dalam dokumen ini.",
        en: "No {level} ({count} in all) has a performance agreement of {year} in this document.",
        then_id: "Penjenjangan tahun itu hanya dapat diperiksa sampai jenjang di atasnya.",
        then_en: "The cascade of that year can only be checked down to the level above."
    }
    /// An indicator that no office below carries.
    NotCarried = "not_carried" Problem {
        id: "{indicator} pada {first} tidak dipegang atau didukung oleh satu pun unit di bawah {office}.",
        en: "{indicator} in {first} is neither held nor supported by any office below {office}.",
        then_id: "Turunkan indikator itu kepada unit di bawahnya, atau hubungkan dengan indikator yang mendukungnya.",
        then_en: "Pass it on to an office below, or link the indicators that support it."
    }
    /// An indicator that no office below carries, but one of another branch does.
    CarriedElsewhere = "carried_elsewhere" Problem [CROSSCUTTING] {
        id: "{indicator} pada {first} tidak dipegang oleh satu pun unit di bawah {office}; yang memegangnya {other}, di bawah {superior}.",
        en: "{indicator} in {first} is held by no office below {office}; {other} holds it, below {superior}.",
        then_id: "Pindahkan indikator itu ke {superior}, atau nyatakan lintas unit dengan \"crosscutting\": true pada perjanjian itu.",
        then_en: "Move it to {superior}, or declare it with \"crosscutting\": true in that agreement."
    }
    /// An indicator that supports nothing above.
    SupportsNothing = "supports_nothing" Problem {
        id: "{indicator} pada {first} tidak mendukung satu pun indikator {other} di atasnya.",
        en: "{indicator} in {first} supports no indicator of {other} above.",
        then_id: "Hubungkan dengan indikator atasan yang didukungnya, atau hapus.",
        then_en: "Link it to the indicator above that it supports, or drop it."
    }
    /// An indicator that was passed on goes by another name.
    NameDiffers = "name_differs" Problem {
        id: "Nama indikator berbeda: '{name}' menurut {first}, '{other_name}' menurut {second}.",
        en: "The indicator's name differs: '{name}' by {first}, '{other_name}' by {second}.",
        then_id: "Samakan namanya; indikator yang diadopsi tidak berubah nama.",
        then_en: "Make the names the same; what is adopted keeps its name."
    }
    /// An indicator that was passed on has another unit.
    UnitDiffers = "unit_differs" Problem {
        id: "Satuan {indicator} berbeda: '{unit}' menurut {first}, '{other_unit}' menurut {second}.",
        en: "The unit of {indicator} differs: '{unit}' by {first}, '{other_unit}' by {second}.",
        then_id: "Samakan satuannya.",
        then_en: "Make the units the same."
    }
    /// An indicator that was passed on has another target.
    TargetDiffers = "target_differs" Problem {
        id: "Target {indicator} berbeda: {target} menurut {first}, {other_target} menurut {second}.",
        en: "The target of {indicator} differs: {target} by {first}, {other_target} by {second}.",
        then_id: "Samakan targetnya, atau pecah menjadi komponen dengan cara yang dinyatakan.",
        then_en: "Make the targets the same, or split it into components by a declared method."
    }
    /// The target of an agreement is not that of the strategic plan.
    PlanDiffers = "plan_differs" Notice [PLAN] {
        id: "Target {indicator} {year}: {target} menurut {first}, {other_target} menurut Renstra.",
        en: "The target of {indicator} for {year} is {target} by {first}, {other_target} by the strategic plan.",
        then_id: "Jelaskan perubahan target terhadap Renstra.",
        then_en: "Say why the target departs from the strategic plan."
    }
    /// Several offices adopt one indicator whole.
    AdoptedByMany = "adopted_by_many" Notice [DIRECT] {
        id: "{indicator} pada {first} diadopsi utuh oleh {count} unit: {offices}.",
        en: "{indicator} in {first} is adopted whole by {count} offices: {offices}.",
        then_id: "Cascading langsung diturunkan kepada satu unit saja; bagi lebih dari satu unit, persempit lingkupnya.",
        then_en: "Direct cascading goes to one office only; for more of them, narrow the scope."
    }
    /// An indicator passes an office that stands between.
    LevelSkipped = "level_skipped" Problem {
        id: "{indicator} turun dari {office} langsung ke {other}; {between} di antaranya tidak memegangnya.",
        en: "{indicator} goes from {office} straight to {other}; {between} between them does not hold it.",
        then_id: "Cantumkan indikator itu pada unit di antaranya, atau jelaskan mengapa dilewati.",
        then_en: "Put it into the agreement of the office between, or say why it is passed over."
    }
    /// A link between branches that is not declared as crosscutting.
    AcrossBranches = "across_branches" Problem [CROSSCUTTING] {
        id: "{indicator} ({office}) dihubungkan ke {superior_indicator} ({other}), yang bukan atasan {office}.",
        en: "{indicator} ({office}) is linked to {superior_indicator} ({other}), who is not above {office}.",
        then_id: "Perbaiki hubungannya, atau nyatakan lintas unit dengan \"crosscutting\": true.",
        then_en: "Mend the link, or declare it with \"crosscutting\": true."
    }
    /// A link that leads down.
    LinkUpsideDown = "link_upside_down" Problem {
        id: "{indicator} ({office}) dihubungkan ke {superior_indicator} ({other}), padahal {other} berada di bawah {office}.",
        en: "{indicator} ({office}) is linked to {superior_indicator} ({other}), but {other} stands below {office}.",
        then_id: "Tukar \"from\" dan \"to\": hubungan berjalan dari bawah ke atas.",
        then_en: "Swap \"from\" and \"to\": links lead from below to above."
    }
    /// A link to or from an indicator that no office holds.
    LinkWithoutOffice = "link_without_office" Problem {
        id: "{indicator} dihubungkan, tetapi tidak ada unit kerja yang memegangnya.",
        en: "{indicator} is linked, but no office holds it.",
        then_id: "Tulis unit kerja yang bertanggung jawab atas indikator itu.",
        then_en: "Write the office that is responsible for it."
    }
    /// Links that run in a circle.
    LinkCircle = "link_circle" Problem {
        id: "Penjenjangan berputar: {indicators}. Hubungan di dalamnya tidak dihitung.",
        en: "The cascade runs in a circle: {indicators}. The links in it compute nothing.",
        then_id: "Putuskan salah satu hubungannya.",
        then_en: "Break one of the links."
    }
    /// The targets of components do not make the target above.
    ComponentTargets = "component_targets" Problem {
        id: "Target {indicator} pada {first} {target}, sedangkan target komponennya menghasilkan {composed} ({method}).",
        en: "The target of {indicator} in {first} is {target}, but the targets of its components make {composed} ({method}).",
        then_id: "Sesuaikan target komponen atau target atasannya.",
        then_en: "Adjust the targets of the components or the one above."
    }
    /// A component has no single number as its target.
    ComponentWithoutTarget = "component_without_target" Problem {
        id: "Target komponen {items} tidak ada atau bukan satu angka, sehingga target {indicator} tidak dapat diperiksa.",
        en: "The target of the components {items} is missing or no single number, so that of {indicator} cannot be checked.",
        then_id: "Tulis target setiap komponen sebagai satu angka.",
        then_en: "Write the target of every component as one number."
    }
    /// A component in another unit of measure than what it makes.
    ComponentUnits = "component_units" Problem {
        id: "{indicator} ({office}) bersatuan '{unit}', sedangkan komponennya {component} ({other}) bersatuan '{other_unit}'.",
        en: "{indicator} ({office}) is in '{unit}', but its component {component} ({other}) is in '{other_unit}'.",
        then_id: "Samakan satuannya; nilai bersatuan lain tidak dapat digabungkan.",
        then_en: "Make the units the same; values in other units cannot be put together."
    }
    /// The components of one indicator name several methods, or none.
    ComponentMethods = "component_methods" Problem {
        id: "Komponen {indicator} ({office}) tidak menyebut satu cara yang sama: {methods}.",
        en: "The components of {indicator} ({office}) do not name one and the same method: {methods}.",
        then_id: "Nyatakan satu cara (sum, mean, weighted_mean, ratio_of_sums, minimum) pada setiap komponen.",
        then_en: "Declare one method (sum, mean, weighted_mean, ratio_of_sums, minimum) on every component."
    }
    /// The weights of components do not make a whole.
    ComponentWeights = "component_weights" Problem {
        id: "Bobot komponen {indicator} ({office}) berjumlah {sum}, bukan 1 atau 100.",
        en: "The weights of the components of {indicator} ({office}) add to {sum}, not to 1 or 100.",
        then_id: "Lengkapi komponennya atau betulkan bobotnya.",
        then_en: "Complete the components or mend their weights."
    }
    /// What an indicator reached is not what its components make.
    RollupDiffers = "rollup_differs" Problem {
        id: "Realisasi {indicator} ({office}) {given}, sedangkan komponennya menghasilkan {computed} ({method}). Yang diberikan dipakai.",
        en: "The realization of {indicator} ({office}) is {given}, but its components make {computed} ({method}). The one given is used.",
        then_id: "Cari komponen yang belum dilaporkan, atau betulkan realisasi atasannya.",
        then_en: "Find the component that is not reported, or mend the realization above."
    }
    /// What an indicator reached cannot be made of its components.
    RollupImpossible = "rollup_impossible" Problem {
        id: "Realisasi {indicator} ({office}) tidak dapat dibentuk dari komponennya: {reason}",
        en: "The realization of {indicator} ({office}) cannot be made of its components: {reason}",
        then_id: "Lengkapi komponennya; sebagian tidak pernah disajikan sebagai keseluruhan.",
        then_en: "Complete the components; a part is never shown as the whole."
    }
    /// A program's budgets below do not make the budget above.
    ProgramBudget = "program_budget" Problem {
        id: "{program}: {above} menurut {first}, sedangkan di bawahnya {below} ({parts}): selisih {difference}.",
        en: "{program}: {above} by {first}, but {below} below it ({parts}): a difference of {difference}.",
        then_id: "Samakan pagu program itu pada kedua jenjang.",
        then_en: "Make the allocation of the program the same on both levels."
    }
    /// A program below that the agreement above does not have.
    ProgramNotAbove = "program_not_above" Problem {
        id: "{program} {below} ada di bawahnya ({parts}), tetapi tidak pada {first}.",
        en: "{program} of {below} stands below ({parts}), but not in {first}.",
        then_id: "Cantumkan program itu pada perjanjian atasannya.",
        then_en: "Put the program into the agreement above."
    }
    /// A program above that no office below has.
    ProgramNotBelow = "program_not_below" Problem {
        id: "{program} {above} ada pada {first}, tetapi tidak pada satu pun unit di bawahnya.",
        en: "{program} of {above} stands in {first}, but with no office below.",
        then_id: "Tetapkan unit yang melaksanakan program itu.",
        then_en: "Say which office carries the program out."
    }
    /// A program below goes by another name than above.
    ProgramNamedOtherwise = "program_named_otherwise" Notice {
        id: "{program} pada {first} lebih {difference} daripada di bawahnya; sebesar itu tercatat di sana sebagai {other_program} ({parts}).",
        en: "{program} in {first} is {difference} more than below it; that amount stands there as {other_program} ({parts}).",
        then_id: "Samakan nama atau kode programnya.",
        then_en: "Make the names or codes of the program the same."
    }
    /// A total above is not the sum of the totals below.
    BudgetTotal = "budget_total" Problem {
        id: "Jumlah anggaran {first} {above}, sedangkan di bawahnya {below} ({parts}): selisih {difference}.",
        en: "The budget of {first} is {above}, but {below} below it ({parts}): a difference of {difference}.",
        then_id: "Samakan jumlah anggaran pada kedua jenjang.",
        then_en: "Make the totals the same on both levels."
    }
    /// The printed total of an office leaves one of its programs out.
    ProgramLeftOut = "program_left_out" Problem {
        id: "Jumlah {office} tercetak {printed} ({place}), sedangkan programnya berjumlah {computed}; selisihnya adalah {program} {amount} yang tidak ikut dijumlahkan.",
        en: "The total of {office} is printed as {printed} ({place}), but its programs add to {computed}; the difference is {program} of {amount}, which was left out.",
        then_id: "Jumlahkan juga program itu, dan hitung ulang persentasenya.",
        then_en: "Add that program too, and compute the percentage again."
    }
    /// A condition of an agreement was not kept.
    ConditionNotMet = "condition_not_met" Problem {
        id: "{condition} menurut {first} paling sedikit {minimum}; tercapai {realization}.",
        en: "{condition} by {first} is to be at least {minimum}; {realization} was reached.",
        then_id: "Jelaskan sebabnya dan langkah perbaikannya dalam laporan.",
        then_en: "Say in the report why, and what is done about it."
    }
}
