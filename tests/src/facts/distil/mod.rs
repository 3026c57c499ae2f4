//! Distils a folder of facts and vectors, as others transcribed them, into the files of `tests/facts`.

mod events;
mod members;
mod operations;
mod sources;
mod vectors;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

use super::operation::{Operation, Undescribed};
use super::outline::write;
use super::{EVENTS, OPERATIONS, SAMPLES, UNDESCRIBED, VECTORS, request_lines, without_names};

pub use members::{LONGEST_WORD, LONGEST_WORDS, is_word};

/// Every file by its path in `tests/facts`.
///
/// # Errors
/// A file of the folder cannot be read.
///
/// # Panics
/// A file is not as its README says.
pub fn distil(folder: &Path) -> io::Result<BTreeMap<PathBuf, String>> {
    let facts = folder.join("facts");
    let at = |name: &str| Ok::<_, io::Error>(json(&fs::read_to_string(facts.join(name))?));
    let mut sources = sources::read(&lines_of(&fs::read_to_string(facts.join("peers.jsonl"))?));
    let mut families = BTreeMap::<String, Vec<Operation>>::new();
    for (_, text) in texts(&facts.join("endpoints"))? {
        for fact in lines_of(&text) {
            let mut operation = Operation::read(&fact);
            if let Some((_, page, said)) = sources.get(&without_names(&operation.endpoint)) {
                (operation.page, operation.sources) = (page.clone(), Some(said.clone()));
            }
            families.entry(operation.family.clone()).or_default().push(operation);
        }
    }
    for operation in families.values().flatten() {
        sources.remove(&without_names(&operation.endpoint));
    }
    let undescribed: Vec<_> = sources
        .into_values()
        .map(|(endpoint, page, sources)| Undescribed { endpoint, page, sources }.to_line())
        .collect();

    let mut files = BTreeMap::new();
    for (family, mut operations) in families {
        operations.sort_by(|one, other| place(&one.endpoint).cmp(&place(&other.endpoint)));
        let lines: Vec<_> = operations.iter().map(Operation::to_line).collect();
        let read: Vec<_> = lines.iter().map(|line| Operation::of_line(line, &family)).collect();
        assert!(read == operations, "{family}: the operations differ once they are written and read");
        files.insert(Path::new(OPERATIONS).join(family + ".txt"), write(&lines));
    }
    files.insert(UNDESCRIBED.into(), write(&undescribed));
    files.insert(EVENTS.into(), write(&events::read(&at("notification-resources.json")?, &at("notifications.json")?)));
    for (name, text) in texts(&facts.join("notification-samples"))? {
        let text = text.trim_start_matches('\u{feff}').to_owned();
        files.insert(Path::new(SAMPLES).join(name.replace("Resource", "")), text);
    }
    for (name, text) in texts(&folder.join("vectors"))?.into_iter().filter(|(name, _)| name.ends_with(".json")) {
        files.insert(Path::new(VECTORS).join(name + "l"), vectors::distil(&json(&text)));
    }
    Ok(files)
}

/// Rebuilds the data: the files of `tests/facts`, and the request lines that the sandbox and the command line have.
///
/// # Errors
/// A file cannot be read or written.
pub fn renew(folder: &Path) -> io::Result<()> {
    let (into, files) = (super::folder(), distil(folder)?);
    for inside in [OPERATIONS, SAMPLES, VECTORS] {
        let inside = into.join(inside);
        if inside.exists() {
            fs::remove_dir_all(&inside)?;
        }
        fs::create_dir_all(inside)?;
    }
    for (file, text) in files {
        fs::write(into.join(file), text)?;
    }
    fs::write(request_lines::file(), request_lines::list(&super::operations(), &super::undescribed()))
}

/// Sort key of an operation: its path, then its method.
fn place(endpoint: &str) -> (&str, &str) {
    let (method, path) = endpoint.split_once(' ').expect("method and path");
    (path, method)
}

/// The text files of a folder, by name.
fn texts(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        texts.insert(name, fs::read_to_string(path)?);
    }
    Ok(texts)
}

fn lines_of(text: &str) -> Vec<Value> {
    text.lines().filter(|line| !line.trim().is_empty()).map(json).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the facts are JSON")
}

fn text<'a>(object: &'a Value, member: &str) -> &'a str {
    object[member].as_str().unwrap_or_else(|| panic!("`{member}` of {object}"))
}
