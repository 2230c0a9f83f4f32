//! lkip in Rust beside what users would write instead, on the data that all languages measure.
//!
//! Part of `benches/run`, which builds it with and without wide vectors and threads. Each measurement is a line of JSON: what
//! it is part of, who, the median in nanoseconds of one row (or what the part says), and how many answers are
//! wrong. `--rows N` says how many rows, `--write FILE` writes the data, `--check` measures no time.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::as_conversions,
    missing_docs,
    reason = "a benchmark prints, may fail, and does what users would"
)]

use std::fs::File;
use std::hint::black_box;
use std::io::BufWriter;
use std::time::Instant;

use lkip_benches::{Data, ROWS_OF_A_GROUP};
use lkip_core::audit::audit;
use lkip_core::batch::{Column, Groups, PercentRoom, Room, Single, Table, roll_up};
use lkip_core::evaluate::evaluate;
use lkip_core::number::{Form, ReadStyle, Style, read, write};
use lkip_core::report::Report;
use lkip_core::{Measurement, Number, Plain, Polarity, RuleSet, rules};
use rust_decimal::{Decimal, RoundingStrategy};

const KALTIM: &str = include_str!("../../tests/reports/setda-kaltim-2021.json");
/// How many of each level of a budget make one of the level above.
const OF_A_LEVEL: usize = 10;
const LEVELS: usize = 5;

/// How much is measured.
struct Size {
    rows: usize,
    rounds: usize,
    is_check: bool,
}

/// Runs something several times and tells the median; `check` counts what is wrong in what was made last.
fn tell<T>(size: &Size, part: &str, who: &str, items: usize, run: impl FnMut() -> T, check: impl Fn(&T) -> usize) {
    tell_all(size, part, who, items, run, |made| check(made).to_string());
}

/// The same where `check` says what is wrong, or `null` where nothing is known that would say it.
fn tell_all<T>(
    size: &Size,
    part: &str,
    who: &str,
    items: usize,
    mut run: impl FnMut() -> T,
    check: impl Fn(&T) -> String,
) {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..size.rounds {
        // What was made before is cleaned up outside of the time.
        drop(last.take());
        let begin = Instant::now();
        last = Some(black_box(run()));
        times.push(begin.elapsed().as_secs_f64() * 1e9 / items as f64);
    }
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let wrong = last.as_ref().map_or_else(|| "null".to_owned(), check);
    let time = if size.is_check { "null".to_owned() } else { format!("{median:.3}") };
    println!(r#"{{"part":"{part}","who":"{who}","ns":{time},"wrong":{wrong},"of":{items}}}"#);
}

/// So many answers of a loop stay in the nearest cache.
const BLOCK: usize = 1_000;

/// The same for one call after the other, as a program makes them that uses each answer at once: no more of them are kept than
/// stay in the cache. All are checked before.
fn tell_each<I, T>(
    size: &Size,
    part: &str,
    who: &str,
    inputs: &[I],
    answer: impl Fn(&I) -> T,
    check: impl Fn(&[T]) -> usize,
) {
    let wrong = check(&inputs.iter().map(&answer).collect::<Vec<_>>());
    let mut room = Vec::with_capacity(BLOCK);
    let run = || {
        for block in inputs.chunks(BLOCK) {
            room.clear();
            room.extend(block.iter().map(&answer));
            black_box(&room);
        }
    };
    tell(size, part, who, inputs.len(), run, |()| wrong);
}

fn differ<T: PartialEq>(found: &[T], right: &[T]) -> usize {
    found.iter().zip(right).filter(|(found, right)| found != right).count() + found.len().abs_diff(right.len())
}

/// Percentages and categories beside the right ones.
fn wrong_rows(data: &Data, made: &[(i64, u8)]) -> usize {
    let right: Vec<(i64, u8)> = data.percents.iter().copied().zip(data.categories.iter().copied()).collect();
    differ(made, &right)
}

fn table(data: &Data) -> Table<'_> {
    Table::new(Column::new(&data.targets, 2), Column::new(&data.realizations, 2))
}

/// Columns with the vectors and threads that this is built with.
fn columns(size: &Size, data: &Data, rules: &RuleSet, part: &str, who: &str) {
    let rows = size.rows;
    let (mut percents, mut categories, mut outcomes) = (vec![0; rows], vec![0; rows], vec![0; rows]);
    let mut run = || {
        let room =
            Room { percents: PercentRoom::Small(&mut percents), categories: &mut categories, outcomes: &mut outcomes };
        table(data).achievements_into(rules, room).expect("columns of one length")
    };
    tell(size, part, who, rows, &mut run, |_| 0);
    let wrong = percents.iter().zip(&categories).zip(data.percents.iter().zip(&data.categories));
    let wrong = wrong.filter(|((p, c), (right, rank))| p != right || **c != u16::from(**rank)).count();
    assert_eq!(wrong, 0, "columns are exact");
}

