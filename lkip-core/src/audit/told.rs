//! The data of diagnoses as readers of the report know them: figures by their names, amounts in their units.

use super::network::{Entry, Network};
use super::{Cause, Diagnosis};
use crate::error::Detail;
use crate::evaluate::{Figure, FigureKind};
use crate::explain::told;
use crate::language::Language;
use crate::measure::Unit;
use crate::prelude::*;
use crate::text::concat;

/// Gives the data of a diagnosis about a figure, as an entry prints it, the texts that people read.
pub(super) fn tell(network: &Network<'_>, own: usize, entry: Option<&Entry<'_>>, diagnosis: &mut Diagnosis) {
    let cause = diagnosis.cause;
    let named = match diagnosis.details.get("figure") {
        Some(Detail::Text(key)) => network.evaluation.place(key),
        _ => None,
    };
    let unit = match cause {
        Cause::Capped | Cause::NotCapped => Unit::Percent,
        Cause::OtherYearsTarget | Cause::RepeatsTarget => target_unit(network, own),
        _ => unit_of(network, named.unwrap_or(own)),
    };
    // Where a sentence speaks of a table already, it is not said again.
    let with_table = !matches!(cause, Cause::FollowsWrong | Cause::CopiedFromNeighbour);
    diagnosis.details.change(&|name, detail| match detail {
        Detail::Number(number) => Some(told(number.clone(), unit)),
        Detail::Text(key) if name == "figure" => {
            let table = if with_table { table_of(network, named?, entry) } else { None };
            Some(called(network, named?, key, table))
        }
        _ => None,
    });
}

/// The unit of a figure; a number where it has no value.
fn unit_of(network: &Network<'_>, figure: usize) -> Unit {
    network.figure(figure).and_then(|figure| figure.outcome().value().map(|value| value.unit)).unwrap_or_default()
}

/// The unit of the target of the same indicator.
fn target_unit(network: &Network<'_>, figure: usize) -> Unit {
    let subject = network.figure(figure).map(Figure::subject);
    let is_target = |other: &Figure| other.kind() == FigureKind::Target && Some(other.subject()) == subject;
    let place = network.evaluation.figures().iter().position(is_target);
    place.map(|place| unit_of(network, place)).unwrap_or_default()
}

/// The table that prints a figure: the one that prints it as an entry does, or else the first.
fn table_of<'a>(network: &'a Network<'a>, figure: usize, entry: Option<&Entry<'_>>) -> Option<&'a str> {
    let number = entry.and_then(Entry::number);
    let as_here = |(_, other): &(usize, &Entry<'_>)| number.is_some() && other.number() == number;
    let found = network.prints(figure).find(as_here).or_else(|| network.prints(figure).next());
    found.and_then(|(_, entry)| entry.printed.table.as_deref())
}

/// A figure by its name, with the table that prints it.
fn called(network: &Network<'_>, place: usize, key: &str, table: Option<&str>) -> Detail {
    let name = |language: Language| {
        let title = network.figure(place).map(|figure| network.evaluation.title(figure, language)).unwrap_or_default();
        table.map_or_else(|| title.clone(), |table| concat(&[&title, " (", table, ")"]))
    };
    Detail::Told { data: key.to_owned(), id: name(Language::Indonesian), en: name(Language::English) }
}
