//! The budget of an agreement against the budgets of the offices below it, program by program.

use super::Ground;
use super::finding::Party;
use crate::language::{Language, Text, bilingual};
use crate::lookup::Lookup;
use crate::number::Ratio;
use crate::prelude::*;
use crate::report::{Agreement, AgreementProgram, BudgetLevel, BudgetLine, Holdings, Id, Quantity};
use crate::rules::Bilingual;
use crate::text::{concat, folded, size};

const OUTSIDE: Text = bilingual!("anggaran di luar program", "budget outside programs");

/// What an office below has of a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The office.
    pub office: Party,
    /// What the program is called there.
    pub name: Bilingual,
    /// The amount.
    pub amount: Ratio,
    /// Whether it stands in budget lines, for want of an agreement.
    pub of_lines: bool,
    /// Where it stands in the document.
    pub place: String,
}

/// A program above against what the offices below have of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramCheck {
    /// What it is called, above if it stands there.
    pub name: Bilingual,
    /// The amount above; nothing where the agreement does not have the program.
    pub above: Option<Ratio>,
    /// Where that stands in the document.
    pub places: Vec<String>,
    /// What the offices below have of it.
    pub below: Vec<Share>,
    /// The amount above less those below; nothing where an amount is not known.
    pub difference: Option<Ratio>,
}

/// The budget of an agreement against those of the offices below.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetCheck {
    /// The year.
    pub year: u16,
    /// The office whose agreement it is.
    pub office: Party,
    /// The id of the agreement.
    pub agreement: String,
    /// The programs, in the order of the agreement, and those that only offices below have.
    pub programs: Vec<ProgramCheck>,
    /// The total above; nothing where it is not known.
    pub above: Option<Ratio>,
    /// The totals of the offices below.
    pub below: Vec<Share>,
    /// The offices below that have no agreement, while others have.
    pub missing: Vec<Party>,
    /// What those must have, by difference.
    pub required: Option<Ratio>,
    /// What the budget lines of those make; nothing where one has none.
    pub missing_lines: Option<Ratio>,
    /// The total above less those below; nothing where it is not known, or where budgets below are missing.
    pub difference: Option<Ratio>,
}

impl BudgetCheck {
    /// Whether everything below is known and makes what stands above, in total and program by program.
    #[must_use]
    pub fn agrees(&self) -> bool {
        let zero = |difference: &Option<Ratio>| difference.as_ref().is_some_and(Ratio::is_zero);
        zero(&self.difference) && self.programs.iter().all(|program| zero(&program.difference))
    }
}

/// A program somewhere, before what is the same is put together.
struct Entry {
    above: bool,
    /// The names and codes that it goes by.
    names: Vec<String>,
    name: Bilingual,
    office: usize,
    amount: Option<Ratio>,
    of_lines: bool,
    place: String,
}

/// The budget lines of programs by the offices that spend them.
struct Lines {
    of_office: Vec<Vec<usize>>,
}

/// Every comparison of a year, in the order of the document's offices.
pub(super) fn checks(ground: &Ground<'_>, holdings: &Holdings) -> Vec<BudgetCheck> {
    // The budget is that of the period of the report.
    let lines = (holdings.year == ground.document.period.year.get()).then(|| Lines::new(ground));
    let offices: Vec<usize> = (0..ground.document.offices.len()).collect();
    some_of(&offices, &mut |office| check(ground, holdings, lines.as_ref(), *office))
}

