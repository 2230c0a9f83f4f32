//! Explanations: where a figure comes from, as one line and as a tree, in both languages; and receipts.

mod achievement;
mod average;
#[cfg(feature = "full")]
mod calculation;
mod node;
#[cfg(feature = "full")]
mod receipt;
mod writing;

#[cfg(feature = "full")]
pub(crate) use calculation::value_text as display_value;
pub use node::{Explanation, Input, RoundingStep, Source};
#[cfg(feature = "full")]
pub use receipt::Receipt;
pub(crate) use writing::{display_percent, style_of};
