//! [`Average`]: the average of achievements, with what it covers.

use lkip_core::api::{AchievementAnswer, AverageAnswer, Options};
use lkip_core::measure::{Item, ItemValue, LeftOut as CoreLeftOut};
use lkip_core::{Language, Number};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};

use crate::achievement::Achievement;
use crate::category::{Category, Reason};
use crate::explanation::Explanation;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, fraction, language_or};
use crate::receipt::Receipt;
use crate::rules::RuleSet;

/// The average of achievements (rata-rata): its percentage, how much it covers, and what explains it.
///
/// Made by `average()`. Frozen, hashable, picklable; equal when items, rules and answer are equal.
/// `__match_args__` are `outcome`, `percent` and `category`.
///
/// >>> from decimal import Decimal
/// >>> import lkip
/// >>> g = lkip.average([Decimal("100"), Decimal("110.41")], rules="setda-kaltim-2021")
/// >>> g.percent, g.used, g.total
/// (Decimal('105.21'), 2, 2)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Average {
    pub(crate) answer: AverageAnswer,
}

impl PartialEq for Average {
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer
    }
}

impl Hash for Average {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.average.outcome().tag().hash(state);
        self.answer.average.percent().hash(state);
        self.answer.average.items().len().hash(state);
    }
}

#[pymethods]
impl Average {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("outcome", "percent", "category")
    }

    /// How the calculation ended: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.answer.average.outcome().tag()
    }

    /// The reported percentage, rounded once by the rules. None where there is no figure.
    #[getter]
    fn percent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.answer.average.percent().map(|percent| decimal(py, percent)).transpose()
    }

    /// The percentage before rounding, as a `fractions.Fraction`. None where there is no figure.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.answer.average.outcome().value().map(|percent| fraction(py, &percent.exact)).transpose()
    }

    /// The percentage as people write it in the language of the call: `105,21 %`.
    #[getter]
    fn display(&self) -> Option<String> {
        self.answer.average.percent().map(|percent| output::percent_text(percent, self.answer.options.language))
    }

    /// The category of the percentage, or why it has none. None where there is no percentage.
    #[getter]
    fn category<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Category>>> {
        let AverageAnswer { average, options } = &slf.get().answer;
        let category = average.percent().map(|_| average.category().clone());
        let new = |found| Category::new(slf.py(), Origin::part(slf, "category"), found, options);
        category.map(new).transpose()
    }

    /// Why there is no figure. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let AverageAnswer { average, options } = &slf.get().answer;
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, options.language);
        average.outcome().reason().map(new).transpose()
    }

    /// The footnote marks of the items that count.
    #[getter]
    fn footnotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.answer.average.footnotes())
    }

    /// How many items count: the n of "n of N".
    #[getter]
    fn used(&self) -> usize {
        self.answer.average.coverage().used
    }

    /// How many items there are: the N of "n of N".
    #[getter]
    fn total(&self) -> usize {
        self.answer.average.coverage().total
    }

    /// The items that do not count, and why.
    #[getter]
    fn left_out<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let AverageAnswer { average, options } = &slf.get().answer;
        output::tuple(slf.py(), &average.coverage().left_out, |index, left| {
            let left_out = LeftOut { left: left.clone(), language: options.language };
            Origin::item(slf, "left_out", index).make(slf.py(), left_out)
        })
    }

    /// The places of the items that count as zero because the rules say so.
    #[getter]
    fn as_zero<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.answer.average.coverage().as_zero)
    }

    /// The places of the items whose value is of an earlier year.
    #[getter]
    fn carried_forward_items<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.answer.average.coverage().carried_forward)
    }

    /// The items in their order, each with its figure.
    #[getter]
    fn items<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let AverageAnswer { average, options } = &slf.get().answer;
        output::tuple(slf.py(), average.items(), |index, item| {
            let item = AverageItem { item: item.clone(), options: options.clone() };
            Origin::item(slf, "items", index).make(slf.py(), item)
        })
    }

    /// The whole calculation in one line, in the language of the call.
    #[getter]
    fn line(&self) -> String {
        self.answer.average.line(self.answer.options.language)
    }

    /// Where the figure comes from: a tree of steps, in the language of the call.
    #[getter]
    fn explanation<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Explanation>> {
        let AverageAnswer { average, options } = &slf.get().answer;
        let node = average.explanation(options.language);
        Explanation::new(slf.py(), Origin::part(slf, "explanation"), node, options.language)
    }

    /// What the figure was made of and by: the same inputs under the same rules give the same receipt.
    #[getter]
    fn receipt<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Receipt>> {
        let receipt = slf.get().answer.average.receipt();
        Origin::part(slf, "receipt").make(slf.py(), Receipt { receipt })
    }

    /// The rule set that the average was made by, with what was replaced for the call.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, RuleSet>> {
        RuleSet::new(py, self.answer.average.rules().clone())
    }

    /// The explanation as text: one line, or with `tree=True` every step, indented.
    ///
    /// `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None, tree=false))]
    fn explain(&self, language: Option<&Bound<'_, PyAny>>, tree: bool) -> PyResult<String> {
        let language = language_or(language, self.answer.options.language)?;
        let average = &self.answer.average;
        Ok(if tree { average.explanation(language).tree(language) } else { average.line(language) })
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
        let average = &self.answer.average;
        let (used, total) = (average.coverage().used, average.coverage().total);
        html::repr(py, "Average", average.outcome(), average.category(), Some(format!("{used} of {total}")))
    }

    fn _repr_html_(&self) -> String {
        let AverageAnswer { average, options } = &self.answer;
        let explanation = average.explanation(options.language);
        html::figure(None, average.outcome(), average.category(), &explanation, options.language)
    }
}

