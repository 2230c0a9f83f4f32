//! `measure`: the achievement of every row of a table, and the averages of its groups.

use super::options::LANGUAGE;
use super::{Call, ErrorsAnswer};
use crate::batch::{Averages, GroupCoverage, Percentages, Polarities};
use crate::error::{Code, Error, Errors};
use crate::explain::display_percent;
use crate::frame::{
    Asked, Cell, Grouping, Inputs, PolarityOf, Ready, Role, Roles, TextColumn, Values, place_of, polarities, states,
};
use crate::language::Language;
use crate::number::{Number, ReadStyle, Style};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::plain::{
    Fields, Plain, Problems, Record, choices, choose, list, number, owned_text, serialize_as_plain, text,
};
use crate::prelude::*;
use crate::rules::RuleSet;

choices! {
    /// The parts of an answer to `measure` that are only told when asked for.
    pub enum MeasurePart {
        /// The exact percentages, as fractions.
        Exact = "exact" | "eksak",
    }
}

/// What `measure` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureAnswer {
    /// The headings of the columns that were measured, by what they are.
    pub columns: Vec<(Role, String)>,
    /// The decimal places of the percentages.
    pub places: u32,
    /// Every row, in the order of the table.
    pub rows: Vec<MeasuredRow>,
    /// The groups, in the order in which they first appear; none where the call names no columns to group by.
    pub groups: Vec<MeasuredGroup>,
    /// The language of the answer.
    pub language: Language,
}

/// What a row gives, or a group.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredRow {
    /// The reported percentage, or how it ended without one.
    pub percent: Outcome<Number>,
    /// The exact percentage as a fraction, where it was asked for.
    pub exact: Option<String>,
    /// The label of the category.
    pub category: Option<String>,
    /// Why there is no percentage, or why a percentage has no category on the scale of its rules.
    pub reason: Option<Reason>,
    /// What is wrong with cells of the row that cannot be read.
    pub errors: Vec<Error>,
}

/// What a group gives.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredGroup {
    /// What its rows have in common, by headings.
    pub by: Vec<(String, Option<String>)>,
    /// The average.
    pub average: MeasuredRow,
    /// How many of its rows count.
    pub coverage: GroupCoverage,
}

const COLUMNS: &[&str] = &["columns", "kolom"];

pub(super) fn answer(call: &Call) -> Result<MeasureAnswer, Errors> {
    let mut f = call.open()?;
    let language = f.optional(LANGUAGE, choose).unwrap_or_default();
    let include = f.optional(&["include", "sertakan"], |p| list(p, choose::<MeasurePart>));
    let exact = include.unwrap_or_default().contains(&MeasurePart::Exact);
    let styles = f.optional(&["style", "gaya"], styles).unwrap_or_default();
    let asked = Headings {
        target: f.optional(&["target"], text),
        realization: f.optional(&["realization", "realisasi"], text),
        polarity: f.optional(&["polarity", "polaritas"], text),
        state: f.optional(&["realization_state", "keadaan_realisasi"], text),
        weight: f.optional(&["weight", "bobot"], text),
        by: f.optional(&["by", "per"], headings).unwrap_or_default(),
    };
    let columns = f.required(COLUMNS, frame);
    let rules = call.rules(&mut f);
    let (columns, rules) = f.done(|| Some((columns?, rules?)))?;
    let known = each(&columns, &mut |(heading, _)| *heading);
    let mut problems = Problems::default();
    for (heading, _) in &styles {
        if let Some(heading) = heading {
            problems.note(place_of(&known, heading).map_err(|error| error.within("style")));
        }
    }
    problems.done()?;
    Frame { columns, styles }.measure(&asked, &rules, exact, language)
}

/// What a call names.
struct Headings<'a> {
    target: Option<&'a str>,
    realization: Option<&'a str>,
    polarity: Option<&'a str>,
    state: Option<&'a str>,
    weight: Option<&'a str>,
    by: Vec<&'a str>,
}

