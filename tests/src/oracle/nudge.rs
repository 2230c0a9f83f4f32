//! Random measures, most of them moved onto a tie or one unit of the last place beside it.

use super::draw::{MODES, beside, number};
use super::exact::{Exact, exact};
use super::measures::{Measure, Term, Ways, shortest};
use super::policy::RoundingWay;
use crate::random::Random;
use dashu_int::{IBig, UBig};

/// The methods of efficiency.
pub const METHODS: [&str; 5] =
    ["achievement_minus_absorption", "absorption_over_achievement", "output_over_input", "pmk_214", "unspent_when_met"];

/// Random roundings.
#[must_use]
pub fn ways(random: &mut Random) -> Ways {
    let way = |random: &mut Random| RoundingWay {
        mode: MODES[random.below(MODES.len())],
        places: if random.one_in(2) { 2 } else { random.between(0, 10) },
    };
    let declared = |random: &mut Random| random.one_in(3).then(|| way(random));
    Ways {
        all: way(random),
        realization: declared(random),
        growth: declared(random),
        absorption: declared(random),
        efficiency: declared(random),
    }
}

/// A random measure of a kind, and how it was made.
#[must_use]
pub fn measure(random: &mut Random, kind: usize, ways: &Ways) -> (Measure, &'static str) {
    let mut measure = any(random, kind);
    if random.one_in(4) {
        return (measure, "as drawn");
    }
    let made = onto_a_tie(random, &mut measure, ways);
    (measure, if made { "tie" } else { "as drawn" })
}

/// How many kinds of measures there are.
pub const KINDS: usize = 16;

fn any(random: &mut Random, kind: usize) -> Measure {
    match kind {
        0 => Measure::Sum(terms(random), random.one_in(2)),
        1 => Measure::Difference(terms(random), random.one_in(2)),
        2 => Measure::Ratio(above_zero(random), above_zero(random)),
        3 => Measure::Quotient(terms(random), terms(random)),
        4 => Measure::Mean(terms(random)),
        5 => {
            let weights = ["1", "2", "5", "0.5", "25", "12.5", "0", "0.25"];
            let of = terms(random).into_iter();
            Measure::WeightedMean(of.map(|term| ((*random.pick(&weights)).to_owned(), term)).collect())
        }
        6 => {
            let highest = *random.pick(&["4", "5", "10", "100", "1.5"]);
            let count = random.between(1, 14);
            let of = (0..count).map(|_| between(random, 1, highest)).collect();
            Measure::Skm(of, random.one_in(3).then(|| random.between(0, 6)), highest.to_owned())
        }
        7 => Measure::Kelembagaan(parts(random, 45), parts(random, 45)),
        8 => Measure::Itkp(parts(random, 95)),
        9 => Measure::Change(term(random), value(random)),
        10 => Measure::Points(term(random), value(random), random.one_in(2)),
        11 => Measure::Absorption(amount(random), amount(random)),
        12 => Measure::Remainder(amount(random), amount(random)),
        13 => Measure::Total((0..random.between(1, 8)).map(|_| amount(random)).collect()),
        14 => {
            let achieved = match random.below(6) {
                0 => value(random),
                1 => Term::Decimal((*random.pick(&["0", "100", "-5", "99.99"])).to_owned()),
                _ => between(random, 60, "140"),
            };
            let met = *random.pick(&[None, None, Some(true), Some(false)]);
            Measure::Efficiency(METHODS[random.below(METHODS.len())], [amount(random), amount(random), achieved], met)
        }
        _ => {
            let how = *random.pick(&["sum", "last", "average"]);
            Measure::Quarters(how, (0..random.between(1, 4)).map(|_| term(random)).collect())
        }
    }
}

fn terms(random: &mut Random) -> Vec<Term> {
    let count = if random.one_in(10) { random.between(10, 30) } else { random.between(1, 6) };
    (0..count).map(|_| term(random)).collect()
}

/// A value, or none.
fn term(random: &mut Random) -> Term {
    if random.one_in(25) { Term::Missing } else { value(random) }
}

fn value(random: &mut Random) -> Term {
    let digits = random.between(1, 9);
    match random.below(20) {
        0 => Term::Decimal((*random.pick(&["0", "0.00", "-1", "-0.5"])).to_owned()),
        1 => Term::Decimal(format!("-{}", number(random, digits, 4))),
        2 | 3 => {
            let of = |random: &mut Random| i32::try_from(random.between(1, 999)).expect("small");
            Term::Quotient(of(random), of(random))
        }
        _ => Term::Decimal(number(random, digits, 6)),
    }
}

