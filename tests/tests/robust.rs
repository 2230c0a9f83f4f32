//! Whatever comes in: no panic, valid JSON out, and the same bytes every time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::panic::catch_unwind;

use lkip_core::number::{Content, read, read_column};
use lkip_core::{Code, Language, Plain, ReadStyle, RuleSet, Scale, Style, api};
use lkip_tests::random::{Random, seed, tell};
use lkip_tests::vectors;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

const STYLES: [ReadStyle; 4] = [
    ReadStyle::Detect,
    ReadStyle::Declared(Style::Indonesian),
    ReadStyle::Declared(Style::International),
    ReadStyle::Declared(Style::Plain),
];

/// Answers a call and checks that the answer is sound; names the call when it is not.
fn sound(call: &str) -> Value {
    let shown = || call.chars().take(2_000).collect::<String>();
    let answer = catch_unwind(|| api::answer_json(call)).unwrap_or_else(|_| panic!("a panic on {}", shown()));
    assert!(api::answer_json(call) == answer, "two answers to {}", shown());
    let json: Value = serde_json::from_str(&answer).unwrap_or_else(|e| panic!("{e} in the answer to {}", shown()));
    match json["outcome"].as_str() {
        Some("error") => {
            let errors = json["errors"].as_array().expect("errors");
            assert!(!errors.is_empty(), "an error without errors: {}", shown());
            for error in errors {
                let code = error["code"].as_str().expect("a code");
                assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{code}");
                assert!(error["path"].is_string() && error["details"].is_object(), "{error}");
                assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{error}");
            }
        }
        Some("computed") => {}
        Some("not_applicable" | "not_computable") => {
            assert!(json["reason"]["message"].as_str().is_some_and(|message| !message.is_empty()), "{}", shown());
        }
        other => panic!("outcome {other:?} to {}", shown()),
    }
    json
}

/// Reads a text in every style and checks what comes out.
fn readable(text: &str) {
    for style in STYLES {
        let reading = read(text, style);
        assert_eq!(reading, read(text, style), "{text:?}");
        match &reading {
            Ok(reading) => {
                let number = reading.number(text);
                assert_eq!(number.is_ok(), matches!(reading.content, Content::Number(_)), "{text:?}");
                if let Ok(number) = number {
                    assert_eq!(number.to_string().parse(), Ok(number), "{text:?}");
                }
                if let Content::Range { low, high } = &reading.content {
                    assert!(low <= high, "{text:?}");
                }
            }
            Err(error) => {
                for language in Language::ALL {
                    assert!(!error.message(language).is_empty(), "{text:?}");
                }
            }
        }
        let column = read_column(&[text, "98,40", text, ""], style);
        assert_eq!(column.cells.len(), 4, "{text:?}");
        assert_eq!(column.cells[0], column.cells[2], "{text:?}");
    }
}

fn kept() -> ProptestConfig {
    ProptestConfig {
        cases: 4_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

/// Texts of what numbers are made of and surrounded by.
fn numeric() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[0-9]{1,4}",
        "[.,]",
        Just(" ".to_owned()),
        Just("\u{a0}".to_owned()),
        prop_oneof![
            Just("-"),
            Just("–"),
            Just("−"),
            Just("+"),
            Just("("),
            Just(")"),
            Just("%"),
            Just("*)"),
            Just("Rp"),
            Just(",-")
        ]
        .prop_map(str::to_owned),
        prop_oneof![
            Just("orang"),
            Just("s.d."),
            Just("minimal"),
            Just("<"),
            Just("≥"),
            Just("NA"),
            Just("juta"),
            Just("nan"),
            Just("٣"),
            Just("１")
        ]
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(kept())]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        readable(&text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        readable(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn what_looks_like_a_number_is_read_or_refused(text in numeric()) {
        readable(&text);
        sound(&json!({"op": "read_number", "text": text}).to_string());
        sound(&json!({"op": "achievement", "target": text, "realization": text, "rules": "bkd-ntt-2021"}).to_string());
    }

    #[test]
    fn any_text_is_a_call_or_refused(text in any::<String>()) {
        sound(&text);
        prop_assert!(RuleSet::from_json(&text).is_err());
        prop_assert!(Scale::from_json(&text).is_err() || text.contains('"'));
        let _ = Plain::from_json(&text);
    }

    #[test]
    fn any_text_in_a_field_is_answered(field in "[a-z_]{1,12}", text in any::<String>(), op in 0..api::OPERATIONS.len()) {
        let op = api::OPERATIONS[op];
        sound(&json!({"op": op, field: text, "rules": "bkd-ntt-2021"}).to_string());
        sound(&json!({"op": op, "target": text, "value": text, "text": text, "scale": text, "rules": text}).to_string());
    }
}

/// How many nodes some JSON has.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

/// Changes the node of a number, counted from the outside in.
fn change(value: &mut Value, place: &mut usize, with: &mut impl FnMut(&mut Value)) {
    if *place == 0 {
        with(value);
    }
    *place = place.wrapping_sub(1);
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| change(item, place, with)),
        Value::Object(fields) => fields.values_mut().for_each(|item| change(item, place, with)),
        _ => {}
    }
}

