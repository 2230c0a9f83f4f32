//! Places in a list by their names. (A map of the standard library is compiled anew for every type that it holds.)

use alloc::collections::BinaryHeap;

use crate::prelude::*;

/// The places of names in the order of the names; those of the same name in their own order.
pub(crate) fn sorted(names: &[&str]) -> Vec<usize> {
    each(&in_order(names), &mut |(_, place)| *place)
}

fn in_order<'a>(names: &[&'a str]) -> Vec<(&'a str, usize)> {
    let mut heap = Vec::with_capacity(names.len());
    for (place, name) in names.iter().enumerate() {
        heap.push((*name, place));
    }
    BinaryHeap::from(heap).into_sorted_vec()
}

/// Where things stand in their list, by their names.
#[derive(Debug, Default)]
pub(crate) struct Lookup(Vec<(String, usize)>);

impl Lookup {
    pub(crate) fn new(names: &[&str]) -> Self {
        Self(each(&in_order(names), &mut |(name, place)| ((*name).to_owned(), *place)))
    }

    /// The last place of a name.
    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        let behind = self.0.partition_point(|(known, _)| known.as_str() <= name);
        let (known, place) = self.0.get(behind.checked_sub(1)?)?;
        (known == name).then_some(*place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found() {
        let names = ["b", "a", "c", "b", ""];
        assert_eq!(sorted(&names), [4, 1, 0, 3, 2]);
        let lookup = Lookup::new(&names);
        let found = ["a", "b", "c", "", "bb", "d"].map(|name| lookup.get(name));
        assert_eq!(found, [Some(1), Some(3), Some(2), Some(4), None, None]);
        assert_eq!(Lookup::default().get(""), None);
    }
}
