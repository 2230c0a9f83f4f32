//! The way back: which realization gives a wanted percentage or category.

use super::{Measurement, Target};
use crate::error::{Code, Detail, Error, Errors};
use crate::number::{Mode, Number, Ratio, Rounding};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::rules::{
    Above, Below, Bound, Classify, Consolidation, Figure, Gaps, LimitIn, Lower, Polarity, RuleSet, Scale,
    ZeroRealization, ZeroTarget,
};

/// What is wanted of an achievement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// At least this percentage, as it is reported.
    Percent(Number),
    /// This category or a better one, by its code.
    Category(String),
}

/// One end of a span of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The value.
    pub value: Ratio,
    /// Whether the value itself belongs to the span.
    pub included: bool,
}

/// Values between two ends; where an end is missing, there is no limit on that side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The low end.
    pub from: Option<End>,
    /// The high end.
    pub to: Option<End>,
}

/// The realizations that give what is wanted, after everything that the rules do: zeros, cap and floor, rounding, and
/// the choice of the value that finds its category.
#[derive(Clone, Debug, PartialEq)]
pub struct Required {
    target: Target,
    polarity: Polarity,
    wanted: Wanted,
    rules: RuleSet,
    bounds: Outcome<Span>,
    /// Those of what is wanted, then those of every better category: where decimals are few and the scale has
    /// holes, only a better one may be reached.
    spans: Vec<Span>,
}

/// Realizations of a number of decimal places that give what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The smallest; nothing where any lower one does as well.
    pub from: Option<Number>,
    /// The largest; nothing where any higher one does as well.
    pub to: Option<Number>,
}

/// The realizations that give at least a percentage, or a category or a better one.
///
/// Where more is better, the low end is what is asked for, where less is better the high one, and where meeting the
/// target is best both are. A realization of zero to which the rules give a percentage of its own is no part of
/// the span; [`Required::is_reached_by`] knows of it.
///
/// ```
/// use lkip_core::measure::{Wanted, required_realization};
/// use lkip_core::{Number, Polarity, rules};
/// let rules = rules::rule_set("bkd-ntt-2021")?;
/// let target: Number = "325".parse()?;
/// let wanted = Wanted::Category("sangat_berhasil".to_owned());
/// let required = required_realization(target.into(), Polarity::Higher, &wanted, &rules)?;
/// let least = |places| required.with_places(places).value().and_then(|reach| reach.from).map(|n| n.to_string());
/// assert_eq!(least(2).as_deref(), Some("276.25"));
/// assert_eq!(least(0).as_deref(), Some("277"));
/// # Ok::<(), lkip_core::Errors>(())
/// ```
///
/// # Errors
///
/// [`Code::ScaleMissing`] when a category is wanted of rules without a scale, [`Code::UnknownChoice`] for a category
/// that the scale does not have.
pub fn required_realization(
    target: Target,
    polarity: Polarity,
    wanted: &Wanted,
    rules: &RuleSet,
) -> Result<Required, Errors> {
    let mut spans = Vec::new();
    let mut first = None;
    for percents in percents(wanted, rules)? {
        let found = percents.before_limits(rules).and_then(|span| realizations(&span, target, polarity, rules));
        spans.extend(found.clone().ok());
        first.get_or_insert(found);
    }
    // The first span is that of what is wanted: it decides.
    let bounds = match first {
        Some(Ok(span)) => Outcome::Computed(span),
        Some(Err(reason)) => reason.end(),
        None => Reason::new(ReasonCode::OutOfReach).end(),
    };
    Ok(Required { target, polarity, wanted: wanted.clone(), rules: rules.clone(), bounds, spans })
}

impl Required {
    /// The exact ends of the realizations that give what is wanted, or why none does.
    #[must_use]
    pub fn bounds(&self) -> &Outcome<Span> {
        &self.bounds
    }

    /// What is wanted.
    #[must_use]
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// The target.
    #[must_use]
    pub fn target(&self) -> Target {
        self.target
    }

