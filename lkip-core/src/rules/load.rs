//! Rule sets and scales out of plain data.

use serde::de::{Deserialize, Deserializer, Error as _};

use super::{
    AsGiven, AverageRule, Bilingual, Bound, Category, Citation, Figure, Gaps, Limit, LimitIn, Period, Roundings,
    RuleSet, RuleSetSpec, Scale, ScaleSpec, ZeroRealization, ZeroTarget, catalogue,
};
use crate::error::{Code, Error, Errors};
use crate::language::{Text, bilingual};
use crate::number::{Mode, Number, Rounding};
use crate::plain::{Fields, Plain, choice, count, list, number, owned_text, text, wrong_type};
use crate::prelude::*;

const RULE_SET: Text = bilingual!("pengenal pedoman atau isiannya", "the id of a rule set or its fields");

impl RuleSet {
    /// A rule set by its id, or by its fields.
    pub(crate) fn named(plain: &Plain) -> Result<Self, Errors> {
        match plain {
            Plain::Text(id) => Ok(catalogue::rule_set(id)?),
            Plain::Record(_) => Self::from_plain(plain),
            other => Err(wrong_type(other, "rule_set", RULE_SET).into()),
        }
    }

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
        let base = base(plain)?;
        let mut f = Fields::open(plain)?;
        let mut spec = base.as_ref().map(Self::to_spec).unwrap_or_default();
        // What names the base is not inherited.
        names(&mut f, &mut spec);
        if base.is_some() {
            f.optional(&["based_on"], |_| Ok::<_, Error>(()));
            f.keep_absent();
        }
        rules(&mut f, &mut spec);
        f.finish()?;
        Self::new(spec)
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
        let mut f = Fields::open(overrides)?;
        let mut spec = self.to_spec();
        f.keep_absent();
        rules(&mut f, &mut spec);
        let overridden = self.overridden_also(f.given());
        f.finish()?;
        Self::overriding(spec, overridden)
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
            fields => {
                let mut spec = ScaleSpec::default();
                Fields::read(fields, &mut |f| scale(f, &mut spec))?;
                Self::new(spec)
            }
        }
    }
}

/// The rule set that a set is `based_on`.
fn base(plain: &Plain) -> Result<Option<RuleSet>, Error> {
    let Plain::Record(record) = plain else { return Ok(None) };
    let Some(id) = record.get("based_on") else { return Ok(None) };
    text(id).and_then(catalogue::rule_set).map(Some).map_err(|e| e.within("based_on"))
}

/// What names a rule set.
fn names(f: &mut Fields<'_>, spec: &mut RuleSetSpec) {
    f.text(&["id"], &mut spec.id);
    f.text(&["version"], &mut spec.version);
    f.part(&["title"], &mut |f| bilingual(f, &mut spec.title));
    f.set(&["citations"], &mut spec.citations, citations);
    f.set_nullable(&["valid"], &mut spec.valid, period);
}

/// What may be replaced for one call or in a set based on another. Of records such as `rounding` and `average` the
/// stated parts are replaced; all else is replaced as a whole.
fn rules(f: &mut Fields<'_>, spec: &mut RuleSetSpec) {
    f.choose(&["higher"], &mut spec.higher);
    f.choose(&["lower"], &mut spec.lower);
    f.choose(&["on_target"], &mut spec.on_target);
    f.set(&["zero_target"], &mut spec.zero_target, zero_target);
    f.set(&["zero_realization"], &mut spec.zero_realization, zero_realization);
    f.set_nullable(&["cap"], &mut spec.cap, limit);
    f.set_nullable(&["floor"], &mut spec.floor, limit);
    f.part(&["rounding"], &mut |f| rounding(f, &mut spec.rounding));
    f.part(&["rounding_for"], &mut |f| rounding_for(f, &mut spec.rounding_for));
    f.part(&["average"], &mut |f| average(f, &mut spec.average));
    f.set_nullable(&["scale"], &mut spec.scale, Scale::from_plain);
    f.choose(&["classify"], &mut spec.classify);
    f.part(&["quarters"], &mut |f| {
        f.choose(&["consolidation"], &mut spec.quarters.consolidation);
        f.choose(&["against"], &mut spec.quarters.against);
    });
    f.choose(&["growth"], &mut spec.growth);
    f.part(&["efficiency"], &mut |f| {
        f.choose(&["method"], &mut spec.efficiency.method);
        f.set_nullable(&["bands"], &mut spec.efficiency.bands, Scale::from_plain);
    });
    f.part(&["rollup"], &mut |f| {
        f.choose(&["of"], &mut spec.rollup.of);
        f.choose(&["method"], &mut spec.rollup.method);
    });
}

fn scale(f: &mut Fields<'_>, spec: &mut ScaleSpec) {
    f.text(&["id"], &mut spec.id);
    f.text(&["version"], &mut spec.version);
    f.part(&["title"], &mut |f| bilingual(f, &mut spec.title));
    f.set(&["citations"], &mut spec.citations, citations);
    f.set(&["gaps"], &mut spec.gaps, gaps);
    f.choose(&["above"], &mut spec.above);
    f.choose(&["below"], &mut spec.below);
    f.set(&["categories"], &mut spec.categories, |p| list(p, category));
}

