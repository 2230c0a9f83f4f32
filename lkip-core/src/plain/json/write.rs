//! Writing JSON.

use super::super::Plain;
use crate::prelude::*;

pub(in super::super) fn write(plain: &Plain) -> String {
    let mut json = String::new();
    value(plain, &mut json);
    json
}

fn value(plain: &Plain, json: &mut String) {
    match plain {
        // A float is refused wherever it is read; there is nothing true to write for it.
        Plain::Null | Plain::Float => json.push_str("null"),
        Plain::Bool(value) => json.push_str(if *value { "true" } else { "false" }),
        Plain::Number(number) => text(&number.text(), json),
        Plain::Count(count) => json.push_str(&crate::text::count(*count)),
        Plain::Text(content) => text(content, json),
        Plain::List(items) => {
            json.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(place, json);
                value(item, json);
            }
            json.push(']');
        }
        Plain::Record(record) => {
            json.push('{');
            for (place, (name, field)) in record.iter().enumerate() {
                separate(place, json);
                text(name, json);
                json.push(':');
                value(field, json);
            }
            json.push('}');
        }
    }
}

fn separate(place: usize, json: &mut String) {
    if place > 0 {
        json.push(',');
    }
}

fn text(content: &str, json: &mut String) {
    json.push('"');
    for sign in content.chars() {
        let short = match sign {
            '"' | '\\' => sign,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{C}' => 'f',
            '\r' => 'r',
            '\0'..='\u{1F}' => {
                json.push_str(if sign < '\u{10}' { "\\u000" } else { "\\u001" });
                json.push(char::from_digit(u32::from(sign) % 16, 16).unwrap_or('0'));
                continue;
            }
            _ => {
                json.push(sign);
                continue;
            }
        };
        json.push('\\');
        json.push(short);
    }
    json.push('"');
}