/// The same percentages of numbers of up to fourteen digits, as amounts in rupiah are: those of nine have a shorter way.
fn longer(data: &Data) -> Data {
    let longer = |column: &[i64]| column.iter().map(|digits| digits * 100_003).collect();
    Data { targets: longer(&data.targets), realizations: longer(&data.realizations), ..data.clone() }
}

fn by_float(target: f64, realization: f64) -> (i64, u8) {
    let percent = (realization / target * 100.0 * 100.0).trunc() / 100.0;
    let rank = [85.0, 75.0, 55.0].iter().fold(1, |rank, bound| rank + u8::from(percent < *bound));
    ((percent * 100.0).round() as i64, rank)
}

fn by_decimal(target: Decimal, realization: Decimal) -> Decimal {
    (realization / target * Decimal::ONE_HUNDRED).round_dp_with_strategy(2, RoundingStrategy::ToZero)
}

fn hundredths(decimal: Decimal) -> i64 {
    let mut decimal = decimal;
    decimal.rescale(2);
    i64::try_from(decimal.mantissa()).unwrap_or_default()
}

fn peers(size: &Size, data: &Data, rules: &RuleSet) {
    let rows = size.rows;
    let pairs = || data.targets.iter().zip(&data.realizations);
    let floats: Vec<(f64, f64)> = pairs().map(|(t, r)| (*t as f64 / 100.0, *r as f64 / 100.0)).collect();
    let made = || floats.iter().map(|(t, r)| by_float(*t, *r)).collect::<Vec<_>>();
    tell(size, "columns", "f64 by hand", rows, made, |made| wrong_rows(data, made));
    let decimals: Vec<(Decimal, Decimal)> = pairs().map(|(t, r)| (Decimal::new(*t, 2), Decimal::new(*r, 2))).collect();
    let made = || {
        let of = |(t, r): &(Decimal, Decimal)| {
            let percent = by_decimal(*t, *r);
            let bounds = [85, 75, 55].map(|bound| Decimal::new(bound, 0));
            (percent, bounds.iter().fold(1, |rank, bound| rank + u8::from(percent < *bound)))
        };
        decimals.iter().map(of).collect::<Vec<_>>()
    };
    tell(size, "columns", "rust_decimal by hand", rows, made, |made| {
        wrong_rows(data, &made.iter().map(|(percent, rank)| (hundredths(*percent), *rank)).collect::<Vec<_>>())
    });
    let single = Single::new(rules);
    let number = |decimal: Decimal| Number::try_from(decimal).expect("a number of few digits");
    let one = |(t, r): &(Decimal, Decimal)| {
        let made = single.achievement(number(*t), number(*r), Polarity::Higher);
        (made.percent().map(Number::to_decimal), made.category().map(|category| category.code.as_str()))
    };
    tell_each(size, "one by one", "lkip, Decimal to Decimal and category", &decimals, one, |made| {
        let codes = rules.scale.as_ref().map(|scale| scale.categories.as_slice()).unwrap_or_default();
        let right = data.percents.iter().zip(&data.categories).map(|(percent, rank)| {
            (Some(*percent), codes.get(usize::from(*rank) - 1).map(|category| category.code.as_str()))
        });
        made.iter().zip(right).filter(|((percent, code), right)| (percent.map(hundredths), *code) != *right).count()
    });
    let made = || {
        let of = |(t, r): &(Decimal, Decimal)| Measurement::new(number(*t), number(*r)).achievement(rules);
        decimals.iter().take(rows / 10).map(of).collect::<Vec<_>>()
    };
    tell(size, "one by one", "lkip, with all that explains it", rows / 10, made, |made| {
        let percents = made.iter().zip(&data.percents);
        percents.filter(|(made, right)| made.percent().map(|p| hundredths(p.to_decimal())) != Some(**right)).count()
    });
    let one = |(t, r): &(Decimal, Decimal)| by_decimal(*t, *r);
    tell_each(size, "one by one", "rust_decimal by hand", &decimals, one, |made| {
        differ(&made.iter().map(|percent| hundredths(*percent)).collect::<Vec<_>>(), &data.percents)
    });
}

