//! Trees out of lists whose entries name the one above them.

use super::order::order;
use crate::prelude::*;

/// A tree over the places of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    /// Every place after those below it.
    upwards: Vec<usize>,
}

impl Tree {
    /// The tree; or the places of a circle.
    pub(crate) fn new(parents: Vec<Option<usize>>) -> Result<Self, Vec<usize>> {
        let mut children = vec![Vec::new(); parents.len()];
        for (place, parent) in parents.iter().enumerate() {
            if let Some(below) = parent.and_then(|parent| children.get_mut(parent)) {
                below.push(place);
            }
        }
        let upwards = order(&children)?;
        Ok(Self { parents, children, upwards })
    }

    /// The place above.
    #[must_use]
    pub fn parent(&self, place: usize) -> Option<usize> {
        self.parents.get(place).copied().flatten()
    }

    /// The places below, one level.
    #[must_use]
    pub fn children(&self, place: usize) -> &[usize] {
        self.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// Every place after those below it.
    pub fn upwards(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.upwards.iter().copied()
    }

    /// Every place after the one above it.
    pub fn downwards(&self) -> impl Iterator<Item = usize> + '_ {
        self.upwards.iter().rev().copied()
    }
}
