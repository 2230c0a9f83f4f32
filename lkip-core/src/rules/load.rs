//! Rule sets and scales out of plain data.

use alloc::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error as _};

use super::{
    Above, AsGiven, AverageRule, Below, Bilingual, Bound, Category, Citation, Classify, Consolidation, Efficiency,
    EfficiencyMethod, Figure, Gaps, Growth, Higher, Limit, LimitIn, Lower, Method, Missing, OnTarget, Period,
    QuarterBase, Quarters, ReadAs, Rollup, RollupOf, Roundings, RuleSet, RuleSetSpec, Scale, ScaleSpec, Values,
    ZeroRealization, ZeroTarget, catalogue,
};
use crate::error::{Code, Error, Errors};
use crate::number::{Mode, Number, Rounding};
use crate::plain::{Fields, Plain, choose, count, list, number, owned_text, text};
use crate::prelude::*;

/// The fields of a rule set that may be replaced for one call or in a set based on another.
const RULES: [&str; 16] = [
    "higher",
    "lower",
    "on_target",
    "zero_target",
    "zero_realization",
    "cap",
    "floor",
    "rounding",
    "rounding_for",
    "average",
    "scale",
    "classify",
    "quarters",
    "growth",
    "efficiency",
    "rollup",
];

impl RuleSet {
    /// A rule set out of JSON. A set may be `based_on` one of the catalogue and state only what differs.
    ///
    /// # Errors
    ///
    /// Every mistake at once, each with its path: unknown, missing and doubled fields, malformed numbers, gaps
    /// and overlaps of the scale, contradictions.
    pub fn from_json(json: &str) -> Result<Self, Errors> {
        Self::from_plain(&Plain::from_json(json)?)
    }

    /// A rule set out of plain data.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json).
    pub fn from_plain(plain: &Plain) -> Result<Self, Errors> {
        match based_on(plain)? {
            Some(merged) => Self::new(rule_set(&merged)?),
            None => Self::new(rule_set(plain)?),
        }
    }

    /// The same rules with some replaced, for one call, one indicator or one column.
    ///
    /// ```
    /// use lkip_core::{Plain, rules};
    /// let rules = rules::rule_set("setda-kaltim-2021")?;
    /// let cut_off = rules.with(&Plain::from_json(r#"{"rounding": {"mode": "truncate"}}"#)?)?;
    /// assert_eq!(cut_off.overridden(), ["rounding"]);
    /// assert_eq!(cut_off.rounding.places(), 2);
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json); a field that is no rule (`id`, `title`) is
    /// [`UnknownField`](Code::UnknownField).
    pub fn with(&self, overrides: &Plain) -> Result<Self, Errors> {
        let Plain::Record(changes) = overrides else {
            return Err(Fields::open(overrides).err().unwrap_or_else(|| Error::new(Code::WrongType)).into());
        };
        let unknown = changes.keys().filter(|field| !RULES.contains(&field.as_str()));
        let unknown = unknown
            .map(|field| Error::new(Code::UnknownField).text("field", field).texts("known", &RULES).within(field));
        if let Some(errors) = Errors::collect(unknown.collect()) {
            return Err(errors);
        }
        let Plain::Record(fields) = plain_of(self)? else { return Ok(self.clone()) };
        let merged = merge(fields, changes);
        let overridden = RULES.into_iter().filter(|rule| changes.contains_key(*rule)).collect();
        Ok(Self::new(rule_set(&merged)?)?.mark_overridden(self, overridden))
    }
}

impl Scale {
    /// A scale out of JSON.
    ///
    /// # Errors
    ///
    /// Every mistake at once, each with its path.
    pub fn from_json(json: &str) -> Result<Self, Errors> {
        Self::from_plain(&Plain::from_json(json)?)
    }

    /// A scale out of plain data: the id of one of the catalogue, or its fields.
    ///
    /// # Errors
    ///
    /// As [`from_json`](Self::from_json).
    pub fn from_plain(plain: &Plain) -> Result<Self, Errors> {
        match plain {
            Plain::Text(id) => Ok(catalogue::scale(id)?),
            fields => Self::new(scale(fields)?),
        }
    }
}

