//! The names of the columns that a measurement makes.

use crate::error::{Code, Error, Errors};
use crate::plain::{Problems, choices};

choices! {
    /// A column that a measurement makes.
    pub enum Made {
        /// The reported percentage.
        Percent = "percent",
        /// The exact percentage, as a fraction.
        Exact = "exact",
        /// The label of the category.
        Category = "category",
        /// How it ended: `computed`, `not_applicable`, `not_computable`.
        Outcome = "outcome",
        /// Why there is no percentage.
        Reason = "reason",
        /// How many rows of a group count.
        Used = "used",
        /// How many rows a group has.
        Total = "total",
        /// How many rows of a group count as zero.
        AsZero = "as_zero",
    }
}

/// The columns that are made beside those that stay: of every row, or of groups.
///
/// # Errors
///
/// [`ColumnTaken`](Code::ColumnTaken) where a column that stays has such a name: nothing is overwritten.
///
/// ```
/// use lkip_core::{Code, frame};
/// let made = frame::made(&["Target", "Realisasi"], false, false)?;
/// assert_eq!(made.map(|made| made.as_str()).collect::<Vec<_>>(), ["percent", "category", "outcome", "reason"]);
/// assert_eq!(frame::made(&["percent"], false, false).err().map(|errors| errors.first().code()), Some(Code::ColumnTaken));
/// # Ok::<(), lkip_core::Errors>(())
/// ```
pub fn made(staying: &[&str], of_groups: bool, exact: bool) -> Result<impl Iterator<Item = Made>, Errors> {
    let is_made = move |made: &Made| match made {
        Made::Exact => exact,
        Made::Used | Made::Total | Made::AsZero => of_groups,
        Made::Percent | Made::Category | Made::Outcome | Made::Reason => true,
    };
    let made = Made::ALL.iter().copied().filter(is_made);
    let mut problems = Problems::default();
    for taken in made.clone().filter(|made| staying.contains(&made.as_str())) {
        problems.add(Error::new(Code::ColumnTaken).text("column", taken.as_str()).within(taken.as_str()));
    }
    problems.done().map(|()| made)
}