fn groups(size: &Size, data: &Data, rules: &RuleSet) {
    let (rows, many) = (size.rows, data.means.len());
    let ends: Vec<usize> = (1..=many).map(|group| (group * ROWS_OF_A_GROUP).min(rows)).collect();
    let (mut percents, mut categories, mut outcomes) = (vec![0; rows], vec![0; rows], vec![0; rows]);
    let run = || {
        let room =
            Room { percents: PercentRoom::Small(&mut percents), categories: &mut categories, outcomes: &mut outcomes };
        table(data)
            .averages_into(rules, Groups::Ends(&ends), room)
            .expect("every row is in a group")
            .percents()
            .to_vec()
    };
    tell(size, "percent, category and mean of groups", "lkip", rows, run, |means| differ(means, &data.means));
    let floats: Vec<(f64, f64)> =
        data.targets.iter().zip(&data.realizations).map(|(t, r)| (*t as f64 / 100.0, *r as f64 / 100.0)).collect();
    let run = || {
        let mean = |group: &[(f64, f64)]| {
            let sum: f64 = group.iter().map(|(t, r)| by_float(*t, *r).0 as f64 / 100.0).sum();
            ((sum / group.len() as f64 * 100.0).trunc()) as i64
        };
        floats.chunks(ROWS_OF_A_GROUP).map(mean).collect::<Vec<_>>()
    };
    tell(size, "percent, category and mean of groups", "f64 by hand", rows, run, |means| differ(means, &data.means));
    let decimals: Vec<(Decimal, Decimal)> =
        data.targets.iter().zip(&data.realizations).map(|(t, r)| (Decimal::new(*t, 2), Decimal::new(*r, 2))).collect();
    let run = || {
        let mean = |group: &[(Decimal, Decimal)]| {
            let sum: Decimal = group.iter().map(|(t, r)| by_decimal(*t, *r)).sum();
            let mean = sum / Decimal::from(group.len());
            hundredths(mean.round_dp_with_strategy(2, RoundingStrategy::ToZero))
        };
        decimals.chunks(ROWS_OF_A_GROUP).map(mean).collect::<Vec<_>>()
    };
    tell(size, "percent, category and mean of groups", "rust_decimal by hand", rows, run, |means| {
        differ(means, &data.means)
    });
}

/// A budget of five levels: where the groups of each end, and its sums.
fn budget(leaves: &[i64]) -> (Vec<Vec<usize>>, Vec<Vec<i128>>) {
    let (mut levels, mut right): (Vec<Vec<usize>>, Vec<Vec<i128>>) = (Vec::new(), Vec::new());
    let mut below: Vec<i128> = leaves.iter().copied().map(i128::from).collect();
    for _ in 0..LEVELS {
        let sums: Vec<i128> = below.chunks(OF_A_LEVEL).map(|group| group.iter().sum()).collect();
        levels.push((1..=sums.len()).map(|group| (group * OF_A_LEVEL).min(below.len())).collect());
        right.push(sums.clone());
        below = sums;
    }
    (levels, right)
}

/// Such a budget added up by lkip.
fn tree(size: &Size, data: &Data, who: &str) {
    let leaves = &data.realizations;
    let (levels, right) = budget(leaves);
    let ends: Vec<&[usize]> = levels.iter().map(Vec::as_slice).collect();
    let run = || roll_up(&Column::new(leaves, 2), &ends).expect("groups end in order");
    tell(size, "sums up a tree of five levels", who, leaves.len(), run, |made| {
        made.iter().zip(&right).map(|(made, right)| differ(made.digits(), right)).sum()
    });
}

/// The same by what users would write.
fn tree_by_decimal(size: &Size, data: &Data) {
    let leaves = &data.realizations;
    let (_, right) = budget(leaves);
    let decimals: Vec<Decimal> = leaves.iter().map(|leaf| Decimal::new(*leaf, 2)).collect();
    let run = || {
        let mut made: Vec<Vec<Decimal>> = Vec::new();
        for _ in 0..LEVELS {
            let below = made.last().unwrap_or(&decimals);
            made.push(below.chunks(OF_A_LEVEL).map(|group| group.iter().sum()).collect());
        }
        made
    };
    tell(size, "sums up a tree of five levels", "rust_decimal by hand", leaves.len(), run, |made| {
        let digits = |level: &Vec<Decimal>| level.iter().map(|sum| i128::from(hundredths(*sum))).collect::<Vec<_>>();
        made.iter().zip(&right).map(|(made, right)| differ(&digits(made), right)).sum()
    });
}

