//! HTML: a fragment that readers with and without eyes can follow.

use super::cell::Cell;
use super::{Column, Row, RowKind, Table};
use crate::language::Language;
use crate::markup::html::{open, push_text};
use crate::prelude::*;
use crate::text::{concat, size};

impl Table {
    /// HTML in one language: a `<table>` with its caption and scopes, and a list of the notes behind it.
    ///
    /// It has no styles of its own: kinds of rows and cells are classes (`lkip-group`, `lkip-rupiah`), depth, keys, states and
    /// ranks are `data-lkip-…`. Categories, signs and states are told in words, never by colour alone.
    ///
    /// ```
    /// # use lkip_core::{Language, evaluate, report::Report, table};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "rules": "setda-kaltim-2021",
    /// #     "supporting": [{"id": "x", "name": "A < B", "value": "45"}]}"#)?;
    /// # let evaluation = evaluate::evaluate(&report, None)?;
    /// let tables = table::tables(&evaluation);
    /// let html = tables.first().map(|table| table.to_html(Language::English)).unwrap_or_default();
    /// assert!(html.contains(r#"<caption>Supporting values, 2021</caption>"#));
    /// assert!(html.contains(r#"<th scope="row" class="lkip-text">A &lt; B</th>"#));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn to_html(&self, language: Language) -> String {
        let tag = language.tag();
        let mut html = String::new();
        open(&mut html, "table", &[("class", "lkip-table"), ("data-lkip-table", self.id()), ("lang", tag)]);
        html.push_str("\n<caption>");
        push_text(&mut html, self.title.get(language));
        html.push_str("</caption>\n");
        self.push_head(&mut html, language);
        self.push_body(&mut html, language);
        html.push_str("</table>\n");
        if !self.notes.is_empty() {
            open(&mut html, "ul", &[("class", "lkip-notes"), ("lang", tag)]);
            html.push('\n');
            for note in &self.notes {
                html.push_str("<li>");
                push_text(&mut html, note.get(language));
                html.push_str("</li>\n");
            }
            html.push_str("</ul>\n");
        }
        html
    }

    fn push_head(&self, html: &mut String, language: Language) {
        html.push_str("<thead>\n<tr>");
        for column in &self.columns {
            let class = class_of(column);
            open(html, "th", &[("scope", "col"), ("class", &class), ("data-lkip-column", &column.id)]);
            push_text(html, column.label.get(language));
            html.push_str("</th>");
        }
        html.push_str("</tr>\n");
        if self.columns.iter().any(|column| column.formula.is_some()) {
            open(html, "tr", &[("class", "lkip-formulas")]);
            for (place, column) in self.columns.iter().enumerate() {
                html.push_str("<td>");
                push_text(html, &column.formula.clone().unwrap_or_else(|| size(place + 1)));
                html.push_str("</td>");
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</thead>\n");
    }

    /// A heading begins a body of its own, so that it is the heading of the rows in it; what is below belongs to none.
    fn push_body(&self, html: &mut String, language: Language) {
        html.push_str("<tbody>\n");
        let mut headed = false;
        for (place, row) in self.rows.iter().enumerate() {
            let heads = row.kind == RowKind::Group;
            if place > 0 && (heads || headed && row.depth == 0) {
                html.push_str("</tbody>\n<tbody>\n");
            }
            headed = heads || headed && row.depth > 0;
            self.push_row(html, row, language);
        }
        html.push_str("</tbody>\n");
    }

    fn push_row(&self, html: &mut String, row: &Row, language: Language) {
        let class = concat(&["lkip-", row.kind.as_str()]);
        let depth = size(row.depth);
        let mut attributes = vec![("class", class.as_str()), ("data-lkip-depth", depth.as_str())];
        attributes.extend(row.subject.as_deref().map(|subject| ("data-lkip-subject", subject)));
        open(html, "tr", &attributes);
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            push_cell(html, column, row.kind, cell, language);
        }
        html.push_str("</tr>\n");
    }
}

fn class_of(column: &Column) -> String {
    concat(&["lkip-", column.kind.as_str()])
}

fn push_cell(html: &mut String, column: &Column, row: RowKind, cell: &Cell, language: Language) {
    let class = class_of(column);
    let scope = if row == RowKind::Group { "rowgroup" } else { "row" };
    let name = if column.names_rows { "th" } else { "td" };
    let mut attributes = Vec::new();
    if column.names_rows {
        attributes.push(("scope", scope));
    }
    attributes.push(("class", class.as_str()));
    let more = data(cell);
    attributes.extend(more.iter().map(|(name, value)| (*name, value.as_str())));
    open(html, name, &attributes);
    match cell {
        Cell::Sign(sign) => {
            // Aloud a sign alone is not read, or as something else.
            open(html, "span", &[("role", "img"), ("aria-label", sign.words().get(language))]);
            html.push_str(sign.as_sign());
            html.push_str("</span>");
        }
        _ => push_text(html, &cell.display(language)),
    }
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

/// What a cell says to programs beside its text.
fn data(cell: &Cell) -> Vec<(&'static str, String)> {
    let mut data = Vec::new();
    let key = match cell {
        Cell::Figure(shown) => shown.key.as_ref(),
        Cell::Range { key, .. } => key.as_ref(),
        Cell::Absent(absence) => absence.key.as_ref(),
        _ => None,
    };
    data.extend(key.map(|key| ("data-lkip-figure", key.clone())));
    match cell {
        Cell::Figure(shown) => data.push(("data-lkip-value", shown.value.text())),
        Cell::Category(band) => {
            data.push(("data-lkip-category", band.category().code.clone()));
            data.push(("data-lkip-rank", size(band.rank())));
            data.push(("data-lkip-of", size(band.scale().categories.len())));
        }
        Cell::Sign(sign) => data.push(("data-lkip-sign", sign.as_str().to_owned())),
        Cell::Absent(absence) => data.push(("data-lkip-state", absence.state.as_str().to_owned())),
        _ => {}
    }
    data
}
