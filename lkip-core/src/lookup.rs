//! Places in a list by their names. (A map of the standard library is compiled anew for every type that it holds.)

use crate::prelude::*;

/// The places of names in the order of the names; those of the same name in their own order.
pub(crate) fn sorted(names: &[&str]) -> Vec<usize> {
    each(&in_order(names), &mut |(_, place)| *place)
}

/// The names in their order, those of the same name in their own, by merging neighbouring runs. What is in order already
/// is only copied. (The sort of the standard library is five times as much code in WebAssembly; its heap jumps about in
/// memory, and for the keys of a large report it took longer than the evaluation.)
fn in_order<'a>(names: &[&'a str]) -> Vec<(&'a str, usize)> {
    let mut sorted = Vec::with_capacity(names.len());
    for (place, name) in names.iter().enumerate() {
        sorted.push((*name, place));
    }
    let mut run = 1;
    while run < sorted.len() {
        let mut merged = Vec::with_capacity(sorted.len());
        for pair in sorted.chunks(2 * run) {
            merge(pair, run, &mut merged);
        }
        sorted = merged;
        run *= 2;
    }
    sorted
}

/// Two runs, the first of which has this length, as one.
fn merge<'a>(pair: &[(&'a str, usize)], run: usize, merged: &mut Vec<(&'a str, usize)>) {
    let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
    if left.last() < right.first() {
        (left, right) = (pair, &[]);
    }
    while let ([a, behind_a @ ..], [b, behind_b @ ..]) = (left, right) {
        if a < b {
            merged.push(*a);
            left = behind_a;
        } else {
            merged.push(*b);
            right = behind_b;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// Where things stand in their list, by their names.
#[derive(Debug, Default)]
pub(crate) struct Lookup(Vec<(String, usize)>);

impl Lookup {
    pub(crate) fn new(names: &[&str]) -> Self {
        Self(each(&in_order(names), &mut |(name, place)| ((*name).to_owned(), *place)))
    }

    /// The places of names that stand further ahead as well.
    pub(crate) fn repeated(&self) -> Vec<usize> {
        let mut repeated = Vec::new();
        for pair in self.0.windows(2) {
            if let [(first, _), (second, place)] = pair
                && first == second
            {
                repeated.push(*place);
            }
        }
        repeated
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
        assert_eq!(lookup.repeated(), [3]);
    }

    #[test]
    fn names_are_in_order_whatever_order_they_came_in() {
        for length in 0..40 {
            for step in [1, 7, 11, 38] {
                let names: Vec<String> = (0..length).map(|n| format!("{}", n * step % 41 % 30)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let mut expected: Vec<usize> = (0..names.len()).collect();
                expected.sort_by_key(|place| (names[*place], *place));
                assert_eq!(sorted(&names), expected);
            }
        }
    }
}
