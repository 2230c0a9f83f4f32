//! [`Operand`]: a value that enters a formula, with its name and what must be known of it.

use alloc::sync::Arc;

use super::{Calculation, Value};
use crate::language::Text;
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason};
use crate::prelude::*;

/// What an operand is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Label {
    /// It has no name: its place stands for it.
    #[default]
    Unnamed,
    /// A name of the caller's.
    Own(Arc<str>),
    /// A word of the field, in both languages.
    Word(Text),
}

/// One value that enters a formula.
///
/// ```
/// use lkip_core::Number;
/// use lkip_core::measure::Operand;
/// let score = Operand::new("Perencanaan", Number::from(25)).weight(Number::from(30)).footnote("*)");
/// assert_eq!(score.remarks().footnotes, ["*)"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Operand {
    /// What it is called.
    pub label: Label,
    /// Its value.
    pub value: OperandValue,
    /// The key of the figure of a report whose value it is, where it is one.
    pub figure: Option<Box<str>>,
    /// Apart, for few have any: the operands are most of what an evaluation holds.
    remarks: Option<Box<Remarks>>,
}

/// What must be known of an operand besides its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    /// Its weight (bobot), where the formula has weights.
    pub weight: Option<Number>,
    /// Footnote marks that follow it into every figure made of it.
    pub footnotes: Vec<String>,
    /// That its value is the last one of an earlier year, for want of a new one.
    pub carried: Option<Carried>,
}

static NO_REMARKS: Remarks = Remarks { weight: None, footnotes: Vec::new(), carried: None };

/// The mark of a value that was carried forward from an earlier year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The year that it is of, if it is known.
    pub year: Option<u16>,
}

/// The value of an operand.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandValue {
    /// A number as it was written.
    Given(Number),
    /// An exact value, made elsewhere.
    Exact(Ratio),
    /// A reported value together with the exact one: an achievement, an average, an absorption.
    Known(Box<Value>),
    /// There is none.
    Missing(Reason),
    /// What another calculation gives.
    Of(Arc<Calculation>),
}

impl Operand {
    /// An operand without a weight. An empty label is none.
    pub fn new(label: impl Into<Label>, value: impl Into<OperandValue>) -> Self {
        Self { label: label.into(), value: value.into(), figure: None, remarks: None }
    }

    /// What must be known of it besides its value.
    #[must_use]
    pub fn remarks(&self) -> &Remarks {
        self.remarks.as_deref().unwrap_or(&NO_REMARKS)
    }

    fn remark(&mut self) -> &mut Remarks {
        self.remarks.get_or_insert_default()
    }

    /// The same with a weight.
    #[must_use]
    pub fn weight(mut self, weight: Number) -> Self {
        self.remark().weight = Some(weight);
        self
    }

    /// The same with a footnote mark.
    #[must_use]
    pub fn footnote(mut self, mark: impl Into<String>) -> Self {
        self.remark().footnotes.push(mark.into());
        self
    }

    /// The same as a value of an earlier year.
    #[must_use]
    pub fn carried_from(mut self, year: Option<u16>) -> Self {
        self.remark().carried = Some(Carried { year });
        self
    }

    /// The same as the value of a figure of a report.
    #[must_use]
    pub fn of_figure(mut self, key: impl Into<String>) -> Self {
        self.figure = Some(key.into().into_boxed_str());
        self
    }

    /// Whether it has a value.
    pub(crate) fn is_present(&self) -> bool {
        match &self.value {
            OperandValue::Given(_) | OperandValue::Exact(_) | OperandValue::Known(_) => true,
            OperandValue::Missing(_) => false,
            OperandValue::Of(calculation) => calculation.value().is_some(),
        }
    }

    /// What enters the formula, or why nothing does.
    ///
    /// # Errors
    ///
    /// The reason why there is no value.
    pub fn ratio(&self) -> Result<Ratio, &Reason> {
        match &self.value {
            OperandValue::Given(number) => Ok(Ratio::from(*number)),
            OperandValue::Exact(ratio) => Ok(ratio.clone()),
            OperandValue::Known(value) => Ok(value.ratio()),
            OperandValue::Missing(reason) => Err(reason),
            OperandValue::Of(calculation) => match calculation.outcome() {
                Outcome::Computed(value) => Ok(value.ratio()),
                Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => Err(reason),
            },
        }
    }

    /// Whether it rests on a value of an earlier year, at any depth.
    #[must_use]
    pub fn is_carried_forward(&self) -> bool {
        self.remarks().carried.is_some()
            || matches!(&self.value, OperandValue::Of(calculation) if calculation.is_carried_forward())
    }

    /// How many places it is written with; nothing where it is no decimal.
    pub(super) fn places(&self) -> Option<u32> {
        match &self.value {
            OperandValue::Given(number) => Some(number.places()),
            OperandValue::Known(value) if value.is_exact() => Some(value.reported.places()),
            OperandValue::Of(calculation) => {
                calculation.outcome().value().filter(|value| value.is_exact()).map(|value| value.reported.places())
            }
            OperandValue::Exact(ratio) => ratio.to_number(0).map(Number::places),
            OperandValue::Known(_) | OperandValue::Missing(_) => None,
        }
    }
}

impl From<Arc<str>> for Label {
    fn from(name: Arc<str>) -> Self {
        if name.is_empty() { Self::Unnamed } else { Self::Own(name) }
    }
}

impl From<&str> for Label {
    fn from(name: &str) -> Self {
        Self::from(Arc::<str>::from(name))
    }
}

impl From<String> for Label {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}

impl From<Option<String>> for Label {
    fn from(name: Option<String>) -> Self {
        name.map_or(Self::Unnamed, Self::from)
    }
}

impl From<Text> for Label {
    fn from(word: Text) -> Self {
        Self::Word(word)
    }
}

impl From<Number> for OperandValue {
    fn from(number: Number) -> Self {
        Self::Given(number)
    }
}

impl From<&Ratio> for OperandValue {
    fn from(ratio: &Ratio) -> Self {
        Self::Exact(ratio.clone())
    }
}

impl From<Value> for OperandValue {
    fn from(value: Value) -> Self {
        Self::Known(Box::new(value))
    }
}

impl From<Reason> for OperandValue {
    fn from(reason: Reason) -> Self {
        Self::Missing(reason)
    }
}

impl From<Calculation> for OperandValue {
    fn from(calculation: Calculation) -> Self {
        Self::Of(Arc::new(calculation))
    }
}

impl From<&Outcome<Value>> for OperandValue {
    fn from(outcome: &Outcome<Value>) -> Self {
        match outcome {
            Outcome::Computed(value) => Self::from(value.clone()),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => Self::Missing(reason.clone()),
        }
    }
}

impl From<&Outcome<super::Percent>> for OperandValue {
    fn from(outcome: &Outcome<super::Percent>) -> Self {
        Self::from(&outcome.clone().map(Value::from))
    }
}
