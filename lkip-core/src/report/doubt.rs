//! What a document leaves open where fields of it are malformed: what rests on those is not judged, all else is.

use super::document::Document;
use crate::error::{Code, Errors};
use crate::lookup::Lookup;
use crate::plain::Plain;
use crate::prelude::*;
use crate::text::{concat, size, split};

/// What rests on malformed fields; nothing where every field was read.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// Whether the style is malformed, without which no number is certain.
    pub(super) style: bool,
    /// The lists that may have other ids than those that were read.
    lists: Vec<&'static str>,
    /// The places of malformed fields: list, place of the entry, and the field as it is written (nothing for the entry
    /// as a whole).
    fields: Lookup,
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
        let mut fields = Vec::new();
        for error in errors.iter() {
            let path = error.path().as_str();
            let (name, rest) = split(path, '[').unwrap_or((path, ""));
            doubts.style |= is_name(Document::NAMES, "style", name);
            // An unknown list may be one that is referred to, misspelled.
            let is_list = matches!(plain, Plain::Record(record) if matches!(record.get(name), Some(Plain::List(_))));
            let misspelled = error.code() == Code::UnknownField && is_list && rest.is_empty();
            for (list, of_list) in &ids {
                if !is_name(Document::NAMES, list, name) {
                    append(&mut doubts.lists, Some(*list).filter(|_| misspelled && of_list.is_empty()));
                } else if let Some((place, within)) = split(rest, ']') {
                    let field = within.strip_prefix('.').unwrap_or(within);
                    let field = split(field, '.').map_or(field, |(field, _)| field);
                    let field = split(field, '[').map_or(field, |(field, _)| field);
                    fields.push(concat(&[list, ".", place, ".", field]));
                } else {
                    doubts.lists.push(list);
                }
            }
        }
        doubts.fields = Lookup::new(&each(&fields, &mut String::as_str));
        doubts
    }

    /// Whether an id that a list lacks may be one that could not be read.
    pub(super) fn may_have(&self, list: &str) -> bool {
        self.lists.contains(&list)
    }

    /// Whether what rests on a field of an entry can be judged; `names` are those of every field of the entry.
    pub(super) fn can_judge(&self, list: &str, place: usize, names: &[&[&str]], field: &str) -> bool {
        let malformed = |field: &str| self.fields.get(&concat(&[list, ".", &size(place), ".", field])).is_some();
        let fields = names.iter().find(|names| names.first() == Some(&field)).copied().unwrap_or_default();
        !self.style && !malformed("") && !fields.iter().any(|name| malformed(name))
    }
}

/// Whether a word is a name of a field.
fn is_name(names: &[&[&str]], field: &str, word: &str) -> bool {
    names.iter().any(|names| names.first() == Some(&field) && names.contains(&word))
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
