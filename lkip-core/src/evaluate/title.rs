//! What a figure is called: its kind, what it is about, and which year, quarter or part of it.

use super::{Evaluation, Figure, FigureKind, Made, Subject};
use crate::error::fill;
use crate::language::{Language, Text, bilingual};
use crate::measure::{Calculation, Label, OperandValue};
use crate::prelude::*;
use crate::text::concat;

const OF: Text = bilingual!("{kind} {name}", "{kind} of {name}");
const REPORT: Text = bilingual!("seluruh laporan", "the whole report");
const ITSELF: Text = bilingual!("tanpa unit di bawahnya", "without those below it");
const QUARTER: Text = bilingual!("triwulan ", "quarter ");

impl Evaluation {
    /// What a figure is called: "Capaian Kerja sama", "Growth of Kerja sama, 2020".
    ///
    /// ```
    /// use lkip_core::{Language, evaluate::evaluate, report::Report};
    /// let report = Report::from_json(r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
    ///     "style": "indonesian", "rules": "setda-kaltim-2021", "indicators": [{"id": "iku-1", "name": "Kerja sama",
    ///     "target": "90", "realization": "100", "previous": [{"year": 2020, "realization": "80"}]}]}"#)?;
    /// let evaluation = evaluate(&report, None)?;
    /// let title = |key: &str| evaluation.figure(key).map(|figure| evaluation.title(figure, Language::English));
    /// assert_eq!(title("indicators.iku-1.achievement").as_deref(), Some("Achievement of Kerja sama"));
    /// assert_eq!(title("indicators.iku-1.previous.2020.change").as_deref(), Some("Growth of Kerja sama, 2020"));
    /// assert_eq!(title("report.average").as_deref(), Some("Average of the whole report"));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn title(&self, figure: &Figure, language: Language) -> String {
        let name = match figure.subject() {
            Subject::Report => REPORT.get(language).to_owned(),
            Subject::Indicator(_) | Subject::Supporting(_) | Subject::BudgetLine(_) => self.name(figure).to_owned(),
            // What several kinds of subjects may be called alike.
            subject => concat(&[&small(subject.title().get(language)), " ", self.name(figure)]),
        };
        // A supporting value is called by its name alone.
        let title = if figure.kind() == FigureKind::Value {
            name
        } else {
            fill(OF, language, &[("kind", figure.kind().title().get(language)), ("name", &name)])
        };
        self.with_part(title, figure, language)
    }

    /// What a figure is called among others of its subject: its kind, and which year, quarter or part.
    pub(crate) fn short_title(&self, figure: &Figure, language: Language) -> String {
        self.with_part(figure.kind().title().get(language).to_owned(), figure, language)
    }

    fn with_part(&self, mut title: String, figure: &Figure, language: Language) -> String {
        if let Some(part) = self.part(figure, language) {
            title.push_str(", ");
            title.push_str(&part);
        }
        title
    }

    /// Which of several figures of its kind and subject it is.
    fn part(&self, figure: &Figure, language: Language) -> Option<String> {
        let mut steps = figure.key().rsplit('.');
        let (last, before) = (steps.next()?, steps.next());
        match figure.kind() {
            FigureKind::Progress => Some(last.to_owned()),
            FigureKind::EarlierAchievement
            | FigureKind::Change
            | FigureKind::Points
            | FigureKind::AchievementPoints => before.map(ToOwned::to_owned),
            FigureKind::AgainstQuarter | FigureKind::ToDate | FigureKind::AgainstYear => {
                before.map(|quarter| concat(&[QUARTER.get(language), quarter]))
            }
            FigureKind::Minimum => self.program(figure, before?),
            FigureKind::Allocation | FigureKind::Spending | FigureKind::Absorption | FigureKind::Remainder
                if matches!(figure.subject(), Subject::Office(_)) && before == Some("own") =>
            {
                Some(ITSELF.get(language).to_owned())
            }
            FigureKind::Component => self.component(figure, language),
            _ => None,
        }
    }

    fn program(&self, figure: &Figure, number: &str) -> Option<String> {
        let Subject::Agreement(place) = figure.subject() else { return None };
        let agreement = self.report.document().agreements.get(place)?;
        let program = agreement.programs.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
        let line = self.report.document().budget.iter().find(|line| program.budget.as_ref() == Some(&line.id));
        let name = program.name.clone().or_else(|| line.map(|line| (*line.name).to_owned()));
        Some(name.unwrap_or_else(|| number.to_owned()))
    }

    /// The label of an operand of a formula, or else its id.
    fn component(&self, figure: &Figure, language: Language) -> Option<String> {
        let (subject, id) = figure.key().split_once(".components.")?;
        let made = ["", ".computed", ".realization"].iter().find_map(|name| {
            match self.figure(&concat(&[subject, name]))?.made() {
                Made::Calculation(made) => Some(made),
                _ => None,
            }
        });
        let label = made.and_then(|made| label(made, figure.key(), language));
        Some(label.unwrap_or_else(|| id.to_owned()))
    }
}

/// A word that begins with a small letter.
fn small(word: &str) -> String {
    let mut signs = word.chars();
    let mut text: String = signs.next().map(|first| first.to_lowercase().collect()).unwrap_or_default();
    text.push_str(signs.as_str());
    text
}

fn label(calculation: &Calculation, key: &str, language: Language) -> Option<String> {
    let mut waiting = vec![calculation];
    while let Some(calculation) = waiting.pop() {
        for operand in calculation.operands() {
            if operand.figure.as_deref() == Some(key) {
                return match &operand.label {
                    Label::Own(label) => Some((**label).to_owned()),
                    Label::Word(text) => Some(text.get(language).to_owned()),
                    Label::Unnamed => None,
                };
            }
            if let OperandValue::Of(below) = &operand.value {
                waiting.push(below);
            }
        }
    }
    None
}
