//! Rule sets and scales: what is written can be read again, a scale partitions its values or is refused by the
//! right code, and `based_on` and overrides replace what they state and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::collections::{BTreeMap, BTreeSet};

use lkip_core::rules::{rule_set, rule_set_ids, scale, scale_ids};
use lkip_core::{Number, Plain, Ratio, RuleSet, Scale};
use lkip_tests::oracle::{Exact, Gap, Placed, Scale as OracleScale, exact, rounded};
use lkip_tests::random::{Random, seed, tell};
use serde_json::{Map, Value, json};

fn json_of(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("data")
}

#[test]
fn every_built_in_entry_survives_a_round_trip() {
    for id in rule_set_ids() {
        let rules = rule_set(id).expect("a rule set");
        let text = serde_json::to_string(&rules).expect("data");
        let read = RuleSet::from_json(&text).unwrap_or_else(|errors| panic!("{id}: {errors}"));
        assert_eq!(read, rules, "{id}");
        assert_eq!(serde_json::to_string(&read).expect("data"), text, "{id}");
        assert_eq!(read.fingerprint(), rules.fingerprint(), "{id}");
        assert_eq!(serde_json::from_str::<RuleSet>(&text).expect("a rule set"), rules, "{id}");
        assert_eq!(RuleSet::new(rules.to_spec()).expect("a sound rule set"), rules, "{id}");
    }
    for id in scale_ids() {
        let built_in = scale(id).expect("a scale");
        let text = serde_json::to_string(&built_in).expect("data");
        let read = Scale::from_json(&text).unwrap_or_else(|errors| panic!("{id}: {errors}"));
        assert_eq!(read, built_in, "{id}");
        assert_eq!(serde_json::to_string(&read).expect("data"), text, "{id}");
        assert_eq!(serde_json::from_str::<Scale>(&text).expect("a scale"), built_in, "{id}");
    }
}

#[test]
fn fingerprints_tell_rule_sets_apart() {
    let fingerprints: BTreeSet<String> = rule_set_ids().map(|id| rule_set(id).unwrap().fingerprint()).collect();
    assert_eq!(fingerprints.len(), rule_set_ids().count());
}

// Scales.

const CODES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A random scale: mostly almost sound, so that both sides of the check are met.
fn random_scale(random: &mut Random) -> Value {
    let count = if random.one_in(40) { 0 } else { random.between(1, 5) };
    let gaps = match random.below(5) {
        0 | 1 => json!("none"),
        2 => json!("lower_bound"),
        3 => json!("unclassified"),
        _ => {
            json!({"round": {"mode": *random.pick(&["half_up", "half_even", "truncate"]), "places": random.between(0, 2)}})
        }
    };
    let mut ends: Vec<usize> = (0..=count).map(|_| random.between(0, 12)).collect();
    if !random.one_in(4) {
        ends.sort_unstable_by(|a, b| b.cmp(a));
    }
    let step = *random.pick(&["", ".5", ".01", ".25"]);
    let value = |end: usize, step: &str| format!("{}{step}", i64::try_from(end).unwrap() - 3);
    let mut categories: Vec<Value> = Vec::new();
    for index in 0..count {
        let mut category = Map::new();
        let code = if random.one_in(60) { CODES[0] } else { CODES[index] };
        category.insert("code".into(), json!(code));
        category.insert("label".into(), json!(code.to_uppercase()));
        let open_below = index + 1 == count && random.one_in(3) || random.one_in(40);
        let open_above = index == 0 && random.one_in(3) || random.one_in(40);
        if !open_below {
            let name = if random.one_in(3) { "above" } else { "from" };
            category.insert(name.into(), json!(value(ends[index + 1], step)));
        }
        if !open_above {
            let name = if random.one_in(3) { "to" } else { "below" };
            // Sometimes the upper end is a little off: a gap or an overlap.
            let off = if random.one_in(4) { *random.pick(&["", ".49", ".99", ".1"]) } else { step };
            let end = if random.one_in(3) { ends[index].saturating_sub(1) } else { ends[index] };
            category.insert(name.into(), json!(value(end, off)));
        }
        categories.push(Value::Object(category));
    }
    json!({
        "id": "uji", "version": "1", "title": {"id": "x", "en": "x"}, "citations": [],
        "gaps": gaps,
        "above": *random.pick(&["top", "unclassified"]),
        "below": *random.pick(&["bottom", "unclassified"]),
        "categories": categories,
    })
}

