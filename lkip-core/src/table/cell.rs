//! [`Cell`]: a text, a figure, a category, a sign, or why there is nothing.

use core::cmp::Ordering;

use crate::evaluate::Figure;
use crate::explain::display_value;
use crate::language::{Language, Text, bilingual};
use crate::measure::{Target, Unit};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::plain::choices;
use crate::prelude::*;
use crate::rules::{Band, Bilingual};
use crate::text::{concat, size};

/// A cell of a table. What has no value is never a zero.
#[doc(alias = "sel")]
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing belongs here: the target of a heading.
    Empty,
    /// A text of the document.
    Text(String),
    /// A text of lkip's own.
    Word {
        /// What stands for it in data, where it is a word and no sentence: `program`, `2` of the second quarter.
        code: Option<String>,
        /// The text.
        text: Bilingual,
    },
    /// Which of many: the number of a row, a year.
    Count(usize),
    /// A number.
    Figure(Shown),
    /// A target from one number to another.
    Range {
        /// The key of the figure, where it is one.
        key: Option<String>,
        /// The low end.
        low: Number,
        /// The high end.
        high: Number,
        /// Their unit.
        unit: Unit,
    },
    /// A category.
    Category(Band),
    /// Above, equal or below.
    Sign(Sign),
    /// Why there is no value.
    Absent(Absence),
}

/// A number in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The key of the figure; nothing for what stands in the document without one, such as the target of a quarter.
    pub key: Option<String>,
    /// The number, with its places.
    pub value: Number,
    /// Its unit.
    pub unit: Unit,
    /// The footnote marks behind it: `*)`.
    pub marks: Vec<String>,
}

/// Why a cell has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The key of the figure, where it is one.
    pub key: Option<String>,
    /// What is shown instead.
    pub state: State,
    /// The reason of the evaluation, where it gives one.
    pub reason: Option<Reason>,
}

choices! {
    /// What is shown where there is no value.
    pub enum State {
        /// There is no target in that period: blank.
        NoTarget = "no_target",
        /// Not measured yet.
        NotMeasured = "not_measured",
        /// The activity was not carried out.
        NotCarriedOut = "not_carried_out",
        /// The spending is not reported.
        NotReported = "not_reported",
        /// There is nothing to compare with: a dash.
        NoBase = "no_base",
        /// There is nothing to state: a dash.
        NotApplicable = "not_applicable",
        /// It cannot be computed.
        NotComputable = "not_computable",
    }
}

choices! {
    /// How a value stands to what it is compared with.
    pub enum Sign {
        /// It is higher.
        Above = "above",
        /// It is the same.
        Equal = "equal",
        /// It is lower.
        Below = "below",
    }
}

impl Sign {
    /// `+`, `=` or `−`.
    #[must_use]
    pub const fn as_sign(self) -> &'static str {
        match self {
            Self::Above => "+",
            Self::Equal => "=",
            Self::Below => "−",
        }
    }

    /// The sign in words.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Above => bilingual!("di atas", "above"),
            Self::Equal => bilingual!("sama dengan", "equal to"),
            Self::Below => bilingual!("di bawah", "below"),
        }
    }

    pub(crate) fn of(value: &Ratio, other: &Ratio) -> Self {
        match value.cmp(other) {
            Ordering::Greater => Self::Above,
            Ordering::Equal => Self::Equal,
            Ordering::Less => Self::Below,
        }
    }
}

impl State {
    /// What a table shows.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::NoTarget => bilingual!("", ""),
            Self::NotMeasured => bilingual!("belum diukur", "not measured"),
            Self::NotCarriedOut => bilingual!("tidak dilaksanakan", "not carried out"),
            Self::NotReported => bilingual!("belum dilaporkan", "not reported"),
            Self::NoBase | Self::NotApplicable => bilingual!("-", "-"),
            Self::NotComputable => bilingual!("tidak dapat dihitung", "not computable"),
        }
    }

    /// What a reason is shown as; whether there should be a value is a matter of the outcome.
    const fn of(code: ReasonCode, missing: bool) -> Self {
        match (code, missing) {
            (ReasonCode::NoTarget, _) => Self::NoTarget,
            (ReasonCode::NotMeasured, _) => Self::NotMeasured,
            (ReasonCode::NotCarriedOut, _) => Self::NotCarriedOut,
            (ReasonCode::NoSpending, _) => Self::NotReported,
            (ReasonCode::NoBase, _) => Self::NoBase,
            (ReasonCode::NothingToAverage, _) | (_, false) => Self::NotApplicable,
            (_, true) => Self::NotComputable,
        }
    }
}

