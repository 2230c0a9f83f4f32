//! [`Single`]: one measurement at a time without an explanation, and what rows of columns are that the fast way does not hold.

use core::hint::black_box;

use super::bands::{NO_SCALE, code_of, power};
use super::kernel::FRACTION_BITS;
use super::outcome::{CategoryCode, RowOutcome};
use super::plan::{Ending, Plan};
use super::quotient::{self, Settled};
#[cfg(feature = "report")]
use crate::measure::absorption;
use crate::measure::{Average, Measurement, Realization, Target, classified_value};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, ReasonCode};
use crate::prelude::*;
use crate::rules::{Category, Figure, Polarity, RuleSet};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Achievement,
    /// Of a budget: the target is the allocation, the realization what was spent.
    #[cfg(feature = "report")]
    Absorption,
}

impl Kind {
    const fn figure(self) -> Figure {
        match self {
            Self::Achievement => Figure::Achievement,
            #[cfg(feature = "report")]
            Self::Absorption => Figure::Absorption,
        }
    }
}

/// What a row gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// In units of the last place.
    pub(super) percent: i64,
    pub(super) category: u16,
    pub(super) outcome: RowOutcome,
    /// The exact percentage: units, and what is above them as a remainder of a divisor.
    pub(super) units: i64,
    rest: i128,
    below: i128,
    /// A percentage, or an exact one, that these do not hold.
    pub(super) large: Option<Number>,
}

impl Row {
    const fn nothing(outcome: RowOutcome) -> Self {
        Self { percent: 0, category: 0, outcome, units: 0, rest: 0, below: 1, large: None }
    }

    /// What the exact percentage is above its units, to less than one; zero only where there is nothing above them. Nothing
    /// where 128 bits do not hold the way there.
    pub(super) fn fraction(&self) -> Option<i64> {
        let cut_off = self.rest.checked_mul(1 << FRACTION_BITS)? / self.below;
        i64::try_from(cut_off.max(i128::from(self.rest != 0))).ok()
    }
}

/// What rows give whose numbers do not matter, but only what is missing, or the sign: found by single measurements.
#[derive(Clone, Debug)]
struct Special {
    no_target: Row,
    not_measured: Row,
    not_carried_out: Row,
    negative_target: Row,
    /// By polarity, and by the sign of the realization: below zero, zero, above.
    zero_target: [[Row; 3]; 3],
    zero_realization: [Row; 3],
    unreadable: Row,
    too_large: Row,
}

const POLARITIES: [Polarity; 3] = [Polarity::Higher, Polarity::Lower, Polarity::OnTarget];

const fn place(polarity: Polarity) -> usize {
    match polarity {
        Polarity::Higher => 0,
        Polarity::Lower => 1,
        Polarity::OnTarget => 2,
    }
}

/// Rules made ready for single achievements without explanation.
///
/// It gives what [`Measurement::achievement`] gives, which also explains it, in a fraction of the time.
///
/// ```
/// use lkip_core::batch::Single;
/// use lkip_core::{Polarity, rules};
/// let single = Single::new(&rules::rule_set("bkd-ntt-2021")?);
/// let made = single.achievement("325".parse()?, "283".parse()?, Polarity::Higher);
/// assert_eq!(made.percent().map(|percent| percent.to_string()).as_deref(), Some("87.07"));
/// assert_eq!(made.category().map(|category| category.label.as_str()), Some("Sangat Berhasil"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Single {
    pub(super) kind: Kind,
    pub(super) rules: RuleSet,
    pub(super) plan: Option<Plan>,
    /// The category where so many cuts of the plan are above a percentage.
    steps: Vec<Option<Box<Category>>>,
    places: u32,
    special: Special,
}

/// What a single measurement gave.
#[derive(Clone, Copy, Debug)]
pub struct SingleAchievement<'a> {
    percent: Percent,
    category: Option<&'a Category>,
    outcome: RowOutcome,
}

