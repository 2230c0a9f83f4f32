//! [`Figure`]: one number of a report, with its key and everything that made it.

use alloc::sync::Arc;

use crate::explain::{Explanation, display_value};
use crate::language::{Language, Text, bilingual};
use crate::measure::{Achievement, Average, Calculation, Coverage, Exact, Progress, Unit, Value};
use crate::number::{Number, Ratio};
use crate::outcome::{Outcome, Reason};
use crate::plain::choices;
use crate::prelude::*;
use crate::report::Document;
use crate::rules::{Band, RuleSet};

/// One figure of an evaluated report.
#[doc(alias = "angka")]
#[derive(Clone, Debug)]
pub struct Figure {
    pub(super) key: Box<str>,
    pub(super) subject: Subject,
    pub(super) kind: FigureKind,
    pub(super) made: Made,
}

/// What a figure is about: a place in one of the lists of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The report as a whole.
    Report,
    /// A goal.
    Goal(usize),
    /// An objective.
    Objective(usize),
    /// An indicator.
    Indicator(usize),
    /// A supporting value.
    Supporting(usize),
    /// A line of the budget.
    BudgetLine(usize),
    /// An office.
    Office(usize),
    /// A program: the first line of the budget that has its code or name.
    Program(usize),
    /// An agreement.
    Agreement(usize),
}

impl Subject {
    /// The word for what it is: indicator, objective.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Report => bilingual!("Laporan", "Report"),
            Self::Goal(_) => bilingual!("Tujuan", "Goal"),
            Self::Objective(_) => bilingual!("Sasaran", "Objective"),
            Self::Indicator(_) => bilingual!("Indikator", "Indicator"),
            Self::Supporting(_) => bilingual!("Data pendukung", "Supporting value"),
            Self::BudgetLine(_) => bilingual!("Baris anggaran", "Budget line"),
            Self::Office(_) => bilingual!("Unit kerja", "Office"),
            Self::Program(_) => bilingual!("Program", "Program"),
            Self::Agreement(_) => bilingual!("Perjanjian kinerja", "Performance agreement"),
        }
    }

    /// What it is called.
    pub(super) fn name(self, document: &Document) -> &str {
        let found = match self {
            Self::Report => Some(&*document.title),
            Self::Goal(place) => document.goals.get(place).map(|goal| &*goal.name),
            Self::Objective(place) => document.objectives.get(place).map(|objective| &*objective.name),
            Self::Indicator(place) => document.indicators.get(place).map(|indicator| &*indicator.name),
            Self::Supporting(place) => document.supporting.get(place).map(|entry| &*entry.name),
            Self::BudgetLine(place) | Self::Program(place) => document.budget.get(place).map(|line| &*line.name),
            Self::Office(place) => document.offices.get(place).map(|office| &*office.name),
            Self::Agreement(place) => document.agreements.get(place).map(|entry| entry.id.as_str()),
        };
        found.unwrap_or_default()
    }
}

choices! {
    /// What kind of figure it is.
    #[derive(PartialOrd, Ord)]
    pub enum FigureKind {
        /// A target.
        Target = "target",
        /// A realization, given or computed.
        Realization = "realization",
        /// What the formula of a realization gives where the realization is given.
        Computed = "computed",
        /// What the components of the cascade make of an indicator.
        RolledUp = "rolled_up",
        /// A labelled operand of a formula.
        Component = "component",
        /// The achievement of the period.
        Achievement = "achievement",
        /// A quarter against its own target.
        AgainstQuarter = "against_quarter",
        /// All quarters so far against the targets so far.
        ToDate = "to_date",
        /// All quarters so far against the target of the year.
        AgainstYear = "against_year",
        /// The achievement of an earlier year.
        EarlierAchievement = "earlier_achievement",
        /// The relative change of the realization since an earlier year.
        Change = "change",
        /// The difference of the realization since an earlier year.
        Points = "points",
        /// The difference of the achievements since an earlier year.
        AchievementPoints = "achievement_points",
        /// Progress to a target of the strategic plan.
        Progress = "progress",
        /// The realization against the national value.
        National = "national",
        /// A supporting value.
        Value = "value",
        /// An average of achievements.
        Average = "average",
        /// The score of an office.
        Score = "score",
        /// An allocation.
        Allocation = "allocation",
        /// Spending.
        Spending = "spending",
        /// Spending against the allocation.
        Absorption = "absorption",
        /// What is left of the allocation.
        Remainder = "remainder",
        /// Efficiency.
        Efficiency = "efficiency",
        /// The absorption of a program against the least that was promised.
        Minimum = "minimum",
        /// A total of program budgets.
        Total = "total",
    }
}

