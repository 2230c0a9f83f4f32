//! [`Work`]: a table measured part by part, so that who waits sees how far it is and can stop it.

use lkip_core::batch::{MOST_TOLD, Single, Table};
use lkip_core::frame::Grouping;
use lkip_core::rules::Figure;
use lkip_core::{Errors, RuleSet};
use pyo3::prelude::*;
use rayon::ThreadPool;
use std::ops::Range;

use super::made::{Part, Results};
use super::named::Named;
use super::said::{Said, mistakes};
use super::threads;
use crate::input::Mistake;

/// As many rows are measured before anyone looks whether to stop.
const ROWS_AT_ONCE: usize = 1 << 20;

/// So many rows, with what they give, stay in the cache of one processor, and are worth a thread.
const ROWS_IN_CACHE: usize = 1 << 15;

/// The same where each row is measured by itself, for its exact percentage.
const ROWS_ALONE_AT_ONCE: usize = 1 << 15;

/// A table to be measured.
pub(crate) struct Work<'a, 'py> {
    pub(crate) py: Python<'py>,
    pub(crate) table: Table<'a>,
    pub(crate) said: &'a Said,
    pub(crate) named: &'a Named<'py>,
}

impl Work<'_, '_> {
    /// Every row.
    pub(crate) fn rows(&self) -> PyResult<Results> {
        let (table, rules, exact) = (self.table, &self.said.rules, self.named.exact);
        table.check(&rules.into()).map_err(|errors| self.said.errors(self.py, errors))?;
        let rows = table.len();
        let single = Single::new(rules);
        let mut results = Results::for_rows(rows, rules.rounding_of(Figure::Achievement).places());
        let threads = threads::of(self.named.threads, rows)?;
        let threads = threads.as_deref();
        let mut wrong = Vec::new();
        let at_once = if exact { ROWS_ALONE_AT_ONCE } else { ROWS_AT_ONCE };
        for begin in (0..rows).step_by(at_once) {
            let part = begin..rows.min(begin + at_once);
            let measured = self.py.detach(|| measure(table, &single, part.clone(), exact, threads, &mut results));
            if let Err(mistakes) = measured {
                wrong.extend(mistakes);
                if wrong.len() >= MOST_TOLD {
                    break;
                }
            }
            self.tell(part.end)?;
        }
        wrong.truncate(MOST_TOLD);
        if wrong.is_empty() { Ok(results) } else { Err(self.said.refused(self.py, wrong)) }
    }

    /// The averages of groups.
    pub(crate) fn groups(&self, grouping: &Grouping) -> PyResult<Results> {
        let (table, rules, exact) = (self.table, &self.said.rules, self.named.exact);
        let threads = threads::of(self.named.threads, table.len())?;
        let threads = threads.as_deref();
        let made = self.py.detach(|| average(table, rules, grouping, exact, threads));
        let results = made.map_err(|errors| self.said.errors(self.py, errors))?;
        self.tell(table.len())?;
        Ok(results)
    }

    /// Lets Python stop the work, and says how much is done.
    fn tell(&self, done: usize) -> PyResult<()> {
        self.py.check_signals()?;
        match &self.named.progress {
            Some(progress) => progress.call1((done, self.table.len())).map(drop),
            None => Ok(()),
        }
    }
}

/// Some rows, behind the other results, in parts that stay in the cache. All parts are measured where some hold mistakes.
fn measure(
    table: Table<'_>,
    rules: &Single,
    rows: Range<usize>,
    exact: bool,
    threads: Option<&ThreadPool>,
    results: &mut Results,
) -> Result<(), Vec<Mistake>> {
    let at_once = ROWS_IN_CACHE * threads.map_or(1, ThreadPool::current_num_threads);
    let mut part = Part::with_rows(at_once.min(rows.len()));
    let mut wrong = Vec::new();
    for begin in rows.clone().step_by(at_once) {
        let rows = begin..rows.end.min(begin + at_once);
        let measured = measure_part(table.rows(rows.clone()), rules, exact, threads, &mut part, results);
        wrong.extend(measured.err().iter().flat_map(mistakes));
        if wrong.len() >= MOST_TOLD {
            break;
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn measure_part(
    table: Table<'_>,
    rules: &Single,
    exact: bool,
    threads: Option<&ThreadPool>,
    part: &mut Part,
    results: &mut Results,
) -> Result<(), Errors> {
    let rows = table.len();
    let large = threads::inside(threads, || table.achievements_into(rules, part.room(rows)))?;
    let before = results.outcomes.len();
    results.append(part, rows, threads);
    for (row, percent) in large {
        results.put(before + row, percent);
    }
    if exact {
        let made = threads::inside(threads, || table.achievements(rules))?;
        let text = |row| made.achievement(row)?.exact().map(ToString::to_string);
        results.exact.extend(threads::each(threads, rows, text));
    }
    Ok(())
}

/// Groups of rows.
fn average(
    table: Table<'_>,
    rules: &RuleSet,
    grouping: &Grouping,
    exact: bool,
    threads: Option<&ThreadPool>,
) -> Result<Results, Errors> {
    let averages = threads::inside(threads, || table.averages(rules, grouping.groups()))?;
    let mut results = Results {
        percents: averages.percents().iter().copied().map(i128::from).collect(),
        places: averages.places(),
        categories: averages.categories().to_vec(),
        outcomes: averages.outcomes().to_vec(),
        coverage: (0..averages.len()).map(|group| averages.coverage(group)).collect(),
        ..Results::default()
    };
    for (group, percent) in averages.large() {
        results.put(*group, *percent);
    }
    if exact {
        let text = |group| {
            let average = averages.average(group)?;
            let percent = average.as_ref().and_then(|average| average.outcome().value());
            Ok(percent.map(|percent| percent.exact.to_string()))
        };
        results.exact =
            threads::each(threads, grouping.first().len(), text).into_iter().collect::<Result<_, Errors>>()?;
    }
    Ok(results)
}