/// Every value that can tell: the bounds, what lies just beside and between them, and the steps of a rounding.
fn probes(scale: &OracleScale) -> Vec<Exact> {
    let mut bounds: Vec<Exact> =
        scale.bands.iter().flat_map(|b| [&b.lower, &b.upper]).flatten().map(|(end, _)| end.clone()).collect();
    bounds.sort();
    bounds.dedup();
    let mut probes = bounds.clone();
    let tiny = exact("0.000001");
    for pair in bounds.windows(2) {
        probes.push((&pair[0] + &pair[1]) / Exact::from(2u8));
    }
    for bound in &bounds {
        probes.extend([bound - &tiny, bound + &tiny]);
    }
    probes.extend(["-100", "100", "0"].map(exact));
    if let Gap::Round(_, places) = &scale.gap {
        let unit = exact(&format!("1{}", "0".repeat(*places)));
        let half = exact("0.5");
        for bound in &bounds {
            probes.extend([
                bound + &half / &unit,
                bound - &half / &unit,
                bound + exact("1") / &unit,
                bound - exact("1") / &unit,
            ]);
        }
    }
    probes.sort();
    probes.dedup();
    probes
}

/// The rounded values around the ends of a band, where a scale places those only.
fn rounded_values(scale: &OracleScale, band: &lkip_tests::oracle::Band) -> Option<Vec<Exact>> {
    let Gap::Round(_, places) = &scale.gap else { return None };
    let ends = [band.lower.as_ref()?, band.upper.as_ref()?];
    let unit = exact("1") / exact(&format!("1{}", "0".repeat(*places)));
    let values = ends.into_iter().flat_map(|(end, _)| {
        let near = exact(&rounded(end, "truncate", *places).unwrap());
        [near.clone() - unit.clone(), near.clone(), near + unit.clone()]
    });
    Some(values.collect())
}

/// What is wrong with a scale, found by trying values; the codes by which it may be refused.
fn faults(scale: &OracleScale, probes: &[Exact]) -> BTreeSet<&'static str> {
    let mut faults = BTreeSet::new();
    let bands = &scale.bands;
    if bands.is_empty() {
        faults.insert("scale_empty");
    }
    let last = bands.len().saturating_sub(1);
    for (index, band) in bands.iter().enumerate() {
        if bands[..index].iter().any(|other| other.code == band.code) {
            faults.insert("duplicate_category");
        }
        let upper_decides = index == 0 || scale.gap != Gap::LowerBound;
        if band.lower.is_none() && index < last || band.upper.is_none() && index > 0 && upper_decides {
            faults.insert("open_inside");
        }
        // Even where a band's upper end decides nothing, ends that are the wrong way round are a mistake.
        let holds = |value: &Exact| {
            let above = band.lower.as_ref().is_none_or(|(end, closed)| value > end || *closed && value == end);
            let below = band.upper.as_ref().is_none_or(|(end, closed)| value < end || *closed && value == end);
            above && below
        };
        if !probes.iter().any(holds) || !rounded_values(scale, band).is_none_or(|values| values.iter().any(holds)) {
            faults.insert("empty_category");
        }
    }
    let descends = |pair: &[lkip_tests::oracle::Band]| match (&pair[0].lower, &pair[1].lower) {
        // "Above 100" begins higher than "from 100".
        (Some((upper, upper_closed)), Some((lower, lower_closed))) => {
            lower < upper || lower == upper && !upper_closed && *lower_closed
        }
        _ => true,
    };
    for value in probes {
        // Bounds that overlap are refused as they are written, even where no rounded value would tell.
        if scale.holders(value).len() > 1 {
            faults.insert("scale_overlap");
        }
        let value = match &scale.gap {
            Gap::Round(mode, places) => exact(&rounded(value, mode, *places).expect("small")),
            _ => value.clone(),
        };
        let holders = scale.holders(&value);
        let highest = bands.first().and_then(|band| band.upper.as_ref()).is_some_and(|(end, _)| value >= *end);
        let lowest = bands.last().and_then(|band| band.lower.as_ref()).is_some_and(|(end, _)| value <= *end);
        if holders.is_empty() && !highest && !lowest {
            faults.extend(["scale_gap", "step_leaves_gap"]);
        }
    }
    if !bands.windows(2).all(descends) {
        faults.insert("scale_overlap");
    }
    faults
}

