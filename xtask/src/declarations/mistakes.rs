//! Wrong declarations, each with the expected error.
//!
//! A case is a `.rs` file with one mistake. Its comments have the expectation:
//!
//! ```text
//! // expect: lenght          the token of the error, or several between ` | `; the error stands on one, or on a part of it
//! // says: `len`             a text that the error has to contain; optional, and may be given several times
//! // compiles: REASON        no error is right
//! // several: REASON         several errors are right, or cannot be avoided
//! // called: wx              the name of `wxpay` in this crate
//! ```
//!
//! A case with a `fn main` is also built, if it passes the check: an error that only a build finds is reported as late.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::compiler::{Compiled, Compiler, Message, Place};

/// The folder of the cases.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A folder with cases, also in its subfolders
    folder: PathBuf,
    /// Prints rustc's output for each case that fails
    #[arg(long)]
    verbose: bool,
    /// Fails if fewer cases, in percent, have exactly one error on the right token, or a reason for none or several
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
    let (mut right, mut told, mut excepted) = (0, 0, 0);
    for file in &files {
        let case = Case::read(file)?;
        let outcome = case.outcome(&compiler)?;
        right += usize::from(outcome.is_right());
        told += usize::from(outcome.is_right() && outcome.says);
        excepted += usize::from(outcome.is_excepted);
        let name = file.strip_prefix(&arguments.folder).unwrap_or(file);
        println!("{:<12} {} errors  {:<48} {}", outcome.word(), outcome.errors, name.display(), outcome.first);
        if arguments.verbose && !outcome.is_right() && !outcome.is_excepted {
            println!("{}", outcome.rendered);
        }
    }
    let percent = |count: usize| count * 100 / files.len();
    println!(
        "{right} of {} ({} %) have exactly one error, on the right token; {told} ({} %) with the expected words; \
         {excepted} more have a reason for none or several",
        files.len(),
        percent(right),
        percent(told)
    );
    if percent(right + excepted) < arguments.at_least {
        return Err(io::Error::other(format!("{} % expected", arguments.at_least)));
    }
    Ok(())
}

struct Case {
    /// The absolute path, because rustc runs in another folder.
    file: PathBuf,
    text: String,
    expected: Vec<String>,
    says: Vec<String>,
    /// The reason that the case has for something else than one error.
    exception: Option<Exception>,
    called: Option<String>,
    is_program: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exception {
    Compiles,
    Several,
}

struct Outcome {
    errors: usize,
    is_on_token: bool,
    says: bool,
    /// True if only a build finds the error.
    is_late: bool,
    /// True if the case has no error or several, and a reason for it.
    is_excepted: bool,
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
        let exception = match (comments("compiles:").is_empty(), comments("several:").is_empty()) {
            (false, _) => Some(Exception::Compiles),
            (true, false) => Some(Exception::Several),
            (true, true) => None,
        };
        Ok(Self {
            says: comments("says:"),
            is_program: text.contains("fn main"),
            called: comments("called:").pop(),
            exception,
            expected,
            file,
            text,
        })
    }

    fn outcome(&self, compiler: &Compiler) -> io::Result<Outcome> {
        let command = || compiler.command_calling(self.called.as_deref().unwrap_or("wxpay"), "rustc", &self.file);
        let checked = compiler.compile(command().args(["--crate-type", "lib", "--emit", "metadata"]))?;
        if checked.errors().next().is_some() || !self.is_program {
            return Ok(self.judge(&checked, false));
        }
        Ok(self.judge(&compiler.compile(command().args(["--crate-type", "bin", "--emit", "link"]))?, true))
    }

    fn judge(&self, compiled: &Compiled, is_late: bool) -> Outcome {
        let errors: Vec<_> = compiled.errors().collect();
        let is_excepted = match self.exception {
            Some(Exception::Compiles) => errors.is_empty(),
            Some(Exception::Several) => errors.len() > 1,
            None => false,
        };
        let Some(first) = errors.first() else {
            return Outcome {
                errors: 0,
                is_on_token: false,
                says: false,
                is_late: false,
                is_excepted,
                first: "compiles".to_owned(),
                rendered: String::new(),
            };
        };
        let is_said = |word: &String| first.text.contains(word.as_str()) || first.rendered.contains(word.as_str());
        let found = first.place.as_ref().map_or_else(String::new, |place| plain(&place.source));
        Outcome {
            errors: errors.len(),
            is_on_token: first.place.as_ref().is_some_and(|place| self.is_on_token(place)),
            says: self.says.iter().all(is_said),
            is_late,
            is_excepted,
            first: format!("on `{found}`: {}", first.text.lines().next().unwrap_or_default()),
            rendered: errors.iter().map(|error: &&Message| error.rendered.as_str()).collect(),
        }
    }

