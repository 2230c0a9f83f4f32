//! An office's own page: what it promised, what became of it, what it spends, what is wrong.

use crate::cascade::{Cascade, wording};
use crate::error::{Details, Error};
use crate::language::{Language, Text, bilingual};
use crate::markup::html::{open, push_text};
use crate::markup::markdown::escaped;
use crate::measure::Unit;
use crate::number::ReadStyle;
use crate::prelude::*;
use crate::report::{Kept, Quantity};
use crate::rules::Bilingual;
use crate::table::{Cell, ColumnKind, Draft, RowKind, State, Table, both, plain};
use crate::text::{concat, size};

/// An office's own page.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficePage {
    /// The id of the office.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is said of it in a line each: its superior, its agreement, its score, its budget.
    pub facts: Vec<Bilingual>,
    /// Its indicators, its programs, its conditions, the offices below it, and what is wrong.
    pub tables: Vec<Table>,
}

const SUPERIOR: Text = bilingual!("Atasan", "Superior");
const OFFICES_BELOW: Text = bilingual!("Unit di bawahnya", "Offices below");

impl Kept {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Met => bilingual!("terpenuhi", "met"),
            Self::NotMet => bilingual!("tidak terpenuhi", "not met"),
            Self::NotReported => bilingual!("belum dilaporkan", "not reported"),
            Self::NotMeasurable => bilingual!("tidak terukur", "not measurable"),
        }
    }
}

impl Cascade {
    /// An office's own page.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`](crate::Code::UnknownReference) for an office that the report does not have.
    pub fn page(&self, office: &str) -> Result<OfficePage, Error> {
        let place = self.office(office)?;
        let ground = self.ground();
        let mut page =
            OfficePage { id: office.to_owned(), name: self.office_name(office), facts: Vec::new(), tables: Vec::new() };
        let (Some(now), Some(written)) = (self.now(), ground.document.offices.get(place)) else { return Ok(page) };
        if let Some(above) = ground.branches.parent(place).and_then(|above| ground.document.offices.get(above)) {
            page.facts.push(both(&|language| concat(&[SUPERIOR.get(language), ": ", &above.name])));
        }
        if let Some(level) = wording::level(written) {
            let mut details = Details::default();
            details.put("level", level);
            let text = bilingual!("Jenjang: {level}", "Level: {level}");
            page.facts.push(both(&|language| details.fill(text.get(language), language)));
        }
        let facts = |language| self.facts(now, place, written, language);
        for (id, en) in facts(Language::Indonesian).into_iter().zip(facts(Language::English)) {
            page.facts.push(Bilingual { id, en });
        }
        append(&mut page.tables, self.held_table(now, place));
        append(&mut page.tables, self.programs_table(place));
        append(&mut page.tables, self.conditions_table(place));
        append(&mut page.tables, self.below_table(place));
        append(&mut page.tables, self.findings_table(Some(written)));
        Ok(page)
    }

    /// The programs of its agreement and their budgets.
    fn programs_table(&self, place: usize) -> Option<Table> {
        let ground = self.ground();
        let agreement = ground.agreement(&self.now()?.holdings, place)?;
        let mut draft =
            Draft::new("office_programs", plain(bilingual!("Program dan anggaran", "Programs and budgets")))
                .column("no", ColumnKind::Number, bilingual!("No.", "No."))
                .column("program", ColumnKind::Text, bilingual!("Program", "Program"))
                .names_rows()
                .column("allocation", ColumnKind::Rupiah, bilingual!("Anggaran", "Budget"))
                .column("minimum", ColumnKind::Percent, bilingual!("Penyerapan paling sedikit", "Least absorption"))
                .optional()
                .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan", "Absorption"))
                .optional()
                .column("note", ColumnKind::Text, bilingual!("Keterangan", "Remark"))
                .optional();
        let subject = concat(&["agreements.", agreement.id.as_str()]);
        for (row, program) in agreement.programs.iter().enumerate() {
            let line = program.budget.as_ref().and_then(|id| ground.checked.places.budget.get(id.as_str()));
            let line = line.and_then(|line| ground.document.budget.get(line));
            let name = program.name.clone().or_else(|| line.map(|line| (*line.name).to_owned()));
            let number = |quantity: Option<&Quantity>, unit| {
                quantity.and_then(Quantity::amount).map_or(Cell::Empty, |value| Cell::number(value, unit))
            };
            let absorption =
                line.and_then(|line| self.evaluation().figure(&concat(&["budget.", line.id.as_str(), ".absorption"])));
            let cells = vec![
                Cell::Text(name.unwrap_or_default()),
                number(program.allocation.as_ref(), Unit::Rupiah),
                number(program.minimum.as_ref(), Unit::Percent),
                absorption.filter(|figure| figure.value().is_some()).map_or(Cell::Empty, Cell::of),
                program.note.clone().map_or(Cell::Empty, Cell::Text),
            ];
            draft.item(0, concat(&[&subject, ".programs.", &size(row + 1)]), cells);
        }
        let total = self.evaluation().figure(&concat(&[&subject, ".total"]));
        if let Some(total) = total.filter(|_| !draft.is_empty()) {
            let name = Cell::Word { code: Some("total".to_owned()), text: plain(bilingual!("Jumlah", "Total")) };
            draft.row(RowKind::Total, 0, Some(subject), vec![Cell::Empty, name, Cell::of(total)]);
        }
        draft.finish()
    }

