//! What the texts of an indicator mean.

use super::values::Year;
use crate::measure::{Realization, Target};
use crate::number::Number;
use crate::prelude::*;

/// An indicator's values, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What was promised for the period.
    pub target: Target,
    /// What was reached, where it is given.
    pub realization: Option<Realization>,
    /// The footnotes that follow it into every figure.
    pub footnotes: Vec<String>,
    /// Its quarters in their order.
    pub quarters: Vec<InQuarter>,
    /// Earlier years, the latest first.
    pub previous: Vec<Earlier>,
    /// The targets of the strategic plan, in the order of the years.
    pub renstra: Vec<(Year, Target)>,
}

/// A quarter of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct InQuarter {
    /// 1 to 4.
    pub quarter: u32,
    /// Its target; nothing where there is none in that quarter.
    pub target: Option<Number>,
    /// What was reached.
    pub realization: Realization,
}

/// An indicator in an earlier year.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The year.
    pub year: Year,
    /// What was promised.
    pub target: Target,
    /// What was reached.
    pub realization: Realization,
}
