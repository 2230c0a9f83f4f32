//! Where a number of an office comes from: through the offices that hold it down to what it was computed of.

use super::seen::HeldIndicator;
use super::text::{category, cell};
use crate::cascade::Cascade;
use crate::cascade::wording::same_target;
use crate::cascade::year::OfYear;
use crate::error::{Code, Error};
use crate::evaluate::Figure;
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::report::LinkKind;
use crate::text::concat;

/// How far a number is followed through the figures that it was made of. Deeper ones are found by their keys.
const DEEPEST: usize = 12;
/// How many steps a trace has at most: who wants more asks for one of its figures.
const MOST_STEPS: usize = 500;

const INDICATOR: Text = bilingual!("indikator", "indicator");
const HOLDS: Text = bilingual!("memegang", "holds");
const PROMISED: Text = bilingual!("diperjanjikan dalam", "promised in");
const AGAINST: Text = bilingual!("terhadap target laporan", "against the report's target of");
const REPORTED: Text = bilingual!("ditanggungjawabi menurut laporan", "responsible by the report");

/// A step on the way of a number.
#[derive(Clone, Debug)]
pub struct Step {
    /// How many steps stand above it.
    pub depth: usize,
    /// The office in whose hands it is; nothing for a figure below.
    pub office: Option<String>,
    /// Where it stands in the document, or the key of the figure.
    pub place: String,
    /// How it is linked to the step above: adopts, component, contributes; nothing for what a figure is made of.
    pub link: Option<LinkKind>,
    /// What is said of it, in Indonesian and in English.
    text: [String; 2],
}

impl Step {
    /// What is said of it.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        let [id, en] = &self.text;
        match language {
            Language::Indonesian => id,
            Language::English => en,
        }
    }
}

/// The way of a number, each step after the one that it leads to.
#[derive(Clone, Debug)]
pub struct Trace {
    steps: Vec<Step>,
    /// Whether steps were left out, for there are too many.
    cut: bool,
}

impl Trace {
    /// The steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether the way is longer than what is told.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The steps as indented text.
    #[must_use]
    pub fn to_text(&self, language: Language) -> String {
        let mut text = String::new();
        for step in &self.steps {
            text.push_str(&concat(&[&"  ".repeat(step.depth), step.text(language), "\n"]));
        }
        if self.cut {
            text.push_str("…\n");
        }
        text
    }

    fn push(&mut self, step: Step) -> bool {
        self.cut |= self.steps.len() >= MOST_STEPS;
        if !self.cut {
            self.steps.push(step);
        }
        !self.cut
    }
}

impl Cascade {
    /// Where the number of an indicator comes from: from the office that is given, or else the highest that holds it, down
    /// through the offices that carry it, to the figures that its realization was made of.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`] for an indicator or an office that the report does not have, [`Code::NotHeld`] for an
    /// office that does not hold that indicator.
    pub fn trace(&self, indicator: &str, office: Option<&str>) -> Result<Trace, Error> {
        let ground = self.ground();
        let tag = INDICATOR.get(Language::English);
        let unknown = || Error::new(Code::UnknownReference).text("id", indicator).word("kind", tag, INDICATOR);
        let place = ground.checked.places.indicators.get(indicator).ok_or_else(unknown)?;
        let mut trace = Trace { steps: Vec::new(), cut: false };
        let Some(now) = self.now() else { return Ok(trace) };
        let office = office.map(|office| self.office(office).map_err(|error| error.within("office"))).transpose()?;
        let start = match office {
            Some(office) => Some(now.of_office_as(office, place).ok_or_else(|| {
                let id = ground.document.offices.get(office).map_or("", |office| office.id.as_str());
                Error::new(Code::NotHeld).text("indicator", indicator).text("office", id)
            })?),
            // Of those equally high the first.
            None => now
                .holders(place)
                .iter()
                .copied()
                .min_by_key(|held| now.office_of(*held).map_or(usize::MAX, |office| ground.branches.depth(office))),
        };
        match start {
            Some(held) => self.follow(&mut trace, now, (held, None, 0)),
            None => self.follow_figure(&mut trace, indicator, 0),
        }
        Ok(trace)
    }

