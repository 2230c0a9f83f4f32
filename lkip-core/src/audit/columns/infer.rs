//! The rules of a table that names none: neutral ones, and what its figures show otherwise.

use super::inference::Inference;
use super::input::{ColumnName, Columns};
use crate::audit::network::{Known, Network};
use crate::audit::{Convention, Question, convention};
use crate::error::Errors;
use crate::evaluate::{FigureKind, Made, evaluate};
use crate::number::{Mode, Rounding};
use crate::plain::{Choice, Plain, Record};
use crate::prelude::*;
use crate::report::Report;
use crate::rules::{Figure, Polarity, RuleSet, rule_set};

/// The plainest rules of the catalogue: no scale, no cap, exact means, rounded half up, and of no single office.
const NEUTRAL: &str = "permenpanrb-53-2014";

/// What is asked first, because the answers to the later questions rest on it. A formula tells itself in any rounding, means
/// are made by a rounding, and categories are of rounded values.
const ORDER: [&[Question]; 4] = [
    &[Question::Lower],
    &[Question::Rounding, Question::BudgetRounding],
    &[Question::AverageOf, Question::Rows],
    &[Question::Scale],
];

/// The rules that the figures of a table show, and how they came about.
pub(super) fn infer(columns: &Columns, report: &Report, known: &Known) -> Result<(RuleSet, Inference), Errors> {
    let mut rules = rule_set(NEUTRAL)?;
    let mut inference = Inference { neutral: NEUTRAL, inferred: Vec::new(), undecided: Vec::new() };
    for questions in ORDER {
        let evaluation = evaluate(report, Some(&rules))?;
        let network = Network::new(&evaluation, known);
        let (mut answers, shown) = (Vec::new(), convention::infer(&network));
        for question in questions.iter().filter(|question| is_asked(**question, columns, &network)) {
            let answer = shown.iter().find(|answer| answer.question == *question);
            // Scales share labels: where several fit alike, none is chosen.
            match answer.filter(|answer| *question != Question::Scale || answer.alternatives.is_empty()) {
                Some(answer) => answers.push(answer.clone()),
                None => inference.undecided.push(*question),
            }
        }
        for answer in answers {
            if let Some(change) = change(&answer, &rules) {
                rules = rules.with(&Plain::Record(change))?;
            }
            inference.inferred.push(answer);
        }
    }
    Ok((rules, inference))
}

/// Whether a table has figures to which a question makes a difference.
fn is_asked(question: Question, columns: &Columns, network: &Network<'_>) -> bool {
    let figures = || network.entries.iter().filter_map(|entry| network.figure(entry.figure?));
    match question {
        Question::Rounding => columns.named(ColumnName::Achievement).is_some(),
        Question::BudgetRounding => columns.named(ColumnName::Absorption).is_some(),
        Question::Scale => columns.named(ColumnName::Category).is_some(),
        Question::Lower => columns.polarity.contains(&Polarity::Lower),
        Question::AverageOf => figures().any(|figure| figure.kind() == FigureKind::Average),
        Question::Rows => figures().any(|figure| match figure.made() {
            Made::Average(average) => average.coverage().used < average.coverage().total,
            _ => false,
        }),
    }
}

/// What an answer replaces; nothing where the rules say the same.
fn change(answer: &Convention, rules: &RuleSet) -> Option<Record> {
    let choice = answer.choice.as_str();
    let one = |name: &str, value: Plain| Record::from([(name.to_owned(), value)]);
    match answer.question {
        Question::Rounding => rounding(choice, &[Figure::Achievement, Figure::Average], rules),
        Question::BudgetRounding => rounding(choice, &[Figure::Absorption], rules),
        Question::AverageOf => {
            let new = rules.average.of.as_str() != choice;
            new.then(|| one("average", Plain::Record(one("of", Plain::from(choice)))))
        }
        Question::Rows => {
            let mut missing = Record::new();
            for name in ["not_measured", "not_carried_out", "no_target", "zero_target"] {
                missing.text(name, choice);
            }
            Some(one("average", Plain::Record(missing)))
        }
        Question::Lower => (rules.lower.as_str() != choice).then(|| one("lower", Plain::from(choice))),
        Question::Scale => Some(one("scale", Plain::from(choice))),
    }
}

fn rounding(choice: &str, figures: &[Figure], rules: &RuleSet) -> Option<Record> {
    let place = Mode::NAMES.iter().position(|names| names.contains(&choice))?;
    let mode = *Mode::CHOICES.get(place)?;
    let mut changed = Record::new();
    for figure in figures {
        let declared = rules.rounding_of(*figure);
        if declared.mode() != mode {
            changed.put(figure.as_str(), &Rounding::with_mode(declared, mode));
        }
    }
    (!changed.is_empty()).then(|| Record::from([("rounding_for".to_owned(), Plain::Record(changed))]))
}