/// Data as it would be loaded again: what is written can always be read.
fn plain_of(rules: &RuleSet) -> Result<Plain, Error> {
    let json = serde_json::to_string(rules).map_err(|_| Error::new(Code::MalformedJson))?;
    Plain::from_json(&json)
}

/// The data of a set that is `based_on` another: the other's rules with the stated ones replaced.
fn based_on(plain: &Plain) -> Result<Option<Plain>, Errors> {
    let Plain::Record(record) = plain else { return Ok(None) };
    let Some(base) = record.get("based_on") else { return Ok(None) };
    let base = text(base).and_then(catalogue::rule_set).map_err(|e| e.within("based_on"))?;
    let Plain::Record(rules) = plain_of(&base)? else { return Ok(None) };
    // What names the base is not inherited.
    let mut inherited = BTreeMap::new();
    for (field, value) in rules {
        if RULES.contains(&field.as_str()) {
            inherited.insert(field, value);
        }
    }
    Ok(Some(merge(inherited, record)))
}

/// Replaces fields; in records such as `rounding` or `average` only the stated parts.
fn merge(mut fields: BTreeMap<String, Plain>, changes: &BTreeMap<String, Plain>) -> Plain {
    for (name, change) in changes {
        if name == "based_on" {
            continue;
        }
        let whole = matches!(name.as_str(), "scale" | "bands" | "cap" | "floor" | "zero_target" | "zero_realization");
        let merged = match (fields.get(name), change) {
            (Some(Plain::Record(old)), Plain::Record(parts)) if !whole => merge(old.clone(), parts),
            _ => change.clone(),
        };
        fields.insert(name.clone(), merged);
    }
    Plain::Record(fields)
}

fn rule_set(plain: &Plain) -> Result<RuleSetSpec, Errors> {
    let mut f = Fields::open(plain)?;
    let mut spec = RuleSetSpec::default();
    f.set(&["id"], &mut spec.id, owned_text);
    f.set(&["version"], &mut spec.version, owned_text);
    f.set(&["title"], &mut spec.title, bilingual);
    f.set(&["citations"], &mut spec.citations, citations);
    f.set_nullable(&["valid"], &mut spec.valid, period);
    f.set(&["higher"], &mut spec.higher, Higher::read);
    f.set(&["lower"], &mut spec.lower, Lower::read);
    f.set(&["on_target"], &mut spec.on_target, OnTarget::read);
    f.set(&["zero_target"], &mut spec.zero_target, zero_target);
    f.set(&["zero_realization"], &mut spec.zero_realization, zero_realization);
    f.set_nullable(&["cap"], &mut spec.cap, limit);
    f.set_nullable(&["floor"], &mut spec.floor, limit);
    f.set(&["rounding"], &mut spec.rounding, rounding);
    f.set(&["rounding_for"], &mut spec.rounding_for, rounding_for);
    f.set(&["average"], &mut spec.average, average);
    f.set_nullable(&["scale"], &mut spec.scale, Scale::from_plain);
    f.set(&["classify"], &mut spec.classify, Classify::read);
    f.set(&["quarters"], &mut spec.quarters, quarters);
    f.set(&["growth"], &mut spec.growth, Growth::read);
    f.set(&["efficiency"], &mut spec.efficiency, efficiency);
    f.set(&["rollup"], &mut spec.rollup, rollup);
    f.finish()?;
    Ok(spec)
}

fn scale(plain: &Plain) -> Result<ScaleSpec, Errors> {
    let mut f = Fields::open(plain)?;
    let mut spec = ScaleSpec::default();
    f.set(&["id"], &mut spec.id, owned_text);
    f.set(&["version"], &mut spec.version, owned_text);
    f.set(&["title"], &mut spec.title, bilingual);
    f.set(&["citations"], &mut spec.citations, citations);
    f.set(&["gaps"], &mut spec.gaps, gaps);
    f.set(&["above"], &mut spec.above, Above::read);
    f.set(&["below"], &mut spec.below, Below::read);
    f.set(&["categories"], &mut spec.categories, |p| list(p, category));
    f.finish()?;
    Ok(spec)
}

