//! What is printed, which figure it is, and which figures that one is made of.

use crate::error::Error;
use crate::evaluate::{Evaluation, Figure, Made};
use crate::measure::{Instead, OperandValue, Value};
use crate::number::{Content, Mode, Number, Ratio, ReadStyle, Reading, Rounding, read};
use crate::prelude::*;
use crate::report::{Printed, Shows};
use crate::rules::{self, RuleSet};

/// A printed entry, read.
pub(super) struct Entry<'a> {
    pub(super) printed: &'a Printed,
    /// The place of the figure, if there is one.
    pub(super) figure: Option<usize>,
    pub(super) reading: Result<Reading, Error>,
}

impl Entry<'_> {
    /// The number that it prints, if it is one.
    pub(super) fn number(&self) -> Option<Number> {
        match &self.reading {
            Ok(Reading { content: Content::Number(number), .. }) if self.printed.shows == Shows::Value => Some(*number),
            _ => None,
        }
    }

    /// Whether it stands in the same column as another.
    pub(super) fn shares_column(&self, other: &Self) -> bool {
        let (here, there) = (self.printed, other.printed);
        here.table.is_some() && here.column.is_some() && here.table == there.table && here.column == there.column
    }
}

/// What a caller knows of a report that its document does not say.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// What every printed entry holds; where this is empty they are read as the document says.
    pub(super) readings: Vec<Result<Reading, Error>>,
    /// Entries that cannot be read, with the keys of the figures that rest on them. All that is made of those does too.
    pub(super) doubtful: Vec<(usize, String)>,
}

/// The printed entries of a report over the figures of its evaluation.
pub(super) struct Network<'a> {
    pub(super) evaluation: &'a Evaluation,
    pub(super) entries: Vec<Entry<'a>>,
    /// For every figure the places of the entries that print it.
    prints: Vec<Vec<usize>>,
    /// For every figure the places of those that are made of it.
    above: Vec<Vec<usize>>,
    /// For every figure whether it rests on something that cannot be read.
    doubtful: Vec<bool>,
    /// Entries that cannot be read, with the figures that rest on them.
    unread: Vec<(usize, usize)>,
    /// Whether the entries were read by the caller.
    is_read: bool,
}

impl<'a> Network<'a> {
    pub(super) fn new(evaluation: &'a Evaluation, known: &Known) -> Self {
        let document = evaluation.report().document();
        let mut prints = vec![Vec::new(); evaluation.figures().len()];
        let mut entries = Vec::with_capacity(document.printed.len());
        for (place, printed) in document.printed.iter().enumerate() {
            let figure = evaluation.place(&printed.figure);
            if let Some(places) = figure.and_then(|figure| prints.get_mut(figure)) {
                places.push(place);
            }
            let reading = known.readings.get(place).cloned().unwrap_or_else(|| {
                let style = printed.style.or(document.style).map_or(ReadStyle::Detect, ReadStyle::Declared);
                read(&printed.text, style)
            });
            entries.push(Entry { printed, figure, reading });
        }
        let doubtful = vec![false; evaluation.figures().len()];
        let unread = some_of(&known.doubtful, &mut |(entry, key)| Some((*entry, evaluation.place(key)?)));
        let is_read = !known.readings.is_empty();
        let mut network = Self { evaluation, entries, prints, above: Vec::new(), doubtful, unread, is_read };
        let mut above = vec![Vec::new(); evaluation.figures().len()];
        for place in 0..evaluation.figures().len() {
            for source in network.sources(place).into_iter().flatten() {
                if let Some(list) = above.get_mut(source) {
                    list.push(place);
                }
            }
        }
        network.above = above;
        for (_, place) in network.unread.clone() {
            let affected = network.affected(place);
            for place in affected.into_iter().chain([place]) {
                if let Some(doubtful) = network.doubtful.get_mut(place) {
                    *doubtful = true;
                }
            }
        }
        network
    }

    /// What rests on an entry that cannot be read and that is no figure: what the caller says, and all that is made of it.
    pub(super) fn affected_by_entry(&self, entry: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for (_, place) in self.unread.iter().filter(|(unread, _)| *unread == entry) {
            found.push(*place);
            found.extend(self.affected(*place));
        }
        found
    }

    /// Whether the caller knows that an entry cannot be read, whatever figure it would be.
    pub(super) fn is_unread(&self, entry: &Entry<'_>) -> bool {
        self.is_read && entry.reading.is_err()
    }

