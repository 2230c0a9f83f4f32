//! The one door that every language shares: a [`Call`] in, an [`Answer`] out, and their twins in JSON.
//!
//! ```
//! use lkip_core::api;
//! let answer = api::answer_json(
//!     r#"{"op": "achievement", "target": "70", "realisasi": "98,40", "rules": "setda-kaltim-2021", "include": []}"#,
//! );
//! assert!(answer.starts_with(r#"{"outcome":"computed","percent":"140.57","display":"140,57 %","exact":"984/7""#));
//! ```

mod achievement;
mod average;
mod catalogue;
mod classify;
mod codes;
mod figure;
mod input;
mod numbers;
mod options;

use alloc::collections::BTreeMap;

use serde::{Serialize, Serializer};

pub use achievement::{AchievementAnswer, AchievementCall};
pub use average::{AverageAnswer, AverageCall};
pub use catalogue::{RuleSetAnswer, RuleSetsAnswer, ScaleAnswer, ScalesAnswer};
pub use classify::{ClassifyAnswer, ClassifyCall};
pub use codes::CodesAnswer;
pub use numbers::{ReadNumberAnswer, ReadNumbersAnswer, TextAnswer};
pub use options::{Include, Options};

use crate::error::{Code, Error, Errors};
use crate::language::Language;
use crate::plain::{Fields, Plain, text};
use crate::prelude::*;
use crate::rules::{RuleSet, Scale};