    /// Which way is good.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        self.polarity
    }

    /// The rules.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The outermost realizations with so many decimal places (at most 10) that give what is wanted; one step
    /// further out does not give it any more.
    #[must_use]
    pub fn with_places(&self, places: u32) -> Outcome<Reach> {
        let places = places.min(Rounding::MAX_PLACES);
        if let Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) = &self.bounds {
            return reason.clone().end();
        }
        let too_few = || {
            let places = Detail::Number(Number::from(places).into());
            Reason::new(ReasonCode::TooFewPlaces).with("places", places).end()
        };
        // Of an unbounded side there is nothing to find.
        let side = |end: fn(&Span) -> Option<&End>, upwards: bool| {
            if self.spans.first().and_then(end).is_none() {
                return Some(None);
            }
            let candidates = self.spans.iter().filter_map(end).map(|end| end.step(places, upwards));
            let found = candidates.filter_map(|candidate| candidate.to_number(places));
            found.into_iter().find(|candidate| self.is_reached_by(*candidate)).map(Some)
        };
        match (side(|span| span.from.as_ref(), true), side(|span| span.to.as_ref(), false)) {
            (Some(from), Some(to)) => Outcome::Computed(Reach { from, to }),
            _ => too_few(),
        }
    }

    /// Whether a realization gives what is wanted: measured as any other.
    #[must_use]
    pub fn is_reached_by(&self, realization: Number) -> bool {
        let achievement = Measurement::new(self.target, realization).polarity(self.polarity).achievement(&self.rules);
        match &self.wanted {
            Wanted::Percent(percent) => achievement.percent().is_some_and(|reached| reached >= *percent),
            Wanted::Category(code) => achievement.category().value().is_some_and(|band| {
                let wanted = band.scale().categories.iter().position(|category| category.code == *code);
                wanted.is_some_and(|wanted| band.rank() <= wanted + 1)
            }),
        }
    }
}

impl End {
    const fn new(value: Ratio, included: bool) -> Self {
        Self { value, included }
    }

    /// The first value of so many places on its inner side.
    fn step(&self, places: u32, upwards: bool) -> Ratio {
        let unit = unit(places);
        let steps = (self.value.clone() / unit.clone()).unwrap_or_else(Ratio::zero);
        let below = steps.floor();
        let on = below == steps;
        let one = Ratio::from(1);
        let step = match (upwards, on) {
            (_, true) if self.included => below,
            (true, _) => below + one,
            (false, true) => below - one,
            (false, false) => below,
        };
        step * unit
    }

    /// The low end of the values that are rounded to something inside: where rounding begins to reach it.
    fn before_rounding(&self, rounding: Rounding) -> Self {
        let unit = unit(rounding.places());
        let first = self.step(rounding.places(), true);
        let positive = !first.is_negative() && !first.is_zero();
        let half = (unit.clone() / Ratio::from(2)).unwrap_or_else(Ratio::zero);
        match rounding.mode() {
            Mode::Truncate if positive => Self::new(first, true),
            Mode::Truncate => Self::new(first - unit, false),
            Mode::HalfUp => Self::new(first - half, positive),
            Mode::HalfEven => {
                let halves = (first.clone() / (unit.clone() + unit)).unwrap_or_else(Ratio::zero);
                Self::new(first - half, halves == halves.floor())
            }
        }
    }

    /// The same seen from the other side of zero.
    fn mirrored(&self) -> Self {
        Self::new(-self.value.clone(), self.included)
    }

    fn scaled(&self, change: impl FnOnce(Ratio) -> Ratio) -> Self {
        Self::new(change(self.value.clone()), self.included)
    }
}

impl Span {
    fn only(value: Ratio) -> Self {
        let end = End::new(value, true);
        Self { from: Some(end.clone()), to: Some(end) }
    }

    /// Whether a value lies inside.
    #[must_use]
    pub fn holds(&self, value: &Ratio) -> bool {
        self.is_above_from(value) && self.is_below_to(value)
    }

    fn is_above_from(&self, value: &Ratio) -> bool {
        self.from.as_ref().is_none_or(|end| *value > end.value || *value == end.value && end.included)
    }

    fn is_below_to(&self, value: &Ratio) -> bool {
        self.to.as_ref().is_none_or(|end| *value < end.value || *value == end.value && end.included)
    }

    /// Nothing where the ends leave no value between them.
    fn not_empty(self) -> Option<Self> {
        if let (Some(from), Some(to)) = (&self.from, &self.to)
            && (from.value > to.value || from.value == to.value && !(from.included && to.included))
        {
            return None;
        }
        Some(self)
    }

