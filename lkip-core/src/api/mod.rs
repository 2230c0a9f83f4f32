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
#[cfg(feature = "batch")]
mod arrays;
#[cfg(feature = "report")]
mod audit;
mod average;
#[cfg(feature = "report")]
mod cascade;
#[cfg(feature = "full")]
mod catalogue;
mod classify;
#[cfg(feature = "full")]
mod codes;
#[cfg(feature = "full")]
mod column;
#[cfg(feature = "report")]
mod evaluate;
mod figure;
#[cfg(feature = "frame")]
mod measure;
mod numbers;
mod options;
#[cfg(feature = "full")]
mod required;
#[cfg(feature = "report")]
mod tables;
#[cfg(feature = "full")]
mod words;

pub use achievement::{AchievementAnswer, AchievementCall};
#[cfg(feature = "batch")]
pub use arrays::{Array, ArrayColumn, ArrayGroups, ArrayPolarity, ArraysCall};
#[cfg(feature = "report")]
pub use audit::{AuditAnswer, AuditFormat, AuditPart};
pub use average::{AverageAnswer, AverageCall};
#[cfg(feature = "report")]
pub use cascade::{CascadeAnswer, CascadeFormat, CascadePart, OfficeAnswer, TraceAnswer};
#[cfg(feature = "full")]
pub use catalogue::{RuleSetAnswer, RuleSetsAnswer, ScaleAnswer, ScalesAnswer};
pub use classify::{ClassifyAnswer, ClassifyCall};
#[cfg(feature = "full")]
pub use codes::CodesAnswer;
#[cfg(feature = "full")]
pub use column::ReadNumbersAnswer;
#[cfg(feature = "report")]
pub use evaluate::{EvaluateAnswer, FigureAnswer, WhatIfAnswer};
#[cfg(feature = "frame")]
pub use measure::{MeasureAnswer, MeasurePart, MeasuredGroup, MeasuredRow};
pub use numbers::{ReadNumberAnswer, TextAnswer};
pub use options::{Include, Options};
#[cfg(feature = "full")]
pub use required::RequiredAnswer;
#[cfg(feature = "report")]
pub use tables::{TableFormat, TablesAnswer};

use crate::error::{Code, Error, Errors};
use crate::language::Language;
use crate::plain::{Fields, Plain, Record, choose, serialize_as_plain, text};
use crate::prelude::*;
use crate::rules::{RuleSet, Scale};

