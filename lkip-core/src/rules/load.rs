//! Rule sets and scales out of plain data.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error as _};

use super::{
    Above, AsGiven, AverageRule, Below, Bilingual, Bound, Category, Citation, Classify, Consolidation, Efficiency,
    EfficiencyMethod, Figure, Gaps, Growth, Higher, Limit, LimitIn, Lower, Method, Missing, OnTarget, Period,
    QuarterBase, Quarters, ReadAs, Rollup, RollupOf, RuleSet, RuleSetSpec, Scale, ScaleSpec, Values, ZeroRealization,
    ZeroTarget, catalogue,
};
use crate::error::{Code, Error, Errors};
use crate::number::{Mode, Number, Rounding};
use crate::plain::{Fields, Plain, count, list, number, owned_text, text, unknown_choice, wrong_type};

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
        let unknown = changes
            .keys()
            .filter(|field| !RULES.contains(&field.as_str()))
            .map(|field| Error::new(Code::UnknownField).text("field", field).texts("known", RULES).within(field));
        if let Some(errors) = Errors::collect(unknown) {
            return Err(errors);
        }
        let merged = merge(plain_of(self)?, changes);
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
    let mut changes = record.clone();
    changes.remove("based_on");
    let mut base = plain_of(&base)?;
    if let Plain::Record(fields) = &mut base {
        // What names the base is not inherited.
        fields.retain(|field, _| RULES.contains(&field.as_str()));
    }
    Ok(Some(merge(base, &changes)))
}

/// Replaces fields; in records such as `rounding` or `average` only the stated parts.
fn merge(base: Plain, changes: &BTreeMap<String, Plain>) -> Plain {
    let Plain::Record(mut fields) = base else { return base };
    for (name, change) in changes {
        let whole = matches!(name.as_str(), "scale" | "bands" | "cap" | "floor" | "zero_target" | "zero_realization");
        let merged = match (fields.remove(name), change) {
            (Some(old @ Plain::Record(_)), Plain::Record(parts)) if !whole => merge(old, parts),
            _ => change.clone(),
        };
        fields.insert(name.clone(), merged);
    }
    Plain::Record(fields)
}

fn rule_set(plain: &Plain) -> Result<RuleSetSpec, Errors> {
    let mut f = Fields::open(plain)?;
    let id = f.required(&["id"], owned_text);
    let version = f.required(&["version"], owned_text);
    let title = f.required(&["title"], bilingual);
    let citations = f.required(&["citations"], |p| list(p, citation));
    let valid = f.nullable(&["valid"], period);
    let higher = f.required(&["higher"], Higher::read);
    let lower = f.required(&["lower"], Lower::read);
    let on_target = f.required(&["on_target"], OnTarget::read);
    let zero_target = f.required(&["zero_target"], zero_target);
    let zero_realization = f.required(&["zero_realization"], zero_realization);
    let cap = f.nullable(&["cap"], limit);
    let floor = f.nullable(&["floor"], limit);
    let rounding = f.required(&["rounding"], rounding);
    let rounding_for = f.required(&["rounding_for"], rounding_for);
    let average = f.required(&["average"], average);
    let scale = f.nullable(&["scale"], Scale::from_plain);
    let classify = f.required(&["classify"], Classify::read);
    let quarters = f.required(&["quarters"], quarters);
    let growth = f.required(&["growth"], Growth::read);
    let efficiency = f.required(&["efficiency"], efficiency);
    let rollup = f.required(&["rollup"], rollup);
    f.done(|| {
        Some(RuleSetSpec {
            id: id?,
            version: version?,
            title: title?,
            citations: citations?,
            valid: valid?,
            higher: higher?,
            lower: lower?,
            on_target: on_target?,
            zero_target: zero_target?,
            zero_realization: zero_realization?,
            cap: cap?,
            floor: floor?,
            rounding: rounding?,
            rounding_for: rounding_for?,
            average: average?,
            scale: scale?,
            classify: classify?,
            quarters: quarters?,
            growth: growth?,
            efficiency: efficiency?,
            rollup: rollup?,
        })
    })
}

