//! How rows ended, in one byte each: the code of their outcome, or why their percentage has no category.

use arrow_array::ArrayRef;
use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::types::Int8Type;
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::ArrowError;
use lkip_core::ReasonCode;
use lkip_core::batch::{CategoryCode, RowOutcome};
use std::sync::Arc;

use super::dictionary::{KEYS, Texts, dictionary, small};

/// Such a byte of each reason of a category: the highest there are. Codes of outcomes are as many as there are reasons.
const OF_CATEGORIES: [u8; CategoryCode::WITH_REASON.len()] = [u8::MAX, u8::MAX - 1];

const _: () = assert!(ReasonCode::ALL.len() + OF_CATEGORIES.len() < KEYS, "one byte holds how rows end");

/// Puts why rows have no category where their outcomes stand.
pub(super) fn put_reasons(codes: &[u16], ends: &mut [u8]) {
    let has_reason = |code: u16| CategoryCode::from_code(code).reason().is_some();
    // All are looked at, which is quicker than to stop at the first.
    if codes.iter().fold(false, |any, code| any | has_reason(*code)) {
        for (end, code) in ends.iter_mut().zip(codes) {
            let mut known = CategoryCode::WITH_REASON.into_iter().zip(OF_CATEGORIES);
            let of_category = known.find(|(known, _)| known.code() == *code);
            *end = of_category.map_or(*end, |(_, of_category)| of_category);
        }
    }
}

/// Whether every row has a percentage, and a category if there are any. All are looked at, which is quicker than to stop at the
/// first that has none.
fn are_computed(ends: &[u8]) -> bool {
    ends.iter().fold(0, |any, end| any | end) == 0
}

/// Which rows have a percentage; nothing where all have.
pub(super) fn without_percent(ends: &[u8]) -> Option<NullBuffer> {
    if are_computed(ends) {
        return None;
    }
    let has_percent = |row: usize| ends.get(row).is_some_and(|end| *end == 0 || OF_CATEGORIES.contains(end));
    Some(NullBuffer::new(BooleanBuffer::collect_bool(ends.len(), has_percent))).filter(|nulls| nulls.null_count() > 0)
}

/// How rows ended, as texts.
pub(super) fn outcome(ends: &[u8]) -> Result<ArrayRef, ArrowError> {
    let computed = RowOutcome::COMPUTED.tag();
    if are_computed(ends) {
        let mut builder = StringDictionaryBuilder::<Int8Type>::with_capacity(ends.len(), 1, computed.len());
        builder.append_n(computed, ends.len())?;
        return Ok(Arc::new(builder.finish()));
    }
    let mut is_there = there(ends);
    let [first, ..] = &mut is_there;
    // What has no category is computed.
    *first |= OF_CATEGORIES.iter().any(|end| ends.contains(end));
    let mut texts = Texts::default();
    let mut keys = keys(&is_there, |outcome| Some(texts.key(outcome.tag())));
    let [of_computed, ..] = keys;
    for end in OF_CATEGORIES {
        if let Some(key) = keys.get_mut(usize::from(end)) {
            *key = of_computed;
        }
    }
    by_keys(ends, &keys, &texts)
}

/// Why rows have no percentage, or a percentage no category.
pub(super) fn reason(ends: &[u8]) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    if are_computed(ends) {
        return dictionary::<Int8Type>(vec![-1; ends.len()].into(), &texts);
    }
    let is_there = there(ends);
    let mut keys = keys(&is_there, |outcome| Some(texts.key(outcome.reason()?.as_str())));
    for (code, end) in CategoryCode::WITH_REASON.into_iter().zip(OF_CATEGORIES) {
        let place = usize::from(end);
        if let (Some(true), Some(reason), Some(key)) = (is_there.get(place), code.reason(), keys.get_mut(place)) {
            *key = small(texts.key(reason.as_str()));
        }
    }
    by_keys(ends, &keys, &texts)
}

fn by_keys(ends: &[u8], keys: &[i8; KEYS], texts: &Texts<'_>) -> Result<ArrayRef, ArrowError> {
    let key = |end: &u8| keys.get(usize::from(*end)).copied().unwrap_or(-1);
    dictionary::<Int8Type>(ends.iter().map(key).collect(), texts)
}

/// Which ends are there.
fn there(ends: &[u8]) -> [bool; KEYS] {
    let mut is_there = [false; KEYS];
    for end in ends {
        if let Some(is_there) = is_there.get_mut(usize::from(*end)) {
            *is_there = true;
        }
    }
    is_there
}

/// The keys of the outcomes that are there.
fn keys(is_there: &[bool; KEYS], mut key: impl FnMut(RowOutcome) -> Option<i32>) -> [i8; KEYS] {
    let mut keys = [-1; KEYS];
    for (code, (to, is_there)) in (0..=u8::MAX).zip(keys.iter_mut().zip(is_there)) {
        if *is_there && !OF_CATEGORIES.contains(&code) {
            *to = key(RowOutcome::from_code(code)).map_or(-1, small);
        }
    }
    keys
}