fn above_zero(random: &mut Random) -> Vec<Term> {
    let positive = |term: Term| match term {
        Term::Decimal(text) if text.starts_with('-') => Term::Decimal(text.replace('-', "")),
        other => other,
    };
    terms(random).into_iter().map(positive).collect()
}

/// An amount of money: whole rupiah as a rule, sometimes with sen, a dash, or nothing.
fn amount(random: &mut Random) -> Term {
    let digits = random.between(4, 14);
    match random.below(25) {
        0 => Term::Missing,
        1 => Term::Decimal("0".to_owned()),
        2 => Term::Decimal(format!("-{}", random.digits(5))),
        3..7 => Term::Decimal(number(random, digits, 2)),
        _ => Term::Decimal(random.digits(digits)),
    }
}

/// A decimal from a whole number to another number.
fn between(random: &mut Random, low: usize, high: &str) -> Term {
    let places = random.between(0, 4);
    let span = (exact(high) - Exact::from(UBig::from(low))) * Exact::from(UBig::from(10u8).pow(places));
    let steps = usize::try_from(span.floor()).expect("a short span");
    let units = UBig::from(low) * UBig::from(10u8).pow(places) + UBig::from(random.between(0, steps));
    let value = Exact::from_parts(IBig::from(units), UBig::from(10u8).pow(places));
    Term::Decimal(shortest(&value, places).expect("a short decimal"))
}

/// Parts that add to less than a number.
fn parts(random: &mut Random, most: usize) -> Vec<Term> {
    let count = random.between(1, 6);
    let part = |random: &mut Random| match random.below(30) {
        0 => Term::Missing,
        1 => Term::Decimal(format!("{}", most + 20)),
        2 => Term::Decimal("-1".to_owned()),
        _ => between(random, 0, &(most / count).to_string()),
    };
    (0..count).map(|_| part(random)).collect()
}

/// The operand that is moved: the measure is linear in it.
fn moved(measure: &mut Measure) -> Option<&mut Term> {
    match measure {
        Measure::Sum(of, _) | Measure::Difference(of, _) | Measure::Mean(of) | Measure::Skm(of, ..) => of.last_mut(),
        Measure::Itkp(of) | Measure::Total(of) | Measure::Quarters(_, of) => of.last_mut(),
        Measure::Ratio(part, _) | Measure::Quotient(part, _) | Measure::Kelembagaan(part, _) => part.last_mut(),
        Measure::WeightedMean(of) => of.last_mut().map(|(_, term)| term),
        Measure::Change(_, now) | Measure::Points(_, now, _) => Some(now),
        Measure::Absorption(_, spending) | Measure::Remainder(_, spending) => Some(spending),
        Measure::Efficiency("achievement_minus_absorption" | "output_over_input", [.., achieved], _) => Some(achieved),
        Measure::Efficiency(_, [_, spending, _], _) => Some(spending),
    }
}

/// Moves an operand so that the measure lies on the next tie, or one unit of the operand's last place beside it; whether
/// that was possible.
fn onto_a_tie(random: &mut Random, measure: &mut Measure, ways: &Ways) -> bool {
    let places = measure.way(ways).places;
    let mut further = measure.clone();
    let (Some(operand), Ok(value)) = (moved(measure).and_then(|term| term.exact()), measure.value()) else {
        return false;
    };
    let Some(one_more) = shortest(&(operand.clone() + Exact::ONE), 0) else { return false };
    *moved(&mut further).expect("the same measure") = Term::Decimal(one_more);
    let Ok(slope) = further.value().map(|further| further - &value) else { return false };
    if slope == Exact::ZERO {
        return false;
    }
    let unit = Exact::from(UBig::from(10u8).pow(places));
    let half = Exact::from_parts(IBig::from(1), UBig::from(2u8));
    let tie = (Exact::from((&value * &unit).floor()) + half) / unit;
    let wanted = operand + (tie - value) / slope;
    if shortest(&wanted, 0).is_none() {
        return false;
    }
    let text = beside(random, wanted);
    if text.bytes().filter(u8::is_ascii_digit).count() > 27 {
        return false;
    }
    *moved(measure).expect("the same measure") = Term::Decimal(text);
    true
}
