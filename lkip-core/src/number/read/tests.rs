//! Each form a text can take, once. The printed strings of real reports are in the workspace's own tests.

use super::*;
use crate::error::Detail;
use crate::language::Language;

const INDONESIAN: ReadStyle = ReadStyle::Declared(Style::Indonesian);
const INTERNATIONAL: ReadStyle = ReadStyle::Declared(Style::International);
const PLAIN: ReadStyle = ReadStyle::Declared(Style::Plain);

/// The content, then each mark around it.
fn told(reading: &Reading) -> String {
    let mut told = match &reading.content {
        Content::Number(number) => number.to_string(),
        Content::Range { low, high } => format!("{low}..{high}"),
        Content::Bound { relation, value } => format!("{relation:?} {value}"),
        state => format!("{state:?}"),
    };
    if reading.rupiah {
        told += " Rp";
    }
    if reading.percent {
        told += " %";
    }
    for (mark, text) in [("unit", &reading.unit), ("note", &reading.annotation), ("foot", &reading.footnote)] {
        if let Some(text) = text {
            told += &format!(" {mark}={text}");
        }
    }
    told
}

/// What a text is read as, or the code of the error with its candidates.
fn outcome(text: &str, style: ReadStyle) -> String {
    match read(text, style) {
        Ok(reading) => told(&reading),
        Err(error) => {
            let candidates = match error.details().get("candidates") {
                Some(Detail::Numbers(numbers)) => serde_json::to_string(numbers).unwrap().replace('"', ""),
                _ => String::new(),
            };
            format!("{}{candidates}", error.code().as_str())
        }
    }
}

fn check(style: ReadStyle, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(outcome(text, style), *expected, "{text:?}");
    }
}