macro_rules! operations {
    ($( $(#[doc = $doc:literal])+ $name:ident = $op:literal $(if $feature:literal)?: $read:path => $answer:ty ),+ $(,)?) => {
        /// The names of every operation that this build has.
        pub const OPERATIONS: &[&str] = &[$( $(#[cfg(feature = $feature)])? $op ),+];

        /// The answer to a call.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Answer {
            $( $(#[doc = $doc])+ $(#[cfg(feature = $feature)])? $name($answer), )+
            /// What is wrong with the call.
            Errors(ErrorsAnswer),
        }

        impl From<&Answer> for Plain {
            fn from(answer: &Answer) -> Self {
                match answer {
                    $( $(#[cfg(feature = $feature)])? Answer::$name(answer) => Self::from(answer), )+
                    Answer::Errors(errors) => Self::from(errors),
                }
            }
        }

        serialize_as_plain!(Answer);

        /// Answers one operation.
        fn run(op: &str, call: &Call) -> Result<Answer, Errors> {
            match op {
                $( $(#[cfg(feature = $feature)])? $op => $read(call).map(Answer::$name), )+
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
    /// The achievement of every row of a table.
    Measure = "measure" if "frame": measure::answer => MeasureAnswer,
    /// The category of a value.
    Classify = "classify": classify::answer => ClassifyAnswer,
    /// One text read as a number.
    ReadNumber = "read_number": numbers::read_number => ReadNumberAnswer,
    /// A column of texts read as numbers.
    ReadNumbers = "read_numbers" if "full": column::read_numbers => ReadNumbersAnswer,
    /// A number written for people.
    WriteNumber = "write_number": numbers::write_number => TextAnswer,
    /// A number in words (terbilang).
    InWords = "in_words" if "full": words::in_words => TextAnswer,
    /// Every figure of a report.
    Evaluate = "evaluate" if "report": evaluate::answer => EvaluateAnswer,
    /// One figure of a report, with its whole explanation.
    Figure = "figure" if "report": evaluate::figure => FigureAnswer,
    /// What changed values do to the figures of a report.
    WhatIf = "what_if" if "report": evaluate::what_if => WhatIfAnswer,
    /// What realization reaches a percentage or a category.
    Required = "required_realization" if "full": required::answer => RequiredAnswer,
    /// What is wrong with the printed figures of a report, and why.
    Audit = "audit" if "report": audit::answer => AuditAnswer,
    /// The cascade of a report: who holds what, what is wrong with it, how it adds up.
    Cascade = "cascade" if "report": cascade::answer => CascadeAnswer,
    /// An office's own page.
    Office = "office" if "report": cascade::office => OfficeAnswer,
    /// Where the number of an indicator comes from.
    Trace = "trace" if "report": cascade::trace => TraceAnswer,
    /// The tables of a report.
    Tables = "tables" if "report": tables::answer => TablesAnswer,
    /// The catalogue of rule sets.
    RuleSets = "rule_sets" if "full": catalogue::rule_sets => RuleSetsAnswer,
    /// One rule set, checked.
    RuleSet = "rule_set" if "full": catalogue::rule_set => RuleSetAnswer,
    /// The catalogue of scales.
    Scales = "scales" if "full": catalogue::scales => ScalesAnswer,
    /// One scale, checked.
    Scale = "scale" if "full": catalogue::scale => ScaleAnswer,
    /// Every error code and reason, with its meaning and its messages.
    Codes = "codes" if "full": codes::answer => CodesAnswer,
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
    #[cfg(feature = "report")]
    report: Option<crate::report::Report>,
}

impl Call {
    /// A call of an operation with its fields.
    #[must_use]
    pub fn new(op: &str, fields: Plain) -> Self {
        Self::of(Plain::from(op), fields)
    }

    fn of(op: Plain, fields: Plain) -> Self {
        Self {
            op,
            fields,
            rules: None,
            scale: None,
            #[cfg(feature = "report")]
            report: None,
        }
    }

    /// A call out of a record whose field `op` names the operation.
    #[must_use]
    pub fn from_plain(call: Plain) -> Self {
        match call {
            Plain::Record(mut fields) => {
                let op = fields.remove("op").unwrap_or(Plain::Null);
                Self::of(op, Plain::Record(fields))
            }
            other => Self::of(Plain::Null, other),
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

    /// The same call on a report that was checked before.
    #[cfg(feature = "report")]
    #[must_use]
    pub fn with_report(mut self, report: crate::report::Report) -> Self {
        self.report = Some(report);
        self
    }

    /// The language asked for; Indonesian where none is, or an unknown one.
    fn language(&self) -> Language {
        let Plain::Record(fields) = &self.fields else { return Language::default() };
        let asked = options::LANGUAGE.iter().find_map(|name| fields.get(name));
        asked.and_then(|tag| choose(tag).ok()).unwrap_or_default()
    }

    fn open(&self) -> Result<Fields<'_>, Error> {
        Fields::open(&self.fields)
    }

    /// The rule set of the call, with what is replaced for it.
    fn rules(&self, fields: &mut Fields<'_>) -> Option<RuleSet> {
        let rules = match &self.rules {
            Some(rules) => Some(rules.clone()),
            None => fields.required(&["rules", "pedoman"], RuleSet::named),
        };
        // Asked for in any case, so that a mistake in the rules does not make the replacements look unknown.
        let changed = fields.optional(&["overrides", "pengganti"], |p| match &rules {
            Some(rules) => rules.with(p).map(Some),
            None => Ok(None),
        });
        changed.flatten().or(rules)
    }

    fn answer(&self) -> Result<Answer, Errors> {
        // What is no record at all is told before what it lacks.
        self.open()?;
        if self.op.is_null() {
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

impl From<&ErrorsAnswer> for Plain {
    fn from(answer: &ErrorsAnswer) -> Self {
        let mut record = Record::new();
        record.text("outcome", "error");
        let mut errors = Vec::new();
        for error in answer.errors.iter() {
            errors.push(Self::from(&error.report(answer.language)));
        }
        record.put("errors", errors);
        Self::Record(record)
    }
}

serialize_as_plain!(ErrorsAnswer);

/// The beginning of an answer that says no more about its outcome.
fn computed() -> Record {
    let mut record = Record::new();
    record.text("outcome", "computed");
    record
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
    Plain::from(&answer).to_json()
}
