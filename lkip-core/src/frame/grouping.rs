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
        made
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
        let mut made = Self { of: Vec::with_capacity(places.size_hint().0), first: Vec::new() };
        for (row, place) in places.enumerate() {
            let Some(group) = known.get_mut(place.min(keys)) else { continue };
            made.of.push(*group.get_or_insert_with(|| {
                let next = u32::try_from(made.first.len()).unwrap_or(u32::MAX);
                made.first.push(row);
                next
            }));
        }
        made
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
        Groups::Each { of: &self.of, count: self.first.len() }
    }
}
