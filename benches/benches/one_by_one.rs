//! One indicator at a time: lkip beside the same figure in `rust_decimal` and in floats.
//!
//! The floats are here to be compared with, not to be used: they are wrong at ties.
#![allow(missing_docs, reason = "the macros of criterion make undocumented functions")]
#![allow(clippy::unwrap_used, clippy::float_arithmetic, reason = "what users would write instead")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use lkip_core::number::{ReadStyle, Style, read};
use lkip_core::{Language, Measurement, Number, api, rules};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

const CALL: &str = r#"{"op":"achievement","target":"70,00","realization":"98,40","rules":"bkd-ntt-2021","include":[]}"#;
const CALL_EXPLAINED: &str = r#"{"op":"achievement","target":"70,00","realization":"98,40","rules":"bkd-ntt-2021"}"#;

fn achievement(c: &mut Criterion) {
    let rules = rules::rule_set("bkd-ntt-2021").unwrap();
    let (target, realization): (Number, Number) = ("70.00".parse().unwrap(), "98.40".parse().unwrap());
    let measured = Measurement::new(target, realization);
    let (t, r): (Decimal, Decimal) = (target.into(), realization.into());
    let (tf, rf) = (t.to_f64().unwrap(), r.to_f64().unwrap());

    let mut group = c.benchmark_group("achievement and category");
    group.bench_function("lkip, Number in and out", |b| {
        b.iter(|| black_box(&measured).clone().achievement(black_box(&rules)));
    });
    group.bench_function("lkip, with its explanation", |b| {
        b.iter(|| black_box(&measured).clone().achievement(black_box(&rules)).explanation(Language::Indonesian));
    });
    group.bench_function("lkip, JSON in and out", |b| b.iter(|| api::answer_json(black_box(CALL))));
    group
        .bench_function("lkip, JSON in and out, explained", |b| b.iter(|| api::answer_json(black_box(CALL_EXPLAINED))));
    group.bench_function("rust_decimal by hand", |b| {
        b.iter(|| {
            let percent = black_box(r) / black_box(t) * Decimal::ONE_HUNDRED;
            let percent = percent.round_dp_with_strategy(2, RoundingStrategy::ToZero);
            (percent, percent >= Decimal::from(85), percent >= Decimal::from(75), percent >= Decimal::from(55))
        });
    });
    group.bench_function("f64 by hand (inexact)", |b| {
        b.iter(|| {
            let percent = (black_box(rf) / black_box(tf) * 10_000.0).trunc() / 100.0;
            (percent, percent >= 85.0, percent >= 75.0, percent >= 55.0)
        });
    });
    group.finish();
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("reading a number");
    let texts = ["Rp. 111.617.829.255,-", "98,40", "66,00 (peringkat 4)"];
    group.bench_function("lkip, as it stands in a table", |b| {
        b.iter(|| texts.map(|text| read(black_box(text), ReadStyle::Declared(Style::Indonesian)).is_ok()));
    });
    let plain = ["111617829255", "98.40", "66.00"];
    group.bench_function("lkip, canonical text", |b| {
        b.iter(|| plain.map(|text| black_box(text).parse::<Number>().is_ok()));
    });
    group.bench_function("rust_decimal, canonical text", |b| {
        b.iter(|| plain.map(|text| Decimal::from_str_exact(black_box(text)).is_ok()));
    });
    group.finish();
}

criterion_group!(benches, achievement, reading);
criterion_main!(benches);
