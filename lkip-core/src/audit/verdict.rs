//! [`Verdict`]: what a printed figure is against the computed one.

use super::Diagnosis;
use super::network::{Basis, Entry, Network, at, mode_of, same_at_lower};
use crate::error::{Detail, Error};
use crate::evaluate::{Figure, FigureKind, Made};
use crate::language::{Text, bilingual};
use crate::number::{Content, Mode, Number, Ratio, Reading, rupiah_in_words};
use crate::outcome::ReasonCode;
use crate::plain::choices;
use crate::prelude::*;
use crate::report::Shows;
use crate::rules::{Band, Scale, scale};
use crate::text::{folded, parts};

use super::cause::Cause;
use super::diagnosis::rounded;

choices! {
    /// What a printed figure is against the computed one.
    #[derive(PartialOrd, Ord)]
    pub enum Verdict {
        /// It follows from the inputs of the report under its rules.
        Reproduced = "reproduced",
        /// It follows by another convention: another rounding, printed instead of exact inputs, another formula, other rows.
        ReproducedOtherwise = "reproduced_otherwise",
        /// Nothing is printed where a figure could be.
        NotPrinted = "not_printed",
        /// A number is printed where nothing can be computed.
        NotComputable = "not_computable",
        /// The amount in words is another amount.
        WrongWords = "wrong_words",
        /// The category is not that of the value.
        WrongCategory = "wrong_category",
        /// The text is no number.
        Malformed = "malformed",
        /// The same quantity is printed differently elsewhere.
        Contradiction = "contradiction",
        /// A sum is not that of its parts.
        SumMismatch = "sum_mismatch",
        /// It does not follow from the inputs.
        Mismatch = "mismatch",
        /// It is no figure of the report.
        UnknownFigure = "unknown_figure",
    }
}

impl Verdict {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Reproduced => bilingual!("sesuai", "reproduced"),
            Self::ReproducedOtherwise => bilingual!("sesuai dengan cara lain", "reproduced by another convention"),
            Self::NotPrinted => bilingual!("tidak tercetak", "not printed"),
            Self::NotComputable => bilingual!("tidak dapat dihitung", "not computable"),
            Self::WrongWords => bilingual!("terbilang keliru", "wrong amount in words"),
            Self::WrongCategory => bilingual!("kategori keliru", "wrong category"),
            Self::Malformed => bilingual!("angka rusak", "malformed number"),
            Self::Contradiction => bilingual!("bertentangan", "contradiction"),
            Self::SumMismatch => bilingual!("jumlah tidak tepat", "sum mismatch"),
            Self::Mismatch => bilingual!("tidak sesuai", "mismatch"),
            Self::UnknownFigure => bilingual!("bukan angka laporan ini", "no figure of this report"),
        }
    }

    /// Whether nothing has to be said about it.
    #[must_use]
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::Reproduced | Self::ReproducedOtherwise | Self::NotPrinted)
    }
}

/// What was found about one entry, before its causes are looked for.
pub(super) struct Found {
    pub(super) verdict: Verdict,
    /// What should be printed there, at the places of the print.
    pub(super) expected: Option<String>,
    /// The conventions that make it come out.
    pub(super) diagnoses: Vec<Diagnosis>,
    /// Why the text cannot be read.
    pub(super) error: Option<Error>,
}

impl Found {
    fn of(verdict: Verdict) -> Self {
        Self { verdict, expected: None, diagnoses: Vec::new(), error: None }
    }

    fn expecting(mut self, number: Option<Number>) -> Self {
        self.expected = number.map(Number::text);
        self
    }
}

/// The verdict of one entry.
pub(super) fn verdict(network: &Network<'_>, entry: &Entry<'_>) -> Found {
    let Some(figure) = entry.figure.and_then(|place| network.figure(place)) else {
        if network.is_unread(entry) {
            return doubtful(entry);
        }
        let error = network.evaluation.unknown_figure(&entry.printed.figure);
        return Found { error: Some(error), ..Found::of(Verdict::UnknownFigure) };
    };
    if entry.figure.is_some_and(|place| network.is_doubtful(place)) {
        return doubtful(entry);
    }
    match entry.printed.shows {
        Shows::Category => category(network, entry, figure),
        Shows::Words => words(entry, figure),
        Shows::Value => value(network, entry, figure),
    }
}