/// One heading, or several.
fn headings(plain: &Plain) -> Result<Vec<&str>, Errors> {
    match plain {
        Plain::List(_) => list(plain, text),
        one => Ok(vec![text(one)?]),
    }
}

/// One style for all columns, or one for each heading.
type Styles = Vec<(Option<String>, Style)>;

fn styles(plain: &Plain) -> Result<Styles, Errors> {
    let Plain::Record(record) = plain else { return Ok(vec![(None, choose(plain)?)]) };
    let (mut problems, mut styles) = (Problems::default(), Vec::new());
    for (heading, style) in record.iter() {
        let style = problems.note(choose(style).map_err(|error| error.within(heading)));
        append(&mut styles, style.map(|style| (Some(heading.to_owned()), style)));
    }
    problems.done().map(|()| styles)
}

/// The columns of a frame as they were given.
type Given<'a> = Vec<(&'a str, &'a [Plain])>;

fn frame(plain: &Plain) -> Result<Given<'_>, Errors> {
    // What is no record is refused in its own words.
    Fields::open(plain)?;
    let (mut problems, mut columns) = (Problems::default(), Vec::new());
    if let Plain::Record(record) = plain {
        for (heading, cells) in record.iter() {
            match cells {
                Plain::List(cells) => columns.push((heading, cells.as_slice())),
                other => {
                    let refused = list(other, |_| Ok::<_, Error>(()));
                    problems.note(refused.map_err(|errors| errors.within(heading)));
                }
            }
        }
    }
    problems.done().map(|()| columns)
}

struct Frame<'a> {
    columns: Given<'a>,
    styles: Styles,
}

impl<'a> Frame<'a> {
    fn measure(
        &self,
        asked: &Headings<'_>,
        rules: &RuleSet,
        exact: bool,
        language: Language,
    ) -> Result<MeasureAnswer, Errors> {
        let headings = each(&self.columns, &mut |(heading, _)| *heading);
        let Headings { target, realization, polarity, state, weight, by } = asked;
        let (target, realization, polarity) = (*target, *realization, *polarity);
        let asked = Asked { target, realization, polarity, state: *state, weight: *weight, by };
        let roles = Roles::find(&headings, &asked)?;
        let mut problems = Problems::default();
        let target = problems.note(self.numbers(roles.target));
        let realization = problems.note(self.numbers(roles.realization));
        let weights = roles.weight.and_then(|place| problems.note(self.numbers(place)));
        let ways = match roles.polarity {
            PolarityOf::All(_) => None,
            PolarityOf::Column(place) => problems.note(self.words(place, polarities)),
        };
        let states = roles.state.and_then(|place| problems.note(self.words(place, states)));
        let keys = problems.note(self.keys(&roles.by));
        problems.done()?;
        let (Some(target), Some(realization), Some(keys)) = (target, realization, keys) else {
            // Without a problem there is a table to measure.
            return Err(Error::new(Code::ColumnNotFound).into());
        };
        let mut inputs = Inputs::new(Values::Text(&target), Values::Text(&realization));
        inputs = inputs.states(states.as_deref().unwrap_or_default());
        inputs = match (&ways, roles.polarity) {
            (Some(ways), _) => inputs.polarities(Polarities::Each(ways)),
            (None, PolarityOf::All(polarity)) => inputs.polarities(Polarities::All(polarity)),
            (None, PolarityOf::Column(_)) => inputs,
        };
        if let Some(weights) = &weights {
            inputs = inputs.weights(Values::Text(weights));
        }
        let ready = inputs.ready()?;
        let table = ready.table();
        let percentages = table.achievements(rules)?;
        let rows = (0..table.len()).map(|row| of_row(&percentages, row, exact, &ready)).collect();
        let grouping = Grouping::by(keys);
        let groups = if roles.by.is_empty() {
            Vec::new()
        } else {
            let averages = table.averages(rules, grouping.groups())?;
            let mut groups = Vec::with_capacity(grouping.first().len());
            for (group, first) in grouping.first().iter().enumerate() {
                let average = of_group(&averages, group, exact)?;
                let coverage = averages.coverage(group);
                groups.push(MeasuredGroup { by: self.common(&roles.by, *first), average, coverage });
            }
            groups
        };
        Ok(MeasureAnswer { columns: self.named(&roles), places: percentages.places(), rows, groups, language })
    }

