//! Scores of offices, by the method that the rules declare.

use alloc::sync::Arc;

use super::figure::{FigureKind, Made, Subject};
use super::work::Work;
use crate::error::{Detail, Errors};
use crate::measure::{Average, Item, ItemValue, average_by, check_weight};
use crate::outcome::{Reason, ReasonCode};
use crate::prelude::*;
use crate::report::{Holdings, LinkKind, Quantity};
use crate::rules::RollupOf;
use crate::text::{concat, join};

impl Work<'_> {
    /// The score of every office that holds something, or has below it offices that do.
    pub(super) fn scores(&mut self) -> Result<(), Errors> {
        let (document, checked) = (self.document, self.checked);
        self.scores = vec![None; document.offices.len()];
        let holdings = Holdings::of(checked, document.period.year.get());
        let own = self.own_indicators(&holdings);
        let below = match self.rules.rollup.of {
            RollupOf::OwnAndBelow => self.with_those_below(&own),
            RollupOf::OwnIndicators | RollupOf::OfficesBelow => Vec::new(),
        };
        let nothing = Vec::new();
        // From below, for a score may be made of those below.
        for office in checked.offices.upwards() {
            let own = own.get(office).unwrap_or(&nothing);
            let items = match self.rules.rollup.of {
                RollupOf::OwnIndicators => self.measured(own),
                RollupOf::OwnAndBelow => self.measured(below.get(office).unwrap_or(&nothing)),
                RollupOf::OfficesBelow => {
                    let scored = self.scored(checked.offices.children(office));
                    if scored.is_empty() { self.measured(own) } else { scored }
                }
            };
            self.score(office, items)?;
        }
        Ok(())
    }

    /// The figures of the scores, in the order of the document.
    pub(super) fn score_figures(&mut self) {
        let document = self.document;
        for (place, office) in document.offices.iter().enumerate() {
            let Some(made) = self.scores.get(place).cloned().flatten() else { continue };
            let made = match made {
                Ok(average) => Made::Average(average),
                Err(reason) => Made::Missing(reason),
            };
            let key = ["offices.", office.id.as_str(), ".score"];
            self.add(&key, Subject::Office(place), FigureKind::Score, made);
        }
    }

    /// The average of an office's score, where it has one.
    pub(super) fn score_of(&self, office: usize) -> Option<Arc<Average>> {
        self.scores.get(office)?.as_ref()?.as_ref().ok().cloned()
    }

    fn score(&mut self, office: usize, items: Vec<Item>) -> Result<(), Errors> {
        if items.is_empty() {
            return Ok(());
        }
        let method = self.rules.rollup.method;
        let unweighted = some_of(&items, &mut |item| check_weight(item.weight, method).err().and(item.label.clone()));
        let made = if unweighted.is_empty() {
            Ok(Arc::new(average_by(items, method, self.rules)?))
        } else {
            let items = Detail::Text(join(&unweighted, ", "));
            Err(Reason::new(ReasonCode::OfficeWithoutWeight).with("items", items))
        };
        if let Some(score) = self.scores.get_mut(office) {
            *score = Some(made);
        }
        Ok(())
    }

    /// The indicators that every office answers for itself. What was promised counts; of the others those that are items
    /// of averages.
    fn own_indicators(&self, holdings: &Holdings) -> Vec<Vec<usize>> {
        let averaged = |indicator: usize| self.document.indicators.get(indicator).is_some_and(|one| one.average);
        let mut own = Vec::with_capacity(self.document.offices.len());
        for office in 0..self.document.offices.len() {
            own.push(some_of(holdings.own(office), &mut |held| {
                held.indicator.filter(|indicator| held.row.is_some() || averaged(*indicator))
            }));
        }
        own
    }

    /// The indicators of every office and of those below it, each once: the same indicator in many hands is one, and what is
    /// adopted is what it was adopted from.
    fn with_those_below(&self, own: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut all: Vec<Vec<usize>> = own.to_vec();
        for office in self.checked.offices.upwards() {
            let mut here = all.get(office).cloned().unwrap_or_default();
            for below in self.checked.offices.children(office) {
                here.extend_from_slice(all.get(*below).map_or(&[], Vec::as_slice));
            }
            here.sort_unstable();
            here.dedup();
            if let Some(all) = all.get_mut(office) {
                *all = here;
            }
        }
        let links = &self.checked.links;
        for indicators in &mut all {
            let known = indicators.clone();
            let is_adopted = |indicator: usize| {
                links.up(indicator).iter().any(|link| {
                    let adopts = self.document.links.get(*link).is_some_and(|link| link.kind == LinkKind::Adopts);
                    adopts && !links.is_circular(*link) && known.binary_search(&links.ends(*link).1).is_ok()
                })
            };
            indicators.retain(|indicator| !is_adopted(*indicator));
        }
        all
    }

    fn measured(&self, indicators: &[usize]) -> Vec<Item> {
        some_of(indicators, &mut |place| {
            let (indicator, achievement) = self.document.indicators.get(*place).zip(self.achievements.get(*place))?;
            Some(Item {
                label: Some(indicator.name.clone()),
                weight: indicator.weight.as_ref().and_then(Quantity::value),
                value: ItemValue::Measured(achievement.clone()),
                figure: Some(concat(&["indicators.", indicator.id.as_str(), ".achievement"])),
            })
        })
    }

    fn scored(&self, offices: &[usize]) -> Vec<Item> {
        some_of(offices, &mut |place| {
            let (office, score) = self.document.offices.get(*place).zip(self.score_of(*place))?;
            Some(Item {
                label: Some(office.name.clone()),
                weight: office.weight.as_ref().and_then(Quantity::value),
                value: ItemValue::Group(score),
                figure: Some(concat(&["offices.", office.id.as_str(), ".score"])),
            })
        })
    }
}
