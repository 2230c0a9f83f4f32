//! How Indonesian government performance reports (SAKIP: LKIP, LKjIP) calculate: exactly, with an
//! explanation and a source for every figure.
#![forbid(unsafe_code)]
#![no_std]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::as_conversions)
)]

extern crate alloc;

pub mod api;
mod error;
pub mod explain;
mod language;
pub mod measure;
pub mod number;
mod outcome;
mod plain;
mod prelude;
pub mod rules;
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