fn odd(random: &mut Random) -> Value {
    let texts = [
        "",
        "-",
        "NaN",
        "1e9",
        "1.250",
        "90 00",
        "\u{0}",
        "−5",
        "0",
        "-0",
        "99999999999999999999999999999",
        "\u{202e}5",
        "setda-kaltim-2021",
        "sakip-predicate",
        "full_when_met",
        "half_even",
        "💥",
        "2018",
    ];
    match random.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(1.5),
        3 => json!(-1),
        4 => json!(u64::MAX),
        5 => json!([]),
        6 => json!({}),
        7 => json!([[], {}, null, "5"]),
        8 => json!({"percent": "100", "in": "indicator"}),
        9 => json!({"low": "90", "high": "80"}),
        _ => json!(*random.pick(&texts)),
    }
}

#[test]
fn changed_calls_are_answered() {
    let seed = seed("LKIP_ROBUST_SEED");
    tell(&format!("robust, changed calls: LKIP_ROBUST_SEED={seed}"));
    let mut random = Random::new(seed);
    let texts: Vec<String> = vectors::files().iter().flat_map(|f| &f.vectors).map(vectors::call_text).collect();
    let calls: Vec<Value> = texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
    let (mut counts, mut computed) = (0_usize, 0_usize);
    for _ in 0..40_000 {
        let mut call = calls[random.below(calls.len())].clone();
        for _ in 0..random.between(1, 3) {
            let other = &calls[random.below(calls.len())];
            let mut piece = None;
            change(&mut other.clone(), &mut random.below(size(other)), &mut |node| piece = Some(node.clone()));
            let replacement = if random.one_in(2) { odd(&mut random) } else { piece.expect("a node") };
            let mut place = random.below(size(&call));
            let rename = random.one_in(4);
            change(&mut call, &mut place, &mut |node| match node {
                Value::Object(fields) if rename => {
                    fields.insert("realisasi".to_owned(), replacement.clone());
                }
                node => *node = replacement.clone(),
            });
        }
        counts += 1;
        computed += usize::from(sound(&call.to_string())["outcome"] == "computed");
    }
    // The text itself: signs lost, doubled, exchanged.
    for _ in 0..40_000 {
        let mut text: Vec<char> = texts[random.below(texts.len())].chars().collect();
        for _ in 0..random.between(1, 4) {
            let place = random.below(text.len().max(1));
            match random.below(4) {
                0 if !text.is_empty() => drop(text.remove(place)),
                1 if !text.is_empty() => text.insert(place, text[place]),
                2 => text.insert(place, *random.pick(&['"', '{', '}', '[', ',', '\u{0}', '\\', '9', 'é', '\u{feff}'])),
                _ if !text.is_empty() => text[place] = *random.pick(&['"', ':', ']', '0', '.', '-', ' ', 'x']),
                _ => {}
            }
        }
        counts += 1;
        computed += usize::from(sound(&text.into_iter().collect::<String>())["outcome"] == "computed");
    }
    tell(&format!("robust: {counts} changed calls answered, {computed} of them with a figure"));
    assert!(computed > 1_000, "the changes leave nothing sound: {computed}");
}

