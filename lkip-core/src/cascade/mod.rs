//! The cascade (penjenjangan kinerja): agreements of offices, indicator by indicator, checked and rolled up.
//!
//! Who holds an indicator follows from agreements and from the office that the report names as responsible; what supports
//! it from links. An indicator is never an operand of another because its office stands below: only links of the kind
//! `component` compute, and what they give stands beside what the office above reports, never in its place.
//!
//! ```
//! use lkip_core::cascade::{CascadeCode, cascade};
//! use lkip_core::{Language, evaluate::evaluate, report::Report};
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021",
//!     "unit": [{"id": "sekda", "nama": "Sekda"}, {"id": "biro", "nama": "Biro", "induk": "sekda"}],
//!     "indikator": [{"id": "iku-1", "nama": "Kerja sama", "unit_kerja": "biro", "target": "90", "realisasi": "100"}],
//!     "perjanjian_kinerja": [{"id": "pk", "unit_kerja": "sekda", "indikator": [{"indikator": "iku-1", "target": "95"}]}]
//! }"#)?;
//! let cascade = cascade(&evaluate(&report, None)?);
//! let differs = cascade.findings().iter().find(|finding| finding.code() == CascadeCode::TargetDiffers);
//! assert_eq!(
//!     differs.map(|finding| finding.message(Language::Indonesian)).unwrap_or_default(),
//!     "Target Kerja sama berbeda: 95 menurut perjanjian kinerja Sekda (pk), 90 menurut laporan, Biro."
//! );
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod branch;
mod budget;
mod check;
mod code;
mod finding;
mod revision;
mod view;
mod wording;
mod year;

use alloc::sync::Arc;

pub use self::budget::{BudgetCheck, ProgramCheck, Share};
pub use self::code::{CascadeCode, Severity};
pub use self::finding::{Finding, FindingReport, Party};
pub use self::revision::{Change, Changed, Revision};
pub use self::view::{CascadeTable, Cascading, HeldIndicator, OfficePage, Step, Trace};

use self::branch::Branches;
use self::year::OfYear;
use crate::evaluate::Evaluation;
use crate::prelude::*;
use crate::report::{Checked, Document, Holdings, year_of};

/// What everything about a cascade is seen from: the report, its figures, its offices.
pub(crate) struct Ground<'a> {
    evaluation: &'a Evaluation,
    document: &'a Document,
    checked: &'a Checked,
    branches: &'a Branches,
}

/// The cascade of a report: who holds what, what is wrong with it, how budgets add up, what was revised.
#[doc(alias = "penjenjangan")]
#[derive(Clone, Debug)]
pub struct Cascade {
    evaluation: Evaluation,
    parts: Arc<Parts>,
}

#[derive(Debug)]
struct Parts {
    branches: Branches,
    /// Every year of which there are agreements, and that of the report.
    years: Vec<OfYear>,
    budgets: Vec<BudgetCheck>,
    revisions: Vec<Revision>,
    findings: Vec<Finding>,
    /// How many problems each office has.
    problems: Vec<usize>,
}

/// The cascade of an evaluated report, checked.
#[must_use]
pub fn cascade(evaluation: &Evaluation) -> Cascade {
    let checked = evaluation.report().checked();
    let document = &checked.document;
    let branches = Branches::new(document, &checked.offices);
    let ground = Ground { evaluation, document, checked, branches: &branches };
    let mut years: Vec<u16> = (0..document.agreements.len()).filter_map(|place| year_of(document, place)).collect();
    years.push(document.period.year.get());
    years.sort_unstable();
    years.dedup();
    let years = each(&years, &mut |year| OfYear::new(&ground, *year));
    let budgets = years.iter().flat_map(|of_year| budget::checks(&ground, &of_year.holdings)).collect::<Vec<_>>();
    let findings = check::findings(&ground, &years, &budgets);
    let revisions = revision::revisions(&ground);
    let mut problems = vec![0; document.offices.len()];
    for finding in findings.iter().filter(|finding| finding.code().severity() == Severity::Problem) {
        for party in finding.offices() {
            let place = checked.places.offices.get(&party.id);
            if let Some(problems) = place.and_then(|place| problems.get_mut(place)) {
                *problems += 1;
            }
        }
    }
    Cascade {
        evaluation: evaluation.clone(),
        parts: Arc::new(Parts { branches, years, budgets, revisions, findings, problems }),
    }
}

impl Cascade {
    /// The evaluated report.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// What is wrong, in the order of the years and of what is checked.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.parts.findings
    }

    /// How the budget of every agreement with offices below compares with theirs, program by program.
    #[must_use]
    pub fn budgets(&self) -> &[BudgetCheck] {
        &self.parts.budgets
    }

    /// What the later versions of agreements changed.
    #[must_use]
    pub fn revisions(&self) -> &[Revision] {
        &self.parts.revisions
    }

    /// The years that it spans: those of agreements, and that of the report.
    #[must_use]
    pub fn years(&self) -> Vec<u16> {
        each(&self.parts.years, &mut |of_year| of_year.holdings.year)
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        let checked = self.evaluation.report().checked();
        Ground { evaluation: &self.evaluation, document: &checked.document, checked, branches: &self.parts.branches }
    }

    fn of_year(&self, year: u16) -> Option<&OfYear> {
        self.parts.years.iter().find(|of_year| of_year.holdings.year == year)
    }

    /// Who holds what in the year of the report.
    fn now(&self) -> Option<&OfYear> {
        self.of_year(self.ground().document.period.year.get())
    }
}

impl Ground<'_> {
    /// The agreement of an office that counts in a year, by its place.
    fn agreement(&self, holdings: &Holdings, office: usize) -> Option<&crate::report::Agreement> {
        self.document.agreements.get(holdings.agreement(office)?)
    }
}
