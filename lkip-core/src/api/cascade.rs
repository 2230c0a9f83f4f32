//! `cascade`: who holds what, what is wrong with it, how it adds up; as data, as text, as a picture. `office`: an office's
//! own page. `trace`: where the number of an indicator comes from.

use super::evaluate::figure_record;
use super::tables::told;
use super::{Call, Options, TableFormat};
use crate::cascade::{
    BudgetCheck, Cascade, CascadeTable, HeldIndicator, OfficePage, Party, Revision, Share, Trace, cascade,
};
use crate::error::Errors;
use crate::evaluate::Figure;
use crate::language::Language;
use crate::measure::Target;
use crate::number::Ratio;
use crate::plain::{Fields, Plain, Record, choices, choose, list, owned_text, serialize_as_plain};
use crate::prelude::*;
use crate::report::OfficeLevel;
use crate::text::concat;

choices! {
    /// What a cascade is told as.
    pub enum CascadeFormat {
        /// Findings, offices, budgets, revisions.
        Data = "data",
        /// The tree of performance as indented text.
        Text = "text" | "teks",
        /// The tree of performance as a Mermaid flowchart.
        Mermaid = "mermaid",
        /// The tree of performance as a picture.
        Svg = "svg",
    }
}

choices! {
    /// The parts of a cascade that can be left away.
    pub enum CascadePart {
        /// The receipt.
        Receipt = "receipt",
        /// Every office with what it holds and its figures.
        Offices = "offices" | "unit",
        /// How budgets compare with those below.
        Budgets = "budgets" | "anggaran",
        /// What later versions of agreements changed.
        Revisions = "revisions" | "perubahan",
    }
}

/// What `cascade` gives.
#[derive(Clone, Debug)]
pub struct CascadeAnswer {
    /// The cascade.
    pub cascade: Cascade,
    /// What it is told as.
    pub format: CascadeFormat,
    /// The office whose branch is shown; everything where the call names none.
    pub office: Option<String>,
    /// The parts that were asked for; all but the tables where the call says nothing.
    pub include: Vec<CascadePart>,
    /// The tables that were asked for, as data.
    pub tables: Vec<CascadeTable>,
    /// The language of the answer.
    pub language: Language,
}

/// What `office` gives.
#[derive(Clone, Debug)]
pub struct OfficeAnswer {
    /// The cascade.
    pub cascade: Cascade,
    /// The page.
    pub page: OfficePage,
    /// What it is told as.
    pub format: TableFormat,
    /// The language of the answer.
    pub language: Language,
}

/// What `trace` gives.
#[derive(Clone, Debug)]
pub struct TraceAnswer {
    /// The cascade.
    pub cascade: Cascade,
    /// The way of the number.
    pub trace: Trace,
    /// The language of the answer.
    pub language: Language,
}

const OFFICE: &[&str] = &["office", "unit_kerja"];

pub(super) fn answer(call: &Call) -> Result<CascadeAnswer, Errors> {
    let mut f = call.open()?;
    let language = f.optional(super::options::LANGUAGE, choose).unwrap_or_default();
    let include = f.optional(&["include", "sertakan"], |p| list(p, choose::<CascadePart>));
    let format = f.optional(&["format"], choose::<CascadeFormat>).unwrap_or_default();
    let tables = f.optional(&["tables", "tabel"], |p| list(p, choose::<CascadeTable>)).unwrap_or_default();
    let made = call.evaluation(&mut f).map(|evaluation| cascade(&evaluation));
    let office = call.office(&mut f, made.as_ref());
    f.done(|| {
        let include = include.unwrap_or_else(|| CascadePart::ALL.to_vec());
        Some(CascadeAnswer { cascade: made?, format, office, include, tables, language })
    })
}

pub(super) fn office(call: &Call) -> Result<OfficeAnswer, Errors> {
    let mut f = call.open()?;
    let language = f.optional(super::options::LANGUAGE, choose).unwrap_or_default();
    let format = f.optional(&["format"], choose::<TableFormat>).unwrap_or_default();
    let made = call.evaluation(&mut f).map(|evaluation| cascade(&evaluation));
    let page = f.required(OFFICE, |p| {
        let id = owned_text(p)?;
        made.as_ref().map(|cascade| cascade.page(&id)).transpose()
    });
    f.done(|| Some(OfficeAnswer { cascade: made?, page: page??, format, language }))
}

pub(super) fn trace(call: &Call) -> Result<TraceAnswer, Errors> {
    let mut f = call.open()?;
    let language = f.optional(super::options::LANGUAGE, choose).unwrap_or_default();
    let made = call.evaluation(&mut f).map(|evaluation| cascade(&evaluation));
    let office = call.office(&mut f, made.as_ref());
    let trace = f.required(&["indicator", "indikator"], |p| {
        let id = owned_text(p)?;
        made.as_ref().map(|cascade| cascade.trace(&id, office.as_deref())).transpose()
    });
    f.done(|| Some(TraceAnswer { cascade: made?, trace: trace??, language }))
}

