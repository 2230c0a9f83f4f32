//! The cascade as tables: offices with their scores and budgets, indicators by offices, budgets, revisions, findings.

use super::seen::HeldIndicator;
use super::text::{cell, footnotes};
use crate::cascade::budget::{BudgetCheck, Share};
use crate::cascade::wording::money;
use crate::cascade::year::OfYear;
use crate::cascade::{Cascade, Finding};
use crate::error::{Detail, Details};
use crate::evaluate::Figure;
use crate::language::{Language, Text, bilingual};
use crate::measure::Unit;
use crate::number::Ratio;
use crate::plain::choices;
use crate::prelude::*;
use crate::report::{NamedLevel, Office, OfficeLevel};
use crate::rules::Bilingual;
use crate::table::{Cell, ColumnKind, Draft, RowKind, State, Table, both, plain};
use crate::text::{concat, count, join, size};

choices! {
    /// A table of a cascade.
    pub enum CascadeTable {
        /// Every office: its agreement, its score, its budget.
        Offices = "cascade_offices",
        /// Every indicator: which offices hold it.
        Matrix = "cascade_matrix",
        /// The budgets of agreements against those below.
        Budgets = "cascade_budgets",
        /// What later versions of agreements changed.
        Revisions = "cascade_revisions",
        /// What is wrong.
        Findings = "cascade_findings",
    }
}

const HERE: Text = bilingual!(
    "PK: dicantumkan dalam perjanjian kinerja. PJ: penanggung jawab menurut laporan.",
    "PK: stands in the performance agreement. PJ: responsible by the report."
);
const BY_LINES: Text = bilingual!(
    "*) menurut baris anggaran, karena perjanjian kinerjanya tidak ada dalam dokumen.",
    "*) by budget lines, for the agreement is not in the document."
);

