//! Columns: the cells that one style alone can read decide those that two styles read differently.

use super::choice::{Reads, choose, quote, undecided};
use super::surroundings::{Layout, lay_out};
use super::{Column, Content, Reading};
use crate::error::{Code, Error};
use crate::number::{ReadStyle, Style};
use crate::prelude::*;

/// A cell before the other cells of its column are looked at.
pub(super) enum Cell {
    Done(Result<Reading, Error>),
    Undecided { around: Reading, indonesian: Content, international: Content },
}

pub(super) fn read_column(texts: &[&str], style: ReadStyle) -> Column {
    let mut cells = Vec::with_capacity(texts.len());
    for text in texts {
        cells.push(Cell::of(text, style));
    }
    let style = match style {
        ReadStyle::Declared(style) => Some(style),
        ReadStyle::Detect => proven(&cells),
    };
    let mut column = Column { style, cells: Vec::with_capacity(texts.len()) };
    for (cell, text) in cells.into_iter().zip(texts) {
        column.cells.push(match cell {
            Cell::Done(result) => result,
            Cell::Undecided { around, indonesian, international } => {
                decide(text, around, indonesian, international, style)
            }
        });
    }
    column
}

impl Cell {
    pub(super) fn of(text: &str, style: ReadStyle) -> Self {
        match lay_out(text) {
            Layout::State(reading) => Self::Done(Ok(reading)),
            Layout::Refused(code) => Self::Done(Err(quote(code, text))),
            Layout::Figures(figures) => match choose(text, &figures, style) {
                Ok(Reads::One(content, style)) => Self::Done(figures.around.with(content, style)),
                Ok(Reads::Two { indonesian, international }) => {
                    Self::Undecided { around: figures.around, indonesian, international }
                }
                Err(error) => Self::Done(Err(error)),
            },
        }
    }
}

/// The one style that cells prove; none when no cell proves any, or cells prove both.
fn proven(cells: &[Cell]) -> Option<Style> {
    let mut proven = None;
    for cell in cells {
        if let Cell::Done(Ok(Reading { style: Some(style), .. })) = cell {
            if proven.is_some_and(|other| other != *style) {
                return None;
            }
            proven = Some(*style);
        }
    }
    proven
}

fn decide(
    text: &str,
    around: Reading,
    indonesian: Content,
    international: Content,
    style: Option<Style>,
) -> Result<Reading, Error> {
    let code = match style {
        Some(Style::Indonesian) => return around.with(indonesian, style),
        Some(Style::International) => return around.with(international, style),
        Some(Style::Plain) => Code::AmbiguousNumber,
        None => Code::StyleUndecided,
    };
    Err(undecided(code, text, &[indonesian, international]))
}
