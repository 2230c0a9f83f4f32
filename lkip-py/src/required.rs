//! [`Required`]: what realization reaches a percentage or a category.

use lkip_core::api::RequiredAnswer;
use lkip_core::measure::{End, Reach, Remaining as CoreRemaining, Span};
use lkip_core::{Language, Number, Outcome};
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};

use crate::category::Reason;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, fraction, language_or};

/// The realizations that give a wanted percentage or category (realisasi yang diperlukan), in the indicator's own unit.
///
/// Made by `required_realization()`. Frozen, hashable, picklable; equal when what is asked and the answer are.
/// `__match_args__` are `low` and `high`.
///
/// >>> import lkip
/// >>> lkip.required_realization("325", category="sangat_berhasil", rules="bkd-ntt-2021").low
/// Decimal('276.25')
/// >>> print(lkip.required_realization("100", percent="90", rules="bkd-ntt-2021").explain("en"))
/// realization ÷ 100 × 100 % ≥ 90 % (cut off, 2 decimals) if realization ≥ 90; with 2 decimals at least 90.00
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Required {
    pub(crate) answer: RequiredAnswer,
}

impl PartialEq for Required {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        one.required == other.required
            && one.places == other.places
            && one.options == other.options
            && one.remaining == other.remaining
    }
}

impl Hash for Required {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let reach = self.reach();
        let ends = reach.value().map(|reach| (reach.from, reach.to));
        (reach.tag(), ends, self.answer.places).hash(state);
    }
}

impl Required {
    fn reach(&self) -> Outcome<Reach> {
        self.answer.required.with_places(self.answer.places)
    }

    fn end(&self, end: impl FnOnce(&Reach) -> Option<Number>) -> Option<Number> {
        self.reach().value().and_then(end)
    }

    fn bound<'a>(&'a self, end: impl FnOnce(&'a Span) -> Option<&'a End>) -> Option<&'a End> {
        self.reach().value()?;
        self.answer.required.bounds().value().and_then(end)
    }
}

#[pymethods]
impl Required {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("low", "high")
    }

    /// Whether there is such a realization: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.reach().tag()
    }

    /// The smallest realization of so many decimal places that gives what is wanted; None where any lower one does as
    /// well, and where none does.
    #[getter]
    fn low<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.end(|reach| reach.from).map(|low| decimal(py, low)).transpose()
    }

    /// The largest; None where any higher one does as well, and where none does.
    #[getter]
    fn high<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.end(|reach| reach.to).map(|high| decimal(py, high)).transpose()
    }

    /// The low end before rounding, as a `fractions.Fraction`; None where there is none.
    #[getter]
    fn low_exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.bound(|span| span.from.as_ref()).map(|end| fraction(py, &end.value)).transpose()
    }

    /// The high end before rounding, as a `fractions.Fraction`; None where there is none.
    #[getter]
    fn high_exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.bound(|span| span.to.as_ref()).map(|end| fraction(py, &end.value)).transpose()
    }

    /// Whether the exact low end itself gives what is wanted; None where there is none.
    #[getter]
    fn low_included(&self) -> Option<bool> {
        self.bound(|span| span.from.as_ref()).map(|end| end.included)
    }

    /// Whether the exact high end itself gives what is wanted; None where there is none.
    #[getter]
    fn high_included(&self) -> Option<bool> {
        self.bound(|span| span.to.as_ref()).map(|end| end.included)
    }

    /// How many decimal places the realizations are written with.
    #[getter]
    fn places(&self) -> u32 {
        self.answer.places
    }

    /// What the quarters that are left must bring; None where none were named.
    #[getter]
    fn remaining<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Remaining>>> {
        let RequiredAnswer { remaining, options, .. } = &slf.get().answer;
        let language = options.language;
        let made = remaining.clone().map(|remaining| Remaining { remaining, language });
        made.map(|made| Origin::part(slf, "remaining").make(slf.py(), made)).transpose()
    }

    /// Why there is no such realization. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let language = slf.get().answer.options.language;
        let reach = slf.get().reach();
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, language);
        reach.reason().map(new).transpose()
    }

    /// How it follows, in one line: what the formula must give, the exact ends, and the decimals that keep to them.
    ///
    /// `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None))]
    fn explain(&self, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        let language = language_or(language, self.answer.options.language)?;
        Ok(self.answer.required.line(self.answer.places, language))
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn _repr_html_(&self) -> String {
        let RequiredAnswer { required, places, options, .. } = &self.answer;
        html::sentence(&required.line(*places, options.language), options.language)
    }

    fn __repr__(&self) -> String {
        match self.reach() {
            Outcome::Computed(Reach { from, to }) => {
                let end = |name: &str, end: Option<Number>| end.map(|end| format!("{name} {end}"));
                let ends: Vec<String> = [end("low", from), end("high", to)].into_iter().flatten().collect();
                format!("Required({})", ends.join(", "))
            }
            other => format!("Required({}: {})", other.tag(), other.reason().map_or("", |r| r.code().as_str())),
        }
    }
}

/// What the quarters that are left must bring, in the indicator's own unit.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Remaining {
    remaining: Outcome<CoreRemaining>,
    language: Language,
}

impl PartialEq for Remaining {
    fn eq(&self, other: &Self) -> bool {
        self.method() == other.method()
            && self.remaining.reason() == other.remaining.reason()
            && self.remaining.value().map(CoreRemaining::ratio) == other.remaining.value().map(CoreRemaining::ratio)
    }
}

impl Hash for Remaining {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.method(), self.remaining.value().map(CoreRemaining::ratio)).hash(state);
    }
}

#[pymethods]
impl Remaining {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("method", "exact")
    }

    /// How it ended: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.remaining.tag()
    }

    /// How they bring it: `together`, the `last` one, or each `on_average`; None where there is nothing to tell.
    #[getter]
    fn method(&self) -> Option<&'static str> {
        self.remaining.value().map(CoreRemaining::as_str)
    }

    /// The exact value, as a `fractions.Fraction`; zero or less when nothing more is needed. None where there is none.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.remaining.value().map(|remaining| fraction(py, remaining.ratio())).transpose()
    }

    /// Why there is no value. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let Self { remaining, language } = slf.get();
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, *language);
        remaining.reason().map(new).transpose()
    }

    fn __repr__(&self) -> String {
        match &self.remaining {
            Outcome::Computed(remaining) => format!("Remaining({} {})", remaining.as_str(), remaining.ratio()),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                format!("Remaining({}: {})", self.remaining.tag(), reason.code().as_str())
            }
        }
    }
}
