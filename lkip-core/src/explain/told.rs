//! Data of findings as readers of a report read them: amounts with their marks, thousands grouped.

use super::calculation::value_text;
use crate::error::{Canonical, Detail};
use crate::language::Language;
use crate::measure::Unit;
use crate::number::Number;
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
    let Some(digits) = number.0.strip_suffix('…') else {
        return Some(value_text(number.0.parse().ok()?, unit, language));
    };
    // The mark of a unit stands behind the digits that are left out.
    let number: Number = digits.parse().ok()?;
    let (bare, marked) = (value_text(number, Unit::Number, language), value_text(number, unit, language));
    Some(match marked.strip_prefix(bare.as_str()) {
        Some(mark) => concat(&[&bare, "…", mark]),
        None => concat(&[&marked, "…"]),
    })
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
        assert_eq!(texts("1250.5…", Unit::Rupiah), ["1250.5…", "Rp 1.250,5…", "Rp 1,250.5…"]);
        let long = "1".repeat(40);
        assert_eq!(told(Canonical(long.clone()), Unit::Rupiah), Detail::Number(Canonical(long)));
    }
}