#[test]
fn a_scale_partitions_or_is_refused() {
    let seed = seed("LKIP_SCALE_SEED");
    tell(&format!("rules, scales: LKIP_SCALE_SEED={seed}"));
    let mut random = Random::new(seed);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..40_000 {
        let json = random_scale(&mut random);
        let oracle = OracleScale::read(&json);
        let probes = probes(&oracle);
        let faults = faults(&oracle, &probes);
        match Scale::from_json(&json.to_string()) {
            Ok(scale) => {
                partitions(&json, &oracle, &scale, &probes, &faults);
                *counts.entry("accepted".to_owned()).or_default() += 1;
            }
            Err(errors) => {
                let codes: Vec<&str> = errors.iter().map(|error| error.code().as_str()).collect();
                assert!(codes.iter().any(|code| faults.contains(code)), "{codes:?} for {faults:?}: {json}");
                // Ends the wrong way round and categories in disorder make neighbours look apart or overlapping.
                let disorder = ["empty_category", "open_inside", "scale_overlap"].iter().any(|f| faults.contains(f));
                for code in codes {
                    let follows = disorder && matches!(code, "scale_gap" | "scale_overlap" | "step_leaves_gap");
                    assert!(faults.contains(code) || follows, "refused as {code} for {faults:?}: {json}");
                    *counts.entry(code.to_owned()).or_default() += 1;
                }
            }
        }
    }
    tell(&format!("rules, scales: {counts:?}"));
    for kind in [
        "accepted",
        "scale_empty",
        "duplicate_category",
        "empty_category",
        "open_inside",
        "scale_gap",
        "scale_overlap",
        "step_leaves_gap",
    ] {
        assert!(counts.get(kind).is_some_and(|count| *count > 100), "too few of {kind}: {counts:?}");
    }
}

/// An accepted scale has one category for every value, or says that it has none.
fn partitions(json: &Value, oracle: &OracleScale, scale: &Scale, probes: &[Exact], faults: &BTreeSet<&str>) {
    let gaps_are_declared = json["gaps"] == "unclassified";
    for fault in faults {
        let declared = gaps_are_declared && matches!(*fault, "scale_gap" | "step_leaves_gap");
        assert!(declared, "accepted in spite of {fault}: {json}");
    }
    for value in probes {
        let number: Number = decimal(value).parse().expect("a decimal");
        let found = scale.find(&Ratio::from(number));
        let found = match found.value() {
            Some(band) => Placed::In(band.category().code.clone()),
            None => match found.reason().expect("a reason").code().as_str() {
                "outside_scale" => Placed::Outside,
                "in_scale_gap" => Placed::Between,
                other => panic!("unexpected reason {other}"),
            },
        };
        assert_eq!(found, oracle.place(value), "{value} on {json}");
        assert!(found != Placed::Between || gaps_are_declared, "{value} falls between on {json}");
    }
}

fn decimal(value: &Exact) -> String {
    rounded(value, "truncate", 10).expect("small")
}

// Based on, and overrides.

const WHOLE: [&str; 6] = ["scale", "bands", "cap", "floor", "zero_target", "zero_realization"];

/// Replaces fields; in other records only the stated parts.
fn merged(base: &Value, changes: &Map<String, Value>) -> Value {
    let mut fields = base.as_object().expect("a record").clone();
    for (name, change) in changes {
        let value = match (fields.get(name), change) {
            (Some(old @ Value::Object(_)), Value::Object(parts)) if !WHOLE.contains(&name.as_str()) => {
                merged(old, parts)
            }
            _ => change.clone(),
        };
        fields.insert(name.clone(), value);
    }
    Value::Object(fields)
}

