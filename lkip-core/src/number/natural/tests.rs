//! The same tests for every kind of whole number.

extern crate std;

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use super::digits::Digits;
use super::word::Natural;
use crate::prelude::*;

/// Numbers of some digits in base 2³², with those among them that make guesses of a quotient go wrong, and the
/// numbers around the ends of digits and words.
fn numbers() -> impl Iterator<Item = Vec<u32>> {
    let edges = [0, 1, 2, 3, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE, 0xFFFF_FFFF];
    let mut state = 88_172_645_463_325_252_u64;
    let drawn = (0..2000).map(move |round| {
        let mut digits = Vec::new();
        for _ in 0..round % 9 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            digits.push(if (state >> 32).is_multiple_of(3) {
                state as u32
            } else {
                edges[state as u32 as usize % edges.len()]
            });
        }
        digits
    });
    boundaries().into_iter().chain(drawn)
}

/// 2ⁿ and its neighbours for every n about which a representation changes.
fn boundaries() -> Vec<Vec<u32>> {
    let mut numbers = vec![vec![], vec![1], vec![2], vec![3]];
    for digits in 1..6 {
        let power = |low: u32| {
            (0..=digits).map(move |place| {
                if place == digits {
                    1
                } else if place == 0 {
                    low
                } else {
                    0
                }
            })
        };
        numbers.push(vec![u32::MAX; digits]);
        numbers.push([vec![u32::MAX - 1], vec![u32::MAX; digits - 1]].concat());
        for low in [0, 1, 2] {
            numbers.push(power(low).collect());
        }
    }
    numbers
}

