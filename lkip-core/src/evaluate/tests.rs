use super::*;
use crate::language::Language;
use crate::plain::{Plain, Record};
use crate::prelude::*;

const HEAD: &str = r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    "rules": "setda-kaltim-2021""#;

fn evaluated(fields: &str) -> Evaluation {
    let report = Report::from_json(&format!("{HEAD}, {fields}}}")).unwrap();
    evaluate(&report, None).unwrap()
}

/// The reported values of keys, or the reasons why there are none.
fn values(evaluation: &Evaluation, keys: &[&str]) -> Vec<String> {
    let text = |key: &&str| {
        let figure = evaluation.figure(key).unwrap_or_else(|| panic!("no figure {key}"));
        match (figure.value(), figure.outcome().reason()) {
            (Some(value), _) => value.to_string(),
            (None, reason) => reason.map_or_else(String::new, |reason| reason.code().as_str().to_owned()),
        }
    };
    keys.iter().map(text).collect()
}

fn findings(evaluation: &Evaluation) -> Vec<String> {
    let text = |finding: &Finding| format!("{} {}", finding.figure(), finding.code().as_str());
    evaluation.findings().iter().map(text).collect()
}

#[test]
fn split_targets_of_quarters() {
    // Kaltim 2021, table 3.3: 45 in the second and fourth quarter, 100 reached in the fourth, 111.11 of the year's 90.
    let evaluation = evaluated(
        r#""indicators": [{"id": "k", "name": "K", "target": "90,00", "consolidation": "sum", "quarters": [
            {"quarter": 1, "target": "0"}, {"quarter": 2, "target": "45,00"}, {"quarter": 3, "target": "0"},
            {"quarter": 4, "target": "45,00", "realization": "100,00"}]}]"#,
    );
    let keys = [
        "indicators.k.achievement",
        "indicators.k.realization",
        "indicators.k.quarters.4.against_year",
        "indicators.k.quarters.4.to_date",
        "indicators.k.quarters.4.against_quarter",
        "indicators.k.quarters.1.against_quarter",
        "indicators.k.quarters.2.against_quarter",
    ];
    assert_eq!(
        values(&evaluation, &keys),
        ["111.11", "100", "111.11", "111.11", "222.22", "no_target", "not_measured"]
    );
    assert_eq!(findings(&evaluation), [""; 0]);
}

#[test]
fn a_formula_finds_what_quarters_make() {
    // 'mean' stands before what it refers to; 'thirds' is no decimal; 'again' is made of a value that quarters made.
    let evaluation = evaluated(
        r#""indicators": [
            {"id": "mean", "name": "M", "target": "10", "formula": {"kind": "mean", "of": [
                {"from": "indicators.sum"}, {"from": "indicators.thirds"}, {"from": "indicators.last"}, {"from": "indicators.given"}]}},
            {"id": "sum", "name": "S", "consolidation": "sum", "quarters": [
                {"quarter": 2, "realization": "12"}, {"quarter": 1, "realization": "8"}]},
            {"id": "thirds", "name": "T", "consolidation": "average", "quarters": [{"quarter": 1, "realization": "1"},
                {"quarter": 2, "realization": "1"}, {"quarter": 3, "realization": "2"}, {"quarter": 4, "target": "1"}]},
            {"id": "last", "name": "L", "realization": "", "quarters": [{"quarter": 1, "realization": "7"}, {"quarter": 3, "realization": "-"}]},
            {"id": "given", "name": "G", "realization": "5", "quarters": [{"quarter": 1, "realization": "4"}]}],
        "supporting": [{"id": "again", "name": "A", "formula": {"kind": "sum", "of": [{"from": "indicators.thirds"}, {"from": "indicators.mean"}]}}]"#,
    );
    // 20, 4/3, 7 and 5: 25/3; with 4/3 it is 29/3.
    let exact = |key: &str| evaluation.figure(key).and_then(Figure::exact).map(|exact| exact.to_string());
    assert_eq!(exact("indicators.thirds.realization").as_deref(), Some("4/3"));
    assert_eq!(exact("indicators.mean.realization").as_deref(), Some("25/3"));
    assert_eq!(exact("supporting.again").as_deref(), Some("29/3"));
    assert_eq!(values(&evaluation, &["indicators.mean.achievement", "indicators.last.realization"]), ["83.33", "7"]);
    assert_eq!(findings(&evaluation), ["indicators.given.realization quarters_differ"]);
    let explanation = evaluation.figure("indicators.mean.realization").unwrap().explanation(Language::Indonesian);
    assert_eq!(explanation.line, "(20 + 1,3333… + 7 + 5) ÷ 4 = 8,3333… → 8,33 (dibulatkan)");
    let tree = explanation.tree(Language::Indonesian);
    assert!(tree.contains("T: (1 + 1 + 2) ÷ 3 = 1,3333… → 1,33 (dibulatkan) [3 dari 4 nilai dihitung]"), "{tree}");
    assert!(tree.contains("L: Triwulan I = 7"), "{tree}");
}

