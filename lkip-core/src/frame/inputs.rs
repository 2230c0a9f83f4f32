//! [`Inputs`]: what the columns of a frame say together, held to the rules of a single measurement.

use super::text::TextColumn;
use crate::batch::{Column, ColumnCell, MOST_TOLD, Polarities, Presence, States, Table};
use crate::error::{Error, Errors};
use crate::measure::written::State;
use crate::measure::{Target, written};
use crate::plain::Problems;
use crate::prelude::*;

/// The numbers of a column.
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// As a program holds them.
    Digits(Column<'a>),
    /// As people write them.
    Text(&'a TextColumn),
}

impl<'a> Values<'a> {
    fn column(&self) -> Column<'a> {
        match self {
            Self::Digits(column) => *column,
            Self::Text(text) => text.column(),
        }
    }

    const fn text(&self) -> Option<&'a TextColumn> {
        match self {
            Self::Digits(_) => None,
            Self::Text(text) => Some(text),
        }
    }
}

/// What the columns of a frame hold.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    target: Values<'a>,
    realization: Values<'a>,
    polarities: Polarities<'a>,
    states: &'a [Option<State>],
    weights: Option<Values<'a>>,
}

/// The same, made ready.
#[derive(Debug)]
pub struct Ready<'a> {
    inputs: Inputs<'a>,
    targets: Vec<(usize, Target)>,
    unreadable: [Vec<usize>; 2],
    not_carried_out: Vec<bool>,
    /// Which rows have a realization, where a state says otherwise than its column.
    realized: Vec<bool>,
    errors: Vec<(usize, Error)>,
}

impl<'a> Inputs<'a> {
    /// Targets and realizations; more is better.
    #[must_use]
    pub fn new(target: Values<'a>, realization: Values<'a>) -> Self {
        Self { target, realization, polarities: Polarities::default(), states: &[], weights: None }
    }

    /// Which way the rows are good.
    #[must_use]
    pub const fn polarities(mut self, polarities: Polarities<'a>) -> Self {
        self.polarities = polarities;
        self
    }

    /// What became of the realizations, row by row.
    #[must_use]
    pub const fn states(mut self, states: &'a [Option<State>]) -> Self {
        self.states = states;
        self
    }

    /// The weights of the rows in averages.
    #[must_use]
    pub const fn weights(mut self, weights: Values<'a>) -> Self {
        self.weights = Some(weights);
        self
    }

    /// Makes them ready: ranges and bounds become targets, a realization in another unit than its target is unreadable, states
    /// are held against realizations.
    ///
    /// # Errors
    ///
    /// [`ValueWithState`](crate::Code::ValueWithState) and [`StateWithoutValue`](crate::Code::StateWithoutValue), of many the first ten;
    /// [`UnequalLengths`](crate::Code::UnequalLengths).
    pub fn ready(self) -> Result<Ready<'a>, Errors> {
        let mut ready = Ready {
            inputs: self,
            targets: Vec::new(),
            unreadable: [Vec::new(), Vec::new()],
            not_carried_out: Vec::new(),
            realized: Vec::new(),
            errors: Vec::new(),
        };
        ready.read_targets();
        ready.read_realizations();
        ready.put_in_order();
        ready.compare_units();
        ready.put_in_order();
        ready.hold_states()?;
        Ok(ready)
    }
}

const TARGET: usize = 0;
const REALIZATION: usize = 1;