macro_rules! tests_of {
    ($module:ident, $Whole:ident) => {
        mod $module {
            use super::*;

            fn number(digits: &[u32]) -> $Whole {
                digits.iter().rev().fold($Whole::from(0), |number, digit| {
                    (&number * &$Whole::from(1 << 32)).plus(&$Whole::from(u128::from(*digit)))
                })
            }

            fn numbers() -> impl Iterator<Item = $Whole> {
                super::numbers().map(|digits| number(&digits))
            }

            #[test]
            fn quotient_and_rest_make_the_number_again() {
                let mut divided = 0;
                for a in numbers() {
                    for b in numbers().take(200).filter(|b| !b.is_zero()) {
                        let (quotient, rest) = a.div_rem(&b);
                        assert!(rest < b);
                        assert_eq!((&quotient * &b).plus(&rest), a);
                        divided += 1;
                    }
                }
                assert!(divided > 300_000);
            }

            #[test]
            fn what_is_added_is_taken_away_again() {
                for a in numbers() {
                    for b in numbers().take(200) {
                        let sum = a.plus(&b);
                        assert_eq!(sum, b.plus(&a));
                        assert_eq!(sum.minus(&b), a);
                        assert_eq!(sum.cmp(&a), if b.is_zero() { Ordering::Equal } else { Ordering::Greater });
                        assert_eq!((&sum * &sum).minus(&(&a * &a)), &b * &sum.plus(&a));
                    }
                }
            }

            #[test]
            fn small_numbers_are_those_of_the_machine() {
                let small = |number: &$Whole| number.to_u128();
                for (a, b) in numbers().zip(numbers().skip(1)) {
                    let (Some(x), Some(y)) = (small(&a), small(&b)) else { continue };
                    assert_eq!($Whole::from(x), a);
                    assert_eq!(a.to_text(0), x.to_string());
                    assert_eq!(a.cmp(&b), x.cmp(&y));
                    assert_eq!(a.is_odd(), x % 2 == 1);
                    assert_eq!(a.is_one(), x == 1);
                    assert_eq!(small(&a.plus(&b)), x.checked_add(y));
                    assert_eq!(small(&(&a * &b)), x.checked_mul(y));
                    if x >= y {
                        assert_eq!(small(&a.minus(&b)), Some(x - y));
                    }
                    assert_eq!(small(&a.div_rem(&b).0), Some(x.checked_div(y).unwrap_or(0)));
                    assert_eq!(small(&a.div_rem(&b).1), Some(x.checked_rem(y).unwrap_or(0)));
                }
            }

            #[test]
            fn equal_numbers_have_one_form() {
                // Long numbers that became short again are those that were short from the beginning.
                let long = number(&[7; 9]);
                for a in numbers() {
                    let again = [
                        a.plus(&long).minus(&long),
                        (&a * &long).div_rem(&long).0,
                        (&a * &long).plus(&$Whole::from(0)).div_rem(&long).0,
                        long.plus(&a).div_rem(&long).1,
                    ];
                    let is_below = a < long;
                    for again in again.iter().take(if is_below { 4 } else { 3 }) {
                        assert_eq!(*again, a);
                        assert_eq!(hash(again), hash(&a));
                    }
                    assert_eq!((&a * &long).gcd(&long), long);
                }
            }

            #[test]
            fn a_common_divisor_divides_both_and_leaves_nothing_common() {
                for (a, b) in numbers().zip(numbers().skip(3)).filter(|(a, b)| !a.is_zero() && !b.is_zero()) {
                    let divisor = a.gcd(&b);
                    let ((a, a_rest), (b, b_rest)) = (a.div_rem(&divisor), b.div_rem(&divisor));
                    assert!(a_rest.is_zero() && b_rest.is_zero());
                    assert!(a.gcd(&b).is_one());
                }
                let (zero, seven) = ($Whole::from(0), $Whole::from(7));
                assert_eq!((zero.gcd(&seven), seven.gcd(&zero), zero.gcd(&zero)), (seven.clone(), seven, zero));
            }

            #[test]
            fn powers_of_ten_are_written_with_zeros() {
                for exponent in (0..45).chain([100]) {
                    let power = format!("1{}", "0".repeat(exponent as usize));
                    assert_eq!($Whole::power_of_ten(exponent).to_text(0), power);
                }
                assert_eq!($Whole::from(0).to_text(0), "0");
            }

            #[test]
            fn the_point_stands_before_the_last_places() {
                for a in numbers() {
                    let digits = a.to_text(0);
                    for places in [1, 2, 4, 9, 18, 19, 20, 37, 38, 39, 40, 60] {
                        let whole = format!("{digits:0>width$}", width = places as usize + 1);
                        let (before, behind) = whole.split_at(whole.len() - places as usize);
                        assert_eq!(a.to_text(places), format!("{before}.{behind}"));
                    }
                }
                let text = |number: u128, places| $Whole::from(number).to_text(places);
                for (number, places, expected) in [
                    (0, 1, "0.0"),
                    (0, 9, "0.000000000"),
                    (5, 3, "0.005"),
                    (500, 3, "0.500"),
                    (1_234_567_890, 9, "1.234567890"),
                    (1_234_567_890, 10, "0.1234567890"),
                    (10_u128.pow(28), 28, "1.0000000000000000000000000000"),
                    (u128::MAX, 0, "340282366920938463463374607431768211455"),
                    (u128::MAX, 38, "3.40282366920938463463374607431768211455"),
                ] {
                    assert_eq!(text(number, places), expected);
                }
            }
        }
    };
}

tests_of!(long, Digits);
tests_of!(any, Natural);

fn hash(number: &impl Hash) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    number.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn words_and_digits_say_the_same() {
    let both = |digits: &[u32]| {
        let long = digits.iter().rev().fold(Digits::from(0), |number, digit| {
            (&number * &Digits::from(1 << 32)).plus(&Digits::from(u128::from(*digit)))
        });
        let any = digits.iter().rev().fold(Natural::from(0), |number, digit| {
            (&number * &Natural::from(1 << 32)).plus(&Natural::from(u128::from(*digit)))
        });
        (long, any)
    };
    let same = |long: &Digits, any: &Natural| assert_eq!(long.to_text(0), any.to_text(0));
    let others: Vec<_> = numbers().take(150).map(|digits| both(&digits)).collect();
    for (a, x) in numbers().map(|digits| both(&digits)) {
        for (b, y) in &others {
            same(&a.plus(b), &x.plus(y));
            same(&(&a * b), &(&x * y));
            same(&a.gcd(b), &x.gcd(y));
            let ((quotient, rest), (other, another)) = (a.div_rem(b), x.div_rem(y));
            same(&quotient, &other);
            same(&rest, &another);
            assert_eq!(a.cmp(b), x.cmp(y));
        }
    }
}
