//! [`Percentages`]: what a measure gives for every row of a table.

use core::ops::Range;

#[cfg(feature = "report")]
use super::column::Column;
use super::column::same_length;
use super::kernel::CHUNK;
use super::outcome::{CategoryCode, RowOutcome};
use super::run::{Beside, Into, Run, Scratch};
use super::single::Kind;
use super::table::{Rules, Table};
use super::width::widen;
use crate::error::Errors;
use crate::measure::Achievement;
use crate::number::Number;
use crate::outcome::ReasonCode;
use crate::plain::Problems;
use crate::prelude::*;
use crate::rules::Category;

/// Columns that are there, to be written into. All are as long as the table.
#[derive(Debug)]
pub struct Room<'a> {
    /// For the reported percentages in units of the last place: `8707` with two places is 87.07. Zero where there is none.
    pub percents: PercentRoom<'a>,
    /// For the categories: see [`CategoryCode::from_code`].
    pub categories: &'a mut [u16],
    /// For how the measurement of every row ended: see [`RowOutcome::code`].
    pub outcomes: &'a mut [u8],
}

/// A column for percentages.
#[derive(Debug)]
pub enum PercentRoom<'a> {
    /// Of 64 bits.
    Small(&'a mut [i64]),
    /// Of 128 bits, as decimal columns of Arrow are.
    Large(&'a mut [i128]),
}

impl<'a> Room<'a> {
    pub(super) fn check(&self, rows: usize) -> Result<(), Errors> {
        let mut problems = Problems::default();
        let percents = match &self.percents {
            PercentRoom::Small(percents) => percents.len(),
            PercentRoom::Large(percents) => percents.len(),
        };
        for (name, found) in
            [("percent", percents), ("category", self.categories.len()), ("outcome", self.outcomes.len())]
        {
            problems.note(same_length(name, found, rows));
        }
        problems.done()
    }

    /// The first rows, and the others.
    #[cfg(feature = "rayon")]
    pub(super) fn split(self, at: usize) -> (Self, Self) {
        let (first_percents, percents) = match self.percents {
            PercentRoom::Small(percents) => {
                let (first, others) = percents.split_at_mut(at);
                (PercentRoom::Small(first), PercentRoom::Small(others))
            }
            PercentRoom::Large(percents) => {
                let (first, others) = percents.split_at_mut(at);
                (PercentRoom::Large(first), PercentRoom::Large(others))
            }
        };
        let (first_categories, categories) = self.categories.split_at_mut(at);
        let (first_outcomes, outcomes) = self.outcomes.split_at_mut(at);
        (
            Self { percents: first_percents, categories: first_categories, outcomes: first_outcomes },
            Self { percents, categories, outcomes },
        )
    }

    /// Has its parts filled, each of the rows that are named.
    pub(super) fn chunks(
        self,
        rows: Range<usize>,
        mut fill: impl FnMut(Range<usize>, &mut [i64], &mut [u16], &mut [u8]),
    ) {
        let mut percents = match self.percents {
            PercentRoom::Small(percents) => Chunks::Small(percents.chunks_mut(CHUNK)),
            PercentRoom::Large(percents) => Chunks::Large(percents.chunks_mut(CHUNK), vec![0; CHUNK]),
        };
        let mut begin = rows.start;
        for (category, outcome) in self.categories.chunks_mut(CHUNK).zip(self.outcomes.chunks_mut(CHUNK)) {
            let rows = begin..begin + outcome.len();
            begin = rows.end;
            percents.next(|percent| fill(rows, percent, category, outcome));
        }
    }
}

/// The percentages of every row of a table, with their categories.
#[doc(alias = "capaian")]
#[derive(Debug)]
pub struct Percentages<'a> {
    run: Run<'a>,
    percents: Vec<i64>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
    large: Vec<(usize, Number)>,
}

