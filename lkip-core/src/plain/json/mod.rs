//! JSON, strictly as RFC 8259 has it.
//!
//! Our own, for the general reader and writer with all they can do besides would be a fifth of the form build.
//! The reader agrees with that of `serde_json` on every text, as a test shows, also on where the first mistake is.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

#[cfg(test)]
mod tests;
