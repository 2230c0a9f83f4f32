//! [`Fields`]: reading a record field by field, finding every mistake with its place.

use super::{Plain, Record};
use crate::error::{Code, Error, Errors};
use crate::language::{Text, bilingual};
use crate::number::Number;
use crate::prelude::*;

/// The names of one field: the canonical one first, then those that existing forms and sheets use.
pub(crate) type Names = &'static [&'static str];

/// The fields of a record, asked for one by one.
///
/// Mistakes are gathered, so that a caller hears of all of them at once. What was never asked for is unknown.
pub(crate) struct Fields<'a> {
    record: &'a Record,
    asked: Vec<Names>,
    problems: Problems,
    /// Whether places keep what they hold where their field is absent.
    keep_absent: bool,
}

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Problems(Vec<Error>);

impl Problems {
    pub(crate) fn add(&mut self, errors: impl Into<Errors>) {
        errors.into().append_to(&mut self.0);
    }

    /// The value of a result, or nothing and its mistakes noted.
    pub(crate) fn note<T>(&mut self, result: Result<T, impl Into<Errors>>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(errors) => {
                self.add(errors);
                None
            }
        }
    }

    /// Keeps the mistakes that are wanted.
    #[cfg(feature = "report")]
    pub(crate) fn only(&mut self, wanted: &dyn Fn(&Error) -> bool) {
        self.0.retain(wanted);
    }

    pub(crate) fn done(self) -> Result<(), Errors> {
        Errors::collect(self.0).map_or(Ok(()), Err)
    }
}

// What does not depend on the type that is read stands in functions of its own: there are many types.
impl<'a> Fields<'a> {
    pub(crate) fn open(plain: &'a Plain) -> Result<Self, Error> {
        match plain {
            Plain::Record(record) => {
                Ok(Self { record, asked: Vec::new(), problems: Problems::default(), keep_absent: false })
            }
            other => Err(wrong_type(other, "record", bilingual!("isian bernama (record)", "a record of fields"))),
        }
    }

    /// Reads a record into places that the reading function knows.
    ///
    /// # Errors
    ///
    /// Every mistake.
    pub(crate) fn read(plain: &Plain, read: &mut dyn FnMut(&mut Fields<'_>)) -> Result<(), Errors> {
        Self::read_over(plain, false, read)
    }

    fn read_over(plain: &Plain, keep_absent: bool, read: &mut dyn FnMut(&mut Fields<'_>)) -> Result<(), Errors> {
        let mut fields = Fields::open(plain)?;
        fields.keep_absent = keep_absent;
        read(&mut fields);
        fields.finish()
    }

    /// From here on, a place whose field is absent keeps what it holds.
    pub(crate) fn keep_absent(&mut self) {
        self.keep_absent = true;
    }

    /// A field, `null` counting as absent.
    #[inline(never)]
    fn take(&mut self, names: Names) -> Option<(&'static str, &'a Plain)> {
        self.asked.push(names);
        let mut first = None;
        for name in names {
            match (self.record.get(name), first) {
                (Some(value), None) => first = Some((*name, value)),
                (Some(_), Some((other, _))) => {
                    self.problems
                        .add(Error::new(Code::SameField).text("field", name).text("other", other).within(name));
                }
                (None, _) => {}
            }
        }
        first.filter(|(_, value)| !value.is_null())
    }

    #[inline(never)]
    fn take_required(&mut self, names: Names) -> Option<(&'static str, &'a Plain)> {
        let found = self.take(names);
        if found.is_none() {
            let name = names.first().copied().unwrap_or_default();
            self.problems.add(Error::new(Code::MissingField).text("field", name).within(name));
        }
        found
    }

    /// The field of a place; nothing where the place keeps what it holds.
    #[inline(never)]
    fn take_for_place(&mut self, names: Names) -> Option<(&'static str, &'a Plain)> {
        if self.keep_absent && !names.iter().any(|name| self.record.get(name).is_some()) {
            self.asked.push(names);
            return None;
        }
        self.take_required(names)
    }

    #[inline(never)]
    fn refuse(&mut self, name: &str, errors: Errors) {
        self.problems.add(errors.within(name));
    }

    fn keep<T, E: Into<Errors>>(&mut self, name: &str, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(errors) => {
                self.refuse(name, errors.into());
                None
            }
        }
    }

    /// Whether a field is there under one of its names.
    #[cfg(feature = "report")]
    pub(crate) fn has(&self, names: Names) -> bool {
        names.iter().any(|name| self.record.get(name).is_some())
    }

    /// The name under which the caller wrote a field; its own one where the caller did not.
    pub(crate) fn written(&self, names: Names) -> &'static str {
        let written = names.iter().find(|name| self.record.get(name).is_some());
        written.or(names.first()).copied().unwrap_or_default()
    }

