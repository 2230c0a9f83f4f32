//! What the texts of an indicator mean.

use super::document::Document;
use super::indicator::{EarlierYear, Indicator};
use super::quantity::Quantity;
use super::values::Year;
use crate::error::{Code, Error, Errors};
use crate::language::{Text, bilingual};
use crate::measure::written::{self, State};
use crate::measure::{Measurement, Realization, Target};
use crate::number::{Content, Number, ReadStyle};
use crate::plain::{Plain, Problems};
use crate::prelude::*;
use crate::rules::{Polarity, RuleSet};
use crate::text::count;

/// An indicator's values, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What was promised for the period.
    pub target: Target,
    /// What was reached, where it is given.
    pub realization: Option<Realization>,
    /// The footnotes that follow it into every figure.
    pub footnotes: Vec<String>,
    /// Its quarters in their order.
    pub quarters: Vec<InQuarter>,
    /// Earlier years, the latest first.
    pub previous: Vec<Earlier>,
    /// The targets of the strategic plan, in the order of the years.
    pub renstra: Vec<(Year, Target)>,
}

impl Measured {
    /// The target of the period against something that was reached.
    pub(crate) fn against(&self, realization: Realization, polarity: Polarity) -> Measurement {
        Measurement { target: self.target, realization, polarity, footnotes: self.footnotes.clone() }
    }
}

/// A quarter of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct InQuarter {
    /// 1 to 4.
    pub quarter: u32,
    /// Its target; nothing where there is none in that quarter.
    pub target: Option<Number>,
    /// What was reached.
    pub realization: Realization,
}

impl InQuarter {
    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> Text {
        match self.quarter {
            1 => bilingual!("Triwulan I", "Quarter I"),
            2 => bilingual!("Triwulan II", "Quarter II"),
            3 => bilingual!("Triwulan III", "Quarter III"),
            _ => bilingual!("Triwulan IV", "Quarter IV"),
        }
    }
}

/// An indicator in an earlier year.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The year.
    pub year: Year,
    /// What was promised.
    pub target: Target,
    /// What was reached.
    pub realization: Realization,
    /// The achievement in percent, where it is given.
    pub achievement: Option<Number>,
}

/// Whether it is a quarter of a year.
pub(super) fn in_year(quarter: u32) -> Result<u32, Error> {
    if (1..=4).contains(&quarter) {
        Ok(quarter)
    } else {
        Err(Error::new(Code::InvalidQuarter).text("value", &count(u64::from(quarter))))
    }
}

/// What an indicator's texts mean.
///
/// What rests on fields that are malformed is not judged.
pub(super) fn measured(
    indicator: &Indicator,
    document: &Document,
    style: ReadStyle,
    rules: Option<&RuleSet>,
    can_judge: &dyn Fn(&str) -> bool,
) -> Result<Measured, Errors> {
    let mut problems = Problems::default();
    let mut judged = |fields: &[&str], found: Errors| {
        if fields.iter().all(|field| can_judge(field)) {
            problems.add(found);
        }
    };
    let target = target(indicator.target.as_ref().map(|t| &t.0), style, indicator.polarity);
    let target = target.map_err(|errors| judged(&["target", "polarity"], errors)).ok();
    let realization = given(indicator.realization.as_ref(), indicator.realization_state, indicator.carried_from);
    let of_realization = ["realization", "realization_state", "carried_from"];
    let realization = realization.map_err(|error| judged(&of_realization, error.within("realization").into())).ok();
    let quarters = quarters(indicator).map_err(|errors| judged(&["quarters"], errors)).ok();
    let previous =
        previous(indicator, document, style).map_err(|errors| judged(&["previous", "polarity"], errors)).ok();
    let mut renstra = Vec::new();
    for (place, plan) in indicator.renstra.iter().enumerate() {
        let target = self::target(Some(&plan.target.0), style, indicator.polarity);
        let at = |errors: Errors| errors.at(place).within("renstra");
        let target = target.map_err(|errors| judged(&["renstra", "polarity"], at(errors))).ok();
        if renstra.iter().any(|(year, _)| *year == plan.year) {
            judged(&["renstra"], at(year_twice(plan.year.get()).into()));
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
pub(super) fn target(
    written: Option<&Plain>,
    style: ReadStyle,
    polarity: Polarity,
) -> Result<(Target, Option<String>), Errors> {
    let Some(written) = written else { return Ok((Target::None, None)) };
    let (target, reading) = written::target(written, style, polarity).map_err(|errors| errors.within("target"))?;
    Ok((target, reading.and_then(|reading| reading.footnote)))
}

/// A realization that is given; nothing where the document says nothing at all.
fn given(
    quantity: Option<&Quantity>,
    state: Option<State>,
    carried_from: Option<Year>,
) -> Result<Option<Realization>, Error> {
    // A blank says nothing, so that a formula or quarters may; a dash says that there is nothing.
    let blank = quantity.is_none_or(|quantity| quantity.reading().content == Content::Blank);
    if blank && state.is_none() && carried_from.is_none() {
        return Ok(None);
    }
    let value = quantity.map(|quantity| (quantity.reading().clone(), written::text_of(quantity.written())));
    written::realization(value, state, carried_from.map(Year::get)).map(Some)
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
    for (place, earlier) in indicator.previous.iter().enumerate() {
        let EarlierYear { year, target, realization, realization_state, achievement } = earlier;
        let at = |errors: Errors| errors.at(place).within("previous");
        // A period that could not be read has no year.
        if *year >= now && now.get() > 0 {
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
                achievement: achievement.as_ref().and_then(Quantity::value),
            },
        );
    }
    problems.done()?;
    Ok(previous)
}

fn year_twice(year: u16) -> Error {
    Error::new(Code::DuplicateYear).text("year", &count(u64::from(year))).within("year")
}