fn category(plain: &Plain) -> Result<Category, Errors> {
    let mut f = Fields::open(plain)?;
    let mut category = Category::default();
    f.set(&["code"], &mut category.code, owned_text);
    f.set(&["label"], &mut category.label, owned_text);
    category.meaning = f.optional(&["meaning"], owned_text);
    category.lower = bound(&mut f, &category.label, &["from"], &["above"]);
    category.upper = bound(&mut f, &category.label, &["to"], &["below"]);
    f.finish()?;
    Ok(category)
}

/// One end of a category, under the name that says whether its value belongs to it.
fn bound(
    f: &mut Fields<'_>,
    category: &str,
    closed: &'static [&'static str],
    open: &'static [&'static str],
) -> Option<Bound> {
    let including = f.optional(closed, number);
    let excluding = f.optional(open, number);
    if including.is_some() && excluding.is_some() {
        let name = |names: &'static [&'static str]| names.first().copied().unwrap_or_default();
        let error = Error::new(Code::TwoBounds).text("category", category);
        f.problems().add(error.text("first", name(closed)).text("second", name(open)));
    }
    let value = including.or(excluding)?;
    Some(Bound { value, closed: including.is_some() })
}

fn bilingual(plain: &Plain) -> Result<Bilingual, Errors> {
    let mut f = Fields::open(plain)?;
    let mut text = Bilingual::default();
    f.set(&["id"], &mut text.id, owned_text);
    f.set(&["en"], &mut text.en, owned_text);
    f.finish()?;
    Ok(text)
}

fn citations(plain: &Plain) -> Result<Vec<Citation>, Errors> {
    list(plain, citation)
}

fn citation(plain: &Plain) -> Result<Citation, Errors> {
    let mut f = Fields::open(plain)?;
    let mut citation = Citation::default();
    f.set(&["source"], &mut citation.source, owned_text);
    citation.place = f.optional(&["place"], owned_text);
    f.set(&["read"], &mut citation.read, ReadAs::read);
    citation.note = f.optional(&["note"], bilingual);
    f.finish()?;
    Ok(citation)
}

fn period(plain: &Plain) -> Result<Period, Errors> {
    let mut f = Fields::open(plain)?;
    let from = f.optional(&["from"], owned_text);
    let to = f.optional(&["to"], owned_text);
    f.finish()?;
    Ok(Period { from, to })
}

fn limit(plain: &Plain) -> Result<Limit, Errors> {
    let mut f = Fields::open(plain)?;
    let mut limit = Limit { percent: Number::HUNDRED, place: LimitIn::Indicator };
    f.set(&["percent"], &mut limit.percent, number);
    f.set(&["in"], &mut limit.place, LimitIn::read);
    f.finish()?;
    Ok(limit)
}

fn rounding(plain: &Plain) -> Result<Rounding, Errors> {
    let mut f = Fields::open(plain)?;
    let (mut mode, mut rounding) = (Mode::HalfUp, Rounding::default());
    f.set(&["mode"], &mut mode, rounding_mode);
    f.set(&["places"], &mut rounding, |p| count(p).and_then(|places| Rounding::new(Mode::HalfUp, places)));
    f.finish()?;
    Ok(rounding.with_mode(mode))
}

fn rounding_mode(plain: &Plain) -> Result<Mode, Error> {
    choose(plain, &[&["half_up"], &["half_even"], &["truncate"]], &Mode::ALL)
}

fn rounding_for(plain: &Plain) -> Result<Roundings, Errors> {
    let mut f = Fields::open(plain)?;
    let mut roundings = Vec::new();
    for figure in Figure::ALL {
        if let Some(rounding) = f.optional(figure.names(), rounding) {
            roundings.push((*figure, rounding));
        }
    }
    f.finish()?;
    Ok(Roundings(roundings))
}

