//! [`ChartBand`]: a category of a scale, from where to where it is drawn.

use crate::explain::style_of;
use crate::language::Language;
use crate::number::Number;
use crate::prelude::*;
use crate::rules::{Above, Band, Below, Category, Gaps, Scale};

/// A category of the scale and the part of the axis that is its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBand {
    band: Band,
    /// Where it begins; nothing where it has no lower end.
    pub low: Option<Number>,
    /// Where it ends; nothing where it has no upper end.
    pub high: Option<Number>,
}

impl ChartBand {
    /// The category.
    #[must_use]
    pub fn category(&self) -> &Category {
        self.band.category()
    }

    /// The bounds as mathematics writes them: `70 ≤ x < 85`.
    #[must_use]
    pub fn bounds(&self, language: Language) -> String {
        self.band.bounds(style_of(language))
    }

    /// The category with its scale.
    #[must_use]
    pub fn band(&self) -> &Band {
        &self.band
    }
}

/// The bands of a scale, the highest first. Only where values between two categories have none, they do not touch.
pub(super) fn bands(scale: &Scale) -> Vec<ChartBand> {
    let last = scale.categories.len().saturating_sub(1);
    let mut bands = Vec::with_capacity(scale.categories.len());
    let mut above = None;
    for (rank, category) in scale.categories.iter().enumerate() {
        let upper = category.upper.map(|bound| bound.value);
        let high = match (rank, scale.gaps) {
            (0, _) => upper.filter(|_| scale.above == Above::Unclassified),
            (_, Gaps::Unclassified) => upper,
            // What is between is rounded, or belongs to the one below.
            _ => above,
        };
        let lower = category.lower.map(|bound| bound.value);
        let low = lower.filter(|_| rank != last || scale.below == Below::Unclassified);
        bands.push(ChartBand { band: scale.band(rank), low, high });
        above = lower;
    }
    bands
}
