//! The cascades of four published reports: what is wrong with them, by code and numbers, and nothing else. And made up
//! ones against another big-number library: what components make, and that whatever is changed is found.
//!
//! `LKIP_ORACLE_SEED` repeats a run, `LKIP_ORACLE_CASES` changes how many there are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: whatever is not as expected must stop the test"
)]

use std::collections::BTreeMap;
use std::path::Path;

use lkip_core::cascade::{Cascade, CascadeCode, Changed, Finding, Severity, cascade};
use lkip_core::evaluate::evaluate;
use lkip_core::report::Report;
use lkip_core::{Language, Plain};
use serde_json::{Value, json};

fn of_report(name: &str) -> Cascade {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports").join(name).with_extension("json");
    let report = Report::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    cascade(&evaluate(&report, None).unwrap())
}

fn data(finding: &Finding) -> Value {
    serde_json::from_str(&Plain::from(&finding.report(Language::Indonesian)).to_json()).unwrap()
}

/// Code, year, offices, and the data of the sentence that are numbers or names of indicators and programs.
fn told(finding: &Finding) -> Value {
    let data = data(finding);
    let offices: Vec<&Value> = data["offices"].as_array().unwrap().iter().map(|office| &office["id"]).collect();
    json!([data["code"], data["year"], offices, data["details"]])
}

fn all_told(cascade: &Cascade) -> Vec<Value> {
    cascade.findings().iter().map(told).collect()
}

const BIRO: [&str; 9] = [
    "biro-pod",
    "biro-kesra",
    "biro-hukum",
    "biro-ekonomi",
    "biro-pbj",
    "biro-adbang",
    "biro-organisasi",
    "biro-umum",
    "biro-adpim",
];

#[test]
fn kaltim_has_these_findings_and_no_others() {
    let support = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH PROVINSI";
    let expected = [
        // The agreement of one Asisten is not in the report; by difference its budget is 200,000 less than its Biro have.
        json!(["agreement_missing", 2021, ["asisten-pemkesra"], {"office": "asisten-pemkesra", "year": "2021"}]),
        json!(["level_without_agreements", 2021, BIRO, {"count": "9", "level": "biro", "year": "2021"}]),
        // Held by an Asisten whose Biro do not carry it; Biro POD does, and stands below another.
        json!(["carried_elsewhere", 2021, ["asisten-adum", "biro-pod", "asisten-pemkesra"], {
            "first": "pk-2021-adum", "indicator": "kerjasama", "office": "asisten-adum", "other": "biro-pod",
            "superior": "asisten-pemkesra"
        }]),
        json!(["unit_differs", 2021, ["asisten-ekbang", "biro-pbj"], {
            "first": "pk-2021-ekbang", "indicator": "itkp", "other_unit": "Indeks", "second": "biro-pbj", "unit": "Level"
        }]),
        json!(["name_differs", 2021, ["asisten-adum", "biro-umum"], {
            "first": "pk-2021-adum", "indicator": "skm-umum",
            "name": "Indeks Kepuasan Masyarakat terhadap Pelayanan Kerumahtangaan Sekretariat Daerah",
            "other_name": "Indeks Kepuasan Masyarakat terhadap Pelayanan Kerumahtanggaan Sekretariat Daerah",
            "second": "biro-umum"
        }]),
        json!(["missing_budget_differs", 2021, ["setda", "asisten-ekbang", "asisten-adum", "asisten-pemkesra"], {
            "above": "282044792352", "below": "57471815000", "difference": "-200000", "first": "pk-2021-sekda",
            "known": "224573177352", "office": "asisten-pemkesra", "parts": "asisten-ekbang, asisten-adum",
            "required": "57471615000"
        }]),
        json!(["program_budget", 2021, ["setda", "biro-hukum"], {
            "above": "4934463708", "below": "4934663708", "difference": "-200000", "first": "pk-2021-sekda",
            "parts": "biro-hukum", "program": "PROGRAM FASILITASI DAN KOORDINASI HUKUM"
        }]),
        // Table 3.22 calls the program of two Biro by another name.
        json!(["program_named_otherwise", 2021, ["asisten-ekbang", "biro-ekonomi"], {
            "difference": "1754913400", "first": "pk-2021-ekbang", "other_program": "PROGRAM ADMINISTRASI UMUM",
            "parts": "biro-ekonomi", "program": support
        }]),
        json!(["program_named_otherwise", 2021, ["asisten-adum", "biro-organisasi"], {
            "difference": "3124227952", "first": "pk-2021-adum", "other_program": "PROGRAM ADMINISTRASI UMUM",
            "parts": "biro-organisasi", "program": support
        }]),
        json!(["program_left_out", 2021, ["biro-adbang"], {
            "amount": "6350000", "computed": "6867941738", "office": "biro-adbang",
            "place": "Tabel 3.22, BIRO ADMINISTRASI PEMBANGUNAN", "printed": "6861591738",
            "program": "PROGRAM PEMERINTAHAN DAN OTONOMI DAERAH"
        }]),
        json!(["level_without_agreements", 2022, BIRO, {"count": "9", "level": "biro", "year": "2022"}]),
    ];
    assert_eq!(all_told(&of_report("setda-kaltim-2021")), expected);
}

