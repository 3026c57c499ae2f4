//! The documents of the repository: every path, link and function that they name exists.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::root;

#[test]
fn every_path_in_back_ticks_exists() {
    let (mut looked_at, mut missing) = (0, Vec::new());
    for document in documents() {
        for (number, line) in document.numbered() {
            for path in codes(line).filter(|code| document.is_path(code) && !code.contains(TO_BE_WRITTEN)) {
                looked_at += 1;
                if !document.bases().iter().any(|base| base.join(path).exists()) {
                    missing.push(document.said(number, path));
                }
            }
        }
    }
    assert!(looked_at > 100, "{looked_at} paths were found");
    assert!(missing.is_empty(), "no such file or folder: {missing:#?}");
}

#[test]
fn every_relative_link_leads_somewhere() {
    let (mut looked_at, mut broken) = (0, Vec::new());
    for document in documents() {
        for (number, line) in document.numbered() {
            for link in links(line) {
                looked_at += 1;
                if !document.leads_somewhere(&link) {
                    broken.push(document.said(number, &link));
                }
            }
        }
    }
    assert!(looked_at > 10, "{looked_at} links were found");
    assert!(broken.is_empty(), "no such file or heading: {broken:#?}");
}

#[test]
fn the_readme_is_read_in_one_go() {
    let lines = fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!(lines <= 150, "README.md has {lines} lines; the guide and docs have room for more");
}

/// In a table with the columns `function` and `file`, each name in the first is defined in a file of the second.
#[test]
fn every_function_in_a_table_is_in_its_file() {
    let (mut looked_at, mut missing) = (0, Vec::new());
    for document in documents() {
        for Row { number, names, files } in document.rows() {
            let sources: String = files.iter().filter_map(|file| fs::read_to_string(root().join(file)).ok()).collect();
            looked_at += names.len();
            missing
                .extend(names.iter().filter(|name| !defines(&sources, name)).map(|name| document.said(number, name)));
        }
    }
    assert!(looked_at > 50, "{looked_at} names were found");
    assert!(missing.is_empty(), "not defined in the file beside it: {missing:#?}");
}

/// A document, without what stands in its fenced blocks.
struct Document {
    /// Its path from the root of the repository.
    path: PathBuf,
    lines: Vec<String>,
}

/// A row of a table of functions.
struct Row<'a> {
    number: usize,
    names: Vec<&'a str>,
    files: Vec<&'a str>,
}

/// The documents, without the changelog, which names things that are gone.
fn documents() -> Vec<Document> {
    let documents = FOLDERS.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let paths = documents.map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.extension() == Some(OsStr::new("md")) && !path.ends_with("CHANGELOG.md"));
    let mut documents: Vec<_> = paths.map(|path| Document::read(&path)).collect();
    documents.sort_by(|one, other| one.path.cmp(&other.path));
    documents
}

impl Document {
    fn read(path: &Path) -> Self {
        let (mut lines, mut is_fenced) = (Vec::new(), false);
        for line in fs::read_to_string(path).unwrap().lines() {
            let is_fence = line.trim_start().starts_with("```");
            lines.push(if is_fence || is_fenced { String::new() } else { line.to_owned() });
            is_fenced ^= is_fence;
        }
        Self { path: path.strip_prefix(root()).unwrap().to_owned(), lines }
    }