fn numbers(size: &Size, data: &Data) {
    let many = size.rows / 10;
    let decimals: Vec<Decimal> = data.targets.iter().take(many).map(|target| Decimal::new(*target, 2)).collect();
    let canonical: Vec<String> = decimals.iter().map(ToString::to_string).collect();
    let written: Vec<Number> = decimals.iter().filter_map(|decimal| Number::try_from(*decimal).ok()).collect();
    let table: Vec<String> = written.iter().map(|number| write(*number, Style::Indonesian, Form::Rupiah)).collect();
    let parsed = || canonical.iter().filter_map(|text| text.parse::<Number>().ok()).collect::<Vec<_>>();
    tell(size, "numbers read", "lkip, canonical text", many, parsed, |made| differ(made, &written));
    let read_all = || {
        let reading = |text: &String| read(text, ReadStyle::Declared(Style::Indonesian)).ok()?.number(text).ok();
        table.iter().filter_map(reading).collect::<Vec<_>>()
    };
    tell(size, "numbers read", "lkip, Rp as in a table", many, read_all, |made| differ(made, &written));
    let parsed = || canonical.iter().filter_map(|text| Decimal::from_str_exact(text).ok()).collect::<Vec<_>>();
    tell(size, "numbers read", "rust_decimal, canonical text", many, parsed, |made| differ(made, &decimals));
    let made = || written.iter().map(|number| write(*number, Style::Indonesian, Form::Number)).collect::<Vec<_>>();
    tell(size, "numbers written", "lkip, 1.234,56", many, made, |made| {
        let back = |text: &String| text.replace('.', "").replace(',', ".");
        differ(&made.iter().map(back).collect::<Vec<_>>(), &canonical)
    });
    let made = || decimals.iter().map(ToString::to_string).collect::<Vec<_>>();
    tell(size, "numbers written", "rust_decimal, 1234.56", many, made, |made| differ(made, &canonical));
}

/// The most memory that this process ever had, in bytes; nothing where the system does not tell.
fn most_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

/// What columns need beside themselves: bytes of a row.
fn memory(size: &Size, rules: &RuleSet) {
    let data = Data::new(size.rows * 10);
    let rows = data.targets.len();
    let (mut percents, mut categories, mut outcomes) = (vec![1; rows], vec![1; rows], vec![1; rows]);
    let Some(before) = most_memory() else { return };
    let room =
        Room { percents: PercentRoom::Small(&mut percents), categories: &mut categories, outcomes: &mut outcomes };
    let large = table(&data).achievements_into(rules, room).expect("columns of one length");
    let more = most_memory().map_or(0, |after| after - before);
    let wrong = differ(&percents, &data.percents) + large.len();
    let bytes = if size.is_check { "null".to_owned() } else { format!("{:.3}", more as f64 / rows as f64) };
    let part = "memory beside 27 bytes of columns, bytes of a row";
    println!(r#"{{"part":"{part}","who":"lkip, ten times the rows","ns":{bytes},"wrong":{wrong},"of":{rows}}}"#);
}

/// Times in microseconds of a report. Its figures are checked by the tests, not here.
fn report(size: &Size) {
    let report = Report::from_json(KALTIM).expect("the document is sound");
    let run = || evaluate(&report, None).expect("the report can be evaluated");
    let unchecked = |_: &_| "null".to_owned();
    tell_all(size, "report of Kaltim, µs", "lkip, evaluated", 1_000, run, unchecked);
    let evaluation = evaluate(&report, None).expect("the report can be evaluated");
    let unchecked = |_: &_| "null".to_owned();
    tell_all(size, "report of Kaltim, µs", "lkip, audited", 1_000, || audit(&evaluation), unchecked);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let is_check = arguments.iter().any(|argument| argument == "--check");
    let rows = after("--rows").map_or(1_000_000, |rows| rows.parse().expect("a number of rows"));
    let size = Size { rows, rounds: if is_check { 1 } else { 11 }, is_check };
    let data = Data::new(rows);
    if let Some(file) = after("--write") {
        let mut file = BufWriter::new(File::create(file).expect("a file that can be written"));
        data.write(&mut file).expect("room for the data");
    }
    let changes = Plain::from_json(r#"{"average": {"of": "reported"}}"#).expect("replaced rules");
    let rules = rules::rule_set("bkd-ntt-2021").expect("a rule set of the catalogue");
    let rules = rules.with(&changes).expect("rules that go together");
    #[cfg(feature = "rayon")]
    {
        let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool(1).install(|| columns(&size, &data, &rules, "columns", "lkip, one thread of two"));
        pool(2).install(|| columns(&size, &data, &rules, "columns", "lkip, two threads"));
        pool(2).install(|| tree(&size, &data, "lkip, two threads"));
    }
    if !cfg!(feature = "rayon") {
        let who = match (cfg!(feature = "avx512"), cfg!(feature = "avx2")) {
            (true, _) => "lkip",
            (_, true) => "lkip, without AVX-512",
            _ => "lkip, without AVX2",
        };
        columns(&size, &data, &rules, "columns", who);
        columns(&size, &longer(&data), &rules, "columns of fourteen digits", who);
    }
    // The others are the same in every build.
    if cfg!(all(feature = "avx512", not(feature = "rayon"))) {
        // First, while this process has needed no more than the data.
        memory(&size, &rules);
        peers(&size, &data, &rules);
        groups(&size, &data, &rules);
        tree(&size, &data, "lkip");
        tree_by_decimal(&size, &data);
        numbers(&size, &data);
        report(&size);
    }
}
