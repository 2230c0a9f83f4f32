//! Receipts: what a figure was made of and by, so that a printed one can be made again.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::measure::{Achievement, Average, Item, ItemValue, Measurement, Realization, Target};
use crate::number::Number;
use crate::prelude::*;
use crate::rules::{Polarity, RuleSet};

/// Proof of what made a figure: the same inputs under the same rules give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The version of lkip.
    pub lkip: &'static str,
    /// The id of the rule set.
    pub rules: String,
    /// Its version.
    pub rules_version: String,
    /// The SHA-256 of the rule set's data, with everything that was replaced for this call.
    pub rules_fingerprint: String,
    /// The SHA-256 of the inputs as they were read, whatever the spelling or the language of the call.
    pub inputs_fingerprint: String,
}

impl Receipt {
    fn new(rules: &RuleSet, inputs: &impl Serialize) -> Self {
        Self {
            lkip: env!("CARGO_PKG_VERSION"),
            rules: rules.id.clone(),
            rules_version: rules.version.clone(),
            rules_fingerprint: rules.fingerprint(),
            inputs_fingerprint: fingerprint(inputs),
        }
    }
}

impl RuleSet {
    /// The SHA-256 of its data: equal rules have equal fingerprints, in every language.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }
}

impl Achievement {
    /// What the figure was made of and by.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::new(self.rules(), &Inputs::of(self.measurement()))
    }
}

impl Average {
    /// What the figure was made of and by.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        let items: Vec<ItemInputs<'_>> = self.items().iter().map(|item| ItemInputs::of(item, self.rules())).collect();
        Receipt::new(self.rules(), &items)
    }
}

/// The inputs of an achievement, in one spelling.
#[derive(Serialize)]
struct Inputs<'a> {
    target: [Option<Number>; 2],
    state: &'static str,
    realization: Option<Number>,
    carried_from: Option<u16>,
    polarity: Polarity,
    footnotes: &'a [String],
}

impl<'a> Inputs<'a> {
    fn of(measurement: &'a Measurement) -> Self {
        let (state, carried_from) = match measurement.realization {
            Realization::Measured(_) => ("measured", None),
            Realization::NotMeasured => ("not_measured", None),
            Realization::NotCarriedOut => ("not_carried_out", None),
            Realization::CarriedForward { year, .. } => ("carried_forward", year),
        };
        Self {
            target: match measurement.target {
                Target::None => [None, None],
                Target::Value(value) => [Some(value), None],
                Target::Range { low, high } => [Some(low), Some(high)],
            },
            state,
            realization: measurement.realization.value(),
            carried_from,
            polarity: measurement.polarity,
            footnotes: &measurement.footnotes,
        }
    }
}

/// The inputs of an item of an average. Rules are named where they differ from those of the average.
#[derive(Serialize)]
struct ItemInputs<'a> {
    weight: Option<Number>,
    percent: Option<Number>,
    measured: Option<Inputs<'a>>,
    group: Option<Vec<Self>>,
    rules: Option<String>,
}

impl<'a> ItemInputs<'a> {
    fn of(item: &'a Item, outer: &RuleSet) -> Self {
        let (mut percent, mut measured, mut group, mut rules) = (None, None, None, None);
        match &item.value {
            ItemValue::Given(given) => percent = Some(*given),
            ItemValue::Measured(achievement) => {
                measured = Some(Inputs::of(achievement.measurement()));
                rules = Some(achievement.rules());
            }
            ItemValue::Group(average) => {
                group = Some(average.items().iter().map(|item| Self::of(item, average.rules())).collect());
                rules = Some(average.rules());
            }
        }
        let rules = rules.filter(|rules| *rules != outer).map(RuleSet::fingerprint);
        Self { weight: item.weight, percent, measured, group, rules }
    }
}

fn fingerprint(data: &impl Serialize) -> String {
    // Texts, numbers and lists: writing them cannot fail.
    let json = serde_json::to_string(data).unwrap_or_default();
    let digest = Sha256::digest(json.as_bytes());
    let hex = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    digest.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}
