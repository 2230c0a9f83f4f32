//! Columns: the measures over whole tables, each row as it would be alone, many times faster.
//!
//! A column holds the digits of its numbers as integers, with one number of decimal places for all. A quotient is guessed
//! in floating point, corrected and proven in integers: what is reported is exact to the last digit. Rows that the fast way
//! does not hold (a target of zero, numbers of more than fifteen digits) take the way of a single measurement, which is
//! the reference for every row.
//!
//! ```
//! use lkip_core::batch::{Column, Table};
//! use lkip_core::rules;
//! let rules = rules::rule_set("bkd-ntt-2021")?;
//! let (targets, realizations) = ([32_500, 20_000, 0], [28_300, 20_100, 100]);
//! let table = Table::new(Column::new(&targets, 2), Column::new(&realizations, 2));
//! let made = table.achievements(&rules)?;
//! assert_eq!(made.percents()[..2], [8_707, 10_050]);
//! assert_eq!(made.places(), 2);
//! let label = |row: usize| made.category(row).map(|category| category.label.clone());
//! assert_eq!(label(0).as_deref(), Some("Sangat Berhasil"));
//! assert_eq!(made.outcome(2).reason().map(|reason| reason.as_str()), Some("zero_target"));
//! # Ok::<(), lkip_core::Errors>(())
//! ```

mod adding;
mod averages;
mod bands;
mod column;
mod cut;
#[cfg(feature = "report")]
mod efficiency;
mod float;
mod float32;
mod groups;
mod kernel;
mod mean;
mod outcome;
mod percentages;
mod plan;
mod quotient;
mod run;
mod short;
mod single;
mod sums;
mod table;
mod totals;
mod vectors;
mod width;

pub use averages::Averages;
#[cfg(feature = "frame")]
pub(crate) use column::Cell as ColumnCell;
pub(crate) use column::same_length;
pub use column::{Column, Digits, Presence};
#[cfg(feature = "report")]
pub use efficiency::Efficiencies;
pub use float32::Floats32;
pub use groups::Groups;
pub use outcome::{CategoryCode, RowOutcome};
#[cfg(feature = "report")]
pub use percentages::absorptions;
pub use percentages::{PercentRoom, Percentages, Room};
pub use run::MOST_TOLD;
pub use single::{Single, SingleAchievement};
pub use sums::{Sums, roll_up, sums};
pub use table::{Polarities, Rules, States, Table};
pub use totals::GroupCoverage;
