//! Components: their units, methods, weights and targets against what they make, and what was reached.

use super::Check;
use crate::cascade::CascadeCode;
use crate::cascade::finding::{Finding, both};
use crate::cascade::wording::{same_unit, target, unit};
use crate::error::Detail;
use crate::evaluate::{Figure, agrees};
use crate::language::Text;
use crate::measure::{Composition, Operand, OperandValue, Target, Unit};
use crate::number::{Number, Ratio};
use crate::outcome::ReasonCode;
use crate::prelude::*;
use crate::report::{Holding, Indicator, Link, Quantity, Takes, unit_of_text};
use crate::rules;
use crate::text::{concat, join, size};

/// An indicator that is made of components.
struct Made<'a> {
    indicator: &'a Indicator,
    /// In whose hands it is; the components by their links.
    holding: Holding,
    components: Vec<(usize, &'a Link, Holding)>,
}

impl Check<'_> {
    pub(super) fn components(&mut self) {
        let (ground, document) = (self.ground, self.ground.document);
        for (place, indicator) in document.indicators.iter().enumerate() {
            let links = ground.checked.links.components(document, place);
            if links.is_empty() {
                continue;
            }
            let holding = |place: usize| Holding { office: usize::MAX, indicator: Some(place), row: None };
            let held = |place: usize| self.year.home(ground, place).and_then(|held| self.year.held.get(held));
            let components = some_of(&links, &mut |link| {
                let (from, _) = ground.checked.links.ends(*link);
                let written = document.links.get(*link)?;
                Some((*link, written, held(from).map_or_else(|| holding(from), |held| held.holding)))
            });
            let made = Made {
                indicator,
                holding: held(place).map_or_else(|| holding(place), |held| held.holding),
                components,
            };
            self.units(&made);
            if let Some(method) = self.method(&made) {
                if method == Composition::WeightedMean {
                    self.weights(&made);
                }
                self.composed_target(&made, method);
                self.rolled_up(&made, place, method);
            }
        }
    }

    /// A finding about what is made, and the office that holds it.
    fn about(&self, code: CascadeCode, made: &Made<'_>) -> Finding {
        let finding = self.finding(code).indicator("indicator", made.indicator);
        match self.ground.document.offices.get(made.holding.office) {
            Some(office) => finding.office("office", office),
            None => finding.text("office", "-"),
        }
    }

    fn of_links(&self, mut finding: Finding, made: &Made<'_>) -> Finding {
        for (link, _, holding) in &made.components {
            if let Some(office) = self.ground.document.offices.get(holding.office) {
                finding = finding.party(office);
            }
            finding = finding.at(concat(&["links[", &size(*link), "]"]));
        }
        finding
    }

    /// What is put together is in one unit; an achievement is in percent.
    fn units(&mut self, made: &Made<'_>) {
        for (link, written, holding) in &made.components {
            let own = made.indicator.unit.as_deref();
            let Some(component) = self.ground.indicator(holding) else { continue };
            let other = match written.takes {
                Takes::Achievement => Some("%"),
                Takes::Realization => component.unit.as_deref(),
            };
            if let (Some(one), Some(another)) = (own, other)
                && !same_unit(one, another)
            {
                let finding = self.about(CascadeCode::ComponentUnits, made).indicator("component", component);
                let finding = match self.ground.document.offices.get(holding.office) {
                    Some(office) => finding.office("other", office),
                    None => finding.text("other", "-"),
                };
                let finding = finding.with("unit", unit(own)).with("other_unit", unit(other));
                let finding = finding.at(concat(&["links[", &size(*link), "]"]));
                let finding = finding.at(concat(&["indicators.", made.indicator.id.as_str(), ".unit"]));
                self.findings.push(finding.at(concat(&["indicators.", component.id.as_str(), ".unit"])));
            }
        }
    }

    /// The one method that all components name.
    fn method(&mut self, made: &Made<'_>) -> Option<Composition> {
        let methods = each(&made.components, &mut |(_, link, _)| link.method);
        let first = methods.first().copied().flatten();
        if first.is_some() && methods.iter().all(|method| *method == first) {
            return first;
        }
        let mut names = each(&methods, &mut |method| method.map_or("-", Composition::as_str).to_owned());
        names.dedup();
        let finding = self.about(CascadeCode::ComponentMethods, made).text("methods", join(&names, ", "));
        self.findings.push(self.of_links(finding, made));
        None
    }

    /// Weights make a whole: 1, or 100 percent.
    fn weights(&mut self, made: &Made<'_>) {
        let weights = some_of(&made.components, &mut |(_, link, _)| link.weight.as_ref().and_then(Quantity::value));
        let sum = Ratio::sum(each(&weights, &mut |weight| Ratio::from(*weight)));
        if weights.len() == made.components.len() && sum != Ratio::from(1) && sum != Ratio::hundred() {
            let finding = self.about(CascadeCode::ComponentWeights, made).amount("sum", &sum, Unit::Number);
            self.findings.push(self.of_links(finding, made));
        }
    }

    /// The targets of the components make the target above.
    fn composed_target(&mut self, made: &Made<'_>, method: Composition) {
        let ground = self.ground;
        let Target::Value(own) = ground.target(&made.holding) else { return };
        let (mut operands, mut missing) = (Vec::new(), Vec::new());
        for (_, link, holding) in &made.components {
            let name = ground.name(holding).to_owned();
            // What enters of an achievement is promised in full.
            let promised = match (link.takes, ground.target(holding)) {
                (Takes::Achievement, _) => Some(Number::HUNDRED),
                (Takes::Realization, Target::Value(value)) => Some(value),
                (Takes::Realization, _) => None,
            };
            let Some(promised) = promised else {
                missing.push(name);
                continue;
            };
            let mut operand = Operand::new(Some(name), OperandValue::Given(promised));
            let weight = match method {
                Composition::RatioOfSums => self.whole(holding),
                _ => link.weight.as_ref().and_then(Quantity::value),
            };
            if let Some(weight) = weight {
                operand = operand.weight(weight);
            }
            operands.push(operand);
        }
        if !missing.is_empty() {
            let finding = self.about(CascadeCode::ComponentWithoutTarget, made);
            let finding = finding.with("items", Detail::Text(join(&missing, ", ")));
            self.findings.push(self.of_links(finding, made));
            return;
        }
        // Percentages of counts are promised together as the counts weigh them.
        let by = if method == Composition::RatioOfSums { Composition::WeightedMean } else { method };
        let unit = unit_of_text(made.indicator.unit.as_deref());
        let composed = by.compose(operands, unit, ground.evaluation.rules());
        let Some(exact) = composed.value().map(crate::measure::Value::ratio) else { return };
        let mode = ground.evaluation.rules().rounding_of(rules::Figure::Realization).mode();
        if !agrees(own, &exact, mode) {
            let finding = self.about(CascadeCode::ComponentTargets, made);
            let finding = finding.with("first", ground.document_of(&made.holding));
            let finding = finding.with("target", target(Target::Value(own), unit)).amount("composed", &exact, unit);
            let finding = word(finding, method).at(ground.place(&made.holding, "target"));
            self.findings.push(self.of_links(finding, made));
        }
    }

    /// What the ratio of a component divides by, as a weight; nothing where it is none.
    fn whole(&self, holding: &Holding) -> Option<Number> {
        let id = self.ground.indicator(holding)?.id.as_str();
        let figures = ["rolled_up", "computed", "realization"];
        let made = figures.iter().find_map(|name| {
            match self.ground.evaluation.figure(&concat(&["indicators.", id, ".", name]))?.made() {
                crate::evaluate::Made::Calculation(made) => made.whole(),
                _ => None,
            }
        });
        made?.to_number(0)
    }

    /// What was reached against what the components make.
    fn rolled_up(&mut self, made: &Made<'_>, place: usize, method: Composition) {
        let ground = self.ground;
        let key = |name: &str| concat(&["indicators.", made.indicator.id.as_str(), name]);
        let Some(rolled) = ground.evaluation.figure(&key(".rolled_up")) else { return };
        let unit = unit_of_text(made.indicator.unit.as_deref());
        if let Some(reason) = rolled.outcome().reason() {
            // Circles and methods are told for themselves.
            let told = [ReasonCode::ComponentsInCircle, ReasonCode::CompositionUnclear];
            if !told.contains(&reason.code()) {
                let finding = self.about(CascadeCode::RollupImpossible, made);
                let reason = both(reason.code().as_str().to_owned(), &|language| reason.message(language));
                self.findings.push(self.of_links(finding.with("reason", reason).at(key(".rolled_up")), made));
            }
            return;
        }
        let reached = ground.evaluation.figure(&key(".realization"));
        let (Some(computed), Some(given)) = (rolled.exact(), reached.and_then(Figure::value)) else { return };
        let overrides = ground.document.indicators.get(place).and_then(|one| one.overrides.as_ref());
        let rules = overrides.and_then(|own| ground.evaluation.rules().with(own.plain()).ok());
        let rules = rules.as_ref().unwrap_or(ground.evaluation.rules());
        let exactly = reached.and_then(Figure::exact).is_some_and(|exact| exact == computed);
        if !exactly && !agrees(given, &computed, rules.rounding_of(rules::Figure::Realization).mode()) {
            let finding = self.about(CascadeCode::RollupDiffers, made);
            let finding = finding.amount("given", &Ratio::from(given), unit).amount("computed", &computed, unit);
            let finding = word(finding, method).at(key(".realization")).at(key(".rolled_up"));
            self.findings.push(self.of_links(finding, made));
        }
    }
}

fn word(finding: Finding, method: Composition) -> Finding {
    let title: Text = method.title();
    finding.with("method", Detail::Word(method.as_str(), title))
}
