//! [`Texts`]: a column of texts, cell by cell.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;
use pyo3::prelude::*;

use super::given::{Given, no_column};
use super::objects;

/// A column of texts.
pub(crate) enum Texts<'a> {
    Short(&'a StringArray),
    Long(&'a LargeStringArray),
    View(&'a StringViewArray),
    Own(Vec<Option<String>>),
}

impl<'a> Texts<'a> {
    /// The texts of a column of Arrow; nothing where it is of another type.
    pub(crate) fn of(array: &'a ArrayRef) -> Option<Self> {
        match array.data_type() {
            DataType::Utf8 => array.as_string_opt().map(Self::Short),
            DataType::LargeUtf8 => array.as_string_opt().map(Self::Long),
            DataType::Utf8View => array.as_string_view_opt().map(Self::View),
            _ => None,
        }
    }

    /// The words of a column, for those of a choice.
    pub(crate) fn words(given: &'a Given<'_>, heading: &str) -> PyResult<Self> {
        match given {
            Given::Arrow(array) if array.null_count() == array.len() => Ok(Self::Own(vec![None; array.len()])),
            Given::Arrow(array) => Self::of(array).ok_or_else(|| no_column(heading, &array.data_type().to_string())),
            Given::Integers(_) | Given::Floats(_) => Err(no_column(heading, "numbers")),
            Given::Objects(list) => {
                let words = list.iter().map(|object| {
                    if objects::is_missing(&object) { Ok(None) } else { object.str()?.extract().map(Some) }
                });
                words.collect::<PyResult<_>>().map(Self::Own)
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Short(array) => array.len(),
            Self::Long(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Own(texts) => texts.len(),
        }
    }

    /// The text of a row; nothing where there is none.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Short(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Long(array) => array.is_valid(row).then(|| array.value(row)),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Own(texts) => texts.get(row)?.as_deref(),
        }
    }

    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Option<&str>> + Clone {
        (0..self.len()).map(|row| self.get(row))
    }
}
