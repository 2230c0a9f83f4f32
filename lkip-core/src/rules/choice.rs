//! The fields of a rule set and their choices.

#[cfg(feature = "report")]
use crate::language::{Text, bilingual};
use crate::number::Number;
use crate::plain::{Plain, Record, choices, serialize_as_plain};

choices! {
    /// Which way an indicator is good (polaritas). A property of the indicator, not of the rule set.
    #[doc(alias = "polaritas")]
    pub enum Polarity {
        /// More is better: "kondisi normal", naik, maximize.
        Higher = "higher" | "naik" | "naik_baik" | "positif" | "maximize" | "normal",
        /// Less is better: "kondisi khusus", turun, minimize.
        Lower = "lower" | "turun" | "turun_baik" | "negatif" | "minimize" | "khusus",
        /// Meeting the target is best: stabil, stabilize.
        OnTarget = "on_target" | "stabil" | "stabilize",
    }
}

choices! {
    /// The formula where more is better.
    pub enum Higher {
        /// Realization ÷ target × 100 %.
        RealizationOverTarget = "realization_over_target",
    }
}

choices! {
    /// The formula where less is better. The two differ everywhere but on the target itself.
    pub enum Lower {
        /// (2 × target − realization) ÷ target × 100 %, however it is written: \[T−(R−T)\]/T, 1+(1−R/T).
        TwiceTargetMinusRealization = "twice_target_minus_realization",
        /// Target ÷ realization × 100 %; undefined for a realization of zero.
        TargetOverRealization = "target_over_realization",
    }
}

choices! {
    /// The formula where meeting the target is best.
    pub enum OnTarget {
        /// 100 × (1 − |1 − realization ÷ target|) %.
        Symmetric = "symmetric",
    }
}

/// What a target of zero gives. No national rule was found; applications contradict each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZeroTarget {
    /// No figure.
    #[default]
    NotComputable,
    /// 100 % when the target is met, otherwise no figure.
    FullWhenMet,
    /// The percentages that the rule set gives.
    AsGiven(AsGiven),
}

/// Percentages that a rule set gives for a target of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsGiven {
    /// When the target is met.
    pub met: Number,
    /// When it is not.
    pub unmet: Number,
}

/// What a realization of zero gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZeroRealization {
    /// What the formula gives; no figure where it would divide by zero.
    #[default]
    ByFormula,
    /// No figure.
    NotComputable,
    /// 100 % when the target is met by it, otherwise what the formula gives.
    FullWhenMet,
    /// The percentage that the rule set gives.
    AsGiven(Number),
}

/// A highest or lowest percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The percentage.
    pub percent: Number,
    /// Where it holds.
    pub place: LimitIn,
}

choices! {
    /// Where a cap or a floor holds.
    pub enum LimitIn {
        /// On the achievement of the indicator itself, as it is reported.
        Indicator = "indicator",
        /// Only on what enters an average.
        Average = "average",
    }
}

choices! {
    /// The kinds of figures that can have a rounding of their own.
    #[derive(PartialOrd, Ord)]
    pub enum Figure {
        /// The achievement of an indicator.
        Achievement = "achievement",
        /// An average of achievements.
        Average = "average",
        /// The absorption of a budget.
        Absorption = "absorption",
        /// A change against another year.
        Growth = "growth",
        /// The efficiency of an objective or office.
        Efficiency = "efficiency",
        /// A realization that a formula gives.
        Realization = "realization",
        /// Progress to a target of the strategic plan, or against a national value.
        Progress = "progress",
    }
}

choices! {
    /// How values are averaged.
    pub enum Method {
        /// Every item counts the same.
        Mean = "mean",
        /// Every item counts by its weight.
        Weighted = "weighted",
    }
}

choices! {
    /// Which values of the items an average is made of.
    pub enum Values {
        /// The exact ones: rounding happens once, at the end.
        Exact = "exact",
        /// The reported ones, as a reader of the printed table would.
        Reported = "reported",
    }
}

choices! {
    /// What an average does with an item that has no value.
    pub enum Missing {
        /// There is no average.
        Refuse = "refuse",
        /// The item does not count: n of N says so.
        LeaveOut = "leave_out",
        /// The item counts as zero.
        Zero = "zero",
    }
}

/// How achievements are averaged, and what becomes of items without a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AverageRule {
    /// Mean or weighted mean.
    pub method: Method,
    /// Of exact or of reported values.
    pub of: Values,
    /// Items that were not measured.
    pub not_measured: Missing,
    /// Items that were not carried out.
    pub not_carried_out: Missing,
    /// Items without a target.
    pub no_target: Missing,
    /// Items whose target of zero gives no figure.
    pub zero_target: Missing,
}

choices! {
    /// Which value finds its category.
    pub enum Classify {
        /// The reported (rounded) one, so that a reader of "85,00" finds the label of 85.
        Reported = "reported",
        /// The exact one.
        Exact = "exact",
    }
}

choices! {
    /// How quarters make a year.
    pub enum Consolidation {
        /// The sum of the quarters.
        Sum = "sum" | "jumlah" | "akumulatif",
        /// The last quarter that was reported.
        Last = "last" | "terakhir",
        /// The mean of the quarters that were reported.
        Average = "average" | "rata_rata",
    }
}

