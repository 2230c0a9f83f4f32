//! [`Sums`]: amounts up a tree, exact.

use super::column::{Cell, Column, Digits, Presence};
use super::groups::Groups;
use super::table::beyond_places;
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
    present: Vec<bool>,
    places: u32,
}

impl Sums {
    /// The sums as a column: what the level above is made of.
    #[must_use]
    pub fn column(&self) -> Column<'_> {
        let column = Column::large(&self.digits, self.places);
        if self.present.contains(&false) { column.present(Presence::Bools(&self.present)) } else { column }
    }

    /// The sum of a group; nothing where none of its amounts is there, and where it has more digits than a number holds.
    #[must_use]
    pub fn sum(&self, group: usize) -> Option<Number> {
        let is_there = self.present.get(group).copied().unwrap_or(false);
        Number::from_parts(*self.digits.get(group)?, self.places).filter(|_| is_there)
    }

    /// The digits of every sum; zero where there is none.
    #[must_use]
    pub fn digits(&self) -> &[i128] {
        &self.digits
    }

    /// Whether there is a sum, group by group.
    #[must_use]
    pub fn present(&self) -> &[bool] {
        &self.present
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
    let mut made =
        Sums { digits: vec![0; groups.count()], present: vec![false; groups.count()], places: amounts.places() };
    let has_all = amounts.has_all(0..amounts.len());
    match (groups, amounts.digits()) {
        (Groups::Ends(ends), Digits::Small(digits)) if has_all => {
            let mut begin = 0;
            for (end, (to, present)) in ends.iter().zip(made.digits.iter_mut().zip(&mut made.present)) {
                let digits = digits.get(begin..*end).unwrap_or_default();
                *to = sum_of(digits);
                *present = !digits.is_empty();
                begin = *end;
            }
        }
        (Groups::Ends(ends), _) => {
            let mut begin = 0;
            for (end, (to, present)) in ends.iter().zip(made.digits.iter_mut().zip(&mut made.present)) {
                if let Some(sum) = part(&amounts.rows(begin..*end))? {
                    (*to, *present) = (sum, true);
                }
                begin = *end;
            }
        }
        (Groups::Each { of, .. }, _) => {
            for (row, group) in of.iter().enumerate() {
                let (Ok(group), Some(amount)) = (usize::try_from(*group), part(&amounts.rows(row..row + 1))?) else {
                    continue;
                };
                if let (Some(to), Some(present)) = (made.digits.get_mut(group), made.present.get_mut(group)) {
                    *to = to.checked_add(amount).ok_or_else(too_long)?;
                    *present = true;
                }
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

/// The sum of amounts of 64 bits, of which a list never has so many that 128 bits do not hold it.
fn sum_of(digits: &[i64]) -> i128 {
    /// Amounts below this, a part of them at once, add up in 64 bits: many times faster.
    const SMALL: i64 = 1 << 52;
    const PART: usize = 1 << 10;
    let mut total = 0;
    for part in digits.chunks(PART) {
        let (mut sum, mut signs) = (0_i64, 0_i64);
        for digits in part {
            sum = sum.wrapping_add(*digits);
            // Negative where an amount is not small.
            signs |= digits.wrapping_add(SMALL - 1) | (SMALL - 1).wrapping_sub(*digits);
        }
        total += if signs < 0 { part.iter().map(|digits| i128::from(*digits)).sum() } else { i128::from(sum) };
    }
    total
}

fn too_long() -> Errors {
    Error::new(Code::NumberTooLong).text("text", "Σ").within("amount").into()
}

/// The sum of a column; nothing where no row has a value.
fn part(amounts: &Column<'_>) -> Result<Option<i128>, Errors> {
    if amounts.is_empty() {
        return Ok(None);
    }
    if amounts.has_all(0..amounts.len()) {
        match amounts.digits() {
            Digits::Large(digits) => {
                let sum = digits.iter().try_fold(0_i128, |sum, digits| sum.checked_add(*digits));
                return sum.map(Some).ok_or_else(too_long);
            }
            Digits::Small(_) | Digits::Floats(_) => {}
        }
    }
    let mut sum = None;
    for row in 0..amounts.len() {
        let amount = match amounts.cell(row) {
            Cell::Absent => continue,
            Cell::Digits(digits) => digits,
            Cell::Unproven(float) => return Err(beyond_places("amount", amounts, row, float).into()),
            Cell::Unreadable => {
                return Err(Error::new(Code::NumberMissing).at(amounts.row_in_all(row)).within("amount").into());
            }
        };
        sum = Some(sum.unwrap_or(0_i128).checked_add(amount).ok_or_else(too_long)?);
    }
    Ok(sum)
}
