//! Every number that was transcribed from four real reports, as it is printed there, against its reading; and
//! what holds for any text and any number.
//!
//! `golden/numbers.json` holds each printed string with what it says: 3418 cells of tables and numbers in
//! prose, by column, and seven amounts in words. No string is skipped: the counts are asserted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lkip_core::number::{
    Content, Form, Reading, Relation, in_words, read, read_column, read_plain, rupiah_in_words, write,
};
use lkip_core::{Code, Detail, Error, Number, ReadStyle, Style};
use proptest::prelude::*;
use serde_json::Value;

/// Strings that are read otherwise than they were transcribed: the string, the transcribed state, our state,
/// how often, and why.
const DEVIATIONS: [(&str, &str, &str, usize, &str); 3] = [
    (
        "Realisasi minimal 85%",
        "text",
        "bound",
        2,
        "the transcription notes 85 as what the text may mean; we read it as a bound, with that value",
    ),
    ("Realisasi minimal 90%", "text", "bound", 1, "the same with 90"),
    ("-", "text", "dash", 1, "a dash in a column of remarks is transcribed as text; a dash is a dash to us"),
];

struct Column {
    name: String,
    style: Option<Style>,
    cells: Vec<Value>,
}

impl Column {
    fn read_style(&self) -> ReadStyle {
        self.style.map_or(ReadStyle::Detect, ReadStyle::Declared)
    }

    fn texts(&self) -> Vec<&str> {
        self.cells.iter().map(|cell| text(cell, "printed")).collect()
    }
}

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/numbers.json")).unwrap()
}

fn columns() -> Vec<Column> {
    let column = |value: &Value| Column {
        name: ["seed", "table", "column"].map(|key| text(value, key)).join("/"),
        style: match text(value, "style") {
            "indonesian" => Some(Style::Indonesian),
            "international" => Some(Style::International),
            _ => None,
        },
        cells: value["cells"].as_array().unwrap().clone(),
    };
    golden()["columns"].as_array().unwrap().iter().map(column).collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

fn state(cell: &Result<Reading, Error>) -> &'static str {
    match cell.as_ref().map(|reading| &reading.content) {
        Ok(Content::Number(_)) => "number",
        Ok(Content::Range { .. }) => "range",
        Ok(Content::Bound { .. }) => "bound",
        Ok(Content::Blank) => "blank",
        Ok(Content::Dash) => "dash",
        Ok(Content::NotAvailable) => "na",
        Ok(Content::Words) => "text",
        Err(error) if error.code() == Code::MalformedNumber => "malformed",
        Err(error) => error.code().as_str(),
    }
}

fn candidates(error: &Error) -> Vec<Number> {
    let Some(Detail::Numbers(numbers)) = error.details().get("candidates") else {
        panic!("{error} has no candidates");
    };
    let texts = serde_json::to_value(numbers).unwrap();
    let texts = texts.as_array().unwrap().iter();
    texts.map(|number| number.as_str().unwrap().parse().unwrap()).collect()
}

/// The state counts, so that a skipped or double counted cell shows.
#[derive(Default)]
struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn add(&mut self, key: impl Into<String>) {
        *self.0.entry(key.into()).or_default() += 1;
    }

    fn assert(&self, expected: &[(&str, usize)]) {
        let expected = expected.iter().map(|(key, count)| ((*key).to_owned(), *count));
        assert_eq!(self.0, expected.collect());
    }
}

