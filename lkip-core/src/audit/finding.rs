//! [`Finding`]: what is wrong with one figure, wherever it is printed.

use super::causes::Sum;
use super::network::Network;
use super::{Agreement, Audited, Diagnosis, Same, Verdict};
use crate::error::Error;
use crate::evaluate::Figure;
use crate::number::{Number, Ratio};
use crate::prelude::*;

/// What is wrong with one figure, in one or more places of the print.
#[doc(alias = "temuan")]
#[derive(Clone, Debug)]
pub struct Finding {
    pub(super) verdict: Verdict,
    pub(super) figure: String,
    /// The places of the entries in the document's list.
    pub(super) entries: Vec<usize>,
    pub(super) expected: Option<String>,
    pub(super) diagnoses: Vec<Diagnosis>,
    pub(super) error: Option<Error>,
    /// Where the same quantity is printed otherwise.
    pub(super) elsewhere: Vec<usize>,
    pub(super) affects: Vec<String>,
}

impl Finding {
    /// What is wrong.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The key of the figure.
    #[must_use]
    pub fn figure(&self) -> &str {
        &self.figure
    }

    /// The places of the wrong entries in the document's list; none for a total that stands in the document only.
    #[must_use]
    pub fn entries(&self) -> &[usize] {
        &self.entries
    }

    /// Where the same quantity is printed otherwise: places in the document's list.
    #[must_use]
    pub fn elsewhere(&self) -> &[usize] {
        &self.elsewhere
    }

    /// What should be printed.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.expected.as_deref()
    }

    /// What explains it, the most telling first; none where nothing does.
    #[must_use]
    pub fn diagnoses(&self) -> &[Diagnosis] {
        &self.diagnoses
    }

    /// Why a text cannot be read, or which figures resemble one that there is not.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// The keys of the figures that rest on it, the nearest first.
    #[must_use]
    pub fn affects(&self) -> &[String] {
        &self.affects
    }
}

/// Everything that is wrong, the worst first: by verdict, then by how many figures rest on it.
pub(super) fn all(network: &Network<'_>, entries: &[Audited], same: &[Same], sums: Vec<Sum>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (place, audited) in entries.iter().enumerate() {
        if audited.verdict.is_sound() {
            continue;
        }
        let Some(entry) = network.entries.get(place) else { continue };
        let key = &entry.printed.figure;
        // The same slip in two tables is one finding.
        let is_same = |finding: &&mut Finding| {
            let first = finding.entries.first().and_then(|first| network.entries.get(*first));
            finding.verdict == audited.verdict
                && finding.figure == *key
                && first
                    .is_some_and(|first| first.number() == entry.number() && first.printed.shows == entry.printed.shows)
        };
        if let Some(known) = findings.iter_mut().find(is_same) {
            known.entries.push(place);
            continue;
        }
        findings.push(Finding {
            verdict: audited.verdict,
            figure: key.clone(),
            entries: vec![place],
            expected: audited.expected.clone(),
            diagnoses: audited.diagnoses.clone(),
            error: audited.error.clone(),
            elsewhere: Vec::new(),
            affects: Vec::new(),
        });
    }
    for sum in sums {
        add_sum(network, &mut findings, sum);
    }
    for group in same.iter().filter(|group| group.agreement == Agreement::Contradiction) {
        if findings.iter().all(|finding| finding.figure != group.figure) {
            add_contradiction(&mut findings, entries, group);
        }
        for finding in findings.iter_mut().filter(|finding| finding.figure == group.figure) {
            finding.elsewhere =
                group.entries.iter().copied().filter(|place| !finding.entries.contains(place)).collect();
        }
    }
    for finding in &mut findings {
        let affected = match (network.evaluation.place(&finding.figure), finding.entries.first()) {
            (Some(place), _) => network.affected(place),
            (None, Some(entry)) => network.affected_by_entry(*entry),
            (None, None) => Vec::new(),
        };
        finding.affects = each(&affected, &mut |above| network.key(*above).to_owned());
    }
    findings.sort_by(|a, b| b.verdict.cmp(&a.verdict).then(b.affects.len().cmp(&a.affects.len())));
    findings
}

/// A figure whose prints all come out somehow, and yet are not the same.
fn add_contradiction(findings: &mut Vec<Finding>, entries: &[Audited], group: &Same) {
    let other = |place: &usize| entries.get(*place).is_some_and(|entry| entry.verdict != Verdict::Reproduced);
    let wrong: Vec<usize> = group.entries.iter().copied().filter(other).collect();
    let first = wrong.first().or(group.entries.first()).and_then(|place| entries.get(*place));
    let Some(first) = first else { return };
    findings.push(Finding {
        verdict: Verdict::Contradiction,
        figure: group.figure.clone(),
        entries: if wrong.is_empty() { group.entries.clone() } else { wrong },
        expected: first.expected.clone(),
        diagnoses: first.diagnoses.clone(),
        error: None,
        elsewhere: Vec::new(),
        affects: Vec::new(),
    });
}

/// A total of the document that its parts do not make.
fn add_sum(network: &Network<'_>, findings: &mut Vec<Finding>, sum: Sum) {
    let key = network.key(sum.figure);
    // The print of the total says nothing that its own finding does not.
    if findings.iter().any(|finding| finding.figure == key && finding.verdict == Verdict::SumMismatch) {
        return;
    }
    // Amounts with sen are told with both digits of it, as they are given.
    let places = network.figure(sum.figure).and_then(Figure::value).map_or(0, Number::places);
    let value = |exact: &Ratio| exact.to_number(places).map(Number::text);
    let given = sum.given.to_number(0);
    let prints_it = |number: Option<Number>| number.is_some() && number == given;
    let entries =
        network.prints(sum.figure).filter(|(_, entry)| prints_it(entry.number())).map(|(place, _)| place).collect();
    findings.push(Finding {
        verdict: Verdict::SumMismatch,
        figure: key.to_owned(),
        entries,
        expected: value(&sum.sum),
        diagnoses: sum.diagnoses,
        error: None,
        elsewhere: Vec::new(),
        affects: Vec::new(),
    });
}
