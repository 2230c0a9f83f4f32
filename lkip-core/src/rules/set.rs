//! [`RuleSet`]: checked rules that share their data.

use alloc::sync::Arc;

use super::citation::all_verified;
use super::{
    AverageRule, Bilingual, Citation, Classify, Efficiency, Figure, Growth, Higher, Limit, LimitIn, Lower, OnTarget,
    Period, Quarters, Rollup, Scale, ZeroRealization, ZeroTarget, check,
};
use crate::error::Errors;
use crate::number::Rounding;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;

/// The fields of a rule set, before they are checked. See [`RuleSet`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSetSpec {
    /// Small letters, digits and hyphens; appears in explanations and receipts.
    pub id: String,
    /// Which edition of the rules under that id.
    pub version: String,
    /// What they are called.
    pub title: Bilingual,
    /// Where they come from.
    pub citations: Vec<Citation>,
    /// When they hold; nothing means always.
    pub valid: Option<Period>,
    /// The formula where more is better.
    pub higher: Higher,
    /// The formula where less is better.
    pub lower: Lower,
    /// The formula where meeting the target is best.
    pub on_target: OnTarget,
    /// What a target of zero gives.
    pub zero_target: ZeroTarget,
    /// What a realization of zero gives.
    pub zero_realization: ZeroRealization,
    /// The highest percentage.
    pub cap: Option<Limit>,
    /// The lowest percentage.
    pub floor: Option<Limit>,
    /// How figures are rounded.
    pub rounding: Rounding,
    /// Roundings of certain kinds of figures, where they differ.
    pub rounding_for: Roundings,
    /// How achievements are averaged.
    pub average: AverageRule,
    /// The categories of a percentage; nothing when the rules name none.
    pub scale: Option<Scale>,
    /// Which value finds its category.
    pub classify: Classify,
    /// How quarters are treated.
    pub quarters: Quarters,
    /// How a change between years is stated.
    pub growth: Growth,
    /// How efficiency is measured.
    pub efficiency: Efficiency,
    /// How the score of an office is made.
    pub rollup: Rollup,
}

/// Every choice that turns inputs into figures (pedoman pengukuran): declared, versioned, with its sources.
///
/// Once constructed it is free of contradictions. Cloning is cheap: the data is shared.
///
/// ```
/// use lkip_core::rules::{self, RuleSet};
/// let kaltim = rules::rule_set("setda-kaltim-2021")?;
/// assert_eq!(kaltim.rounding.places(), 2);
/// assert!(kaltim.scale.is_none());
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[doc(alias = "pedoman pengukuran")]
#[derive(Clone, Debug)]
pub struct RuleSet(Arc<Declared>);

#[derive(Debug)]
struct Declared {
    spec: RuleSetSpec,
    overridden: Vec<&'static str>,
}

/// Roundings of certain kinds of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roundings(pub Vec<(Figure, Rounding)>);

impl Roundings {
    /// The rounding of a kind, if it has one of its own.
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<Rounding> {
        self.0.iter().find(|(kind, _)| *kind == figure).map(|(_, rounding)| *rounding)
    }
}

impl From<&Roundings> for Plain {
    fn from(roundings: &Roundings) -> Self {
        let mut record = Record::new();
        for (figure, rounding) in &roundings.0 {
            record.put(figure.as_str(), rounding);
        }
        Self::Record(record)
    }
}

impl RuleSet {
    /// Checks the fields.
    ///
    /// # Errors
    ///
    /// Every contradiction at once: [`CapBelowFloor`](crate::Code::CapBelowFloor),
    /// [`PeriodReversed`](crate::Code::PeriodReversed), [`InvalidId`](crate::Code::InvalidId),
    /// [`UnmetAboveMet`](crate::Code::UnmetAboveMet) and the like.
    pub fn new(spec: RuleSetSpec) -> Result<Self, Errors> {
        Self::overriding(spec, Vec::new())
    }

    /// Checks the fields, some of which were replaced.
    pub(super) fn overriding(spec: RuleSetSpec, overridden: Vec<&'static str>) -> Result<Self, Errors> {
        check::rule_set(&spec)?;
        Ok(Self(Arc::new(Declared { spec, overridden })))
    }

    /// The rounding of one kind of figure.
    #[must_use]
    pub fn rounding_of(&self, figure: Figure) -> Rounding {
        self.rounding_for.get(figure).unwrap_or(self.rounding)
    }

    /// The cap that holds in a place.
    #[must_use]
    pub fn cap_in(&self, place: LimitIn) -> Option<Limit> {
        self.cap.filter(|limit| limit.place == place)
    }

    /// The floor that holds in a place.
    #[must_use]
    pub fn floor_in(&self, place: LimitIn) -> Option<Limit> {
        self.floor.filter(|limit| limit.place == place)
    }

    /// Whether every source was read word for word.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        all_verified(&self.citations)
    }

    /// The fields, to change some and check them again.
    #[must_use]
    pub fn to_spec(&self) -> RuleSetSpec {
        RuleSetSpec::clone(self)
    }

    /// The rules that were replaced for this call, by their field names.
    #[must_use]
    pub fn overridden(&self) -> &[&'static str] {
        &self.0.overridden
    }

    /// Whether they are the same rules: the very ones, or of one id and version with nothing replaced.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let unchanged = self.overridden().is_empty() && other.overridden().is_empty();
        Arc::ptr_eq(&self.0, &other.0) || unchanged && self.id == other.id && self.version == other.version
    }

    /// What is replaced now, and what was before.
    pub(super) fn overridden_also(&self, mut fields: Vec<&'static str>) -> Vec<&'static str> {
        for earlier in self.overridden() {
            if !fields.contains(earlier) {
                fields.push(earlier);
            }
        }
        fields
    }
}

impl core::ops::Deref for RuleSet {
    type Target = RuleSetSpec;

    fn deref(&self) -> &RuleSetSpec {
        &self.0.spec
    }
}

impl PartialEq for RuleSet {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.spec == other.0.spec
    }
}

impl From<&RuleSetSpec> for Plain {
    fn from(rules: &RuleSetSpec) -> Self {
        let mut record = Record::new();
        record.text("id", &rules.id);
        record.text("version", &rules.version);
        record.put("title", &rules.title);
        record.put("citations", Self::list(&rules.citations));
        record.or_null("valid", rules.valid.as_ref());
        record.put("higher", rules.higher);
        record.put("lower", rules.lower);
        record.put("on_target", rules.on_target);
        record.put("zero_target", &rules.zero_target);
        record.put("zero_realization", &rules.zero_realization);
        record.or_null("cap", rules.cap.as_ref());
        record.or_null("floor", rules.floor.as_ref());
        record.put("rounding", &rules.rounding);
        record.put("rounding_for", &rules.rounding_for);
        record.put("average", &rules.average);
        record.or_null("scale", rules.scale.as_ref());
        record.put("classify", rules.classify);
        record.put("quarters", &rules.quarters);
        record.put("growth", rules.growth);
        record.put("efficiency", &rules.efficiency);
        record.put("rollup", &rules.rollup);
        Self::Record(record)
    }
}

impl From<&RuleSet> for Plain {
    fn from(rules: &RuleSet) -> Self {
        Self::from(&rules.0.spec)
    }
}

serialize_as_plain!(Roundings, RuleSetSpec, RuleSet);
