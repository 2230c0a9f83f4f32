//! Prints the cascade of reports.
#![allow(clippy::all)]
use lkip_core::{Language, cascade::cascade, evaluate::evaluate, report::Report};
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let report = match Report::from_json(&text) { Ok(r) => r, Err(e) => { println!("{e:?}"); continue } };
        let evaluation = evaluate(&report, None).unwrap();
        let cascade = cascade(&evaluation);
        println!("== {path}");
        for f in cascade.findings() {
            println!("[{}] {} {}\n    {:?}", f.code().as_str(), f.year(), f.message(Language::Indonesian), f.places());
        }
        for b in cascade.budgets() { println!("{} {} {} agrees {} diff {:?} required {:?} lines {:?}", b.year, b.agreement, b.programs.len(), b.agrees(), b.difference.as_ref().map(|d| d.expand(2).digits().to_owned()), b.required.as_ref().map(|d| d.expand(2).digits().to_owned()), b.missing_lines.as_ref().map(|d| d.expand(2).digits().to_owned())); }
        for r in cascade.revisions() { for c in &r.changes { println!("{} {} {:?}", r.office.name, r.after, c); } }
        for f in evaluation.figures() { if f.key().ends_with(".score") || f.key().contains("rolled_up") || f.key().starts_with("offices.") && f.key().ends_with("efficiency") || f.key().contains(".own.") { println!("{} {}", f.key(), f.line(Language::Indonesian)); } }
    }
}