macro_rules! operations {
    ($( $(#[doc = $doc:literal])+ $name:ident = $op:literal: $read:path => $answer:ty ),+ $(,)?) => {
        /// The names of every operation.
        pub const OPERATIONS: &[&str] = &[$($op),+];

        /// The answer to a call.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Answer {
            $( $(#[doc = $doc])+ $name($answer), )+
            /// What is wrong with the call.
            Errors(ErrorsAnswer),
        }

        impl Serialize for Answer {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $( Self::$name(answer) => answer.serialize(serializer), )+
                    Self::Errors(errors) => errors.serialize(serializer),
                }
            }
        }

        /// Answers one operation.
        fn run(op: &str, call: &Call) -> Result<Answer, Errors> {
            match op {
                $( $op => $read(call).map(Answer::$name), )+
                _ => Err(Error::new(Code::UnknownOperation)
                    .text("found", op)
                    .texts("choices", OPERATIONS)
                    .within("op")
                    .into()),
            }
        }
    };
}

operations! {
    /// The achievement of one indicator.
    Achievement = "achievement": achievement::answer => AchievementAnswer,
    /// The average of achievements.
    Average = "average": average::answer => AverageAnswer,
    /// The category of a value.
    Classify = "classify": classify::answer => ClassifyAnswer,
    /// One text read as a number.
    ReadNumber = "read_number": numbers::read_number => ReadNumberAnswer,
    /// A column of texts read as numbers.
    ReadNumbers = "read_numbers": numbers::read_numbers => ReadNumbersAnswer,
    /// A number written for people.
    WriteNumber = "write_number": numbers::write_number => TextAnswer,
    /// A number in words (terbilang).
    InWords = "in_words": numbers::in_words => TextAnswer,
    /// The catalogue of rule sets.
    RuleSets = "rule_sets": catalogue::rule_sets => RuleSetsAnswer,
    /// One rule set, checked.
    RuleSet = "rule_set": catalogue::rule_set => RuleSetAnswer,
    /// The catalogue of scales.
    Scales = "scales": catalogue::scales => ScalesAnswer,
    /// One scale, checked.
    Scale = "scale": catalogue::scale => ScaleAnswer,
    /// Every error code and reason, with its meaning and its messages.
    Codes = "codes": codes::answer => CodesAnswer,
}

/// A call: an operation and its fields, as plain data.
///
/// The fields have English names and those that Indonesian forms use: `realization` or `realisasi`. Unknown
/// fields are refused. A rule set or a scale that was checked before can be used again instead of its id.
///
/// ```
/// use lkip_core::{Plain, api, rules};
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let fields = Plain::from_json(r#"{"target": "90,00", "realization": "100,00"}"#)?;
/// let call = api::Call::new("achievement", fields).with_rules(rules);
/// let api::Answer::Achievement(answer) = api::answer(&call) else { unreachable!("the call is sound") };
/// assert_eq!(answer.achievement.percent().map(|p| p.to_string()).as_deref(), Some("111.11"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    op: Plain,
    fields: Plain,
    rules: Option<RuleSet>,
    scale: Option<Scale>,
}

impl Call {
    /// A call of an operation with its fields.
    #[must_use]
    pub fn new(op: &str, fields: Plain) -> Self {
        Self { op: Plain::from(op), fields, rules: None, scale: None }
    }

    /// A call out of a record whose field `op` names the operation.
    #[must_use]
    pub fn from_plain(call: Plain) -> Self {
        match call {
            Plain::Record(record) => {
                let mut op = Plain::Null;
                let mut fields = BTreeMap::new();
                for (field, value) in record {
                    if field == "op" {
                        op = value;
                    } else {
                        fields.insert(field, value);
                    }
                }
                Self { op, fields: Plain::Record(fields), rules: None, scale: None }
            }
            other => Self { op: Plain::Null, fields: other, rules: None, scale: None },
        }
    }

    /// A call out of JSON.
    ///
    /// # Errors
    ///
    /// [`Code::MalformedJson`], [`Code::DuplicateField`].
    pub fn from_json(json: &str) -> Result<Self, Error> {
        Plain::from_json(json).map(Self::from_plain)
    }

    /// The same call under a rule set that was checked before.
    #[must_use]
    pub fn with_rules(mut self, rules: RuleSet) -> Self {
        self.rules = Some(rules);
        self
    }

    /// The same call on a scale that was checked before.
    #[must_use]
    pub fn with_scale(mut self, scale: Scale) -> Self {
        self.scale = Some(scale);
        self
    }

    /// The language asked for; Indonesian where none is, or an unknown one.
    fn language(&self) -> Language {
        let Plain::Record(fields) = &self.fields else { return Language::default() };
        match options::LANGUAGE.iter().find_map(|name| fields.get(*name)) {
            Some(Plain::Text(tag)) => Language::from_tag(tag).unwrap_or_default(),
            _ => Language::default(),
        }
    }

    fn open(&self) -> Result<Fields<'_>, Error> {
        Fields::open(&self.fields)
    }

    fn answer(&self) -> Result<Answer, Errors> {
        // What is no record at all is told before what it lacks.
        self.open()?;
        if self.op == Plain::Null {
            return Err(Error::new(Code::MissingField).text("field", "op").within("op").into());
        }
        let op = text(&self.op).map_err(|error| error.within("op"))?;
        run(op, self)
    }
}

/// What is wrong with a call: `{"outcome": "error", "errors": [{code, path, message, details}]}`.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorsAnswer {
    /// Every mistake.
    pub errors: Errors,
    /// The language of the messages.
    pub language: Language,
}

impl Serialize for ErrorsAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            outcome: &'static str,
            errors: Vec<crate::error::ErrorReport<'a>>,
        }
        let errors = self.errors.iter().map(|error| error.report(self.language)).collect();
        Fields { outcome: "error", errors }.serialize(serializer)
    }
}

/// Answers a call. Never panics, never fails: what is wrong with the call is an answer too.
#[must_use]
pub fn answer(call: &Call) -> Answer {
    call.answer().unwrap_or_else(|errors| Answer::Errors(ErrorsAnswer { errors, language: call.language() }))
}

/// Answers a call in JSON, in JSON.
#[must_use]
pub fn answer_json(call: &str) -> String {
    let answer = match Call::from_json(call) {
        Ok(call) => answer(&call),
        Err(error) => Answer::Errors(ErrorsAnswer { errors: error.into(), language: Language::default() }),
    };
    // Answers are made of texts, lists and records: writing them cannot fail.
    serde_json::to_string(&answer).unwrap_or_default()
}
