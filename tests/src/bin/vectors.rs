//! Checks the vectors, and fills in their answers with `--bless`.
//!
//! An answer that does not hold what its vector expects is never written, and the vector keeps none: either the
//! expectation is wrong, and a person must correct it with its source, or the core is.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool for developers: it prints, and stops on what it cannot read"
)]

use std::process::ExitCode;

use lkip_tests::vectors::{self, File};
use serde_json::value::RawValue;

fn main() -> ExitCode {
    let bless = std::env::args().any(|argument| argument == "--bless");
    let mut files = vectors::files();
    let (mut count, mut refused, mut changed) = (0, 0, 0);
    for file in &mut files {
        for vector in &mut file.vectors {
            count += 1;
            let text = vectors::answer(vector);
            let answer = serde_json::from_str(&text).expect("an answer is JSON");
            let problems = vectors::disagreements(&vector.expect, &answer);
            if !problems.is_empty() {
                refused += 1;
                vector.answer = None;
                println!("{}: {}\n  call   {}\n  answer {text}", vector.id, problems.join("; "), vector.call);
            } else if vector.answer.as_deref().map(RawValue::get) != Some(text.as_str()) {
                changed += 1;
                vector.answer = Some(RawValue::from_string(text).expect("JSON"));
            }
        }
    }
    println!("{count} vectors in {} files: {refused} against expectation, {changed} with another answer", files.len());
    if bless {
        files.iter().for_each(write);
    }
    if refused == 0 && (bless || changed == 0) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(file: &File) {
    let text = file.text();
    if std::fs::read_to_string(&file.path).expect("a text") != text {
        std::fs::write(&file.path, text).unwrap_or_else(|error| panic!("{}: {error}", file.path.display()));
    }
}
