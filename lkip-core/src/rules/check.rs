//! What a rule set and a scale must fulfil. Every mistake is reported, not only the first.

use super::{Bound, Category, Gaps, Period, RuleSetSpec, ScaleSpec};
use crate::error::{Code, Error, Errors};
use crate::number::{Number, Ratio, Rounding};
use crate::plain::Problems;

pub(super) fn rule_set(spec: &RuleSetSpec) -> Result<(), Errors> {
    let mut problems = Problems::default();
    problems.note(id(&spec.id).map_err(|e| e.within("id")));
    if let Some(period) = &spec.valid {
        problems.note(self::period(period).map_err(|e| e.within("valid")));
    }
    if let (Some(cap), Some(floor)) = (spec.cap, spec.floor)
        && cap.percent < floor.percent
    {
        let error = Error::new(Code::CapBelowFloor);
        problems.add(error.number("cap", cap.percent).number("floor", floor.percent).within("cap"));
    }
    if let super::ZeroTarget::AsGiven(given) = spec.zero_target
        && given.met < given.unmet
    {
        let error = Error::new(Code::UnmetAboveMet).number("met", given.met).number("unmet", given.unmet);
        problems.add(error.within("as_given").within("zero_target"));
    }
    problems.done()
}

pub(super) fn scale(spec: &ScaleSpec) -> Result<(), Errors> {
    let mut problems = Problems::default();
    problems.note(id(&spec.id).map_err(|e| e.within("id")));
    if spec.categories.is_empty() {
        problems.add(Error::new(Code::ScaleEmpty).within("categories"));
    }
    let last = spec.categories.len().saturating_sub(1);
    for (index, category) in spec.categories.iter().enumerate() {
        let place = |error: Error| error.at(index).within("categories");
        if spec.categories.iter().take(index).any(|other| other.code == category.code) {
            problems.add(place(Error::new(Code::DuplicateCategory).text("category", &category.code)));
        }
        if let (Some(lower), Some(upper)) = (category.lower, category.upper)
            && !(lower.value < upper.value || lower.value == upper.value && lower.closed && upper.closed)
        {
            let error = Error::new(Code::EmptyCategory).text("category", &category.label);
            problems.add(place(error.number("lower", lower.value).number("upper", upper.value)));
        }
        if let (Gaps::Round(rounding), Some(lower), Some(upper)) = (spec.gaps, category.lower, category.upper) {
            let first = next_step(lower.value, !lower.closed, rounding);
            let end = Ratio::from(upper.value);
            if first > end || first == end && !upper.closed {
                let error = Error::new(Code::EmptyCategory).text("category", &category.label);
                problems.add(place(error.number("lower", lower.value).number("upper", upper.value)));
            }
        }
        let upper_needed = index > 0 && spec.gaps != Gaps::LowerBound;
        if category.lower.is_none() && index < last || category.upper.is_none() && upper_needed {
            problems.add(place(Error::new(Code::OpenInside).text("category", &category.label)));
        }
    }
    let pairs = spec.categories.iter().zip(spec.categories.iter().skip(1));
    for (index, (upper, lower)) in pairs.enumerate() {
        problems.note(neighbours(lower, upper, spec.gaps).map_err(|e| e.at(index + 1).within("categories")));
    }
    problems.done()
}

/// Two categories that follow each other must touch, or the scale must say what holds between them.
fn neighbours(lower: &Category, upper: &Category, gaps: Gaps) -> Result<(), Error> {
    let named = |code| Error::new(code).text("lower", &lower.label).text("upper", &upper.label);
    let Some(start) = upper.lower else { return Ok(()) };
    if gaps == Gaps::LowerBound {
        // The lower bounds alone must descend.
        let apart =
            |below: Bound| below.value < start.value || below.value == start.value && below.closed && !start.closed;
        let ordered = lower.lower.is_none_or(apart);
        return if ordered { Ok(()) } else { Err(named(Code::ScaleOverlap).number("at", start.value)) };
    }
    let Some(end) = lower.upper else { return Ok(()) };
    if end.value > start.value || end.value == start.value && end.closed && start.closed {
        return Err(named(Code::ScaleOverlap).number("at", start.value));
    }
    let touch = end.value == start.value && (end.closed || start.closed);
    let between = |error: Error| error.number("from", end.value).number("to", start.value);
    match gaps {
        _ if touch => Ok(()),
        Gaps::None => Err(between(named(Code::ScaleGap))),
        Gaps::Round(rounding) => {
            let next = next_step(end.value, end.closed, rounding);
            let start_value = Ratio::from(start.value);
            let left = next < start_value || next == start_value && !start.closed;
            if left {
                Err(between(named(Code::StepLeavesGap)).number("places", Number::from(rounding.places())))
            } else {
                Ok(())
            }
        }
        Gaps::LowerBound | Gaps::Unclassified => Ok(()),
    }
}

/// The first rounded value that lies above a bound: the bound itself when it is open and such a value.
fn next_step(bound: Number, closed: bool, rounding: Rounding) -> Ratio {
    let step = step(rounding);
    let bound = Ratio::from(bound);
    let below = bound.clone() / step.clone();
    let below = below.map_or_else(Ratio::zero, |steps| steps.floor()) * step.clone();
    if below == bound && !closed { below } else { below + step }
}

/// One unit of the last place that a rounding keeps.
fn step(rounding: Rounding) -> Ratio {
    let unit = (0..rounding.places()).fold(Ratio::from(1), |unit, _| unit * Ratio::from(10));
    (Ratio::from(1) / unit).unwrap_or_else(Ratio::zero)
}

fn id(id: &str) -> Result<(), Error> {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !id.is_empty() && id.bytes().all(sign) { Ok(()) } else { Err(Error::new(Code::InvalidId).text("found", id)) }
}

fn period(period: &Period) -> Result<(), Errors> {
    let mut problems = Problems::default();
    for (name, day) in [("from", &period.from), ("to", &period.to)] {
        if let Some(day) = day
            && !is_date(day)
        {
            problems.add(Error::new(Code::InvalidDate).text("found", day).within(name));
        }
    }
    // Written year-month-day, days compare as text.
    if let (Some(from), Some(to)) = (&period.from, &period.to)
        && from > to
    {
        problems.add(Error::new(Code::PeriodReversed).text("from", from).text("to", to));
    }
    problems.done()
}

fn is_date(text: &str) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return false };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0, |number, digit| Some(number * 10 + char::from(**digit).to_digit(10)?))
    };
    let (Some(year), Some(month), Some(day)) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2])) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
