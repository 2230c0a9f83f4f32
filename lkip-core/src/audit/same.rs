//! The same quantity in several places.

use super::network::{Entry, Network, same_at_lower};
use crate::number::{Content, Number};
use crate::plain::choices;
use crate::prelude::*;
use crate::report::Shows;

choices! {
    /// Whether the places that print a figure agree.
    pub enum Agreement {
        /// They print the same number.
        Equal = "equal",
        /// They print the same number at the places of the one that has the fewest.
        EqualRounded = "equal_rounded",
        /// They print different numbers.
        Contradiction = "contradiction",
        /// One of them is no number.
        Malformed = "malformed",
    }
}

/// A figure that is printed more than once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    pub(super) figure: String,
    pub(super) entries: Vec<usize>,
    pub(super) agreement: Agreement,
}

impl Same {
    /// The key of the figure.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    /// The places of the entries in the document's list.
    #[must_use]
    pub fn entries(&self) -> &[usize] {
        &self.entries
    }

    /// Whether they agree.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        self.agreement
    }
}

/// Every figure that is printed more than once.
pub(super) fn groups(network: &Network<'_>) -> Vec<Same> {
    let mut groups = Vec::new();
    for place in 0..network.evaluation.figures().len() {
        let (mut entries, mut numbers, mut malformed) = (Vec::new(), Vec::new(), false);
        for (number, entry) in network.prints(place).filter(|(_, entry)| entry.printed.shows == Shows::Value) {
            entries.push(number);
            append(&mut numbers, entry.number());
            malformed |= is_malformed(entry);
        }
        if entries.len() > 1 {
            let agreement = if malformed { Agreement::Malformed } else { agreement(&numbers) };
            groups.push(Same { figure: network.key(place).to_owned(), entries, agreement });
        }
    }
    groups
}

fn is_malformed(entry: &Entry<'_>) -> bool {
    entry.reading.as_ref().map_or(true, |reading| reading.content == Content::Words)
}

fn agreement(numbers: &[Number]) -> Agreement {
    let all = |same: fn(Number, Number) -> bool| {
        numbers.iter().enumerate().all(|(place, a)| numbers.iter().skip(place + 1).all(|b| same(*a, *b)))
    };
    if all(|a, b| a == b) {
        Agreement::Equal
    } else if all(same_at_lower) {
        Agreement::EqualRounded
    } else {
        Agreement::Contradiction
    }
}
