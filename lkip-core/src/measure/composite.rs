//! [`Composite`]: the formulas by which an indicator's realization is made of other values.

use super::achievement::Step;
use super::calculation::{Found, Shape};
use super::{Calculation, Exact, Label, Operand, Unit, Value, check_weight};
use crate::error::{Code, Detail, Error, Errors};
use crate::language::{Language, Text, bilingual};
use crate::number::{Mode, Number, Ratio, Rounding};
use crate::outcome::{Reason, ReasonCode};
use crate::plain::{Problems, choices};
use crate::prelude::*;
use crate::rules::{Figure, Formula, Method, RuleSet};
use crate::text::{join, size};

choices! {
    /// Which regulation a SAKIP evaluation follows.
    pub enum SakipEdition {
        /// PermenPANRB 12/2015: five components.
        Of2015 = "12/2015",
        /// PermenPANRB 88/2021: four components.
        Of2021 = "88/2021",
    }
}

/// A component of a SAKIP evaluation and its weight, which is the most that it can have.
struct Component(Text, u8);

impl SakipEdition {
    const fn formula(self) -> Formula {
        match self {
            Self::Of2015 => Formula::Sakip2015,
            Self::Of2021 => Formula::Sakip2021,
        }
    }

    /// The components in the regulation's order.
    const fn components(self) -> &'static [Component] {
        match self {
            Self::Of2015 => &[
                Component(PLANNING, 30),
                Component(MEASUREMENT, 25),
                Component(REPORTING, 15),
                Component(EVALUATION, 10),
                Component(RESULTS, 20),
            ],
            Self::Of2021 => &[
                Component(PLANNING, 30),
                Component(MEASUREMENT, 30),
                Component(REPORTING, 15),
                Component(EVALUATION_OF_ACCOUNTABILITY, 25),
            ],
        }
    }
}

const PLANNING: Text = bilingual!("Perencanaan Kinerja", "Performance planning");
const MEASUREMENT: Text = bilingual!("Pengukuran Kinerja", "Performance measurement");
const REPORTING: Text = bilingual!("Pelaporan Kinerja", "Performance reporting");
const EVALUATION: Text = bilingual!("Evaluasi Internal", "Internal evaluation");
const EVALUATION_OF_ACCOUNTABILITY: Text =
    bilingual!("Evaluasi Akuntabilitas Kinerja Internal", "Internal evaluation of performance accountability");
const RESULTS: Text = bilingual!("Pencapaian Sasaran Kinerja", "Achievement of objectives");
const STRUCTURE: Text = bilingual!("Dimensi struktur", "Structure");
const PROCESS: Text = bilingual!("Dimensi proses", "Process");
const TOTAL: Text = bilingual!("Jumlah komponen", "The sum of the components");
const THIS_VALUE: Text = bilingual!("Nilai ini", "This value");
const AT_LEAST_ONE: Text = bilingual!("paling sedikit satu", "at least one");
const UP_TO_A_HUNDRED: Text = bilingual!("1 sampai 100", "1 to 100");

/// A product of more values is longer than anything that a report has.
const MOST_FACTORS: usize = 100;

/// Bounds that values are held against; without any, every value is inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountBounds {
    /// Values above it (>).
    pub above: Option<Number>,
    /// Values that are not below it (≥).
    pub at_least: Option<Number>,
    /// Values below it (<).
    pub below: Option<Number>,
    /// Values that are not above it (≤).
    pub at_most: Option<Number>,
}

impl CountBounds {
    /// Whether a value lies inside every bound.
    #[must_use]
    pub fn hold(&self, value: &Ratio) -> bool {
        let holds = |bound: Option<Number>, held: fn(&Ratio, &Ratio) -> bool| {
            bound.is_none_or(|bound| held(value, &Ratio::from(bound)))
        };
        holds(self.above, |value, bound| value > bound)
            && holds(self.at_least, |value, bound| value >= bound)
            && holds(self.below, |value, bound| value < bound)
            && holds(self.at_most, |value, bound| value <= bound)
    }

