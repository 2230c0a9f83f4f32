//! Numbers in words (terbilang).

use super::Number;
use crate::error::Error;

/// stub
#[must_use]
pub fn in_words(_number: Number) -> String {
    String::new()
}

/// stub
///
/// # Errors
/// stub
pub fn rupiah_in_words(_number: Number) -> Result<String, Error> {
    Ok(String::new())
}