/// One item of an average, as it entered.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct AverageItem {
    item: Item,
    options: Options,
}

impl PartialEq for AverageItem {
    fn eq(&self, other: &Self) -> bool {
        self.item == other.item
    }
}

impl Hash for AverageItem {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.item.label.hash(state);
        self.percent_number().hash(state);
    }
}

impl AverageItem {
    fn percent_number(&self) -> Option<Number> {
        self.item.outcome().value().map(|percent| percent.reported)
    }
}

#[pymethods]
impl AverageItem {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("label", "percent")
    }

    /// What it is called; None where it has no name.
    #[getter]
    fn label(&self) -> Option<&str> {
        self.item.label.as_deref()
    }

    /// Its weight (bobot); None where it has none.
    #[getter]
    fn weight<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.item.weight.map(|weight| decimal(py, weight)).transpose()
    }

    /// Whether it has a value: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.item.outcome().tag()
    }

    /// Its reported percentage; None where it has no value.
    #[getter]
    fn percent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.percent_number().map(|percent| decimal(py, percent)).transpose()
    }

    /// Its percentage before rounding, as a `fractions.Fraction`; None where it has no value.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.item.outcome().value().map(|percent| fraction(py, &percent.exact)).transpose()
    }

    /// Why it has no value; None where it has one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let outcome = slf.get().item.outcome();
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, slf.get().options.language);
        outcome.reason().map(new).transpose()
    }

    /// The figure that it was computed as, an `Achievement` or an `Average`; None for a percentage that was given.
    #[getter]
    fn figure<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let options = slf.get().options.clone();
        let origin = Origin::part(slf, "figure");
        Ok(match &slf.get().item.value {
            ItemValue::Given(_) => None,
            ItemValue::Measured(achievement) => {
                let (label, achievement) = (slf.get().item.label.clone(), achievement.as_ref().clone());
                let answer = AchievementAnswer { label, unit: None, achievement, options };
                Some(origin.make(slf.py(), Achievement { answer })?.into_any())
            }
            ItemValue::Group(average) => {
                let answer = AverageAnswer { average: average.as_ref().clone(), options };
                Some(origin.make(slf.py(), Average { answer })?.into_any())
            }
        })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let label = self.item.label.as_ref().map(|label| output::quoted(py, label)).transpose()?;
        let label = label.map(|label| label + ", ").unwrap_or_default();
        Ok(match self.item.outcome().reason() {
            Some(reason) => format!("AverageItem({label}{})", reason.code().as_str()),
            None => format!("AverageItem({label}{} %)", self.percent_number().unwrap_or_default()),
        })
    }
}

/// An item that an average leaves out, and why.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct LeftOut {
    left: CoreLeftOut,
    language: Language,
}

impl PartialEq for LeftOut {
    fn eq(&self, other: &Self) -> bool {
        self.left == other.left
    }
}

impl Hash for LeftOut {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.left.index.hash(state);
        self.left.reason.code().hash(state);
    }
}

#[pymethods]
impl LeftOut {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("index", "reason")
    }

    /// Its place among the items, from 0.
    #[getter]
    fn index(&self) -> usize {
        self.left.index
    }

    /// Why it has no value.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Reason>> {
        let Self { left, language } = slf.get();
        Reason::new(slf.py(), Origin::part(slf, "reason"), &left.reason, *language)
    }

    fn __repr__(&self) -> String {
        format!("LeftOut({}, {})", self.left.index, self.left.reason.code().as_str())
    }
}