    /// Whether a figure rests on something that cannot be read: nothing can be said of it then.
    pub(super) fn is_doubtful(&self, figure: usize) -> bool {
        self.doubtful.get(figure).copied().unwrap_or(false)
    }

    pub(super) fn figure(&self, place: usize) -> Option<&'a Figure> {
        self.evaluation.figures().get(place)
    }

    pub(super) fn key(&self, place: usize) -> &'a str {
        self.figure(place).map_or("", Figure::key)
    }

    /// The rules that a figure was made by.
    pub(super) fn rules(&self, figure: &'a Figure) -> &'a RuleSet {
        figure.rules().unwrap_or(self.evaluation.rules())
    }

    /// The entries that print a figure.
    pub(super) fn prints(&self, figure: usize) -> impl Iterator<Item = (usize, &Entry<'a>)> {
        let places = self.prints.get(figure).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.entries.get(*place).map(|entry| (*place, entry)))
    }

    /// The figures that a figure is made of, one for each input.
    pub(super) fn sources(&self, figure: usize) -> Vec<Option<usize>> {
        let Some(figure) = self.figure(figure) else { return Vec::new() };
        let keys = self.evaluation.sources(figure);
        each(&keys, &mut |key| key.as_ref().and_then(|key| self.evaluation.place(key)))
    }

    /// Every figure that rests on a figure, the nearest first.
    pub(super) fn affected(&self, figure: usize) -> Vec<usize> {
        let mut found = vec![figure];
        let mut next = 0;
        while let Some(place) = found.get(next).copied() {
            for above in self.above.get(place).map_or(&[][..], Vec::as_slice) {
                if !found.contains(above) {
                    found.push(*above);
                }
            }
            next += 1;
        }
        found.remove(0);
        found
    }

    /// The figures that are made of a figure.
    pub(super) fn above(&self, figure: usize) -> &[usize] {
        self.above.get(figure).map_or(&[], Vec::as_slice)
    }

    /// A figure of other inputs.
    pub(super) fn again(&self, figure: &Figure, instead: &[Instead], rules: &RuleSet) -> Option<Ratio> {
        match figure.made() {
            Made::Given { .. } | Made::Missing(_) => None,
            Made::Achievement(made) => made.again(instead, rules)?.exact().cloned(),
            Made::Progress(made) => made.again(instead, rules)?.outcome().value().map(|percent| percent.exact.clone()),
            Made::Average(made) => made.again(instead, rules)?.outcome().value().map(|percent| percent.exact.clone()),
            Made::Calculation(made) => made.again(instead, rules)?.value().map(Value::ratio),
        }
    }

    /// The inputs of a figure by other conventions than the exact ones that it was evaluated of, the likeliest first:
    /// as they are printed in the same table or in the only one that has all of them, as most places print them, as they are reported, exactly where
    /// a rounded one is given, and as each other table prints them.
    pub(super) fn otherwise(&self, figure: usize, near: &Entry<'_>) -> Vec<(Basis<'a>, Vec<Instead>)> {
        let sources = self.sources(figure);
        let exact = each(&sources, &mut |source| self.figure((*source)?)?.exact());
        let mut found: Vec<(Basis<'a>, Vec<Instead>)> = Vec::new();
        let mut add = |basis: Basis<'a>, value: &dyn Fn(usize) -> Option<Ratio>| {
            let mut instead = Vec::with_capacity(sources.len());
            for (place, source) in sources.iter().enumerate() {
                let known = exact.get(place).and_then(Option::as_ref);
                let other = source.and_then(value).filter(|other| known.is_some_and(|known| known != other));
                instead.push(other.map_or(Instead::Same, Instead::Value));
            }
            let new =
                instead.iter().any(|value| *value != Instead::Same) && found.iter().all(|(_, known)| *known != instead);
            if new {
                found.push((basis, instead));
            }
        };
        let near = near.printed.table.as_deref();
        add(Basis::Printed, &|source| self.printed_in(source, near).or_else(|| self.printed_mostly(source)));
        // The one table that has all of them is what a mean was made of, whatever the text says of some.
        let tables = self.tables_of(&sources);
        let has = |table: &str, source: &Option<usize>, exact: &Option<Ratio>| {
            exact.is_none() || source.is_some_and(|source| self.printed_in(source, Some(table)).is_some())
        };
        let mut whole =
            tables.iter().filter(|table| sources.iter().zip(&exact).all(|(source, exact)| has(table, source, exact)));
        if let (Some(table), None) = (whole.next(), whole.next()) {
            add(Basis::Printed, &|source| self.printed_in(source, Some(table)));
        }
        add(Basis::Printed, &|source| self.printed_mostly(source));
        add(Basis::Printed, &|source| self.figure(source).and_then(Figure::value).map(Ratio::from));
        add(Basis::Exact, &|source| self.by_formula(source));
        for table in tables.iter().copied() {
            add(Basis::Elsewhere(table), &|source| self.printed_in(source, Some(table)));
        }
        append(&mut found, self.nested(figure).map(|instead| (Basis::Printed, instead)));
        found
    }

    /// What a table prints of a figure.
    fn printed_in(&self, figure: usize, table: Option<&str>) -> Option<Ratio> {
        let table = table?;
        let here = |entry: &Entry<'_>| entry.printed.table.as_deref() == Some(table);
        self.prints(figure).find_map(|(_, entry)| entry.number().filter(|_| here(entry))).map(Ratio::from)
    }

    /// What most places print of a figure, with the most decimal places; nothing where no number has the most.
    fn printed_mostly(&self, figure: usize) -> Option<Ratio> {
        let numbers: Vec<Number> = self.prints(figure).filter_map(|(_, entry)| entry.number()).collect();
        let votes = |number: Number| numbers.iter().filter(|other| same_at_lower(**other, number)).count();
        let most = numbers.iter().map(|number| votes(*number)).max()?;
        let mut chosen = numbers.iter().copied().filter(|number| votes(*number) == most);
        let first = chosen.next()?;
        chosen
            .try_fold(first, |best, next| {
                let finer = if next.places() > best.places() { next } else { best };
                same_at_lower(best, next).then_some(finer)
            })
            .map(Ratio::from)
    }

    /// The tables that print any of these figures.
    fn tables_of(&self, figures: &[Option<usize>]) -> Vec<&'a str> {
        let mut tables: Vec<&str> = Vec::new();
        for figure in figures.iter().flatten() {
            for (_, entry) in self.prints(*figure) {
                let new = entry.printed.table.as_deref().filter(|table| !tables.contains(table));
                append(&mut tables, new);
            }
        }
        tables
    }

    /// What the formula of a realization gives, where the realization itself is given.
    fn by_formula(&self, figure: usize) -> Option<Ratio> {
        let indicator = self.key(figure).strip_suffix(".realization")?;
        self.evaluation.figure(&crate::text::concat(&[indicator, ".computed"]))?.exact()
    }

    /// The values of formulas inside a formula as they would be reported.
    fn nested(&self, figure: usize) -> Option<Vec<Instead>> {
        let Made::Calculation(made) = self.figure(figure)?.made() else { return None };
        let instead = each(made.operands(), &mut |operand| match &operand.value {
            OperandValue::Of(below) => match below.value() {
                Some(value) if !value.is_exact() => Instead::Value(Ratio::from(value.reported)),
                _ => Instead::Same,
            },
            _ => Instead::Same,
        });
        instead.iter().any(|value| *value != Instead::Same).then_some(instead)
    }
}

