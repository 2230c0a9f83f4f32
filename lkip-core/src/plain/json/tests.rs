//! The reader and the writer against those of `serde_json`.

use serde_json::Value;

use super::{read, write};
use crate::error::{Code, Error};
use crate::plain::Plain;
use crate::prelude::*;

/// A text with everything that JSON has.
const TEXT: &str = r#"{"op":"x","a":[1, -20, 0, 1.5, 2e-3, 7E+1 ,true,false,null ,{}],
  "é\n\u00e9\uD83D\uDE00": "\"\\\/\b\f\n\r\t\u0001", "b":{ "c": [] , "d":[ [ "" ] ] } }"#;

/// What is put in at every place.
const SIGNS: [&str; 24] = [
    "", "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "\u{1}", "0", "7", "-", ".", "e", "t", "n", "u", "\\u",
    "D", "é", "\u{FEFF}",
];

/// The same mistake at the same place, or the same data.
fn check(text: &str) -> bool {
    let ours = read(text);
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let expected: Plain = serde_json::from_str(text).unwrap();
            let ours = ours.unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(ours, expected, "{text}");
            assert_eq!(serde_json::from_str::<Value>(&write(&ours)).unwrap().is_object(), value.is_object(), "{text}");
            true
        }
        Err(error) => {
            let place = |error: &Error, name: &str| match error.details().get(name) {
                Some(crate::Detail::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let ours = ours.err().unwrap_or_else(|| panic!("{text}: {error}"));
            assert_eq!(ours.code(), Code::MalformedJson, "{text}");
            let (line, column) = (place(&ours, "line"), place(&ours, "column"));
            assert_eq!((line, column), (error.line().to_string(), error.column().to_string()), "{text}: {error}");
            false
        }
    }
}

#[test]
fn every_small_change_of_a_text_reads_as_the_general_reader_has_it() {
    let (mut sound, mut broken) = (0, 0);
    let mut count = |text: &str| if check(text) { sound += 1 } else { broken += 1 };
    count(TEXT);
    for (place, sign) in TEXT.char_indices() {
        let (before, rest) = TEXT.split_at(place);
        let (sign, after) = rest.split_at(sign.len_utf8());
        count(before);
        for other in SIGNS {
            for changed in [format!("{before}{other}{after}"), format!("{before}{other}{sign}{after}")] {
                // A field twice is refused by us alone.
                if !matches!(read(&changed), Err(error) if error.code() == Code::DuplicateField) {
                    count(&changed);
                }
            }
        }
    }
    assert!(sound > 1000 && broken > 3000, "{sound} {broken}");
}

#[test]
fn numbers_and_texts_alone() {
    for text in [
        "0",
        "-0",
        "-",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1.5",
        "18446744073709551615",
        "-9223372036854775808",
        "null",
        "nul",
        "nulx",
        "\"",
        "\"\\ud800\"",
        "\"\\ud800x\"",
        "\"\\ud800\\n\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\u12",
        "\"\\u12é4\"",
        "\"\\x\"",
        "",
        " ",
        "\t1\r\n",
        "1 1",
        "[1 1]",
        "[,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "[1,]",
        "// 1",
    ] {
        check(text);
    }
}

#[test]
fn lists_within_lists_end_somewhere() {
    for levels in [1, 126, 127, 128, 129, 100_000] {
        check(&("[".repeat(levels) + &"]".repeat(levels)));
        check(&"{\"a\":".repeat(levels));
    }
}

#[test]
fn texts_are_written_as_the_general_writer_does() {
    let text: String = ('\0'..='\u{FF}').chain(['"', '\\', '/', '\u{2028}', '\u{FFFF}', '😀']).collect();
    assert_eq!(write(&Plain::Text(text.clone())), serde_json::to_string(&text).unwrap());
}

#[test]
fn whole_numbers_are_exact() {
    for text in ["18446744073709551616", "-9999999999999999999999999999"] {
        assert_eq!(read(text).unwrap(), Plain::Number(text.parse().unwrap()));
    }
    let error = read(r#"{"a":[1,123456789012345678901234567890]}"#).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::NumberTooLong, "a[1]"));
    for text in ["1.0", "1e999", "-0.0", "-0", "2E3"] {
        assert_eq!(read(text).unwrap(), Plain::Float);
    }
}

#[test]
fn a_field_twice_is_refused_wherever_it_is() {
    for (text, path) in [(r#"{"a":1,"b":2,"a":3}"#, "a"), (r#"{"y":[{"x":{"a":1,"a":1}}]}"#, "y[0].x.a")] {
        let error = read(text).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::DuplicateField, path));
        assert_eq!(error.details().get("field"), Some(&crate::Detail::Text("a".to_owned())));
    }
    // Sorting the names, not comparing all with all.
    let long: Vec<String> = (0..100_000).map(|field| format!("\"{field}\":0")).collect();
    assert!(read(&format!("{{{}}}", long.join(","))).is_ok());
}

/// Beyond 64 bits serde_json gives floats; here every digit counts, or the number is refused.
#[test]
fn whole_numbers_beyond_64_bits_are_exact() {
    for text in ["18446744073709551616", "-9223372036854775809", "9999999999999999999999999999"] {
        assert_eq!(Plain::from_json(text), Ok(Plain::Number(text.parse().unwrap())));
    }
    let error = Plain::from_json("[123456789012345678901234567890]").unwrap_err();
    assert_eq!(error.code(), Code::NumberTooLong);
}
