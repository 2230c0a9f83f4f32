//! What a written audit consists of, before it is Markdown or HTML.

use crate::prelude::*;

/// What programs read beside a text: names of `data-lkip-…` attributes with their values.
pub(super) type Data = Vec<(&'static str, String)>;

/// A heading with what stands below it.
pub(super) struct Section {
    /// The classes of the section.
    pub(super) class: String,
    pub(super) data: Data,
    pub(super) heading: String,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Text(String),
    Facts(Vec<Fact>),
    Grid(Grid),
    Section(Section),
}

/// A word and what is to be said to it.
pub(super) struct Fact {
    pub(super) label: &'static str,
    pub(super) values: Vec<Value>,
}

/// A text with its data.
pub(super) struct Value {
    pub(super) text: String,
    pub(super) data: Data,
}

/// A table. The first cell of a row names it.
pub(super) struct Grid {
    pub(super) caption: String,
    pub(super) columns: Vec<Head>,
    pub(super) rows: Vec<Line>,
}

/// The head of a column.
pub(super) struct Head {
    pub(super) label: &'static str,
    /// Whether it holds numbers.
    pub(super) numeric: bool,
}

/// A row of a table.
pub(super) struct Line {
    pub(super) class: String,
    pub(super) data: Data,
    pub(super) cells: Vec<String>,
}

impl Section {
    pub(super) fn new(class: &str, heading: &str) -> Self {
        Self { class: class.to_owned(), data: Vec::new(), heading: heading.to_owned(), blocks: Vec::new() }
    }
}

impl Fact {
    /// A fact of texts without data.
    pub(super) fn texts(label: &'static str, texts: Vec<String>) -> Self {
        let mut values = Vec::with_capacity(texts.len());
        for text in texts {
            values.push(Value { text, data: Vec::new() });
        }
        Self { label, values }
    }
}