fn average(plain: &Plain) -> Result<AverageRule, Errors> {
    let mut f = Fields::open(plain)?;
    let mut rule = AverageRule::default();
    f.set(&["method"], &mut rule.method, Method::read);
    f.set(&["of"], &mut rule.of, Values::read);
    f.set(&["not_measured"], &mut rule.not_measured, Missing::read);
    f.set(&["not_carried_out"], &mut rule.not_carried_out, Missing::read);
    f.set(&["no_target"], &mut rule.no_target, Missing::read);
    f.set(&["zero_target"], &mut rule.zero_target, Missing::read);
    f.finish()?;
    Ok(rule)
}

fn quarters(plain: &Plain) -> Result<Quarters, Errors> {
    let mut f = Fields::open(plain)?;
    let mut quarters = Quarters::default();
    f.set(&["consolidation"], &mut quarters.consolidation, Consolidation::read);
    f.set(&["against"], &mut quarters.against, QuarterBase::read);
    f.finish()?;
    Ok(quarters)
}

fn efficiency(plain: &Plain) -> Result<Efficiency, Errors> {
    let mut f = Fields::open(plain)?;
    let mut efficiency = Efficiency::default();
    f.set(&["method"], &mut efficiency.method, EfficiencyMethod::read);
    f.set_nullable(&["bands"], &mut efficiency.bands, Scale::from_plain);
    f.finish()?;
    Ok(efficiency)
}

fn rollup(plain: &Plain) -> Result<Rollup, Errors> {
    let mut f = Fields::open(plain)?;
    let mut rollup = Rollup::default();
    f.set(&["of"], &mut rollup.of, RollupOf::read);
    f.set(&["method"], &mut rollup.method, Method::read);
    f.finish()?;
    Ok(rollup)
}

/// A word out of a list: its place; or the record of `field`.
fn word_or<T>(
    plain: &Plain,
    words: &[&[&str]],
    values: &[T],
    field: &'static [&'static str],
    given: impl FnOnce(&Plain) -> Result<T, Errors>,
) -> Result<T, Errors>
where
    T: Copy,
{
    if let Plain::Record(_) = plain {
        let mut f = Fields::open(plain)?;
        let value = f.required(field, given);
        return f.done(|| value);
    }
    Ok(choose(plain, words, values)?)
}

fn zero_target(plain: &Plain) -> Result<ZeroTarget, Errors> {
    let values = [ZeroTarget::NotComputable, ZeroTarget::FullWhenMet];
    word_or(plain, &[&["not_computable"], &["full_when_met"]], &values, &["as_given"], |given| {
        let mut f = Fields::open(given)?;
        let mut given = AsGiven { met: Number::HUNDRED, unmet: Number::ZERO };
        f.set(&["met"], &mut given.met, number);
        f.set(&["unmet"], &mut given.unmet, number);
        f.finish()?;
        Ok(ZeroTarget::AsGiven(given))
    })
}

fn zero_realization(plain: &Plain) -> Result<ZeroRealization, Errors> {
    let words: [&[&str]; 3] = [&["by_formula"], &["not_computable"], &["full_when_met"]];
    let values = [ZeroRealization::ByFormula, ZeroRealization::NotComputable, ZeroRealization::FullWhenMet];
    word_or(plain, &words, &values, &["as_given"], |given| Ok(ZeroRealization::AsGiven(number(given)?)))
}

fn gaps(plain: &Plain) -> Result<Gaps, Errors> {
    let words: [&[&str]; 3] = [&["none"], &["lower_bound"], &["unclassified"]];
    let values = [Gaps::None, Gaps::LowerBound, Gaps::Unclassified];
    word_or(plain, &words, &values, &["round"], |round| rounding(round).map(Gaps::Round))
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_plain(&Plain::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Scale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_plain(&Plain::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