/// A percentage: it becomes a number where somebody asks for it.
#[derive(Clone, Copy, Debug)]
enum Percent {
    /// In units of the last of so many places.
    Small(u64, u32),
    Large(Option<Number>),
}

impl<'a> SingleAchievement<'a> {
    /// The reported percentage; nothing where there is none.
    #[must_use]
    #[inline]
    pub fn percent(&self) -> Option<Number> {
        match self.percent {
            Percent::Small(units, places) => Some(Number::from_small(units, places, false)),
            Percent::Large(percent) => percent,
        }
    }

    /// Its category; nothing where it has none.
    #[must_use]
    #[inline]
    pub const fn category(&self) -> Option<&'a Category> {
        self.category
    }

    /// How the measurement ended.
    #[must_use]
    #[inline]
    pub const fn outcome(&self) -> RowOutcome {
        self.outcome
    }
}

impl Single {
    /// Makes rules ready.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        Self::of(Kind::Achievement, rules)
    }

    pub(super) fn of(kind: Kind, rules: &RuleSet) -> Self {
        let plan = match kind {
            Kind::Achievement => Plan::achievement(rules),
            #[cfg(feature = "report")]
            Kind::Absorption => Plan::absorption(rules),
        };
        let one = Number::from(1_u32);
        let by_reference = |target, realization, polarity| reference(kind, rules, target, realization, polarity);
        let numbers = |target: Number, realization: Number, polarity| {
            by_reference(Target::Value(target), Realization::Measured(realization), polarity)
        };
        let without = |realization| by_reference(Target::Value(one), realization, Polarity::Higher);
        let special = Special {
            no_target: by_reference(Target::None, Realization::Measured(one), Polarity::Higher),
            not_measured: without(Realization::NotMeasured),
            not_carried_out: without(Realization::NotCarriedOut),
            negative_target: numbers(one.negated(), one, Polarity::Higher),
            zero_target: POLARITIES.map(|polarity| {
                [one.negated(), Number::ZERO, one].map(|realization| numbers(Number::ZERO, realization, polarity))
            }),
            zero_realization: POLARITIES.map(|polarity| numbers(one, Number::ZERO, polarity)),
            unreadable: Row::nothing(RowOutcome::of(ReasonCode::Unreadable)),
            too_large: Row::nothing(RowOutcome::of(ReasonCode::TooLarge)),
        };
        let places = rules.rounding_of(kind.figure()).places();
        let codes = plan.as_ref().map_or(&[][..], |plan| plan.bands.codes()).iter().rev();
        let category = |code: &u16| CategoryCode::from_code(*code).of(rules.scale.as_ref()?).cloned().map(Box::new);
        let steps = codes.map(category).collect();
        Self { kind, rules: rules.clone(), plan, steps, places, special }
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The achievement of a realization against a target, both in the indicator's unit.
    #[must_use]
    #[inline(always)]
    pub fn achievement(&self, target: Number, realization: Number, polarity: Polarity) -> SingleAchievement<'_> {
        if let Some((percent, category)) = self.small(target, realization, polarity) {
            let percent = Percent::Small(percent, self.places);
            return SingleAchievement { percent, category, outcome: RowOutcome::COMPUTED };
        }
        // What has an address does not stay in registers: these are copies.
        let (target, realization) = (black_box(target), black_box(realization));
        let (percent, category, outcome) = self.any(target, realization, polarity);
        SingleAchievement { percent: Percent::Large(percent), category, outcome }
    }

    /// The same for numbers of any size.
    #[cold]
    fn any(
        &self,
        target: Number,
        realization: Number,
        polarity: Polarity,
    ) -> (Option<Number>, Option<&Category>, RowOutcome) {
        let digits = digits(target, realization);
        let row = digits.and_then(|(target, realization)| self.numbers(target, realization, polarity));
        let row = row.unwrap_or_else(|| self.by_reference(target.into(), realization.into(), polarity));
        let percent = match (row.outcome, row.large) {
            (RowOutcome::COMPUTED, None) => Number::from_parts(i128::from(row.percent), self.places()),
            (_, large) => large,
        };
        (percent, self.category(row.category), row.outcome)
    }

    /// The same for numbers of equal places that 64 bits hold, as nearly all are, and a percentage that is not negative.
    #[inline(always)]
    fn small(&self, target: Number, realization: Number, polarity: Polarity) -> Option<(u64, Option<&Category>)> {
        let plan = self.plan.as_ref()?;
        let (target, realization) = Number::small(target, realization)?;
        if target == 0 || realization == 0 {
            return None;
        }
        let (above, below) = sides(plan, i128::from(target), i128::from(realization), polarity)?;
        let (units, rest, below) = quotient::small(above, below, plan.scale)?;
        let (percent, looked) = match plan.ending {
            Ending::CutOff => (units, units),
            Ending::Rounded => {
                let percent = quotient::rounded_small(plan.mode, units, rest, below);
                (percent, percent)
            }
            Ending::Held => {
                let settled = Settled::new(plan, i64::try_from(units).ok()?, rest, below)?;
                (u64::try_from(settled.percent).ok()?, u64::try_from(settled.looked).ok()?)
            }
        };
        let category = self.steps.get(plan.bands.above(looked)).and_then(Option::as_deref);
        Some((percent, category))
    }

    /// The category of a code.
    pub(super) fn category(&self, code: u16) -> Option<&Category> {
        CategoryCode::from_code(code).of(self.rules.scale.as_ref()?)
    }

    /// The decimal places of the percentages.
    pub(super) const fn places(&self) -> u32 {
        self.places
    }

    /// A row without a target.
    pub(super) const fn without_target(&self) -> Row {
        self.special.no_target
    }

    /// A row with a target but without a realization.
    pub(super) const fn without_realization(&self, realization: &Realization) -> Row {
        match realization {
            Realization::NotCarriedOut => self.special.not_carried_out,
            _ => self.special.not_measured,
        }
    }

    /// A row of which a cell cannot be read.
    pub(super) const fn unreadable(&self) -> Row {
        self.special.unreadable
    }

    /// A row with a number of more digits than are held.
    pub(super) const fn too_large(&self) -> Row {
        self.special.too_large
    }

    /// An average as a row of so many places.
    pub(super) fn of_average(average: &Average, rules: &RuleSet, places: u32) -> Row {
        let outcome = RowOutcome::from(average.outcome());
        let Outcome::Computed(percent) = average.outcome() else { return Row::nothing(outcome) };
        let category = match &rules.scale {
            Some(scale) => code_of(scale, &classified_value(percent, rules)),
            None => NO_SCALE,
        };
        computed(percent.reported, &percent.exact, category, places)
    }

    /// A row as a single measurement gives it.
    pub(super) fn by_reference(&self, target: Target, realization: Realization, polarity: Polarity) -> Row {
        reference(self.kind, &self.rules, target, realization, polarity)
    }

    /// A row of two numbers with the same places; nothing where 128 bits do not hold it.
    pub(super) fn numbers(&self, target: i128, realization: i128, polarity: Polarity) -> Option<Row> {
        let special = &self.special;
        if target < 0 {
            return Some(special.negative_target);
        }
        if target == 0 {
            let sign = usize::from(realization >= 0) + usize::from(realization > 0);
            return special.zero_target.get(place(polarity))?.get(sign).copied();
        }
        if realization == 0 {
            return special.zero_realization.get(place(polarity)).copied();
        }
        let plan = self.plan.as_ref()?;
        let (above, below) = sides(plan, target, realization, polarity)?;
        let (units, rest) = quotient::large(above, below, plan.scale)?;
        let Settled { percent, looked, units, rest } = Settled::new(plan, units, rest, below)?;
        let category = plan.bands.code(looked);
        Some(Row { percent, category, outcome: RowOutcome::COMPUTED, units, rest, below, large: None })
    }
}

