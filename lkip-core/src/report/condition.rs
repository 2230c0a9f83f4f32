//! Conditions of an agreement: predicates and numbers that must be reached, beside the targets of indicators.

use super::agreement::Condition;
use crate::error::{Code, Error, Errors};
use crate::number::{Content, Ratio, ReadStyle, read};
use crate::plain::{Problems, choices};
use crate::prelude::*;
use crate::rules::{Scale, scale};

choices! {
    /// Whether a condition was kept.
    pub enum Kept {
        /// It was reached.
        Met = "met",
        /// It was not reached.
        NotMet = "not_met",
        /// The report does not say what was reached.
        NotReported = "not_reported",
        /// It is in words that nothing can be measured by: "not later than 31 March".
        NotMeasurable = "not_measurable",
    }
}

/// What a text stands for: a category by its rank, the highest being 1, or a number.
#[derive(PartialEq)]
enum Standing {
    Rank(usize),
    Value { value: Ratio, percent: bool },
}

impl Standing {
    fn of(text: &str, scale: Option<&Scale>, style: ReadStyle) -> Option<Self> {
        if let Some(band) = scale.and_then(|scale| scale.named(text)) {
            return Some(Self::Rank(band.rank()));
        }
        let reading = read(text, style).ok()?;
        let Content::Number(number) = reading.content else { return None };
        let value = Ratio::from(number);
        match scale {
            Some(scale) => scale.find(&value).value().map(|band| Self::Rank(band.rank())),
            // Of "31 Maret" the number says nothing.
            None => reading.unit.is_none().then_some(Self::Value { value, percent: reading.percent }),
        }
    }

    /// Whether it is at least another; nothing where the two cannot be compared.
    fn reaches(&self, least: &Self) -> Option<bool> {
        match (self, least) {
            (Self::Rank(rank), Self::Rank(least)) => Some(rank <= least),
            (Self::Value { value, percent }, Self::Value { value: least, percent: in_percent })
                if percent == in_percent =>
            {
                Some(value >= least)
            }
            _ => None,
        }
    }
}

impl Condition {
    /// Whether it was kept. A number beside a scale stands for its category.
    ///
    /// ```
    /// use lkip_core::{ReadStyle, report::{Kept, Report}};
    /// let report = Report::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "agreements": [{"id": "pk",
    ///     "conditions": [{"name": "Nilai SAKIP", "minimum": "BB", "scale": "sakip-predicate", "realization": "69,5"}]}]}"#)?;
    /// assert_eq!(report.document().agreements[0].conditions[0].kept(ReadStyle::Detect), Kept::NotMet);
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn kept(&self, style: ReadStyle) -> Kept {
        let scale = self.scale.as_deref().and_then(|id| scale(id).ok());
        let standing = |text: &str| Standing::of(text, scale.as_ref(), style);
        let Some(least) = standing(&self.minimum) else { return Kept::NotMeasurable };
        let Some(reached) = &self.realization else { return Kept::NotReported };
        match standing(reached).and_then(|reached| reached.reaches(&least)) {
            Some(true) => Kept::Met,
            Some(false) => Kept::NotMet,
            None => Kept::NotMeasurable,
        }
    }

    /// The scale is one of the catalogue, and what is to be reached one of its categories, or a number.
    pub(super) fn check(&self, style: ReadStyle) -> Result<(), Errors> {
        let Some(id) = &self.scale else { return Ok(()) };
        let scale = scale(id).map_err(|error| error.within("scale"))?;
        let mut problems = Problems::default();
        let texts = [("minimum", Some(&self.minimum)), ("realization", self.realization.as_ref())];
        for (field, text) in texts {
            if let Some(text) = text.filter(|text| Standing::of(text, Some(&scale), style).is_none()) {
                let labels = each(&scale.categories, &mut |category| category.label.as_str());
                problems
                    .add(Error::new(Code::UnknownChoice).text("found", text).texts("choices", &labels).within(field));
            }
        }
        problems.done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_a_predicate_or_a_number_or_words() {
        for (minimum, scale, realization, expected) in [
            ("BB", Some("sakip-predicate"), Some("BB"), Kept::Met),
            ("BB", Some("sakip-predicate"), Some("Sangat Memuaskan"), Kept::Met),
            ("BB", Some("sakip-predicate"), Some("70"), Kept::NotMet),
            ("BB", Some("sakip-predicate"), Some("70,01"), Kept::Met),
            ("BB", Some("sakip-predicate"), Some("CC"), Kept::NotMet),
            ("BB", Some("sakip-predicate"), None, Kept::NotReported),
            ("90%", None, Some("90 %"), Kept::Met),
            ("90%", None, Some("89,99 %"), Kept::NotMet),
            ("5", None, Some("7"), Kept::Met),
            ("90%", None, Some("90"), Kept::NotMeasurable),
            ("paling lambat 31 Maret 2021", None, Some("30 Maret 2021"), Kept::NotMeasurable),
            ("31 Maret", None, Some("30 Maret"), Kept::NotMeasurable),
        ] {
            let condition = Condition {
                name: "x".to_owned(),
                minimum: minimum.to_owned(),
                scale: scale.map(ToOwned::to_owned),
                realization: realization.map(ToOwned::to_owned),
            };
            assert_eq!(condition.kept(ReadStyle::Detect), expected, "{condition:?}");
        }
    }
}
