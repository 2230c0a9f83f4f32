//! [`Report`]: a document that was checked. Every mistake is reported, not only the first.

use alloc::sync::Arc;

use super::document::{Document, SCHEMA};
use super::indicator::{EarlierYear, Indicator};
use super::measured::{Earlier, InQuarter, Measured};
use super::order::order;
use super::quantity::Quantity;
use super::references::{self, Entry};
use super::tree::Tree;
use super::values::Id;
use crate::error::{Code, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::lookup::Lookup;
use crate::measure::written::{self, State};
use crate::measure::{Realization, Target};
use crate::number::{Content, ReadStyle};
use crate::plain::{Data, Plain, Problems, choose};
use crate::prelude::*;
use crate::rules::{Polarity, RuleSet};
use crate::text::{concat, count, join, size};

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
    /// The entries that have formulas, each after those it refers to.
    pub(crate) order: Vec<Entry>,
    pub(crate) places: Places,
}

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
        let document = Document::read(plain, style)?;
        check(document, style).map(|checked| Self(Arc::new(checked)))
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

const OFFICE: Text = bilingual!("unit kerja", "office");
const GOAL: Text = bilingual!("tujuan", "goal");
const OBJECTIVE: Text = bilingual!("sasaran", "objective");
const INDICATOR: Text = bilingual!("indikator", "indicator");
const BUDGET: Text = bilingual!("baris anggaran", "budget line");

