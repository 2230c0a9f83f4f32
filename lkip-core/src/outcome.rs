//! The three ways a computation ends, and why it gives no figure.

use crate::error::Details;
use crate::language::{Language, Text, bilingual};
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;

/// What a computation gives: a value, or the reason why there is none.
///
/// "Not computable" is an answer, never a zero and never an error out of the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// A value.
    Computed(T),
    /// There is nothing to compute: no target in this period, an activity that was not carried out.
    NotApplicable(Reason),
    /// There should be a value, but the inputs or the rules do not give one.
    NotComputable(Reason),
}

impl<T> Outcome<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Computed(value) => Some(value),
            Self::NotApplicable(_) | Self::NotComputable(_) => None,
        }
    }

    /// Why there is no value.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Computed(_) => None,
            Self::NotApplicable(reason) | Self::NotComputable(reason) => Some(reason),
        }
    }

    /// `computed`, `not_applicable` or `not_computable`.
    pub const fn tag(&self) -> &'static str {
        match self {
            Self::Computed(_) => "computed",
            Self::NotApplicable(_) => "not_applicable",
            Self::NotComputable(_) => "not_computable",
        }
    }

    /// The same outcome with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Computed(value) => Outcome::Computed(change(value)),
            Self::NotApplicable(reason) => Outcome::NotApplicable(reason),
            Self::NotComputable(reason) => Outcome::NotComputable(reason),
        }
    }
}

macro_rules! reasons {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal $(if $feature:literal)?, $input:expr, $end:ident { id: $id:literal, en: $en:literal } )+) => {
        /// The stable code of a reason: why there is no figure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum ReasonCode {
            $( $(#[doc = $doc])+ $(#[cfg(feature = $feature)])? $name, )+
        }

        impl ReasonCode {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$( $(#[cfg(feature = $feature)])? Self::$name ),+];

            /// The code as it stands in answers.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => $code),+ }
            }

            /// What the reason means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => const { concat!($($doc),+).trim_ascii() }),+ }
            }

            /// The input that is missing or that stands in the way, by its field name.
            #[must_use]
            pub const fn input(self) -> Option<&'static str> {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => $input),+ }
            }

            /// The sentence for a person, with `{places}` for the data of the reason.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => bilingual!($id, $en)),+ }
            }

            /// How a computation with this reason ends.
            pub(crate) fn end<T>(self, reason: Reason) -> Outcome<T> {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => Outcome::$end(reason)),+ }
            }
        }
    };
}