    /// The values that are rounded to something inside. Every mode treats both sides of zero alike.
    fn before_rounding(&self, rounding: Rounding) -> Self {
        Self {
            from: self.from.as_ref().map(|end| end.before_rounding(rounding)),
            to: self.to.as_ref().map(|end| end.mirrored().before_rounding(rounding).mirrored()),
        }
    }

    /// The percentages that cap and floor turn into something inside.
    fn before_limits(mut self, rules: &RuleSet) -> Result<Self, Reason> {
        if let Some(cap) = rules.cap_in(LimitIn::Indicator) {
            let percent = Ratio::from(cap.percent);
            if self.holds(&percent) {
                self.to = None;
            } else if !self.is_above_from(&percent) {
                return Err(Reason::new(ReasonCode::BeyondCap).with("cap", Detail::Number(cap.percent.into())));
            }
        }
        if let Some(floor) = rules.floor_in(LimitIn::Indicator) {
            let percent = Ratio::from(floor.percent);
            if self.holds(&percent) {
                self.from = None;
            } else if !self.is_below_to(&percent) {
                return Err(Reason::new(ReasonCode::OutOfReach));
            }
        }
        Ok(self)
    }

    /// What both hold.
    fn and(self, other: Self) -> Option<Self> {
        let from = match (self.from, other.from) {
            (Some(a), Some(b)) if other_end_is_stricter(&a, &b, true) => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        };
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) if other_end_is_stricter(&a, &b, false) => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        };
        Self { from, to }.not_empty()
    }

    /// From the lower of both low ends to the higher of both high ones.
    fn or(self, other: Self) -> Self {
        let from = match (self.from, other.from) {
            (Some(a), Some(b)) => Some(if other_end_is_stricter(&a, &b, true) { a } else { b }),
            _ => None,
        };
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(if other_end_is_stricter(&a, &b, false) { a } else { b }),
            _ => None,
        };
        Self { from, to }
    }
}

/// Whether the second of two ends on one side lets fewer values in.
fn other_end_is_stricter(first: &End, second: &End, low: bool) -> bool {
    let further = if low { second.value > first.value } else { second.value < first.value };
    further || second.value == first.value && first.included && !second.included
}

/// One unit of the last of so many places.
fn unit(places: u32) -> Ratio {
    let whole = (0..places).fold(Ratio::from(1), |whole, _| whole * Ratio::from(10));
    (Ratio::from(1) / whole).unwrap_or_else(Ratio::zero)
}

/// The percentages, before rounding, that give what is wanted, and those of every better category behind them.
fn percents(wanted: &Wanted, rules: &RuleSet) -> Result<Vec<Span>, Errors> {
    let rounding = rules.rounding_of(Figure::Achievement);
    let code = match wanted {
        Wanted::Percent(percent) => {
            let from = Some(End::new(Ratio::from(*percent), true));
            return Ok(vec![Span { from, to: None }.before_rounding(rounding)]);
        }
        Wanted::Category(code) => code,
    };
    let Some(scale) = &rules.scale else {
        return Err(Error::new(Code::ScaleMissing).text("rules", &rules.id).within("category").into());
    };
    let Some(place) = scale.categories.iter().position(|category| category.code == *code) else {
        let codes = each(&scale.categories, &mut |category| category.code.as_str());
        return Err(Error::new(Code::UnknownChoice)
            .text("found", code)
            .texts("choices", &codes)
            .within("category")
            .into());
    };
    let span = |rank: usize| {
        let mut span = at_least(scale, rank);
        if let Gaps::Round(step) = scale.gaps {
            span = span.before_rounding(step);
        }
        if rules.classify == Classify::Reported { span.before_rounding(rounding) } else { span }
    };
    Ok((0..=place).rev().map(span).collect())
}

/// The values that have a category or a better one, the holes of the scale left aside.
fn at_least(scale: &Scale, rank: usize) -> Span {
    let end = |bound: Bound| End::new(Ratio::from(bound.value), bound.closed);
    let lowest = rank + 1 == scale.categories.len() && scale.below == Below::Bottom;
    let lower = scale.categories.get(rank).and_then(|category| category.lower).filter(|_| !lowest);
    let upper = scale.categories.first().and_then(|category| category.upper).filter(|_| scale.above != Above::Top);
    Span { from: lower.map(end), to: upper.map(end) }
}

