//! `measure`: the achievement of every row of a frame, or the average of its groups.

use arrow_array::Int64Array;
use lkip_core::Errors;
use lkip_core::batch::Polarities;
use lkip_core::frame::{self, Asked, Inputs, Made, PolarityOf, Roles};
use pyo3::prelude::*;
use std::sync::Arc;

use super::column::MeasuredColumn;
use super::given::{Given, wrong};
use super::keys;
use super::made::{Labels, Results};
use super::named::Named;
use super::numbers::Numbers;
use super::said::{Said, mistakes};
use super::texts::Texts;
use super::threads;
use super::work::Work;
use crate::input::Mistake;
use crate::request::Fields;

/// The columns that are measured.
struct Columns<'py> {
    target: Column<'py>,
    realization: Column<'py>,
    polarity: Option<Column<'py>>,
    state: Option<Column<'py>>,
    weight: Option<Column<'py>>,
    by: Vec<Column<'py>>,
}

/// What reads a column of a heading.
type Reader<'py> = fn(&Bound<'py, PyAny>, &str) -> PyResult<Given<'py>>;

/// A column with its heading.
struct Column<'py> {
    heading: String,
    given: Given<'py>,
}

/// Measures a frame of which there are headings, and a function that gives the column of a place. What it gives are the new
/// columns, and for groups the first row of each and the places of the columns that they have in common.
#[pyfunction(name = "_measure")]
pub(crate) fn measure<'py>(
    headings: Vec<String>,
    column: &Bound<'py, PyAny>,
    fields: &Fields<'py>,
    named: Named<'py>,
) -> PyResult<(Vec<MeasuredColumn>, MeasuredColumn, Vec<usize>)> {
    let py = column.py();
    let said = Said::read(fields, &named)?;
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let by: Vec<&str> = named.by.iter().map(String::as_str).collect();
    let asked = Asked {
        target: named.target.as_deref(),
        realization: named.realization.as_deref(),
        polarity: named.polarity.as_deref(),
        state: named.state.as_deref(),
        weight: named.weight.as_deref(),
        by: &by,
    };
    let roles = Roles::find(&headings, &asked).map_err(|errors| said.errors(py, errors))?;
    said.check_headings(py, &headings)?;
    let staying = if by.is_empty() { &headings } else { &by };
    let made = frame::made(staying, !by.is_empty(), named.exact).map_err(|errors| said.errors(py, errors))?;
    let read = |place: usize, given: Reader<'py>| {
        let heading = headings.get(place).copied().unwrap_or_default().to_owned();
        let given = given(&column.call1((place,))?, &heading)?;
        PyResult::Ok(Column { heading, given })
    };
    let get = |place: usize| read(place, Given::new);
    let columns = Columns {
        target: get(roles.target)?,
        realization: get(roles.realization)?,
        polarity: match roles.polarity {
            PolarityOf::Column(place) => Some(get(place)?),
            PolarityOf::All(_) => None,
        },
        state: roles.state.map(get).transpose()?,
        // Rows by themselves are not weighed.
        weight: roles.weight.filter(|_| !by.is_empty()).map(get).transpose()?,
        by: roles.by.iter().map(|place| read(*place, Given::key)).collect::<PyResult<_>>()?,
    };
    let labels = Labels::new(&said.rules);
    let (results, first) = columns.measure(py, roles.polarity, &said, &labels, &named)?;
    let made: Vec<Made> = made.collect();
    let threads = threads::of(named.threads, results.ends.len())?;
    let arrays = py.detach(|| results.columns(&made, &labels, threads.as_deref())).map_err(wrong)?;
    let names = made.iter().map(|made| made.as_str().to_owned());
    let columns = names.zip(arrays).map(|(name, array)| MeasuredColumn::new(name, array)).collect();
    let first = first.iter().map(|row| i64::try_from(*row).unwrap_or(i64::MAX));
    let first = MeasuredColumn::new("row".to_owned(), Arc::new(Int64Array::from_iter_values(first)));
    Ok((columns, first, roles.by))
}

/// What was read, and what is wrong with the cells.
struct Read<'a> {
    said: &'a Said,
    mistakes: Vec<Mistake>,
}

impl Read<'_> {
    fn numbers<'c>(&mut self, py: Python<'_>, column: &'c Column<'_>) -> PyResult<Option<Numbers<'c>>> {
        Ok(match Numbers::read(py, &column.given, &column.heading, self.said)? {
            Ok(numbers) => Some(numbers),
            Err(mistakes) => {
                self.mistakes.extend(mistakes);
                None
            }
        })
    }

    fn words<T>(
        &mut self,
        column: Option<&Column<'_>>,
        read: impl Fn(&Texts<'_>, &str) -> Result<Vec<T>, Errors>,
    ) -> PyResult<Vec<T>> {
        let Some(Column { heading, given }) = column else { return Ok(Vec::new()) };
        let words = Texts::words(given, heading)?;
        Ok(read(&words, heading).unwrap_or_else(|errors| {
            self.mistakes.extend(mistakes(&errors));
            Vec::new()
        }))
    }
}

impl Columns<'_> {
    /// What the rows give, or the groups, and the first row of each group.
    fn measure(
        &self,
        py: Python<'_>,
        polarity: PolarityOf,
        said: &Said,
        labels: &Labels<'_>,
        named: &Named<'_>,
    ) -> PyResult<(Results, Vec<usize>)> {
        let mut read = Read { said, mistakes: Vec::new() };
        let target = read.numbers(py, &self.target)?;
        let realization = read.numbers(py, &self.realization)?;
        let weight = self.weight.as_ref().map(|weight| read.numbers(py, weight)).transpose()?.flatten();
        let ways = read.words(self.polarity.as_ref(), |words, heading| frame::polarities(words.iter(), heading))?;
        let states = read.words(self.state.as_ref(), |words, heading| frame::states(words.iter(), heading))?;
        let (Some(target), Some(realization), true) = (target, realization, read.mistakes.is_empty()) else {
            return Err(said.refused(py, read.mistakes));
        };
        let mut inputs = Inputs::new(target.values(), realization.values()).states(&states);
        inputs = inputs.polarities(match polarity {
            PolarityOf::All(polarity) => Polarities::All(polarity),
            PolarityOf::Column(_) => Polarities::Each(&ways),
        });
        if let Some(weight) = &weight {
            inputs = inputs.weights(weight.values());
        }
        let ready = py.detach(|| inputs.ready()).map_err(|errors| said.errors(py, errors))?;
        let work = Work { py, table: ready.table(), said, labels, named };
        if self.by.is_empty() {
            return work.rows().map(|results| (results, Vec::new()));
        }
        let keys: Vec<&Given<'_>> = self.by.iter().map(|column| &column.given).collect();
        let grouping = keys::grouped(&keys)?;
        work.groups(&grouping).map(|results| (results, grouping.first().to_vec()))
    }
}