    /// Down from a holding: every holding once, for links may meet again.
    fn follow(&self, trace: &mut Trace, now: &OfYear, start: (usize, Option<LinkKind>, usize)) {
        let ground = self.ground();
        let mut seen = vec![false; now.held.len()];
        let mut waiting = vec![start];
        while let Some((place, link, depth)) = waiting.pop() {
            let (Some(held), Some(seen)) = (now.held.get(place), seen.get_mut(place)) else { continue };
            if core::mem::replace(seen, true) || !trace.push(self.step_of(now, place, link, depth)) {
                continue;
            }
            let mut below: Vec<(usize, Option<LinkKind>, usize)> = Vec::new();
            below.extend(held.adopted_by.iter().map(|adopts| (*adopts, Some(LinkKind::Adopts), depth + 1)));
            for link in &held.supported_by {
                let kind = ground.document.links.get(*link).map(|link| link.kind);
                if let Some((from, _)) = now.ends(&ground, *link).filter(|_| kind != Some(LinkKind::References)) {
                    below.push((from, kind, depth + 1));
                }
            }
            if held.adopted_by.is_empty()
                && let Some(indicator) = ground.indicator(&held.holding)
            {
                // Where nobody below holds the very same, the number itself is made.
                self.follow_figure(trace, indicator.id.as_str(), depth + 1);
            }
            waiting.extend(below.into_iter().rev());
        }
    }

    fn step_of(&self, now: &OfYear, place: usize, link: Option<LinkKind>, depth: usize) -> Step {
        let ground = self.ground();
        let office = now.office_of(place).and_then(|office| ground.document.offices.get(office));
        let seen = self.seen(now, place);
        let of_report = seen.as_ref().and_then(|seen| ground.checked.places.indicators.get(seen.id?));
        let of_report =
            of_report.and_then(|place| ground.checked.indicators.get(place)).map(|measured| measured.target);
        let text = |language: Language| {
            let Some(seen) = &seen else { return String::new() };
            // The achievement is that of the report: where its target is another, that is said.
            let reported = of_report.filter(|target| !same_target(*target, seen.target));
            let reported = reported.map(|target| HeldIndicator { target, ..seen.clone() }.target_text(language));
            let mut text =
                office.map_or_else(String::new, |office| concat(&[&office.name, " ", HOLDS.get(language), " "]));
            text.push_str(&concat(&[seen.name, ": target ", &seen.target_text(language)]));
            if let Some(achievement) = seen.achievement {
                text.push_str(&concat(&[", ", &small_title(achievement, language), " "]));
                text.push_str(&cell(achievement).display(language));
                if let Some(other) = &reported {
                    text.push_str(&concat(&[" ", AGAINST.get(language), " ", other]));
                }
                if let Some(category) = category(achievement) {
                    text.push_str(&concat(&[" (", &category, ")"]));
                }
            }
            match seen.agreement {
                Some(agreement) => text.push_str(&concat(&["; ", PROMISED.get(language), " ", agreement])),
                None => text.push_str(&concat(&["; ", REPORTED.get(language)])),
            }
            text
        };
        Step {
            depth,
            office: office.map(|office| office.id.as_str().to_owned()),
            place: seen.as_ref().map_or_else(String::new, |seen| seen.place.clone()),
            link,
            text: [text(Language::Indonesian), text(Language::English)],
        }
    }

    /// Down from the achievement of an indicator, through the figures that it was made of. What a formula or components give
    /// beside a realization that is reported is part of its way too.
    fn follow_figure(&self, trace: &mut Trace, indicator: &str, depth: usize) {
        let key = |name: &str| concat(&["indicators.", indicator, name]);
        let mut waiting = vec![(key(".rolled_up"), depth), (key(".computed"), depth), (key(".achievement"), depth)];
        let mut seen: Vec<String> = Vec::new();
        while let Some((key, at)) = waiting.pop() {
            let Some(figure) = self.evaluation().figure(&key) else { continue };
            if seen.contains(&key) || at > depth + DEEPEST {
                continue;
            }
            let text = |language| concat(&[&self.evaluation().title(figure, language), ": ", &figure.line(language)]);
            let step = Step {
                depth: at,
                office: None,
                place: key.clone(),
                link: None,
                text: [text(Language::Indonesian), text(Language::English)],
            };
            if !trace.push(step) {
                return;
            }
            let sources = self.evaluation().sources(figure).into_iter().flatten();
            let mut below: Vec<(String, usize)> = sources.map(|source| (source, at + 1)).collect();
            below.reverse();
            waiting.extend(below);
            seen.push(key);
        }
    }
}

fn small_title(figure: &Figure, language: Language) -> String {
    figure.kind().title().get(language).to_lowercase()
}
