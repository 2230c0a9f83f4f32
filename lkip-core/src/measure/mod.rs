//! The measures: what a rule set makes of targets and realizations.

mod achievement;
mod average;
mod classify;
mod input;
pub(crate) mod written;

pub(crate) use achievement::formula as declared_formula;
pub use achievement::{Achievement, Percent};
pub use average::{Average, Coverage, Item, ItemValue, LeftOut, average};
pub(crate) use average::{Term, check_weight};
pub use classify::classify;
pub use input::{Measurement, Realization, Target};
