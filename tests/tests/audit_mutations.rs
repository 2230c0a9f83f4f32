//! A correct report with one slip in its print, a thousand times: is it found, and is its cause told first?
//!
//! The report is the Kaltim one with what its inputs give printed everywhere; what a slip makes of a text is made here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;

use lkip_core::audit::{Cause, Verdict, audit};
use lkip_core::evaluate::{Evaluation, Figure, FigureKind, Made, evaluate};
use lkip_core::number::{Content, Form, read, write};
use lkip_core::report::Report;
use lkip_core::{Mode, Number, Ratio, ReadStyle, Rounding, Style};
use lkip_tests::random::{Random, seed, setting, tell};
use serde_json::Value;

/// How many slips a run makes.
const SLIPS: usize = 1000;
/// How many of them must be found, and whose cause must stand first, in percent.
const FOUND: usize = 99;
const FIRST: usize = 80;

/// The slips of a typist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Digit,
    Swap,
    Neighbour,
    Truncate,
    OtherYear,
}

impl Slip {
    const ALL: [Self; 5] = [Self::Digit, Self::Swap, Self::Neighbour, Self::Truncate, Self::OtherYear];

    const fn cause(self) -> Cause {
        match self {
            Self::Digit => Cause::Mistyped,
            Self::Swap => Cause::Transposed,
            Self::Neighbour => Cause::CopiedFromNeighbour,
            Self::Truncate => Cause::RoundedOtherwise,
            Self::OtherYear => Cause::OtherYearsTarget,
        }
    }
}

/// The report of Kaltim as data.
fn document() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/setda-kaltim-2021.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn evaluated(document: &Value) -> Evaluation {
    let report = Report::from_json(&document.to_string()).unwrap();
    evaluate(&report, None).unwrap()
}

fn number(text: &str) -> Option<Number> {
    match read(text, ReadStyle::Declared(Style::Indonesian)).ok()?.content {
        Content::Number(number) => Some(number),
        _ => None,
    }
}

/// Only what is printed rightly, once and in the style of the document.
fn correct(document: &mut Value) {
    let evaluation = evaluated(document);
    let audited = audit(&evaluation);
    let wrong: Vec<&str> = audited.findings().iter().map(lkip_core::audit::Finding::figure).collect();
    let keep: Vec<bool> = audited
        .entries()
        .map(|(printed, entry)| {
            entry.verdict() == Verdict::Reproduced
                && number(&printed.text).is_some()
                && printed.style.is_none()
                && !wrong.contains(&printed.figure.as_str())
        })
        .collect();
    let printed = document["printed"].as_array_mut().unwrap();
    let mut places = keep.iter();
    printed.retain(|_| *places.next().unwrap());
}

/// The text with one slip; nothing where this one cannot be made here.
fn slipped(slip: Slip, place: usize, document: &Value, evaluation: &Evaluation, random: &mut Random) -> Option<String> {
    let printed = document["printed"].as_array().unwrap();
    let entry = &printed[place];
    let text = entry["text"].as_str().unwrap();
    let figure = evaluation.figure(entry["figure"].as_str().unwrap())?;
    let mut signs: Vec<char> = text.chars().collect();
    let digits: Vec<usize> = (0..signs.len()).filter(|place| signs[*place].is_ascii_digit()).collect();
    let made: String = match slip {
        Slip::Digit => {
            let place = *random.pick(&digits);
            signs[place] = char::from_digit(u32::try_from(random.below(10)).unwrap(), 10).unwrap();
            signs.iter().collect()
        }
        Slip::Swap => {
            let pairs: Vec<&[usize]> = digits.windows(2).filter(|pair| signs[pair[0]] != signs[pair[1]]).collect();
            let pair = if pairs.is_empty() { return None } else { *random.pick(&pairs) };
            signs.swap(pair[0], pair[1]);
            signs.iter().collect()
        }
        Slip::Neighbour => {
            let column = |entry: &Value| (entry["table"].clone(), entry["column"].clone());
            let next =
                printed.get(place + 1).filter(|next| column(next) == column(entry) && !entry["column"].is_null())?;
            next["text"].as_str()?.to_owned()
        }
        Slip::Truncate => shown(&computed(figure)?, Mode::Truncate, text)?,
        Slip::OtherYear => {
            let other = other_target(document, entry["figure"].as_str()?)?;
            let Made::Achievement(achievement) = figure.made() else { return None };
            let realized = achievement.measurement().realization.exact()?;
            shown(&(realized * Ratio::hundred() / Ratio::from(other))?, Mode::HalfUp, text)?
        }
    };
    let (before, after) = (number(text)?, number(&made)?);
    (before != after).then_some(made)
}

