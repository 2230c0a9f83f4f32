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
mod input;
mod note;
mod performance;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

pub use input::{Cell, Column, ColumnName, Columns, RowKind};
pub use note::{Note, NoteCode};

use self::document::{Made, document};
use self::infer::{Inferred, NEUTRAL, infer};
use self::rows::Rows;
use self::sheet::Sheet;
use super::network::Network;
use super::{Audit, Convention, Diagnosis, Finding, Question, Verdict, audit_knowing};
use crate::error::{Code, Error, Errors};
use crate::evaluate::evaluate;
use crate::number::Style;
use crate::plain::Plain;
use crate::prelude::*;
use crate::report::Report;
use crate::rules::{self, Method, RuleSet};
use crate::text::concat;

/// A table, recomputed.
#[doc(alias = "audit")]
#[derive(Clone, Debug)]
pub struct ColumnsAudit {
    audit: Audit,
    length: usize,
    styles: Vec<(ColumnName, Option<Style>)>,
    /// The row and the column of every printed entry.
    places: Vec<(usize, ColumnName)>,
    unread: Vec<Unread>,
    notes: Vec<Note>,
    neutral: bool,
    inferred: Vec<Convention>,
    undecided: Vec<Question>,
}

/// A cell that cannot be read and prints no figure.
#[derive(Clone, Debug)]
struct Unread {
    row: usize,
    column: ColumnName,
    /// What would be the key of its figure.
    figure: String,
    error: Error,
}

/// One cell of a table with its verdict.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AuditedCell<'a> {
    /// The place of the row, from 0.
    pub row: usize,
    /// The column.
    pub column: ColumnName,
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
    let base = match rules {
        Some(rules) => rules.clone(),
        None => rules::rule_set(NEUTRAL)?,
    };
    let weighted = base.average.method == Method::Weighted && columns.has_any(&ColumnName::PERFORMANCE);
    if weighted && columns.named(ColumnName::Weight).is_none() {
        let name = ColumnName::Weight.as_str();
        return Err(Error::new(Code::MissingField).text("field", name).within(name).into());
    }
    let sheet = Sheet::read(columns);
    let rows = Rows::new(columns, &sheet);
    let notes = note::notes(columns, &sheet, &rows);
    let Made { document, known, places, unread, notes } = document(columns, &sheet, &rows, weighted, notes);
    let report = Report::from_plain(&Plain::Record(document))?;
    let inferred = match rules {
        Some(_) => Inferred { rules: base, conventions: Vec::new(), undecided: Vec::new() },
        None => infer(columns, &report, &known, base)?,
    };
    let evaluation = evaluate(&report, Some(&inferred.rules))?;
    let mut audit = audit_knowing(&evaluation, &known);
    let network = Network::new(&evaluation, &known);
    let unreadable = each(&unread, &mut |cell| cell.finding(&network));
    audit.findings.extend(unreadable);
    super::finding::sort(&mut audit.findings);
    Ok(ColumnsAudit {
        audit,
        length: sheet.length,
        styles: each(&sheet.columns, &mut |column| (column.name, column.style)),
        places,
        unread,
        notes,
        neutral: rules.is_none(),
        inferred: inferred.conventions,
        undecided: inferred.undecided,
    })
}

impl Unread {
    fn finding(&self, network: &Network<'_>) -> Finding {
        let achievement = self.figure.strip_suffix(".target").map(|subject| concat(&[subject, ".achievement"]));
        let place = achievement.and_then(|key| network.evaluation.place(&key));
        let affected = place.map(|place| [vec![place], network.affected(place)].concat()).unwrap_or_default();
        Finding {
            verdict: Verdict::Malformed,
            figure: self.figure.clone(),
            entries: Vec::new(),
            expected: None,
            diagnoses: Vec::new(),
            error: Some(self.error.clone()),
            elsewhere: Vec::new(),
            affects: each(&affected, &mut |place| network.key(*place).to_owned()),
        }
    }
}

impl ColumnsAudit {
    /// The audit of the report that says what the table says. Its keys have the number of the row, from 1:
    /// `indicators.row-3.achievement`.
    #[must_use]
    pub fn audit(&self) -> &Audit {
        &self.audit
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
        for cell in self.unread.iter().filter(|cell| cell.figure == finding.figure) {
            places.push((cell.row, cell.column));
        }
        places
    }

    /// A cell with its verdict, the row counted from 0. Nothing where no figure stands in it and none could.
    #[must_use]
    pub fn cell(&self, row: usize, column: ColumnName) -> Option<AuditedCell<'_>> {
        let here = |place: &(usize, ColumnName)| *place == (row, column);
        if let Some(entry) = self.places.iter().position(here) {
            return self.entry(entry);
        }
        let unread = self.unread.iter().find(|cell| (cell.row, cell.column) == (row, column))?;
        Some(unread_cell(unread))
    }

    /// Every cell with a verdict, row by row.
    #[must_use]
    pub fn cells(&self) -> Vec<AuditedCell<'_>> {
        let mut cells: Vec<_> = (0..self.places.len()).filter_map(|entry| self.entry(entry)).collect();
        cells.extend(self.unread.iter().map(unread_cell));
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells
    }

    /// Whether a finding is about a printed entry. A sum that does not come out has none where its total is a dash.
    fn is_about(&self, finding: &Finding, entry: usize) -> bool {
        let printed = self.audit.evaluation.report().document().printed.get(entry);
        let prints_it = || printed.is_some_and(|printed| printed.figure == finding.figure);
        finding.entries.contains(&entry) || finding.entries.is_empty() && prints_it()
    }

    fn entry(&self, entry: usize) -> Option<AuditedCell<'_>> {
        let (row, column) = *self.places.get(entry)?;
        let (printed, audited) =
            (self.audit.evaluation.report().document().printed.get(entry)?, self.audit.entries.get(entry)?);
        // A total of the inputs is sound as a figure; that its parts do not make it is a finding.
        let finding = self.findings().iter().find(|finding| self.is_about(finding, entry));
        let worse = finding.filter(|finding| finding.verdict > audited.verdict);
        Some(match worse {
            Some(finding) => AuditedCell {
                row,
                column,
                figure: &printed.figure,
                verdict: finding.verdict,
                expected: finding.expected(),
                diagnoses: finding.diagnoses(),
                error: finding.error(),
            },
            None => AuditedCell {
                row,
                column,
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

    /// The id of the neutral rules that the inference started from; nothing where rules were given.
    #[must_use]
    pub fn neutral(&self) -> Option<&str> {
        self.neutral.then_some(NEUTRAL)
    }

    /// What was inferred from the figures of the table, with those that decide it and those that speak against it.
    #[must_use]
    pub fn inferred(&self) -> &[Convention] {
        &self.inferred
    }

    /// What the table asks and no figure of it decides: there the neutral rules hold.
    #[must_use]
    pub fn undecided(&self) -> &[Question] {
        &self.undecided
    }

    /// How the numbers of every column are written: as declared, or as its cells prove.
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

fn unread_cell(cell: &Unread) -> AuditedCell<'_> {
    AuditedCell {
        row: cell.row,
        column: cell.column,
        figure: &cell.figure,
        verdict: Verdict::Malformed,
        expected: None,
        diagnoses: &[],
        error: Some(&cell.error),
    }
}
