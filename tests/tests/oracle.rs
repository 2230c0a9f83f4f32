//! The core against an independent oracle: a million random cases a run, none may differ.
//!
//! `LKIP_ORACLE_SEED` repeats a run, `LKIP_ORACLE_CASES` changes how many there are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::sync::Arc;
use std::time::Instant;

use lkip_core::measure::{Against, Item, ItemValue, average as core_average};
use lkip_core::rules::Band;
use lkip_core::{Measurement, Number, Outcome, Polarity as CorePolarity, Realization, RuleSet, Target};
use lkip_tests::many::{Counts, cases, on_every_processor};
use lkip_tests::oracle::{
    Aim, Figure, Member, MemberValue, Placed, Polarity, Policy, Reached, achievement, average, draw, progress,
};
use lkip_tests::random::{Random, seed, tell};

const POLICIES: usize = 800;

fn policies(random: &mut Random) -> Vec<(Policy, RuleSet)> {
    let scales = draw::scales();
    let policy = |index: usize| {
        let policy = draw::policy(random, &scales);
        // A cap below the floor is refused, rightly: such a draw is made without its floor.
        let json = |policy: &Policy| policy.to_json(&format!("uji-{index}")).to_string();
        let rules = RuleSet::from_json(&json(&policy));
        match rules {
            Ok(rules) => (policy, rules),
            Err(errors) => {
                assert_eq!(errors.first().code().as_str(), "cap_below_floor", "{errors}");
                let policy = Policy { floor: None, ..policy };
                let rules = RuleSet::from_json(&json(&policy)).expect("sound rules");
                (policy, rules)
            }
        }
    };
    (0..POLICIES).map(policy).collect()
}

