//! Which offices stand below which.

use crate::prelude::*;
use crate::report::{Document, Tree};

/// The tree of the offices, so that "below" is answered at once.
#[derive(Debug)]
pub(super) struct Branches {
    parents: Vec<Option<usize>>,
    /// When each office is entered and left on a walk through the tree, and how deep it stands.
    walk: Vec<(usize, usize, usize)>,
    /// The offices in the order of that walk.
    order: Vec<usize>,
}

impl Branches {
    pub(super) fn new(document: &Document, tree: &Tree) -> Self {
        let length = document.offices.len();
        let parents: Vec<Option<usize>> = (0..length).map(|office| tree.parent(office)).collect();
        let mut sizes = vec![1_usize; length];
        for office in tree.upwards() {
            let below = tree.children(office).iter().filter_map(|child| sizes.get(*child)).sum::<usize>();
            if let Some(size) = sizes.get_mut(office) {
                *size += below;
            }
        }
        let mut walk = vec![(0, 0, 0); length];
        let mut order = vec![0; length];
        let (mut next, mut begins) = (0, vec![0_usize; length]);
        let size = |office: usize| sizes.get(office).copied().unwrap_or(1);
        // Those above come first and leave room for everything below them.
        let roots = (0..length).filter(|office| tree.parent(*office).is_none());
        for root in roots {
            if let Some(begin) = begins.get_mut(root) {
                *begin = next;
            }
            next += size(root);
        }
        for office in tree.downwards() {
            let here = begins.get(office).copied().unwrap_or(0);
            let depth = tree.parent(office).and_then(|parent| walk.get(parent)).map_or(0, |(_, _, depth)| depth + 1);
            if let (Some(walk), Some(order)) = (walk.get_mut(office), order.get_mut(here)) {
                *walk = (here, here + size(office), depth);
                *order = office;
            }
            let mut next = here + 1;
            for child in tree.children(office) {
                if let Some(begin) = begins.get_mut(*child) {
                    *begin = next;
                }
                next += size(*child);
            }
        }
        Self { parents, walk, order }
    }

    /// The office above.
    pub(super) fn parent(&self, office: usize) -> Option<usize> {
        self.parents.get(office).copied().flatten()
    }

    /// How many offices stand above.
    pub(super) fn depth(&self, office: usize) -> usize {
        self.walk.get(office).map_or(0, |(_, _, depth)| *depth)
    }

    /// The offices above, the nearest first.
    pub(super) fn above(&self, office: usize) -> impl Iterator<Item = usize> + '_ {
        core::iter::successors(self.parent(office), |office| self.parent(*office))
    }

    /// Whether an office stands below another.
    pub(super) fn is_below(&self, office: usize, other: usize) -> bool {
        let (Some((here, _, _)), Some((enter, leave, _))) = (self.walk.get(office), self.walk.get(other)) else {
            return false;
        };
        enter < here && here < leave
    }

    /// An office and all below it, each after the one above it.
    pub(super) fn branch(&self, office: usize) -> &[usize] {
        let Some((enter, leave, _)) = self.walk.get(office) else { return &[] };
        self.order.get(*enter..*leave).unwrap_or_default()
    }

    /// Every office, each after the one above it, those below it next.
    pub(super) fn all(&self) -> &[usize] {
        &self.order
    }
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;
    use crate::report::Report;

    #[test]
    fn branches_are_those_of_the_tree() {
        let report = Report::from_json(
            r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "offices": [
                {"id": "d", "name": "D", "parent": "b"}, {"id": "a", "name": "A"}, {"id": "b", "name": "B", "parent": "a"},
                {"id": "c", "name": "C", "parent": "a"}, {"id": "e", "name": "E"}]}"#,
        )
        .unwrap();
        let branches = super::Branches::new(report.document(), &report.checked().offices);
        let names =
            |offices: &[usize]| offices.iter().map(|office| ["d", "a", "b", "c", "e"][*office]).collect::<String>();
        assert_eq!(names(branches.all()), "abdce");
        assert_eq!([0, 1, 2, 3, 4].map(|office| names(branches.branch(office))), ["d", "abdc", "bd", "c", "e"]);
        assert_eq!([0, 1, 2, 3, 4].map(|office| branches.depth(office)), [2, 0, 1, 1, 0]);
        assert_eq!(branches.above(0).collect::<Vec<_>>(), [2, 1]);
        assert!(
            branches.is_below(0, 1) && !branches.is_below(1, 1) && !branches.is_below(0, 3) && !branches.is_below(1, 0)
        );
    }
}
