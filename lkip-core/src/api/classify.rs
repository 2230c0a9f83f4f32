//! `classify`: the category of a value on a scale.

use super::options::read_style;
use super::{Call, Options, figure};
use crate::error::{Code, Error, Errors};
use crate::measure::written;
use crate::number::{Number, Ratio};
use crate::outcome::Outcome;
use crate::plain::{Plain, serialize_as_plain};
use crate::rules::{Band, RuleSet, Scale};

/// What `classify` takes, read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassifyCall {
    /// The value.
    pub value: Number,
    /// The scale.
    pub scale: Scale,
    /// Language of the answer.
    pub options: Options,
}

/// What `classify` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassifyAnswer {
    /// The category with the bound that matched, or why there is none.
    pub category: Outcome<Band>,
    /// Language of the answer.
    pub options: Options,
}

impl ClassifyCall {
    /// Reads the fields of a call.
    ///
    /// # Errors
    ///
    /// Every mistake at once, with its path; [`Code::ScaleMissing`] when neither a scale nor rules with one are given.
    pub fn read(call: &Call) -> Result<Self, Errors> {
        let mut f = call.open()?;
        let options = Options::read(&mut f);
        let style = read_style(&mut f);
        let value = f.required(&["value", "nilai"], |p| written::one_number(p, style));
        let rules = f.optional(&["rules", "pedoman"], RuleSet::named).or_else(|| call.rules.clone());
        let scale = match (&call.scale, rules) {
            (Some(scale), _) => Some(scale.clone()),
            (None, None) => f.required(&["scale", "skala"], Scale::from_plain),
            (None, Some(rules)) => {
                let given = f.optional(&["scale", "skala"], Scale::from_plain);
                let missing = || Error::new(Code::ScaleMissing).text("rules", &rules.id).within("rules");
                let scale = given.or_else(|| rules.scale.clone()).ok_or_else(missing);
                f.problems().note(scale)
            }
        };
        f.done(|| Some(Self { value: value?, scale: scale?, options }))
    }

    /// Finds the category.
    #[must_use]
    pub fn answer(self) -> ClassifyAnswer {
        ClassifyAnswer { category: self.scale.find(&Ratio::from(self.value)), options: self.options }
    }
}

pub(super) fn answer(call: &Call) -> Result<ClassifyAnswer, Errors> {
    Ok(ClassifyCall::read(call)?.answer())
}

impl From<&ClassifyAnswer> for Plain {
    fn from(answer: &ClassifyAnswer) -> Self {
        figure::category(&answer.category, answer.options.language)
    }
}

serialize_as_plain!(ClassifyAnswer);