    /// Its lines with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().enumerate().map(|(index, line)| (index + 1, line.as_str()))
    }

    fn said(&self, number: usize, what: &str) -> String {
        format!("{}:{number}: {what}", self.path.display())
    }

    fn folder(&self) -> PathBuf {
        root().join(self.path.parent().unwrap())
    }

    /// The folders from which it may name a path.
    fn bases(&self) -> [PathBuf; 2] {
        [root().to_owned(), self.folder()]
    }

    /// Tells whether a text is the path of a file or a folder: it has several parts, and the first one exists.
    fn is_path(&self, text: &str) -> bool {
        let Some((first, _)) = text.split_once('/') else { return false };
        let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./".contains(&byte));
        is_plain && !matches!(first, "" | "target") && self.bases().iter().any(|base| base.join(first).exists())
    }

    fn leads_somewhere(&self, link: &str) -> bool {
        let (file, heading) = link.split_once('#').unwrap_or((link, ""));
        let target = if file.is_empty() { root().join(&self.path) } else { self.folder().join(file) };
        target.exists() && (heading.is_empty() || Self::read(&target).has_heading(heading))
    }

    fn has_heading(&self, anchor: &str) -> bool {
        self.lines
            .iter()
            .filter(|line| line.starts_with('#'))
            .any(|line| slug(line.trim_start_matches('#').trim()) == anchor)
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let (mut rows, mut table) = (Vec::new(), None);
        for (number, line) in self.numbered() {
            let Some(row) = line.strip_prefix('|') else {
                table = None;
                continue;
            };
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            let column = |name: &str| cells.iter().position(|cell| *cell == name);
            let columns = *table.get_or_insert_with(|| column("function").zip(column("file")));
            let cell = |column: usize| cells.get(column).map_or(Vec::new(), |cell| codes(cell).collect());
            rows.extend(columns.map(|(names, files)| Row { number, names: cell(names), files: cell(files) }));
        }
        rows
    }
}

/// The texts in back-ticks.
fn codes(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The targets of relative links.
pub(super) fn links(line: &str) -> Vec<String> {
    let text: String = line.split('`').step_by(2).collect();
    let targets = text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    targets.filter(|target| !target.contains(':')).map(str::to_owned).collect()
}

/// A heading as the anchor of a link names it.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter.to_ascii_lowercase() }).collect()
}

/// Tells whether an item of that name is defined in `source`; `Owner::name`, in a block of its owner.
fn defines(source: &str, name: &str) -> bool {
    let Some((owner, name)) = name.rsplit_once("::") else { return has_item(source, name) };
    blocks(source).any(|(head, body)| owner_of(head) == owner && has_item(body, name))
}

/// The blocks that begin at the margin, each with its first line.
fn blocks(source: &str) -> impl Iterator<Item = (&str, &str)> {
    source.split("\n}").filter_map(|block| {
        let at = block.rfind("\nimpl").max(block.rfind("\ntrait ")).max(block.rfind("\npub trait "))?;
        block.get(at + 1..)?.split_once('\n')
    })
}

/// The type of an `impl`, or the name of a trait: `Object` in `impl<'a> Read for Object<'a> {`.
fn owner_of(head: &str) -> &str {
    let without_parameters = head.split_once("> ").filter(|_| head.starts_with("impl<")).map_or(head, |(_, rest)| rest);
    let named = without_parameters.rsplit_once(" for ").map_or(without_parameters, |(_, named)| named);
    let named = ["pub ", "impl ", "trait "].iter().fold(named, |named, word| named.strip_prefix(word).unwrap_or(named));
    named.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

fn has_item(source: &str, name: &str) -> bool {
    KEYWORDS.iter().any(|keyword| {
        let definition = format!("{keyword} {name}");
        let is_longer = |rest: &str| rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        source
            .match_indices(&definition)
            .any(|(at, _)| source.get(at + definition.len()..).is_none_or(|rest| !is_longer(rest)))
    })
}

#[test]
fn a_function_with_an_owner_is_looked_for_in_the_blocks_of_the_owner() {
    let source = "use a;\n\nimpl One {\n    fn read() {}\n}\n\nimpl<'a> Of<'a> for Two<'a> {\n    fn open() {}\n}\n\n\
                  pub trait Three: Sized {\n    fn close();\n}\n\nfn free() {}\n";
    for right in ["One::read", "Two::open", "Three::close", "read", "free"] {
        assert!(defines(source, right), "{right}");
    }
    for wrong in ["Two::read", "One::open", "Of::open", "One::free", "Three::open", "One::rea", "closed"] {
        assert!(!defines(source, wrong), "{wrong}");
    }
}

/// The family of the worked example of CONTRIBUTING, which its reader writes.
const TO_BE_WRITTEN: &str = "smart_guide";
const FOLDERS: [&str; 5] = ["", "docs", "tests", "wxpay-cli", "wxpay-sandbox"];
const KEYWORDS: [&str; 6] = ["const", "enum", "fn", "struct", "trait", "type"];
