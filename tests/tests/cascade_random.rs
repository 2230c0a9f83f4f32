//! Made up cascades: what components make, against another big-number library; and one that agrees with one thing changed
//! in it, which is found by the check that it belongs to.
//!
//! `LKIP_ORACLE_SEED` repeats a run, `LKIP_ORACLE_CASES` changes how many there are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::collections::BTreeSet;

use dashu_ratio::RBig;
use lkip_core::cascade::{Cascade, cascade};
use lkip_core::evaluate::evaluate;
use lkip_core::report::Report;
use lkip_tests::many::{Counts, cases, on_every_processor};
use lkip_tests::oracle::{exact as decimal, hundred, rounded, text_of};
use lkip_tests::random::{Random, seed, tell};
use serde_json::{Value, json};

fn document(parts: &Value) -> Value {
    let mut document = json!({
        "schema": "lkip/1", "title": "Acak", "period": {"year": 2021}, "style": "plain", "rules": "setda-kaltim-2021"
    });
    let (Value::Object(document_fields), Value::Object(parts)) = (&mut document, parts) else { panic!("records") };
    document_fields.extend(parts.clone());
    document
}

fn checked(document: &Value) -> Cascade {
    let report = Report::from_json(&document.to_string()).unwrap_or_else(|errors| panic!("{errors:?}\n{document}"));
    cascade(&evaluate(&report, None).unwrap_or_else(|errors| panic!("{errors:?}\n{document}")))
}

// --- What components make.

/// An indicator of a made up cascade: components have higher places.
struct Made {
    realization: Option<String>,
    /// Counts of a formula.
    ratio: Option<(u64, u64)>,
    method: &'static str,
    components: Vec<(usize, Option<u64>)>,
}

/// Counts where it is a ratio, by its formula or by its components.
fn counts(all: &[Made], place: usize) -> Option<(RBig, RBig)> {
    let made = &all[place];
    if let Some((part, whole)) = made.ratio {
        return Some((RBig::from(part), RBig::from(whole)));
    }
    if made.components.is_empty() || made.method != "ratio_of_sums" {
        return None;
    }
    let of: Option<Vec<_>> = made.components.iter().map(|(below, _)| counts(all, *below)).collect();
    let all_there = made.components.iter().all(|(below, _)| reached(all, *below).is_some());
    let of = of.filter(|_| all_there)?;
    Some(of.into_iter().fold((RBig::ZERO, RBig::ZERO), |(a, b), (part, whole)| (a + part, b + whole)))
}

fn quotient((part, whole): (RBig, RBig)) -> Option<RBig> {
    (whole != RBig::ZERO).then(|| part / whole * hundred())
}

/// What the components of an indicator make by the definition; nothing where one is missing.
fn composed(all: &[Made], place: usize) -> Option<RBig> {
    let made = &all[place];
    let values: Option<Vec<RBig>> = made.components.iter().map(|(below, _)| reached(all, *below)).collect();
    let values = values?;
    let sum = |values: &[RBig]| values.iter().fold(RBig::ZERO, |sum, value| sum + value.clone());
    match made.method {
        "sum" => Some(sum(&values)),
        "mean" => Some(sum(&values) / RBig::from(values.len())),
        "minimum" => values.into_iter().min(),
        "ratio_of_sums" => {
            let of: Option<Vec<_>> = made.components.iter().map(|(below, _)| counts(all, *below)).collect();
            quotient(of?.into_iter().fold((RBig::ZERO, RBig::ZERO), |(a, b), (part, whole)| (a + part, b + whole)))
        }
        "weighted_mean" => {
            let weights: Option<Vec<RBig>> = made.components.iter().map(|(_, weight)| weight.map(RBig::from)).collect();
            let weights = weights?;
            let weighted: Vec<RBig> = values.iter().zip(&weights).map(|(value, weight)| value * weight).collect();
            (sum(&weights) != RBig::ZERO).then(|| sum(&weighted) / sum(&weights))
        }
        other => panic!("{other}"),
    }
}

/// What an indicator reached: as given, as its formula gives it, or else as its components do.
fn reached(all: &[Made], place: usize) -> Option<RBig> {
    let made = &all[place];
    if let Some(given) = &made.realization {
        return Some(decimal(given));
    }
    let own = made.ratio.and_then(|(part, whole)| quotient((RBig::from(part), RBig::from(whole))));
    own.or_else(|| if made.components.is_empty() { None } else { composed(all, place) })
}

