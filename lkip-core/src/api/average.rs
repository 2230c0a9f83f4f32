//! `average`: the average of achievements, given or computed, also in groups.

use alloc::sync::Arc;

use super::options::read_style;
use super::{Call, Include, Options, figure};
use crate::error::{Code, Error, Errors};
use crate::explain::display_percent;
use crate::language::Language;
use crate::measure::{Average, Item, ItemValue, LeftOut, average, check_weight, written};
use crate::number::ReadStyle;
use crate::outcome::Outcome;
use crate::plain::{Fields, Plain, Record, list, owned_text, serialize_as_plain};
use crate::prelude::*;
use crate::rules::RuleSet;
use crate::text::size;

/// What `average` takes, read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct AverageCall {
    /// What is averaged.
    pub items: Vec<Item>,
    /// The rules, with what is replaced for this call.
    pub rules: RuleSet,
    /// Language and parts of the answer.
    pub options: Options,
}

/// What `average` gives.
#[derive(Clone, Debug, PartialEq)]
pub struct AverageAnswer {
    /// The average, with everything that explains it.
    pub average: Average,
    /// Language and parts of the answer.
    pub options: Options,
}

impl AverageCall {
    /// Reads the fields of a call.
    ///
    /// # Errors
    ///
    /// Every mistake at once, with its path.
    pub fn read(call: &Call) -> Result<Self, Errors> {
        let mut f = call.open()?;
        let options = Options::read(&mut f);
        let style = read_style(&mut f);
        let rules = call.rules(&mut f);
        // Items cannot be measured without rules; what is wrong with those is reported first.
        let items = f.required(ITEMS, |p| match &rules {
            Some(rules) => list(p, |item| read_item(item, style, rules, DEEPEST)),
            None => Ok(Vec::new()),
        });
        f.done(|| Some(Self { items: items?, rules: rules?, options }))
    }

    /// Averages.
    ///
    /// # Errors
    ///
    /// [`Code::WeightMissing`] and [`Code::NegativeWeight`].
    pub fn answer(self) -> Result<AverageAnswer, Errors> {
        let average = average(self.items, &self.rules)?;
        Ok(AverageAnswer { average, options: self.options })
    }
}

pub(super) fn answer(call: &Call) -> Result<AverageAnswer, Errors> {
    AverageCall::read(call)?.answer()
}

const ITEMS: &[&str] = &["items", "butir"];
const WEIGHT: &[&str] = &["weight", "bobot"];
const PERCENT: &[&str] = &["percent", "capaian", "capaian_persen"];
const MEASURED: &[&str] = &["target", "rencana", "target_tahunan", "realization", "realisasi", "realization_state"];

/// How many levels of groups an average can have. A cascade of offices has six.
const DEEPEST: usize = 16;

/// An item: a percentage, a measurement, or a group of items.
fn read_item(plain: &Plain, style: ReadStyle, rules: &RuleSet, levels: usize) -> Result<Item, Errors> {
    let mut f = Fields::open(plain)?;
    let label = f.optional(&["label", "indikator", "sasaran", "nama"], owned_text);
    // A form's unit is welcome, though an average says nothing of units.
    f.optional(&["unit", "satuan"], owned_text);
    let has = |names: &[&str]| matches!(plain, Plain::Record(r) if names.iter().any(|n| r.get(n).is_some()));
    let weight = f.optional(WEIGHT, |p| written::one_number(p, style));
    // A weight that could not be read has been reported already.
    if weight.is_some() || !has(WEIGHT) {
        let name = f.written(WEIGHT);
        f.problems().note(check_weight(weight, rules.average.method).map_err(|error| error.within(name)));
    }
    let changed = f.optional(&["overrides", "pengganti"], |p| rules.with(p));
    let rules = changed.unwrap_or_else(|| rules.clone());
    let kinds = [has(PERCENT), has(MEASURED), has(ITEMS)];
    if kinds.iter().filter(|kind| **kind).count() > 1 {
        return Err(Error::new(Code::PercentOrParts).into());
    }
    let value = if has(PERCENT) {
        f.required(PERCENT, |p| written::one_number(p, style)).map(ItemValue::Given)
    } else if has(ITEMS) {
        let items = f.required(ITEMS, |p| match levels.checked_sub(1) {
            Some(levels) => list(p, |item| read_item(item, style, &rules, levels)),
            None => Err(Error::new(Code::TooDeep).text("limit", &size(DEEPEST)).into()),
        });
        let group = items.map(|items| average(items, &rules));
        group.and_then(|group| f.problems().note(group)).map(|group| ItemValue::Group(Arc::new(group)))
    } else {
        let measurement = written::measurement(&mut f, style);
        measurement.map(|m| ItemValue::Measured(Arc::new(m.achievement(&rules))))
    };
    f.done(|| Some(Item { label, weight, value: value?, figure: None }))
}

/// An item of an average, as data.
fn item(item: &Item, language: Language) -> Plain {
    let (category, reason) = match &item.value {
        ItemValue::Measured(achievement) => (achievement.category().value(), achievement.outcome().reason()),
        ItemValue::Group(average) => (average.category().value(), average.outcome().reason()),
        ItemValue::Given(_) => (None, None),
    };
    let outcome = item.outcome();
    let mut record = Record::new();
    record.maybe("label", item.label.as_ref());
    record.text("outcome", outcome.tag());
    if let Outcome::Computed(percent) = outcome {
        record.put("percent", percent.reported);
        record.put("display", display_percent(percent.reported, language));
    }
    record.maybe("category", category.map(|band| &band.category().label));
    record.maybe("reason", reason.map(|reason| reason.report(language)).as_ref());
    Plain::Record(record)
}

fn left_out(left: &LeftOut, language: Language) -> Plain {
    let mut record = Record::new();
    record.put("index", left.index);
    record.put("reason", &left.reason.report(language));
    Plain::Record(record)
}

/// The places of items in their list.
fn places(places: &[usize]) -> Vec<Plain> {
    each(places, &mut |place| Plain::from(*place))
}

impl From<&AverageAnswer> for Plain {
    fn from(answer: &AverageAnswer) -> Self {
        let AverageAnswer { average, options } = answer;
        let Options { language, .. } = *options;
        let (outcome, coverage) = (average.outcome(), average.coverage());
        let mut record = Record::new();
        figure::put_percent(&mut record, outcome, language);
        figure::put_reason_or_category(&mut record, outcome, average.category(), language);
        record.some("footnotes", each(&average.footnotes(), &mut |mark| Self::from(*mark)));
        record.put("used", coverage.used);
        record.put("total", coverage.total);
        record.some("left_out", each(&coverage.left_out, &mut |left| left_out(left, language)));
        record.some("as_zero", places(&coverage.as_zero));
        record.some("carried_forward_items", places(&coverage.carried_forward));
        let tree = || average.explanation(language);
        figure::put_explanation(&mut record, average.line(language), &tree, options);
        #[cfg(feature = "full")]
        if options.wants(Include::Receipt) {
            record.put("receipt", &average.receipt());
        }
        if options.wants(Include::Items) {
            record.put("items", each(average.items(), &mut |i| item(i, language)));
        }
        Self::Record(record)
    }
}

serialize_as_plain!(AverageAnswer);
