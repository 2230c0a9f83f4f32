//! `rule_sets`, `rule_set`, `scales`, `scale`: the catalogue, and one entry or a user's own, checked.

use super::{Call, Options};
use crate::error::Errors;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::rules::{self, Bilingual, Citation, RuleSet, Scale};

/// What `rule_sets` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetsAnswer {
    /// Every built-in rule set.
    pub rule_sets: Vec<RuleSet>,
}

/// What `rule_set` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetAnswer {
    /// The rule set, checked.
    pub rule_set: RuleSet,
}

/// What `scales` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ScalesAnswer {
    /// Every built-in scale.
    pub scales: Vec<Scale>,
}

/// What `scale` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleAnswer {
    /// The scale, checked.
    pub scale: Scale,
}

fn no_fields(call: &Call) -> Result<(), Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    f.done(|| Some(()))
}

pub(super) fn rule_sets(call: &Call) -> Result<RuleSetsAnswer, Errors> {
    no_fields(call)?;
    let mut rule_sets = Vec::new();
    for id in rules::rule_set_ids() {
        rule_sets.push(rules::rule_set(id)?);
    }
    Ok(RuleSetsAnswer { rule_sets })
}

pub(super) fn scales(call: &Call) -> Result<ScalesAnswer, Errors> {
    no_fields(call)?;
    let mut scales = Vec::new();
    for id in rules::scale_ids() {
        scales.push(rules::scale(id)?);
    }
    Ok(ScalesAnswer { scales })
}

pub(super) fn rule_set(call: &Call) -> Result<RuleSetAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let rules = call.rules(&mut f);
    f.done(|| rules.map(|rule_set| RuleSetAnswer { rule_set }))
}

pub(super) fn scale(call: &Call) -> Result<ScaleAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let scale = f.required(&["scale", "skala"], Scale::from_plain);
    f.done(|| scale.map(|scale| ScaleAnswer { scale }))
}

/// What a list says of an entry.
fn entry(id: &str, version: &str, title: &Bilingual, verified: bool, citations: &[Citation]) -> Record {
    let mut record = Record::new();
    record.text("id", id);
    record.text("version", version);
    record.put("title", title);
    record.put("verified", verified);
    record.put("citations", Plain::list(citations));
    record
}

fn rule_set_entry(rules: &RuleSet) -> Plain {
    let mut entry = entry(&rules.id, &rules.version, &rules.title, rules.is_verified(), &rules.citations);
    entry.maybe("scale", rules.scale.as_ref().map(|scale| &scale.id));
    Plain::Record(entry)
}

fn scale_entry(scale: &Scale) -> Plain {
    entry(&scale.id, &scale.version, &scale.title, scale.is_verified(), &scale.citations).into()
}

fn answer(name: &str, entries: Vec<Plain>) -> Plain {
    let mut record = super::computed();
    record.put(name, entries);
    Plain::Record(record)
}

impl From<&RuleSetsAnswer> for Plain {
    fn from(RuleSetsAnswer { rule_sets }: &RuleSetsAnswer) -> Self {
        answer("rule_sets", each(rule_sets, &mut rule_set_entry))
    }
}

impl From<&ScalesAnswer> for Plain {
    fn from(ScalesAnswer { scales }: &ScalesAnswer) -> Self {
        answer("scales", each(scales, &mut scale_entry))
    }
}

impl From<&RuleSetAnswer> for Plain {
    fn from(RuleSetAnswer { rule_set }: &RuleSetAnswer) -> Self {
        let mut record = super::computed();
        record.put("verified", rule_set.is_verified());
        record.put("fingerprint", rule_set.fingerprint());
        record.put("rule_set", rule_set);
        Self::Record(record)
    }
}

impl From<&ScaleAnswer> for Plain {
    fn from(ScaleAnswer { scale }: &ScaleAnswer) -> Self {
        let mut record = super::computed();
        record.put("verified", scale.is_verified());
        record.put("scale", scale);
        Self::Record(record)
    }
}

serialize_as_plain!(RuleSetsAnswer, RuleSetAnswer, ScalesAnswer, ScaleAnswer);