impl Absence {
    /// The reason, where what is shown does not say it.
    pub(crate) fn untold(&self) -> Option<&Reason> {
        let told = |reason: &&Reason| match reason.code() {
            ReasonCode::NoAllocation | ReasonCode::NothingToAverage => true,
            _ => !matches!(self.state, State::NotApplicable | State::NotComputable),
        };
        self.reason.as_ref().filter(|reason| !told(reason))
    }
}

impl Cell {
    /// What a reader of the language is shown: `111,11 %`, `Rp 1.250.000`, `tidak dilaksanakan`.
    #[must_use]
    pub fn display(&self, language: Language) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Word { text, .. } => text.get(language).to_owned(),
            Self::Count(count) => size(*count),
            Self::Figure(shown) => {
                let mut text = display_value(shown.value, shown.unit, language);
                for mark in &shown.marks {
                    text.push(' ');
                    text.push_str(mark);
                }
                text
            }
            Self::Range { low, high, unit, .. } => {
                let low = display_value(*low, Unit::Number, language);
                concat(&[&low, "–", &display_value(*high, *unit, language)])
            }
            Self::Category(band) => band.category().label.clone(),
            Self::Sign(sign) => sign.as_sign().to_owned(),
            Self::Absent(absence) => absence.state.words().get(language).to_owned(),
        }
    }

    pub(crate) fn state(state: State) -> Self {
        Self::Absent(Absence { key: None, state, reason: None })
    }

    pub(crate) fn word(code: &str, text: Text) -> Self {
        Self::Word { code: Some(code.to_owned()), text: super::wording::plain(text) }
    }

    /// A number of the document that is no figure of its own.
    pub(crate) fn number(value: Number, unit: Unit) -> Self {
        Self::Figure(Shown { key: None, value, unit, marks: Vec::new() })
    }

    /// A figure, or why it has no value.
    pub(crate) fn of(figure: &Figure) -> Self {
        let key = Some(figure.key().to_owned());
        match figure.outcome() {
            Outcome::Computed(value) => {
                Self::Figure(Shown { key, value: value.reported, unit: value.unit, marks: Vec::new() })
            }
            Outcome::NotApplicable(reason) => Self::absent(key, reason, false),
            Outcome::NotComputable(reason) => Self::absent(key, reason, true),
        }
    }

    fn absent(key: Option<String>, reason: Reason, missing: bool) -> Self {
        Self::Absent(Absence { key, state: State::of(reason.code(), missing), reason: Some(reason) })
    }

    /// A figure that may not be there.
    pub(crate) fn maybe(figure: Option<&Figure>) -> Self {
        figure.map_or_else(|| Self::state(State::NotApplicable), Self::of)
    }

    /// The category of a figure that has a value.
    pub(crate) fn category(figure: &Figure) -> Self {
        let key = Some(figure.key().to_owned());
        match figure.category().filter(|_| figure.value().is_some()) {
            Some(Outcome::Computed(band)) => Self::Category(band.clone()),
            // Rules without a scale have no column for categories.
            Some(Outcome::NotApplicable(reason)) if reason.code() == ReasonCode::NoScale => Self::Empty,
            Some(Outcome::NotApplicable(reason)) => Self::absent(key, reason.clone(), false),
            Some(Outcome::NotComputable(reason)) => Self::absent(key, reason.clone(), true),
            None => Self::Empty,
        }
    }

    /// A target, under the key of its figure where it is one.
    pub(crate) fn target(target: Target, unit: Unit, key: Option<String>) -> Self {
        match target {
            Target::None => Self::state(State::NoTarget),
            Target::Value(value) => Self::Figure(Shown { key, value, unit, marks: Vec::new() }),
            Target::Range { low, high } => Self::Range { key, low, high, unit },
        }
    }

    /// The same with footnote marks, where it is a number.
    pub(crate) fn marked(mut self, marks: Vec<String>) -> Self {
        if let Self::Figure(shown) = &mut self {
            shown.marks = marks;
        }
        self
    }
}