    /// A field that may be absent.
    pub(crate) fn optional<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) -> Option<T> {
        let (name, value) = self.take(names)?;
        self.keep(name, read(value))
    }

    /// A field that must be there.
    pub(crate) fn required<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) -> Option<T> {
        let (name, value) = self.take_required(names)?;
        self.keep(name, read(value))
    }

    /// Reads a field that must be there into its place. After a mistake the place keeps what was in it, and
    /// [`finish`](Self::finish) sees to it that nobody gets to use that.
    pub(crate) fn set<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        place: &mut T,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) {
        if let Some((name, value)) = self.take_for_place(names) {
            match read(value) {
                Ok(value) => *place = value,
                Err(errors) => self.refuse(name, errors.into()),
            }
        }
    }

    /// Like [`set`](Self::set), where `null` is a value: nothing.
    pub(crate) fn set_nullable<T, E: Into<Errors>>(
        &mut self,
        names: Names,
        place: &mut Option<T>,
        read: impl FnOnce(&'a Plain) -> Result<T, E>,
    ) {
        let name = names.first().copied().unwrap_or_default();
        if self.record.get(name).is_some_and(Plain::is_null) {
            self.asked.push(names);
            *place = None;
        } else {
            self.set(names, place, |value| read(value).map(Some));
        }
    }

    /// Reads a field by a function that knows its place; the place of an absent field keeps what it holds.
    #[cfg(feature = "report")]
    pub(crate) fn fill(&mut self, names: Names, required: bool, read: &mut dyn FnMut(&'a Plain) -> Result<(), Errors>) {
        let found = if required { self.take_required(names) } else { self.take(names) };
        if let Some((name, value)) = found
            && let Err(errors) = read(value)
        {
            self.refuse(name, errors);
        }
    }

    /// Reads a text into its place.
    #[inline(never)]
    pub(crate) fn text(&mut self, names: Names, place: &mut String) {
        self.set(names, place, owned_text);
    }

    /// Reads a word into the place of its choice.
    pub(crate) fn choose<T: Choice>(&mut self, names: Names, place: &mut T) {
        if let Some(chosen) = self.chosen(names, T::NAMES).and_then(|chosen| T::CHOICES.get(chosen)) {
            *place = *chosen;
        }
    }

    #[inline(never)]
    fn chosen(&mut self, names: Names, words: &[&[&str]]) -> Option<usize> {
        let (name, value) = self.take_for_place(names)?;
        self.keep(name, choice(value, words))
    }

    /// Reads a record within this one into places that the reading function knows.
    #[inline(never)]
    pub(crate) fn part(&mut self, names: Names, read: &mut dyn FnMut(&mut Fields<'_>)) {
        if let Some((name, value)) = self.take_for_place(names) {
            let result = Self::read_over(value, self.keep_absent, read);
            self.keep(name, result);
        }
    }

    /// A record within this one that may be absent, read over what was there before.
    pub(crate) fn optional_part<T: Default + Copy>(
        &mut self,
        names: Names,
        before: Option<T>,
        read: fn(&mut Fields<'_>, &mut T),
    ) -> Option<T> {
        if self.keep_absent && !names.iter().any(|name| self.record.get(name).is_some()) {
            self.asked.push(names);
            return before;
        }
        let (name, value) = self.take(names)?;
        let mut place = before.unwrap_or_default();
        let result = Self::read_over(value, before.is_some() && self.keep_absent, &mut |f| read(f, &mut place));
        self.keep(name, result).map(|()| place)
    }

    /// The names of the fields that were asked for and are there.
    pub(crate) fn given(&self) -> Vec<&'static str> {
        let mut given = Vec::new();
        for name in self.known() {
            if self.record.get(name).is_some() {
                given.push(name);
            }
        }
        given
    }

    pub(crate) fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    /// Ends the reading: every mistake, those about fields that were never asked for included.
    #[inline(never)]
    pub(crate) fn finish(mut self) -> Result<(), Errors> {
        for (field, _) in self.record.iter() {
            if !self.asked.iter().any(|names| names.contains(&field)) {
                let error = Error::new(Code::UnknownField).text("field", field).texts("known", &self.known());
                self.problems.add(error.within(field));
            }
        }
        self.problems.done()
    }

    fn known(&self) -> Vec<&'static str> {
        first_names(&self.asked)
    }

    /// Ends the reading: every mistake, or the value made of the fields.
    pub(crate) fn done<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Errors> {
        self.finish()?;
        // Without a problem every required field was read, so there is something to build.
        build().ok_or_else(|| Error::new(Code::MissingField).into())
    }
}

/// The canonical name of each.
fn first_names<'a>(names: &[&[&'a str]]) -> Vec<&'a str> {
    each(names, &mut |names| names.first().copied().unwrap_or_default())
}

pub(crate) fn wrong_type(found: &Plain, tag: &'static str, expected: Text) -> Error {
    if matches!(found, Plain::Float) && tag == "number" {
        return Error::new(Code::InexactNumber);
    }
    Error::new(Code::WrongType).word("expected", tag, expected).word("found", found.tag(), found.kind())
}

