//! The report document (`lkip/1`): one JSON document holds a period's performance of an institution.
//!
//! A [`Document`] is what was written, field by field; a [`Report`] is a document that was checked: every number
//! is read, every reference leads somewhere, nothing runs in a circle. `schema/README.md` says what the parts mean.
//!
//! ```
//! use lkip_core::report::Report;
//! let report = Report::from_json(r#"{
//!     "schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021",
//!     "sasaran": [{"id": "s1", "nama": "Meningkatnya kinerja"}],
//!     "indikator": [{"id": "iku-1", "nama": "Kerja sama", "sasaran": "s1", "target": "90,00", "realisasi": "100,00"}]
//! }"#)?;
//! assert_eq!(report.document().indicators[0].name, "Kerja sama");
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod agreement;
mod budget;
mod check;
mod code;
mod condition;
mod document;
mod doubt;
mod formula;
mod holding;
mod indicator;
mod link;
mod links;
mod measured;
mod order;
mod places;
mod quantity;
mod references;
mod rules;
mod schema;
#[cfg(test)]
mod tests;
mod tree;
mod values;

pub use agreement::{Agreement, AgreementIndicator, AgreementProgram, Condition};
pub use budget::BudgetLine;
pub(crate) use check::Checked;
pub use check::Report;
pub use code::{BudgetCode, BudgetLevel};
pub use condition::Kept;
pub use document::{Document, Goal, NamedLevel, Objective, Office, OfficeLevel, Period, Printed, Shows, Supporting};
pub use formula::{FormulaKind, FormulaSpec, NamedOperand, OperandSpec};
pub(crate) use formula::{unit_of_formula, unit_of_text};
pub(crate) use holding::{Holding, Holdings, version_of, year_of};
pub use indicator::{EarlierYear, Indicator, National, PlanTarget, Quarter, QuarterTargets};
pub use link::{Link, LinkKind, Takes};
pub use measured::{Earlier, InQuarter, Measured};
pub use quantity::{Quantity, TargetText};
pub(crate) use references::Entry;
pub use rules::{Overrides, Rules};
pub use schema::json_schema;
pub use tree::Tree;
pub use values::{Id, Year};
