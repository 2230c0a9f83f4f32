//! Rule sets: every choice that turns inputs into figures, declared, versioned, with its source.
//!
//! A [`RuleSet`] and a [`Scale`] are data. The built-in ones are files of the catalogue and pass the same
//! checks as those of a user.

mod catalogue;
mod check;
mod choice;
mod citation;
mod formula;
mod load;
mod scale;
mod set;

pub use catalogue::{rule_set, rule_set_ids, scale, scale_ids};
pub use choice::{
    AsGiven, AverageRule, Classify, Consolidation, Efficiency, EfficiencyMethod, Figure, Growth, Higher, Limit,
    LimitIn, Lower, Method, Missing, OnTarget, Polarity, QuarterBase, Quarters, Rollup, RollupOf, Values,
    ZeroRealization, ZeroTarget,
};
pub use citation::{Bilingual, Citation, Period, ReadAs};
pub use formula::Formula;
#[cfg(feature = "report")]
pub(crate) use formula::Source;
pub use scale::{Above, Band, Below, Bound, Category, Gaps, Scale, ScaleSpec};
pub use set::{Roundings, RuleSet, RuleSetSpec};
