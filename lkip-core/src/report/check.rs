//! [`Report`]: a document that was checked. Every mistake is reported, not only the first.

use alloc::sync::Arc;

use super::agreement::Agreement;
use super::document::{Document, SCHEMA};
use super::doubt::Doubts;
use super::indicator::Indicator;
use super::links::Links;
use super::measured::{Measured, in_year, measured, target};
use super::order::order;
use super::places::{Places, places};
use super::references::{self, Entry};
use super::tree::Tree;
use super::values::Id;
use crate::error::{Code, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::lookup::Lookup;
use crate::measure::Target;
use crate::number::ReadStyle;
use crate::plain::{Data, Plain, Problems, choose};
use crate::prelude::*;
use crate::rules::{self, Polarity, RuleSet};
use crate::text::{concat, join, size};

/// A report document that was read and checked. Cloning is cheap: the data is shared.
#[doc(alias = "laporan kinerja")]
#[derive(Clone, Debug)]
pub struct Report(Arc<Checked>);

/// What a report holds besides its document.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) document: Document,
    pub(crate) rules: Option<RuleSet>,
    pub(crate) indicators: Vec<Measured>,
    pub(crate) offices: Tree,
    pub(crate) budget: Tree,
    /// The target of every indicator of every agreement.
    pub(crate) promised: Vec<Vec<Target>>,
    /// What the links lead to.
    pub(crate) links: Links,
    /// Every entry that may have a value, each after its components and those that its formula refers to.
    pub(crate) order: Vec<Entry>,
    pub(crate) places: Places,
}

impl Report {
    /// A report out of JSON.
    ///
    /// # Errors
    ///
    /// Every mistake at once, each with its path: malformed numbers, unknown fields, ids that are used twice or lead
    /// nowhere, references in a circle, two values for one quarter, codes that do not parse, a later version of the format.
    pub fn from_json(json: &str) -> Result<Self, Errors> {
        Self::from_plain(&Plain::from_json(json)?)
    }

    /// A report out of plain data.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json).
    pub fn from_plain(plain: &Plain) -> Result<Self, Errors> {
        let style = read_head(plain)?;
        let mut problems = Problems::default();
        let mut document = <Document as Data>::blank();
        let read = document.fill(plain, style);
        let doubts = read.as_ref().err().map_or_else(Doubts::default, |errors| Doubts::of(errors, plain, &document));
        problems.note(read);
        if doubts.style {
            problems.only(&|error| error.code() != Code::AmbiguousNumber);
        }
        let checked = check(document, style, &doubts, &mut problems);
        problems.done()?;
        Ok(Self(Arc::new(checked)))
    }

    /// The document as it was written.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.0.document
    }

    /// The rules that the document names, with what it replaces.
    #[must_use]
    pub fn rules(&self) -> Option<&RuleSet> {
        self.0.rules.as_ref()
    }

    pub(crate) fn checked(&self) -> &Checked {
        &self.0
    }
}

impl Checked {
    /// The entry that a reference of an operand names.
    pub(crate) fn entry(&self, from: &str) -> Option<Entry> {
        references::entry(from, &self.places)
    }
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.document == other.0.document
    }
}

impl From<&Report> for Plain {
    fn from(report: &Report) -> Self {
        report.document().write()
    }
}

/// The style of a document, of a version that is known: nothing of another could be understood.
fn read_head(plain: &Plain) -> Result<ReadStyle, Errors> {
    let Plain::Record(record) = plain else { return Ok(ReadStyle::Detect) };
    if let Some(Plain::Text(schema)) = record.get("schema")
        && schema != SCHEMA
    {
        return Err(Error::new(Code::UnknownSchema)
            .text("found", schema)
            .text("known", SCHEMA)
            .within("schema")
            .into());
    }
    // A mistake in the style is told when the field is read.
    let style = ["style", "gaya"].iter().find_map(|name| record.get(name)).filter(|style| !style.is_null());
    Ok(style.and_then(|style| choose(style).ok()).map_or(ReadStyle::Detect, ReadStyle::Declared))
}

