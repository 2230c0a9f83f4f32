//! What `required_realization` asks of an indicator of a report.

use super::Aim;
use crate::api::Call;
use crate::evaluate::Evaluation;
use crate::number::Ratio;
use crate::plain::{Fields, text};
use crate::prelude::*;

/// The aim of an indicator of a report: its target, its rules, and the quarters that have a realization.
pub(super) fn aim(call: &Call, f: &mut Fields<'_>) -> Option<Aim> {
    let evaluation = call.evaluation(f);
    let id = f.required(&["indicator", "indikator"], |p| {
        let id = text(p)?;
        match &evaluation {
            Some(evaluation) if place_of(evaluation, id).is_none() => {
                Err(evaluation.unknown_figure(&["indicators.", id].concat()))
            }
            _ => Ok(id.to_owned()),
        }
    });
    let evaluation = evaluation?;
    let place = place_of(&evaluation, &id?)?;
    let checked = evaluation.report().checked();
    let (indicator, measured) = (checked.document.indicators.get(place)?, checked.indicators.get(place)?);
    let rules = match &indicator.overrides {
        Some(overrides) => evaluation.rules().with(overrides.plain()).ok()?,
        None => evaluation.rules().clone(),
    };
    let so_far: Vec<Ratio> = measured.quarters.iter().filter_map(|quarter| quarter.realization.exact()).collect();
    let last = measured.quarters.iter().rfind(|quarter| quarter.realization.exact().is_some());
    let quarters_left = (!measured.quarters.is_empty()).then(|| 4 - last.map_or(0, |quarter| quarter.quarter.min(4)));
    let consolidation = indicator.consolidation.unwrap_or(rules.quarters.consolidation);
    Some(Aim { target: measured.target, polarity: indicator.polarity, rules, so_far, quarters_left, consolidation })
}

fn place_of(evaluation: &Evaluation, id: &str) -> Option<usize> {
    evaluation.report().document().indicators.iter().position(|indicator| indicator.id.as_str() == id)
}
