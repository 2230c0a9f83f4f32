//! [`Category`]: the category of a value on a scale. [`Reason`]: why there is no figure or category.

use lkip_core::api::{ClassifyAnswer, Options};
use lkip_core::rules::Band;
use lkip_core::{Language, Outcome};
use pyo3::prelude::*;
use std::hash::{Hash, Hasher};

use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output;

/// The category of a value on a scale (kategori, predikat), or why it has none.
///
/// Made by `classify()` and by every figure under rules with a scale. Frozen, hashable, picklable; equal when
/// it is the same category of the same scale, or the same reason. `str()` of it is its label.
/// `__match_args__` are `code` and `label`.
///
/// >>> import lkip
/// >>> lkip.classify("90,01", scale="sakip-predicate")
/// Category('AA', rank 1 of 7)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Category {
    answer: ClassifyAnswer,
}

impl From<ClassifyAnswer> for Category {
    fn from(answer: ClassifyAnswer) -> Self {
        Self { answer }
    }
}

impl PartialEq for Category {
    fn eq(&self, other: &Self) -> bool {
        self.answer.category == other.answer.category
    }
}

impl Hash for Category {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.answer.category.tag().hash(state);
        self.band().map(|band| (&band.scale().id, band.rank())).hash(state);
    }
}

impl Category {
    pub(crate) fn new<'py>(
        py: Python<'py>,
        origin: Origin,
        category: Outcome<Band>,
        options: &Options,
    ) -> PyResult<Bound<'py, Self>> {
        origin.make(py, Self { answer: ClassifyAnswer { category, options: options.clone() } })
    }

    fn band(&self) -> Option<&Band> {
        self.answer.category.value()
    }
}

#[pymethods]
impl Category {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("code", "label")
    }

    /// `computed`, `not_applicable` (the rules have no scale) or `not_computable` (the value is outside of it).
    #[getter]
    fn outcome(&self) -> &'static str {
        self.answer.category.tag()
    }

    /// The stable name in data: `sangat_berhasil`. None where there is no category.
    #[getter]
    fn code(&self) -> Option<&str> {
        self.band().map(|band| band.category().code.as_str())
    }

    /// What a report prints: `Sangat Berhasil`. None where there is no category.
    #[getter]
    fn label(&self) -> Option<&str> {
        self.band().map(|band| band.category().label.as_str())
    }

    /// The second name that the source gives: `Memuaskan` beside `A`. None where it gives none.
    #[getter]
    fn meaning(&self) -> Option<&str> {
        self.band().and_then(|band| band.category().meaning.as_deref())
    }

    /// The place in the scale; 1 is the category of the highest values.
    #[getter]
    fn rank(&self) -> Option<usize> {
        self.band().map(Band::rank)
    }

    /// How many categories the scale has.
    #[getter]
    fn of(&self) -> Option<usize> {
        self.band().map(|band| band.scale().categories.len())
    }

    /// The bounds that the value met, as mathematics writes them: `85 ≤ x`.
    #[getter]
    fn bounds(&self) -> Option<String> {
        output::field(&self.answer, "bounds")
    }

    /// The id of the scale.
    #[getter]
    fn scale(&self) -> Option<&str> {
        self.band().map(|band| band.scale().id.as_str())
    }

    /// Why there is no category. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let ClassifyAnswer { category, options } = &slf.get().answer;
        let new = |reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, options.language);
        category.reason().map(new).transpose()
    }

    /// The category as JSON: byte for byte what `answer_json` gives for the same call of `classify`.
    fn to_json(&self) -> String {
        output::json(&self.answer)
    }

    /// The category as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer)
    }

    fn __str__(&self) -> String {
        match &self.answer.category {
            Outcome::Computed(band) => band.category().label.clone(),
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                reason.message(self.answer.options.language)
            }
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(match &self.answer.category {
            Outcome::Computed(band) => {
                let label = output::quoted(py, &band.category().label)?;
                format!("Category({label}, rank {} of {})", band.rank(), band.scale().categories.len())
            }
            Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
                format!("Category({}: {})", self.answer.category.tag(), reason.code().as_str())
            }
        })
    }

    fn _repr_html_(&self) -> String {
        let note = output::field(&self.answer, "bounds");
        html::remark(&self.__str__(), note.as_deref(), self.answer.options.language)
    }
}

/// Why there is no figure or no category: a stable code and a sentence.
///
/// Frozen, hashable, picklable; equal when code and details are. `str()` of it is the sentence.
/// `__match_args__` is `code`.
///
/// >>> import lkip
/// >>> lkip.achievement("0", "5", rules="setda-kaltim-2021", language="en").reason
/// Reason('zero_target')
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Reason {
    reason: lkip_core::Reason,
    language: Language,
}

impl PartialEq for Reason {
    fn eq(&self, other: &Self) -> bool {
        self.reason == other.reason
    }
}

impl Hash for Reason {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.reason.code().hash(state);
    }
}

impl Reason {
    pub(crate) fn new<'py>(
        py: Python<'py>,
        origin: Origin,
        reason: &lkip_core::Reason,
        language: Language,
    ) -> PyResult<Bound<'py, Self>> {
        origin.make(py, Self { reason: reason.clone(), language })
    }
}

#[pymethods]
impl Reason {
    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("code",)
    }

    /// The stable code, one of those of `codes().reasons`.
    #[getter]
    fn code(&self) -> &'static str {
        self.reason.code().as_str()
    }

    /// The input that is missing or stands in the way, by its field name; None where it is none of them.
    #[getter]
    fn input(&self) -> Option<&'static str> {
        self.reason.input()
    }

    /// The sentence for a person, in the language of the call.
    #[getter]
    fn message(&self) -> String {
        self.reason.message(self.language)
    }

    /// The data of the sentence.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, self.reason.details())
    }

    fn __str__(&self) -> String {
        self.message()
    }

    fn __repr__(&self) -> String {
        format!("Reason('{}')", self.code())
    }
}
