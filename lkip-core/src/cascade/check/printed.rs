//! Printed totals of offices that leave one of their programs out.

use super::Check;
use crate::cascade::CascadeCode;
use crate::evaluate::Figure;
use crate::measure::Unit;
use crate::number::{Content, Ratio, ReadStyle, read};
use crate::prelude::*;
use crate::report::{BudgetLine, Office, Printed, Shows};
use crate::text::concat;

impl Check<'_> {
    /// Where the amount of a budget line that is an office's is printed, and one program makes the difference.
    pub(super) fn printed_totals(&mut self) {
        let document = self.ground.document;
        for printed in document.printed.iter().filter(|printed| printed.shows == Shows::Value) {
            let line = printed.figure.strip_prefix("budget.").and_then(|rest| rest.strip_suffix(".allocation"));
            let place = line.and_then(|id| self.ground.checked.places.budget.get(id));
            let Some((place, line)) = place.and_then(|place| Some((place, document.budget.get(place)?))) else {
                continue;
            };
            let office = line.office.as_ref().and_then(|id| self.ground.checked.places.offices.get(id.as_str()));
            if let Some(office) = office.and_then(|office| document.offices.get(office)) {
                self.left_out(printed, place, line, office);
            }
        }
    }

    fn left_out(&mut self, printed: &Printed, place: usize, line: &BudgetLine, office: &Office) {
        let document = self.ground.document;
        let style = printed.style.or(document.style).map_or(ReadStyle::Detect, ReadStyle::Declared);
        // What cannot be read is for the audit.
        let Ok(reading) = read(&printed.text, style) else { return };
        let Content::Number(stated) = reading.content else { return };
        let exact =
            |id: &str| self.ground.evaluation.figure(&concat(&["budget.", id, ".allocation"])).and_then(Figure::exact);
        let Some(computed) = exact(line.id.as_str()) else { return };
        let difference = computed.clone() - Ratio::from(stated);
        let children = self.ground.checked.budget.children(place);
        let children = some_of(children, &mut |child| document.budget.get(*child));
        let left_out = children.into_iter().find(|child| exact(child.id.as_str()).as_ref() == Some(&difference));
        let Some(program) = left_out.filter(|_| !difference.is_zero()) else { return };
        let at = printed.table.iter().chain(&printed.place).cloned().collect::<Vec<_>>();
        let finding = self.finding(CascadeCode::ProgramLeftOut).office("office", office);
        let finding = finding.amount("printed", &Ratio::from(stated), Unit::Rupiah);
        let finding = finding.amount("computed", &computed, Unit::Rupiah);
        let finding = finding.text("program", &*program.name).amount("amount", &difference, Unit::Rupiah);
        let finding = finding.text("place", at.join(", ")).at(printed.figure.clone());
        self.findings.push(finding.at(concat(&["budget.", program.id.as_str(), ".allocation"])));
    }
}
