//! `in_words`.

use super::numbers::{FormWord, TextAnswer, value};
use super::{Call, Options};
use crate::error::Errors;
use crate::plain::choose;
use crate::text::concat;

pub(super) fn in_words(call: &Call) -> Result<TextAnswer, Errors> {
    let mut f = call.open()?;
    Options::read(&mut f);
    let form = f.optional(&["form", "bentuk"], choose::<FormWord>).unwrap_or(FormWord::Number);
    let value = value(&mut f);
    let text = value.and_then(|value| {
        let words = match form {
            FormWord::Rupiah => crate::number::rupiah_in_words(value).map_err(|e| e.within("value")),
            FormWord::Percent => Ok(concat(&[&crate::number::in_words(value), " persen"])),
            FormWord::Number => Ok(crate::number::in_words(value)),
        };
        f.problems().note(words)
    });
    f.done(|| text.map(|text| TextAnswer { text }))
}
