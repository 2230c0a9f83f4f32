//! [`Evaluation`]: every figure of a report. [`Figure`]: one of them. [`Finding`]: what does not agree.

use lkip_core::api::{EvaluateAnswer, FigureAnswer, Include, Options};
use lkip_core::evaluate::{self, FigureKind};
use lkip_core::measure::{Exact, Value};
use lkip_core::{Errors, Outcome, Plain, Record};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::category::{Category, Reason};
use crate::errors::refused;
use crate::explanation::Explanation;
use crate::frozen::{Frozen, Origin};
use crate::html;
use crate::output::{self, decimal, fraction, language_or};
use crate::receipt::Receipt;
use crate::report::Report;
use crate::rules::RuleSet;

/// Every figure of a report under a rule set, and what was noticed on the way.
///
/// Made by `evaluate()`. A sequence of `Figure` in the order of the document that also finds by key. Frozen, hashable,
/// picklable; equal when report, rules and what was asked for are. `__match_args__` are `figures` and `findings`.
///
/// >>> import lkip
/// >>> evaluation = lkip.evaluate({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", "target": 90, "realization": 100}]})
/// >>> evaluation
/// Evaluation('Contoh', 'setda-kaltim-2021', 4 figures, 0 findings)
/// >>> evaluation["indicators.a.achievement"].value, "report.average" in evaluation
/// (Decimal('111.11'), True)
/// >>> [figure.key for figure in evaluation.select(kind="average")]
/// ['report.average']
#[pyclass(frozen, eq, hash, sequence, extends = Frozen, module = "lkip")]
pub(crate) struct Evaluation {
    pub(crate) answer: Arc<EvaluateAnswer>,
}

/// Whether two evaluations are of the same report by the same rules: all else follows.
pub(crate) fn same(one: &evaluate::Evaluation, other: &evaluate::Evaluation) -> bool {
    one.report() == other.report() && one.rules() == other.rules()
}

impl PartialEq for Evaluation {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.answer, &other.answer);
        Arc::ptr_eq(one, other)
            || (same(&one.evaluation, &other.evaluation)
                && one.options == other.options
                && one.kinds == other.kinds
                && one.figures == other.figures)
    }
}

impl Hash for Evaluation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let evaluation = &self.answer.evaluation;
        (&evaluation.report().document().title, evaluation.figures().len()).hash(state);
    }
}

/// By its place or by its key.
#[derive(FromPyObject)]
enum Key {
    Place(isize),
    Key(String),
}

/// One word, or several.
#[derive(FromPyObject)]
enum Words {
    One(String),
    Several(Vec<String>),
}

impl From<Words> for Vec<String> {
    fn from(words: Words) -> Self {
        match words {
            Words::One(word) => vec![word],
            Words::Several(words) => words,
        }
    }
}

impl Evaluation {
    pub(crate) fn of(answer: EvaluateAnswer) -> Self {
        Self { answer: Arc::new(answer) }
    }

    /// An evaluation of which nothing is left out.
    pub(crate) fn whole(evaluation: evaluate::Evaluation, options: Options) -> Self {
        Self::of(EvaluateAnswer { evaluation, kinds: Vec::new(), figures: Vec::new(), options })
    }

    pub(crate) fn figure<'py>(slf: &Bound<'py, Self>, figure: &evaluate::Figure) -> PyResult<Bound<'py, Figure>> {
        let key = figure.key().to_owned();
        let options = Options { include: Include::ALL.to_vec(), ..slf.get().answer.options.clone() };
        let figure = Figure { answer: slf.get().answer.clone(), key: key.clone(), options };
        Origin::Key(slf.clone().into_any().unbind(), key).make(slf.py(), figure)
    }

    fn tuple<'py, 'a>(
        slf: &Bound<'py, Self>,
        figures: impl Iterator<Item = &'a evaluate::Figure>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        output::tuple(slf.py(), figures, |_, figure| Self::figure(slf, figure))
    }

    fn refuse(&self, py: Python<'_>, errors: impl Into<Errors>) -> PyErr {
        let language = self.answer.options.language;
        refused(py, &lkip_core::api::ErrorsAnswer { errors: errors.into(), language })
    }
}