    /// Whether there is no bound.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How a value is made of others (rumus). Operands that have no value leave the formula without one, except in a
/// mean, a count and a share, which are of those that have.
///
/// ```
/// use lkip_core::measure::{Composite, Operand, Unit};
/// use lkip_core::{Number, rules};
/// let scores = ["3.55", "3.40", "3.42", "3.44", "3.45", "3.40", "3.30", "3.357", "3.40"];
/// let score = |text: &&str| Ok(Operand::new("", text.parse::<Number>()?));
/// let of = scores.iter().map(score).collect::<Result<Vec<_>, lkip_core::Error>>()?;
/// let skm = Composite::Skm { of, weight_places: Some(3), highest: Number::from(4) };
/// let rules = rules::rule_set("setda-kaltim-2021")?;
/// let index = skm.calculate(Unit::Number, &rules)?;
/// assert_eq!(index.value().map(|value| value.reported.to_string()).as_deref(), Some("85.24"));
/// # Ok::<(), lkip_core::Errors>(())
/// ```
#[doc(alias = "rumus")]
#[derive(Clone, Debug, PartialEq)]
pub enum Composite {
    /// Sum of the parts ÷ sum of the wholes × 100 %. None is below zero.
    Ratio {
        /// What stands above the line (pembilang).
        part: Vec<Operand>,
        /// What stands below it (penyebut).
        whole: Vec<Operand>,
    },
    /// Sum of the parts ÷ sum of the wholes.
    Quotient {
        /// What stands above the line (pembilang).
        part: Vec<Operand>,
        /// What stands below it (penyebut).
        whole: Vec<Operand>,
    },
    /// The sum.
    Sum(Vec<Operand>),
    /// The first less all others.
    Difference(Vec<Operand>),
    /// The mean of those that have a value.
    Mean(Vec<Operand>),
    /// Sum of weight × value ÷ sum of the weights.
    WeightedMean(Vec<Operand>),
    /// The n-th root of the product; none is below zero.
    GeometricMean(Vec<Operand>),
    /// How many have a value, or one inside the bounds.
    Count {
        /// The values.
        of: Vec<Operand>,
        /// The bounds.
        bounds: CountBounds,
    },
    /// That number ÷ how many have a value × 100 %.
    Share {
        /// The values.
        of: Vec<Operand>,
        /// The bounds.
        bounds: CountBounds,
    },
    /// The public satisfaction index of PermenPANRB 14/2017.
    Skm {
        /// The mean score of each element (NRR per unsur), between 1 and the highest.
        of: Vec<Operand>,
        /// Decimal places to which the weight 1/n is rounded; nothing leaves it exact.
        weight_places: Option<u32>,
        /// The highest score of an answer, as a rule 4.
        highest: Number,
    },
    /// The sum of the components of a SAKIP evaluation, each between zero and its weight.
    SakipEvaluation {
        /// The regulation.
        edition: SakipEdition,
        /// One score for each component, in the regulation's order.
        of: Vec<Operand>,
    },
    /// The institutional index: each dimension sums to something between 0 and 50.
    Kelembagaan {
        /// The scores of the dimension of structure.
        structure: Vec<Operand>,
        /// The scores of the dimension of process.
        process: Vec<Operand>,
    },
    /// The procurement governance index: the sum of its components, between 0 and 100.
    Itkp(Vec<Operand>),
}

impl Composite {
    /// The value under a rule set, in a unit; a ratio and a share are percentages and a count is a number in any case.
    ///
    /// # Errors
    ///
    /// Every mistake at once, each with its place (`of[2]`): [`Code::ComponentOutOfRange`],
    /// [`Code::OperandCount`], [`Code::NegativeOperand`], [`Code::WeightMissing`], [`Code::NegativeWeight`],
    /// [`Code::HighestTooLow`], [`Code::PlacesOutOfRange`].
    pub fn calculate(self, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
        match self {
            Self::Ratio { part, whole } => {
                let mut problems = Problems::default();
                not_negative(&part, "part", &mut problems);
                not_negative(&whole, "whole", &mut problems);
                problems.done()?;
                quotient(Formula::RatioOfSums, part, whole, Unit::Percent, rules)
            }
            Self::Quotient { part, whole } => quotient(Formula::Quotient, part, whole, unit, rules),
            Self::Sum(of) => sum(Formula::Sum, of, unit, rules),
            Self::Difference(of) => difference(of, unit, rules),
            Self::Mean(of) => mean(of, unit, rules),
            Self::WeightedMean(of) => weighted_mean(of, unit, rules),
            Self::GeometricMean(of) => geometric_mean(of, unit, rules),
            Self::Count { of, bounds } => count(of, bounds, rules),
            Self::Share { of, bounds } => share(of, bounds, rules),
            Self::Skm { of, weight_places, highest } => skm(of, weight_places, highest, unit, rules),
            Self::SakipEvaluation { edition, of } => sakip(edition, of, unit, rules),
            Self::Kelembagaan { structure, process } => kelembagaan(structure, process, unit, rules),
            Self::Itkp(of) => itkp(of, unit, rules),
        }
    }
}

fn quotient(
    formula: Formula,
    part: Vec<Operand>,
    whole: Vec<Operand>,
    unit: Unit,
    rules: &RuleSet,
) -> Result<Calculation, Errors> {
    let mut problems = Problems::default();
    problems.note(some(&part, "part"));
    problems.note(some(&whole, "whole"));
    problems.done()?;
    let parts = part.len();
    let mut operands = part;
    operands.extend(whole);
    let found = all(&operands).and_then(|mut values| {
        let below = Ratio::sum(values.split_off(parts));
        let percent = if formula == Formula::RatioOfSums { Ratio::hundred() } else { Ratio::from(1) };
        let above = Ratio::sum(values) * percent;
        (above / below).ok_or_else(|| Reason::new(ReasonCode::ZeroWhole))
    });
    Ok(made(formula, operands, Shape::Parts(parts), unit, rules, found))
}

fn sum(formula: Formula, of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let found = all(&of).map(Ratio::sum);
    Ok(summed(formula, of, unit, rules, found))
}

fn difference(of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let found = all(&of).map(|values| {
        let mut signed = Vec::with_capacity(values.len());
        for (place, value) in values.into_iter().enumerate() {
            signed.push(if place == 0 { value } else { -value });
        }
        Ratio::sum(signed)
    });
    Ok(summed(Formula::Difference, of, unit, rules, found))
}

fn mean(of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let values = present(&of);
    let number = Ratio::from(values.len());
    let found = (Ratio::sum(values) / number).ok_or_else(|| Reason::new(ReasonCode::NoOperandHasValue));
    Ok(made(Formula::MeanOfValues, of, Shape::Plain, unit, rules, found))
}

fn weighted_mean(of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let mut problems = Problems::default();
    for (index, operand) in of.iter().enumerate() {
        let checked = check_weight(operand.weight, Method::Weighted);
        problems.note(checked.map_err(|error| error.within("weight").at(index).within("of")));
    }
    problems.done()?;
    let weights = each(&of, &mut |operand| Ratio::from(operand.weight.unwrap_or_default()));
    let found = all(&of).and_then(|values| {
        let mut weighted = Vec::with_capacity(values.len());
        for (value, weight) in values.iter().zip(&weights) {
            weighted.push(value.times(weight));
        }
        (Ratio::sum(weighted) / Ratio::sum(weights.clone())).ok_or_else(|| Reason::new(ReasonCode::ZeroWeights))
    });
    Ok(made(Formula::WeightedMeanOfValues, of, Shape::Plain, unit, rules, found))
}

fn geometric_mean(of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    let mut problems = Problems::default();
    if of.is_empty() || of.len() > MOST_FACTORS {
        let error = Error::new(Code::OperandCount).number("found", number_of(of.len()));
        problems.add(error.word("expected", "1-100", UP_TO_A_HUNDRED).within("of"));
    }
    not_negative(&of, "of", &mut problems);
    problems.done()?;
    let degree = u32::try_from(of.len()).unwrap_or(1);
    let found = all(&of).map(|values| Found {
        exact: Exact::Root { radicand: values.iter().fold(Ratio::from(1), |product, v| product.times(v)), degree },
        unit,
        rounding: Some(rules.rounding_of(Figure::Realization)),
    });
    Ok(Calculation::new(Formula::GeometricMean, of, Shape::Plain, rules, found))
}

fn count(of: Vec<Operand>, bounds: CountBounds, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let values = present(&of);
    let inside = values.iter().filter(|value| bounds.hold(value)).count();
    // Without a bound, that nothing has a value is what was counted.
    let found = if values.is_empty() && !bounds.is_empty() {
        Err(Reason::new(ReasonCode::NoOperandHasValue))
    } else {
        Ok(Found { exact: Exact::Ratio(Ratio::from(inside)), unit: Unit::Number, rounding: None })
    };
    let mut calculation = Calculation::new(Formula::Count, of, Shape::Counted { inside, bounds }, rules, found);
    // A count has no decimals, whatever the values have.
    calculation.outcome = calculation.outcome.map(|value| Value { reported: number_of(inside), ..value });
    Ok(calculation)
}

fn share(of: Vec<Operand>, bounds: CountBounds, rules: &RuleSet) -> Result<Calculation, Errors> {
    some(&of, "of")?;
    let values = present(&of);
    let inside = values.iter().filter(|value| bounds.hold(value)).count();
    let found = (Ratio::from(inside) * Ratio::hundred() / Ratio::from(values.len()))
        .ok_or_else(|| Reason::new(ReasonCode::NoOperandHasValue));
    Ok(made(Formula::Share, of, Shape::Counted { inside, bounds }, Unit::Percent, rules, found))
}

fn skm(
    of: Vec<Operand>,
    weight_places: Option<u32>,
    highest: Number,
    unit: Unit,
    rules: &RuleSet,
) -> Result<Calculation, Errors> {
    let mut problems = Problems::default();
    problems.note(some(&of, "of"));
    let rounding = weight_places.map(|places| Rounding::new(Mode::HalfUp, places)).transpose();
    let rounding = problems.note(rounding.map_err(|error| error.within("weight_places"))).flatten();
    if Ratio::from(highest) <= Ratio::from(1) {
        problems.add(Error::new(Code::HighestTooLow).number("value", highest).within("highest"));
    } else {
        for (index, operand) in of.iter().enumerate() {
            let checked = inside(operand, operand.ratio().ok(), Number::from(1), highest);
            problems.note(checked.map_err(|error| error.at(index).within("of")));
        }
    }
    problems.done()?;
    let exact = (Ratio::from(1) / Ratio::from(of.len())).unwrap_or_else(Ratio::zero);
    let rounded = rounding.and_then(|rounding| exact.round(rounding)).map(Ratio::from);
    let weight = rounded.clone().unwrap_or(exact);
    let found = all(&of).and_then(|scores| {
        let scaled = Ratio::sum(scores) * weight.clone() * Ratio::hundred();
        (scaled / Ratio::from(highest)).ok_or_else(|| Reason::new(ReasonCode::ZeroWhole))
    });
    let mut made = made(Formula::Skm, of, Shape::Skm { weight, highest }, unit, rules, found);
    append(&mut made.steps, rounded.map(|value| Step { formula: Formula::SkmWeight, value }));
    Ok(made)
}

fn sakip(edition: SakipEdition, mut of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    let components = edition.components();
    if of.len() != components.len() {
        let error = Error::new(Code::OperandCount).number("found", number_of(of.len()));
        return Err(error.number("expected", number_of(components.len())).within("of").into());
    }
    let mut problems = Problems::default();
    for (index, (operand, Component(name, weight))) in of.iter_mut().zip(components).enumerate() {
        if operand.label == Label::Unnamed {
            operand.label = Label::Word(*name);
        }
        let checked = inside(operand, operand.ratio().ok(), Number::ZERO, Number::from(*weight));
        problems.note(checked.map_err(|error| error.at(index).within("of")));
    }
    problems.done()?;
    sum(edition.formula(), of, unit, rules)
}

fn kelembagaan(
    structure: Vec<Operand>,
    process: Vec<Operand>,
    unit: Unit,
    rules: &RuleSet,
) -> Result<Calculation, Errors> {
    let mut problems = Problems::default();
    let mut operands = Vec::new();
    for (mut of, name, word) in [(structure, "structure", STRUCTURE), (process, "process", PROCESS)] {
        problems.note(some(&of, name));
        not_negative(&of, name, &mut problems);
        if let [only] = of.as_mut_slice()
            && only.label == Label::Unnamed
        {
            only.label = Label::Word(word);
        }
        let dimension = Operand::new(word, Number::ZERO);
        let total = Ratio::sum(present(&of));
        let checked = inside(&dimension, Some(total).filter(|total| !total.is_negative()), Number::ZERO, 50.into());
        problems.note(checked.map_err(|error| error.within(name)));
        operands.extend(of);
    }
    problems.done()?;
    sum(Formula::Kelembagaan, operands, unit, rules)
}

fn itkp(of: Vec<Operand>, unit: Unit, rules: &RuleSet) -> Result<Calculation, Errors> {
    let mut problems = Problems::default();
    not_negative(&of, "of", &mut problems);
    let total = Ratio::sum(present(&of));
    let checked = inside(
        &Operand::new(TOTAL, Number::ZERO),
        Some(total).filter(|total| !total.is_negative()),
        Number::ZERO,
        Number::HUNDRED,
    );
    problems.note(checked.map_err(|error| error.within("of")));
    problems.done()?;
    sum(Formula::Itkp, of, unit, rules)
}

/// A value that is rounded as computed realizations are.
fn made(
    formula: Formula,
    operands: Vec<Operand>,
    shape: Shape,
    unit: Unit,
    rules: &RuleSet,
    found: Result<Ratio, Reason>,
) -> Calculation {
    let rounding = Some(rules.rounding_of(Figure::Realization));
    let found = found.map(|exact| Found { exact: Exact::Ratio(exact), unit, rounding });
    Calculation::new(formula, operands, shape, rules, found)
}

/// A sum or a difference of decimals is one: it is rounded only where the rules say so for realizations.
fn summed(
    formula: Formula,
    operands: Vec<Operand>,
    unit: Unit,
    rules: &RuleSet,
    found: Result<Ratio, Reason>,
) -> Calculation {
    let decimal = operands.iter().all(|operand| operand.places().is_some());
    let rounding = match rules.rounding_for.get(Figure::Realization) {
        Some(declared) if unit != Unit::Rupiah => Some(declared),
        _ if decimal => None,
        _ => Some(rules.rounding_of(Figure::Realization)),
    };
    let found = found.map(|exact| Found { exact: Exact::Ratio(exact), unit, rounding });
    Calculation::new(formula, operands, Shape::Plain, rules, found)
}

/// The values that there are.
pub(super) fn present(operands: &[Operand]) -> Vec<Ratio> {
    some_of(operands, &mut |operand| operand.ratio().ok())
}

/// Every value, or the reason that names those that are missing.
pub(super) fn all(operands: &[Operand]) -> Result<Vec<Ratio>, Reason> {
    let mut missing = Vec::new();
    for (place, operand) in operands.iter().enumerate() {
        if operand.ratio().is_err() {
            missing.push(match &operand.label {
                Label::Unnamed => size(place + 1),
                Label::Own(name) => name.clone(),
                Label::Word(word) => word.get(Language::Indonesian).to_owned(),
            });
        }
    }
    if missing.is_empty() {
        Ok(present(operands))
    } else {
        Err(Reason::new(ReasonCode::OperandMissing).with("items", Detail::Text(join(&missing, ", "))))
    }
}

/// A formula needs something to work on.
fn some(operands: &[Operand], field: &str) -> Result<(), Error> {
    if !operands.is_empty() {
        return Ok(());
    }
    let error = Error::new(Code::OperandCount).number("found", Number::ZERO);
    Err(error.word("expected", "at_least_one", AT_LEAST_ONE).within(field))
}

fn not_negative(operands: &[Operand], field: &str, problems: &mut Problems) {
    for (index, operand) in operands.iter().enumerate() {
        if let Some(value) = operand.ratio().ok().filter(Ratio::is_negative) {
            let error = named(Error::new(Code::NegativeOperand), operand).number("value", value.expand(10));
            problems.add(error.at(index).within(field));
        }
    }
}

/// A component is not below the least nor above the most that it can have.
fn inside(operand: &Operand, value: Option<Ratio>, least: Number, most: Number) -> Result<(), Error> {
    match value {
        Some(value) if value < Ratio::from(least) || value > Ratio::from(most) => {
            let error = named(Error::new(Code::ComponentOutOfRange), operand).number("value", value.expand(10));
            Err(error.number("least", least).number("most", most))
        }
        _ => Ok(()),
    }
}

fn named(error: Error, operand: &Operand) -> Error {
    match &operand.label {
        Label::Unnamed => error.word("component", "value", THIS_VALUE),
        Label::Own(name) => error.text("component", name),
        Label::Word(word) => error.word("component", word.get(Language::English), *word),
    }
}

fn number_of(count: usize) -> Number {
    Number::from(u64::try_from(count).unwrap_or(u64::MAX))
}
