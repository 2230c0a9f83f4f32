//! [`Diagnosis`]: a cause with its evidence.

use super::Cause;
use crate::error::{Detail, Details};
use crate::language::{Language, Text, bilingual};
use crate::number::{Mode, Number, Ratio};
use crate::plain::{Plain, Record};
use crate::prelude::*;
use crate::text::concat;

/// Why a printed figure is another than the one that was computed. It reproduces the printed digits exactly.
#[doc(alias = "diagnosis")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    pub(super) cause: Cause,
    pub(super) details: Details,
    /// What should stand there, where the cause says so.
    pub(super) corrected: Option<Number>,
    /// The keys of other figures that speak for it.
    pub(super) supported_by: Vec<String>,
    /// The keys of other figures that speak against it.
    pub(super) opposed_by: Vec<String>,
}

const SUPPORT: Text = bilingual!("didukung angka lain: ", "supported by other figures: ");
const AGAINST: Text = bilingual!("ditentang angka lain: ", "opposed by other figures: ");

impl Diagnosis {
    pub(super) fn new(cause: Cause) -> Self {
        Self { cause, details: Details::default(), corrected: None, supported_by: Vec::new(), opposed_by: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, detail: Detail) -> Self {
        self.details.put(name, detail);
        self
    }

    pub(super) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Detail::Text(text.to_owned()))
    }

    pub(super) fn number(self, name: &'static str, number: Number) -> Self {
        self.with(name, Detail::Number(number.into()))
    }

    pub(super) fn exact(self, name: &'static str, exact: &Ratio) -> Self {
        self.with(name, Detail::Number(exact.expand(6).into()))
    }

    pub(super) fn corrected(mut self, number: Option<Number>) -> Self {
        self.corrected = number;
        self
    }

    pub(super) fn supported(mut self, key: &str) -> Self {
        self.supported_by.push(key.to_owned());
        self
    }

    /// The cause.
    #[must_use]
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// The data of the sentence.
    #[must_use]
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// What should stand there, where the cause says so.
    #[must_use]
    pub fn corrected_value(&self) -> Option<Number> {
        self.corrected
    }

    /// The keys of other figures that speak for it.
    #[must_use]
    pub fn supported_by(&self) -> &[String] {
        &self.supported_by
    }

    /// The keys of other figures that speak against it.
    #[must_use]
    pub fn opposed_by(&self) -> &[String] {
        &self.opposed_by
    }

    /// The sentence for a person.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        self.details.fill(self.cause.template().get(language), language)
    }

    /// The sentence with how many other figures speak for and against it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let mut message = self.sentence(language);
        for (word, keys) in [(SUPPORT, &self.supported_by), (AGAINST, &self.opposed_by)] {
            if !keys.is_empty() {
                let count = crate::text::size(keys.len());
                message.push_str(&concat(&[" [", word.get(language), &count, "]"]));
            }
        }
        message
    }

    /// As data, with its sentence in one language.
    pub(crate) fn plain(&self, language: Language) -> Plain {
        let mut record = Record::new();
        record.text("cause", self.cause.as_str());
        record.text("message", &self.message(language));
        record.put("details", &self.details);
        record.maybe("corrected", self.corrected);
        record.put("supported_by", Plain::list(&self.supported_by));
        record.put("opposed_by", Plain::list(&self.opposed_by));
        Plain::Record(record)
    }
}

/// How a mode treats the digits that it does not keep.
pub(super) const fn treated(mode: Mode) -> Text {
    match mode {
        Mode::HalfUp => bilingual!("dibulatkan", "rounded half up"),
        Mode::HalfEven => bilingual!("dibulatkan ke angka genap", "rounded half to even"),
        Mode::Truncate => bilingual!("dipotong", "cut off"),
    }
}

/// The same as data of a sentence.
pub(super) const fn rounded(mode: Mode) -> Detail {
    Detail::Word(mode.as_str(), treated(mode))
}
