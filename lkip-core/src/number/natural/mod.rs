//! [`Natural`]: a whole number of any size, not below zero.
//!
//! The parts of a ratio are a few digits long in a report and a few thousand in the average of a large table. What
//! is short is computed by the processor, what is long by the methods of pen and paper: what a library of big numbers
//! brings for millions of digits would be a third of the form build.
//!
//! WebAssembly has no numbers of 128 bits: there the short way would be as much code again, and all are [`Digits`].
//! Both ways have the same functions and the same tests.

mod digits;
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
#[cfg(not(target_family = "wasm"))]
mod word;

#[cfg(target_family = "wasm")]
pub(super) use digits::Digits as Natural;
#[cfg(not(target_family = "wasm"))]
pub(super) use word::Natural;
