//! The tree of performance as indented text.

use super::seen::HeldIndicator;
use crate::cascade::Cascade;
use crate::cascade::year::OfYear;
use crate::error::Error;
use crate::evaluate::Figure;
use crate::explain::display_value;
use crate::language::{Language, Text, bilingual};
use crate::measure::Unit;
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::report::{Office, Quantity};
use crate::table::Cell;
use crate::text::{concat, count, join, size, split};

const AGREEMENT: Text = bilingual!("PK", "Agreement");
const NO_AGREEMENT: Text = bilingual!("PK tidak ada dalam dokumen", "agreement not in the document");
const INDICATOR: Text = bilingual!("indikator", "indicator");
const INDICATORS: Text = bilingual!("indikator", "indicators");
const SCORE: Text = bilingual!("nilai kinerja", "score");
const OF: Text = bilingual!("dari", "of");
const ALLOCATION: Text = bilingual!("pagu", "allocation");
const ABSORPTION: Text = bilingual!("serapan", "absorption");
const EFFICIENCY: Text = bilingual!("efisiensi", "efficiency");
const TARGET: Text = bilingual!("target", "target");
const REALIZATION: Text = bilingual!("realisasi", "realization");
const ACHIEVEMENT: Text = bilingual!("capaian", "achievement");
const PROBLEM: Text = bilingual!("masalah", "problem");
const PROBLEMS: Text = bilingual!("masalah", "problems");

impl Cascade {
    /// The tree of performance (pohon kinerja) as indented text: every office with its agreement, score, budget and
    /// indicators; what is passed on stands with the office that carries it.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`](crate::Code::UnknownReference) for an office that the report does not have.
    pub fn to_text(&self, office: Option<&str>, language: Language) -> Result<String, Error> {
        let mut text = String::new();
        let Some(now) = self.now() else { return Ok(text) };
        for root in self.roots(office)? {
            let top = self.ground().branches.depth(root);
            for office in self.ground().branches.branch(root) {
                let depth = self.ground().branches.depth(*office) - top;
                self.push_office(&mut text, now, *office, depth, language);
            }
        }
        Ok(text)
    }

    /// The office of an id, or all that stand below none.
    pub(super) fn roots(&self, office: Option<&str>) -> Result<Vec<usize>, Error> {
        let ground = self.ground();
        Ok(match office {
            Some(id) => vec![self.office(id)?],
            None => (0..ground.document.offices.len()).filter(|one| ground.branches.parent(*one).is_none()).collect(),
        })
    }

    fn push_office(&self, text: &mut String, now: &OfYear, place: usize, depth: usize, language: Language) {
        let Some(office) = self.ground().document.offices.get(place) else { return };
        let indent = "  ".repeat(depth);
        let problems = self.problems_of(place);
        text.push_str(&concat(&[&indent, &office.name]));
        if problems > 0 {
            text.push_str(&concat(&[" [", &problems_text(problems, language), "]"]));
        }
        text.push('\n');
        let facts = self.facts(now, place, office, language);
        if !facts.is_empty() {
            text.push_str(&concat(&[&indent, "  ", &join(&facts, "; "), "\n"]));
        }
        for indicator in self.held(now, place) {
            if self.is_shown(&indicator) {
                text.push_str(&concat(&[&indent, "  • ", &self.line_of(&indicator, language), "\n"]));
            }
        }
    }

    /// Whether an indicator is shown with an office: not where an office below holds the very same.
    pub(super) fn is_shown(&self, indicator: &HeldIndicator<'_>) -> bool {
        indicator.adopted_by.is_empty()
    }

    fn line_of(&self, indicator: &HeldIndicator<'_>, language: Language) -> String {
        let shown = |figure: Option<&Figure>| figure.map_or_else(String::new, |one| cell(one).display(language));
        let mut facts = vec![concat(&[TARGET.get(language), " ", &indicator.target_text(language)])];
        for (word, figure) in [(REALIZATION, indicator.realization), (ACHIEVEMENT, indicator.achievement)] {
            if figure.is_some() {
                facts.push(concat(&[word.get(language), " ", &shown(figure)]));
            }
        }
        append(&mut facts, indicator.achievement.and_then(category));
        concat(&[indicator.name, ": ", &join(&facts, ", ")])
    }

