//! `tables`: the tables of an LKjIP, as data or rendered.

use super::{Call, Options};
use crate::error::Errors;
use crate::evaluate::Evaluation;
use crate::language::Language;
use crate::plain::{Plain, Record, choices, choose, list, serialize_as_plain};
use crate::prelude::*;
use crate::table::{Table, TableId, tables};

choices! {
    /// What a table is told as.
    pub enum TableFormat {
        /// Columns and rows.
        Data = "data",
        /// Markdown.
        Markdown = "markdown",
        /// HTML.
        Html = "html",
        /// Comma-separated values (RFC 4180).
        Csv = "csv",
    }
}

/// What `tables` gives.
#[derive(Clone, Debug)]
pub struct TablesAnswer {
    /// The evaluation that the tables are of.
    pub evaluation: Evaluation,
    /// The tables that were asked for; all where the call names none.
    pub tables: Vec<Table>,
    /// What they are told as.
    pub format: TableFormat,
    /// Language of the answer.
    pub options: Options,
}

pub(super) fn answer(call: &Call) -> Result<TablesAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let wanted = f.optional(&["tables", "tabel"], |p| list(p, choose::<TableId>));
    let format = f.optional(&["format"], choose::<TableFormat>).unwrap_or_default();
    let evaluation = call.evaluation(&mut f);
    f.done(|| {
        let evaluation = evaluation?;
        let mut tables = tables(&evaluation);
        if let Some(wanted) = wanted {
            tables.retain(|table| wanted.iter().any(|id| id.as_str() == table.id()));
        }
        Some(TablesAnswer { evaluation, tables, format, options })
    })
}

impl From<&TablesAnswer> for Plain {
    fn from(answer: &TablesAnswer) -> Self {
        let language = answer.options.language;
        let mut record = super::computed();
        record.text("report", &answer.evaluation.report().document().title);
        record.text("rules", &answer.evaluation.rules().id);
        record.put("tables", each(&answer.tables, &mut |table| told(table, answer.format, language)));
        Self::Record(record)
    }
}

/// A table as it was asked for.
pub(super) fn told(table: &Table, format: TableFormat, language: Language) -> Plain {
    let text = match format {
        TableFormat::Data => return Plain::from(&table.report(language)),
        TableFormat::Markdown => table.to_markdown(language),
        TableFormat::Html => table.to_html(language),
        TableFormat::Csv => table.to_csv(),
    };
    let mut record = Record::new();
    record.text("id", table.id());
    record.text("title", table.title().get(language));
    record.put("text", text);
    Plain::Record(record)
}

serialize_as_plain!(TablesAnswer);
