//! The columns that a measurement makes, as columns of Arrow.

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{ArrayRef, Decimal128Array, Int64Array, StringArray};
use arrow_buffer::ScalarBuffer;
use arrow_schema::ArrowError;
use lkip_core::batch::GroupCoverage;
use lkip_core::frame::Made;
use lkip_core::{Number, RuleSet};
use rayon::ThreadPool;
use std::iter::once;
use std::sync::Arc;

use super::dictionary::{KEYS, Texts, dictionary};
use super::ends;
use super::threads;

/// What a measurement gave, row by row or group by group.
#[derive(Default)]
pub(crate) struct Results {
    pub(crate) percents: Vec<i128>,
    pub(crate) places: u32,
    pub(crate) categories: Categories,
    pub(crate) ends: Vec<u8>,
    pub(crate) exact: Vec<Option<String>>,
    pub(crate) coverage: Vec<GroupCoverage>,
}

/// The category of each row.
pub(crate) enum Categories {
    /// The key of its label; below zero where there is none.
    Keys(Vec<i8>),
    /// Its code, where a scale has more labels than such keys.
    Codes(Vec<u16>),
}

impl Default for Categories {
    fn default() -> Self {
        Self::Keys(Vec::new())
    }
}

/// As many digits as a decimal of Arrow has.
pub(crate) const PRECISION: u8 = 38;

impl Results {
    /// The columns of them.
    pub(crate) fn columns(
        mut self,
        made: &[Made],
        labels: &Labels<'_>,
        threads: Option<&ThreadPool>,
    ) -> Result<Vec<ArrayRef>, ArrowError> {
        let percents = ScalarBuffer::from(std::mem::take(&mut self.percents));
        let categories = match std::mem::take(&mut self.categories) {
            Categories::Keys(keys) => Keys::Small(ScalarBuffer::from(keys)),
            Categories::Codes(codes) => Keys::Large(codes.iter().map(|code| labels.key(*code)).collect()),
        };
        let column = |place: usize| {
            let column = made.get(place).map(|made| self.column(*made, &percents, &categories, labels));
            column.transpose()
        };
        threads::each(threads, made.len(), column).into_iter().filter_map(Result::transpose).collect()
    }

    fn column(
        &self,
        made: Made,
        percents: &ScalarBuffer<i128>,
        categories: &Keys,
        labels: &Labels<'_>,
    ) -> Result<ArrayRef, ArrowError> {
        let counted = |count: fn(&GroupCoverage) -> u32| -> ArrayRef {
            Arc::new(Int64Array::from_iter_values(self.coverage.iter().map(|coverage| i64::from(count(coverage)))))
        };
        Ok(match made {
            Made::Percent => self.percent(percents.clone())?,
            Made::Exact => Arc::new(self.exact.iter().map(Option::as_deref).collect::<StringArray>()),
            Made::Category => match categories {
                Keys::Small(keys) => dictionary::<Int8Type>(keys.clone(), &labels.texts)?,
                Keys::Large(keys) => dictionary::<Int32Type>(keys.clone(), &labels.texts)?,
            },
            Made::Outcome => ends::outcome(&self.ends)?,
            Made::Reason => ends::reason(&self.ends)?,
            Made::Used => counted(|coverage| coverage.used),
            Made::Total => counted(|coverage| coverage.total),
            Made::AsZero => counted(|coverage| coverage.as_zero),
        })
    }

    fn percent(&self, percents: ScalarBuffer<i128>) -> Result<ArrayRef, ArrowError> {
        let nulls = ends::without_percent(&self.ends);
        let scale = i8::try_from(self.places).unwrap_or(i8::MAX);
        let array = Decimal128Array::try_new(percents, nulls)?.with_precision_and_scale(PRECISION, scale)?;
        Ok(Arc::new(array))
    }
}

/// The digits of a percentage with so many places.
pub(crate) fn digits_of(percent: Number, places: u32) -> Option<i128> {
    let power = 10_i128.checked_pow(places.checked_sub(percent.places())?)?;
    percent.to_decimal().mantissa().checked_mul(power)
}

/// The keys of the categories of all rows.
enum Keys {
    Small(ScalarBuffer<i8>),
    Large(ScalarBuffer<i32>),
}

/// The labels of a scale, by the codes of its categories.
pub(crate) struct Labels<'a> {
    texts: Texts<'a>,
    /// The key of each code from zero on, which is that of no category.
    keys: Vec<i32>,
    /// The same for what one byte holds, where the keys are so small.
    small: Option<[i8; KEYS]>,
    /// As many codes have keys that are one less than they are.
    plain: u16,
}

impl<'a> Labels<'a> {
    pub(crate) fn new(rules: &'a RuleSet) -> Self {
        let mut texts = Texts::default();
        let categories = rules.scale.iter().flat_map(|scale| &scale.categories);
        // Codes count from one; those that are no ranks are high.
        let keys: Vec<i32> = once(-1).chain(categories.map(|category| texts.key(&category.label))).collect();
        let few: Result<Vec<i8>, _> = keys.iter().map(|key| i8::try_from(*key)).collect();
        let small = few.ok().filter(|few| few.len() <= KEYS).map(|few| {
            let mut keys = [-1; KEYS];
            keys.iter_mut().zip(few).for_each(|(to, key)| *to = key);
            keys
        });
        let is_plain = keys.iter().zip(-1_i32..).all(|(key, plain)| *key == plain);
        let plain = u16::try_from(keys.len()).ok().filter(|_| is_plain).unwrap_or(0);
        Self { texts, keys, small, plain }
    }

    /// Whether one byte holds the keys.
    pub(crate) const fn are_few(&self) -> bool {
        self.small.is_some()
    }

    fn key(&self, code: u16) -> i32 {
        self.keys.get(usize::from(code)).copied().unwrap_or(-1)
    }

    /// Keys of codes, where they are few.
    pub(crate) fn put(&self, codes: &[u16], keys: &mut [i8]) {
        let Some(small) = &self.small else { return };
        if self.plain > 0 {
            // Labels differ nearly always: without a look at the list, many rows at once.
            for (key, code) in keys.iter_mut().zip(codes) {
                let [low, _] = code.to_le_bytes();
                *key = if *code < self.plain { low.wrapping_sub(1).cast_signed() } else { -1 };
            }
        } else {
            let key = |code: &u16| small.get(usize::from(u8::try_from(*code).unwrap_or(0))).copied().unwrap_or(-1);
            keys.iter_mut().zip(codes).for_each(|(to, code)| *to = key(code));
        }
    }

    /// The categories of these codes.
    pub(crate) fn categories(&self, codes: &[u16]) -> Categories {
        if !self.are_few() {
            return Categories::Codes(codes.to_vec());
        }
        let mut keys = vec![-1; codes.len()];
        self.put(codes, &mut keys);
        Categories::Keys(keys)
    }
}
