//! [`Roles`]: which column of a frame is what.

use super::heading::folded;
use super::word::polarity;
use crate::error::{Code, Error, Errors};
use crate::plain::{Problems, choices};
use crate::prelude::*;
use crate::rules::Polarity;

choices! {
    /// What a column is to a measurement, and the headings by which it is recognized (field names of existing applications;
    /// years, signs and capitals do not matter).
    pub enum Role {
        /// What was promised.
        Target = "target" | "rencana" | "target_tahunan" | "target_kinerja" | "target_akhir" | "target_angka"
            | "target_pk" | "target_rkt" | "target_tahun_ini" | "nilai_target",
        /// What was reached.
        Realization = "realization" | "realisasi" | "realisasi_tahunan" | "realisasi_kinerja" | "realisasi_akhir"
            | "realisasi_angka" | "realisasi_kumulatif" | "realisasi_tahun_ini" | "nilai_realisasi" | "actual_value",
        /// Which way is good.
        Polarity = "polarity" | "polaritas" | "arah" | "sifat" | "sifat_indikator" | "jenis_indikator" | "tipe_indikator",
        /// What became of a realization that has no value of its own.
        State = "realization_state" | "keadaan_realisasi" | "keadaan",
        /// How much the row weighs in averages.
        Weight = "weight" | "bobot" | "bobot_indikator",
    }
}

/// What a call says of the columns: their headings, where it names them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The heading of the targets.
    pub target: Option<&'a str>,
    /// The heading of the realizations.
    pub realization: Option<&'a str>,
    /// The heading of the polarities, or one polarity for all rows.
    pub polarity: Option<&'a str>,
    /// The heading of the states of realizations.
    pub state: Option<&'a str>,
    /// The heading of the weights.
    pub weight: Option<&'a str>,
    /// The headings by which rows are grouped.
    pub by: &'a [&'a str],
}

/// Where polarities come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolarityOf {
    /// All rows have the same.
    All(Polarity),
    /// A column has them.
    Column(usize),
}

/// The places of the columns that are something to a measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roles {
    /// The targets.
    pub target: usize,
    /// The realizations.
    pub realization: usize,
    /// The polarities.
    pub polarity: PolarityOf,
    /// The states of realizations.
    pub state: Option<usize>,
    /// The weights.
    pub weight: Option<usize>,
    /// By what rows are grouped.
    pub by: Vec<usize>,
}

impl Roles {
    /// Finds the columns that a call names, and recognizes the others by their headings.
    ///
    /// # Errors
    ///
    /// [`UnknownColumn`](Code::UnknownColumn), [`ColumnNotFound`](Code::ColumnNotFound) where a target or a realization cannot be
    /// recognized, [`AmbiguousColumn`](Code::AmbiguousColumn) where several columns are the same: all mistakes at once.
    ///
    /// ```
    /// use lkip_core::frame::{Asked, PolarityOf, Roles};
    /// use lkip_core::{Code, Polarity};
    /// let headings = ["Biro", "Target", "Realisasi", "Realisasi 2020"];
    /// let unclear = Roles::find(&headings, &Asked::default()).unwrap_err();
    /// assert_eq!(unclear.first().code(), Code::AmbiguousColumn);
    /// let asked = Asked { realization: Some("Realisasi"), polarity: Some("turun"), by: &["Biro"], ..Asked::default() };
    /// let roles = Roles::find(&headings, &asked)?;
    /// assert_eq!((roles.target, roles.realization, roles.by), (1, 2, vec![0]));
    /// assert_eq!(roles.polarity, PolarityOf::All(Polarity::Lower));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    pub fn find(headings: &[&str], asked: &Asked<'_>) -> Result<Self, Errors> {
        let mut problems = Problems::default();
        let search = Search { headings, folded: each(headings, &mut |heading| folded(heading)) };
        let target = problems.note(search.needed(Role::Target, asked.target));
        let realization = problems.note(search.needed(Role::Realization, asked.realization));
        let polarity = problems.note(search.polarity(asked.polarity));
        let state = problems.note(search.find(Role::State, asked.state)).flatten();
        let weight = problems.note(search.find(Role::Weight, asked.weight)).flatten();
        let mut by = Vec::with_capacity(asked.by.len());
        for (place, heading) in asked.by.iter().enumerate() {
            by.extend(problems.note(search.named(heading).map_err(|error| error.at(place).within("by"))));
        }
        problems.done()?;
        let (Some(target), Some(realization), Some(polarity)) = (target, realization, polarity) else {
            // Without a problem all were found.
            return Err(Error::new(Code::ColumnNotFound).into());
        };
        Ok(Self { target, realization, polarity, state, weight, by })
    }
}

struct Search<'a> {
    headings: &'a [&'a str],
    folded: Vec<String>,
}

impl Search<'_> {
    fn needed(&self, role: Role, asked: Option<&str>) -> Result<usize, Error> {
        self.find(role, asked)?.ok_or_else(|| {
            let error = Error::new(Code::ColumnNotFound).text("role", role.as_str()).texts("choices", self.headings);
            error.within(role.as_str())
        })
    }

    /// The column of a role; nothing where none is.
    fn find(&self, role: Role, asked: Option<&str>) -> Result<Option<usize>, Error> {
        let found = match asked {
            Some(heading) => self.named(heading).map(Some),
            None => self.recognized(role),
        };
        found.map_err(|error| error.within(role.as_str()))
    }

    fn named(&self, heading: &str) -> Result<usize, Error> {
        place_of(self.headings, heading)
    }

    fn recognized(&self, role: Role) -> Result<Option<usize>, Error> {
        let is_role = |place: usize| self.folded.get(place).is_some_and(|name| role.names().contains(&name.as_str()));
        let places: Vec<usize> = (0..self.headings.len()).filter(|place| is_role(*place)).collect();
        match places.as_slice() {
            [] => Ok(None),
            [place] => Ok(Some(*place)),
            places => Err(ambiguous(self.headings, places)),
        }
    }

    /// A column where one has that heading, or else a word for all rows.
    fn polarity(&self, asked: Option<&str>) -> Result<PolarityOf, Error> {
        if let Some(asked) = asked
            && !self.headings.contains(&asked)
        {
            return polarity(asked).map(PolarityOf::All).map_err(|error| error.within(Role::Polarity.as_str()));
        }
        let column = self.find(Role::Polarity, asked)?;
        Ok(column.map_or(PolarityOf::All(Polarity::Higher), PolarityOf::Column))
    }
}

/// The place of the column of a heading.
///
/// # Errors
///
/// [`UnknownColumn`](Code::UnknownColumn), and [`AmbiguousColumn`](Code::AmbiguousColumn) where several have it.
///
/// ```
/// use lkip_core::frame::place_of;
/// assert_eq!(place_of(&["Target", "Realisasi"], "Realisasi")?, 1);
/// # Ok::<(), lkip_core::Error>(())
/// ```
pub fn place_of(headings: &[&str], heading: &str) -> Result<usize, Error> {
    let places: Vec<usize> = (0..headings.len()).filter(|place| headings.get(*place) == Some(&heading)).collect();
    match places.as_slice() {
        [place] => Ok(*place),
        [] => Err(Error::new(Code::UnknownColumn).text("found", heading).texts("choices", headings)),
        places => Err(ambiguous(headings, places)),
    }
}

fn ambiguous(headings: &[&str], places: &[usize]) -> Error {
    let headings = some_of(places, &mut |place| headings.get(*place).copied());
    Error::new(Code::AmbiguousColumn).texts("choices", &headings)
}