#[test]
fn a_formula_comes_before_quarters_unless_it_gives_nothing() {
    let evaluation = evaluated(
        r#""indicators": [
            {"id": "a", "name": "A", "target": "10", "formula": {"kind": "sum", "of": [4, 5]},
                "quarters": [{"quarter": 4, "target": "10", "realization": "8"}]},
            {"id": "b", "name": "B", "target": "10", "formula": {"kind": "quotient", "part": [4], "whole": [0]},
                "quarters": [{"quarter": 4, "target": "10", "realization": "8"}]},
            {"id": "c", "name": "C", "target": "10", "realization_state": "not_measured", "formula": {"kind": "sum", "of": [4, 5]},
                "quarters": [{"quarter": 4, "realization": "8"}]}]"#,
    );
    let keys = ["a", "b", "c"].map(|id| format!("indicators.{id}.achievement"));
    assert_eq!(values(&evaluation, &keys.each_ref().map(String::as_str)), ["90.00", "80.00", "not_measured"]);
    let keys =
        ["indicators.b.computed", "indicators.b.realization", "indicators.c.computed", "indicators.c.realization"];
    assert_eq!(values(&evaluation, &keys), ["zero_whole", "8", "9", "not_measured"]);
    assert!(evaluation.figure("indicators.a.computed").is_none());
    assert_eq!(findings(&evaluation), ["indicators.a.realization quarters_differ"]);
}

#[test]
fn comparisons_have_no_figure_without_a_base() {
    let evaluation = evaluated(
        r#""indicators": [{"id": "s", "name": "SAKIP", "unit": "%", "target": "77", "formula": {"kind": "ratio", "part": [28], "whole": [37]},
            "previous": [{"year": 2020, "target": "74", "realization": "78,38"}, {"year": 2019, "realization": "-"}],
            "renstra": [{"year": 2023, "target": "80"}], "national": {"value": "70"}}]"#,
    );
    let keys = [
        "indicators.s.realization",
        "indicators.s.achievement",
        "indicators.s.previous.2020.change",
        "indicators.s.previous.2020.points",
        "indicators.s.previous.2020.achievement",
        "indicators.s.previous.2020.achievement_points",
        "indicators.s.previous.2019.change",
        "indicators.s.previous.2019.achievement",
        "indicators.s.renstra.2023",
        "indicators.s.national",
    ];
    // 75.6756… unrounded: 98.28, as the report's text prints it; the table's 98.29 is of the rounded 75.68.
    assert_eq!(
        values(&evaluation, &keys),
        ["75.68", "98.28", "-3.45", "-2.70", "105.92", "-7.64", "no_base", "no_target", "94.59", "108.11"]
    );
}

