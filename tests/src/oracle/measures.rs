//! What the measures of a report give: formulas of realizations, changes, budgets, efficiency, quarters.

use super::exact::{Exact, exact, hundred, rounded, text_of};
use super::policy::RoundingWay;
use dashu_int::{IBig, UBig};

/// A value that enters a measure.
#[derive(Clone, Debug)]
pub enum Term {
    /// A decimal as it is written.
    Decimal(String),
    /// A quotient of whole numbers.
    Quotient(i32, i32),
    /// There is none.
    Missing,
}

impl Term {
    /// The value, if there is one.
    #[must_use]
    pub fn exact(&self) -> Option<Exact> {
        match self {
            Self::Decimal(text) => Some(exact(text)),
            Self::Quotient(above, below) => Some(Exact::from(IBig::from(*above)) / Exact::from(IBig::from(*below))),
            Self::Missing => None,
        }
    }

    /// How many places it is written with; nothing where it is no decimal.
    fn places(&self) -> Option<usize> {
        match self {
            Self::Decimal(text) => Some(text.split_once('.').map_or(0, |(_, fraction)| fraction.len())),
            Self::Quotient(..) => self.exact().and_then(|value| shortest(&value, 0)).map(|text| places_of(&text)),
            Self::Missing => None,
        }
    }
}

/// Which figure is measured, and of what.
#[derive(Clone, Debug)]
pub enum Measure {
    /// The sum; of amounts of rupiah or of numbers.
    Sum(Vec<Term>, bool),
    /// The first less all others.
    Difference(Vec<Term>, bool),
    /// Parts of wholes in percent.
    Ratio(Vec<Term>, Vec<Term>),
    /// Parts by wholes.
    Quotient(Vec<Term>, Vec<Term>),
    /// The mean of those that have a value.
    Mean(Vec<Term>),
    /// Each with its weight.
    WeightedMean(Vec<(String, Term)>),
    /// Scores, the places of the weight, the highest score.
    Skm(Vec<Term>, Option<usize>, String),
    /// Structure and process.
    Kelembagaan(Vec<Term>, Vec<Term>),
    /// Components.
    Itkp(Vec<Term>),
    /// Before and now.
    Change(Term, Term),
    /// Before and now; whether they are percentages.
    Points(Term, Term, bool),
    /// Allocation and spending.
    Absorption(Term, Term),
    /// Allocation and spending.
    Remainder(Term, Term),
    /// Amounts.
    Total(Vec<Term>),
    /// The method, allocation, spending and achievement, and whether the target is met.
    Efficiency(&'static str, [Term; 3], Option<bool>),
    /// How quarters make the year, and the quarters.
    Quarters(&'static str, Vec<Term>),
}

/// What a measure comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Exact and as it is reported.
    Value(String, String),
    /// Nothing, by that reason.
    None(&'static str),
    /// The operands cannot be.
    Refused,
}

/// The roundings of a rule set.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Of every figure for which no other is declared.
    pub all: RoundingWay,
    /// Of computed realizations.
    pub realization: Option<RoundingWay>,
    /// Of changes.
    pub growth: Option<RoundingWay>,
    /// Of absorption.
    pub absorption: Option<RoundingWay>,
    /// Of efficiency.
    pub efficiency: Option<RoundingWay>,
}

/// How a value is reported.
enum Report<'a> {
    Rounded(&'a RoundingWay),
    /// With at least so many places; by the rounding where it is no decimal of 28 digits.
    AsItIs(usize, &'a RoundingWay),
}

impl Measure {
    /// The rounding that decides where its ties are.
    #[must_use]
    pub fn way<'a>(&self, ways: &'a Ways) -> &'a RoundingWay {
        let declared = match self {
            Self::Change(..) | Self::Points(..) => &ways.growth,
            Self::Absorption(..) => &ways.absorption,
            Self::Efficiency(..) => &ways.efficiency,
            Self::Remainder(..) | Self::Total(_) => &None,
            _ => &ways.realization,
        };
        declared.as_ref().unwrap_or(&ways.all)
    }

    /// What it comes to.
    #[must_use]
    pub fn expected(&self, ways: &Ways) -> Given {
        if self.is_refused() {
            return Given::Refused;
        }
        let value = match self.value() {
            Ok(value) => value,
            Err(reason) => return Given::None(reason),
        };
        let reported = match self.report(&value, ways) {
            Report::Rounded(way) => rounded(&value, way.mode, way.places),
            Report::AsItIs(places, way) => shortest(&value, places).or_else(|| rounded(&value, way.mode, way.places)),
        };
        reported.map_or(Given::None("too_large"), |reported| Given::Value(text_of(&value), reported))
    }

