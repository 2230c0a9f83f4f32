use super::*;
use crate::evaluate::evaluate;
use crate::report::Report;
use crate::rules;

fn evaluated(rest: &str) -> Evaluation {
    let head = r#""schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian""#;
    let report = Report::from_json(&format!("{{{head}, {rest}}}")).expect("a sound report");
    evaluate(&report, None).expect("figures")
}

fn texts(chart: &Chart, series: &str) -> Vec<String> {
    let points = chart.series(series).map_or(&[][..], |series| &series.points);
    points.iter().map(|point| point.display(Language::Indonesian)).collect()
}

fn ends(id: &str) -> Vec<(Option<String>, Option<String>)> {
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    let scale = rules::scale(id).expect("a scale of the catalogue");
    band::bands(&scale).into_iter().map(|band| (text(band.low), text(band.high))).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(Option<String>, Option<String>)> {
    let end = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    pairs.iter().map(|(low, high)| (end(low), end(high))).collect()
}

#[test]
fn bands_end_where_the_scale_says() {
    assert_eq!(ends("ntt-85-70-55"), pairs(&[("85", ""), ("70", "85"), ("55", "70"), ("", "55")]));
    // Bounds in steps of a hundredth: the bands touch, for what is between is rounded first.
    assert_eq!(
        ends("skm-14-2017"),
        pairs(&[("88.31", "100.00"), ("76.61", "88.31"), ("65.00", "76.61"), ("25.00", "65.00")])
    );
}

#[test]
fn indicators_stand_under_their_objectives_and_none_is_dropped() {
    let evaluation = evaluated(
        r#""rules": "bkd-ntt-2021", "objectives": [{"id": "s", "name": "Sasaran"}], "indicators": [
            {"id": "alone", "name": "Tanpa", "target": "0", "realization": "0"},
            {"id": "a", "name": "A", "objective": "s", "target": "90", "realization": "75"},
            {"id": "b", "name": "B", "objective": "s", "target": "2", "realization": "9"}]"#,
    );
    let chart = chart(&evaluation, ChartId::Achievements, None).expect("a chart");
    let labels: Vec<&str> = chart.items().iter().map(|item| &*item.label.id).collect();
    let groups: Vec<Option<&str>> =
        chart.items().iter().map(|item| item.group.as_ref().map(|group| &*group.id)).collect();
    assert_eq!(labels, ["A", "B", "Tanpa"]);
    assert_eq!(groups, [Some("Sasaran"), Some("Sasaran"), Some("Tanpa sasaran")]);
    assert_eq!(texts(&chart, "achievement"), ["83,33 %", "450,00 %", "tidak dapat dihitung"]);
    assert_eq!(texts(&chart, "category"), ["Berhasil", "Sangat Berhasil", ""]);
    // 450 % lies beyond where the axis is cut, and the chart says so.
    assert_eq!((chart.axis().low, chart.axis().high), (None, Some(Number::from(200))));
    assert_eq!(chart.notes().len(), 1);
}

#[test]
fn a_category_by_another_scale_is_noted() {
    let evaluation = evaluated(
        r#""rules": "bkd-ntt-2021", "indicators": [
            {"id": "a", "name": "A", "target": "90", "realization": "75", "overrides": {"scale": "ntt-85-70-55"}}]"#,
    );
    let chart = chart(&evaluation, ChartId::Achievements, None).expect("a chart");
    let notes: Vec<&str> = chart.notes().iter().map(|note| &*note.en).collect();
    assert!(matches!(notes[..], [note] if note.starts_with("A: its category is Berhasil by the scale ")), "{notes:?}");
}

#[test]
fn quarters_are_of_one_indicator_that_there_is() {
    let evaluation = evaluated(
        r#""rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "A", "unit": "Dokumen", "target": "9"},
            {"id": "a2", "name": "A2", "target": "9", "realization": "5", "quarters": [
                {"quarter": 1, "target": "4", "realization": "5"}, {"quarter": 2, "target": "5"}]}]"#,
    );
    let of = |id| chart(&evaluation, ChartId::Quarters, id);
    let known = of(Some("a2")).expect("a chart");
    assert_eq!(known.title().en, "A2: targets and realizations by quarter, 2021");
    assert_eq!(texts(&known, "target"), ["4", "5"]);
    assert_eq!(texts(&known, "realization"), ["5", "belum diukur"]);
    assert_eq!(texts(&known, "achievement"), ["55,56 %", ""]);
    let without = of(Some("a")).expect("a chart");
    assert_eq!((without.items().len(), without.notes().len(), &*without.axis().label.id), (0, 1, "Dokumen"));
    let code = |refused: Result<Chart, Error>| refused.expect_err("refused").code();
    assert_eq!(code(of(Some("b"))), crate::Code::UnknownFigure);
    assert_eq!(code(of(None)), crate::Code::MissingField);
}

#[test]
fn offices_stand_in_where_objectives_have_no_budget() {
    let evaluation = evaluated(
        r#""rules": "setda-kaltim-2021", "offices": [{"id": "o", "name": "Biro"}],
            "indicators": [{"id": "a", "name": "A", "office": "o", "target": "9", "realization": "9"}],
            "budget": [{"id": "p", "name": "P", "office": "o", "level": "program", "allocation": "1.500.000.000",
                        "spending": "750.000.000"}]"#,
    );
    let absorption = chart(&evaluation, ChartId::Absorption, None).expect("a chart");
    let labels: Vec<&str> = absorption.items().iter().map(|item| &*item.label.id).collect();
    assert_eq!(labels, ["Biro", "Seluruhnya"]);
    assert_eq!(texts(&absorption, "achievement"), ["100,00 %", "100,00 %"]);
    assert_eq!(texts(&absorption, "efficiency"), ["50,00 poin", "50,00 poin"]);
    let budget = chart(&evaluation, ChartId::Budget, None).expect("a chart");
    assert_eq!(texts(&budget, "spending"), ["Rp 750.000.000"]);
    assert_eq!((budget.axis().per, &*budget.axis().label.id), (Number::from(1_000_000_000_i64), "Miliar rupiah"));
}

#[test]
fn what_is_not_there_is_said() {
    let evaluation = evaluated(r#""rules": "setda-kaltim-2021""#);
    for id in [ChartId::Achievements, ChartId::Absorption, ChartId::Budget] {
        let chart = chart(&evaluation, id, None).expect("a chart");
        assert_eq!((chart.items().len(), chart.notes().len()), (0, 1), "{id:?}");
    }
}
