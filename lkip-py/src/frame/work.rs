//! [`Work`]: a table measured part by part, so that who waits sees how far it is and can stop it.

use lkip_core::batch::{MOST_TOLD, Single, Table};
use lkip_core::frame::Grouping;
use lkip_core::rules::Figure;
use lkip_core::{Errors, RuleSet};
use pyo3::prelude::*;
use rayon::ThreadPool;

use super::ends;
use super::made::{Labels, Results, digits_of};
use super::named::Named;
use super::pieces::{self, Pieces};
use super::said::Said;
use super::threads;

/// As many rows are measured before anyone looks whether to stop.
const ROWS_AT_ONCE: usize = 1 << 20;

/// The same where each row is measured by itself, for its exact percentage.
const ROWS_ALONE_AT_ONCE: usize = 1 << 15;

// Only the last piece has fewer rows than the others.
const _: () = assert!(ROWS_AT_ONCE.is_multiple_of(pieces::ROWS) && ROWS_ALONE_AT_ONCE.is_multiple_of(pieces::ROWS));

/// A table to be measured.
pub(crate) struct Work<'a, 'py> {
    pub(crate) py: Python<'py>,
    pub(crate) table: Table<'a>,
    pub(crate) said: &'a Said,
    pub(crate) labels: &'a Labels<'a>,
    pub(crate) named: &'a Named<'py>,
}

impl Work<'_, '_> {
    /// Every row.
    pub(crate) fn rows(&self) -> PyResult<Results> {
        let (table, rules, labels, is_exact) = (self.table, &self.said.rules, self.labels, self.named.exact);
        table.check(&rules.into()).map_err(|errors| self.said.errors(self.py, errors))?;
        let rows = table.len();
        let single = Single::new(rules);
        let places = rules.rounding_of(Figure::Achievement).places();
        let threads = threads::of(self.named.threads, rows)?;
        let threads = threads.as_deref();
        let (mut pieces, mut exact, mut wrong) = (Pieces::for_rows(rows), Vec::new(), Vec::new());
        let at_once = if is_exact { ROWS_ALONE_AT_ONCE } else { ROWS_AT_ONCE };
        for begin in (0..rows).step_by(at_once) {
            let part = begin..rows.min(begin + at_once);
            self.py.detach(|| {
                wrong.extend(pieces.measure(table, part.clone(), &single, labels, places, threads));
                if is_exact && wrong.is_empty() {
                    exact.extend(alone(table.rows(part.clone()), &single, threads));
                }
            });
            if wrong.len() >= MOST_TOLD {
                break;
            }
            self.tell(part.end)?;
        }
        wrong.truncate(MOST_TOLD);
        if !wrong.is_empty() {
            return Err(self.said.refused(self.py, wrong));
        }
        Ok(Results { exact, ..pieces.results(labels, places) })
    }

    /// The averages of groups.
    pub(crate) fn groups(&self, grouping: &Grouping) -> PyResult<Results> {
        let (table, rules, exact) = (self.table, &self.said.rules, self.named.exact);
        let threads = threads::of(self.named.threads, table.len())?;
        let threads = threads.as_deref();
        let made = self.py.detach(|| average(table, rules, self.labels, grouping, exact, threads));
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

/// The exact percentages of rows, each measured by itself.
fn alone(table: Table<'_>, rules: &Single, threads: Option<&ThreadPool>) -> Vec<Option<String>> {
    // What is wrong with them was found before.
    let Ok(made) = threads::inside(threads, || table.achievements(rules)) else { return Vec::new() };
    threads::each(threads, table.len(), |row| made.achievement(row)?.exact().map(ToString::to_string))
}

/// Groups of rows.
fn average(
    table: Table<'_>,
    rules: &RuleSet,
    labels: &Labels<'_>,
    grouping: &Grouping,
    exact: bool,
    threads: Option<&ThreadPool>,
) -> Result<Results, Errors> {
    let averages = threads::inside(threads, || table.averages(rules, grouping.groups()))?;
    let mut percents: Vec<i128> = averages.percents().iter().copied().map(i128::from).collect();
    for (group, percent) in averages.large() {
        if let (Some(to), Some(digits)) = (percents.get_mut(*group), digits_of(*percent, averages.places())) {
            *to = digits;
        }
    }
    let mut ends = averages.outcomes().to_vec();
    ends::put_reasons(averages.categories(), &mut ends);
    let mut results = Results {
        percents,
        places: averages.places(),
        categories: labels.categories(averages.categories()),
        ends,
        coverage: (0..averages.len()).map(|group| averages.coverage(group)).collect(),
        ..Results::default()
    };
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
