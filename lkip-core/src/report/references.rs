//! Formulas and what they refer to.

use super::document::Document;
use super::doubt::Doubts;
use super::formula::{FormulaKind, FormulaSpec, NamedOperand, OperandSpec};
use super::indicator::Indicator;
use super::places::Places;
use crate::error::{Code, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::measure::written;
use crate::plain::Problems;
use crate::prelude::*;
use crate::text::{concat, split};

/// An entry whose value may be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// An indicator's realization.
    Indicator(usize),
    /// A supporting value.
    Supporting(usize),
}

const ENTRY: Text = bilingual!("indikator atau data pendukung", "indicator or supporting value");

/// The entry that a reference of an operand names.
pub(crate) fn entry(from: &str, places: &Places) -> Option<Entry> {
    let (list, id) = split(from, '.')?;
    match list {
        "indicators" => places.indicators.get(id).map(Entry::Indicator),
        "supporting" => places.supporting.get(id).map(Entry::Supporting),
        _ => None,
    }
}

/// One list of all entries: indicators first.
fn node(entry: Entry, document: &Document) -> usize {
    match entry {
        Entry::Indicator(place) => place,
        Entry::Supporting(place) => document.indicators.len() + place,
    }
}

fn of_node(node: usize, document: &Document) -> Entry {
    match node.checked_sub(document.indicators.len()) {
        Some(place) => Entry::Supporting(place),
        None => Entry::Indicator(node),
    }
}

/// The entries of nodes in their order.
pub(crate) fn entries(document: &Document, order: &[usize]) -> Vec<Entry> {
    each(order, &mut |node| of_node(*node, document))
}

/// What a node is called in messages.
pub(crate) fn name(document: &Document, node: usize) -> String {
    match of_node(node, document) {
        Entry::Indicator(place) => {
            concat(&["indicators.", document.indicators.get(place).map_or("", |entry| entry.id.as_str())])
        }
        Entry::Supporting(place) => {
            concat(&["supporting.", document.supporting.get(place).map_or("", |entry| entry.id.as_str())])
        }
    }
}

/// What every entry needs before it can be computed. Mistakes of the formulas are noted.
pub(super) fn needs(document: &Document, places: &Places, doubts: &Doubts, problems: &mut Problems) -> Vec<Vec<usize>> {
    let mut all = Vec::with_capacity(document.indicators.len() + document.supporting.len());
    let formulas = document.indicators.iter().map(|entry| ("indicators", entry.formula.as_ref()));
    let formulas = formulas.chain(document.supporting.iter().map(|entry| ("supporting", entry.formula.as_ref())));
    for (node, (list, formula)) in formulas.enumerate() {
        let place = node.checked_sub(document.indicators.len()).unwrap_or(node);
        let mut needs = Vec::new();
        if let Some(formula) = formula {
            let mut found = Problems::default();
            of_formula(formula, document, (places, doubts), &mut needs, &mut found);
            // Of a formula with malformed fields only the references can be judged.
            if !doubts.can_judge(list, place, Indicator::NAMES, "formula") {
                found.only(&|error| error.code() == Code::UnknownReference);
            }
            problems.note(found.done().map_err(|errors| errors.within("formula").at(place).within(list)));
        }
        all.push(needs);
    }
    all
}

fn of_formula(
    formula: &FormulaSpec,
    document: &Document,
    places: (&Places, &Doubts),
    needs: &mut Vec<usize>,
    problems: &mut Problems,
) {
    problems.note(fields(formula));
    let counts = matches!(formula.kind, FormulaKind::Ratio);
    for (field, operands) in formula.operands() {
        for (place, operand) in operands.iter().enumerate() {
            let mut found = Problems::default();
            of_operand(operand, counts, document, places, needs, &mut found);
            problems.note(found.done().map_err(|errors| errors.at(place).within(field)));
        }
    }
}

fn of_operand(
    operand: &OperandSpec,
    counts: bool,
    document: &Document,
    places: (&Places, &Doubts),
    needs: &mut Vec<usize>,
    problems: &mut Problems,
) {
    let value = match operand {
        OperandSpec::Bare(quantity) => Some(quantity),
        OperandSpec::Named(named) => {
            let NamedOperand { value, formula, from, .. } = &**named;
            if [value.is_some(), formula.is_some(), from.is_some()].into_iter().filter(|given| *given).count() != 1 {
                problems.add(Error::new(Code::OneOperand));
            }
            if let Some(formula) = formula {
                let mut found = Problems::default();
                of_formula(formula, document, places, needs, &mut found);
                problems.note(found.done().map_err(|errors| errors.within("formula")));
            }
            if let Some(from) = from {
                let (places, doubts) = places;
                match entry(from, places) {
                    Some(entry) => needs.push(node(entry, document)),
                    None if split(from, '.').is_some_and(|(list, _)| doubts.may_have(list)) => {}
                    None => {
                        let error = Error::new(Code::UnknownReference).text("id", from);
                        problems.add(error.word("kind", ENTRY.get(Language::English), ENTRY).within("from"));
                    }
                }
            }
            value.as_ref()
        }
    };
    if let Some(quantity) = value.filter(|quantity| counts && quantity.is_percent()) {
        problems.add(Error::new(Code::PercentForCount).text("text", &written::text_of(quantity.written())));
    }
}

/// The fields of a formula that its kind does not have, and those that it lacks.
fn fields(formula: &FormulaSpec) -> Result<(), Errors> {
    use FormulaKind::{Count, Kelembagaan, Quotient, Ratio, SakipEvaluation, Share, Skm};
    let kind = formula.kind;
    let divides = matches!(kind, Ratio | Quotient);
    let selects = matches!(kind, Count | Share);
    let given = [
        ("part", !formula.part.is_empty(), divides, divides),
        ("whole", !formula.whole.is_empty(), divides, divides),
        ("structure", !formula.structure.is_empty(), kind == Kelembagaan, kind == Kelembagaan),
        ("process", !formula.process.is_empty(), kind == Kelembagaan, kind == Kelembagaan),
        ("of", !formula.of.is_empty(), !divides && kind != Kelembagaan, !divides && kind != Kelembagaan),
        ("above", formula.above.is_some(), selects, false),
        ("at_least", formula.at_least.is_some(), selects, false),
        ("below", formula.below.is_some(), selects, false),
        ("at_most", formula.at_most.is_some(), selects, false),
        ("weight_places", formula.weight_places.is_some(), kind == Skm, false),
        ("highest", formula.highest.is_some(), kind == Skm, false),
        ("edition", formula.edition.is_some(), kind == SakipEvaluation, kind == SakipEvaluation),
    ];
    let mut problems = Problems::default();
    for (field, given, allowed, required) in given {
        if given && !allowed {
            let error = Error::new(Code::FieldOfOtherFormula).text("field", field).text("kind", kind.as_str());
            problems.add(error.within(field));
        }
        if required && !given {
            problems.add(Error::new(Code::MissingField).text("field", field).within(field));
        }
    }
    problems.done()
}