reasons! {
    /// No target was set: there is nothing to compare with.
    NoTarget = "no_target", Some("target"), NotApplicable {
        id: "Tidak ada target, sehingga tidak ada yang dibandingkan.",
        en: "There is no target, so there is nothing to compare with."
    }
    /// The target is zero and the rule set has no percentage for that.
    ZeroTarget = "zero_target", Some("target"), NotComputable {
        id: "Target nol: capaian dalam persen tidak dapat dihitung menurut pedoman ini.",
        en: "The target is zero: these rules give no percentage for that."
    }
    /// The target is below zero: no formula of the field has a meaning there.
    NegativeTarget = "negative_target", Some("target"), NotComputable {
        id: "Target negatif ({target}): tidak ada rumus capaian yang berlaku. Nyatakan indikator sehingga targetnya positif.",
        en: "The target is negative ({target}): no achievement formula applies. State the indicator so that its target is positive."
    }
    /// The value has not been measured or reported.
    NotMeasured = "not_measured", Some("realization"), NotComputable {
        id: "Realisasi belum diukur atau belum dilaporkan.",
        en: "The realization has not been measured or reported."
    }
    /// The activity was not carried out.
    NotCarriedOut = "not_carried_out", Some("realization"), NotApplicable {
        id: "Kegiatan tidak dilaksanakan.",
        en: "The activity was not carried out."
    }
    /// The realization is zero and the formula divides by it, or the rule set gives no percentage for it.
    ZeroRealization = "zero_realization", Some("realization"), NotComputable {
        id: "Realisasi nol: capaian dalam persen tidak dapat dihitung menurut pedoman ini.",
        en: "The realization is zero: these rules give no percentage for that."
    }
    /// The realization is below zero and the formula divides by it.
    NegativeRealization = "negative_realization", Some("realization"), NotComputable {
        id: "Realisasi negatif ({realization}): rumus target/realisasi tidak berlaku.",
        en: "The realization is negative ({realization}): the formula target/realization does not apply."
    }
    /// The result has more digits before the decimal point than can be held.
    TooLarge = "too_large", None, NotComputable {
        id: "Hasilnya melebihi 28 angka yang dapat ditulis tanpa kehilangan.",
        en: "The result has more than the 28 digits that can be written without loss."
    }
    /// No item of the average has a value that counts.
    NothingToAverage = "nothing_to_average", Some("items"), NotComputable {
        id: "Tidak ada nilai yang dapat dirata-ratakan.",
        en: "There is no value to average."
    }
    /// An item has no value and the rules do not say to leave it out.
    IncompleteAverage = "incomplete_average", Some("items"), NotComputable {
        id: "Rata-rata tidak dihitung: butir {items} tanpa nilai dan tidak boleh ditinggalkan menurut pedoman ini.",
        en: "The average is not computed: item {items} has no value, and these rules do not allow leaving it out."
    }
    /// All weights are zero.
    ZeroWeights = "zero_weights", Some("weight"), NotComputable {
        id: "Jumlah bobot nol, sehingga rata-rata tertimbang tidak dapat dihitung.",
        en: "The weights sum to zero, so there is no weighted average."
    }
    /// The rule set has no scale, so there is no category.
    NoScale = "no_scale", Some("scale"), NotApplicable {
        id: "Pedoman ini tidak menetapkan skala kategori.",
        en: "These rules set no scale of categories."
    }
    /// The value is above the highest or below the lowest category.
    OutsideScale = "outside_scale", None, NotComputable {
        id: "Nilai {value} di luar skala ({low} – {high}); skala tidak menyebut kategorinya.",
        en: "The value {value} is outside the scale ({low} – {high}); the scale names no category for it."
    }
    /// The value lies between two categories.
    InScaleGap = "in_scale_gap", None, NotComputable {
        id: "Nilai {value} jatuh di celah antara kategori '{lower}' dan '{upper}'.",
        en: "The value {value} falls into the gap between the categories '{lower}' and '{upper}'."
    }
    /// The cell of a table cannot be read as a number.
    Unreadable = "unreadable" if "full", None, NotComputable {
        id: "Selnya tidak dapat dibaca sebagai angka.",
        en: "The cell cannot be read as a number."
    }
    /// A formula lacks a value that it cannot do without.
    OperandMissing = "operand_missing" if "full", Some("formula"), NotComputable {
        id: "Rumus tidak dapat dihitung: nilai {items} belum ada.",
        en: "The formula cannot be computed: there is no value of {items}."
    }
    /// None of the values of a formula is there.
    NoOperandHasValue = "no_operand_has_value" if "full", Some("formula"), NotComputable {
        id: "Rumus tidak dapat dihitung: belum ada satu nilai pun.",
        en: "The formula cannot be computed: none of its values is there."
    }
    /// The whole of a quotient is zero.
    ZeroWhole = "zero_whole" if "full", Some("formula"), NotComputable {
        id: "Penyebutnya nol, sehingga hasil bagi tidak dapat dihitung.",
        en: "The denominator is zero, so there is no quotient."
    }
    /// A component of a weighted mean has no weight, or one below zero.
    ComponentWithoutWeight = "component_without_weight" if "full", Some("links"), NotComputable {
        id: "Rata-rata tertimbang tidak dapat dihitung: bobot {items} tidak ada atau negatif.",
        en: "The weighted mean cannot be computed: the weight of {items} is missing or negative."
    }
    /// A component of a ratio of sums is not made of counts.
    ComponentWithoutCounts = "component_without_counts" if "full", Some("links"), NotComputable {
        id: "Rasio jumlah tidak dapat dihitung: {items} tidak memiliki pembilang dan penyebut.",
        en: "The ratio of sums cannot be computed: {items} has no numerator and denominator."
    }
    /// The components of one indicator name several methods, or none.
    CompositionUnclear = "composition_unclear" if "full", Some("links"), NotComputable {
        id: "Komponennya tidak menyebut satu cara yang sama untuk membentuk nilai ini.",
        en: "Its components do not name one and the same method to make this value."
    }
    /// A component leads back to what it is a component of.
    ComponentsInCircle = "components_in_circle" if "full", Some("links"), NotComputable {
        id: "Nilai ini membentuk dirinya sendiri melalui {items}.",
        en: "This value would make itself by way of {items}."
    }
    /// The score of an office is to be weighted, but weights are missing.
    OfficeWithoutWeight = "office_without_weight" if "full", Some("weight"), NotComputable {
        id: "Pedoman menetapkan nilai unit kerja tertimbang, tetapi bobot {items} tidak ada atau negatif.",
        en: "The rules weight the score of an office, but the weight of {items} is missing or negative."
    }
    /// No budget was allocated, or it is not stated.
    NoAllocation = "no_allocation" if "full", Some("allocation"), NotApplicable {
        id: "Tidak ada pagu anggaran.",
        en: "There is no budget allocation."
    }
    /// The allocation is zero.
    ZeroAllocation = "zero_allocation" if "full", Some("allocation"), NotComputable {
        id: "Pagu anggaran nol, sehingga tidak ada yang dapat diserap.",
        en: "The budget allocation is zero, so there is nothing to absorb."
    }
    /// The allocation is below zero.
    NegativeAllocation = "negative_allocation" if "full", Some("allocation"), NotComputable {
        id: "Pagu anggaran negatif ({allocation}): penyerapan tidak berarti.",
        en: "The budget allocation is negative ({allocation}): absorption has no meaning."
    }
    /// The spending is not stated.
    NoSpending = "no_spending" if "full", Some("spending"), NotComputable {
        id: "Realisasi anggaran belum dilaporkan.",
        en: "The spending has not been reported."
    }
    /// There is no value of the other year to compare with.
    NoBase = "no_base" if "full", Some("previous"), NotApplicable {
        id: "Tidak ada nilai pembanding, sehingga tidak ada perubahan yang dihitung.",
        en: "There is no value to compare with, so there is no change to compute."
    }
    /// The value of the other year is zero: no percentage can be taken of it.
    ZeroBase = "zero_base" if "full", Some("previous"), NotComputable {
        id: "Nilai pembanding nol: perubahan dalam persen tidak dapat dihitung.",
        en: "The value to compare with is zero: there is no change in percent."
    }
    /// The value of the other year is below zero: a change in percent of it would have the wrong sign.
    NegativeBase = "negative_base" if "full", Some("previous"), NotComputable {
        id: "Nilai pembanding negatif ({base}): perubahan dalam persen tidak berarti.",
        en: "The value to compare with is negative ({base}): a change in percent has no meaning."
    }
    /// Efficiency divides by the achievement, which is not above zero.
    NoAchievement = "no_achievement" if "full", Some("achievement"), NotComputable {
        id: "Capaian tidak di atas nol ({achievement} %), sehingga efisiensi tidak dapat dihitung.",
        en: "The achievement is not above zero ({achievement} %), so there is no efficiency."
    }
    /// Efficiency divides by the absorption, which is not above zero.
    NoAbsorption = "no_absorption" if "full", Some("spending"), NotComputable {
        id: "Penyerapan tidak di atas nol ({absorption} %), sehingga efisiensi tidak dapat dihitung.",
        en: "The absorption is not above zero ({absorption} %), so there is no efficiency."
    }
    /// These rules state an efficiency only where the target is met.
    TargetNotMet = "target_not_met" if "full", Some("achievement"), NotApplicable {
        id: "Target tidak tercapai: menurut pedoman ini tidak ada efisiensi yang dihitung.",
        en: "The target is not met: these rules state no efficiency then."
    }
    /// The cap of the rules lies below what is wanted.
    BeyondCap = "beyond_cap" if "full", Some("cap"), NotComputable {
        id: "Tidak dapat dicapai: pedoman ini membatasi capaian paling tinggi {cap} %.",
        en: "It cannot be reached: these rules cap the achievement at {cap} %."
    }
    /// No realization gives what is wanted.
    OutOfReach = "out_of_reach" if "full", Some("target"), NotComputable {
        id: "Tidak ada realisasi yang memberi capaian itu.",
        en: "No realization gives that achievement."
    }
    /// No realization with so few decimals gives what is wanted.
    TooFewPlaces = "too_few_places" if "full", Some("places"), NotComputable {
        id: "Tidak ada realisasi dengan {places} desimal yang memberi capaian itu.",
        en: "No realization with {places} decimal places gives that achievement."
    }
    /// No quarter is left in which anything could still be reached.
    NoQuarterLeft = "no_quarter_left" if "full", Some("quarters"), NotApplicable {
        id: "Tidak ada triwulan yang tersisa.",
        en: "No quarter is left."
    }
}

