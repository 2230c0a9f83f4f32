//! `required_realization`: what realization reaches a percentage or a category, and what the quarters that are left must bring.

#[cfg(feature = "report")]
mod report;

use super::options::read_style;
use super::{Call, Options};
use crate::error::{Code, Error, Errors};
use crate::explain::style_of;
use crate::language::Language;
use crate::measure::{
    End, Reach, Remaining, Required, Target, Wanted, required_realization, required_remaining, written,
};
use crate::number::{Form, Number, Ratio, ReadStyle, write};
use crate::outcome::Outcome;
use crate::plain::{Fields, Plain, Record, choose, count, list, owned_text, serialize_as_plain};
use crate::prelude::*;
use crate::rules::{Consolidation, Polarity, RuleSet};

/// What `required_realization` gives.
#[derive(Clone, Debug)]
pub struct RequiredAnswer {
    /// The realizations that give what is wanted.
    pub required: Required,
    /// How many decimal places a realization is written with.
    pub places: u32,
    /// What the quarters that are left must bring; nothing where the call names none.
    pub remaining: Option<Outcome<Remaining>>,
    /// Language of the answer.
    pub options: Options,
}

/// What is to be reached, and what has been reached so far.
struct Aim {
    target: Target,
    polarity: Polarity,
    rules: RuleSet,
    so_far: Vec<Ratio>,
    quarters_left: Option<u32>,
    consolidation: Consolidation,
}

pub(super) fn answer(call: &Call) -> Result<RequiredAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let style = read_style(&mut f);
    let wanted = wanted(&mut f, style);
    let places = f.optional(&["places", "desimal"], count);
    let aim = aim(call, &mut f, style);
    let required = match (&aim, &wanted) {
        (Some(aim), Some(wanted)) => {
            let required = required_realization(aim.target, aim.polarity, wanted, &aim.rules);
            f.problems().note(required)
        }
        _ => None,
    };
    f.done(|| {
        let (aim, required) = (aim?, required?);
        let places = places.unwrap_or(aim.rules.rounding.places());
        let remaining = aim.quarters_left.map(|left| match end(&required) {
            Ok(end) => required_remaining(&end.value, &aim.so_far, aim.consolidation, left),
            Err(outcome) => outcome,
        });
        Some(RequiredAnswer { required, places, remaining, options })
    })
}

/// The end of the realizations that is asked for: the least where more is better, the most where less is.
fn end(required: &Required) -> Result<End, Outcome<Remaining>> {
    match required.bounds() {
        Outcome::Computed(span) => {
            let end = if required.polarity() == Polarity::Lower { &span.to } else { &span.from };
            let none = || crate::outcome::Reason::new(crate::outcome::ReasonCode::OutOfReach).end();
            end.clone().ok_or_else(none)
        }
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => Err(reason.clone().end()),
    }
}

fn wanted(f: &mut Fields<'_>, style: ReadStyle) -> Option<Wanted> {
    let percent = f.optional(&["percent", "capaian", "capaian_persen"], |p| written::one_number(p, style));
    let category = f.optional(&["category", "kategori"], owned_text);
    match (percent, category) {
        (Some(percent), None) => Some(Wanted::Percent(percent)),
        (None, Some(category)) => Some(Wanted::Category(category)),
        _ => {
            f.problems().add(Error::new(Code::PercentOrCategory));
            None
        }
    }
}

/// The aim that the call names: an indicator of its report, or a target of its own.
fn aim(call: &Call, f: &mut Fields<'_>, style: ReadStyle) -> Option<Aim> {
    #[cfg(feature = "report")]
    if call.has_report(f) {
        return report::aim(call, f);
    }
    of_fields(call, f, style)
}

fn of_fields(call: &Call, f: &mut Fields<'_>, style: ReadStyle) -> Option<Aim> {
    let polarity = f.optional(&["polarity", "polaritas"], choose::<Polarity>).unwrap_or(Polarity::Higher);
    let target = f.required(&["target", "rencana", "target_tahunan"], |p| written::target(p, style, polarity));
    let so_far = f.optional(&["so_far", "sejauh_ini"], |p| list(p, |item| written::one_number(item, style)));
    let quarters_left = f.optional(&["quarters_left", "sisa_triwulan"], count);
    let consolidation = f.optional(&["consolidation", "akumulasi"], choose::<Consolidation>);
    let rules = call.rules(f);
    let (target, _) = target?;
    let rules = rules?;
    let consolidation = consolidation.unwrap_or(rules.quarters.consolidation);
    let so_far = so_far.unwrap_or_default().into_iter().map(Ratio::from).collect();
    Some(Aim { target, polarity, rules, so_far, quarters_left, consolidation })
}

fn end_record(end: &End) -> Plain {
    let mut record = Record::new();
    record.text("exact", &end.value.text());
    record.put("included", end.included);
    Plain::Record(record)
}

fn shown(number: Number, language: Language) -> String {
    write(number, style_of(language), Form::Number)
}

impl From<&RequiredAnswer> for Plain {
    fn from(answer: &RequiredAnswer) -> Self {
        let language = answer.options.language;
        let mut record = Record::new();
        let reach = answer.required.with_places(answer.places);
        record.text("outcome", reach.tag());
        match &reach {
            Outcome::Computed(Reach { from, to }) => {
                record.or_null("from", *from);
                record.or_null("to", *to);
                record.or_null("from_display", from.map(|number| shown(number, language)));
                record.or_null("to_display", to.map(|number| shown(number, language)));
                record.put("places", answer.places);
                if let Outcome::Computed(span) = answer.required.bounds() {
                    record.maybe("from_exact", span.from.as_ref().map(end_record));
                    record.maybe("to_exact", span.to.as_ref().map(end_record));
                }
            }
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                record.put("reason", &reason.report(language));
            }
        }
        record.text("line", &answer.required.line(answer.places, language));
        if let Some(remaining) = &answer.remaining {
            let mut left = Record::new();
            left.text("outcome", remaining.tag());
            match remaining {
                Outcome::Computed(remaining) => {
                    left.text("method", remaining.as_str());
                    left.text("exact", &remaining.ratio().text());
                    left.text("expansion", &remaining.ratio().expand(answer.places.max(4)).text());
                }
                Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                    left.put("reason", &reason.report(language));
                }
            }
            record.push("remaining", Self::Record(left));
        }
        Self::Record(record)
    }
}

serialize_as_plain!(RequiredAnswer);