/// What is printed of a figure that rests on something that cannot be read.
fn doubtful(entry: &Entry<'_>) -> Found {
    match &entry.reading {
        Err(error) => Found { error: Some(error.clone()), ..Found::of(Verdict::Malformed) },
        Ok(Reading { content: Content::Blank | Content::Dash | Content::NotAvailable, .. }) => {
            Found::of(Verdict::NotPrinted)
        }
        Ok(_) => Found::of(Verdict::NotComputable),
    }
}

fn value(network: &Network<'_>, entry: &Entry<'_>, figure: &Figure) -> Found {
    let reading = match &entry.reading {
        Ok(reading) => reading,
        Err(error) => {
            let expected = candidate(error, figure, network);
            return Found { error: Some(error.clone()), ..Found::of(Verdict::Malformed) }.expecting(expected);
        }
    };
    match &reading.content {
        Content::Number(number) => of_number(network, entry, figure, *number),
        Content::Blank | Content::Dash | Content::NotAvailable => match figure.value() {
            Some(value) if !value.is_zero() => Found::of(Verdict::NotPrinted).expecting(Some(value)),
            _ => Found::of(Verdict::Reproduced),
        },
        // A range and a bound say what a target is; its figure is the end that counts.
        Content::Range { low, high } if figure.kind() == FigureKind::Target => {
            let is_end = figure.value().is_some_and(|value| value == *low || value == *high);
            Found::of(if is_end { Verdict::Reproduced } else { Verdict::Contradiction }).expecting(figure.value())
        }
        Content::Bound { value: bound, .. } if figure.value() == Some(*bound) => Found::of(Verdict::Reproduced),
        _ => {
            let error = reading.number(&entry.printed.text).err();
            Found { error, ..Found::of(Verdict::Malformed) }.expecting(figure.value())
        }
    }
}

/// The reading of a malformed text that is the value of the figure.
fn candidate(error: &Error, figure: &Figure, network: &Network<'_>) -> Option<Number> {
    let rules = figure.rules().unwrap_or(network.evaluation.rules());
    let Some(Detail::Numbers(candidates)) = error.details().get("candidates") else { return figure.value() };
    let exact = figure.exact();
    let fits = |number: &Number| {
        exact.as_ref().is_some_and(|exact| at(exact, mode_of(figure, rules), number.places()) == Some(*number))
    };
    let numbers = some_of(candidates, &mut |candidate| candidate.0.parse::<Number>().ok());
    numbers.into_iter().find(fits).or(figure.value())
}

fn of_number(network: &Network<'_>, entry: &Entry<'_>, figure: &Figure, number: Number) -> Found {
    match figure.made() {
        Made::Given { value, .. } => {
            let same = same_at_lower(*value, number);
            Found::of(if same { Verdict::Reproduced } else { Verdict::Contradiction }).expecting(Some(*value))
        }
        _ => match figure.exact() {
            Some(exact) => computed(network, entry, figure, number, &exact),
            None if number.is_zero() && was_not_carried_out(figure) => {
                let diagnoses = vec![Diagnosis::new(Cause::NothingAsZero)];
                Found { diagnoses, ..Found::of(Verdict::ReproducedOtherwise) }
            }
            None => Found::of(Verdict::NotComputable),
        },
    }
}

/// Whether a figure has no value because nothing was done: some reports print a zero there.
fn was_not_carried_out(figure: &Figure) -> bool {
    figure.outcome().reason().is_some_and(|reason| reason.code() == ReasonCode::NotCarriedOut)
}

