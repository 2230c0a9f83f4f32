//! Columns row by row against single measurements, which are the reference: millions of rows under every rule set of the
//! catalogue and under others made up here, ties, bounds of categories and extremes among them.
//!
//! `LKIP_ORACLE_SEED` repeats a run, `LKIP_ORACLE_CASES` changes how many rows each rule set measures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use lkip_core::batch::{Column, Percentages, Polarities, Room, PercentRoom, Rules, Single, States, Table as Rows};
use lkip_core::rules::{rule_set, rule_set_ids};
use lkip_core::{Code, Measurement, Number, Outcome, Plain, Polarity, Ratio, Realization, RuleSet, Target};
use lkip_tests::many::{Counts, cases, on_every_processor};
use lkip_tests::random::{Random, seed, tell};

/// The rule sets that are tried: those of the catalogue, and what none of them has.
fn rules() -> Vec<RuleSet> {
    let mut rules: Vec<RuleSet> = rule_set_ids().map(|id| rule_set(id).unwrap()).collect();
    let base = rule_set("bkd-ntt-2021").unwrap();
    for changes in [
        r#"{"rounding": {"mode": "half_even", "places": 0}, "classify": "exact"}"#,
        r#"{"rounding": {"mode": "half_up", "places": 10}, "scale": null}"#,
        r#"{"rounding": {"mode": "half_up", "places": 1}, "cap": {"percent": "120", "in": "indicator"}, "floor": {"percent": "10", "in": "indicator"}}"#,
        r#"{"rounding": {"mode": "half_even", "places": 2}, "cap": {"percent": "100.005", "in": "indicator"}, "classify": "exact"}"#,
        r#"{"rounding": {"mode": "half_up", "places": 3}, "lower": "target_over_realization", "scale": "sakip-predicate"}"#,
        r#"{"zero_target": "full_when_met", "zero_realization": "full_when_met", "scale": "skm-14-2017"}"#,
        r#"{"zero_realization": {"as_given": "5"}, "lower": "target_over_realization", "classify": "exact", "rounding": {"mode": "truncate", "places": 4}}"#,
        r#"{"zero_realization": "not_computable", "cap": {"percent": "150", "in": "average"}}"#,
    ] {
        let changes = Plain::from_json(changes).unwrap();
        match base.with(&changes) {
            Ok(rules_of_our_own) => rules.push(rules_of_our_own),
            Err(errors) => panic!("{errors:?}"),
        }
    }
    rules
}

/// Digits of every size: small ones, those whose quotients are ties, the largest, and what is no target at all.
fn digits(random: &mut Random) -> i64 {
    let small = |random: &mut Random| i64::try_from(random.below(1_000)).unwrap();
    match random.below(16) {
        0 => 0,
        1 => -small(random),
        2 => i64::MAX - small(random),
        3 => i64::MIN + small(random),
        // Around what the fast way holds.
        4 => (1 << 50) - 500 + small(random),
        5 | 6 => small(random),
        7 | 8 => {
            let (twos, fives) = (random.below(12), random.below(5));
            (1 << twos) * 5_i64.pow(u32::try_from(fives).unwrap())
        }
        9 => 10_i64.pow(u32::try_from(random.below(16)).unwrap()),
        _ => {
            let count = random.between(1, 15);
            random.digits(count).parse().unwrap()
        }
    }
}

/// A realization: of any size, or near what a bound of a category asks of this target.
fn realized(random: &mut Random, target: i64) -> i64 {
    let percent: i64 = *random.pick(&[0, 50, 55, 65, 70, 75, 85, 90, 100, 110, 120, 200]);
    let nudge = i64::try_from(random.below(5)).unwrap() - 2;
    match random.below(3) {
        0 => digits(random),
        1 => (target / 100).saturating_mul(percent).saturating_add(nudge),
        _ => target.saturating_mul(i64::try_from(random.below(3)).unwrap()).saturating_add(nudge),
    }
}

struct Table {
    targets: Vec<i64>,
    realizations: Vec<i64>,
    places: (u32, u32),
    polarities: Vec<Polarity>,
    has_target: Vec<bool>,
    has_realization: Vec<bool>,
    not_carried_out: Vec<bool>,
}

fn table(random: &mut Random, rows: usize) -> Table {
    let places = |random: &mut Random| u32::try_from(random.below(6)).unwrap();
    let same = random.one_in(2);
    let first = places(random);
    let mut table = Table {
        targets: Vec::new(),
        realizations: Vec::new(),
        places: (first, if same { first } else { places(random) }),
        polarities: Vec::new(),
        has_target: Vec::new(),
        has_realization: Vec::new(),
        not_carried_out: Vec::new(),
    };
    for _ in 0..rows {
        let target = digits(random);
        table.targets.push(target);
        table.realizations.push(realized(random, target));
        table.polarities.push(*random.pick(&[Polarity::Higher, Polarity::Lower, Polarity::OnTarget]));
        table.has_target.push(!random.one_in(20));
        table.has_realization.push(!random.one_in(20));
        table.not_carried_out.push(random.one_in(3));
    }
    table
}

