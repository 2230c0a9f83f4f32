//! Every row of a table as people write it is what the same cells give alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use lkip_core::{Plain, Record, api};
use lkip_tests::many::{Counts, cases};
use lkip_tests::random::{Random, seed, tell};
use serde_json::Value;

/// Cells of tables, most of which are numbers.
const CELLS: &[&str] = &[
    "325",
    "283",
    "1.250",
    "87,5",
    "98,40",
    "0",
    "0,00",
    "-3",
    "1.250.000",
    "Rp. 111.617.829.255,-",
    "66 (peringkat 4)",
    "95%",
    "100 %",
    "12 bulan",
    "1 tahun",
    "90-100%",
    "80 - 90",
    "minimal 85",
    "maks. 5 %",
    "< 20",
    "-",
    "",
    "N/A",
    "WTP",
    "3,0885 *)",
    "1,2,3",
    "9999999999999999999999999999",
    "0,0001",
    "100",
];
const POLARITIES: &[&str] = &["naik", "turun", "stabil", "Maximize", "MINIMIZE", "on_target"];
const STATES: &[&str] = &["terukur", "belum_diukur", "tidak_dilaksanakan", "nilai_terakhir"];

fn text(value: &str) -> Plain {
    Plain::from(value)
}

fn answer(op: &str, fields: Record) -> Value {
    let call = api::Call::new(op, Plain::Record(fields));
    serde_json::from_str(&Plain::from(&api::answer(&call)).to_json()).unwrap()
}

/// What the row gives alone: of a cell that cannot be read its code.
fn alone(cells: [&str; 2], polarity: &str, state: Option<&str>, rules: &str) -> Value {
    let polarity = polarity.to_lowercase();
    let mut fields = Record::from([
        ("target".to_owned(), text(cells[0])),
        ("realization".to_owned(), text(cells[1])),
        ("polarity".to_owned(), text(&polarity)),
        ("rules".to_owned(), text(rules)),
        ("style".to_owned(), text("indonesian")),
        ("include".to_owned(), Plain::List(Vec::new())),
    ]);
    if let Some(state) = state {
        fields.insert("realization_state".to_owned(), text(state));
    }
    answer("achievement", fields)
}

#[test]
fn every_row_of_cells_is_what_the_cells_give_alone() {
    let mut random = Random::new(seed("LKIP_ORACLE_SEED"));
    let mut counts = Counts::new();
    let mut count = |kind: &str| *counts.entry(kind.to_owned()).or_default() += 1;
    let ids = ["bkd-ntt-2021", "setda-kaltim-2021", "permenpanrb-8-2021", "biro-umum-ntt-2021"];
    for round in 0..cases(400) {
        let rules = ids[round % ids.len()];
        let with_states = round % 3 == 0;
        let mut rows = Vec::new();
        while rows.len() < 25 {
            let cells = [*random.pick(CELLS), *random.pick(CELLS)];
            let polarity = *random.pick(POLARITIES);
            let state = (with_states && random.one_in(2)).then(|| *random.pick(STATES));
            let expected = alone(cells, polarity, state, rules);
            let codes = expected["errors"].as_array().into_iter().flatten().filter_map(|error| error["code"].as_str());
            // A state that contradicts its value refuses the whole table, as it refuses the row.
            if !codes.into_iter().any(|code| ["value_with_state", "state_without_value"].contains(&code)) {
                rows.push((cells, polarity, state, expected));
            }
        }
        let column = |cell: &dyn Fn(usize) -> Plain| Plain::List((0..rows.len()).map(cell).collect());
        let mut columns = Record::from([
            ("Target 2021".to_owned(), column(&|row| text(rows[row].0[0]))),
            ("Realisasi 2021".to_owned(), column(&|row| text(rows[row].0[1]))),
            ("Sifat".to_owned(), column(&|row| text(rows[row].1))),
        ]);
        if with_states {
            columns.insert("Keadaan".to_owned(), column(&|row| rows[row].2.map_or(Plain::Null, text)));
        }
        let fields = Record::from([
            ("columns".to_owned(), Plain::Record(columns)),
            ("rules".to_owned(), text(rules)),
            ("style".to_owned(), text("indonesian")),
            ("include".to_owned(), Plain::List(vec![text("exact")])),
        ]);
        let made = answer("measure", fields);
        let made = made["rows"].as_array().unwrap_or_else(|| panic!("{made}"));
        assert_eq!(made.len(), rows.len());
        for (row, (made, (cells, polarity, state, expected))) in made.iter().zip(&rows).enumerate() {
            let told = || format!("row {row}: {cells:?} {polarity} {state:?} {rules}\n made {made}\n alone {expected}");
            if expected["outcome"] == "error" {
                assert_eq!(made["reason"]["code"], "unreadable", "{}", told());
                count("unreadable");
                // Of the first ten it is told why: the mistakes of the row are those of the row alone.
                for error in made["errors"].as_array().into_iter().flatten() {
                    let is_known =
                        expected["errors"].as_array().unwrap().iter().any(|one| one["code"] == error["code"]);
                    assert!(is_known, "{}", told());
                    count("unreadable, told");
                }
                continue;
            }
            for field in ["outcome", "percent", "display", "exact"] {
                assert_eq!(made[field], expected[field], "{field}, {}", told());
            }
            assert_eq!(made["category"], expected["category"]["label"], "{}", told());
            if expected["reason"].is_object() {
                assert_eq!(made["reason"], expected["reason"], "{}", told());
            }
            count(expected["reason"]["code"].as_str().unwrap_or("percent"));
        }
    }
    tell(&format!("oracle: rows of cells: {counts:?}, none differ"));
    for kind in
        ["percent", "unreadable", "unreadable, told", "no_target", "not_carried_out", "not_measured", "zero_target"]
    {
        assert!(counts.contains_key(kind), "{kind}");
    }
}