#[test]
fn every_printed_string_is_read_as_it_was_transcribed() {
    let mut transcribed = Counts::default();
    let mut deviations = Counts::default();
    let mut other_style = Counts::default();
    for column in columns() {
        let read = read_column(&column.texts(), column.read_style());
        assert_eq!(read.cells.len(), column.cells.len(), "{}", column.name);
        for (cell, reading) in column.cells.iter().zip(&read.cells) {
            let printed = text(cell, "printed");
            let place = format!("{} {printed:?}: {reading:?}", column.name);
            transcribed.add(text(cell, "state"));
            if state(reading) == text(cell, "state") {
                compare(cell, reading, &place);
            } else {
                let known = DEVIATIONS
                    .iter()
                    .find(|known| (known.0, known.1, known.2) == (printed, text(cell, "state"), state(reading)));
                assert!(known.is_some(), "{place}");
                deviations.add(printed);
                compare_bound(cell, reading, &place);
            }
            if let (Some(declared), Ok(Reading { style: Some(style), .. })) = (column.style, reading)
                && declared != *style
            {
                other_style.add(format!("{} in {}", style.as_str(), declared.as_str()));
            }
        }
    }
    transcribed.assert(&[
        ("number", 2772),
        ("blank", 418),
        ("dash", 110),
        ("text", 110),
        ("malformed", 5),
        ("range", 2),
        ("na", 1),
    ]);
    assert_eq!(transcribed.0.values().sum::<usize>(), 3418);
    deviations.assert(&DEVIATIONS.map(|known| (known.0, known.3)));
    // Tables mix the styles; the reading says so.
    other_style.assert(&[("indonesian in international", 3), ("international in indonesian", 1)]);
}

/// A cell of which the state agrees: the value and everything around it agree too.
fn compare(cell: &Value, reading: &Result<Reading, Error>, place: &str) {
    let number = |key: &str| -> Number { text(cell, key).parse().unwrap() };
    let reading = match reading {
        Ok(reading) => reading,
        Err(error) => return assert!(candidates(error).contains(&number("candidate")), "{place}"),
    };
    match &reading.content {
        // As text, for zeros at the end count.
        Content::Number(value) => assert_eq!(value.to_string(), text(cell, "value"), "{place}"),
        Content::Range { low, high } => {
            assert_eq!((*low, *high), (number("low"), number("high")), "{place}");
        }
        _ => {}
    }
    if reading.content == Content::Words {
        return;
    }
    assert_eq!(reading.percent, cell["percent"] == true, "{place}");
    assert_eq!(reading.annotation.as_deref(), cell["annotation"].as_str(), "{place}");
    assert_eq!(reading.footnote.as_deref(), cell["footnote"].as_str(), "{place}");
    assert_eq!(reading.unit.as_deref(), cell["unit_printed"].as_str(), "{place}");
    let printed = text(cell, "printed");
    assert_eq!(reading.rupiah, printed.contains("Rp") || printed.contains(",-"), "{place}");
}

fn compare_bound(cell: &Value, reading: &Result<Reading, Error>, place: &str) {
    let Some(candidate) = cell["candidate"].as_str() else {
        return;
    };
    let expected = Content::Bound { relation: Relation::AtLeast, value: candidate.parse().unwrap() };
    let reading = reading.as_ref().unwrap();
    assert_eq!(reading.content, expected, "{place}");
    assert!(reading.percent, "{place}");
}

/// Without a declared style a cell is read as it was transcribed, or refused with that value among the
/// candidates: never read as another value.
#[test]
fn without_a_style_no_number_is_misread() {
    let mut one_by_one = Counts::default();
    let mut by_column = Counts::default();
    for column in columns() {
        let texts = column.texts();
        let together = read_column(&texts, ReadStyle::Detect).cells;
        for ((cell, printed), in_column) in column.cells.iter().zip(texts).zip(together) {
            if cell["state"] != "number" {
                continue;
            }
            let value: Number = text(cell, "value").parse().unwrap();
            for (reading, counts) in [(read(printed, ReadStyle::Detect), &mut one_by_one), (in_column, &mut by_column)]
            {
                let place = format!("{} {printed:?}: {reading:?}", column.name);
                match &reading {
                    Ok(reading) if reading.number(printed).unwrap() == value => counts.add("right"),
                    Ok(_) => counts.add(format!("wrong {place}")),
                    Err(error) => {
                        assert!(candidates(error).contains(&value), "{place}");
                        counts.add(error.code().as_str());
                    }
                }
            }
        }
    }
    one_by_one.assert(&[("right", 2592), ("ambiguous_number", 180)]);
    by_column.assert(&[("right", 2613), ("style_undecided", 159)]);
}

