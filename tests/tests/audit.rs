//! The audit of the four published reports, check by check: every derived figure, sum, repeated quantity, category and
//! amount in words has the verdict that the transcription gives it, and nothing that is right is found wrong.
//!
//! `golden/audit/*.json` hold the verdicts: they come from an independent recomputation of the printed cells.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lkip_core::audit::{Agreement, Audit, Audited, Verdict, audit};
use lkip_core::evaluate::evaluate;
use lkip_core::report::Report;
use lkip_tests::random::tell;
use serde_json::Value;

const REPORTS: [&str; 4] = ["biro-umum-ntt-2021", "biro-organisasi-ntt-2024-tw1", "bkd-ntt-2021", "setda-kaltim-2021"];

/// Where this test judges otherwise than the transcription, and why.
const OTHERWISE: [(&str, &str); 13] = [
    ("002-S011", "The total is printed, but malformed (375.000.00): that is told instead of no total."),
    ("002-S012", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S013", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S014", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S015", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S018", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S020", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S022", "The accounts below are declared a partial list, whose sum proves nothing."),
    ("002-S023", "The accounts below are declared a partial list, whose sum proves nothing."),
    (
        "003-D044",
        "41,96 is 241,04 less the unrounded 199,075: it follows from the counts, not from the printed 199.07.",
    ),
    (
        "004-D084",
        "-3,45 follows from 28 and 29 of 37 departments: made of unrounded values, where the printed ones give -3,44.",
    ),
    ("004-S044", "349 follows from the counts of the offices; the wrong 60 of the row above it is the finding."),
    (
        "004-S070",
        "A sum with blanks that the transcription leaves undefined; the target itself is printed as it is given.",
    ),
];

/// Findings on figures that no check names: they follow from a wrong one that a check does name.
const FOLLOWING: [(&str, &str); 2] = [
    ("indicators.kelompok-a.realization", "The stale group row: the same sum as supporting.kelompok-a-realisasi."),
    ("indicators.itkp.realization", "The index whose components do not add up: the same sum as supporting.itkp."),
];

fn text(folder: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name).with_extension("json");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn audited(name: &str) -> Audit {
    let report = Report::from_json(&text("reports", name)).unwrap_or_else(|errors| panic!("{name}: {errors}"));
    audit(&evaluate(&report, None).unwrap_or_else(|errors| panic!("{name}: {errors}")))
}

/// The entries that take part in a check, by its id.
fn by_check(audit: &Audit) -> BTreeMap<String, Vec<(usize, &Audited)>> {
    let mut by_check: BTreeMap<String, Vec<(usize, &Audited)>> = BTreeMap::new();
    for (place, (printed, entry)) in audit.entries().enumerate() {
        for id in printed.reference.iter().flat_map(|ids| ids.split_whitespace()) {
            by_check.entry(id.to_owned()).or_default().push((place, entry));
        }
    }
    by_check
}

/// Whether a verdict is what the transcription says of a derived figure.
fn is_right(golden: &str, verdict: Verdict) -> bool {
    match golden {
        "EXACT" | "ANY" | "ROUND" | "TRUNC" | "TRUNC|HE" | "HU" | "OK" => {
            matches!(verdict, Verdict::Reproduced | Verdict::ReproducedOtherwise)
        }
        "NOTPRINTED" => matches!(verdict, Verdict::NotPrinted | Verdict::Reproduced),
        // A quotient of zeros has no value, whatever is printed.
        "UNDEFINED" => matches!(
            verdict,
            Verdict::NotComputable | Verdict::ReproducedOtherwise | Verdict::Malformed | Verdict::NotPrinted
        ),
        "MISMATCH" | "within rounding" => matches!(verdict, Verdict::Mismatch | Verdict::SumMismatch),
        other => panic!("the transcription knows no verdict {other}"),
    }
}

