//! What there is must occur in a vector: codes, reasons, findings, verdicts and causes of audits, formulas, figures, rule sets,
//! scales, categories, operations.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::collections::BTreeSet;

use lkip_core::audit::{Agreement, Cause, Question, Verdict};
use lkip_core::cascade::{CascadeCode, CascadeTable, Cascading, Changed};
use lkip_core::evaluate::{FigureKind, FindingCode};
use lkip_core::measure::Composition;
use lkip_core::report::{BudgetLevel, FormulaKind, LinkKind, Takes};
use lkip_core::rules::{Consolidation, EfficiencyMethod};
use lkip_core::{Code, Language, Mode, Polarity, ReasonCode, Text, api, batch, frame, rules};
use lkip_tests::random::tell;
use lkip_tests::vectors;
use serde_json::Value;

fn answers() -> Vec<(Value, Value)> {
    let pair = |vector: vectors::Vector| {
        let call = serde_json::from_str(&vectors::call_text(&vector)).unwrap_or(Value::Null);
        (call, serde_json::from_str(&vectors::answer(&vector)).expect("an answer is JSON"))
    };
    vectors::files().into_iter().flat_map(|file| file.vectors).map(pair).collect()
}

/// Every value that stands under a name, anywhere in some data.
fn under<'a>(name: &str, value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| under(name, item, found)),
        Value::Object(fields) => {
            for (field, value) in fields {
                if field == name {
                    found.extend(value.as_str());
                }
                under(name, value, found);
            }
        }
        _ => {}
    }
}

fn every<T: AsRef<str>, F: AsRef<str>>(
    what: &str,
    there_are: impl IntoIterator<Item = T>,
    found: impl IntoIterator<Item = F>,
) {
    let texts = |text: &dyn AsRef<str>| text.as_ref().to_owned();
    let there_are: BTreeSet<String> = there_are.into_iter().map(|text| texts(&text)).collect();
    let found: BTreeSet<String> = found.into_iter().map(|text| texts(&text)).collect();
    assert!(!there_are.is_empty());
    let missing: Vec<&String> = there_are.difference(&found).collect();
    tell(&format!("coverage: {} {what}, {} in no vector", there_are.len(), missing.len()));
    assert!(missing.is_empty(), "{what} in no vector: {missing:?}");
}

#[test]
fn every_error_code_and_reason() {
    let answers = answers();
    let (mut errors, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for (call, answer) in &answers {
        // The list of all codes proves nothing.
        if call["op"] != "codes" {
            answer["errors"].as_array().into_iter().flatten().for_each(|error| under("code", error, &mut errors));
            answer["cells"].as_array().into_iter().flatten().for_each(|c| under("code", &c["errors"], &mut errors));
            gather_reasons(answer, &mut reasons);
        }
    }
    // Plain data has no floats and no groups by number: typed callers meet these.
    let columns = errors_of_columns();
    errors.extend(columns.iter().map(|code| code.as_str()));
    every("error codes", Code::ALL.iter().map(|code| code.as_str()), errors);
    every("reasons", ReasonCode::ALL.iter().map(|code| code.as_str()), reasons);
}

/// What is wrong with columns that hold what plain data cannot.
fn errors_of_columns() -> Vec<Code> {
    let rules = rules::rule_set("bkd-ntt-2021").unwrap();
    let table = batch::Table::new(batch::Column::floats(&[0.123], 2), batch::Column::new(&[1], 0));
    let floats = table.achievements(&rules).unwrap_err();
    let table = batch::Table::new(batch::Column::new(&[1], 0), batch::Column::new(&[1], 0));
    let groups = table.averages(&rules, batch::Groups::Each { of: &[1], count: 1 }).unwrap_err();
    let taken = frame::made(&["percent"], false, false).err().unwrap();
    let all = [floats, groups, taken, frame::places_missing("Target").into()];
    all.iter().flat_map(|errors| errors.iter().map(|error| error.code())).collect()
}

fn gather_reasons<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather_reasons(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("reason").and_then(|reason| reason["code"].as_str()));
            fields.values().for_each(|value| gather_reasons(value, found));
        }
        _ => {}
    }
}

#[test]
fn every_formula_is_explained() {
    let answers = answers();
    let rules: Vec<String> = answers.iter().flat_map(|(_, answer)| vectors::rules_of(answer)).collect();
    // The step of a category is named after its scale: `category/ntt-85-70-55`.
    let found = rules.iter().map(|rule| if rule.starts_with("category/") { "category" } else { rule.as_str() });
    every("formulas", rules::Formula::ALL.iter().map(|formula| formula.id()), found);
}

