//! A year of the cascade: who holds what, from whom it came, and what supports it.

use super::Ground;
use crate::lookup::Lookup;
use crate::measure::Target;
use crate::prelude::*;
use crate::report::{Agreement, AgreementIndicator, Holding, Holdings, Indicator};
use crate::text::{concat, folded, size};

/// An indicator in the hands of an office, with what it goes by there.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) holding: Holding,
    /// The same for the same indicator in other hands.
    pub(super) identity: usize,
    /// The holding of the nearest office above that holds it too: whose indicator this one is.
    pub(super) from: Option<usize>,
    /// The holdings of the offices below that hold it next.
    pub(super) adopted_by: Vec<usize>,
    /// The links that lead to it from elsewhere.
    pub(super) supported_by: Vec<usize>,
    /// The links that lead up from it.
    pub(super) supports: Vec<usize>,
}

/// Who holds what in a year.
#[derive(Debug)]
pub(super) struct OfYear {
    pub(super) holdings: Holdings,
    pub(super) held: Vec<Held>,
    /// Where the holdings of every office begin; one more than there are offices.
    begins: Vec<usize>,
    /// The holdings of every indicator, by its identity.
    holders: Vec<Vec<usize>>,
}

impl OfYear {
    pub(super) fn new(ground: &Ground<'_>, year: u16) -> Self {
        let holdings = Holdings::of(ground.checked, year);
        let (mut held, mut begins) = (Vec::new(), vec![0]);
        for office in 0..ground.document.offices.len() {
            for holding in holdings.of_office(office) {
                held.push(Held {
                    holding: *holding,
                    identity: 0,
                    from: None,
                    adopted_by: Vec::new(),
                    supported_by: Vec::new(),
                    supports: Vec::new(),
                });
            }
            begins.push(held.len());
        }
        let mut of_year = Self { holdings, held, begins, holders: Vec::new() };
        of_year.identify(ground);
        of_year.follow(ground);
        if year == ground.document.period.year.get() {
            of_year.link(ground);
        }
        of_year
    }

    /// What is no indicator of the document is the same by its name.
    fn identify(&mut self, ground: &Ground<'_>) {
        let indicators = ground.document.indicators.len();
        let names = each(&self.held, &mut |held| match held.holding.indicator {
            Some(_) => String::new(),
            None => folded(ground.name(&held.holding)),
        });
        let lookup = Lookup::new(&each(&names, &mut String::as_str));
        for (held, name) in self.held.iter_mut().zip(&names) {
            // The last place of a name stands for all of it.
            held.identity = held.holding.indicator.unwrap_or_else(|| indicators + lookup.get(name).unwrap_or(0));
        }
        self.holders = vec![Vec::new(); indicators + self.held.len()];
        for (place, held) in self.held.iter().enumerate() {
            if let Some(holders) = self.holders.get_mut(held.identity) {
                holders.push(place);
            }
        }
    }

    /// From whom every holding came: the nearest office above that holds the same.
    fn follow(&mut self, ground: &Ground<'_>) {
        for place in 0..self.held.len() {
            let Some((office, identity)) = self.held.get(place).map(|held| (held.holding.office, held.identity)) else {
                continue;
            };
            let from = ground.branches.above(office).find_map(|above| self.of_office_as(above, identity));
            if let Some(held) = self.held.get_mut(place) {
                held.from = from;
            }
            if let Some(above) = from.and_then(|from| self.held.get_mut(from)) {
                above.adopted_by.push(place);
            }
        }
    }

    /// Which holdings the links join.
    fn link(&mut self, ground: &Ground<'_>) {
        for link in 0..ground.document.links.len() {
            let Some((below, above)) = self.ends(ground, link) else { continue };
            if let Some(held) = self.held.get_mut(below) {
                held.supports.push(link);
            }
            if let Some(held) = self.held.get_mut(above) {
                held.supported_by.push(link);
            }
        }
    }

