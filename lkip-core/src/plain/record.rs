//! [`Record`]: named fields in the order of their writing.

use alloc::collections::BinaryHeap;
use alloc::vec::IntoIter;

use super::Plain;
use crate::prelude::*;

/// Named fields, in the order in which they were written.
///
/// ```
/// use lkip_core::{Plain, Record};
/// let mut record = Record::from([("target".to_owned(), Plain::from("70"))]);
/// record.insert("realization".to_owned(), Plain::from("98,40"));
/// assert_eq!(record.get("target"), Some(&Plain::from("70")));
/// assert_eq!(record.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["target", "realization"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(Vec<(String, Plain)>);

impl Record {
    /// A record without fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Plain> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The value of a field, to change it.
    #[cfg(feature = "report")]
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Plain> {
        self.0.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Sets a field; what it held before, if it was there.
    pub fn insert(&mut self, name: String, value: Plain) -> Option<Plain> {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, place)) => Some(core::mem::replace(place, value)),
            None => {
                self.0.push((name, value));
                None
            }
        }
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) -> Option<Plain> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    /// Keeps the fields that are wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&str, &Plain) -> bool) {
        self.0.retain(|(name, value)| wanted(name, value));
    }

    /// Every field with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Plain)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there are no fields.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A name that two fields have.
    pub(super) fn doubled(&self) -> Option<&str> {
        // Sorted first, for a long record out of bad hands would take hours.
        let names = BinaryHeap::from(each(&self.0, &mut |(name, _)| name.as_str())).into_sorted_vec();
        let twice = |pair: &&[&str]| matches!(pair, [first, second] if first == second);
        names.windows(2).find(twice).and_then(|pair| pair.first()).copied()
    }

    /// Adds a field that is not there yet.
    #[inline(never)]
    pub(crate) fn push(&mut self, name: &str, value: Plain) {
        self.0.push((name.to_owned(), value));
    }

    /// Adds a field that is not there yet.
    pub(crate) fn put(&mut self, name: &str, value: impl Into<Plain>) {
        self.push(name, value.into());
    }

    /// Adds a text that is not there yet.
    #[inline(never)]
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.push(name, Plain::from(text));
    }

    /// Adds a field, if there is something to add.
    pub(crate) fn maybe(&mut self, name: &str, value: Option<impl Into<Plain>>) {
        if let Some(value) = value {
            self.push(name, value.into());
        }
    }

    /// Adds a field, or `null`.
    pub(crate) fn or_null(&mut self, name: &str, value: Option<impl Into<Plain>>) {
        self.push(name, value.map_or(Plain::Null, Into::into));
    }

    /// Adds what stands in a place, if there is something to write.
    #[cfg(feature = "report")]
    #[inline(never)]
    pub(crate) fn place(&mut self, name: &str, place: &dyn super::Place) {
        if let Some(value) = place.put() {
            self.push(name, value);
        }
    }

    /// Adds a list, unless it is empty.
    pub(crate) fn some(&mut self, name: &str, list: Vec<Plain>) {
        if !list.is_empty() {
            self.push(name, Plain::List(list));
        }
    }
}

/// Of fields with the same name only the first is found; a JSON text that has such is refused.
impl FromIterator<(String, Plain)> for Record {
    fn from_iter<I: IntoIterator<Item = (String, Plain)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl<const N: usize> From<[(String, Plain); N]> for Record {
    fn from(fields: [(String, Plain); N]) -> Self {
        Self::from_iter(fields)
    }
}

impl<'a> IntoIterator for &'a Record {
    type Item = &'a (String, Plain);
    type IntoIter = core::slice::Iter<'a, (String, Plain)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Record {
    type Item = (String, Plain);
    type IntoIter = IntoIter<(String, Plain)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
