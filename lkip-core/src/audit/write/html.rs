//! Sections as HTML.

use super::block::{Block, Data, Fact, Grid, Section};
use crate::markup::html::{open, push_text};
use crate::prelude::*;
use crate::text::concat;

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A section with its heading at a level. The outermost says its language.
pub(super) fn push(html: &mut String, section: &Section, level: usize, language: Option<&str>) {
    let mut attributes = vec![("class", section.class.as_str())];
    attributes.extend(language.map(|language| ("lang", language)));
    open_with(html, "section", attributes, &section.data);
    html.push('\n');
    element(html, HEADINGS.get(level - 1).copied().unwrap_or("h6"), &section.heading);
    html.push('\n');
    for block in &section.blocks {
        match block {
            Block::Text(words) => {
                element(html, "p", words);
                html.push('\n');
            }
            Block::Facts(facts) => push_facts(html, facts),
            Block::Grid(grid) => push_grid(html, grid),
            Block::Section(below) => push(html, below, level + 1, None),
        }
    }
    html.push_str("</section>\n");
}

fn open_with<'a>(html: &mut String, name: &str, mut attributes: Vec<(&'a str, &'a str)>, data: &'a Data) {
    attributes.extend(data.iter().map(|(name, value)| (*name, value.as_str())));
    open(html, name, &attributes);
}

fn element(html: &mut String, name: &str, text: &str) {
    open(html, name, &[]);
    push_text(html, text);
    close(html, name);
}

fn close(html: &mut String, name: &str) {
    html.push_str(&concat(&["</", name, ">"]));
}

fn push_facts(html: &mut String, facts: &[Fact]) {
    html.push_str("<dl>\n");
    for fact in facts {
        element(html, "dt", fact.label);
        for value in &fact.values {
            open_with(html, "dd", Vec::new(), &value.data);
            push_text(html, &value.text);
            close(html, "dd");
        }
        html.push('\n');
    }
    html.push_str("</dl>\n");
}

fn push_grid(html: &mut String, grid: &Grid) {
    html.push_str("<table>\n");
    element(html, "caption", &grid.caption);
    html.push_str("\n<thead>\n<tr>");
    let class = |numeric: bool| if numeric { "lkip-number" } else { "lkip-text" };
    for column in &grid.columns {
        open(html, "th", &[("scope", "col"), ("class", class(column.numeric))]);
        push_text(html, column.label);
        close(html, "th");
    }
    html.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &grid.rows {
        open_with(html, "tr", if row.class.is_empty() { Vec::new() } else { vec![("class", &row.class)] }, &row.data);
        for (place, (column, cell)) in grid.columns.iter().zip(&row.cells).enumerate() {
            let name = if place == 0 { "th" } else { "td" };
            let scope = (place == 0).then_some(("scope", "row"));
            open_with(html, name, scope.into_iter().chain([("class", class(column.numeric))]).collect(), &Vec::new());
            push_text(html, cell);
            close(html, name);
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
}
