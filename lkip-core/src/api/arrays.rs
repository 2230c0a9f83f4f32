//! Columns that stay in the arrays of a program: the call around them.
//!
//! A million numbers are not written as JSON. Whoever calls hands the arrays over beside the call, and says in it of each
//! what it is: `{"array": 0, "kind": "BigInt64Array", "length": 3}`. The kinds have the names that JavaScript has for them.

use super::options::LANGUAGE;
use super::{Call, ErrorsAnswer};
use crate::batch::{CategoryCode, same_length};
use crate::error::{Code, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::number::Number;
use crate::outcome::{Reason, ReasonCode};
use crate::plain::{Fields, Plain, Problems, Record, choice, choose, count, list, wrong_type};
use crate::prelude::*;
use crate::rules::{Figure, Polarity, RuleSet};
use crate::text;

/// The measurement of columns in arrays, read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ArraysCall {
    /// The targets.
    pub target: ArrayColumn,
    /// The realizations.
    pub realization: ArrayColumn,
    /// Which way the rows are good.
    pub polarity: ArrayPolarity,
    /// Bytes: not zero for rows that were not carried out.
    pub not_carried_out: Option<Array>,
    /// The weights of the rows in averages.
    pub weight: Option<ArrayColumn>,
    /// The groups of which averages are made.
    pub groups: Option<ArrayGroups>,
    /// The rules.
    pub rules: RuleSet,
    /// The language of messages.
    pub language: Language,
}

/// One array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Array {
    /// Its place among the arrays of the call.
    pub place: usize,
    /// How many items it has.
    pub length: usize,
}

/// A column of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrayColumn {
    /// Integers of 64 bits, or floating point numbers.
    pub values: Array,
    /// Whether they are floating point numbers.
    pub are_floats: bool,
    /// The decimal places of every row.
    pub places: u32,
    /// Bytes: not zero for rows that have a value; all have one where there are none.
    pub present: Option<Array>,
}

/// Which way the rows are good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArrayPolarity {
    /// All the same way.
    All(Polarity),
    /// Each its own way.
    Each {
        /// Bytes: of each row the place of its word.
        values: Array,
        /// What the words say.
        words: Vec<Polarity>,
    },
}

/// Groups of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrayGroups {
    /// Integers of 32 bits: of each row its group, counted from zero.
    pub values: Array,
    /// How many groups there are.
    pub count: usize,
}

const INTEGERS: &[&str] = &["BigInt64Array"];
const FLOATS: &[&str] = &["Float64Array"];
const BYTES: &[&str] = &["Uint8Array"];
const PLACES: &[&str] = &["Uint32Array"];

const ARRAY: Text = bilingual!("larik bertipe (typed array)", "a typed array");

/// More groups than rows are sound, but nobody has millions of empty ones.
const MOST_EMPTY: usize = 65_536;

fn index(plain: &Plain) -> Result<usize, Error> {
    count(plain).map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}

fn is_array(record: &Record) -> bool {
    // What a caller hands over as an array has this field, and no field of a call does.
    record.get("array").is_some()
}

/// An array of one of these kinds, and the place of its kind among them.
fn array(plain: &Plain, kinds: &[&[&str]]) -> Result<(Array, usize), Errors> {
    let Plain::Record(record) = plain else { return Err(wrong_type(plain, "array", ARRAY).into()) };
    let (Some(kind), true) = (record.get("kind"), is_array(record)) else {
        return Err(wrong_type(plain, "array", ARRAY).into());
    };
    let kind = choice(kind, kinds)?;
    let mut f = Fields::open(plain)?;
    f.required(&["kind"], |_| Ok::<_, Error>(()));
    let place = f.required(&["array"], index);
    let length = f.required(&["length"], index);
    f.done(|| Some((Array { place: place?, length: length? }, kind)))
}

fn bytes(plain: &Plain) -> Result<Array, Errors> {
    array(plain, &[BYTES]).map(|(array, _)| array)
}