    /// Returns true if the error is on an expected token or on a part of it. To rustc a string literal is one token, whichever
    /// part of it is meant. An error about something that is missing is on the whole attribute, which the token names.
    fn is_on_token(&self, place: &Place) -> bool {
        let found = plain(&place.source);
        let is_text = found.len() > 1 && found.starts_with('"') && found.ends_with('"');
        self.expected.iter().any(|token| {
            found == *token
                || is_text && found.contains(token.as_str())
                || found.strip_prefix("#[").is_some_and(|attribute| attribute.starts_with(token.as_str()))
                || occurrences(&self.text, token)
                    .any(|token| token.start <= place.bytes.start && place.bytes.end <= token.end)
        })
    }
}

impl Outcome {
    fn is_right(&self) -> bool {
        self.errors == 1 && self.is_on_token && !self.is_late && !self.is_excepted
    }

    fn word(&self) -> &'static str {
        match self {
            Self { is_excepted: true, .. } => "excepted",
            Self { errors: 0, .. } => "compiles",
            Self { is_late: true, .. } => "late",
            Self { is_on_token: false, .. } => "elsewhere",
            Self { errors: 1, says: true, .. } => "right",
            Self { errors: 1, .. } => "says less",
            _ => "several",
        }
    }
}

/// The places of the token in the text, with any spaces in it. The comments at the top are left out.
fn occurrences<'a>(text: &'a str, token: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let head: usize = text.split_inclusive('\n').take_while(|line| line.starts_with("//")).map(str::len).sum();
    let marks: Vec<_> = text.char_indices().filter(|(at, mark)| *at >= head && !mark.is_whitespace()).collect();
    let length = token.chars().count().max(1);
    let begins = marks.len().checked_sub(length).map_or(0..0, |last| 0..last + 1);
    begins.filter_map(move |begin| {
        let found = marks.get(begin..begin + length)?;
        let is_token = found.iter().map(|(_, mark)| *mark).eq(token.chars());
        let ((start, _), (last, mark)) = (found.first()?, found.last()?);
        is_token.then_some(*start..*last + mark.len_utf8())
    })
}

/// A text on one line, without spaces: rustc prints a span with its line breaks.
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
    use std::path::PathBuf;

    use super::{Case, Exception, Place, occurrences, plain};

    #[test]
    fn a_case_says_what_it_expects() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("case.rs");
        fs::write(&file, "// expect: \"a b\" | lenght\n// says: `len`\n// says: rule\n// called: wx\nfn main() {}\n")?;
        let case = Case::read(&file)?;
        assert_eq!(
            (case.expected, case.says),
            (vec!["\"ab\"".to_owned(), "lenght".to_owned()], vec!["`len`".to_owned(), "rule".to_owned()])
        );
        assert!(case.is_program);
        assert_eq!((case.called.as_deref(), case.exception), (Some("wx"), None));
        fs::write(&file, "// expect: a\n// several: they are rustc's\n")?;
        assert_eq!(Case::read(&file)?.exception, Some(Exception::Several));
        fs::write(&file, "fn main() {}\n")?;
        assert!(Case::read(&file).is_err_and(|error| error.to_string().contains("no line `// expect: TOKEN`")));
        Ok(())
    }

    fn is_on(text: &str, found: &str, token: &str) -> bool {
        let start = text.rfind(found).unwrap_or_default();
        let place = Place {
            file: String::new(),
            bytes: start..start + found.len(),
            source: found.to_owned(),
            expanded_from: String::new(),
        };
        let case = Case {
            file: PathBuf::new(),
            text: text.to_owned(),
            expected: vec![plain(token)],
            says: Vec::new(),
            exception: None,
            called: None,
            is_program: false,
        };
        case.is_on_token(&place)
    }

    #[test]
    fn an_error_stands_on_the_token_or_on_a_part_of_it() {
        let text = "// expect: len = 1\n#[wxpay_object]\n#[wxpay(len = 1, path = \"/v3/{a}{b}\")]";
        assert!(is_on(text, "len", "len = 1") && is_on(text, "len", "len"));
        assert!(!is_on(text, "len = 1", "len") && !is_on(text, "path", "len = 1"));
    }

    #[test]
    fn a_text_and_an_attribute_are_one_token() {
        let text = "#[wxpay_object]\n#[wxpay(len = 1, path = \"/v3/{a}{b}\")]";
        assert!(is_on(text, "\"/v3/{a}{b}\"", "{b}") && is_on(text, "#[wxpay_object]", "wxpay_object"));
        assert!(!is_on(text, "\"/v3/{a}{b}\"", "{c}") && !is_on(text, "#[wxpay(len = 1)]", "len"));
    }

    #[test]
    fn a_token_is_found_with_blanks_in_it_behind_the_comments_of_the_case() {
        let found: Vec<_> = occurrences("// expect: a: B\n支 a : B, a:B", "a:B").collect();
        assert_eq!(found, [20..25, 27..30]);
    }

    #[test]
    fn blanks_and_lines_of_a_span_do_not_count() {
        assert_eq!(plain("Vec<\n    String\n>"), "Vec<String>");
    }
}
