//! The audit of a table without a document: columns of text straight from a spreadsheet or a form.
//!
//! The table becomes a report document and is audited as any other. Without rules, those that its figures show are used, and the
//! result says which choices were inferred, by which figures, and what nothing decided.
//!
//! ```
//! use lkip_core::audit::{Cause, ColumnName, Columns, Question, Verdict, columns};
//! let table = Columns::new("Tabel 3.3")
//!     .with(ColumnName::Label, ["Penyediaan jasa", "Pemeliharaan", "Kerumahtanggaan"])
//!     .with(ColumnName::Allocation, ["26.513.460.600", "6.305.638.000", "7.360.115.740"])
//!     .with(ColumnName::Spending, ["23.726.026.250", "5.053.485.566", "6.803.480.375"])
//!     .with(ColumnName::Absorption, ["89,48", "81,04", "92,43"]);
//! let audited = columns::audit(&table, None)?;
//! // 89.4867… is printed as 89,48: the figures are cut off, not rounded.
//! let rounding = &audited.inferred()[0];
//! assert_eq!((rounding.question(), rounding.choice()), (Question::BudgetRounding, "truncate"));
//! let cell = audited.cell(1, ColumnName::Absorption).expect("it is a figure");
//! assert_eq!((cell.verdict, cell.expected), (Verdict::Mismatch, Some("80.14")));
//! assert_eq!(cell.diagnoses[0].cause(), Cause::Transposed);
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod budget;
mod document;
mod infer;
mod inference;
mod input;
mod note;
mod performance;
mod print;
mod read;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

use alloc::sync::Arc;

pub use inference::Inference;
pub use input::{Cell, Column, ColumnName, Columns, RowKind};
pub use note::{Note, NoteCode};

use self::budget::Budget;
use self::document::Table;
use self::infer::infer;
use self::performance::Performance;
use self::print::print;
use self::rows::Rows;
use self::sheet::Sheet;
use super::{Audit, Convention, Diagnosis, Finding, Question, Verdict, audit_knowing};
use crate::error::{Code, Error, Errors};
use crate::evaluate::evaluate;
use crate::number::Style;
use crate::plain::Plain;
use crate::prelude::*;
use crate::report::Report;
use crate::rules::{Method, RuleSet};

/// A table, recomputed.
#[doc(alias = "audit")]
#[derive(Clone, Debug)]
pub struct ColumnsAudit {
    audit: Arc<Audit>,
    length: usize,
    styles: Vec<(ColumnName, Option<Style>)>,
    /// The row and the column of every printed entry.
    places: Vec<(usize, ColumnName)>,
    notes: Vec<Note>,
}

/// One cell of a table with its verdict.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AuditedCell<'a> {
    /// The place of the row, from 0.
    pub row: usize,
    /// The column.
    pub column: ColumnName,
    /// The text as it was given.
    pub text: &'a str,
    /// The key of the figure that it prints.
    pub figure: &'a str,
    /// The verdict.
    pub verdict: Verdict,
    /// What should stand there, at the places of the print.
    pub expected: Option<&'a str>,
    /// What explains it, the most telling first.
    pub diagnoses: &'a [Diagnosis],
    /// Why it cannot be read.
    pub error: Option<&'a Error>,
}

/// Compares every figure of a table with the one that its inputs give.
///
/// Without rules it starts from neutral ones and infers from the figures themselves how they are rounded, which formula and which
/// scale they follow, and what averages are made of.
///
/// A cell that cannot be read is a finding in its place, and nothing is said of what rests on it.
///
/// # Errors
///
/// [`Code::UnequalLengths`]; [`Code::MissingField`] for a column that others are made of (a percentage without target or
/// realization, weights that the rules need); [`Code::SameField`] for a column that is there twice.
pub fn audit(columns: &Columns, rules: Option<&RuleSet>) -> Result<ColumnsAudit, Errors> {
    columns.check()?;
    let has_performance = columns.has_any(&ColumnName::PERFORMANCE);
    let weighted = has_performance && rules.is_some_and(|rules| rules.average.method == Method::Weighted);
    if weighted && columns.named(ColumnName::Weight).is_none() {
        let name = ColumnName::Weight.as_str();
        return Err(Error::new(Code::MissingField).text("field", name).within(name).into());
    }
    let sheet = Sheet::read(columns);
    let rows = Rows::new(columns, &sheet);
    let (performance, budget) = (Performance::new(&sheet, &rows), Budget::new(&sheet, &rows));
    let table = Table { columns, sheet: &sheet, rows: &rows, performance, budget, weighted };
    let print = print(&table);
    let report = Report::from_plain(&Plain::Record(table.document(print.printed)))?;
    let (rules, inference) = match rules {
        Some(rules) => (rules.clone(), None),
        None => infer(columns, &report, &print.known).map(|(rules, inference)| (rules, Some(inference)))?,
    };
    let mut audit = audit_knowing(&evaluate(&report, Some(&rules))?, &print.known);
    audit.inference = inference;
    let mut notes = note::notes(columns, &sheet, &rows);
    notes.extend(print.notes);
    Ok(ColumnsAudit {
        audit: Arc::new(audit),
        length: sheet.length,
        styles: some_of(&sheet.columns, &mut |column| (!column.name.is_text()).then_some((column.name, column.style))),
        places: print.places,
        notes,
    })
}

