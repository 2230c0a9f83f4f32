//! The measures of a report against an independent oracle: sums, means, indices, changes, budgets, efficiency, quarters.
//!
//! `LKIP_ORACLE_SEED` repeats a run, `LKIP_ORACLE_CASES` changes how many there are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::sync::LazyLock;
use std::time::Instant;

use lkip_core::measure::{
    Calculation, Composite, Exact, Operand, OperandValue, Percent, Unit, Value, absorption, change, difference,
    efficiency, of_quarters, remainder, total,
};
use lkip_core::rules::{Consolidation, rule_set};
use lkip_core::{Errors, Number, Outcome, Plain, Ratio, Reason, RuleSet};
use lkip_tests::many::{Counts, cases, on_every_processor};
use lkip_tests::oracle::RoundingWay;
use lkip_tests::oracle::measures::{Given, Measure, Term, Ways};
use lkip_tests::oracle::nudge;
use lkip_tests::random::{Random, seed, tell};
use serde_json::json;

fn number(text: &str) -> Number {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn ratio(term: &Term) -> Option<Ratio> {
    match term {
        Term::Decimal(text) => Some(Ratio::from(number(text))),
        Term::Quotient(above, below) => Ratio::from(*above) / Ratio::from(*below),
        Term::Missing => None,
    }
}

/// Why a value is missing: any reason will do.
static MISSING: LazyLock<Reason> = LazyLock::new(|| {
    let rules = rule_set("setda-kaltim-2021").expect("a rule set");
    total(Vec::new(), &rules).outcome().reason().expect("nothing to add").clone()
});

fn operand(term: &Term) -> Operand {
    let value = match term {
        Term::Decimal(text) => OperandValue::Given(number(text)),
        Term::Quotient(..) => OperandValue::Exact(ratio(term).expect("not by zero")),
        Term::Missing => OperandValue::Missing(MISSING.clone()),
    };
    Operand::new("", value)
}

fn operands(terms: &[Term]) -> Vec<Operand> {
    terms.iter().map(operand).collect()
}

fn rules(ways: &Ways, method: &str) -> RuleSet {
    let way = |way: &RoundingWay| json!({"mode": way.mode, "places": way.places.to_string()});
    let mut declared = serde_json::Map::new();
    for (figure, of_figure) in [
        ("realization", &ways.realization),
        ("growth", &ways.growth),
        ("absorption", &ways.absorption),
        ("efficiency", &ways.efficiency),
    ] {
        if let Some(of_figure) = of_figure {
            declared.insert(figure.to_owned(), way(of_figure));
        }
    }
    let overrides = json!({
        "rounding": way(&ways.all), "rounding_for": declared, "efficiency": {"method": method, "bands": null}
    });
    let overrides = Plain::from_json(&overrides.to_string()).expect("JSON");
    rule_set("setda-kaltim-2021").expect("a rule set").with(&overrides).unwrap_or_else(|errors| panic!("{errors}"))
}

/// What the core makes of a measure.
fn calculated(measure: &Measure, rules: &RuleSet) -> Result<Calculation, Errors> {
    let amounts = |rupiah: &bool| if *rupiah { Unit::Rupiah } else { Unit::Number };
    let composite = |composite: Composite, unit| composite.calculate(unit, rules);
    match measure {
        Measure::Sum(of, rupiah) => composite(Composite::Sum(operands(of)), amounts(rupiah)),
        Measure::Difference(of, rupiah) => composite(Composite::Difference(operands(of)), amounts(rupiah)),
        Measure::Ratio(part, whole) => {
            composite(Composite::Ratio { part: operands(part), whole: operands(whole) }, Unit::Percent)
        }
        Measure::Quotient(part, whole) => {
            composite(Composite::Quotient { part: operands(part), whole: operands(whole) }, Unit::Number)
        }
        Measure::Mean(of) => composite(Composite::Mean(operands(of)), Unit::Number),
        Measure::WeightedMean(of) => {
            let of = of.iter().map(|(weight, term)| operand(term).weight(number(weight))).collect();
            composite(Composite::WeightedMean(of), Unit::Number)
        }
        Measure::Skm(of, places, highest) => {
            let weight_places = places.map(|places| u32::try_from(places).expect("few"));
            composite(Composite::Skm { of: operands(of), weight_places, highest: number(highest) }, Unit::Number)
        }
        Measure::Kelembagaan(structure, process) => composite(
            Composite::Kelembagaan { structure: operands(structure), process: operands(process) },
            Unit::Number,
        ),
        Measure::Itkp(of) => composite(Composite::Itkp(operands(of)), Unit::Number),
        Measure::Change(before, now) => Ok(change(&ratio(now).expect("a value"), ratio(before).as_ref(), rules)),
        Measure::Points(before, now, percent) => {
            let unit = if *percent { Unit::Points } else { Unit::Number };
            Ok(difference(&ratio(now).expect("a value"), ratio(before).as_ref(), unit, rules))
        }
        Measure::Absorption(allocation, spending) => {
            Ok(absorption(ratio(allocation).as_ref(), ratio(spending).as_ref(), rules))
        }
        Measure::Remainder(allocation, spending) => {
            Ok(remainder(ratio(allocation).as_ref(), ratio(spending).as_ref(), rules))
        }
        Measure::Total(of) => Ok(total(operands(of), rules)),
        Measure::Efficiency(_, [allocation, spending, achieved], met) => {
            let (allocation, spending) = (ratio(allocation), ratio(spending));
            let absorbed = absorption(allocation.as_ref(), spending.as_ref(), rules);
            let exact = ratio(achieved).expect("an achievement");
            let achieved = Outcome::Computed(Percent { reported: Number::ZERO, exact });
            Ok(efficiency(&achieved, absorbed.outcome(), allocation.as_ref(), spending.as_ref(), *met, rules))
        }
        Measure::Quarters(how, of) => {
            let how = Consolidation::ALL.iter().find(|choice| choice.as_str() == *how).expect("a choice");
            Ok(of_quarters(operands(of), *how, Unit::Number, rules))
        }
    }
}

fn found(measure: &Measure, rules: &RuleSet) -> Given {
    match calculated(measure, rules).as_ref().map(Calculation::outcome) {
        Err(_) => Given::Refused,
        Ok(Outcome::Computed(Value { reported, exact: Exact::Ratio(exact), .. })) => {
            Given::Value(exact.to_string(), reported.to_string())
        }
        Ok(Outcome::Computed(value)) => panic!("a root: {value:?}"),
        Ok(other) => Given::None(other.reason().expect("a reason").code().as_str()),
    }
}

#[test]
fn measures_agree() {
    let (seed, start, wanted) = (seed("LKIP_ORACLE_SEED"), Instant::now(), cases(1_000_000) / 4);
    tell(&format!("oracle, measures: LKIP_ORACLE_SEED={seed}"));
    let counts = on_every_processor(wanted, seed, |share, seed| {
        let mut random = Random::new(seed);
        let sets: Vec<_> = (0..200)
            .map(|_| {
                let ways = nudge::ways(&mut random);
                let by_method = nudge::METHODS.map(|method| rules(&ways, method));
                (ways, by_method)
            })
            .collect();
        let mut counts = Counts::new();
        for case in 0..share {
            let (ways, by_method) = random.pick(&sets);
            let (measure, made) = nudge::measure(&mut random, case % nudge::KINDS, ways);
            let method = match &measure {
                Measure::Efficiency(method, ..) => nudge::METHODS.iter().position(|known| known == method),
                _ => None,
            };
            let (expected, found) = (measure.expected(ways), found(&measure, &by_method[method.unwrap_or(0)]));
            assert!(found == expected, "core {found:?}\noracle {expected:?}\n{measure:?}\n{ways:?}");
            let what = format!("{measure:?}");
            let kind = what.split('(').next().expect("a name").to_lowercase();
            *counts
                .entry(format!("{kind} {}", method.map_or("", |method| nudge::METHODS[method])).trim().to_owned())
                .or_default() += 1;
            *counts.entry(format!("made: {made}")).or_default() += 1;
            let ended = match expected {
                Given::Value(..) => "computed",
                Given::None(reason) => reason,
                Given::Refused => "refused",
            };
            *counts.entry(format!("ended: {ended}")).or_default() += 1;
        }
        counts
    });
    let done: usize = counts.iter().filter(|(kind, _)| kind.starts_with("made")).map(|(_, number)| number).sum();
    tell(&format!("oracle, measures: {done} cases agree in {:?}: {counts:?}", start.elapsed()));
    assert!(done >= wanted);
    for kind in [
        "made: tie",
        "ended: computed",
        "ended: refused",
        "ended: operand_missing",
        "ended: no_operand_has_value",
        "ended: zero_whole",
        "ended: zero_weights",
        "ended: no_base",
        "ended: zero_base",
        "ended: negative_base",
        "ended: no_allocation",
        "ended: no_spending",
        "ended: zero_allocation",
        "ended: negative_allocation",
        "ended: no_achievement",
        "ended: no_absorption",
        "ended: target_not_met",
    ] {
        assert!(wanted < 100_000 || counts.contains_key(kind), "no case of {kind}: {counts:?}");
    }
    assert!(wanted < 100_000 || counts["made: tie"] > done / 3, "{counts:?}");
}