    /// The holdings at the ends of a link: that of the responsible office below, and that of the nearest office above it
    /// that holds the other indicator, or else of whoever is responsible for that.
    pub(super) fn ends(&self, ground: &Ground<'_>, link: usize) -> Option<(usize, usize)> {
        let (from, to) = ground.checked.links.ends(link);
        let below = self.home(ground, from)?;
        let office = self.held.get(below)?.holding.office;
        let mut upwards = core::iter::once(office).chain(ground.branches.above(office));
        let above = upwards.find_map(|above| self.of_office_as(above, to)).or_else(|| self.home(ground, to))?;
        Some((below, above))
    }

    /// The holding of the office that is responsible for an indicator: the one that the report names, or the lowest.
    pub(super) fn home(&self, ground: &Ground<'_>, indicator: usize) -> Option<usize> {
        let holders = self.holders.get(indicator)?;
        let named = ground.document.indicators.get(indicator)?.office.as_ref();
        let named = named.and_then(|id| ground.checked.places.offices.get(id.as_str()));
        if let Some(held) = named.and_then(|office| self.of_office_as(office, indicator)) {
            return Some(held);
        }
        let depth = |place: &usize| self.held.get(*place).map_or(0, |held| ground.branches.depth(held.holding.office));
        // Of those equally low the first.
        holders.iter().copied().rev().max_by_key(depth)
    }

    /// The places of what an office holds.
    pub(super) fn of_office(&self, office: usize) -> core::ops::Range<usize> {
        let begin = self.begins.get(office).copied().unwrap_or(0);
        begin..self.begins.get(office + 1).copied().unwrap_or(begin)
    }

    /// What an office holds of an identity.
    pub(super) fn of_office_as(&self, office: usize, identity: usize) -> Option<usize> {
        self.of_office(office).find(|place| self.held.get(*place).is_some_and(|held| held.identity == identity))
    }

    /// The holdings of an identity.
    pub(super) fn holders(&self, identity: usize) -> &[usize] {
        self.holders.get(identity).map_or(&[], Vec::as_slice)
    }

    pub(super) fn office_of(&self, place: usize) -> Option<usize> {
        self.held.get(place).map(|held| held.holding.office)
    }
}

impl<'a> Ground<'a> {
    pub(super) fn indicator(&self, holding: &Holding) -> Option<&'a Indicator> {
        self.document.indicators.get(holding.indicator?)
    }

    pub(super) fn row(&self, holding: &Holding) -> Option<(&'a Agreement, &'a AgreementIndicator)> {
        let (agreement, row) = holding.row?;
        let agreement = self.document.agreements.get(agreement)?;
        Some((agreement, agreement.indicators.get(row)?))
    }

    /// What an indicator goes by where it is held: the agreement's own word before that of the report.
    pub(super) fn name(&self, holding: &Holding) -> &'a str {
        let of_row = self.row(holding).and_then(|(_, row)| row.name.as_deref());
        of_row.or_else(|| self.indicator(holding).map(|indicator| indicator.name.as_str())).unwrap_or_default()
    }

    /// The unit that it is held in; nothing where none is said.
    pub(super) fn unit(&self, holding: &Holding) -> Option<&'a str> {
        match self.row(holding) {
            Some((_, row)) => row.unit.as_deref(),
            None => self.indicator(holding).and_then(|indicator| indicator.unit.as_deref()),
        }
    }

    /// The target that it is held with.
    pub(super) fn target(&self, holding: &Holding) -> Target {
        match (holding.row, holding.indicator) {
            (Some((agreement, row)), _) => {
                self.checked.promised.get(agreement).and_then(|rows| rows.get(row)).copied().unwrap_or(Target::None)
            }
            (None, Some(place)) => self.checked.indicators.get(place).map_or(Target::None, |measured| measured.target),
            (None, None) => Target::None,
        }
    }

    /// Where a field of it stands in the document.
    pub(super) fn place(&self, holding: &Holding, field: &str) -> String {
        concat(&[&self.at(holding), ".", field])
    }

    /// Where it stands in the document.
    pub(super) fn at(&self, holding: &Holding) -> String {
        match (self.row(holding), holding.row, self.indicator(holding)) {
            (Some((agreement, _)), Some((_, row)), _) => {
                concat(&["agreements.", agreement.id.as_str(), ".indicators[", &size(row), "]"])
            }
            (_, _, Some(indicator)) => concat(&["indicators.", indicator.id.as_str()]),
            _ => String::new(),
        }
    }
}