impl FigureKind {
    /// The word for it: target, realization, achievement.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Target => bilingual!("Target", "Target"),
            Self::Realization => bilingual!("Realisasi", "Realization"),
            Self::Computed => bilingual!("Realisasi menurut rumus", "Realization by its formula"),
            Self::RolledUp => bilingual!("Realisasi menurut komponen penjenjangan", "Realization by its components"),
            Self::Component => bilingual!("Komponen", "Component"),
            Self::Achievement => bilingual!("Capaian", "Achievement"),
            Self::AgainstQuarter => {
                bilingual!("Capaian terhadap target triwulan", "Achievement against the target of the quarter")
            }
            Self::ToDate => bilingual!("Capaian sampai dengan triwulan", "Achievement to date"),
            Self::AgainstYear => {
                bilingual!("Capaian terhadap target setahun", "Achievement against the target of the year")
            }
            Self::EarlierAchievement => bilingual!("Capaian tahun sebelumnya", "Achievement of an earlier year"),
            Self::Change => bilingual!("Pertumbuhan", "Growth"),
            Self::Points => bilingual!("Selisih realisasi", "Difference of the realizations"),
            Self::AchievementPoints => bilingual!("Selisih capaian", "Difference of the achievements"),
            Self::Progress => bilingual!("Tingkat kemajuan", "Progress"),
            Self::National => bilingual!("Terhadap nilai nasional", "Against the national value"),
            Self::Value => bilingual!("Nilai", "Value"),
            Self::Average => bilingual!("Rata-rata", "Average"),
            Self::Score => bilingual!("Nilai kinerja", "Score"),
            Self::Allocation => bilingual!("Pagu", "Allocation"),
            Self::Spending => bilingual!("Realisasi anggaran", "Spending"),
            Self::Absorption => bilingual!("Penyerapan", "Absorption"),
            Self::Remainder => bilingual!("Sisa anggaran", "Remainder"),
            Self::Efficiency => bilingual!("Efisiensi", "Efficiency"),
            Self::Minimum => bilingual!("Penyerapan terhadap yang diperjanjikan", "Absorption against the promise"),
            Self::Total => bilingual!("Jumlah", "Total"),
        }
    }
}

/// What made a figure.
#[derive(Clone, Debug)]
pub enum Made {
    /// It stands in the document.
    Given {
        /// The number.
        value: Number,
        /// Its unit.
        unit: Unit,
    },
    /// There is nothing to make it of.
    Missing(Reason),
    /// The achievement of an indicator, a quarter or an earlier year, or progress to a target.
    Achievement(Arc<Achievement>),
    /// Progress to a target of the strategic plan, or against the national value.
    Progress(Box<Progress>),
    /// An average.
    Average(Arc<Average>),
    /// A formula.
    Calculation(Arc<Calculation>),
}

impl Figure {
    /// Its key: `indicators.iku-1.achievement`.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// What kind of figure it is.
    #[must_use]
    pub fn kind(&self) -> FigureKind {
        self.kind
    }

    /// What made it.
    #[must_use]
    pub fn made(&self) -> &Made {
        &self.made
    }

