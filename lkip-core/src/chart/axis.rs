//! [`Axis`]: what the values of a chart are measured in, and how far it goes.

use super::Chart;
use crate::error::fill;
use crate::explain::display_percent;
use crate::language::{Text, bilingual};
use crate::measure::Unit;
use crate::number::{Number, Ratio};
use crate::rules::Bilingual;
use crate::table::{both, plain};

/// The axis on which the values of a chart are measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What stands beside it.
    pub label: Bilingual,
    /// The unit of the values.
    pub unit: Unit,
    /// What one step of its numbers is worth: 1, or a thousand million where the label says that it counts those.
    pub per: Number,
    /// Where it is cut off below, if a value lies beyond.
    pub low: Option<Number>,
    /// Where it is cut off above, if a value lies beyond.
    pub high: Option<Number>,
}

/// What amounts of rupiah are counted in, from so many digits on.
const COUNTED: [(u32, Text); 4] = [
    (12, bilingual!("Triliun rupiah", "Rupiah, trillions")),
    (9, bilingual!("Miliar rupiah", "Rupiah, billions")),
    (6, bilingual!("Juta rupiah", "Rupiah, millions")),
    (0, bilingual!("Rupiah", "Rupiah")),
];

/// One indicator that reached many times its target would press all others into a corner.
const HIGHEST: i32 = 200;
const LOWEST: i32 = -100;

const CUT: Text = bilingual!(
    "Sumbu dipotong pada {bound}; yang bertanda panah melampauinya dan tertulis nilainya.",
    "The axis is cut off at {bound}; what has an arrow lies beyond, with its value written."
);

impl Axis {
    pub(super) fn new(label: Bilingual, unit: Unit) -> Self {
        Self { label, unit, per: Number::from(1), low: None, high: None }
    }

    pub(super) fn percent(label: Text) -> Self {
        Self::new(both(&|language| [label.get(language), " (%)"].concat()), Unit::Percent)
    }

    /// An axis for amounts of rupiah, counted in what makes the largest short.
    pub(super) fn rupiah(amounts: &[&Number]) -> Self {
        let power = |digits: u32| 10_i64.checked_pow(digits).map_or(Number::from(1), Number::from);
        let reaches =
            |least: Number| amounts.iter().any(|amount| Ratio::from(**amount).magnitude() >= Ratio::from(least));
        let found = COUNTED.iter().find(|(digits, _)| *digits == 0 || reaches(power(*digits)));
        let (digits, label) = found.copied().unwrap_or((0, bilingual!("Rupiah", "Rupiah")));
        Self { per: power(digits), ..Self::new(plain(label), Unit::Rupiah) }
    }
}

impl Chart {
    /// Cuts an axis of percentages where a value lies far beyond, and says so.
    pub(super) fn cut(&mut self, series: &[&str]) {
        let (low, high) = (Number::from(LOWEST), Number::from(HIGHEST));
        let beyond = |far: &dyn Fn(&Number) -> bool| series.iter().any(|id| self.numbers(id).into_iter().any(far));
        let (below, above) = (beyond(&|value| *value < low), beyond(&|value| *value > high));
        self.axis.low = below.then_some(low);
        self.axis.high = above.then_some(high);
        for bound in [self.axis.low, self.axis.high].into_iter().flatten() {
            let note = both(&|language| fill(CUT, language, &[("bound", &display_percent(bound, language))]));
            self.notes.push(note);
        }
    }
}
