//! What tables are made of: the evaluation, and the indicators by their objectives.

use super::cell::{Cell, State};
use super::draft::Draft;
use super::row::RowKind;
use super::wording::{both, filled};
use crate::error::fill;
use crate::evaluate::{Evaluation, Figure};
use crate::language::{Text, bilingual};
use crate::measure::{Realization, Unit, declared_formula};
use crate::prelude::*;
use crate::report::{Checked, Document, Indicator, Measured, Quantity, Tree};
use crate::rules::{Formula, RuleSet};
use crate::text::{concat, join, size};

/// The evaluation with what its tables need of it.
pub(super) struct Source<'a> {
    pub(super) evaluation: &'a Evaluation,
    pub(super) document: &'a Document,
    pub(super) checked: &'a Checked,
    groups: Vec<Group>,
}

/// The indicators of an objective, or of none.
#[derive(Clone)]
pub(super) struct Group {
    pub(super) objective: Option<usize>,
    pub(super) indicators: Vec<usize>,
}

const NO_OBJECTIVE: Text = bilingual!("Tanpa sasaran", "Without an objective");
const OTHER_FORMULA: Text =
    bilingual!("Rumus {formula} berlaku untuk: {names}.", "The formula {formula} holds for: {names}.");
const CARRIED: Text = bilingual!(
    "{name}: realisasi yang dipakai adalah nilai terakhir, tahun {year}.",
    "{name}: the realization is the last value there is, of {year}."
);
const CARRIED_FROM_EARLIER: Text = bilingual!(
    "{name}: realisasi yang dipakai adalah nilai terakhir dari tahun sebelumnya.",
    "{name}: the realization is the last value there is, of an earlier year."
);

impl<'a> Source<'a> {
    pub(super) fn new(evaluation: &'a Evaluation) -> Self {
        let (document, checked) = (evaluation.report().document(), evaluation.report().checked());
        let group = |objective| Group { objective, indicators: Vec::new() };
        let mut groups: Vec<Group> = (0..document.objectives.len()).map(|place| group(Some(place))).collect();
        groups.push(group(None));
        let last = document.objectives.len();
        for (place, indicator) in document.indicators.iter().enumerate() {
            let objective = indicator.objective.as_ref().and_then(|id| checked.places.objectives.get(id.as_str()));
            if let Some(group) = groups.get_mut(objective.unwrap_or(last)) {
                group.indicators.push(place);
            }
        }
        Self { evaluation, document, checked, groups }
    }