#[test]
fn numbers_that_one_style_reads() {
    check(
        ReadStyle::Detect,
        &[
            ("0", "0"),
            ("1250", "1250"),
            ("98,40", "98.40"),
            ("98.40", "98.40"),
            ("66,00", "66.00"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1250.5", "1250.5"),
            ("0.123", "0.123"),
            ("0,0050", "0.0050"),
            ("-2,01", "-2.01"),
            ("−2,01", "-2.01"),
            ("–2,01", "-2.01"),
            ("+2,5", "2.5"),
            ("-0", "0"),
            ("-0,00", "0.00"),
            ("9999999999999999999999999999", "9999999999999999999999999999"),
        ],
    );
}

#[test]
fn numbers_that_two_styles_read() {
    check(
        ReadStyle::Detect,
        &[
            ("1.250", "ambiguous_number[1250,1.25]"),
            ("1,250", "ambiguous_number[1.25,1250]"),
            ("-3.095 %", "ambiguous_number[-3095,-3.095]"),
            ("100.000", "ambiguous_number[100000,100]"),
            ("1.250-1.500", "ambiguous_number[1250-1500,1.25-1.5]"),
            ("1.250-300", "ambiguous_number[1250-300,1.25-300]"),
            ("< 1.250", "ambiguous_number[1250,1.25]"),
            ("1.250 juta", "ambiguous_number[1250000000,1250000]"),
            ("Rp 1.250 juta", "ambiguous_number[1250000000,1250000]"),
        ],
    );
}

#[test]
fn the_messages_name_what_to_write() {
    let message = |text, style| read(text, style).unwrap_err().message(Language::Indonesian);
    assert_eq!(message("1.250", ReadStyle::Detect), "Angka '1.250' bermakna ganda: tulis 1250 atau 1,25.");
    assert_eq!(
        message(" 90 00 ", ReadStyle::Detect),
        "Susunan angka '90 00' keliru. Periksa; mungkin maksudnya 90 atau 9000."
    );
    assert_eq!(
        message("98.40", INDONESIAN),
        "Angka '98.40' tidak ditulis menurut gaya Indonesia (1.234,56). \
         Jika maksudnya 98,4, tulis ulang menurut gaya itu."
    );
}

#[test]
fn an_error_repeats_no_more_than_a_message_holds() {
    let error = read(&"x1".repeat(1000), ReadStyle::Detect).map(|reading| reading.number("x"));
    assert!(error.unwrap().is_err());
    let long = "é".repeat(1000);
    let reading = read(&long, ReadStyle::Detect).unwrap();
    let message = reading.number(&long).unwrap_err().message(Language::English);
    assert!(message.contains(&("é".repeat(80) + "…'")), "{message}");
}

#[test]
fn rupiah_have_at_most_two_decimals() {
    check(
        ReadStyle::Detect,
        &[
            ("Rp 1.250", "1250 Rp"),
            ("Rp. 2,100,000", "2100000 Rp"),
            ("Rp1.250", "1250 Rp"),
            ("IDR 1,250", "1250 Rp"),
            ("1.250,-", "1250 Rp"),
            ("1.250 rupiah", "1250 Rp"),
            ("Rp. 1.500.000.000,-", "1500000000 Rp"),
            ("Rp 1.500.000.000,--", "1500000000 Rp"),
            ("Rp 1.500.000.-", "1500000 Rp"),
            ("Rp 1.500.000,=", "1500000 Rp"),
            ("299.373.023,00", "299373023.00"),
            ("Rp 1.500,5", "1500.5 Rp"),
            ("Rp 45.136.287.495,5", "45136287495.5 Rp"),
            ("-Rp 1.250", "-1250 Rp"),
            ("Rp -1.250", "-1250 Rp"),
            ("Rp.-1.250", "-1250 Rp"),
            ("Rp 5.000,-/orang", "5000 Rp unit=/orang"),
            ("Rp. 22.8000", "malformed_number[228000]"),
            ("Rp 1250,555", "malformed_number[1250555]"),
        ],
    );
}

#[test]
fn magnitudes_multiply_exactly() {
    check(
        ReadStyle::Detect,
        &[
            ("1,5 juta", "1500000"),
            ("1,50 juta", "1500000"),
            ("2 miliar", "2000000000"),
            ("2 Milyar", "2000000000"),
            ("Rp 500 ribu", "500000 Rp"),
            ("Rp500rb", "500000 Rp"),
            ("Rp 2,5 M", "2500000000 Rp"),
            ("1,2345678 juta", "1234567.8"),
            ("-1,5 triliun", "-1500000000000"),
            ("500 ribu orang", "500000 unit=orang"),
            ("2,5 M", "2.5 unit=M"),
            ("1000000000000000000 triliun", "number_too_long"),
            ("1-2 juta", "malformed_number[1000000-2000000,1-2000000]"),
            ("1 juta - 2 juta", "1000000..2000000"),
        ],
    );
}

#[test]
fn what_stands_around_comes_out_separately() {
    check(
        ReadStyle::Detect,
        &[
            ("100 %", "100 %"),
            ("100%", "100 %"),
            ("85 persen", "85 %"),
            ("41, 67%", "41.67 %"),
            ("147, 67 %", "147.67 %"),
            ("16.837. 866. 290", "16837866290"),
            ("\u{A0}98,40\u{202F}%\u{200B}", "98.40 %"),
            ("1 orang", "1 unit=orang"),
            ("12bulan", "12 unit=bulan"),
            ("38 OPD", "38 unit=OPD"),
            ("21 kab./ Kota", "21 unit=kab./ Kota"),
            ("25 m2", "25 unit=m2"),
            ("25m2", "25 unit=m2"),
            ("66,00 (peringkat 4)", "66.00 note=peringkat 4"),
            ("100% (180 Kegiatan)", "100 % note=180 Kegiatan"),
            ("6 (enam) dokumen", "6 unit=dokumen note=enam"),
            ("5 [a (b) c]", "5 note=a (b) c"),
            ("3,0885 *)", "3.0885 foot=*)"),
            ("3,0885 **)", "3.0885 foot=**)"),
            ("3,0885*", "3.0885 foot=*"),
            ("3,0885 1)", "3.0885 foot=1)"),
            ("12 orang 1)", "12 unit=orang foot=1)"),
            ("66 (peringkat 4) *)", "66 note=peringkat 4 foot=*)"),
        ],
    );
}

#[test]
fn ranges_and_bounds() {
    check(
        ReadStyle::Detect,
        &[
            ("90-100%", "90..100 %"),
            ("90- 100%", "90..100 %"),
            ("90% - 100%", "90..100 %"),
            ("5,80–6,00", "5.80..6.00"),
            ("80 s.d. 90", "80..90"),
            ("80 s/d 90", "80..90"),
            ("80 sampai dengan 90 orang", "80..90 unit=orang"),
            ("Rp 1.000,- s.d. Rp 2.000,-", "1000..2000 Rp"),
            ("-5 s.d. -2", "-5..-2"),
            ("100-90", "range_reversed"),
            ("5,80-6.00", "malformed_number[5.8-6]"),
            ("< 20", "Below 20"),
            ("<20", "Below 20"),
            ("> 80", "Above 80"),
            ("≤ 20", "AtMost 20"),
            ("≥85", "AtLeast 85"),
            (">= 85", "AtLeast 85"),
            ("<=85", "AtMost 85"),
            ("minimal 85%", "AtLeast 85 %"),
            ("Maksimal 3", "AtMost 3"),
            ("Realisasi minimal 85%", "AtLeast 85 %"),
            ("paling banyak 3 orang", "AtMost 3 unit=orang"),
            ("kurang dari 5", "Below 5"),
            ("di atas 5", "Above 5"),
            ("85 ke atas", "AtLeast 85"),
            ("90--100", "not_a_number"),
            ("> 90-100", "not_a_number"),
        ],
    );
}

#[test]
fn states_are_not_zero() {
    check(
        ReadStyle::Detect,
        &[
            ("", "Blank"),
            (" \u{A0}\t\n", "Blank"),
            ("Rp.", "Blank Rp"),
            ("%", "Blank %"),
            ("-", "Dash"),
            ("–", "Dash"),
            ("—", "Dash"),
            ("--", "Dash"),
            ("- -", "Dash"),
            ("(-)", "Dash"),
            ("Rp. -", "Dash Rp"),
            ("- %", "Dash %"),
            ("- *)", "Dash foot=*)"),
            ("- (belum ada)", "Dash note=belum ada"),
            ("NA", "NotAvailable"),
            ("N/A", "NotAvailable"),
            ("n.a.", "NotAvailable"),
            ("#N/A", "NotAvailable"),
            ("tidak ada data", "NotAvailable"),
            ("NA *)", "NotAvailable foot=*)"),
        ],
    );
}

#[test]
fn labels_and_remarks_are_words() {
    for text in [
        "PERINGKAT 4",
        "BB/Sangat Baik",
        "(cukup)",
        "\"baik\"",
        "• Kegiatan",
        "- Kegiatan 1",
        "orang",
        "persen",
        "Rupiah",
        "Rp belum ditetapkan",
        "Nilai SAKIP minimal B",
        "Nasional",
        "Kegiatan Fisik telah terlaksana 100%, sisa anggaran merupakan efisiensi.",
        "1. Kegiatan fisik",
        "1) Kegiatan",
        "3 kegiatan tidak terlaksana karena refocusing anggaran",
        "12 bulan, sisanya menunggu pengesahan",
    ] {
        assert_eq!(outcome(text, ReadStyle::Detect), "Words", "{text:?}");
    }
}

#[test]
fn malformed_numbers_come_with_what_they_may_mean() {
    check(
        ReadStyle::Detect,
        &[
            ("90 00", "malformed_number[90,9000]"),
            ("77 10 (B/Baik)", "malformed_number[77.1,7710]"),
            ("375.000.00", "malformed_number[375000000,375000,37500000]"),
            ("Rp. 5.3475.000", "malformed_number[53475000]"),
            ("22.8000,", "malformed_number[22.8]"),
            ("5.3475.000", "malformed_number[53475,53475000]"),
            ("(1.234)", "malformed_number[1234,-1234,1.234,-1.234]"),
            ("(5%)", "malformed_number[5,-5]"),
            ("(Rp 1.234)", "malformed_number[1234,-1234]"),
            ("- 5", "malformed_number[5,-5]"),
            (",5", "malformed_number[0.5,5]"),
            ("100.", "malformed_number[100]"),
            ("100 -", "malformed_number[100]"),
            ("100 ?", "malformed_number[100]"),
            ("1 250 000", "malformed_number[1250000,1250]"),
            ("1,2,3", "malformed_number[12.3,123]"),
        ],
    );
    check(INDONESIAN, &[("(1.234)", "malformed_number[1234,-1234]")]);
    check(PLAIN, &[("(1.234)", "malformed_number[1.234,-1.234]")]);
}

#[test]
fn what_is_no_number_is_refused() {
    check(
        ReadStyle::Detect,
        &[
            ("NaN", "not_finite"),
            ("-inf", "not_finite"),
            ("Infinity", "not_finite"),
            ("∞", "not_finite"),
            ("1e5", "not_a_number"),
            ("1E-5", "not_a_number"),
            ("1.5 E+05", "not_a_number"),
            ("1 e5", "not_a_number"),
            ("0x1F", "not_a_number"),
            ("１２３", "not_a_number"),
            ("12３", "not_a_number"),
            ("٣", "not_a_number"),
            ("1/2", "not_a_number"),
            ("12-05-2021", "not_a_number"),
            ("12-Jan-2021", "not_a_number"),
            ("5 Januari 2021", "not_a_number"),
            ("66,00 (peringkat 4", "not_a_number"),
            ("5 + 3", "not_a_number"),
            ("#DIV/0!", "not_a_number"),
            ("...", "not_a_number"),
            ("*", "not_a_number"),
            ("99999999999999999999999999999", "number_too_long"),
            ("1,0000000000000000000000000000", "number_too_long"),
            ("10000000000000000 0000000000000", "number_too_long"),
        ],
    );
}

#[test]
fn a_declared_style_is_strict() {
    check(
        INDONESIAN,
        &[
            ("1.250", "1250"),
            ("1,250", "1.250"),
            ("1250", "1250"),
            ("1250.5", "wrong_style[1250.5]"),
            ("98.40 %", "wrong_style[98.4]"),
            ("Rp. 2,100,000", "wrong_style[2100000]"),
            ("90-99.5", "wrong_style[90-99.5]"),
            ("375.000.00", "malformed_number[375000000,375000,37500000]"),
            ("-", "Dash"),
        ],
    );
    check(
        INTERNATIONAL,
        &[("1.250", "1.250"), ("1,250", "1250"), ("98,40", "wrong_style[98.4]"), ("Rp 1.250", "wrong_style[1250]")],
    );
    check(
        PLAIN,
        &[
            ("1.250", "1.250"),
            ("1234.56", "1234.56"),
            ("-0.5 %", "-0.5 %"),
            ("1,250", "wrong_style[1.25,1250]"),
            ("98,40", "wrong_style[98.4]"),
            ("1.234,56", "wrong_style[1234.56]"),
            ("Rp 1.250", "wrong_style[1250]"),
            ("41. 67", "wrong_style[41.67]"),
            (".5", "malformed_number[0.5,5]"),
        ],
    );
}

#[test]
fn the_style_is_told_where_there_are_marks() {
    let style = |text, style| read(text, style).unwrap().style;
    assert_eq!(style("1250", INDONESIAN), None);
    assert_eq!(style("-", INDONESIAN), None);
    assert_eq!(style("98,40", ReadStyle::Detect), Some(Style::Indonesian));
    assert_eq!(style("98.40", ReadStyle::Detect), Some(Style::International));
    assert_eq!(style("98.40", PLAIN), Some(Style::Plain));
    assert_eq!(style("90-99,5", ReadStyle::Detect), Some(Style::Indonesian));
}

fn column(texts: &[&str], style: ReadStyle) -> (Option<Style>, Vec<String>) {
    let column = read_column(texts, style);
    let told = |cell: &Result<Reading, Error>| match cell {
        Ok(reading) => told(reading),
        Err(error) => error.code().as_str().to_owned(),
    };
    (column.style, column.cells.iter().map(told).collect())
}

#[test]
fn the_sure_cells_of_a_column_decide_the_others() {
    let (style, cells) = column(&["3.095", "76.65", "90", "-"], ReadStyle::Detect);
    assert_eq!(style, Some(Style::International));
    assert_eq!(cells, ["3.095", "76.65", "90", "Dash"]);
    let (style, cells) = column(&["3.370", "2.048", "1.234.567"], ReadStyle::Detect);
    assert_eq!(style, Some(Style::Indonesian));
    assert_eq!(cells, ["3370", "2048", "1234567"]);
}

#[test]
fn a_column_that_nothing_decides() {
    let (style, cells) = column(&["3.370", "464", "90 00"], ReadStyle::Detect);
    assert_eq!(style, None);
    assert_eq!(cells, ["style_undecided", "464", "malformed_number"]);
    let (style, cells) = column(&["3.370", "98,40", "98.40"], ReadStyle::Detect);
    assert_eq!(style, None);
    assert_eq!(cells, ["style_undecided", "98.40", "98.40"]);
    let error = read_column(&["3.370"], ReadStyle::Detect).cells.remove(0).unwrap_err();
    assert!(error.details().get("candidates").is_some());
    assert_eq!(column(&[], ReadStyle::Detect), (None, vec![]));
}

#[test]
fn a_declared_column_reads_the_cells_of_another_style_too() {
    let texts = ["3.370", "98.40", "80,78", "NaN", "100-90"];
    let (style, cells) = column(&texts, INDONESIAN);
    assert_eq!(style, Some(Style::Indonesian));
    assert_eq!(cells, ["3370", "98.40", "80.78", "not_finite", "range_reversed"]);
    let mixed = read_column(&texts, INDONESIAN);
    assert_eq!(mixed.cells[1].as_ref().unwrap().style, Some(Style::International));
    let (_, cells) = column(&["1,250", "1.250", "80,78"], PLAIN);
    assert_eq!(cells, ["ambiguous_number", "1.250", "80.78"]);
}

/// A step that looked back over what it had read would take minutes for each of these.
#[test]
fn long_texts_are_read_at_once() {
    for sign in ["7", ".", ",", "(", ")", " ", "-", "*", "%", "a", "5 ", "5.", "(5", "5-", "5)", "a ", "Rp", "é"] {
        let text = sign.repeat(100_000 / sign.len());
        for text in [text.clone(), format!("5{text}"), format!("5 {text}x"), format!("Rp {text}5")] {
            let _ = read(&text, ReadStyle::Detect);
            let _ = read_column(&[&text], INDONESIAN);
        }
    }
}
