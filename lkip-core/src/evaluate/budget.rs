//! The budget: amounts of every line, their sums, absorption and what is left; totals of everything that lines belong to.

use alloc::sync::Arc;

use super::figure::{FigureKind, Made, Subject};
use super::work::{Amounts, Work, amount};
use crate::finding::FindingCode;
use crate::lookup::Lookup;
use crate::measure::{Average, Operand, OperandValue, Unit, Value, absorption, efficiency, remainder, total};
use crate::number::Ratio;
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::prelude::*;
use crate::report::{BudgetLevel, BudgetLine, Id, Quantity};
use crate::text::concat;

/// What belongs to an office, an objective, a program or the report: amounts that enter, and those that leave again
/// because a line below belongs elsewhere.
#[derive(Clone, Default, PartialEq)]
struct Share {
    entering: Vec<usize>,
    leaving: Vec<usize>,
}

/// The share of everything in one list of the document.
struct Shares<'a> {
    places: &'a Lookup,
    shares: Vec<Share>,
}

impl<'a> Shares<'a> {
    fn new(places: &'a Lookup, length: usize) -> Self {
        Self { places, shares: vec![Share::default(); length] }
    }

    fn named(&mut self, id: &Id) -> Option<&mut Share> {
        self.shares.get_mut(self.places.get(id.as_str())?)
    }

    /// The share of what stands at a place, if it has one.
    fn of(&self, place: usize) -> Option<&Share> {
        self.shares.get(place).filter(|share| !share.entering.is_empty() || !share.leaving.is_empty())
    }
}

/// What the program of a line goes by: its code, or else its name.
fn program(line: &BudgetLine) -> &str {
    line.code.as_ref().map_or(&line.name, |code| code.as_str())
}

fn is_program(line: &BudgetLine) -> bool {
    line.level == Some(BudgetLevel::Program)
}

/// One of the two amounts of a line.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Allocation,
    Spending,
}

impl Side {
    fn of(self, line: &BudgetLine) -> Option<&Quantity> {
        match self {
            Self::Allocation => line.allocation.as_ref(),
            Self::Spending => line.spending.as_ref(),
        }
    }

    fn amount(self, amounts: &Amounts) -> Option<&Ratio> {
        match self {
            Self::Allocation => amounts.allocation.as_ref(),
            Self::Spending => amounts.spending.as_ref(),
        }
    }

    const fn figure(self) -> (&'static str, FigureKind, FindingCode) {
        match self {
            Self::Allocation => (".allocation", FigureKind::Allocation, FindingCode::AllocationSum),
            Self::Spending => (".spending", FigureKind::Spending, FindingCode::SpendingSum),
        }
    }
}