#[test]
fn the_amounts_that_the_reports_spell_out() {
    let golden = golden();
    let said = golden["words"].as_array().unwrap();
    assert_eq!(said.len(), 7);
    for amount in said {
        let value: Number = text(amount, "value").parse().unwrap();
        assert_eq!(rupiah_in_words(value).unwrap(), text(amount, "words"));
    }
}

/// Texts made of what numbers are made of, so that they come near to sense.
fn near_numbers() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "0", "1", "12", "250", "000", ".", ",", " ", "\u{A0}", "-", "–", "−", "%", "Rp", "Rp.", ",-", "*)", "1)", "(",
        ")", "[", "]", "orang", "juta", "ribu", "M", "s.d.", "minimal", "<", "≥", "NA", "e", "/", "persen", "é", "３",
        "m2", "ke atas", "NaN", "+",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_number() -> impl Strategy<Value = Number> {
    (any::<bool>(), 1..=28_usize, "[0-9]{28}", 0..=28_usize).prop_map(|(negative, length, digits, places)| {
        let digits: String = digits.chars().take(length).collect();
        let point = length - places.min(length - 1);
        let (whole, fraction) = digits.split_at(point);
        let sign = if negative { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}").parse().unwrap()
    })
}

const READ_STYLES: [ReadStyle; 4] = [
    ReadStyle::Detect,
    ReadStyle::Declared(Style::Indonesian),
    ReadStyle::Declared(Style::International),
    ReadStyle::Declared(Style::Plain),
];

/// A reading that is a number can be written and read again; an error says what the message needs.
fn check_any(text: &str) -> Result<(), TestCaseError> {
    for style in READ_STYLES {
        let single = read(text, style);
        let column = read_column(&[text, "1.234.567,5", text], style);
        prop_assert_eq!(column.cells.len(), 3);
        prop_assert_eq!(&column.cells[0], &column.cells[2]);
        match &single {
            Ok(reading) => prop_assert!(column.cells[0].as_ref() == Ok(reading)),
            Err(error) => {
                for language in lkip_core::Language::ALL {
                    let message = error.message(language);
                    prop_assert!(!message.contains("{candidates}"), "{}", message);
                    prop_assert!(!message.contains("{style}"), "{}", message);
                }
            }
        }
    }
    Ok(())
}