fn category(plain: &Plain) -> Result<Category, Errors> {
    let mut category = Category::default();
    Fields::read(plain, &mut |f| {
        f.text(&["code"], &mut category.code);
        f.text(&["label"], &mut category.label);
        category.meaning = f.optional(&["meaning"], owned_text);
        category.lower = bound(f, &category.label, &["from"], &["above"]);
        category.upper = bound(f, &category.label, &["to"], &["below"]);
    })?;
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

fn bilingual(f: &mut Fields<'_>, text: &mut Bilingual) {
    f.text(&["id"], &mut text.id);
    f.text(&["en"], &mut text.en);
}

fn citations(plain: &Plain) -> Result<Vec<Citation>, Errors> {
    list(plain, citation)
}

fn citation(plain: &Plain) -> Result<Citation, Errors> {
    let mut citation = Citation::default();
    Fields::read(plain, &mut |f| {
        f.text(&["source"], &mut citation.source);
        citation.place = f.optional(&["place"], owned_text);
        f.choose(&["read"], &mut citation.read);
        citation.note = f.optional(&["note"], |note| {
            let mut text = Bilingual::default();
            Fields::read(note, &mut |f| bilingual(f, &mut text)).map(|()| text)
        });
    })?;
    Ok(citation)
}

fn period(plain: &Plain) -> Result<Period, Errors> {
    let mut period = Period::default();
    Fields::read(plain, &mut |f| {
        period.from = f.optional(&["from"], owned_text);
        period.to = f.optional(&["to"], owned_text);
    })?;
    Ok(period)
}

fn limit(plain: &Plain) -> Result<Limit, Errors> {
    let mut limit = Limit { percent: Number::HUNDRED, place: LimitIn::Indicator };
    Fields::read(plain, &mut |f| {
        f.set(&["percent"], &mut limit.percent, number);
        f.choose(&["in"], &mut limit.place);
    })?;
    Ok(limit)
}

fn rounding(f: &mut Fields<'_>, rounding: &mut Rounding) {
    let mut mode = rounding.mode();
    f.choose(&["mode"], &mut mode);
    f.set(&["places"], rounding, |p| count(p).and_then(|places| Rounding::new(Mode::HalfUp, places)));
    *rounding = rounding.with_mode(mode);
}

fn rounding_for(f: &mut Fields<'_>, roundings: &mut Roundings) {
    let mut read = Vec::new();
    for figure in Figure::ALL {
        let before = roundings.get(*figure);
        if let Some(rounding) = f.optional_part(figure.names(), before, rounding) {
            read.push((*figure, rounding));
        }
    }
    roundings.0 = read;
}

fn average(f: &mut Fields<'_>, rule: &mut AverageRule) {
    f.choose(&["method"], &mut rule.method);
    f.choose(&["of"], &mut rule.of);
    f.choose(&["not_measured"], &mut rule.not_measured);
    f.choose(&["not_carried_out"], &mut rule.not_carried_out);
    f.choose(&["no_target"], &mut rule.no_target);
    f.choose(&["zero_target"], &mut rule.zero_target);
}

/// A choice between words, or the record of one field.
fn word_or<T>(
    plain: &Plain,
    words: &[(&'static [&'static str], T)],
    field: &'static [&'static str],
    given: fn(&Plain) -> Result<T, Errors>,
) -> Result<T, Errors>
where
    T: Copy,
{
    if let Plain::Record(_) = plain {
        let mut f = Fields::open(plain)?;
        let value = f.required(field, given);
        return f.done(|| value);
    }
    let names: Vec<_> = each(words, &mut |(names, _)| *names);
    let place = choice(plain, &names)?;
    words.get(place).map(|(_, value)| *value).ok_or_else(|| Error::new(Code::UnknownChoice).into())
}

fn zero_target(plain: &Plain) -> Result<ZeroTarget, Errors> {
    let words: [(&[&str], _); 2] =
        [(&["not_computable"], ZeroTarget::NotComputable), (&["full_when_met"], ZeroTarget::FullWhenMet)];
    word_or(plain, &words, &["as_given"], |given| {
        let mut percents = AsGiven { met: Number::HUNDRED, unmet: Number::ZERO };
        Fields::read(given, &mut |f| {
            f.set(&["met"], &mut percents.met, number);
            f.set(&["unmet"], &mut percents.unmet, number);
        })?;
        Ok(ZeroTarget::AsGiven(percents))
    })
}

fn zero_realization(plain: &Plain) -> Result<ZeroRealization, Errors> {
    let words: [(&[&str], _); 3] = [
        (&["by_formula"], ZeroRealization::ByFormula),
        (&["not_computable"], ZeroRealization::NotComputable),
        (&["full_when_met"], ZeroRealization::FullWhenMet),
    ];
    word_or(plain, &words, &["as_given"], |given| Ok(ZeroRealization::AsGiven(number(given)?)))
}

fn gaps(plain: &Plain) -> Result<Gaps, Errors> {
    let words: [(&[&str], _); 3] =
        [(&["none"], Gaps::None), (&["lower_bound"], Gaps::LowerBound), (&["unclassified"], Gaps::Unclassified)];
    word_or(plain, &words, &["round"], |given| {
        let mut step = Rounding::default();
        Fields::read(given, &mut |f| rounding(f, &mut step))?;
        Ok(Gaps::Round(step))
    })
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
