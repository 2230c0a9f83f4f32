//! [`Cascade`]: who holds what in a report, what is wrong with it, how it adds up.

use lkip_core::api::{CascadeAnswer, ErrorsAnswer, EvaluateAnswer, Include, OfficeAnswer, Options, TableFormat};
use lkip_core::api::{TablesAnswer, TraceAnswer};
use lkip_core::{Error, Language, Plain, Record, cascade};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::cascade_budget::BudgetCheck;
use crate::cascade_finding::CascadeFinding;
use crate::cascade_office::CascadeOffice;
use crate::cascade_revision::Revision;
use crate::errors::refused;
use crate::evaluation::{Evaluation, Figure, same};
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::office_page::OfficePage;
use crate::output::{self, language_or};
use crate::receipt::Receipt;
use crate::request::Request;
use crate::table::Tables;
use crate::trace::Trace;

/// The cascade of a report (penjenjangan kinerja): who holds which indicator, what is wrong with it, how budgets add up,
/// what was revised; and the tree of performance (pohon kinerja) as text and as a picture.
///
/// Made by `cascade()`. In a notebook it shows its picture. Frozen, hashable, picklable; equal when report, rules and what
/// was asked for are. `__match_args__` are `findings` and `offices`.
///
/// >>> import lkip
/// >>> cascade = lkip.cascade({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
/// ...     "rules": "setda-kaltim-2021", "offices": [{"id": "sekda", "name": "Sekda"},
/// ...                                               {"id": "biro", "name": "Biro", "parent": "sekda"}],
/// ...     "indicators": [{"id": "a", "name": "Kerja sama", "office": "biro", "target": "90", "realization": "100"}],
/// ...     "agreements": [{"id": "pk", "office": "sekda", "indicators": [{"indicator": "a", "target": "95"}]}]})
/// >>> cascade
/// Cascade('Contoh', 'setda-kaltim-2021', 2 offices, 2 findings)
/// >>> cascade.offices[1].indicators[0].achievement.value
/// Decimal('111.11')
/// >>> print(cascade.trace("a").steps[1])
/// Biro memegang Kerja sama: target 90, capaian 111,11 %; ditanggungjawabi menurut laporan
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Cascade {
    answer: Arc<CascadeAnswer>,
    /// The evaluation, as its figures share it.
    evaluation: Arc<EvaluateAnswer>,
}

impl PartialEq for Cascade {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        Arc::ptr_eq(one, other)
            || (same(one.cascade.evaluation(), other.cascade.evaluation())
                && one.format == other.format
                && one.office == other.office
                && one.include == other.include
                && one.tables == other.tables
                && one.language == other.language)
    }
}

impl Hash for Cascade {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let cascade = self.cascade();
        (&cascade.evaluation().report().document().title, cascade.findings().len(), &self.answer.office).hash(state);
    }
}

impl Cascade {
    pub(crate) fn of(answer: CascadeAnswer) -> Self {
        let evaluation = EvaluateAnswer {
            evaluation: answer.cascade.evaluation().clone(),
            kinds: Vec::new(),
            figures: Vec::new(),
            options: Options { include: vec![Include::Receipt], language: answer.language },
        };
        Self { answer: Arc::new(answer), evaluation: Arc::new(evaluation) }
    }

    pub(crate) fn cascade(&self) -> &cascade::Cascade {
        &self.answer.cascade
    }

    pub(crate) fn language(&self) -> Language {
        self.answer.language
    }

    /// The year of the report.
    pub(crate) fn year(&self) -> u16 {
        self.cascade().evaluation().report().document().period.year.get()
    }

    /// The figure of a key, where there is one.
    pub(crate) fn figure<'py>(slf: &Bound<'py, Self>, key: &str) -> PyResult<Option<Bound<'py, Figure>>> {
        let Some(figure) = slf.get().cascade().evaluation().figure(key) else { return Ok(None) };
        Evaluation::figure(&Self::evaluation(slf)?, figure).map(Some)
    }

    /// An office that was asked for, or else that of the call.
    fn office<'a>(&'a self, asked: Option<&'a str>) -> Option<&'a str> {
        asked.or(self.answer.office.as_deref())
    }

    fn refuse(&self, py: Python<'_>, error: Error, language: Language) -> PyErr {
        refused(py, &ErrorsAnswer { errors: error.into(), language })
    }

    /// The tree of performance in one of its forms.
    fn told(
        &self,
        py: Python<'_>,
        form: impl FnOnce(&cascade::Cascade, Option<&str>, Language) -> Result<String, Error>,
        office: Option<&str>,
        language: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let language = language_or(language, self.language())?;
        form(self.cascade(), self.office(office), language).map_err(|error| self.refuse(py, error, language))
    }

    /// The call that asks something else about the same report under the same rules.
    fn asking<const N: usize>(
        &self,
        py: Python<'_>,
        op: &str,
        fields: [(&str, Option<&str>); N],
        language: Language,
    ) -> PyResult<Origin> {
        let given = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Plain::from(value?))));
        let fields: Record = given.chain([("language".to_owned(), Plain::from(language.tag()))]).collect();
        Ok(Origin::Call(Request::about(py, op, fields, self.cascade().evaluation())?))
    }
}

