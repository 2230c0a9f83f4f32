//! What stands in which cell, and what a table says beside it.

use super::*;

#[test]
fn every_table_is_there_and_complete() {
    let tables = tables_of(FIELDS);
    let ids: Vec<&str> = tables.iter().map(Table::id).collect();
    let all = "achievement quarters years renstra national efficiency budget_by_objective budget_by_program \
        budget_by_office budget agreements supporting findings";
    assert_eq!(ids.join(" "), all);
    for table in &tables {
        assert!(table.rows().iter().all(|row| row.cells.len() == table.columns().len()), "{}", table.id());
        assert_eq!(table.columns().iter().filter(|column| column.names_rows).count(), 1, "{}", table.id());
        let mut ids: Vec<&str> = table.columns().iter().map(|column| column.id.as_str()).collect();
        ids.extend(["row", "depth", "subject"]);
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }
}

#[test]
fn a_table_without_rows_is_left_out() {
    assert_eq!(tables_of(r#""indicators": []"#), []);
    let ids: Vec<&str> = tables_of(r#""indicators": [{"id": "a", "name": "A"}]"#).iter().map(Table::id).collect();
    assert_eq!(ids, ["achievement"]);
}

#[test]
fn every_figure_of_a_cell_is_one_of_the_evaluation() {
    let report = r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2021}, "style": "indonesian", "rules": "setda-kaltim-2021","#;
    let report = Report::from_json(&format!("{report}{FIELDS}}}")).unwrap();
    let evaluation = evaluate(&report, None).unwrap();
    let mut figures = 0;
    for table in tables(&evaluation) {
        for cell in table.rows().iter().flat_map(|row| &row.cells) {
            if let Cell::Figure(Shown { key: Some(key), value, unit, .. }) = cell {
                let figure = evaluation.figure(key).unwrap_or_else(|| panic!("no {key}"));
                assert_eq!(figure.value(), Some(*value));
                assert_eq!(figure.outcome().value().map(|value| value.unit), Some(*unit));
                figures += 1;
            }
        }
    }
    assert!(figures > 50);
}

#[test]
fn what_is_missing_is_never_a_zero() {
    let states = [
        ("achievement", "indicators.belum", "realization", State::NotMeasured, "belum diukur"),
        ("achievement", "indicators.batal", "achievement", State::NotCarriedOut, "tidak dilaksanakan"),
        ("achievement", "indicators.nol", "achievement", State::NotComputable, "tidak dapat dihitung"),
        ("achievement", "indicators.bebas", "target", State::NoTarget, ""),
        ("achievement", "indicators.bebas", "achievement", State::NoTarget, ""),
        ("achievement", "objectives.s2", "achievement", State::NotApplicable, "-"),
        ("quarters", "indicators.skor.quarters.1", "target", State::NoTarget, ""),
        ("quarters", "indicators.skor.quarters.1", "realization", State::NoTarget, ""),
        ("quarters", "indicators.skor.quarters.4", "realization", State::NotMeasured, "belum diukur"),
        ("years", "indicators.skor", "realization_2019", State::NoBase, "-"),
        ("years", "indicators.skor", "change_2019", State::NoBase, "-"),
        ("years", "indicators.belum", "realization_2020", State::NotCarriedOut, "tidak dilaksanakan"),
        ("budget", "budget.k2", "spending", State::NotReported, "belum dilaporkan"),
        ("agreements", "agreements.pk.programs.3", "absorption", State::NotApplicable, "-"),
    ];
    for (id, subject, column, state, text) in states {
        let table = table(FIELDS, id);
        let cell = cell(&table, subject, column);
        assert!(matches!(cell, Cell::Absent(absence) if absence.state == state), "{id} {subject} {column}: {cell:?}");
        assert_eq!(cell.display(Language::Indonesian), text);
    }
    // A zero that was reached is one.
    assert_eq!(shown(&table(FIELDS, "achievement"), "indicators.bebas", "realization"), "0");
    // A quarter without a realization of its own has no percentage, whatever was reached before.
    assert_eq!(cell(&table(FIELDS, "quarters"), "indicators.skor.quarters.4", "achievement"), &Cell::Empty);
}

#[test]
fn quarters_are_measured_as_the_rules_say() {
    let quarters = |against: &str| {
        let fields = format!(
            r#""overrides": {{"quarters": {{"consolidation": "sum", "against": "{against}"}}}},
            "indicators": [{{"id": "k", "name": "K", "target": "90", "quarters": [{{"quarter": 2, "target": "45", "realization": "36"}},
                {{"quarter": 4, "target": "45", "realization": "54"}}]}}]"#
        );
        table(&fields, "quarters")
    };
    for (against, second, fourth) in
        [("quarter", "80,00 %", "120,00 %"), ("to_date", "80,00 %", "100,00 %"), ("annual", "40,00 %", "100,00 %")]
    {
        let table = quarters(against);
        let of = |quarter: &str| shown(&table, &format!("indicators.k.quarters.{quarter}"), "achievement");
        assert_eq!((of("2").as_str(), of("4").as_str()), (second, fourth), "{against}");
        let formula = table.columns().last().and_then(|column| column.formula.as_deref());
        assert_eq!(formula, (against == "quarter").then_some("8 = 7/6 × 100"));
    }
}

#[test]
fn changes_are_relative_or_in_points() {
    let fields = r#""overrides": {"growth": "points"}, "indicators": [{"id": "k", "name": "K", "unit": "%", "target": "90",
        "realization": "85", "previous": [{"year": 2020, "realization": "80,5"}, {"year": 2019, "realization": "70"},
            {"year": 2018, "realization": "1"}, {"year": 2017, "realization": "1"}, {"year": 2016, "realization": "1"},
            {"year": 2015, "realization": "1"}]}]"#;
    let table = table(fields, "years");
    assert_eq!(shown(&table, "indicators.k", "change_2020"), "4,50 poin");
    let column = table.columns().iter().find(|column| column.id == "change_2020").unwrap();
    assert_eq!((column.kind, column.formula.as_deref()), (ColumnKind::Points, Some("14 = 9 − 8")));
    assert!(!table.columns().iter().any(|column| column.id == "realization_2015"));
    assert_eq!(notes(&table), ["Hanya 5 tahun terakhir yang ditampilkan."]);
}

