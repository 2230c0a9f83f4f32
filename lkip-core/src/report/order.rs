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

#[cfg(test)]
mod tests {
    use super::*;

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