/// Digits and marks as canonical text, put together from what stands between the marks; nothing where the style has no such
/// number.
fn canonical(figure: &str, style: Style) -> Option<String> {
    let (group, mark) = match style {
        Style::Indonesian => (Some('.'), ','),
        Style::International => (Some(','), '.'),
        Style::Plain => (None, '.'),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
    let (whole, fraction) = figure.split_once(mark).map_or((figure, None), |(whole, fraction)| (whole, Some(fraction)));
    let groups: Vec<&str> = group.map_or_else(|| vec![whole], |group| whole.split(group).collect());
    let (first, others) = groups.split_first()?;
    let is_grouped = others.iter().all(|group| group.len() == 3) && first.len() <= 3 && !first.starts_with('0');
    let is_well_formed = groups.iter().all(|group| is_digits(group)) && (others.is_empty() || is_grouped);
    match fraction {
        None => is_well_formed.then(|| groups.concat()),
        Some(fraction) => (is_well_formed && is_digits(fraction)).then(|| format!("{}.{fraction}", groups.concat())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn digits_mean_what_their_marks_say(
        sign in "[-+]?",
        figure in "[0-9]{1,32}|[0-9]{0,4}[.,][0-9]{0,30}|0{0,3}[0-9]{1,4}([.,][0-9]{2,4}){0,4}([.,][0-9]{1,3})?|[0-9.,]{1,12}",
        percent in " ?%|",
    ) {
        let text = format!("{sign}{figure}{percent}");
        for style in Style::ALL {
            let reading = read(&text, ReadStyle::Declared(style));
            let minus = if sign == "-" { "-" } else { "" };
            let number = canonical(&figure, style).and_then(|digits| format!("{minus}{digits}").parse::<Number>().ok());
            match number {
                Some(number) => {
                    let reading = reading.unwrap();
                    prop_assert_eq!(reading.number(&text).unwrap().to_string(), number.to_string());
                    prop_assert_eq!(reading.percent, !percent.is_empty());
                    prop_assert_eq!(reading.style, figure.contains(['.', ',']).then_some(style));
                }
                None => prop_assert!(!matches!(reading.map(|reading| reading.content), Ok(Content::Number(_)))),
            }
        }
    }

    #[test]
    fn canonical_text_has_the_value_of_its_digits(
        text in "-?0{0,3}[0-9]{1,31}([.][0-9]{1,31})?|-?0{0,2}[0-9]{15,21}([.][0-9]{0,12})?|-?[09.]{1,30}|[-+0-9.]{0,7}|.{0,3}",
    ) {
        let unsigned = text.strip_prefix('-').unwrap_or(&text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
        let digits = format!("{whole}{fraction}");
        let is_held = digits.trim_start_matches('0').len() <= Number::MAX_DIGITS && fraction.len() <= 28;
        let expected = if !is_digits(&digits) || whole.is_empty() || unsigned.ends_with('.') {
            Err(Code::NotAPlainNumber)
        } else if is_held {
            let magnitude: i128 = digits.parse().unwrap();
            Ok((if text == unsigned { magnitude } else { -magnitude }, fraction.len()))
        } else {
            Err(Code::NumberTooLong)
        };
        let number = text.parse::<Number>();
        prop_assert!(number.iter().all(|number| !number.is_zero() || number.to_decimal().is_sign_positive()));
        let made = number.map(|number| (number.to_decimal().mantissa(), usize::try_from(number.places()).unwrap()));
        prop_assert_eq!(made.map_err(|error| error.code()), expected);
    }

    #[test]
    fn what_is_read_as_plain_means_nothing_else(text in "-?[0-9]{1,30}([.][0-9]{1,29})?|[-+0-9., ]{1,9}") {
        if let Some(number) = read_plain(&text) {
            let reading = read(&text, ReadStyle::Detect).unwrap();
            prop_assert_eq!(reading.number(&text).unwrap().to_string(), number.to_string());
            prop_assert!(!reading.percent && !reading.rupiah && reading.unit.is_none());
        } else {
            let is_plain = text.parse::<Number>().is_ok();
            prop_assert!(!is_plain || text.split_once('.').is_some_and(|(_, fraction)| fraction.len() == 3));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
        check_any(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn what_comes_near_to_a_number_is_read_or_refused(text in near_numbers()) {
        check_any(&text)?;
    }

    #[test]
    fn what_is_written_is_read_again(number in any_number()) {
        for style in Style::ALL {
            for form in [Form::Number, Form::Percent, Form::Rupiah] {
                if form == Form::Rupiah && number.places() > 2 {
                    continue;
                }
                let written = write(number, style, form);
                let reading = read(&written, ReadStyle::Declared(style)).unwrap();
                let again = reading.number(&written).unwrap();
                prop_assert_eq!(again.to_string(), number.to_string());
                prop_assert_eq!(reading.percent, form == Form::Percent);
                prop_assert_eq!(reading.rupiah, form == Form::Rupiah);
            }
        }
    }

    /// What two styles read is refused with both values; what one reads is that value.
    #[test]
    fn detection_is_agreement(number in any_number()) {
        for style in [Style::Indonesian, Style::International] {
            let written = write(number, style, Form::Number);
            match read(&written, ReadStyle::Detect) {
                Ok(reading) => prop_assert_eq!(reading.number(&written).unwrap(), number),
                Err(error) => {
                    prop_assert_eq!(error.code(), Code::AmbiguousNumber);
                    prop_assert!(candidates(&error).contains(&number));
                }
            }
        }
    }

    #[test]
    fn words_differ_when_numbers_do(one in any_number(), other in any_number()) {
        prop_assert_eq!(one.to_string() == other.to_string(), in_words(one) == in_words(other));
    }
}