#[test]
fn the_budgets_of_kaltim_add_up_in_2022() {
    let cascade = of_report("setda-kaltim-2021");
    let told = |budget: &lkip_core::cascade::BudgetCheck| {
        let above = budget.above.as_ref().map(|above| above.expand(0).to_string());
        (budget.year, budget.agreement.clone(), above.unwrap_or_default(), budget.agrees())
    };
    let budgets: Vec<_> = cascade.budgets().iter().map(told).collect();
    let expected = [
        (2021, "pk-2021-sekda", "282044792352", false),
        (2021, "pk-2021-ekbang", "16070928000", false),
        (2021, "pk-2021-adum", "208502249352", false),
        (2022, "pk-2022-sekda", "254986626497", true),
    ];
    assert_eq!(budgets, expected.map(|(year, id, above, agrees)| (year, id.to_owned(), above.to_owned(), agrees)));
    // Those of 2021 below the Sekda agree in total: only the names of programs differ.
    let differences: Vec<_> =
        cascade.budgets().iter().map(|b| b.difference.as_ref().map(|d| d.expand(0).to_string())).collect();
    assert_eq!(differences.into_iter().flatten().collect::<Vec<_>>(), ["-200000", "0", "0", "0"]);
}

#[test]
fn every_office_of_kaltim_is_rolled_up() {
    // Each is also what the oracle in Python makes of this document (`tests/python/report_oracle.py`).
    let cascade = of_report("setda-kaltim-2021");
    let value = |office: &str, name: &str| {
        let figure = cascade.evaluation().figure(&format!("offices.{office}.{name}"));
        figure.and_then(lkip_core::evaluate::Figure::value).map_or_else(|| "-".to_owned(), |value| value.to_string())
    };
    let told: Vec<String> = cascade
        .branch(None)
        .unwrap()
        .iter()
        .map(|(office, _)| {
            let id = office.id.as_str();
            format!("{id} {} {} {}", value(id, "score"), value(id, "absorption"), value(id, "efficiency"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "setda 106.49 81.96 24.53",
            "asisten-pemkesra - 82.43 -",
            "biro-pod 105.45 83.42 22.03",
            "biro-kesra 100.00 82.09 17.91",
            "biro-hukum 99.86 83.95 15.91",
            "asisten-ekbang 115.49 75.00 40.49",
            "biro-ekonomi 100.00 74.75 25.25",
            "biro-pbj 105.90 82.06 23.84",
            "biro-adbang 140.57 70.83 69.74",
            "asisten-adum 105.30 82.37 22.93",
            "biro-organisasi 102.26 50.63 51.63",
            "biro-umum 103.51 82.68 20.83",
            "biro-adpim 110.41 91.67 18.74",
        ]
    );
}

/// How many findings of each code, with the indicators of those that have one.
fn codes(cascade: &Cascade) -> BTreeMap<String, Vec<String>> {
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in cascade.findings() {
        let details = &data(finding)["details"];
        let subject = details["indicator"].as_str().or(details["level"].as_str()).unwrap_or_default();
        codes.entry(finding.code().as_str().to_owned()).or_default().push(subject.to_owned());
    }
    codes
}

#[test]
fn the_other_reports_have_these_findings() {
    let expect = |expected: &[(&str, &[&str])]| -> BTreeMap<String, Vec<String>> {
        expected
            .iter()
            .map(|(code, about)| ((*code).to_owned(), about.iter().map(|one| (*one).to_owned()).collect()))
            .collect()
    };
    // "Sekertaris" in the agreement, "Sekretaris" in the report.
    assert_eq!(
        codes(&of_report("biro-umum-ntt-2021")),
        expect(&[("level_without_agreements", &["bagian"]), ("name_differs", &["pelayanan"])])
    );
    // Indicators of Bagian that the report links to none of the three that the Biro promised.
    assert_eq!(
        codes(&of_report("biro-organisasi-ntt-2024-tw1")),
        expect(&[
            ("level_without_agreements", &["bagian"]),
            ("supports_nothing", &["kelembagaan-kabupaten", "anjab-provinsi", "anjab-kabupaten", "tatalaksana", "ikm"]),
        ])
    );
    // "Eselon I dan 2" in the revised agreement, "eselon 2 dan 1" in the report.
    assert_eq!(
        codes(&of_report("bkd-ntt-2021")),
        expect(&[
            ("level_without_agreements", &["sekretariat", "bidang"]),
            ("name_differs", &["rpjmd-2"]),
            (
                "supports_nothing",
                &["s1-12", "s3-05", "s3-06", "s4-01", "s2-02", "s1-13", "s1-14", "s4-05", "s4-06", "s4-07",]
            ),
        ])
    );
}

#[test]
fn bkd_is_rolled_up_and_revised() {
    // LKIP BKD NTT 2021: indicator I is the mean of the achievements 95.45 and 95.65, printed 95.55.
    let cascade = of_report("bkd-ntt-2021");
    let rolled = cascade.evaluation().figure("indicators.rpjmd-1.rolled_up").unwrap();
    assert_eq!(rolled.value().map(|value| value.to_string()).as_deref(), Some("95.55"));
    // The agreement of January and that of December.
    let [revision] = cascade.revisions() else { panic!("one office revised once") };
    let of = |what: Changed| -> Vec<(Option<&str>, Option<&str>)> {
        let changes = revision.changes.iter().filter(|change| change.what == what);
        changes.map(|change| (change.before.as_deref(), change.after.as_deref())).collect()
    };
    assert_eq!((revision.before.as_str(), revision.after.as_str()), ("pk-2021", "pk-perubahan-2021"));
    assert_eq!(
        of(Changed::Allocation),
        [
            (Some("Rp. 9.308.867.429"), Some("Rp. 13.884.686.561")),
            (Some("Rp. 12.374.239.360"), Some("Rp. 5.254.404.129")),
        ]
    );
    assert_eq!(of(Changed::Total), [(Some("Rp. 21.683.106.789"), Some("Rp. 19.139.090.690"))]);
    assert_eq!(of(Changed::Target), []);
    assert!(of(Changed::Condition).contains(&(Some("75%"), Some("90-100%"))));
}

#[test]
fn where_the_number_of_the_sekda_comes_from() {
    let cascade = of_report("setda-kaltim-2021");
    let trace = cascade.trace("sakip", None).unwrap();
    let places: Vec<&str> = trace.steps().iter().map(|step| step.place.as_str()).collect();
    assert_eq!(
        places[..8],
        [
            "agreements.pk-2021-sekda.indicators[7]",
            "agreements.pk-2021-adum.indicators[1]",
            "indicators.sakip",
            "indicators.sakip.achievement",
            "indicators.sakip.realization",
            "indicators.sakip.target",
            "indicators.sakip.computed",
            "supporting.sakip-porsi",
        ]
    );
    // Down to the 37 offices whose scores are counted.
    assert_eq!(places.len(), 8 + 37);
}

#[test]
fn the_views_of_every_report_hold_every_indicator() {
    for name in ["setda-kaltim-2021", "biro-umum-ntt-2021", "biro-organisasi-ntt-2024-tw1", "bkd-ntt-2021"] {
        let cascade = of_report(name);
        let (text, mermaid) =
            (cascade.to_text(None, Language::Indonesian), cascade.to_mermaid(None, Language::English));
        let (text, mermaid) = (text.unwrap(), mermaid.unwrap());
        let svg = cascade.to_svg(None, Language::Indonesian).unwrap();
        // What stands in the picture stands in its description too.
        let words = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
        let svg = words(&svg.replace("&quot;", "").replace("&gt;", "").replace("&#39;", "").replace("&amp;", ""));
        for (office, _) in cascade.branch(None).unwrap() {
            assert!(text.contains(&office.name) && mermaid.contains(&office.name), "{name}: {}", office.name);
            assert!(svg.contains(&words(&office.name)), "{name}: {}", office.name);
        }
        for (office, _) in cascade.branch(None).unwrap() {
            let year = cascade.evaluation().report().document().period.year.get();
            for held in
                cascade.held_by(office.id.as_str(), year).unwrap().iter().filter(|held| held.adopted_by.is_empty())
            {
                assert!(text.contains(held.name), "{name}: {}", held.name);
                assert!(svg.contains(&words(held.name)), "{name}: {}", held.name);
            }
            assert!(!cascade.page(office.id.as_str()).unwrap().to_markdown(Language::Indonesian).is_empty());
        }
    }
}

#[test]
fn the_page_about_the_cascade_names_every_finding_with_its_severity() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lkip-core/schema/CASCADE.md");
    let page = std::fs::read_to_string(page).unwrap();
    let table = page.split_once("| code |").unwrap().1;
    for code in CascadeCode::ALL {
        let quoted = format!("`{}`", code.as_str());
        let row = table.lines().find(|line| line.contains(&quoted)).unwrap_or_else(|| panic!("{quoted} is not listed"));
        let is_notice = row.contains("(notice)");
        assert_eq!(is_notice, code.severity() == Severity::Notice, "{quoted}");
    }
}