    /// The agreement, the score, the budget and the efficiency of an office, as far as they are there.
    pub(super) fn facts(&self, now: &OfYear, place: usize, office: &Office, language: Language) -> Vec<String> {
        let mut facts = Vec::new();
        let ground = self.ground();
        match ground.agreement(&now.holdings, place) {
            Some(agreement) => {
                let mut fact = concat(&[AGREEMENT.get(language), " ", agreement.id.as_str(), ": "]);
                fact.push_str(&counted(agreement.indicators.len(), INDICATOR, INDICATORS, language));
                if let Some(total) = agreement.total.as_ref().and_then(Quantity::value) {
                    fact.push_str(&concat(&[", ", &display_value(total, Unit::Rupiah, language)]));
                }
                facts.push(fact);
            }
            None if !now.of_office(place).is_empty() => facts.push(NO_AGREEMENT.get(language).to_owned()),
            None => {}
        }
        append(&mut facts, self.score_text(office, language));
        for (word, name) in [(ALLOCATION, ".allocation"), (ABSORPTION, ".absorption"), (EFFICIENCY, ".efficiency")] {
            if let Some(figure) = self.of_office(office, name).filter(|figure| figure.value().is_some()) {
                facts.push(concat(&[word.get(language), " ", &Cell::of(figure).display(language)]));
            }
        }
        facts
    }

    /// "nilai kinerja 106,49 % (12 dari 12), Sangat Berhasil"
    pub(super) fn score_text(&self, office: &Office, language: Language) -> Option<String> {
        let score = self.of_office(office, ".score")?;
        let mut text = concat(&[SCORE.get(language), " ", &Cell::of(score).display(language)]);
        if let Some(coverage) = score.coverage() {
            let (used, total) = (size(coverage.used), size(coverage.total));
            text.push_str(&concat(&[" (", &used, " ", OF.get(language), " ", &total, ")"]));
        }
        if let Some(category) = category(score) {
            text.push_str(&concat(&[", ", &category]));
        }
        Some(text)
    }

    /// The year of the report, for headings.
    pub(super) fn year_text(&self) -> String {
        count(u64::from(self.ground().document.period.year.get()))
    }
}

/// The label of the category of a figure.
pub(super) fn category(figure: &Figure) -> Option<String> {
    match figure.category().filter(|_| figure.value().is_some()) {
        Some(Outcome::Computed(band)) => Some(band.category().label.clone()),
        _ => None,
    }
}

/// A figure with the footnote marks that follow it: a footnote that says something begins with its mark.
pub(super) fn cell(figure: &Figure) -> Cell {
    let mut marks: Vec<String> = Vec::new();
    for footnote in figure.footnotes() {
        let mark = split(&footnote, ' ').map_or(footnote.as_str(), |(mark, _)| mark);
        if !says(mark) && !marks.iter().any(|known| known == mark) {
            marks.push(mark.to_owned());
        }
    }
    Cell::of(figure).marked(marks)
}

/// Whether a footnote is more than its mark.
pub(super) fn says(footnote: &str) -> bool {
    footnote.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

/// The footnotes of a figure that are more than their marks.
pub(super) fn footnotes(figure: Option<&Figure>) -> Vec<String> {
    let mut notes = figure.map_or_else(Vec::new, Figure::footnotes);
    notes.retain(|note| says(note));
    notes
}

/// So many of something.
pub(super) fn counted(number: usize, one: Text, many: Text, language: Language) -> String {
    concat(&[&size(number), " ", if number == 1 { one } else { many }.get(language)])
}

pub(super) fn problems_text(number: usize, language: Language) -> String {
    counted(number, PROBLEM, PROBLEMS, language)
}
