//! What is measured: a target, a realization or the reason why there is none, and which way is good.

use crate::error::{Code, Error};
use crate::number::{Number, Ratio};
use crate::prelude::*;
use crate::rules::Polarity;

/// What was promised (target, rencana), in the indicator's unit.
#[doc(alias = "rencana")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// No target was set: blank, which is not zero.
    None,
    /// One value.
    Value(Number),
    /// Anything from `low` to `high`.
    Range {
        /// The low end.
        low: Number,
        /// The high end.
        high: Number,
    },
}

impl Target {
    /// A target range.
    ///
    /// # Errors
    ///
    /// [`Code::RangeReversed`] when `low` is above `high`.
    pub fn range(low: Number, high: Number) -> Result<Self, Error> {
        if low > high {
            return Err(Error::new(Code::RangeReversed).number("low", low).number("high", high));
        }
        Ok(Self::Range { low, high })
    }

    /// The value that a realization is measured against: the nearer end of a range.
    pub(super) fn nearest(self, realization: &Ratio) -> Option<Ratio> {
        match self {
            Self::None => None,
            Self::Value(value) => Some(Ratio::from(value)),
            Self::Range { low, high } => {
                let (low, high) = (Ratio::from(low), Ratio::from(high));
                Some(if *realization < low { low } else { high })
            }
        }
    }

    /// Whether a realization lies inside a range.
    pub(super) fn encloses(self, realization: &Ratio) -> bool {
        matches!(self, Self::Range { low, high }
            if (Ratio::from(low)..=Ratio::from(high)).contains(realization))
    }

    /// Whether a realization meets the target.
    #[must_use]
    pub fn is_met_by(self, realization: &Ratio, polarity: Polarity) -> bool {
        let (low, high) = match self {
            Self::None => return false,
            Self::Value(target) => (target, target),
            Self::Range { low, high } => (low, high),
        };
        let reaches = *realization >= Ratio::from(low);
        let stays_within = *realization <= Ratio::from(high);
        match polarity {
            Polarity::Higher => reaches,
            Polarity::Lower => stays_within,
            Polarity::OnTarget => reaches && stays_within,
        }
    }
}

impl From<Number> for Target {
    fn from(value: Number) -> Self {
        Self::Value(value)
    }
}

/// What was reached (realisasi), in the indicator's unit, or why there is no value.
///
/// The states stay distinct to the end: a genuine zero is `Measured(0)`.
#[doc(alias = "realisasi")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Realization {
    /// A measured value; zero is a value.
    Measured(Number),
    /// Not measured or not reported yet.
    NotMeasured,
    /// The activity was not carried out (tidak dilaksanakan).
    NotCarriedOut,
    /// The last official value of an earlier year, for want of a new one. It follows into every figure made of it.
    CarriedForward {
        /// The value.
        value: Number,
        /// The year it is of.
        year: Option<u16>,
    },
    /// A value that a formula gives, which need not be a decimal: it enters further figures unrounded.
    #[cfg(feature = "report")]
    Computed {
        /// The exact value.
        exact: Ratio,
        /// What is reported of it.
        reported: Number,
    },
}

impl Realization {
    /// The value as it is reported, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<Number> {
        match self {
            Self::Measured(value) | Self::CarriedForward { value, .. } => Some(*value),
            #[cfg(feature = "report")]
            Self::Computed { reported, .. } => Some(*reported),
            Self::NotMeasured | Self::NotCarriedOut => None,
        }
    }

    /// The exact value, if there is one: what enters formulas.
    #[must_use]
    pub fn exact(&self) -> Option<Ratio> {
        match self {
            #[cfg(feature = "report")]
            Self::Computed { exact, .. } => Some(exact.clone()),
            _ => self.value().map(Ratio::from),
        }
    }
}

impl From<Number> for Realization {
    fn from(value: Number) -> Self {
        Self::Measured(value)
    }
}

/// An indicator's target and realization, ready to be measured under a rule set.
///
/// ```
/// use lkip_core::{Measurement, Number, Polarity, rules};
/// let target: Number = "7".parse()?;
/// let months: Number = "6.5".parse()?;
/// let rules = rules::rule_set("permenpanrb-8-2021")?;
/// let achievement = Measurement::new(target, months).polarity(Polarity::Lower).achievement(&rules);
/// assert_eq!(achievement.percent().map(|p| p.to_string()).as_deref(), Some("107.14"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// What was promised.
    pub target: Target,
    /// What was reached.
    pub realization: Realization,
    /// Which way is good.
    pub polarity: Polarity,
    /// Footnote marks, such as `*)`, that follow the value into every figure made of it.
    pub footnotes: Vec<String>,
}

impl Measurement {
    /// A measurement where higher is better.
    pub fn new(target: impl Into<Target>, realization: impl Into<Realization>) -> Self {
        Self {
            target: target.into(),
            realization: realization.into(),
            polarity: Polarity::Higher,
            footnotes: Vec::new(),
        }
    }

    /// The same with another polarity.
    #[must_use]
    pub fn polarity(mut self, polarity: Polarity) -> Self {
        self.polarity = polarity;
        self
    }

    /// The same with a footnote mark.
    #[must_use]
    pub fn footnote(mut self, mark: impl Into<String>) -> Self {
        self.footnotes.push(mark.into());
        self
    }
}
