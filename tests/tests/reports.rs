//! The four published reports, evaluated from their raw inputs and compared with every figure that they print.
//!
//! `reports/*.json` are the documents; `golden/reports/*.json` say which printed figures differ from what the inputs give
//! and which texts are malformed, with the right value and the reason. Both come from the transcription and from an oracle
//! in Python's `fractions`, never from the code under test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use std::path::Path;

use lkip_core::evaluate::{Evaluation, Figure, evaluate};
use lkip_core::number::{Content, Reading, read, rupiah_in_words};
use lkip_core::report::{Printed, Report, Shows};
use lkip_core::{Number, Plain, Ratio, ReadStyle, Rounding, Style, rules};
use serde_json::Value;

/// What a report prints: how many texts, of them equal to what the inputs give, categories, amounts in words, malformed.
struct Counts(usize, usize, usize, usize, usize);

const REPORTS: [(&str, Counts); 4] = [
    ("biro-umum-ntt-2021", Counts(51, 48, 1, 0, 0)),
    ("biro-organisasi-ntt-2024-tw1", Counts(86, 69, 0, 0, 3)),
    ("bkd-ntt-2021", Counts(277, 208, 9, 0, 0)),
    ("setda-kaltim-2021", Counts(1290, 1137, 88, 7, 2)),
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

/// Whether a printed category is that of the figure: "BB/Sangat Baik", "PERINGKAT 4".
fn of_category(entry: &Printed, figure: &Figure, evaluation: &Evaluation) -> bool {
    let rules = figure.rules().unwrap_or(evaluation.rules());
    let scale = match &entry.scale {
        Some(id) => rules::scale(id).unwrap(),
        None => rules.scale.clone().unwrap(),
    };
    let Some(exact) = figure.exact() else { return false };
    let outcome = scale.find(&exact);
    let Some(band) = outcome.value() else { return false };
    let mut printed = entry.text.split('/').map(str::to_lowercase);
    let (label, meaning) = (band.category().label.to_lowercase(), band.category().meaning.as_deref());
    // "Cukup" of "Cukup (Memadai)".
    let begins = |second: &str| meaning.is_some_and(|meaning| meaning.to_lowercase().starts_with(second));
    printed.next() == Some(label) && printed.next().is_none_or(|second| begins(&second))
}

/// Whether an amount in words is that of the figure.
fn in_words(entry: &Printed, figure: &Figure) -> bool {
    let words = figure.value().and_then(|value| rupiah_in_words(value).ok());
    words.is_some_and(|words| words.to_lowercase() == entry.text.to_lowercase())
}

/// Whether a right value is that of the figure, or of the finding that shows it; else what it is.
fn right_value(difference: &Value, entry: &Printed, style: Style, evaluation: &Evaluation) -> Result<(), String> {
    let figure = evaluation.figure(&entry.figure).unwrap();
    let Some(right) = difference["right"].as_str() else {
        return figure.value().map_or(Ok(()), |value| Err(value.to_string()));
    };
    let Some(Content::Number(right)) = reading(right, style).map(|reading| reading.content) else {
        return Err(format!("{right} is no number"));
    };
    let found = match difference["finding"].as_str() {
        Some(code) => of_finding(evaluation, &entry.figure, code),
        None => at_places(figure, evaluation, right.places()).map(|value| value.to_string()),
    };
    let number = found.as_ref().and_then(|found| found.parse::<Number>().ok());
    if number.is_some_and(|found| Ratio::from(found) == Ratio::from(right)) {
        Ok(())
    } else {
        Err(format!("{found:?} instead of {right}"))
    }
}

/// A list of a golden file.
fn listed<'a>(golden: &'a Value, list: &str) -> Vec<&'a Value> {
    golden[list].as_array().unwrap().iter().collect()
}

/// What a list says about an entry; it says it once.
fn take<'a>(list: &mut Vec<&'a Value>, entry: &Printed) -> Option<&'a Value> {
    let fields = [("figure", Some(&entry.figure)), ("text", Some(&entry.text)), ("ref", entry.reference.as_ref())];
    let found = list
        .iter()
        .position(|known| fields.iter().all(|(name, text)| known[name].as_str() == text.map(|t| t.as_str())))?;
    Some(list.remove(found))
}

#[test]
fn every_printed_figure_is_reproduced_or_listed() {
    let mut wrong = Vec::new();
    for (name, Counts(printed, equal, categories, words, malformed)) in REPORTS {
        let evaluation = evaluated(name);
        let golden: Value = serde_json::from_str(&text("golden/reports", name)).unwrap();
        for (field, count) in [("printed", printed), ("equal", equal), ("categories", categories), ("words", words)] {
            assert_eq!(golden[field], Value::from(count), "{name}: {field}");
        }
        let (mut differing, mut broken) = (listed(&golden, "differs"), listed(&golden, "malformed"));
        let document = evaluation.report().document();
        assert_eq!(document.printed.len(), printed, "{name}");
        let (mut reproduced, mut classified, mut spelled, mut unread) = (0, 0, 0, 0);
        for entry in &document.printed {
            let style = entry.style.or(document.style).unwrap();
            let figure = evaluation.figure(&entry.figure).unwrap();
            let place = format!("{name} {} ({})", entry.figure, entry.reference.as_deref().unwrap_or_default());
            let number = reading(&entry.text, style).map(|reading| reading.content);
            let same = match (entry.shows, number) {
                (Shows::Category, _) => {
                    classified += 1;
                    of_category(entry, figure, &evaluation)
                }
                (Shows::Words, _) => {
                    spelled += 1;
                    in_words(entry, figure)
                }
                // The right value is compared too, at its own number of places.
                (Shows::Value, number) => {
                    unread += usize::from(number.is_none());
                    let difference = take(if number.is_some() { &mut differing } else { &mut broken }, entry);
                    if let Some(difference) = difference {
                        if let Err(own) = right_value(difference, entry, style, &evaluation) {
                            wrong.push(format!("{place}: right value {own}"));
                        }
                        continue;
                    }
                    let same = match number {
                        Some(Content::Number(number)) => at_places(figure, &evaluation, number.places())
                            .is_some_and(|value| Ratio::from(value) == Ratio::from(number)),
                        Some(Content::Dash | Content::Blank) => figure.value().is_none_or(|value| value.is_zero()),
                        _ => false,
                    };
                    reproduced += usize::from(same);
                    same
                }
            };
            if !same {
                let value = figure.exact().map(|exact| exact.expand(6).to_string());
                let reason = figure.outcome().reason().map(|reason| reason.code().as_str());
                wrong.push(format!("{place}: printed {}, computed {value:?} {reason:?}", entry.text));
            }
        }
        for known in differing.into_iter().chain(broken) {
            wrong.push(format!("{name}: {known} is listed, but the document does not print it"));
        }
        println!(
            "{name}: {printed} printed, {reproduced} reproduced, {classified} categories, {spelled} in words, \
             {unread} malformed, {} differ as listed",
            printed - reproduced - classified - spelled - unread
        );
        if wrong.is_empty() {
            let counts = (reproduced, classified, spelled, unread);
            assert_eq!(counts, (equal, categories, words, malformed), "{name}");
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
