//! [`Pieces`]: what rows give, a piece of a column for so many of them. A piece is made in the cache and put where it remains,
//! so that nothing goes over a whole column again.

use lkip_core::batch::{PercentRoom, Room, Single, Table};
use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator, ParallelExtend, ParallelIterator};
use std::ops::Range;

use super::ends;
use super::made::{Categories, Labels, Results, digits_of};
use super::said::mistakes;
use crate::input::Mistake;

/// So many rows, with what they give, stay in a near cache: fewer would be started too often.
pub(super) const ROWS: usize = 1 << 12;

/// The columns, piece by piece. Only the last piece of all may have fewer rows.
#[derive(Default)]
pub(super) struct Pieces {
    columns: Columns,
    rows: usize,
}

/// Percentages and the keys of their categories, how rows ended, and what does not fit into pieces.
type Columns = ((Vec<[i128; ROWS]>, Vec<[i8; ROWS]>), (Vec<[u8; ROWS]>, Vec<Beside>));
type Piece = (([i128; ROWS], [i8; ROWS]), ([u8; ROWS], Beside));

/// What does not fit into pieces.
#[derive(Default)]
struct Beside {
    /// The codes of categories where their keys are too large.
    codes: Vec<u16>,
    mistakes: Vec<Mistake>,
}

impl Pieces {
    /// Nothing yet, where so many rows will be.
    pub(super) fn for_rows(rows: usize) -> Self {
        let pieces = rows.div_ceil(ROWS);
        let columns = (
            (Vec::with_capacity(pieces), Vec::with_capacity(pieces)),
            (Vec::with_capacity(pieces), Vec::with_capacity(pieces)),
        );
        Self { columns, rows: 0 }
    }

    /// Measures some rows, and puts what they give behind the others. All are measured where some hold mistakes.
    pub(super) fn measure(
        &mut self,
        table: Table<'_>,
        rows: Range<usize>,
        rules: &Single,
        labels: &Labels<'_>,
        places: u32,
        threads: Option<&ThreadPool>,
    ) -> Vec<Mistake> {
        let known = self.columns.1.1.len();
        let piece = |nth: usize| {
            let begin = rows.start + nth * ROWS;
            piece(table.rows(begin..rows.end.min(begin + ROWS)), rules, labels, places)
        };
        let pieces = 0..rows.len().div_ceil(ROWS);
        match threads {
            Some(threads) => threads.install(|| self.columns.par_extend(pieces.into_par_iter().map(piece))),
            None => self.columns.extend(pieces.map(piece)),
        }
        self.rows += rows.len();
        let beside = self.columns.1.1.get_mut(known..).unwrap_or_default();
        beside.iter_mut().flat_map(|beside| std::mem::take(&mut beside.mistakes)).collect()
    }

    /// All of them, as columns.
    pub(super) fn results(self, labels: &Labels<'_>, places: u32) -> Results {
        let ((percents, keys), (ends, beside)) = self.columns;
        let categories = if labels.are_few() {
            Categories::Keys(flat(keys, self.rows))
        } else {
            Categories::Codes(beside.into_iter().flat_map(|beside| beside.codes).collect())
        };
        let (percents, ends) = (flat(percents, self.rows), flat(ends, self.rows));
        Results { percents, places, categories, ends, ..Results::default() }
    }
}

/// One piece of the columns, made where it is given back.
fn piece(table: Table<'_>, rules: &Single, labels: &Labels<'_>, places: u32) -> Piece {
    let mut piece: Piece = (([0; ROWS], [-1; ROWS]), ([0; ROWS], Beside::default()));
    let ((percents, keys), (ends, beside)) = &mut piece;
    let mut codes = [0; ROWS];
    let rows = ..table.len().min(ROWS);
    let codes = codes.get_mut(rows).unwrap_or_default();
    let room = Room {
        percents: PercentRoom::Large(percents.get_mut(rows).unwrap_or_default()),
        categories: &mut *codes,
        outcomes: ends.get_mut(rows).unwrap_or_default(),
    };
    match table.achievements_into(rules, room) {
        Ok(large) => {
            for (row, percent) in large {
                // What 64 bits did not hold.
                if let (Some(to), Some(digits)) = (percents.get_mut(row), digits_of(percent, places)) {
                    *to = digits;
                }
            }
        }
        Err(errors) => beside.mistakes = mistakes(&errors),
    }
    ends::put_reasons(codes, ends);
    if labels.are_few() {
        labels.put(codes, keys);
    } else {
        beside.codes = codes.to_vec();
    }
    piece
}

/// The rows of pieces, where they lie.
fn flat<T>(pieces: Vec<[T; ROWS]>, rows: usize) -> Vec<T> {
    let mut flat = pieces.into_flattened();
    flat.truncate(rows);
    // What few rows leave is given back. Of many it is nearly nothing: to give it back would move them.
    if rows < ROWS {
        flat.shrink_to_fit();
    }
    flat
}
