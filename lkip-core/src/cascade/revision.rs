//! What a later version of an agreement changed.

use super::Ground;
use super::budget::party;
use super::finding::Party;
use crate::language::{Text, bilingual};
use crate::plain::choices;
use crate::prelude::*;
use crate::report::{Agreement, AgreementIndicator, AgreementProgram, Quantity, version_of, year_of};
use crate::text::{concat, folded};

choices! {
    /// What of an agreement changed.
    pub enum Changed {
        /// An indicator came or went.
        Indicator = "indicator",
        /// The name of an indicator.
        IndicatorName = "indicator_name",
        /// The unit of an indicator.
        Unit = "unit",
        /// The target of an indicator.
        Target = "target",
        /// A program came or went.
        Program = "program",
        /// The name of a program.
        ProgramName = "program_name",
        /// The budget of a program.
        Allocation = "allocation",
        /// The least absorption of a program.
        Minimum = "minimum",
        /// The total.
        Total = "total",
        /// A condition came or went, or what it asks for.
        Condition = "condition",
    }
}

impl Changed {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Indicator => bilingual!("indikator", "indicator"),
            Self::IndicatorName => bilingual!("nama indikator", "name of the indicator"),
            Self::Unit => bilingual!("satuan", "unit"),
            Self::Target => bilingual!("target", "target"),
            Self::Program => bilingual!("program", "program"),
            Self::ProgramName => bilingual!("nama program", "name of the program"),
            Self::Allocation => bilingual!("anggaran", "budget"),
            Self::Minimum => bilingual!("penyerapan paling sedikit", "least absorption"),
            Self::Total => bilingual!("jumlah anggaran", "total"),
            Self::Condition => bilingual!("syarat", "condition"),
        }
    }
}

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub what: Changed,
    /// Of which indicator, program or condition.
    pub of: String,
    /// As it was; nothing where it was not there.
    pub before: Option<String>,
    /// As it is; nothing where it is no longer there.
    pub after: Option<String>,
}

/// A version of an agreement against the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The year.
    pub year: u16,
    /// The office.
    pub office: Party,
    /// The id of the earlier version.
    pub before: String,
    /// The id of the later version.
    pub after: String,
    /// What changed.
    pub changes: Vec<Change>,
}

/// Every version against the one before it, by office and year.
pub(super) fn revisions(ground: &Ground<'_>) -> Vec<Revision> {
    let document = ground.document;
    let mut versions = Vec::new();
    for (place, agreement) in document.agreements.iter().enumerate() {
        let office = agreement.office.as_ref().and_then(|id| ground.checked.places.offices.get(id.as_str()));
        if let Some((office, year)) = office.zip(year_of(document, place)) {
            versions.push((office, year, version_of(document, place), place));
        }
    }
    versions.sort_unstable();
    let mut revisions = Vec::new();
    for pair in versions.windows(2) {
        let [(office, year, version, before), (same, of_year, later, after)] = pair else { continue };
        if office != same || year != of_year || version == later {
            continue;
        }
        let (Some(before), Some(after)) = (document.agreements.get(*before), document.agreements.get(*after)) else {
            continue;
        };
        revisions.push(Revision {
            year: *year,
            office: party(ground, *office),
            before: before.id.as_str().to_owned(),
            after: after.id.as_str().to_owned(),
            changes: changes(ground, before, after),
        });
    }
    revisions
}

fn changes(ground: &Ground<'_>, before: &Agreement, after: &Agreement) -> Vec<Change> {
    let mut changes = Vec::new();
    let indicator_key = |row: &AgreementIndicator| match (&row.indicator, &row.name) {
        (Some(id), _) => id.as_str().to_owned(),
        (None, name) => concat(&["=", &folded(name.as_deref().unwrap_or_default())]),
    };
    paired(&before.indicators, &after.indicators, &indicator_key, &mut |old, new| {
        let name = |row: &AgreementIndicator| {
            let known = row.indicator.as_ref().and_then(|id| ground.checked.places.indicators.get(id.as_str()));
            let known = known.and_then(|place| ground.document.indicators.get(place)).map(|one| one.name.clone());
            row.name.clone().or(known).unwrap_or_default()
        };
        let of = new.or(old).map(name).unwrap_or_default();
        let mut add = |what, value: &dyn Fn(&AgreementIndicator) -> Option<String>| {
            put(&mut changes, what, &of, old.and_then(value), new.and_then(value));
        };
        match (old, new) {
            (Some(_), Some(_)) => {
                add(Changed::IndicatorName, &|row| Some(name(row)));
                add(Changed::Unit, &|row| row.unit.clone());
                add(Changed::Target, &|row| row.target.as_ref().map(|target| written(&target.0)));
            }
            _ => add(Changed::Indicator, &|row| Some(name(row))),
        }
    });
    let program_key = |program: &AgreementProgram| match (&program.budget, &program.name) {
        (Some(id), _) => id.as_str().to_owned(),
        (None, name) => concat(&["=", &folded(name.as_deref().unwrap_or_default())]),
    };
    paired(&before.programs, &after.programs, &program_key, &mut |old, new| {
        let name = |program: &AgreementProgram| {
            let line = program.budget.as_ref().and_then(|id| ground.checked.places.budget.get(id.as_str()));
            let line = line.and_then(|place| ground.document.budget.get(place)).map(|line| (*line.name).to_owned());
            program.name.clone().or(line).unwrap_or_default()
        };
        let of = new.or(old).map(name).unwrap_or_default();
        let mut add = |what, value: &dyn Fn(&AgreementProgram) -> Option<String>| {
            put(&mut changes, what, &of, old.and_then(value), new.and_then(value));
        };
        match (old, new) {
            (Some(_), Some(_)) => {
                add(Changed::ProgramName, &|program| Some(name(program)));
                add(Changed::Allocation, &|program| quantity(program.allocation.as_ref()));
                add(Changed::Minimum, &|program| quantity(program.minimum.as_ref()));
            }
            _ => {
                add(Changed::Program, &|program| quantity(program.allocation.as_ref()).or_else(|| Some(name(program))))
            }
        }
    });
    put(&mut changes, Changed::Total, "", quantity(before.total.as_ref()), quantity(after.total.as_ref()));
    paired(&before.conditions, &after.conditions, &|condition| folded(&condition.name), &mut |old, new| {
        let of = new.or(old).map_or("", |condition| condition.name.as_str());
        let minimum = |condition: &crate::report::Condition| condition.minimum.clone();
        put(&mut changes, Changed::Condition, of, old.map(minimum), new.map(minimum));
    });
    changes
}

fn put(changes: &mut Vec<Change>, what: Changed, of: &str, before: Option<String>, after: Option<String>) {
    if before != after {
        changes.push(Change { what, of: of.to_owned(), before, after });
    }
}

fn quantity(quantity: Option<&Quantity>) -> Option<String> {
    quantity.map(|quantity| written(quantity.written()))
}

fn written(plain: &crate::plain::Plain) -> String {
    match plain {
        crate::plain::Plain::Text(text) => text.clone(),
        other => other.to_json(),
    }
}

/// Each entry with the one of the same key: the old ones in their order, then those that are new.
fn paired<T>(before: &[T], after: &[T], key: &dyn Fn(&T) -> String, each_pair: &mut dyn FnMut(Option<&T>, Option<&T>)) {
    let same = |list: &[T], wanted: &str| list.iter().position(|entry| key(entry) == wanted);
    for old in before {
        each_pair(Some(old), same(after, &key(old)).and_then(|place| after.get(place)));
    }
    for new in after {
        if same(before, &key(new)).is_none() {
            each_pair(None, Some(new));
        }
    }
}