/// A row by itself. Digits that no number holds have no percentage.
fn alone(table: &Table, row: usize, polarity: Polarity, rules: &RuleSet) -> Option<(Outcome<Number>, Option<String>)> {
    let number = |digits: i64, places: u32| -> Option<Number> {
        let text = format!("{:0>width$}", digits.unsigned_abs(), width = usize::try_from(places).unwrap() + 1);
        let (whole, decimals) = text.split_at(text.len() - usize::try_from(places).unwrap());
        let sign = if digits < 0 { "-" } else { "" };
        let text = if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") };
        text.parse().ok()
    };
    let target = match table.has_target[row] {
        true => Target::Value(number(table.targets[row], table.places.0)?),
        false => Target::None,
    };
    let realization = match (table.has_realization[row], table.not_carried_out[row]) {
        (true, _) => Realization::Measured(number(table.realizations[row], table.places.1)?),
        (false, true) => Realization::NotCarriedOut,
        (false, false) => Realization::NotMeasured,
    };
    let measurement = Measurement::new(target, realization);
    let achievement = Measurement { polarity, ..measurement }.achievement(rules);
    let category = achievement.category().value().map(|band| band.category().code.clone());
    Some((achievement.outcome().clone().map(|percent| percent.reported), category))
}

fn compare(
    made: &Percentages<'_>,
    table: &Table,
    polarity: &dyn Fn(usize) -> Polarity,
    rules: &RuleSet,
    counts: &mut Counts,
) {
    for row in 0..table.targets.len() {
        let Some((outcome, category)) = alone(table, row, polarity(row), rules) else { continue };
        let shown = || {
            format!(
                "row {row}: {} / {} with places {:?}, {:?} under {} {:?}",
                table.realizations[row],
                table.targets[row],
                table.places,
                polarity(row),
                rules.id,
                rules.overridden()
            )
        };
        match &outcome {
            Outcome::Computed(percent) => {
                let ours = made.percent(row).unwrap_or_else(|| panic!("no percentage in {}", shown()));
                assert_eq!(Ratio::from(ours), Ratio::from(*percent), "{}", shown());
                assert_eq!(made.category(row).map(|category| category.code.clone()), category, "{}", shown());
            }
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                assert_eq!(made.outcome(row).reason(), Some(reason.code()), "{}", shown());
                assert_eq!((made.percent(row), made.category(row)), (None, None), "{}", shown());
            }
        }
        assert_eq!(made.outcome(row).tag(), outcome.tag(), "{}", shown());
        *counts
            .entry(made.outcome(row).reason().map_or("percent", |reason| reason.as_str()).to_owned())
            .or_default() += 1;
    }
}

#[test]
fn every_row_of_a_column_is_what_it_is_alone() {
    let seed = seed("LKIP_ORACLE_SEED");
    let all = rules();
    let counted = on_every_processor(cases(120_000), seed, |rows, seed| {
        let mut random = Random::new(seed);
        let mut counts = Counts::new();
        for rules in &all {
            for each in [false, true] {
                let table = table(&mut random, rows / 2);
                let one = *random.pick(&[Polarity::Higher, Polarity::Lower, Polarity::OnTarget]);
                let polarities = if each { Polarities::Each(&table.polarities) } else { Polarities::All(one) };
                let target = Column::new(&table.targets, table.places.0).present(table.has_target.as_slice());
                let realization = Column::new(&table.realizations, table.places.1).present(table.has_realization.as_slice());
                let states = States::NotCarriedOut(&table.not_carried_out);
                let rows = Rows::new(target, realization).polarities(polarities).states(states);
                let made = rows.achievements(rules).unwrap();
                let polarity = |row: usize| if each { table.polarities[row] } else { one };
                compare(&made, &table, &polarity, rules, &mut counts);
                // The same digits in 128 bits.
                let wide =
                    |digits: &[i64]| digits.iter().take(2_000).map(|digits| i128::from(*digits)).collect::<Vec<_>>();
                let (targets, realizations) = (wide(&table.targets), wide(&table.realizations));
                let many = targets.len();
                let wide = Rows::new(
                    Column::large(&targets, table.places.0).present(&table.has_target[..many]),
                    Column::large(&realizations, table.places.1).present(&table.has_realization[..many]),
                )
                .polarities(if each { Polarities::Each(&table.polarities[..many]) } else { Polarities::All(one) })
                .states(States::NotCarriedOut(&table.not_carried_out[..many]));
                let made_wide = wide.achievements(rules).unwrap();
                for row in 0..many {
                    assert_eq!(made_wide.percent(row), made.percent(row));
                    assert_eq!(
                        (made_wide.outcome(row), made_wide.category(row)),
                        (made.outcome(row), made.category(row))
                    );
                }
            }
        }
        counts
    });
    tell(&format!("oracle: columns under {} rule sets with seed {seed}: {counted:?}, none differ", all.len()));
    assert!(counted["percent"] > 1_000);
}

#[test]
fn columns_that_do_not_fit_together_are_refused_with_every_mistake() {
    let rules = rule_set("bkd-ntt-2021").unwrap();
    let (long, short) = ([1, 2, 3], [1, 2]);
    let errors =
        Rows::new(Column::new(&long, 29), Column::new(&short, 0)).polarities(Polarities::Each(&[Polarity::Higher])).achievements(&rules)
            .unwrap_err();
    let told: Vec<(Code, String)> = errors.iter().map(|error| (error.code(), error.path().to_string())).collect();
    assert_eq!(
        told,
        [
            (Code::TooManyDecimals, "target".to_owned()),
            (Code::UnequalLengths, "realization".to_owned()),
            (Code::UnequalLengths, "polarity".to_owned()),
        ]
    );
    let nothing = Rows::new(Column::new(&[], 0), Column::new(&[], 2)).achievements(&rules).unwrap();
    assert!(nothing.percents().is_empty());
}
