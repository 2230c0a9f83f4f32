//! Sections as Markdown.

use super::block::{Block, Fact, Grid, Head, Section};
use crate::markup::markdown::{escaped, line};
use crate::prelude::*;
use crate::text::concat;

/// A section with its heading at a level.
pub(super) fn push(text: &mut String, section: &Section, level: usize) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&concat(&[&"#".repeat(level), " ", &escaped(&section.heading), "\n"]));
    for block in &section.blocks {
        match block {
            Block::Text(words) => text.push_str(&concat(&["\n", &escaped(words), "\n"])),
            Block::Facts(facts) => {
                text.push('\n');
                facts.iter().for_each(|fact| push_fact(text, fact));
            }
            Block::Grid(grid) => push_grid(text, grid),
            Block::Section(below) => push(text, below, level + 1),
        }
    }
}

fn push_fact(text: &mut String, fact: &Fact) {
    let label = concat(&["- **", &escaped(fact.label), ":**"]);
    text.push_str(&label);
    match fact.values.as_slice() {
        [only] => text.push_str(&concat(&[" ", &escaped(&only.text), "\n"])),
        several => {
            text.push('\n');
            for value in several {
                text.push_str(&concat(&["  - ", &escaped(&value.text), "\n"]));
            }
        }
    }
}

fn push_grid(text: &mut String, grid: &Grid) {
    text.push('\n');
    line(text, grid.columns.iter().map(|column| escaped(column.label)));
    let align = |column: &Head| if column.numeric { "---:" } else { "---" };
    line(text, grid.columns.iter().map(|column| align(column).to_owned()));
    for row in &grid.rows {
        line(text, row.cells.iter().map(|cell| escaped(cell)));
    }
}
