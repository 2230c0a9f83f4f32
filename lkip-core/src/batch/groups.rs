//! [`Groups`]: which rows belong together.

use super::column::same_length;
use crate::error::{Code, Error};
use crate::number::Number;
use crate::prelude::*;

/// Which rows belong together.
#[derive(Clone, Copy, Debug)]
pub enum Groups<'a> {
    /// The group of each row, counted from zero.
    Each {
        /// One for each row.
        of: &'a [u32],
        /// How many groups there are.
        count: usize,
    },
    /// The rows of a group stand beside each other: where each group ends, which is where the next begins.
    Ends(&'a [usize]),
}

impl Groups<'_> {
    /// How many groups there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self {
            Self::Each { count, .. } => *count,
            Self::Ends(ends) => ends.len(),
        }
    }

    /// Whether every row is in a group.
    pub(super) fn check(&self, rows: usize) -> Result<(), Error> {
        match self {
            Self::Each { of, count } => {
                same_length("groups", of.len(), rows)?;
                match of.iter().position(|group| usize::try_from(*group).map_or(true, |group| group >= *count)) {
                    Some(row) => {
                        let group = of.get(row).copied().unwrap_or_default();
                        Err(out_of_range(u64::from(group), *count).at(row).within("groups"))
                    }
                    None => Ok(()),
                }
            }
            Self::Ends(ends) => {
                same_length("groups", ends.last().copied().unwrap_or(0), rows)?;
                // All are looked at without a branch for each: vectors do that at once.
                if pairs(ends).fold(true, |is_sorted, (end, next)| is_sorted & (end <= next)) {
                    return Ok(());
                }
                match ends.windows(2).position(|pair| matches!(pair, [end, next] if end > next)) {
                    Some(place) => {
                        let end = ends.get(place).copied().unwrap_or_default();
                        Err(out_of_range(wide(end), rows).at(place).within("groups"))
                    }
                    None => Ok(()),
                }
            }
        }
    }

    /// Whether a group has no rows where those of a group stand beside each other.
    pub(super) fn has_empty(&self) -> bool {
        let Groups::Ends(ends) = self else { return false };
        ends.first() == Some(&0) || pairs(ends).fold(false, |any, (end, next)| any | (end == next))
    }

    /// The last border between two groups up to a row, where the rows of a group stand beside each other: the row, and the
    /// group that begins there.
    #[cfg(feature = "rayon")]
    pub(super) fn border(&self, row: usize) -> Option<(usize, usize)> {
        let Groups::Ends(ends) = self else { return None };
        let group = ends.partition_point(|end| *end <= row);
        ends.get(group.checked_sub(1)?).map(|row| (*row, group))
    }

    /// Goes through rows from one on, each with its group.
    pub(super) fn from(&self, row: usize) -> Walk<'_> {
        match self {
            Self::Each { of, .. } => Walk::Each(of.get(row..).unwrap_or_default()),
            Self::Ends(ends) => Walk::Ends { ends, row, group: ends.partition_point(|end| *end <= row) },
        }
    }

    /// The rows of several groups, which are named in ascending order.
    pub(super) fn members(&self, groups: &[usize]) -> Vec<Vec<usize>> {
        let Self::Each { of, .. } = self else {
            return groups.iter().map(|group| self.rows(*group)).collect();
        };
        let mut members = vec![Vec::new(); groups.len()];
        for (row, group) in of.iter().enumerate() {
            let place = usize::try_from(*group).ok().and_then(|group| groups.binary_search(&group).ok());
            if let Some(members) = place.and_then(|place| members.get_mut(place)) {
                members.push(row);
            }
        }
        members
    }

    /// The rows of a group.
    pub(super) fn rows(&self, group: usize) -> Vec<usize> {
        match self {
            Self::Each { of, .. } => {
                let own = |row: &usize| of.get(*row).is_some_and(|of| usize::try_from(*of) == Ok(group));
                (0..of.len()).filter(own).collect()
            }
            Self::Ends(ends) => {
                let begin = group.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
                (begin..ends.get(group).copied().unwrap_or(begin)).collect()
            }
        }
    }
}

/// Each end with the next one.
fn pairs(ends: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    ends.iter().copied().zip(ends.iter().copied().skip(1))
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn out_of_range(found: u64, count: usize) -> Error {
    let error = Error::new(Code::GroupOutOfRange).number("found", Number::from(found));
    error.number("count", Number::from(wide(count)))
}

/// The groups of rows, one after the other.
pub(super) enum Walk<'a> {
    Each(&'a [u32]),
    Ends { ends: &'a [usize], row: usize, group: usize },
}

impl<'a> Walk<'a> {
    /// Takes the groups of the next rows, where each row has its own.
    pub(super) fn take(&mut self, rows: usize) -> Option<&'a [u32]> {
        let Self::Each(of) = self else { return None };
        let (own, behind) = of.split_at_checked(rows)?;
        *of = behind;
        Some(own)
    }

    /// The group of the next row, and how many rows from it on are in the same group: at most so many.
    #[inline(always)]
    pub(super) fn next(&mut self, most: usize) -> Option<(usize, usize)> {
        if most == 0 {
            return None;
        }
        match self {
            Self::Each(of) => {
                let (group, behind) = of.split_first()?;
                *of = behind;
                usize::try_from(*group).ok().map(|group| (group, 1))
            }
            Self::Ends { ends, row, group } => {
                let mut end = *ends.get(*group)?;
                while end <= *row {
                    *group += 1;
                    end = *ends.get(*group)?;
                }
                let many = most.min(end - *row);
                *row += many;
                Some((*group, many))
            }
        }
    }
}
