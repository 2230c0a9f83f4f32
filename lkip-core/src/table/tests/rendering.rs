//! Every table in all its writings, compared as text.

use super::*;
use crate::plain::Plain;

fn written(write: impl Fn(&Table) -> String) -> String {
    tables_of(FIELDS).iter().map(write).collect::<Vec<_>>().join("\n")
}

#[test]
fn markdown() {
    assert_eq!(written(|table| table.to_markdown(Language::Indonesian)), include_str!("expected.id.md"));
    assert_eq!(written(|table| table.to_markdown(Language::English)), include_str!("expected.en.md"));
}

#[test]
fn html() {
    let some = ["achievement", "national", "budget"];
    let tables = || tables_of(FIELDS).into_iter().filter(|table| some.contains(&table.id()));
    let html: Vec<String> = tables().map(|table| table.to_html(Language::Indonesian)).collect();
    assert_eq!(html.join("\n"), include_str!("expected.id.html"));
    for (table, html) in tables().zip(html) {
        // The two languages differ in words alone.
        let other = table.to_html(Language::English);
        assert_eq!(html.matches('<').count(), other.matches('<').count());
        assert!(other.contains(r#" lang="en">"#));
    }
}

#[test]
fn csv() {
    let lines = written(|table| table.to_csv().replace("\r\n", "\n"));
    assert_eq!(lines, include_str!("expected.csv"));
    assert!(tables_of(FIELDS).iter().all(|table| table.to_csv().ends_with("\r\n")));
}

#[test]
fn plain_data_tells_every_kind_of_cell() {
    let plain = |id: &str| Plain::from(&table(FIELDS, id).report(Language::Indonesian)).to_json();
    let achievement = plain("achievement");
    for part in [
        r#""columns":[{"id":"no","label":"No.","kind":"number"},"#,
        r#"{"id":"achievement","label":"Capaian","kind":"percent","formula":"6 = 5/4 × 100"}"#,
        r#"{"row":"group","depth":0,"subject":"objectives.s1","cells":[{"kind":"empty","value":null,"display":""},"#,
        r#"{"kind":"text","value":"Skor EKPPD","display":"Skor EKPPD"}"#,
        r#"{"kind":"count","value":1,"display":"1"}"#,
        r#"{"kind":"figure","value":"3.0885","display":"3,0885 *)","figure":"indicators.skor.realization","unit":"number","footnotes":["*)"]}"#,
        r#"{"kind":"range","value":{"low":"45","high":"55"},"display":"45–55 %","figure":"indicators.rentang.target","unit":"percent"}"#,
        r#"{"kind":"category","value":"tinggi","display":"Tinggi","rank":2,"of":5,"scale":"permendagri-86-2017"}"#,
        r#"{"kind":"word","value":"2 of 2","display":"2 dari 2"}"#,
        r#"{"kind":"absent","value":null,"display":"tidak dapat dihitung","figure":"indicators.nol.achievement","state":"not_computable","reason":{"code":"zero_target","#,
        r#""notes":["*) Skor terakhir.""#,
    ] {
        assert!(achievement.contains(part), "{part}\n{achievement}");
    }
    assert!(plain("national").contains(r#"{"kind":"sign","value":"below","display":"−"}"#));
}
