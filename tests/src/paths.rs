//! The request lines of WeChat Pay, distilled from the facts: `wxpay-sandbox/src/paths/documented.txt` is what
//! `cargo run -p wxpay-tests --bin paths -- FACTS` prints.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde_json::Value;

/// Every operation of the folder with facts, a line each: method, path, and the official page where one is known.
///
/// # Errors
/// A file of the facts cannot be read.
///
/// # Panics
/// A line of the facts is not as their README says.
pub fn distil(facts: &Path) -> io::Result<String> {
    let mut lines = BTreeMap::new();
    for entry in fs::read_dir(facts.join("endpoints"))? {
        for operation in operations(&entry?.path())? {
            let (method, path) = (text(&operation, "method"), text(&operation, "path"));
            lines.insert(blank(method, path), (path.to_owned(), method.to_owned(), None));
        }
    }
    for operation in operations(&facts.join("peers.jsonl"))? {
        let (method, _) = text(&operation, "op").split_once(' ').expect("method and path");
        let path = text(&operation, "path");
        let page = page(&operation["docs"]);
        match lines.get_mut(&blank(method, path)) {
            Some((_, _, known)) => *known = page,
            None if is_believed(&operation["peers"]) => {
                lines.insert(blank(method, path), (path.to_owned(), method.to_owned(), page));
            }
            None => {}
        }
    }
    let mut lines: Vec<_> = lines.into_values().collect();
    lines.sort();
    let line = |(path, method, page): (String, String, Option<String>)| match page {
        Some(page) => format!("{method} {path} {page}\n"),
        None => format!("{method} {path}\n"),
    };
    Ok(lines.into_iter().map(line).collect())
}

fn operations(file: &Path) -> io::Result<Vec<Value>> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.map(|line| serde_json::from_str(line).expect("a line of JSON")).collect())
}

fn text<'a>(operation: &'a Value, member: &str) -> &'a str {
    operation[member].as_str().unwrap_or_else(|| panic!("`{member}` of {operation}"))
}

/// The request line without the names of its holes, which the sources give otherwise.
fn blank(method: &str, path: &str) -> String {
    let segments = path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
    format!("{method} {}", segments.collect::<Vec<_>>().join("/"))
}

/// Tells whether more than an unofficial SDK knows it, which has paths that were never documented.
fn is_believed(peers: &Value) -> bool {
    peers.as_object().is_some_and(|peers| peers.keys().any(|peer| peer != "skit"))
}

/// The official page: a merchant's rather than a service provider's, and either rather than an older one.
fn page(pages: &Value) -> Option<String> {
    let pages: Vec<_> = pages.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let of = |place: &&str| pages.iter().find(|page| page.starts_with(*place)).copied();
    PLACES.iter().find_map(of).map(str::to_owned)
}

const PLACES: [&str; 3] = [
    "https://pay.weixin.qq.com/doc/v3/merchant/",
    "https://pay.weixin.qq.com/doc/v3/partner/",
    "https://pay.weixin.qq.com/",
];