fn number(text: &str) -> Number {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn measurement(aim: &Aim, reached: &Reached, polarity: Polarity) -> Measurement {
    let target = match aim {
        Aim::None => Target::None,
        Aim::Value(value) => Target::Value(number(value)),
        Aim::Range(low, high) => Target::range(number(low), number(high)).expect("a range"),
    };
    let realization = match reached {
        Reached::Measured(value) => Realization::Measured(number(value)),
        Reached::Carried(value, year) => Realization::CarriedForward { value: number(value), year: *year },
        Reached::NotMeasured => Realization::NotMeasured,
        Reached::NotCarriedOut => Realization::NotCarriedOut,
    };
    let polarity = match polarity {
        Polarity::Higher => CorePolarity::Higher,
        Polarity::Lower => CorePolarity::Lower,
        Polarity::OnTarget => CorePolarity::OnTarget,
    };
    Measurement::new(target, realization).polarity(polarity)
}

/// What the core says, in the words of the oracle.
fn said(outcome: &Outcome<lkip_core::measure::Percent>, category: &Outcome<Band>) -> Figure {
    let percent = match outcome {
        Outcome::Computed(percent) => percent,
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return Figure::None(reason.code().as_str()),
    };
    let placed = match category {
        Outcome::Computed(band) => Some(Placed::In(band.category().code.clone())),
        other => match other.reason().expect("no category has a reason").code().as_str() {
            "no_scale" => None,
            "outside_scale" => Some(Placed::Outside),
            "in_scale_gap" => Some(Placed::Between),
            "too_large" => Some(Placed::TooLarge),
            reason => panic!("unexpected reason {reason}"),
        },
    };
    Figure::Percent { reported: percent.reported.to_string(), exact: percent.exact.to_string(), placed }
}

fn count(counts: &mut Counts, figure: &Figure) {
    let kind = match figure {
        Figure::Percent { .. } => "percent".to_owned(),
        Figure::None(reason) => (*reason).to_owned(),
    };
    *counts.entry(kind).or_default() += 1;
}

#[test]
fn achievements_agree() {
    let (seed, start, wanted) = (seed("LKIP_ORACLE_SEED"), Instant::now(), cases(1_000_000));
    tell(&format!("oracle, achievements: LKIP_ORACLE_SEED={seed}"));
    let counts = on_every_processor(wanted, seed, |share, seed| {
        let mut random = Random::new(seed);
        let policies = policies(&mut random);
        let mut counts = Counts::new();
        for _ in 0..share {
            let (policy, rules) = random.pick(&policies);
            let case = draw::case(&mut random, policy);
            let (expected, met) = achievement(&case.aim, &case.reached, case.polarity, policy);
            let found = measurement(&case.aim, &case.reached, case.polarity).achievement(rules);
            let figure = said(found.outcome(), found.category());
            assert!(figure == expected, "core {figure:?}\noracle {expected:?}\n{case:?}\n{policy:?}");
            assert_eq!(found.is_met(), met, "{case:?}");
            count(&mut counts, &expected);
            *counts.entry(format!("made as {}", case.kind)).or_default() += 1;
        }
        counts
    });
    let done: usize = counts.iter().filter(|(kind, _)| !kind.starts_with("made")).map(|(_, number)| number).sum();
    tell(&format!("oracle, achievements: {done} cases agree in {:?}: {counts:?}", start.elapsed()));
    assert!(done >= wanted);
    for kind in [
        "percent",
        "no_target",
        "zero_target",
        "negative_target",
        "not_measured",
        "not_carried_out",
        "zero_realization",
        "negative_realization",
        "too_large",
        "made as tie",
        "made as bound",
    ] {
        assert!(wanted < 100_000 || counts.contains_key(kind), "no case of {kind}: {counts:?}");
    }
}

fn items(members: &[Member], rules: &RuleSet) -> Vec<Item> {
    let item = |member: &Member| {
        let value = match &member.value {
            MemberValue::Given(percent) => ItemValue::Given(number(percent)),
            MemberValue::Measured(aim, reached, polarity) => {
                ItemValue::Measured(Arc::new(measurement(aim, reached, *polarity).achievement(rules)))
            }
            MemberValue::Group(members) => {
                ItemValue::Group(Arc::new(core_average(items(members, rules), rules).expect("weights are there")))
            }
        };
        Item { label: None, weight: member.weight.as_deref().map(number), value, figure: None }
    };
    members.iter().map(item).collect()
}

#[test]
fn averages_agree() {
    let (seed, start, wanted) = (seed("LKIP_ORACLE_SEED"), Instant::now(), cases(1_000_000) / 20);
    tell(&format!("oracle, averages: LKIP_ORACLE_SEED={seed}"));
    let counts = on_every_processor(wanted, seed, |share, seed| {
        let mut random = Random::new(seed);
        let policies = policies(&mut random);
        let mut counts = Counts::new();
        for _ in 0..share {
            let (policy, rules) = random.pick(&policies);
            let members = draw::members(&mut random, policy, 2);
            let expected = average(&members, policy);
            let found = core_average(items(&members, rules), rules).expect("weights are there");
            let figure = said(found.outcome(), found.category());
            assert!(figure == expected.figure, "core {figure:?}\noracle {expected:?}\n{members:?}\n{policy:?}");
            let coverage = found.coverage();
            let left_out: Vec<_> = coverage.left_out.iter().map(|l| (l.index, l.reason.code().as_str())).collect();
            assert_eq!((coverage.used, coverage.total), (expected.used, members.len()), "{members:?}");
            assert_eq!((left_out, &coverage.as_zero), (expected.left_out, &expected.as_zero), "{members:?}");
            assert_eq!(coverage.carried_forward, expected.carried, "{members:?}");
            count(&mut counts, &expected.figure);
            *counts.entry("items".to_owned()).or_default() += members.len();
        }
        counts
    });
    tell(&format!("oracle, averages: {counts:?} agree in {:?}", start.elapsed()));
    for kind in ["percent", "incomplete_average", "nothing_to_average", "zero_weights"] {
        assert!(wanted < 10_000 || counts.contains_key(kind), "no case of {kind}: {counts:?}");
    }
}

#[test]
fn progress_to_the_plan_agrees() {
    let (seed, start, wanted) = (seed("LKIP_ORACLE_SEED"), Instant::now(), cases(1_000_000) / 20);
    tell(&format!("oracle, progress: LKIP_ORACLE_SEED={seed}"));
    let counts = on_every_processor(wanted, seed, |share, seed| {
        let mut random = Random::new(seed);
        let policies = policies(&mut random);
        let mut counts = Counts::new();
        for _ in 0..share {
            let (policy, rules) = random.pick(&policies);
            let case = draw::case(&mut random, policy);
            let expected = progress(&case.aim, &case.reached, case.polarity, policy);
            let measured = measurement(&case.aim, &case.reached, case.polarity);
            let found = match measured.progress(rules, Against::Renstra(2023)).outcome() {
                Outcome::Computed(percent) => Figure::Percent {
                    reported: percent.reported.to_string(),
                    exact: percent.exact.to_string(),
                    placed: None,
                },
                other => Figure::None(other.reason().expect("a reason").code().as_str()),
            };
            assert!(found == expected, "core {found:?}\noracle {expected:?}\n{case:?}\n{policy:?}");
            count(&mut counts, &expected);
        }
        counts
    });
    tell(&format!("oracle, progress: {counts:?} agree in {:?}", start.elapsed()));
}
