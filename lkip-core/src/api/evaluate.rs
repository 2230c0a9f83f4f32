//! `evaluate`: every figure of a report; `figure`: one of them in full; `what_if`: what changed values do.

use super::{Call, Include, Options, figure};
use crate::error::{Error, Errors};
use crate::evaluate::{Changed, Evaluation, Figure, FigureKind, evaluate, what_if as changed_by};
use crate::explain::Receipt;
use crate::language::{Language, Text, bilingual};
use crate::measure::Value;
use crate::outcome::Outcome;
use crate::plain::{Fields, Plain, Record, choose, list, owned_text, serialize_as_plain, wrong_type};
use crate::prelude::*;
use crate::report::Report;
use crate::rules::RuleSet;

const REPORT: &[&str] = &["report", "laporan"];

impl Call {
    /// Whether the call is about a report.
    pub(super) fn has_report(&self, fields: &Fields<'_>) -> bool {
        self.report.is_some() || fields.has(REPORT)
    }

    /// The report of the call, and the rules for it: those of the call, or those that the report names.
    pub(super) fn evaluation(&self, fields: &mut Fields<'_>) -> Option<Evaluation> {
        let report = match &self.report {
            Some(report) => Some(report.clone()),
            None => fields.required(REPORT, Report::from_plain),
        };
        let named = match &self.rules {
            Some(rules) => Some(rules.clone()),
            None => fields.optional(&["rules", "pedoman"], RuleSet::named),
        };
        let named = named.or_else(|| report.as_ref().and_then(Report::rules).cloned());
        // Asked for in any case, so that a mistake elsewhere does not make the replacements look unknown.
        let changed = fields.optional(&["overrides", "pengganti"], |p| match &named {
            Some(rules) => rules.with(p).map(Some),
            None => Ok(None),
        });
        let rules = changed.flatten().or(named);
        let evaluated = evaluate(&report?, rules.as_ref());
        // A mistake in the report is told with its place in the report.
        fields.problems().note(evaluated.map_err(|errors| errors.within("report")))
    }
}

/// Which parts of an evaluation to tell. Trees of thousands of figures are told only where they are asked for.
fn included(fields: &mut Fields<'_>) -> Options {
    let names: &[&str] = &["include", "sertakan"];
    let options = Options::read(fields);
    if fields.has(names) { options } else { Options { include: vec![Include::Receipt], ..options } }
}

/// What `evaluate` gives.
#[derive(Clone, Debug)]
pub struct EvaluateAnswer {
    /// The evaluation.
    pub evaluation: Evaluation,
    /// The kinds of figures that were asked for; all where the call says nothing.
    pub kinds: Vec<FigureKind>,
    /// What the keys of the figures that were asked for begin with; all where the call says nothing.
    pub figures: Vec<String>,
    /// Language and parts of the answer.
    pub options: Options,
}

/// What `figure` gives.
#[derive(Clone, Debug)]
pub struct FigureAnswer {
    /// The evaluation.
    pub evaluation: Evaluation,
    /// The key of the figure.
    pub key: String,
    /// Language and parts of the answer.
    pub options: Options,
}

/// What `what_if` gives.
#[derive(Clone, Debug)]
pub struct WhatIfAnswer {
    /// The evaluation with the changes.
    pub evaluation: Evaluation,
    /// Every figure that differs.
    pub changed: Vec<Changed>,
    /// Language and parts of the answer.
    pub options: Options,
}

pub(super) fn answer(call: &Call) -> Result<EvaluateAnswer, Errors> {
    let mut f = call.open()?;
    let options = included(&mut f);
    let kinds = f.optional(&["kinds", "jenis"], |p| list(p, choose::<FigureKind>)).unwrap_or_default();
    let figures = f.optional(&["figures", "angka"], |p| list(p, owned_text)).unwrap_or_default();
    let evaluation = call.evaluation(&mut f);
    f.done(|| Some(EvaluateAnswer { evaluation: evaluation?, kinds, figures, options }))
}

pub(super) fn figure(call: &Call) -> Result<FigureAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let evaluation = call.evaluation(&mut f);
    let key = f.required(&["figure", "angka"], |p| {
        let key = owned_text(p)?;
        match &evaluation {
            Some(evaluation) if evaluation.figure(&key).is_none() => Err(evaluation.unknown_figure(&key)),
            _ => Ok(key),
        }
    });
    f.done(|| Some(FigureAnswer { evaluation: evaluation?, key: key?, options }))
}

pub(super) fn what_if(call: &Call) -> Result<WhatIfAnswer, Errors> {
    let mut f = call.open()?;
    let options = included(&mut f);
    let evaluation = call.evaluation(&mut f);
    let changes = f.required(&["changes", "perubahan"], record);
    let after = match (&evaluation, &changes) {
        (Some(evaluation), Some(changes)) => {
            let changed = changed_by(evaluation, changes);
            f.problems().note(changed)
        }
        _ => None,
    };
    f.done(|| after.map(|(evaluation, changed)| WhatIfAnswer { evaluation, changed, options }))
}