    fn is_refused(&self) -> bool {
        let zero = Exact::ZERO;
        let negative = |terms: &[Term]| present(terms).iter().any(|value| *value < zero);
        match self {
            Self::Ratio(part, whole) => negative(part) || negative(whole),
            Self::Skm(of, _, highest) => present(of).iter().any(|score| *score < Exact::ONE || *score > exact(highest)),
            Self::Kelembagaan(structure, process) => {
                let beyond = |terms: &[Term]| negative(terms) || total(terms) > Exact::from(50u8);
                beyond(structure) || beyond(process)
            }
            Self::Itkp(of) => negative(of) || total(of) > hundred(),
            _ => false,
        }
    }

    /// The exact value, or why there is none.
    ///
    /// # Errors
    ///
    /// The reason.
    pub fn value(&self) -> Result<Exact, &'static str> {
        match self {
            Self::Sum(of, _) | Self::Itkp(of) => all(of).map(|values| sum(&values)),
            Self::Kelembagaan(structure, process) => {
                all(&[structure.as_slice(), process].concat()).map(|values| sum(&values))
            }
            Self::Difference(of, _) => {
                let values = all(of)?;
                Ok(values[0].clone() - sum(&values[1..]))
            }
            Self::Ratio(part, whole) => divided(part, whole).map(|quotient| quotient * hundred()),
            Self::Quotient(part, whole) => divided(part, whole),
            Self::Mean(of) => mean(&present(of)).ok_or("no_operand_has_value"),
            Self::WeightedMean(of) => {
                let values = all(&of.iter().map(|(_, term)| term.clone()).collect::<Vec<_>>())?;
                let weights: Vec<Exact> = of.iter().map(|(weight, _)| exact(weight)).collect();
                let whole = sum(&weights);
                let weighted: Vec<Exact> = values.iter().zip(&weights).map(|(value, weight)| value * weight).collect();
                if whole == Exact::ZERO { Err("zero_weights") } else { Ok(sum(&weighted) / whole) }
            }
            Self::Skm(of, places, highest) => {
                let scores = sum(&all(of)?);
                let weight = Exact::ONE / count(of.len());
                let weight = match places {
                    Some(places) => exact(&rounded(&weight, "half_up", *places).expect("a short weight")),
                    None => weight,
                };
                Ok(scores * weight * hundred() / exact(highest))
            }
            Self::Change(before, now) => {
                let (before, now) = (before.exact().ok_or("no_base")?, now.exact().expect("a value"));
                match before {
                    before if before == Exact::ZERO => Err("zero_base"),
                    before if before < Exact::ZERO => Err("negative_base"),
                    before => Ok((now / before - Exact::ONE) * hundred()),
                }
            }
            Self::Points(before, now, _) => Ok(now.exact().expect("a value") - before.exact().ok_or("no_base")?),
            Self::Absorption(allocation, spending) => absorption(allocation, spending),
            Self::Remainder(allocation, spending) => {
                Ok(allocation.exact().ok_or("no_allocation")? - spending.exact().ok_or("no_spending")?)
            }
            Self::Total(of) if present(of).is_empty() => Err("operand_missing"),
            Self::Total(of) => Ok(total(of)),
            Self::Efficiency(method, [allocation, spending, achieved], met) => {
                efficiency(method, allocation, spending, achieved, *met)
            }
            Self::Quarters(how, of) => {
                let values = present(of);
                let found = match *how {
                    "last" => values.last().cloned(),
                    "sum" => (!values.is_empty()).then(|| sum(&values)),
                    _ => mean(&values),
                };
                found.ok_or("no_operand_has_value")
            }
        }
    }

    fn report<'a>(&self, value: &Exact, ways: &'a Ways) -> Report<'a> {
        let sen = if value.is_int() { 0 } else { 2 };
        let way = self.way(ways);
        match self {
            Self::Sum(of, rupiah) | Self::Difference(of, rupiah) => summed(of, sen, *rupiah, ways),
            Self::Itkp(of) => summed(of, sen, false, ways),
            Self::Kelembagaan(structure, process) => {
                summed(&[structure.as_slice(), process].concat(), sen, false, ways)
            }
            Self::Points(before, now, percent) => {
                // These operands are values, not texts: they have no more places than they need.
                let places =
                    |term: &Term| term.exact().and_then(|value| shortest(&value, 0)).map(|text| places_of(&text));
                let most = places(before).max(places(now)).unwrap_or(0);
                if *percent || ways.growth.is_some() || shortest(value, 0).is_none() {
                    Report::Rounded(way)
                } else {
                    Report::AsItIs(most, &ways.all)
                }
            }
            Self::Remainder(..) | Self::Total(_) => Report::AsItIs(sen, &ways.all),
            Self::Quarters(..) => Report::AsItIs(0, way),
            _ => Report::Rounded(way),
        }
    }
}

