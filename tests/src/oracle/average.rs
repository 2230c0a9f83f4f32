//! Averages: what counts, what is left out, and the mean.

use super::achievement::{Aim, Figure, Reached, achievement, figure};
use super::exact::{Exact, exact};
use super::policy::{Missing, Polarity, Policy};

/// One item of an average.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its weight.
    pub weight: Option<String>,
    /// Its value.
    pub value: MemberValue,
}

/// The value of an item.
#[derive(Clone, Debug)]
pub enum MemberValue {
    /// A percentage as it is.
    Given(String),
    /// A target and a realization.
    Measured(Aim, Reached, Polarity),
    /// A group of items.
    Group(Vec<Member>),
}

/// An average and what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Averaged {
    /// What it comes to.
    pub figure: Figure,
    /// How many items count.
    pub used: usize,
    /// The places of those that do not, with the reason.
    pub left_out: Vec<(usize, &'static str)>,
    /// The places of those that count as zero.
    pub as_zero: Vec<usize>,
    /// The places of those that count and rest on a value of an earlier year.
    pub carried: Vec<usize>,
}

/// The average under a policy.
///
/// # Panics
///
/// When a weighted average meets an item without a weight.
#[must_use]
pub fn average(members: &[Member], policy: &Policy) -> Averaged {
    let mut result = Averaged {
        figure: Figure::None("nothing_to_average"),
        used: 0,
        left_out: Vec::new(),
        as_zero: Vec::new(),
        carried: Vec::new(),
    };
    let (mut total, mut weights, mut incomplete) = (Exact::ZERO, Exact::ZERO, false);
    for (index, member) in members.iter().enumerate() {
        let value = match figure_of(member, policy) {
            Figure::Percent { reported, exact: fraction, .. } => {
                if is_carried(member, policy) {
                    result.carried.push(index);
                }
                if policy.of_reported { exact(&reported) } else { fraction.parse().expect("a fraction") }
            }
            Figure::None(reason) => match missing(reason, policy) {
                Missing::LeaveOut => {
                    result.left_out.push((index, reason));
                    continue;
                }
                Missing::Zero => {
                    result.as_zero.push(index);
                    Exact::ZERO
                }
                Missing::Refuse => {
                    incomplete = true;
                    continue;
                }
            },
        };
        let weight = if policy.weighted { exact(member.weight.as_ref().expect("a weight")) } else { Exact::ONE };
        total += policy.held(value, false) * &weight;
        weights += weight;
        result.used += 1;
    }
    result.figure = if incomplete {
        Figure::None("incomplete_average")
    } else if result.used == 0 {
        Figure::None("nothing_to_average")
    } else if weights == Exact::ZERO {
        Figure::None("zero_weights")
    } else {
        figure(&(total / weights), policy, policy.rounding_average.as_ref().unwrap_or(&policy.rounding))
    };
    result
}

fn figure_of(member: &Member, policy: &Policy) -> Figure {
    match &member.value {
        MemberValue::Given(percent) => {
            let fraction = super::exact::text_of(&exact(percent));
            Figure::Percent { reported: percent.clone(), exact: fraction, placed: None }
        }
        MemberValue::Measured(aim, reached, polarity) => achievement(aim, reached, *polarity, policy).0,
        MemberValue::Group(members) => average(members, policy).figure,
    }
}

fn is_carried(member: &Member, policy: &Policy) -> bool {
    match &member.value {
        MemberValue::Given(_) => false,
        MemberValue::Measured(_, reached, _) => matches!(reached, Reached::Carried(..)),
        MemberValue::Group(members) => !average(members, policy).carried.is_empty(),
    }
}

/// What the rules do without a value. Only four reasons have a rule of their own; any other stops the average.
fn missing(reason: &str, policy: &Policy) -> Missing {
    match reason {
        "not_measured" => policy.not_measured,
        "not_carried_out" => policy.not_carried_out,
        "no_target" => policy.no_target,
        "zero_target" => policy.zero_target_item,
        _ => Missing::Refuse,
    }
}
