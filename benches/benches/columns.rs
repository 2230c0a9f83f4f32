//! Columns: achievement and category of a million rows, beside what users would write instead in Rust; every answer is
//! checked against exact integers and the wrong ones are counted.
//!
//! `cargo bench -p lkip-benches --bench columns` prints nanoseconds a row (the median of the rounds) and wrong rows.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::as_conversions,
    missing_docs,
    reason = "a benchmark prints, may fail, and does what users would"
)]

use std::hint::black_box;
use std::time::Instant;

use lkip_core::batch::{Column, PercentRoom, Percentages, Polarities, Room, Single, Table};
use lkip_core::{Measurement, Number, Polarity, RuleSet, rules};
use rust_decimal::{Decimal, RoundingStrategy};

const ROWS: usize = 1_000_000;
const ROUNDS: usize = 15;
/// The bounds of the categories of the rules, in hundredths.
const BOUNDS: [i64; 3] = [8_500, 7_500, 5_500];

struct Data {
    targets: Vec<i64>,
    realizations: Vec<i64>,
    polarities: Vec<Polarity>,
}

/// Two decimal places, up to nine digits; the same in every run.
fn data() -> Data {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |end: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i64::try_from(state % end).expect("small")
    };
    let mut data = Data { targets: Vec::new(), realizations: Vec::new(), polarities: Vec::new() };
    for _ in 0..ROWS {
        let target = 1 + next(100_000_000);
        data.targets.push(target);
        data.realizations.push(next(u64::try_from(target).expect("positive") * 13 / 10 + 2));
        data.polarities.push(if next(4) == 0 { Polarity::Lower } else { Polarity::Higher });
    }
    data
}

/// The percentage cut off at two decimals, and its category, by whole numbers.
fn exactly(target: i64, realization: i64) -> (i64, u8) {
    let percent = i64::try_from(i128::from(realization) * 10_000 / i128::from(target)).expect("small");
    (percent, category(percent))
}

fn category(percent: i64) -> u8 {
    BOUNDS.iter().fold(1, |rank, bound| rank + u8::from(percent < *bound))
}

/// What is measured: it may put what it made into the list, a percentage and a category for each row.
type Run<'a> = &'a mut dyn FnMut(&Data, &mut Vec<(i64, u8)>);

/// The median of several rounds, in nanoseconds a row; and how many rows are wrong.
fn measured(name: &str, data: &Data, run: Run<'_>, checked: bool) -> f64 {
    let mut times: Vec<f64> = Vec::new();
    let mut made: Vec<(i64, u8)> = Vec::new();
    for _ in 0..ROUNDS {
        made.clear();
        let begin = Instant::now();
        run(black_box(data), &mut made);
        times.push(begin.elapsed().as_secs_f64() * 1e9 / ROWS as f64);
    }
    times.sort_by(f64::total_cmp);
    let median = times.get(ROUNDS / 2).copied().unwrap_or_default();
    let wrong = data
        .targets
        .iter()
        .zip(&data.realizations)
        .zip(&made)
        .filter(|((target, realization), made)| exactly(**target, **realization) != **made)
        .count();
    let wrong = if checked { wrong.to_string() } else { "-".to_owned() };
    println!("{name:<44} {median:>8.2} ns/row {wrong:>8} wrong");
    median
}

fn columns<'a>(data: &'a Data, rules: &'a RuleSet, polarities: Polarities<'a>) -> Percentages<'a> {
    let table = Table::new(Column::new(&data.targets, 2), Column::new(&data.realizations, 2));
    table.polarities(polarities).achievements(rules).expect("columns of one length")
}

