//! Finds faults of the English in sources and documents that a program can find; `docs/STYLE.md` has the rules.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::Command;

/// The files to read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Files; without one, all Rust and Markdown files that the repository tracks
    files: Vec<PathBuf>,
}

/// Prints each fault with its place, and fails if there is one.
pub(crate) fn run(arguments: Arguments) -> io::Result<()> {
    let files = if arguments.files.is_empty() { tracked()? } else { arguments.files };
    let (mut out, mut count) = (io::stdout().lock(), 0);
    for file in &files {
        let is_document = file.extension().is_some_and(|extension| extension == "md");
        for Fault { line, reason } in faults(&fs::read_to_string(file)?, is_document) {
            writeln!(out, "{}:{line}: {reason}", file.display())?;
            count += 1;
        }
    }
    if count == 0 {
        Ok(())
    } else {
        Err(io::Error::other(format!("{count} places of unclear English; docs/STYLE.md has the rules")))
    }
}

/// Files of the repository, without examples of wrong declarations and data.
fn tracked() -> io::Result<Vec<PathBuf>> {
    let top = crate::top()?;
    let listed = Command::new("git").args(["ls-files", "*.rs", "*.md"]).current_dir(&top).output()?;
    let names = String::from_utf8(listed.stdout).map_err(io::Error::other)?;
    let is_read = |name: &&str| !SKIPPED.iter().any(|folder| name.starts_with(folder));
    let files: Vec<_> = names.lines().filter(is_read).map(|name| top.join(name)).filter(|file| file.exists()).collect();
    if files.is_empty() { Err(io::Error::other("git ls-files lists no source")) } else { Ok(files) }
}

/// A fault, with its line counted from 1.
#[derive(Debug, PartialEq)]
struct Fault {
    line: usize,
    reason: String,
}

fn faults(text: &str, is_document: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut in_comment = false;
    for (index, line) in text.lines().enumerate() {
        let comment = comment(line);
        let first = comment.filter(|_| !in_comment).and_then(|comment| comment.split_whitespace().next());
        let clause = first.filter(|word| CLAUSES.contains(word));
        faults.extend(clause.map(|word| Fault {
            line: index + 1,
            reason: format!("the comment begins with `{word}`; begin with a noun or a verb in the third person"),
        }));
        let plain = without(line, '`');
        // A document quotes what it warns of; in a source a text in quotes is a message.
        let plain = if is_document { without(&plain, '"') } else { plain }.to_lowercase();
        let phrases = PHRASES.iter().filter(|(phrase, _)| has_words(&plain, phrase));
        faults.extend(
            phrases.map(|(phrase, instead)| Fault { line: index + 1, reason: format!("`{phrase}`; say {instead}") }),
        );
        // A line without words ends a paragraph.
        in_comment = comment.is_some_and(|text| !text.trim().is_empty());
    }
    faults
}

/// Text of a line that is a comment.
fn comment(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["///", "//!", "//"].iter().find_map(|mark| line.strip_prefix(mark))
}

/// The line without the parts between two marks.
fn without(line: &str, mark: char) -> String {
    line.split(mark).step_by(2).collect::<Vec<_>>().join(&mark.to_string())
}

/// True if `phrase` is in `text` as whole words.
fn has_words(text: &str, phrase: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let begins = |before: &str| !before.ends_with(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, _)| begins(&text[..at]) && ends(&text[at + phrase.len()..]))
}

/// Words with which a comment begins as a clause without a subject.
const CLAUSES: [&str; 10] = ["How", "What", "Whatever", "Whether", "Which", "Who", "Whoever", "Whose", "Where", "Why"];

/// Phrases that are read twice, and what to write instead.
const PHRASES: [(&str, &str); 5] = [
    ("is none", "what is missing or invalid"),
    ("are none", "what is missing or invalid"),
    ("otherwise than", "what differs from what"),
    ("of one's own", "`your own` or `custom`"),
    ("is no such", "what is missing or unknown"),
];

/// Wrong declarations of strangers, what compilers say about them, and this file, which has the phrases.
const SKIPPED: [&str; 4] = ["tests/ui/", "tests/mistakes/", "wxpay-macros/golden/", "xtask/src/english.rs"];

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        faults(text, false).into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn a_comment_that_begins_with_a_clause_is_a_fault() {
        assert_eq!(lines("/// What is sold.\nstruct A;\n    // Whether it is.\n"), [1, 3]);
    }

    #[test]
    fn every_paragraph_of_a_comment_begins_with_a_subject() {
        assert_eq!(lines("/// A key.\n///\n/// What it signs.\n"), [3]);
    }

    #[test]
    fn a_later_line_or_sentence_may_begin_with_any_word() {
        assert!(lines("/// A key. Where it is stored is said by\n/// What follows.\n").is_empty());
    }

    #[test]
    fn a_phrase_is_a_fault_in_comments_texts_and_documents() {
        assert_eq!(lines("let a = \"the key is none\";\n// this is none.\nA table of one's own\n"), [1, 2, 3]);
    }

    #[test]
    fn code_in_back_ticks_and_parts_of_words_are_not_read() {
        let text = "`is none` is wrong\nthis nonetheless is nonexistent\nclauses like `What` and `are none`\n";
        assert!(lines(text).is_empty());
    }

    #[test]
    fn a_document_may_quote_what_it_warns_of() {
        assert!(faults("not \"the key is none\"\n", true).is_empty());
    }
}