fn random_changes(random: &mut Random) -> Map<String, Value> {
    let scales: Vec<&str> = scale_ids().collect();
    let mut changes = Map::new();
    for _ in 0..random.between(1, 5) {
        let (name, value) = match random.below(15) {
            0 => ("lower", json!(*random.pick(&["target_over_realization", "twice_target_minus_realization"]))),
            1 => (
                "zero_target",
                random.pick(&[json!("full_when_met"), json!({"as_given": {"met": "100", "unmet": "0"}})]).clone(),
            ),
            2 => ("zero_realization", random.pick(&[json!("not_computable"), json!({"as_given": "1.50"})]).clone()),
            3 => ("cap", random.pick(&[Value::Null, json!({"percent": "120", "in": "average"})]).clone()),
            4 => ("floor", random.pick(&[Value::Null, json!({"percent": "0", "in": "indicator"})]).clone()),
            5 => ("rounding", json!({"places": random.between(0, 10)})),
            6 => ("rounding", json!({"mode": "half_even"})),
            7 => ("rounding_for", json!({"average": {"mode": "truncate", "places": 1}})),
            8 => ("average", json!({"of": "reported", "zero_target": "zero"})),
            9 => ("average", json!({"method": "weighted"})),
            10 => ("scale", if random.one_in(3) { Value::Null } else { json!(scales[random.below(scales.len())]) }),
            11 => ("classify", json!("exact")),
            12 => ("quarters", json!({"against": "to_date"})),
            13 => ("efficiency", json!({"bands": "app-bna-efficiency"})),
            _ => ("growth", json!("points")),
        };
        changes.insert(name.to_owned(), value);
    }
    changes
}

#[test]
fn overrides_replace_what_they_state_and_nothing_else() {
    let mut random = Random::new(7);
    let ids: Vec<&str> = rule_set_ids().collect();
    for _ in 0..2_000 {
        let rules = rule_set(ids[random.below(ids.len())]).expect("a rule set");
        let changes = random_changes(&mut random);
        let plain = Plain::from_json(&Value::Object(changes.clone()).to_string()).expect("JSON");
        let replaced = rules.with(&plain).unwrap_or_else(|errors| panic!("{changes:?}: {errors}"));
        let expected = RuleSet::from_json(&merged(&json_of(&rules), &changes).to_string()).expect("a rule set");
        assert_eq!(json_of(&replaced), json_of(&expected), "{changes:?}");
        assert_eq!(replaced, expected);
        let names: BTreeSet<&str> = changes.keys().map(String::as_str).collect();
        assert_eq!(replaced.overridden().len(), names.len());
        assert_eq!(replaced.overridden().iter().copied().collect::<BTreeSet<&str>>(), names);
        // Once more on top: both are remembered.
        let again = replaced.with(&Plain::from_json(r#"{"classify": "reported"}"#).unwrap()).expect("a rule set");
        assert!(names.iter().chain(&["classify"]).all(|name| again.overridden().contains(name)));
    }
}

#[test]
fn a_set_based_on_another_is_the_other_with_what_it_states() {
    let mut random = Random::new(11);
    for id in rule_set_ids() {
        let base = json_of(&rule_set(id).expect("a rule set"));
        for _ in 0..50 {
            let mut changes = random_changes(&mut random);
            let name = json!({"id": "turunan", "version": "2", "title": {"id": "a", "en": "b"}, "citations": [], "valid": null});
            changes.extend(name.as_object().expect("a record").clone());
            let expected = merged(&base, &changes);
            // What names a set is replaced as a whole, never merged with the name of the other.
            let mut expected = expected.as_object().expect("a record").clone();
            expected.extend(name.as_object().expect("a record").clone());
            changes.insert("based_on".to_owned(), json!(id));
            let read = RuleSet::from_json(&Value::Object(changes).to_string()).expect("a rule set");
            let expected = RuleSet::from_json(&Value::Object(expected).to_string()).expect("a rule set");
            assert_eq!(json_of(&read), json_of(&expected));
            assert!(read.overridden().is_empty(), "a set of its own replaces nothing");
        }
    }
}

#[test]
fn the_rules_of_an_average_stand_once_unless_an_item_has_its_own() {
    let rules = rule_set("setda-kaltim-2021").expect("a rule set");
    let read_again = RuleSet::from_json(&serde_json::to_string(&rules).expect("data")).expect("a sound rule set");
    let other = rule_set("bkd-ntt-2021").expect("a rule set");
    let changed = rules.with(&Plain::from_json(r#"{"growth": "points"}"#).expect("JSON")).expect("sound rules");
    let named = |of: &RuleSet| {
        let measured = lkip_core::Measurement::new(Number::from(70), Number::from(80)).achievement(of);
        let average = lkip_core::measure::average(vec![measured.into()], &rules).expect("sound items");
        average
            .explanation(lkip_core::Language::English)
            .tree(lkip_core::Language::English)
            .matches("Rule set: ")
            .count()
    };
    assert_eq!([&rules, &read_again, &other, &changed].map(named), [1, 1, 2, 2]);
}