#[pymethods]
impl Evaluation {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("figures", "findings")
    }

    /// The figures that were asked for, in the order of the document; all where nothing was said.
    #[getter]
    fn figures<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        Self::tuple(slf, slf.get().answer.figures())
    }

    /// What does not agree in the report, in the order in which it was found.
    #[getter]
    fn findings<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let EvaluateAnswer { evaluation, options, .. } = &*slf.get().answer;
        output::tuple(slf.py(), evaluation.findings(), |index, finding| {
            let finding = Finding { finding: finding.clone(), language: options.language };
            Origin::item(slf, "findings", index).make(slf.py(), finding)
        })
    }

    /// The report that was evaluated.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Report>> {
        Report::new(py, self.answer.evaluation.report().clone())
    }

    /// The rule set that it was evaluated by, with what was replaced for the report and the call.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, RuleSet>> {
        RuleSet::new(py, self.answer.evaluation.rules().clone())
    }

    /// What every figure was made of and by: the same report under the same rules gives the same receipt.
    #[getter]
    fn receipt<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, Receipt>> {
        let receipt = slf.get().answer.evaluation.receipt();
        Origin::part(slf, "receipt").make(slf.py(), Receipt { receipt })
    }

    /// The figure of a key, whether it was asked for or not; `default` where there is none.
    #[pyo3(signature = (key, default=None))]
    fn get<'py>(
        slf: &Bound<'py, Self>,
        key: &str,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        match slf.get().answer.evaluation.figure(key) {
            Some(figure) => Ok(Some(Self::figure(slf, figure)?.into_any())),
            None => Ok(default),
        }
    }

    /// The figures of some kinds, whose keys begin with some others; all where nothing is said.
    ///
    /// `kind` is the kind of figure, such as `achievement`, or several; `under` is a key, such as
    /// `objectives.s1`, or several: figures of that key or below it. Raises `LkipError` for a kind that there is not.
    #[pyo3(signature = (kind=None, under=None))]
    fn select<'py>(slf: &Bound<'py, Self>, kind: Option<Words>, under: Option<Words>) -> PyResult<Bound<'py, PyTuple>> {
        let EvaluateAnswer { evaluation, options, .. } = &*slf.get().answer;
        let words: Vec<String> = kind.map(Words::into).unwrap_or_default();
        let kinds: Vec<Option<FigureKind>> = words.iter().map(|word| kind_of(word)).collect();
        let Some(kinds) = kinds.into_iter().collect::<Option<Vec<_>>>() else {
            // The core says which there are.
            let words = Plain::List(words.iter().map(|word| Plain::from(word.as_str())).collect());
            let fields: Record =
                [("kinds".to_owned(), words), ("language".to_owned(), Plain::from(options.language.tag()))].into();
            let call = lkip_core::api::Call::new("evaluate", Plain::Record(fields));
            let call = call.with_report(evaluation.report().clone()).with_rules(evaluation.rules().clone());
            return Err(refused(slf.py(), &lkip_core::api::answer(&call)));
        };
        let figures = under.map(Words::into).unwrap_or_default();
        let evaluation = evaluation.clone();
        let wanted = EvaluateAnswer { evaluation, kinds, figures, options: options.clone() };
        Self::tuple(slf, wanted.figures())
    }

    /// A dictionary for each figure, for tables of other libraries: `pandas.DataFrame(evaluation.to_records())`.
    ///
    /// `value` is a `Decimal`, `used` and `total` (n of N of an average) are integers, all else is `str`; what there is
    /// not is None. `category` is the label, `reason` the code.
    fn to_records<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let EvaluateAnswer { evaluation, options, .. } = &*self.answer;
        let records = PyList::empty(py);
        for figure in self.answer.figures() {
            let outcome = figure.outcome();
            let value = outcome.value();
            let category = figure.category().and_then(|category| category.value());
            let record = PyDict::new(py);
            record.set_item("figure", figure.key())?;
            record.set_item("kind", figure.kind().as_str())?;
            record.set_item("name", evaluation.name(figure))?;
            record.set_item("outcome", outcome.tag())?;
            record.set_item("value", value.map(|value| decimal(py, value.reported)).transpose()?)?;
            record.set_item("unit", value.map(|value| value.unit.as_str()))?;
            record.set_item("display", value.map(|value| value.display(options.language)))?;
            record.set_item("exact", value.map(|value| value.exact.text()))?;
            record.set_item("category", category.map(|band| band.category().label.as_str()))?;
            record.set_item("reason", outcome.reason().map(|reason| reason.code().as_str()))?;
            record.set_item("used", figure.coverage().map(|coverage| coverage.used))?;
            record.set_item("total", figure.coverage().map(|coverage| coverage.total))?;
            records.append(record)?;
        }
        Ok(records)
    }

    fn __len__(&self) -> usize {
        self.answer.figures().count()
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Self::figures(slf)?.try_iter()?.into_any())
    }

    fn __getitem__<'py>(slf: &Bound<'py, Self>, key: Key) -> PyResult<Bound<'py, Figure>> {
        let Self { answer } = slf.get();
        match key {
            Key::Place(place) => {
                let length = answer.figures().count();
                let from_end = length.checked_sub(place.unsigned_abs());
                let place = if place < 0 { from_end } else { Some(place.unsigned_abs()) };
                let figure = place.and_then(|place| answer.figures().nth(place));
                Self::figure(slf, figure.ok_or_else(|| PyIndexError::new_err("index out of range"))?)
            }
            Key::Key(key) => {
                let figure = answer.evaluation.find(&key);
                Self::figure(slf, figure.map_err(|error| slf.get().refuse(slf.py(), error))?)
            }
        }
    }

    fn __contains__(&self, key: &Bound<'_, PyAny>) -> bool {
        let evaluation = &self.answer.evaluation;
        let is_here = |figure: &Figure| same(&figure.answer.evaluation, evaluation);
        key.extract::<&str>().is_ok_and(|key| evaluation.figure(key).is_some())
            || key.cast::<Figure>().is_ok_and(|figure| is_here(figure.get()))
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
        let evaluation = &self.answer.evaluation;
        let figures = output::counted(self.answer.figures().count(), "figure");
        let findings = output::counted(evaluation.findings().len(), "finding");
        let title = output::quoted(py, &evaluation.report().document().title)?;
        Ok(format!("Evaluation({title}, '{}', {figures}, {findings})", evaluation.rules().id))
    }

    fn _repr_html_(&self) -> String {
        html::evaluation(&self.answer.evaluation, self.answer.options.language)
    }
}

