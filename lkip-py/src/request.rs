//! [`Request`]: a call as Python makes it, and the answers to it.

use std::sync::Arc;

use crate::achievement::Achievement;
use crate::audit::Audit;
use crate::average::Average;
use crate::cascade::Cascade;
use crate::catalogue::{RuleSets, Scales};
use crate::category::Category;
use crate::change::WhatIf;
use crate::chart::Chart;
use crate::codes::Codes;
use crate::errors::{ValuesAnswer, refused};
use crate::evaluation::{Evaluation, Figure};
use crate::frozen::Origin;
use crate::input::{Place, Reader};
use crate::office_page::OfficePage;
use crate::output;
use crate::reading::{Column, Reading};
use crate::report::Report;
use crate::required::Required;
use crate::rules::{RuleSet, Scale};
use crate::table::Tables;
use crate::trace::Trace;
use lkip_core::api::{Answer, AverageCall, Call, ErrorsAnswer};
use lkip_core::evaluate;
use lkip_core::measure::ItemValue;
use lkip_core::{Language, Number, Plain, Record};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping};

/// The keyword fields of a call, as a dictionary.
pub(crate) type Fields<'py> = Bound<'py, PyDict>;

/// A call with what was checked before: rule sets, scales, reports, and figures that were computed.
pub(crate) struct Request {
    op: String,
    fields: Record,
    rules: Option<Checked<RuleSet>>,
    scale: Option<Checked<Scale>>,
    report: Option<Checked<Report>>,
    /// Computed figures among the items of an average, by their places.
    figures: Vec<(usize, Computed)>,
}

/// A checked object and the field under which it was given.
struct Checked<T> {
    field: String,
    object: Py<T>,
}

/// A figure that was computed before.
enum Computed {
    Achievement(Py<Achievement>),
    Average(Py<Average>),
}

impl Request {
    fn new(op: &str, fields: Record) -> Self {
        Self { op: op.to_owned(), fields, rules: None, scale: None, report: None, figures: Vec::new() }
    }

    /// The call of an operation on what an evaluation was made of.
    pub(crate) fn about(py: Python<'_>, op: &str, fields: Record, evaluation: &evaluate::Evaluation) -> PyResult<Self> {
        let report = Report::new(py, evaluation.report().clone())?.unbind();
        let rules = RuleSet::new(py, evaluation.rules().clone())?.unbind();
        Ok(Self {
            report: Some(Checked { field: "report".to_owned(), object: report }),
            rules: Some(Checked { field: "rules".to_owned(), object: rules }),
            ..Self::new(op, fields)
        })
    }

    /// Reads the fields. What has been checked is taken as it is and not read again.
    fn read(op: &str, fields: &Fields<'_>) -> PyResult<(Self, Reader)> {
        let mut request = Self::new(op, Record::new());
        let mut reader = Reader::default();
        for (name, value) in fields.iter() {
            let field: String = name.extract()?;
            if let ("rules" | "pedoman", Ok(rules), None) =
                (field.as_str(), value.cast::<RuleSet>(), request.rules.as_ref())
            {
                request.rules = Some(Checked { field, object: rules.clone().unbind() });
                continue;
            }
            // Where the scale is what is asked for, it is data.
            if let ("scale" | "skala", "classify", Ok(scale), None) =
                (field.as_str(), op, value.cast::<Scale>(), request.scale.as_ref())
            {
                request.scale = Some(Checked { field, object: scale.clone().unbind() });
                continue;
            }
            if let ("report" | "laporan", Ok(report), None) =
                (field.as_str(), value.cast::<Report>(), request.report.as_ref())
            {
                request.report = Some(Checked { field, object: report.clone().unbind() });
                continue;
            }
            let place = Place::CALL;
            let place = place.field(&field);
            let plain = match value.cast::<PyList>() {
                Ok(items) if field == "items" && op == "average" => request.items(items, &mut reader, &place)?,
                _ => reader.plain(&value, &place)?,
            };
            request.fields.insert(field, plain);
        }
        Ok((request, reader))
    }