/// What stands above the line and below it.
#[inline(always)]
fn sides(plan: &Plan, target: i128, realization: i128, polarity: Polarity) -> Option<(i128, i128)> {
    Some(match polarity {
        Polarity::Higher => (realization, target),
        // Only the reference knows what a negative realization gives there.
        Polarity::Lower if plan.inverted && realization < 0 => return None,
        Polarity::Lower if plan.inverted => (target, realization),
        Polarity::Lower => (target.checked_add(target)?.checked_sub(realization)?, target),
        Polarity::OnTarget => {
            let apart = target.checked_sub(realization)?.checked_abs()?;
            (target.checked_sub(apart)?, target)
        }
    })
}

/// The digits of two numbers with the same places.
fn digits(target: Number, realization: Number) -> Option<(i128, i128)> {
    let places = target.places().max(realization.places());
    let lifted = |number: Number| {
        let power = POWERS.get(usize::try_from(places - number.places()).ok()?)?;
        number.mantissa().checked_mul(*power)
    };
    Some((lifted(target)?, lifted(realization)?))
}

/// The powers of ten that 128 bits hold and numbers can be apart.
pub(super) const POWERS: [i128; 29] = {
    let mut powers = [1; 29];
    let mut place = 1;
    while place < 29 {
        #[allow(clippy::indexing_slicing, reason = "evaluated when it is compiled")]
        {
            powers[place] = powers[place - 1] * 10;
        }
        place += 1;
    }
    powers
};

