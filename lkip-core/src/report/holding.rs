//! Who holds which indicator in a year: by an agreement, or as the office that a report names as responsible.

use super::check::Checked;
use super::document::Document;
use super::values::Id;
use crate::lookup::Lookup;
use crate::prelude::*;
use crate::text::folded;

/// An indicator in the hands of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holding {
    /// The office.
    pub(crate) office: usize,
    /// The indicator of the document; nothing for a row of an agreement that names none.
    pub(crate) indicator: Option<usize>,
    /// The agreement and the row in it; nothing where the report names the office as responsible.
    pub(crate) row: Option<(usize, usize)>,
}

/// Who holds what in a year, and by which agreement.
#[derive(Debug)]
pub(crate) struct Holdings {
    /// The year.
    pub(crate) year: u16,
    by_office: Vec<Vec<Holding>>,
    /// The agreement of every office that counts: its last version.
    agreements: Vec<Option<usize>>,
    /// Agreements of one office and version, the second of which does not count.
    pub(crate) repeated: Vec<(usize, usize)>,
}

/// The year of an agreement: its own, or that of the report.
pub(crate) fn year_of(document: &Document, agreement: usize) -> Option<u16> {
    let agreement = document.agreements.get(agreement)?;
    Some(agreement.year.unwrap_or(document.period.year).get())
}

/// The version of an agreement: 1 where none is said.
pub(crate) fn version_of(document: &Document, agreement: usize) -> u32 {
    document.agreements.get(agreement).and_then(|agreement| agreement.version).unwrap_or(1)
}

impl Holdings {
    /// Who holds what in a year. The offices that indicators name are those of the period of the report.
    pub(crate) fn of(checked: &Checked, year: u16) -> Self {
        let document = &checked.document;
        let nothing = || vec![Vec::new(); document.offices.len()];
        let mut holdings =
            Self { year, by_office: nothing(), agreements: vec![None; document.offices.len()], repeated: Vec::new() };
        let office = |id: Option<&Id>| checked.places.offices.get(id?.as_str());
        for (place, agreement) in document.agreements.iter().enumerate() {
            if let (Some(office), true) = (office(agreement.office.as_ref()), year_of(document, place) == Some(year)) {
                holdings.count(document, office, place);
            }
        }
        holdings.add_rows(checked);
        if year == document.period.year.get() {
            for (indicator, written) in document.indicators.iter().enumerate() {
                if let Some(office) = office(written.office.as_ref()) {
                    holdings.add(Holding { office, indicator: Some(indicator), row: None });
                }
            }
        }
        holdings
    }

    /// Of the versions of an office the last counts, and of two that are the same the first.
    fn count(&mut self, document: &Document, office: usize, place: usize) {
        let Some(counted) = self.agreements.get_mut(office) else { return };
        match *counted {
            Some(known) if version_of(document, known) == version_of(document, place) => {
                self.repeated.push((known, place));
            }
            Some(known) if version_of(document, known) > version_of(document, place) => {}
            _ => *counted = Some(place),
        }
    }

    fn add_rows(&mut self, checked: &Checked) {
        let document = &checked.document;
        // A row that names no indicator may be one of the document by its name.
        let nameless = document.agreements.iter().flat_map(|one| &one.indicators).any(|row| row.indicator.is_none());
        let names = if nameless { each(&document.indicators, &mut |one| folded(&one.name)) } else { Vec::new() };
        let names = Lookup::new(&each(&names, &mut String::as_str));
        for office in 0..self.agreements.len() {
            let Some(place) = self.agreement(office) else { continue };
            let Some(agreement) = document.agreements.get(place) else { continue };
            for (row, written) in agreement.indicators.iter().enumerate() {
                let indicator = match (&written.indicator, &written.name) {
                    (Some(id), _) => checked.places.indicators.get(id.as_str()),
                    (None, Some(name)) => names.get(&folded(name)),
                    (None, None) => None,
                };
                self.add(Holding { office, indicator, row: Some((place, row)) });
            }
        }
    }

    /// An indicator is held once by an office, the agreement saying so before the report.
    fn add(&mut self, holding: Holding) {
        let Some(held) = self.by_office.get_mut(holding.office) else { return };
        let known = held.iter().any(|known| known.indicator.is_some() && known.indicator == holding.indicator);
        if !known {
            held.push(holding);
        }
    }

    /// What an office holds.
    pub(crate) fn of_office(&self, office: usize) -> &[Holding] {
        self.by_office.get(office).map_or(&[], Vec::as_slice)
    }

    /// What an office answers for: what it promised, or else what the report gives to it.
    pub(crate) fn own(&self, office: usize) -> &[Holding] {
        let held = self.of_office(office);
        // Promises come first.
        let promised = held.iter().take_while(|holding| holding.row.is_some()).count();
        if promised > 0 { held.get(..promised).unwrap_or_default() } else { held }
    }

    /// The agreement of an office that counts.
    pub(crate) fn agreement(&self, office: usize) -> Option<usize> {
        self.agreements.get(office).copied().flatten()
    }
}