fn made_up(random: &mut Random) -> Vec<Made> {
    let size = random.between(2, 24);
    let mut all = Vec::new();
    for place in 0..size {
        let method = *random.pick(&["sum", "mean", "minimum", "ratio_of_sums", "weighted_mean"]);
        let below: BTreeSet<usize> =
            (0..random.below(5)).map(|_| place + 1 + random.below(size)).filter(|one| *one < size).collect();
        let weighted = method == "weighted_mean" && !random.one_in(12);
        let components: Vec<(usize, Option<u64>)> =
            below.into_iter().map(|one| (one, weighted.then(|| u64::try_from(random.below(40)).unwrap()))).collect();
        let ratio = (components.is_empty() && random.one_in(2)).then(|| {
            let count = |random: &mut Random, most: usize| u64::try_from(random.below(most)).unwrap();
            (count(random, 900), count(random, 60))
        });
        let given = if components.is_empty() { ratio.is_none() && !random.one_in(15) } else { random.one_in(9) };
        let realization = given.then(|| {
            let (whole, places) = (random.below(100_000), random.below(5));
            if places == 0 { whole.to_string() } else { format!("{whole}.{}", random.digits(places)) }
        });
        all.push(Made { realization, ratio, method, components });
    }
    all
}

fn of_made(all: &[Made]) -> Value {
    let mut links = Vec::new();
    let mut indicators = Vec::new();
    for (place, made) in all.iter().enumerate() {
        let mut indicator = json!({"id": format!("i{place}"), "name": format!("I{place}"), "target": "50"});
        if let Some(realization) = &made.realization {
            indicator["realization"] = json!(realization);
        }
        if let Some((part, whole)) = made.ratio {
            indicator["formula"] = json!({"kind": "ratio", "part": [part], "whole": [whole]});
        }
        for (below, weight) in &made.components {
            let mut link = json!({"from": format!("i{below}"), "to": format!("i{place}"), "kind": "component", "method": made.method});
            if let Some(weight) = weight {
                link["weight"] = json!(weight);
            }
            links.push(link);
        }
        indicators.push(indicator);
    }
    document(&json!({"indicators": indicators, "links": links}))
}

#[test]
fn components_make_what_big_rationals_say() {
    let seed = seed("LKIP_ORACLE_SEED");
    let counted = on_every_processor(cases(10_000), seed, |cases, seed| {
        let mut random = Random::new(seed);
        let mut counted = Counts::new();
        for _ in 0..cases {
            let all = made_up(&mut random);
            let document = of_made(&all);
            let report = Report::from_json(&document.to_string()).unwrap();
            let evaluation = evaluate(&report, None).unwrap();
            for (place, made) in all.iter().enumerate().filter(|(_, made)| !made.components.is_empty()) {
                let figure = evaluation.figure(&format!("indicators.i{place}.rolled_up")).unwrap();
                let (ours, theirs) = (figure.exact().map(|exact| exact.to_string()), composed(&all, place));
                assert_eq!(ours, theirs.as_ref().map(text_of), "i{place} by {} in {document}", made.method);
                let outcome = if ours.is_some() { made.method } else { "none" };
                *counted.entry(outcome.to_owned()).or_default() += 1;
            }
        }
        counted
    });
    tell(&format!("oracle: components with seed {seed}: {counted:?}, none differ"));
    assert!(
        ["sum", "mean", "minimum", "ratio_of_sums", "weighted_mean", "none"].iter().all(|kind| counted[*kind] > 50)
    );
}

// --- What is changed is found.

/// Offices of a made up institution: who stands above whom, from the top.
fn offices(random: &mut Random) -> Vec<Option<usize>> {
    let mut parents = vec![None];
    let mut level = vec![0];
    for most in [3, 3, 2] {
        let mut next = Vec::new();
        for above in &level {
            for _ in 0..random.between(1, most) {
                next.push(parents.len());
                parents.push(Some(*above));
            }
        }
        level = next;
    }
    parents
}

const LEVELS: [&str; 4] = ["sekda", "asisten", "biro", "bagian"];

fn depth(parents: &[Option<usize>], office: usize) -> usize {
    parents[office].map_or(0, |above| depth(parents, above) + 1)
}

