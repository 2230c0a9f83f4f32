//! Numbers: strict decimals, exact ratios, named rounding, reading and writing.
//!
//! A [`Number`] is what people write; a [`Ratio`] is what flows between formulas; a [`Rounding`] is the one
//! step from the second back to the first. No binary float ever holds a figure.

mod decimal;
#[cfg(feature = "full")]
mod exact;
mod natural;
mod ratio;
mod read;
#[cfg(feature = "report")]
mod root;
mod rounding;
mod style;
mod words;
mod write;

pub use decimal::Number;
pub use ratio::{Expansion, Ratio};
#[cfg(feature = "frame")]
pub(crate) use read::ColumnReader;
pub use read::{Column, Content, Reading, Relation, read, read_column, read_plain};
pub use rounding::{Mode, Rounding};
pub use style::{ReadStyle, Style};
pub use words::{in_words, rupiah_in_words};
pub use write::{Form, write};
