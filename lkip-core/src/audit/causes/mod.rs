//! What may have made a wrong figure: one file for each family of causes.
//!
//! Each gives only what reproduces the printed digits exactly.

mod average;
mod copied;
mod formula;
mod hand;
mod sum;
mod target;

pub(super) use sum::{Correction, Sum, is_sum, sums};

use super::Diagnosis;
use super::network::{Basis, Entry, Network, at, mode_of};
use crate::evaluate::Figure;
use crate::number::{Mode, Number, Ratio};
use crate::prelude::*;
use crate::rules::RuleSet;

/// A wrong entry, with what its causes are looked for in.
pub(super) struct Case<'a> {
    pub(super) network: &'a Network<'a>,
    /// The amounts that the sums show to be wrong.
    pub(super) corrections: &'a [Correction],
    pub(super) sums: &'a [Sum],
    pub(super) entry: &'a Entry<'a>,
    pub(super) place: usize,
    pub(super) figure: &'a Figure,
    pub(super) printed: Number,
    pub(super) rules: &'a RuleSet,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        network: &'a Network<'a>,
        corrections: &'a [Correction],
        sums: &'a [Sum],
        entry: &'a Entry<'a>,
    ) -> Option<Self> {
        let place = entry.figure?;
        let figure = network.figure(place)?;
        let (printed, rules) = (entry.number()?, network.rules(figure));
        Some(Self { network, corrections, sums, entry, place, figure, printed, rules })
    }

    /// How the rules round this figure.
    fn mode(&self) -> Mode {
        mode_of(self.figure, self.rules)
    }

    /// The value as it would be printed.
    fn shown(&self, exact: &Ratio) -> Option<Number> {
        at(exact, self.mode(), self.printed.places())
    }

    /// Whether a value makes the printed digits, rounded as the rules say.
    fn makes(&self, exact: Option<&Ratio>) -> bool {
        exact.is_some_and(|exact| self.shown(exact) == Some(self.printed))
    }

    /// Whether a value makes the printed digits in any rounding: other conventions may come together.
    fn makes_somehow(&self, exact: Option<&Ratio>) -> bool {
        let makes = |exact: &Ratio| {
            [Mode::HalfUp, Mode::Truncate]
                .iter()
                .any(|mode| at(exact, *mode, self.printed.places()) == Some(self.printed))
        };
        exact.is_some_and(makes)
    }

    /// What should be printed.
    fn expected(&self) -> Option<Number> {
        match self.figure.made() {
            crate::evaluate::Made::Given { value, .. } => Some(*value),
            _ => self.figure.exact().and_then(|exact| self.shown(&exact)),
        }
    }

    /// What should be printed, were the inputs others: those that are printed.
    fn expected_otherwise(&self) -> Vec<Number> {
        let mut expected = Vec::new();
        for (basis, instead) in self.network.otherwise(self.place, self.entry) {
            if matches!(basis, Basis::Elsewhere(_)) {
                continue;
            }
            let value = self.network.again(self.figure, &instead, self.rules);
            append(&mut expected, value.and_then(|value| self.shown(&value)));
        }
        expected
    }
}

/// Everything that explains an entry, the most telling first.
pub(super) fn diagnose(case: &Case<'_>) -> Vec<Diagnosis> {
    let mut found = Vec::new();
    sum::of_percentage(case, &mut found);
    target::of(case, &mut found);
    formula::of(case, &mut found);
    average::of(case, &mut found);
    copied::of(case, &mut found);
    hand::of(case, &mut found);
    sum::of_total(case, &mut found);
    ranked(found, case.expected())
}

/// In the order of their ranks, each cause once, with what should stand there.
pub(super) fn ranked(mut found: Vec<Diagnosis>, expected: Option<Number>) -> Vec<Diagnosis> {
    found.sort_by_key(|diagnosis| diagnosis.cause.rank());
    found.dedup_by_key(|diagnosis| diagnosis.cause);
    for diagnosis in &mut found {
        diagnosis.corrected = diagnosis.corrected.or(expected);
    }
    found
}