/// A cascade that agrees: targets of components make the targets above, budgets add up, every indicator is carried and
/// supports one above; the first of the Sekda is adopted by the first Asisten.
fn agreeing(random: &mut Random) -> Value {
    let parents = offices(random);
    let last = parents.len();
    let held = 3;
    let id = |office: usize, indicator: usize| format!("o{office}-i{indicator}");
    let (mut links, mut targets) = (Vec::new(), vec![vec![String::new(); held]; last]);
    let (mut amounts, mut realizations) = (vec![[0; 2]; last], vec![vec![String::new(); held]; last]);
    for office in (0..last).rev() {
        let below: Vec<usize> = (0..last).filter(|one| parents[*one] == Some(office)).collect();
        for indicator in 0..held {
            if below.is_empty() {
                targets[office][indicator] = (50 + 10 * indicator + random.below(9)).to_string();
                realizations[office][indicator] = format!("{}.{}", random.between(30, 120), random.digits(2));
                continue;
            }
            let method = *random.pick(&["sum", "mean", "weighted_mean", "minimum"]);
            let mut left = 100;
            let weights: Vec<usize> = (0..below.len())
                .map(|place| {
                    // Each at least one: what weighs nothing may go anywhere.
                    let behind = below.len() - place - 1;
                    let weight = if behind == 0 { left } else { 1 + random.below(left - behind) };
                    left -= weight;
                    weight
                })
                .collect();
            let compose = |values: Vec<RBig>| -> String {
                let sum = |values: &[RBig]| values.iter().fold(RBig::ZERO, |sum, value| sum + value.clone());
                let exact = match method {
                    "sum" => sum(&values),
                    "mean" => sum(&values) / RBig::from(values.len()),
                    "minimum" => values.into_iter().min().unwrap(),
                    _ => {
                        let weighted = values.iter().zip(&weights).map(|(value, weight)| value * RBig::from(*weight));
                        sum(&weighted.collect::<Vec<_>>()) / hundred()
                    }
                };
                rounded(&exact, "half_up", 2).unwrap()
            };
            targets[office][indicator] = compose(below.iter().map(|one| decimal(&targets[*one][indicator])).collect());
            realizations[office][indicator] =
                compose(below.iter().map(|one| decimal(&realizations[*one][indicator])).collect());
            for (below, weight) in below.iter().zip(&weights) {
                let mut link = json!({"from": id(*below, indicator), "to": id(office, indicator), "kind": "component", "method": method});
                if method == "weighted_mean" {
                    link["weight"] = json!(weight);
                }
                links.push(link);
            }
        }
        amounts[office] = [0, 1].map(|program| {
            let sum = below.iter().map(|one| amounts[*one][program]).sum::<usize>();
            if below.is_empty() { 1_000 + random.below(1_000_000) } else { sum }
        });
    }
    let mut indicators = Vec::new();
    let mut agreements = Vec::new();
    let mut written = Vec::new();
    for office in 0..last {
        let mut rows = Vec::new();
        for indicator in 0..held {
            let (target, realization) = (&targets[office][indicator], &realizations[office][indicator]);
            let name = format!("Indikator {indicator} unit {office}");
            indicators.push(json!({
                "id": id(office, indicator), "name": name, "office": format!("o{office}"), "unit": "%", "target": target,
                "realization": realization
            }));
            rows.push(json!({"indicator": id(office, indicator), "name": name, "unit": "persen", "target": target}));
        }
        if office == 1 {
            let target = &targets[0][0];
            rows.push(json!({"indicator": id(0, 0), "name": "Indikator 0 unit 0", "unit": "%", "target": target}));
        }
        let programs: Vec<Value> = (0..2)
            .map(|program| json!({"name": format!("Program {program}"), "allocation": amounts[office][program]}))
            .collect();
        let total: usize = amounts[office].iter().sum();
        let mut agreement = json!({"id": format!("pk{office}"), "office": format!("o{office}"), "indicators": rows, "programs": programs, "total": total});
        let mut entry = json!({"id": format!("o{office}"), "name": format!("Unit {office}"), "level": LEVELS[depth(&parents, office)]});
        if let Some(above) = parents[office] {
            agreement["superior"] = json!(format!("o{above}"));
            entry["parent"] = json!(format!("o{above}"));
        }
        agreements.push(agreement);
        written.push(entry);
    }
    document(&json!({"offices": written, "indicators": indicators, "agreements": agreements, "links": links}))
}

