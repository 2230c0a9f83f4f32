//! [`Achievement`]: the achievement of one indicator.

use lkip_core::api::AchievementAnswer;
use lkip_core::measure::Realization;
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};

use crate::category::{Category, Reason};
use crate::explanation::Explanation;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, fraction, language_or};
use crate::receipt::Receipt;
use crate::rules::RuleSet;

/// The achievement of an indicator (capaian): its percentage, category, and everything that explains them.
///
/// Made by `achievement()`. Frozen, hashable, picklable; equal when inputs, rules and answer are equal.
/// `__match_args__` are `outcome`, `percent` and `category`.
///
/// >>> import lkip
/// >>> a = lkip.achievement("70", "98,40", rules="setda-kaltim-2021")
/// >>> a.percent, a.exact
/// (Decimal('140.57'), Fraction(984, 7))
/// >>> print(a.line)
/// 98,40 ÷ 70 × 100 % = 140,5714… → 140,57 % (dibulatkan)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Achievement {
    pub(crate) answer: AchievementAnswer,
}

impl PartialEq for Achievement {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Hash for Achievement {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.achievement.outcome().tag().hash(state);
        self.answer.achievement.exact().hash(state);
    }
}

#[pymethods]
impl Achievement {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("outcome", "percent", "category")
    }

    /// What the indicator is called, as the call said; None where it did not.
    #[getter]
    fn label(&self) -> Option<&str> {
        self.answer.label.as_deref()
    }

    /// The unit of target and realization (satuan), as the call said; None where it did not.
    #[getter]
    fn unit(&self) -> Option<&str> {
        self.answer.unit.as_deref()
    }

    /// How the calculation ended: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.answer.achievement.outcome().tag()
    }

    /// The reported percentage, rounded once by the rules, with its decimal places: `Decimal('140.57')`.
    /// None where there is no figure.
    #[getter]
    fn percent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.answer.achievement.percent().map(|percent| decimal(py, percent)).transpose()
    }

    /// The percentage before rounding: `Fraction(984, 7)`. None where there is no figure.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.answer.achievement.exact().map(|exact| fraction(py, exact)).transpose()
    }

    /// The percentage as people write it in the language of the call: `140,57 %`.
    #[getter]
    fn display(&self) -> Option<String> {
        self.answer.achievement.percent().map(|percent| output::percent_text(percent, self.answer.options.language))
    }

    /// Whether the target was met; None where there is no target or no value.
    #[getter]
    fn met(&self) -> Option<bool> {
        self.answer.achievement.is_met()
    }

    /// The category of the percentage, or why it has none. None where there is no percentage.
    #[getter]
    fn category<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Category>>> {
        let AchievementAnswer { achievement, options, .. } = &slf.get().answer;
        let category = achievement.percent().map(|_| achievement.category().clone());
        let new = |found| Category::new(slf.py(), Origin::part(slf, "category"), found, options);
        category.map(new).transpose()
    }

    /// Why there is no figure. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let AchievementAnswer { achievement, options, .. } = &slf.get().answer;
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, options.language);
        achievement.outcome().reason().map(new).transpose()
    }

    /// The footnote marks of the inputs, such as `*)`.
    #[getter]
    fn footnotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyTuple>> {
        pyo3::types::PyTuple::new(py, &self.answer.achievement.measurement().footnotes)
    }

    /// That the realization is the last value of an earlier year, and of which. None where it is not.
    #[getter]
    fn carried_forward<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, CarriedForward>>> {
        let Realization::CarriedForward { year, .. } = slf.get().answer.achievement.measurement().realization else {
            return Ok(None);
        };
        let origin = Origin::part(slf, "carried_forward");
        origin.make(slf.py(), CarriedForward { year }).map(Some)
    }

    /// The whole calculation in one line, in the language of the call.
    #[getter]
    fn line(&self) -> String {
        self.answer.achievement.line(self.answer.options.language)
    }

    /// Where the figure comes from: a tree of steps, in the language of the call.
    #[getter]
    fn explanation<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Explanation>> {
        let AchievementAnswer { achievement, options, .. } = &slf.get().answer;
        let node = achievement.explanation(options.language);
        Explanation::new(slf.py(), Origin::part(slf, "explanation"), node, options.language)
    }

    /// What the figure was made of and by: the same inputs under the same rules give the same receipt.
    #[getter]
    fn receipt<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Receipt>> {
        let receipt = slf.get().answer.achievement.receipt();
        Origin::part(slf, "receipt").make(slf.py(), Receipt { receipt })
    }

    /// The rule set that the figure was computed by, with what was replaced for the call.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, RuleSet>> {
        RuleSet::new(py, self.answer.achievement.rules().clone())
    }

    /// The explanation as text: one line, or with `tree=True` every step, indented.
    ///
    /// `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None, tree=false))]
    fn explain(&self, language: Option<&Bound<'_, PyAny>>, tree: bool) -> PyResult<String> {
        let language = language_or(language, self.answer.options.language)?;
        let achievement = &self.answer.achievement;
        Ok(if tree { achievement.explanation(language).tree(language) } else { achievement.line(language) })
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let achievement = &self.answer.achievement;
        html::repr(py, "Achievement", achievement.outcome(), achievement.category(), None)
    }

    fn _repr_html_(&self) -> String {
        let AchievementAnswer { label, achievement, options, .. } = &self.answer;
        let explanation = achievement.explanation(options.language);
        html::figure(label.as_deref(), achievement.outcome(), achievement.category(), &explanation, options.language)
    }
}

/// That a realization is the last official value of an earlier year (nilai terakhir).
#[pyclass(frozen, eq, hash, get_all, extends = Frozen, module = "lkip")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct CarriedForward {
    /// The year that the value is of; None where the call does not say.
    year: Option<u16>,
}

#[pymethods]
impl CarriedForward {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("year",)
    }

    fn __repr__(&self) -> String {
        match self.year {
            Some(year) => format!("CarriedForward({year})"),
            None => "CarriedForward()".to_owned(),
        }
    }
}
