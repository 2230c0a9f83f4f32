//! Words in columns: which way is good, what became of a realization.

use super::heading::folded;
use crate::batch::MOST_TOLD;
use crate::error::{Error, Errors};
use crate::measure::written::State;
use crate::plain::{Plain, Problems, choose};
use crate::prelude::*;
use crate::rules::Polarity;

/// What people write besides the words that data has (field values of existing applications).
const MORE: &[(&str, Polarity)] = &[
    ("max", Polarity::Higher),
    ("maks", Polarity::Higher),
    ("maksimal", Polarity::Higher),
    ("maksimum", Polarity::Higher),
    ("maximum", Polarity::Higher),
    ("meningkat", Polarity::Higher),
    ("semakin_tinggi_semakin_baik", Polarity::Higher),
    ("min", Polarity::Lower),
    ("minimal", Polarity::Lower),
    ("minimum", Polarity::Lower),
    ("menurun", Polarity::Lower),
    ("semakin_rendah_semakin_baik", Polarity::Lower),
    ("stabilisasi", Polarity::OnTarget),
];

/// The polarity that a word means.
pub(super) fn polarity(word: &str) -> Result<Polarity, Error> {
    let folded = folded(word);
    let more = MORE.iter().find(|(known, _)| *known == folded).map(|(_, polarity)| *polarity);
    more.map_or_else(|| chosen(word, folded), Ok)
}

fn state(word: &str) -> Result<State, Error> {
    chosen(word, folded(word))
}

/// The choice of a folded word; a mistake shows the word as it was written.
fn chosen<T: crate::plain::Choice>(word: &str, folded: String) -> Result<T, Error> {
    choose(&Plain::Text(folded)).or_else(|_| choose(&Plain::from(word)))
}

/// The polarities of a column of words, in capitals or not: `naik`, `Turun`, `Maximize`, `Semakin rendah semakin baik`.
///
/// # Errors
///
/// [`UnknownChoice`](crate::Code::UnknownChoice) for words that are none, empty cells among them, with their rows: of many
/// the first ten. Which way is good is never guessed.
///
/// ```
/// use lkip_core::{Polarity, frame};
/// let words = [Some("Naik"), Some("MINIMIZE"), Some("Semakin rendah semakin baik")];
/// assert_eq!(frame::polarities(words, "Sifat")?, [Polarity::Higher, Polarity::Lower, Polarity::Lower]);
/// let error = frame::polarities([Some("naik"), None], "Sifat").unwrap_err();
/// assert_eq!(error.first().path().to_string(), "Sifat[1]");
/// # Ok::<(), lkip_core::Errors>(())
/// ```
pub fn polarities<'t>(
    words: impl IntoIterator<Item = Option<&'t str>>,
    heading: &str,
) -> Result<Vec<Polarity>, Errors> {
    read(&mut words.into_iter().map(Option::unwrap_or_default), heading, polarity)
}

/// The states of a column of words: `not_measured`, `Tidak dilaksanakan`. An empty cell says nothing.
///
/// # Errors
///
/// [`UnknownChoice`](crate::Code::UnknownChoice), as in [`polarities`].
pub fn states<'t>(
    words: impl IntoIterator<Item = Option<&'t str>>,
    heading: &str,
) -> Result<Vec<Option<State>>, Errors> {
    let words = &mut words.into_iter().map(Option::unwrap_or_default);
    read(words, heading, |word| if word.trim().is_empty() { Ok(None) } else { state(word).map(Some) })
}

/// Reads words, of which most are the one before.
fn read<T: Copy>(
    words: &mut dyn Iterator<Item = &str>,
    heading: &str,
    meaning: impl Fn(&str) -> Result<T, Error>,
) -> Result<Vec<T>, Errors> {
    let (mut problems, mut told) = (Problems::default(), 0);
    let mut read: Vec<T> = Vec::with_capacity(words.size_hint().0);
    let mut known: Vec<(&str, T)> = Vec::new();
    for (row, word) in words.enumerate() {
        if let Some((_, meaning)) = known.iter().find(|(known, _)| *known == word) {
            read.push(*meaning);
            continue;
        }
        match meaning(word) {
            Ok(meaning) => {
                // There are few words; in a column that has many, each is looked up.
                if known.len() < 16 {
                    known.push((word, meaning));
                }
                read.push(meaning);
            }
            Err(error) => {
                problems.add(error.at(row).within(heading));
                told += 1;
                if told == MOST_TOLD {
                    break;
                }
            }
        }
    }
    problems.done().map(|()| read)
}
