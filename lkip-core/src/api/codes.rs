//! `codes`: every error code and reason, with its meaning and its messages.

use serde::{Serialize, Serializer};

use super::Call;
use crate::error::{Code, Errors};
use crate::language::Text;
use crate::outcome::ReasonCode;
use crate::prelude::*;

/// What `codes` gives: the one list, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodesAnswer;

pub(super) fn answer(call: &Call) -> Result<CodesAnswer, Errors> {
    let mut f = call.open()?;
    super::Options::read(&mut f);
    f.done(|| Some(CodesAnswer))
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    meaning: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<&'static str>,
    id: &'static str,
    en: &'static str,
}

fn entry(code: &'static str, meaning: &'static str, input: Option<&'static str>, text: &'static Text) -> Entry {
    Entry { code, meaning, input, id: text.id, en: text.en }
}

impl Serialize for CodesAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields {
            outcome: &'static str,
            errors: Vec<Entry>,
            reasons: Vec<Entry>,
        }
        let errors = Code::ALL.iter().map(|c| entry(c.as_str(), c.meaning(), None, c.template()));
        let reasons = ReasonCode::ALL.iter().map(|r| entry(r.as_str(), r.meaning(), r.input(), r.template()));
        Fields { outcome: "computed", errors: errors.collect(), reasons: reasons.collect() }.serialize(serializer)
    }
}