const TEXT: Text = bilingual!("teks", "text");
const NUMBER: Text = bilingual!("angka", "a number");
const LIST: Text = bilingual!("daftar", "a list");

pub(crate) fn text(plain: &Plain) -> Result<&str, Error> {
    match plain {
        Plain::Text(text) => Ok(text),
        other => Err(wrong_type(other, "text", TEXT)),
    }
}

pub(crate) fn owned_text(plain: &Plain) -> Result<String, Error> {
    text(plain).map(str::to_owned)
}

/// A number in canonical text, or a whole number.
pub(crate) fn number(plain: &Plain) -> Result<Number, Error> {
    match plain {
        Plain::Number(number) => Ok(*number),
        Plain::Count(count) => Ok(Number::from(*count)),
        Plain::Text(text) => text.parse(),
        other => Err(wrong_type(other, "number", NUMBER)),
    }
}

/// A count: a whole number that is not negative.
pub(crate) fn count(plain: &Plain) -> Result<u32, Error> {
    let number = number(plain)?;
    let whole = number.shortest();
    u32::try_from(whole.mantissa()).ok().filter(|_| whole.places() == 0).ok_or_else(|| {
        Error::new(Code::WrongType)
            .word("expected", "count", bilingual!("bilangan bulat tak negatif", "a whole number, not negative"))
            .text("found", &number.text())
    })
}

pub(crate) fn list<'a, T, E: Into<Errors>>(
    plain: &'a Plain,
    read: impl Fn(&'a Plain) -> Result<T, E>,
) -> Result<Vec<T>, Errors> {
    let Plain::List(items) = plain else {
        return Err(wrong_type(plain, "list", LIST).into());
    };
    let mut problems = Problems::default();
    let mut read_items = Vec::with_capacity(items.len());
    for (index, plain) in items.iter().enumerate() {
        let result = read(plain).map_err(|errors| errors.into().at(index));
        if let Some(item) = problems.note(result) {
            read_items.push(item);
        }
    }
    problems.done()?;
    Ok(read_items)
}

/// Reads a list by a function that knows where its items go.
#[cfg(feature = "report")]
pub(crate) fn each_item(plain: &Plain, read: &mut dyn FnMut(&Plain) -> Result<(), Errors>) -> Result<(), Errors> {
    let Plain::List(items) = plain else {
        return Err(wrong_type(plain, "list", LIST).into());
    };
    let mut problems = Problems::default();
    for (index, plain) in items.iter().enumerate() {
        problems.note(read(plain).map_err(|errors| errors.at(index)));
    }
    problems.done()
}

/// Defines the words of a choice: its variants, their stable names, other names that are accepted, and the feature
/// that a word belongs to.
macro_rules! choices {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$doc:meta])+ $variant:ident = $word:literal $(| $alias:literal)* $(if $feature:literal)? ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name { $( $(#[$doc])+ $(#[cfg(feature = $feature)])? $variant, )+ }

        /// The first choice.
        impl Default for $name {
            fn default() -> Self {
                let [first, ..] = [$( $(#[cfg(feature = $feature)])? Self::$variant ),+];
                first
            }
        }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$( $(#[cfg(feature = $feature)])? Self::$variant ),+];

            /// The word for it in data.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$variant => $word ),+ }
            }

            /// The word, and the other words that mean the same on input.
            #[must_use]
            #[allow(dead_code, reason = "some choices are values, not names of fields")]
            pub const fn names(self) -> &'static [&'static str] {
                match self { $( $(#[cfg(feature = $feature)])? Self::$variant => &[$word $(, $alias)*] ),+ }
            }

        }

        impl $crate::plain::Choice for $name {
            const CHOICES: &'static [Self] = Self::ALL;
            const NAMES: &'static [&'static [&'static str]] =
                &[$( $(#[cfg(feature = $feature)])? &[$word $(, $alias)*] ),+];
        }

        impl From<$name> for $crate::plain::Plain {
            fn from(choice: $name) -> Self {
                Self::from(choice.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use choices;

/// A choice between words.
pub(crate) trait Choice: Copy + 'static {
    /// Every choice.
    const CHOICES: &'static [Self];
    /// The names of each: its own word first, then others that mean the same.
    const NAMES: &'static [&'static [&'static str]];
}

/// The choice that a text names.
pub(crate) fn choose<T: Choice>(plain: &Plain) -> Result<T, Error> {
    let place = choice(plain, T::NAMES)?;
    // There are as many names as choices.
    T::CHOICES.get(place).copied().ok_or_else(|| Error::new(Code::UnknownChoice))
}

/// The place of the names among which a text is.
#[inline(never)]
pub(crate) fn choice(plain: &Plain, names: &[&[&str]]) -> Result<usize, Error> {
    let word = text(plain)?;
    names.iter().position(|names| names.contains(&word)).ok_or_else(|| unknown_choice(word, names))
}

fn unknown_choice(found: &str, names: &[&[&str]]) -> Error {
    Error::new(Code::UnknownChoice).text("found", found).texts("choices", &first_names(names))
}
