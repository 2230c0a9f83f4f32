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

use std::ops::Range;

use lkip_core::batch::{
    Column, GroupCoverage, Groups, PercentRoom, Percentages, Polarities, Presence, Room, RowOutcome, Rules, Single,
    States, Table as Rows, absorptions, roll_up, sums,
};
use lkip_core::measure::{Average, Item, average};
use lkip_core::rules::{Category, rule_set, rule_set_ids};
use lkip_core::{Code, Measurement, Number, Outcome, Plain, Polarity, Ratio, Realization, ReasonCode, RuleSet, Target};
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
        r#"{"floor": {"percent": "20000000000000", "in": "indicator"}, "classify": "exact"}"#,
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
    if random.one_in(3) { digits(random) } else { realized_near(random, target) }
}

/// A realization near what a bound of a category asks of a target, or near the target or twice of it.
fn realized_near(random: &mut Random, target: i64) -> i64 {
    let percent: i64 = *random.pick(&[0, 50, 55, 65, 70, 75, 85, 90, 100, 110, 120, 200]);
    let nudge = i64::try_from(random.below(5)).unwrap() - 2;
    if random.one_in(2) {
        (target / 100).saturating_mul(percent).saturating_add(nudge)
    } else {
        target.saturating_mul(i64::try_from(random.below(3)).unwrap()).saturating_add(nudge)
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

/// Numbers of nine digits in every row; in some chunks of rows a few are beside what that allows, in one way.
fn table_of_short(random: &mut Random, rows: usize) -> Table {
    let small = |random: &mut Random, end: usize| i64::try_from(random.below(end)).unwrap();
    let mut made = without_gaps(table(random, rows));
    made.places.1 = made.places.0;
    let mut beside = 0;
    for row in 0..rows {
        if row % 512 == 0 {
            beside = random.below(6);
        }
        let is_beside = random.one_in(100);
        let target = match random.below(30) {
            // Of these the lowest 32 bits are zero: a product of them only would be too.
            _ if is_beside && beside == 1 => 1 << random.between(30, 36),
            0 => (1 << 30) - small(random, 2),
            1 => 1,
            2..12 => 1 + small(random, 1_000),
            _ => 1 + small(random, (1 << 30) - 1),
        };
        made.targets[row] = target;
        made.realizations[row] = match random.below(3) {
            _ if target > 1 << 30 => target + small(random, 1_000_000),
            _ if is_beside && beside == 2 => 0,
            _ if is_beside && beside == 3 => (1 << 31) - 1,
            // At two decimals quotients around those that 31 and 32 bits hold.
            _ if is_beside && beside == 4 => (target * (214_000 + small(random, 266_000))).min((1 << 30) - 1),
            0 => 1 + small(random, usize::try_from(target).unwrap() * 2).min((1 << 30) - 2),
            _ => realized_near(random, target).clamp(1, (1 << 30) - 1),
        };
    }
    made
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
    let counted = on_every_processor(cases(160_000), seed, |rows, seed| {
        let mut random = Random::new(seed);
        let mut counts = Counts::new();
        for rules in &all {
            for (each, are_short) in [(false, false), (true, false), (false, true), (true, true)] {
                let make = if are_short { table_of_short } else { table };
                let table = make(&mut random, rows / 4);
                let one = *random.pick(&[Polarity::Higher, Polarity::Lower, Polarity::OnTarget]);
                let polarities = if each { Polarities::Each(&table.polarities) } else { Polarities::All(one) };
                let target = Column::new(&table.targets, table.places.0).present(table.has_target.as_slice());
                let realization =
                    Column::new(&table.realizations, table.places.1).present(table.has_realization.as_slice());
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
    let errors = Rows::new(Column::new(&long, 29), Column::new(&short, 0))
        .polarities(Polarities::Each(&[Polarity::Higher]))
        .achievements(&rules)
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

fn percentages_of(table: &Table, from: usize, to: usize) -> Rows<'_> {
    let target = Column::new(&table.targets, table.places.0).present(table.has_target.as_slice());
    let realization = Column::new(&table.realizations, table.places.1).present(table.has_realization.as_slice());
    Rows::new(target, realization)
        .polarities(Polarities::Each(&table.polarities))
        .states(States::NotCarriedOut(&table.not_carried_out))
        .rows(from..to)
}

/// Numbers whose averages are often ties or bounds: percentages that end soon, thirds and sevenths among them.
fn table_of_ties(random: &mut Random, rows: usize) -> Table {
    let mut made = table(random, rows);
    made.places = (0, 0);
    for row in 0..rows {
        let target: i64 = *random.pick(&[1, 2, 3, 4, 6, 7, 8, 9, 40, 50, 100, 125, 200, 300, 700, 800, 1_600]);
        made.targets[row] = target;
        made.realizations[row] = i64::try_from(random.below(usize::try_from(target).unwrap() * 2 + 1)).unwrap();
        made.has_target[row] = !random.one_in(60);
        made.has_realization[row] = !random.one_in(60);
    }
    made
}

/// The same with both numbers in every row, and none that is zero: whole chunks are computed and added the fast way.
fn without_gaps(mut table: Table) -> Table {
    table.has_target.fill(true);
    table.has_realization.fill(true);
    table.realizations.iter_mut().for_each(|realization| *realization = (*realization).max(1));
    table
}

fn items_of(made: &Percentages<'_>, rows: &[usize], weights: Option<&[i64]>) -> Vec<Item> {
    let item = |row: &usize| {
        let mut item = Item::from(made.achievement(*row).unwrap());
        item.weight = weights.map(|weights| Number::from(weights[*row]));
        item
    };
    rows.iter().map(item).collect()
}

fn same_average(ours: (Option<Number>, Option<&Category>, RowOutcome, GroupCoverage), average: &Average, shown: &str) {
    let (percent, category, outcome, coverage) = ours;
    assert_eq!(percent.map(Ratio::from), average.percent().map(Ratio::from), "{shown}");
    let expected = average.category().value().map(|band| band.category().code.clone());
    assert_eq!(category.map(|category| category.code.clone()), expected, "{shown}");
    assert_eq!(outcome.reason(), average.outcome().reason().map(|reason| reason.code()), "{shown}");
    let counted = average.coverage();
    let count = |count: usize| u32::try_from(count).unwrap();
    assert_eq!((coverage.used, coverage.total), (count(counted.used), count(counted.total)), "{shown}");
    assert_eq!(coverage.as_zero, count(counted.as_zero.len()), "{shown}");
}

#[test]
fn averages_of_groups_and_of_groups_of_groups_are_those_of_their_items() {
    let seed = seed("LKIP_ORACLE_SEED");
    let mut all = rules();
    let base = rule_set("bkd-ntt-2021").unwrap();
    for changes in [
        r#"{"average": {"of": "exact", "not_measured": "zero", "no_target": "leave_out", "zero_target": "leave_out", "not_carried_out": "leave_out"}}"#,
        r#"{"average": {"of": "exact", "method": "weighted", "not_measured": "leave_out"}, "classify": "exact"}"#,
        r#"{"average": {"of": "exact"}, "cap": {"percent": "100", "in": "average"}, "rounding": {"mode": "half_up", "places": 0}}"#,
        r#"{"average": {"of": "reported"}, "rounding": {"mode": "half_even", "places": 1}}"#,
        r#"{"average": {"of": "exact"}, "rounding": {"mode": "half_even", "places": 0}}"#,
        r#"{"average": {"of": "exact"}, "rounding": {"mode": "half_even", "places": 1}, "classify": "exact"}"#,
    ] {
        let changes = Plain::from_json(changes).unwrap();
        all.push(base.with(&changes).unwrap_or_else(|errors| panic!("{errors:?}")));
    }
    let counted = on_every_processor(cases(60_000), seed, |rows, seed| {
        let mut random = Random::new(seed);
        let mut counts = Counts::new();
        for rules in &all {
            for kind in ["any", "ties", "ties without gaps"] {
                let count = (rows / 8).max(64);
                let table = match kind {
                    "any" => table(&mut random, count),
                    "ties" => table_of_ties(&mut random, count),
                    _ => without_gaps(table_of_ties(&mut random, count)),
                };
                let weights: Vec<i64> = (0..count).map(|_| i64::try_from(random.below(40)).unwrap()).collect();
                let rows = percentages_of(&table, 0, count).weights(Column::new(&weights, 0));
                let made = rows.achievements(rules).unwrap();
                let groups = count / 5;
                let of: Vec<u32> = (0..count).map(|_| u32::try_from(random.below(groups)).unwrap()).collect();
                let mut ends: Vec<usize> = (1..groups).map(|_| random.below(count + 1)).collect();
                ends.push(count);
                ends.sort_unstable();
                for groups in [Groups::Each { of: &of, count: groups }, Groups::Ends(&ends)] {
                    let averages = rows.averages(rules, groups).unwrap();
                    let members = |group: usize| -> Vec<usize> {
                        match groups {
                            Groups::Each { of, .. } => {
                                (0..count).filter(|row| usize::try_from(of[*row]) == Ok(group)).collect()
                            }
                            Groups::Ends(ends) => (if group == 0 { 0 } else { ends[group - 1] }..ends[group]).collect(),
                        }
                    };
                    let average =
                        |group: usize| average(items_of(&made, &members(group), Some(&weights)), rules).unwrap();
                    let above = count / 40;
                    let of_above: Vec<u32> =
                        (0..groups.count()).map(|_| u32::try_from(random.below(above)).unwrap()).collect();
                    let weights_above: Vec<i64> = (0..groups.count()).map(|group| weights[group]).collect();
                    let upper = averages
                        .averages(Groups::Each { of: &of_above, count: above }, Some(Column::new(&weights_above, 0)))
                        .unwrap();
                    for group in (0..groups.count()).filter(|group| group % 5 == 0) {
                        let shown =
                            format!("group {group} under {} {:?}: {:?}", rules.id, rules.overridden(), members(group));
                        let ours = (
                            averages.percent(group),
                            averages.category(group),
                            averages.outcome(group),
                            averages.coverage(group),
                        );
                        same_average(ours, &average(group), &shown);
                        *counts
                            .entry(averages.outcome(group).reason().map_or("average", |code| code.as_str()).to_owned())
                            .or_default() += 1;
                    }
                    for group in (0..above).filter(|group| group % 9 == 0) {
                        let items = (0..groups.count()).filter(|below| usize::try_from(of_above[*below]) == Ok(group));
                        let items = items.map(|below| {
                            let mut item = Item::from(average(below));
                            item.weight = Some(Number::from(weights_above[below]));
                            item
                        });
                        let expected = lkip_core::measure::average(items.collect(), rules).unwrap();
                        let ours =
                            (upper.percent(group), upper.category(group), upper.outcome(group), upper.coverage(group));
                        same_average(
                            ours,
                            &expected,
                            &format!("upper group {group} under {} {:?}", rules.id, rules.overridden()),
                        );
                        *counts.entry("average of averages".to_owned()).or_default() += 1;
                    }
                }
            }
        }
        counts
    });
    tell(&format!("oracle: averages of groups with seed {seed}: {counted:?}, none differ"));
    assert!(counted["average"] > 100 && counted["incomplete_average"] > 100);
}

#[test]
fn rows_have_rules_of_their_own_and_targets_that_are_not_only_numbers() {
    let seed = seed("LKIP_ORACLE_SEED");
    let mut random = Random::new(seed);
    let sets = rules();
    let count = 20_000;
    let table = table(&mut random, count);
    let of: Vec<u16> = (0..count).map(|_| u16::try_from(random.below(sets.len())).unwrap()).collect();
    let number = |number: i64| Number::from(number);
    let ranges: Vec<(usize, Target)> =
        (0..count).step_by(7).map(|row| (row, Target::Range { low: number(80), high: number(90) })).collect();
    let unreadable: Vec<usize> = (0..count).filter(|row| row % 11 == 3).collect();
    let realization = Column::new(&table.realizations, table.places.1)
        .present(table.has_realization.as_slice())
        .unreadable(&unreadable);
    let target = Column::new(&table.targets, table.places.0).present(table.has_target.as_slice());
    let whole = Rows::new(target, realization)
        .polarities(Polarities::Each(&table.polarities))
        .states(States::NotCarriedOut(&table.not_carried_out))
        .targets(&ranges);
    let rules = Rules::Each { sets: &sets, of: &of };
    let made = whole.achievements(rules).unwrap();
    // A part begins anywhere.
    let from = 1_001;
    let made_of_part = whole.rows(from..count).achievements(rules.rows(from..count)).unwrap();
    for row in 0..count {
        let own = &sets[usize::from(of[row])];
        if row >= from {
            assert_eq!(made.percent(row), made_of_part.percent(row - from));
            assert_eq!(made.outcome(row), made_of_part.outcome(row - from));
        }
        if unreadable.binary_search(&row).is_ok() {
            assert_eq!(made.outcome(row).reason(), Some(ReasonCode::Unreadable));
            continue;
        }
        if row % 7 != 0 {
            let Some((outcome, category)) = alone(&table, row, table.polarities[row], own) else { continue };
            assert_eq!(made.percent(row).map(Ratio::from), outcome.value().map(|percent| Ratio::from(*percent)));
            assert_eq!(made.category(row).map(|category| category.code.clone()), category);
            assert_eq!(made.outcome(row).reason(), outcome.reason().map(|reason| reason.code()));
        } else if let Some(achievement) = made.achievement(row) {
            assert_eq!(made.percent(row), achievement.percent());
            assert_eq!(made.outcome(row).reason(), achievement.outcome().reason().map(|reason| reason.code()));
            assert!(matches!(achievement.measurement().target, Target::Range { .. }));
        }
    }
}

#[test]
fn single_measurements_without_explanation_are_those_with_one() {
    let seed = seed("LKIP_ORACLE_SEED");
    let all = rules();
    let counted = on_every_processor(cases(60_000), seed, |rows, seed| {
        let mut random = Random::new(seed);
        for rules in &all {
            let single = Single::new(rules);
            let table = table(&mut random, rows / 4);
            for row in 0..table.targets.len() {
                let part =
                    |digits: i64, places: u32| Number::try_from(rust_decimal::Decimal::new(digits, places)).unwrap();
                let places = u32::try_from(random.below(12)).unwrap();
                let (target, realization) =
                    (part(table.targets[row], table.places.0), part(table.realizations[row], places));
                let polarity = table.polarities[row];
                let expected = Measurement { polarity, ..Measurement::new(target, realization) }.achievement(rules);
                let ours = single.achievement(target, realization, polarity);
                let shown =
                    format!("{realization} / {target} {polarity:?} under {} {:?}", rules.id, rules.overridden());
                assert_eq!(
                    ours.percent().map(|percent| percent.to_string()),
                    expected.percent().map(|percent| percent.to_string()),
                    "{shown}"
                );
                assert_eq!(
                    ours.category().map(|category| &category.code),
                    expected.category().value().map(|band| &band.category().code),
                    "{shown}"
                );
                assert_eq!(ours.outcome().reason(), expected.outcome().reason().map(|reason| reason.code()), "{shown}");
            }
        }
        Counts::from([("rows".to_owned(), rows / 4 * all.len())])
    });
    tell(&format!("oracle: single measurements without explanation with seed {seed}: {counted:?}, none differ"));
}

#[test]
fn floats_are_decimals_of_stated_places_or_refused() {
    let rules = rule_set("bkd-ntt-2021").unwrap();
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    for places in 0..8_u32 {
        let mut column = |digits: usize| -> Vec<i64> {
            (0..30_000)
                .map(|_| {
                    let digits = random.between(1, digits);
                    random.digits(digits).parse::<i64>().unwrap()
                })
                .collect()
        };
        let (targets, realizations) = (column(15), column(15));
        // What a program reads where the decimal is written.
        let float = |digits: &i64| -> f64 { format!("{digits}e-{places}").parse().unwrap() };
        let floats = |digits: &[i64]| digits.iter().map(float).collect::<Vec<f64>>();
        let (mut float_targets, float_realizations) = (floats(&targets), floats(&realizations));
        let exactly = Rows::new(Column::new(&targets, places), Column::new(&realizations, places));
        let expected = exactly.achievements(&rules).unwrap();
        let given = Rows::new(Column::floats(&float_targets, places), Column::floats(&float_realizations, places));
        let made = given.achievements(&rules).unwrap();
        assert_eq!(made.percents(), expected.percents());
        assert_eq!(made.outcomes(), expected.outcomes());
        float_targets[7] = f64::NAN;
        float_targets[9] = 0.000_000_123_456_789;
        float_targets[20_000] = f64::INFINITY;
        let given = Rows::new(Column::floats(&float_targets, places), Column::floats(&float_realizations, places));
        let errors = given.rows(5..30_000).achievements(&rules).unwrap_err();
        let told: Vec<(Code, String)> = errors.iter().map(|error| (error.code(), error.path().to_string())).collect();
        assert_eq!(
            told,
            [(Code::FloatBeyondPlaces, "target[9]".to_owned()), (Code::FloatBeyondPlaces, "target[20000]".to_owned())]
        );
        let missing = given.rows(0..9).achievements(&rules).unwrap();
        assert_eq!(missing.outcome(7).reason(), Some(ReasonCode::NoTarget));
    }
}

#[test]
fn presence_is_told_in_bits_or_in_bools() {
    let rules = rule_set("bkd-ntt-2021").unwrap();
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    let digits: Vec<i64> = (0..5_000).map(|row| row % 97 + 1).collect();
    for first in [0, 1, 7, 8, 13] {
        for nulls in [3, 400, 100_000] {
            let bools: Vec<bool> = digits.iter().map(|_| !random.one_in(nulls)).collect();
            let mut bytes = vec![0_u8; (digits.len() + first).div_ceil(8)];
            for row in (0..digits.len()).filter(|row| bools[*row]) {
                bytes[(row + first) / 8] |= 1 << ((row + first) % 8);
            }
            let target = Column::new(&digits, 0);
            let by_bits = target.present(Presence::Bits { bytes: &bytes, first });
            let made = |target: Column<'_>, rows: Range<usize>| {
                let table = Rows::new(target, Column::new(&digits, 0)).rows(rows);
                table.achievements(&rules).unwrap().outcomes().to_vec()
            };
            let by_bools = made(target.present(bools.as_slice()), 0..5_000);
            assert!(by_bools.iter().any(|outcome| *outcome != 0) || nulls > 1_000);
            assert_eq!(made(by_bits, 0..5_000), by_bools);
            assert_eq!(made(by_bits, 1_003..4_000), by_bools[1_003..4_000]);
            let too_few = target.present(Presence::Bits { bytes: &bytes[..bytes.len() - 1], first });
            assert!(Rows::new(too_few, Column::new(&digits, 0)).achievements(&rules).is_err());
        }
    }
}

#[test]
fn percentages_at_the_bounds_of_64_bits_are_averaged_like_all_others() {
    let rules = rule_set("setda-kaltim-2021").unwrap();
    let reported = Plain::from_json(r#"{"average": {"of": "reported"}}"#).unwrap();
    let by_reported = rules.with(&reported).unwrap();
    // In units of the last place the first two are just below 2⁶³, the third may be beyond: then nothing is added at once.
    for (rules, third) in
        [(&by_reported, 92_233_720_368_547_758), (&by_reported, 100), (&rules, 92_233_720_368_547_758), (&rules, 100)]
    {
        let realizations = [922_337_203_685_477, 922_337_203_685_477, third, 1, 0, 500];
        let targets = [1; 6];
        let table = Rows::new(Column::new(&targets, 0), Column::new(&realizations, 0));
        for ends in [&[6][..], &[1, 3, 6], &[2, 4, 4, 6]] {
            let made = table.averages(rules, Groups::Ends(ends)).unwrap();
            let mut begin = 0;
            for (group, end) in ends.iter().enumerate() {
                let items = (begin..*end).map(|row| {
                    let number = |digits: i64| Number::try_from(rust_decimal::Decimal::from(digits)).unwrap();
                    Item::from(Measurement::new(number(targets[row]), number(realizations[row])).achievement(rules))
                });
                let expected = average(items.collect(), rules).unwrap();
                let percent = expected.outcome().value().map(|percent| percent.reported.to_string());
                assert_eq!(made.percent(group).map(|percent| percent.to_string()), percent, "{ends:?} {group}");
                begin = *end;
            }
        }
    }
}

#[test]
fn rows_go_into_columns_that_are_there() {
    let rules = rule_set("bkd-ntt-2021").unwrap();
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    // Long enough for several threads, where they are used.
    let table = table(&mut random, 200_000);
    let rows = percentages_of(&table, 0, table.targets.len());
    let made = rows.achievements(&rules).unwrap();
    let count = table.targets.len();
    let (mut percents, mut categories, mut outcomes) = (vec![7_i128; count], vec![7; count], vec![7; count]);
    let room =
        Room { percents: PercentRoom::Large(&mut percents), categories: &mut categories, outcomes: &mut outcomes };
    let ends = [count / 3, count];
    let averages = rows.averages_into(&rules, Groups::Ends(&ends), room).unwrap();
    assert_eq!(averages.percent(0), rows.averages(&rules, Groups::Ends(&ends)).unwrap().percent(0));
    assert_eq!(averages.rows_beyond(), made.large());
    assert!(percents.iter().zip(made.percents()).all(|(ours, percent)| *ours == i128::from(*percent)));
    assert_eq!((categories.as_slice(), outcomes.as_slice()), (made.categories(), made.outcomes()));
    let room =
        Room { percents: PercentRoom::Large(&mut percents), categories: &mut categories[1..], outcomes: &mut outcomes };
    assert_eq!(rows.achievements_into(&rules, room).unwrap_err().iter().next().unwrap().code(), Code::UnequalLengths);
}

#[test]
fn small_percentages_add_up_beyond_what_64_bits_hold() {
    let base = rule_set("bkd-ntt-2021").unwrap();
    for of in ["reported", "exact"] {
        let changes = Plain::from_json(&format!(r#"{{"average": {{"of": "{of}"}}}}"#)).unwrap();
        let rules = base.with(&changes).unwrap();
        // Just below what is computed in one with all others: so many of them that their sum is beyond 64 bits.
        let (target, realization) = (3_i64, 337_769_972_000_i64);
        let count = 20_000;
        let (targets, realizations) = (vec![target; count], vec![realization; count]);
        let table = Rows::new(Column::new(&targets, 0), Column::new(&realizations, 0));
        let number = |digits: i64| Number::try_from(rust_decimal::Decimal::from(digits)).unwrap();
        let alone = Measurement::new(number(target), number(realization)).achievement(&rules);
        for groups in [Groups::Ends(&[7, count]), Groups::Each { of: &vec![0; count], count: 1 }] {
            let made = table.averages(&rules, groups).unwrap();
            for group in 0..made.len() {
                assert_eq!(made.percent(group).unwrap().to_string(), alone.percent().unwrap().to_string());
            }
            let used: u32 = (0..made.len()).map(|group| made.coverage(group).used).sum();
            assert_eq!(used, 20_000);
        }
    }
}

#[test]
fn long_columns_are_parted_at_the_borders_of_groups() {
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    // Long enough for several threads, where they are used.
    let count = 300_000;
    let tables = [table(&mut random, count), without_gaps(table_of_ties(&mut random, count))];
    let even = |many: usize| (1..=many).map(|group| group * (count / many)).collect::<Vec<usize>>();
    let empty = vec![0, 0, 7, 75_000, 75_000, 149_999, 150_000, 150_000, 150_001, count, count];
    let mut scattered: Vec<usize> = (0..9_999).map(|_| random.below(count + 1)).collect();
    scattered.push(count);
    scattered.sort_unstable();
    let one_is_long = (1..1_000).chain([count]).collect();
    let all_ends = [even(2), even(60_000), even(100_000), empty, scattered, one_is_long];
    let mut averaged = 0;
    for (table, ends) in tables.iter().flat_map(|table| all_ends.iter().map(move |ends| (table, ends))) {
        let rows = percentages_of(table, 0, count);
        for rules in ["bkd-ntt-2021", "setda-kaltim-2021"].map(|id| rule_set(id).unwrap()) {
            let made = rows.averages(&rules, Groups::Ends(ends)).unwrap();
            let starts = std::iter::once(0).chain(ends.iter().copied());
            let of: Vec<u32> = (0..).zip(starts.clone().zip(ends)).fold(Vec::new(), |mut of, (group, (begin, end))| {
                of.resize(of.len() + end - begin, group);
                of
            });
            let each = rows.averages(&rules, Groups::Each { of: &of, count: ends.len() }).unwrap();
            assert_eq!((made.percents(), made.categories()), (each.percents(), each.categories()));
            assert_eq!(made.outcomes(), each.outcomes());
            assert!((0..made.len()).all(|group| made.coverage(group) == each.coverage(group)));
            let percentages = rows.achievements(&rules).unwrap();
            let parts = starts.zip(ends).enumerate();
            for (group, (begin, end)) in parts.filter(|(_, (begin, end))| *end - begin < 10_000).step_by(97) {
                let items = items_of(&percentages, &(begin..*end).collect::<Vec<_>>(), None);
                let expected = average(items, &rules).unwrap();
                let ours = (made.percent(group), made.category(group), made.outcome(group), made.coverage(group));
                same_average(ours, &expected, &format!("rows {begin}..{end} under {}", rules.id));
                averaged += usize::from(expected.percent().is_some());
            }
        }
    }
    assert!(averaged > 1_000, "{averaged}");
}

/// Groups beside each other have the sums of their parts, and there is none where a part is empty.
fn same_sums(amounts: &[i64], ends: &[usize]) {
    let made = sums(&Column::new(amounts, 0), Groups::Ends(ends)).unwrap();
    let begins = [0].into_iter().chain(ends.iter().copied());
    let parts: Vec<&[i64]> = begins.zip(ends).map(|(begin, end)| &amounts[begin..*end]).collect();
    let expected: Vec<i128> = parts.iter().map(|part| part.iter().copied().map(i128::from).sum()).collect();
    assert_eq!(made.digits(), expected);
    assert!(parts.iter().enumerate().all(|(group, part)| made.has(group) != part.is_empty()));
    assert!(!made.has(ends.len()));
}

#[test]
fn amounts_are_added_up_a_tree() {
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    let amounts: Vec<i64> = (0..10_000).map(|_| digits(&mut random)).collect();
    let present: Vec<bool> = amounts.iter().map(|_| !random.one_in(3)).collect();
    let mut levels: Vec<Vec<usize>> = Vec::new();
    let mut below = amounts.len();
    while below > 1 {
        let count = below / 4 + 1;
        let mut ends: Vec<usize> = (1..count).map(|_| random.below(below + 1)).collect();
        ends.push(below);
        ends.sort_unstable();
        below = if count == below { 1 } else { count };
        levels.push(ends);
    }
    let ends: Vec<&[usize]> = levels.iter().map(Vec::as_slice).collect();
    let column = Column::new(&amounts, 2).present(present.as_slice());
    let made = roll_up(&column, &ends).unwrap();
    let mut expected: Vec<Option<i128>> =
        amounts.iter().zip(&present).map(|(amount, present)| present.then_some(i128::from(*amount))).collect();
    for (level, sums) in levels.iter().zip(&made) {
        let mut begin = 0;
        let above: Vec<Option<i128>> = level
            .iter()
            .map(|end| {
                let part = &expected[begin..*end];
                begin = *end;
                part.iter().flatten().copied().reduce(|sum, amount| sum + amount)
            })
            .collect();
        let ours: Vec<Option<i128>> =
            (0..sums.digits().len()).map(|group| sums.has(group).then(|| sums.digits()[group])).collect();
        assert_eq!(ours, above);
        expected = above;
    }
    // Where every amount is there many are added at once: small ones, and those that are not.
    for most in [1 << 20, (1_i64 << 52) - 1, 1 << 52, i64::MAX] {
        let bounds = [most, -most, most - 1, 1 - most, -1 - most, 0];
        let amounts: Vec<i64> = (0..20_000).map(|_| *random.pick(&bounds)).collect();
        let ends = [3, 3, 8, 1_500, 1_501, 20_000];
        same_sums(&amounts, &ends);
    }
    // Short groups, with an amount here and there that is not small.
    for most in [1 << 52, (1_i64 << 52) + 1, i64::MAX] {
        let bounds = [most, -most, most - 1, 1 - most, -1 - most];
        let amount = |random: &mut Random| match random.below(200) {
            0 => *random.pick(&bounds),
            _ => i64::try_from(random.below(1 << 52)).unwrap() - (1 << 51),
        };
        let amounts: Vec<i64> = (0..20_000).map(|_| amount(&mut random)).collect();
        let mut ends: Vec<usize> = vec![0];
        while ends.last() < Some(&amounts.len()) {
            let most = if random.one_in(30) { 40 } else { 18 };
            let end = ends.last().copied().unwrap() + random.below(most);
            ends.push(end.min(amounts.len()));
        }
        same_sums(&amounts, &ends);
    }
    // So many that threads part them, at the border of a group: where there is one.
    let many: Vec<i64> = (0..300_000).map(|_| digits(&mut random)).collect();
    for most in [3, 1_000, 150_000, 300_000] {
        let mut ends: Vec<usize> = Vec::new();
        while ends.last().is_none_or(|end| *end < many.len()) {
            let end = ends.last().copied().unwrap_or(0) + random.below(most + 1);
            ends.push(end.min(many.len()));
        }
        same_sums(&many, &ends);
    }
    let of: Vec<u32> = amounts.iter().map(|_| u32::try_from(random.below(50)).unwrap()).collect();
    let by_group = sums(&column, Groups::Each { of: &of, count: 51 }).unwrap();
    for group in 0..51 {
        let own = (0..amounts.len()).filter(|row| usize::try_from(of[*row]) == Ok(group) && present[*row]);
        let sum: i128 = own.map(|row| i128::from(amounts[row])).sum();
        assert_eq!((by_group.digits()[group], by_group.has(group)), (sum, group < 50));
    }
    let refused = sums(&column, Groups::Each { of: &of, count: 3 }).unwrap_err();
    assert_eq!(refused.iter().next().unwrap().code(), Code::GroupOutOfRange);
    let backwards = sums(&Column::new(&[1, 2, 3], 0), Groups::Ends(&[2, 1, 3])).unwrap_err();
    assert_eq!(backwards.iter().next().unwrap().code(), Code::GroupOutOfRange);
    assert!(sums(&Column::large(&[i128::MAX, 1], 0), Groups::Ends(&[2])).is_err());
}

#[test]
fn absorption_and_efficiency_of_rows_are_those_of_single_budgets() {
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    let all = rules();
    let methods = [
        "achievement_minus_absorption",
        "absorption_over_achievement",
        "output_over_input",
        "pmk_214",
        "unspent_when_met",
    ];
    for (place, base) in all.iter().enumerate() {
        let method = methods[place % methods.len()];
        let changes = format!(r#"{{"efficiency": {{"method": "{method}", "bands": "app-bna-efficiency"}}}}"#);
        let rules = &base.with(&Plain::from_json(&changes).unwrap()).unwrap();
        let table = table(&mut random, 600);
        let amounts = |random: &mut Random| -> Vec<i64> { (0..600).map(|_| digits(random)).collect() };
        let (allocated, spent) = (amounts(&mut random), amounts(&mut random));
        let allocation = Column::new(&allocated, 0).present(table.not_carried_out.as_slice());
        let spending = Column::new(&spent, 2);
        let absorbed = absorptions(allocation, spending, rules).unwrap();
        let rows = percentages_of(&table, 0, 600);
        let made = rows.efficiencies(rules, allocation, spending).unwrap();
        let achievements = rows.achievements(rules).unwrap();
        for row in 0..600 {
            let decimal = |digits: i64, places: u32| {
                Ratio::from(Number::try_from(rust_decimal::Decimal::new(digits, places)).unwrap())
            };
            let allocation = table.not_carried_out[row].then(|| decimal(allocated[row], 0));
            let spending = decimal(spent[row], 2);
            let absorption = lkip_core::measure::absorption(allocation.as_ref(), Some(&spending), rules);
            let expected = absorption.value().map(|value| value.reported);
            assert_eq!(absorbed.percent(row), expected);
            assert_eq!(absorbed.outcome(row).reason(), absorption.outcome().reason().map(|reason| reason.code()));
            let Some(achievement) = achievements.achievement(row) else { continue };
            let efficiency = lkip_core::measure::efficiency(
                achievement.outcome(),
                absorption.outcome(),
                allocation.as_ref(),
                Some(&spending),
                achievement.is_met(),
                rules,
            );
            assert_eq!(made.value(row), efficiency.value().map(|value| value.reported));
            assert_eq!(made.outcome(row).reason(), efficiency.outcome().reason().map(|reason| reason.code()));
            let band = efficiency.category().and_then(|found| found.value().map(|band| band.category().code.clone()));
            assert_eq!(made.category(row).map(|category| category.code.clone()), band);
        }
    }
}
