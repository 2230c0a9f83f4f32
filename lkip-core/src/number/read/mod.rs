//! Reading numbers as they stand in reports, spreadsheets and forms.
//!
//! A text is taken apart first (`surroundings`), whatever the style. Then each style reads the digits
//! (`digits`), and `choice` says which of them holds; over a column the sure cells decide the others
//! (`column`). What is malformed is refused with what it may mean (`candidates`). Words, marks and kinds of
//! signs are in `signs`.

mod candidates;
mod choice;
mod column;
mod digits;
mod signs;
mod surroundings;

use serde::Serialize;

use self::choice::Cell;
#[cfg(feature = "frame")]
pub(crate) use self::column::ColumnReader;
use super::{Number, ReadStyle, Style};
use crate::error::{Code, Error};
use crate::prelude::*;

/// What a text holds: the value, and everything that stands around it.
///
/// ```
/// use lkip_core::ReadStyle;
/// use lkip_core::number::{Content, read};
/// let reading = read("3,0885 *)", ReadStyle::Detect)?;
/// assert_eq!(reading.content, Content::Number("3.0885".parse()?));
/// assert_eq!(reading.footnote.as_deref(), Some("*)"));
/// let reading = read("100% (180 Kegiatan)", ReadStyle::Detect)?;
/// assert!(reading.percent);
/// assert_eq!(reading.annotation.as_deref(), Some("180 Kegiatan"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value, or the state that stands in its place.
    pub content: Content,
    /// The style in which the digits were read; none when they have no marks, so that every style reads them
    /// alike.
    pub style: Option<Style>,
    /// Whether the amount is marked as rupiah (`Rp`, `,-`).
    pub rupiah: bool,
    /// Whether a percent sign (or the word "persen") follows.
    pub percent: bool,
    /// The unit behind the number: `orang`, `kab./ Kota`.
    pub unit: Option<String>,
    /// What stands in brackets: `peringkat 4`.
    pub annotation: Option<String>,
    /// A footnote mark: `*)`.
    pub footnote: Option<String>,
}

impl Reading {
    pub(crate) const fn of(content: Content) -> Self {
        Self { content, style: None, rupiah: false, percent: false, unit: None, annotation: None, footnote: None }
    }

    /// The one number; `text` is what was read, for the message of the error.
    ///
    /// ```
    /// use lkip_core::{Code, ReadStyle};
    /// use lkip_core::number::read;
    /// let number = |text| read(text, ReadStyle::Detect).and_then(|reading| reading.number(text));
    /// assert_eq!(number("1 orang")?.to_string(), "1");
    /// assert_eq!(number("-").unwrap_err().code(), Code::NumberMissing);
    /// assert_eq!(number("90-100%").unwrap_err().code(), Code::RangeNotAllowed);
    /// assert_eq!(number("< 20").unwrap_err().code(), Code::BoundNotAllowed);
    /// assert_eq!(number("BB/Sangat Baik").unwrap_err().code(), Code::NotANumber);
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Code::NumberMissing`] for a blank, a dash and "NA", [`Code::RangeNotAllowed`],
    /// [`Code::BoundNotAllowed`], and [`Code::NotANumber`] for words.
    pub fn number(&self, text: &str) -> Result<Number, Error> {
        let code = match &self.content {
            Content::Number(number) => return Ok(*number),
            Content::Range { .. } => Code::RangeNotAllowed,
            Content::Bound { .. } => Code::BoundNotAllowed,
            Content::Blank | Content::Dash | Content::NotAvailable => Code::NumberMissing,
            Content::Words => Code::NotANumber,
        };
        Err(choice::quote(code, text))
    }
}

/// The value of a text, or the state that stands in its place.
///
/// A blank, a dash, "NA" and a zero are four different things in reports, and stay so.
///
/// ```
/// use lkip_core::ReadStyle;
/// use lkip_core::number::{Content, read};
/// let content = |text| read(text, ReadStyle::Detect).map(|reading| reading.content);
/// assert_eq!(content("")?, Content::Blank);
/// assert_eq!(content("Rp. -")?, Content::Dash);
/// assert_eq!(content("N/A")?, Content::NotAvailable);
/// assert_eq!(content("0 %")?, Content::Number(0.into()));
/// assert_eq!(content("PERINGKAT 4")?, Content::Words);
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// One number.
    Number(Number),
    /// A range: `90-100%`.
    Range {
        /// The low end.
        low: Number,
        /// The high end.
        high: Number,
    },
    /// A bound: `< 20`, `minimal 85%`.
    Bound {
        /// On which side of the value.
        relation: Relation,
        /// The value.
        value: Number,
    },
    /// Nothing, only blanks, or a mark without a number (`Rp`, `%`).
    Blank,
    /// A dash.
    Dash,
    /// `NA`, `N/A`, `n.a.`, `tidak ada data`.
    NotAvailable,
    /// Words: a label or a remark, no number.
    Words,
}

/// On which side of a bound the values lie.
///
/// ```
/// use lkip_core::ReadStyle;
/// use lkip_core::number::{Content, Relation, read};
/// let reading = read("Realisasi minimal 85%", ReadStyle::Detect)?;
/// assert_eq!(reading.content, Content::Bound { relation: Relation::AtLeast, value: 85.into() });
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// `< 20`
    Below,
    /// `≤ 20`, `maksimal 20`
    AtMost,
    /// `> 80`
    Above,
    /// `≥ 85`, `minimal 85`
    AtLeast,
}

impl Relation {
    /// The word for it in data.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::AtMost => "at_most",
            Self::Above => "above",
            Self::AtLeast => "at_least",
        }
    }
}