#[test]
fn an_achievement_of_an_earlier_year_may_be_all_that_is_known() {
    // BKD 2021: 533 of 500 retirements, against 97.72 % in 2020; and 189 of 198 against 83.23 %, which 422 of 507 are.
    let evaluation = evaluated(
        r#""overrides": {"rounding": {"mode": "truncate"}}, "indicators": [
            {"id": "a", "name": "A", "target": "500", "realization": "533", "previous": [{"year": 2020, "capaian": "97,72 %"}]},
            {"id": "b", "name": "B", "target": "198", "realization": "189",
                "previous": [{"year": 2020, "target": "507", "realization": "422", "achievement": "83,23 %"}]},
            {"id": "c", "name": "C", "target": "198", "realization": "189",
                "previous": [{"year": 2020, "target": "507", "realization": "422", "achievement": "83,24"}]}]"#,
    );
    let of =
        |id: &str, figure: &str| values(&evaluation, &[&format!("indicators.{id}.previous.2020.{figure}")]).remove(0);
    assert_eq!([of("a", "achievement"), of("a", "achievement_points")], ["97.72", "8.88"]);
    assert_eq!([of("a", "change"), of("a", "points")], ["no_base", "no_base"]);
    assert_eq!([of("b", "achievement"), of("b", "achievement_points")], ["83.23", "12.22"]);
    assert_eq!(findings(&evaluation), ["indicators.c.previous.2020.achievement achievement_differs"]);
    assert_eq!(
        evaluation.findings()[0].sentence(Language::English),
        "The achievement is given as 83.24 %, but its target and realization give 83.2347… %. The one given is used."
    );
}

#[test]
fn a_given_realization_counts_and_is_compared() {
    let evaluation = evaluated(
        r#""indicators": [
            {"id": "a", "name": "A", "target": "77", "realization": "75,68", "formula": {"kind": "ratio", "part": [28], "whole": [37]}},
            {"id": "b", "name": "B", "target": "77", "realization": "75,86", "formula": {"kind": "ratio", "part": [28], "whole": [37]}},
            {"id": "c", "name": "C", "target": "10", "realization": "9", "quarters": [
                {"quarter": 2, "target": "4", "realization": "3"}, {"quarter": 4, "target": "5", "realization": "8"}]}]"#,
    );
    assert_eq!(values(&evaluation, &["indicators.a.achievement"]), ["98.29"]);
    assert_eq!(
        findings(&evaluation),
        [
            "indicators.b.realization realization_differs",
            "indicators.c.realization quarters_differ",
            "indicators.c.target quarter_targets_differ"
        ]
    );
    let message = |place: usize, language| evaluation.findings()[place].message(language);
    assert_eq!(
        message(0, Language::Indonesian),
        "B (indicators.b.realization): Realisasi yang diberikan 75,86 %, sedangkan rumusnya menghasilkan 75,6756… %. \
         Yang diberikan dipakai."
    );
    assert_eq!(
        [message(1, Language::Indonesian), message(1, Language::English)],
        [
            "C (indicators.c.realization): Realisasi setahun 9, sedangkan triwulannya menghasilkan 8 (nilai terakhir).",
            "C (indicators.c.realization): The realization of the year is 9, but its quarters make 8 (last value)."
        ]
    );
    let method = evaluation.findings()[1].details().get("method").map(|method| Plain::from(method).to_json());
    assert_eq!(method.as_deref(), Some("\"last\""));
}

#[test]
fn an_amount_counts_once() {
    let evaluation = evaluated(
        r#""offices": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "objectives": [{"id": "s", "name": "S"}, {"id": "t", "name": "T"}],
        "budget": [
            {"id": "all", "name": "Semua", "level": "total", "allocation": "100,50", "spending": "60"},
            {"id": "p", "name": "P", "level": "program", "parent": "all", "objective": "s", "office": "x"},
            {"id": "p1", "name": "P1", "level": "activity", "parent": "p", "allocation": "40,25", "spending": "20"},
            {"id": "p2", "name": "P2", "level": "activity", "parent": "p", "objective": "t", "allocation": "60,25", "spending": "-"},
            {"id": "again", "name": "Sekali lagi", "counted": false, "objective": "s", "allocation": "7", "spending": "8"}]"#,
    );
    let keys = [
        "budget.p.allocation",
        "budget.p.spending",
        "budget.all.absorption",
        "budget.all.remainder",
        "objectives.s.allocation",
        "objectives.t.allocation",
        "offices.x.allocation",
        "programs.P.allocation",
        "report.allocation",
        "budget.p2.absorption",
    ];
    assert_eq!(
        values(&evaluation, &keys),
        ["100.50", "20", "59.70", "40.50", "40.25", "60.25", "100.50", "100.50", "100.50", "0.00"]
    );
    assert_eq!(findings(&evaluation), ["budget.all.spending spending_sum", "budget.again.absorption overspent"]);
    assert!(evaluation.figure("offices.y.allocation").is_none());
}

