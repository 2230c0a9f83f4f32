//! [`Explanation`]: one step of a calculation, and the steps that it rests on.

use alloc::borrow::Cow;

use crate::language::{Language, Text, bilingual};
use crate::number::{Mode, Number, Rounding};
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::rules::{Citation, Formula, ReadAs};
use crate::text::concat;

/// Why a figure is what it is: rule, source, formula, inputs, the value before and after rounding, the bound
/// that matched, and the steps below.
///
/// The texts are in the language that was asked for; [`line`](Self::line) is the whole step in one line and
/// [`tree`](Self::tree) everything.
#[doc(alias = "penjelasan")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The id of the rule: `higher/realization_over_target`, `category`, a rule set.
    pub rule: String,
    /// What the rule is called.
    pub title: String,
    /// The whole step in one line.
    pub line: String,
    /// The formula in words.
    pub formula: Option<String>,
    /// Where the rule comes from.
    pub sources: Vec<Source>,
    /// What entered the step.
    pub inputs: Vec<Input>,
    /// The exact value that the step gave: `984/7`.
    pub exact: Option<String>,
    /// The rounding, if the step rounds.
    pub rounding: Option<RoundingStep>,
    /// The bounds of the category that matched.
    pub bounds: Option<String>,
    /// The steps that it rests on.
    pub children: Vec<Self>,
}

/// A source of a rule, as an explanation names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The regulation, report or program, and the place in it.
    pub name: String,
    /// How it was read.
    pub read: ReadAs,
    /// Whether it was read word for word.
    pub verified: bool,
}

/// A named value that entered a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The field that it came from.
    pub name: &'static str,
    /// What it is called.
    pub label: Cow<'static, str>,
    /// The value, or the state in its place.
    pub value: String,
    /// What follows it: footnote marks, the year that it was carried from.
    pub remark: Option<String>,
}

/// The one step in which digits are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundingStep {
    /// How.
    pub mode: Mode,
    /// To how many decimal places.
    pub places: u32,
    /// The value before, its first digits.
    pub before: String,
    /// The value after.
    pub after: Number,
}

const SOURCE: Text = bilingual!("sumber", "source");
const IN_CODE: Text = bilingual!("dibaca dalam kode aplikasi", "read in an application's code");
const DERIVED: Text = bilingual!("disimpulkan", "derived");
const NOT_READ: Text = bilingual!("belum dibaca", "not read");

impl Explanation {
    pub(super) fn of(rule: &str, title: &str, line: String) -> Self {
        Self {
            rule: rule.to_owned(),
            title: title.to_owned(),
            line,
            formula: None,
            sources: Vec::new(),
            inputs: Vec::new(),
            exact: None,
            rounding: None,
            bounds: None,
            children: Vec::new(),
        }
    }

    pub(super) fn of_formula(formula: Formula, line: String, language: Language) -> Self {
        let mut node = Self::of(formula.id(), formula.title().get(language), line);
        node.formula = Some(formula.expression().get(language).to_owned());
        node.sources = each(formula.sources(), &mut |source| Source::new(source.0, Some(source.1), source.2));
        node
    }

    /// The explanation of what stands in a document, or that nothing does: the line says it all.
    #[cfg(feature = "report")]
    pub(crate) fn of_document(line: String, language: Language) -> Self {
        Self::of_formula(Formula::InDocument, line, language)
    }

    /// The step in one line.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The step with everything that it rests on, one line each, indented by two blanks a level.
    #[must_use]
    pub fn tree(&self, language: Language) -> String {
        let mut lines = Vec::new();
        self.write(0, language, &mut lines);
        lines.join("\n")
    }

    fn write(&self, level: usize, language: Language, lines: &mut Vec<String>) {
        let indent = "  ".repeat(level);
        lines.push(concat(&[&indent, &self.title, ": ", &self.line]));
        for input in &self.inputs {
            lines.push(concat(&[&indent, "  ", &input.label, " = ", &input.value]));
            if let (Some(remark), Some(line)) = (&input.remark, lines.last_mut()) {
                line.push_str(&concat(&[" (", remark, ")"]));
            }
        }
        if let Some(formula) = &self.formula {
            lines.push(concat(&[&indent, "  [", &self.rule, "] ", formula]));
        }
        for source in &self.sources {
            lines.push(concat(&[&indent, "  ", SOURCE.get(language), ": ", &source.name, &source.mark(language)]));
        }
        for child in &self.children {
            child.write(level + 1, language, lines);
        }
    }
}

impl Source {
    fn new(source: &str, place: Option<&str>, read: ReadAs) -> Self {
        let name = concat(&[source, if place.is_some() { ", " } else { "" }, place.unwrap_or_default()]);
        Self { name, read, verified: read == ReadAs::Verbatim }
    }

    /// A source of what is no step of a calculation.
    #[cfg(feature = "report")]
    pub(crate) fn of(source: &crate::rules::Source) -> Self {
        Self::new(source.0, Some(source.1), source.2)
    }

    /// The source in one line, with how it was read.
    #[cfg(feature = "report")]
    pub(crate) fn line(&self, language: Language) -> String {
        concat(&[&self.name, &self.mark(language)])
    }

    /// What a reader must know of a source that was not read word for word.
    fn mark(&self, language: Language) -> String {
        let how = match self.read {
            ReadAs::Verbatim => return String::new(),
            ReadAs::InCode => IN_CODE.get(language),
            ReadAs::Derived => DERIVED.get(language),
            ReadAs::NotRead => NOT_READ.get(language),
        };
        concat(&[" [", how, "]"])
    }
}

/// The sources of a rule. (A note of a citation is about the whole entry, and stands there.)
pub(super) fn sources(citations: &[Citation]) -> Vec<Source> {
    each(citations, &mut |citation| Source::new(&citation.source, citation.place.as_deref(), citation.read))
}

impl RoundingStep {
    pub(super) fn new(rounding: Rounding, before: String, after: Number) -> Self {
        Self { mode: rounding.mode(), places: rounding.places(), before, after }
    }
}

impl From<&Explanation> for Plain {
    fn from(node: &Explanation) -> Self {
        let mut record = Record::new();
        record.text("rule", &node.rule);
        record.text("title", &node.title);
        record.text("line", &node.line);
        record.maybe("formula", node.formula.as_ref());
        record.some("sources", Self::list(&node.sources));
        record.some("inputs", Self::list(&node.inputs));
        record.maybe("exact", node.exact.as_ref());
        record.maybe("rounding", node.rounding.as_ref());
        record.maybe("bounds", node.bounds.as_ref());
        record.some("children", Self::list(&node.children));
        Self::Record(record)
    }
}

impl From<&Source> for Plain {
    fn from(source: &Source) -> Self {
        let mut record = Record::new();
        record.text("name", &source.name);
        record.put("read", source.read);
        record.put("verified", source.verified);
        Self::Record(record)
    }
}

impl From<&Input> for Plain {
    fn from(input: &Input) -> Self {
        let mut record = Record::new();
        record.text("name", input.name);
        record.text("label", &input.label);
        record.text("value", &input.value);
        record.maybe("remark", input.remark.as_ref());
        Self::Record(record)
    }
}

impl From<&RoundingStep> for Plain {
    fn from(step: &RoundingStep) -> Self {
        let mut record = Record::new();
        record.text("mode", step.mode.as_str());
        record.put("places", step.places);
        record.text("before", &step.before);
        record.put("after", step.after);
        Self::Record(record)
    }
}

serialize_as_plain!(Explanation, Source, Input, RoundingStep);