#[test]
fn every_finding_and_every_kind_of_figure() {
    let answers = answers();
    let (mut findings, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    for (call, answer) in answers.iter().filter(|(call, _)| call["op"] != "codes") {
        answer["findings"].as_array().into_iter().flatten().for_each(|found| under("code", found, &mut findings));
        let figures = answer["figures"].as_array().into_iter().flatten();
        kinds.extend(figures.filter_map(|figure| figure["kind"].as_str()));
        if call["op"] == "figure" {
            kinds.extend(answer["kind"].as_str());
        }
    }
    every("findings", FindingCode::ALL.iter().map(|code| code.as_str()), findings);
    every("kinds of figures", FigureKind::ALL.iter().map(|kind| kind.as_str()), kinds);
}

#[test]
fn every_verdict_cause_and_convention_of_an_audit() {
    let answers = answers();
    let (mut verdicts, mut causes) = (BTreeSet::new(), BTreeSet::new());
    let (mut agreements, mut questions) = (BTreeSet::new(), BTreeSet::new());
    for (_, answer) in answers.iter().filter(|(call, _)| call["op"] == "audit") {
        // The counts name every verdict.
        for part in ["findings", "entries"] {
            under("verdict", &answer[part], &mut verdicts);
            under("cause", &answer[part], &mut causes);
        }
        under("agreement", &answer["same"], &mut agreements);
        under("question", &answer["conventions"], &mut questions);
    }
    every("verdicts", Verdict::ALL.iter().map(|verdict| verdict.as_str()), verdicts);
    every("causes", Cause::ALL.iter().map(|cause| cause.as_str()), causes);
    every("agreements", Agreement::ALL.iter().map(|agreement| agreement.as_str()), agreements);
    every("questions of conventions", Question::ALL.iter().map(|question| question.as_str()), questions);
}

#[test]
fn every_finding_and_choice_of_a_cascade() {
    let answers = answers();
    let (mut codes, mut cascadings, mut changes, mut tables) = Default::default();
    let (mut kinds, mut methods, mut takes) = Default::default();
    for (call, answer) in &answers {
        if call["op"] == "cascade" {
            answer["findings"].as_array().into_iter().flatten().for_each(|found| under("code", found, &mut codes));
            under("cascading", &answer["offices"], &mut cascadings);
            under("what", &answer["revisions"], &mut changes);
            answer["tables"].as_array().into_iter().flatten().for_each(|table| under("id", &table["id"], &mut tables));
            tables.extend(answer["tables"].as_array().into_iter().flatten().filter_map(|table| table["id"].as_str()));
        }
        if answer["outcome"] == "computed" {
            under("kind", &call["report"]["links"], &mut kinds);
            under("method", &call["report"]["links"], &mut methods);
            under("takes", &call["report"]["links"], &mut takes);
        }
    }
    every("findings of a cascade", CascadeCode::ALL.iter().map(|code| code.as_str()), codes);
    every("ways of cascading", Cascading::ALL.iter().map(|way| way.as_str()), cascadings);
    every("changes of agreements", Changed::ALL.iter().map(|change| change.as_str()), changes);
    every("tables of a cascade", CascadeTable::ALL.iter().map(|table| table.as_str()), tables);
    every("kinds of links", LinkKind::ALL.iter().map(|kind| kind.as_str()), kinds);
    every("compositions", Composition::ALL.iter().map(|method| method.as_str()), methods);
    every("what components give", Takes::ALL.iter().skip(1).map(|takes| takes.as_str()), takes);
}

#[test]
fn every_choice_of_a_report() {
    let answers = answers();
    let (mut kinds, mut consolidations) = (BTreeSet::new(), BTreeSet::new());
    let (mut methods, mut levels) = (BTreeSet::new(), BTreeSet::new());
    for (call, _) in answers.iter().filter(|(_, answer)| answer["outcome"] != "error") {
        under("kind", &call["report"], &mut kinds);
        under("consolidation", &call["report"], &mut consolidations);
        under("method", &call["overrides"]["efficiency"], &mut methods);
        under("level", &call["report"]["budget"], &mut levels);
    }
    every("kinds of formulas", FormulaKind::ALL.iter().map(|kind| kind.as_str()), kinds);
    every("consolidations", Consolidation::ALL.iter().map(|choice| choice.as_str()), consolidations);
    every("methods of efficiency", EfficiencyMethod::ALL.iter().map(|method| method.as_str()), methods);
    every("levels of budgets", BudgetLevel::ALL.iter().map(|level| level.as_str()), levels);
}

#[test]
fn every_rule_set_scale_and_category() {
    let answers = answers();
    let (mut sets, mut categories) = (BTreeSet::new(), BTreeSet::new());
    for (call, answer) in &answers {
        if call["op"] == "achievement" {
            sets.extend(call["rules"].as_str());
        }
        let category = if call["op"] == "classify" { answer } else { &answer["category"] };
        let name = category["scale"].as_str().zip(category["code"].as_str());
        categories.extend(name.map(|(scale, code)| format!("{scale}/{code}")));
    }
    every("rule sets in achievements", rules::rule_set_ids(), sets);
    let scales: Vec<_> = rules::scale_ids().map(|id| rules::scale(id).expect("a scale")).collect();
    let all = scales.iter().flat_map(|s| s.categories.iter().map(|c| format!("{}/{}", s.id, c.code)));
    every("categories", all, categories);
}

#[test]
fn every_operation_polarity_and_mode_in_both_languages() {
    let answers = answers();
    let (mut operations, mut polarities, mut modes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut languages = BTreeSet::new();
    for (call, answer) in &answers {
        if answer["outcome"] == "computed" {
            operations.extend(call["op"].as_str());
            under("polarity", call, &mut polarities);
        }
        under("mode", &answer["explanation"], &mut modes);
        under("mode", &call["overrides"], &mut modes);
        languages.extend(call["language"].as_str().or(call["bahasa"].as_str()));
    }
    every("operations", api::OPERATIONS.iter().copied(), operations);
    every("polarities", Polarity::ALL.iter().map(|polarity| polarity.as_str()), polarities);
    every("rounding modes", Mode::ALL.iter().map(|mode| mode.as_str()), modes);
    every("languages", Language::ALL.iter().map(|language| language.tag()), languages);
}

/// The `{places}` of a message.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().expect("a place is closed")).collect()
}

fn is_told(code: &str, meaning: &str, text: Text) {
    assert!(meaning.len() > 10 && meaning.ends_with('.'), "{code} means {meaning:?}");
    assert!(
        text.get(Language::Indonesian).len() > 10 && text.get(Language::English).len() > 10,
        "{code} lacks a message"
    );
    assert_ne!(text.get(Language::Indonesian), text.get(Language::English), "{code} says the same in both languages");
    assert_eq!(
        places(text.get(Language::Indonesian)),
        places(text.get(Language::English)),
        "{code} tells other data in each language"
    );
    assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{code} is no code");
}

#[test]
fn every_code_has_a_meaning_and_both_messages() {
    for code in Code::ALL {
        is_told(code.as_str(), code.meaning(), code.template());
    }
    for code in ReasonCode::ALL {
        is_told(code.as_str(), code.meaning(), code.template());
    }
    for code in FindingCode::ALL {
        is_told(code.as_str(), code.meaning(), code.template());
    }
    for cause in Cause::ALL {
        is_told(cause.as_str(), cause.meaning(), cause.template());
    }
    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Code::ALL.len(), "a code stands twice");
}

