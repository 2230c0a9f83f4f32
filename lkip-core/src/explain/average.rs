//! The explanation of an average.

use super::achievement::{category_step, equals, rounding_step, rules_step};
use super::node::Explanation;
use super::writing::{category, display_percent, expansion, number};
use crate::language::{Language, Text, bilingual};
use crate::measure::{Average, Item, ItemValue, Term};
use crate::number::Ratio;
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::rules::{Figure, Formula, Limit, LimitIn, Method, Values};
use crate::text::{concat, join, size};

const OF: Text = bilingual!("dari", "of");
const COUNTED: Text = bilingual!("butir dihitung", "items counted");
const LEFT_OUT: Text = bilingual!("tidak dihitung", "left out");
const AS_ZERO: Text = bilingual!("dihitung nol menurut pedoman", "counted as zero by the rules");
const CARRIED: Text =
    bilingual!("memakai nilai tahun sebelumnya: butir", "resting on a value of an earlier year: item");
const WEIGHTS_UNUSED: Text = bilingual!(
    "bobot tidak dipakai: pedoman menetapkan rata-rata biasa",
    "weights not used: the rules set a plain mean"
);
const ITEM: Text = bilingual!("butir", "item");
const LIMITS: Text = bilingual!("tiap nilai dibatasi", "each value held to");

/// More summands than this are not written out in the line.
const WRITTEN_OUT: usize = 16;

impl Average {
    /// Where the figure comes from, in one language.
    #[must_use]
    pub fn explanation(&self, language: Language) -> Explanation {
        let formula = match self.method {
            Method::Mean => Formula::Mean,
            Method::Weighted => Formula::WeightedMean,
        };
        let mut node = Explanation::of_formula(formula, self.line(language), language);
        if let Outcome::Computed(percent) = &self.outcome {
            node.exact = Some(percent.exact.text());
            node.rounding = Some(rounding_step(percent, self.rules.rounding_of(Figure::Average)));
        }
        node.children = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            node.children.push(self.item_step(index, item, language));
        }
        if let Outcome::Computed(percent) = &self.outcome
            && let Some(step) = category_step(percent, &self.category, &self.rules, language)
        {
            node.children.push(step);
        }
        node.children.push(rules_step(&self.rules, language));
        node
    }

    /// The explanation in one line, without the items: "(99,79 + 111,11) ÷ 2 = 105,45 % [2 dari 2 butir dihitung]".
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let percent = match &self.outcome {
            Outcome::Computed(percent) => percent,
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => return reason.message(language),
        };
        let rounding = self.rules.rounding_of(Figure::Average);
        let mut line = self.sum(language) + &equals(percent, rounding, language);
        let (used, total) = (self.coverage.used, self.coverage.total);
        line.push_str(&concat(&[
            " [",
            &size(used),
            " ",
            OF.get(language),
            " ",
            &size(total),
            " ",
            COUNTED.get(language),
        ]));
        let bounds = [self.rules.floor_in(LimitIn::Average), self.rules.cap_in(LimitIn::Average)];
        if bounds.iter().any(Option::is_some) {
            let mut written = |bound: &Option<Limit>| match bound {
                Some(bound) => display_percent(bound.percent, language),
                None => "…".to_owned(),
            };
            let bounds = each(&bounds, &mut written);
            line.push_str(&concat(&["; ", LIMITS.get(language), " ", &join(&bounds, " – ")]));
        }
        let carried = each(&self.coverage.carried_forward, &mut |index| self.name(*index));
        if !carried.is_empty() {
            line.push_str(&concat(&["; ", CARRIED.get(language), " ", &join(&carried, ", ")]));
        }
        let weighted = self.items.iter().any(|item| item.weight.is_some());
        if weighted && self.method == Method::Mean {
            line.push_str(&concat(&["; ", WEIGHTS_UNUSED.get(language)]));
        }
        line.push(']');
        if let Outcome::Computed(band) = &self.category {
            line.push_str(&concat(&["; ", &category(band, language)]));
        }
        line
    }

    /// What an item is called: its label, or its number in the list.
    fn name(&self, index: usize) -> String {
        let label = self.items.get(index).and_then(|item| item.label.clone());
        label.unwrap_or_else(|| size(index + 1))
    }

    /// "(99,79 + 111,11 + 100,00) ÷ 3"
    fn sum(&self, language: Language) -> String {
        let weighted = self.method == Method::Weighted;
        if self.terms.len() > WRITTEN_OUT {
            return concat(&["Σ ÷ ", &if weighted { "Σ".to_owned() } else { size(self.terms.len()) }]);
        }
        let weight = |term: &Term| self.items.get(term.index).and_then(|item| item.weight).unwrap_or_default();
        let terms = each(&self.terms, &mut |term| {
            let value = self.value_text(term, language);
            if weighted { concat(&[&number(weight(term), language), " × ", &value]) } else { value }
        });
        let terms = join(&terms, " + ");
        let divisor = if weighted {
            let weights = each(&self.terms, &mut |term| Ratio::from(weight(term)));
            expansion(&Ratio::sum(weights), 10, language)
        } else {
            size(self.terms.len())
        };
        concat(&["(", &terms, ") ÷ ", &divisor])
    }

    /// The value as it counts; a reported one with the places that it is reported with.
    fn value_text(&self, term: &Term, language: Language) -> String {
        let outcome = self.items.get(term.index).map(Item::outcome);
        match outcome.as_ref().and_then(Outcome::value) {
            Some(percent)
                if self.rules.average.of == Values::Reported && Ratio::from(percent.reported) == term.value =>
            {
                number(percent.reported, language)
            }
            _ => expansion(&term.value, 4, language),
        }
    }

    fn item_step(&self, index: usize, item: &Item, language: Language) -> Explanation {
        let label = item.label.clone().unwrap_or_else(|| concat(&[ITEM.get(language), " ", &size(index + 1)]));
        let mut node = match &item.value {
            ItemValue::Measured(achievement) => achievement.explanation(language),
            ItemValue::Group(average) => average.explanation(language),
            ItemValue::Given(percent) => {
                Explanation::of_formula(Formula::Given, display_percent(*percent, language), language)
            }
        };
        // The rules stand once, at the average itself, unless the item has its own.
        let own = match &item.value {
            ItemValue::Measured(achievement) => !achievement.rules.is(&self.rules),
            ItemValue::Group(average) => !average.rules.is(&self.rules),
            ItemValue::Given(_) => false,
        };
        if !own {
            // They are the last step, where there are any.
            node.children.pop();
        }
        node.title = label;
        if self.is_left_out(index) {
            node.line = concat(&[&node.line, " [", LEFT_OUT.get(language), "]"]);
        }
        if self.coverage.as_zero.contains(&index) {
            node.line = concat(&[&node.line, " [", AS_ZERO.get(language), "]"]);
        }
        node
    }
}
