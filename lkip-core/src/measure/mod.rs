//! The measures: what a rule set makes of targets and realizations.

mod achievement;
mod average;
#[cfg(feature = "full")]
mod budget;
#[cfg(feature = "full")]
mod calculation;
mod classify;
#[cfg(feature = "full")]
mod comparison;
#[cfg(feature = "full")]
mod composite;
#[cfg(feature = "full")]
mod efficiency;
mod input;
#[cfg(feature = "full")]
mod operand;
#[cfg(feature = "full")]
mod required;
#[cfg(feature = "full")]
mod value;
pub(crate) mod written;

pub(crate) use achievement::formula as declared_formula;
pub use achievement::{Achievement, Percent};
pub use average::{Average, Coverage, Item, ItemValue, LeftOut, average};
pub(crate) use average::{Term, check_weight};
#[cfg(feature = "full")]
pub use budget::{absorption, remainder, total};
#[cfg(feature = "full")]
pub use calculation::Calculation;
#[cfg(feature = "full")]
pub(crate) use calculation::Shape;
pub use classify::classify;
#[cfg(feature = "full")]
pub use comparison::{Against, Progress, change, difference};
#[cfg(feature = "full")]
pub use composite::{Composite, CountBounds, SakipEdition};
#[cfg(feature = "full")]
pub use efficiency::{EfficiencyParts, efficiency};
pub use input::{Measurement, Realization, Target};
#[cfg(feature = "full")]
pub use operand::{Carried, Label, Operand, OperandValue, Remarks};
#[cfg(feature = "full")]
pub use required::{End, Reach, Remaining, Required, Span, Wanted, required_realization, required_remaining};
#[cfg(feature = "full")]
pub use value::{Exact, Unit, Value};