/// A column of texts, read together by [`read_column`].
///
/// ```
/// use lkip_core::{ReadStyle, Style};
/// use lkip_core::number::read_column;
/// let texts = ["86.84", "80,78", "375.000.00"];
/// let column = read_column(&texts, ReadStyle::Declared(Style::International));
/// // Tables mix the styles, and the readings say so.
/// let styles: Vec<_> = column.cells.iter().flatten().map(|reading| reading.style).collect();
/// assert_eq!(styles, [Some(Style::International), Some(Style::Indonesian)]);
/// assert!(column.cells[2].is_err());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The declared style, or the one that the cells prove; none when no cell proves one, or cells prove both.
    pub style: Option<Style>,
    /// A reading or an error for each text, in their order.
    pub cells: Vec<Result<Reading, Error>>,
}

/// Reads one text.
///
/// A text that two styles read differently is refused unless a style is declared: "1.250" may be 1250 or 1,25.
/// In rupiah it is 1250, for rupiah have at most two decimals. A declared style is held to strictly.
///
/// ```
/// use lkip_core::{Code, Language, ReadStyle, Style};
/// use lkip_core::number::{Content, read};
/// let content = |text, style| read(text, style).map(|reading| reading.content);
/// assert_eq!(content("98,40", ReadStyle::Detect)?, Content::Number("98.40".parse()?));
/// assert_eq!(content("Rp 1.250", ReadStyle::Detect)?, Content::Number(1250.into()));
/// assert_eq!(content("2,5 juta", ReadStyle::Detect)?, Content::Number(2_500_000.into()));
///
/// let error = content("1.250", ReadStyle::Detect).unwrap_err();
/// assert_eq!(error.message(Language::Indonesian), "Angka '1.250' bermakna ganda: tulis 1250 atau 1,25.");
/// let indonesian = ReadStyle::Declared(Style::Indonesian);
/// assert_eq!(content("1.250", indonesian)?, Content::Number(1250.into()));
/// assert_eq!(content("98.40", indonesian).unwrap_err().code(), Code::WrongStyle);
/// # Ok::<(), lkip_core::Error>(())
/// ```
///
/// # Errors
///
/// * [`Code::AmbiguousNumber`]: two styles read it differently, and none is declared.
/// * [`Code::WrongStyle`]: not in the declared style, but in another.
/// * [`Code::MalformedNumber`]: in no style; `(1.234)` and `- 5`, whose sign is in doubt; `1-2 juta`.
/// * [`Code::NumberTooLong`]: more than 28 digits.
/// * [`Code::RangeReversed`]: the low end of a range is above its high end.
/// * [`Code::NotANumber`], [`Code::NotFinite`]: neither a number nor words nor a state.
///
/// The first three carry the values that may be meant as `candidates`, without zeros at their ends; a range as
/// `90-100`.
#[doc(alias = "baca")]
pub fn read(text: &str, style: ReadStyle) -> Result<Reading, Error> {
    // The cell of a column may be in another style; here it may not.
    let is_other = |own| matches!(style, ReadStyle::Declared(style) if style != own);
    let contents = match Cell::of(text, style) {
        Cell::One(_, content, Some(own)) if is_other(own) => vec![content],
        Cell::One(around, content, own) => return Ok(around.reading(content, own)),
        Cell::Two { indonesian, international, .. } => vec![indonesian, international],
        Cell::Refused(error) => return Err(error),
    };
    Err(match style {
        ReadStyle::Detect => choice::undecided(Code::AmbiguousNumber, text, &contents),
        ReadStyle::Declared(style) => {
            choice::undecided(Code::WrongStyle, text, &contents).word("style", style.as_str(), style.example())
        }
    })
}

/// The number of a text in plain digits with a decimal point, where it can mean nothing else; nothing where it may.
///
/// Three digits behind a point may be thousands: those and whatever is not plain are for [`read`]. It gives what
/// [`read`] gives, in a fraction of the time.
///
/// ```
/// use lkip_core::number::read_plain;
/// assert_eq!(read_plain("98.40").map(|number| number.to_string()).as_deref(), Some("98.40"));
/// assert_eq!(read_plain("1.250"), None);
/// assert_eq!(read_plain("98,40"), None);
/// ```
#[must_use]
pub fn read_plain(text: &str) -> Option<Number> {
    Number::of_canonical(text).ok().filter(|number| number.places() != 3)
}

/// Reads a column of texts.
///
/// Without a declared style, the cells that only one style can read prove it, and it decides the cells that
/// two styles read differently. When none is proven, or both are, those cells are refused. With a declared
/// style, a cell that only another style can read is read in that one, as tables mix them; its
/// [`Reading::style`] says so.
///
/// ```
/// use lkip_core::{Code, ReadStyle, Style};
/// use lkip_core::number::read_column;
/// let column = read_column(&["82,057", "33,82", "-"], ReadStyle::Detect);
/// assert_eq!(column.style, Some(Style::Indonesian));
/// let first = column.cells[0].as_ref().map_err(Clone::clone)?;
/// assert_eq!(first.number("82,057")?.to_string(), "82.057");
///
/// let column = read_column(&["3.370", "464"], ReadStyle::Detect);
/// assert_eq!(column.cells[0].as_ref().unwrap_err().code(), Code::StyleUndecided);
/// # Ok::<(), lkip_core::Error>(())
/// ```
///
/// # Errors
///
/// A cell that cannot be read is an error in its place, with the codes of [`read`], but for
/// [`Code::WrongStyle`]. A cell that nothing decides is a [`Code::StyleUndecided`] with its `text` and its
/// `candidates` ([`Code::AmbiguousNumber`] when the plain style is declared).
#[must_use]
#[doc(alias = "baca_kolom")]
pub fn read_column(texts: &[&str], style: ReadStyle) -> Column {
    column::read_column(texts, style)
}

#[cfg(test)]
mod tests;
