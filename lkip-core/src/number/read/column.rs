//! Columns: the cells that one style alone can read decide those that two styles read differently.

use super::choice::{Cell, check_order, choose, quote, undecided};
use super::surroundings::{Around, Layout, lay_out};
use super::{Column, Content, Reading};
use crate::error::{Code, Error};
use crate::number::{ReadStyle, Style};
use crate::prelude::*;

pub(super) fn read_column(texts: &[&str], style: ReadStyle) -> Column {
    let mut cells = Vec::with_capacity(texts.len());
    for text in texts {
        cells.push(Cell::of(text, style));
    }
    let mut proof = Proof::new(style);
    for cell in &cells {
        proof.look(cell);
    }
    let style = proof.style();
    let mut column = Column { style, cells: Vec::with_capacity(texts.len()) };
    for (cell, text) in cells.into_iter().zip(texts) {
        column.cells.push(cell.decided(text, style));
    }
    column
}

impl<'a> Cell<'a> {
    pub(super) fn of(text: &'a str, style: ReadStyle) -> Self {
        // Looked at where it is: it is large.
        match &lay_out(text) {
            Layout::State(state, around) => Self::One(*around, state.clone(), None),
            Layout::Refused(code) => Self::Refused(quote(*code, text)),
            Layout::Figures(figures) => choose(text, figures, style).unwrap_or_else(Self::Refused),
        }
    }

    /// The cell in a column of a style.
    fn decided(self, text: &str, style: Option<Style>) -> Result<Reading, Error> {
        let (around, indonesian, international) = match self {
            Self::One(around, content, style) => return Ok(around.reading(content, style)),
            Self::Two { around, indonesian, international } => (around, indonesian, international),
            Self::Refused(error) => return Err(error),
        };
        let code = match style {
            Some(Style::Indonesian) => return in_order(around, indonesian, style),
            Some(Style::International) => return in_order(around, international, style),
            Some(Style::Plain) => Code::AmbiguousNumber,
            None => Code::StyleUndecided,
        };
        Err(undecided(code, text, &[indonesian, international]))
    }
}

fn in_order(around: Around<'_>, content: Content, style: Option<Style>) -> Result<Reading, Error> {
    check_order(&content).map(|()| around.reading(content, style))
}

/// The style that the cells of a column prove.
struct Proof {
    declared: ReadStyle,
    proven: Option<Style>,
    /// Whether some prove one style and some the other, so that none is proven.
    both: bool,
}

impl Proof {
    const fn new(declared: ReadStyle) -> Self {
        Self { declared, proven: None, both: false }
    }

    fn look(&mut self, cell: &Cell<'_>) {
        if let Cell::One(_, _, Some(style)) = cell {
            self.both |= self.proven.is_some_and(|other| other != *style);
            self.proven = Some(*style);
        }
    }

    /// The style in which the other cells are read.
    fn style(&self) -> Option<Style> {
        match self.declared {
            ReadStyle::Declared(style) => Some(style),
            ReadStyle::Detect => self.proven.filter(|_| !self.both),
        }
    }
}

/// Reads long columns cell by cell, after all of them were looked at: what was read is not kept.
#[cfg(feature = "frame")]
pub(crate) struct ColumnReader {
    declared: ReadStyle,
    style: Option<Style>,
}

#[cfg(feature = "frame")]
impl ColumnReader {
    /// For the cells of a column.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = &'t str>, declared: ReadStyle) -> Self {
        let mut proof = Proof::new(declared);
        // Whoever declares a style need not look, and without a mark none is proven.
        let is_open = declared == ReadStyle::Detect;
        let marked = texts.take_while(|_| is_open).filter(|text| text.bytes().any(|sign| matches!(sign, b'.' | b',')));
        marked.for_each(|text| proof.look(&Cell::of(text, declared)));
        Self { declared, style: proof.style() }
    }

    /// The style of the column; nothing where none is proven.
    pub(crate) const fn style(&self) -> Option<Style> {
        self.style
    }

    /// What a cell of it holds.
    pub(crate) fn read(&self, text: &str) -> Result<Reading, Error> {
        Cell::of(text, self.declared).decided(text, self.style)
    }
}