/// What is referred to: its list, and the word for it, whose English one is the tag in data.
#[derive(Clone, Copy)]
struct Kind(&'static str, Text);

const OFFICE: Kind = Kind("offices", bilingual!("unit kerja", "office"));
const GOAL: Kind = Kind("goals", bilingual!("tujuan", "goal"));
const OBJECTIVE: Kind = Kind("objectives", bilingual!("sasaran", "objective"));
const INDICATOR: Kind = Kind("indicators", bilingual!("indikator", "indicator"));
const BUDGET: Kind = Kind("budget", bilingual!("baris anggaran", "budget line"));

/// Checks a document; of one that has malformed fields what does not rest on them.
fn check(document: Document, style: ReadStyle, doubts: &Doubts, problems: &mut Problems) -> Checked {
    let places = places(&document, problems);
    let rules = problems.note(rules(&document)).flatten();
    if let Some(quarter) = document.period.quarter {
        problems.note(in_year(quarter).map_err(|error| error.within("quarter").within("period")));
    }
    refer(&document, &places, doubts, problems);
    let above = each(&document.offices, &mut |office| (&office.id, office.parent.as_ref()));
    let offices = tree(&above, &places.offices, "offices", problems);
    problems.note(not_too_deep(&document, &offices));
    let above = each(&document.budget, &mut |line| (&line.id, line.parent.as_ref()));
    let budget = tree(&above, &places.budget, "budget", problems);
    let mut indicators = Vec::with_capacity(document.indicators.len());
    for (place, indicator) in document.indicators.iter().enumerate() {
        let can_judge = |field: &str| doubts.can_judge("indicators", place, Indicator::NAMES, field);
        let measured = measured(indicator, &document, style, rules.as_ref(), &can_judge);
        append(&mut indicators, problems.note(measured.map_err(|errors| errors.at(place).within("indicators"))));
    }
    for (place, line) in document.budget.iter().enumerate() {
        if let (Some(code), Some(level)) = (&line.code, line.level)
            && code.level() != level
            && !matches!(level, super::BudgetLevel::Total | super::BudgetLevel::Group)
        {
            let error = Error::new(Code::CodeOfOtherLevel).text("code", code.as_str());
            let error = error.text("found", code.level().as_str()).text("level", level.as_str());
            problems.add(error.within("code").at(place).within("budget"));
        }
    }
    for (place, printed) in document.printed.iter().enumerate() {
        if let Some(scale) = &printed.scale {
            problems.note(rules::scale(scale).map_err(|error| error.within("scale").at(place).within("printed")));
        }
    }
    let promised = promised(&document, &places, style, doubts, problems);
    for (place, agreement) in document.agreements.iter().enumerate() {
        for (entry, condition) in agreement.conditions.iter().enumerate() {
            let checked = condition.check(style).map_err(|errors| errors.at(entry).within("conditions"));
            problems.note(checked.map_err(|errors| errors.at(place).within("agreements")));
        }
    }
    let needs = references::needs(&document, &places, doubts, problems);
    let mut links = Links::default();
    let order = match order(&needs) {
        Ok(_) => {
            links = Links::new(&document, &places, &needs, problems);
            // Links that run in a circle are left out here: they are found in the cascade, and compute nothing.
            let order = order(&links.with_components(&document, &needs)).unwrap_or_default();
            references::entries(&document, &order)
        }
        Err(circle) => {
            let names = each(&circle, &mut |place| references::name(&document, *place));
            let path = names.first().cloned().unwrap_or_default();
            problems.add(circular(&names).within("formula").within(&path));
            Vec::new()
        }
    };
    Checked { document, rules, indicators, offices, budget, promised, links, order, places }
}

/// The targets of agreements, under the polarity of the indicators that they name.
fn promised(
    document: &Document,
    places: &Places,
    style: ReadStyle,
    doubts: &Doubts,
    problems: &mut Problems,
) -> Vec<Vec<Target>> {
    let mut promised = Vec::with_capacity(document.agreements.len());
    for (place, agreement) in document.agreements.iter().enumerate() {
        let can_judge = doubts.can_judge("agreements", place, Agreement::NAMES, "indicators");
        let mut targets = Vec::with_capacity(agreement.indicators.len());
        for (entry, row) in agreement.indicators.iter().enumerate() {
            let indicator = row.indicator.as_ref().and_then(|id| places.indicators.get(id.as_str()));
            let indicator = indicator.and_then(|place| document.indicators.get(place));
            let polarity = indicator.map_or(Polarity::Higher, |indicator| indicator.polarity);
            let read = target(row.target.as_ref().map(|target| &target.0), style, polarity).map(|(target, _)| target);
            let read = read.map_err(|errors| errors.at(entry).within("indicators").at(place).within("agreements"));
            targets.push(if can_judge { problems.note(read) } else { read.ok() }.unwrap_or(Target::None));
        }
        promised.push(targets);
    }
    promised
}

fn circular(ids: &[String]) -> Error {
    // A circle through a whole document is told by its first members.
    let mut shown = ids.to_vec();
    shown.truncate(8);
    if ids.len() > shown.len() {
        shown.push("…".to_owned());
    }
    Error::new(Code::Circular).text("ids", &join(&shown, " → "))
}

/// The rules that a document names, with what it replaces.
fn rules(document: &Document) -> Result<Option<RuleSet>, Errors> {
    let named = match &document.rules {
        Some(rules) => RuleSet::named(&rules.0).map_err(|errors| errors.within("rules"))?,
        None => return Ok(None),
    };
    match &document.overrides {
        Some(overrides) => named.with(&overrides.0).map(Some).map_err(|errors| errors.within("overrides")),
        None => Ok(Some(named)),
    }
}

/// Every reference that leads nowhere.
fn refer(document: &Document, places: &Places, doubts: &Doubts, problems: &mut Problems) {
    let mut known = |id: Option<&Id>, ids: &Lookup, Kind(of, kind): Kind, field: &str, place: usize, list: &str| {
        if let Some(id) = id
            && ids.get(id.as_str()).is_none()
            && !doubts.may_have(of)
        {
            let tag = kind.get(Language::English);
            let error = Error::new(Code::UnknownReference).text("id", id.as_str()).word("kind", tag, kind);
            problems.add(error.within(field).at(place).within(list));
        }
    };
    for (place, objective) in document.objectives.iter().enumerate() {
        known(objective.goal.as_ref(), &places.goals, GOAL, "goal", place, "objectives");
    }
    for (place, indicator) in document.indicators.iter().enumerate() {
        known(indicator.objective.as_ref(), &places.objectives, OBJECTIVE, "objective", place, "indicators");
        known(indicator.office.as_ref(), &places.offices, OFFICE, "office", place, "indicators");
    }
    for (place, line) in document.budget.iter().enumerate() {
        known(line.objective.as_ref(), &places.objectives, OBJECTIVE, "objective", place, "budget");
        known(line.office.as_ref(), &places.offices, OFFICE, "office", place, "budget");
        known(line.parent.as_ref(), &places.budget, BUDGET, "parent", place, "budget");
    }
    for (place, office) in document.offices.iter().enumerate() {
        known(office.parent.as_ref(), &places.offices, OFFICE, "parent", place, "offices");
    }
    for (place, agreement) in document.agreements.iter().enumerate() {
        known(agreement.office.as_ref(), &places.offices, OFFICE, "office", place, "agreements");
        known(agreement.superior.as_ref(), &places.offices, OFFICE, "superior", place, "agreements");
        for (entry, indicator) in agreement.indicators.iter().enumerate() {
            let list = concat(&["agreements[", &size(place), "].indicators"]);
            known(indicator.indicator.as_ref(), &places.indicators, INDICATOR, "indicator", entry, &list);
        }
        for (entry, program) in agreement.programs.iter().enumerate() {
            let list = concat(&["agreements[", &size(place), "].programs"]);
            known(program.budget.as_ref(), &places.budget, BUDGET, "budget", entry, &list);
        }
    }
    for (place, link) in document.links.iter().enumerate() {
        for (field, id) in [("from", &link.from), ("to", &link.to)] {
            // One that could not be read was told.
            let id = Some(id).filter(|id| !id.as_str().is_empty());
            known(id, &places.indicators, INDICATOR, field, place, "links");
        }
    }
}

/// A tree; what runs in a circle is noted.
fn tree(entries: &[(&Id, Option<&Id>)], places: &Lookup, list: &str, problems: &mut Problems) -> Tree {
    let parents = each(entries, &mut |(_, parent)| parent.and_then(|parent| places.get(parent.as_str())));
    match Tree::new(parents) {
        Ok(tree) => tree,
        Err(circle) => {
            let name = |place: &usize| entries.get(*place).map_or("", |(id, _)| id.as_str()).to_owned();
            let names = each(&circle, &mut |place| name(place));
            let place = circle.first().copied().unwrap_or_default();
            problems.add(circular(&names).within("parent").at(place).within(list));
            Tree::default()
        }
    }
}

/// More levels than any institution has: what is rolled up from level to level would take time and memory without end.
const MOST_LEVELS: usize = 64;

fn not_too_deep(document: &Document, offices: &Tree) -> Result<(), Error> {
    let mut depths = vec![0_usize; document.offices.len()];
    for place in offices.downwards() {
        let depth = offices.parent(place).and_then(|above| depths.get(above)).map_or(1, |above| above + 1);
        if depth > MOST_LEVELS {
            let id = document.offices.get(place).map_or("", |office| office.id.as_str());
            let error = Error::new(Code::OfficesTooDeep).text("id", id).text("limit", &size(MOST_LEVELS));
            return Err(error.within("parent").at(place).within("offices"));
        }
        if let Some(known) = depths.get_mut(place) {
            *known = depth;
        }
    }
    Ok(())
}

impl serde::Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Plain::from(self).serialize(serializer)
    }
}
