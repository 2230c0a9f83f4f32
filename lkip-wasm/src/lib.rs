//! The one door of lkip for WebAssembly: a call in JSON in, its answer in JSON out.
//!
//! Everything else of the npm package `lkip` is JavaScript around [`answer`], without a rule, a formula or a text.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

#[cfg(feature = "full")]
mod columns;
#[cfg(target_family = "wasm")]
mod machine;
#[cfg(feature = "full")]
mod ready;

use alloc::string::String;

#[cfg(feature = "full")]
pub use columns::Columns;
#[cfg(feature = "full")]
pub use ready::Ready;
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers a call in JSON, in JSON: [`lkip_core::api::answer_json`] for JavaScript.
///
/// It never throws: what is wrong with the call, even that it is no JSON, is an answer too.
///
/// ```
/// let answer = lkip_wasm::answer(r#"{"op": "achievement", "target": "70", "realization": "98.40"}"#);
/// assert!(answer.starts_with(r#"{"outcome":"error","errors":[{"code":"missing_field","path":"rules""#));
/// ```
#[wasm_bindgen]
#[must_use]
pub fn answer(call: &str) -> String {
    lkip_core::api::answer_json(call)
}
