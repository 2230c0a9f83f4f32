//! What a document leaves open where fields of it are malformed: what rests on those is not judged, all else is.

use super::document::Document;
use crate::error::{Code, Errors};
use crate::plain::Plain;
use crate::prelude::*;
use crate::text::split;

/// What rests on malformed fields; nothing where every field was read.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// Whether the style is malformed, without which no number is certain.
    pub(super) style: bool,
    /// The lists that may have other ids than those that were read.
    lists: Vec<&'static str>,
    /// The malformed fields of entries, sorted: list, place, and the field as it is written (an empty text for the
    /// entry as a whole).
    fields: Vec<(&'static str, usize, String)>,
}

impl Doubts {
    /// What the mistakes of a document leave open.
    pub(super) fn of(errors: &Errors, plain: &Plain, document: &Document) -> Self {
        let mut doubts = Self::default();
        let ids = ids(document);
        for (list, of_list) in &ids {
            if of_list.contains(&"") {
                doubts.lists.push(list);
            }
        }
        for error in errors.iter() {
            let path = error.path().as_str();
            let (name, rest) = split(path, '[').unwrap_or((path, ""));
            doubts.style |= Document::names("style").contains(&name);
            for (list, of_list) in &ids {
                // An unknown list may be this one, misspelled.
                let is_list =
                    matches!(plain, Plain::Record(record) if matches!(record.get(name), Some(Plain::List(_))));
                let misspelled = error.code() == Code::UnknownField && of_list.is_empty() && is_list && rest.is_empty();
                if !Document::names(list).contains(&name) {
                    if misspelled {
                        doubts.lists.push(list);
                    }
                } else if let Some((place, within)) = split(rest, ']') {
                    let field = within.strip_prefix('.').unwrap_or(within);
                    let field = split(field, '.').map_or(field, |(field, _)| field);
                    let field = split(field, '[').map_or(field, |(field, _)| field);
                    doubts.fields.push((list, place.parse().unwrap_or(usize::MAX), field.to_owned()));
                } else {
                    doubts.lists.push(list);
                }
            }
        }
        doubts.fields.sort();
        doubts
    }

    /// Whether an id that a list lacks may be one that could not be read.
    pub(super) fn may_have(&self, list: &str) -> bool {
        self.lists.contains(&list)
    }

    /// Whether what rests on a field of an entry can be judged; `names` are those of the field.
    pub(super) fn can_judge(&self, list: &str, place: usize, names: &[&str]) -> bool {
        let malformed = |field: &str| {
            let found =
                |known: &(&'static str, usize, String)| (known.0, known.1, known.2.as_str()).cmp(&(list, place, field));
            self.fields.binary_search_by(found).is_ok()
        };
        !self.style && !malformed("") && !names.iter().any(|name| malformed(name))
    }
}

/// The ids of every list that is referred to; an empty text stands for one that could not be read.
fn ids(document: &Document) -> [(&'static str, Vec<&str>); 6] {
    [
        ("offices", each(&document.offices, &mut |entry| entry.id.as_str())),
        ("goals", each(&document.goals, &mut |entry| entry.id.as_str())),
        ("objectives", each(&document.objectives, &mut |entry| entry.id.as_str())),
        ("indicators", each(&document.indicators, &mut |entry| entry.id.as_str())),
        ("supporting", each(&document.supporting, &mut |entry| entry.id.as_str())),
        ("budget", each(&document.budget, &mut |entry| entry.id.as_str())),
    ]
}
