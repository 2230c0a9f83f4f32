//! What an office holds, as every view shows it.

use crate::cascade::year::{Held, OfYear};
use crate::cascade::{Cascade, Ground, wording};
use crate::error::{Code, Error};
use crate::evaluate::Figure;
use crate::language::{Language, Text, bilingual};
use crate::measure::Target;
use crate::plain::choices;
use crate::prelude::*;
use crate::report::{LinkKind, Office, unit_of_text};
use crate::text::concat;

choices! {
    /// How an indicator goes down (cascading).
    pub enum Cascading {
        /// An office below holds the very same.
        Direct = "direct",
        /// Indicators of narrower scope support it.
        Indirect = "indirect",
        /// Both.
        Both = "both",
        /// Nothing below carries it: it is done here.
        None = "none",
    }
}

impl Cascading {
    /// The word for it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Direct => bilingual!("langsung", "direct"),
            Self::Indirect => bilingual!("tidak langsung", "indirect"),
            Self::Both => bilingual!("langsung dan tidak langsung", "direct and indirect"),
            Self::None => bilingual!("tidak diturunkan", "not passed on"),
        }
    }
}

/// An indicator in the hands of an office.
#[derive(Clone, Debug)]
pub struct HeldIndicator<'a> {
    /// The id of the indicator in the document; nothing for a row of an agreement that names none.
    pub id: Option<&'a str>,
    /// What it is called there.
    pub name: &'a str,
    /// The unit in which it is held; nothing where none is said.
    pub unit: Option<&'a str>,
    /// The target with which it is held.
    pub target: Target,
    /// The agreement that promises it; nothing where only the report names the office as responsible.
    pub agreement: Option<&'a str>,
    /// The id of the office above from which it came.
    pub from: Option<&'a str>,
    /// The ids of the offices below that hold the very same.
    pub adopted_by: Vec<&'a str>,
    /// How it goes down.
    pub cascading: Cascading,
    /// What was reached, in the year of the report.
    pub realization: Option<&'a Figure>,
    /// The achievement, in the year of the report.
    pub achievement: Option<&'a Figure>,
    /// What its components make.
    pub rolled_up: Option<&'a Figure>,
    /// Where it stands in the document.
    pub place: String,
}

impl HeldIndicator<'_> {
    /// The target as readers see it.
    #[must_use]
    pub fn target_text(&self, language: Language) -> String {
        let mut details = crate::error::Details::default();
        details.put("target", wording::target(self.target, unit_of_text(self.unit)));
        details.fill("{target}", language)
    }
}

impl Cascade {
    /// The office of an id.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`] where there is none.
    pub(crate) fn office(&self, id: &str) -> Result<usize, Error> {
        const OFFICE: Text = bilingual!("unit kerja", "office");
        let tag = OFFICE.get(Language::English);
        let unknown = || Error::new(Code::UnknownReference).text("id", id).word("kind", tag, OFFICE);
        self.ground().checked.places.offices.get(id).ok_or_else(unknown)
    }

    /// What an office holds in a year, promises first.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`] for an office that the report does not have.
    pub fn held_by(&self, office: &str, year: u16) -> Result<Vec<HeldIndicator<'_>>, Error> {
        let office = self.office(office)?;
        Ok(self.of_year(year).map_or_else(Vec::new, |of_year| self.held(of_year, office)))
    }

    /// An office and all below it, each after the one above it, with how many of them stand above; every office where none is
    /// given.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`] for an office that the report does not have.
    pub fn branch(&self, office: Option<&str>) -> Result<Vec<(&Office, usize)>, Error> {
        let ground = self.ground();
        let mut branch = Vec::new();
        for root in self.roots(office)? {
            let top = ground.branches.depth(root);
            for place in ground.branches.branch(root) {
                append(
                    &mut branch,
                    ground.document.offices.get(*place).map(|office| (office, ground.branches.depth(*place) - top)),
                );
            }
        }
        Ok(branch)
    }

    /// The id of the agreement of an office that counts in a year.
    #[must_use]
    pub fn agreement_of(&self, office: &str, year: u16) -> Option<&str> {
        let office = self.ground().checked.places.offices.get(office)?;
        let agreement = self.of_year(year)?.holdings.agreement(office)?;
        self.ground().document.agreements.get(agreement).map(|agreement| agreement.id.as_str())
    }

    pub(super) fn held<'a>(&'a self, of_year: &'a OfYear, office: usize) -> Vec<HeldIndicator<'a>> {
        let places: Vec<usize> = of_year.of_office(office).collect();
        some_of(&places, &mut |place| self.seen(of_year, *place))
    }

    pub(super) fn seen<'a>(&'a self, of_year: &'a OfYear, place: usize) -> Option<HeldIndicator<'a>> {
        let ground = self.ground();
        let held = of_year.held.get(place)?;
        let indicator = ground.indicator(&held.holding);
        let now = of_year.holdings.year == ground.document.period.year.get();
        let figure = |name: &str| {
            let id = indicator.filter(|_| now)?.id.as_str();
            self.evaluation().figure(&concat(&["indicators.", id, name]))
        };
        let office = |held: usize| -> Option<&'a str> {
            let office = ground.document.offices.get(of_year.office_of(held)?)?;
            Some(office.id.as_str())
        };
        Some(HeldIndicator {
            id: indicator.map(|indicator| indicator.id.as_str()),
            name: ground.name(&held.holding),
            unit: ground.unit(&held.holding).or_else(|| indicator.and_then(|one| one.unit.as_deref())),
            target: ground.target(&held.holding),
            agreement: ground.row(&held.holding).map(|(agreement, _)| agreement.id.as_str()),
            from: held.from.and_then(office),
            adopted_by: some_of(&held.adopted_by, &mut |below| office(*below)),
            cascading: ground.cascading(held),
            realization: figure(".realization"),
            achievement: figure(".achievement"),
            rolled_up: figure(".rolled_up"),
            place: ground.at(&held.holding),
        })
    }

    /// The figure of an office.
    pub(super) fn of_office(&self, office: &Office, name: &str) -> Option<&Figure> {
        self.evaluation().figure(&concat(&["offices.", office.id.as_str(), name]))
    }

    /// How many problems an office has.
    pub(super) fn problems_of(&self, office: usize) -> usize {
        self.parts.problems.get(office).copied().unwrap_or(0)
    }
}

impl Ground<'_> {
    pub(in crate::cascade) fn cascading(&self, held: &Held) -> Cascading {
        let supports = |link: &usize| {
            let kind = self.document.links.get(*link).map(|link| link.kind);
            matches!(kind, Some(LinkKind::Component | LinkKind::Contributes))
        };
        let adopts = |link: &usize| self.document.links.get(*link).map(|link| link.kind) == Some(LinkKind::Adopts);
        let direct = !held.adopted_by.is_empty() || held.supported_by.iter().any(adopts);
        match (direct, held.supported_by.iter().any(supports)) {
            (true, true) => Cascading::Both,
            (true, false) => Cascading::Direct,
            (false, true) => Cascading::Indirect,
            (false, false) => Cascading::None,
        }
    }
}
