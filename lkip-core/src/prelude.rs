//! What `std` would bring into every module: the core needs an allocator and nothing else of an operating system.

pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::boxed::Box;
pub(crate) use alloc::string::String;
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;
#[cfg(test)]
pub(crate) use alloc::{format, string::ToString};
