//! What a formula gives: a value as it is reported and as it exactly is, in its unit.

use crate::number::{Number, Ratio};
use crate::plain::choices;
use crate::prelude::*;
use crate::text::{concat, count};

choices! {
    /// The unit of a computed value (satuan).
    #[doc(alias = "satuan")]
    pub enum Unit {
        /// A number of its own: an index, a count.
        Number = "number" | "angka" | "indeks",
        /// Of a hundred.
        Percent = "percent" | "persen" | "%" | "persentase" | "percentage",
        /// Percentage points: the difference of two percentages.
        Points = "points" | "poin" | "poin persen",
        /// Amounts of money.
        Rupiah = "rupiah" | "rp" | "rp.",
    }
}

/// A value before rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exact {
    /// A quotient of whole numbers.
    Ratio(Ratio),
    /// A root, which no quotient is equal to as a rule: that of a geometric mean.
    Root {
        /// What the root is taken of; not below zero.
        radicand: Ratio,
        /// Which root; not zero.
        degree: u32,
    },
}

impl Exact {
    /// As data: `984/7`, `1385920^(1/3)`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Ratio(ratio) => ratio.text(),
            Self::Root { radicand, degree } => {
                let radicand = radicand.text();
                let base = if radicand.contains('/') { concat(&["(", &radicand, ")"]) } else { radicand };
                concat(&[&base, "^(1/", &count(u64::from(*degree)), ")"])
            }
        }
    }
}

/// A computed value: what is reported, and what it exactly is.
///
/// ```
/// use lkip_core::measure::{Composite, Operand, Unit};
/// use lkip_core::{Language, Number, rules};
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let operand = |number: i32| Operand::new("", Number::from(number));
/// let share = Composite::Ratio { part: vec![operand(739)], whole: vec![operand(740)] };
/// let calculation = share.calculate(Unit::Percent, &rules)?;
/// let value = calculation.outcome().value().expect("740 is not zero");
/// assert_eq!(value.display(Language::Indonesian), "99,86 %");
/// assert_eq!(value.ratio().to_string(), "3695/37");
/// # Ok::<(), lkip_core::Errors>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Rounded once, as the rules say.
    pub reported: Number,
    /// Before rounding.
    pub exact: Exact,
    /// The unit.
    pub unit: Unit,
}

impl Value {
    /// What flows on into other formulas: the exact value, or the reported one where it is a root.
    #[must_use]
    pub fn ratio(&self) -> Ratio {
        match &self.exact {
            Exact::Ratio(ratio) => ratio.clone(),
            Exact::Root { .. } => Ratio::from(self.reported),
        }
    }

    /// Whether rounding lost nothing.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match &self.exact {
            Exact::Ratio(ratio) => *ratio == Ratio::from(self.reported),
            Exact::Root { radicand, degree } => {
                let reported = Ratio::from(self.reported);
                (1..*degree).fold(reported.clone(), |power, _| power.times(&reported)) == *radicand
            }
        }
    }
}

impl From<super::Percent> for Value {
    fn from(percent: super::Percent) -> Self {
        Self { reported: percent.reported, exact: Exact::Ratio(percent.exact), unit: Unit::Percent }
    }
}
