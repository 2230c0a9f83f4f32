//! Data of findings as readers of a report read them: amounts with their marks, thousands grouped.

use super::calculation::mark;
use super::writing::style_of;
use crate::error::{Canonical, Detail};
use crate::language::Language;
use crate::measure::Unit;
use crate::number::{Form, Number, Ratio, write};
use crate::prelude::*;
use crate::text::concat;

/// A number of a unit: canonical in data, as people write it in messages.
pub(crate) fn told(number: Canonical, unit: Unit) -> Detail {
    let of = |language| written(&number, unit, language);
    match (of(Language::Indonesian), of(Language::English)) {
        (Some(id), Some(en)) => Detail::Told { data: number.0, id, en },
        // More digits than a number holds: no amount is that long.
        _ => Detail::Number(number),
    }
}

fn written(number: &Canonical, unit: Unit, language: Language) -> Option<String> {
    let (digits, more) = match number.0.strip_suffix('…') {
        Some(digits) => (digits, "…"),
        None => (number.0.as_str(), ""),
    };
    let number: Number = digits.parse().ok()?;
    let (number, form) = match unit {
        // Sen in full.
        Unit::Rupiah if number.places() > 0 => (Ratio::from(number).to_number(2)?, Form::Rupiah),
        Unit::Rupiah => (number, Form::Rupiah),
        _ => (number, Form::Number),
    };
    // The mark of a unit stands behind the digits that are left out.
    Some(concat(&[&write(number, style_of(language), form), more, mark(unit, language)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_in_their_unit() {
        let texts = |number: &str, unit: Unit| match told(Canonical(number.to_owned()), unit) {
            Detail::Told { data, id, en } => [data, id, en],
            other => panic!("{other:?}"),
        };
        assert_eq!(texts("1250000", Unit::Rupiah), ["1250000", "Rp 1.250.000", "Rp 1,250,000"]);
        assert_eq!(texts("66.6666…", Unit::Percent), ["66.6666…", "66,6666… %", "66.6666… %"]);
        assert_eq!(texts("-2.01", Unit::Points), ["-2.01", "-2,01 poin", "-2.01 points"]);
        assert_eq!(texts("1250.5…", Unit::Rupiah), ["1250.5…", "Rp 1.250,50…", "Rp 1,250.50…"]);
        let long = "1".repeat(40);
        assert_eq!(told(Canonical(long.clone()), Unit::Rupiah), Detail::Number(Canonical(long)));
    }
}