    fn column(&self, place: usize) -> (&'a str, &'a [Plain]) {
        self.columns.get(place).copied().unwrap_or_default()
    }

    /// The headings that were found.
    fn named(&self, roles: &Roles) -> Vec<(Role, String)> {
        let polarity = match roles.polarity {
            PolarityOf::Column(place) => Some(place),
            PolarityOf::All(_) => None,
        };
        let places = [
            (Role::Target, Some(roles.target)),
            (Role::Realization, Some(roles.realization)),
            (Role::Polarity, polarity),
            (Role::State, roles.state),
            (Role::Weight, roles.weight),
        ];
        some_of(&places, &mut |(role, place)| Some((*role, self.column((*place)?).0.to_owned())))
    }

    fn numbers(&self, place: usize) -> Result<TextColumn, Errors> {
        let (heading, cells) = self.column(place);
        let mut problems = Problems::default();
        let mut read = Vec::with_capacity(cells.len());
        for (row, plain) in cells.iter().enumerate() {
            let cell = cell(plain).map_err(|error| error.at(row).within(heading).within("columns"));
            append(&mut read, problems.note(cell));
        }
        problems.done()?;
        let declared = self.styles.iter().find(|(of, _)| of.as_deref().is_none_or(|of| of == heading));
        let style = declared.map_or(ReadStyle::Detect, |(_, style)| ReadStyle::Declared(*style));
        Ok(TextColumn::read(read.into_iter(), style))
    }

    fn words<T>(
        &self,
        place: usize,
        read: impl Fn(Vec<Option<&'a str>>, &str) -> Result<Vec<T>, Errors>,
    ) -> Result<Vec<T>, Errors> {
        let (heading, cells) = self.column(place);
        let mut problems = Problems::default();
        let mut words = Vec::with_capacity(cells.len());
        for (row, plain) in cells.iter().enumerate() {
            let word = if plain.is_null() { Ok(None) } else { text(plain).map(Some) };
            append(&mut words, problems.note(word.map_err(|error| error.at(row).within(heading).within("columns"))));
        }
        problems.done()?;
        read(words, heading).map_err(|errors| errors.within("columns"))
    }

    /// The keys of all rows.
    fn keys(&self, by: &[usize]) -> Result<Vec<Vec<Option<String>>>, Errors> {
        let rows = by.first().map_or(0, |place| self.column(*place).1.len());
        let mut keys: Vec<Vec<Option<String>>> = vec![Vec::new(); rows];
        let mut problems = Problems::default();
        for place in by {
            let (heading, cells) = self.column(*place);
            for (row, plain) in cells.iter().enumerate() {
                let key = problems.note(key(plain).map_err(|error| error.at(row).within(heading).within("columns")));
                if let (Some(keys), Some(key)) = (keys.get_mut(row), key) {
                    keys.push(key);
                }
            }
        }
        problems.done().map(|()| keys)
    }

    /// What the rows of a group have in common.
    fn common(&self, by: &[usize], row: usize) -> Vec<(String, Option<String>)> {
        let of = |place: &usize| {
            let (heading, cells) = self.column(*place);
            let key = cells.get(row).and_then(|plain| key(plain).ok()).flatten();
            (heading.to_owned(), key)
        };
        by.iter().map(of).collect()
    }
}

fn cell(plain: &Plain) -> Result<Cell<'_>, Error> {
    match plain {
        Plain::Null => Ok(Cell::Absent),
        Plain::Text(text) => Ok(Cell::Text(text)),
        other => number(other).map(Cell::Number),
    }
}