fn kind_of(word: &str) -> Option<FigureKind> {
    FigureKind::ALL.iter().copied().find(|kind| kind.as_str() == word)
}

/// One figure of a report (angka): its value or why there is none, and everything that explains it.
///
/// An item of an `Evaluation`, and what `figure()` gives. Frozen, hashable, picklable; equal when key, report and rules
/// are. `__match_args__` are `key`, `outcome` and `value`.
///
/// >>> import lkip
/// >>> report = lkip.Report({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", "target": 90, "realization": 100}]})
/// >>> figure = lkip.figure(report, "indicators.a.achievement")
/// >>> figure
/// Figure('indicators.a.achievement', 111.11 %)
/// >>> figure.value, figure.exact, figure.unit, figure.display
/// (Decimal('111.11'), Fraction(1000, 9), 'percent', '111,11 %')
/// >>> print(figure.explain(language="en"))
/// 100 ÷ 90 × 100 % = 111.1111… → 111.11 % (rounded)
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Figure {
    answer: Arc<EvaluateAnswer>,
    key: String,
    options: Options,
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        let same = Arc::ptr_eq(&self.answer, &other.answer) || same(&self.answer.evaluation, &other.answer.evaluation);
        self.key == other.key && same
    }
}

impl Hash for Figure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl From<FigureAnswer> for Figure {
    fn from(FigureAnswer { evaluation, key, options }: FigureAnswer) -> Self {
        let all = EvaluateAnswer { evaluation, kinds: Vec::new(), figures: Vec::new(), options: options.clone() };
        Self { answer: Arc::new(all), key, options }
    }
}

impl Figure {
    /// The figure in the core. It was found before, and evaluations do not change.
    fn figure(&self) -> Option<&evaluate::Figure> {
        self.answer.evaluation.figure(&self.key)
    }

