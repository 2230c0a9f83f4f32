//! Writing numbers.

use super::{Number, Style};

/// What a written number stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Digits only.
    #[default]
    Number,
    /// `Rp 1.250.000`
    Rupiah,
    /// `98,40 %`
    Percent,
}

/// stub
#[must_use]
pub fn write(_number: Number, _style: Style, _form: Form) -> String {
    String::new()
}