#[test]
fn amounts_of_findings_are_written_as_people_write_them() {
    let evaluation = evaluated(
        r#""budget": [{"id": "all", "name": "Semua", "allocation": "Rp 62.323.503", "spending": "5.000"},
            {"id": "a", "parent": "all", "name": "A", "allocation": "61823502,5"}]"#,
    );
    let finding = &evaluation.findings()[0];
    assert_eq!((finding.name(), finding.figure()), ("Semua", "budget.all.allocation"));
    assert_eq!(
        finding.sentence(Language::Indonesian),
        "Pagu Rp 62.323.503, sedangkan jumlah baris di bawahnya Rp 61.823.502,50: selisih Rp 500.000,50."
    );
    assert_eq!(
        finding.sentence(Language::English),
        "The allocation is Rp 62,323,503, but the lines below add to Rp 61,823,502.50: a difference of Rp 500,000.50."
    );
    let details = Plain::from(finding.details()).to_json();
    assert_eq!(details, r#"{"computed":"61823502.5","difference":"500000.5","given":"62323503"}"#);
}

#[test]
fn efficiency_says_what_it_is_made_of() {
    // Kaltim 2021, table 3.19, third objective: 54.26 points, of which 53.50 are money that was not spent.
    let evaluation = evaluated(
        r#""objectives": [{"id": "s", "name": "S"}],
        "indicators": [{"id": "a", "name": "A", "objective": "s", "target": "77,00", "realization": "75,68"},
            {"id": "b", "name": "B", "objective": "s", "target": "66", "realization": "68,14"}],
        "budget": [{"id": "p", "name": "P", "objective": "s", "allocation": "10.000", "spending": "4.650"}]"#,
    );
    assert_eq!(values(&evaluation, &["objectives.s.average", "objectives.s.efficiency"]), ["100.76", "54.26"]);
    let line = evaluation.figure("objectives.s.efficiency").unwrap().line(Language::English);
    assert!(line.contains("53.5 points") && line.contains("100.76") && line.contains("46.50"), "{line}");
}

#[test]
fn what_one_change_does() {
    let evaluation = evaluated(
        r#""objectives": [{"id": "s", "name": "S"}],
        "indicators": [{"id": "a", "name": "A", "objective": "s", "target": "50", "realization": "25"},
            {"id": "b", "name": "B", "objective": "s", "target": "100", "realization": "100"}]"#,
    );
    let changes = Record::from([("indicators.a.realization".to_owned(), Plain::from("40"))]);
    let (after, changed) = what_if(&evaluation, &changes).unwrap();
    let keys: Vec<&str> = changed.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(
        keys,
        ["indicators.a.realization", "indicators.a.achievement", "objectives.s.average", "report.average"]
    );
    assert_eq!(values(&after, &["indicators.a.achievement", "report.average"]), ["80.00", "90.00"]);
    let wrong = Record::from([("indicators.z.realization".to_owned(), Plain::from("40"))]);
    assert_eq!(what_if(&evaluation, &wrong).unwrap_err().first().code(), Code::UnknownReference);
}

#[test]
fn agreements_are_added_and_read_aloud() {
    let evaluation = evaluated(
        r#""budget": [{"id": "p", "name": "P", "allocation": "100", "spending": "80"}],
        "agreements": [{"id": "pk", "programs": [{"budget": "p", "name": "P", "allocation": "Rp 100", "minimum": "85%"},
            {"name": "Q", "allocation": "Rp 50"}], "total": "Rp 151", "total_in_words": "Seratus Lima Puluh Rupiah"}]"#,
    );
    assert_eq!(values(&evaluation, &["agreements.pk.total", "agreements.pk.programs.1.minimum"]), ["150", "94.12"]);
    assert_eq!(
        findings(&evaluation),
        [
            "agreements.pk.total agreement_total",
            "agreements.pk.total total_in_words",
            "agreements.pk.programs.1.minimum below_minimum"
        ]
    );
}
