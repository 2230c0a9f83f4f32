//! Averages: of objectives, goals and the report.

use alloc::sync::Arc;

use super::figure::{FigureKind, Made, Subject};
use super::work::Work;
use crate::error::Errors;
use crate::measure::{Item, ItemValue, average};
use crate::number::Number;
use crate::plain::Problems;
use crate::prelude::*;
use crate::report::{Id, Quantity};
use crate::text::concat;

impl Work<'_> {
    /// The average of every objective, of every goal and of the report: of its objectives, and of indicators that
    /// belong to none.
    pub(super) fn averages(&mut self) -> Result<(), Errors> {
        let mut problems = Problems::default();
        let document = self.document;
        for (place, objective) in document.objectives.iter().enumerate() {
            let items = self.items(Some(&objective.id));
            let made = average(items, self.rules).map_err(|errors| errors.at(place).within("objectives"));
            if let Some(made) = problems.note(made).map(Arc::new) {
                let key = ["objectives.", objective.id.as_str(), ".average"];
                self.add(&key, Subject::Objective(place), FigureKind::Average, Made::Average(made.clone()));
                self.objectives.push(made);
            }
        }
        // What is missing for an objective is missing for everything above it.
        problems.done()?;
        let mut problems = Problems::default();
        for (place, goal) in document.goals.iter().enumerate() {
            let items = self.groups(|objective| objective == Some(&goal.id));
            let made = average(items, self.rules).map_err(|errors| errors.at(place).within("goals"));
            if let Some(made) = problems.note(made) {
                let key = ["goals.", goal.id.as_str(), ".average"];
                self.add(&key, Subject::Goal(place), FigureKind::Average, Made::Average(Arc::new(made)));
            }
        }
        let mut items = self.groups(|_| true);
        items.extend(self.items(None));
        if !items.is_empty() {
            let made = average(items, self.rules).map_err(|errors| errors.within("report"));
            if let Some(made) = problems.note(made).map(Arc::new) {
                let figure = Made::Average(made.clone());
                self.add(&["report.average"], Subject::Report, FigureKind::Average, figure);
                self.whole = Some(made);
            }
        }
        problems.done()
    }

    /// The indicators of an objective that its average is made of.
    fn items(&self, objective: Option<&Id>) -> Vec<Item> {
        let mut items = Vec::new();
        for (indicator, achievement) in self.document.indicators.iter().zip(&self.achievements) {
            if indicator.average && indicator.objective.as_ref() == objective {
                let value = ItemValue::Measured(achievement.clone());
                let key = concat(&["indicators.", indicator.id.as_str(), ".achievement"]);
                items.push(item(&indicator.name, indicator.weight.as_ref(), value, key));
            }
        }
        items
    }

    /// The averages of the objectives of a goal.
    fn groups(&self, belongs: impl Fn(Option<&Id>) -> bool) -> Vec<Item> {
        let mut items = Vec::new();
        for (objective, average) in self.document.objectives.iter().zip(&self.objectives) {
            // An objective without indicators has nothing to be averaged.
            if belongs(objective.goal.as_ref()) && !average.items().is_empty() {
                let key = concat(&["objectives.", objective.id.as_str(), ".average"]);
                items.push(item(&objective.name, objective.weight.as_ref(), ItemValue::Group(average.clone()), key));
            }
        }
        items
    }
}

fn item(name: &str, weight: Option<&Quantity>, value: ItemValue, key: String) -> Item {
    let weight: Option<Number> = weight.and_then(Quantity::value);
    Item { label: Some(name.to_owned()), weight, value, figure: Some(key) }
}
