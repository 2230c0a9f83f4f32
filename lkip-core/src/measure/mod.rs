//! The measures: what a rule set makes of targets and realizations.

mod achievement;
#[cfg(feature = "report")]
mod again;
mod average;
#[cfg(feature = "report")]
mod budget;
#[cfg(feature = "report")]
mod calculation;
mod classify;
#[cfg(feature = "report")]
mod comparison;
#[cfg(feature = "report")]
mod composite;
#[cfg(feature = "report")]
mod composition;
#[cfg(feature = "report")]
mod efficiency;
mod input;
#[cfg(feature = "report")]
mod operand;
#[cfg(feature = "report")]
mod quarters;
#[cfg(feature = "full")]
mod required;
#[cfg(feature = "report")]
mod value;
pub(crate) mod written;

pub(crate) use achievement::formula as declared_formula;
pub use achievement::{Achievement, Percent};
#[cfg(feature = "report")]
pub(crate) use again::Instead;
#[cfg(feature = "report")]
pub(crate) use average::average_by;
#[cfg(feature = "batch")]
pub(crate) use average::missing;
pub use average::{Average, Coverage, Item, ItemValue, LeftOut, average};
pub(crate) use average::{Term, check_weight};
#[cfg(feature = "report")]
pub use budget::{absorption, remainder, total};
#[cfg(feature = "report")]
pub use calculation::Calculation;
#[cfg(feature = "report")]
pub(crate) use calculation::Shape;
#[cfg(feature = "batch")]
pub(crate) use classify::classified_value;
pub use classify::classify;
#[cfg(feature = "report")]
pub use comparison::{Against, Progress, change, difference};
#[cfg(feature = "report")]
pub use composite::{Composite, CountBounds, SakipEdition};
#[cfg(feature = "report")]
pub use composition::Composition;
#[cfg(feature = "report")]
pub use efficiency::{EfficiencyParts, efficiency};
pub use input::{Measurement, Realization, Target};
#[cfg(feature = "report")]
pub use operand::{Carried, Label, Operand, OperandValue, Remarks};
#[cfg(feature = "report")]
pub use quarters::{consolidated, of_quarters};
#[cfg(feature = "full")]
pub use required::{End, Reach, Remaining, Required, Span, Wanted, required_realization, required_remaining};
#[cfg(feature = "report")]
pub use value::{Exact, Unit, Value};
