//! Orders in which everything comes after what it rests on. Without recursion: a document may nest a million levels.

use crate::prelude::*;

/// The nodes of a graph, each after those that it needs; or the nodes of a circle.
pub(crate) fn order(needs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; needs.len()];
    let mut ordered = Vec::with_capacity(needs.len());
    for start in 0..needs.len() {
        // The way from the start to here, with how many of the needs of each were looked at.
        let mut way = vec![(start, 0_usize)];
        while let Some((node, seen)) = way.pop() {
            let mark = marks.get(node).copied().unwrap_or(Mark::Done);
            if mark == Mark::Done || mark == Mark::Open && seen == 0 {
                if mark == Mark::Open {
                    let start = way.iter().position(|(other, _)| *other == node).unwrap_or(way.len());
                    let mut circle = each(way.get(start..).unwrap_or_default(), &mut |(node, _)| *node);
                    circle.push(node);
                    return Err(circle);
                }
                continue;
            }
            match needs.get(node).and_then(|needs| needs.get(seen)) {
                Some(next) => {
                    set(&mut marks, node, Mark::Open);
                    way.push((node, seen + 1));
                    way.push((*next, 0));
                }
                None => {
                    set(&mut marks, node, Mark::Done);
                    ordered.push(node);
                }
            }
        }
    }
    fn set(marks: &mut [Mark], node: usize, mark: Mark) {
        if let Some(place) = marks.get_mut(node) {
            *place = mark;
        }
    }
    Ok(ordered)
}

/// The circles of a graph: the nodes that lead to each other, of two and more, or one that leads to itself
/// (Tarjan's strongly connected components).
pub(crate) fn circles(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    /// How far a node was followed: when it was entered, and the earliest node still open that it leads to.
    #[derive(Clone, Copy, Default)]
    struct Seen {
        entered: usize,
        lowest: usize,
        open: bool,
    }
    let mut seen: Vec<Seen> = vec![Seen::default(); needs.len()];
    let (mut open, mut found, mut entered) = (Vec::new(), Vec::new(), 0);
    for start in 0..needs.len() {
        if seen.get(start).is_none_or(|seen| seen.entered > 0) {
            continue;
        }
        let mut way = vec![(start, 0_usize)];
        while let Some((node, next)) = way.pop() {
            if next == 0 {
                entered += 1;
                open.push(node);
                if let Some(seen) = seen.get_mut(node) {
                    *seen = Seen { entered, lowest: entered, open: true };
                }
            }
            if let Some(child) = needs.get(node).and_then(|needs| needs.get(next)) {
                way.push((node, next + 1));
                let to = seen.get(*child).copied().unwrap_or_default();
                if to.entered == 0 && *child < needs.len() {
                    way.push((*child, 0));
                } else if to.open
                    && let Some(seen) = seen.get_mut(node)
                {
                    seen.lowest = seen.lowest.min(to.entered);
                }
                continue;
            }
            let here = seen.get(node).copied().unwrap_or_default();
            if let Some((above, _)) = way.last()
                && let Some(above) = seen.get_mut(*above)
            {
                above.lowest = above.lowest.min(here.lowest);
            }
            if here.lowest == here.entered {
                let begins = open.iter().rposition(|other| *other == node).unwrap_or(open.len());
                let circle: Vec<usize> = open.split_off(begins);
                for member in &circle {
                    if let Some(seen) = seen.get_mut(*member) {
                        seen.open = false;
                    }
                }
                let leads_to_itself = needs.get(node).is_some_and(|needs| needs.contains(&node));
                if circle.len() > 1 || leads_to_itself {
                    found.push(circle);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_what_leads_to_each_other() {
        assert_eq!(circles(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[vec![1, 2], vec![2], vec![]]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[vec![0]]), [[0]]);
        let mut found = circles(&[vec![1], vec![2], vec![0], vec![0, 4], vec![3], vec![4]]);
        found.iter_mut().for_each(|circle| circle.sort_unstable());
        found.sort();
        assert_eq!(found, [vec![0, 1, 2], vec![3, 4]]);
        let long: Vec<Vec<usize>> = (0..1_000_000).map(|n| vec![(n + 1) % 1_000_000]).collect();
        assert_eq!(circles(&long).first().map(Vec::len), Some(1_000_000));
    }

    #[test]
    fn circles_are_those_of_the_definition() {
        // Every graph of four nodes whose edges are the bits of a number.
        for bits in 0..1_u32 << 16 {
            let needs: Vec<Vec<usize>> =
                (0..4).map(|a| (0..4).filter(|b| bits >> (a * 4 + b) & 1 == 1).collect()).collect();
            let mut reaches = [[false; 4]; 4];
            for (a, needs) in needs.iter().enumerate() {
                needs.iter().for_each(|b| reaches[a][*b] = true);
            }
            for k in 0..4 {
                for a in 0..4 {
                    for b in 0..4 {
                        reaches[a][b] |= reaches[a][k] && reaches[k][b];
                    }
                }
            }
            let mut found = [0; 4];
            for (number, circle) in circles(&needs).iter().enumerate() {
                circle.iter().for_each(|node| found[*node] = number + 1);
            }
            for a in 0..4 {
                assert_eq!(found[a] > 0, reaches[a][a], "{needs:?}");
                for b in 0..4 {
                    assert_eq!(found[a] > 0 && found[a] == found[b], reaches[a][b] && reaches[b][a], "{needs:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_needed_comes_first() {
        assert_eq!(order(&[vec![1, 2], vec![2], vec![]]), Ok(vec![2, 1, 0]));
        assert_eq!(order(&[]), Ok(vec![]));
    }

    #[test]
    fn a_circle_is_found() {
        assert_eq!(order(&[vec![1], vec![2], vec![1]]), Err(vec![1, 2, 1]));
        assert_eq!(order(&[vec![0]]), Err(vec![0, 0]));
        assert_eq!(order(&[vec![], vec![0], vec![0, 1], vec![2, 3]]), Err(vec![3, 3]));
    }

    #[test]
    fn a_million_levels_are_no_matter() {
        let needs: Vec<Vec<usize>> = (0..1_000_000).map(|n| if n == 0 { vec![] } else { vec![n - 1] }).collect();
        let ordered = order(&needs).unwrap();
        assert_eq!((ordered.len(), ordered[0], ordered[999_999]), (1_000_000, 0, 999_999));
        let down: Vec<Vec<usize>> = (1..=1_000_000).map(|n| if n == 1_000_000 { vec![] } else { vec![n] }).collect();
        assert_eq!(order(&down).unwrap()[0], 999_999);
    }
}
