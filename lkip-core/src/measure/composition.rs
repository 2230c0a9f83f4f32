//! [`Composition`]: how the components of an indicator make its value (komponen pembentuk).

use super::calculation::{Found, Shape};
use super::composite::{all, summed};
use super::{Calculation, Composite, Operand, OperandValue, Unit};
use crate::error::Detail;
use crate::number::{Number, Ratio};
use crate::outcome::{Reason, ReasonCode};
use crate::plain::choices;
use crate::prelude::*;
use crate::rules::{Formula, RuleSet};
use crate::text::{join, size};

choices! {
    /// How the components of an indicator make its value.
    #[derive(PartialOrd, Ord)]
    pub enum Composition {
        /// Their sum.
        Sum = "sum" | "jumlah",
        /// Their mean.
        Mean = "mean" | "rata_rata",
        /// The mean by the weights of the links.
        WeightedMean = "weighted_mean" | "rata_rata_tertimbang",
        /// Sum of what they divide ÷ sum of what they divide by × 100 %: never the mean of percentages.
        RatioOfSums = "ratio_of_sums" | "rasio_jumlah",
        /// The lowest of them.
        Minimum = "minimum" | "terendah",
    }
}

impl Composition {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> crate::language::Text {
        self.formula().title()
    }

    const fn formula(self) -> Formula {
        match self {
            Self::Sum => Formula::Sum,
            Self::Mean => Formula::MeanOfValues,
            Self::WeightedMean => Formula::WeightedMeanOfValues,
            Self::RatioOfSums => Formula::RatioOfSums,
            Self::Minimum => Formula::Minimum,
        }
    }

    /// The value that components make, in a unit. Where one has no value there is none: a part is never shown as the whole.
    ///
    /// A ratio of sums takes the counts out of the ratios that made its components.
    ///
    /// ```
    /// use lkip_core::measure::{Composition, Operand, Unit};
    /// use lkip_core::{Number, rules};
    /// let rules = rules::rule_set("setda-kaltim-2021")?;
    /// let biro = [("Biro Hukum", 90), ("Biro Umum", 81)].map(|(name, value)| Operand::new(name, Number::from(value)));
    /// let mean = Composition::Mean.compose(biro.to_vec(), Unit::Percent, &rules);
    /// assert_eq!(mean.value().map(|value| value.reported.to_string()).as_deref(), Some("85.50"));
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    #[must_use]
    pub fn compose(self, components: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Calculation {
        let refused = |components, reason| self.refuse(components, reason, rules);
        let values = match all(&components) {
            Ok(values) => values,
            Err(reason) => return refused(components, reason),
        };
        let composite = match self {
            Self::Sum => Composite::Sum(components.clone()),
            Self::Mean => Composite::Mean(components.clone()),
            Self::WeightedMean => match weights(&components) {
                Ok(()) => Composite::WeightedMean(components.clone()),
                Err(reason) => return refused(components, reason),
            },
            Self::RatioOfSums => match counts(&components) {
                Ok((part, whole)) => Composite::Ratio { part, whole },
                Err(reason) => return refused(components, reason),
            },
            Self::Minimum => {
                let lowest = values.into_iter().min().ok_or_else(|| Reason::new(ReasonCode::NoOperandHasValue));
                return summed(Formula::Minimum, components, unit, rules, lowest);
            }
        };
        let made = composite.calculate(unit, rules);
        made.unwrap_or_else(|_| refused(components, Reason::new(ReasonCode::NoOperandHasValue)))
    }
}

impl Composition {
    /// The value that components would make, and why they do not.
    pub(crate) fn refuse(self, components: Vec<Operand>, reason: Reason, rules: &RuleSet) -> Calculation {
        Calculation::new(self.formula(), components, Shape::Plain, rules, Err::<Found, _>(reason))
    }
}

/// Every component has a weight, and none is below zero.
fn weights(components: &[Operand]) -> Result<(), Reason> {
    let without = |operand: &Operand| operand.remarks().weight.is_none_or(Number::is_negative);
    named(components, &without, ReasonCode::ComponentWithoutWeight)
}

/// What the ratios of the components divide, and what they divide by.
fn counts(components: &[Operand]) -> Result<(Vec<Operand>, Vec<Operand>), Reason> {
    named(components, &|operand| ratio(operand).is_none(), ReasonCode::ComponentWithoutCounts)?;
    let (mut part, mut whole) = (Vec::new(), Vec::new());
    for component in components {
        let Some((above, below)) = ratio(component) else { continue };
        for (counts, into) in [(above, &mut part), (below, &mut whole)] {
            let sum = Ratio::sum(some_of(counts, &mut |count| count.ratio().ok()));
            let mut count = Operand::new(component.label.clone(), OperandValue::Exact(sum));
            count.figure.clone_from(&component.figure);
            into.push(count);
        }
    }
    Ok((part, whole))
}

/// The counts of a ratio: what is divided, and what it is divided by.
fn ratio(operand: &Operand) -> Option<(&[Operand], &[Operand])> {
    let OperandValue::Of(made) = &operand.value else { return None };
    let Shape::Parts(parts) = made.shape else { return None };
    if made.formula != Formula::RatioOfSums {
        return None;
    }
    made.operands.split_at_checked(parts)
}

impl Calculation {
    /// The sum that a ratio divides by; nothing for what is no ratio.
    pub(crate) fn whole(&self) -> Option<Ratio> {
        let Shape::Parts(parts) = self.shape else { return None };
        let below = self.operands.get(parts..).filter(|_| self.formula == Formula::RatioOfSums)?;
        all(below).ok().map(Ratio::sum)
    }
}

/// The reason that names the components of which something holds.
fn named(components: &[Operand], holds: &dyn Fn(&Operand) -> bool, reason: ReasonCode) -> Result<(), Reason> {
    let mut names = Vec::new();
    for (place, component) in components.iter().enumerate() {
        if holds(component) {
            names.push(match &component.label {
                super::Label::Own(name) => (**name).to_owned(),
                _ => size(place + 1),
            });
        }
    }
    if names.is_empty() { Ok(()) } else { Err(Reason::new(reason).with("items", Detail::Text(join(&names, ", ")))) }
}
