//! Declarations of this repository: those with a mistake, those of the golden files, and some of the shipped ones.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::Delimiter;

use super::tree::{Tree, read};

/// The token trees of each declaration.
pub(super) fn declarations() -> Vec<Vec<Tree>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The published package has the golden files alone.
    let is_published = !package.join("../xtask").is_dir();
    let folders = FOLDERS.iter().filter(|(folder, _)| !is_published || !folder.starts_with(".."));
    let files = folders.flat_map(|(folder, step)| {
        let mut files = Vec::new();
        sources(&package.join(folder), &mut files);
        files.sort();
        files.into_iter().step_by(*step)
    });
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source is readable");
        // Some cases of mistakes are not valid Rust.
        collect(&read(&text).unwrap_or_default(), &mut found);
    }
    found
}

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder is readable") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        match path.is_dir() {
            true => sources(&path, files),
            false if name.ends_with(".rs") && !name.ends_with(".expanded.rs") => files.push(path),
            false => {}
        }
    }
}

/// Collects items with an attribute of ours, from the first attribute before it to the end of the item.
fn collect(trees: &[Tree], found: &mut Vec<Vec<Tree>>) {
    let mut start = 0;
    let mut ours = false;
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            Tree::Group(Delimiter::Bracket, inside) if is_ours(inside) => ours = true,
            Tree::Group(Delimiter::Brace, inside) => {
                if ours {
                    found.push(trees.get(start..=index).unwrap_or_default().to_vec());
                } else {
                    collect(inside, found);
                }
                (start, ours) = (index + 1, false);
            }
            Tree::Leaf(leaf) if leaf.to_string() == ";" => (start, ours) = (index + 1, false),
            _ => {}
        }
    }
}

fn is_ours(attribute: &[Tree]) -> bool {
    let Some(Tree::Leaf(name)) = attribute.first() else { return false };
    ["wxpay_endpoint", "wxpay_object", "wxpay_enum"].contains(&name.to_string().as_str())
}

/// The folders, and the step from file to file: the shipped declarations are similar.
const FOLDERS: [(&str, usize); 3] = [("../tests/ui", 1), ("golden", 1), ("../wxpay/src", 10)];