impl Work<'_> {
    /// Every figure of the budget.
    pub(super) fn budget(&mut self) {
        let (document, checked) = (self.document, self.checked);
        let mut amounts = vec![Amounts::default(); document.budget.len()];
        for place in checked.budget.upwards() {
            let Some(line) = document.budget.get(place) else { continue };
            let found = Amounts {
                allocation: self.line_amount(place, line, Side::Allocation, &amounts),
                spending: self.line_amount(place, line, Side::Spending, &amounts),
            };
            if let Some(known) = amounts.get_mut(place) {
                *known = found;
            }
        }
        for (place, line) in document.budget.iter().enumerate() {
            let key = concat(&["budget.", line.id.as_str()]);
            let known = amounts.get(place).cloned().unwrap_or_default();
            self.line_figures(place, line, &key, &known, &amounts);
        }
        self.totals(&amounts);
        self.amounts = amounts;
    }

    /// The amount of a line: as given, or the sum of all lines below.
    fn line_amount(&mut self, place: usize, line: &BudgetLine, side: Side, amounts: &[Amounts]) -> Option<Ratio> {
        let below = some_of(self.checked.budget.children(place), &mut |child| {
            amounts.get(*child).and_then(|known| side.amount(known)).cloned()
        });
        let sum = (line.complete && !below.is_empty()).then(|| Ratio::sum(below));
        let given = side.of(line).and_then(Quantity::amount).map(Ratio::from);
        if let (Some(given), Some(sum)) = (&given, &sum)
            && given != sum
        {
            let (name, _, code) = side.figure();
            let finding = self
                .finding(code, &["budget.", line.id.as_str(), name], Subject::BudgetLine(place), Unit::Rupiah)
                .with("given", amount(given))
                .with("computed", amount(sum))
                .with("difference", amount(&(given.clone() - sum.clone())));
            self.findings.push(finding);
        }
        given.or(sum)
    }

    fn line_figures(&mut self, place: usize, line: &BudgetLine, key: &str, known: &Amounts, amounts: &[Amounts]) {
        let subject = Subject::BudgetLine(place);
        for side in [Side::Allocation, Side::Spending] {
            let (name, kind, _) = side.figure();
            let made = match side.of(line).and_then(Quantity::amount) {
                Some(value) => Made::Given { value, unit: Unit::Rupiah },
                None if side.amount(known).is_some() => {
                    let operands = some_of(self.checked.budget.children(place), &mut |child| {
                        let amount = amounts.get(*child).and_then(|known| side.amount(known))?;
                        let below = self.document.budget.get(*child)?;
                        let key = concat(&["budget.", below.id.as_str(), name]);
                        Some(Operand::new(below.name.clone(), OperandValue::Exact(amount.clone())).of_figure(key))
                    });
                    Made::Calculation(Arc::new(total(operands, self.rules)))
                }
                None => Made::Missing(Reason::new(missing(side))),
            };
            self.add(&[key, name], subject, kind, made);
        }
        self.absorbed(key, subject, known);
        if let (Some(allocation), Some(spending)) = (&known.allocation, &known.spending)
            && spending > allocation
        {
            let finding = self.finding(FindingCode::Overspent, &[key, ".absorption"], subject, Unit::Rupiah);
            self.findings.push(finding.with("spending", amount(spending)).with("allocation", amount(allocation)));
        }
    }

    /// Absorption, and what is left.
    fn absorbed(&mut self, key: &str, subject: Subject, known: &Amounts) {
        let (allocation, spending) = (known.allocation.as_ref(), known.spending.as_ref());
        let absorbed = absorption(allocation, spending, self.rules);
        let left = remainder(allocation, spending, self.rules);
        self.calculated(&[key, ".absorption"], subject, FigureKind::Absorption, absorbed);
        self.calculated(&[key, ".remainder"], subject, FigureKind::Remainder, left);
    }

    /// The totals of offices, objectives, programs and the report. An amount counts once: a line that belongs elsewhere
    /// than the one above it enters there and leaves here.
    fn totals(&mut self, amounts: &[Amounts]) {
        let (document, tree, checked) = (self.document, &self.checked.budget, self.checked);
        // An office, and those above it: what it spends is theirs too.
        let with_those_above = |office: Option<&Id>| {
            let mut chain = Vec::new();
            let mut here = office.and_then(|office| checked.places.offices.get(office.as_str()));
            while let Some(place) = here {
                append(&mut chain, document.offices.get(place).map(|office| &office.id));
                here = checked.offices.parent(place);
            }
            chain
        };
        let length = document.budget.len();
        let mut counted = vec![true; length];
        let mut objectives: Vec<Option<&Id>> = vec![None; length];
        let mut offices: Vec<Option<&Id>> = vec![None; length];
        let mut in_program = vec![false; length];
        let mut of_objective = Shares::new(&checked.places.objectives, document.objectives.len());
        let mut of_office = Shares::new(&checked.places.offices, document.offices.len());
        // What an office spends itself, without those below it.
        let mut of_itself = Shares::new(&checked.places.offices, document.offices.len());
        let mut programs: Vec<(&str, usize, Share)> = Vec::new();
        // Lines of the same program have one place among the names, and there stands the place among the programs.
        let names = some_of(&document.budget, &mut |line| is_program(line).then(|| program(line)));
        let program_places = Lookup::new(&names);
        let mut named: Vec<Option<usize>> = vec![None; names.len()];
        let mut report = Share::default();
        for place in tree.downwards() {
            let Some(line) = document.budget.get(place) else { continue };
            let above = tree.parent(place);
            let of_above = |list: &[Option<&'_ Id>]| -> Option<usize> {
                above.filter(|above| list.get(*above).is_some_and(Option::is_some))
            };
            let is_counted = line.counted && above.is_none_or(|above| counted.get(above).copied().unwrap_or(true));
            set(&mut counted, place, is_counted);
            let inherited = |list: &[Option<&'_ Id>]| of_above(list);
            let objective_above = inherited(&objectives).and_then(|above| objectives.get(above).copied().flatten());
            let office_above = inherited(&offices).and_then(|above| offices.get(above).copied().flatten());
            let objective = line.objective.as_ref().or(objective_above);
            let office = line.office.as_ref().or(office_above);
            set(&mut objectives, place, objective);
            set(&mut offices, place, office);
            let above_in_program = above.is_some_and(|above| in_program.get(above).copied().unwrap_or(false));
            let is_program = is_program(line);
            set(&mut in_program, place, is_program || above_in_program);
            if !is_counted {
                continue;
            }
            moved(&mut of_objective, objective, objective_above, place);
            moved(&mut of_itself, office, office_above, place);
            moved_within(&mut of_office, with_those_above(office), with_those_above(office_above), place);
            if above.is_none() {
                report.entering.push(place);
            }
            if is_program && !above_in_program {
                let name = program(line);
                let known = program_places.get(name).unwrap_or_default();
                let found = named.get(known).copied().flatten().unwrap_or(programs.len());
                if found == programs.len() {
                    set(&mut named, known, Some(found));
                    programs.push((name, place, Share::default()));
                }
                if let Some((_, _, share)) = programs.get_mut(found) {
                    share.entering.push(place);
                }
            }
        }
        for (place, objective) in document.objectives.iter().enumerate() {
            if let Some(share) = of_objective.of(place) {
                let key = concat(&["objectives.", objective.id.as_str()]);
                let known = self.shared(&key, Subject::Objective(place), share, amounts);
                let average = self.objectives.get(place).cloned();
                self.efficient(&key, Subject::Objective(place), average.as_deref(), &known);
            }
        }
        for (place, office) in document.offices.iter().enumerate() {
            if let Some(share) = of_office.of(place) {
                let key = concat(&["offices.", office.id.as_str()]);
                let known = self.shared(&key, Subject::Office(place), share, amounts);
                let score = self.score_of(place);
                self.efficient(&key, Subject::Office(place), score.as_deref(), &known);
                // Where nothing is below, or nothing spends there, both are the same.
                if let Some(itself) = of_itself.of(place).filter(|itself| *itself != share) {
                    self.shared(&concat(&[&key, ".own"]), Subject::Office(place), itself, amounts);
                }
            }
        }
        for (name, place, share) in programs {
            self.shared(&concat(&["programs.", name]), Subject::Program(place), &share, amounts);
        }
        if !report.entering.is_empty() {
            let known = self.shared("report", Subject::Report, &report, amounts);
            let whole = self.whole.clone();
            self.efficient("report", Subject::Report, whole.as_deref(), &known);
        }
    }

    /// The amounts of everything that belongs together, their absorption, and what is left.
    fn shared(&mut self, key: &str, subject: Subject, share: &Share, amounts: &[Amounts]) -> Amounts {
        let mut known = Amounts::default();
        for side in [Side::Allocation, Side::Spending] {
            let of = |place: &usize| amounts.get(*place).and_then(|known| side.amount(known));
            let (suffix, kind, _) = side.figure();
            let operand = |place: &usize, amount: Ratio| {
                let line = self.document.budget.get(*place)?;
                let key = concat(&["budget.", line.id.as_str(), suffix]);
                Some(Operand::new(line.name.clone(), OperandValue::Exact(amount)).of_figure(key))
            };
            let mut operands = Vec::with_capacity(share.entering.len() + share.leaving.len());
            for place in &share.entering {
                append(&mut operands, of(place).and_then(|amount| operand(place, amount.clone())));
            }
            for place in &share.leaving {
                append(&mut operands, of(place).and_then(|amount| operand(place, -amount.clone())));
            }
            if operands.is_empty() {
                self.add(&[key, suffix], subject, kind, Made::Missing(Reason::new(missing(side))));
                continue;
            }
            let sum = total(operands, self.rules);
            let value = sum.value().map(Value::ratio);
            match side {
                Side::Allocation => known.allocation = value,
                Side::Spending => known.spending = value,
            }
            self.calculated(&[key, suffix], subject, kind, sum);
        }
        self.absorbed(key, subject, &known);
        known
    }

    /// Efficiency of what has an average and a budget.
    fn efficient(&mut self, key: &str, subject: Subject, average: Option<&Average>, known: &Amounts) {
        let Some(average) = average.filter(|average| !average.items().is_empty()) else { return };
        let (allocation, spending) = (known.allocation.as_ref(), known.spending.as_ref());
        let absorbed = absorption(allocation, spending, self.rules);
        let met = all_met(average);
        let made = efficiency(average.outcome(), absorbed.outcome(), allocation, spending, met, self.rules);
        self.calculated(&[key, ".efficiency"], subject, FigureKind::Efficiency, made);
    }
}