impl<'a> Percentages<'a> {
    pub(super) fn new(run: Run<'a>) -> Result<Self, Errors> {
        let rows = run.table.len();
        let (mut percents, mut categories, mut outcomes) = (vec![0; rows], vec![0; rows], vec![0; rows]);
        let room =
            Room { percents: PercentRoom::Small(&mut percents), categories: &mut categories, outcomes: &mut outcomes };
        let large = fill(&run, room)?;
        Ok(Self { run, percents, categories, outcomes, large })
    }

    /// The reported percentages in units of the last place: `8707` with two places is 87.07. Zero where there is none, and
    /// where 64 bits do not hold it.
    #[must_use]
    pub fn percents(&self) -> &[i64] {
        &self.percents
    }

    /// The decimal places of the percentages: the most that the rules of any row have.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.run.places
    }

    /// The reported percentage of a row; nothing where there is none.
    #[must_use]
    pub fn percent(&self, row: usize) -> Option<Number> {
        if self.outcome(row) != RowOutcome::COMPUTED {
            return None;
        }
        if let Ok(place) = self.large.binary_search_by_key(&row, |(row, _)| *row) {
            return self.large.get(place).map(|(_, percent)| *percent);
        }
        Number::from_parts(i128::from(*self.percents.get(row)?), self.places())
    }

    /// Percentages that 64 bits do not hold, by their rows, in their order.
    #[must_use]
    pub fn large(&self) -> &[(usize, Number)] {
        &self.large
    }

    /// How the measurement of a row ended. Of a row that is not there as if nothing was measured.
    #[must_use]
    pub fn outcome(&self, row: usize) -> RowOutcome {
        let missing = || RowOutcome::of(ReasonCode::NotMeasured);
        self.outcomes.get(row).map_or_else(missing, |code| RowOutcome::from_code(*code))
    }

    /// How the measurement of every row ended, as codes: see [`RowOutcome::code`].
    #[must_use]
    pub fn outcomes(&self) -> &[u8] {
        &self.outcomes
    }

    /// The category of a row; nothing where it has none.
    #[must_use]
    pub fn category(&self, row: usize) -> Option<&Category> {
        let code = self.categories.get(row)?;
        self.run.single(row)?.category(*code)
    }

    /// Why there is no percentage, or why a percentage has no category on the scale of its rules.
    #[must_use]
    pub fn reason(&self, row: usize) -> Option<ReasonCode> {
        let of_category = || CategoryCode::from_code(*self.categories.get(row)?).reason();
        self.outcome(row).reason().or_else(of_category)
    }

    /// The categories of all rows as codes: see [`CategoryCode::from_code`].
    #[must_use]
    pub fn categories(&self) -> &[u16] {
        &self.categories
    }
}

impl Percentages<'_> {
    /// The achievement of a row by itself, with its exact value and its explanation. Nothing where a cell cannot be read,
    /// where it has too many digits, and where the row is none of achievements.
    ///
    /// ```
    /// use lkip_core::batch::{Column, Table};
    /// use lkip_core::{Language, rules};
    /// let rules = rules::rule_set("bkd-ntt-2021")?;
    /// let table = Table::new(Column::new(&[70], 0), Column::new(&[9840], 2));
    /// let made = table.achievements(&rules)?;
    /// let achievement = made.achievement(0).expect("a row with both numbers");
    /// assert_eq!(achievement.exact().map(ToString::to_string).as_deref(), Some("984/7"));
    /// assert!(achievement.line(Language::English).starts_with("98.40 ÷ 70 × 100 %"));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn achievement(&self, row: usize) -> Option<Achievement> {
        self.run.achievement(row)
    }
}