#[test]
fn every_check_has_the_verdict_of_the_transcription() {
    let mut wrong = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut otherwise = 0;
    for name in REPORTS {
        let audit = audited(name);
        let golden: Value = serde_json::from_str(&text("golden/audit", name)).unwrap();
        let entries = by_check(&audit);
        let mut doubtful: BTreeSet<&str> = BTreeSet::new();
        for check in golden["checks"].as_array().unwrap() {
            let [id, kind, verdict] = ["id", "kind", "verdict"].map(|field| check[field].as_str().unwrap());
            let figures: Vec<&str> =
                check["figures"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
            if !matches!(
                verdict,
                "EXACT"
                    | "ANY"
                    | "ROUND"
                    | "TRUNC"
                    | "TRUNC|HE"
                    | "HU"
                    | "OK"
                    | "EQUAL"
                    | "EQUAL_ROUNDED"
                    | "NOTPRINTED"
            ) {
                doubtful.extend(&figures);
            }
            *counts.entry(kind.to_owned()).or_default() += 1;
            let of_check = entries.get(id).map(Vec::as_slice).unwrap_or_default();
            let ok = match kind {
                "derived" | "inferred" | "category" | "words" => {
                    !of_check.is_empty() && of_check.iter().all(|(_, entry)| is_right(verdict, entry.verdict()))
                }
                "sum" => sum_is_right(&audit, verdict, &figures, of_check),
                "same" => same_is_right(&audit, &golden, &figures),
                other => panic!("the transcription knows no kind {other}"),
            };
            let listed = OTHERWISE.iter().any(|(known, _)| *known == id);
            if listed && ok {
                wrong.push(format!("{name} {id} is listed as judged otherwise, but is not"));
            }
            otherwise += usize::from(listed);
            if !ok && !listed {
                let found: Vec<_> = of_check.iter().map(|(_, entry)| entry.verdict().as_str()).collect();
                wrong.push(format!("{name} {id} {kind} {verdict} {figures:?} {}: {found:?}", check["printed"]));
            }
        }
        for finding in audit.findings().iter().filter(|finding| !doubtful.contains(finding.figure())) {
            // Two malformed cells take part in no check.
            let unchecked = |place: &usize| audit.evaluation().report().document().printed[*place].reference.is_none();
            let malformed = finding.verdict() == Verdict::Malformed && finding.entries().iter().all(unchecked);
            if malformed || FOLLOWING.iter().any(|(known, _)| *known == finding.figure()) {
                continue;
            }
            wrong.push(format!(
                "{name}: {} of {} where nothing is wrong",
                finding.verdict().as_str(),
                finding.figure()
            ));
        }
    }
    let all: usize = counts.values().sum();
    tell(&format!(
        "audit: {all} checks {counts:?}: {} have the verdict of the transcription, {otherwise} are judged otherwise for a reason",
        all - otherwise - wrong.len()
    ));
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// A sum that comes out has no finding, and one that does not has.
fn sum_is_right(audit: &Audit, golden: &str, figures: &[&str], entries: &[(usize, &Audited)]) -> bool {
    let mismatches = |key: &str| {
        let of_entry = |finding: &&lkip_core::audit::Finding| {
            finding.entries().is_empty()
                || entries.is_empty()
                || entries.iter().any(|(place, _)| finding.entries().contains(place))
        };
        let is_mismatch = |finding: &&lkip_core::audit::Finding| {
            matches!(finding.verdict(), Verdict::SumMismatch | Verdict::Mismatch)
        };
        audit
            .findings()
            .iter()
            .filter(|finding| finding.figure() == key)
            .filter(is_mismatch)
            .any(|finding| of_entry(&finding))
    };
    match golden {
        "OK" => !figures.iter().any(|key| mismatches(key)),
        "MISMATCH" | "within rounding" => figures.iter().any(|key| mismatches(key)),
        _ => entries.iter().all(|(_, entry)| is_right(golden, entry.verdict())),
    }
}

/// The places that print a figure agree as the transcription says, of all its groups of places the worst.
fn same_is_right(audit: &Audit, golden: &Value, figures: &[&str]) -> bool {
    const ORDER: [(&str, Agreement); 4] = [
        ("EQUAL", Agreement::Equal),
        ("EQUAL_ROUNDED", Agreement::EqualRounded),
        ("CONTRADICTION", Agreement::Contradiction),
        ("MALFORMED", Agreement::Malformed),
    ];
    let rank = |word: &str| ORDER.iter().position(|(known, _)| *known == word).unwrap();
    figures.iter().all(|key| {
        let checks = golden["checks"].as_array().unwrap().iter();
        let of_figure = checks
            .filter(|check| check["kind"] == "same" && check["figures"].as_array().unwrap().iter().any(|of| of == key));
        let worst = of_figure.map(|check| rank(check["verdict"].as_str().unwrap())).max().unwrap();
        let found = audit.same().iter().find(|group| group.figure() == *key).map(lkip_core::audit::Same::agreement);
        found.is_none_or(|found| found == ORDER[worst].1)
    })
}

/// A row of the page that says what the audit finds.
struct Slip<'a> {
    report: &'a str,
    figure: &'a str,
    printed: &'a str,
    expected: &'a str,
    verdict: &'a str,
    cause: &'a str,
}

fn slips(page: &str) -> Vec<Slip<'_>> {
    let rows = page.lines().filter(|line| REPORTS.iter().any(|report| line.starts_with(&format!("| {report} |"))));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [report, figure, printed, expected, verdict, cause] = cells[..] else { panic!("no row of a slip: {row}") };
        Slip { report, figure: figure.trim_matches('`'), printed, expected, verdict, cause }
    })
    .collect()
}

