//! [`Columns`]: a measurement of columns, part by part, in memory that JavaScript writes to and reads from.
//!
//! JavaScript copies some rows of every array to its [`place`](Columns::place), has them [run](Columns::run), and copies
//! what was made from [`percents`](Columns::percents) and its neighbours. So no column is ever whole in this memory, which
//! never shrinks, and what is computed is still near the processor. Averages need all rows at once.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use lkip_core::api::{Array, ArrayColumn, ArrayPolarity, ArraysCall, ErrorsAnswer};
use lkip_core::batch::{Column, GroupCoverage, Groups, PercentRoom, Polarities, Presence, Room, Single, States, Table};
use lkip_core::{Errors, Number, Plain, Polarity, Record};
use wasm_bindgen::prelude::wasm_bindgen;

/// Rows of an array.
#[derive(Debug)]
enum Rows {
    Integers(Vec<i64>),
    Floats(Vec<f64>),
    Bytes(Vec<u8>),
    Groups(Vec<u32>),
}

/// What was made of the groups.
#[derive(Debug, Default)]
struct Averages {
    percents: Vec<i64>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
    /// How many items count, how many there are, and how many count as zero.
    coverage: [Vec<u32>; 3],
    places: u32,
    large: Large,
}

/// What columns do not hold of what was made of them.
struct Made {
    large: Large,
    averages: Option<Averages>,
}

/// Percentages that 64 bits do not hold, by their rows or groups.
type Large = Vec<(usize, Number)>;

/// A measurement of columns.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Columns {
    call: Result<ArraysCall, ErrorsAnswer>,
    /// The rules of the call, made ready for every part.
    ready: Option<Single>,
    arrays: Vec<Rows>,
    percents: Vec<i64>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
    averages: Averages,
}

#[wasm_bindgen]
impl Columns {
    /// Reads a call in JSON, beside which so many arrays were handed over.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(call: &str, arrays: usize) -> Self {
        let call = ArraysCall::from_json(call, arrays);
        let (ready, arrays) = match &call {
            Ok(call) => (Some(Single::new(&call.rules)), (0..arrays).map(|place| kind(call, place)).collect()),
            Err(_) => (None, Vec::new()),
        };
        let (percents, categories, outcomes) = (Vec::new(), Vec::new(), Vec::new());
        Self { call, ready, arrays, percents, categories, outcomes, averages: Averages::default() }
    }

    /// What is the same for every row, or what is wrong with the call: an answer in JSON.
    #[must_use]
    pub fn head(&self) -> String {
        match &self.call {
            Ok(call) => call.head().to_json(),
            Err(answer) => Plain::from(answer).to_json(),
        }
    }

    /// Makes place for so many rows, for those of every array and for what is made of them.
    pub fn make_room(&mut self, rows: usize) {
        for array in &mut self.arrays {
            match array {
                Rows::Integers(items) => items.resize(rows, 0),
                Rows::Floats(items) => items.resize(rows, 0.0),
                Rows::Bytes(items) => items.resize(rows, 0),
                Rows::Groups(items) => items.resize(rows, 0),
            }
        }
        self.percents.resize(rows, 0);
        self.categories.resize(rows, 0);
        self.outcomes.resize(rows, 0);
    }

    /// The address where rows of an array go.
    #[must_use]
    pub fn place(&self, array: usize) -> usize {
        match self.arrays.get(array) {
            Some(Rows::Integers(items)) => items.as_ptr().addr(),
            Some(Rows::Floats(items)) => items.as_ptr().addr(),
            Some(Rows::Bytes(items)) => items.as_ptr().addr(),
            Some(Rows::Groups(items)) => items.as_ptr().addr(),
            None => 0,
        }
    }

    /// Measures the rows. Nothing, or in JSON what does not fit into columns, or what is wrong with the rows.
    pub fn run(&mut self) -> String {
        let (Ok(call), Some(rules)) = (&self.call, &self.ready) else { return String::new() };
        let room = Room {
            percents: PercentRoom::Small(&mut self.percents),
            categories: &mut self.categories,
            outcomes: &mut self.outcomes,
        };
        match run(call, rules, &self.arrays, room) {
            Ok(Made { large, averages: None }) if large.is_empty() => String::new(),
            Ok(Made { large, averages }) => {
                let mut told = Record::new();
                told.insert("large".to_owned(), plain(&large));
                if let Some(averages) = averages {
                    let mut of_groups = Record::new();
                    of_groups.insert("places".to_owned(), Plain::from(averages.places));
                    of_groups.insert("large".to_owned(), plain(&averages.large));
                    told.insert("averages".to_owned(), Plain::from(of_groups));
                    self.averages = averages;
                }
                Plain::from(told).to_json()
            }
            Err(errors) => Plain::from(&ErrorsAnswer { errors, language: call.language }).to_json(),
        }
    }

    /// The address of the percentages.
    #[must_use]
    pub fn percents(&self) -> usize {
        self.percents.as_ptr().addr()
    }

    /// The address of the categories.
    #[must_use]
    pub fn categories(&self) -> usize {
        self.categories.as_ptr().addr()
    }

    /// The address of the outcomes.
    #[must_use]
    pub fn outcomes(&self) -> usize {
        self.outcomes.as_ptr().addr()
    }

    /// How many groups there are.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.averages.percents.len()
    }

    /// The addresses of what was made of the groups: percentages, categories, outcomes, and how many items of each count,
    /// are there, and count as zero.
    #[must_use]
    pub fn averages(&self, of: usize) -> usize {
        let Averages { percents, categories, outcomes, coverage, .. } = &self.averages;
        match of {
            0 => percents.as_ptr().addr(),
            1 => categories.as_ptr().addr(),
            2 => outcomes.as_ptr().addr(),
            _ => coverage.get(of - 3).map_or(0, |counts| counts.as_ptr().addr()),
        }
    }
}

