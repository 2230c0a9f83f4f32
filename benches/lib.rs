//! Benchmarks of lkip beside what users would pick instead. See `benches/`; `run` measures all languages side by side.
//!
//! Here is the data that all of them measure, with the exact answers beside it.

use std::io::{Error, Write};

/// The bounds of the categories of the rules, in hundredths.
const BOUNDS: [i64; 3] = [8_500, 7_500, 5_500];
/// How many rows a group has.
pub const ROWS_OF_A_GROUP: usize = 20;

/// Targets and realizations in hundredths, in groups of rows beside each other, and what is right for them.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// The targets.
    pub targets: Vec<i64>,
    /// The realizations.
    pub realizations: Vec<i64>,
    /// The percentages cut off at two decimals, in hundredths.
    pub percents: Vec<i64>,
    /// The ranks of the categories.
    pub categories: Vec<u8>,
    /// The means of the percentages of each group, cut off at two decimals, in hundredths.
    pub means: Vec<i64>,
}

impl Data {
    /// Rows of up to nine digits, the same in every run. Every sixteenth quotient is a whole number of hundredths of a
    /// percent, as many of real tables are: there floats go wrong, and at the bounds of categories.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = move |end: i64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i64::try_from(state % end.unsigned_abs()).unwrap_or_default()
        };
        let mut data = Self {
            targets: Vec::with_capacity(rows),
            realizations: Vec::with_capacity(rows),
            percents: Vec::with_capacity(rows),
            categories: Vec::with_capacity(rows),
            means: Vec::new(),
        };
        for row in 0..rows {
            let target = 1 + next(100_000_000);
            let realization = next(target * 13 / 10 + 2);
            let (unit, whole) = (1 + next(10_000), next(13_000));
            let is_exact = row % 16 == 0;
            let (target, realization) = if is_exact { (unit * 10_000, unit * whole) } else { (target, realization) };
            data.targets.push(target);
            data.realizations.push(realization);
            let percent = i64::try_from(i128::from(realization) * 10_000 / i128::from(target)).unwrap_or_default();
            data.percents.push(percent);
            data.categories.push(category(percent));
        }
        for group in data.percents.chunks(ROWS_OF_A_GROUP) {
            data.means.push(group.iter().sum::<i64>() / i64::try_from(group.len()).unwrap_or(1));
        }
        data
    }

    /// The rank of the category of a percentage in hundredths.
    #[must_use]
    pub fn category(percent: i64) -> u8 {
        category(percent)
    }

    /// Writes it for the other languages: how many rows and groups there are, then column by column, little end first.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub fn write(&self, to: &mut dyn Write) -> Result<(), Error> {
        let number = |count: usize| u64::try_from(count).unwrap_or_default().to_le_bytes();
        to.write_all(&number(self.targets.len()))?;
        to.write_all(&number(self.means.len()))?;
        for column in [&self.targets, &self.realizations, &self.percents, &self.means] {
            for value in column {
                to.write_all(&value.to_le_bytes())?;
            }
        }
        to.write_all(&self.categories)
    }
}

fn category(percent: i64) -> u8 {
    BOUNDS.iter().fold(1, |rank, bound| rank + u8::from(percent < *bound))
}
