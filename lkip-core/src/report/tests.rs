use super::*;
use crate::error::{Code, Errors};
use crate::language::Language;
use crate::measure::{Realization, Target};
use crate::plain::{Plain, Record};
use crate::prelude::*;

/// A document with these fields beside its title and period.
fn load(fields: &str) -> Result<Report, Errors> {
    let head = r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian""#;
    Report::from_json(&format!("{head}, {fields}}}"))
}

fn mistakes(fields: &str) -> Vec<String> {
    let errors = load(fields).unwrap_err();
    errors.iter().map(|error| format!("{} {}", error.path(), error.code().as_str())).collect()
}

#[test]
fn what_is_written_comes_back() {
    let text = r#"{"schema":"lkip/1","title":"Contoh","source":"Tabel 3.3","period":{"year":2021},"style":"indonesian",
        "rules":"setda-kaltim-2021","overrides":{"rounding":{"places":"1"}},
        "offices":[{"id":"sekda","name":"Sekda","level":"sekda"},{"id":"b","name":"UPTD","level":"uptd","parent":"sekda"}],
        "objectives":[{"id":"s1","name":"S"}],
        "indicators":[{"id":"i1","name":"EKPPD","objective":"s1","unit":"Skor","target":"3,095","realization":"3,0885 *)",
            "carried_from":2018,"formula":{"kind":"ratio","part":["739",{"label":"x","value":"1"}],"whole":["740"]},
            "quarters":[{"quarter":2,"target":"45","realization":"-"}],
            "previous":[{"year":2020,"realization":"3,1"}],"renstra":[{"year":2023,"target":"3,2"}],"average":false}],
        "budget":[{"id":"p","level":"program","code":"4.01.02","name":"P","allocation":"Rp. 232.980.102.655,50","complete":false}],
        "printed":[{"figure":"indicators.i1.achievement","text":"99,79","table":"3.3","column":"%","place":"1","ref":"x y"},
            {"figure":"indicators.i1.achievement","text":"B","shows":"category","scale":"sakip-predicate"}]}"#;
    let plain = Plain::from_json(text).unwrap();
    let report = Report::from_plain(&plain).unwrap();
    let written = Plain::from(&report).to_json();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert_eq!(written, lines.concat());
    assert_eq!(Report::from_json(&written).unwrap(), report);
    assert_eq!(report.rules().unwrap().overridden(), ["rounding"]);
}

#[test]
fn indonesian_names_come_back_in_english() {
    let report = load(r#""sasaran": [{"id": "s", "nama": "S"}], "indikator": [{"id": "i", "nama": "I", "sasaran": "s", "polaritas": "turun", "realisasi": "1,5"}]"#).unwrap();
    let Plain::Record(record) = Plain::from(&report) else { panic!() };
    let indicators = record.get("indicators").unwrap().to_json();
    assert_eq!(indicators, r#"[{"id":"i","name":"I","objective":"s","polarity":"lower","realization":"1,5"}]"#);
}

#[test]
fn decimals_of_programs_are_written_in_the_style_of_the_document() {
    let decimal = |text: &str| Plain::Number(text.parse().unwrap());
    let range = Record::from([("low".to_owned(), decimal("1.250")), ("high".to_owned(), decimal("1250.5"))]);
    let mut indicator = Record::new();
    indicator.text("id", "i");
    indicator.text("name", "I");
    indicator.push("target", Plain::Record(range));
    indicator.push("realization", decimal("1.250"));
    let Plain::Record(mut document) = Plain::from(&load("\"links\": []").unwrap()) else { panic!() };
    document.insert("indicators".to_owned(), Plain::List(vec![Plain::Record(indicator)]));
    let report = Report::from_plain(&Plain::Record(document)).unwrap();
    let again = Report::from_json(&Plain::from(&report).to_json()).unwrap();
    let measured = &again.checked().indicators[0];
    assert_eq!(measured.realization, report.checked().indicators[0].realization);
    assert_eq!(measured.realization, Some(Realization::Measured("1.250".parse().unwrap())));
    assert_eq!(measured.target, Target::Range { low: "1.250".parse().unwrap(), high: "1250.5".parse().unwrap() });
}

#[test]
fn an_indicator_is_understood() {
    let report = load(
        r#""indicators": [{"id": "i", "name": "I", "target": "80-90 %", "realization": "3,0885 *)", "carried_from": 2018,
            "quarters": [{"quarter": 4, "target": "45", "realization": "100"}, {"quarter": 1, "target": 0}],
            "previous": [{"year": 2019, "realization": "1"}, {"year": 2020, "realization_state": "not_carried_out"}]}]"#,
    )
    .unwrap();
    let measured = &report.checked().indicators[0];
    assert_eq!(measured.target, Target::Range { low: 80.into(), high: 90.into() });
    assert_eq!(measured.footnotes, ["*)"]);
    assert!(matches!(measured.realization, Some(Realization::CarriedForward { year: Some(2018), .. })));
    assert_eq!(measured.quarters[0].target, None);
    assert_eq!(measured.quarters[1].realization, Realization::Measured(100.into()));
    assert_eq!(measured.previous[0].realization, Realization::NotCarriedOut);
}