    /// The items of an average: records, decimals, and figures that were computed before.
    fn items(&mut self, items: &Bound<'_, PyList>, reader: &mut Reader, place: &Place<'_>) -> PyResult<Plain> {
        let mut plain = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let place = place.index(index);
            plain.push(if let Some(figure) = Computed::cast(&item) {
                let stand_in = figure.stand_in();
                self.figures.push((index, figure));
                record([stand_in])
            } else if let Ok(fields) = item.cast::<PyDict>()
                && let Some(figure) = fields.get_item("percent")?.as_ref().and_then(Computed::cast)
            {
                let (name, value) = figure.stand_in();
                self.figures.push((index, figure));
                let others = fields.copy()?;
                others.del_item("percent")?;
                let mut item = reader.record(others.cast::<PyMapping>()?, &place)?;
                if let Plain::Record(fields) = &mut item {
                    // Where the record has items too, the core says that it is one or the other.
                    let name = if fields.get(name).is_some() { "percent" } else { name };
                    fields.insert(name.to_owned(), value);
                }
                item
            } else if item.is_instance(output::decimal_type(item.py())?)? {
                record([("percent", reader.plain(&item, &place.field("percent"))?)])
            } else {
                reader.plain(&item, &place)?
            });
        }
        Ok(Plain::List(plain))
    }

    fn call(&self) -> Call {
        let call = Call::new(&self.op, Plain::Record(self.fields.clone()));
        let call = match &self.rules {
            Some(rules) => call.with_rules(rules.object.get().rules.clone()),
            None => call,
        };
        let call = match &self.scale {
            Some(scale) => call.with_scale(scale.object.get().scale.clone()),
            None => call,
        };
        match &self.report {
            Some(report) => call.with_report(report.object.get().report.clone()),
            None => call,
        }
    }

    /// The language of the answer, as the core reads it out of the fields.
    fn language(&self) -> Language {
        match lkip_core::api::answer(&Call::new("", Plain::Record(self.fields.clone()))) {
            Answer::Errors(errors) => errors.language,
            _ => Language::default(),
        }
    }

    fn answer(&self) -> Answer {
        if self.figures.is_empty() {
            return lkip_core::api::answer(&self.call());
        }
        let answer = AverageCall::read(&self.call()).and_then(|mut call| {
            for (index, figure) in &self.figures {
                if let Some(item) = call.items.get_mut(*index) {
                    item.value = figure.value();
                }
            }
            call.answer()
        });
        answer
            .map(Answer::Average)
            .unwrap_or_else(|errors| Answer::Errors(ErrorsAnswer { errors, language: self.language() }))
    }

    /// The call again, for a pickle.
    pub(crate) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<(&str, Fields<'py>)> {
        let fields = PyDict::new(py);
        for (name, value) in &self.fields {
            fields.set_item(name, output::python(py, value)?)?;
        }
        if let Some(rules) = &self.rules {
            fields.set_item(&rules.field, &rules.object)?;
        }
        if let Some(scale) = &self.scale {
            fields.set_item(&scale.field, &scale.object)?;
        }
        if let Some(report) = &self.report {
            fields.set_item(&report.field, &report.object)?;
        }
        for (index, figure) in &self.figures {
            let items = fields.get_item("items")?;
            if let Some(item) = items.map(|items| items.get_item(index)).transpose()? {
                item.del_item(figure.stand_in().0)?;
                item.set_item("percent", figure.to_python(py))?;
            }
        }
        Ok((&self.op, fields))
    }
}

impl Computed {
    fn cast(object: &Bound<'_, PyAny>) -> Option<Self> {
        let achievement = object.cast::<Achievement>().map(|a| Self::Achievement(a.clone().unbind()));
        achievement.or_else(|_| object.cast::<Average>().map(|a| Self::Average(a.clone().unbind()))).ok()
    }

    /// What the core reads in the place of the figure: a percentage, or as many groups as the figure has, so that
    /// the core's own limit holds.
    fn stand_in(&self) -> (&'static str, Plain) {
        let percent = Plain::Number(Number::ZERO);
        let Self::Average(average) = self else { return ("percent", percent) };
        let weight = || ("weight", Plain::Number(Number::from(1)));
        let item = record([("percent", percent), weight()]);
        let groups = |inner: Plain, _| record([("items", Plain::List(vec![inner])), weight()]);
        ("items", Plain::List(vec![(1..levels(&average.get().answer.average)).fold(item, groups)]))
    }

    fn value(&self) -> ItemValue {
        match self {
            Self::Achievement(figure) => ItemValue::Measured(Arc::new(figure.get().answer.achievement.clone())),
            Self::Average(figure) => ItemValue::Group(Arc::new(figure.get().answer.average.clone())),
        }
    }

    fn to_python<'py>(&self, py: Python<'py>) -> Bound<'py, PyAny> {
        match self {
            Self::Achievement(figure) => figure.bind(py).clone().into_any(),
            Self::Average(figure) => figure.bind(py).clone().into_any(),
        }
    }
}

/// How many levels of groups an average has, itself included.
fn levels(average: &lkip_core::Average) -> usize {
    let groups = average.items().iter().filter_map(|item| match &item.value {
        ItemValue::Group(group) => Some(levels(group)),
        ItemValue::Given(_) | ItemValue::Measured(_) => None,
    });
    1 + groups.max().unwrap_or(0)
}