fn column(plain: &Plain) -> Result<ArrayColumn, Errors> {
    if let Plain::Record(record) = plain
        && is_array(record)
    {
        return Err(Error::new(Code::MissingField).text("field", "places").within("places").into());
    }
    let mut f = Fields::open(plain)?;
    let values = f.required(&["values"], |p| array(p, &[INTEGERS, FLOATS]));
    let places = f.required(&["places"], count);
    let present = f.optional(&["present"], bytes);
    f.done(|| {
        let (values, kind) = values?;
        Some(ArrayColumn { values, are_floats: kind == 1, places: places?, present })
    })
}

fn polarity(plain: &Plain) -> Result<ArrayPolarity, Errors> {
    if !matches!(plain, Plain::Record(_)) {
        return choose(plain).map(ArrayPolarity::All).map_err(Errors::from);
    }
    let mut f = Fields::open(plain)?;
    let values = f.required(&["values"], bytes);
    let words =
        f.required(&["words"], |p| list(p, |word| if word.is_null() { Ok(Polarity::default()) } else { choose(word) }));
    f.done(|| Some(ArrayPolarity::Each { values: values?, words: words? }))
}

fn groups(plain: &Plain) -> Result<ArrayGroups, Errors> {
    let mut f = Fields::open(plain)?;
    let values = f.required(&["values"], |p| array(p, &[PLACES]));
    let count = f.required(&["count"], index);
    let groups = f.done(|| Some(ArrayGroups { values: values?.0, count: count? }))?;
    let most = groups.values.length.max(MOST_EMPTY);
    if groups.count > most {
        let number = |count: usize| Number::from(u64::try_from(count).unwrap_or(u64::MAX));
        let error = Error::new(Code::GroupOutOfRange).number("found", number(groups.count));
        return Err(error.number("count", number(most)).within("count").into());
    }
    Ok(groups)
}

impl ArraysCall {
    /// Reads a call out of JSON, beside which so many arrays were handed over.
    ///
    /// ```
    /// use lkip_core::api::ArraysCall;
    /// let call = r#"{"target": {"values": {"array": 0, "kind": "BigInt64Array", "length": 3}, "places": 2},
    ///     "realisasi": {"values": {"array": 1, "kind": "Float64Array", "length": 3}, "places": 2}, "rules": "bkd-ntt-2021"}"#;
    /// let call = ArraysCall::from_json(call, 2).map_err(|answer| answer.errors)?;
    /// assert!(call.realization.are_floats);
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every mistake at once, with its path; [`Code::UnequalLengths`] where arrays are not as long as the targets.
    pub fn from_json(call: &str, arrays: usize) -> Result<Self, ErrorsAnswer> {
        let plain = Plain::from_json(call);
        let plain = plain.map_err(|error| ErrorsAnswer { errors: error.into(), language: Language::default() })?;
        let call = Call::new("arrays", plain);
        let read = Self::read(&call).and_then(|read| read.check(arrays).map(|()| read));
        read.map_err(|errors| ErrorsAnswer { errors, language: call.language() })
    }

    fn read(call: &Call) -> Result<Self, Errors> {
        let mut f = call.open()?;
        let language = f.optional(LANGUAGE, choose);
        let target = f.required(&["target", "rencana", "target_tahunan"], column);
        let realization = f.required(&["realization", "realisasi"], column);
        let polarity = f.optional(&["polarity", "polaritas"], polarity);
        let not_carried_out = f.optional(&["not_carried_out", "tidak_dilaksanakan"], bytes);
        let weight = f.optional(&["weight", "bobot"], column);
        let groups = f.optional(&["groups", "kelompok"], groups);
        let rules = call.rules(&mut f);
        f.done(|| {
            Some(Self {
                target: target?,
                realization: realization?,
                polarity: polarity.unwrap_or(ArrayPolarity::All(Polarity::default())),
                not_carried_out,
                weight,
                groups,
                rules: rules?,
                language: language.unwrap_or_default(),
            })
        })
    }

