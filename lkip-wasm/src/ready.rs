//! [`Ready`]: rules made ready for one percentage after the other.
//!
//! JavaScript writes two numbers in plain text to [`place`](Ready::place) and gets the digits of the percentage. Whatever is
//! not quite that, or may mean something else, it asks of [`answer`](crate::answer), which also knows what to say of it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use lkip_core::api::{self, Answer, Call};
use lkip_core::batch::Single;
use lkip_core::number::read_plain;
use lkip_core::rules::Figure;
use lkip_core::{Plain, Polarity};
use wasm_bindgen::prelude::wasm_bindgen;

/// Room for a number: more than the digits of any.
const ROOM: usize = 64;
/// No such word.
const UNKNOWN: i32 = -1;
/// The texts do not tell: the call must be made in full.
const UNTOLD: i32 = i32::MIN;
/// There is no percentage.
const NOTHING: i32 = UNTOLD + 1;

/// Rules made ready.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Ready {
    rules: Result<Single, String>,
    /// The decimal places of the percentages.
    places: u32,
    /// The target, and behind it the realization.
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
            Err(_) => return Self { rules: Err(api::answer_json(call)), places: 0, texts: Vec::new() },
        };
        let rules = match answer {
            Answer::RuleSet(answer) => Ok(Single::new(&answer.rule_set)),
            other => Err(Plain::from(&other).to_json()),
        };
        let rounding = |single: &Single| single.rules().rounding_of(Figure::Achievement);
        let places = rules.as_ref().map_or(0, |single| rounding(single).places());
        Self { rules, places, texts: vec![0; 2 * ROOM] }
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

    /// The decimal places of the percentages.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.places
    }

    /// The place of what a word for a polarity says; -1 of no such word.
    #[must_use]
    pub fn polarity(&self, word: &str) -> i32 {
        let place = Polarity::ALL.iter().position(|polarity| polarity.names().contains(&word));
        place.and_then(|place| i32::try_from(place).ok()).unwrap_or(UNKNOWN)
    }

    /// The percentage of the two texts, the first of which takes the first bytes and the second those after them, in units of
    /// its last place. The lowest number where the texts do not tell, the next where there is no percentage.
    #[must_use]
    pub fn percent(&self, target: usize, both: usize, polarity: usize) -> i32 {
        let Ok(rules) = &self.rules else { return UNTOLD };
        let number = |bytes: Range<usize>| read_plain(core::str::from_utf8(self.texts.get(bytes)?).ok()?);
        let (Some(target), Some(realization)) = (number(0..target), number(target..both)) else { return UNTOLD };
        let Some(polarity) = Polarity::ALL.get(polarity) else { return UNTOLD };
        let Some(percent) = rules.achievement(target, realization, *polarity).percent() else { return NOTHING };
        // Of the largest numbers the whole call tells the text.
        let units = (percent.places() == self.places).then(|| i32::try_from(percent.to_decimal().mantissa()));
        units.and_then(Result::ok).filter(|units| *units > NOTHING).unwrap_or(UNTOLD)
    }
}
