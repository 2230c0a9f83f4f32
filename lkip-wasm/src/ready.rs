//! [`Ready`]: rules made ready for one percentage after the other.
//!
//! JavaScript writes two numbers in plain text to [`place`](Ready::place) and finds the percentage there. Whatever is not
//! quite that, or may mean something else, it asks of [`answer`](crate::answer), which also knows what to say of it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use lkip_core::api::{self, Answer, Call};
use lkip_core::batch::Single;
use lkip_core::number::read_plain;
use lkip_core::{Number, Plain, Polarity};
use wasm_bindgen::prelude::wasm_bindgen;

/// Room for a number: more than the digits of any.
const ROOM: usize = 64;
/// The texts do not tell: the call must be made in full.
const UNTOLD: i32 = -1;

/// Rules made ready.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Ready {
    rules: Result<Single, String>,
    /// The target, and behind it the realization; then the percentage.
    texts: Vec<u8>,
}

#[wasm_bindgen]
impl Ready {
    /// The rules of the call of the operation `rule_set`, in JSON.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(call: &str) -> Self {
        let answer = match Call::from_json(call) {
            Ok(call) => api::answer(&call),
            Err(_) => return Self { rules: Err(api::answer_json(call)), texts: Vec::new() },
        };
        let rules = match answer {
            Answer::RuleSet(answer) => Ok(Single::new(&answer.rule_set)),
            other => Err(Plain::from(&other).to_json()),
        };
        Self { rules, texts: vec![0; 2 * ROOM] }
    }

    /// What is wrong with the rules: an answer in JSON, or nothing.
    #[must_use]
    pub fn problem(&self) -> String {
        self.rules.as_ref().err().cloned().unwrap_or_default()
    }

    /// The address where the texts go.
    #[must_use]
    pub fn place(&self) -> usize {
        self.texts.as_ptr().addr()
    }

    /// The place of what a word for a polarity says; -1 of no such word.
    #[must_use]
    pub fn polarity(&self, word: &str) -> i32 {
        let place = Polarity::ALL.iter().position(|polarity| polarity.names().contains(&word));
        place.and_then(|place| i32::try_from(place).ok()).unwrap_or(UNTOLD)
    }

    /// The percentage of the two texts, the first of which takes the first bytes and the second those after them: its text
    /// takes their place, and so many bytes. 0 where there is none; -1 where the texts do not tell.
    pub fn percent(&mut self, target: usize, both: usize, polarity: usize) -> i32 {
        let Ok(rules) = &self.rules else { return UNTOLD };
        let number = |bytes: Range<usize>| read_plain(core::str::from_utf8(self.texts.get(bytes)?).ok()?);
        let (Some(target), Some(realization)) = (number(0..target), number(target..both)) else { return UNTOLD };
        let Some(polarity) = Polarity::ALL.get(polarity) else { return UNTOLD };
        let Some(percent) = rules.achievement(target, realization, *polarity).percent() else { return 0 };
        write(percent, &mut self.texts).and_then(|signs| i32::try_from(signs).ok()).unwrap_or(UNTOLD)
    }
}

/// Writes a number in plain text; how many signs that are. Nothing where there is no room.
fn write(number: Number, room: &mut [u8]) -> Option<usize> {
    let decimal = number.to_decimal();
    // Of the largest numbers the whole call tells the text.
    let mut rest = u64::try_from(decimal.mantissa().unsigned_abs()).ok()?;
    let places = usize::try_from(decimal.scale()).ok()?;
    let mut signs = 0;
    let mut put = |sign: u8| {
        *room.get_mut(signs)? = sign;
        signs += 1;
        Some(signs)
    };
    let mut digits = 0;
    // From the last digit on, one at least before the point.
    while rest > 0 || digits <= places {
        if digits == places && places > 0 {
            put(b'.')?;
        }
        put(b'0' + u8::try_from(rest % 10).ok()?)?;
        rest /= 10;
        digits += 1;
    }
    if decimal.is_sign_negative() {
        put(b'-')?;
    }
    room.get_mut(..signs)?.reverse();
    Some(signs)
}
