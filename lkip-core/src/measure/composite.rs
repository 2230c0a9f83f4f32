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
        let checked = check_weight(operand.remarks().weight, Method::Weighted);
        problems.note(checked.map_err(|error| error.within("weight").at(index).within("of")));
    }
    problems.done()?;
    let weights = each(&of, &mut |operand| Ratio::from(operand.remarks().weight.unwrap_or_default()));
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
    let mut calculation =
        Calculation::new(Formula::Count, of, Shape::Counted { inside, bounds: Box::new(bounds) }, rules, found);
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
    Ok(made(Formula::Share, of, Shape::Counted { inside, bounds: Box::new(bounds) }, Unit::Percent, rules, found))
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
    let mut made = made(Formula::Skm, of, Shape::Skm(Box::new((weight, highest))), unit, rules, found);
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

/// A sum or a difference of decimals, and the lowest of them, is one: it is rounded only where the rules say so for
/// realizations.
pub(super) fn summed(
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
        if !operand.is_present() {
            missing.push(match &operand.label {
                Label::Unnamed => size(place + 1),
                Label::Own(name) => (**name).to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::measure::OperandValue;
    use crate::plain::Plain;
    use crate::rules::rule_set;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    /// Operands without names; a blank has no value.
    fn operands(texts: &[&str]) -> Vec<Operand> {
        let blank = || OperandValue::from(Reason::new(ReasonCode::NotMeasured));
        let value = |text: &&str| if text.is_empty() { blank() } else { OperandValue::from(number(text)) };
        texts.iter().map(|text| Operand::new("", value(text))).collect()
    }

    fn kaltim() -> RuleSet {
        rule_set("setda-kaltim-2021").unwrap()
    }

    fn calculate(composite: Composite) -> Calculation {
        composite.calculate(Unit::Number, &kaltim()).unwrap()
    }

    fn reported(composite: Composite) -> String {
        match calculate(composite).outcome() {
            crate::Outcome::Computed(value) => value.reported.to_string(),
            other => other.reason().unwrap().message(Language::Indonesian),
        }
    }

    fn line(composite: Composite) -> String {
        calculate(composite).line(Language::Indonesian)
    }

    fn errors(composite: Composite) -> Vec<(Code, String)> {
        let errors = composite.calculate(Unit::Number, &kaltim()).unwrap_err();
        errors.iter().map(|error| (error.code(), error.path().to_string())).collect()
    }

    #[test]
    fn a_ratio_is_of_sums() {
        let ratio = |part: &[&str], whole: &[&str]| Composite::Ratio { part: operands(part), whole: operands(whole) };
        assert_eq!(line(ratio(&["739"], &["740"])), "739 ÷ 740 × 100 % = 99,8648… → 99,86 % (dibulatkan)");
        assert_eq!(
            line(ratio(&["20", "22"], &["40", "45"])),
            "(20 + 22) ÷ (40 + 45) × 100 % = 49,4117… → 49,41 % (dibulatkan)"
        );
        assert_eq!(calculate(ratio(&["1"], &["2"])).value().unwrap().unit, Unit::Percent);
        assert_eq!(calculate(ratio(&["1"], &["0"])).outcome().reason().unwrap().code(), ReasonCode::ZeroWhole);
        assert_eq!(reported(ratio(&["1", ""], &["2"])), "Rumus tidak dapat dihitung: nilai 2 belum ada.");
        let negative = errors(ratio(&["1", "-1"], &["-2"]));
        let place = |text: &str| (Code::NegativeOperand, text.to_owned());
        assert_eq!(negative, [place("part[1]"), place("whole[0]")]);
        let empty = errors(ratio(&[], &[]));
        assert_eq!(empty.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Code::OperandCount; 2]);
        let quotient = Composite::Quotient { part: operands(&["-1"]), whole: operands(&["8"]) };
        assert_eq!(line(quotient), "(-1) ÷ 8 = -0,125 → -0,13 (dibulatkan)");
    }

    #[test]
    fn sums_are_as_exact_as_their_terms() {
        assert_eq!(line(Composite::Sum(operands(&["19.20", "9.38", "35.56"]))), "19,20 + 9,38 + 35,56 = 64,14");
        assert_eq!(line(Composite::Difference(operands(&["3.0885", "1", "-0.5"]))), "3,0885 − 1 − (-0,5) = 2,5885");
        let rounded =
            Plain::from_json(r#"{"rounding_for": {"realization": {"mode": "truncate", "places": 1}}}"#).unwrap();
        let rules = kaltim().with(&rounded).unwrap();
        let sum = Composite::Sum(operands(&["0.19", "0.19"])).calculate(Unit::Number, &rules).unwrap();
        assert_eq!(sum.line(Language::English), "0.19 + 0.19 = 0.38 → 0.3 (cut off)");
        // Half a rupiah stays.
        let rupiah = Composite::Sum(operands(&["1000", "0.5"])).calculate(Unit::Rupiah, &rules).unwrap();
        assert_eq!(rupiah.line(Language::Indonesian), "Rp 1.000 + Rp 0,50 = Rp 1.000,50");
        // A term that is no decimal is rounded with the sum.
        let third = Operand::new("", &(Ratio::from(1) / Ratio::from(3)).unwrap());
        assert_eq!(line(Composite::Sum(vec![third.clone(), third])), "0,3333… + 0,3333… = 0,6666… → 0,67 (dibulatkan)");
    }

    #[test]
    fn a_blank_does_not_count_in_a_mean_and_stops_a_weighted_one() {
        assert_eq!(
            line(Composite::Mean(operands(&["80", "", "81"]))),
            "(80 + 81) ÷ 2 = 80,50 [2 dari 3 nilai dihitung]"
        );
        assert_eq!(
            calculate(Composite::Mean(operands(&[""]))).outcome().reason().unwrap().code(),
            ReasonCode::NoOperandHasValue
        );
        let weighted = |weights: &[&str], texts: &[&str]| {
            let pairs = operands(texts).into_iter().zip(weights);
            Composite::WeightedMean(pairs.map(|(operand, weight)| operand.weight(number(weight))).collect())
        };
        assert_eq!(line(weighted(&["3", "1"], &["80", "90"])), "(3 × 80 + 1 × 90) ÷ 4 = 82,50");
        assert_eq!(
            calculate(weighted(&["3", "1"], &["80", ""])).outcome().reason().unwrap().code(),
            ReasonCode::OperandMissing
        );
        assert_eq!(calculate(weighted(&["0"], &["80"])).outcome().reason().unwrap().code(), ReasonCode::ZeroWeights);
        assert_eq!(errors(weighted(&["-1"], &["80"])), [(Code::NegativeWeight, "of[0].weight".to_owned())]);
        assert_eq!(
            errors(Composite::WeightedMean(operands(&["1"]))),
            [(Code::WeightMissing, "of[0].weight".to_owned())]
        );
    }

    #[test]
    fn the_geometric_mean_is_a_root() {
        // The indicators of PMK 214/PMK.02/2017: 1.22, 0.80 and 1.42.
        let of = operands(&["122", "80", "142"]);
        let output = Composite::GeometricMean(of).calculate(Unit::Percent, &kaltim()).unwrap();
        let explanation = output.explanation(Language::Indonesian);
        assert_eq!(explanation.line, "(122 × 80 × 142)^(1/3) = 111,4926… → 111,49 % (dibulatkan)");
        assert_eq!(explanation.exact.as_deref(), Some("1385920^(1/3)"));
        let value = output.value().unwrap();
        assert_eq!(value.ratio(), Ratio::from(number("111.49")));
        assert!(!value.is_exact());
        assert_eq!(line(Composite::GeometricMean(operands(&["2", "8"]))), "(2 × 8)^(1/2) = 4,00");
        assert_eq!(reported(Composite::GeometricMean(operands(&["0", "8"]))), "0.00");
        assert_eq!(
            errors(Composite::GeometricMean(operands(&["2", "-8"]))),
            [(Code::NegativeOperand, "of[1]".to_owned())]
        );
        assert_eq!(errors(Composite::GeometricMean(operands(&["1"; 101]))), [(Code::OperandCount, "of".to_owned())]);
    }

    #[test]
    fn values_inside_bounds_are_counted() {
        let of = || operands(&["70", "80", "", "90.01"]);
        let bounds = |least: &str| CountBounds {
            above: Some(number(least)),
            at_most: Some(number("90.01")),
            ..CountBounds::default()
        };
        assert_eq!(
            line(Composite::Count { of: of(), bounds: CountBounds::default() }),
            "3 dari 3 = 3 [3 dari 4 nilai dihitung]"
        );
        assert_eq!(
            line(Composite::Share { of: of(), bounds: bounds("70") }),
            "2 dari 3 (70 < x, x ≤ 90,01) × 100 % = 66,6666… → 66,67 % (dibulatkan) [3 dari 4 nilai dihitung]"
        );
        let blank = Composite::Count { of: operands(&[""]), bounds: bounds("70") };
        assert_eq!(calculate(blank).outcome().reason().unwrap().code(), ReasonCode::NoOperandHasValue);
        assert_eq!(reported(Composite::Count { of: operands(&[""]), bounds: CountBounds::default() }), "0");
    }

    /// Nine scores that sum to 30.717, as in the report of the Setda Kaltim.
    fn skm(weight_places: Option<u32>) -> Composite {
        let of = operands(&["3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.517"]);
        Composite::Skm { of, weight_places, highest: number("4") }
    }

    #[test]
    fn the_weight_of_the_skm_is_exact_or_rounded_as_declared() {
        assert_eq!(reported(skm(None)), "85.33");
        assert_eq!(reported(skm(Some(2))), "84.47");
        assert_eq!(reported(skm(Some(3))), "85.24");
        assert!(line(skm(None)).ends_with(" + 3,517) ÷ 9 × 100 ÷ 4 = 85,325 → 85,33 (dibulatkan)"));
        assert!(line(skm(Some(3))).ends_with(" + 3,517) × 0,111 × 100 ÷ 4 = 85,2396… → 85,24 (dibulatkan)"));
        let steps = calculate(skm(Some(3))).explanation(Language::Indonesian).children;
        assert_eq!(steps.iter().map(|step| step.line()).next(), Some("0,111"));
        let wrong =
            Composite::Skm { of: operands(&["0.99", "4", "4.01"]), weight_places: Some(11), highest: number("4") };
        let place = |code, path: &str| (code, path.to_owned());
        let expected = [
            place(Code::PlacesOutOfRange, "weight_places"),
            place(Code::ComponentOutOfRange, "of[0]"),
            place(Code::ComponentOutOfRange, "of[2]"),
        ];
        assert_eq!(errors(wrong), expected);
        let flat = Composite::Skm { of: operands(&["1"]), weight_places: None, highest: number("1") };
        assert_eq!(errors(flat), [place(Code::HighestTooLow, "highest")]);
    }

    #[test]
    fn components_keep_to_their_weights() {
        let sakip = |edition, texts: &[&str]| Composite::SakipEvaluation { edition, of: operands(texts) };
        assert_eq!(reported(sakip(SakipEdition::Of2021, &["25.10", "24", "12", "20.05"])), "81.15");
        assert_eq!(reported(sakip(SakipEdition::Of2015, &["30", "25", "15", "10", "20"])), "100");
        let named = calculate(sakip(SakipEdition::Of2021, &["1", "", "1", "1"]));
        let reason = named.outcome().reason().unwrap();
        assert_eq!(
            reason.message(Language::Indonesian),
            "Rumus tidak dapat dihitung: nilai Pengukuran Kinerja belum ada."
        );
        let wrong = sakip(SakipEdition::Of2015, &["30", "25.01", "-1", "10", "20"]).calculate(Unit::Number, &kaltim());
        let messages: Vec<String> =
            wrong.unwrap_err().iter().map(|error| error.message(Language::Indonesian)).collect();
        assert_eq!(messages[0], "Pengukuran Kinerja bernilai 25,01, padahal nilainya hanya dapat 0 sampai 25.");
        assert_eq!(messages.len(), 2);
        assert_eq!(errors(sakip(SakipEdition::Of2021, &["1"])), [(Code::OperandCount, "of".to_owned())]);

        let index = |structure: &[&str], process: &[&str]| Composite::Kelembagaan {
            structure: operands(structure),
            process: operands(process),
        };
        assert_eq!(line(index(&["31.606"], &["37.440"])), "31,606 + 37,440 = 69,046");
        assert_eq!(
            errors(index(&["25", "25.1"], &["-1"])),
            [(Code::ComponentOutOfRange, "structure".to_owned()), (Code::NegativeOperand, "process[0]".to_owned()),]
        );
        assert_eq!(reported(Composite::Itkp(operands(&["19.20", "9.38", "35.56"]))), "64.14");
        assert_eq!(errors(Composite::Itkp(operands(&["60", "40.01"]))), [(Code::ComponentOutOfRange, "of".to_owned())]);
    }

    #[test]
    fn formulas_may_stand_in_formulas() {
        let below = Composite::Ratio { part: operands(&["1"]), whole: operands(&["3"]) };
        let rules = kaltim();
        let below = below.calculate(Unit::Percent, &rules).unwrap();
        let carried = Operand::new("EKPPD", number("3.5")).footnote("*)").carried_from(Some(2018));
        let of = vec![
            Operand::new("Bagian", below),
            carried,
            Operand::new("", Reason::new(ReasonCode::NotCarriedOut)).footnote("**)"),
        ];
        let mean = Composite::Mean(of).calculate(Unit::Number, &rules).unwrap();
        assert!(mean.is_carried_forward());
        // What does not count leaves no mark.
        assert_eq!(mean.footnotes(), ["*)"]);
        assert_eq!(mean.counted(), 2);
        let explanation = mean.explanation(Language::English);
        assert_eq!(explanation.line, "(33.3333… + 3.5) ÷ 2 = 18.4166… → 18.42 (rounded) [2 of 3 values counted]");
        assert_eq!(explanation.inputs[0].value, "33.33 %");
        assert_eq!(explanation.inputs[1].remark.as_deref(), Some("*); last value, of 2018"));
        let rules_steps = explanation.tree(Language::English).matches("Rule set").count();
        assert_eq!((explanation.children.len(), rules_steps), (2, 1));
        assert_eq!(explanation.children[0].title, "Bagian");
        assert_eq!(explanation.children[0].line, "1 ÷ 3 × 100 % = 33.3333… → 33.33 % (rounded)");
    }

    #[test]
    fn long_formulas_are_not_written_out() {
        assert_eq!(line(Composite::Sum(operands(&["1"; 17]))), "Σ = 17");
        assert_eq!(line(Composite::Sum(operands(&["1"; 16]))).matches('+').count(), 15);
    }
}
