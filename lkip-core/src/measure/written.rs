//! Targets and realizations as a form, a sheet or a document writes them.

use super::{Measurement, Realization, Target};
use crate::error::{Code, Error, Errors};
use crate::number::{Content, Number, ReadStyle, Reading, Relation, read};
use crate::plain::{Fields, Plain, choices, choose, number};
use crate::prelude::*;
use crate::rules::Polarity;
use crate::text::count;

choices! {
    /// The states of a realization that has no value of its own.
    pub enum State {
        /// A value was measured.
        Measured = "measured" | "terukur",
        /// Nothing was measured or reported.
        NotMeasured = "not_measured" | "belum_diukur",
        /// The activity was not carried out.
        NotCarriedOut = "not_carried_out" | "tidak_dilaksanakan",
        /// The value is the last one of an earlier year.
        CarriedForward = "carried_forward" | "nilai_terakhir",
    }
}

/// One text or number, read.
pub(crate) fn reading(plain: &Plain, style: ReadStyle) -> Result<Reading, Error> {
    match plain {
        Plain::Text(text) => read(text, style),
        other => Ok(Reading::of(Content::Number(number(other)?))),
    }
}

/// One number out of a text or a number.
pub(crate) fn one_number(plain: &Plain, style: ReadStyle) -> Result<Number, Error> {
    let reading = reading(plain, style)?;
    reading.number(&text_of(plain))
}

/// A value as it was written, for a message.
pub(crate) fn text_of(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.clone(),
        Plain::Number(number) => number.text(),
        _ => String::new(),
    }
}

const REALIZATION: &[&str] = &["realization", "realisasi"];
const YEAR: &[&str] = &["carried_from", "dari_tahun"];

/// What is measured: target, realization and its state, polarity, footnotes.
pub(crate) fn measurement(fields: &mut Fields<'_>, style: ReadStyle) -> Option<Measurement> {
    let polarity = fields.optional(&["polarity", "polaritas"], choose::<Polarity>).unwrap_or(Polarity::Higher);
    let target = fields.optional(&["target", "rencana", "target_tahunan"], |p| target(p, style, polarity));
    let value = fields.optional(REALIZATION, |p| Ok::<_, Error>((reading(p, style)?, text_of(p))));
    let state = fields.optional(&["realization_state", "keadaan_realisasi"], choose::<State>);
    let year = fields.optional(YEAR, year);
    let (target, target_reading) = target.unwrap_or((Target::None, None));
    let reading = value.as_ref().map(|(reading, _)| reading);
    let mut marks = Vec::new();
    for reading in &[target_reading.as_ref(), reading] {
        if let Some(mark) = reading.and_then(|reading| reading.footnote.as_ref()) {
            marks.push(mark.clone());
        }
    }
    let same_unit = same_unit(target_reading.as_ref(), reading);
    let realization = realization(value, state, year);
    let name = fields.written(REALIZATION);
    fields.problems().note(same_unit.map_err(|error| error.within(name)));
    let realization = fields.problems().note(realization.map_err(|error| error.within(name)))?;
    Some(Measurement { target, realization, polarity, footnotes: marks })
}

pub(crate) fn target(plain: &Plain, style: ReadStyle, polarity: Polarity) -> Result<(Target, Option<Reading>), Errors> {
    if let Plain::Record(_) = plain {
        let mut f = Fields::open(plain)?;
        let low = f.required(&["low", "batas_bawah"], |p| one_number(p, style));
        let high = f.required(&["high", "batas_atas"], |p| one_number(p, style));
        let (low, high) = f.done(|| Some((low?, high?)))?;
        return Ok((Target::range(low, high)?, None));
    }
    let reading = reading(plain, style)?;
    if let Content::Range { low, high } = reading.content {
        return Ok((Target::range(low, high)?, Some(reading)));
    }
    match promised(&reading.content, polarity) {
        Some(target) => Ok((target, Some(reading))),
        None => Err(reading
            .number(&text_of(plain))
            .map_or_else(Errors::from, |_| Error::new(Code::NotANumber).text("text", &text_of(plain)).into())),
    }
}

