//! [`Grouping`]: which rows have the same key.

use alloc::collections::BTreeMap;

use crate::batch::Groups;
use crate::prelude::*;

/// Which rows have the same key, the groups in the order in which they first appear.
///
/// ```
/// use lkip_core::frame::Grouping;
/// let grouping = Grouping::by([Some("Biro Umum"), None, Some("Biro Hukum"), Some("Biro Umum"), None]);
/// assert_eq!(grouping.of(), [0, 1, 2, 0, 1]);
/// assert_eq!(grouping.first(), [0, 1, 2]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    of: Vec<u32>,
    first: Vec<usize>,
    /// Where each group ends, if the rows of every group stand beside each other; else empty.
    ends: Vec<usize>,
}

impl Grouping {
    /// Rows by their keys. A missing key is a key of its own.
    pub fn by<K: Ord>(keys: impl IntoIterator<Item = K>) -> Self {
        let mut known: BTreeMap<K, u32> = BTreeMap::new();
        let mut made = Self::default();
        for (row, key) in keys.into_iter().enumerate() {
            let next = u32::try_from(made.first.len()).unwrap_or(u32::MAX);
            let group = *known.entry(key).or_insert_with(|| {
                made.first.push(row);
                next
            });
            made.of.push(group);
        }
        made.done()
    }

    /// Rows whose groups are numbered as they first appear: a number that is the next one begins a group, as does a higher one.
    ///
    /// ```
    /// use lkip_core::frame::Grouping;
    /// let grouping = Grouping::numbered([0, 1, 0, 2, 2]);
    /// assert_eq!(grouping.of(), [0, 1, 0, 2, 2]);
    /// assert_eq!(grouping.first(), [0, 1, 3]);
    /// ```
    pub fn numbered(numbers: impl IntoIterator<Item = usize>) -> Self {
        let numbers = numbers.into_iter();
        let mut made = Self { of: Vec::with_capacity(numbers.size_hint().0), ..Self::default() };
        for (row, number) in numbers.enumerate() {
            let next = made.first.len();
            if number >= next {
                made.first.push(row);
            }
            made.of.push(u32::try_from(number.min(next)).unwrap_or(u32::MAX));
        }
        made.done()
    }

    /// Rows by the places of their keys in a list of so many different ones, as dictionaries have them. Rows whose place is not
    /// in the list have no key, which is a key of its own.
    ///
    /// ```
    /// use lkip_core::frame::Grouping;
    /// let keys = ["Biro Hukum", "Biro Umum"];
    /// let grouping = Grouping::by_places([1, usize::MAX, 0, 1, 2], keys.len());
    /// assert_eq!(grouping.of(), [0, 1, 2, 0, 1]);
    /// assert_eq!(grouping.first(), [0, 1, 2]);
    /// ```
    pub fn by_places(places: impl IntoIterator<Item = usize>, keys: usize) -> Self {
        let places = places.into_iter();
        let mut known: Vec<Option<u32>> = vec![None; keys + 1];
        let mut made = Self { of: Vec::with_capacity(places.size_hint().0), ..Self::default() };
        for (row, place) in places.enumerate() {
            let Some(group) = known.get_mut(place.min(keys)) else { continue };
            made.of.push(*group.get_or_insert_with(|| {
                let next = u32::try_from(made.first.len()).unwrap_or(u32::MAX);
                made.first.push(row);
                next
            }));
        }
        made.done()
    }

    /// Groups are numbered as they first appear: where the numbers never fall, rows of a group stand beside each other.
    fn done(mut self) -> Self {
        if !self.of.is_empty() && self.of.is_sorted() {
            self.ends.extend(self.first.iter().skip(1));
            self.ends.push(self.of.len());
        }
        self
    }

    /// The group of each row, counted from zero.
    #[must_use]
    pub fn of(&self) -> &[u32] {
        &self.of
    }

    /// The first row of each group.
    #[must_use]
    pub fn first(&self) -> &[usize] {
        &self.first
    }

    /// The same for [`batch`](crate::batch).
    #[must_use]
    pub fn groups(&self) -> Groups<'_> {
        if self.ends.is_empty() {
            Groups::Each { of: &self.of, count: self.first.len() }
        } else {
            Groups::Ends(&self.ends)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_give_the_same_groups() {
        // Every list of five keys out of three.
        for list in 0..243_usize {
            let keys: Vec<usize> = [1, 3, 9, 27, 81].iter().map(|power| list / power % 3).collect();
            let by = Grouping::by(&keys);
            assert_eq!(Grouping::by_places(keys.iter().copied(), 3), by);
            let number = |key: &usize| by.first().iter().position(|row| keys.get(*row) == Some(key));
            assert_eq!(Grouping::numbered(keys.iter().filter_map(number)), by);
        }
    }

    #[test]
    fn groups_whose_rows_stand_beside_each_other_are_told_by_their_ends() {
        assert!(matches!(Grouping::by([7, 7, 2, 9, 9]).groups(), Groups::Ends(&[2, 3, 5])));
        assert!(matches!(Grouping::by([7, 2, 7]).groups(), Groups::Each { of: &[0, 1, 0], count: 2 }));
        assert!(matches!(Grouping::by([0; 0]).groups(), Groups::Each { of: &[], count: 0 }));
    }
}
