//! What the test suites share: the vectors, an oracle that computes with other integers than the core, and
//! random cases with a seed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test, loudly and at once"
)]

pub mod many;
pub mod oracle;
pub mod random;
pub mod schema;
pub mod vectors;
