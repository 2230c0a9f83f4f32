//! Categories, found by looking at every one of them.

use serde_json::Value;

use super::exact::{Exact, exact, rounded};

/// A category and its ends: the value and whether it belongs to the category.
#[derive(Clone, Debug)]
pub struct Band {
    /// The stable name.
    pub code: String,
    /// The lower end.
    pub lower: Option<(Exact, bool)>,
    /// The upper end.
    pub upper: Option<(Exact, bool)>,
}

/// What holds between categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// No value lies between, or those that do have no category.
    Left,
    /// Only lower ends decide.
    LowerBound,
    /// Values are rounded before they are placed.
    Round(String, usize),
}

/// A scale, the highest category first.
#[derive(Clone, Debug)]
pub struct Scale {
    /// What holds between categories.
    pub gap: Gap,
    /// Whether values above the top belong to it.
    pub top: bool,
    /// Whether values below the bottom belong to it.
    pub bottom: bool,
    /// The categories.
    pub bands: Vec<Band>,
}

/// Where a value falls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// Into the category of that code.
    In(String),
    /// Beyond an end.
    Outside,
    /// Between two categories.
    Between,
    /// Nowhere: it cannot be rounded without loss of digits.
    TooLarge,
}

impl Scale {
    /// A scale out of the JSON of the catalogue.
    ///
    /// # Panics
    ///
    /// When it is not the JSON of a scale.
    #[must_use]
    pub fn read(json: &Value) -> Self {
        let end = |band: &Value, closed: &str, open: &str| {
            let value = |name: &str| band.get(name).map(|v| exact(v.as_str().expect("a text")));
            value(closed).map(|v| (v, true)).or(value(open).map(|v| (v, false)))
        };
        let band = |band: &Value| Band {
            code: band["code"].as_str().expect("a code").to_owned(),
            lower: end(band, "from", "above"),
            upper: end(band, "to", "below"),
        };
        let gap = match &json["gaps"] {
            Value::String(word) if word == "lower_bound" => Gap::LowerBound,
            Value::String(word) if word == "none" || word == "unclassified" => Gap::Left,
            Value::Object(_) => {
                let round = &json["gaps"]["round"];
                let places = usize::try_from(round["places"].as_u64().expect("places")).expect("small");
                Gap::Round(round["mode"].as_str().expect("a mode").to_owned(), places)
            }
            other => panic!("unknown gaps {other}"),
        };
        Self {
            gap,
            top: matches!(json["above"].as_str(), Some("top" | "nearest")),
            bottom: matches!(json["below"].as_str(), Some("bottom" | "nearest")),
            bands: json["categories"].as_array().expect("categories").iter().map(band).collect(),
        }
    }

    /// Where a value falls.
    ///
    /// # Panics
    ///
    /// When two categories claim the value.
    #[must_use]
    pub fn place(&self, value: &Exact) -> Placed {
        let value = match &self.gap {
            Gap::Round(mode, places) => match rounded(value, mode, *places) {
                Some(text) => exact(&text),
                None => return Placed::TooLarge,
            },
            _ => value.clone(),
        };
        let holders = self.holders(&value);
        match holders.as_slice() {
            [one] => return Placed::In(self.bands[*one].code.clone()),
            [] => {}
            several => panic!("{several:?} claim {value} in {self:?}"),
        }
        let above = self.bands.first().and_then(|band| band.upper.as_ref()).is_some_and(|(end, _)| value >= *end);
        let below = self.bands.last().and_then(|band| band.lower.as_ref()).is_some_and(|(end, _)| value <= *end);
        match (above, below) {
            (true, _) if self.top => Placed::In(self.bands.first().expect("a band").code.clone()),
            (_, true) if self.bottom => Placed::In(self.bands.last().expect("a band").code.clone()),
            (false, false) => Placed::Between,
            _ => Placed::Outside,
        }
    }

    /// The categories that hold a value.
    #[must_use]
    pub fn holders(&self, value: &Exact) -> Vec<usize> {
        let reaches =
            |band: &Band| band.lower.as_ref().is_none_or(|(end, closed)| value > end || *closed && value == end);
        let within =
            |band: &Band| band.upper.as_ref().is_none_or(|(end, closed)| value < end || *closed && value == end);
        if self.gap == Gap::LowerBound {
            // Of all that the value reaches, the highest; the upper end counts at the top only.
            let highest = (0..self.bands.len()).find(|index| reaches(&self.bands[*index]));
            return highest.into_iter().filter(|index| *index > 0 || within(&self.bands[*index])).collect();
        }
        (0..self.bands.len()).filter(|index| reaches(&self.bands[*index]) && within(&self.bands[*index])).collect()
    }
}
