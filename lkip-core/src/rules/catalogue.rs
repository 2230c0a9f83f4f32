//! The built-in rule sets and scales: files of `catalogue/`, checked like those of a user.

use once_cell::race::OnceBox;

use super::{RuleSet, Scale};
use crate::error::{Code, Error, Errors};
use crate::prelude::*;

/// An entry: its id, its file, and what was made of it when it was first asked for.
struct Entry<T> {
    id: &'static str,
    json: &'static str,
    loaded: OnceBox<Result<T, Errors>>,
}

impl<T: Clone> Entry<T> {
    const fn new(id: &'static str, json: &'static str) -> Self {
        Self { id, json, loaded: OnceBox::new() }
    }

    fn load(&self, read: fn(&str) -> Result<T, Errors>) -> Result<T, Error> {
        self.loaded.get_or_init(|| Box::new(read(self.json))).clone().map_err(|errors| errors.first().clone())
    }
}

macro_rules! entries {
    ($folder:literal: $($id:literal),+ $(,)?) => {
        [$(Entry::new($id, include_str!(concat!("../../catalogue/", $folder, "/", $id, ".json")))),+]
    };
}

static RULE_SETS: [Entry<RuleSet>; 9] = entries! {
    "rules":
    "biro-organisasi-ntt-2024",
    "biro-umum-ntt-2021",
    "bkd-ntt-2021",
    "kemenkeu-nko",
    "lan-239-2003",
    "permendagri-86-2017",
    "permenpanrb-53-2014",
    "permenpanrb-8-2021",
    "setda-kaltim-2021",
};

static SCALES: [Entry<Scale>; 29] = entries! {
    "scales":
    "app-absorption",
    "app-bna-efficiency",
    "app-bna-traffic",
    "app-calc-js",
    "app-esakip-dash",
    "app-misarianto-2020",
    "app-ntt-esakip",
    "app-wp-eval",
    "ekppd",
    "eppd-2025",
    "iki-8-2021",
    "ikm-25-2004",
    "ikpa",
    "ipm",
    "itkp",
    "kelembagaan-20-2018",
    "kemenkeu-traffic",
    "kepmendagri-690-effectiveness",
    "kepmendagri-690-efficiency",
    "lan-239-2003",
    "maluku-tengah-2021",
    "ntt-85-70-55",
    "ntt-85-75-55",
    "permendagri-86-2017",
    "sakip-predicate",
    "sampang-2019",
    "semarang-iku",
    "skm-14-2017",
    "skm-14-2017-unsur",
};

/// The rule set of an id.
///
/// # Errors
///
/// [`Code::UnknownRuleSet`], with the ids that there are.
pub fn rule_set(id: &str) -> Result<RuleSet, Error> {
    match RULE_SETS.iter().find(|entry| entry.id == id) {
        Some(entry) => entry.load(RuleSet::from_json),
        None => Err(Error::new(Code::UnknownRuleSet)
            .text("found", id)
            .texts("choices", &each(&RULE_SETS, &mut |entry| entry.id))),
    }
}

/// The scale of an id.
///
/// # Errors
///
/// [`Code::UnknownScale`], with the ids that there are.
pub fn scale(id: &str) -> Result<Scale, Error> {
    match SCALES.iter().find(|entry| entry.id == id) {
        Some(entry) => entry.load(Scale::from_json),
        None => Err(Error::new(Code::UnknownScale)
            .text("found", id)
            .texts("choices", &each(&SCALES, &mut |entry| entry.id))),
    }
}

/// The ids of the built-in rule sets.
pub fn rule_set_ids() -> impl Iterator<Item = &'static str> {
    RULE_SETS.iter().map(|entry| entry.id)
}

/// The ids of the built-in scales.
pub fn scale_ids() -> impl Iterator<Item = &'static str> {
    SCALES.iter().map(|entry| entry.id)
}
