//! Many random cases, on every processor.

use std::collections::BTreeMap;

use crate::random::setting;

/// How many cases there were of each kind.
pub type Counts = BTreeMap<String, usize>;

/// Runs `cases` on every processor and adds up what was counted.
///
/// # Panics
///
/// When a case does.
pub fn on_every_processor(cases: usize, seed: u64, run: impl Fn(usize, u64) -> Counts + Sync) -> Counts {
    let workers = std::thread::available_parallelism().map_or(1, Into::into);
    let mut counts = Counts::new();
    std::thread::scope(|scope| {
        let start = |worker: usize| {
            let (share, run) = (cases.div_ceil(workers), &run);
            let seed = seed.wrapping_add(u64::try_from(worker).unwrap().wrapping_mul(0x5851_f42d_4c95_7f2d));
            scope.spawn(move || run(share, seed))
        };
        let threads: Vec<_> = (0..workers).map(start).collect();
        for thread in threads {
            for (kind, number) in thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
                *counts.entry(kind).or_default() += number;
            }
        }
    });
    counts
}

/// How many cases are wanted: those of the environment, or else the default.
///
/// # Panics
///
/// When the environment holds no count.
#[must_use]
pub fn cases(default: usize) -> usize {
    setting("LKIP_ORACLE_CASES").map_or(default, |cases| usize::try_from(cases).expect("a count"))
}
