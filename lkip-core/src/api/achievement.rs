//! `achievement`: the percentage and category of one indicator.

use super::figure;
use super::options::read_style;
use super::{Call, Options};
use crate::error::Errors;
use crate::measure::{Achievement, Measurement, Realization, written};
use crate::plain::{Plain, Record, owned_text, serialize_as_plain};
use crate::prelude::*;
use crate::rules::RuleSet;

/// What `achievement` takes, read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct AchievementCall {
    /// What the indicator is called; the answer says it again.
    pub label: Option<String>,
    /// The unit of target and realization (satuan); the answer says it again.
    pub unit: Option<String>,
    /// What is measured.
    pub measurement: Measurement,
    /// The rules, with what is replaced for this call.
    pub rules: RuleSet,
    /// Language and parts of the answer.
    pub options: Options,
}

/// What `achievement` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct AchievementAnswer {
    /// What the indicator is called, as the call said.
    pub label: Option<String>,
    /// The unit of target and realization, as the call said.
    pub unit: Option<String>,
    /// The achievement, with everything that explains it.
    pub achievement: Achievement,
    /// Language and parts of the answer.
    pub options: Options,
}

impl AchievementCall {
    /// Reads the fields of a call.
    ///
    /// # Errors
    ///
    /// Every mistake at once, with its path.
    pub fn read(call: &Call) -> Result<Self, Errors> {
        let mut f = call.open()?;
        let options = Options::read(&mut f);
        let style = read_style(&mut f);
        let label = f.optional(&["label", "indikator", "nama"], owned_text);
        let unit = f.optional(&["unit", "satuan"], owned_text);
        let measurement = written::measurement(&mut f, style);
        let rules = call.rules(&mut f);
        f.done(|| Some(Self { label, unit, measurement: measurement?, rules: rules?, options }))
    }

    /// Measures.
    #[must_use]
    pub fn answer(self) -> AchievementAnswer {
        AchievementAnswer {
            label: self.label,
            unit: self.unit,
            achievement: self.measurement.achievement(&self.rules),
            options: self.options,
        }
    }
}

pub(super) fn answer(call: &Call) -> Result<AchievementAnswer, Errors> {
    Ok(AchievementCall::read(call)?.answer())
}

impl From<&AchievementAnswer> for Plain {
    fn from(answer: &AchievementAnswer) -> Self {
        let AchievementAnswer { label, unit, achievement, options } = answer;
        let Options { language, .. } = *options;
        let (outcome, measurement) = (achievement.outcome(), achievement.measurement());
        let mut record = Record::new();
        record.maybe("label", label.as_ref());
        record.maybe("unit", unit.as_ref());
        figure::put_percent(&mut record, outcome, language);
        record.maybe("met", achievement.is_met());
        figure::put_reason_or_category(&mut record, outcome, achievement.category(), language);
        record.some("footnotes", Self::list(&measurement.footnotes));
        if let Realization::CarriedForward { year, .. } = measurement.realization {
            let mut carried = Record::new();
            carried.maybe("year", year.map(u32::from));
            record.put("carried_forward", carried);
        }
        let tree = || achievement.explanation(language);
        figure::put_explanation(&mut record, achievement.line(language), &tree, options);
        #[cfg(feature = "full")]
        if options.wants(super::Include::Receipt) {
            record.put("receipt", &achievement.receipt());
        }
        Self::Record(record)
    }
}

serialize_as_plain!(AchievementAnswer);
