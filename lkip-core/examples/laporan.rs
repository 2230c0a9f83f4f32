//! A whole report out of its document: the tables of its third chapter with the budget tree and what was found, one
//! explanation in full, and what the printed report says where it differs.
//!
//! `cargo run --release --example laporan` takes the Kaltim 2021 report; `-- FILE` any other document.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use lkip_core::evaluate::{Evaluation, Figure, FigureKind, Subject, evaluate};
use lkip_core::number::{Content, ReadStyle, read};
use lkip_core::report::{Document, Printed, Report, Shows};
use lkip_core::table::tables;
use lkip_core::{Errors, Language, Number, Plain, Ratio, Rounding, RuleSet};

const KALTIM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/reports/setda-kaltim-2021.json");
const INDONESIAN: Language = Language::Indonesian;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| KALTIM.to_owned());
    let report = Report::from_json(&std::fs::read_to_string(file)?)?;
    let own = report.rules().ok_or("the document names no rules")?;
    println!("{}\nPedoman: {} ({})", report.document().title, own.title.id, own.id);
    let evaluation = evaluate(&report, Some(&with_scale(own)?))?;
    for table in tables(&evaluation) {
        println!("\n{}", table.to_markdown(INDONESIAN));
    }
    explanation(&evaluation);
    let differences = differences(&evaluation);
    println!("\nYang tercetak berbeda ({} dari {}):\n", differences.len(), numbers(report.document()).count());
    for difference in differences {
        println!("  {difference}");
    }
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

/// A figure as a reader sees it; "-" where there is none.
fn shown(evaluation: &Evaluation, key: &str) -> String {
    let figure = evaluation.figure(key);
    figure
        .and_then(|figure| figure.outcome().value().map(|value| value.display(INDONESIAN)))
        .unwrap_or_else(|| "-".into())
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

/// The numbers that a report prints: neither categories nor amounts in words.
fn numbers(document: &Document) -> impl Iterator<Item = &Printed> {
    document.printed.iter().filter(|printed| printed.shows == Shows::Value)
}

/// What the report prints otherwise than its inputs give.
fn differences(evaluation: &Evaluation) -> Vec<String> {
    let document = evaluation.report().document();
    let differs = |printed: &&Printed| {
        let style = printed.style.or(document.style).map_or(ReadStyle::Detect, ReadStyle::Declared);
        let figure = evaluation.figure(&printed.figure)?;
        let number = match read(&printed.text, style).ok()?.content {
            Content::Number(number) => number,
            Content::Dash | Content::Blank => return figure.value().is_none_or(|value| value.is_zero()).then_some(()),
            _ => return None,
        };
        let mode = figure.rules().unwrap_or(evaluation.rules()).rounding.mode();
        let right = figure.exact()?.round(Rounding::new(mode, number.places()).ok()?)?;
        (Ratio::from(right) == Ratio::from(number)).then_some(())
    };
    let says = |printed: &Printed| {
        let table = printed.table.as_deref().unwrap_or("uraian");
        let text = if printed.text.is_empty() { "(kosong)" } else { &printed.text };
        let right = shown(evaluation, &printed.figure);
        let name = evaluation.figure(&printed.figure).map(|figure| evaluation.name(figure)).unwrap_or_default();
        format!("{table}: {name} ({}): tercetak {text}, seharusnya {right}", printed.figure)
    };
    numbers(document).filter(|printed| differs(printed).is_none()).map(says).collect()
}