/// What inputs other than the evaluated ones are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis<'a> {
    /// As they are printed or reported.
    Printed,
    /// As their formulas give them, where the document gives them rounded.
    Exact,
    /// As a table prints them that is not the one that counts: it contradicts others.
    Elsewhere(&'a str),
}

/// How the rules round a figure.
pub(super) fn mode_of(figure: &Figure, rules: &RuleSet) -> Mode {
    let kind = match figure.made() {
        Made::Achievement(_) => rules::Figure::Achievement,
        Made::Progress(_) => rules::Figure::Progress,
        Made::Average(_) => rules::Figure::Average,
        Made::Given { .. } | Made::Missing(_) => rules::Figure::Realization,
        Made::Calculation(made) => return made.rounding().unwrap_or(rules.rounding).mode(),
    };
    rules.rounding_of(kind).mode()
}

/// A value at a number of places.
pub(super) fn at(exact: &Ratio, mode: Mode, places: u32) -> Option<Number> {
    exact.round(Rounding::new(mode, places).ok()?)
}

/// Whether two numbers are the same at the places of the one that has fewer, however it was rounded.
pub(super) fn same_at_lower(a: Number, b: Number) -> bool {
    let (fine, coarse) = if a.places() < b.places() { (b, a) } else { (a, b) };
    let exact = Ratio::from(fine);
    Mode::ALL.iter().any(|mode| at(&exact, *mode, coarse.places()) == Some(coarse))
}
