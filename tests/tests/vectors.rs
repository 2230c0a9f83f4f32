//! Every vector, compared as text with what the core answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::collections::BTreeSet;

use lkip_tests::random::tell;
use lkip_tests::vectors::{self, Vector};
use serde_json::{Map, Value, json};

fn all() -> Vec<Vector> {
    vectors::files().into_iter().flat_map(|file| file.vectors).collect()
}

#[test]
fn every_answer_is_the_same_text() {
    let (mut count, mut wrong) = (0, Vec::new());
    for vector in all() {
        count += 1;
        let found = vectors::answer(&vector);
        match &vector.answer {
            Some(answer) if answer.get() == found => {}
            Some(answer) => wrong.push(format!("{}\n  has    {answer}\n  answer {found}", vector.id)),
            None => wrong.push(format!("{}: no answer yet, see vectors/README.md", vector.id)),
        }
    }
    tell(&format!("vectors: {count} compared, {} differ", wrong.len()));
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 1500, "only {count} vectors were found");
}

#[test]
fn every_answer_holds_what_is_expected() {
    let mut wrong = Vec::new();
    for vector in all() {
        let answer: Value = serde_json::from_str(&vectors::answer(&vector)).expect("an answer is JSON");
        for problem in vectors::disagreements(&vector.expect, &answer) {
            wrong.push(format!("{} ({}): {problem}", vector.id, vector.source));
        }
    }
    assert!(wrong.is_empty(), "{} against expectation:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_vector_expects_what_matters() {
    for vector in all() {
        let answer: Value = serde_json::from_str(&vectors::answer(&vector)).expect("an answer is JSON");
        let has = |field: &str| vector.expect.contains_key(field);
        let id = &vector.id;
        assert!(!vector.source.is_empty(), "{id} names no source");
        // What is required is no figure, but the ends of those that reach it.
        let is_figure = answer.get("line").is_some() && answer.get("from").is_none();
        // A vector that the core does not meet yet has no answer; it fails in the tests above.
        let (outcome, field) = match answer["outcome"].as_str() {
            _ if vector.answer.is_none() => continue,
            Some("error") => ("error", has("error")),
            Some("computed") if is_figure => ("computed", has("percent") || has("value")),
            Some("computed") => ("computed", !vector.expect.is_empty()),
            Some(_) => ("no figure", has("reason")),
            None => panic!("{id} has no outcome"),
        };
        assert!(field, "{id}: {outcome}, but the vector expects nothing that tells");
    }
}

#[test]
fn every_id_is_unlike_the_others_and_names_its_file() {
    let mut ids = BTreeSet::new();
    for file in vectors::files() {
        let topic = file.path.file_stem().expect("a name").to_str().expect("a text").to_owned();
        assert!(!file.vectors.is_empty(), "{topic} is empty");
        for vector in file.vectors {
            assert!(vector.id.starts_with(&format!("{topic}/")), "{} stands in {topic}", vector.id);
            assert!(ids.insert(vector.id.clone()), "{} stands twice", vector.id);
        }
    }
}

#[test]
fn every_file_has_one_vector_a_line() {
    for file in vectors::files() {
        let text = std::fs::read_to_string(&file.path).expect("a text");
        assert_eq!(text.lines().count(), file.vectors.len() + 2, "{}", file.path.display());
        assert_eq!(text, file.text(), "{} is not as the program vectors writes it", file.path.display());
    }
}

/// The check itself must be able to fail.
#[test]
fn a_false_expectation_is_noticed() {
    let call = r#"{"op":"achievement","target":"90","realization":"100","rules":"setda-kaltim-2021"}"#;
    let answer: Value = serde_json::from_str(&lkip_core::api::answer_json(call)).expect("JSON");
    let wrong = |field: &str, wanted: Value| {
        let expect: Map<String, Value> = [(field.to_owned(), wanted)].into_iter().collect();
        vectors::disagreements(&expect, &answer).len()
    };
    for (field, value) in [
        ("percent", json!("111.12")),
        ("percent", json!("111.110")),
        ("error", json!(["not_a_number"])),
        ("path", json!(["target"])),
        ("reason", json!("zero_target")),
        ("category", json!("berhasil")),
        ("no_category", json!("outside_scale")),
        ("left_out", json!([])),
        ("items", json!(["111.11"])),
        ("cells", json!(["111.11"])),
        ("values", json!({"indicators.a.achievement": "111.11"})),
        ("findings", json!([])),
        ("changed", json!({})),
        ("verdicts", json!([])),
        ("wrong", json!([])),
        ("causes", json!({"indicators.a.achievement": []})),
        ("agreements", json!([])),
        ("shown", json!([])),
        ("explained", json!(["lower/target_over_realization"])),
        ("says", json!(["no such words"])),
        ("says_not", json!(["100 ÷ 90 × 100 %"])),
        ("/receipt/rules", json!("bkd-ntt-2021")),
        ("no_such_field", json!("x")),
    ] {
        assert_eq!(wrong(field, value), 1, "{field}");
    }
    assert_eq!(wrong("percent", json!("111.11")), 0);
    assert_eq!(wrong("explained", json!(["rules/setda-kaltim-2021"])), 0);
    assert_eq!(wrong("says", json!(["100 ÷ 90 × 100 %"])), 0);
}
