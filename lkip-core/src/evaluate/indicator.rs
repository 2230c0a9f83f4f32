//! The figures of an indicator: its achievement, its quarters, and what it is compared with.

use alloc::sync::Arc;

use super::figure::{FigureKind, Made, Subject};
use super::value::agrees;
use super::work::{Work, amount};
use crate::error::{Detail, Errors};
use crate::finding::FindingCode;
use crate::measure::{
    Achievement, Against, Calculation, Measurement, Realization, Target, Unit, change, consolidated, difference,
};
use crate::number::{Number, Ratio};
use crate::outcome::{Reason, ReasonCode};
use crate::plain::Problems;
use crate::prelude::*;
use crate::report::{Indicator, Measured, unit_of_text};
use crate::rules::{Figure, Polarity, RuleSet};
use crate::text::{concat, count};

impl Work<'_> {
    /// The figures of every indicator.
    pub(super) fn indicators(&mut self) -> Result<(), Errors> {
        let mut problems = Problems::default();
        let (document, checked) = (self.document, self.checked);
        for (place, (indicator, measured)) in document.indicators.iter().zip(&checked.indicators).enumerate() {
            if let Some(rules) =
                problems.note(self.rules_of(place).map_err(|errors| errors.at(place).within("indicators")))
            {
                self.indicator(place, indicator, measured, &rules);
            }
        }
        problems.done()
    }

    fn indicator(&mut self, place: usize, indicator: &Indicator, measured: &Measured, rules: &RuleSet) {
        let key = concat(&["indicators.", indicator.id.as_str()]);
        let subject = Subject::Indicator(place);
        let realization = self.realization(place, &key, indicator, measured, rules);
        self.inputs(place, &key, indicator, measured, &realization);
        let measure = |target: Target, realization: Realization| Measurement {
            target,
            realization,
            polarity: indicator.polarity,
            footnotes: measured.footnotes.clone(),
        };
        let achievement = Arc::new(measured.against(realization.clone(), indicator.polarity).achievement(rules));
        self.achieved(&[&key, ".achievement"], subject, FigureKind::Achievement, achievement.clone());
        self.quarters(&key, subject, indicator, measured, rules);
        self.earlier(&key, subject, indicator, measured, &realization, &achievement, rules);
        for (year, target) in &measured.renstra {
            let progress = measure(*target, realization.clone()).progress(rules, Against::Renstra(year.get()));
            let year = count(u64::from(year.get()));
            self.add(&[&key, ".renstra.", &year], subject, FigureKind::Progress, Made::Progress(Box::new(progress)));
        }
        if let Some(national) = indicator.national.as_ref().and_then(|national| national.value.value()) {
            let against = measure(Target::Value(national), realization).progress(rules, Against::National);
            self.add(&[&key, ".national"], subject, FigureKind::National, Made::Progress(Box::new(against)));
        }
        self.achievements.push(achievement);
    }

    /// What an indicator reached. Where its quarters make something else, that is found.
    fn realization(
        &mut self,
        place: usize,
        key: &str,
        indicator: &Indicator,
        measured: &Measured,
        rules: &RuleSet,
    ) -> Realization {
        let consolidation = indicator.consolidation.unwrap_or(rules.quarters.consolidation);
        let (subject, unit) = (Subject::Indicator(place), unit_of_text(indicator.unit.as_deref()));
        let quarters = some_of(&measured.quarters, &mut |quarter| quarter.realization.exact());
        let of_quarters = consolidated(&quarters, consolidation);
        let reached = self.realizations.get(place).cloned().flatten().unwrap_or(Realization::NotMeasured);
        if let (Some(known), Some(computed)) = (reached.value(), of_quarters)
            && !agrees(known, &computed, rules.rounding_of(Figure::Realization).mode())
        {
            let finding = self
                .finding(FindingCode::QuartersDiffer, &[key, ".realization"], subject, unit)
                .with("given", amount(&Ratio::from(known)))
                .with("computed", amount(&computed))
                .with("method", Detail::Word(consolidation.as_str(), consolidation.word()));
            self.findings.push(finding);
        }
        let targets = some_of(&measured.quarters, &mut |quarter| quarter.target.map(Ratio::from));
        let whole = match indicator.quarter_targets {
            crate::report::QuarterTargets::Own => consolidated(&targets, consolidation),
            crate::report::QuarterTargets::ToDate => targets.last().cloned(),
        };
        if let (Target::Value(given), Some(computed)) = (measured.target, whole)
            && measured.quarters.iter().any(|quarter| quarter.quarter == 4)
            && Ratio::from(given) != computed
        {
            let finding = self
                .finding(FindingCode::QuarterTargetsDiffer, &[key, ".target"], subject, unit)
                .with("given", amount(&Ratio::from(given)))
                .with("computed", amount(&computed))
                .with("method", Detail::Word(consolidation.as_str(), consolidation.word()));
            self.findings.push(finding);
        }
        reached
    }

    /// Target and realization, as they stand or as they were computed.
    fn inputs(
        &mut self,
        place: usize,
        key: &str,
        indicator: &Indicator,
        measured: &Measured,
        realization: &Realization,
    ) {
        let subject = Subject::Indicator(place);
        let unit = unit_of_text(indicator.unit.as_deref());
        let target = match measured.target {
            Target::Value(value) => Some(value),
            Target::None => None,
            // Of a range the end that is promised.
            Target::Range { low, high } => Some(if indicator.polarity == Polarity::Lower { high } else { low }),
        };
        if let Some(target) = target {
            self.given(&[key, ".target"], subject, FigureKind::Target, target, unit);
        }
        let made = match (realization, self.computed.get(place).cloned().flatten()) {
            (Realization::Computed { .. }, Some(calculation)) => Made::Calculation(calculation),
            (Realization::NotCarriedOut, _) => Made::Missing(Reason::new(ReasonCode::NotCarriedOut)),
            (Realization::NotMeasured, Some(calculation)) => Made::Calculation(calculation),
            (other, _) => match other.value() {
                Some(value) => Made::Given { value, unit },
                None => Made::Missing(Reason::new(ReasonCode::NotMeasured)),
            },
        };
        self.add(&[key, ".realization"], subject, FigureKind::Realization, made);
    }

    /// The comparisons with earlier years. Where there is no base there is no figure, never a zero.
    #[allow(clippy::too_many_arguments, reason = "what is compared, with what, under which rules")]
    fn earlier(
        &mut self,
        key: &str,
        subject: Subject,
        indicator: &Indicator,
        measured: &Measured,
        realization: &Realization,
        achievement: &Achievement,
        rules: &RuleSet,
    ) {
        let unit = match unit_of_text(indicator.unit.as_deref()) {
            Unit::Percent => Unit::Points,
            unit => unit,
        };
        for earlier in &measured.previous {
            let key = concat(&[key, ".previous.", &count(u64::from(earlier.year.get()))]);
            let then = Measurement {
                target: earlier.target,
                realization: earlier.realization.clone(),
                polarity: indicator.polarity,
                footnotes: Vec::new(),
            };
            let (now, before) = (realization.exact(), earlier.realization.exact());
            let then = then.achievement(rules);
            let achieved = earlier.achievement.map(Ratio::from).or_else(|| then.exact().cloned());
            let compared = |now: Option<&Ratio>, compare: &dyn Fn(&Ratio) -> Calculation| match now {
                Some(now) => Made::Calculation(Arc::new(compare(now))),
                None => Made::Missing(Reason::new(ReasonCode::NotMeasured)),
            };
            let relative = compared(now.as_ref(), &|now| change(now, before.as_ref(), rules));
            let points = compared(now.as_ref(), &|now| difference(now, before.as_ref(), unit, rules));
            let achievements =
                compared(achievement.exact(), &|now| difference(now, achieved.as_ref(), Unit::Points, rules));
            self.earlier_achievement(&[&key, ".achievement"], subject, earlier.achievement, then, rules);
            self.add(&[&key, ".change"], subject, FigureKind::Change, relative);
            self.add(&[&key, ".points"], subject, FigureKind::Points, points);
            self.add(&[&key, ".achievement_points"], subject, FigureKind::AchievementPoints, achievements);
        }
    }

    /// The achievement of an earlier year: as given, or else as target and realization give it.
    fn earlier_achievement(
        &mut self,
        key: &[&str],
        subject: Subject,
        given: Option<Number>,
        computed: Achievement,
        rules: &RuleSet,
    ) {
        let Some(given) = given else {
            self.achieved(key, subject, FigureKind::EarlierAchievement, computed);
            return;
        };
        let mode = rules.rounding_of(Figure::Achievement).mode();
        if let Some(exact) = computed.exact().filter(|exact| !agrees(given, exact, mode)) {
            let finding = self.finding(FindingCode::AchievementDiffers, key, subject, Unit::Percent);
            let finding = finding.with("given", amount(&Ratio::from(given)));
            self.findings.push(finding.with("computed", amount(exact)));
        }
        self.given(key, subject, FigureKind::EarlierAchievement, given, Unit::Percent);
    }
}
