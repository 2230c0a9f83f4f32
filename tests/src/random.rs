//! Random numbers with a seed that is printed, so that a failing run can be run again.

use std::io::Write as _;

/// A small generator (SplitMix64): enough to choose test cases with, the same on every machine.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator that starts at a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to but without `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("small");
        usize::try_from(self.bits() % end).expect("small")
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// As many random digits as asked for; the first is not zero.
    pub fn digits(&mut self, count: usize) -> String {
        let digit =
            |random: &mut Self, low: usize| char::from_digit(u32::try_from(random.between(low, 9)).expect("digit"), 10);
        (0..count).map(|place| digit(self, usize::from(place == 0)).expect("digit")).collect()
    }
}

/// The seed of a run: of the environment variable, or of the clock.
#[must_use]
pub fn seed(variable: &str) -> u64 {
    let clock = || {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
        now.as_secs() ^ u64::from(now.subsec_nanos()) << 20
    };
    setting(variable).unwrap_or_else(clock)
}

/// A number of the environment, if it is set.
///
/// # Panics
///
/// When it is set and no number.
#[must_use]
pub fn setting(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}

/// Tells something to whoever runs the tests, also when they pass.
pub fn tell(line: &str) {
    // The test harness hides what `println!` writes; this it does not.
    writeln!(std::io::stderr().lock(), "{line}").expect("standard error is open");
}