/// A printed number against the exact value: under the rules, and by other conventions of rounding and of inputs.
fn computed(network: &Network<'_>, entry: &Entry<'_>, figure: &Figure, number: Number, exact: &Ratio) -> Found {
    let rules = figure.rules().unwrap_or(network.evaluation.rules());
    let own = mode_of(figure, rules);
    let places = number.places();
    let expected = at(exact, own, places);
    if expected == Some(number) {
        return Found::of(Verdict::Reproduced).expecting(expected);
    }
    let otherwise = |mode: Mode, value: &Ratio| {
        Diagnosis::new(Cause::RoundedOtherwise)
            .exact("exact", value)
            .with("method", rounded(mode))
            .with("declared", rounded(own))
    };
    let made_of = |basis: Basis<'_>, value: &Ratio| {
        Diagnosis::new(if basis == Basis::Exact { Cause::MadeOfExact } else { Cause::MadeOfPrinted })
            .exact("exact", value)
    };
    let mut others = Vec::new();
    for (basis, instead) in entry.figure.map(|place| network.otherwise(place, entry)).unwrap_or_default() {
        // What another table prints otherwise is no convention: `causes` look into it.
        if matches!(basis, Basis::Elsewhere(_)) {
            continue;
        }
        append(&mut others, network.again(figure, &instead, rules).map(|value| (basis, value)));
    }
    let mut diagnoses = Vec::new();
    if let Some((basis, value)) = others.iter().find(|(_, value)| at(value, own, places) == Some(number)) {
        diagnoses.push(made_of(*basis, value));
    } else if let Some(mode) = other_mode(exact, own, number) {
        diagnoses.push(otherwise(mode, exact));
    } else if let Some((basis, value, mode)) =
        others.iter().find_map(|(basis, value)| other_mode(value, own, number).map(|mode| (basis, value, mode)))
    {
        diagnoses.push(made_of(*basis, value));
        diagnoses.push(otherwise(mode, value));
    }
    for diagnosis in &mut diagnoses {
        diagnosis.corrected = expected;
    }
    let verdict = if diagnoses.is_empty() { Verdict::Mismatch } else { Verdict::ReproducedOtherwise };
    Found { diagnoses, ..Found::of(verdict) }.expecting(expected)
}

/// Another mode that makes the number. Half-even comes last: reports do not need it.
fn other_mode(exact: &Ratio, own: Mode, number: Number) -> Option<Mode> {
    let modes = [Mode::Truncate, Mode::HalfUp, Mode::HalfEven];
    modes.into_iter().find(|mode| *mode != own && at(exact, *mode, number.places()) == Some(number))
}

fn category(network: &Network<'_>, entry: &Entry<'_>, figure: &Figure) -> Found {
    let find = |scale: &Scale| {
        let value = figure.value().map(Ratio::from)?;
        scale.find(&value).value().cloned()
    };
    let rules = figure.rules().unwrap_or(network.evaluation.rules());
    let band = match (&entry.printed.scale, figure.category()) {
        // Its id was checked with the report.
        (Some(id), _) => scale(id).ok().and_then(|scale| find(&scale)),
        (None, Some(category)) => category.value().cloned(),
        (None, None) => rules.scale.as_ref().and_then(find),
    };
    let Some(band) = band else { return Found::of(Verdict::NotComputable) };
    let same = is_label(&entry.printed.text, &band);
    let verdict = if same { Verdict::Reproduced } else { Verdict::WrongCategory };
    Found { expected: Some(band.category().label.clone()), ..Found::of(verdict) }
}

/// Whether a text is the label of a category, whatever its capitals and blanks: "BB", "Sangat Baik", "BB/Sangat Baik".
pub(super) fn is_label(text: &str, band: &Band) -> bool {
    let mut parts = each(&parts(text, '/'), &mut |part| folded(part));
    parts.retain(|part| !part.is_empty());
    let own = |part: &String| band.category().is_named(part);
    // What stands beside the label may be a remark, but no label of another category.
    let of_another = |part: &String| band.scale().categories.iter().any(|category| category.is_named(part));
    band.category().is_named(&folded(text))
        || parts.iter().any(own) && parts.iter().all(|part| own(part) || !of_another(part))
}

fn words(entry: &Entry<'_>, figure: &Figure) -> Found {
    let Some(right) = figure.value().and_then(|value| rupiah_in_words(value).ok()) else {
        return Found::of(Verdict::NotComputable);
    };
    let same = crate::evaluate::same_words(&entry.printed.text, &right);
    Found { expected: Some(right), ..Found::of(if same { Verdict::Reproduced } else { Verdict::WrongWords }) }
}