/// The exact value of a percentage.
fn computed(figure: &Figure) -> Option<Ratio> {
    let is_percentage = matches!(
        figure.kind(),
        FigureKind::Achievement | FigureKind::Absorption | FigureKind::Average | FigureKind::Progress
    );
    figure.exact().filter(|_| is_percentage)
}

/// A value as the text writes it: at its places, in its style, with its mark.
fn shown(exact: &Ratio, mode: Mode, text: &str) -> Option<String> {
    let places = number(text)?.places();
    let rounded = exact.round(Rounding::new(mode, places).unwrap())?;
    let mark = if text.ends_with('%') { "%" } else { "" };
    Some(write(rounded, Style::Indonesian, Form::Number) + mark)
}

/// The target of an indicator in another year's agreement.
fn other_target(document: &Value, key: &str) -> Option<Number> {
    let id = key.strip_prefix("indicators.")?.strip_suffix(".achievement")?;
    let indicators = document["indicators"].as_array()?;
    let own = indicators.iter().find(|indicator| indicator["id"] == id)?;
    let renstra = own["renstra"].as_array()?;
    let target = number(own["target"].as_str()?)?;
    let mut others = renstra.iter().filter_map(|year| number(year["target"].as_str()?));
    others.find(|other| *other != target && !other.is_zero())
}

#[test]
fn slips_are_found_and_told() {
    let seed = setting("LKIP_SEED").unwrap_or_else(|| seed("LKIP_SEED"));
    let mut random = Random::new(seed);
    let mut document = document();
    correct(&mut document);
    let evaluation = evaluated(&document);
    let clean = audit(&evaluation);
    assert_eq!(clean.count(Verdict::Reproduced), document["printed"].as_array().unwrap().len());
    let (mut tried, mut found, mut first) = ([0_usize; 5], [0_usize; 5], [0_usize; 5]);
    let mut missed = Vec::new();
    while tried.iter().sum::<usize>() < SLIPS {
        let kind = random.below(Slip::ALL.len());
        let slip = Slip::ALL[kind];
        let place = random.below(document["printed"].as_array().unwrap().len());
        let Some(made) = slipped(slip, place, &document, &evaluation, &mut random) else { continue };
        let mut wrong = document.clone();
        wrong["printed"][place]["text"] = Value::from(made.clone());
        let audited = audit(&evaluated(&wrong));
        let (printed, entry) = audited.entries().nth(place).unwrap();
        tried[kind] += 1;
        found[kind] += usize::from(entry.verdict() != Verdict::Reproduced);
        let cause = entry.diagnoses().first().map(lkip_core::audit::Diagnosis::cause);
        first[kind] += usize::from(cause == Some(slip.cause()));
        if cause != Some(slip.cause()) {
            let before = document["printed"][place]["text"].as_str().unwrap();
            missed.push(format!("{slip:?} {}: {before} -> {made}: {:?} {cause:?}", printed.figure, entry.verdict()));
        }
    }
    for (kind, slip) in Slip::ALL.iter().enumerate() {
        tell(&format!(
            "audit: {slip:?}: {} tried, {} found, {} with the true cause first",
            tried[kind], found[kind], first[kind]
        ));
    }
    let (found, first) = (found.iter().sum::<usize>(), first.iter().sum::<usize>());
    tell(&format!("oracle audit: of {SLIPS} slips {found} found, {first} with the true cause first (seed {seed})"));
    if setting("LKIP_SHOW").is_some() {
        missed.iter().for_each(|line| tell(line));
    }
    assert!(found * 100 >= SLIPS * FOUND, "only {found} of {SLIPS} found (seed {seed}):\n{}", missed.join("\n"));
    assert!(first * 100 >= SLIPS * FIRST, "only {first} of {SLIPS} told (seed {seed}):\n{}", missed.join("\n"));
}