impl Consolidation {
    /// The word for it in a sentence.
    #[cfg(feature = "report")]
    pub(crate) const fn word(self) -> Text {
        match self {
            Self::Sum => bilingual!("jumlah", "sum"),
            Self::Last => bilingual!("nilai terakhir", "last value"),
            Self::Average => bilingual!("rata-rata", "average"),
        }
    }
}

choices! {
    /// What a quarter is measured against.
    pub enum QuarterBase {
        /// Its own target.
        Quarter = "quarter",
        /// The targets up to and including it.
        ToDate = "to_date",
        /// The target of the year.
        Annual = "annual",
    }
}

/// How quarters are treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quarters {
    /// How they make a year, unless the indicator says otherwise.
    pub consolidation: Consolidation,
    /// What a quarter is measured against.
    pub against: QuarterBase,
}

choices! {
    /// How a change between two years is stated.
    pub enum Growth {
        /// (new ÷ old − 1) × 100 %.
        Relative = "relative",
        /// new − old, in percentage points.
        Points = "points",
    }
}

choices! {
    /// How efficiency is measured.
    pub enum EfficiencyMethod {
        /// Achievement − absorption, in percentage points.
        AchievementMinusAbsorption = "achievement_minus_absorption",
        /// Absorption ÷ achievement × 100 %.
        AbsorptionOverAchievement = "absorption_over_achievement",
        /// Output ÷ input × 100 %.
        OutputOverInput = "output_over_input",
        /// PMK 214/PMK.02/2017: what the achieved output should have cost against what it did, clamped to ±20 %.
        Pmk214 = "pmk_214",
        /// 100 % − absorption, only where the target is met.
        UnspentWhenMet = "unspent_when_met",
    }
}

/// How efficiency is measured, and the bands that name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Efficiency {
    /// The method.
    pub method: EfficiencyMethod,
    /// The bands, if there are any.
    pub bands: Option<super::Scale>,
}

choices! {
    /// Which values make the score of an office.
    pub enum RollupOf {
        /// The indicators that it holds itself.
        OwnIndicators = "own_indicators",
        /// The scores of the offices below.
        OfficesBelow = "offices_below",
        /// Both.
        OwnAndBelow = "own_and_below",
    }
}

/// How the score of an office is made. It always comes with its coverage, n of N.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rollup {
    /// Of which values.
    pub of: RollupOf,
    /// Mean or weighted mean.
    pub method: Method,
}

impl From<&ZeroTarget> for Plain {
    fn from(choice: &ZeroTarget) -> Self {
        match choice {
            ZeroTarget::NotComputable => Self::from("not_computable"),
            ZeroTarget::FullWhenMet => Self::from("full_when_met"),
            ZeroTarget::AsGiven(given) => as_given(Self::from(given)),
        }
    }
}

impl From<&AsGiven> for Plain {
    fn from(given: &AsGiven) -> Self {
        let mut record = Record::new();
        record.put("met", given.met);
        record.put("unmet", given.unmet);
        Self::Record(record)
    }
}

impl From<&ZeroRealization> for Plain {
    fn from(choice: &ZeroRealization) -> Self {
        match choice {
            ZeroRealization::ByFormula => Self::from("by_formula"),
            ZeroRealization::NotComputable => Self::from("not_computable"),
            ZeroRealization::FullWhenMet => Self::from("full_when_met"),
            ZeroRealization::AsGiven(percent) => as_given(Self::from(*percent)),
        }
    }
}

fn as_given(given: Plain) -> Plain {
    let mut record = Record::new();
    record.push("as_given", given);
    Plain::Record(record)
}

impl From<&Limit> for Plain {
    fn from(limit: &Limit) -> Self {
        let mut record = Record::new();
        record.put("percent", limit.percent);
        record.put("in", limit.place);
        Self::Record(record)
    }
}

impl From<&AverageRule> for Plain {
    fn from(rule: &AverageRule) -> Self {
        let mut record = Record::new();
        record.put("method", rule.method);
        record.put("of", rule.of);
        record.put("not_measured", rule.not_measured);
        record.put("not_carried_out", rule.not_carried_out);
        record.put("no_target", rule.no_target);
        record.put("zero_target", rule.zero_target);
        Self::Record(record)
    }
}

impl From<&Quarters> for Plain {
    fn from(quarters: &Quarters) -> Self {
        let mut record = Record::new();
        record.put("consolidation", quarters.consolidation);
        record.put("against", quarters.against);
        Self::Record(record)
    }
}

impl From<&Efficiency> for Plain {
    fn from(efficiency: &Efficiency) -> Self {
        let mut record = Record::new();
        record.put("method", efficiency.method);
        record.or_null("bands", efficiency.bands.as_ref());
        Self::Record(record)
    }
}

impl From<&Rollup> for Plain {
    fn from(rollup: &Rollup) -> Self {
        let mut record = Record::new();
        record.put("of", rollup.of);
        record.put("method", rollup.method);
        Self::Record(record)
    }
}

serialize_as_plain!(ZeroTarget, AsGiven, ZeroRealization, Limit, AverageRule, Quarters, Efficiency, Rollup);
