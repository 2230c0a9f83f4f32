//! An oracle: the rules of the field a second time, written from their descriptions and computed with
//! other big integers (`dashu`) than the core uses.
//!
//! It is slow and plain on purpose, and reads rule sets and scales from JSON by itself.

mod achievement;
mod average;
pub mod draw;
mod exact;
pub mod measures;
pub mod nudge;
mod policy;
mod scale;

pub use achievement::{Aim, Figure, Reached, achievement, progress};
pub use average::{Averaged, Member, MemberValue, average};
pub use exact::{Exact, exact, hundred, rounded, text_of};
pub use policy::{Limit, Missing, Polarity, Policy, RoundingWay, ZeroRealization, ZeroTarget};
pub use scale::{Band, Gap, Placed, Scale};