fn record<const N: usize>(fields: [(&str, Plain); N]) -> Plain {
    Plain::Record(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Answers an operation with its own class, or raises `LkipError`.
#[pyfunction]
pub(crate) fn call<'py>(py: Python<'py>, op: &str, fields: &Fields<'py>) -> PyResult<Bound<'py, PyAny>> {
    let (request, reader) = Request::read(op, fields)?;
    if !reader.mistakes.is_empty() {
        return Err(refused(py, &ValuesAnswer::new(reader.mistakes, request.language())));
    }
    let origin = Origin::Call;
    match py.detach(|| request.answer()) {
        Answer::Achievement(answer) => Ok(origin(request).make(py, Achievement { answer })?.into_any()),
        Answer::Average(answer) => Ok(origin(request).make(py, Average { answer })?.into_any()),
        Answer::Classify(answer) => Ok(origin(request).make(py, Category::from(answer))?.into_any()),
        Answer::ReadNumber(answer) => Ok(origin(request).make(py, Reading::from(answer))?.into_any()),
        Answer::ReadNumbers(answer) => Ok(origin(request).make(py, Column { answer })?.into_any()),
        Answer::WriteNumber(answer) | Answer::InWords(answer) => Ok(answer.text.into_pyobject(py)?.into_any()),
        Answer::Evaluate(answer) => Ok(origin(request).make(py, Evaluation::of(answer))?.into_any()),
        Answer::Figure(answer) => Ok(origin(request).make(py, Figure::from(answer))?.into_any()),
        Answer::WhatIf(answer) => Ok(origin(request).make(py, WhatIf { answer })?.into_any()),
        Answer::Required(answer) => Ok(origin(request).make(py, Required { answer })?.into_any()),
        Answer::Audit(answer) => Ok(origin(request).make(py, Audit::of(answer))?.into_any()),
        Answer::Cascade(answer) => Ok(origin(request).make(py, Cascade::of(answer))?.into_any()),
        Answer::Office(answer) => Ok(origin(request).make(py, OfficePage { answer })?.into_any()),
        Answer::Trace(answer) => Ok(origin(request).make(py, Trace { answer })?.into_any()),
        Answer::Tables(answer) => Ok(origin(request).make(py, Tables { answer })?.into_any()),
        Answer::Chart(answer) => Ok(origin(request).make(py, Chart { answer })?.into_any()),
        Answer::RuleSets(answer) => Ok(origin(request).make(py, RuleSets { answer })?.into_any()),
        Answer::RuleSet(answer) => Ok(RuleSet::new(py, answer.rule_set)?.into_any()),
        Answer::Scales(answer) => Ok(origin(request).make(py, Scales { answer })?.into_any()),
        Answer::Scale(answer) => Ok(Scale::new(py, answer.scale)?.into_any()),
        Answer::Codes(answer) => Ok(origin(request).make(py, Codes { answer })?.into_any()),
        Answer::Errors(errors) => Err(refused(py, &errors)),
        other => output::dict(py, &other),
    }
}

/// The core's answer to an operation, or `LkipError`.
pub(crate) fn answer_of(py: Python<'_>, op: &str, fields: &Fields<'_>) -> PyResult<Answer> {
    let (request, reader) = Request::read(op, fields)?;
    if !reader.mistakes.is_empty() {
        return Err(refused(py, &ValuesAnswer::new(reader.mistakes, request.language())));
    }
    match request.answer() {
        Answer::Errors(errors) => Err(refused(py, &errors)),
        answer => Ok(answer),
    }
}

/// Answers a call in plain data: a mapping whose `op` names the operation. What is wrong is an answer too.
#[pyfunction]
pub(crate) fn answer<'py>(py: Python<'py>, call: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let mut reader = Reader::default();
    let plain = reader.plain(call, &Place::CALL)?;
    if reader.mistakes.is_empty() {
        let answer = py.detach(|| lkip_core::api::answer(&Call::from_plain(plain)));
        return output::dict(py, &answer);
    }
    let fields = match plain {
        Plain::Record(fields) => fields,
        _ => Record::new(),
    };
    let request = Request::new("", fields);
    output::dict(py, &ValuesAnswer::new(reader.mistakes, request.language()))
}

/// Answers a call in JSON, in JSON. Never raises: what is wrong is an answer too.
#[pyfunction]
pub(crate) fn answer_json(py: Python<'_>, call: &str) -> String {
    py.detach(|| lkip_core::api::answer_json(call))
}

/// The language of a tag; an unknown one is refused by the core.
pub(crate) fn language(py: Python<'_>, fields: &Fields<'_>) -> PyResult<Language> {
    answer_of(py, "codes", fields)?;
    Ok(Request::read("codes", fields)?.0.language())
}