fn check(ground: &Ground<'_>, holdings: &Holdings, lines: Option<&Lines>, office: usize) -> Option<BudgetCheck> {
    let agreement = ground.agreement(holdings, office).filter(|agreement| has_budget(agreement))?;
    let children = ground.checked.offices.children(office);
    let below = |child: usize| ground.agreement(holdings, child).filter(|agreement| has_budget(agreement));
    let (promised, missing): (Vec<usize>, Vec<usize>) = children.iter().partition(|child| below(**child).is_some());
    let mut entries = of_agreement(ground, agreement, office, true);
    let mut shares = Vec::new();
    let mut has_programs = !agreement.programs.is_empty();
    for child in &promised {
        let Some(agreement) = below(*child) else { continue };
        has_programs &= !agreement.programs.is_empty();
        entries.extend(of_agreement(ground, agreement, *child, false));
        let place = concat(&["agreements.", agreement.id.as_str(), ".total"]);
        shares.push(share(ground, *child, total_of(agreement)?, false, place));
    }
    let (mut missing_lines, mut missing_known) = (Some(Ratio::zero()), true);
    if promised.is_empty() {
        // Nobody below has an agreement: what they spend is in the budget.
        let lines = lines?;
        let of_lines = lines.of_branch(ground, office);
        let sum = lines.total(ground, office)?;
        entries.extend(of_lines);
        shares.push(share(ground, office, sum, true, key(ground, office)));
    } else {
        for child in &missing {
            let sum = lines.and_then(|lines| lines.total(ground, *child));
            missing_known &= sum.is_some();
            missing_lines = missing_lines.zip(sum).map(|(all, sum)| all + sum);
        }
        if let Some(lines) = lines {
            if missing_known {
                for child in &missing {
                    entries.extend(lines.of_branch(ground, *child));
                    let sum = lines.total(ground, *child).unwrap_or_else(Ratio::zero);
                    shares.push(share(ground, *child, sum, true, key(ground, *child)));
                }
            }
            let own = lines.of_itself(ground, office);
            let sum = Ratio::sum(some_of(&own, &mut |entry| entry.amount.clone()));
            if !own.is_empty() {
                shares.push(share(ground, office, sum, true, key(ground, office)));
            }
            entries.extend(own);
        }
    }
    let above = total_of(agreement);
    let of_agreements = Ratio::sum(some_of(&shares, &mut |share| (!share.of_lines).then(|| share.amount.clone())));
    let is_missing = !promised.is_empty() && !missing.is_empty();
    let required = above.clone().filter(|_| is_missing).map(|above| above - of_agreements);
    let below = Ratio::sum(each(&shares, &mut |share| share.amount.clone()));
    let difference = above.clone().filter(|_| missing_known).map(|above| above - below);
    let programs = if has_programs { programs(ground, entries, missing_known) } else { Vec::new() };
    Some(BudgetCheck {
        year: holdings.year,
        office: party(ground, office),
        agreement: agreement.id.as_str().to_owned(),
        programs,
        above,
        below: shares,
        missing: if is_missing { each(&missing, &mut |child| party(ground, *child)) } else { Vec::new() },
        required,
        missing_lines: missing_lines.filter(|_| is_missing),
        difference,
    })
}

fn has_budget(agreement: &Agreement) -> bool {
    total_of(agreement).is_some()
}

/// The total of an agreement: as it stands there, or the sum of all its programs.
fn total_of(agreement: &Agreement) -> Option<Ratio> {
    let total = agreement.total.as_ref().and_then(Quantity::amount).map(Ratio::from);
    let programs = some_of(&agreement.programs, &mut |program| amount_of(program));
    let sum = (!programs.is_empty() && programs.len() == agreement.programs.len()).then(|| Ratio::sum(programs));
    total.or(sum)
}

fn amount_of(program: &AgreementProgram) -> Option<Ratio> {
    program.allocation.as_ref().and_then(Quantity::amount).map(Ratio::from)
}

pub(super) fn party(ground: &Ground<'_>, office: usize) -> Party {
    let office = ground.document.offices.get(office);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Party { id: text(office.map(|office| office.id.as_str())), name: text(office.map(|office| office.name.as_str())) }
}

fn key(ground: &Ground<'_>, office: usize) -> String {
    concat(&["offices.", ground.document.offices.get(office).map_or("", |office| office.id.as_str()), ".allocation"])
}