fn codes(cascade: &Cascade) -> BTreeSet<&'static str> {
    let findings = cascade.evaluation().findings().iter().map(|finding| finding.code().as_str());
    cascade.findings().iter().map(|finding| finding.code().as_str()).chain(findings).collect()
}

/// A place in a list of the document that is not the first office's.
fn one_of(random: &mut Random, document: &Value, list: &str) -> usize {
    random.below(document[list].as_array().unwrap().len())
}

/// One change: what it is called, and the checks one of which must find it.
fn change(random: &mut Random, document: &mut Value) -> (&'static str, &'static [&'static str]) {
    let links = one_of(random, document, "links");
    let agreement = one_of(random, document, "agreements");
    let row = random.below(3);
    // Of components by their minimum one that is not the lowest may go elsewhere, and all agrees again.
    let lowest = document["links"][links]["method"] == "minimum";
    match random.below(11) {
        kind if kind == 0 || kind == 1 && lowest => {
            document["links"].as_array_mut().unwrap().remove(links);
            ("link removed", &["supports_nothing"])
        }
        1 => {
            // To the next indicator of the same office above.
            let to = document["links"][links]["to"].as_str().unwrap().to_owned();
            let (office, indicator) = to.split_once("-i").unwrap();
            let other = (indicator.parse::<usize>().unwrap() + 1) % 3;
            document["links"][links]["to"] = json!(format!("{office}-i{other}"));
            (
                "link moved",
                &[
                    "component_targets",
                    "component_methods",
                    "component_weights",
                    "not_carried",
                    "rollup_differs",
                    "rollup_impossible",
                ],
            )
        }
        2 => {
            document["links"][links]["method"] = json!("ratio_of_sums");
            ("method changed", &["component_methods", "rollup_impossible"])
        }
        3 => {
            let from = document["links"][links]["from"].clone();
            document["links"][links]["to"] = from;
            ("link to itself", &["link_circle"])
        }
        4 => {
            document["agreements"][agreement]["indicators"][row]["target"] = json!("12345.67");
            ("target changed", &["target_differs"])
        }
        5 => {
            document["agreements"][agreement]["indicators"][row]["unit"] = json!("Level");
            ("unit changed", &["unit_differs"])
        }
        6 => {
            document["agreements"][agreement]["indicators"][row]["name"] = json!("Lain sama sekali");
            ("name changed", &["name_differs"])
        }
        7 => {
            let program = random.below(2);
            let amount = &mut document["agreements"][agreement]["programs"][program]["allocation"];
            *amount = json!(amount.as_u64().unwrap() + 1);
            ("amount changed", &["program_budget"])
        }
        8 => {
            let total = &mut document["agreements"][agreement]["total"];
            *total = json!(total.as_u64().unwrap() - 1);
            ("total changed", &["agreement_total"])
        }
        9 => {
            // Of the top level there is one office only: no other has an agreement that this one lacks.
            let agreement = agreement.max(1);
            let level = document["offices"][agreement]["level"].clone();
            let others = document["offices"].as_array().unwrap().iter().filter(|one| one["level"] == level).count();
            document["agreements"].as_array_mut().unwrap().remove(agreement);
            ("agreement removed", if others > 1 { &["agreement_missing"] } else { &["level_without_agreements"] })
        }
        _ => {
            let superior = &mut document["agreements"][agreement.max(1)]["superior"];
            let number: usize = superior.as_str().unwrap().strip_prefix('o').unwrap().parse().unwrap();
            *superior = json!(format!("o{}", number + 1));
            ("superior changed", &["two_superiors"])
        }
    }
}

#[test]
fn whatever_is_changed_is_found_by_its_check() {
    let seed = seed("LKIP_ORACLE_SEED");
    let counted = on_every_processor(cases(4_000), seed, |cases, seed| {
        let mut random = Random::new(seed);
        let mut counted = Counts::new();
        for _ in 0..cases {
            let mut document = agreeing(&mut random);
            assert_eq!(codes(&checked(&document)), BTreeSet::new(), "{document}");
            let (what, expected) = change(&mut random, &mut document);
            let found = codes(&checked(&document));
            assert!(
                expected.iter().any(|code| found.contains(code)),
                "{what}: expected one of {expected:?}, found {found:?} in {document}"
            );
            *counted.entry(what.to_owned()).or_default() += 1;
        }
        counted
    });
    tell(&format!("changes with seed {seed}: {counted:?}, all found"));
    assert_eq!(counted.len(), 11);
}
