//! `audit`: what is wrong with the printed figures of a report, and why; as data or written.

use alloc::sync::Arc;

use super::Call;
use super::options::LANGUAGE;
use crate::audit::columns::{self, AuditedCell, Columns, ColumnsAudit, Note};
use crate::audit::{Agreement, Audit, Audited, Diagnosis, Finding, Same, Verdict, audit};
use crate::error::{Code, Error, Errors};
use crate::language::Language;
use crate::number::Style;
use crate::plain::{Fields, Plain, Record, choices, choose, list, serialize_as_plain};
use crate::prelude::*;
use crate::report::Printed;
use crate::rules::RuleSet;

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
        /// Of a table: every cell with its verdict.
        Cells = "cells" | "sel",
        /// Every figure that is printed more than once; without it only those that are printed differently.
        Same = "same" | "sama",
    }
}

/// What `audit` gives.
#[derive(Clone, Debug)]
pub struct AuditAnswer {
    /// The audit.
    pub audit: Arc<Audit>,
    /// The table, where the call gave columns and no report.
    pub columns: Option<ColumnsAudit>,
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
    let (audit, columns) = if f.has(COLUMNS) {
        let columns = call.columns(&mut f);
        (columns.as_ref().map(ColumnsAudit::shared), columns)
    } else {
        (call.evaluation(&mut f).map(|evaluation| Arc::new(audit(&evaluation))), None)
    };
    f.done(|| {
        let include = include.unwrap_or_else(|| vec![AuditPart::Receipt]);
        Some(AuditAnswer { audit: audit?, columns, format, include, language })
    })
}

const COLUMNS: &[&str] = &["columns", "kolom"];

impl Call {
    /// The table of the call, audited under the rules of the call, or under those that its figures show.
    fn columns(&self, fields: &mut Fields<'_>) -> Option<ColumnsAudit> {
        let name = fields.written(COLUMNS);
        if self.has_report(fields) {
            let error = Error::new(Code::SameField).text("field", name).text("other", "report");
            fields.problems().add(error.within(name));
        }
        // A report is none of the fields of such a call, but that was said.
        fields.optional(&["report", "laporan"], |_| Ok::<_, Error>(()));
        let columns = fields.optional(COLUMNS, Columns::from_plain);
        let rules = match &self.rules {
            Some(rules) => Some(rules.clone()),
            None => fields.optional(&["rules", "pedoman"], RuleSet::named),
        };
        let changed = fields.optional(&["overrides", "pengganti"], |p| match &rules {
            Some(rules) => rules.with(p).map(Some),
            // What is inferred is not what was to be replaced.
            None => Err(Error::new(Code::RulesMissing).into()),
        });
        let audited = columns::audit(&columns?, changed.flatten().or(rules).as_ref());
        fields.problems().note(audited.map_err(|errors| errors.within(name)))
    }
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
        if let Some(columns) = &self.columns {
            self.put_table(record, columns);
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
            self.put_place(&mut record, *place, self.audit.printed(*place)?);
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
        self.put_place(&mut record, index, printed);
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

/// How the numbers of every column are written.
fn styles(columns: &ColumnsAudit) -> Record {
    let mut record = Record::new();
    for (name, style) in columns.styles() {
        record.or_null(name.as_str(), style.map(Style::as_str));
    }
    record
}

/// What is told of tables only.
impl AuditAnswer {
    fn put_table(&self, record: &mut Record, columns: &ColumnsAudit) {
        if self.wants(AuditPart::Cells) {
            record.put("cells", each(&columns.cells(), &mut |cell| self.cell(columns, cell)));
        }
        record.put("notes", each(columns.notes(), &mut |note| self.note(note)));
    }

    fn cell(&self, columns: &ColumnsAudit, cell: &AuditedCell<'_>) -> Plain {
        let mut record = Record::new();
        record.put("row", cell.row);
        record.put("column", cell.column);
        record.text("text", cell.text);
        record.text("figure", cell.figure);
        record.put("verdict", cell.verdict);
        record.maybe("expected", cell.expected);
        record.maybe("display", columns.display(cell, self.language));
        record.put("causes", each(cell.diagnoses, &mut |diagnosis| Plain::from(diagnosis.cause().as_str())));
        record.maybe("error", cell.error.map(|error| Plain::from(&error.report(self.language))));
        Plain::Record(record)
    }

    fn note(&self, note: &Note) -> Plain {
        let mut record = Record::new();
        record.put("code", note.code());
        record.put("row", note.row());
        record.put("column", note.column());
        record.text("message", &note.message(self.language));
        record.put("details", note.details());
        Plain::Record(record)
    }

    /// Where an entry stands: in the list of the document, in the table of the call, and in the print.
    fn put_place(&self, record: &mut Record, index: usize, printed: &Printed) {
        record.put("index", index);
        record.maybe("row", self.columns.as_ref().and_then(|columns| columns.place(index)).map(|(row, _)| row));
        record.text("text", &printed.text);
        record.maybe("table", printed.table.as_ref());
        record.maybe("column", printed.column.as_ref());
        record.maybe("place", printed.place.as_ref());
        record.maybe("ref", printed.reference.as_ref());
    }
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
        if let Some(columns) = &answer.columns {
            record.put("styles", styles(columns));
        }
        let inference = audit.inference().map(|inference| inference.plain(audit.evaluation().rules(), language));
        record.maybe("inference", inference);
        match answer.format {
            AuditFormat::Data => answer.put_data(&mut record),
            AuditFormat::Markdown => record.put("text", audit.to_markdown(language)),
            AuditFormat::Html => record.put("text", audit.to_html(language)),
        }
        Self::Record(record)
    }
}

serialize_as_plain!(AuditAnswer);
