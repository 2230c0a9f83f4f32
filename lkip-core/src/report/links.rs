//! What the links of the cascade lead to.

use super::document::Document;
use super::link::LinkKind;
use super::order::circles;
use super::places::Places;
use super::values::Id;
use crate::error::{Code, Error};
use crate::plain::Problems;
use crate::prelude::*;

/// What the links of a document lead to, by places.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// The ends of every link: the indicator below and the one above.
    ends: Vec<(usize, usize)>,
    /// The links that lead up from every indicator.
    up: Vec<Vec<usize>>,
    /// The links that lead to every indicator.
    down: Vec<Vec<usize>>,
    /// The indicators of every circle.
    circles: Vec<Vec<usize>>,
    /// Whether each link is part of a circle.
    circular: Vec<bool>,
}

impl Links {
    /// The links of a document. Those that stand twice are noted; those whose ends are not there were noted before.
    ///
    /// `needs` says which entries the formulas of others refer to: a component may close a circle with them.
    pub(super) fn new(document: &Document, places: &Places, needs: &[Vec<usize>], problems: &mut Problems) -> Self {
        let nowhere = document.indicators.len();
        let place = |id: &Id| places.indicators.get(id.as_str()).unwrap_or(nowhere);
        let ends = each(&document.links, &mut |link| (place(&link.from), place(&link.to)));
        let (mut up, mut down) = (vec![Vec::new(); nowhere], vec![Vec::new(); nowhere]);
        for (link, (from, to)) in ends.iter().enumerate() {
            if let (Some(up), Some(down)) = (up.get_mut(*from), down.get_mut(*to)) {
                up.push(link);
                down.push(link);
            }
        }
        let mut links = Self { circular: vec![false; ends.len()], ends, up, down, circles: Vec::new() };
        links.refuse_repeated(document, problems);
        links.find_circles(document, needs);
        links
    }

    /// Two links between the same indicators contradict each other, or would count one component twice.
    fn refuse_repeated(&self, document: &Document, problems: &mut Problems) {
        // For every indicator below the last indicator above that a link from it was seen to lead to.
        let mut seen = vec![None; self.up.len()];
        for below in &self.down {
            for link in below {
                let (from, to) = self.ends(*link);
                let Some(seen) = seen.get_mut(from) else { continue };
                if *seen == Some(to)
                    && let Some(written) = document.links.get(*link)
                {
                    let error = Error::new(Code::DuplicateLink).text("from", written.from.as_str());
                    problems.add(error.text("to", written.to.as_str()).at(*link).within("links"));
                }
                *seen = Some(to);
            }
        }
    }

    fn find_circles(&mut self, document: &Document, needs: &[Vec<usize>]) {
        let mut all = vec![Vec::new(); self.down.len()];
        for (to, below) in self.down.iter().enumerate() {
            if let Some(all) = all.get_mut(to) {
                // Who only refers to another leads nowhere.
                *all = some_of(below, &mut |link| {
                    let leads = document.links.get(*link).is_some_and(|link| link.kind != LinkKind::References);
                    leads.then(|| self.ends(*link).0)
                });
            }
        }
        self.note(circles(&all));
        // What is left of the components, together with what formulas refer to.
        let mut computing = self.with_components(document, needs);
        computing.resize(computing.len().max(self.down.len()), Vec::new());
        self.note(circles(&computing));
    }

    /// Notes circles, and the links inside them.
    fn note(&mut self, found: Vec<Vec<usize>>) {
        let mut circle_of = vec![None; self.down.len()];
        for (number, circle) in found.into_iter().enumerate() {
            for place in &circle {
                if let Some(of) = circle_of.get_mut(*place) {
                    *of = Some(number);
                }
            }
            // Of a circle through supporting values the indicators.
            self.circles.push(circle.into_iter().filter(|place| *place < self.down.len()).collect());
        }
        for (link, (from, to)) in self.ends.iter().enumerate() {
            let of = |place: usize| circle_of.get(place).copied().flatten();
            if let Some(circular) = self.circular.get_mut(link) {
                *circular |= of(*from).is_some() && of(*from) == of(*to);
            }
        }
    }

    /// What every entry needs before it can be computed: what its formula refers to, and its components.
    pub(super) fn with_components(&self, document: &Document, needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut all = needs.to_vec();
        for (to, needs) in all.iter_mut().enumerate().take(self.down.len()) {
            for link in self.components(document, to) {
                if !self.is_circular(link) {
                    needs.push(self.ends(link).0);
                }
            }
        }
        all
    }

    /// The ends of a link: the indicator below and the one above.
    pub(crate) fn ends(&self, link: usize) -> (usize, usize) {
        let nowhere = self.down.len();
        self.ends.get(link).copied().unwrap_or((nowhere, nowhere))
    }

    /// The links that lead up from an indicator.
    pub(crate) fn up(&self, indicator: usize) -> &[usize] {
        self.up.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The links that lead to an indicator.
    pub(crate) fn down(&self, indicator: usize) -> &[usize] {
        self.down.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The links to the components of an indicator.
    pub(crate) fn components(&self, document: &Document, indicator: usize) -> Vec<usize> {
        some_of(self.down(indicator), &mut |link| {
            let kind = document.links.get(*link).map(|link| link.kind);
            (kind == Some(LinkKind::Component)).then_some(*link)
        })
    }

    /// Whether a link is part of a circle: then it computes nothing.
    pub(crate) fn is_circular(&self, link: usize) -> bool {
        self.circular.get(link).copied().unwrap_or(false)
    }

    /// The indicators of every circle that links make, alone or with formulas.
    pub(crate) fn circles(&self) -> &[Vec<usize>] {
        &self.circles
    }
}
