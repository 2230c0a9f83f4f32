//! `audit`: what is wrong with the printed figures of a report, and why; as data or written.

use super::Call;
use super::options::LANGUAGE;
use crate::audit::{Agreement, Audit, Audited, Diagnosis, Finding, Same, Verdict, audit};
use crate::error::Errors;
use crate::language::Language;
use crate::plain::{Plain, Record, choices, choose, list, serialize_as_plain};
use crate::prelude::*;
use crate::report::Printed;

choices! {
    /// What an audit is told as.
    pub enum AuditFormat {
        /// Findings, conventions, and what else was asked for.
        Data = "data",
        /// The report of the audit in Markdown.
        Markdown = "markdown",
        /// The report of the audit in HTML.
        Html = "html",
    }
}

choices! {
    /// The parts of an audit that can be left away.
    pub enum AuditPart {
        /// The receipt; told where nothing is said.
        Receipt = "receipt",
        /// Every printed entry with its verdict.
        Entries = "entries" | "tercetak",
        /// Every figure that is printed more than once; without it only those that are printed differently.
        Same = "same" | "sama",
    }
}

/// What `audit` gives.
#[derive(Clone, Debug)]
pub struct AuditAnswer {
    /// The audit.
    pub audit: Audit,
    /// What it is told as.
    pub format: AuditFormat,
    /// The parts that were asked for; the receipt where the call says nothing.
    pub include: Vec<AuditPart>,
    /// The language of the answer.
    pub language: Language,
}

pub(super) fn answer(call: &Call) -> Result<AuditAnswer, Errors> {
    let mut f = call.open()?;
    let language = f.optional(LANGUAGE, choose).unwrap_or_default();
    let include = f.optional(&["include", "sertakan"], |p| list(p, choose::<AuditPart>));
    let format = f.optional(&["format"], choose::<AuditFormat>).unwrap_or_default();
    let evaluation = call.evaluation(&mut f);
    f.done(|| {
        let include = include.unwrap_or_else(|| vec![AuditPart::Receipt]);
        Some(AuditAnswer { audit: audit(&evaluation?), format, include, language })
    })
}

impl AuditAnswer {
    fn wants(&self, part: AuditPart) -> bool {
        self.include.contains(&part)
    }

    fn put_data(&self, record: &mut Record) {
        let findings = each(self.audit.findings(), &mut |finding| self.finding(finding));
        record.put("findings", findings);
        if self.wants(AuditPart::Entries) {
            let mut entries = Vec::new();
            for (index, (printed, audited)) in self.audit.entries().enumerate() {
                entries.push(self.entry(index, printed, audited));
            }
            record.put("entries", entries);
        }
        let differing = |group: &Same| group.agreement() == Agreement::Contradiction;
        let groups = some_of(self.audit.same(), &mut |group| {
            (self.wants(AuditPart::Same) || differing(group)).then(|| self.group(group))
        });
        record.put("same", groups);
        let rules = self.audit.evaluation().rules();
        record.put("conventions", each(self.audit.conventions(), &mut |one| one.plain(rules, self.language)));
    }

    /// What a figure is called: the name of its subject, and its whole title.
    fn put_figure(&self, record: &mut Record, key: &str) {
        record.text("figure", key);
        let evaluation = self.audit.evaluation();
        if let Some(figure) = evaluation.figure(key) {
            record.text("name", evaluation.name(figure));
            record.text("label", &evaluation.title(figure, self.language));
        }
    }

    fn diagnoses(&self, diagnoses: &[Diagnosis]) -> Vec<Plain> {
        each(diagnoses, &mut |diagnosis| diagnosis.plain(self.language))
    }

    /// Entries of the document by their places.
    fn places(&self, places: &[usize]) -> Vec<Plain> {
        some_of(places, &mut |place| {
            let mut record = Record::new();
            put_place(&mut record, *place, self.audit.printed(*place)?);
            Some(Plain::Record(record))
        })
    }

    fn finding(&self, finding: &Finding) -> Plain {
        let mut record = Record::new();
        record.put("verdict", finding.verdict());
        record.text("title", finding.verdict().title().get(self.language));
        self.put_figure(&mut record, finding.figure());
        record.put("entries", self.places(finding.entries()));
        record.maybe("expected", finding.expected());
        record.maybe("display", self.audit.expected_of(finding, self.language));
        record.put("diagnoses", self.diagnoses(finding.diagnoses()));
        record.maybe("error", finding.error().map(|error| Plain::from(&error.report(self.language))));
        record.put("elsewhere", self.places(finding.elsewhere()));
        record.put("affects", Plain::list(finding.affects()));
        Plain::Record(record)
    }

    fn entry(&self, index: usize, printed: &Printed, audited: &Audited) -> Plain {
        let mut record = Record::new();
        put_place(&mut record, index, printed);
        self.put_figure(&mut record, &printed.figure);
        record.put("verdict", audited.verdict());
        record.maybe("expected", audited.expected());
        record.maybe("display", self.audit.expected_at(index, self.language));
        record.put("diagnoses", self.diagnoses(audited.diagnoses()));
        record.maybe("error", audited.error().map(|error| Plain::from(&error.report(self.language))));
        Plain::Record(record)
    }

    fn group(&self, group: &Same) -> Plain {
        let mut record = Record::new();
        self.put_figure(&mut record, group.figure());
        record.put("agreement", group.agreement());
        record.put("entries", self.places(group.entries()));
        Plain::Record(record)
    }
}

/// Where an entry stands, in the list of the document and in the print.
fn put_place(record: &mut Record, index: usize, printed: &Printed) {
    record.put("index", index);
    record.text("text", &printed.text);
    record.maybe("table", printed.table.as_ref());
    record.maybe("column", printed.column.as_ref());
    record.maybe("place", printed.place.as_ref());
    record.maybe("ref", printed.reference.as_ref());
}

impl From<&AuditAnswer> for Plain {
    fn from(answer: &AuditAnswer) -> Self {
        let (audit, language) = (&answer.audit, answer.language);
        let mut record = super::computed();
        record.text("report", &audit.evaluation().report().document().title);
        record.text("rules", &audit.evaluation().rules().id);
        if answer.wants(AuditPart::Receipt) {
            record.put("receipt", &audit.evaluation().receipt());
        }
        let mut counts = Record::new();
        for verdict in Verdict::ALL {
            counts.put(verdict.as_str(), audit.count(*verdict));
        }
        record.put("counts", counts);
        match answer.format {
            AuditFormat::Data => answer.put_data(&mut record),
            AuditFormat::Markdown => record.put("text", audit.to_markdown(language)),
            AuditFormat::Html => record.put("text", audit.to_html(language)),
        }
        Self::Record(record)
    }
}

serialize_as_plain!(AuditAnswer);
