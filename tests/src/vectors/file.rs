//! Vector files: reading them, and writing them one vector a line.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// One vector.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// Its name, unlike that of any other vector.
    pub id: String,
    /// Where the expected figure comes from.
    pub source: String,
    /// The call; a text where the very signs of the call matter.
    pub call: Box<RawValue>,
    /// What the answer must hold, written by hand or computed independently.
    pub expect: serde_json::Map<String, serde_json::Value>,
    /// The whole answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Box<RawValue>>,
}

/// A file of vectors.
#[derive(Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Its vectors.
    pub vectors: Vec<Vector>,
}

/// The folder of the vectors.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Every file of vectors, by name.
///
/// # Panics
///
/// When one cannot be read.
#[must_use]
pub fn files() -> Vec<File> {
    let entries = std::fs::read_dir(folder()).expect("the folder of the vectors");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.into_iter().map(File::read).collect()
}

impl File {
    fn read(path: PathBuf) -> Self {
        let text = std::fs::read_to_string(&path).expect("a text");
        let vectors = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { path, vectors }
    }

    /// The text of the file: an array with one vector on each line.
    ///
    /// # Panics
    ///
    /// Never: vectors are texts and records.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |vector: &Vector| serde_json::to_string(vector).expect("texts and records");
        let lines: Vec<String> = self.vectors.iter().map(line).collect();
        format!("[\n{}\n]\n", lines.join(",\n"))
    }
}
