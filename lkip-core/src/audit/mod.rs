//! The audit: a printed report against the one that its inputs give, with what is wrong and why.
//!
//! ```
//! use lkip_core::{Language, audit, evaluate, report::Report};
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021",
//!     "indicators": [
//!         {"id": "kelembagaan", "name": "Indeks Kelembagaan", "target": "66,00", "realization": "68,14"},
//!         {"id": "skm", "name": "Indeks Kepuasan Masyarakat", "target": "77,10", "realization": "79,81"}
//!     ],
//!     "printed": [
//!         {"figure": "indicators.kelembagaan.achievement", "text": "103,24", "table": "Tabel 3.3", "column": "%"},
//!         {"figure": "indicators.skm.achievement", "text": "103,24", "table": "Tabel 3.3", "column": "%"}
//!     ]
//! }"#)?;
//! let audit = audit::audit(&evaluate::evaluate(&report, None)?);
//! let finding = &audit.findings()[0];
//! assert_eq!(finding.expected(), Some("103.51"));
//! let cause = finding.diagnoses()[0].message(Language::English);
//! assert_eq!(cause, "It is the value of another row of the same column (Achievement of Indeks Kelembagaan), probably copied.");
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod cause;
mod causes;
pub mod columns;
mod convention;
mod declared;
mod diagnosis;
mod digits;
mod finding;
mod network;
mod same;
mod told;
mod verdict;
mod write;

pub use cause::Cause;
pub use columns::{ColumnName, Columns, Inference, RowKind};
pub use convention::{Convention, Question};
pub use diagnosis::Diagnosis;
pub use finding::Finding;
pub use same::{Agreement, Same};
pub use verdict::Verdict;

use self::causes::{Case, diagnose, is_sum, sums};
use self::network::{Known, Network};
use self::verdict::{Found, verdict};
use crate::error::Error;
use crate::evaluate::Evaluation;
use crate::prelude::*;
use crate::report::Printed;

/// A printed report, recomputed.
#[doc(alias = "audit")]
#[derive(Clone, Debug)]
pub struct Audit {
    evaluation: Evaluation,
    entries: Vec<Audited>,
    same: Vec<Same>,
    findings: Vec<Finding>,
    conventions: Vec<Convention>,
    inference: Option<Inference>,
}

/// One printed entry with its verdict.
#[derive(Clone, Debug)]
pub struct Audited {
    verdict: Verdict,
    expected: Option<String>,
    diagnoses: Vec<Diagnosis>,
    error: Option<Error>,
}

impl Audited {
    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What should be printed there, at the places of the print: a number in canonical text, a label, or words.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.expected.as_deref()
    }

    /// What explains it, the most telling first. None where it is as it should be, or where nothing explains it.
    #[must_use]
    pub fn diagnoses(&self) -> &[Diagnosis] {
        &self.diagnoses
    }

    /// Why the text cannot be read, or which figures resemble one that there is not.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }
}

/// Compares every printed figure of an evaluated report with the computed one.
///
/// It never fails: what is broken is a finding in its place.
#[must_use]
pub fn audit(evaluation: &Evaluation) -> Audit {
    audit_knowing(evaluation, &Known::default())
}

fn audit_knowing(evaluation: &Evaluation, known: &Known) -> Audit {
    let network = Network::new(evaluation, known);
    let mut entries = Vec::with_capacity(network.entries.len());
    for entry in &network.entries {
        let Found { verdict, expected, diagnoses, error } = verdict(&network, entry);
        entries.push(Audited { verdict, expected, diagnoses, error });
    }
    let (mut sums, corrections) = sums(&network);
    let same = same::groups(&network);
    for (place, (entry, audited)) in network.entries.iter().zip(&mut entries).enumerate() {
        // What another convention explains is looked into where the same figure is printed otherwise elsewhere.
        let doubtful = audited.verdict == Verdict::ReproducedOtherwise
            && same.iter().any(|group| group.agreement == Agreement::Contradiction && group.entries.contains(&place));
        if doubtful && let Some(case) = Case::new(&network, &corrections, &sums, entry) {
            audited.diagnoses.extend(diagnose(&case));
            audited.diagnoses = causes::ranked(core::mem::take(&mut audited.diagnoses), None);
        }
        if !matches!(audited.verdict, Verdict::Mismatch | Verdict::Contradiction) {
            continue;
        }
        let Some(case) = Case::new(&network, &corrections, &sums, entry) else { continue };
        if audited.verdict == Verdict::Mismatch && is_sum(case.figure) {
            audited.verdict = Verdict::SumMismatch;
        }
        audited.diagnoses = diagnose(&case);
    }
    let conventions = convention::infer(&network);
    convention::support(&network, &mut entries);
    for (entry, audited) in network.entries.iter().zip(&mut entries) {
        let Some(own) = entry.figure else { continue };
        audited.diagnoses.iter_mut().for_each(|diagnosis| told::tell(&network, own, Some(entry), diagnosis));
    }
    for sum in &mut sums {
        sum.diagnoses.iter_mut().for_each(|diagnosis| told::tell(&network, sum.figure, None, diagnosis));
    }
    let findings = finding::all(&network, &entries, &same, sums);
    Audit { evaluation: evaluation.clone(), entries, same, findings, conventions, inference: None }
}

impl Audit {
    /// The evaluation that the print was compared with.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// Every printed entry of the document with its verdict, in the order of the document.
    pub fn entries(&self) -> impl Iterator<Item = (&Printed, &Audited)> {
        self.evaluation.report().document().printed.iter().zip(&self.entries)
    }

    /// The figures that are printed more than once, with whether they agree.
    #[must_use]
    pub fn same(&self) -> &[Same] {
        &self.same
    }

    /// What is wrong, the worst first.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Which rules the printed figures show.
    #[must_use]
    pub fn conventions(&self) -> &[Convention] {
        &self.conventions
    }

    /// How the rules came about where none were given; only of a table without a document.
    #[must_use]
    pub fn inference(&self) -> Option<&Inference> {
        self.inference.as_ref()
    }

    /// How many entries have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.entries.iter().filter(|entry| entry.verdict == verdict).count()
    }
}
