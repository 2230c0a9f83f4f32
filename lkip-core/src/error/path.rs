//! Where in the input something stands.

use crate::prelude::*;
use crate::text::{concat, size};
use core::fmt;

/// A place in the input, written as people write it: `items[2].target`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(String);

impl Path {
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// Whether it is the input as a whole.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The written form; empty for the input as a whole.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn prepend_field(&mut self, field: &str) {
        self.prepend(&[field]);
    }

    pub(crate) fn prepend_index(&mut self, index: usize) {
        self.prepend(&["[", &size(index), "]"]);
    }

    fn prepend(&mut self, step: &[&str]) {
        let dot = if self.0.is_empty() || self.0.starts_with('[') { "" } else { "." };
        self.0 = concat(&[&concat(step), dot, &self.0]);
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
