//! The shared vectors: calls with the answers that every language must give, byte for byte.
//!
//! A file holds a JSON array with one vector on each line. `expect` says by hand what the answer must hold and
//! why is told by `source`; `answer` is the whole answer as text, filled in by the program `vectors --bless`,
//! which refuses an answer that does not hold what is expected.

mod expect;
mod file;

pub use expect::{disagreements, rules_of};
pub use file::{File, Vector, files, folder};

/// The text that a vector hands over: its call, or what stands in its call when that is a text.
///
/// # Panics
///
/// When the call is no JSON.
#[must_use]
pub fn call_text(vector: &Vector) -> String {
    let call = vector.call.get();
    if call.starts_with('"') { serde_json::from_str(call).expect("a text") } else { call.to_owned() }
}

/// What the core answers to a vector.
#[must_use]
pub fn answer(vector: &Vector) -> String {
    lkip_core::api::answer_json(&call_text(vector))
}