    /// The figure of a key in parts.
    pub(super) fn figure(&self, key: &[&str]) -> Option<&'a Figure> {
        self.evaluation.figure(&key.concat())
    }

    /// The rules of the report.
    pub(super) fn rules(&self) -> &'a RuleSet {
        self.evaluation.rules()
    }

    /// An indicator as it is written and as it is understood.
    pub(super) fn indicator(&self, place: usize) -> Option<(&'a Indicator, &'a Measured)> {
        self.document.indicators.get(place).zip(self.checked.indicators.get(place))
    }

    /// The rules of an indicator.
    pub(super) fn rules_of(&self, indicator: &Indicator) -> &'a RuleSet {
        let figure = self.figure(&["indicators.", indicator.id.as_str(), ".achievement"]);
        figure.and_then(Figure::rules).unwrap_or_else(|| self.rules())
    }

    /// The objectives with those of their indicators that a table shows; others are left out.
    pub(super) fn groups(&self, shown: &dyn Fn(&Indicator, &Measured) -> bool) -> Vec<Group> {
        let mut groups = Vec::new();
        for group in &self.groups {
            let of = |place: &usize| self.indicator(*place).is_some_and(|(written, read)| shown(written, read));
            let indicators: Vec<usize> = group.indicators.iter().copied().filter(of).collect();
            if !indicators.is_empty() {
                groups.push(Group { objective: group.objective, indicators });
            }
        }
        groups
    }

    /// The heading of a group, with cells behind its name; how deep the rows below it stand.
    pub(super) fn heading(&self, draft: &mut Draft, group: &Group, behind: Vec<Cell>) -> usize {
        if self.document.objectives.is_empty() {
            return 0;
        }
        let objective = group.objective.and_then(|place| self.document.objectives.get(place));
        let name = match objective {
            Some(objective) => Cell::Text(objective.name.clone()),
            None => Cell::word("no_objective", NO_OBJECTIVE),
        };
        let mut cells = vec![Cell::Empty, name];
        cells.extend(behind);
        let subject = objective.map(|objective| concat(&["objectives.", objective.id.as_str()]));
        draft.row(RowKind::Group, 0, subject, cells);
        1
    }

    /// Name and unit of an indicator.
    pub(super) fn head(&self, indicator: &Indicator) -> Vec<Cell> {
        let unit = indicator.unit.clone().map_or(Cell::Empty, Cell::Text);
        vec![Cell::Text(indicator.name.clone()), unit]
    }

    /// The realization of the period.
    pub(super) fn realization(&self, indicator: &Indicator) -> Cell {
        let figure = self.figure(&["indicators.", indicator.id.as_str(), ".realization"]);
        let marks = indicator.realization.as_ref().map(marks).unwrap_or_default();
        Cell::maybe(figure).marked(marks)
    }

    /// Notes on the indicators of a table: their footnotes, values of earlier years, formulas that differ from the column's.
    pub(super) fn notes(&self, draft: &mut Draft, groups: &[Group]) {
        let mut others: Vec<(Formula, Vec<String>)> = Vec::new();
        for place in groups.iter().flat_map(|group| &group.indicators) {
            let Some((indicator, _)) = self.indicator(*place) else { continue };
            // A mark alone says nothing.
            let says = |footnote: &&String| footnote.bytes().any(|byte| byte.is_ascii_alphanumeric());
            for footnote in indicator.footnotes.iter().filter(says) {
                draft.note(both(&|_| footnote.clone()));
            }
            let year = self.checked.indicators.get(*place).and_then(|measured| match measured.realization {
                Some(Realization::CarriedForward { year, .. }) => Some(year),
                _ => None,
            });
            match year {
                Some(Some(year)) => {
                    draft.note(filled(CARRIED, &[("name", &indicator.name), ("year", &size(usize::from(year)))]));
                }
                Some(None) => draft.note(filled(CARRIED_FROM_EARLIER, &[("name", &indicator.name)])),
                None => {}
            }
            let formula = declared_formula(self.rules_of(indicator), indicator.polarity);
            if formula != Formula::RealizationOverTarget {
                match others.iter_mut().find(|(known, _)| *known == formula) {
                    Some((_, names)) => names.push(indicator.name.clone()),
                    None => others.push((formula, vec![indicator.name.clone()])),
                }
            }
        }
        for (formula, names) in others {
            let names = join(&names, "; ");
            draft.note(both(&|language| {
                let formula = formula.expression().get(language);
                fill(OTHER_FORMULA, language, &[("formula", formula), ("names", &names)])
            }));
        }
    }
}

/// The places of a tree, each with its depth, the ones below it behind it in the order of the document.
pub(super) fn downwards(tree: &Tree, places: usize) -> Vec<(usize, usize)> {
    let mut shown = Vec::with_capacity(places);
    // What is still to be shown, the next one last. Without recursion: a document may nest a million levels.
    let top = (0..places).rev().filter(|place| tree.parent(*place).is_none());
    let mut waiting: Vec<(usize, usize)> = top.map(|place| (place, 0)).collect();
    while let Some((place, depth)) = waiting.pop() {
        shown.push((place, depth));
        waiting.extend(tree.children(place).iter().rev().map(|child| (*child, depth + 1)));
    }
    shown
}

/// The footnote marks of a number as it is written.
pub(super) fn marks(quantity: &Quantity) -> Vec<String> {
    quantity.reading().footnote.iter().cloned().collect()
}

/// What was reached, without a figure of its own.
pub(super) fn reached(realization: &Realization, unit: Unit, missing: State) -> Cell {
    match (realization, realization.value()) {
        (_, Some(value)) => Cell::number(value, unit),
        (Realization::NotCarriedOut, None) => Cell::state(State::NotCarriedOut),
        (_, None) => Cell::state(missing),
    }
}
