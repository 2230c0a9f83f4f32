//! Whether an answer holds what a vector expects of it.
//!
//! | field of `expect` | holds when |
//! |---|---|
//! | `error` | the codes of the errors are these, in this order |
//! | `path` | the paths of the errors are these |
//! | `reason` | the answer has no figure, by this reason |
//! | `category` | the category has this code |
//! | `no_category` | there is a figure, but no category, by this reason |
//! | `left_out` | exactly these items are left out, each `[index, reason]` |
//! | `items` | the items come to these percentages, or have these reasons |
//! | `cells` | the cells of a column are these values or states, or `error:` and the code |
//! | `values` | the figures of a report with these keys have these values, or have none by these reasons |
//! | `findings` | what does not agree is exactly this, each `[figure, code]` |
//! | `found` | what is wrong with a cascade is exactly this, each `[code, office, …]` |
//! | `changed` | exactly these figures differ, each `[before, after]`: a value, a reason, or null where there is no figure |
//! | `verdicts` | the printed entries have these verdicts, in the order of the document |
//! | `wrong` | what is wrong is exactly this, each `[figure, verdict, what should be printed]`, the worst first |
//! | `causes` | the figures with these keys have these causes, in this order: in the first finding, or else in the first entry |
//! | `agreements` | the figures that are printed more than once agree so: each `[figure, agreement]` |
//! | `shown` | the printed figures show these conventions, each `[question, choice, what is declared]` |
//! | `explained` | these rules occur in the explanation |
//! | `says` | these texts occur in some text of the answer |
//! | `says_not` | these texts occur in none |
//! | `/a/b/0` | the value at that place of the answer is this |
//! | any other | the field of the answer is this |

use serde_json::{Map, Value, json};

/// In what an answer differs from what is expected; empty when in nothing.
#[must_use]
pub fn disagreements(expect: &Map<String, Value>, answer: &Value) -> Vec<String> {
    expect.iter().filter_map(|(field, wanted)| disagreement(field, wanted, answer)).collect()
}

fn disagreement(field: &str, wanted: &Value, answer: &Value) -> Option<String> {
    let found = match field {
        "explained" => return lacking(field, wanted, &rules_of(answer)),
        "says" | "says_not" => {
            let texts = texts_of(answer);
            let says = |wanted: &Value| texts.iter().any(|text| wanted.as_str().is_some_and(|w| text.contains(w)));
            let wrong = |wanted: &&Value| says(wanted) == (field == "says_not");
            let wrong: Vec<&Value> = wanted.as_array()?.iter().filter(wrong).collect();
            return (!wrong.is_empty()).then(|| format!("{field}: {wrong:?}"));
        }
        "error" => column(&answer["errors"], |error| error["code"].clone()),
        "path" => column(&answer["errors"], |error| error["path"].clone()),
        "reason" => answer["reason"]["code"].clone(),
        "category" => answer["category"].get("code").unwrap_or(&answer["code"]).clone(),
        "no_category" => answer["category"]["reason"]["code"].clone(),
        "left_out" => column(&answer["left_out"], |left| json!([left["index"], left["reason"]["code"]])),
        "items" => column(&answer["items"], |item| item.get("percent").unwrap_or(&item["reason"]["code"]).clone()),
        "values" => return unlike(field, wanted, &|key| figure(answer, key)),
        "changed" => changed(&answer["changed"]),
        "findings" => column(&answer["findings"], |finding| json!([finding["figure"], finding["code"]])),
        "found" => column(&answer["findings"], |finding| {
            let offices = finding["offices"].as_array().into_iter().flatten().map(|office| office["id"].clone());
            [finding["code"].clone()].into_iter().chain(offices).collect()
        }),
        "verdicts" => column(&answer["entries"], |entry| entry["verdict"].clone()),
        "wrong" => column(&answer["findings"], |found| json!([found["figure"], found["verdict"], found["expected"]])),
        "causes" => return unlike(field, wanted, &|key| causes(answer, key)),
        "agreements" => column(&answer["same"], |same| json!([same["figure"], same["agreement"]])),
        "shown" => column(&answer["conventions"], |one| json!([one["question"], one["choice"], one["declared"]])),
        "cells" => column(&answer["cells"], cell),
        place if place.starts_with('/') => answer.pointer(place).cloned().unwrap_or(Value::Null),
        field => answer[field].clone(),
    };
    (found != *wanted).then(|| format!("{field}: expected {wanted}, found {found}"))
}

