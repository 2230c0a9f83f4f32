//! Quarters: against their own targets, against everything so far, and against the year.

use super::figure::{FigureKind, Subject};
use super::work::Work;
use crate::measure::{Measurement, Realization, Target, consolidated};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::report::{Indicator, Measured, QuarterTargets};
use crate::rules::{Consolidation, RuleSet};
use crate::text::{concat, count};

impl Work<'_> {
    /// The figures of every quarter that is named.
    pub(super) fn quarters(
        &mut self,
        key: &str,
        subject: Subject,
        indicator: &Indicator,
        measured: &Measured,
        rules: &RuleSet,
    ) {
        let consolidation = indicator.consolidation.unwrap_or(rules.quarters.consolidation);
        let (mut reached, mut targets): (Vec<Ratio>, Vec<Ratio>) = (Vec::new(), Vec::new());
        for quarter in &measured.quarters {
            let key = concat(&[key, ".quarters.", &count(u64::from(quarter.quarter))]);
            let before = targets.last().cloned();
            append(&mut reached, quarter.realization.exact());
            append(&mut targets, quarter.target.map(Ratio::from));
            // A quarter without a realization of its own shows nothing, whatever was reached before.
            let so_far = match quarter.realization.exact() {
                Some(_) => as_realization(consolidated(&reached, consolidation), rules),
                None => quarter.realization.clone(),
            };
            let (own, to_date) = match indicator.quarter_targets {
                QuarterTargets::Own => (quarter.target.map(Ratio::from), consolidated(&targets, consolidation)),
                QuarterTargets::ToDate => {
                    let target = quarter.target.map(Ratio::from);
                    let own = match (consolidation, target.clone(), before) {
                        (Consolidation::Sum, Some(target), Some(before)) => Some(target - before),
                        (_, target, _) => target,
                    };
                    (own, targets.last().cloned())
                }
            };
            let measure = |target: Target, realization: Realization| Measurement {
                target,
                realization,
                polarity: indicator.polarity,
                footnotes: measured.footnotes.clone(),
            };
            let against = measure(as_target(own), quarter.realization.clone()).achievement(rules);
            self.achieved(&[&key, ".against_quarter"], subject, FigureKind::AgainstQuarter, against);
            let against = measure(as_target(to_date), so_far.clone()).achievement(rules);
            self.achieved(&[&key, ".to_date"], subject, FigureKind::ToDate, against);
            let against = measure(measured.target, so_far).achievement(rules);
            self.achieved(&[&key, ".against_year"], subject, FigureKind::AgainstYear, against);
        }
    }
}

/// A target that was put together of targets; a mean of them that is no decimal is none that could be promised.
fn as_target(target: Option<Ratio>) -> Target {
    target.and_then(|target| target.to_number(0)).filter(|target| !target.is_zero()).map_or(Target::None, Target::Value)
}

/// A value that quarters make, as a realization: a decimal where it is one.
fn as_realization(value: Option<Ratio>, rules: &RuleSet) -> Realization {
    let Some(exact) = value else { return Realization::NotMeasured };
    let reported: Option<Number> = exact.round(rules.rounding_of(crate::rules::Figure::Realization));
    match (exact.to_number(0), reported) {
        (Some(decimal), _) => Realization::Measured(decimal),
        (None, Some(reported)) => Realization::Computed { exact, reported },
        (None, None) => Realization::NotMeasured,
    }
}