/// The realizations to which the formula of the polarity gives a percentage of a span.
fn realizations(percents: &Span, target: Target, polarity: Polarity, rules: &RuleSet) -> Result<Span, Reason> {
    let out_of_reach = || Reason::new(ReasonCode::OutOfReach);
    let (low, high) = match target {
        Target::None => return Err(Reason::new(ReasonCode::NoTarget)),
        Target::Value(value) => {
            let target = Ratio::from(value);
            return of_target(percents, &target, polarity, rules)?.ok_or_else(out_of_reach);
        }
        Target::Range { low, high } => (Ratio::from(low), Ratio::from(high)),
    };
    let inside = Span { from: Some(End::new(low.clone(), true)), to: Some(End::new(high.clone(), true)) };
    let below = Span { from: None, to: Some(End::new(low.clone(), false)) };
    let above = Span { from: Some(End::new(high.clone(), false)), to: None };
    // Beyond an end that gives no figure nothing is reached.
    let beyond = |end: &Ratio, domain: Span| {
        of_target(percents, end, polarity, rules).ok().flatten().and_then(|span| span.and(domain))
    };
    let parts = [beyond(&low, below), percents.holds(&Ratio::hundred()).then_some(inside), beyond(&high, above)];
    parts.into_iter().flatten().reduce(Span::or).ok_or_else(out_of_reach)
}

/// The same against one target.
fn of_target(percents: &Span, target: &Ratio, polarity: Polarity, rules: &RuleSet) -> Result<Option<Span>, Reason> {
    if target.is_negative() {
        let shown = Detail::Number(target.expand(10).into());
        return Err(Reason::new(ReasonCode::NegativeTarget).with("target", shown));
    }
    if target.is_zero() {
        return zero_target(percents, polarity, rules);
    }
    let share = |percent: Ratio| (percent * target.clone() / Ratio::hundred()).unwrap_or_else(Ratio::zero);
    let two_hundred = Ratio::from(200);
    Ok(match (polarity, rules.lower) {
        (Polarity::Higher, _) => {
            let end = |end: &Option<End>| end.as_ref().map(|end| end.scaled(share));
            Span { from: end(&percents.from), to: end(&percents.to) }.not_empty()
        }
        (Polarity::Lower, Lower::TwiceTargetMinusRealization) => {
            let end =
                |end: &Option<End>| end.as_ref().map(|end| end.scaled(|percent| share(two_hundred.clone() - percent)));
            Span { from: end(&percents.to), to: end(&percents.from) }.not_empty()
        }
        (Polarity::Lower, Lower::TargetOverRealization) => inverse(percents, target, rules),
        (Polarity::OnTarget, _) => symmetric(percents, target, share),
    })
}

/// 100 × target ÷ realization: for realizations above zero, all of which give more than 0 %.
fn inverse(percents: &Span, target: &Ratio, rules: &RuleSet) -> Option<Span> {
    let end = |end: &End| {
        let value = target.times(&Ratio::hundred()) / end.value.clone();
        value.filter(|value| !value.is_negative()).map(|value| End::new(value, end.included))
    };
    // A realization of zero is the end of the span, where the rules give it a percentage that is inside.
    let zero = match rules.zero_realization {
        ZeroRealization::FullWhenMet => percents.holds(&Ratio::hundred()),
        ZeroRealization::AsGiven(percent) => percents.holds(&Ratio::from(percent)),
        ZeroRealization::ByFormula | ZeroRealization::NotComputable => false,
    };
    let from = match &percents.to {
        None => End::new(Ratio::zero(), zero),
        Some(to) => end(to)?,
    };
    Span { from: Some(from), to: percents.from.as_ref().and_then(end) }.not_empty()
}

/// 100 × (1 − |1 − realization ÷ target|): at most as far from the target as the lowest percentage allows.
fn symmetric(percents: &Span, target: &Ratio, share: impl Fn(Ratio) -> Ratio) -> Option<Span> {
    let Some(from) = &percents.from else { return Some(Span::default()) };
    if from.value == Ratio::hundred() && from.included {
        return Some(Span::only(target.clone()));
    }
    let distance = share(Ratio::hundred() - from.value.clone());
    let low = End::new(target.clone() - distance.clone(), from.included);
    let high = End::new(target.clone() + distance, from.included);
    Span { from: Some(low), to: Some(high) }.not_empty()
}

