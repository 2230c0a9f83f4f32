//! Components of the cascade: what the indicators below make of one above, along the links that compute.

use alloc::sync::Arc;

use super::work::Work;
use crate::error::Detail;
use crate::measure::{Calculation, Composition, Operand, OperandValue, Realization, Unit, Value};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::report::{Indicator, Quantity, Takes};
use crate::rules::RuleSet;
use crate::text::{concat, join};

impl Work<'_> {
    /// What the components of an indicator make. Components come before what they make, so that each has its value.
    pub(super) fn composed(&self, place: usize, unit: Unit, rules: &RuleSet) -> Arc<Calculation> {
        let (document, links) = (self.document, &self.checked.links);
        let components = links.components(document, place);
        let methods = each(&components, &mut |link| document.links.get(*link).and_then(|link| link.method));
        let method = methods.first().copied().flatten();
        let agreed = methods.iter().all(|other| method.is_some() && *other == method);
        let of_counts = method == Some(Composition::RatioOfSums);
        let operands = some_of(&components, &mut |link| self.component(*link, of_counts));
        let circular = some_of(&components, &mut |link| {
            let below = document.indicators.get(links.ends(*link).0).filter(|_| links.is_circular(*link))?;
            Some(below.name.clone())
        });
        let method = method.unwrap_or_default();
        if !circular.is_empty() {
            let reason = Reason::new(ReasonCode::ComponentsInCircle);
            return Arc::new(method.refuse(operands, reason.with("items", Detail::Text(join(&circular, ", "))), rules));
        }
        if !agreed {
            return Arc::new(method.refuse(operands, Reason::new(ReasonCode::CompositionUnclear), rules));
        }
        Arc::new(method.compose(operands, unit, rules))
    }

    /// The component that a link leads up from.
    fn component(&self, link: usize, of_counts: bool) -> Option<Operand> {
        let (below, _) = self.checked.links.ends(link);
        let (indicator, written) = self.document.indicators.get(below).zip(self.document.links.get(link))?;
        let from = concat(&["indicators.", indicator.id.as_str()]);
        let mut operand = match written.takes {
            // The places of the ends are those of the document: nothing refers to nowhere.
            Takes::Realization => self.referred(None, &from).ok()?,
            Takes::Achievement => self.achievement_of(below, indicator)?,
        };
        if of_counts && let Some(ratio) = self.ratios.get(below).cloned().flatten() {
            operand.value = OperandValue::Of(ratio);
        }
        if let Some(weight) = written.weight.as_ref().and_then(Quantity::value) {
            operand = operand.weight(weight);
        }
        Some(operand)
    }

    /// The achievement of a component, which has its realization by now.
    fn achievement_of(&self, place: usize, indicator: &Indicator) -> Option<Operand> {
        let measured = self.checked.indicators.get(place)?;
        let realization = self.realizations.get(place).cloned().flatten().unwrap_or(Realization::NotMeasured);
        // Rules that contradict each other are told when the indicator is measured.
        let rules = self.rules_of(place).ok()?;
        let achievement = measured.against(realization, indicator.polarity).achievement(&rules);
        let value = match achievement.outcome().clone().map(Value::from) {
            Outcome::Computed(value) => OperandValue::Known(Box::new(value)),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => OperandValue::Missing(reason),
        };
        let operand = Operand::new(Some(indicator.name.clone()), value);
        let operand = operand.of_figure(concat(&["indicators.", indicator.id.as_str(), ".achievement"]));
        Some(measured.footnotes.iter().cloned().fold(operand, Operand::footnote))
    }
}
