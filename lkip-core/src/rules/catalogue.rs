//! The built-in rule sets and scales: files of `catalogue/`, which `build.rs` embeds, checked like those of a user.

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

// `RULE_SETS` and `SCALES`, out of the files.
include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

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
