//! A whole report: 10,000 indicators and 100,000 budget lines, loaded, evaluated, and every figure explained.
//!
//! `cargo bench -p lkip-benches --bench whole_report` prints the times and the most memory that the process held, and
//! fails where they are above their limits.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a benchmark prints and may fail")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use lkip_core::evaluate::{Evaluation, evaluate};
use lkip_core::report::Report;
use lkip_core::{Language, Ratio};

const OBJECTIVES: usize = 100;
const INDICATORS: usize = 10_000;
const PROGRAMS: usize = 1_000;
const LINES: usize = 100_000;

/// The document of a large institution, as its service would store it.
fn document() -> String {
    let mut json = String::from(
        r#"{"schema": "lkip/1", "title": "Besar", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021""#,
    );
    json.push_str(r#", "objectives": ["#);
    for n in 0..OBJECTIVES {
        let comma = if n == 0 { "" } else { "," };
        write!(json, r#"{comma}{{"id": "s{n}", "name": "Sasaran {n}"}}"#).expect("a text grows");
    }
    json.push_str(r#"], "indicators": ["#);
    for n in 0..INDICATORS {
        let (comma, objective) = (if n == 0 { "" } else { "," }, n % OBJECTIVES);
        let (target, realization) = (60 + n % 41, 50 + n % 47);
        write!(
            json,
            r#"{comma}{{"id": "i{n}", "name": "Indikator {n}", "objective": "s{objective}", "unit": "%", "target": "{target},5", "realization": "{realization},25", "previous": [{{"year": 2020, "target": "{target}", "realization": "{realization}"}}], "renstra": [{{"year": 2023, "target": "99"}}]}}"#
        )
        .expect("a text grows");
    }
    json.push_str(r#"], "budget": ["#);
    for n in 0..LINES {
        let comma = if n == 0 { "" } else { "," };
        if n < PROGRAMS {
            let objective = n % OBJECTIVES;
            write!(json, r#"{comma}{{"id": "b{n}", "level": "program", "name": "Program {n}", "objective": "s{objective}"}}"#)
        } else {
            let parent = n % PROGRAMS;
            write!(
                json,
                r#"{comma}{{"id": "b{n}", "parent": "b{parent}", "level": "subactivity", "name": "Sub kegiatan {n}", "allocation": "1.{:03}.{:03},50", "spending": "{:03}.{:03}"}}"#,
                n % 1000,
                n / 101 % 1000,
                100 + n % 900,
                n % 1000
            )
        }
        .expect("a text grows");
    }
    json.push_str("]}");
    json
}

/// The most memory that this process held, in megabytes, where the system tells it.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

/// Evaluation and the line of every figure: an official who changes a number waits for it, and after a second no
/// longer believes that anything happens.
const MOST_TIME: Duration = Duration::from_secs(1);
/// What the smallest rented machines leave to one program.
const MOST_MEMORY: u64 = 500;
/// How often it is timed. The fastest counts: what else the machine does is no property of what is measured.
const ROUNDS: usize = 5;
/// Quotients without a divisor in common: their sum has thousands of digits.
const QUOTIENTS: i32 = 5_000;

/// The time that the processor gave to this thread, where the system tells it: on a busy machine the time of day says
/// more about the others.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> (T, Duration) {
    let (start, before) = (Instant::now(), on_processor());
    let made = work();
    let took = match (before, on_processor()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed(),
    };
    println!("{what:<44} {:>8} ms", took.as_millis());
    (made, took)
}

fn lines(evaluation: &Evaluation) -> usize {
    evaluation.figures().iter().map(|figure| black_box(figure.line(Language::Indonesian)).len()).sum()
}

fn trees(evaluation: &Evaluation) -> usize {
    evaluation.figures().iter().map(|figure| black_box(figure.explanation(Language::Indonesian)).children.len()).sum()
}

fn unlike_quotients() -> Ratio {
    let quotient = |n: i32| (Ratio::from(n) / Ratio::from(100_003 + 2 * n)).expect("the divisor is above zero");
    Ratio::sum((1..=QUOTIENTS).map(quotient).collect())
}

fn main() -> ExitCode {
    let json = document();
    println!("{INDICATORS} indicators, {LINES} budget lines, {} MB of JSON", json.len() / 1_000_000);
    let (report, _) = timed("load and check", || Report::from_json(&json).expect("the document is sound"));
    let mut fastest = Duration::MAX;
    let mut memory = None;
    for round in 0..ROUNDS {
        let (evaluation, evaluated) =
            timed("evaluate", || evaluate(&report, None).expect("the report can be evaluated"));
        let (signs, explained) = timed("explain every figure (one line each)", || lines(&evaluation));
        fastest = fastest.min(evaluated + explained);
        if round > 0 {
            continue;
        }
        // What follows is not limited: nobody asks for it of all figures at once.
        memory = most_memory();
        let (figures, findings) = (evaluation.figures().len(), evaluation.findings().len());
        println!("{figures} figures, {findings} findings, {signs} signs of explanation");
        timed("find the first figure by its key", || evaluation.figure("report.average").is_some());
        timed("find every figure by its key", || {
            evaluation.figures().iter().all(|figure| evaluation.figure(figure.key()).is_some())
        });
        timed("explain every figure (whole trees)", || trees(&evaluation));
    }
    timed("add up unlike quotients", unlike_quotients);
    let in_time = held("evaluate with explanations, the fastest", fastest.as_millis(), MOST_TIME.as_millis(), "ms");
    let in_memory = memory.is_none_or(|most| held("most memory held", most.into(), MOST_MEMORY.into(), "MB"));
    if in_time && in_memory { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints a measure beside its limit; whether it holds.
fn held(what: &str, measured: u128, limit: u128, unit: &str) -> bool {
    let verdict = if measured < limit { "within" } else { "ABOVE" };
    println!("{what:<44} {measured:>8} {unit} ({verdict} {limit} {unit})");
    measured < limit
}
