//! Random cases, with ties and near-ties made on purpose: most random quotients are nowhere near one.

use serde_json::Value;

use super::exact::{Exact, exact, hundred};
use super::policy::{Limit, Missing, Polarity, Policy, RoundingWay, ZeroRealization, ZeroTarget};
use super::scale::Scale;
use super::{Aim, Member, MemberValue, Reached};
use crate::random::Random;

/// The rounding modes.
pub const MODES: [&str; 3] = ["half_up", "half_even", "truncate"];

/// Every scale of the catalogue, read from its file.
///
/// # Panics
///
/// When the catalogue cannot be read.
#[must_use]
pub fn scales() -> Vec<(String, Scale)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../lkip-core/catalogue/scales");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the catalogue").map(|f| f.expect("a file").path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a text")).expect("JSON");
        (json["id"].as_str().expect("an id").to_owned(), Scale::read(&json))
    };
    files.iter().map(read).collect()
}

/// A random policy.
#[must_use]
pub fn policy(random: &mut Random, scales: &[(String, Scale)]) -> Policy {
    let limit = |random: &mut Random, choices: &[&str]| {
        random.one_in(3).then(|| Limit { percent: (*random.pick(choices)).to_owned(), on_indicator: random.one_in(2) })
    };
    let cap = limit(random, &["100", "110", "120", "150", "200", "99.995", "133.3333335", "100.00"]);
    let floor = limit(random, &["0", "50", "-100", "12.345", "0.00000000005", "99.99"]);
    let zero_target = match random.below(3) {
        0 => ZeroTarget::NotComputable,
        1 => ZeroTarget::FullWhenMet,
        _ => ZeroTarget::Given(
            random.pick(&["100", "120.5", "77.777"]).to_string(),
            random.pick(&["0", "-5", "33.335"]).to_string(),
        ),
    };
    let zero_realization = match random.below(4) {
        0 | 1 => ZeroRealization::ByFormula,
        2 => ZeroRealization::FullWhenMet,
        _ if random.one_in(2) => ZeroRealization::NotComputable,
        _ => ZeroRealization::Given(random.pick(&["0", "100", "0.005"]).to_string()),
    };
    let missing =
        |random: &mut Random| *random.pick(&[Missing::LeaveOut, Missing::LeaveOut, Missing::Refuse, Missing::Zero]);
    Policy {
        quotient: random.one_in(3),
        zero_target,
        zero_realization,
        cap,
        floor,
        rounding: way(random),
        rounding_average: random.one_in(3).then(|| way(random)),
        weighted: random.one_in(2),
        of_reported: random.one_in(2),
        not_measured: missing(random),
        not_carried_out: missing(random),
        no_target: missing(random),
        zero_target_item: missing(random),
        scale: random.between(0, 3).gt(&0).then(|| random.pick(scales).clone()),
        classify_exact: random.one_in(2),
    }
}

fn way(random: &mut Random) -> RoundingWay {
    // Two places are what every report uses; the others must hold too.
    let places = if random.one_in(2) { 2 } else { random.between(0, 10) };
    RoundingWay { mode: MODES[random.below(MODES.len())], places }
}

/// One thing to measure.
#[derive(Clone, Debug)]
pub struct Case {
    /// What was promised.
    pub aim: Aim,
    /// What was reached.
    pub reached: Reached,
    /// Which way is good.
    pub polarity: Polarity,
    /// How the case was made, for the counts.
    pub kind: &'static str,
}

/// A random case for a policy.
#[must_use]
pub fn case(random: &mut Random, policy: &Policy) -> Case {
    let polarity =
        *random.pick(&[Polarity::Higher, Polarity::Higher, Polarity::Lower, Polarity::Lower, Polarity::OnTarget]);
    let (kind, target, value) = match random.below(100) {
        0..35 => {
            let digits = random.between(1, 15);
            let target = number(random, digits, 6);
            let alike = (digits + random.below(3)).saturating_sub(1).max(1);
            let value = number(random, alike, 6);
            ("like sizes", target, value)
        }
        35..45 => {
            let (a, b) = (random.between(1, 15), random.between(1, 15));
            ("any sizes", number(random, a, 6), number(random, b, 6))
        }
        45..80 => {
            let percent = tie(random, policy);
            near("tie", random, policy, polarity, &percent)
        }
        80..88 => {
            let percent = bound(random, policy);
            near("bound", random, policy, polarity, &percent)
        }
        88..91 => {
            let target = number(random, 6, 4);
            ("met exactly", target.clone(), target)
        }
        91..94 => ("tiny", tiny(random), tiny(random)),
        94..97 => ("long", long(random), long(random)),
        _ => {
            let choices = ["0", "0.00", "-1", "-0.5", "7", "100", "-12.25"];
            ("zero and below", random.pick(&choices).to_string(), random.pick(&choices).to_string())
        }
    };
    let aim = aim(random, target, &value);
    let reached = match random.below(50) {
        0 => Reached::NotMeasured,
        1 => Reached::NotCarriedOut,
        2 => Reached::Carried(value, Some(2018)),
        3 => Reached::Carried(value, None),
        _ => Reached::Measured(value),
    };
    Case { aim, reached, polarity, kind }
}

