//! How a value is computed, as it is written.

use super::quantity::Quantity;
use super::values::Id;
use crate::error::Errors;
use crate::measure::{SakipEdition, Unit};
use crate::number::ReadStyle;
use crate::plain::{Data, Definitions, Plain, Record, choices, choices_as_data, record};
use crate::prelude::*;

choices! {
    /// The kind of a formula.
    pub enum FormulaKind {
        /// Sum of the parts ÷ sum of the wholes × 100 %.
        Ratio = "ratio" | "rasio",
        /// Sum of the parts ÷ sum of the wholes.
        Quotient = "quotient" | "hasil_bagi",
        /// The sum.
        Sum = "sum" | "jumlah",
        /// The first less all others.
        Difference = "difference" | "selisih",
        /// The mean.
        Mean = "mean" | "rata_rata",
        /// The weighted mean.
        WeightedMean = "weighted_mean" | "rata_rata_tertimbang",
        /// The n-th root of the product (PMK 214/PMK.02/2017).
        GeometricMean = "geometric_mean" | "rata_rata_geometrik",
        /// How many have a value, or one inside the bounds.
        Count = "count" | "banyaknya",
        /// That number ÷ how many have a value × 100 %.
        Share = "share" | "bagian",
        /// Sum of score × weight × 100 ÷ highest score (SKM, IKM).
        Skm = "skm" | "ikm",
        /// The sum of the components of a SAKIP evaluation.
        SakipEvaluation = "sakip_evaluation" | "evaluasi_sakip",
        /// Structure and process of the index of institutions.
        Kelembagaan = "kelembagaan",
        /// The sum of the components of the index of procurement.
        Itkp = "itkp",
    }
}

choices_as_data!(FormulaKind, SakipEdition);

record! {
    /// How a value is computed. Which fields belong to a formula follows from its kind.
    pub struct FormulaSpec = "formula" {
        /// The kind.
        pub kind: FormulaKind = "kind" | "jenis";
        /// What is divided.
        pub part: Vec<OperandSpec> = "part" | "pembilang";
        /// What it is divided by.
        pub whole: Vec<OperandSpec> = "whole" | "penyebut";
        /// The operands.
        pub of: Vec<OperandSpec> = "of" | "dari";
        /// The structure components of the index of institutions.
        pub structure: Vec<OperandSpec> = "structure" | "struktur";
        /// Its process components.
        pub process: Vec<OperandSpec> = "process" | "proses";
        /// Only values above this count.
        pub above: Option<Quantity> = "above" | "di_atas";
        /// Only values of at least this count.
        pub at_least: Option<Quantity> = "at_least" | "minimal";
        /// Only values below this count.
        pub below: Option<Quantity> = "below" | "di_bawah";
        /// Only values of at most this count.
        pub at_most: Option<Quantity> = "at_most" | "maksimal";
        /// To how many places the weight 1/n of an SKM is rounded; without it the weight is exact.
        pub weight_places: Option<u32> = "weight_places" | "desimal_bobot";
        /// The highest score of an SKM; 4 without it.
        pub highest: Option<Quantity> = "highest" | "skor_tertinggi";
        /// The edition of a SAKIP evaluation.
        pub edition: Option<SakipEdition> = "edition" | "edisi";
    }
}

/// An operand: a number, the value of a formula, or that of another entry of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandSpec {
    /// A number that stands alone.
    Bare(Quantity),
    /// One with a name.
    Named(Box<NamedOperand>),
}

record! {
    /// An operand with a name: a value, a formula, or another entry of this document.
    pub struct NamedOperand = "operand" {
        /// Its id: gives the figure a key of its own.
        pub id: Option<Id> = "id";
        /// What it is called.
        pub label: Option<String> = "label" | "nama";
        /// Its value.
        pub value: Option<Quantity> = "value" | "nilai";
        /// Its weight.
        pub weight: Option<Quantity> = "weight" | "bobot";
        /// How it is computed.
        pub formula: Option<Box<FormulaSpec>> = "formula" | "rumus";
        /// The entry of this document whose value it is: `supporting.x`, `indicators.x`.
        pub from: Option<String> = "from" | "dari";
    }
}

impl Data for OperandSpec {
    fn blank() -> Self {
        Self::Bare(Data::blank())
    }

    fn fill(&mut self, plain: &Plain, style: ReadStyle) -> Result<(), Errors> {
        *self = match plain {
            Plain::Record(_) => Self::Named(Data::read(plain, style)?),
            bare => Self::Bare(Data::read(bare, style)?),
        };
        Ok(())
    }

    fn write(&self) -> Plain {
        match self {
            Self::Bare(quantity) => quantity.write(),
            Self::Named(operand) => operand.write(),
        }
    }

    fn schema(definitions: &mut Definitions) -> Plain {
        let choices = vec![<Quantity as Data>::schema(definitions), <NamedOperand as Data>::schema(definitions)];
        Plain::Record(Record::from([("anyOf".to_owned(), Plain::List(choices))]))
    }
}

impl OperandSpec {
    /// Whether a blank or a dash stands where its value would be.
    pub(crate) fn is_nothing(&self) -> bool {
        let quantity = match self {
            Self::Bare(quantity) => Some(quantity),
            Self::Named(named) => named.value.as_ref(),
        };
        quantity.is_some_and(Quantity::is_nothing)
    }
}

impl FormulaSpec {
    /// Every list of operands with its field.
    pub(crate) fn operands(&self) -> [(&'static str, &[OperandSpec]); 5] {
        [
            ("part", &self.part),
            ("whole", &self.whole),
            ("of", &self.of),
            ("structure", &self.structure),
            ("process", &self.process),
        ]
    }
}

/// The unit that a document names, as far as it decides how a value is written.
pub(crate) fn unit_of_text(unit: Option<&str>) -> Unit {
    let Some(unit) = unit else { return Unit::Number };
    let unit = unit.trim().to_ascii_lowercase();
    // Every other unit counts something: documents, months, a score.
    Unit::ALL.iter().find(|known| known.names().contains(&unit.as_str())).copied().unwrap_or(Unit::Number)
}

/// The unit of what a formula gives: that of the entry, or a percentage where the formula is one.
pub(crate) fn unit_of_formula(unit: Option<&str>, kind: FormulaKind) -> Unit {
    match (unit, kind) {
        (None, FormulaKind::Ratio | FormulaKind::Share) => Unit::Percent,
        (unit, _) => unit_of_text(unit),
    }
}
