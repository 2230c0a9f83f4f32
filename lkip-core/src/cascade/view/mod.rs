//! Views of a cascade: the tree as text, as Mermaid, as a picture; tables; the way of a number; an office's page.
//!
//! They compute nothing: every figure is one of the evaluation.

mod mermaid;
mod page;
mod picture;
mod seen;
mod table;
mod text;
mod trace;
mod typeset;

pub use page::OfficePage;
pub use seen::{Cascading, HeldIndicator};
pub use table::CascadeTable;
pub use trace::{Step, Trace};