fn share(ground: &Ground<'_>, office: usize, amount: Ratio, of_lines: bool, place: String) -> Share {
    let office = party(ground, office);
    let name = Bilingual { id: office.name.clone(), en: office.name.clone() };
    Share { office, name, amount, of_lines, place }
}

/// The same name in both languages.
fn own(name: &str) -> Bilingual {
    Bilingual { id: name.to_owned(), en: name.to_owned() }
}

/// What a program goes by: its name, without the word itself; and its code.
fn names_of(name: &str, line: Option<&BudgetLine>) -> Vec<String> {
    let plain = |name: &str| {
        let name = folded(name);
        concat(&["n", name.strip_prefix("program").unwrap_or(&name)])
    };
    let mut names = vec![plain(name)];
    if let Some(line) = line {
        names.push(plain(&line.name));
        append(&mut names, line.code.as_ref().map(|code| concat(&["c", code.as_str()])));
    }
    names
}

fn of_agreement(ground: &Ground<'_>, agreement: &Agreement, office: usize, above: bool) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(agreement.programs.len());
    for (row, program) in agreement.programs.iter().enumerate() {
        let line = program.budget.as_ref().and_then(|id| ground.checked.places.budget.get(id.as_str()));
        let line = line.and_then(|place| ground.document.budget.get(place));
        let name = program.name.as_deref().or_else(|| line.map(|line| &*line.name)).unwrap_or_default();
        entries.push(Entry {
            above,
            names: names_of(name, line),
            name: own(name),
            office,
            amount: amount_of(program),
            of_lines: false,
            place: concat(&["agreements.", agreement.id.as_str(), ".programs[", &size(row), "].allocation"]),
        });
    }
    entries
}

impl Lines {
    fn new(ground: &Ground<'_>) -> Self {
        let (document, checked) = (ground.document, ground.checked);
        let mut of_office = vec![Vec::new(); document.offices.len()];
        // What holds for a line holds for everything below it: the office, that it is counted, that it is in a program.
        let mut known: Vec<(Option<&Id>, bool, bool)> = vec![(None, true, false); document.budget.len()];
        for place in checked.budget.downwards() {
            let Some(line) = document.budget.get(place) else { continue };
            let above = checked.budget.parent(place).and_then(|above| known.get(above)).copied();
            let (office, counted, in_program) = above.unwrap_or((None, true, false));
            let office = line.office.as_ref().or(office);
            let counted = counted && line.counted;
            let is_program = line.level == Some(BudgetLevel::Program);
            if let Some(known) = known.get_mut(place) {
                *known = (office, counted, in_program || is_program);
            }
            let spender = office.and_then(|id| checked.places.offices.get(id.as_str()));
            if let Some(lines) = spender.and_then(|spender| of_office.get_mut(spender))
                && counted
                && is_program
                && !in_program
            {
                lines.push(place);
            }
        }
        // From below upwards they came last to first.
        of_office.iter_mut().for_each(|lines| lines.sort_unstable());
        Self { of_office }
    }

    /// What an office and all below it are allocated; nothing where no line says it.
    fn total(&self, ground: &Ground<'_>, office: usize) -> Option<Ratio> {
        ground.evaluation.figure(&key(ground, office)).and_then(crate::evaluate::Figure::exact)
    }

    /// The programs of an office and of all below it, and what is outside of any.
    fn of_branch(&self, ground: &Ground<'_>, office: usize) -> Vec<Entry> {
        let total = self.total(ground, office);
        self.entries(ground, ground.branches.branch(office), office, total)
    }

    /// The programs that an office spends itself.
    fn of_itself(&self, ground: &Ground<'_>, office: usize) -> Vec<Entry> {
        let id = ground.document.offices.get(office).map_or("", |office| office.id.as_str());
        let figure = ground.evaluation.figure(&concat(&["offices.", id, ".own.allocation"]));
        self.entries(ground, &[office], office, figure.and_then(crate::evaluate::Figure::exact))
    }