impl Cascade {
    /// Every table that has rows.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        some_of(CascadeTable::ALL, &mut |table| self.table(*table))
    }

    /// One of the tables; nothing where it would have no rows.
    #[must_use]
    pub fn table(&self, table: CascadeTable) -> Option<Table> {
        match table {
            CascadeTable::Offices => self.offices_table(),
            CascadeTable::Matrix => self.matrix_table(),
            CascadeTable::Budgets => self.budgets_table(),
            CascadeTable::Revisions => self.revisions_table(),
            CascadeTable::Findings => self.findings_table(None),
        }
    }

    fn titled(&self, id: &'static str, text: Text) -> Draft {
        let year = self.year_text();
        Draft::new(id, both(&|language| concat(&[text.get(language), " ", &year])))
    }

    fn offices_table(&self) -> Option<Table> {
        let ground = self.ground();
        let now = self.now()?;
        let mut draft = self
            .titled(
                CascadeTable::Offices.as_str(),
                bilingual!("Kinerja dan anggaran unit kerja tahun", "Performance and budget of offices,"),
            )
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("office", ColumnKind::Text, bilingual!("Unit kerja", "Office"))
            .names_rows()
            .column("level", ColumnKind::Text, bilingual!("Jenjang", "Level"))
            .optional()
            .column("agreement", ColumnKind::Text, bilingual!("Perjanjian kinerja", "Agreement"))
            .optional()
            .column("indicators", ColumnKind::Number, bilingual!("Indikator", "Indicators"))
            .column("score", ColumnKind::Percent, bilingual!("Nilai kinerja", "Score"))
            .optional()
            .column("coverage", ColumnKind::Text, bilingual!("Cakupan", "Coverage"))
            .optional()
            .column("category", ColumnKind::Category, bilingual!("Kategori", "Category"))
            .optional()
            .column("allocation", ColumnKind::Rupiah, bilingual!("Pagu", "Allocation"))
            .optional()
            .column("spending", ColumnKind::Rupiah, bilingual!("Realisasi anggaran", "Spending"))
            .optional()
            .column("absorption", ColumnKind::Percent, bilingual!("Penyerapan", "Absorption"))
            .optional()
            .column("efficiency", ColumnKind::Points, bilingual!("Efisiensi", "Efficiency"))
            .optional();
        for place in ground.branches.all() {
            let Some(office) = ground.document.offices.get(*place) else { continue };
            let figure = |name: &str| self.of_office(office, name);
            let shown = |name: &str| figure(name).map_or(Cell::Empty, Cell::of);
            let score = figure(".score");
            let of = |language: Language| bilingual!("dari", "of").get(language);
            let coverage = score.and_then(Figure::coverage).map(|coverage| Cell::Word {
                code: Some(concat(&[&size(coverage.used), "/", &size(coverage.total)])),
                text: both(&|language| concat(&[&size(coverage.used), " ", of(language), " ", &size(coverage.total)])),
            });
            let agreement = ground.agreement(&now.holdings, *place);
            let has_below = !ground.checked.offices.children(*place).is_empty();
            let kind = if has_below { RowKind::Parent } else { RowKind::Item };
            let cells = vec![
                Cell::Text(office.name.clone()),
                level_cell(office),
                agreement.map_or(Cell::Empty, |agreement| Cell::Text(agreement.id.as_str().to_owned())),
                Cell::Count(now.of_office(*place).len()),
                shown(".score"),
                coverage.unwrap_or(Cell::Empty),
                score.map_or(Cell::Empty, Cell::category),
                shown(".allocation"),
                shown(".spending"),
                shown(".absorption"),
                shown(".efficiency"),
            ];
            let subject = concat(&["offices.", office.id.as_str()]);
            draft.numbered((kind, ground.branches.depth(*place)), subject, cells);
        }
        draft.finish()
    }

    fn matrix_table(&self) -> Option<Table> {
        let ground = self.ground();
        let now = self.now()?;
        let holds = |office: &&usize| !now.of_office(**office).is_empty();
        let offices: Vec<usize> = ground.branches.all().iter().filter(holds).copied().collect();
        let mut draft = self
            .titled(
                CascadeTable::Matrix.as_str(),
                bilingual!("Matriks indikator dan unit kerja tahun", "Indicators by offices,"),
            )
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("indicator", ColumnKind::Text, bilingual!("Indikator kinerja", "Indicator"))
            .names_rows()
            .column("target", ColumnKind::Text, bilingual!("Target", "Target"))
            .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
            .column("achievement", ColumnKind::Percent, bilingual!("Capaian", "Achievement"))
            .column("category", ColumnKind::Category, bilingual!("Kategori", "Category"))
            .optional();
        for office in offices.iter().filter_map(|office| ground.document.offices.get(*office)) {
            draft = draft.labelled(
                office.id.as_str(),
                ColumnKind::Text,
                Bilingual { id: office.name.clone(), en: office.name.clone() },
            );
        }
        // In the order of the document, what is no indicator of it after that.
        let mut identities: Vec<usize> = each(&now.held, &mut |held| held.identity);
        identities.sort_unstable();
        identities.dedup();
        for identity in identities {
            let holders = now.holders(identity);
            let Some(seen) = holders.last().and_then(|held| self.seen(now, *held)) else { continue };
            let mut cells = self.cells_of(&seen);
            for note in footnotes(seen.achievement) {
                draft.note(Bilingual { id: note.clone(), en: note });
            }
            for office in &offices {
                cells.push(match now.of_office_as(*office, identity).and_then(|held| now.held.get(held)) {
                    Some(held) => role(held.holding.row.is_some(), held.holding.indicator, *office, self),
                    None => Cell::Empty,
                });
            }
            draft.item(0, seen.id.map_or_else(|| seen.place.clone(), |id| concat(&["indicators.", id])), cells);
        }
        draft.note(plain(HERE));
        draft.finish()
    }

    /// Name, target, realization, achievement and category.
    fn cells_of(&self, seen: &HeldIndicator<'_>) -> Vec<Cell> {
        let shown = |figure: Option<&Figure>| figure.map_or(Cell::Empty, cell);
        vec![
            Cell::Text(seen.name.to_owned()),
            Cell::Word { code: None, text: both(&|language| seen.target_text(language)) },
            shown(seen.realization),
            shown(seen.achievement),
            seen.achievement.map_or(Cell::Empty, Cell::category),
        ]
    }

    fn budgets_table(&self) -> Option<Table> {
        let ground = self.ground();
        let title = bilingual!(
            "Anggaran perjanjian kinerja terhadap unit di bawahnya",
            "Budgets of agreements against those below"
        );
        let mut draft = Draft::new(CascadeTable::Budgets.as_str(), plain(title))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("program", ColumnKind::Text, bilingual!("Perjanjian / program", "Agreement / program"))
            .names_rows()
            .column("above", ColumnKind::Rupiah, bilingual!("Di atas", "Above"))
            .column("below", ColumnKind::Rupiah, bilingual!("Di bawah", "Below"))
            .column("difference", ColumnKind::Rupiah, bilingual!("Selisih", "Difference"))
            .column("parts", ColumnKind::Text, bilingual!("Rincian di bawah", "What is below"));
        for budget in self.budgets() {
            let agreement = ground.document.agreements.iter().find(|one| one.id.as_str() == budget.agreement);
            let name = both(&|language| {
                let called = agreement.map_or_else(String::new, |agreement| ground.called(agreement, language));
                concat(&[&count(u64::from(budget.year)), ": ", &called])
            });
            let subject = concat(&["agreements.", &budget.agreement]);
            let heading = Cell::Word { code: Some(budget.agreement.clone()), text: name };
            draft.row(RowKind::Group, 0, Some(subject.clone()), vec![Cell::Empty, heading]);
            for program in &budget.programs {
                let cells = amounts(
                    Cell::Word { code: None, text: program.name.clone() },
                    program.above.as_ref(),
                    &program.below,
                    program.difference.as_ref(),
                );
                draft.item(1, subject.clone(), cells);
            }
            let total = Cell::Word { code: Some("total".to_owned()), text: plain(bilingual!("Jumlah", "Total")) };
            let mut cells = vec![Cell::Empty];
            cells.extend(amounts(total, budget.above.as_ref(), &budget.below, budget.difference.as_ref()));
            draft.row(RowKind::Total, 1, Some(subject), cells);
            if let Some(note) = missing_note(budget) {
                draft.note(note);
            }
        }
        draft.note(plain(BY_LINES));
        draft.finish()
    }

    fn revisions_table(&self) -> Option<Table> {
        let title = bilingual!("Perubahan perjanjian kinerja", "Revisions of agreements");
        let mut draft = Draft::new(CascadeTable::Revisions.as_str(), plain(title))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("of", ColumnKind::Text, bilingual!("Butir", "Item"))
            .names_rows()
            .column("what", ColumnKind::Text, bilingual!("Yang berubah", "What changed"))
            .column("before", ColumnKind::Text, bilingual!("Semula", "Before"))
            .column("after", ColumnKind::Text, bilingual!("Menjadi", "After"));
        for revision in self.revisions() {
            let subject = concat(&["agreements.", &revision.after]);
            let heading = concat(&[&revision.office.name, ": ", &revision.before, " → ", &revision.after]);
            draft.row(RowKind::Group, 0, Some(subject.clone()), vec![Cell::Empty, Cell::Text(heading)]);
            for change in &revision.changes {
                let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
                let what = Cell::word(change.what.as_str(), change.what.title());
                let cells = vec![Cell::Text(change.of.clone()), what, text(&change.before), text(&change.after)];
                draft.item(1, subject.clone(), cells);
            }
        }
        draft.finish()
    }

    /// What is wrong, everywhere or with one office.
    pub(super) fn findings_table(&self, office: Option<&Office>) -> Option<Table> {
        let title = bilingual!("Temuan penjenjangan", "Findings of the cascade");
        let mut draft = Draft::new(CascadeTable::Findings.as_str(), plain(title))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("finding", ColumnKind::Text, bilingual!("Temuan", "Finding"))
            .names_rows()
            .column("severity", ColumnKind::Text, bilingual!("Sifat", "Severity"))
            .column("year", ColumnKind::Text, bilingual!("Tahun", "Year"))
            .column("code", ColumnKind::Text, bilingual!("Kode", "Code"))
            .column("advice", ColumnKind::Text, bilingual!("Yang perlu dilakukan", "What to do"))
            .column("places", ColumnKind::Text, bilingual!("Tempat", "Place"));
        let about = |finding: &&Finding| {
            office.is_none_or(|office| finding.offices().iter().any(|party| party.id == office.id.as_str()))
        };
        for finding in self.findings().iter().filter(about) {
            let (code, sources) = (finding.code(), finding.sources());
            let severity = code.severity();
            let advice = both(&|language| {
                let sources = each(&sources, &mut |source| source.line(language));
                let by = if sources.is_empty() { String::new() } else { concat(&[" (", &join(&sources, "; "), ")"]) };
                concat(&[&finding.advice(language), &by])
            });
            let cells = vec![
                Cell::Word { code: None, text: both(&|language| finding.message(language)) },
                Cell::word(severity.as_str(), severity.title()),
                Cell::Text(count(u64::from(finding.year()))),
                Cell::Text(code.as_str().to_owned()),
                Cell::Word { code: None, text: advice },
                Cell::Text(join(finding.places(), ", ")),
            ];
            let subject = finding.offices().first().map_or_else(String::new, |party| concat(&["offices.", &party.id]));
            draft.item(0, subject, cells);
        }
        draft.finish()
    }

    /// What an office holds.
    pub(super) fn held_table(&self, now: &OfYear, place: usize) -> Option<Table> {
        let mut draft = self
            .titled("office_indicators", bilingual!("Indikator kinerja tahun", "Indicators,"))
            .column("no", ColumnKind::Number, bilingual!("No.", "No."))
            .column("indicator", ColumnKind::Text, bilingual!("Indikator kinerja", "Indicator"))
            .names_rows()
            .column("target", ColumnKind::Text, bilingual!("Target", "Target"))
            .column("realization", ColumnKind::Number, bilingual!("Realisasi", "Realization"))
            .column("achievement", ColumnKind::Percent, bilingual!("Capaian", "Achievement"))
            .column("category", ColumnKind::Category, bilingual!("Kategori", "Category"))
            .optional()
            .column("rolled_up", ColumnKind::Number, bilingual!("Menurut komponen", "By components"))
            .optional()
            .column("from", ColumnKind::Text, bilingual!("Dari", "From"))
            .optional()
            .column("carried_by", ColumnKind::Text, bilingual!("Diteruskan kepada", "Passed on to"))
            .optional()
            .column("cascading", ColumnKind::Text, bilingual!("Penjenjangan", "Cascading"));
        let named = |id: &str| self.office_name(id);
        for seen in self.held(now, place) {
            let mut cells = self.cells_of(&seen);
            for note in footnotes(seen.achievement) {
                draft.note(Bilingual { id: note.clone(), en: note });
            }
            let carried = each(&seen.adopted_by, &mut |id| named(id));
            cells.push(seen.rolled_up.map_or(Cell::Empty, Cell::of));
            cells.push(seen.from.map_or(Cell::Empty, |id| Cell::Text(named(id))));
            cells.push(if carried.is_empty() { Cell::Empty } else { Cell::Text(join(&carried, ", ")) });
            cells.push(Cell::word(seen.cascading.as_str(), seen.cascading.title()));
            draft.item(0, seen.id.map_or_else(|| seen.place.clone(), |id| concat(&["indicators.", id])), cells);
        }
        draft.finish()
    }

    pub(super) fn office_name(&self, id: &str) -> String {
        let ground = self.ground();
        let office = ground.checked.places.offices.get(id).and_then(|place| ground.document.offices.get(place));
        office.map_or_else(|| id.to_owned(), |office| office.name.clone())
    }
}

