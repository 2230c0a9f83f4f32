//! A small report with every table.

mod cells;
mod escaping;
mod rendering;

use super::*;
use crate::evaluate::evaluate;
use crate::language::Language;
use crate::prelude::*;
use crate::report::Report;

/// Every table, every state of a value.
const FIELDS: &str = r#"
    "overrides": {"scale": "permendagri-86-2017", "average": {"not_measured": "leave_out", "not_carried_out": "leave_out"}},
    "offices": [{"id": "sekda", "name": "Sekretariat"}, {"id": "biro", "name": "Biro Hukum", "parent": "sekda"}],
    "objectives": [{"id": "s1", "name": "Meningkatnya kinerja"}, {"id": "s2", "name": "Meningkatnya layanan"}],
    "indicators": [
        {"id": "skor", "name": "Skor EKPPD", "objective": "s1", "unit": "Skor", "target": "3,095", "realization": "3,0885 *)",
            "carried_from": 2018, "footnotes": ["*) Skor terakhir."], "quarters": [{"quarter": 1, "target": "0"},
            {"quarter": 2, "target": "3,095", "realization": "3,0885 *)"}, {"quarter": 4, "target": "3,095"}],
            "previous": [{"year": 2020, "target": "3,08", "realization": "3,0885"}, {"year": 2019, "realization": "-"}],
            "renstra": [{"year": 2022, "target": "3,1"}, {"year": 2023, "target": "3,15"}],
            "national": {"value": "3,1", "source": "EKPPD 2018"}},
        {"id": "waktu", "name": "Waktu layanan", "objective": "s1", "unit": "Hari", "polarity": "lower", "target": "5", "realization": "6"},
        {"id": "rentang", "name": "Suhu arsip", "objective": "s1", "unit": "%", "polarity": "on_target",
            "target": {"low": "45", "high": "55"}, "realization": "50", "average": false},
        {"id": "belum", "name": "Survei", "objective": "s2", "target": "80",
            "previous": [{"year": 2020, "realization_state": "not_carried_out"}]},
        {"id": "batal", "name": "Lokakarya", "objective": "s2", "target": "2", "realization_state": "not_carried_out"},
        {"id": "nol", "name": "Keluhan", "target": "0", "realization": "3"},
        {"id": "bebas", "name": "Kunjungan", "realization": "0"}],
    "supporting": [{"id": "x", "name": "Bagian", "formula": {"kind": "ratio", "part": [28], "whole": [37]}},
        {"id": "y", "name": "Pegawai", "unit": "Orang", "value": "1.250 **)"}],
    "budget": [
        {"id": "semua", "name": "Belanja", "level": "total", "allocation": "1.000.000,50", "spending": "465.000"},
        {"id": "p", "parent": "semua", "level": "program", "code": "4.01.02", "name": "Program Hukum", "objective": "s1", "office": "biro"},
        {"id": "k1", "parent": "p", "name": "Kegiatan 1", "level": "activity", "allocation": "600.000,50", "spending": "465.000"},
        {"id": "k2", "parent": "p", "name": "Kegiatan 2", "level": "activity", "allocation": "400.000"},
        {"id": "nihil", "name": "Uraian lain", "allocation": "0", "spending": "0", "counted": false}],
    "agreements": [{"id": "pk", "office": "biro", "programs": [
        {"budget": "p", "minimum": "85%"}, {"budget": "k1", "name": "K 1", "minimum": "77,5"}, {"name": "Tanpa anggaran", "minimum": "90"}]}]"#;

fn tables_of(fields: &str) -> Vec<Table> {
    let head = r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian""#;
    let report = Report::from_json(&format!("{head}, \"rules\": \"setda-kaltim-2021\", {fields}}}")).unwrap();
    tables(&evaluate(&report, None).unwrap())
}

fn table(fields: &str, id: &str) -> Table {
    tables_of(fields).into_iter().find(|table| table.id() == id).unwrap_or_else(|| panic!("no table {id}"))
}

/// The texts of a cell, by the subject of its row and the id of its column.
fn shown(table: &Table, subject: &str, column: &str) -> String {
    cell(table, subject, column).display(Language::Indonesian)
}

fn cell<'a>(table: &'a Table, subject: &str, column: &str) -> &'a Cell {
    let place = table.columns().iter().position(|known| known.id == column).unwrap_or_else(|| panic!("no {column}"));
    let row = table.rows().iter().find(|row| row.subject.as_deref() == Some(subject));
    &row.unwrap_or_else(|| panic!("no {subject}")).cells[place]
}

fn notes(table: &Table) -> Vec<&str> {
    table.notes().iter().map(|note| note.get(Language::Indonesian)).collect()
}
