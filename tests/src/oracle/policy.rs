//! The choices of a rule set, drawn at random or written down, and their JSON.

use serde_json::{Value, json};

use super::exact::Exact;
use super::scale::Scale;

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Meeting the target is best.
    OnTarget,
}

/// What a target of zero gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZeroTarget {
    /// No figure.
    NotComputable,
    /// 100 % when it is met.
    FullWhenMet,
    /// One percentage when it is met, another when not.
    Given(String, String),
}

/// What a realization of zero gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZeroRealization {
    /// What the formula gives.
    ByFormula,
    /// No figure.
    NotComputable,
    /// 100 % when it meets the target.
    FullWhenMet,
    /// A percentage.
    Given(String),
}

/// A cap or a floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The percentage.
    pub percent: String,
    /// Whether it holds on indicators; otherwise inside averages.
    pub on_indicator: bool,
}

/// A rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundingWay {
    /// `half_up`, `half_even` or `truncate`.
    pub mode: &'static str,
    /// Decimal places.
    pub places: usize,
}

/// What an average does with an item that has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It does not count.
    LeaveOut,
    /// There is no average.
    Refuse,
    /// It counts as zero.
    Zero,
}

/// Everything that turns inputs into figures.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Whether lower-is-better is target over realization.
    pub quotient: bool,
    /// What a target of zero gives.
    pub zero_target: ZeroTarget,
    /// What a realization of zero gives.
    pub zero_realization: ZeroRealization,
    /// The highest percentage.
    pub cap: Option<Limit>,
    /// The lowest percentage.
    pub floor: Option<Limit>,
    /// The rounding of achievements.
    pub rounding: RoundingWay,
    /// The rounding of averages, where it differs.
    pub rounding_average: Option<RoundingWay>,
    /// Whether averages are weighted.
    pub weighted: bool,
    /// Whether averages are made of reported values.
    pub of_reported: bool,
    /// Items not measured.
    pub not_measured: Missing,
    /// Items not carried out.
    pub not_carried_out: Missing,
    /// Items without a target.
    pub no_target: Missing,
    /// Items with a target of zero that gives nothing.
    pub zero_target_item: Missing,
    /// The scale: its id and its categories.
    pub scale: Option<(String, Scale)>,
    /// Whether the exact value is classified.
    pub classify_exact: bool,
}

impl Missing {
    const fn word(self) -> &'static str {
        match self {
            Self::LeaveOut => "leave_out",
            Self::Refuse => "refuse",
            Self::Zero => "zero",
        }
    }
}

impl Policy {
    /// The rule set as JSON, based on one of the catalogue for what these measures do not use.
    #[must_use]
    pub fn to_json(&self, id: &str) -> Value {
        let limit = |limit: &Option<Limit>| match limit {
            Some(limit) => {
                json!({"percent": limit.percent, "in": if limit.on_indicator { "indicator" } else { "average" }})
            }
            None => Value::Null,
        };
        let rounding = |way: &RoundingWay| json!({"mode": way.mode, "places": way.places});
        let zero_target = match &self.zero_target {
            ZeroTarget::NotComputable => json!("not_computable"),
            ZeroTarget::FullWhenMet => json!("full_when_met"),
            ZeroTarget::Given(met, unmet) => json!({"as_given": {"met": met, "unmet": unmet}}),
        };
        let zero_realization = match &self.zero_realization {
            ZeroRealization::ByFormula => json!("by_formula"),
            ZeroRealization::NotComputable => json!("not_computable"),
            ZeroRealization::FullWhenMet => json!("full_when_met"),
            ZeroRealization::Given(percent) => json!({"as_given": percent}),
        };
        let lower = if self.quotient { "target_over_realization" } else { "twice_target_minus_realization" };
        let for_average = self.rounding_average.as_ref().map_or(json!({}), |way| json!({"average": rounding(way)}));
        json!({
            "based_on": "permenpanrb-53-2014",
            "id": id,
            "version": "1",
            "title": {"id": "Pedoman uji", "en": "Test rules"},
            "citations": [],
            "valid": null,
            "lower": lower,
            "zero_target": zero_target,
            "zero_realization": zero_realization,
            "cap": limit(&self.cap),
            "floor": limit(&self.floor),
            "rounding": rounding(&self.rounding),
            "rounding_for": for_average,
            "average": {
                "method": if self.weighted { "weighted" } else { "mean" },
                "of": if self.of_reported { "reported" } else { "exact" },
                "not_measured": self.not_measured.word(),
                "not_carried_out": self.not_carried_out.word(),
                "no_target": self.no_target.word(),
                "zero_target": self.zero_target_item.word(),
            },
            "scale": self.scale.as_ref().map(|(id, _)| id),
            "classify": if self.classify_exact { "exact" } else { "reported" },
        })
    }

    /// The limits of a place: floor and cap.
    pub(super) fn held(&self, value: Exact, on_indicator: bool) -> Exact {
        let of = |limit: &Option<Limit>| {
            limit.as_ref().filter(|l| l.on_indicator == on_indicator).map(|l| super::exact::exact(&l.percent))
        };
        // Median of floor, value and cap: never below the one, never above the other.
        let value = of(&self.floor).map_or(value.clone(), |floor| floor.max(value));
        of(&self.cap).map_or(value.clone(), |cap| cap.min(value))
    }
}