impl<'a> Table<'a> {
    /// The achievement of every row (capaian), as [`Measurement::achievement`](crate::Measurement::achievement) gives it.
    ///
    /// # Errors
    ///
    /// [`UnequalLengths`](crate::Code::UnequalLengths), [`TooManyDecimals`](crate::Code::TooManyDecimals),
    /// [`FloatBeyondPlaces`](crate::Code::FloatBeyondPlaces), [`RulesMissing`](crate::Code::RulesMissing).
    pub fn achievements(&self, rules: impl core::convert::Into<Rules<'a>>) -> Result<Percentages<'a>, Errors> {
        Percentages::new(Run::new(Kind::Achievement, *self, rules.into())?)
    }

    /// The same, into columns that are there. What it gives are the percentages that they do not hold, by their rows.
    ///
    /// # Errors
    ///
    /// As [`achievements`](Self::achievements).
    pub fn achievements_into(
        &self,
        rules: impl core::convert::Into<Rules<'a>>,
        room: Room<'_>,
    ) -> Result<Vec<(usize, Number)>, Errors> {
        fill(&Run::new(Kind::Achievement, *self, rules.into())?, room)
    }
}

/// How much of its allocation every budget line spent (penyerapan), as [`absorption`](crate::measure::absorption) gives it.
///
/// # Errors
///
/// As [`Table::achievements`]; the allocation stands under `target`, the spending under `realization`.
///
/// ```
/// use lkip_core::batch::{Column, absorptions};
/// use lkip_core::rules;
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let (allocations, spent) = ([53_835_262_608, 0], [44_461_953_825, 5]);
/// let made = absorptions(Column::new(&allocations, 0), Column::new(&spent, 0), &rules)?;
/// assert_eq!(made.percent(0).map(|percent| percent.to_string()).as_deref(), Some("82.59"));
/// assert_eq!(made.outcome(1).reason().map(|reason| reason.as_str()), Some("zero_allocation"));
/// # Ok::<(), lkip_core::Errors>(())
/// ```
#[cfg(feature = "report")]
#[doc(alias = "penyerapan")]
pub fn absorptions<'a>(
    allocation: Column<'a>,
    spending: Column<'a>,
    rules: impl core::convert::Into<Rules<'a>>,
) -> Result<Percentages<'a>, Errors> {
    Percentages::new(Run::new(Kind::Absorption, Table::new(allocation, spending), rules.into())?)
}

/// Computes all rows into columns. The percentages that these do not hold come back.
fn fill(run: &Run<'_>, room: Room<'_>) -> Result<Vec<(usize, Number)>, Errors> {
    room.check(run.table.len())?;
    part(run, 0..run.table.len(), room).done()
}

/// With the threads of the current pool, where there are enough rows for several.
#[cfg(feature = "rayon")]
fn part(run: &Run<'_>, rows: Range<usize>, room: Room<'_>) -> Beside {
    let Some(middle) = super::run::middle(&rows) else { return in_one(run, rows, room) };
    let (first, others) = room.split(middle - rows.start);
    let (mut beside, after) =
        rayon::join(|| part(run, rows.start..middle, first), || part(run, middle..rows.end, others));
    beside.append(after);
    beside
}

#[cfg(not(feature = "rayon"))]
fn part(run: &Run<'_>, rows: Range<usize>, room: Room<'_>) -> Beside {
    in_one(run, rows, room)
}

fn in_one(run: &Run<'_>, rows: Range<usize>, room: Room<'_>) -> Beside {
    let (mut scratch, mut beside) = (Scratch::default(), Beside::default());
    room.chunks(rows, |rows, percent, category, outcome| {
        let mut into = Into { percent, category, outcome, units: &mut [], fraction: &mut [] };
        run.chunk(rows, &mut into, &mut scratch, &mut beside);
    });
    beside
}

/// The parts of a column for percentages.
enum Chunks<'a> {
    Small(core::slice::ChunksMut<'a, i64>),
    Large(core::slice::ChunksMut<'a, i128>, Vec<i64>),
}

impl Chunks<'_> {
    /// Has the next part filled.
    fn next(&mut self, fill: impl FnOnce(&mut [i64])) {
        match self {
            Self::Small(parts) => {
                if let Some(part) = parts.next() {
                    fill(part);
                }
            }
            Self::Large(parts, scratch) => {
                if let Some(part) = parts.next() {
                    let scratch = scratch.get_mut(..part.len()).unwrap_or_default();
                    fill(scratch);
                    widen(scratch, part);
                }
            }
        }
    }
}