/// A row by a single measurement.
fn reference(kind: Kind, rules: &RuleSet, target: Target, realization: Realization, polarity: Polarity) -> Row {
    match kind {
        Kind::Achievement => {
            let achievement =
                Measurement { target, realization, polarity, footnotes: alloc::vec![] }.achievement(rules);
            let outcome = RowOutcome::from(achievement.outcome());
            let Outcome::Computed(percent) = achievement.outcome() else { return Row::nothing(outcome) };
            let category = match &rules.scale {
                Some(scale) => code_of(scale, &classified_value(percent, rules)),
                None => NO_SCALE,
            };
            computed(percent.reported, &percent.exact, category, rules.rounding_of(Figure::Achievement).places())
        }
        #[cfg(feature = "report")]
        Kind::Absorption => {
            let allocation = match target {
                Target::Value(allocation) => Some(Ratio::from(allocation)),
                Target::None | Target::Range { .. } => None,
            };
            let absorption = absorption(allocation.as_ref(), realization.exact().as_ref(), rules);
            let outcome = RowOutcome::from(absorption.outcome());
            let Outcome::Computed(value) = absorption.outcome() else { return Row::nothing(outcome) };
            let places = rules.rounding_of(Figure::Absorption).places();
            computed(value.reported, &value.ratio(), NO_SCALE, places)
        }
    }
}

fn computed(reported: Number, exact: &Ratio, category: u16, places: u32) -> Row {
    let outcome = RowOutcome::COMPUTED;
    let shift = POWERS.get(usize::try_from(places.saturating_sub(reported.places())).unwrap_or(usize::MAX));
    let percent = shift.and_then(|shift| i64::try_from(reported.mantissa().checked_mul(*shift)?).ok());
    let scaled = exact.clone() * power(places);
    let whole = scaled.floor();
    let small = |ratio: &Ratio| ratio.to_number(0).map(Number::mantissa);
    let units = small(&whole).and_then(|units| i64::try_from(units).ok());
    let above = (scaled - whole) * Ratio::from(Number::from(1_u64 << FRACTION_BITS));
    let rest = small(&above.floor()).map(|rest| rest.max(i128::from(!above.is_zero())));
    let below = 1 << FRACTION_BITS;
    match (percent, units, rest) {
        (Some(percent), Some(units), Some(rest)) => Row { percent, category, outcome, units, rest, below, large: None },
        _ => Row { percent: 0, category, outcome, units: 0, rest: 0, below: 1, large: Some(reported) },
    }
}