    fn conditions_table(&self, place: usize) -> Option<Table> {
        let ground = self.ground();
        let agreement = ground.agreement(&self.now()?.holdings, place)?;
        let style = ground.document.style.map_or(ReadStyle::Detect, ReadStyle::Declared);
        let mut draft = Draft::new("office_conditions", plain(bilingual!("Syarat perjanjian", "Conditions")))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("condition", ColumnKind::Text, bilingual!("Syarat", "Condition"))
            .names_rows()
            .column("minimum", ColumnKind::Text, bilingual!("Paling sedikit", "At least"))
            .column("realization", ColumnKind::Text, bilingual!("Tercapai", "Reached"))
            .column("kept", ColumnKind::Text, bilingual!("Keterangan", "Remark"));
        for condition in &agreement.conditions {
            let kept = condition.kept(style);
            let cells = vec![
                Cell::Text(condition.name.clone()),
                Cell::Text(condition.minimum.clone()),
                condition.realization.clone().map_or(Cell::state(State::NotApplicable), Cell::Text),
                Cell::word(kept.as_str(), kept.title()),
            ];
            draft.item(0, concat(&["agreements.", agreement.id.as_str()]), cells);
        }
        draft.finish()
    }

    fn below_table(&self, place: usize) -> Option<Table> {
        let ground = self.ground();
        let mut draft = Draft::new("office_below", plain(OFFICES_BELOW))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("office", ColumnKind::Text, bilingual!("Unit kerja", "Office"))
            .names_rows()
            .column("score", ColumnKind::Percent, bilingual!("Nilai kinerja", "Score"))
            .optional()
            .column("allocation", ColumnKind::Rupiah, bilingual!("Pagu", "Allocation"))
            .optional()
            .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan", "Absorption"))
            .optional();
        for below in ground.checked.offices.children(place) {
            let Some(office) = ground.document.offices.get(*below) else { continue };
            let shown = |name: &str| self.of_office(office, name).map_or(Cell::Empty, Cell::of);
            let cells =
                vec![Cell::Text(office.name.clone()), shown(".score"), shown(".allocation"), shown(".absorption")];
            draft.item(0, concat(&["offices.", office.id.as_str()]), cells);
        }
        draft.finish()
    }
}

impl OfficePage {
    /// The page in Markdown.
    #[must_use]
    pub fn to_markdown(&self, language: Language) -> String {
        let mut text = concat(&["# ", &escaped(&self.name), "\n\n"]);
        for fact in &self.facts {
            text.push_str(&concat(&["- ", &escaped(fact.get(language)), "\n"]));
        }
        for table in &self.tables {
            text.push('\n');
            text.push_str(&table.to_markdown(language));
        }
        text
    }

    /// The page in HTML: a `<section>` with the classes of the tables.
    #[must_use]
    pub fn to_html(&self, language: Language) -> String {
        let mut html = String::new();
        let attributes = [("class", "lkip-office"), ("data-lkip-office", self.id.as_str()), ("lang", language.tag())];
        open(&mut html, "section", &attributes);
        html.push_str("\n<h2>");
        push_text(&mut html, &self.name);
        html.push_str("</h2>\n<ul>\n");
        for fact in &self.facts {
            html.push_str("<li>");
            push_text(&mut html, fact.get(language));
            html.push_str("</li>\n");
        }
        html.push_str("</ul>\n");
        for table in &self.tables {
            html.push_str(&table.to_html(language));
        }
        html.push_str("</section>\n");
        html
    }
}