fn main() {
    let data = data();
    let rules = rules::rule_set("bkd-ntt-2021").expect("a rule set of the catalogue");
    // What is made is taken out of the columns once, outside of the time.
    let mut last = None;
    let ours =
        measured("lkip, columns", &data, &mut |_, _| last = Some(columns(&data, &rules, Polarities::default())), false);
    let made = last.take().expect("a round");
    let wrong = (0..ROWS)
        .filter(|row| {
            let (target, realization) = (data.targets.get(*row), data.realizations.get(*row));
            let (Some(target), Some(realization)) = (target, realization) else { return true };
            let ours = (made.percents().get(*row).copied(), made.categories().get(*row).copied());
            let (percent, category) = exactly(*target, *realization);
            ours != (Some(percent), Some(u16::from(category)))
        })
        .count();
    println!("{:<44} {:>8} {wrong:>15} wrong", "  checked against whole numbers", "");
    let (mut percents, mut categories, mut outcomes) = (vec![0; ROWS], vec![0; ROWS], vec![0; ROWS]);
    measured(
        "lkip, columns that are there",
        &data,
        &mut |data, _| {
            let table = Table::new(Column::new(&data.targets, 2), Column::new(&data.realizations, 2));
            let percents = PercentRoom::Small(&mut percents);
            let room = Room { percents, categories: &mut categories, outcomes: &mut outcomes };
            table.achievements_into(&rules, room).expect("columns of one length");
        },
        false,
    );
    measured(
        "lkip, columns, two polarities",
        &data,
        &mut |data, _| {
            black_box(columns(data, &rules, Polarities::Each(&data.polarities)));
        },
        false,
    );
    measured(
        "f64 by hand (inexact)",
        &data,
        &mut |data, made| {
            made.extend(data.targets.iter().zip(&data.realizations).map(|(target, realization)| {
                let percent =
                    ((*realization as f64 / 100.0) / (*target as f64 / 100.0) * 100.0 * 100.0).trunc() / 100.0;
                let rank = [85.0, 75.0, 55.0].iter().fold(1, |rank, bound| rank + u8::from(percent < *bound));
                ((percent * 100.0).round() as i64, rank)
            }));
        },
        true,
    );
    let decimals: Vec<(Decimal, Decimal)> =
        data.targets.iter().zip(&data.realizations).map(|(t, r)| (Decimal::new(*t, 2), Decimal::new(*r, 2))).collect();
    let by_hand = measured(
        "rust_decimal by hand",
        &data,
        &mut |_, made| {
            made.extend(decimals.iter().map(|(target, realization)| {
                let percent =
                    (realization / target * Decimal::ONE_HUNDRED).round_dp_with_strategy(2, RoundingStrategy::ToZero);
                let hundredths = i64::try_from((percent * Decimal::ONE_HUNDRED).mantissa()).unwrap_or(0);
                let scale = (percent * Decimal::ONE_HUNDRED).scale();
                let hundredths = hundredths / 10_i64.pow(scale);
                (hundredths, category(hundredths))
            }));
        },
        true,
    );
    let numbers: Vec<(Number, Number)> = decimals
        .iter()
        .filter_map(|(target, realization)| {
            Some((Number::try_from(*target).ok()?, Number::try_from(*realization).ok()?))
        })
        .collect();
    measured(
        "lkip, one by one",
        &data,
        &mut |_, made| {
            made.extend(numbers.iter().map(|(target, realization)| {
                let achievement = Measurement::new(*target, *realization).achievement(&rules);
                let rank = achievement.category().value().map_or(0, |band| u8::try_from(band.rank()).unwrap_or(0));
                let percent = achievement.percent().map_or(0, |percent| {
                    let decimal = percent.to_decimal();
                    i64::try_from(decimal.mantissa()).unwrap_or(0) * 10_i64.pow(2 - decimal.scale())
                });
                (percent, rank)
            }));
        },
        true,
    );
    let single = Single::new(&rules);
    measured(
        "lkip, single, Decimal to Decimal",
        &data,
        &mut |_, _| {
            for (target, realization) in &decimals {
                let (Ok(target), Ok(realization)) = (Number::try_from(*target), Number::try_from(*realization)) else {
                    continue;
                };
                let achievement = single.achievement(target, realization, Polarity::Higher);
                let _ = black_box((achievement.percent.map(Number::to_decimal), achievement.category));
            }
        },
        false,
    );
    println!("columns are {:.0} times as fast as rust_decimal by hand", by_hand / ours);
    assert_eq!(wrong, 0, "columns are exact");
}