/// Whether every item of an average met its target; nothing where one cannot tell.
fn all_met(average: &Average) -> Option<bool> {
    let mut met = true;
    for item in average.items() {
        met &= match &item.value {
            crate::measure::ItemValue::Measured(achievement) => achievement.is_met()?,
            crate::measure::ItemValue::Group(average) => all_met(average)?,
            crate::measure::ItemValue::Given(percent) => *percent >= crate::number::Number::HUNDRED,
        };
    }
    Some(met)
}

const fn missing(side: Side) -> ReasonCode {
    match side {
        Side::Allocation => ReasonCode::NoAllocation,
        Side::Spending => ReasonCode::NoSpending,
    }
}

fn set<T>(list: &mut [T], place: usize, value: T) {
    if let Some(known) = list.get_mut(place) {
        *known = value;
    }
}

/// A line that belongs elsewhere than the one above it enters there and leaves here.
fn moved(shares: &mut Shares<'_>, here: Option<&Id>, above: Option<&Id>, place: usize) {
    if here == above {
        return;
    }
    if let Some(share) = here.and_then(|here| shares.named(here)) {
        share.entering.push(place);
    }
    if let Some(share) = above.and_then(|above| shares.named(above)) {
        share.leaving.push(place);
    }
}

/// The same for offices, which belong to those above them.
fn moved_within(shares: &mut Shares<'_>, here: Vec<&Id>, above: Vec<&Id>, place: usize) {
    for office in &here {
        if !above.contains(office)
            && let Some(share) = shares.named(office)
        {
            share.entering.push(place);
        }
    }
    for office in &above {
        if !here.contains(office)
            && let Some(share) = shares.named(office)
        {
            share.leaving.push(place);
        }
    }
}

/// The absorption of a line, for an agreement.
pub(super) fn absorption_of(known: &Amounts, rules: &crate::rules::RuleSet) -> Outcome<Value> {
    absorption(known.allocation.as_ref(), known.spending.as_ref(), rules).outcome().clone()
}
