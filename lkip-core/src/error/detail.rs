//! What an error or a reason carries besides its code: the data that its message is made of.

use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::text::{concat, join, split};

/// One datum of an error.
///
/// Numbers are canonical text (`1250.5`); a message writes them as its language does (`1250,5`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Text that is shown as it is, such as the caller's own input.
    Text(String),
    /// Choices that are shown joined by "atau" / "or".
    Texts(Vec<String>),
    /// A number in canonical text.
    Number(Canonical),
    /// Choices of numbers in canonical text.
    Numbers(Vec<Canonical>),
    /// A word of ours: a stable tag in the data, a phrase in each language in the message.
    Word(&'static str, Text),
    /// What a report calls or writes otherwise than programs do: a figure by its name, an amount with its mark.
    #[cfg(feature = "report")]
    Told {
        /// The data: a key, a number in canonical text.
        data: String,
        /// What it is to readers of Indonesian.
        id: String,
        /// What it is to readers of English.
        en: String,
    },
}

/// A number as canonical text: digits with a decimal point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical(pub(crate) String);

const OR: Text = bilingual!(" atau ", " or ");

impl Detail {
    fn write(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Texts(texts) => choices(texts.clone(), language),
            Self::Number(number) => number.write(language),
            Self::Numbers(numbers) => choices(each(numbers, &mut |number| number.write(language)), language),
            Self::Word(_, text) => text.get(language).to_owned(),
            #[cfg(feature = "report")]
            Self::Told { id, en, .. } => match language {
                Language::Indonesian => id.clone(),
                Language::English => en.clone(),
            },
        }
    }
}

impl Canonical {
    fn write(&self, language: Language) -> String {
        match language {
            Language::Indonesian => comma(&self.0),
            Language::English => self.0.clone(),
        }
    }
}

/// The decimal point as a comma.
pub(crate) fn comma(canonical: &str) -> String {
    let mut text = String::new();
    for sign in canonical.chars() {
        text.push(if sign == '.' { ',' } else { sign });
    }
    text
}

/// "a, b atau c"
fn choices(mut items: Vec<String>, language: Language) -> String {
    match items.pop() {
        Some(last) if !items.is_empty() => concat(&[&join(&items, ", "), OR.get(language), &last]),
        Some(only) => only,
        None => String::new(),
    }
}

/// The named data of an error, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details(Vec<(&'static str, Detail)>);

impl Details {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The datum of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Detail> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, detail)| detail)
    }

    /// Every datum with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Detail)> {
        self.0.iter().map(|(name, detail)| (*name, detail))
    }

    pub(crate) fn put(&mut self, name: &'static str, detail: Detail) {
        // Few enough that their order is kept by going through them.
        let place = self.0.iter().position(|(known, _)| *known > name).unwrap_or(self.0.len());
        self.0.insert(place, (name, detail));
    }

    /// Gives the data that a function makes anew in their places.
    #[cfg(feature = "report")]
    pub(crate) fn change(&mut self, make: &dyn Fn(&'static str, &Detail) -> Option<Detail>) {
        for (name, detail) in &mut self.0 {
            if let Some(made) = make(name, detail) {
                *detail = made;
            }
        }
    }

    /// Fills the `{name}` places of a template. A place without a datum stays as it is written.
    pub(crate) fn fill(&self, template: &str, language: Language) -> String {
        let mut message = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = split(rest, '{') {
            message.push_str(before);
            match split(after, '}') {
                Some((name, tail)) => {
                    match self.get(name) {
                        Some(detail) => message.push_str(&detail.write(language)),
                        None => {
                            message.push('{');
                            message.push_str(name);
                            message.push('}');
                        }
                    }
                    rest = tail;
                }
                None => {
                    message.push('{');
                    rest = after;
                }
            }
        }
        message + rest
    }
}

/// A text in one language with its `{places}`.
#[cfg(feature = "report")]
pub(crate) fn fill(text: Text, language: Language, places: &[(&'static str, &str)]) -> String {
    let mut details = Details::default();
    for (name, value) in places {
        details.put(name, Detail::Text((*value).to_owned()));
    }
    details.fill(text.get(language), language)
}
