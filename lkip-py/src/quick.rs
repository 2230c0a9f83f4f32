//! One percentage without anything that explains it: [`Single`] between Python's numbers.

use lkip_core::api::Answer;
use lkip_core::batch::Single;
use lkip_core::number::{Content, read, read_plain};
use lkip_core::{Number, Polarity, ReadStyle};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyString};

use crate::output::{decimal_type, percentage};
use crate::request::answer_of;
use crate::rules::RuleSet;

/// The percentage of two numbers. Whatever is not plainly a number is answered as `achievement` answers it.
pub(crate) fn percent<'py>(
    rules: &Bound<'py, RuleSet>,
    target: &Bound<'py, PyAny>,
    realization: &Bound<'py, PyAny>,
    polarity: Option<&Bound<'py, PyAny>>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = rules.py();
    let plainly = number(target)?.zip(number(realization)?).zip(way(polarity)?);
    let percent = match plainly {
        Some(((target, realization), polarity)) => {
            let held = rules.get();
            let single = held.single.get_or_init(|| Single::new(&held.rules));
            single.achievement(target, realization, polarity).percent()
        }
        None => {
            let fields = PyDict::new(py);
            fields.set_item("target", target)?;
            fields.set_item("realization", realization)?;
            fields.set_item("polarity", polarity)?;
            fields.set_item("rules", rules)?;
            match answer_of(py, "achievement", &fields)? {
                Answer::Achievement(answer) => answer.achievement.percent(),
                _ => None,
            }
        }
    };
    percent.map(|percent| percentage(py, percent)).transpose()
}

/// A number that needs no second look.
fn number(object: &Bound<'_, PyAny>) -> PyResult<Option<Number>> {
    let py = object.py();
    if object.get_type().is(decimal_type(py)?) {
        return Ok(object.str()?.to_str()?.parse().ok());
    }
    if let Ok(text) = object.cast::<PyString>() {
        let text = text.to_str()?;
        if let Some(plain) = read_plain(text) {
            return Ok(Some(plain));
        }
        let Ok(reading) = read(text, ReadStyle::Detect) else { return Ok(None) };
        let is_alone = reading.unit.is_none() && !reading.rupiah && !reading.percent;
        return Ok(match reading.content {
            Content::Number(number) if is_alone => Some(number),
            _ => None,
        });
    }
    let is_integer = object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>();
    Ok(if is_integer { object.extract::<i64>().ok().map(Number::from) } else { None })
}

fn way(polarity: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Polarity>> {
    let Some(polarity) = polarity else { return Ok(Some(Polarity::Higher)) };
    let Ok(word) = polarity.cast::<PyString>() else { return Ok(None) };
    let word = word.to_str()?;
    Ok([Polarity::Higher, Polarity::Lower, Polarity::OnTarget].into_iter().find(|polarity| polarity.as_str() == word))
}
