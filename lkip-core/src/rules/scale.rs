//! [`Scale`]: ordered categories, and what a value between or beyond them is.

use alloc::sync::Arc;
use core::cmp::Ordering;
use core::fmt;

use super::citation::all_verified;
use super::{Bilingual, Citation, check};
use crate::error::{Detail, Errors};
use crate::number::{Number, Ratio, Rounding, Style};
use crate::outcome::{Outcome, Reason, ReasonCode};
use crate::plain::{Plain, Record, choices, serialize_as_plain};
use crate::prelude::*;
use crate::text::concat;
#[cfg(feature = "report")]
use crate::text::folded;

/// One end of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The value.
    pub value: Number,
    /// Whether the value itself belongs to the category.
    pub closed: bool,
}

/// A category (kategori, predikat) and the values that it holds.
#[doc(alias = "kategori")]
#[doc(alias = "predikat")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// The stable name in data: `sangat_berhasil`.
    pub code: String,
    /// What a report prints: "Sangat Berhasil".
    pub label: String,
    /// The second name that a source gives: "Memuaskan" beside "A".
    pub meaning: Option<String>,
    /// The lower end; nothing when it has none.
    pub lower: Option<Bound>,
    /// The upper end; nothing when it has none.
    pub upper: Option<Bound>,
}

/// What becomes of values between two categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gaps {
    /// There are none: the categories touch.
    #[default]
    None,
    /// Only the lower bounds decide; the upper ones are how the source prints the bands.
    LowerBound,
    /// The value is rounded first, to the step in which the bounds are printed.
    Round(Rounding),
    /// They have no category.
    Unclassified,
}

choices! {
    /// What becomes of values above the highest category.
    pub enum Above {
        /// They belong to it.
        Top = "top",
        /// They have no category.
        Unclassified = "unclassified",
    }
}

choices! {
    /// What becomes of values below the lowest category.
    pub enum Below {
        /// They belong to it.
        Bottom = "bottom",
        /// They have no category.
        Unclassified = "unclassified",
    }
}

/// The fields of a scale, before they are checked. See [`Scale`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScaleSpec {
    /// Small letters, digits and hyphens.
    pub id: String,
    /// Which edition.
    pub version: String,
    /// What it is called.
    pub title: Bilingual,
    /// Where it comes from.
    pub citations: Vec<Citation>,
    /// What becomes of values between two categories.
    pub gaps: Gaps,
    /// What becomes of values above the highest category.
    pub above: Above,
    /// What becomes of values below the lowest category.
    pub below: Below,
    /// The categories, the highest first.
    pub categories: Vec<Category>,
}

/// Ordered categories (skala ordinal): every value falls into one, or the scale says that it does not.
///
/// ```
/// use lkip_core::{rules, Ratio};
/// let sakip = rules::scale("sakip-predicate")?;
/// let label = |value: i32| sakip.find(&Ratio::from(value)).value().map(|band| band.category().label.clone());
/// assert_eq!(label(90).as_deref(), Some("A"));
/// assert_eq!(label(91).as_deref(), Some("AA"));
/// # Ok::<(), lkip_core::Error>(())
/// ```
#[doc(alias = "skala")]
#[derive(Clone, Debug)]
pub struct Scale(Arc<ScaleSpec>);

impl Scale {
    /// Checks the fields.
    ///
    /// # Errors
    ///
    /// Every gap, overlap and contradiction at once: [`ScaleGap`](crate::Code::ScaleGap),
    /// [`ScaleOverlap`](crate::Code::ScaleOverlap), [`EmptyCategory`](crate::Code::EmptyCategory) and the like.
    pub fn new(spec: ScaleSpec) -> Result<Self, Errors> {
        check::scale(&spec)?;
        Ok(Self(Arc::new(spec)))
    }

    /// The category of a value, with the bound that matched.
    #[must_use]
    pub fn find(&self, value: &Ratio) -> Outcome<Band> {
        let value = match self.gaps {
            Gaps::Round(rounding) => match value.round(rounding) {
                Some(rounded) => Ratio::from(rounded),
                None => return Reason::new(ReasonCode::TooLarge).end(),
            },
            _ => value.clone(),
        };
        let last = self.categories.len().saturating_sub(1);
        for (rank, category) in self.categories.iter().enumerate() {
            if !category.admits_from_below(&value) {
                continue;
            }
            // From the highest down, this is the first whose lower bound lets the value in.
            if category.admits_from_above(&value) || self.gaps == Gaps::LowerBound && rank > 0 {
                return Outcome::Computed(self.band(rank));
            }
            return match rank.checked_sub(1) {
                None if self.above == Above::Top => Outcome::Computed(self.band(0)),
                None => self.outside(&value),
                Some(higher) => self.in_gap(&value, category, higher),
            };
        }
        match self.below {
            Below::Bottom => Outcome::Computed(self.band(last)),
            Below::Unclassified => self.outside(&value),
        }
    }

    /// The category that a text names by its label, its code or its meaning, whatever its capitals, blanks and signs.
    ///
    /// ```
    /// let sakip = lkip_core::rules::scale("sakip-predicate")?;
    /// assert_eq!(sakip.named("Sangat baik").map(|band| band.category().label.clone()).as_deref(), Some("BB"));
    /// assert!(sakip.named("BBB").is_none());
    /// # Ok::<(), lkip_core::Error>(())
    /// ```
    #[cfg(feature = "report")]
    #[must_use]
    pub fn named(&self, text: &str) -> Option<Band> {
        let text = folded(text);
        let rank = self.categories.iter().position(|category| category.is_named(&text))?;
        Some(self.band(rank))
    }

