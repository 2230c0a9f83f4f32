//! The JSON Schema of the report document as a file.

use std::path::{Path, PathBuf};

/// Where the schema stands.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../lkip-core/schema/report.schema.json")
}

/// The schema as it must stand there: indented by one blank, a line at the end.
#[must_use]
pub fn text() -> String {
    let pretty = serde_json::to_string_pretty(&lkip_core::report::json_schema()).expect("data is written");
    let line = |line: &str| {
        let text = line.trim_start();
        format!("{}{text}\n", " ".repeat((line.len() - text.len()) / 2))
    };
    pretty.lines().map(line).collect()
}
