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
            Beside { digits, ends, begin: 0, sums: &mut made.digits }.add();
            if groups.has_empty() {
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
    /// Adds them, with the threads of the current pool.
    #[cfg(feature = "rayon")]
    fn add(self) {
        let rows = self.begin..self.begin + self.digits.len();
        let Some(middle) = super::run::middle(&rows) else { return widest(self) };
        let border = Groups::Ends(self.ends).border(middle).filter(|(row, _)| rows.start < *row && *row < rows.end);
        let Some((row, group)) = border else { return widest(self) };
        let (digits, more_digits) = self.digits.split_at(row - rows.start);
        let (ends, more_ends) = self.ends.split_at(group);
        let (sums, more_sums) = self.sums.split_at_mut(group);
        let first = Self { digits, ends, begin: rows.start, sums };
        let others = Self { digits: more_digits, ends: more_ends, begin: row, sums: more_sums };
        rayon::join(|| first.add(), || others.add());
    }

    #[cfg(not(feature = "rayon"))]
    fn add(self) {
        widest(self);
    }
}

impl Loop for Beside<'_> {
    type Made = ();

    #[inline(always)]
    fn run(self) {
        /// So many groups are added before it is asked whether all of their amounts were small.
        const GROUPS: usize = 8;
        let (mut rest, mut begin) = (self.digits, self.begin);
        for (ends, sums) in self.ends.chunks(GROUPS).zip(self.sums.chunks_mut(GROUPS)) {
            // Groups end in order, and the last where the rows do: checked before.
            let many = ends.last().copied().unwrap_or(begin).wrapping_sub(begin);
            let (own, behind) = rest.split_at_checked(many).unwrap_or_default();
            if !add_short(rest, begin, ends, sums) {
                add_any(own, begin, ends, sums);
            }
            (rest, begin) = (behind, begin.wrapping_add(many));
        }
    }
}

/// Groups of no more amounts are added in one step: what is behind the group counts as nothing.
const BLOCK: usize = 16;

/// Amounts below this, a part of them at once, add up in 64 bits.
const SMALL: i64 = 1 << 52;
const PART: usize = 1 << 10;

/// The sums of short groups of small amounts, the first of which is of a row. Whether all are: others have to be added anew.
#[inline(always)]
fn add_short(amounts: &[i64], row: usize, ends: &[usize], sums: &mut [i128]) -> bool {
    let (mut begin, mut bits) = (row, [0_i64; BLOCK]);
    for (end, to) in ends.iter().zip(sums) {
        let at = begin.wrapping_sub(row);
        let many = end.wrapping_sub(begin);
        let block = amounts.get(at..at.wrapping_add(BLOCK)).and_then(|block| block.first_chunk());
        let Some(block) = block.filter(|_| many <= BLOCK) else { return false };
        *to = i128::from(sum_of_first(block, many));
        bits.iter_mut().zip(block).for_each(|(bits, amount)| *bits |= bits_of(*amount));
        begin = *end;
    }
    has_small(bits.iter().fold(0, |all, bits| all | bits))
}

/// The sums of groups of any size, of any amounts.
#[inline(always)]
fn add_any(amounts: &[i64], row: usize, ends: &[usize], sums: &mut [i128]) {
    let (mut rest, mut begin) = (amounts, row);
    for (end, to) in ends.iter().zip(sums) {
        let (own, behind) = rest.split_at_checked(end.wrapping_sub(begin)).unwrap_or_default();
        *to = sum_of(own);
        (rest, begin) = (behind, *end);
    }
}

/// Of small amounts, and of any number of them together, these are not negative and have 53 bits.
#[inline(always)]
const fn bits_of(amount: i64) -> i64 {
    amount.wrapping_add(SMALL)
}

#[inline(always)]
fn has_small(bits: i64) -> bool {
    (0..2 * SMALL).contains(&bits)
}

/// The sum of the first of so many amounts: all are read, which vectors do at once, and those behind count as nothing.
#[inline(always)]
fn sum_of_first(amounts: &[i64; BLOCK], many: usize) -> i64 {
    /// All bits set for as many as a group has, wherever it is begun.
    const COUNTED: [i64; 2 * BLOCK] = {
        let mut counted = [0; 2 * BLOCK];
        let (first, _) = counted.split_at_mut(BLOCK);
        let mut place = 0;
        while place < BLOCK {
            #[allow(clippy::indexing_slicing, reason = "evaluated when it is compiled")]
            {
                first[place] = -1;
            }
            place += 1;
        }
        counted
    };
    let counted = COUNTED.get(BLOCK - many..).and_then(|counted| counted.first_chunk()).unwrap_or(&[0; BLOCK]);
    amounts.iter().zip(counted).fold(0_i64, |sum, (amount, counted)| sum.wrapping_add(amount & counted))
}

/// The sum of amounts of 64 bits, of which a list never has so many that 128 bits do not hold it.
#[inline(always)]
fn sum_of(amounts: &[i64]) -> i128 {
    let sum_of = |part: &[i64]| {
        if has_small(part.iter().fold(0, |bits, amount| bits | bits_of(*amount))) {
            i128::from(part.iter().fold(0_i64, |sum, amount| sum.wrapping_add(*amount)))
        } else {
            part.iter().map(|amount| i128::from(*amount)).sum()
        }
    };
    amounts.chunks(PART).map(sum_of).sum()
}
