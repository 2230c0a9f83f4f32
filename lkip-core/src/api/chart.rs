//! `chart`: what a chart of a report shows, as data for whatever draws it.

use super::{Call, Options};
use crate::chart::{Chart, ChartId, chart};
use crate::error::Errors;
use crate::evaluate::Evaluation;
use crate::plain::{Plain, choose, owned_text, serialize_as_plain};

/// What `chart` gives.
#[derive(Clone, Debug)]
pub struct ChartAnswer {
    /// The evaluation that the chart is of.
    pub evaluation: Evaluation,
    /// The chart.
    pub chart: Chart,
    /// Language of the answer.
    pub options: Options,
}

pub(super) fn answer(call: &Call) -> Result<ChartAnswer, Errors> {
    let mut f = call.open()?;
    let options = Options::read(&mut f);
    let id = f.required(&["chart", "grafik"], choose::<ChartId>);
    let indicator = f.optional(&["indicator", "indikator"], owned_text);
    let evaluation = call.evaluation(&mut f);
    let made = match (&evaluation, id) {
        (Some(evaluation), Some(id)) => {
            let made = chart(evaluation, id, indicator.as_deref());
            f.problems().note(made.map_err(Errors::from))
        }
        _ => None,
    };
    f.done(|| Some(ChartAnswer { evaluation: evaluation?, chart: made?, options }))
}

impl From<&ChartAnswer> for Plain {
    fn from(answer: &ChartAnswer) -> Self {
        let mut record = super::computed();
        record.text("report", &answer.evaluation.report().document().title);
        record.text("rules", &answer.evaluation.rules().id);
        record.put("chart", &answer.chart.report(answer.options.language));
        Self::Record(record)
    }
}

serialize_as_plain!(ChartAnswer);
