//! What one changed value does to every figure above it.

use super::{Evaluation, evaluate};
use crate::error::{Code, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::measure::Value;
use crate::outcome::Outcome;
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::report::Report;
use crate::text::parts;

/// A figure that a change made different.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Its key.
    pub key: String,
    /// What it was; nothing where it was not there.
    pub before: Option<Outcome<Value>>,
    /// What it is then; nothing where it is no longer there.
    pub after: Option<Outcome<Value>>,
}

/// What becomes of a report when some of its values are replaced: the evaluation then, and every figure that differs, in
/// the order of the document.
///
/// `changes` names values by their path: `{"indicators.iku-1.realization": "95,00", "budget.p1.spending": "0"}`.
///
/// # Errors
///
/// [`Code::UnknownReference`] for a path that leads nowhere, and everything that [`evaluate`] and loading refuse.
pub fn what_if(evaluation: &Evaluation, changes: &Record) -> Result<(Evaluation, Vec<Changed>), Errors> {
    let mut document = Plain::from(evaluation.report());
    for (path, value) in changes {
        put(&mut document, path, value.clone()).map_err(|error| error.within("changes"))?;
    }
    let report = Report::from_plain(&document)?;
    let after = evaluate(&report, Some(evaluation.rules()))?;
    let mut changed = Vec::new();
    for figure in evaluation.figures() {
        let now = after.figure(figure.key()).map(super::Figure::outcome);
        let before = figure.outcome();
        if now.as_ref() != Some(&before) {
            changed.push(Changed { key: figure.key().to_owned(), before: Some(before), after: now });
        }
    }
    for figure in after.figures() {
        if evaluation.figure(figure.key()).is_none() {
            changed.push(Changed { key: figure.key().to_owned(), before: None, after: Some(figure.outcome()) });
        }
    }
    Ok((after, changed))
}

/// Puts a value into a document: `LIST.ID.FIELD`, or `LIST.ID.LIST.KEY.FIELD` for quarters and years.
fn put(document: &mut Plain, path: &str, value: Plain) -> Result<(), Error> {
    const NOWHERE: Text = bilingual!("isian", "field");
    let unknown =
        || Error::new(Code::UnknownReference).text("id", path).word("kind", NOWHERE.get(Language::English), NOWHERE);
    let mut steps = parts(path, '.');
    let field = steps.pop().filter(|_| !steps.is_empty()).ok_or_else(unknown)?;
    let mut place = document;
    let mut steps = steps.into_iter();
    while let Some(list) = steps.next() {
        let Plain::Record(record) = place else { return Err(unknown()) };
        let Some(Plain::List(entries)) = record.get_mut(list) else { return Err(unknown()) };
        let id = steps.next().ok_or_else(unknown)?;
        let is_it = |entry: &Plain| {
            let Plain::Record(record) = entry else { return false };
            match (record.get("id"), record.get("quarter").or_else(|| record.get("year"))) {
                (Some(Plain::Text(known)), _) => known == id,
                (_, Some(Plain::Count(known))) => crate::text::count(*known) == id,
                _ => false,
            }
        };
        place = entries.iter_mut().find(|entry| is_it(entry)).ok_or_else(unknown)?;
    }
    let Plain::Record(record) = place else { return Err(unknown()) };
    record.insert(field.to_owned(), value);
    Ok(())
}
