//! The categories of a scale as steps over integers: which category a percentage has, without a comparison of fractions.

use super::outcome::CategoryCode;
use crate::number::{Number, Ratio, Rounding};
use crate::outcome::{Outcome, ReasonCode};
use crate::prelude::*;
use crate::rules::{Band, Classify, Gaps, RuleSet, Scale};

pub(super) const NO_SCALE: u16 = CategoryCode::NO_SCALE.code();
const OUTSIDE: u16 = CategoryCode::OUTSIDE.code();
const IN_GAP: u16 = CategoryCode::IN_GAP.code();

/// A scale of more steps has no fast way. None of the catalogue comes near.
pub(super) const MOST_CUTS: usize = 16;

/// As many as the scales of five categories have, which most are.
pub(super) const FEW_CUTS: usize = 4;

/// What is looked at: the reported percentage in units of its last place, or the exact one in half units, the odd ones
/// being everything between two whole ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looked {
    Reported,
    Exact,
}

/// A scale as steps.
#[derive(Clone, Debug)]
pub(super) struct Bands {
    pub(super) looked: Looked,
    /// From where on a value has the next code.
    pub(super) cuts: Vec<i64>,
    /// The same where they are no more than the scales of five categories have, which most are: with zeros for what every value
    /// has met that is not negative.
    few: [u64; FEW_CUTS],
    /// The code below the first cut, and that from each cut on: one more.
    codes: Vec<u16>,
    /// How many of the cuts zero has met.
    met_by_zero: usize,
}

impl Bands {
    /// No scale.
    pub(super) fn none() -> Self {
        Self::of(Looked::Reported, Vec::new(), vec![NO_SCALE])
    }

    fn of(looked: Looked, cuts: Vec<i64>, codes: Vec<u16>) -> Self {
        let mut few = [0; FEW_CUTS];
        few.iter_mut().zip(&cuts).for_each(|(to, cut)| *to = u64::try_from(*cut).unwrap_or(0));
        let met_by_zero = cuts.partition_point(|cut| *cut <= 0);
        Self { looked, cuts, few, codes, met_by_zero }
    }

    /// The code of zero.
    pub(super) fn code_of_zero(&self) -> u16 {
        self.codes.get(self.met_by_zero).copied().unwrap_or(NO_SCALE)
    }

    /// The cuts above zero, each with what it adds to the code before it (in 16 bits, without carry).
    pub(super) fn above_zero(&self) -> impl ExactSizeIterator<Item = (i64, u16)> {
        let cuts = self.cuts.get(self.met_by_zero..).unwrap_or_default();
        let codes = self.codes.get(self.met_by_zero..).unwrap_or_default();
        let more = codes.iter().zip(codes.iter().skip(1)).map(|(before, here)| here.wrapping_sub(*before));
        cuts.iter().copied().zip(more)
    }

    /// The code of a value in the units that are looked at.
    pub(super) fn code(&self, looked: i64) -> u16 {
        self.codes.get(self.cuts.iter().filter(|cut| looked >= **cut).count()).copied().unwrap_or(NO_SCALE)
    }

    /// The code below the first cut, and that from each cut on.
    pub(super) fn codes(&self) -> &[u16] {
        &self.codes
    }

    /// How many cuts are above a value that is not negative, in the units that are looked at.
    #[inline(always)]
    pub(super) fn above(&self, looked: u64) -> usize {
        // Counted, not branched on: nobody can predict the category of the next row.
        if self.cuts.len() <= FEW_CUTS {
            return self.few.iter().map(|cut| usize::from(looked < *cut)).sum();
        }
        self.cuts.iter().filter(|cut| u64::try_from(**cut).is_ok_and(|cut| looked < cut)).count()
    }

    /// The steps of the scale of a rule set, at so many places; nothing where integers of 64 bits cannot hold them.
    pub(super) fn new(rules: &RuleSet, places: u32) -> Option<Self> {
        let looked = match rules.classify {
            Classify::Reported => Looked::Reported,
            Classify::Exact => Looked::Exact,
        };
        let Some(scale) = &rules.scale else { return Some(Self { looked, ..Self::none() }) };
        let mut candidates = Vec::new();
        for bound in bounds(scale) {
            let units = bound * power(places);
            let floor = units.floor();
            let at = i64::try_from(floor.to_number(0)?.mantissa()).ok()?;
            match looked {
                Looked::Reported => candidates.extend([at, at.checked_add(1)?]),
                // Between two whole units there must be no bound: nothing there would tell the sides of it apart.
                Looked::Exact if floor != units => return None,
                Looked::Exact => {
                    let half = at.checked_mul(2)?;
                    candidates.extend([half.checked_sub(1)?, half, half.checked_add(1)?]);
                }
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let code = |at: i64| code_of(scale, &value(at, looked, places));
        let mut before = code(candidates.first().map_or(0, |first| first.saturating_sub(1)));
        let (mut cuts, mut codes) = (Vec::new(), vec![before]);
        for at in candidates {
            let here = code(at);
            if here != before {
                cuts.push(at);
                codes.push(here);
                before = here;
            }
        }
        (cuts.len() <= MOST_CUTS).then(|| Self::of(looked, cuts, codes))
    }
}

/// Everything at which a value may change its category.
fn bounds(scale: &Scale) -> Vec<Ratio> {
    let ends = scale.categories.iter().flat_map(|category| [category.lower, category.upper]).flatten();
    let mut bounds: Vec<Ratio> = ends.map(|bound| Ratio::from(bound.value)).collect();
    if let Gaps::Round(rounding) = scale.gaps {
        // Values that round to a bound, and to the steps beside it.
        let step = power(rounding.places());
        let beside = [1, 2, -1, -2].map(|halves| Ratio::from(halves) / (step.clone() + step.clone()));
        let all = bounds.clone();
        for shift in beside.into_iter().flatten() {
            bounds.extend(all.iter().map(|bound| bound.clone() + shift.clone()));
        }
    }
    bounds
}

pub(super) fn power(places: u32) -> Ratio {
    (0..places).fold(Ratio::from(1), |power, _| power * Ratio::from(10))
}

/// A value at a place: of what lies between two units the middle.
fn value(at: i64, looked: Looked, places: u32) -> Ratio {
    let units = match looked {
        Looked::Reported => integer(at),
        Looked::Exact => integer(at).and_then(|half| half / Ratio::from(2)),
    };
    units.and_then(|units| units / power(places)).unwrap_or_else(Ratio::zero)
}

/// An integer as a ratio. Cuts are percentages in small units: none is longer than a number.
fn integer(at: i64) -> Option<Ratio> {
    Number::from_parts(i128::from(at), 0).map(Ratio::from)
}

/// The rank of the category of a value, the highest being 1, or why it has none.
pub(super) fn code_of(scale: &Scale, value: &Ratio) -> u16 {
    code(&scale.find(value))
}

/// The rank of a category, the highest being 1, or why there is none.
pub(super) fn code(category: &Outcome<Band>) -> u16 {
    match category {
        Outcome::Computed(band) => u16::try_from(band.rank()).unwrap_or(OUTSIDE),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => match reason.code() {
            ReasonCode::InScaleGap => IN_GAP,
            _ => OUTSIDE,
        },
    }
}

/// A percentage in units of the last place that is reported; nothing where it is between two, or too large.
pub(super) fn units(percent: Number, rounding: Rounding) -> Option<i64> {
    let units = Ratio::from(percent) * power(rounding.places());
    if units.floor() != units {
        return None;
    }
    i64::try_from(units.to_number(0)?.mantissa()).ok()
}