#[test]
fn every_mistake_is_told_with_its_place() {
    assert_eq!(
        mistakes(
            r#""indicators": [{"id": "a", "name": "A", "objective": "none", "realization": "375.000.00",
                "quarters": [{"quarter": 5}, {"quarter": 5}]}, {"id": "A b", "name": "B"}], "typo": 1"#
        ),
        [
            "indicators[0].realization malformed_number",
            "indicators[1].id invalid_report_id",
            "typo unknown_field",
            "indicators[0].objective unknown_reference",
            "indicators[0].quarters[0].quarter invalid_quarter",
            "indicators[0].quarters[1].quarter invalid_quarter",
            "indicators[0].quarters[1].quarter duplicate_quarter",
        ]
    );
    assert_eq!(
        mistakes(
            r#""offices": [{"id": "x", "name": "X", "parent": "y"}, {"id": "y", "name": "Y", "parent": "x"}],
            "indicators": [{"id": "a", "name": "A", "objective": "none",
                "quarters": [{"quarter": 5}, {"quarter": 5}], "previous": [{"year": 2021}]}, {"id": "a", "name": "B"}],
            "budget": [{"id": "p", "name": "P", "level": "activity", "code": "4.01.02", "parent": "q"}],
            "supporting": [{"id": "s", "name": "S", "formula": {"kind": "sum", "of": [{"from": "supporting.t"}]}},
                {"id": "t", "name": "T", "formula": {"kind": "ratio", "part": ["5 %"], "whole": [{"from": "supporting.s"}], "of": [1]}},
                {"id": "u", "name": "U", "formula": {"kind": "mean", "of": [{"label": "x"}, {"from": "nothing"}]}}],
            "printed": [{"figure": "supporting.s", "text": "B", "isi": "kategori", "skala": "none"}]"#
        ),
        [
            "indicators[1].id duplicate_id",
            "indicators[0].objective unknown_reference",
            "budget[0].parent unknown_reference",
            "offices[0].parent circular",
            "indicators[0].quarters[0].quarter invalid_quarter",
            "indicators[0].quarters[1].quarter invalid_quarter",
            "indicators[0].quarters[1].quarter duplicate_quarter",
            "indicators[0].previous[0].year year_not_earlier",
            "budget[0].code code_of_other_level",
            "printed[0].scale unknown_scale",
            "supporting[1].formula.of field_of_other_formula",
            "supporting[1].formula.part[0] percent_for_count",
            "supporting[2].formula.of[0] one_operand",
            "supporting[2].formula.of[1].from unknown_reference",
            "supporting.s.formula circular",
        ]
    );
}

