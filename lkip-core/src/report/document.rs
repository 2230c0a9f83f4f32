//! The document as it is written: who reports on what, and what was printed.

use super::agreement::Agreement;
use super::budget::BudgetLine;
use super::formula::FormulaSpec;
use super::indicator::Indicator;
use super::link::Link;
use super::quantity::Quantity;
use super::rules::{Overrides, Rules};
use super::values::{Id, Year};
use crate::error::Errors;
use crate::number::{ReadStyle, Style};
use crate::plain::{Data, Definitions, Plain, choices, choices_as_data, record, text};
use crate::prelude::*;

/// The version of the document format.
pub(crate) const SCHEMA: &str = "lkip/1";

record! {
    /// A period's performance of an institution: what was promised, what was reached, what it cost, and what was printed.
    pub struct Document = "report" {
        /// The version of this format: "lkip/1".
        pub schema: String = "schema";
        /// What the report is called.
        pub title: String = "title" | "judul";
        /// Where the figures come from.
        pub source: Option<String> = "source" | "sumber";
        /// The year, and the quarter of a quarterly report.
        pub period: Period = "period" | "periode";
        /// How the texts of this document write numbers; without it only what reads alike in all styles.
        pub style: Option<Style> = "style" | "gaya";
        /// The rule set: an id of the catalogue, or its fields.
        pub rules: Option<Rules> = "rules" | "pedoman";
        /// Rules that are replaced for this report.
        pub overrides: Option<Overrides> = "overrides" | "pengganti";
        /// The offices.
        pub offices: Vec<Office> = "offices" | "unit";
        /// The goals.
        pub goals: Vec<Goal> = "goals" | "tujuan";
        /// The objectives.
        pub objectives: Vec<Objective> = "objectives" | "sasaran";
        /// The indicators.
        pub indicators: Vec<Indicator> = "indicators" | "indikator";
        /// Computed values that are no indicators.
        pub supporting: Vec<Supporting> = "supporting" | "data_pendukung";
        /// The budget: a list of lines that name the line above them.
        pub budget: Vec<BudgetLine> = "budget" | "anggaran";
        /// The performance agreements.
        pub agreements: Vec<Agreement> = "agreements" | "perjanjian_kinerja";
        /// The links of the cascade.
        pub links: Vec<Link> = "links" | "penjenjangan";
        /// The figures that a published report printed, apart from all inputs.
        pub printed: Vec<Printed> = "printed" | "tercetak";
    }

    /// The period that is reported on.
    pub struct Period = "period" {
        /// The year.
        pub year: Year = "year" | "tahun";
        /// The quarter, 1 to 4, of a report that stands for a quarter.
        pub quarter: Option<u32> = "quarter" | "triwulan";
    }

    /// An office.
    pub struct Office = "office" {
        /// The id.
        pub id: Id = "id";
        /// Its name.
        pub name: String = "name" | "nama";
        /// Its level.
        pub level: Option<OfficeLevel> = "level" | "jenjang";
        /// The office above it.
        pub parent: Option<Id> = "parent" | "induk";
        /// Its weight where the scores of offices are weighted.
        pub weight: Option<Quantity> = "weight" | "bobot";
    }

    /// A goal (tujuan).
    pub struct Goal = "goal" {
        /// The id.
        pub id: Id = "id";
        /// Its name.
        pub name: String = "name" | "nama" | "tujuan";
    }

    /// An objective (sasaran strategis).
    pub struct Objective = "objective" {
        /// The id.
        pub id: Id = "id";
        /// Its name.
        pub name: String = "name" | "nama" | "sasaran";
        /// The goal that it serves.
        pub goal: Option<Id> = "goal" | "tujuan";
        /// Its weight where averages are weighted.
        pub weight: Option<Quantity> = "weight" | "bobot";
    }

    /// A computed value that is no indicator: what stands behind the text of a report.
    pub struct Supporting = "supporting" {
        /// The id.
        pub id: Id = "id";
        /// What it is called.
        pub name: String = "name" | "nama";
        /// Its unit.
        pub unit: Option<String> = "unit" | "satuan";
        /// How it is computed.
        pub formula: Option<FormulaSpec> = "formula" | "rumus";
        /// The value as given; with a formula beside it the two are compared.
        pub value: Option<Quantity> = "value" | "nilai";
        /// Rules that are replaced for it.
        pub overrides: Option<Overrides> = "overrides" | "pengganti";
    }

    /// A figure as a published report printed it.
    pub struct Printed = "printed" {
        /// The key of the figure: `indicators.iku-1.achievement`.
        pub figure: String = "figure" | "angka";
        /// The text as it is printed.
        pub text: String = "text" | "teks";
        /// How the text writes numbers, where it is otherwise than in the document.
        pub style: Option<Style> = "style" | "gaya";
        /// The table.
        pub table: Option<String> = "table" | "tabel";
        /// The column of the table, as a short heading: entries of one table and one column, in the order of this list,
        /// stand below each other.
        pub column: Option<String> = "column" | "kolom";
        /// The row, the page.
        pub place: Option<String> = "place" | "tempat";
        /// What of the figure the text shows.
        pub shows: Shows = "shows" | "isi" or Shows::Value;
        /// The scale of the catalogue that the category is from; without it the scale of the rules.
        pub scale: Option<String> = "scale" | "skala";
        /// References of the one who transcribed it, with blanks between them.
        pub reference: Option<String> = "ref";
    }
}

choices! {
    /// The level of an office.
    pub enum NamedLevel {
        /// Gubernur.
        Governor = "governor" | "gubernur",
        /// Sekretaris Daerah.
        Sekda = "sekda",
        /// Asisten.
        Asisten = "asisten",
        /// Biro.
        Biro = "biro",
        /// Bagian.
        Bagian = "bagian",
        /// Subbagian.
        Subbagian = "subbagian",
    }
}

choices! {
    /// What of a figure a printed text shows.
    pub enum Shows {
        /// Its number.
        Value = "value" | "nilai",
        /// The label of its category.
        Category = "category" | "kategori",
        /// Its amount in words.
        Words = "words" | "terbilang",
    }
}

choices_as_data!(Shows);
choices_as_data!(@one Style, Self::Plain);

/// The level of an office: one of a province's secretariat, or one of another institution by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeLevel {
    /// A level of the secretariat.
    Named(NamedLevel),
    /// Another: `badan`, `bidang`, `uptd`.
    Other(String),
}

impl Data for OfficeLevel {
    fn blank() -> Self {
        Self::Named(NamedLevel::default())
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        let word = text(plain)?;
        let named = NamedLevel::ALL.iter().find(|level| level.names().contains(&word));
        *self = named.map_or_else(|| Self::Other(word.to_owned()), |level| Self::Named(*level));
        Ok(())
    }

    fn write(&self) -> Plain {
        match self {
            Self::Named(level) => Plain::from(*level),
            Self::Other(word) => Plain::from(word),
        }
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        String::schema(definitions)
    }
}
