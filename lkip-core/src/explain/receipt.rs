//! Receipts: what a figure was made of and by, so that a printed one can be made again.

use sha2::{Digest, Sha256};

use crate::measure::{Achievement, Average, Item, ItemValue, Measurement, Realization, Target};
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::rules::RuleSet;

/// Proof of what made a figure: the same inputs under the same rules give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    fn new(rules: &RuleSet, inputs: &Plain) -> Self {
        Self {
            lkip: env!("CARGO_PKG_VERSION"),
            rules: rules.id.clone(),
            rules_version: rules.version.clone(),
            rules_fingerprint: rules.fingerprint(),
            inputs_fingerprint: fingerprint(inputs),
        }
    }
}

impl From<&Receipt> for Plain {
    fn from(receipt: &Receipt) -> Self {
        let mut record = Record::new();
        record.text("lkip", receipt.lkip);
        record.text("rules", &receipt.rules);
        record.text("rules_version", &receipt.rules_version);
        record.text("rules_fingerprint", &receipt.rules_fingerprint);
        record.text("inputs_fingerprint", &receipt.inputs_fingerprint);
        Self::Record(record)
    }
}

serialize_as_plain!(Receipt);

impl RuleSet {
    /// The SHA-256 of its data: equal rules have equal fingerprints, in every language.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&Plain::from(self))
    }
}

impl Achievement {
    /// What the figure was made of and by.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::new(self.rules(), &inputs(self.measurement()))
    }
}

#[cfg(feature = "report")]
impl Receipt {
    /// What every figure of a report was made of and by: the document as it was read, whatever its spelling.
    pub(crate) fn of_report(rules: &RuleSet, document: &Plain) -> Self {
        Self::new(rules, document)
    }
}

impl Average {
    /// What the figure was made of and by.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::new(self.rules(), &item_inputs(self))
    }
}

/// The inputs of an achievement, in one spelling.
fn inputs(measurement: &Measurement) -> Plain {
    let target = match measurement.target {
        Target::None => [Plain::Null, Plain::Null],
        Target::Value(value) => [Plain::Number(value), Plain::Null],
        Target::Range { low, high } => [Plain::Number(low), Plain::Number(high)],
    };
    let (state, carried_from) = match measurement.realization {
        Realization::Measured(_) => ("measured", None),
        #[cfg(feature = "report")]
        Realization::Computed { .. } => ("computed", None),
        Realization::NotMeasured => ("not_measured", None),
        Realization::NotCarriedOut => ("not_carried_out", None),
        Realization::CarriedForward { year, .. } => ("carried_forward", year),
    };
    let mut record = Record::new();
    record.put("target", Vec::from(target));
    record.text("state", state);
    record.or_null("realization", written(&measurement.realization));
    record.or_null("carried_from", carried_from.map(u32::from));
    record.put("polarity", measurement.polarity);
    record.put("footnotes", Plain::list(&measurement.footnotes));
    Plain::Record(record)
}

/// A realization in one spelling: as a number, or as the quotient that a formula gave.
fn written(realization: &Realization) -> Option<Plain> {
    match realization {
        #[cfg(feature = "report")]
        Realization::Computed { exact, .. } => Some(Plain::Text(exact.text())),
        _ => realization.value().map(Plain::Number),
    }
}

/// The inputs of the items of an average.
fn item_inputs(average: &Average) -> Plain {
    Plain::List(each(average.items(), &mut |item| inputs_of_item(item, average.rules())))
}

/// The inputs of one item. Rules are named where they differ from those of the average.
fn inputs_of_item(item: &Item, outer: &RuleSet) -> Plain {
    let (mut percent, mut measured, mut group, mut rules) = (None, None, None, None);
    match &item.value {
        ItemValue::Given(given) => percent = Some(*given),
        ItemValue::Measured(achievement) => {
            measured = Some(inputs(achievement.measurement()));
            rules = Some(achievement.rules());
        }
        ItemValue::Group(average) => {
            group = Some(item_inputs(average));
            rules = Some(average.rules());
        }
    }
    let mut record = Record::new();
    record.or_null("weight", item.weight);
    record.or_null("percent", percent);
    record.or_null("measured", measured);
    record.or_null("group", group);
    record.or_null("rules", rules.filter(|rules| *rules != outer).map(RuleSet::fingerprint));
    Plain::Record(record)
}

fn fingerprint(data: &Plain) -> String {
    let digest = Sha256::digest(data.to_json().as_bytes());
    let hex = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    digest.iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}
