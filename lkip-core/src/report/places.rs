//! Where the parts of a document stand, by their ids.

use super::document::Document;
use super::values::Id;
use crate::error::{Code, Error};
use crate::lookup::Lookup;
use crate::plain::Problems;
use crate::prelude::*;

/// Where the parts of a document stand, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) offices: Lookup,
    pub(crate) goals: Lookup,
    pub(crate) objectives: Lookup,
    pub(crate) indicators: Lookup,
    pub(crate) supporting: Lookup,
    pub(crate) budget: Lookup,
}

/// Where everything stands; ids that are used twice are noted.
pub(super) fn places(document: &Document, problems: &mut Problems) -> Places {
    fn of<T>(entries: &[T], id: &dyn Fn(&T) -> &Id, list: &str, problems: &mut Problems) -> Lookup {
        of_ids(&each(entries, &mut |entry| id(entry).as_str()), list, problems)
    }
    fn of_ids(ids: &[&str], list: &str, problems: &mut Problems) -> Lookup {
        let lookup = Lookup::new(ids);
        // In the order of the document, the first of the same id being no mistake.
        let mut twice = vec![false; ids.len()];
        for place in lookup.repeated() {
            // One that could not be read is like no other.
            let readable = ids.get(place).is_some_and(|id| !id.is_empty());
            if let Some(twice) = twice.get_mut(place).filter(|_| readable) {
                *twice = true;
            }
        }
        for (place, (id, twice)) in ids.iter().zip(twice).enumerate() {
            if twice {
                let error = Error::new(Code::DuplicateId).text("id", id);
                problems.add(error.within("id").at(place).within(list));
            }
        }
        lookup
    }
    let places = Places {
        offices: of(&document.offices, &|office| &office.id, "offices", problems),
        goals: of(&document.goals, &|goal| &goal.id, "goals", problems),
        objectives: of(&document.objectives, &|objective| &objective.id, "objectives", problems),
        indicators: of(&document.indicators, &|indicator| &indicator.id, "indicators", problems),
        supporting: of(&document.supporting, &|entry| &entry.id, "supporting", problems),
        budget: of(&document.budget, &|line| &line.id, "budget", problems),
    };
    of(&document.agreements, &|agreement| &agreement.id, "agreements", problems);
    places
}
