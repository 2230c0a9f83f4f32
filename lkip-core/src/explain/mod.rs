//! Explanations: where a figure comes from, as one line and as a tree, in both languages; and receipts.

mod achievement;
mod average;
#[cfg(feature = "report")]
mod calculation;
mod node;
#[cfg(feature = "full")]
mod receipt;
#[cfg(feature = "full")]
mod required;
#[cfg(feature = "report")]
mod told;
mod writing;

#[cfg(feature = "report")]
pub(crate) use calculation::value_text as display_value;
pub use node::{Explanation, Input, RoundingStep, Source};
#[cfg(feature = "full")]
pub use receipt::Receipt;
#[cfg(feature = "report")]
pub(crate) use told::told;
pub(crate) use writing::{display_percent, style_of};
