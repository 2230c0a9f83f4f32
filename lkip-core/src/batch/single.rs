//! [`Single`]: one measurement at a time without an explanation, and what rows of columns are that the fast way does not hold.

use super::bands::{NO_SCALE, code_of, power};
use super::kernel::FRACTION_BITS;
use super::outcome::RowOutcome;
use super::plan::{Plan, UNLIMITED};
use crate::measure::{Measurement, Realization, Target, absorption, classified_value};
use crate::number::{Mode, Number, Ratio};
use crate::outcome::{Outcome, ReasonCode};
use crate::rules::{Category, Figure, Polarity, RuleSet};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Achievement,
    /// Of a budget: the target is the allocation, the realization what was spent.
    Absorption,
}

/// What a row gives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// In units of the last place.
    pub(super) percent: i64,
    pub(super) category: u16,
    pub(super) outcome: RowOutcome,
    /// The exact percentage: units, and what is above them.
    pub(super) units: i64,
    pub(super) fraction: i64,
    /// A percentage, or an exact one, that 64 bits do not hold.
    pub(super) large: Option<Number>,
}

impl Row {
    const fn nothing(outcome: RowOutcome) -> Self {
        Self { percent: 0, category: 0, outcome, units: 0, fraction: 0, large: None }
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
/// assert_eq!(made.percent.map(|percent| percent.to_string()).as_deref(), Some("87.07"));
/// assert_eq!(made.category.map(|category| category.label.as_str()), Some("Sangat Berhasil"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Single {
    pub(super) kind: Kind,
    pub(super) rules: RuleSet,
    pub(super) plan: Option<Plan>,
    special: Special,
}

/// What a single measurement gave.
#[derive(Clone, Copy, Debug)]
pub struct SingleAchievement<'a> {
    /// The reported percentage; nothing where there is none.
    pub percent: Option<Number>,
    /// Its category; nothing where it has none.
    pub category: Option<&'a Category>,
    /// How the measurement ended.
    pub outcome: RowOutcome,
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
        Self { kind, rules: rules.clone(), plan, special }
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The achievement of a realization against a target, both in the indicator's unit.
    #[must_use]
    pub fn achievement(&self, target: Number, realization: Number, polarity: Polarity) -> SingleAchievement<'_> {
        let places = target.places().max(realization.places());
        let digits = |number: Number| {
            let factor = POWERS.get(usize::try_from(places - number.places()).unwrap_or(usize::MAX));
            factor.and_then(|factor| number.mantissa().checked_mul(*factor))
        };
        let by_reference = || reference(self.kind, &self.rules, target.into(), realization.into(), polarity);
        let row = match (digits(target), digits(realization)) {
            (Some(target), Some(realization)) => {
                self.numbers(target, realization, polarity).unwrap_or_else(by_reference)
            }
            _ => by_reference(),
        };
        let percent = match (row.outcome, row.large) {
            (RowOutcome::COMPUTED, None) => Number::from_parts(i128::from(row.percent), self.places()),
            (_, large) => large,
        };
        SingleAchievement { percent, category: self.category(row.category), outcome: row.outcome }
    }

    /// The category of a code.
    pub(super) fn category(&self, code: u16) -> Option<&Category> {
        self.rules.scale.as_ref()?.categories.get(usize::from(code).checked_sub(1)?)
    }

    /// The decimal places of the percentages.
    pub(super) fn places(&self) -> u32 {
        self.rules.rounding_of(self.figure()).places()
    }

    pub(super) const fn figure(&self) -> Figure {
        match self.kind {
            Kind::Achievement => Figure::Achievement,
            Kind::Absorption => Figure::Absorption,
        }
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
        let (above, below) = match polarity {
            Polarity::Higher => (realization, target),
            // Only the reference knows what a negative realization gives there.
            Polarity::Lower if plan.inverted && realization < 0 => return None,
            Polarity::Lower if plan.inverted => (target, realization),
            Polarity::Lower => (target.checked_add(target)?.checked_sub(realization)?, target),
            Polarity::OnTarget => {
                let apart = target.checked_sub(realization)?.checked_abs()?;
                (target.checked_sub(apart)?, target)
            }
        };
        quotient(plan, above, below)
    }
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

/// A percentage by a division of 128 bits: the same steps as in the loop over many rows, for numbers of any size and sign.
fn quotient(plan: &Plan, above: i128, below: i128) -> Option<Row> {
    let scaled = above.checked_mul(i128::from(plan.scale))?;
    let (units, rest) = (scaled.div_euclid(below), scaled.rem_euclid(below));
    let half = i64::try_from(units).ok()?.checked_mul(2)? | i64::from(rest != 0);
    if half > UNLIMITED || half < -UNLIMITED {
        return None;
    }
    let low = if plan.has_floor { half.max(plan.least) } else { half };
    let held = low.min(plan.most);
    let (units, rest) = (held >> 1, if held == half { rest } else { 0 });
    // Ties and cuts go by the distance from zero.
    let goes_up = match (plan.mode, below.checked_sub(rest)?.cmp(&rest)) {
        (Mode::Truncate, _) => units < 0 && rest != 0,
        (_, core::cmp::Ordering::Less) => true,
        (_, core::cmp::Ordering::Greater) => false,
        (Mode::HalfUp, _) => units >= 0,
        (Mode::HalfEven, _) => units & 1 == 1,
    };
    let percent = units.checked_add(i64::from(goes_up))?;
    let looked = if plan.looks_at_exact() { held } else { percent };
    let category = plan.bands.code(looked);
    // Where the remainder is too large to be shifted the reference is asked.
    let fraction = i64::try_from(rest.checked_mul(1 << FRACTION_BITS)? / below).ok()?;
    Some(Row { percent, category, outcome: RowOutcome::COMPUTED, units, fraction, large: None })
}

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
    let small = |ratio: &Ratio| ratio.to_number(0).and_then(|number| i64::try_from(number.mantissa()).ok());
    let above = (scaled - whole.clone()) * Ratio::from(Number::from(1_u64 << FRACTION_BITS));
    match (percent, small(&whole), small(&above.floor())) {
        (Some(percent), Some(units), Some(fraction)) => {
            Row { percent, category, outcome, units, fraction, large: None }
        }
        _ => Row { percent: 0, category, outcome, units: 0, fraction: 0, large: Some(reported) },
    }
}
