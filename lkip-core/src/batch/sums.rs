//! [`Sums`]: amounts up a tree, exact.

use super::column::{Cell, Column, Digits, Presence};
use super::groups::{Groups, Walk};
use super::table::beyond_places;
use super::vectors::{Loop, widest};
use crate::error::{Code, Error, Errors};
use crate::number::Number;
use crate::plain::Problems;
use crate::prelude::*;

/// Sums of groups of amounts, one level of a tree.
///
/// As [`total`](crate::measure::total): amounts that are missing count as nothing, and where all are, there is no sum.
#[doc(alias = "jumlah")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    digits: Vec<i128>,
    /// Which groups have a sum; empty where all have one, as nearly always.
    present: Vec<bool>,
    places: u32,
}

impl Sums {
    /// The sums as a column: what the level above is made of.
    #[must_use]
    pub fn column(&self) -> Column<'_> {
        let column = Column::large(&self.digits, self.places);
        if self.present.is_empty() { column } else { column.present(Presence::Bools(&self.present)) }
    }

    /// The sum of a group; nothing where none of its amounts is there, and where it has more digits than a number holds.
    #[must_use]
    pub fn sum(&self, group: usize) -> Option<Number> {
        Number::from_parts(*self.digits.get(group)?, self.places).filter(|_| self.has(group))
    }

    /// The digits of every sum; zero where there is none.
    #[must_use]
    pub fn digits(&self) -> &[i128] {
        &self.digits
    }

    /// Whether a group has a sum: any of its amounts is there.
    #[must_use]
    pub fn has(&self, group: usize) -> bool {
        group < self.digits.len() && self.present.get(group).copied().unwrap_or(true)
    }

    /// The decimal places of every sum, which are those of the amounts.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.places
    }
}

/// The sums of groups of amounts.
///
/// # Errors
///
/// [`GroupOutOfRange`](Code::GroupOutOfRange), [`UnequalLengths`](Code::UnequalLengths),
/// [`FloatBeyondPlaces`](Code::FloatBeyondPlaces), [`NumberTooLong`](Code::NumberTooLong) where 128 bits do not hold a sum,
/// [`NumberMissing`](Code::NumberMissing) for a cell that could not be read: without it the sum would be another.
///
/// ```
/// use lkip_core::batch::{Column, Groups, roll_up, sums};
/// let spent = [661_473_673, 838_526_327, 5_000_000, 1_250_000];
/// let programs = sums(&Column::new(&spent, 0), Groups::Ends(&[2, 3, 4]))?;
/// assert_eq!(programs.sum(0).map(|sum| sum.to_string()).as_deref(), Some("1500000000"));
/// let levels = roll_up(&Column::new(&spent, 0), &[&[2, 3, 4], &[1, 3], &[2]])?;
/// assert_eq!(levels[2].digits(), [1_506_250_000]);
/// # Ok::<(), lkip_core::Errors>(())
/// ```
pub fn sums(amounts: &Column<'_>, groups: Groups<'_>) -> Result<Sums, Errors> {
    let mut problems = Problems::default();
    problems.note(amounts.check("amount", amounts.len()));
    problems.note(groups.check(amounts.len()));
    problems.done()?;
    let mut made = Sums { digits: vec![0; groups.count()], present: Vec::new(), places: amounts.places() };
    let has_all = amounts.has_all(0..amounts.len());
    match (amounts.digits(), groups) {
        (Digits::Small(digits), Groups::Ends(ends)) if has_all => {
            let has_empty = Beside { digits, ends, begin: 0, sums: &mut made.digits }.add();
            if has_empty {
                let begins = core::iter::once(&0).chain(ends);
                made.present = begins.zip(ends).map(|(begin, end)| begin < end).collect();
            }
        }
        _ => {
            made.present = vec![false; groups.count()];
            match (amounts.digits(), groups) {
                (Digits::Small(digits), Groups::Each { of, .. }) if has_all => made.add_small(digits, of),
                (Digits::Large(digits), _) if has_all => made.add_large(digits, groups.from(0))?,
                _ => made.add_cells(amounts, groups.from(0))?,
            }
            if !made.present.contains(&false) {
                made.present.clear();
            }
        }
    }
    Ok(made)
}

/// The sums of a tree, level by level, the lowest first: of each level where its groups end in the level below.
///
/// # Errors
///
/// As [`sums`].
pub fn roll_up(amounts: &Column<'_>, levels: &[&[usize]]) -> Result<Vec<Sums>, Errors> {
    let mut made: Vec<Sums> = Vec::with_capacity(levels.len());
    for ends in levels {
        let level = match made.last() {
            Some(below) => sums(&below.column(), Groups::Ends(ends))?,
            None => sums(amounts, Groups::Ends(ends))?,
        };
        made.push(level);
    }
    Ok(made)
}

fn too_long() -> Errors {
    Error::new(Code::NumberTooLong).text("text", "Σ").within("amount").into()
}

impl Sums {
    /// Adds amounts of 64 bits, of which a list never has so many that 128 bits do not hold their sum.
    fn add_small(&mut self, digits: &[i64], groups: &[u32]) {
        for (digits, group) in digits.iter().zip(groups) {
            let group = usize::try_from(*group).unwrap_or(usize::MAX);
            if let (Some(to), Some(present)) = (self.digits.get_mut(group), self.present.get_mut(group)) {
                *to += i128::from(*digits);
                *present = true;
            }
        }
    }

