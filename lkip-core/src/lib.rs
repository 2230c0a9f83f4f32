//! How Indonesian government performance reports (SAKIP: LKIP, LKjIP) calculate: exactly, with an
//! explanation and a source for every figure.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::as_conversions
    )
)]

mod error;
mod language;
pub mod number;
mod outcome;

pub use error::{Canonical, Code, Detail, Details, Error, ErrorReport, Errors, Path};
pub use language::{Language, Text};
pub use number::{Expansion, Mode, Number, Ratio, ReadStyle, Rounding, Style};
pub use outcome::{Outcome, Reason, ReasonCode, ReasonReport};
