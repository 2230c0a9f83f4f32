//! Embeds the catalogue: every file of `catalogue/` without its blanks, under the id that is its name.

#![allow(clippy::print_stdout, reason = "this is how a build script talks to cargo")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=catalogue");
    let full = env::var_os("CARGO_FEATURE_FULL").is_some();
    let tables = [
        table("RULE_SETS", "RuleSet", Path::new("catalogue/rules"), full)?,
        table("SCALES", "Scale", Path::new("catalogue/scales"), full)?,
    ];
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogue.rs"), tables.concat())?)
}

/// The Rust source of a table of entries: those of a folder, in the order of their ids.
fn table(name: &str, of: &str, folder: &Path, full: bool) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.sort_by(|a, b| a.file_stem().cmp(&b.file_stem()));
    let mut entries = Vec::new();
    for file in files {
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut entry: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        if !full {
            // What applications do is there to be compared and audited; a form goes by its guideline.
            if id.starts_with("app-") {
                continue;
            }
            // What is to be known of a source is told by the operations that show an entry, which no form needs.
            remove_notes(&mut entry);
        }
        entries.push(format!("    Entry::new({id:?}, {:?}),\n", entry.to_string()));
    }
    Ok(format!("static {name}: [Entry<{of}>; {}] = [\n{}];\n", entries.len(), entries.concat()))
}

/// Takes the notes off the citations of an entry.
fn remove_notes(entry: &mut Value) {
    let citations = entry.get_mut("citations").and_then(Value::as_array_mut);
    for citation in citations.into_iter().flatten().filter_map(Value::as_object_mut) {
        citation.remove("note");
    }
}
