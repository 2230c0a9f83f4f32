//! The tables that an LKjIP must contain (PermenPANRB 53/2014), as typed rows and columns, and their rendering.
//!
//! ```
//! use lkip_core::{Language, evaluate, report::Report, table};
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021",
//!     "indikator": [{"id": "iku-1", "nama": "Kerja sama", "satuan": "Dokumen", "target": "90,00", "realisasi": "100,00"}]
//! }"#)?;
//! let evaluation = evaluate::evaluate(&report, None)?;
//! let tables = table::tables(&evaluation);
//! assert_eq!(tables.first().map(|table| table.id()), Some("achievement"));
//! assert!(tables.iter().any(|table| table.to_markdown(Language::Indonesian).contains("| Kerja sama | Dokumen | 90,00 |")));
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod achievement;
mod agreement;
mod budget;
mod cell;
mod column;
mod csv;
mod draft;
mod efficiency;
mod finding;
mod html;
mod markdown;
mod national;
mod quarter;
mod renstra;
mod report;
mod row;
mod source;
mod supporting;
#[cfg(test)]
mod tests;
mod wording;
mod years;

pub use cell::{Absence, Cell, Shown, Sign, State};
pub use column::{Column, ColumnKind};
pub(crate) use draft::Draft;
pub(crate) use efficiency::{is_mostly_unspent, unspent_note};
pub(crate) use quarter::measured_against;
pub use report::TableReport;
pub(crate) use report::cell as cell_record;
pub use row::{Row, RowKind};
pub(crate) use wording::{both, plain, title};

use self::source::Source;
use crate::evaluate::Evaluation;
use crate::plain::choices;
use crate::prelude::*;
use crate::rules::Bilingual;

choices! {
    /// Which table it is.
    pub enum TableId {
        /// Target against realization of the period.
        Achievement = "achievement",
        /// Quarter by quarter.
        Quarters = "quarters",
        /// This year against earlier ones.
        Years = "years",
        /// Progress to the end of the strategic plan.
        Renstra = "renstra",
        /// Against the national value.
        National = "national",
        /// Achievement against absorption.
        Efficiency = "efficiency",
        /// The budget of every objective.
        BudgetByObjective = "budget_by_objective",
        /// The budget of every program.
        BudgetByProgram = "budget_by_program",
        /// The budget of every office.
        BudgetByOffice = "budget_by_office",
        /// Every line of the budget.
        Budget = "budget",
        /// Absorption that agreements promise against what was reached.
        Agreements = "agreements",
        /// Supporting values.
        Supporting = "supporting",
        /// What does not agree.
        Findings = "findings",
    }
}

/// A table: what it is called, its columns, its rows, and what must be known to read them.
#[doc(alias = "tabel")]
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    id: &'static str,
    title: Bilingual,
    columns: Vec<Column>,
    rows: Vec<Row>,
    notes: Vec<Bilingual>,
}

impl Table {
    /// Its stable name: `achievement`, `quarters`, `years`, `renstra`, `national`, `efficiency`, `budget_by_objective`,
    /// `budget_by_program`, `budget_by_office`, `budget`, `agreements`, `supporting`, `findings`; of a cascade
    /// `cascade_offices` and the like.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &Bilingual {
        &self.title
    }

    /// The columns; those that would be empty in every row are left out where a table can do without them.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows, each with one cell for every column.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What must be known to read it: other formulas than those of the columns, why a figure is missing, footnotes.
    #[must_use]
    pub fn notes(&self) -> &[Bilingual] {
        &self.notes
    }
}

/// The tables of a report, in the order of the regulation. A table without rows is left out.
///
/// Nothing is computed here: every figure is one of the evaluation, under its key.
#[must_use]
pub fn tables(evaluation: &Evaluation) -> Vec<Table> {
    let source = Source::new(evaluation);
    some_of(TableId::ALL, &mut |id| made(&source, *id))
}

/// One table of a report; nothing where it would have no rows.
pub(crate) fn table(evaluation: &Evaluation, id: TableId) -> Option<Table> {
    made(&Source::new(evaluation), id)
}

fn made(source: &Source<'_>, id: TableId) -> Option<Table> {
    match id {
        TableId::Achievement => achievement::table(source),
        TableId::Quarters => quarter::table(source),
        TableId::Years => years::table(source),
        TableId::Renstra => renstra::table(source),
        TableId::National => national::table(source),
        TableId::Efficiency => efficiency::table(source),
        TableId::BudgetByObjective => budget::by_objective(source),
        TableId::BudgetByProgram => budget::by_program(source),
        TableId::BudgetByOffice => budget::by_office(source),
        TableId::Budget => budget::tree(source),
        TableId::Agreements => agreement::table(source),
        TableId::Supporting => supporting::table(source),
        TableId::Findings => finding::table(source),
    }
}
