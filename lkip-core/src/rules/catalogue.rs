//! The built-in rule sets and scales: files of `catalogue/`, which `build.rs` embeds, checked like those of a user.

use once_cell::race::OnceBox;

use super::{RuleSet, Scale};
use crate::error::{Code, Error, Errors};
use crate::prelude::*;

/// An entry: its id, its file, and what was made of it when it was first asked for.
struct Entry<T> {
    id: &'static str,
    json: &'static str,
    loaded: OnceBox<Option<T>>,
}

impl<T: Clone> Entry<T> {
    const fn new(id: &'static str, json: &'static str) -> Self {
        Self { id, json, loaded: OnceBox::new() }
    }

    fn load(&self, read: fn(&str) -> Result<T, Errors>) -> Option<T> {
        self.loaded.get_or_init(|| Box::new(read(self.json).ok())).clone()
    }
}

/// The entry of an id. That all are sound, tests see to.
fn find<T: Clone>(
    entries: &[Entry<T>],
    id: &str,
    read: fn(&str) -> Result<T, Errors>,
    unknown: Code,
) -> Result<T, Error> {
    let entry = entries.iter().find(|entry| entry.id == id);
    let found = entry.and_then(|entry| entry.load(read));
    found.ok_or_else(|| Error::new(unknown).text("found", id).texts("choices", &each(entries, &mut |entry| entry.id)))
}

// `RULE_SETS` and `SCALES`, out of the files.
include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The rule set of an id.
///
/// # Errors
///
/// [`Code::UnknownRuleSet`], with the ids that there are.
pub fn rule_set(id: &str) -> Result<RuleSet, Error> {
    find(&RULE_SETS, id, RuleSet::from_json, Code::UnknownRuleSet)
}

/// The scale of an id.
///
/// # Errors
///
/// [`Code::UnknownScale`], with the ids that there are.
pub fn scale(id: &str) -> Result<Scale, Error> {
    find(&SCALES, id, Scale::from_json, Code::UnknownScale)
}

/// The ids of the built-in rule sets.
pub fn rule_set_ids() -> impl Iterator<Item = &'static str> {
    RULE_SETS.iter().map(|entry| entry.id)
}

/// The ids of the built-in scales.
pub fn scale_ids() -> impl Iterator<Item = &'static str> {
    SCALES.iter().map(|entry| entry.id)
}