fn column(list: &Value, of: impl Fn(&Value) -> Value) -> Value {
    list.as_array().map_or(Value::Null, |items| items.iter().map(of).collect())
}

fn cell(cell: &Value) -> Value {
    match cell["errors"][0]["code"].as_str() {
        Some(code) => json!(format!("error:{code}")),
        None => cell.get("value").unwrap_or(&cell["state"]).clone(),
    }
}

/// A value, or the reason why there is none; null where there is no figure at all.
fn value_or_reason(figure: &Value) -> Value {
    figure.get("value").unwrap_or(&figure["reason"]["code"]).clone()
}

fn figure(answer: &Value, key: &str) -> Value {
    let figures = answer["figures"].as_array().into_iter().flatten();
    let mut figures = figures;
    figures.find(|figure| figure["figure"] == key).map_or_else(|| json!("no such figure"), value_or_reason)
}

/// The causes that an audit gives for a figure.
fn causes(answer: &Value, key: &str) -> Value {
    let listed = |list: &str| answer[list].as_array().into_iter().flatten().find(|one| one["figure"] == key);
    let found = listed("findings").or_else(|| listed("entries"));
    found.map_or_else(|| json!("no such figure"), |found| column(&found["diagnoses"], |one| one["cause"].clone()))
}

fn changed(list: &Value) -> Value {
    let Some(list) = list.as_array() else { return Value::Null };
    let side = |change: &Value, side: &str| value_or_reason(&change[side]);
    let entry = |change: &Value| {
        let key = change["figure"].as_str().unwrap_or_default().to_owned();
        (key, json!([side(change, "before"), side(change, "after")]))
    };
    Value::Object(list.iter().map(entry).collect())
}

/// The entries of a record that are other than what is found by their names.
fn unlike(field: &str, wanted: &Value, find: &dyn Fn(&str) -> Value) -> Option<String> {
    let wanted = wanted.as_object()?;
    let wrong = |(key, wanted): (&String, &Value)| {
        let found = find(key);
        (found != *wanted).then(|| format!("{key}: expected {wanted}, found {found}"))
    };
    let wrong: Vec<String> = wanted.iter().filter_map(wrong).collect();
    (!wrong.is_empty()).then(|| format!("{field}: {}", wrong.join(", ")))
}

fn lacking(field: &str, wanted: &Value, found: &[String]) -> Option<String> {
    let wanted = wanted.as_array()?.iter().filter_map(Value::as_str);
    let missing: Vec<&str> = wanted.filter(|wanted| !found.iter().any(|found| found == wanted)).collect();
    (!missing.is_empty()).then(|| format!("{field}: {missing:?} not among {found:?}"))
}

/// The ids of the rules in the explanation of an answer.
#[must_use]
pub fn rules_of(answer: &Value) -> Vec<String> {
    fn gather(node: &Value, rules: &mut Vec<String>) {
        rules.extend(node["rule"].as_str().map(str::to_owned));
        for child in node["children"].as_array().into_iter().flatten() {
            gather(child, rules);
        }
    }
    let mut rules = Vec::new();
    gather(&answer["explanation"], &mut rules);
    rules
}

fn texts_of(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts_of).collect(),
        Value::Object(fields) => fields.values().flat_map(texts_of).collect(),
        _ => Vec::new(),
    }
}
