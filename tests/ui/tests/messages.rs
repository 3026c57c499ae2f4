//! Every error message of the macros is in some case's `.stderr`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use wxpay_ui_tests::{cases, root};

#[test]
fn every_message_is_hit_by_a_case() {
    let printed: Vec<String> =
        cases().expect("every case has its stderr").into_iter().map(|case| case.stderr).collect();
    let messages = messages();
    assert!(messages.len() > 50, "found only {} messages: are they written in another way now?", messages.len());
    let is_printed = |message: &&Message| printed.iter().flat_map(|text| text.lines()).any(|line| message.is_in(line));
    let unhit: Vec<String> = messages.iter().filter(|message| !is_printed(message)).map(Message::to_string).collect();
    println!("{} messages", messages.len());
    assert!(unhit.is_empty(), "no case for:\n{}", unhit.join("\n"));
}

/// A message's constant parts, in order.
struct Message {
    file: String,
    parts: Vec<String>,
}

impl Message {
    fn plain(file: &Path, text: String) -> Self {
        Self { file: file.display().to_string(), parts: vec![text] }
    }

    /// Cuts a format string at its placeholders.
    fn format(file: &Path, text: &str) -> Self {
        let (mut parts, mut rest) = (Vec::new(), text.replace("{{", "\u{1}").replace("}}", "\u{2}"));
        while let Some((before, behind)) = rest.split_once('{') {
            let (_, tail) = behind.split_once('}').expect("a placeholder is closed");
            (parts, rest) = ([parts, vec![before.to_owned()]].concat(), tail.to_owned());
        }
        parts.push(rest);
        let parts = parts.iter().map(|part| part.replace('\u{1}', "{").replace('\u{2}', "}")).collect();
        Self { file: file.display().to_string(), parts }
    }

    fn is_in(&self, line: &str) -> bool {
        let cut = |rest: Option<&'_ str>, part: &String| -> Option<usize> {
            rest.and_then(|rest| rest.find(part.as_str()).map(|start| rest.len() - start - part.len()))
        };
        let left = self.parts.iter().try_fold(line.len(), |left, part| cut(line.get(line.len() - left..), part));
        left.is_some()
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.parts.join(".."))
    }
}

fn messages() -> Vec<Message> {
    let crates = root().join("../..");
    let mut files = sources(&crates.join("wxpay-macros/src"));
    let is_test = |file: &Path| file.ends_with("golden.rs") || file.parent().is_some_and(|at| at.ends_with("fuzz"));
    // A case cannot rename a dependency; `tests/mistakes` tests that message.
    let is_elsewhere = |file: &Path| file.ends_with("errors.rs") || file.ends_with("attribute/renamed.rs");
    files.retain(|file| !is_elsewhere(file) && !is_test(file));
    // Checks that the macros leave to the compiler: rules against kinds, and traits with messages of their own.
    let core = crates.join("wxpay-core/src");
    let left = |file: &PathBuf| {
        let source = fs::read_to_string(file).expect("a source is readable");
        source.contains("#[track_caller]") || source.contains("#[diagnostic::on_unimplemented")
    };
    files.extend(sources(&core.join("payload")).into_iter().filter(left));
    files.extend(sources(&core.join("endpoint")));
    let mut messages = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).expect("a source is readable");
        let tokens: TokenStream = source.parse().expect("a source is Rust");
        let name = file.strip_prefix(&crates).unwrap_or(&file);
        collect(name, tokens, &mut messages);
    }
    messages
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder is readable").map(|entry| entry.expect("an entry").path());
    let mut files = Vec::new();
    for path in entries {
        match path.is_dir() {
            true => files.extend(sources(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}

/// Looks for `.at(..)`, `.error(..)`, `Error::new(..)`, `Error::new_spanned(..)`, `assert!(..)` and
/// `on_unimplemented(..)`.
fn collect(file: &Path, tokens: TokenStream, messages: &mut Vec<Message>) {
    let mut before: Vec<String> = Vec::new();
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            let call = call(&before).filter(|_| group.delimiter() == Delimiter::Parenthesis);
            match call {
                Some(is_format) => {
                    let found = messages.len();
                    texts(file, group.stream(), is_format, messages);
                    assert!(messages.len() > found, "{}: a message that is written elsewhere: {group}", file.display());
                }
                None => collect(file, group.stream(), messages),
            }
        }
        before.push(token.to_string());
    }
}

/// Returns true for a call with a format, false for one with a plain message, and `None` for other tokens before a group.
fn call(before: &[String]) -> Option<bool> {
    let last: Vec<&str> = before.iter().rev().take(4).map(String::as_str).collect();
    match last.as_slice() {
        ["at" | "error", ".", ..] | ["new" | "new_spanned", ":", ":", "Error"] => Some(false),
        ["!", "assert", ..] | ["on_unimplemented", ..] => Some(true),
        _ => None,
    }
}

/// The string literals of a call; those inside `format!(..)` are formats.
fn texts(file: &Path, tokens: TokenStream, is_format: bool, messages: &mut Vec<Message>) {
    let mut before = String::new();
    for token in tokens {
        match &token {
            TokenTree::Group(group) => texts(file, group.stream(), is_format || before == "!", messages),
            TokenTree::Literal(literal) => {
                if let Some(text) = text(&literal.to_string()) {
                    messages.push(if is_format { Message::format(file, &text) } else { Message::plain(file, text) });
                }
            }
            _ => {}
        }
        before = token.to_string();
    }
}

fn text(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    Some(text.replace("\\\"", "\"").replace("\\\\", "\\"))
}