/// Against a target of zero the percentage only tells whether it is met.
fn zero_target(percents: &Span, polarity: Polarity, rules: &RuleSet) -> Result<Option<Span>, Reason> {
    let (met, unmet) = match rules.zero_target {
        ZeroTarget::NotComputable => return Err(Reason::new(ReasonCode::ZeroTarget)),
        ZeroTarget::FullWhenMet => (percents.holds(&Ratio::hundred()), false),
        ZeroTarget::AsGiven(given) => {
            (percents.holds(&Ratio::from(given.met)), percents.holds(&Ratio::from(given.unmet)))
        }
    };
    let zero = Some(End::new(Ratio::zero(), true));
    Ok(match (met, unmet, polarity) {
        (true, true, _) => Some(Span::default()),
        (true, false, Polarity::Higher) => Some(Span { from: zero, to: None }),
        (true, false, Polarity::Lower) => Some(Span { from: None, to: zero }),
        (true, false, Polarity::OnTarget) => Some(Span::only(Ratio::zero())),
        // A category that only those below the target have, the better ones being without a name.
        (false, _, _) => None,
    })
}

/// What the quarters that are left must bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// All of them together; zero or less when nothing more is needed.
    Together(Ratio),
    /// The last one.
    Last(Ratio),
    /// Each of them on average.
    OnAverage(Ratio),
}

impl Remaining {
    /// The word for how the quarters that are left bring it: together, the last one, or each on average.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Together(_) => "together",
            Self::Last(_) => "last",
            Self::OnAverage(_) => "on_average",
        }
    }

    /// The value, in the unit of the indicator.
    #[must_use]
    pub fn ratio(&self) -> &Ratio {
        match self {
            Self::Together(ratio) | Self::Last(ratio) | Self::OnAverage(ratio) => ratio,
        }
    }
}

