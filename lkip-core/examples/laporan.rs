//! A whole report out of its document: achievements by objective, comparisons, efficiency, the budget tree, one
//! explanation in full, and what the printed report says where it differs.
//!
//! `cargo run --release --example laporan` takes the Kaltim 2021 report; `-- FILE` any other document.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use lkip_core::evaluate::{Evaluation, Figure, FigureKind, Subject, evaluate};
use lkip_core::number::{Content, ReadStyle, read};
use lkip_core::report::{BudgetLine, Printed, Report};
use lkip_core::{Language, Number, Ratio, Rounding};

const KALTIM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/reports/setda-kaltim-2021.json");
const INDONESIAN: Language = Language::Indonesian;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| KALTIM.to_owned());
    let report = Report::from_json(&std::fs::read_to_string(file)?)?;
    let evaluation = evaluate(&report, None)?;
    println!("{}\nPedoman: {} ({})", report.document().title, evaluation.rules().title.id, evaluation.rules().id);
    achievements(&evaluation);
    comparisons(&evaluation);
    efficiency(&evaluation);
    budget(&evaluation);
    explanation(&evaluation);
    println!("\nTemuan ({}):\n", evaluation.findings().len());
    for finding in evaluation.findings() {
        println!("  {}: {}", finding.figure(), finding.message(INDONESIAN));
    }
    let differences = differences(&evaluation);
    println!("\nYang tercetak berbeda ({} dari {}):\n", differences.len(), report.document().printed.len());
    for difference in differences {
        println!("  {difference}");
    }
    Ok(())
}

/// A figure as a reader sees it; "-" where there is none.
fn shown(evaluation: &Evaluation, key: &str) -> String {
    let figure = evaluation.figure(key);
    figure
        .and_then(|figure| figure.outcome().value().map(|value| value.display(INDONESIAN)))
        .unwrap_or_else(|| "-".into())
}

fn heading(title: &str, columns: [&str; 4]) {
    println!("\n{title}\n");
    row("", columns);
    println!("{}", "─".repeat(140));
}

fn row(name: &str, cells: [&str; 4]) {
    let short: String =
        if name.chars().count() > 62 { name.chars().take(60).chain(" …".chars()).collect() } else { name.into() };
    let [a, b, c, d] = cells;
    println!("{short:<62} {a:>19} {b:>19} {c:>19} {d:>17}");
}

fn achievements(evaluation: &Evaluation) {
    heading("Target, realisasi dan capaian", ["Target", "Realisasi", "Capaian", "Dihitung"]);
    let document = evaluation.report().document();
    for objective in &document.objectives {
        let key = format!("objectives.{}.average", objective.id);
        let coverage = evaluation.figure(&key).and_then(Figure::coverage);
        let counted = coverage.map(|c| format!("{} dari {}", c.used, c.total)).unwrap_or_default();
        row(&objective.name, ["", "", &shown(evaluation, &key), &counted]);
        for indicator in document.indicators.iter().filter(|i| i.objective.as_ref() == Some(&objective.id)) {
            let of = |figure: &str| shown(evaluation, &format!("indicators.{}.{figure}", indicator.id));
            row(&format!("   {}", indicator.name), [&of("target"), &of("realization"), &of("achievement"), ""]);
        }
    }
    row("Laporan", ["", "", &shown(evaluation, "report.average"), ""]);
}

fn comparisons(evaluation: &Evaluation) {
    heading("Perbandingan realisasi", ["Tahun", "Perubahan", "Target Renstra", "Kemajuan"]);
    for indicator in &evaluation.report().document().indicators {
        let of = |figure: String| shown(evaluation, &format!("indicators.{}.{figure}", indicator.id));
        let before = indicator.previous.iter().map(|earlier| earlier.year).max();
        let end = indicator.renstra.iter().map(|plan| plan.year).max();
        if before.is_none() && end.is_none() {
            continue;
        }
        let change = before.map(|year| of(format!("previous.{year}.change"))).unwrap_or_else(|| "-".into());
        let progress = end.map(|year| of(format!("renstra.{year}"))).unwrap_or_else(|| "-".into());
        let year = |year: Option<lkip_core::report::Year>| year.map(|year| year.to_string()).unwrap_or_default();
        row(&indicator.name, [&year(before), &change, &year(end), &progress]);
    }
}

fn efficiency(evaluation: &Evaluation) {
    heading("Efisiensi penggunaan sumber daya", ["Capaian", "Penyerapan", "Efisiensi", ""]);
    for objective in &evaluation.report().document().objectives {
        let of = |figure: &str| shown(evaluation, &format!("objectives.{}.{figure}", objective.id));
        row(&objective.name, [&of("average"), &of("absorption"), &of("efficiency"), ""]);
    }
}

/// The lines of the budget with those below them, which the document lists in any order.
fn budget(evaluation: &Evaluation) {
    heading("Anggaran", ["Pagu", "Realisasi", "Penyerapan", "Sisa"]);
    let lines = &evaluation.report().document().budget;
    let mut open: Vec<(usize, &BudgetLine)> = below(lines, None).map(|line| (0, line)).collect();
    open.reverse();
    while let Some((level, line)) = open.pop() {
        let of = |figure: &str| shown(evaluation, &format!("budget.{}.{figure}", line.id));
        let name = format!("{}{}", "  ".repeat(level), line.name);
        row(&name, [&of("allocation"), &of("spending"), &of("absorption"), &of("remainder")]);
        let mut children: Vec<_> = below(lines, Some(line)).map(|child| (level + 1, child)).collect();
        children.reverse();
        open.extend(children);
    }
}

/// The lines directly below one; of none, those at the top.
fn below<'a>(lines: &'a [BudgetLine], above: Option<&'a BudgetLine>) -> impl Iterator<Item = &'a BudgetLine> {
    lines.iter().filter(move |line| line.parent.as_ref() == above.map(|above| &above.id))
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

/// What the report prints otherwise than its inputs give.
fn differences(evaluation: &Evaluation) -> Vec<String> {
    let document = evaluation.report().document();
    let differs = |printed: &&Printed| {
        let style = printed.style.or(document.style).map_or(ReadStyle::Detect, ReadStyle::Declared);
        let figure = evaluation.figure(&printed.figure)?;
        let Content::Number(number) = read(&printed.text, style).ok()?.content else { return None };
        let mode = figure.rules().unwrap_or(evaluation.rules()).rounding.mode();
        let right = figure.exact()?.round(Rounding::new(mode, number.places()).ok()?)?;
        (Ratio::from(right) == Ratio::from(number)).then_some(())
    };
    let says = |printed: &Printed| {
        let table = printed.table.as_deref().unwrap_or("uraian");
        let (text, right) = (&printed.text, shown(evaluation, &printed.figure));
        let name = evaluation.figure(&printed.figure).map(|figure| evaluation.name(figure)).unwrap_or_default();
        format!("{table}: {name} ({}): tercetak {text}, seharusnya {right}", printed.figure)
    };
    document.printed.iter().filter(|printed| differs(printed).is_none()).map(says).collect()
}