    pub(crate) fn band(&self, rank: usize) -> Band {
        Band { scale: self.clone(), rank }
    }

    fn outside<T>(&self, value: &Ratio) -> Outcome<T> {
        let lowest = self.categories.last().and_then(|category| category.lower);
        let highest = self.categories.first().and_then(|category| category.upper);
        let end = |bound: Option<Bound>| match bound {
            Some(bound) => Detail::Number(bound.value.into()),
            None => Detail::Text("…".to_owned()),
        };
        Reason::new(ReasonCode::OutsideScale)
            .with("value", number(value))
            .with("low", end(lowest))
            .with("high", end(highest))
            .end()
    }

    fn in_gap<T>(&self, value: &Ratio, lower: &Category, higher: usize) -> Outcome<T> {
        let upper = self.categories.get(higher).map(|category| category.label.clone());
        Reason::new(ReasonCode::InScaleGap)
            .with("value", number(value))
            .with("lower", Detail::Text(lower.label.clone()))
            .with("upper", Detail::Text(upper.unwrap_or_default()))
            .end()
    }

    /// Whether every source was read word for word.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        all_verified(&self.citations)
    }

    /// The fields, to change some and check them again.
    #[must_use]
    pub fn to_spec(&self) -> ScaleSpec {
        ScaleSpec::clone(&self.0)
    }
}

fn number(value: &Ratio) -> Detail {
    Detail::Number(value.expand(10).into())
}

impl core::ops::Deref for Scale {
    type Target = ScaleSpec;

    fn deref(&self) -> &ScaleSpec {
        &self.0
    }
}

impl PartialEq for Scale {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Eq for Scale {}

impl Category {
    /// Whether it goes by a name, of which the letters and digits are given.
    #[cfg(feature = "report")]
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let named = |own: &str| folded(own) == name;
        named(&self.label) || named(&self.code) || self.meaning.as_deref().is_some_and(named)
    }

    /// Whether the value is not below the lower end.
    fn admits_from_below(&self, value: &Ratio) -> bool {
        self.lower.is_none_or(|bound| match value.cmp(&Ratio::from(bound.value)) {
            Ordering::Greater => true,
            Ordering::Equal => bound.closed,
            Ordering::Less => false,
        })
    }

    /// Whether the value is not above the upper end.
    fn admits_from_above(&self, value: &Ratio) -> bool {
        self.upper.is_none_or(|bound| match value.cmp(&Ratio::from(bound.value)) {
            Ordering::Less => true,
            Ordering::Equal => bound.closed,
            Ordering::Greater => false,
        })
    }
}

/// The category that a value fell into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    scale: Scale,
    rank: usize,
}

impl Band {
    /// The category.
    #[must_use]
    pub fn category(&self) -> &Category {
        // The rank was counted over these categories.
        self.scale.categories.get(self.rank).unwrap_or(&NO_CATEGORY)
    }

    /// The scale.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// The place in the scale, the highest category being 1.
    #[must_use]
    pub fn rank(&self) -> usize {
        self.rank + 1
    }

    /// The bounds that the value met, as mathematics writes them: `85 ≤ x`, `70 < x ≤ 80`.
    #[must_use]
    pub fn bounds(&self, style: Style) -> String {
        let category = self.category();
        let written = |bound: Bound| crate::number::write(bound.value, style, crate::number::Form::Number);
        let sign = |bound: Bound| if bound.closed { " ≤ " } else { " < " };
        let mut text = String::new();
        if let Some(bound) = category.lower {
            text = concat(&[&written(bound), sign(bound)]);
        }
        text.push('x');
        // Where only lower bounds decide, the printed upper ones matched nothing.
        let upper = category.upper.filter(|_| self.scale.gaps != Gaps::LowerBound || self.rank == 0);
        if let Some(bound) = upper {
            text.push_str(sign(bound));
            text.push_str(&written(bound));
        }
        text
    }
}

static NO_CATEGORY: Category =
    Category { code: String::new(), label: String::new(), meaning: None, lower: None, upper: None };

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

impl From<&Category> for Plain {
    fn from(category: &Category) -> Self {
        let mut record = Record::new();
        record.text("code", &category.code);
        record.text("label", &category.label);
        record.maybe("meaning", category.meaning.as_ref());
        if let Some(bound) = category.lower {
            record.put(if bound.closed { "from" } else { "above" }, bound.value);
        }
        if let Some(bound) = category.upper {
            record.put(if bound.closed { "to" } else { "below" }, bound.value);
        }
        Self::Record(record)
    }
}

impl From<&Gaps> for Plain {
    fn from(gaps: &Gaps) -> Self {
        match gaps {
            Gaps::None => Self::from("none"),
            Gaps::LowerBound => Self::from("lower_bound"),
            Gaps::Unclassified => Self::from("unclassified"),
            Gaps::Round(rounding) => {
                let mut record = Record::new();
                record.put("round", rounding);
                Self::Record(record)
            }
        }
    }
}

impl From<&Scale> for Plain {
    fn from(scale: &Scale) -> Self {
        let mut record = Record::new();
        record.text("id", &scale.id);
        record.text("version", &scale.version);
        record.put("title", &scale.title);
        record.put("citations", Self::list(&scale.citations));
        record.put("gaps", &scale.gaps);
        record.put("above", scale.above);
        record.put("below", scale.below);
        record.put("categories", Self::list(&scale.categories));
        Self::Record(record)
    }
}

serialize_as_plain!(Category, Gaps, Scale);