fn record(plain: &Plain) -> Result<Record, Error> {
    const RECORD: Text = bilingual!("isian bernama (record)", "a record of fields");
    match plain {
        Plain::Record(record) => Ok(record.clone()),
        other => Err(wrong_type(other, "record", RECORD)),
    }
}

impl EvaluateAnswer {
    /// The figures that were asked for.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let wanted = |figure: &&Figure| {
            (self.kinds.is_empty() || self.kinds.contains(&figure.kind()))
                && (self.figures.is_empty() || self.figures.iter().any(|key| begins(figure.key(), key)))
        };
        self.evaluation.figures().iter().filter(wanted)
    }
}

/// Whether a key is another one or stands below it.
fn begins(key: &str, with: &str) -> bool {
    key.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// A figure as data.
pub(super) fn figure_record(evaluation: &Evaluation, figure: &Figure, options: &Options) -> Record {
    let language = options.language;
    let mut record = Record::new();
    record.text("figure", figure.key());
    record.put("kind", figure.kind());
    record.text("name", evaluation.name(figure));
    let outcome = figure.outcome();
    record.text("outcome", outcome.tag());
    put_value(&mut record, &outcome, language);
    if let Some(found) = figure.category().filter(|_| outcome.value().is_some()) {
        record.push("category", figure::category(found, language));
    }
    if let Some(coverage) = figure.coverage() {
        record.put("used", coverage.used);
        record.put("total", coverage.total);
    }
    record.some("footnotes", Plain::list(&figure.footnotes()));
    let overridden = figure.rules().map(|rules| rules.overridden().to_vec()).unwrap_or_default();
    record.some("overridden", each(&overridden, &mut |rule| Plain::from(*rule)));
    if options.wants(Include::Explanation) {
        let tree = || figure.explanation(language);
        figure::put_explanation(&mut record, figure.line(language), &tree, options);
    }
    record
}

/// A value with its unit, or why there is none.
fn put_value(record: &mut Record, outcome: &Outcome<Value>, language: Language) {
    match outcome {
        Outcome::Computed(value) => {
            record.put("value", value.reported);
            record.text("display", &value.display(language));
            record.text("exact", &value.exact.text());
            record.put("unit", value.unit);
        }
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
            record.put("reason", &reason.report(language));
        }
    }
}

/// The beginning of the answers about a report: what it is, by which rules, what does not agree.
fn head(evaluation: &Evaluation, options: &Options) -> Record {
    let mut record = super::computed();
    record.text("report", &evaluation.report().document().title);
    record.text("rules", &evaluation.rules().id);
    if options.wants(Include::Receipt) {
        record.put("receipt", &evaluation.receipt());
    }
    let findings = each(evaluation.findings(), &mut |finding| Plain::from(&finding.report(options.language)));
    record.put("findings", findings);
    record
}

impl From<&EvaluateAnswer> for Plain {
    fn from(answer: &EvaluateAnswer) -> Self {
        let mut record = head(&answer.evaluation, &answer.options);
        let mut figures = Vec::new();
        for figure in answer.figures() {
            figures.push(Self::Record(figure_record(&answer.evaluation, figure, &answer.options)));
        }
        record.put("figures", figures);
        Self::Record(record)
    }
}

impl From<&FigureAnswer> for Plain {
    fn from(answer: &FigureAnswer) -> Self {
        let mut record = Record::new();
        if let Some(figure) = answer.evaluation.figure(&answer.key) {
            record = figure_record(&answer.evaluation, figure, &answer.options);
            if answer.options.wants(Include::Receipt) {
                let receipt: Receipt = answer.evaluation.receipt();
                record.put("receipt", &receipt);
            }
        }
        Self::Record(record)
    }
}

impl From<&WhatIfAnswer> for Plain {
    fn from(answer: &WhatIfAnswer) -> Self {
        let language = answer.options.language;
        let mut record = head(&answer.evaluation, &answer.options);
        let side = |outcome: &Option<Outcome<Value>>| match outcome {
            Some(outcome) => {
                let mut side = Record::new();
                side.text("outcome", outcome.tag());
                put_value(&mut side, outcome, language);
                Self::Record(side)
            }
            None => Self::Null,
        };
        let changed = each(&answer.changed, &mut |change| {
            let mut record = Record::new();
            record.text("figure", &change.key);
            record.push("before", side(&change.before));
            record.push("after", side(&change.after));
            Self::Record(record)
        });
        record.put("changed", changed);
        Self::Record(record)
    }
}

serialize_as_plain!(EvaluateAnswer, FigureAnswer, WhatIfAnswer);
