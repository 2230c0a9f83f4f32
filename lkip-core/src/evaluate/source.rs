//! Which figures a figure is made of.

use super::figure::{Figure, FigureKind, Made};
use super::{Evaluation, Subject};
use crate::prelude::*;
use crate::rules::Formula;
use crate::text::concat;

impl Evaluation {
    /// The keys of the figures that a figure is made of, one for each of its inputs in their order; nothing for an input
    /// that stands in the document without being a figure. The inputs of an achievement are realization and target.
    ///
    /// ```
    /// use lkip_core::{evaluate::evaluate, report::Report};
    /// let report = Report::from_json(r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
    ///     "style": "indonesian", "rules": "setda-kaltim-2021", "indicators": [{"id": "iku-1", "name": "Kerja sama", "target": "90", "realization": "100"}]}"#)?;
    /// let evaluation = evaluate(&report, None)?;
    /// let achievement = evaluation.find("indicators.iku-1.achievement")?;
    /// let sources = evaluation.sources(achievement);
    /// assert_eq!(sources[0].as_deref(), Some("indicators.iku-1.realization"));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn sources(&self, figure: &Figure) -> Vec<Option<String>> {
        match &figure.made {
            Made::Given { .. } | Made::Missing(_) => Vec::new(),
            Made::Average(average) => each(average.items(), &mut |item| item.figure.clone()),
            Made::Achievement(_) | Made::Progress(_) => self.of_measurement(figure),
            Made::Calculation(calculation) => match calculation.formula() {
                Formula::Absorption => beside(figure, &["spending", "allocation"]),
                Formula::Remainder => beside(figure, &["allocation", "spending"]),
                Formula::RelativeGrowth | Formula::PointsGrowth => self.of_comparison(figure),
                _ if figure.kind == FigureKind::Efficiency => {
                    let average = if matches!(figure.subject, Subject::Office(_)) { "score" } else { "average" };
                    let mut keys = beside(figure, &[average, "absorption", "spending", "allocation"]);
                    keys.truncate(calculation.operands().len());
                    keys
                }
                _ => each(calculation.operands(), &mut |operand| operand.figure.as_deref().map(ToOwned::to_owned)),
            },
        }
    }

    /// The key of an indicator with what follows it.
    fn of_indicator(&self, subject: Subject, name: &str) -> Option<String> {
        let Subject::Indicator(place) = subject else { return None };
        let indicator = self.report.document().indicators.get(place)?;
        Some(concat(&["indicators.", indicator.id.as_str(), name]))
    }

    fn of_measurement(&self, figure: &Figure) -> Vec<Option<String>> {
        let of = |name| self.of_indicator(figure.subject, name);
        match figure.kind {
            FigureKind::Achievement => vec![of(".realization"), of(".target")],
            FigureKind::AgainstYear => vec![None, of(".target")],
            FigureKind::Progress | FigureKind::National => vec![of(".realization"), None],
            FigureKind::Minimum => vec![self.of_program(figure), None],
            _ => vec![None, None],
        }
    }

    fn of_comparison(&self, figure: &Figure) -> Vec<Option<String>> {
        match figure.kind {
            FigureKind::AchievementPoints => {
                let then = beside(figure, &["achievement"]).pop().flatten();
                vec![self.of_indicator(figure.subject, ".achievement"), then]
            }
            _ => vec![self.of_indicator(figure.subject, ".realization"), None],
        }
    }

    /// The absorption of the program that an agreement promises.
    fn of_program(&self, figure: &Figure) -> Option<String> {
        let Subject::Agreement(place) = figure.subject else { return None };
        let agreement = self.report.document().agreements.get(place)?;
        let number = figure.key.strip_suffix(".minimum")?.rsplit('.').next()?.parse::<usize>().ok()?;
        let line = agreement.programs.get(number.checked_sub(1)?)?.budget.as_ref()?;
        Some(concat(&["budget.", line.as_str(), ".absorption"]))
    }
}

/// The keys of figures of the same subject.
fn beside(figure: &Figure, names: &[&str]) -> Vec<Option<String>> {
    let subject = figure.key.rsplit_once('.').map_or("", |(subject, _)| subject);
    each(names, &mut |name| Some(concat(&[subject, ".", name])))
}
