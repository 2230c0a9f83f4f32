//! Slips of the hand: digits that were mistyped, changed places, or got lost.

use super::Case;
use crate::audit::digits::{Slip, slip};
use crate::audit::{Cause, Diagnosis};
use crate::number::Number;
use crate::prelude::*;

pub(super) fn of(case: &Case<'_>, found: &mut Vec<Diagnosis>) {
    for meant in case.expected().into_iter().chain(case.expected_otherwise()) {
        if let Some(slip) = slip(meant, case.printed) {
            found.push(diagnosis(slip, meant, case.printed));
        }
    }
    // A mark that moved leaves the digits as the rules round them, and so another number of places than they have.
    if let Some(meant) = case.figure.value().filter(|meant| slip(*meant, case.printed) == Some(Slip::Mark)) {
        found.push(diagnosis(Slip::Mark, meant, case.printed));
    }
}

/// The diagnosis of a slip.
pub(super) fn diagnosis(slip: Slip, meant: Number, printed: Number) -> Diagnosis {
    let cause = match slip {
        Slip::Transposed => Cause::Transposed,
        Slip::Mistyped => Cause::Mistyped,
        Slip::Lost => Cause::DigitLost,
        Slip::Added => Cause::DigitAdded,
        Slip::Mark => Cause::MarkMoved,
        Slip::Sign => Cause::WrongSign,
    };
    Diagnosis::new(cause).number("value", meant).number("printed", printed).corrected(Some(meant))
}
