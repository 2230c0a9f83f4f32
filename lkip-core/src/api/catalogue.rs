//! `rule_sets`, `rule_set`, `scales`, `scale`: the catalogue, and one entry or a user's own, checked.

use serde::{Serialize, Serializer};

use super::{Call, Options, input};
use crate::error::Errors;
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
    let rule_sets = rules::rule_set_ids().map(rules::rule_set).collect::<Result<_, _>>()?;
    Ok(RuleSetsAnswer { rule_sets })
}

pub(super) fn scales(call: &Call) -> Result<ScalesAnswer, Errors> {
    no_fields(call)?;
    let scales = rules::scale_ids().map(rules::scale).collect::<Result<_, _>>()?;
    Ok(ScalesAnswer { scales })
}

pub(super) fn rule_set(call: &Call) -> Result<RuleSetAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let rules = input::rules(call, &mut f);
    f.done(|| rules.map(|rule_set| RuleSetAnswer { rule_set }))
}

pub(super) fn scale(call: &Call) -> Result<ScaleAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let scale = f.required(&["scale", "skala"], Scale::from_plain);
    f.done(|| scale.map(|scale| ScaleAnswer { scale }))
}

/// What a list says of an entry.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a Bilingual,
    verified: bool,
    citations: &'a [Citation],
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a str>,
}

#[derive(Serialize)]
struct List<'a> {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_sets: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scales: Option<Vec<Entry<'a>>>,
}

impl Serialize for RuleSetsAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule_sets = self.rule_sets.iter().map(rule_set_entry).collect();
        List { outcome: "computed", rule_sets: Some(rule_sets), scales: None }.serialize(serializer)
    }
}

fn rule_set_entry(rules: &RuleSet) -> Entry<'_> {
    Entry {
        id: &rules.id,
        version: &rules.version,
        title: &rules.title,
        verified: rules.is_verified(),
        citations: &rules.citations,
        scale: rules.scale.as_ref().map(|scale| scale.id.as_str()),
    }
}

impl Serialize for ScalesAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scales = self.scales.iter().map(scale_entry).collect();
        List { outcome: "computed", rule_sets: None, scales: Some(scales) }.serialize(serializer)
    }
}

fn scale_entry(scale: &Scale) -> Entry<'_> {
    Entry {
        id: &scale.id,
        version: &scale.version,
        title: &scale.title,
        verified: scale.is_verified(),
        citations: &scale.citations,
        scale: None,
    }
}

impl Serialize for RuleSetAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            outcome: &'static str,
            verified: bool,
            fingerprint: String,
            rule_set: &'a RuleSet,
        }
        let rule_set = &self.rule_set;
        Fields { outcome: "computed", verified: rule_set.is_verified(), fingerprint: rule_set.fingerprint(), rule_set }
            .serialize(serializer)
    }
}

impl Serialize for ScaleAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            outcome: &'static str,
            verified: bool,
            scale: &'a Scale,
        }
        Fields { outcome: "computed", verified: self.scale.is_verified(), scale: &self.scale }.serialize(serializer)
    }
}