fn summed<'a>(of: &[Term], sen: usize, rupiah: bool, ways: &'a Ways) -> Report<'a> {
    let places: Option<Vec<usize>> = of.iter().map(Term::places).collect();
    match (&ways.realization, places) {
        (Some(declared), _) if !rupiah => Report::Rounded(declared),
        (_, Some(places)) => {
            Report::AsItIs(if rupiah { sen } else { places.into_iter().max().unwrap_or(0) }, &ways.all)
        }
        (declared, None) => Report::Rounded(declared.as_ref().unwrap_or(&ways.all)),
    }
}

fn efficiency(
    method: &str,
    allocation: &Term,
    spending: &Term,
    achieved: &Term,
    met: Option<bool>,
) -> Result<Exact, &'static str> {
    let achieved = achieved.exact().expect("an achievement");
    let absorbed = absorption(allocation, spending)?;
    let (allocation, spending) = (allocation.exact().expect("absorbed"), spending.exact().expect("absorbed"));
    let positive = |value: &Exact| *value > Exact::ZERO;
    match method {
        "achievement_minus_absorption" => Ok(achieved - absorbed),
        "absorption_over_achievement" if positive(&achieved) => Ok(absorbed / achieved * hundred()),
        "output_over_input" if positive(&absorbed) => Ok(achieved / absorbed * hundred()),
        "output_over_input" => Err("no_absorption"),
        "unspent_when_met" if met.unwrap_or(achieved >= hundred()) => Ok(hundred() - absorbed),
        "unspent_when_met" => Err("target_not_met"),
        // E = ((AA × CK) − RA) ÷ (AA × CK) × 100 %, between −20 % and 20 %; NE = 50 % + E ÷ 20 × 50.
        "pmk_214" if positive(&achieved) => {
            let worth = allocation * achieved / hundred();
            let saved = (worth.clone() - spending) / worth * hundred();
            let twenty = Exact::from(20u8);
            let held = if saved > twenty {
                twenty
            } else if saved < -twenty.clone() {
                -twenty
            } else {
                saved
            };
            Ok(Exact::from(50u8) + held / Exact::from(20u8) * Exact::from(50u8))
        }
        _ => Err("no_achievement"),
    }
}

fn absorption(allocation: &Term, spending: &Term) -> Result<Exact, &'static str> {
    let (allocation, spending) = (allocation.exact().ok_or("no_allocation")?, spending.exact().ok_or("no_spending")?);
    match allocation {
        allocation if allocation < Exact::ZERO => Err("negative_allocation"),
        allocation if allocation == Exact::ZERO => Err("zero_allocation"),
        allocation => Ok(spending / allocation * hundred()),
    }
}

fn divided(part: &[Term], whole: &[Term]) -> Result<Exact, &'static str> {
    let (part, whole) = (sum(&all(part)?), sum(&all(whole)?));
    if whole == Exact::ZERO { Err("zero_whole") } else { Ok(part / whole) }
}

fn mean(values: &[Exact]) -> Option<Exact> {
    (!values.is_empty()).then(|| sum(values) / count(values.len()))
}

fn count(length: usize) -> Exact {
    Exact::from(UBig::from(length))
}

fn present(terms: &[Term]) -> Vec<Exact> {
    terms.iter().filter_map(Term::exact).collect()
}

fn total(terms: &[Term]) -> Exact {
    sum(&present(terms))
}

fn sum(values: &[Exact]) -> Exact {
    values.iter().fold(Exact::ZERO, |sum, value| sum + value)
}

fn all(terms: &[Term]) -> Result<Vec<Exact>, &'static str> {
    terms.iter().map(Term::exact).collect::<Option<_>>().ok_or("operand_missing")
}

fn places_of(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// The decimal with the fewest places that are at least so many; nothing where there is none of 28 digits.
#[must_use]
pub fn shortest(value: &Exact, places: usize) -> Option<String> {
    let ends = |places: &usize| (value * Exact::from(UBig::from(10u8).pow(*places))).is_int();
    let places = (places..=28).find(ends)?;
    rounded(value, "truncate", places)
}