impl Call {
    /// The office of the call, which the report must have.
    fn office(&self, fields: &mut Fields<'_>, cascade: Option<&Cascade>) -> Option<String> {
        fields.optional(OFFICE, |p| {
            let id = owned_text(p)?;
            match cascade {
                Some(cascade) => cascade.office(&id).map(|_| id),
                None => Ok(id),
            }
        })
    }
}

/// The beginning of every answer about a cascade.
fn head(cascade: &Cascade) -> Record {
    let mut record = super::computed();
    record.text("report", &cascade.evaluation().report().document().title);
    record.text("rules", &cascade.evaluation().rules().id);
    record
}

impl CascadeAnswer {
    fn wants(&self, part: CascadePart) -> bool {
        self.include.contains(&part)
    }

    fn put_data(&self, record: &mut Record) {
        let language = self.language;
        record.put("years", each(&self.cascade.years(), &mut |year| Plain::from(u32::from(*year))));
        record.put("findings", each(self.cascade.findings(), &mut |finding| Plain::from(&finding.report(language))));
        if self.wants(CascadePart::Offices) {
            record.put("offices", self.offices());
        }
        if self.wants(CascadePart::Budgets) {
            record.put("budgets", each(self.cascade.budgets(), &mut |budget| budget_record(budget, language)));
        }
        if self.wants(CascadePart::Revisions) {
            record.put("revisions", each(self.cascade.revisions(), &mut |revision| revision_record(revision)));
        }
        if !self.tables.is_empty() {
            let tables = some_of(&self.tables, &mut |table| self.cascade.table(*table));
            record.put("tables", each(&tables, &mut |table| told(table, TableFormat::Data, language)));
        }
    }

    /// The offices of the branch, each after the one above it.
    fn offices(&self) -> Vec<Plain> {
        let document = self.cascade.evaluation().report().document();
        let year = document.period.year.get();
        // An office that is not there was refused.
        let branch = self.cascade.branch(self.office.as_deref()).unwrap_or_default();
        some_of(&branch, &mut |(office, depth)| {
            let mut record = Record::new();
            record.text("id", office.id.as_str());
            record.text("name", &office.name);
            record.maybe("level", office.level.as_ref().map(level));
            record.maybe("parent", office.parent.as_ref().map(crate::report::Id::as_str));
            record.put("depth", *depth);
            record.or_null("agreement", self.cascade.agreement_of(office.id.as_str(), year));
            let held = self.cascade.held_by(office.id.as_str(), year).unwrap_or_default();
            record.put("indicators", each(&held, &mut |held| self.indicator(held)));
            let names = [".score", ".allocation", ".spending", ".absorption", ".remainder", ".efficiency"];
            let own = [".own.allocation", ".own.spending", ".own.absorption", ".own.remainder"];
            let figures = some_of(&[&names[..], &own[..]].concat(), &mut |name| {
                let key = concat(&["offices.", office.id.as_str(), name]);
                self.cascade.evaluation().figure(&key).map(|figure| self.figure(figure))
            });
            record.put("figures", figures);
            Some(Plain::Record(record))
        })
    }

    fn indicator(&self, held: &HeldIndicator<'_>) -> Plain {
        let mut record = Record::new();
        record.or_null("id", held.id);
        record.text("name", held.name);
        record.maybe("unit", held.unit);
        record.text("target", &held.target_text(self.language));
        match held.target {
            Target::None => {}
            Target::Value(value) => record.put("target_value", value),
            Target::Range { low, high } => {
                record.put("target_low", low);
                record.put("target_high", high);
            }
        }
        record.maybe("agreement", held.agreement);
        record.maybe("from", held.from);
        record.put("adopted_by", each(&held.adopted_by, &mut |id| Plain::from(*id)));
        record.put("cascading", held.cascading);
        record.text("place", &held.place);
        let figures = [held.realization, held.achievement, held.rolled_up];
        record.put("figures", some_of(&figures, &mut |figure| figure.map(|figure| self.figure(figure))));
        Plain::Record(record)
    }

    fn figure(&self, figure: &Figure) -> Plain {
        let options = Options { language: self.language, include: Vec::new() };
        Plain::Record(figure_record(self.cascade.evaluation(), figure, &options))
    }
}

fn level(level: &OfficeLevel) -> Plain {
    match level {
        OfficeLevel::Named(level) => Plain::from(*level),
        OfficeLevel::Other(word) => Plain::from(word),
    }
}

