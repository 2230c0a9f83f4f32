//! `codes`: every error code and reason, with its meaning and its messages.

use super::Call;
use crate::error::{Code, Errors};
use crate::finding::FindingCode;
use crate::language::{Language, Text};
use crate::outcome::ReasonCode;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;

/// What `codes` gives: the one list, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodesAnswer;

pub(super) fn answer(call: &Call) -> Result<CodesAnswer, Errors> {
    let mut f = call.open()?;
    super::Options::read(&mut f);
    f.done(|| Some(CodesAnswer))
}

fn entry(code: &str, meaning: &str, input: Option<&str>, text: Text) -> Plain {
    let mut record = Record::new();
    record.text("code", code);
    record.text("meaning", meaning);
    record.maybe("input", input);
    record.text("id", text.get(Language::Indonesian));
    record.text("en", text.get(Language::English));
    Plain::Record(record)
}

impl From<&CodesAnswer> for Plain {
    fn from(_: &CodesAnswer) -> Self {
        let errors = each(Code::ALL, &mut |c| entry(c.as_str(), c.meaning(), None, c.template()));
        let reasons = each(ReasonCode::ALL, &mut |r| entry(r.as_str(), r.meaning(), r.input(), r.template()));
        let findings = each(FindingCode::ALL, &mut |c| entry(c.as_str(), c.meaning(), None, c.template()));
        let mut record = super::computed();
        record.put("errors", errors);
        record.put("reasons", reasons);
        record.put("findings", findings);
        #[cfg(feature = "report")]
        record.put("cascade", cascade());
        Self::Record(record)
    }
}

/// What may be wrong with a cascade: each with how much it weighs and what to do.
#[cfg(feature = "report")]
fn cascade() -> Vec<Plain> {
    use crate::cascade::CascadeCode;
    each(CascadeCode::ALL, &mut |code| {
        let mut record = Record::new();
        record.text("code", code.as_str());
        record.text("meaning", code.meaning());
        record.put("severity", code.severity());
        record.text("id", code.template().get(Language::Indonesian));
        record.text("en", code.template().get(Language::English));
        record.text("advice_id", code.advice().get(Language::Indonesian));
        record.text("advice_en", code.advice().get(Language::English));
        Plain::Record(record)
    })
}

serialize_as_plain!(CodesAnswer);