fn scale(plain: &Plain) -> Result<ScaleSpec, Errors> {
    let mut f = Fields::open(plain)?;
    let id = f.required(&["id"], owned_text);
    let version = f.required(&["version"], owned_text);
    let title = f.required(&["title"], bilingual);
    let citations = f.required(&["citations"], |p| list(p, citation));
    let gaps = f.required(&["gaps"], gaps);
    let above = f.required(&["above"], Above::read);
    let below = f.required(&["below"], Below::read);
    let categories = f.required(&["categories"], |p| list(p, category));
    f.done(|| {
        Some(ScaleSpec {
            id: id?,
            version: version?,
            title: title?,
            citations: citations?,
            gaps: gaps?,
            above: above?,
            below: below?,
            categories: categories?,
        })
    })
}

fn category(plain: &Plain) -> Result<Category, Errors> {
    let mut f = Fields::open(plain)?;
    let code = f.required(&["code"], owned_text);
    let label = f.required(&["label"], owned_text);
    let meaning = f.optional(&["meaning"], owned_text);
    let from = f.optional(&["from"], number);
    let above = f.optional(&["above"], number);
    let to = f.optional(&["to"], number);
    let below = f.optional(&["below"], number);
    let name = label.clone().unwrap_or_default();
    let mut end = |closed: Option<Number>, open: Option<Number>, first, second| {
        if closed.is_some() && open.is_some() {
            let error = Error::new(Code::TwoBounds).text("category", &name);
            f.problems().add(error.text("first", first).text("second", second));
        }
        let closed = closed.map(|value| Bound { value, closed: true });
        closed.or(open.map(|value| Bound { value, closed: false }))
    };
    let lower = end(from, above, "from", "above");
    let upper = end(to, below, "to", "below");
    f.done(|| Some(Category { code: code?, label: label?, meaning, lower, upper }))
}

fn bilingual(plain: &Plain) -> Result<Bilingual, Errors> {
    let mut f = Fields::open(plain)?;
    let id = f.required(&["id"], owned_text);
    let en = f.required(&["en"], owned_text);
    f.done(|| Some(Bilingual { id: id?, en: en? }))
}

fn citation(plain: &Plain) -> Result<Citation, Errors> {
    let mut f = Fields::open(plain)?;
    let source = f.required(&["source"], owned_text);
    let place = f.optional(&["place"], owned_text);
    let read = f.required(&["read"], ReadAs::read);
    let note = f.optional(&["note"], bilingual);
    f.done(|| Some(Citation { source: source?, place, read: read?, note }))
}

fn period(plain: &Plain) -> Result<Period, Errors> {
    let mut f = Fields::open(plain)?;
    let from = f.optional(&["from"], owned_text);
    let to = f.optional(&["to"], owned_text);
    f.done(|| Some(Period { from, to }))
}

fn limit(plain: &Plain) -> Result<Limit, Errors> {
    let mut f = Fields::open(plain)?;
    let percent = f.required(&["percent"], number);
    let place = f.required(&["in"], LimitIn::read);
    f.done(|| Some(Limit { percent: percent?, place: place? }))
}

fn rounding(plain: &Plain) -> Result<Rounding, Errors> {
    let mut f = Fields::open(plain)?;
    let mode = f.required(&["mode"], mode);
    let places = f.required(&["places"], |p| count(p).and_then(|places| Rounding::new(Mode::HalfUp, places)));
    f.done(|| Rounding::new(mode?, places?.places()).ok())
}

fn mode(plain: &Plain) -> Result<Mode, Error> {
    let word = text(plain)?;
    Mode::ALL
        .into_iter()
        .find(|mode| mode.as_str() == word)
        .ok_or_else(|| unknown_choice(word, Mode::ALL.into_iter().map(Mode::as_str)))
}

fn rounding_for(plain: &Plain) -> Result<BTreeMap<Figure, Rounding>, Errors> {
    let mut f = Fields::open(plain)?;
    let mut roundings = BTreeMap::new();
    for figure in Figure::ALL {
        roundings.extend(f.optional(figure.names(), rounding).map(|rounding| (*figure, rounding)));
    }
    f.done(|| Some(roundings))
}

