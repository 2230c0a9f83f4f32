//! Frames: tables with headings, as spreadsheets and data frames hold them, made ready for [`batch`](crate::batch).
//!
//! [`Roles`] finds out which column is what, [`TextColumn`] reads cells as people write them, [`Inputs`] holds what was found to
//! the rules of a single measurement and gives a [`Table`](crate::batch::Table).
//!
//! ```
//! use lkip_core::frame::{Asked, Cell, Inputs, Roles, TextColumn, Values};
//! use lkip_core::{ReadStyle, rules};
//! let rules = rules::rule_set("bkd-ntt-2021")?;
//! let headings = ["Indikator", "Target 2021", "Realisasi 2021"];
//! let roles = Roles::find(&headings, &Asked::default())?;
//! assert_eq!((roles.target, roles.realization), (1, 2));
//! let read = |cells: [&'static str; 2]| TextColumn::read(cells.into_iter().map(Cell::Text), ReadStyle::Detect);
//! let (targets, realizations) = (read(["325", "90 - 100 %"]), read(["283", "95,5 %"]));
//! let inputs = Inputs::new(Values::Text(&targets), Values::Text(&realizations)).ready()?;
//! let made = inputs.table().achievements(&rules)?;
//! assert_eq!(made.percent(0).map(|percent| percent.to_string()).as_deref(), Some("87.07"));
//! assert_eq!(made.percent(1).map(|percent| percent.to_string()).as_deref(), Some("100.00"));
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod grouping;
mod heading;
mod inputs;
mod made;
mod roles;
mod text;
mod word;

pub use grouping::Grouping;
pub use inputs::{Inputs, Ready, Values};
pub use made::{Made, made};
pub use roles::{Asked, PolarityOf, Role, Roles, place_of};
pub use text::{Cell, TextColumn};
pub use word::{polarities, states};

pub use crate::measure::written::State;

use crate::error::{Code, Error};

/// What is said of a column of floats whose decimal places nobody states.
#[must_use]
pub fn places_missing(heading: &str) -> Error {
    Error::new(Code::PlacesMissing).text("column", heading).within(heading)
}