fn party(party: &Party) -> Plain {
    let mut record = Record::new();
    record.text("id", &party.id);
    record.text("name", &party.name);
    Plain::Record(record)
}

/// An exact amount in digits: of a fraction, which no amount is, the exact quotient.
fn amount(amount: &Ratio) -> Plain {
    Plain::Text(amount.to_number(0).map_or_else(|| amount.text(), crate::number::Number::text))
}

fn share(share: &Share, language: Language) -> Plain {
    let mut record = Record::new();
    record.put("office", party(&share.office));
    record.text("name", share.name.get(language));
    record.put("amount", amount(&share.amount));
    record.put("of_lines", Plain::Bool(share.of_lines));
    record.text("place", &share.place);
    Plain::Record(record)
}

fn budget_record(budget: &BudgetCheck, language: Language) -> Plain {
    let mut record = Record::new();
    record.put("year", u32::from(budget.year));
    record.put("office", party(&budget.office));
    record.text("agreement", &budget.agreement);
    record.put("agrees", Plain::Bool(budget.agrees()));
    record.or_null("above", budget.above.as_ref().map(amount));
    record.put("below", each(&budget.below, &mut |one| share(one, language)));
    record.or_null("difference", budget.difference.as_ref().map(amount));
    record.put("missing", each(&budget.missing, &mut party));
    record.maybe("required", budget.required.as_ref().map(amount));
    record.maybe("missing_lines", budget.missing_lines.as_ref().map(amount));
    let programs = each(&budget.programs, &mut |program| {
        let mut record = Record::new();
        record.text("name", program.name.get(language));
        record.or_null("above", program.above.as_ref().map(amount));
        record.put("below", each(&program.below, &mut |one| share(one, language)));
        record.or_null("difference", program.difference.as_ref().map(amount));
        record.put("places", Plain::list(&program.places));
        Plain::Record(record)
    });
    record.put("programs", programs);
    Plain::Record(record)
}

fn revision_record(revision: &Revision) -> Plain {
    let mut record = Record::new();
    record.put("year", u32::from(revision.year));
    record.put("office", party(&revision.office));
    record.text("before", &revision.before);
    record.text("after", &revision.after);
    let changes = each(&revision.changes, &mut |change| {
        let mut record = Record::new();
        record.put("what", change.what);
        record.text("of", &change.of);
        record.or_null("before", change.before.as_ref());
        record.or_null("after", change.after.as_ref());
        Plain::Record(record)
    });
    record.put("changes", changes);
    Plain::Record(record)
}

impl From<&CascadeAnswer> for Plain {
    fn from(answer: &CascadeAnswer) -> Self {
        let mut record = head(&answer.cascade);
        if answer.wants(CascadePart::Receipt) {
            record.put("receipt", &answer.cascade.evaluation().receipt());
        }
        let (office, language) = (answer.office.as_deref(), answer.language);
        let text = match answer.format {
            CascadeFormat::Data => {
                answer.put_data(&mut record);
                return Self::Record(record);
            }
            CascadeFormat::Text => answer.cascade.to_text(office, language),
            CascadeFormat::Mermaid => answer.cascade.to_mermaid(office, language),
            CascadeFormat::Svg => answer.cascade.to_svg(office, language),
        };
        // An office that is not there was refused.
        record.put("text", text.unwrap_or_default());
        Self::Record(record)
    }
}

impl From<&OfficeAnswer> for Plain {
    fn from(answer: &OfficeAnswer) -> Self {
        let (page, language) = (&answer.page, answer.language);
        let mut record = head(&answer.cascade);
        record.text("id", &page.id);
        record.text("name", &page.name);
        match answer.format {
            TableFormat::Markdown => record.put("text", page.to_markdown(language)),
            TableFormat::Html => record.put("text", page.to_html(language)),
            TableFormat::Data | TableFormat::Csv => {
                record.put("facts", each(&page.facts, &mut |fact| Self::from(fact.get(language))));
                record.put("tables", each(&page.tables, &mut |table| told(table, answer.format, language)));
            }
        };
        Self::Record(record)
    }
}

impl From<&TraceAnswer> for Plain {
    fn from(answer: &TraceAnswer) -> Self {
        let language = answer.language;
        let mut record = head(&answer.cascade);
        record.put("text", answer.trace.to_text(language));
        let steps = each(answer.trace.steps(), &mut |step| {
            let mut record = Record::new();
            record.put("depth", step.depth);
            record.maybe("office", step.office.as_ref());
            record.text("place", &step.place);
            record.maybe("link", step.link);
            record.text("text", step.text(language));
            Self::Record(record)
        });
        record.put("steps", steps);
        record.put("complete", Self::Bool(!answer.trace.is_cut()));
        Self::Record(record)
    }
}

serialize_as_plain!(CascadeAnswer, OfficeAnswer, TraceAnswer);