fn average(plain: &Plain) -> Result<AverageRule, Errors> {
    let mut f = Fields::open(plain)?;
    let method = f.required(&["method"], Method::read);
    let of = f.required(&["of"], Values::read);
    let not_measured = f.required(&["not_measured"], Missing::read);
    let not_carried_out = f.required(&["not_carried_out"], Missing::read);
    let no_target = f.required(&["no_target"], Missing::read);
    let zero_target = f.required(&["zero_target"], Missing::read);
    f.done(|| {
        Some(AverageRule {
            method: method?,
            of: of?,
            not_measured: not_measured?,
            not_carried_out: not_carried_out?,
            no_target: no_target?,
            zero_target: zero_target?,
        })
    })
}

fn quarters(plain: &Plain) -> Result<Quarters, Errors> {
    let mut f = Fields::open(plain)?;
    let consolidation = f.required(&["consolidation"], Consolidation::read);
    let against = f.required(&["against"], QuarterBase::read);
    f.done(|| Some(Quarters { consolidation: consolidation?, against: against? }))
}

fn efficiency(plain: &Plain) -> Result<Efficiency, Errors> {
    let mut f = Fields::open(plain)?;
    let method = f.required(&["method"], EfficiencyMethod::read);
    let bands = f.nullable(&["bands"], Scale::from_plain);
    f.done(|| Some(Efficiency { method: method?, bands: bands? }))
}

fn rollup(plain: &Plain) -> Result<Rollup, Errors> {
    let mut f = Fields::open(plain)?;
    let of = f.required(&["of"], RollupOf::read);
    let method = f.required(&["method"], Method::read);
    f.done(|| Some(Rollup { of: of?, method: method? }))
}

/// A word, or `{"as_given": …}`.
fn word_or_given<T>(
    plain: &Plain,
    words: &[(&'static str, T)],
    given: impl FnOnce(&Plain) -> Result<T, Errors>,
) -> Result<T, Errors>
where
    T: Copy,
{
    match plain {
        Plain::Text(word) => words
            .iter()
            .find(|(name, _)| name == word)
            .map(|(_, value)| *value)
            .ok_or_else(|| unknown_choice(word, words.iter().map(|(name, _)| *name)).into()),
        Plain::Record(_) => {
            let mut f = Fields::open(plain)?;
            let value = f.required(&["as_given"], given);
            f.done(|| value)
        }
        other => Err(wrong_type(other, "text", &crate::language::Text { id: "teks", en: "text" }).into()),
    }
}

fn zero_target(plain: &Plain) -> Result<ZeroTarget, Errors> {
    let words = [("not_computable", ZeroTarget::NotComputable), ("full_when_met", ZeroTarget::FullWhenMet)];
    word_or_given(plain, &words, |given| {
        let mut f = Fields::open(given)?;
        let met = f.required(&["met"], number);
        let unmet = f.required(&["unmet"], number);
        f.done(|| Some(ZeroTarget::AsGiven(AsGiven { met: met?, unmet: unmet? })))
    })
}

fn zero_realization(plain: &Plain) -> Result<ZeroRealization, Errors> {
    let words = [
        ("by_formula", ZeroRealization::ByFormula),
        ("not_computable", ZeroRealization::NotComputable),
        ("full_when_met", ZeroRealization::FullWhenMet),
    ];
    word_or_given(plain, &words, |given| Ok(ZeroRealization::AsGiven(number(given)?)))
}

fn gaps(plain: &Plain) -> Result<Gaps, Errors> {
    match plain {
        Plain::Record(_) => {
            let mut f = Fields::open(plain)?;
            let round = f.required(&["round"], rounding);
            f.done(|| round.map(Gaps::Round))
        }
        other => {
            let word = text(other)?;
            let words = [("none", Gaps::None), ("lower_bound", Gaps::LowerBound), ("unclassified", Gaps::Unclassified)];
            let found = words.iter().find(|(name, _)| *name == word).map(|(_, gaps)| *gaps);
            found.ok_or_else(|| unknown_choice(word, words.iter().map(|(name, _)| *name)).into())
        }
    }
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