#[test]
fn rule_sets_and_scales_with_changes_are_read_or_refused() {
    let mut random = Random::new(seed("LKIP_ROBUST_SEED"));
    let mut accepted = 0;
    for _ in 0..4_000 {
        let ids: Vec<&str> = lkip_core::rules::rule_set_ids().collect();
        let rules = lkip_core::rules::rule_set(ids[random.below(ids.len())]).expect("a rule set");
        let mut json = serde_json::to_value(&rules).expect("data");
        let (mut place, replacement) = (random.below(size(&json)), odd(&mut random));
        change(&mut json, &mut place, &mut |node| *node = replacement.clone());
        let text = json.to_string();
        if let Ok(read) = RuleSet::from_json(&text) {
            accepted += 1;
            assert_eq!(RuleSet::from_json(&serde_json::to_string(&read).unwrap()), Ok(read));
        }
        sound(&json!({"op": "achievement", "target": "8", "realization": "7", "rules": json}).to_string());
        let mut scale = json["scale"].clone();
        let (mut place, replacement) = (random.below(size(&scale)), odd(&mut random));
        change(&mut scale, &mut place, &mut |node| *node = replacement.clone());
        let _ = Scale::from_json(&scale.to_string());
        sound(&json!({"op": "classify", "value": "70", "scale": scale}).to_string());
    }
    tell(&format!("robust: {accepted} changed rule sets were still sound"));
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, close) in [("[", "]"), (r#"{"items":["#, "]}"), (r#"{"op":"#, "}")] {
        for depth in [1, 100, 127, 128, 129, 1_000, 100_000] {
            sound(&format!("{}{}", open.repeat(depth), close.repeat(depth)));
            sound(&open.repeat(depth));
        }
    }
    // Averages of averages, as deep as groups may lie in each other.
    for depth in [1, 10, 16, 17, 30, 60, 64, 65, 200] {
        let items = format!("{}{}{}", r#"{"items":["#.repeat(depth), r#"{"percent":"90"}"#, "]}".repeat(depth));
        let call = |include| format!(r#"{{"op":"average","rules":"setda-kaltim-2021","items":[{items}]{include}}}"#);
        for include in [r#","include":[]"#, ""] {
            let answer = sound(&call(include));
            if depth <= 16 {
                assert_eq!(answer["percent"], "90.00", "{depth}");
            } else {
                assert_eq!(answer["outcome"], "error", "{depth}");
            }
            assert_eq!(api::answer_json(&call(include)), api::answer_json(&call(include)));
        }
    }
}

#[test]
fn very_large_calls_are_answered() {
    let million = 1 << 20;
    for text in ["9", "1.", "0,", "Rp ", "-", "(", "x", " ", "\u{0}", "*)", "é", "1 000 ", "\\"] {
        let long = text.repeat(million / text.len());
        readable(&long);
        sound(&json!({"op": "read_number", "text": long}).to_string());
        sound(&json!({"op": "achievement", "target": long, "realization": "1", "rules": "bkd-ntt-2021"}).to_string());
    }
    sound(&format!(r#"{{"op":"read_number","text":{}}}"#, "9".repeat(million)));
    sound(&format!(r#"{{"op":"{}"}}"#, "x".repeat(million)));
    sound(&format!(r#"{{"{}":1}}"#, "x".repeat(million)));
    sound(&" ".repeat(million));
    let items = vec![json!({"percent": "99.79"}); 20_000];
    let answer =
        sound(&json!({"op": "average", "style": "plain", "items": items, "rules": "bkd-ntt-2021"}).to_string());
    assert_eq!(answer["percent"], "99.79");
    let texts = vec!["1.250"; 100_000];
    let answer = sound(&json!({"op": "read_numbers", "texts": texts}).to_string());
    assert_eq!(answer["cells"].as_array().map(Vec::len), Some(100_000));
}

#[test]
fn large_and_small_numbers_are_answered() {
    let digits = |count: usize| "9".repeat(count);
    let mut numbers: Vec<String> = vec!["0".into(), "-0".into(), "0.0000000000000000000000000001".into()];
    for count in [1, 9, 10, 18, 19, 20, 27, 28, 29, 38, 39, 100, 1_000] {
        numbers.extend([
            digits(count),
            format!("-{}", digits(count)),
            format!("0.{}", digits(count)),
            format!("{}.{}", digits(count / 2), digits(count)),
        ]);
    }
    for target in &numbers {
        for realization in &numbers {
            for polarity in ["higher", "lower", "on_target"] {
                let call = json!({"op": "achievement", "style": "plain", "target": target, "realization": realization,
                    "polarity": polarity, "rules": "kemenkeu-nko"});
                sound(&call.to_string());
            }
        }
        sound(&json!({"op": "classify", "style": "plain", "value": target, "scale": "skm-14-2017"}).to_string());
        for form in ["number", "rupiah", "percent"] {
            sound(&json!({"op": "in_words", "value": target, "form": form}).to_string());
            sound(&json!({"op": "write_number", "value": target, "form": form}).to_string());
        }
    }
}

#[test]
fn doubled_fields_are_refused_wherever_they_stand() {
    for call in [
        r#"{"op":"codes","op":"codes"}"#,
        r#"{"op":"achievement","target":"1","target":"1","realization":"1","rules":"bkd-ntt-2021"}"#,
        r#"{"op":"average","items":[{"percent":"1","percent":"1"}],"rules":"bkd-ntt-2021"}"#,
        r#"{"op":"scale","scale":{"id":"a","id":"a"}}"#,
        r#"{"a\u001fb":1,"a\u001fb":1}"#,
        r#"{"":1,"":2}"#,
    ] {
        assert_eq!(sound(call)["errors"][0]["code"], "duplicate_field", "{call}");
    }
}
