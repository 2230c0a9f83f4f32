//! The columns that a measurement makes, as columns of Arrow.

use arrow_array::types::{ArrowDictionaryKeyType, Int8Type, Int32Type};
use arrow_array::{ArrayRef, Decimal128Array, DictionaryArray, Int64Array, PrimitiveArray, StringArray};
use arrow_buffer::{BooleanBuffer, NullBuffer, ScalarBuffer};
use arrow_schema::ArrowError;
use lkip_core::batch::{CategoryCode, GroupCoverage, PercentRoom, Room, RowOutcome};
use lkip_core::frame::Made;
use lkip_core::{Number, RuleSet};
use rayon::ThreadPool;
use rayon::iter::ParallelExtend;
use std::iter::once;
use std::sync::Arc;

use super::threads;

/// What a measurement gave, row by row or group by group.
#[derive(Default)]
pub(crate) struct Results {
    pub(crate) percents: Vec<i128>,
    pub(crate) places: u32,
    pub(crate) categories: Vec<u16>,
    pub(crate) outcomes: Vec<u8>,
    pub(crate) exact: Vec<Option<String>>,
    pub(crate) coverage: Vec<GroupCoverage>,
}

/// Room for a part of the rows, which is used again for every part: it stays in the cache, and what holds all rows is written
/// once.
pub(crate) struct Part {
    percents: Vec<i128>,
    categories: Vec<u16>,
    outcomes: Vec<u8>,
}

impl Part {
    /// Room for so many rows.
    pub(crate) fn with_rows(rows: usize) -> Self {
        Self { percents: vec![0; rows], categories: vec![0; rows], outcomes: vec![0; rows] }
    }

    /// The first rows, to be written into.
    pub(crate) fn room(&mut self, rows: usize) -> Room<'_> {
        Room {
            percents: PercentRoom::Large(self.percents.get_mut(..rows).unwrap_or_default()),
            categories: self.categories.get_mut(..rows).unwrap_or_default(),
            outcomes: self.outcomes.get_mut(..rows).unwrap_or_default(),
        }
    }
}

/// As many digits as a decimal of Arrow has.
pub(crate) const PRECISION: u8 = 38;

impl Results {
    /// Nothing yet, where so many rows will be.
    pub(crate) fn for_rows(rows: usize, places: u32) -> Self {
        let (percents, categories, outcomes) =
            (Vec::with_capacity(rows), Vec::with_capacity(rows), Vec::with_capacity(rows));
        Self { percents, places, categories, outcomes, ..Self::default() }
    }

    /// Puts the rows of a part behind the others.
    pub(crate) fn append(&mut self, part: &Part, rows: usize, threads: Option<&ThreadPool>) {
        let percents = part.percents.get(..rows).unwrap_or_default();
        match threads {
            Some(threads) => threads.install(|| self.percents.par_extend(percents)),
            None => self.percents.extend_from_slice(percents),
        }
        self.categories.extend_from_slice(part.categories.get(..rows).unwrap_or_default());
        self.outcomes.extend_from_slice(part.outcomes.get(..rows).unwrap_or_default());
    }

    /// Puts a percentage that 64 bits did not hold in its row.
    pub(crate) fn put(&mut self, row: usize, percent: Number) {
        let power = self.places.checked_sub(percent.places()).and_then(|apart| 10_i128.checked_pow(apart));
        let digits = power.and_then(|power| percent.to_decimal().mantissa().checked_mul(power));
        if let (Some(to), Some(digits)) = (self.percents.get_mut(row), digits) {
            *to = digits;
        }
    }

    /// The columns of them.
    pub(crate) fn columns(
        mut self,
        made: &[Made],
        rules: &RuleSet,
        threads: Option<&ThreadPool>,
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        let percents = ScalarBuffer::from(std::mem::take(&mut self.percents));
        let column = |place: usize| made.get(place).map(|made| self.column(*made, &percents, rules)).transpose();
        threads::each(threads, made.len(), column).into_iter().filter_map(Result::transpose).collect()
    }

    fn column(&self, made: Made, percents: &ScalarBuffer<i128>, rules: &RuleSet) -> Result<ArrayRef, ArrowError> {
        let counted = |count: fn(&GroupCoverage) -> u32| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(self.coverage.iter().map(|coverage| i64::from(count(coverage)))))
        };
        Ok(match made {
            Made::Percent => self.percent(percents.clone())?,
            Made::Exact => Arc::new(self.exact.iter().map(Option::as_deref).collect::<StringArray>()),
            Made::Category => self.category(rules)?,
            Made::Outcome => outcome(&self.outcomes)?,
            Made::Reason => reason(&self.outcomes, &self.categories)?,
            Made::Used => counted(|coverage| coverage.used),
            Made::Total => counted(|coverage| coverage.total),
            Made::AsZero => counted(|coverage| coverage.as_zero),
        })
    }

    fn percent(&self, percents: ScalarBuffer<i128>) -> Result<ArrayRef, ArrowError> {
        let computed = |row: usize| self.outcomes.get(row) == Some(&0);
        let nulls = (!are_computed(&self.outcomes))
            .then(|| NullBuffer::new(BooleanBuffer::collect_bool(percents.len(), computed)));
        let scale = i8::try_from(self.places).unwrap_or(i8::MAX);
        let array = Decimal128Array::try_new(percents, nulls)?.with_precision_and_scale(PRECISION, scale)?;
        Ok(Arc::new(array))
    }

    /// Labels of a scale, by the ranks of its categories.
    fn category(&self, rules: &RuleSet) -> Result<ArrayRef, ArrowError> {
        let mut texts = Texts::default();
        let categories = rules.scale.iter().flat_map(|scale| &scale.categories);
        // Codes count from one; those that are no ranks are high.
        let keys: Vec<i32> = once(-1).chain(categories.map(|category| texts.key(&category.label))).collect();
        let small: Result<Vec<i8>, _> = keys.iter().map(|key| i8::try_from(*key)).collect();
        match small {
            Ok(small) if small.len() <= KEYS => {
                let mut keys = [-1; KEYS];
                keys.iter_mut().zip(small).for_each(|(to, key)| *to = key);
                let key = |code: &u16| keys.get(usize::from(u8::try_from(*code).unwrap_or(0))).copied().unwrap_or(-1);
                dictionary::<Int8Type>(self.categories.iter().map(key).collect(), &texts)
            }
            _ => {
                let key = |code: &u16| keys.get(usize::from(*code)).copied().unwrap_or(-1);
                dictionary::<Int32Type>(self.categories.iter().map(key).collect(), &texts)
            }
        }
    }
}

