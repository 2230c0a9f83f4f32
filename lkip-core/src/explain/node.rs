//! [`Explanation`]: one step of a calculation, and the steps that it rests on.

use serde::Serialize;

use crate::language::{Language, Text};
use crate::number::{Mode, Number, Rounding};
use crate::prelude::*;
use crate::rules::{Citation, Formula, ReadAs};

/// Why a figure is what it is: rule, source, formula, inputs, the value before and after rounding, the bound
/// that matched, and the steps below.
///
/// The texts are in the language that was asked for; [`line`](Self::line) is the whole step in one line and
/// [`tree`](Self::tree) everything.
#[doc(alias = "penjelasan")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The id of the rule: `higher/realization_over_target`, `category`, a rule set.
    pub rule: String,
    /// What the rule is called.
    pub title: String,
    /// The whole step in one line.
    pub line: String,
    /// The formula in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// Where the rule comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What entered the step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Input>,
    /// The exact value that the step gave: `984/7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// The rounding, if the step rounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<RoundingStep>,
    /// The bounds of the category that matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounds: Option<String>,
    /// The steps that it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Self>,
}

/// A source of a rule, as an explanation names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The regulation, report or program, and the place in it.
    pub name: String,
    /// How it was read.
    pub read: ReadAs,
    /// Whether it was read word for word.
    pub verified: bool,
    /// What must be known about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A named value that entered a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Input {
    /// The field that it came from.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The value, or the state in its place.
    pub value: String,
    /// What follows it: footnote marks, the year that it was carried from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// The one step in which digits are lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

const SOURCE: Text = Text { id: "sumber", en: "source" };
const IN_CODE: Text = Text { id: "dibaca dalam kode aplikasi", en: "read in an application's code" };
const DERIVED: Text = Text { id: "disimpulkan", en: "derived" };
const NOT_READ: Text = Text { id: "belum dibaca", en: "not read" };

impl Explanation {
    pub(super) fn of(rule: impl Into<String>, title: impl Into<String>, line: String) -> Self {
        Self {
            rule: rule.into(),
            title: title.into(),
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
        Self {
            formula: Some(formula.expression().get(language).to_owned()),
            sources: sources(&formula.citations(), language),
            ..Self::of(formula.id(), formula.title().get(language), line)
        }
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
        lines.push(format!("{indent}{}: {}", self.title, self.line));
        for input in &self.inputs {
            let remark = input.remark.as_ref().map(|r| format!(" ({r})")).unwrap_or_default();
            lines.push(format!("{indent}  {} = {}{remark}", input.label, input.value));
        }
        if let Some(formula) = &self.formula {
            lines.push(format!("{indent}  [{}] {formula}", self.rule));
        }
        for source in &self.sources {
            lines.push(format!("{indent}  {}: {}{}", SOURCE.get(language), source.name, source.mark(language)));
        }
        for child in &self.children {
            child.write(level + 1, language, lines);
        }
    }
}

impl Source {
    /// What a reader must know of a source that was not read word for word.
    fn mark(&self, language: Language) -> String {
        let how = match self.read {
            ReadAs::Verbatim => return String::new(),
            ReadAs::InCode => IN_CODE.get(language),
            ReadAs::Derived => DERIVED.get(language),
            ReadAs::NotRead => NOT_READ.get(language),
        };
        match &self.note {
            Some(note) => format!(" [{how}] {note}"),
            None => format!(" [{how}]"),
        }
    }
}

pub(super) fn sources(citations: &[Citation], language: Language) -> Vec<Source> {
    let source = |citation: &Citation| Source {
        name: citation.name(),
        read: citation.read,
        verified: citation.is_verified(),
        note: citation.note.as_ref().map(|note| note.get(language).to_owned()),
    };
    citations.iter().map(source).collect()
}

impl RoundingStep {
    pub(super) fn new(rounding: Rounding, before: String, after: Number) -> Self {
        Self { mode: rounding.mode(), places: rounding.places(), before, after }
    }
}
