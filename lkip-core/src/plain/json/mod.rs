//! JSON, strictly as RFC 8259 has it.
//!
//! Our own, for the general reader and writer with all they can do besides would be a fifth of the form build.
//! The reader agrees with that of `serde_json`, as a test shows, also on where the first mistake is; but whole
//! numbers stay exact beyond 64 bits, and a record that names a field twice is refused with its place.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

#[cfg(test)]
mod tests;
