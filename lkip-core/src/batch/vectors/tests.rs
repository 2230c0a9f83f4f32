//! The loops give the same whatever vectors run them.

use pulp::x86::{V3, V4};

use super::*;
use crate::batch::kernel::Between;
use crate::batch::plan::SMALL;
use crate::prelude::*;
use crate::rules;

/// Not a multiple of any vector: the rows that are left over are computed too.
const ROWS: usize = 509;

#[derive(Debug, Default, PartialEq, Eq)]
struct Made {
    any: bool,
    percent: Vec<i64>,
    category: Vec<u16>,
    marked: Vec<u8>,
    units: Vec<i64>,
    fraction: Vec<i64>,
}

/// What is in rows: small, large, beside their bounds, and equal; or short numbers only, most of them not far from their target.
fn inputs(are_short: bool) -> ([Vec<i64>; 2], Vec<Polarity>) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.cast_signed()
    };
    let mut column = || -> Vec<i64> {
        let edges = [0, 1, -1, 2, 10_000, SMALL - 1, SMALL, SMALL + 1, i64::MAX, i64::MIN];
        let mut number = |row: usize| edges.get(row).copied().unwrap_or(next() & (i64::MAX >> (row % 63)));
        (0..ROWS).map(|row| number(row / 2)).collect()
    };
    let (mut target, mut realization) = (column(), column());
    realization.rotate_left(7);
    if are_short {
        let short = |number: i64| 1 + (number & i64::MAX) % ((1 << 30) - 1);
        target.iter_mut().for_each(|number| *number = short(*number));
        let part = |(target, number): (&i64, &i64)| 1 + short(*number) % (2 * *target).min((1 << 30) - 1);
        realization = target.iter().zip(&realization).map(part).collect();
    }
    let polarities = [Polarity::Higher, Polarity::Lower, Polarity::OnTarget];
    ([target, realization], (0..ROWS).map(|row| polarities[row % 3]).collect())
}

fn made<const FORMULA: u8, const CUTS: usize, const KIND: u8>(
    plan: &Plan,
    (exact, are_short): (usize, bool),
    run: impl FnOnce(Dispatched<Percentages<'_, FORMULA, CUTS, KIND>>) -> bool,
) -> Made {
    let ([target, realization], polarities) = inputs(are_short);
    let mut made = Made {
        any: false,
        percent: vec![0; ROWS],
        category: vec![0; ROWS],
        marked: vec![0; ROWS],
        units: vec![0; exact],
        fraction: vec![0; exact],
    };
    let rows = Rows {
        target: &target,
        realization: &realization,
        polarities: &polarities,
        percent: &mut made.percent,
        category: &mut made.category,
        marked: &mut made.marked,
        between: &mut Between::default(),
        units: &mut made.units,
        fraction: &mut made.fraction,
    };
    let any = run(Dispatched(Percentages { plan, rows }));
    Made { any, ..made }
}

/// The same with every kind of vectors that this processor has.
fn same<const FORMULA: u8, const CUTS: usize, const KIND: u8>(plan: &Plan) {
    for kind in [(0, false), (ROWS, false), (0, true), (ROWS, true)] {
        let expected = made::<FORMULA, CUTS, KIND>(plan, kind, |own| own.0.run());
        assert_eq!(expected.any, expected.marked.contains(&1));
        assert!(expected.any || kind.1, "some rows go another way");
        assert!(expected.marked.contains(&0), "others do not");
        if let Some(vectors) = V3::try_new() {
            assert_eq!(made::<FORMULA, CUTS, KIND>(plan, kind, |own| vectors.vectorize(own)), expected);
        }
        if let Some(vectors) = V4::try_new() {
            assert_eq!(made::<FORMULA, CUTS, KIND>(plan, kind, |own| vectors.vectorize(own)), expected);
        }
        // So does the long loop where the short one is taken.
        let long = made::<FORMULA, CUTS, KIND>(plan, kind, |Dispatched(Percentages { plan, rows })| {
            kernel::rows::<FORMULA, CUTS, KIND>(plan, rows)
        });
        assert_eq!(long, expected);
    }
}

/// Whether short numbers take the short loop.
fn takes_short<const FORMULA: u8, const KIND: u8>(plan: &Plan, are_short: bool) -> bool {
    let mut is_done = false;
    made::<FORMULA, FEW_CUTS, KIND>(plan, (0, are_short), |Dispatched(Percentages { plan, mut rows })| {
        is_done = short::rows::<FORMULA, KIND>(plan, &mut rows);
        is_done
    });
    is_done
}

#[test]
fn short_numbers_take_the_short_loop_and_others_do_not() {
    let plan = Plan::achievement(&rules::rule_set("bkd-ntt-2021").unwrap()).unwrap();
    for (are_short, expected) in [(true, true), (false, false)] {
        assert_eq!(takes_short::<{ kernel::HIGHER }, { kernel::CUT_OFF }>(&plan, are_short), expected);
        assert_eq!(takes_short::<{ kernel::TWICE }, { kernel::ROUNDED }>(&plan, are_short), expected);
        assert_eq!(takes_short::<{ kernel::ON_TARGET }, { kernel::HELD }>(&plan, are_short), expected);
        assert_eq!(takes_short::<{ kernel::MIXED }, { kernel::CUT_OFF }>(&plan, are_short), expected);
    }
}

#[test]
fn rows_without_room_are_marked() {
    let plan = Plan::achievement(&rules::rule_set("bkd-ntt-2021").unwrap()).unwrap();
    let numbers = vec![1; CHUNK + 1];
    let (mut percent, mut category, mut marked) = (numbers.clone(), vec![0; numbers.len()], vec![0; numbers.len()]);
    let rows = Rows {
        target: &numbers,
        realization: &numbers,
        polarities: &[],
        percent: &mut percent,
        category: &mut category,
        marked: &mut marked,
        between: &mut Between::default(),
        units: &mut [],
        fraction: &mut [],
    };
    assert!(compute(&plan, Some(Polarity::Higher), rows));
    assert!(marked.iter().all(|marked| *marked == 1));
}

#[test]
fn all_vectors_give_the_same() {
    let plans = rules::rule_set_ids().filter_map(|id| Plan::achievement(&rules::rule_set(id).unwrap()));
    let plans: Vec<Plan> = plans.collect();
    assert!(plans.len() > 5, "rule sets have plans");
    for plan in plans {
        same::<{ kernel::HIGHER }, MOST_CUTS, { kernel::ROUNDED }>(&plan);
        same::<{ kernel::TWICE }, MOST_CUTS, { kernel::ROUNDED }>(&plan);
        same::<{ kernel::INVERTED }, MOST_CUTS, { kernel::HELD }>(&plan);
        same::<{ kernel::ON_TARGET }, MOST_CUTS, { kernel::HELD }>(&plan);
        same::<{ kernel::MIXED }, MOST_CUTS, { kernel::HELD }>(&plan);
        same::<{ kernel::MIXED_INVERTED }, MOST_CUTS, { kernel::HELD }>(&plan);
        if plan.bands.above_zero().len() <= FEW_CUTS {
            same::<{ kernel::HIGHER }, FEW_CUTS, { kernel::CUT_OFF }>(&plan);
            same::<{ kernel::HIGHER }, FEW_CUTS, { kernel::ROUNDED }>(&plan);
            same::<{ kernel::MIXED }, FEW_CUTS, { kernel::HELD }>(&plan);
        }
    }
}
