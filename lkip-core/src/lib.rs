//! How Indonesian government performance reports (SAKIP: LKIP, LKjIP) calculate: exactly, with an explanation
//! and a source for every figure. Targets and realizations are read as officials write them, measured under a named
//! rule set on exact ratios, rounded once, and given a category; what cannot be computed is an answer with a reason.
//!
//! ```
//! use lkip_core::{Language, Measurement, Number, rules};
//!
//! let rules = rules::rule_set("setda-kaltim-2021")?;
//! let (target, realization): (Number, Number) = ("70.00".parse()?, "98.40".parse()?);
//! let achievement = Measurement::new(target, realization).achievement(&rules);
//! let line = achievement.line(Language::Indonesian);
//! assert_eq!(line, "98,40 ÷ 70,00 × 100 % = 140,5714… → 140,57 % (dibulatkan)");
//! # Ok::<(), lkip_core::Error>(())
//! ```
//!
//! # The types that matter
//!
//! - [`Number`] is a decimal as it was written; [`Ratio`] is what flows between formulas; [`Rounding`] is the one step
//!   from the second to the first. [`number::read`] reads `"Rp. 111.617.829.255,-"` and `"66,00 (peringkat 4)"`.
//! - [`RuleSet`] declares every choice that turns inputs into figures, with its sources; [`Scale`] holds categories. Both are
//!   data: of the catalogue ([`rules::rule_set`], [`rules::scale`]) or a user's own ([`RuleSet::from_json`]).
//! - [`Measurement`] gives an [`Achievement`]; [`measure::average`] gives an [`Average`], which says n of N.
//! - [`Outcome`] is a value or the [`Reason`] why there is none; an [`Error`] is a mistake in what was given.
//! - [`Explanation`] says where a figure comes from, [`Receipt`] what it was made of and by.
//! - [`report::Report`] is a checked document of a period's performance, [`evaluate::Evaluation`] every figure of it.
//!   [`table::tables`] are the tables that an LKjIP must contain, typed and written as Markdown, HTML or CSV; [`chart::chart`] gives the
//!   data of its charts.
//!   [`audit::audit`] says which of the figures that a report prints are wrong, and why; [`audit::columns::audit`] says it
//!   of a table straight from a spreadsheet. [`cascade::cascade`] checks the agreements of offices against each other, and shows
//!   them as a tree, a picture, tables.
//! - [`batch`] measures whole columns, each row as it would be alone, many times faster; [`frame`] finds out which column of a
//!   table is what, and reads its cells.
//! - [`api`] is the same as plain data: a call in, an answer out, also in JSON. Python and JavaScript stand on it.
//!
//! # What it does not do
//!
//! It reads no files, knows no clock, draws no random numbers and never panics.
//!
//! # Features
//!
//! Each holds the one before it. What a build has, it answers the same to the byte; an operation that it lacks is refused
//! with [`Code::UnknownOperation`].
//!
//! - none: what a form needs, small enough to be sent to a browser for it: `achievement`, `average`, `classify`,
//!   `read_number` and `write_number`, under the rule sets and scales of regulations and reports.
//! - **full**: all calculations on single values and the catalogue: `read_numbers`, `in_words`, `required_realization`,
//!   `rule_sets`, `rule_set`, `scales`, `scale` and `codes`; receipts, the notes of citations, and the scales of
//!   applications (`app-…`).
//! - **report** (default): the report document: `evaluate`, `figure`, `what_if`, `audit`, `cascade`, `office`, `trace`, `tables`, `chart`, and
//!   `required_realization` for an indicator of a report; with that the modules `report`, `evaluate`, `audit`, `cascade`, `table` and `chart`,
//!   and the formulas of [`measure`] that only reports have.
//! - **batch**: the module [`batch`], whole columns at once; needs **full**. **frame** (default) holds it, and the module [`frame`]
//!   with the operation `measure`: tables as people write them. **avx2** holds **batch**, and computes with vectors of 256
//!   bits where the processor has them; **avx512** (default) holds **avx2**, and computes with those of 512. **rayon** holds **batch**,
//!   and computes long columns in several threads.
#![forbid(unsafe_code)]
#![no_std]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)
)]

extern crate alloc;

pub mod api;
#[cfg(feature = "report")]
pub mod audit;
#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "report")]
pub mod cascade;
#[cfg(feature = "report")]
pub mod chart;
mod error;
#[cfg(feature = "report")]
pub mod evaluate;
pub mod explain;
#[cfg(feature = "full")]
mod finding;
#[cfg(feature = "frame")]
pub mod frame;
mod language;
#[cfg(feature = "report")]
mod lookup;
#[cfg(feature = "report")]
mod markup;
pub mod measure;
pub mod number;
mod outcome;
mod plain;
mod prelude;
#[cfg(feature = "report")]
pub mod report;
pub mod rules;
#[cfg(feature = "report")]
pub mod table;
mod text;

pub use error::{Canonical, Code, Detail, Details, Error, ErrorReport, Errors, Path};
pub use explain::Explanation;
#[cfg(feature = "full")]
pub use explain::Receipt;
pub use language::{Language, Text};
pub use measure::{Achievement, Average, Measurement, Realization, Target};
pub use number::{Expansion, Mode, Number, Ratio, ReadStyle, Rounding, Style};
pub use outcome::{Outcome, Reason, ReasonCode, ReasonReport};
pub use plain::{Plain, Record};
pub use rules::{Polarity, RuleSet, Scale};