/// No message of any vector shows a place that was not filled.
#[test]
fn every_place_of_a_message_is_filled() {
    for (call, answer) in &answers() {
        if call["op"] == "codes" {
            continue;
        }
        let mut messages = BTreeSet::new();
        under("message", answer, &mut messages);
        for message in messages {
            let errors = Code::ALL.iter().map(|code| code.template());
            let findings = FindingCode::ALL.iter().map(|code| code.template());
            for template in errors.chain(findings).chain(Cause::ALL.iter().map(|cause| cause.template())) {
                for place in places(template.get(Language::English)) {
                    assert!(!message.contains(&format!("{{{place}}}")), "{message}");
                }
            }
        }
    }
}

#[test]
fn the_catalogue_folder_and_the_built_in_list_agree() {
    let folder = |name: &str| -> BTreeSet<String> {
        let path = format!("{}/../lkip-core/catalogue/{name}", env!("CARGO_MANIFEST_DIR"));
        let entries = std::fs::read_dir(path).expect("the catalogue");
        let stem = |entry: std::fs::DirEntry| entry.path().file_stem().unwrap().to_str().unwrap().to_owned();
        entries.map(|entry| stem(entry.expect("a file"))).collect()
    };
    assert_eq!(folder("rules"), rules::rule_set_ids().map(str::to_owned).collect());
    assert_eq!(folder("scales"), rules::scale_ids().map(str::to_owned).collect());
    for id in rules::rule_set_ids() {
        assert_eq!(rules::rule_set(id).expect("a sound rule set").id, id);
    }
    for id in rules::scale_ids() {
        assert_eq!(rules::scale(id).expect("a sound scale").id, id);
    }
}