/// What the quarters that are left must bring, so that the year comes to a realization. `so_far` are the quarters that
/// have been reported.
///
/// ```
/// use lkip_core::measure::{Remaining, required_remaining};
/// use lkip_core::{Ratio, rules::Consolidation};
/// let so_far = [Ratio::from(20), Ratio::from(25)];
/// let needed = required_remaining(&Ratio::from(100), &so_far, Consolidation::Sum, 2);
/// assert_eq!(needed.value(), Some(&Remaining::Together(Ratio::from(55))));
/// let needed = required_remaining(&Ratio::from(30), &so_far, Consolidation::Average, 2);
/// assert_eq!(needed.value().map(|needed| needed.ratio().to_string()).as_deref(), Some("75/2"));
/// ```
#[must_use]
pub fn required_remaining(
    required: &Ratio,
    so_far: &[Ratio],
    consolidation: Consolidation,
    quarters_left: u32,
) -> Outcome<Remaining> {
    let left = Ratio::from(Number::from(quarters_left));
    let reached = Ratio::sum(so_far.to_vec());
    let all = Ratio::from(so_far.len()) + left.clone();
    let none_left = || Reason::new(ReasonCode::NoQuarterLeft).end();
    // Divided by the quarters that are left, which also says that there are none.
    let Some(on_average) = (required.clone() * all - reached.clone()) / left else { return none_left() };
    Outcome::Computed(match consolidation {
        Consolidation::Sum => Remaining::Together(required.clone() - reached),
        Consolidation::Last => Remaining::Last(required.clone()),
        Consolidation::Average => Remaining::OnAverage(on_average),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::Plain;
    use crate::rules::{rule_set, rule_set_ids, scale, scale_ids};

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    fn rules(id: &str, overrides: &str) -> RuleSet {
        rule_set(id).unwrap().with(&Plain::from_json(overrides).unwrap()).unwrap()
    }

    fn step(value: Number, places: u32, direction: i32) -> Number {
        (Ratio::from(value) + unit(places) * Ratio::from(direction)).to_number(places).unwrap()
    }

    /// The ends are reached, and one unit of the last place further out is not.
    fn is_tight(required: &Required, places: u32, told: &str) -> bool {
        let Outcome::Computed(reach) = required.with_places(places) else { return false };
        for (end, direction) in [(reach.from, -1), (reach.to, 1)] {
            if let Some(end) = end {
                assert!(required.is_reached_by(end), "{told}: {end} does not reach it");
                let beyond = step(end, places, direction);
                // Zero may have a percentage of its own.
                assert!(beyond.is_zero() || !required.is_reached_by(beyond), "{told}: {beyond} reaches it as well");
            }
        }
        reach.from.is_some() || reach.to.is_some()
    }

    fn targets() -> Vec<Target> {
        let range = |low, high| Target::Range { low: number(low), high: number(high) };
        let mut targets = vec![range("80", "90"), range("7", "8"), range("0.5", "0.75")];
        targets
            .extend(["70", "3.095", "325", "0.3", "7", "1000000", "66.67"].map(|target| Target::Value(number(target))));
        targets
    }

    #[test]
    fn every_percentage_of_every_rule_set_is_reached_exactly() {
        let modes = ["half_up", "half_even", "truncate"];
        let mut tight = 0;
        for (id, mode) in rule_set_ids().flat_map(|id| modes.map(|mode| (id, mode))) {
            for lower in ["twice_target_minus_realization", "target_over_realization"] {
                let text = format!(r#"{{"rounding": {{"mode": "{mode}"}}, "lower": "{lower}"}}"#);
                let rules = rules(id, &text);
                for (target, polarity) in targets().into_iter().flat_map(|t| Polarity::ALL.iter().map(move |p| (t, *p)))
                {
                    for percent in ["100", "85", "99.99", "110.005", "0", "-12.34", "120", "33.33"] {
                        let wanted = Wanted::Percent(number(percent));
                        let required = required_realization(target, polarity, &wanted, &rules).unwrap();
                        for places in [0, 2, 5] {
                            let told = format!("{text} {id} {target:?} {polarity:?} {percent} {places}");
                            tight += u32::from(is_tight(&required, places, &told));
                        }
                    }
                }
            }
        }
        assert!(tight > 5000, "{tight}");
    }

    #[test]
    fn every_category_of_every_scale_is_reached_exactly() {
        let mut tight = 0;
        for (id, classify) in scale_ids().flat_map(|id| ["reported", "exact"].map(|classify| (id, classify))) {
            let text = format!(r#"{{"scale": "{id}", "classify": "{classify}"}}"#);
            let rules = rules("setda-kaltim-2021", &text);
            for (target, polarity) in targets().into_iter().flat_map(|t| Polarity::ALL.iter().map(move |p| (t, *p))) {
                for category in &scale(id).unwrap().categories {
                    let wanted = Wanted::Category(category.code.clone());
                    let required = required_realization(target, polarity, &wanted, &rules).unwrap();
                    for places in [0, 2, 5] {
                        let told = format!("{text} {target:?} {polarity:?} {} {places}", category.code);
                        tight += u32::from(is_tight(&required, places, &told));
                    }
                }
            }
        }
        assert!(tight > 3000, "{tight}");
    }

    fn bounds(required: &Required) -> (String, String) {
        let span = required.bounds().value().unwrap();
        let text = |end: &Option<End>| match end {
            Some(end) => format!("{}{}", end.value, if end.included { "" } else { " excluded" }),
            None => "none".to_owned(),
        };
        (text(&span.from), text(&span.to))
    }

    fn required(target: &str, polarity: Polarity, percent: &str, rules: &RuleSet) -> Required {
        required_realization(number(target).into(), polarity, &Wanted::Percent(number(percent)), rules).unwrap()
    }

    #[test]
    fn rounding_is_taken_into_account() {
        // 84.995 % of 70 is 59.4965.
        let half_up = required("70", Polarity::Higher, "85", &rules("setda-kaltim-2021", "{}"));
        assert_eq!(bounds(&half_up).0, "118993/2000");
        assert_eq!(half_up.with_places(2).value().unwrap().from, Some(number("59.50")));
        let cut_off = required("70", Polarity::Higher, "85", &rules("bkd-ntt-2021", "{}"));
        assert_eq!(bounds(&cut_off).0, "119/2");
        let lower = required("7", Polarity::Lower, "107.14", &rules("permenpanrb-8-2021", "{}"));
        assert_eq!(lower.with_places(1).value().unwrap().to, Some(number("6.5")));
    }

    #[test]
    fn what_is_best_on_target_has_two_ends() {
        let reach = required("100", Polarity::OnTarget, "95", &rules("bkd-ntt-2021", "{}")).with_places(0);
        assert_eq!(reach.value(), Some(&Reach { from: Some(number("95")), to: Some(number("105")) }));
        let full = required("0.3", Polarity::OnTarget, "100", &rules("bkd-ntt-2021", "{}"));
        assert_eq!(bounds(&full), ("3/10".to_owned(), "3/10".to_owned()));
        assert_eq!(full.with_places(0).reason().map(Reason::code), Some(ReasonCode::TooFewPlaces));
    }

    #[test]
    fn what_cannot_be_reached_says_why() {
        let reason = |required: &Required| required.bounds().reason().map(Reason::code);
        let capped = rules("kemenkeu-nko", "{}");
        assert_eq!(reason(&required("70", Polarity::Higher, "121", &capped)), Some(ReasonCode::BeyondCap));
        assert_eq!(
            bounds(&required("70", Polarity::Higher, "120", &capped)),
            ("167993/2000".to_owned(), "none".to_owned())
        );
        let plain = rules("setda-kaltim-2021", "{}");
        assert_eq!(reason(&required("70", Polarity::OnTarget, "101", &plain)), Some(ReasonCode::OutOfReach));
        assert_eq!(reason(&required("0", Polarity::Higher, "100", &plain)), Some(ReasonCode::ZeroTarget));
        assert_eq!(reason(&required("-1", Polarity::Higher, "100", &plain)), Some(ReasonCode::NegativeTarget));
        let none = required_realization(Target::None, Polarity::Higher, &Wanted::Percent(number("1")), &plain).unwrap();
        assert_eq!(reason(&none), Some(ReasonCode::NoTarget));
        let wanted = Wanted::Category("baik".to_owned());
        let errors = required_realization(number("1").into(), Polarity::Higher, &wanted, &plain).unwrap_err();
        assert_eq!((errors.first().code(), errors.first().path().as_str()), (Code::ScaleMissing, "category"));
        let errors = required_realization(number("1").into(), Polarity::Higher, &wanted, &rules("bkd-ntt-2021", "{}"));
        assert_eq!(errors.unwrap_err().first().code(), Code::UnknownChoice);
    }

    #[test]
    fn a_cap_inside_a_category_takes_its_upper_end_away() {
        let wanted = Wanted::Category("sangat_baik".to_owned());
        let of = |overrides: &str| {
            let rules = rules("setda-kaltim-2021", overrides);
            let required = required_realization(number("100").into(), Polarity::Higher, &wanted, &rules).unwrap();
            (bounds(&required), required.is_reached_by(number("130")))
        };
        let ends = |to: &str| ("18199/200".to_owned(), to.to_owned());
        let scale = r#""scale": "sampang-2019", "classify": "reported""#;
        assert!(!of(&format!("{{{scale}}}")).1);
        let capped = of(&format!(r#"{{{scale}, "cap": {{"percent": "100", "in": "indicator"}}}}"#));
        assert_eq!(capped, (ends("none"), true));
    }

    #[test]
    fn zeros_have_the_percentages_of_the_rules() {
        let given = rules("setda-kaltim-2021", r#"{"zero_target": {"as_given": {"met": "100", "unmet": "40"}}}"#);
        assert_eq!(bounds(&required("0", Polarity::Lower, "85", &given)), ("none".to_owned(), "0".to_owned()));
        assert_eq!(bounds(&required("0", Polarity::Lower, "30", &given)), ("none".to_owned(), "none".to_owned()));
        let ratio = r#"{"lower": "target_over_realization", "zero_realization": "full_when_met"}"#;
        let ratio = rules("bkd-ntt-2021", ratio);
        assert_eq!(bounds(&required("10", Polarity::Lower, "80", &ratio)), ("0".to_owned(), "25/2".to_owned()));
    }

    #[test]
    fn quarters_that_are_left() {
        let so_far = [Ratio::from(20), Ratio::from(25)];
        let needed = |consolidation, left| required_remaining(&Ratio::from(40), &so_far, consolidation, left);
        assert_eq!(needed(Consolidation::Sum, 1).value(), Some(&Remaining::Together(Ratio::from(-5))));
        assert_eq!(needed(Consolidation::Last, 2).value(), Some(&Remaining::Last(Ratio::from(40))));
        // (20 + 25 + 2 × 57.5) ÷ 4 = 40
        let average = Remaining::OnAverage(Ratio::from(number("57.5")));
        assert_eq!(needed(Consolidation::Average, 2).value(), Some(&average));
        assert_eq!(needed(Consolidation::Sum, 0).reason().map(Reason::code), Some(ReasonCode::NoQuarterLeft));
    }
}
