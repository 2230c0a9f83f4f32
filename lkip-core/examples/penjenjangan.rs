//! The cascade of a report: the tree of performance with the score, the budget and the indicators of every office, how the
//! budgets of agreements add up, what is wrong and what to do, and where one number comes from.
//!
//! `cargo run --release --example penjenjangan` takes the Kaltim 2021 report, `-- FILE` any other document. With
//! `-- --gambar` or `-- --gambar FILE` the tree is drawn: SVG that a browser shows and a word processor takes in.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use lkip_core::Language;
use lkip_core::cascade::{Cascade, Severity, cascade};
use lkip_core::evaluate::evaluate;
use lkip_core::report::Report;

const KALTIM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/reports/setda-kaltim-2021.json");
const INDONESIAN: Language = Language::Indonesian;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1).peekable();
    let draws = words.next_if(|word| word == "--gambar").is_some();
    let file = words.next().unwrap_or_else(|| KALTIM.to_owned());
    let report = Report::from_json(&std::fs::read_to_string(file)?)?;
    let cascade = cascade(&evaluate(&report, None)?);
    if draws {
        print!("{}", cascade.to_svg(None, INDONESIAN)?);
        return Ok(());
    }
    println!("{}\n\nPohon kinerja\n\n{}", report.document().title, cascade.to_text(None, INDONESIAN)?);
    for table in cascade.tables().iter().filter(|table| table.id() != "cascade_findings") {
        println!("{}", table.to_markdown(INDONESIAN));
    }
    findings(&cascade);
    // Of the first indicator that somebody promised.
    let promised = report.document().agreements.iter().flat_map(|agreement| &agreement.indicators);
    if let Some(id) = promised.filter_map(|row| row.indicator.as_ref()).next() {
        println!("\nAsal angka\n\n{}", cascade.trace(id.as_str(), None)?.to_text(INDONESIAN));
    }
    Ok(())
}

fn findings(cascade: &Cascade) {
    for severity in [Severity::Problem, Severity::Notice] {
        let mut found = cascade.findings().iter().filter(|finding| finding.code().severity() == severity).peekable();
        if found.peek().is_some() {
            println!("{}", severity.title().get(INDONESIAN));
        }
        for finding in found {
            println!("- {} [{}] {}", finding.year(), finding.code().as_str(), finding.message(INDONESIAN));
            println!("  {}", finding.advice(INDONESIAN));
            for source in finding.sources() {
                println!("  Sumber: {}", source.name);
            }
        }
    }
}