/// What a text promises; nothing where it promises nothing that can be measured.
pub(crate) fn promised(content: &Content, polarity: Polarity) -> Option<Target> {
    match content {
        Content::Number(value) => Some(Target::Value(*value)),
        Content::Range { low, high } => Target::range(*low, *high).ok(),
        // "minimal 85 %" promises 85 or more, which is what a target means where higher is better.
        Content::Bound { relation: Relation::AtLeast, value } if polarity == Polarity::Higher => {
            Some(Target::Value(*value))
        }
        Content::Bound { relation: Relation::AtMost, value } if polarity == Polarity::Lower => {
            Some(Target::Value(*value))
        }
        Content::Blank | Content::Dash | Content::NotAvailable => Some(Target::None),
        Content::Bound { .. } | Content::Words => None,
    }
}

pub(crate) fn realization(
    value: Option<(Reading, String)>,
    state: Option<State>,
    year: Option<u16>,
) -> Result<Realization, Error> {
    let number = match &value {
        Some((reading, text)) => match reading.content {
            Content::Blank | Content::Dash | Content::NotAvailable => None,
            _ => Some(reading.number(text)?),
        },
        None => None,
    };
    let state = state.unwrap_or(match (number, year) {
        (_, Some(_)) => State::CarriedForward,
        (Some(_), None) => State::Measured,
        (None, None) => State::NotMeasured,
    });
    if let (Some(year), State::Measured | State::NotMeasured | State::NotCarriedOut) = (year, state) {
        return Err(Error::new(Code::YearWithState)
            .text("year", &count(u64::from(year)))
            .text("state", state.as_str()));
    }
    in_state(number, state, year)
}

/// A number, or none, in a state.
pub(crate) fn in_state(number: Option<Number>, state: State, year: Option<u16>) -> Result<Realization, Error> {
    match (state, number) {
        (State::Measured, Some(value)) => Ok(Realization::Measured(value)),
        (State::CarriedForward, Some(value)) => Ok(Realization::CarriedForward { value, year }),
        (State::NotMeasured, None) => Ok(Realization::NotMeasured),
        (State::NotCarriedOut, None) => Ok(Realization::NotCarriedOut),
        // A zero that only says "nothing was done" loses nothing.
        (State::NotCarriedOut, Some(value)) if value.is_zero() => Ok(Realization::NotCarriedOut),
        (State::NotMeasured | State::NotCarriedOut, Some(value)) => {
            Err(Error::new(Code::ValueWithState).number("value", value).text("state", state.as_str()))
        }
        (State::Measured | State::CarriedForward, None) => {
            Err(Error::new(Code::StateWithoutValue).text("state", state.as_str()))
        }
    }
}

/// The years that a document or a form can name.
pub(crate) const YEARS: core::ops::RangeInclusive<u16> = 1900..=2999;

pub(crate) fn year(plain: &Plain) -> Result<u16, Error> {
    let year = crate::plain::count(plain)?;
    u16::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))
        .ok_or_else(|| Error::new(Code::InvalidYear).text("found", &count(u64::from(year))))
}

/// Twelve months against one year are no 8,33 %.
pub(crate) fn same_unit(target: Option<&Reading>, realization: Option<&Reading>) -> Result<(), Error> {
    match (target.and_then(unit), realization.and_then(unit)) {
        (Some(target), Some(realization)) => same_units(&target, &realization),
        _ => Ok(()),
    }
}

pub(crate) fn same_units(target: &str, realization: &str) -> Result<(), Error> {
    if target == realization {
        return Ok(());
    }
    Err(Error::new(Code::UnitMismatch).text("target", target).text("realization", realization))
}

/// The unit that a text names.
pub(crate) fn unit(reading: &Reading) -> Option<String> {
    match &reading.unit {
        Some(unit) => Some(unit.to_ascii_lowercase()),
        None if reading.percent => Some("%".to_owned()),
        None if reading.rupiah => Some("rupiah".to_owned()),
        None => None,
    }
}
