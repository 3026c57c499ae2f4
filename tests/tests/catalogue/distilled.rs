//! Checks the committed facts: the command writes the same files, they contain no prose, and they still match their sources if
//! `WXPAY_FACTS` names them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wxpay_tests::facts::distil::{self, LONGEST_WORD, LONGEST_WORDS, is_word};
use wxpay_tests::facts::{self, folder, operations};
use wxpay_tests::report;

#[test]
fn reading_and_writing_changes_nothing() {
    for (file, text) in committed() {
        if let Some(written) = facts::written_again(&file, &text) {
            assert!(
                written == text,
                "{}: differs from what `cargo run -p wxpay-tests --bin facts` writes",
                file.display()
            );
        }
    }
}

#[test]
fn no_prose_stands_in_the_facts() {
    let mut words = 0;
    for (file, text) in committed() {
        // Vectors and samples stay as they are published.
        if file.starts_with("vectors") || file.starts_with("samples") || file.ends_with("FACTS.md") {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            words += 1;
            let (told, example) = line.split_once(" = ").unwrap_or((line, ""));
            let longest = if is_word(example) { LONGEST_WORD } else { LONGEST_WORDS };
            let place = format!("{}:{}", file.display(), index + 1);
            assert!(example.chars().count() <= longest, "{place}: `{example}` is a sentence rather than a value");
            for word in told.split([' ', ',', '=']) {
                let letters = word.chars().filter(|letter| !letter.is_ascii()).count();
                let blanks = word.matches("%20").count();
                assert!(letters <= LONGEST_WORDS && blanks <= 2, "{place}: `{word}` is a sentence rather than a word");
            }
        }
    }
    assert!(words > 20_000, "{words} lines were read");
}

#[test]
fn the_facts_are_what_their_sources_give() {
    let Some(sources) = std::env::var_os("WXPAY_FACTS").filter(|name| !name.is_empty()) else {
        // The sources of the data are not in the repository.
        report("facts: not compared, since WXPAY_FACTS does not name their sources");
        return;
    };
    let distilled = distil::distil(Path::new(&sources)).unwrap();
    let committed: BTreeMap<_, _> = committed().into_iter().filter(|(file, _)| !file.ends_with("FACTS.md")).collect();
    let differs = |file: &&PathBuf| distilled.get(*file) != committed.get(*file);
    let different: Vec<_> = distilled.keys().chain(committed.keys()).filter(differs).collect();
    report(&format!("facts: {} files compared with their sources", distilled.len()));
    assert!(different.is_empty(), "`cargo run -p wxpay-tests --bin facts` writes other files: {different:?}");
}

#[test]
fn every_operation_has_its_members_and_most_have_their_page() {
    let operations = operations();
    let members: usize = operations.iter().map(facts::Operation::members).sum();
    let pages = operations.iter().filter(|one| one.page.is_some()).count();
    report(&format!("facts: {} operations, {members} members, {pages} pages", operations.len()));
    assert!(members > 21_000 && pages > 900, "{members} members, {pages} pages");
}

/// Every committed file by its path in the folder of facts.
fn committed() -> Vec<(PathBuf, String)> {
    let folder = folder();
    let mut files = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let text = fs::read_to_string(&path).unwrap();
                    files.push((path.strip_prefix(&folder).unwrap().to_owned(), text));
                }
            }
        }
    }
    files
}