fn check(document: Document, style: ReadStyle) -> Result<Checked, Errors> {
    let mut problems = Problems::default();
    let places = places(&document, &mut problems);
    let rules = problems.note(rules(&document)).flatten();
    if let Some(quarter) = document.period.quarter {
        problems.note(in_year(quarter).map_err(|error| error.within("quarter").within("period")));
    }
    refer(&document, &places, &mut problems);
    let above = each(&document.offices, &mut |office| (&office.id, office.parent.as_ref()));
    let offices = tree(&above, &places.offices, "offices", &mut problems);
    let above = each(&document.budget, &mut |line| (&line.id, line.parent.as_ref()));
    let budget = tree(&above, &places.budget, "budget", &mut problems);
    let mut indicators = Vec::with_capacity(document.indicators.len());
    for (place, indicator) in document.indicators.iter().enumerate() {
        let measured = measured(indicator, &document, style, rules.as_ref());
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
    let needs = references::needs(&document, &places, &mut problems);
    let order = match order(&needs) {
        Ok(order) => references::entries(&document, &order),
        Err(circle) => {
            let names = each(&circle, &mut |place| references::name(&document, *place));
            let path = names.first().cloned().unwrap_or_default();
            problems.add(circular(&names).within("formula").within(&path));
            Vec::new()
        }
    };
    problems.done()?;
    Ok(Checked { document, rules, indicators, offices, budget, order, places })
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

/// Where everything stands; ids that are used twice are noted.
fn places(document: &Document, problems: &mut Problems) -> Places {
    fn of<T>(entries: &[T], id: &dyn Fn(&T) -> &Id, list: &str, problems: &mut Problems) -> Lookup {
        of_ids(&each(entries, &mut |entry| id(entry).as_str()), list, problems)
    }
    fn of_ids(ids: &[&str], list: &str, problems: &mut Problems) -> Lookup {
        let lookup = Lookup::new(ids);
        // In the order of the document, the first of the same id being no mistake.
        let mut twice = vec![false; ids.len()];
        for place in lookup.repeated() {
            if let Some(twice) = twice.get_mut(place) {
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

/// Every reference that leads nowhere.
fn refer(document: &Document, places: &Places, problems: &mut Problems) {
    let mut known = |id: Option<&Id>, ids: &Lookup, kind: Text, field: &str, place: usize, list: &str| {
        if let Some(id) = id
            && ids.get(id.as_str()).is_none()
        {
            let error = Error::new(Code::UnknownReference).text("id", id.as_str()).word("kind", field_tag(kind), kind);
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
}

/// The stable tag of what is referred to: its English word.
fn field_tag(kind: Text) -> &'static str {
    kind.get(Language::English)
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

fn in_year(quarter: u32) -> Result<u32, Error> {
    if (1..=4).contains(&quarter) {
        Ok(quarter)
    } else {
        Err(Error::new(Code::InvalidQuarter).text("value", &count(u64::from(quarter))))
    }
}

/// What an indicator's texts mean.
fn measured(
    indicator: &Indicator,
    document: &Document,
    style: ReadStyle,
    rules: Option<&RuleSet>,
) -> Result<Measured, Errors> {
    let mut problems = Problems::default();
    let target = problems.note(target(indicator.target.as_ref().map(|t| &t.0), style, indicator.polarity));
    let realization = given(indicator.realization.as_ref(), indicator.realization_state, indicator.carried_from);
    let realization = problems.note(realization.map_err(|error| error.within("realization")));
    let quarters = problems.note(quarters(indicator));
    let previous = problems.note(previous(indicator, document, style));
    let mut renstra = Vec::new();
    for (place, plan) in indicator.renstra.iter().enumerate() {
        let target = self::target(Some(&plan.target.0), style, indicator.polarity);
        let target = problems.note(target.map_err(|errors| errors.at(place).within("renstra")));
        if renstra.iter().any(|(year, _)| *year == plan.year) {
            problems.add(year_twice(plan.year.get()).at(place).within("renstra"));
        }
        if let Some((target, _)) = target {
            let place = renstra.partition_point(|(year, _)| *year <= plan.year);
            renstra.insert(place, (plan.year, target));
        }
    }
    if let Some(weight) = indicator.weight.as_ref().and_then(Quantity::value)
        && weight.is_negative()
    {
        problems.add(Error::new(Code::NegativeWeight).number("value", weight).within("weight"));
    }
    if let (Some(rules), Some(overrides)) = (rules, &indicator.overrides) {
        problems.note(rules.with(&overrides.0).map_err(|errors| errors.within("overrides")));
    }
    problems.done()?;
    let (target, mark) = target.unwrap_or((Target::None, None));
    let own = indicator.realization.as_ref().and_then(|quantity| quantity.reading().footnote.clone());
    let mut footnotes = indicator.footnotes.clone();
    for mark in mark.into_iter().chain(own) {
        // A mark whose text stands among the footnotes is told by it.
        if !footnotes.iter().any(|footnote| footnote.starts_with(&mark)) {
            footnotes.push(mark);
        }
    }
    Ok(Measured {
        target,
        realization: realization.flatten(),
        footnotes,
        quarters: quarters.unwrap_or_default(),
        previous: previous.unwrap_or_default(),
        renstra,
    })
}

/// A target, and the footnote mark behind it.
fn target(written: Option<&Plain>, style: ReadStyle, polarity: Polarity) -> Result<(Target, Option<String>), Errors> {
    let Some(written) = written else { return Ok((Target::None, None)) };
    let (target, reading) = written::target(written, style, polarity).map_err(|errors| errors.within("target"))?;
    Ok((target, reading.and_then(|reading| reading.footnote)))
}

/// A realization that is given; nothing where the document says nothing at all.
fn given(
    quantity: Option<&Quantity>,
    state: Option<State>,
    carried_from: Option<super::Year>,
) -> Result<Option<Realization>, Error> {
    if quantity.is_none() && state.is_none() && carried_from.is_none() {
        return Ok(None);
    }
    let value = quantity.map(|quantity| (quantity.reading().clone(), written::text_of(quantity.written())));
    written::realization(value, state, carried_from.map(super::Year::get)).map(Some)
}

/// The quarters in their order. A target of zero, like a blank, is no target in that quarter.
fn quarters(indicator: &Indicator) -> Result<Vec<InQuarter>, Errors> {
    let mut problems = Problems::default();
    let mut quarters: Vec<InQuarter> = Vec::new();
    for (place, quarter) in indicator.quarters.iter().enumerate() {
        let at = |error: Error, field: &str| error.within(field).at(place).within("quarters");
        problems.note(in_year(quarter.quarter).map_err(|error| at(error, "quarter")));
        if quarters.iter().any(|other| other.quarter == quarter.quarter) {
            let error = Error::new(Code::DuplicateQuarter).text("quarter", &count(u64::from(quarter.quarter)));
            problems.add(at(error, "quarter"));
        }
        let realization = given(quarter.realization.as_ref(), quarter.realization_state, None);
        let realization = problems.note(realization.map_err(|error| at(error, "realization")));
        let place = quarters.partition_point(|other| other.quarter <= quarter.quarter);
        quarters.insert(
            place,
            InQuarter {
                quarter: quarter.quarter,
                target: quarter.target.as_ref().and_then(Quantity::value).filter(|target| !target.is_zero()),
                realization: realization.flatten().unwrap_or(Realization::NotMeasured),
            },
        );
    }
    problems.done()?;
    Ok(quarters)
}

/// Earlier years, the latest first.
fn previous(indicator: &Indicator, document: &Document, style: ReadStyle) -> Result<Vec<Earlier>, Errors> {
    let mut problems = Problems::default();
    let mut previous: Vec<Earlier> = Vec::new();
    let now = document.period.year;
    for (place, EarlierYear { year, target, realization, realization_state }) in indicator.previous.iter().enumerate() {
        let at = |errors: Errors| errors.at(place).within("previous");
        if *year >= now {
            let error = Error::new(Code::YearNotEarlier).text("year", &count(u64::from(year.get())));
            problems.add(at(error.text("period", &count(u64::from(now.get()))).within("year").into()));
        }
        if previous.iter().any(|other| other.year == *year) {
            problems.add(at(year_twice(year.get()).into()));
        }
        let target = self::target(target.as_ref().map(|t| &t.0), style, indicator.polarity);
        let target = problems.note(target.map_err(at));
        let given = given(realization.as_ref(), *realization_state, None);
        let realization = problems.note(given.map_err(|error| at(error.within("realization").into())));
        let place = previous.partition_point(|other| other.year >= *year);
        previous.insert(
            place,
            Earlier {
                year: *year,
                target: target.map_or(Target::None, |(target, _)| target),
                realization: realization.flatten().unwrap_or(Realization::NotMeasured),
            },
        );
    }
    problems.done()?;
    Ok(previous)
}

fn year_twice(year: u16) -> Error {
    Error::new(Code::DuplicateYear).text("year", &count(u64::from(year))).within("year")
}

/// Whether a quantity is a percentage.
pub(crate) fn is_percent(quantity: &Quantity) -> bool {
    quantity.reading().percent && matches!(quantity.reading().content, Content::Number(_))
}

impl serde::Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Plain::from(self).serialize(serializer)
    }
}