    fn of<T>(&self, part: impl FnOnce(&evaluate::Figure) -> Option<T>) -> Option<T> {
        self.figure().and_then(part)
    }

    fn value_of<T>(&self, part: impl FnOnce(&Value) -> T) -> Option<T> {
        self.of(|figure| figure.outcome().value().map(part))
    }

    fn answer(&self) -> FigureAnswer {
        let evaluation = self.answer.evaluation.clone();
        FigureAnswer { evaluation, key: self.key.clone(), options: self.options.clone() }
    }
}

#[pymethods]
impl Figure {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("key", "outcome", "value")
    }

    /// Its key: `indicators.iku-1.achievement`.
    #[getter]
    fn key(&self) -> &str {
        &self.key
    }

    /// What kind of figure it is: `achievement`, `average`, `absorption`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.figure().map_or("", |figure| figure.kind().as_str())
    }

    /// What it is about, such as the name of the indicator.
    #[getter]
    fn name(&self) -> &str {
        self.figure().map_or("", |figure| self.answer.evaluation.name(figure))
    }

    /// How it ended: `computed`, `not_applicable` or `not_computable`.
    #[getter]
    fn outcome(&self) -> &'static str {
        self.figure().map_or("", |figure| figure.outcome().tag())
    }

    /// The reported value, rounded once by the rules, with its decimal places, in its `unit`. None where there is none.
    #[getter]
    fn value<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.value_of(|value| decimal(py, value.reported)).transpose()
    }

    /// The value before rounding, as a `fractions.Fraction`. None where there is no value, and for a root, which is no
    /// fraction: `exact_text` has it.
    #[getter]
    fn exact<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let exact = self.value_of(|value| match &value.exact {
            Exact::Ratio(ratio) => Some(fraction(py, ratio)),
            Exact::Root { .. } => None,
        });
        exact.flatten().transpose()
    }

    /// The value before rounding as text: `984/7`, `1386000^(1/3)`. None where there is no value.
    #[getter]
    fn exact_text(&self) -> Option<String> {
        self.value_of(|value| value.exact.text())
    }

    /// The unit of the value: `number`, `percent`, `points` or `rupiah`. None where there is no value.
    #[getter]
    fn unit(&self) -> Option<&'static str> {
        self.value_of(|value| value.unit.as_str())
    }

    /// The value as people write it in the language of the call: `111,11 %`. None where there is no value.
    #[getter]
    fn display(&self) -> Option<String> {
        self.value_of(|value| value.display(self.options.language))
    }

    /// The category of the value, or why it has none. None where figures of this kind have no category.
    #[getter]
    fn category<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Category>>> {
        let Self { options, .. } = slf.get();
        let has_value = slf.get().value_of(|_| ()).is_some();
        let found = slf.get().of(|figure| figure.category().cloned()).filter(|_| has_value);
        found.map(|found| Category::new(slf.py(), Origin::part(slf, "category"), found, options)).transpose()
    }

    /// Why there is no value. None where there is one.
    #[getter]
    fn reason<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Reason>>> {
        let outcome: Option<Outcome<Value>> = slf.get().figure().map(evaluate::Figure::outcome);
        let language = slf.get().options.language;
        let reason = outcome.as_ref().and_then(Outcome::reason);
        reason.map(|reason| Reason::new(slf.py(), Origin::part(slf, "reason"), reason, language)).transpose()
    }

    /// How many items of an average count: the n of "n of N". None for other figures.
    #[getter]
    fn used(&self) -> Option<usize> {
        self.of(|figure| figure.coverage().map(|coverage| coverage.used))
    }

    /// How many items an average has: the N of "n of N". None for other figures.
    #[getter]
    fn total(&self) -> Option<usize> {
        self.of(|figure| figure.coverage().map(|coverage| coverage.total))
    }

    /// The footnote marks that it carries, such as `*)`.
    #[getter]
    fn footnotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.figure().map(evaluate::Figure::footnotes).unwrap_or_default())
    }

    /// The rules that it was made by, with everything that was replaced. None for what stands in the document.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, RuleSet>>> {
        self.of(|figure| figure.rules().map(|rules| RuleSet::new(py, rules.clone()))).transpose()
    }

    /// The whole calculation in one line, in the language of the call.
    #[getter]
    fn line(&self) -> String {
        self.figure().map(|figure| figure.line(self.options.language)).unwrap_or_default()
    }

    /// Where the figure comes from: a tree of steps, in the language of the call.
    #[getter]
    fn explanation<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, Explanation>>> {
        let language = slf.get().options.language;
        let origin = Origin::part(slf, "explanation");
        let node = slf.get().figure().map(|figure| figure.explanation(language));
        node.map(|node| Explanation::new(slf.py(), origin, node, language)).transpose()
    }

    /// The explanation as text: one line, or with `tree=True` every step, indented.
    ///
    /// `language` is `id` or `en`; without it, that of the call.
    #[pyo3(signature = (language=None, tree=false))]
    fn explain(&self, language: Option<&Bound<'_, PyAny>>, tree: bool) -> PyResult<String> {
        let language = language_or(language, self.options.language)?;
        let told = |figure: &evaluate::Figure| {
            if tree { figure.explanation(language).tree(language) } else { figure.line(language) }
        };
        Ok(self.figure().map(told).unwrap_or_default())
    }

    /// The figure as JSON: byte for byte what `answer_json` gives for `figure` with the same report and rules.
    fn to_json(&self) -> String {
        output::json(&self.answer())
    }

    /// The figure as a dictionary; numbers are strings.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, &self.answer())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let key = output::quoted(py, &self.key)?;
        let outcome: Option<Outcome<Value>> = self.figure().map(evaluate::Figure::outcome);
        let value = outcome.as_ref().map(output::outcome_text).unwrap_or_default();
        let category = self.of(|figure| figure.category().and_then(|found| found.value().cloned()));
        let category = category.map(|band| output::quoted(py, &band.category().label)).transpose()?;
        Ok(format!("Figure({key}, {value}{})", category.map(|label| format!(", {label}")).unwrap_or_default()))
    }

    fn _repr_html_(&self) -> String {
        let evaluation = &self.answer.evaluation;
        self.figure().map(|figure| html::of_report(evaluation, figure, self.options.language)).unwrap_or_default()
    }
}