/// No rows yet of an array of its kind.
fn kind(call: &ArraysCall, place: usize) -> Rows {
    let is = |array: Array| array.place == place;
    let columns = [Some(&call.target), Some(&call.realization), call.weight.as_ref()];
    match columns.into_iter().flatten().find(|column| is(column.values)) {
        Some(column) if column.are_floats => Rows::Floats(Vec::new()),
        Some(_) => Rows::Integers(Vec::new()),
        None if call.groups.is_some_and(|groups| is(groups.values)) => Rows::Groups(Vec::new()),
        None => Rows::Bytes(Vec::new()),
    }
}

fn bytes(arrays: &[Rows], array: Array) -> &[u8] {
    match arrays.get(array.place) {
        Some(Rows::Bytes(bytes)) => bytes,
        _ => &[],
    }
}

fn bools(arrays: &[Rows], array: Option<Array>) -> Option<Vec<bool>> {
    array.map(|array| bytes(arrays, array).iter().map(|byte| *byte != 0).collect())
}

fn column<'a>(arrays: &'a [Rows], column: &ArrayColumn, present: &'a Option<Vec<bool>>) -> Column<'a> {
    let numbers = match arrays.get(column.values.place) {
        Some(Rows::Floats(floats)) => Column::floats(floats, column.places),
        Some(Rows::Integers(integers)) => Column::new(integers, column.places),
        _ => Column::new(&[], column.places),
    };
    numbers.present(present.as_deref().map_or(Presence::All, Presence::from))
}

fn run(call: &ArraysCall, rules: &Single, arrays: &[Rows], room: Room<'_>) -> Result<Made, Errors> {
    let present = |column: &ArrayColumn| bools(arrays, column.present);
    let (of_target, of_realization) = (present(&call.target), present(&call.realization));
    let of_weight = call.weight.as_ref().and_then(present);
    let not_carried_out = bools(arrays, call.not_carried_out);
    let target = column(arrays, &call.target, &of_target);
    let mut table = Table::new(target, column(arrays, &call.realization, &of_realization));
    let each: Vec<Polarity>;
    table = table.polarities(match &call.polarity {
        ArrayPolarity::All(polarity) => Polarities::All(*polarity),
        ArrayPolarity::Each { values, words } => {
            each = ArraysCall::polarities(bytes(arrays, *values), words)?;
            Polarities::Each(&each)
        }
    });
    if let Some(rows) = &not_carried_out {
        table = table.states(States::NotCarriedOut(rows));
    }
    if let Some(weight) = &call.weight {
        table = table.weights(column(arrays, weight, &of_weight));
    }
    let Some(groups) = call.groups else {
        return table.achievements_into(rules, room).map(|large| Made { large, averages: None });
    };
    let of: &[u32] = match arrays.get(groups.values.place) {
        Some(Rows::Groups(groups)) => groups,
        _ => &[],
    };
    let made = table.averages_into(rules, Groups::Each { of, count: groups.count }, room)?;
    let counted =
        |count: fn(&GroupCoverage) -> u32| (0..made.len()).map(|group| count(&made.coverage(group))).collect();
    let averages = Averages {
        percents: made.percents().to_vec(),
        categories: made.categories().to_vec(),
        outcomes: made.outcomes().to_vec(),
        coverage: [counted(|of| of.used), counted(|of| of.total), counted(|of| of.as_zero)],
        places: made.places(),
        large: made.large().to_vec(),
    };
    Ok(Made { large: made.rows_beyond().to_vec(), averages: Some(averages) })
}

/// Numbers by their rows.
fn plain(large: &[(usize, Number)]) -> Plain {
    let mut pairs = Vec::with_capacity(large.len());
    for (row, number) in large {
        pairs.push(Plain::from(vec![Plain::from(*row), Plain::from(*number)]));
    }
    Plain::from(pairs)
}
