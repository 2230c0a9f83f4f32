//! The four published reports, evaluated from their raw inputs and compared with every figure that they print.
//!
//! `reports/*.json` are the documents; `golden/reports/*.json` say which printed figures differ from what the inputs give,
//! with the right value and the reason. Both come from the transcription and from an oracle in Python's `fractions`,
//! never from the code under test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::Path;

use lkip_core::evaluate::{Evaluation, Figure, evaluate};
use lkip_core::number::{Content, Reading, read};
use lkip_core::report::Report;
use lkip_core::{Number, Plain, Ratio, ReadStyle, Rounding, Style};
use serde_json::Value;

const REPORTS: [(&str, usize, usize); 4] = [
    ("biro-umum-ntt-2021", 30, 29),
    ("biro-organisasi-ntt-2024-tw1", 51, 39),
    ("bkd-ntt-2021", 125, 98),
    ("setda-kaltim-2021", 827, 784),
];

fn text(folder: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name).with_extension("json");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn evaluated(name: &str) -> Evaluation {
    let report = Report::from_json(&text("reports", name)).unwrap_or_else(|errors| panic!("{name}: {errors}"));
    evaluate(&report, None).unwrap_or_else(|errors| panic!("{name}: {errors}"))
}

/// A printed text as it reads; nothing when it is malformed.
fn reading(text: &str, style: Style) -> Option<Reading> {
    read(text, ReadStyle::Declared(style)).ok()
}

/// The value of a figure at the places of a printed number, rounded as the rules of the figure round.
fn at_places(figure: &Figure, evaluation: &Evaluation, places: u32) -> Option<Number> {
    let exact: Ratio = figure.exact()?;
    let rules = figure.rules().unwrap_or(evaluation.rules());
    exact.round(Rounding::new(rules.rounding.mode(), places).unwrap())
}

/// The findings that show sums which a line's own amount hides.
fn of_finding(evaluation: &Evaluation, figure: &str, code: &str) -> Option<String> {
    let found =
        evaluation.findings().iter().find(|finding| finding.figure() == figure && finding.code().as_str() == code)?;
    let Plain::Record(record) = Plain::from(found.details()) else { return None };
    match record.get("computed") {
        Some(Plain::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

#[test]
fn every_printed_figure_is_reproduced_or_listed() {
    let mut wrong = Vec::new();
    for (name, printed, equal) in REPORTS {
        let evaluation = evaluated(name);
        let golden: Value = serde_json::from_str(&text("golden/reports", name)).unwrap();
        assert_eq!((&golden["printed"], &golden["equal"]), (&Value::from(printed), &Value::from(equal)), "{name}");
        let mut listed: BTreeMap<(String, String, String), &Value> = BTreeMap::new();
        for entry in golden["differs"].as_array().unwrap() {
            let key = ["figure", "text", "ref"].map(|field| entry[field].as_str().unwrap_or_default().to_owned());
            assert!(listed.insert(key.into(), entry).is_none(), "{name}: listed twice: {entry}");
        }
        let document = evaluation.report().document();
        assert_eq!(document.printed.len(), printed, "{name}");
        let mut reproduced = 0;
        for entry in &document.printed {
            let style = entry.style.or(document.style).unwrap();
            let figure = evaluation.figure(&entry.figure).unwrap();
            let reference = entry.reference.clone().unwrap_or_default();
            let key = (entry.figure.clone(), entry.text.clone(), reference);
            let difference = listed.remove(&key);
            let number = reading(&entry.text, style).map(|reading| reading.content);
            if let Some(difference) = difference {
                // The right value is compared too, at its own number of places.
                let right = difference["right"].as_str();
                let own = match (right, difference["finding"].as_str()) {
                    (None, _) => figure.value().map(|value| value.to_string()),
                    (Some(right), finding) => {
                        let Some(Content::Number(right)) = reading(right, style).map(|reading| reading.content) else {
                            wrong.push(format!("{name} {}: the right value {right} is no number", key.0));
                            continue;
                        };
                        let found = match finding {
                            Some(code) => of_finding(&evaluation, &entry.figure, code),
                            None => at_places(figure, &evaluation, right.places()).map(|value| value.to_string()),
                        };
                        let same = found
                            .as_ref()
                            .and_then(|found| found.parse::<Number>().ok())
                            .is_some_and(|found| Ratio::from(found) == Ratio::from(right));
                        if same { None } else { Some(format!("{found:?} instead of {right}")) }
                    }
                };
                if let Some(own) = own {
                    wrong.push(format!("{name} {} ({}): right value {own}", key.0, key.2));
                }
                continue;
            }
            let same = match number {
                Some(Content::Number(number)) => at_places(figure, &evaluation, number.places())
                    .is_some_and(|value| Ratio::from(value) == Ratio::from(number)),
                Some(Content::Dash | Content::Blank) => figure.value().is_none_or(|value| value.is_zero()),
                _ => false,
            };
            if same {
                reproduced += 1;
            } else {
                let value = figure.exact().map(|exact| exact.expand(6).to_string());
                wrong.push(format!(
                    "{name} {} ({}): printed {}, computed {:?} {:?}",
                    key.0,
                    key.2,
                    key.1,
                    value,
                    figure.outcome().reason().map(|reason| reason.code().as_str())
                ));
            }
        }
        for ((figure, text, reference), _) in listed {
            wrong.push(format!("{name} {figure} ({reference}): {text} is listed, but the document does not print it"));
        }
        println!("{name}: {printed} printed, {reproduced} reproduced, {} differ as listed", printed - reproduced);
        if wrong.is_empty() {
            assert_eq!(reproduced, equal, "{name}");
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_document_comes_back_as_it_was() {
    for (name, ..) in REPORTS {
        let report = Report::from_json(&text("reports", name)).unwrap();
        let again = Report::from_json(&Plain::from(&report).to_json()).unwrap();
        assert_eq!(report, again, "{name}");
        let (first, second) = (evaluate(&report, None).unwrap(), evaluate(&again, None).unwrap());
        assert_eq!(first.receipt(), second.receipt(), "{name}");
    }
}