/// Why there is no figure: a code, the data of its sentence, and the sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    code: ReasonCode,
    details: Details,
}

impl Reason {
    pub(crate) fn new(code: ReasonCode) -> Self {
        Self { code, details: Details::default() }
    }

    pub(crate) fn with(mut self, name: &'static str, detail: crate::error::Detail) -> Self {
        self.details.put(name, detail);
        self
    }

    /// Ends a computation with this reason.
    pub(crate) fn end<T>(self) -> Outcome<T> {
        self.code.end(self)
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ReasonCode {
        self.code
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The input that is missing or stands in the way, by its field name.
    #[must_use]
    pub fn input(&self) -> Option<&'static str> {
        self.code.input()
    }

    /// The sentence for a person.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.details.fill(self.code.template().get(language), language)
    }

    /// The reason as data, with its sentence in one language: `{code, input, message}`.
    #[must_use]
    pub fn report(&self, language: Language) -> ReasonReport<'_> {
        ReasonReport { reason: self, language }
    }
}

/// A reason with its sentence, ready to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct ReasonReport<'a> {
    reason: &'a Reason,
    language: Language,
}

impl From<&ReasonReport<'_>> for Plain {
    fn from(report: &ReasonReport<'_>) -> Self {
        let ReasonReport { reason, language } = report;
        let mut record = Record::new();
        record.text("code", reason.code.as_str());
        record.maybe("input", reason.input());
        record.text("message", &reason.message(*language));
        Self::Record(record)
    }
}

serialize_as_plain!(ReasonReport<'_>);