fn level_cell(office: &Office) -> Cell {
    match &office.level {
        Some(OfficeLevel::Named(level)) => Cell::word(level.as_str(), NamedLevel::title(*level)),
        Some(OfficeLevel::Other(word)) => Cell::Text(word.clone()),
        None => Cell::Empty,
    }
}

/// Whether an office promises an indicator, and whether the report names it as responsible.
fn role(promised: bool, indicator: Option<usize>, office: usize, cascade: &Cascade) -> Cell {
    let ground = cascade.ground();
    let responsible = indicator.and_then(|place| ground.document.indicators.get(place)?.office.as_ref());
    let responsible = responsible.and_then(|id| ground.checked.places.offices.get(id.as_str())) == Some(office);
    Cell::Text(match (promised, responsible) {
        (true, true) => "PK, PJ".to_owned(),
        (true, false) => "PK".to_owned(),
        (false, _) => "PJ".to_owned(),
    })
}

fn amounts(name: Cell, above: Option<&Ratio>, below: &[Share], difference: Option<&Ratio>) -> Vec<Cell> {
    let amount = |amount: Option<&Ratio>| match amount.and_then(|amount| amount.to_number(0)) {
        Some(number) => Cell::number(number, Unit::Rupiah),
        None => Cell::state(State::NotApplicable),
    };
    let sum = Ratio::sum(each(below, &mut |share| share.amount.clone()));
    let parts = both(&|language| {
        let part = |share: &Share| {
            let mark = if share.of_lines { " *)" } else { "" };
            concat(&[&share.office.name, " ", &money(&share.amount, language), mark])
        };
        join(&each(below, &mut |share| part(share)), "; ")
    });
    vec![
        name,
        amount(above),
        amount(Some(&sum).filter(|_| !below.is_empty())),
        amount(difference),
        Cell::Word { code: None, text: parts },
    ]
}

/// What offices without an agreement must have.
fn missing_note(budget: &BudgetCheck) -> Option<Bilingual> {
    let required = budget.required.as_ref()?;
    let names = each(&budget.missing, &mut |missing| missing.name.clone());
    let text = bilingual!(
        "{office} tidak mempunyai perjanjian kinerja {year}; menurut selisih anggarannya {required}.",
        "{office} has no agreement of {year}; by difference its budget is {required}."
    );
    Some(both(&|language| {
        let mut details = Details::default();
        details.put("office", Detail::Text(join(&names, ", ")));
        details.put("year", Detail::Text(count(u64::from(budget.year))));
        details.put("required", Detail::Text(money(required, language)));
        details.fill(text.get(language), language)
    }))
}