/// The target as a value, or as the nearer end of a range, or none.
fn aim(random: &mut Random, target: String, value: &str) -> Aim {
    match random.below(40) {
        0 => Aim::None,
        1..7 => {
            let far = number(random, 4, 3);
            let (target_value, far_value, value) = (exact(&target), exact(&far), exact(value));
            // The far end lies on the other side of the target, as seen from the realization, or encloses it.
            if target_value <= far_value {
                Aim::Range(target, far)
            } else if value >= target_value || random.one_in(2) {
                Aim::Range(far, target)
            } else {
                Aim::Value(target)
            }
        }
        _ => Aim::Value(target),
    }
}

/// A number of so many digits before the point, and up to so many behind it.
pub(super) fn number(random: &mut Random, digits: usize, most_places: usize) -> String {
    let whole = random.digits(digits);
    let places = random.between(0, most_places);
    if places == 0 {
        return whole;
    }
    let fraction: String =
        (0..places).map(|_| char::from(b'0' + u8::try_from(random.below(10)).expect("digit"))).collect();
    format!("{whole}.{fraction}")
}

fn tiny(random: &mut Random) -> String {
    let zeros = "0".repeat(random.between(0, 20));
    let count = random.between(1, 6);
    format!("0.{zeros}{}", random.digits(count))
}

/// As many digits as a number can hold.
fn long(random: &mut Random) -> String {
    let digits = random.digits(28);
    match random.below(29) {
        0 => digits,
        28 => format!("0.{digits}"),
        point => {
            let (whole, fraction) = digits.split_at(point);
            format!("{whole}.{fraction}")
        }
    }
}

/// A percentage exactly between two that can be reported.
fn tie(random: &mut Random, policy: &Policy) -> Exact {
    let places = policy.rounding.places;
    let count = random.between(1, places + 3);
    let units = random.digits(count);
    let half = format!("{units}5");
    let ten = |power: usize| exact(&format!("1{}", "0".repeat(power)));
    exact(&half) / ten(places + 1)
}

/// A percentage on a bound of the scale, on the cap, on the floor, or on a whole one.
fn bound(random: &mut Random, policy: &Policy) -> Exact {
    let mut bounds: Vec<Exact> = vec![hundred()];
    bounds.extend([&policy.cap, &policy.floor].into_iter().flatten().map(|limit| exact(&limit.percent)));
    if let Some((_, scale)) = &policy.scale {
        bounds.extend(scale.bands.iter().flat_map(|b| [&b.lower, &b.upper]).flatten().map(|(end, _)| end.clone()));
    }
    random.pick(&bounds).clone()
}

/// A target and a realization whose percentage is the wanted one, or one unit of the last place beside it.
fn near(
    kind: &'static str,
    random: &mut Random,
    policy: &Policy,
    polarity: Polarity,
    percent: &Exact,
) -> (&'static str, String, String) {
    let digits = random.between(1, 6);
    let given = number(random, digits, 3);
    let base = exact(&given);
    let ratio = percent / hundred();
    let two = Exact::from(2u8);
    let quotient = polarity == Polarity::Lower && policy.quotient;
    let wanted = match polarity {
        _ if quotient => &base * &ratio,
        Polarity::Higher => &base * &ratio,
        Polarity::Lower => &base * (two - &ratio),
        Polarity::OnTarget if random.one_in(2) => &base * &ratio,
        Polarity::OnTarget => &base * (two - &ratio),
    };
    let wanted = beside(random, wanted);
    // With the quotient the realization is drawn and the target follows from it.
    if quotient { (kind, wanted, given) } else { (kind, given, wanted) }
}

/// The decimal text of a value, sometimes one unit of the last place more or less.
pub(super) fn beside(random: &mut Random, value: Exact) -> String {
    let ten = Exact::from(10u8);
    let mut places = 0;
    let mut shifted = value;
    while !shifted.is_int() {
        shifted *= &ten;
        places += 1;
    }
    let step = match random.below(4) {
        0 => 1,
        1 => -1,
        _ => 0,
    };
    let units = (shifted + Exact::from(step)).to_string();
    let (sign, digits) = units.strip_prefix('-').map_or(("", units.as_str()), |digits| ("-", digits));
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Random items of an average, with groups up to a depth.
#[must_use]
pub fn members(random: &mut Random, policy: &Policy, depth: usize) -> Vec<Member> {
    let count = match random.below(20) {
        0 => 0,
        1 => random.between(20, 40),
        _ => random.between(1, 8),
    };
    (0..count).map(|_| member(random, policy, depth)).collect()
}

fn member(random: &mut Random, policy: &Policy, depth: usize) -> Member {
    let weights = ["1", "0.11", "0.111", "33.33", "33.34", "0.3333333333", "25", "0", "7.5", "1000000", "0.000001"];
    let weight = (policy.weighted || random.one_in(4)).then(|| random.pick(&weights).to_string());
    let value = match random.below(10) {
        0..4 => {
            let digits = random.between(1, 3);
            MemberValue::Given(number(random, digits, 4))
        }
        4 if depth > 0 => MemberValue::Group(members(random, policy, depth - 1)),
        5 => {
            let state = if random.one_in(2) { Reached::NotMeasured } else { Reached::NotCarriedOut };
            MemberValue::Measured(Aim::Value("12".into()), state, Polarity::Higher)
        }
        6 if random.one_in(3) => {
            MemberValue::Measured(Aim::Value("0".into()), Reached::Measured("0".into()), Polarity::Higher)
        }
        7 if random.one_in(3) => MemberValue::Measured(Aim::None, Reached::Measured("5".into()), Polarity::Lower),
        _ => {
            let case = case(random, policy);
            MemberValue::Measured(case.aim, case.reached, case.polarity)
        }
    };
    Member { weight, value }
}
