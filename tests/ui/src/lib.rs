//! The UI cases: a folder per stage, one mistake per file, the mistake is the file's name, and its first line says on
//! which tokens the error stands. `cargo test` compares what the compiler prints with the `.stderr` beside each;
//! `TRYBUILD=overwrite cargo test` writes them anew.

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
    /// The declaration.
    pub source: String,
    /// What the compiler prints.
    pub stderr: String,
}

impl Case {
    /// The mistakes, in order of the alphabet: the tokens behind each `// on: ` at the top of the file. Of several lines
    /// it is the first.
    #[must_use]
    pub fn mistakes(&self) -> Vec<&str> {
        let mut mistakes: Vec<&str> = self.source.lines().map_while(|line| line.strip_prefix("// on: ")).collect();
        mistakes.sort_unstable();
        mistakes
    }

    /// The tokens that the errors underline, in order of the alphabet.
    #[must_use]
    pub fn underlined(&self) -> Vec<String> {
        let errors = self.stderr.split("\n\n").filter(|message| is_error(message));
        let mut underlined: Vec<String> = errors.map(|error| self.tokens(error).unwrap_or_default()).collect();
        underlined.sort_unstable();
        underlined
    }

    /// Everything else that the compiler prints.
    pub fn secondary(&self) -> impl Iterator<Item = &str> {
        self.stderr.split("\n\n").filter(|message| !is_error(message))
    }

    /// The tokens that an error's first place names: from its column on as far as the line of `^` goes.
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

/// The columns that a character takes in what the compiler prints: a Chinese one takes two.
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