#[test]
fn efficiency_has_a_band_where_the_rules_name_some() {
    let fields = r#""overrides": {"efficiency": {"method": "absorption_over_achievement", "bands": "kepmendagri-690-efficiency"}},
        "objectives": [{"id": "s", "name": "S"}], "indicators": [{"id": "a", "name": "A", "objective": "s", "target": "10", "realization": "10"}],
        "budget": [{"id": "p", "name": "P", "objective": "s", "allocation": "100", "spending": "75"}]"#;
    let table = table(fields, "efficiency");
    let row: Vec<String> = table.rows()[0].cells.iter().map(|cell| cell.display(Language::Indonesian)).collect();
    assert_eq!(row, ["1", "S", "100,00 %", "75,00 %", "75,00 %", "Efisien"]);
    assert_eq!(table.columns()[4].formula.as_deref(), Some("5 = 4/3 × 100"));
}

#[test]
fn an_office_has_the_amounts_of_those_below_it() {
    let table = table(FIELDS, "budget_by_office");
    let rows: Vec<(RowKind, usize)> = table.rows().iter().map(|row| (row.kind, row.depth)).collect();
    assert_eq!(rows, [(RowKind::Parent, 0), (RowKind::Item, 1), (RowKind::Total, 0)]);
}

#[test]
fn caps_are_told() {
    let fields = r#""overrides": {"cap": {"percent": "120", "in": "indicator"}},
        "indicators": [{"id": "a", "name": "A", "target": "10", "realization": "20"}]"#;
    let table = table(fields, "achievement");
    assert_eq!(shown(&table, "indicators.a", "achievement"), "120,00 %");
    assert_eq!(notes(&table), ["Capaian dibatasi paling tinggi 120 %."]);
}

#[test]
fn a_quarterly_report_says_so() {
    let head =
        r#"{"schema": "lkip/1", "title": "T", "period": {"year": 2024, "quarter": 1}, "rules": "setda-kaltim-2021""#;
    let report = Report::from_json(&format!("{head}, \"indicators\": [{{\"id\": \"a\", \"name\": \"A\"}}]}}")).unwrap();
    let tables = tables(&evaluate(&report, None).unwrap());
    assert_eq!(tables[0].title().get(Language::Indonesian), "Target dan realisasi kinerja triwulan I tahun 2024");
    assert_eq!(tables[0].title().get(Language::English), "Targets and realizations, quarter I of 2024");
}

#[test]
fn a_deep_budget_is_no_matter() {
    let line = |n: usize| match n {
        0 => r#"{"id": "l0", "name": "L"}"#.to_owned(),
        n => format!(r#"{{"id": "l{n}", "parent": "l{}", "name": "L"}}"#, n - 1),
    };
    let lines: Vec<String> = (0..3000).map(line).collect();
    let table = table(&format!(r#""budget": [{}]"#, lines.join(",")), "budget");
    assert_eq!(table.rows().last().map(|row| row.depth), Some(2999));
    assert!(table.to_markdown(Language::Indonesian).len() < 1_000_000);
}
