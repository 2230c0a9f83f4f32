//! The audit of a report: the published one of Kaltim, and one of 10,000 printed figures, one in fifty of them wrong.
//!
//! `cargo bench -p lkip-benches --bench audit` prints the times and fails where they are above their limits.
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs, reason = "a benchmark prints and may fail")]

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use lkip_core::audit::{Audit, audit};
use lkip_core::evaluate::{Evaluation, evaluate};
use lkip_core::report::Report;

const KALTIM: &str = include_str!("../../tests/reports/setda-kaltim-2021.json");
/// A person who checks a report waits for neither: a page is redrawn, a province is read.
const MOST_FOR_ONE: Duration = Duration::from_millis(100);
const MOST_FOR_MANY: Duration = Duration::from_secs(5);
const PRINTED: usize = 10_000;
/// Every so many figures one has a digit that is wrong.
const WRONG: usize = 50;
const ROUNDS: usize = 3;

/// Indicators under their objectives, each with its achievement printed.
fn document() -> String {
    let mut json = String::from(
        r#"{"schema": "lkip/1", "title": "Besar", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021", "objectives": ["#,
    );
    for n in 0..100 {
        let comma = if n == 0 { "" } else { "," };
        write!(json, r#"{comma}{{"id": "s{n}", "name": "Sasaran {n}"}}"#).expect("a text grows");
    }
    json.push_str(r#"], "indicators": ["#);
    let measured = |n: usize| (600 + n % 401, 500 + n * 7 % 499);
    for n in 0..PRINTED {
        let (comma, objective, (target, realization)) = (if n == 0 { "" } else { "," }, n % 100, measured(n));
        write!(
            json,
            r#"{comma}{{"id": "i{n}", "name": "Indikator {n}", "objective": "s{objective}", "target": "{target}", "realization": "{realization}"}}"#
        )
        .expect("a text grows");
    }
    json.push_str(r#"], "printed": ["#);
    for n in 0..PRINTED {
        let (comma, (target, realization)) = (if n == 0 { "" } else { "," }, measured(n));
        // Hundredths of a percent, rounded half up.
        let right = (realization * 20_000 + target) / (2 * target);
        let shown = if n % WRONG == 0 { right + 30 } else { right };
        let (whole, places) = (shown / 100, shown % 100);
        write!(
            json,
            r#"{comma}{{"figure": "indicators.i{n}.achievement", "text": "{whole},{places:02}", "table": "Tabel {}", "column": "%"}}"#,
            n / 100
        )
        .expect("a text grows");
    }
    json.push_str("]}");
    json
}

fn evaluated(json: &str) -> Evaluation {
    evaluate(&Report::from_json(json).expect("the document is sound"), None).expect("the report can be evaluated")
}

/// The fastest of several audits, beside its limit; whether it holds.
fn held(what: &str, evaluation: &Evaluation, limit: Duration) -> (Audit, bool) {
    let mut fastest = Duration::MAX;
    let mut made = audit(evaluation);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        made = audit(evaluation);
        fastest = fastest.min(start.elapsed());
    }
    let verdict = if fastest < limit { "within" } else { "ABOVE" };
    println!("{what:<44} {:>8} ms ({verdict} {} ms)", fastest.as_millis(), limit.as_millis());
    (made, fastest < limit)
}

fn main() -> ExitCode {
    let (kaltim, one) = held("audit of the Kaltim report", &evaluated(KALTIM), MOST_FOR_ONE);
    println!("{} printed figures, {} findings", kaltim.entries().count(), kaltim.findings().len());
    let (large, many) = held("audit of 10,000 printed figures", &evaluated(&document()), MOST_FOR_MANY);
    println!("{} printed figures, {} findings", large.entries().count(), large.findings().len());
    let all_found = large.findings().len() == PRINTED / WRONG;
    if one && many && all_found { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