impl ColumnsAudit {
    /// The audit of the report that says what the table says. Its keys have the number of the row, from 1:
    /// `indicators.row-3.achievement`.
    #[must_use]
    pub fn audit(&self) -> &Audit {
        &self.audit
    }

    /// The same, to be kept apart from the table.
    pub(crate) fn shared(&self) -> Arc<Audit> {
        Arc::clone(&self.audit)
    }

    /// How many rows the table has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// What is wrong, the worst first.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        self.audit.findings()
    }

    /// The cells that a finding is about: row, from 0, and column.
    #[must_use]
    pub fn places(&self, finding: &Finding) -> Vec<(usize, ColumnName)> {
        let mut places = Vec::new();
        for (entry, place) in self.places.iter().enumerate() {
            if self.is_about(finding, entry) {
                places.push(*place);
            }
        }
        places
    }

    /// A cell with its verdict, the row counted from 0. Nothing where no figure stands in it and none could.
    #[must_use]
    pub fn cell(&self, row: usize, column: ColumnName) -> Option<AuditedCell<'_>> {
        self.at(self.places.iter().position(|place| *place == (row, column))?)
    }

    /// Every cell with a verdict, row by row.
    #[must_use]
    pub fn cells(&self) -> Vec<AuditedCell<'_>> {
        let mut cells = Vec::with_capacity(self.places.len());
        for entry in 0..self.places.len() {
            append(&mut cells, self.at(entry));
        }
        cells
    }

    /// The place of a printed entry: its row, from 0, and its column.
    #[must_use]
    pub fn place(&self, entry: usize) -> Option<(usize, ColumnName)> {
        self.places.get(entry).copied()
    }

    /// Whether a finding is about a printed entry. A sum that does not come out has none where its total is a dash.
    fn is_about(&self, finding: &Finding, entry: usize) -> bool {
        let printed = self.audit.evaluation.report().document().printed.get(entry);
        let prints_it = || printed.is_some_and(|printed| printed.figure == finding.figure);
        finding.entries.contains(&entry) || finding.entries.is_empty() && prints_it()
    }

    fn at(&self, entry: usize) -> Option<AuditedCell<'_>> {
        let (row, column) = self.place(entry)?;
        let (printed, audited) =
            (self.audit.evaluation.report().document().printed.get(entry)?, self.audit.entries.get(entry)?);
        // A total of the inputs is sound as a figure; that its parts do not make it is a finding.
        let finding = self.findings().iter().find(|finding| self.is_about(finding, entry));
        let worse = finding.filter(|finding| finding.verdict > audited.verdict);
        Some(match worse {
            Some(finding) => AuditedCell {
                row,
                column,
                text: &printed.text,
                figure: &printed.figure,
                verdict: finding.verdict,
                expected: finding.expected(),
                diagnoses: finding.diagnoses(),
                error: finding.error(),
            },
            None => AuditedCell {
                row,
                column,
                text: &printed.text,
                figure: &printed.figure,
                verdict: audited.verdict,
                expected: audited.expected(),
                diagnoses: audited.diagnoses(),
                error: audited.error(),
            },
        })
    }

    /// The rules that the table was recomputed by, with what was inferred.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        self.audit.evaluation.rules()
    }

    /// What was inferred from the figures of the table; nothing where rules were given.
    #[must_use]
    pub fn inferred(&self) -> &[Convention] {
        self.audit.inference.as_ref().map_or(&[], Inference::inferred)
    }

    /// What the table asks and no figure of it decides: there the neutral rules hold.
    #[must_use]
    pub fn undecided(&self) -> &[Question] {
        self.audit.inference.as_ref().map_or(&[], Inference::undecided)
    }

    /// How the numbers of every column of numbers are written: as declared, or as its cells prove.
    #[must_use]
    pub fn styles(&self) -> &[(ColumnName, Option<Style>)] {
        &self.styles
    }

    /// What else was noticed about cells.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}
