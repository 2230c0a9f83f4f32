//! Checks the JSON Schema of the report document that stands beside the core, and writes it with `--bless`.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a tool for developers: it prints, and stops on what it cannot write"
)]

use std::process::ExitCode;

use lkip_tests::schema;

fn main() -> ExitCode {
    let text = schema::text();
    let current = std::fs::read_to_string(schema::path()).is_ok_and(|known| known == text);
    if std::env::args().any(|argument| argument == "--bless") {
        std::fs::write(schema::path(), text).expect("a file that can be written");
        return ExitCode::SUCCESS;
    }
    println!(
        "{}: {}",
        schema::path().display(),
        if current { "current" } else { "not current, write it with --bless" }
    );
    if current { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
