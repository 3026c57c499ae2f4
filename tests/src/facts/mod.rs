//! Facts about WeChat Pay's endpoints and notifications that others have written down, from `tests/facts`; `FACTS.md` there
//! explains where they come from and how to read them.

pub mod distil;
mod operation;
mod outline;
pub mod request_lines;
mod sources;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub use operation::{Class, Member, Operation, Undescribed};
pub use sources::{Said, Source, Sources, having};

/// The folder with the committed data.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("facts")
}

/// Every described operation, by product.
///
/// # Panics
/// The data cannot be read.
#[must_use]
pub fn operations() -> Vec<Operation> {
    let family = |(name, text): (String, String)| {
        let family = name.strip_suffix(".txt").expect("a family is a .txt").to_owned();
        outline::read(&text).into_iter().map(move |line| Operation::of_line(&line, &family))
    };
    files(OPERATIONS).into_iter().flat_map(family).collect()
}

/// The operations that the sources name and the facts do not describe.
///
/// # Panics
/// The data cannot be read.
#[must_use]
pub fn undescribed() -> Vec<Undescribed> {
    outline::read(&text(UNDESCRIBED)).iter().map(Undescribed::of_line).collect()
}

/// The members of the decrypted resource of each event type.
///
/// # Panics
/// The data cannot be read.
#[must_use]
pub fn events() -> BTreeMap<String, Vec<Member>> {
    let event = |line: outline::Line| (line.text, operation::members(&line.beneath));
    outline::read(&text(EVENTS)).into_iter().map(event).collect()
}

/// Decrypted resources from the tests of other SDKs, by name.
///
/// # Panics
/// The data cannot be read.
#[must_use]
pub fn samples() -> Vec<(String, String)> {
    let named = |(name, text): (String, String)| (name.trim_end_matches(".json").to_owned(), text);
    files(SAMPLES).into_iter().map(named).collect()
}

/// A file of vectors, by its name in `facts/vectors` without the extension.
///
/// # Panics
/// The file does not exist.
#[must_use]
pub fn vectors(name: &str) -> String {
    text(&format!("{VECTORS}/{name}.jsonl"))
}

/// Reads a file of facts and writes it again; `None` if the file does not have this form.
#[must_use]
pub fn written_again(file: &Path, text: &str) -> Option<String> {
    let lines = || outline::read(text);
    let lines: Vec<_> = match file.to_str()? {
        UNDESCRIBED => lines().iter().map(|line| Undescribed::of_line(line).to_line()).collect(),
        EVENTS => {
            let event = |line: outline::Line| {
                outline::Line::new(line.text, operation::lines(&operation::members(&line.beneath)))
            };
            lines().into_iter().map(event).collect()
        }
        file if file.starts_with(OPERATIONS) => {
            lines().iter().map(|line| Operation::of_line(line, "").to_line()).collect()
        }
        _ => return None,
    };
    Some(outline::write(&lines))
}

/// The request line without the names of its holes, which differ among the sources.
#[must_use]
pub fn without_names(endpoint: &str) -> String {
    let segments = endpoint.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// The files of a folder by name.
fn files(inside: &str) -> Vec<(String, String)> {
    let folder = folder().join(inside);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = entries.map(|entry| entry.expect("an entry of a folder").file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().expect("a name in UTF-8")).collect();
    names.sort();
    let file = |name: String| {
        let text = text(&format!("{inside}/{name}"));
        (name, text)
    };
    names.into_iter().map(file).collect()
}

fn text(name: &str) -> String {
    let file = folder().join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

const OPERATIONS: &str = "operations";
const UNDESCRIBED: &str = "undescribed.txt";
const EVENTS: &str = "events.txt";
const SAMPLES: &str = "samples";
const VECTORS: &str = "vectors";
