//! Evaluation: a report under a rule set gives every figure, with its outcome and its explanation.
//!
//! ```
//! use lkip_core::{Language, evaluate, report::Report};
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021",
//!     "sasaran": [{"id": "s1", "nama": "Meningkatnya kinerja"}],
//!     "indikator": [{"id": "iku-1", "nama": "Kerja sama", "sasaran": "s1", "target": "90,00", "realisasi": "100,00"}]
//! }"#)?;
//! let evaluation = evaluate::evaluate(&report, None)?;
//! let figure = evaluation.figure("indicators.iku-1.achievement").expect("it has a target");
//! assert_eq!(figure.value().map(|value| value.to_string()).as_deref(), Some("111.11"));
//! let line = figure.line(Language::Indonesian);
//! assert_eq!(line, "100,00 ÷ 90,00 × 100 % = 111,1111… → 111,11 % (dibulatkan)");
//! assert_eq!(evaluation.figure("objectives.s1.average").and_then(|f| f.value()).map(|v| v.to_string()).as_deref(), Some("111.11"));
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod agreement;
mod average;
mod budget;
mod change;
mod component;
mod figure;
mod finding;
mod indicator;
mod office;
mod quarter;
mod source;
#[cfg(test)]
mod tests;
mod title;
mod value;
mod work;

pub use crate::finding::FindingCode;
pub(crate) use agreement::same_words;
pub use change::{Changed, what_if};
pub use figure::{Figure, FigureKind, Made, Subject};
pub use finding::{Finding, FindingReport};
pub(crate) use value::agrees;

use alloc::sync::Arc;

use once_cell::race::OnceBox;

use self::work::Work;
use crate::error::{Code, Error, Errors};
use crate::explain::Receipt;
use crate::lookup::sorted;
use crate::plain::Plain;
use crate::prelude::*;
use crate::report::Report;
use crate::rules::RuleSet;

/// Every figure of a report under a rule set, and what was noticed on the way.
#[doc(alias = "evaluasi")]
#[derive(Clone, Debug)]
pub struct Evaluation {
    report: Report,
    rules: RuleSet,
    figures: Arc<Vec<Figure>>,
    /// The places of the figures in the order of their keys: made when first one is looked for, for who reads all of
    /// them in the order of the document needs no other.
    by_key: Arc<OnceBox<Vec<usize>>>,
    findings: Vec<Finding>,
}

/// Computes every figure of a report: under the rules given, or else those that the report names.
///
/// # Errors
///
/// [`Code::RulesMissing`] where neither names rules; replaced rules of an indicator that contradict the rule set;
/// formulas whose values cannot be, such as a component above its weight; weights that are missing.
pub fn evaluate(report: &Report, rules: Option<&RuleSet>) -> Result<Evaluation, Errors> {
    let Some(rules) = rules.or(report.rules()) else {
        return Err(Error::new(Code::RulesMissing).within("rules").into());
    };
    let mut work = Work::new(report, rules);
    work.values()?;
    work.indicators()?;
    work.averages()?;
    work.scores()?;
    work.score_figures();
    work.budget();
    work.agreements();
    let (figures, findings) = work.finish();
    Ok(Evaluation {
        report: report.clone(),
        rules: rules.clone(),
        figures: Arc::new(figures),
        by_key: Arc::default(),
        findings,
    })
}

impl Evaluation {
    /// The report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The rules that it was evaluated by.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Every figure, in the order of the document.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// What every figure was made of and by.
    #[must_use]
    pub fn receipt(&self) -> Receipt {
        Receipt::of_report(&self.rules, &Plain::from(&self.report))
    }

    /// The figure of a key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.get(self.place(key)?)
    }

    /// The place of the figure of a key among all figures.
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        let key_at = |place: &usize| self.figures.get(*place).map_or("", Figure::key);
        let by_key = self.by_key();
        let found = by_key.binary_search_by(|place| key_at(place).cmp(key)).ok()?;
        by_key.get(found).copied()
    }

    fn by_key(&self) -> &[usize] {
        self.by_key.get_or_init(|| Box::new(sorted(&each(&self.figures, &mut Figure::key))))
    }

    /// The figure of a key.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownFigure`], with the keys that resemble it, where there is none.
    pub fn find(&self, key: &str) -> Result<&Figure, Error> {
        self.figure(key).ok_or_else(|| self.unknown_figure(key))
    }

    /// What does not agree in the report, in the order in which it was found.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What the subject of a figure is called.
    #[must_use]
    pub fn name(&self, figure: &Figure) -> &str {
        figure.subject().name(self.report.document())
    }

    /// The error of a key that no figure has, with keys that resemble it.
    pub(crate) fn unknown_figure(&self, key: &str) -> Error {
        // What agrees longest with the beginning of the key stands around the place where it would be.
        let keys = some_of(self.by_key(), &mut |place| self.figures.get(*place).map(Figure::key));
        let shared = |other: &str| key.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let most = each(&keys, &mut |other| shared(other)).into_iter().max().unwrap_or(0);
        let mut similar = some_of(&keys, &mut |other| (shared(other) == most).then_some(*other));
        similar.truncate(5);
        Error::new(Code::UnknownFigure).text("found", key).texts("choices", &similar)
    }
}