/// Something in a report that does not agree (temuan), with the figure where it shows.
///
/// An item of `Evaluation.findings`. Nothing is corrected because of it. Frozen, hashable, picklable; equal when code,
/// figure and details are. `str()` of it is the sentence. `__match_args__` are `code` and `figure`.
///
/// >>> import lkip
/// >>> evaluation = lkip.evaluate({"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021},
/// ...     "rules": "setda-kaltim-2021", "budget": [{"id": "p", "name": "P", "allocation": 7, "spending": 8}]})
/// >>> evaluation.findings
/// (Finding('overspent', 'budget.p.absorption'),)
/// >>> print(evaluation.findings[0])
/// P (budget.p.absorption): Realisasi anggaran Rp 8 melebihi pagunya Rp 7.
#[pyclass(frozen, eq, hash, extends = Frozen, module = "lkip")]
pub(crate) struct Finding {
    finding: evaluate::Finding,
    language: lkip_core::Language,
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.finding == other.finding
    }
}

impl Hash for Finding {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.finding.code(), self.finding.figure()).hash(state);
    }
}

#[pymethods]
impl Finding {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("code", "figure")
    }

    /// The stable code, one of those of `codes().findings`.
    #[getter]
    fn code(&self) -> &'static str {
        self.finding.code().as_str()
    }

    /// The key of the figure where it shows.
    #[getter]
    fn figure(&self) -> &str {
        self.finding.figure()
    }

    /// What the figure is about: the name of the indicator, of the budget line.
    #[getter]
    fn name(&self) -> &str {
        self.finding.name()
    }

    /// The sentence for a person with its place, in the language of the call.
    #[getter]
    fn message(&self) -> String {
        self.finding.message(self.language)
    }

    /// The data of the sentence.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        output::dict(py, self.finding.details())
    }

    fn __str__(&self) -> String {
        self.message()
    }

    fn _repr_html_(&self) -> String {
        html::sentence(&self.message(), self.language)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Finding('{}', {})", self.code(), output::quoted(py, self.figure())?))
    }
}