    /// Adds amounts of 128 bits.
    fn add_large(&mut self, digits: &[i128], mut groups: Walk<'_>) -> Result<(), Errors> {
        let mut place = 0;
        while let Some((group, many)) = groups.next(digits.len() - place) {
            let own = digits.get(place..place + many).unwrap_or_default();
            place += many;
            if let (Some(to), Some(present)) = (self.digits.get_mut(group), self.present.get_mut(group)) {
                *to = own.iter().try_fold(*to, |sum, digits| sum.checked_add(*digits)).ok_or_else(too_long)?;
                *present = true;
            }
        }
        Ok(())
    }

    /// Adds amounts of which some are not there, or of which each must be looked at.
    fn add_cells(&mut self, amounts: &Column<'_>, mut groups: Walk<'_>) -> Result<(), Errors> {
        for row in 0..amounts.len() {
            let Some((group, _)) = groups.next(1) else { break };
            let amount = match amounts.cell(row) {
                Cell::Absent => continue,
                Cell::Digits(digits) => digits,
                Cell::Unproven(float) => return Err(beyond_places("amount", amounts, row, float).into()),
                Cell::Unreadable => {
                    return Err(Error::new(Code::NumberMissing).at(amounts.row_in_all(row)).within("amount").into());
                }
            };
            if let (Some(to), Some(present)) = (self.digits.get_mut(group), self.present.get_mut(group)) {
                *to = to.checked_add(amount).ok_or_else(too_long)?;
                *present = true;
            }
        }
        Ok(())
    }
}

/// Amounts of 64 bits of which those of a group stand beside each other, where their groups end, and where the sums go.
struct Beside<'a> {
    digits: &'a [i64],
    ends: &'a [usize],
    /// The row of the first amount.
    begin: usize,
    sums: &'a mut [i128],
}

impl Beside<'_> {
    /// Adds them, with the threads of the current pool. Whether a group has none.
    #[cfg(feature = "rayon")]
    fn add(self) -> bool {
        let rows = self.begin..self.begin + self.digits.len();
        let Some(middle) = super::run::middle(&rows) else { return widest(self) };
        let border = Groups::Ends(self.ends).border(middle).filter(|(row, _)| rows.start < *row && *row < rows.end);
        let Some((row, group)) = border else { return widest(self) };
        let (digits, more_digits) = self.digits.split_at(row - rows.start);
        let (ends, more_ends) = self.ends.split_at(group);
        let (sums, more_sums) = self.sums.split_at_mut(group);
        let first = Self { digits, ends, begin: rows.start, sums };
        let others = Self { digits: more_digits, ends: more_ends, begin: row, sums: more_sums };
        let (first, others) = rayon::join(|| first.add(), || others.add());
        first | others
    }

    #[cfg(not(feature = "rayon"))]
    fn add(self) -> bool {
        widest(self)
    }
}

impl Loop for Beside<'_> {
    type Made = bool;

    #[inline(always)]
    fn run(self) -> bool {
        /// So many groups are looked at together. Eight took a fifth less than sixty-four where amounts come from memory.
        const GROUPS: usize = 8;
        let (mut rest, mut begin, mut has_empty) = (self.digits, self.begin, false);
        for (ends, sums) in self.ends.chunks(GROUPS).zip(self.sums.chunks_mut(GROUPS)) {
            let many = ends.last().copied().unwrap_or(begin).saturating_sub(begin);
            let are_small = many <= PART && rest.get(..many).is_some_and(are_small);
            for (end, to) in ends.iter().zip(sums) {
                // Groups end in order, and the last where the rows do: checked before.
                let (own, behind) = rest.split_at_checked(end.wrapping_sub(begin)).unwrap_or_default();
                (rest, begin) = (behind, *end);
                *to = if are_small { i128::from(sum_of_small(own)) } else { sum_of(own) };
                has_empty |= own.is_empty();
            }
        }
        has_empty
    }
}

/// Amounts below this, a part of them at once, add up in 64 bits: many times faster.
const SMALL: i64 = 1 << 52;
const PART: usize = 1 << 10;

#[inline(always)]
fn are_small(part: &[i64]) -> bool {
    // Negative where an amount is not small.
    let outside = |digits: &i64| digits.wrapping_add(SMALL - 1) | (SMALL - 1).wrapping_sub(*digits);
    part.iter().fold(0, |signs, digits| signs | outside(digits)) >= 0
}

#[inline(always)]
fn sum_of_small(part: &[i64]) -> i64 {
    part.iter().fold(0_i64, |sum, digits| sum.wrapping_add(*digits))
}

/// The sum of amounts of 64 bits, of which a list never has so many that 128 bits do not hold it.
#[inline(always)]
fn sum_of(digits: &[i64]) -> i128 {
    let sum_of = |part: &[i64]| {
        if are_small(part) {
            i128::from(sum_of_small(part))
        } else {
            part.iter().map(|digits| i128::from(*digits)).sum()
        }
    };
    digits.chunks(PART).map(sum_of).sum()
}
