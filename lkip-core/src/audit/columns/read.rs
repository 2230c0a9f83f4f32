//! [`Columns`] out of plain data, as JSON, Python and JavaScript hand them over.

use super::input::{Cell, Column, ColumnName, Columns};
use crate::error::{Error, Errors};
use crate::number::Style;
use crate::plain::{Choice, Fields, Plain, choose, count, list, number, owned_text};
use crate::prelude::*;
use crate::rules::Polarity;

const ROWS: &[&str] = &["rows", "jenis_baris"];
const LEVELS: &[&str] = &["levels", "level", "jenjang"];
const POLARITY: &[&str] = &["polarity", "polaritas"];
const STYLE: &[&str] = &["style", "gaya"];

impl Columns {
    /// A table out of plain data: a list of cells for each column under one of its names, and beside them `table`, `rows`,
    /// `levels`, `polarity` (one or a list) and `style` (one, or a record by columns). A cell is a text, a number, or
    /// nothing.
    ///
    /// ```
    /// use lkip_core::{Plain, audit::Columns};
    /// let table = Columns::from_plain(&Plain::from_json(
    ///     r#"{"uraian": ["Kerja sama"], "target": ["90,00"], "realisasi": ["100,00"], "capaian": ["111,11"]}"#,
    /// )?)?;
    /// assert_eq!(table.columns[2].heading, "realisasi");
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every mistake with its place: unknown columns, cells that are neither text nor number, binary fractions.
    pub fn from_plain(plain: &Plain) -> Result<Self, Errors> {
        let mut f = Fields::open(plain)?;
        let table = f.optional(&["table", "tabel"], owned_text);
        let mut columns = Self::new(table.as_deref().unwrap_or("Tabel"));
        let styles = f.optional(STYLE, styles).unwrap_or_default();
        for name in ColumnName::ALL {
            let heading = f.written(name.names()).to_owned();
            if let Some(cells) = f.optional(name.names(), |p| list(p, cell)) {
                let style = styles.iter().find(|(of, _)| of.is_none_or(|of| of == *name)).map(|(_, style)| *style);
                columns.columns.push(Column { name: *name, heading, cells, style });
            }
        }
        columns.rows = f.optional(ROWS, |p| list(p, choose)).unwrap_or_default();
        columns.levels = f.optional(LEVELS, |p| list(p, count)).unwrap_or_default();
        columns.polarity = f.optional(POLARITY, polarity).unwrap_or_default();
        f.done(|| Some(columns))
    }
}

/// A cell; nothing is a blank one.
fn cell(plain: &Plain) -> Result<Cell, Error> {
    match plain {
        Plain::Null => Ok(Cell::from("")),
        Plain::Text(text) => Ok(Cell::from(text.as_str())),
        other => number(other).map(Cell::from),
    }
}

/// One polarity for all rows, or one for each.
fn polarity(plain: &Plain) -> Result<Vec<Polarity>, Errors> {
    match plain {
        Plain::List(_) => list(plain, choose),
        one => Ok(vec![choose(one)?]),
    }
}

/// One style for all columns, or one for each that is named.
fn styles(plain: &Plain) -> Result<Vec<(Option<ColumnName>, Style)>, Errors> {
    if !matches!(plain, Plain::Record(_)) {
        return Ok(vec![(None, choose(plain)?)]);
    }
    let (mut styles, mut f) = (Vec::new(), Fields::open(plain)?);
    for (name, names) in ColumnName::ALL.iter().zip(ColumnName::NAMES) {
        if let Some(style) = f.optional(names, choose) {
            styles.push((Some(*name), style));
        }
    }
    f.done(|| Some(styles))
}
