//! The UI cases: a folder per stage, and one mistake per file. The name of a file is its mistake, and its first line has the
//! tokens of the error. `cargo test` compares the compiler's output with the `.stderr` beside each file;
//! `TRYBUILD=overwrite cargo test` rewrites those.

pub mod clean;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The stages, in the order of the macro.
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

/// A declaration with mistakes, and the compiler's output about it.
pub struct Case {
    /// The declaration's file, relative to this package's folder.
    pub path: PathBuf,
    /// The declaration.
    pub source: String,
    /// The compiler's output.
    pub stderr: String,
}

impl Case {
    /// The mistakes, in alphabetical order: the tokens after each `// on: ` at the top of the file. For tokens on several lines
    /// it is the first line.
    #[must_use]
    pub fn mistakes(&self) -> Vec<&str> {
        let mut mistakes: Vec<&str> = self.source.lines().map_while(|line| line.strip_prefix("// on: ")).collect();
        mistakes.sort_unstable();
        mistakes
    }

    /// The tokens that the errors underline, in alphabetical order.
    #[must_use]
    pub fn underlined(&self) -> Vec<String> {
        let errors = self.stderr.split("\n\n").filter(|message| is_error(message));
        let mut underlined: Vec<String> = errors.map(|error| self.tokens(error).unwrap_or_default()).collect();
        underlined.sort_unstable();
        underlined
    }

    /// Everything else in the compiler's output.
    pub fn secondary(&self) -> impl Iterator<Item = &str> {
        self.stderr.split("\n\n").filter(|message| !is_error(message))
    }

    /// The tokens at an error's first place: from its column to the end of the line of `^`.
    fn tokens(&self, error: &str) -> Option<String> {
        let mut lines = error.lines();
        let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let mut numbers = place.rsplit(':');
        let (column, line): (usize, usize) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
        let written: Vec<char> = self.source.lines().nth(line.checked_sub(1)?)?.chars().collect();
        let (before, rest) = written.split_at_checked(column.checked_sub(1)?)?;
        lines.find(|shown| shown.trim_start().starts_with(&format!("{line} |")))?;
        let marks = lines.next()?.split_once("| ")?.1;
        let marks = marks.chars().skip(before.iter().copied().map(width).sum()).take_while(|mark| *mark == '^').count();
        let mut end = 0;
        let is_marked = |character: &&char| {
            end += width(**character);
            end <= marks
        };
        Some(if marks == 0 { rest.iter().collect() } else { rest.iter().take_while(is_marked).collect() })
    }
}

/// The width of a character in the compiler's output: a Chinese one takes two columns.
fn width(character: char) -> usize {
    if character < '\u{1100}' { 1 } else { 2 }
}

fn is_error(message: &str) -> bool {
    message.trim_start().starts_with("error:") || message.trim_start().starts_with("error[")
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
            cases.push(Case { path, source, stderr });
        }
    }
    Ok(cases)
}

/// This package's folder.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
