//! Wrong declarations, each with the expected error.
//!
//! A case is a `.rs` file with one mistake. Its comments have the expectation:
//!
//! ```text
//! // expect: lenght          the token of the error, or several between ` | `, one of which it is
//! // says: `len`             a text that the error has to contain; optional, and may be given several times
//! ```
//!
//! A case with a `fn main` is also built, if it passes the check: an error that only a build finds is reported as late.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::compiler::{Compiled, Compiler, Message};

/// The folder of the cases.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with cases, also in its subfolders
    folder: PathBuf,
    /// Prints rustc's output for each case that fails
    #[arg(long)]
    verbose: bool,
    /// Fails if fewer cases, in percent, have exactly one error on the right token
    #[arg(long, default_value_t = 0)]
    at_least: usize,
}

/// Compiles each case and prints a line for it, and then the share of right ones.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let mut files = Vec::new();
    sources(&arguments.folder, &mut files)?;
    files.sort();
    if files.is_empty() {
        return Err(io::Error::other(format!("{}: no cases", arguments.folder.display())));
    }
    let compiler = Compiler::new()?;
    let (mut right, mut told) = (0, 0);
    for file in &files {
        let case = Case::read(file)?;
        let outcome = case.outcome(&compiler)?;
        right += usize::from(outcome.is_right());
        told += usize::from(outcome.is_right() && outcome.says);
        let name = file.strip_prefix(&arguments.folder).unwrap_or(file);
        println!("{:<12} {} errors  {:<48} {}", outcome.word(), outcome.errors, name.display(), outcome.first);
        if arguments.verbose && !outcome.is_right() {
            println!("{}", outcome.rendered);
        }
    }
    let percent = |count: usize| count * 100 / files.len();
    println!(
        "{right} of {} ({} %) have exactly one error, on the right token; {told} ({} %) with the expected words",
        files.len(),
        percent(right),
        percent(told)
    );
    if percent(right) < arguments.at_least {
        return Err(io::Error::other(format!("{} % expected", arguments.at_least)));
    }
    Ok(())
}

struct Case {
    /// The absolute path, because rustc runs in another folder.
    file: PathBuf,
    expected: Vec<String>,
    says: Vec<String>,
    is_program: bool,
}

struct Outcome {
    errors: usize,
    is_on_token: bool,
    says: bool,
    /// True if only a build finds the error.
    is_late: bool,
    first: String,
    rendered: String,
}

impl Case {
    fn read(file: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(file)?;
        let file = file.canonicalize()?;
        let comments = |word: &str| {
            text.lines()
                .filter_map(move |line| {
                    line.trim().strip_prefix("//")?.trim().strip_prefix(word).map(str::trim).map(str::to_owned)
                })
                .collect::<Vec<_>>()
        };
        let expected: Vec<_> = comments("expect:").iter().flat_map(|tokens| tokens.split(" | ")).map(plain).collect();
        if expected.is_empty() {
            return Err(io::Error::other(format!("{}: no line `// expect: TOKEN`", file.display())));
        }
        Ok(Self { says: comments("says:"), is_program: text.contains("fn main"), file, expected })
    }

    fn outcome(&self, compiler: &Compiler) -> io::Result<Outcome> {
        let checked = compiler.check(&self.file)?;
        if checked.errors().next().is_some() || !self.is_program {
            return Ok(self.judge(&checked, false));
        }
        let mut build = compiler.command("rustc", &self.file);
        Ok(self.judge(&compiler.compile(build.args(["--crate-type", "bin", "--emit", "link"]))?, true))
    }

    fn judge(&self, compiled: &Compiled, is_late: bool) -> Outcome {
        let errors: Vec<_> = compiled.errors().collect();
        let Some(first) = errors.first() else {
            return Outcome {
                errors: 0,
                is_on_token: false,
                says: false,
                is_late: false,
                first: "compiles".to_owned(),
                rendered: String::new(),
            };
        };
        let found = first.place.as_ref().map_or_else(String::new, |place| plain(&place.source));
        let is_said = |word: &String| first.text.contains(word.as_str()) || first.rendered.contains(word.as_str());
        Outcome {
            errors: errors.len(),
            is_on_token: self.expected.iter().any(|token| is_on(&found, token)),
            says: self.says.iter().all(is_said),
            is_late,
            first: format!("on `{found}`: {}", first.text.lines().next().unwrap_or_default()),
            rendered: errors.iter().map(|error: &&Message| error.rendered.as_str()).collect(),
        }
    }
}

impl Outcome {
    fn is_right(&self) -> bool {
        self.errors == 1 && self.is_on_token && !self.is_late
    }

    fn word(&self) -> &'static str {
        match self {
            Self { errors: 0, .. } => "compiles",
            Self { is_late: true, .. } => "late",
            Self { is_on_token: false, .. } => "elsewhere",
            Self { errors: 1, says: true, .. } => "right",
            Self { errors: 1, .. } => "says less",
            _ => "several",
        }
    }
}

/// Returns true if the underlined text is that token. To rustc a string literal is one token, whichever part of it is meant.
fn is_on(found: &str, token: &str) -> bool {
    let is_text = found.len() > 1 && found.starts_with('"') && found.ends_with('"');
    found == token || is_text && found.contains(token)
}

/// A text on one line, without blanks: rustc prints a span with its line breaks.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Case, is_on, plain};

    #[test]
    fn a_case_says_what_it_expects() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("case.rs");
        fs::write(&file, "// expect: \"a b\" | lenght\n// says: `len`\n// says: rule\nfn main() {}\n")?;
        let case = Case::read(&file)?;
        assert_eq!(
            (case.expected, case.says),
            (vec!["\"ab\"".to_owned(), "lenght".to_owned()], vec!["`len`".to_owned(), "rule".to_owned()])
        );
        assert!(case.is_program);
        fs::write(&file, "fn main() {}\n")?;
        assert!(Case::read(&file).is_err_and(|error| error.to_string().contains("no line `// expect: TOKEN`")));
        Ok(())
    }

    #[test]
    fn what_is_in_a_text_is_underlined_with_all_of_it() {
        assert!(is_on("\"/v3/{a}{b}\"", "{b}") && is_on("len", "len"));
        assert!(!is_on("\"/v3/{a}\"", "{b}") && !is_on("lenght", "len"));
    }

    #[test]
    fn blanks_and_lines_of_a_span_do_not_count() {
        assert_eq!(plain("Vec<\n    String\n>"), "Vec<String>");
    }
}
