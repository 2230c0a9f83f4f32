//! A whole report out of its document: the tables of its third chapter with the budget tree and what was found, and one
//! explanation in full; or the audit of what it prints.
//!
//! `cargo run --release --example laporan` takes the Kaltim 2021 report, `-- FILE` any other document. With `-- --audit` or
//! `-- --audit FILE` the printed figures are audited: what is wrong, and why.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use lkip_core::audit::audit;
use lkip_core::evaluate::{Evaluation, Figure, FigureKind, Subject, evaluate};
use lkip_core::report::Report;
use lkip_core::table::tables;
use lkip_core::{Errors, Language, Number, Plain, RuleSet};

const KALTIM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/reports/setda-kaltim-2021.json");
const INDONESIAN: Language = Language::Indonesian;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1).peekable();
    let audits = words.next_if(|word| word == "--audit").is_some();
    let file = words.next().unwrap_or_else(|| KALTIM.to_owned());
    let report = Report::from_json(&std::fs::read_to_string(file)?)?;
    if audits {
        print!("{}", audit(&evaluate(&report, None)?).to_markdown(INDONESIAN));
        return Ok(());
    }
    let own = report.rules().ok_or("the document names no rules")?;
    println!("{}\nPedoman: {} ({})", report.document().title, own.title.id, own.id);
    let evaluation = evaluate(&report, Some(&with_scale(own)?))?;
    for table in tables(&evaluation) {
        println!("\n{}", table.to_markdown(INDONESIAN));
    }
    explanation(&evaluation);
    Ok(())
}

/// The rules with categories. Where a report names none a scale is lent to it for these tables, and explanations say so.
fn with_scale(own: &RuleSet) -> Result<RuleSet, Errors> {
    if own.scale.is_some() {
        return Ok(own.clone());
    }
    let lent = own.with(&Plain::Record([("scale".to_owned(), Plain::from("permendagri-86-2017"))].into()))?;
    let title = lent.scale.as_ref().map(|scale| scale.title.id.as_str()).unwrap_or_default();
    println!("Kategori: {title}; laporan ini sendiri tidak menyebut skala.");
    Ok(lent)
}

/// The first indicator that missed its target, explained in full.
fn explanation(evaluation: &Evaluation) {
    let missed = |figure: &&Figure| {
        figure.kind() == FigureKind::Achievement
            && matches!(figure.subject(), Subject::Indicator(_))
            && figure.value().is_some_and(|value| value < Number::HUNDRED)
    };
    if let Some(figure) = evaluation.figures().iter().find(missed) {
        println!("\nPenjelasan: {}\n\n{}", evaluation.name(figure), figure.explanation(INDONESIAN).tree(INDONESIAN));
    }
}