impl Ready<'_> {
    /// The columns, to be measured.
    #[must_use]
    pub fn table(&self) -> Table<'_> {
        let [target, realization] = &self.unreadable;
        let mut realized = self.inputs.realization.column();
        if !self.realized.is_empty() {
            realized = realized.present(Presence::Bools(&self.realized));
        }
        let mut table = Table::new(self.inputs.target.column().unreadable(target), realized.unreadable(realization))
            .polarities(self.inputs.polarities)
            .targets(&self.targets);
        if !self.not_carried_out.is_empty() {
            table = table.states(States::NotCarriedOut(&self.not_carried_out));
        }
        match &self.inputs.weights {
            Some(weights) => table.weights(weights.column()),
            None => table,
        }
    }

    /// What is wrong with unreadable cells, by their rows: of many the first ten of each column.
    #[must_use]
    pub fn errors(&self) -> &[(usize, Error)] {
        &self.errors
    }

    fn put_in_order(&mut self) {
        self.errors.sort_by_key(|(row, _)| *row);
        for rows in &mut self.unreadable {
            rows.sort_unstable();
            rows.dedup();
        }
    }

    fn is_unreadable(&self, column: usize, row: usize) -> bool {
        self.unreadable.get(column).is_some_and(|rows| rows.binary_search(&row).is_ok())
    }

    fn refuse(&mut self, column: usize, row: usize, error: Error) {
        if let Some(rows) = self.unreadable.get_mut(column) {
            rows.push(row);
        }
        let name = if column == TARGET { "target" } else { "realization" };
        if self.errors.len() < MOST_TOLD {
            self.errors.push((row, error.at(row).within(name)));
        }
    }

    fn take_errors(&mut self, column: usize, text: &TextColumn) {
        for (row, error) in text.errors() {
            self.refuse(column, *row, error.clone());
        }
        // Of those that are told it holds them twice; they will count once.
        if let Some(rows) = self.unreadable.get_mut(column) {
            rows.extend(text.unreadable());
        }
    }

    /// Ranges, and bounds on the side that the polarity asks for, are targets.
    fn read_targets(&mut self) {
        let Some(text) = self.inputs.target.text() else { return };
        self.take_errors(TARGET, text);
        for special in &text.special {
            match written::promised(&special.content, self.inputs.polarities.of(special.row)) {
                Some(target) => self.targets.push((special.row, target)),
                None => self.refuse(TARGET, special.row, special.error()),
            }
        }
    }

    fn read_realizations(&mut self) {
        let Some(text) = self.inputs.realization.text() else { return };
        self.take_errors(REALIZATION, text);
        for special in &text.special {
            self.refuse(REALIZATION, special.row, special.error());
        }
    }

    /// Twelve months against one year are no 8,33 %.
    fn compare_units(&mut self) {
        let (Some(target), Some(realization)) = (self.inputs.target.text(), self.inputs.realization.text()) else {
            return;
        };
        if !target.names_units() || !realization.names_units() {
            return;
        }
        let mut differ = Vec::new();
        for row in 0..self.inputs.target.column().len() {
            if let (Some(of_target), Some(of_realization)) = (target.unit(row), realization.unit(row))
                && let Err(error) = written::same_units(of_target, of_realization)
                && !self.is_unreadable(TARGET, row)
            {
                differ.push((row, error));
            }
        }
        for (row, error) in differ {
            self.refuse(REALIZATION, row, error);
        }
    }

    fn hold_states(&mut self) -> Result<(), Errors> {
        let (states, column) = (self.inputs.states, self.inputs.realization.column());
        if states.is_empty() {
            return Ok(());
        }
        let (mut problems, mut told) = (Problems::default(), 0);
        self.not_carried_out = vec![false; states.len()];
        self.realized = Vec::with_capacity(states.len());
        for (row, state) in states.iter().enumerate() {
            let cell = if self.is_unreadable(REALIZATION, row) { ColumnCell::Unreadable } else { column.cell(row) };
            let is_not_carried_out = *state == Some(State::NotCarriedOut);
            let value = match cell {
                ColumnCell::Digits(digits) => column.number(digits),
                ColumnCell::Absent | ColumnCell::Unproven(_) | ColumnCell::Unreadable => None,
            };
            // What cannot be read, or held, has its own reason, whatever the state.
            let is_known = value.is_some() || cell == ColumnCell::Absent;
            self.realized.push(cell != ColumnCell::Absent && !(is_known && is_not_carried_out));
            let Some(state) = state.filter(|_| is_known) else { continue };
            if let Err(error) = written::in_state(value, state, None)
                && told < MOST_TOLD
            {
                told += 1;
                problems.add(error.at(row).within("realization_state"));
            }
            if let Some(put) = self.not_carried_out.get_mut(row) {
                *put = is_not_carried_out;
            }
        }
        problems.done()
    }
}