/// As many codes as one byte has: a key of each is found without a look at how many there are.
const KEYS: usize = 256;

/// Whether every row has a percentage. All are looked at, which is quicker than to stop at the first that has none.
fn are_computed(outcomes: &[u8]) -> bool {
    outcomes.iter().fold(0, |any, outcome| any | outcome) == 0
}

/// How rows ended.
fn outcome(codes: &[u8]) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    if are_computed(codes) {
        texts.key(RowOutcome::COMPUTED.tag());
        return dictionary::<Int8Type>(vec![0; codes.len()], &texts);
    }
    let keys = outcome_keys(codes, |outcome| Some(texts.key(outcome.tag())));
    let key = |code: &u8| keys.get(usize::from(*code)).copied().unwrap_or(-1);
    dictionary::<Int8Type>(codes.iter().map(key).collect(), &texts)
}

/// Why rows have no percentage, or a percentage no category.
fn reason(codes: &[u8], categories: &[u16]) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    let told = |code: u16| CategoryCode::from_code(code).reason();
    let mut keys: Vec<i8> = if are_computed(codes) {
        vec![-1; codes.len()]
    } else {
        let keys = outcome_keys(codes, |outcome| Some(texts.key(outcome.reason()?.as_str())));
        codes.iter().map(|code| keys.get(usize::from(*code)).copied().unwrap_or(-1)).collect()
    };
    // All are looked at, which is quicker than to stop at the first.
    if categories.iter().fold(false, |any, code| any | told(*code).is_some()) {
        for (key, code) in keys.iter_mut().zip(categories) {
            if let Some(reason) = told(*code) {
                *key = small(texts.key(reason.as_str()));
            }
        }
    }
    dictionary::<Int8Type>(keys, &texts)
}

/// The keys of the outcomes that are there.
fn outcome_keys(codes: &[u8], mut key: impl FnMut(RowOutcome) -> Option<i32>) -> [i8; KEYS] {
    let mut is_there = [false; KEYS];
    for code in codes {
        if let Some(is_there) = is_there.get_mut(usize::from(*code)) {
            *is_there = true;
        }
    }
    let mut keys = [-1; KEYS];
    for (code, (to, _)) in (0..=u8::MAX).zip(keys.iter_mut().zip(is_there)).filter(|(_, (_, is_there))| *is_there) {
        *to = key(RowOutcome::from_code(code)).map_or(-1, small);
    }
    keys
}

/// A key of texts that are few.
fn small(key: i32) -> i8 {
    i8::try_from(key).unwrap_or(-1)
}

/// A column of texts that are among those of a list.
pub(crate) fn texts_of(cells: &[Option<String>], known: &[String]) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    known.iter().for_each(|text| {
        texts.key(text);
    });
    let keys = cells.iter().map(|cell| cell.as_deref().map_or(-1, |text| texts.key(text)));
    let keys: Vec<i32> = keys.collect();
    let small: Result<Vec<i8>, _> = keys.iter().map(|key| i8::try_from(*key)).collect();
    small.map_or_else(|_| dictionary::<Int32Type>(keys, &texts), |keys| dictionary::<Int8Type>(keys, &texts))
}

/// Different texts, in the order of their keys.
#[derive(Default)]
struct Texts<'a>(Vec<&'a str>);

impl<'a> Texts<'a> {
    fn key(&mut self, text: &'a str) -> i32 {
        let place = self.0.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        });
        i32::try_from(place).unwrap_or(-1)
    }
}

/// A column of texts by their keys; nothing where a key is below zero.
fn dictionary<K: ArrowDictionaryKeyType>(keys: Vec<K::Native>, texts: &Texts<'_>) -> Result<ArrayRef, ArrowError>
where
    K::Native: Ord,
{
    let zero = K::Native::default();
    let is_text = |row: usize| keys.get(row).is_some_and(|key| *key >= zero);
    let nulls = if keys.iter().copied().min().is_none_or(|least| least >= zero) {
        None
    } else if keys.iter().copied().max() < Some(zero) {
        Some(NullBuffer::new_null(keys.len()))
    } else {
        Some(NullBuffer::new(BooleanBuffer::collect_bool(keys.len(), is_text)))
    };
    let keys = PrimitiveArray::<K>::try_new(ScalarBuffer::from(keys), nulls)?;
    Ok(Arc::new(DictionaryArray::try_new(keys, Arc::new(StringArray::from(texts.0.clone())))?))
}
