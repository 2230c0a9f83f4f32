//! `achievement`: the percentage and category of one indicator.

use serde::{Serialize, Serializer};

use super::figure::{CarriedForward, Figure};
use super::input;
use super::options::read_style;
use super::{Call, Options};
use crate::error::Errors;
use crate::measure::{Achievement, Measurement, Realization};
use crate::plain::owned_text;
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
        let measurement = input::measurement(&mut f, style);
        let rules = input::rules(call, &mut f);
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

impl Serialize for AchievementAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { label, unit, achievement, options } = self;
        let measurement = achievement.measurement();
        let footnotes = measurement.footnotes.clone();
        let explanation = achievement.explanation(options.language);
        let (outcome, category) = (achievement.outcome(), achievement.category());
        let mut figure = Figure::new(outcome, category, footnotes, explanation, options);
        figure.label = label.as_deref();
        figure.unit = unit.as_deref();
        figure.met = achievement.is_met();
        if let Realization::CarriedForward { year, .. } = measurement.realization {
            figure.carried_forward = Some(CarriedForward { year });
        }
        figure.with_receipt(|| achievement.receipt(), options).serialize(serializer)
    }
}
