//! The Kaltim 2021 report: twelve indicators and four objectives out of their data file, with categories, one
//! explanation in full, and what the printed report says where it differs.
//!
//! `cargo run --release --example laporan`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use lkip_core::measure::{Item, average};
use lkip_core::number::{Content, Form, ReadStyle, Style, read, write};
use lkip_core::{Achievement, Language, Measurement, Number, Plain, Realization, RuleSet, rules};
use serde::Deserialize;

const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/reports/setda-kaltim-2021.json");
const INDONESIAN: ReadStyle = ReadStyle::Declared(Style::Indonesian);

#[derive(Deserialize)]
struct Report {
    title: String,
    rules: String,
    category_scale: String,
    footnote: String,
    objectives: Vec<Objective>,
}

#[derive(Deserialize)]
struct Objective {
    label: String,
    printed: Vec<Printed>,
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
struct Indicator {
    label: String,
    target: String,
    realization: String,
    carried_from: Option<u16>,
    printed: Vec<Printed>,
}

/// A figure as the report prints it, and where.
#[derive(Deserialize)]
struct Printed {
    text: String,
    place: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let report: Report = serde_json::from_str(&std::fs::read_to_string(REPORT)?)?;
    let own = rules::rule_set(&report.rules)?;
    // The report names no categories. A scale is lent to it for this table, and the explanation says so.
    let rules = own.with(&Plain::Record([("scale".to_owned(), Plain::from(&*report.category_scale))].into()))?;
    let scale = rules.scale.as_ref().map(|scale| scale.title.id.as_str()).unwrap_or_default();

    println!("{}\nPedoman: {} ({})", report.title, own.title.id, own.id);
    println!("Kategori: {scale}; laporan ini sendiri tidak menyebut skala.\n");
    row("Sasaran / indikator", "Target", "Realisasi", "Capaian", "Kategori");
    println!("{}", "─".repeat(118));

    let mut differences = Vec::new();
    let mut explained = None;
    for (number, objective) in report.objectives.iter().enumerate() {
        let achievements = objective.indicators.iter().map(|indicator| measure(indicator, &rules));
        let achievements = achievements.collect::<Result<Vec<_>, _>>()?;
        let mean = average(achievements.iter().cloned().map(Item::from).collect(), &rules)?;
        let coverage = mean.coverage();
        row(
            &format!("{}. {}", number + 1, objective.label),
            "",
            &format!("{} dari {}", coverage.used, coverage.total),
            &percent(mean.percent()),
            &category(mean.category().value()),
        );
        differences.extend(compare(&objective.label, &objective.printed, mean.percent())?);
        for (indicator, achievement) in objective.indicators.iter().zip(achievements) {
            let (percent, category) = (percent(achievement.percent()), category(achievement.category().value()));
            let (target, realization) = (short(&indicator.target), short(&indicator.realization));
            row(&format!("   {}", indicator.label), target, realization, &percent, &category);
            differences.extend(compare(&indicator.label, &indicator.printed, achievement.percent())?);
            if achievement.is_met() == Some(false) && explained.is_none() {
                explained = Some((&indicator.label, achievement));
            }
        }
    }

    println!("\n{}", report.footnote);
    if let Some((label, achievement)) = explained {
        println!("\nPenjelasan: {label}\n");
        println!("{}", achievement.explanation(Language::Indonesian).tree(Language::Indonesian));
    }
    println!("\nYang tercetak berbeda ({}):\n", differences.len());
    for difference in differences {
        println!("  {difference}");
    }
    Ok(())
}

fn measure(indicator: &Indicator, rules: &RuleSet) -> Result<Achievement, Box<dyn Error>> {
    let target = read(&indicator.target, INDONESIAN)?.number(&indicator.target)?;
    let reading = read(&indicator.realization, INDONESIAN)?;
    let value = reading.number(&indicator.realization)?;
    let realization = match indicator.carried_from {
        Some(year) => Realization::CarriedForward { value, year: Some(year) },
        None => Realization::Measured(value),
    };
    let mut measurement = Measurement::new(target, realization);
    measurement.footnotes.extend(reading.footnote);
    Ok(measurement.achievement(rules))
}

/// What the report prints otherwise than the exact figure, once rounded.
fn compare(label: &str, printed: &[Printed], computed: Option<Number>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut differences = Vec::new();
    for figure in printed {
        let reading = read(&figure.text, INDONESIAN)?;
        if computed.map(Content::Number) != Some(reading.content) {
            let (place, text) = (&figure.place, &figure.text);
            differences.push(format!("{place}: {label}: tercetak {text}, seharusnya {}", percent(computed)));
        }
    }
    Ok(differences)
}

fn percent(number: Option<Number>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| write(number, Style::Indonesian, Form::Percent))
}

fn category(band: Option<&rules::Band>) -> String {
    band.map(|band| band.category().label.clone()).unwrap_or_default()
}

/// A figure without what stands in brackets behind it: "66,00 (peringkat 4)".
fn short(figure: &str) -> &str {
    figure.split(" (").next().unwrap_or(figure)
}

fn row(label: &str, target: &str, realization: &str, percent: &str, category: &str) {
    let short: String = label.chars().take(60).collect();
    let label = if label.chars().count() > 62 { format!("{short} …") } else { label.to_owned() };
    println!("{label:<62} {target:>12} {realization:>12} {percent:>10}   {category}");
}