#[pymethods]
impl Cascade {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("findings", "offices")
    }

    /// What is wrong, in the order of the years and of what is checked.
    #[getter]
    fn findings<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let language = slf.get().language();
        output::tuple(slf.py(), slf.get().cascade().findings(), |index, finding| {
            let made = CascadeFinding { finding: finding.clone(), language };
            Origin::item(slf, "findings", index).make(slf.py(), made)
        })
    }

    /// The offices, each after the one above it; where the call names an office, that one and those below it.
    #[getter]
    fn offices<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        // An office that is not there was refused.
        let branch = slf.get().cascade().branch(slf.get().office(None)).unwrap_or_default();
        output::tuple(slf.py(), branch, |index, (office, depth)| CascadeOffice::make(slf, index, office, depth))
    }

    /// How the budget of every agreement with offices below compares with theirs, program by program.
    #[getter]
    fn budgets<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let language = slf.get().language();
        output::tuple(slf.py(), slf.get().cascade().budgets(), |index, check| {
            Origin::item(slf, "budgets", index).make(slf.py(), BudgetCheck { check: check.clone(), language })
        })
    }

    /// What the later versions of agreements changed.
    #[getter]
    fn revisions<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), slf.get().cascade().revisions(), |index, revision| {
            Origin::item(slf, "revisions", index).make(slf.py(), Revision { revision: revision.clone() })
        })
    }

    /// The years that it spans: those of agreements, and that of the report.
    #[getter]
    fn years<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.cascade().years())
    }

    /// The evaluation that its figures are of.
    #[getter]
    pub(crate) fn evaluation<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Evaluation>> {
        let answer = slf.get().evaluation.clone();
        Origin::part(slf, "evaluation").make(slf.py(), Evaluation { answer })
    }

    /// What every figure was made of and by.
    #[getter]
    fn receipt<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Receipt>> {
        let receipt = slf.get().cascade().evaluation().receipt();
        Origin::part(slf, "receipt").make(slf.py(), Receipt { receipt })
    }

    /// Every table that has rows: `cascade_offices`, `cascade_matrix`, `cascade_budgets`, `cascade_revisions`,
    /// `cascade_findings`.
    #[getter]
    fn tables<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Tables>> {
        let (cascade, language) = (slf.get().cascade(), slf.get().language());
        let answer = TablesAnswer {
            evaluation: cascade.evaluation().clone(),
            tables: cascade.tables(),
            format: TableFormat::Data,
            options: Options { include: Vec::new(), language },
        };
        Origin::part(slf, "tables").make(slf.py(), Tables { answer })
    }

    /// The tree of performance as indented text: of an office and those below it, or, without one, of that of the call.
    ///
    /// `language` is `id` or `en`; without it, that of the call. Raises `LkipError` for an office that there is not.
    #[pyo3(signature = (office=None, language=None))]
    fn text(&self, py: Python<'_>, office: Option<&str>, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        self.told(py, cascade::Cascade::to_text, office, language)
    }

    /// The tree of performance as a Mermaid flowchart. `office` and `language` are as in `text()`.
    #[pyo3(signature = (office=None, language=None))]
    fn mermaid(&self, py: Python<'_>, office: Option<&str>, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        self.told(py, cascade::Cascade::to_mermaid, office, language)
    }

    /// The tree of performance as a picture (SVG) for one page, without styles and scripts. `office` and `language` are as in
    /// `text()`.
    #[pyo3(signature = (office=None, language=None))]
    fn svg(&self, py: Python<'_>, office: Option<&str>, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        self.told(py, cascade::Cascade::to_svg, office, language)
    }

    /// An office's own page, as `office()` gives it. `language` is `id` or `en`; without it, that of the call.
    ///
    /// Raises `LkipError` for an office that there is not.
    #[pyo3(signature = (office, language=None))]
    fn page<'py>(
        &self,
        py: Python<'py>,
        office: &str,
        language: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Bound<'py, OfficePage>> {
        let language = language_or(language, self.language())?;
        let page = self.cascade().page(office).map_err(|error| self.refuse(py, error, language))?;
        let answer = OfficeAnswer { cascade: self.cascade().clone(), page, format: TableFormat::Data, language };
        self.asking(py, "office", [("office", Some(office))], language)?.make(py, OfficePage { answer })
    }

    /// Where the number of an indicator comes from, as `trace()` gives it: from an office, or else the highest that holds it.
    /// `language` is `id` or `en`; without it, that of the call.
    ///
    /// Raises `LkipError` for an indicator or an office that there is not, and for an office that does not hold it.
    #[pyo3(signature = (indicator, office=None, language=None))]
    fn trace<'py>(
        &self,
        py: Python<'py>,
        indicator: &str,
        office: Option<&str>,
        language: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Bound<'py, Trace>> {
        let language = language_or(language, self.language())?;
        let trace = self.cascade().trace(indicator, office).map_err(|error| self.refuse(py, error, language))?;
        let answer = TraceAnswer { cascade: self.cascade().clone(), trace, language };
        let fields = [("indicator", Some(indicator)), ("office", office)];
        self.asking(py, "trace", fields, language)?.make(py, Trace { answer })
    }

    /// The answer as JSON: byte for byte what `answer_json` gives for the same call.
    fn to_json(&self) -> String {
        output::json(&*self.answer)
    }

    /// The answer as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &*self.answer)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let evaluation = self.cascade().evaluation();
        let title = output::quoted(py, &evaluation.report().document().title)?;
        let offices = self.cascade().branch(self.office(None)).map_or(0, |branch| branch.len());
        let offices = output::counted(offices, "office");
        let findings = output::counted(self.cascade().findings().len(), "finding");
        Ok(format!("Cascade({title}, '{}', {offices}, {findings})", evaluation.rules().id))
    }

    fn _repr_html_(&self) -> String {
        html::cascade(self.cascade(), self.office(None), self.language())
    }
}
