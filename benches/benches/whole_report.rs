//! A whole report: 10,000 indicators and 100,000 budget lines, loaded, evaluated, and every figure explained.
//!
//! `cargo bench -p lkip-benches --bench whole_report` prints the times and the most memory that the process held.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a benchmark prints and may fail")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use lkip_core::Language;
use lkip_core::evaluate::evaluate;
use lkip_core::report::Report;

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

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    let took = start.elapsed();
    println!("{what:<40} {:>8.0} ms", took.as_millis());
    (made, took)
}

fn main() {
    let json = document();
    println!("{INDICATORS} indicators, {LINES} budget lines, {} MB of JSON", json.len() / 1_000_000);
    let (report, _) = timed("load and check", || Report::from_json(&json).expect("the document is sound"));
    let (evaluation, evaluated) = timed("evaluate", || evaluate(&report, None).expect("the report can be evaluated"));
    let (signs, explained) = timed("explain every figure (one line each)", || {
        evaluation
            .figures()
            .iter()
            .map(|figure| black_box(figure.explanation(Language::Indonesian)).line.len())
            .sum::<usize>()
    });
    println!("{:<40} {:>8.0} ms", "evaluate with explanations", (evaluated + explained).as_millis());
    println!(
        "{} figures, {} findings, {signs} signs of explanation",
        evaluation.figures().len(),
        evaluation.findings().len()
    );
    if let Some(megabytes) = most_memory() {
        println!("most memory held: {megabytes} MB");
    }
}