/// The key of a row in one column. Where there is nothing, there is none.
fn key(plain: &Plain) -> Result<Option<String>, Error> {
    match plain {
        Plain::Null => Ok(None),
        Plain::Text(_) => owned_text(plain).map(Some),
        other => number(other).map(|number| Some(number.text())),
    }
}

fn of_row(percentages: &Percentages<'_>, row: usize, exact: bool, ready: &Ready<'_>) -> MeasuredRow {
    let errors = ready.errors().iter().filter(|(of, _)| *of == row).map(|(_, error)| error.clone()).collect();
    // Only what says more than a percentage is asked of the row alone.
    let alone = || percentages.achievement(row);
    let percent = match percentages.percent(row) {
        Some(percent) => Outcome::Computed(percent),
        None => match alone().as_ref().and_then(|alone| alone.outcome().reason()) {
            Some(reason) => reason.clone().end(),
            None => Reason::new(percentages.outcome(row).reason().unwrap_or(ReasonCode::Unreadable)).end(),
        },
    };
    let no_category = || percentages.reason(row).and_then(|_| alone()?.category().reason().cloned());
    let reason = percent.reason().cloned().or_else(no_category);
    let category = percentages.category(row).map(|category| category.label.clone());
    let exact = exact.then(|| alone().and_then(|alone| alone.exact().map(|exact| exact.text()))).flatten();
    MeasuredRow { percent, exact, category, reason, errors }
}

fn of_group(averages: &Averages<'_>, group: usize, exact: bool) -> Result<MeasuredRow, Errors> {
    let reason = averages.reason(group)?;
    let percent = match (averages.percent(group), &reason) {
        (Some(percent), _) => Outcome::Computed(percent),
        (None, Some(reason)) => reason.clone().end(),
        (None, None) => Reason::new(ReasonCode::NothingToAverage).end(),
    };
    let alone = if exact { averages.average(group)? } else { None };
    let exact = alone.as_ref().and_then(|average| average.outcome().value()).map(|percent| percent.exact.text());
    let category = averages.category(group).map(|category| category.label.clone());
    Ok(MeasuredRow { percent, exact, category, reason, errors: Vec::new() })
}

fn put(record: &mut Record, row: &MeasuredRow, language: Language) {
    record.text("outcome", row.percent.tag());
    if let Outcome::Computed(percent) = &row.percent {
        record.put("percent", *percent);
        record.put("display", display_percent(*percent, language));
    }
    record.maybe("exact", row.exact.as_ref());
    record.maybe("category", row.category.as_ref());
    record.maybe("reason", row.reason.as_ref().map(|reason| reason.report(language)).as_ref());
    if let Some(errors) = Errors::collect(row.errors.clone()) {
        let Plain::Record(mut refused) = Plain::from(&ErrorsAnswer { errors, language }) else { return };
        record.maybe("errors", refused.remove("errors"));
    }
}

impl From<&MeasureAnswer> for Plain {
    fn from(answer: &MeasureAnswer) -> Self {
        let language = answer.language;
        let mut record = super::computed();
        let columns: Record =
            answer.columns.iter().map(|(role, heading)| (role.as_str().to_owned(), Self::from(heading))).collect();
        record.put("columns", columns);
        record.put("places", answer.places);
        let rows = each(&answer.rows, &mut |row| {
            let mut record = Record::new();
            put(&mut record, row, language);
            Self::Record(record)
        });
        record.put("rows", rows);
        let groups = each(&answer.groups, &mut |group| {
            let mut record = Record::new();
            let by =
                group.by.iter().map(|(heading, key)| (heading.clone(), key.as_ref().map_or(Self::Null, Self::from)));
            record.put("by", by.collect::<Record>());
            put(&mut record, &group.average, language);
            record.put("used", group.coverage.used);
            record.put("total", group.coverage.total);
            record.put("as_zero", group.coverage.as_zero);
            Self::Record(record)
        });
        record.some("groups", groups);
        Self::Record(record)
    }
}

serialize_as_plain!(MeasureAnswer);