#[test]
fn what_only_follows_from_a_mistake_is_not_told() {
    // The ids of the goals, of the offices and of the objectives are not all known; those of the indicators are.
    assert_eq!(
        mistakes(
            r#""tujuan": [{"id": "Tujuan 1", "nama": "T"}], "offices": [{"name": "X"}], "sasaran": "s",
            "indikator": [
                {"id": "a", "nama": "A", "sasaran": "s", "unit_kerja": "x", "polaritas": "naik sekali", "target": "maksimal 5",
                    "keadaan_realisasi": "terukur", "realisasi": "1.2.3", "tahun_lalu": [{"year": "dulu"}, {"year": "kini"}],
                    "rumus": {"jenis": "rata", "dari": [{"from": "indicators.a"}, {"from": "indicators.none"}, {"value": "?"}]}},
                {"id": "b", "nama": "B", "target": "maksimal 5", "triwulan": [{"quarter": 7}]}],
            "anggaran": [{"id": "p", "nama": "P", "kode": "1", "jenjang": "program", "unit_kerja": 5, "induk": "q"}],
            "penjenjangann": []"#
        ),
        [
            "offices[0].id missing_field",
            "tujuan[0].id invalid_report_id",
            "sasaran wrong_type",
            "indikator[0].polaritas unknown_choice",
            "indikator[0].realisasi malformed_number",
            "indikator[0].rumus.jenis unknown_choice",
            "indikator[0].rumus.dari[2].value not_a_number",
            "indikator[0].tahun_lalu[0].year not_a_plain_number",
            "indikator[0].tahun_lalu[1].year not_a_plain_number",
            "anggaran[0].kode invalid_budget_code",
            "anggaran[0].unit_kerja wrong_type",
            "penjenjangann unknown_field",
            "budget[0].parent unknown_reference",
            "indicators[1].target bound_not_allowed",
            "indicators[1].quarters[0].quarter invalid_quarter",
            "indicators[0].formula.of[1].from unknown_reference",
            "indicators.a.formula circular",
        ]
    );
    // A list by an unknown name may be the one that is referred to, and without a style no number is certain.
    let errors = Report::from_json(
        r#"{"schema": "lkip/1", "title": "T", "style": "indonesia", "sasarann": [{"id": "s", "nama": "S"}],
            "indicators": [{"id": "a", "name": "A", "objective": "s", "target": "1.250", "previous": [{"year": 2020, "target": "1.250"}]},
                {"id": "b", "name": "B", "realization": "1.250", "office": "x", "quarters": [{"quarter": 9}]}]}"#,
    )
    .unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| format!("{} {}", error.path(), error.code().as_str())).collect();
    assert_eq!(told, ["period missing_field", "style unknown_choice", "sasarann unknown_field"]);
}

#[test]
fn a_later_version_is_refused_before_anything_else() {
    let errors = Report::from_json(r#"{"schema": "lkip/2", "nonsense": 1}"#).unwrap_err();
    assert_eq!(errors.iter().map(|error| error.code()).collect::<Vec<_>>(), [Code::UnknownSchema]);
    let message = errors.first().message(Language::English);
    assert_eq!(message, "The document format 'lkip/2' is unknown; this library reads lkip/1.");
}

#[test]
fn a_long_chain_of_lines_is_no_matter() {
    let line = |n: usize| {
        let mut record = Record::new();
        record.text("id", &format!("l{n}"));
        record.text("name", "x");
        if n > 0 {
            record.text("parent", &format!("l{}", n - 1));
        }
        Plain::Record(record)
    };
    let Plain::Record(mut document) =
        Plain::from_json(r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}}"#).unwrap()
    else {
        panic!()
    };
    document.insert("budget".to_owned(), Plain::List((0..100_000).map(line).collect()));
    assert!(Report::from_plain(&Plain::Record(document.clone())).is_ok());
    let Some(Plain::List(lines)) = document.remove("budget") else { panic!() };
    let mut lines = lines;
    if let Plain::Record(first) = &mut lines[0] {
        first.text("parent", "l99999");
    }
    document.insert("budget".to_owned(), Plain::List(lines));
    let errors = Report::from_plain(&Plain::Record(document)).unwrap_err();
    assert_eq!(errors.first().code(), Code::Circular);
}
