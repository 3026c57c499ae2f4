//! The UI cases: a folder per stage, one mistake per file, the mistake is the file's name. `cargo test` compares what
//! the compiler prints with the `.stderr` beside each; `TRYBUILD=overwrite cargo test` writes them anew.

pub mod clean;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The stages, in the order in which the macro comes to them.
pub const STAGES: [&str; 12] = [
    "arguments",
    "pages",
    "path",
    "place",
    "rule",
    "default",
    "together",
    "types",
    "item",
    "enum",
    "companion",
    "several",
];

/// A declaration with mistakes, and what the compiler prints about it.
pub struct Case {
    /// The declaration's file, from this package's folder.
    pub path: PathBuf,
    /// How many mistakes are in it: one, unless its first line says `// mistakes: 3`.
    pub mistakes: usize,
    /// What the compiler prints.
    pub stderr: String,
}

/// Every case of every stage.
///
/// # Errors
/// A file cannot be read, such as the `.stderr` of a new case.
pub fn cases() -> io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for stage in STAGES {
        let mut files: Vec<PathBuf> = fs::read_dir(root().join(stage))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<_>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
        files.sort();
        for path in files {
            let (source, stderr) = (fs::read_to_string(&path)?, fs::read_to_string(path.with_extension("stderr"))?);
            let first = source.lines().next().unwrap_or_default();
            let mistakes = first.strip_prefix("// mistakes: ").and_then(|number| number.parse().ok()).unwrap_or(1);
            cases.push(Case { path, mistakes, stderr });
        }
    }
    Ok(cases)
}

/// This package's folder.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