#[test]
fn the_slips_of_the_reports_are_told_as_the_page_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lkip-core/schema/AUDIT.md");
    let page = std::fs::read_to_string(path).unwrap();
    let slips = slips(&page);
    let mut wrong = Vec::new();
    for name in REPORTS {
        let audit = audited(name);
        let printed = &audit.evaluation().report().document().printed;
        for slip in slips.iter().filter(|slip| slip.report == name) {
            let told = audit.findings().iter().any(|finding| {
                let mut texts: Vec<&str> = Vec::new();
                for place in finding.entries() {
                    if !texts.contains(&printed[*place].text.as_str()) {
                        texts.push(&printed[*place].text);
                    }
                }
                let cause = finding.diagnoses().first().map_or("—", |diagnosis| diagnosis.cause().as_str());
                finding.figure() == slip.figure
                    && texts.join("; ") == slip.printed
                    && finding.expected().unwrap_or_default() == slip.expected
                    && finding.verdict().as_str() == slip.verdict
                    && cause == slip.cause
            });
            if !told {
                wrong.push(format!("{name} {} {}", slip.figure, slip.printed));
            }
        }
        // Every slip that a reader found has a row, or stands among those that are not told.
        let golden: Value = serde_json::from_str(&text("golden/audit", name)).unwrap();
        for plain in golden["plain"].as_array().unwrap() {
            let where_it_shows = plain["where"].as_array().unwrap();
            let has_row =
                where_it_shows.iter().any(|key| slips.iter().any(|slip| slip.report == name && slip.figure == key));
            let (_, not_told) = page.split_once("Not told").unwrap();
            let (_, listed) = not_told.split_once(&format!("({name}")).unwrap_or_default();
            let listed = listed.split_once(')').map_or("", |(numbers, _)| numbers);
            let is_listed = listed
                .split(',')
                .flat_map(str::split_whitespace)
                .any(|number| number.parse().ok() == plain["n"].as_u64());
            if has_row == is_listed {
                wrong.push(format!("{name}: slip {}: {}", plain["n"], plain["what"]));
            }
        }
    }
    tell(&format!("audit: {} slips of the reports are told as the page says", slips.len()));
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