    /// Every array, with the field that it stands in.
    fn arrays(&self) -> Vec<(&'static str, &'static str, Array)> {
        let mut arrays = Vec::new();
        let mut column = |name, column: &ArrayColumn| {
            arrays.push((name, "values", column.values));
            arrays.extend(column.present.map(|present| (name, "present", present)));
        };
        column("target", &self.target);
        column("realization", &self.realization);
        if let Some(weight) = &self.weight {
            column("weight", weight);
        }
        if let ArrayPolarity::Each { values, .. } = &self.polarity {
            arrays.push(("polarity", "values", *values));
        }
        arrays.extend(self.not_carried_out.map(|rows| ("not_carried_out", "not_carried_out", rows)));
        arrays.extend(self.groups.map(|groups| ("groups", "values", groups.values)));
        arrays
    }

    fn check(&self, handed_over: usize) -> Result<(), Errors> {
        let mut problems = Problems::default();
        let mut seen = vec![false; handed_over];
        for (column, field, array) in self.arrays() {
            let within = |errors: Errors| if field == column { errors } else { errors.within(column) };
            let same = same_length(field, array.length, self.rows());
            problems.note(same.map_err(|error| within(error.into())));
            // Each array of the caller stands in one place, so that none is taken for another.
            match seen.get_mut(array.place) {
                Some(seen) if !*seen => *seen = true,
                _ => problems.add(within(wrong_type(&Plain::Null, "array", ARRAY).within(field).into())),
            }
        }
        problems.done()
    }

    /// Which way each row is good: of each the place of its word.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownChoice`] where there is no such word.
    pub fn polarities(places: &[u8], words: &[Polarity]) -> Result<Vec<Polarity>, Errors> {
        let mut polarities = Vec::with_capacity(places.len());
        for (row, place) in places.iter().enumerate() {
            let Some(polarity) = words.get(usize::from(*place)) else {
                let known = each(words, &mut |word| word.as_str());
                let error = Error::new(Code::UnknownChoice).text("found", &Number::from(u32::from(*place)).text());
                return Err(error.texts("choices", &known).at(row).within("values").within("polarity").into());
            };
            polarities.push(*polarity);
        }
        Ok(polarities)
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.target.values.length
    }

    /// What is the same for every row: the decimal places of the percentages, the categories by their ranks, the reasons by
    /// their codes.
    #[must_use]
    pub fn head(&self) -> Plain {
        let mut head = super::computed();
        head.put("rows", self.rows());
        head.maybe("groups", self.groups.map(|groups| groups.count));
        head.put("places", self.rules.rounding_of(Figure::Achievement).places());
        let categories = self.rules.scale.as_ref().map(|scale| scale.categories.as_slice()).unwrap_or_default();
        let mut scale = Vec::new();
        for (place, category) in categories.iter().enumerate() {
            let mut record = Record::new();
            record.text("code", &category.code);
            record.text("label", &category.label);
            record.put("rank", place + 1);
            scale.push(Plain::Record(record));
        }
        head.put("scale", scale);
        // Codes are counted from one: zero is a percentage.
        let mut reasons = vec![Plain::Null];
        for code in ReasonCode::ALL {
            reasons.push(reason(*code));
        }
        head.put("reasons", reasons);
        let mut of_categories = Record::new();
        for category in CategoryCode::WITH_REASON {
            if let Some(code) = category.reason() {
                of_categories.put(&text::count(u64::from(category.code())), reason(code));
            }
        }
        head.put("of_categories", of_categories);
        Plain::Record(head)
    }
}

fn reason(code: ReasonCode) -> Plain {
    let mut record = Record::new();
    record.text("outcome", Reason::new(code).end::<()>().tag());
    record.text("code", code.as_str());
    record.maybe("input", code.input());
    Plain::Record(record)
}