    /// The value, or why there is none.
    #[must_use]
    pub fn outcome(&self) -> Outcome<Value> {
        match &self.made {
            Made::Given { value, unit } => {
                Outcome::Computed(Value { reported: *value, exact: Exact::Ratio(Ratio::from(*value)), unit: *unit })
            }
            Made::Missing(reason) => reason.clone().end(),
            Made::Achievement(achievement) => achievement.outcome().clone().map(Value::from),
            Made::Progress(progress) => progress.outcome().clone().map(Value::from),
            Made::Average(average) => average.outcome().clone().map(Value::from),
            Made::Calculation(calculation) => calculation.outcome().clone(),
        }
    }

    /// The value as it is reported, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<Number> {
        match &self.made {
            Made::Given { value, .. } => Some(*value),
            Made::Missing(_) => None,
            Made::Achievement(achievement) => achievement.percent(),
            Made::Progress(progress) => progress.percent(),
            Made::Average(average) => average.percent(),
            Made::Calculation(calculation) => calculation.value().map(|value| value.reported),
        }
    }

    /// The exact value, if there is one; of a root the reported one.
    #[must_use]
    pub fn exact(&self) -> Option<Ratio> {
        match &self.made {
            Made::Given { value, .. } => Some(Ratio::from(*value)),
            Made::Missing(_) => None,
            Made::Achievement(achievement) => achievement.exact().cloned(),
            Made::Progress(progress) => progress.outcome().value().map(|percent| percent.exact.clone()),
            Made::Average(average) => average.outcome().value().map(|percent| percent.exact.clone()),
            Made::Calculation(calculation) => calculation.value().map(Value::ratio),
        }
    }

    /// The category, where the figure is one that can have it.
    #[must_use]
    pub fn category(&self) -> Option<&Outcome<Band>> {
        match &self.made {
            Made::Given { .. } | Made::Missing(_) | Made::Progress(_) => None,
            Made::Achievement(achievement) => Some(achievement.category()),
            Made::Average(average) => Some(average.category()),
            Made::Calculation(calculation) => calculation.category(),
        }
    }

    /// n of N, for an average.
    #[must_use]
    pub fn coverage(&self) -> Option<&Coverage> {
        match &self.made {
            Made::Average(average) => Some(average.coverage()),
            _ => None,
        }
    }

    /// The rules that it was made by; nothing for what stands in the document.
    #[must_use]
    pub fn rules(&self) -> Option<&RuleSet> {
        match &self.made {
            Made::Given { .. } | Made::Missing(_) => None,
            Made::Achievement(achievement) => Some(achievement.rules()),
            Made::Progress(progress) => Some(progress.rules()),
            Made::Average(average) => Some(average.rules()),
            Made::Calculation(calculation) => Some(calculation.rules()),
        }
    }

    /// The footnote marks that it carries.
    #[must_use]
    pub fn footnotes(&self) -> Vec<String> {
        match &self.made {
            Made::Given { .. } | Made::Missing(_) => Vec::new(),
            Made::Achievement(achievement) => achievement.measurement().footnotes.clone(),
            Made::Progress(progress) => progress.measurement().footnotes.clone(),
            Made::Average(average) => each(&average.footnotes(), &mut |mark| (*mark).to_owned()),
            Made::Calculation(calculation) => calculation.footnotes(),
        }
    }

    /// Where it comes from, in one language.
    #[must_use]
    pub fn explanation(&self, language: Language) -> Explanation {
        match &self.made {
            Made::Given { .. } | Made::Missing(_) => Explanation::of_document(self.line(language), language),
            Made::Achievement(achievement) => achievement.explanation(language),
            Made::Progress(progress) => progress.explanation(language),
            Made::Average(average) => average.explanation(language),
            Made::Calculation(calculation) => calculation.explanation(language),
        }
    }

    /// The explanation in one line, without everything that it rests on: for a list of many figures.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        match &self.made {
            Made::Given { value, unit } => display_value(*value, *unit, language),
            Made::Missing(reason) => reason.message(language),
            Made::Achievement(achievement) => achievement.line(language),
            Made::Progress(progress) => progress.line(language),
            Made::Average(average) => average.line(language),
            Made::Calculation(calculation) => calculation.line(language),
        }
    }
}