    fn entries(&self, ground: &Ground<'_>, offices: &[usize], whose: usize, total: Option<Ratio>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for office in offices {
            for place in self.of_office.get(*office).map_or(&[][..], Vec::as_slice) {
                let Some(line) = ground.document.budget.get(*place) else { continue };
                let place = concat(&["budget.", line.id.as_str(), ".allocation"]);
                entries.push(Entry {
                    above: false,
                    names: names_of(&line.name, Some(line)),
                    name: own(&line.name),
                    office: *office,
                    amount: ground.evaluation.figure(&place).and_then(crate::evaluate::Figure::exact),
                    of_lines: true,
                    place,
                });
            }
        }
        let known = some_of(&entries, &mut |entry| entry.amount.clone());
        let rest = total.map(|total| total - Ratio::sum(known)).filter(|rest| !rest.is_zero());
        if let Some(rest) = rest {
            entries.push(Entry {
                above: false,
                names: vec!["outside".to_owned()],
                name: Bilingual {
                    id: OUTSIDE.get(Language::Indonesian).to_owned(),
                    en: OUTSIDE.get(Language::English).to_owned(),
                },
                office: whose,
                amount: Some(rest),
                of_lines: true,
                place: key(ground, whose),
            });
        }
        entries
    }
}

/// Puts together what is the same program by a name or a code, in the order in which the programs come.
fn programs(ground: &Ground<'_>, entries: Vec<Entry>, complete: bool) -> Vec<ProgramCheck> {
    let first = joined(&entries);
    let mut checks: Vec<Option<ProgramCheck>> = Vec::new();
    checks.resize_with(entries.len(), || None);
    let mut unknown = vec![false; entries.len()];
    for (entry, first) in entries.into_iter().zip(&first) {
        let (Some(check), Some(unknown)) = (checks.get_mut(*first), unknown.get_mut(*first)) else { continue };
        let check = check.get_or_insert_with(|| ProgramCheck {
            name: entry.name.clone(),
            above: None,
            places: Vec::new(),
            below: Vec::new(),
            difference: None,
        });
        let Some(amount) = entry.amount else {
            *unknown = true;
            continue;
        };
        if entry.above {
            check.above = Some(check.above.take().unwrap_or_else(Ratio::zero) + amount);
            check.places.push(entry.place);
        } else {
            let office = party(ground, entry.office);
            check.below.push(Share { office, name: entry.name, amount, of_lines: entry.of_lines, place: entry.place });
        }
    }
    let mut made = Vec::new();
    for (check, unknown) in checks.into_iter().zip(unknown) {
        let Some(mut check) = check else { continue };
        let below = Ratio::sum(each(&check.below, &mut |share| share.amount.clone()));
        let above = check.above.clone().unwrap_or_else(Ratio::zero);
        let difference = above - below;
        // Where budgets are missing below, only what is too much there is certain.
        check.difference = Some(difference).filter(|left| !unknown && (complete || left.is_negative()));
        made.push(check);
    }
    made
}

/// For every entry the first that is the same program, through any chain of names.
fn joined(entries: &[Entry]) -> Vec<usize> {
    let mut all = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        all.extend(entry.names.iter().map(|name| (name.as_str(), place)));
    }
    let names = Lookup::new(&each(&all, &mut |(name, _)| *name));
    let mut first: Vec<usize> = (0..entries.len()).collect();
    fn root(first: &mut [usize], mut place: usize) -> usize {
        while let Some(next) = first.get(place).copied().filter(|next| *next != place) {
            let beyond = first.get(next).copied().unwrap_or(next);
            if let Some(first) = first.get_mut(place) {
                *first = beyond;
            }
            place = next;
        }
        place
    }
    for (name, place) in &all {
        // All entries of a name join the last of that name.
        let other = names.get(name).and_then(|last| all.get(last)).map_or(*place, |(_, other)| *other);
        let (a, b) = (root(&mut first, *place), root(&mut first, other));
        if let Some(first) = first.get_mut(a.max(b)) {
            *first = a.min(b);
        }
    }
    (0..entries.len()).map(|place| root(&mut first, place)).collect()
}
