//! What `std` would bring into every module: the core needs an allocator and nothing else of an operating system.

pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::boxed::Box;
pub(crate) use alloc::string::String;
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;

/// What is made of each item. (`collect` is compiled into three functions for every kind of iterator.)
pub(crate) fn each<'a, T, U>(items: &'a [T], make: &mut dyn FnMut(&'a T) -> U) -> Vec<U> {
    let mut made = Vec::with_capacity(items.len());
    for item in items {
        made.push(make(item));
    }
    made
}

/// What is made of those items that give something. (`each` says why.)
#[cfg(any(feature = "report", feature = "frame"))]
pub(crate) fn some_of<'a, T, U>(items: &'a [T], make: &mut dyn FnMut(&'a T) -> Option<U>) -> Vec<U> {
    let mut made = Vec::with_capacity(items.len());
    for item in items {
        append(&mut made, make(item));
    }
    made
}

/// Puts an item behind a list, if there is one. (`extend` is compiled into a loop even for one.)
#[cfg(any(feature = "report", feature = "frame"))]
pub(crate) fn append<T>(list: &mut Vec<T>, item: Option<T>) {
    if let Some(item) = item {
        list.push(item);
    }
}

#[cfg(test)]
pub(crate) use alloc::{format, string::ToString};
