//! Declarations under every lint: the code that the attributes add has to pass, too.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, io};

use super::compiler::{Compiler, Message};
use super::facts;

/// Compiles, prints each warning, and fails if there is one.
pub(crate) fn run() -> io::Result<()> {
    let compiler = Compiler::new()?;
    let mut lints = allowed_by_default(&crate::printed(Command::new("rustc").args(["-W", "help"]))?);
    lints.retain(|lint| !UNASKED.iter().any(|(unasked, _)| lint.replace('-', "_") == *unasked));
    let mut found = BTreeMap::<String, (usize, Message)>::new();
    let source = source()?;
    for (program, groups) in [("rustc", &[][..]), ("clippy-driver", &GROUPS[..])] {
        let mut command = compiler.command(program, &source);
        command.args(["--crate-type", "lib", "--emit", "metadata"]);
        for (lint, _) in UNASKED {
            command.args(["-A", lint]);
        }
        for lint in lints.iter().map(String::as_str).chain(["warnings"]).chain(groups.iter().copied()) {
            command.args(["-W", lint]);
        }
        let compiled = compiler.compile(&mut command)?;
        if let Some(breakdown) = compiled.breakdown() {
            return Err(io::Error::other(breakdown));
        }
        for message in compiled.messages {
            let name = format!("{} {}: {}", message.level, message.code, message.text);
            found.entry(name).or_insert((0, message)).0 += 1;
        }
    }
    for (count, message) in found.values() {
        let by = message.place.as_ref().map_or("", |place| place.expanded_from.as_str());
        println!("{count} times, {}\n{}", if by.is_empty() { "on the author's tokens" } else { by }, message.rendered);
    }
    println!("{} lints of rustc, and {} of clippy", lints.len(), GROUPS.join(", "));
    if found.is_empty() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{} different errors and warnings", found.len())))
    }
}

/// Writes the crate to compile: the declarations that have to be clean, those of the golden files with the items that they need,
/// and some of the facts.
fn source() -> io::Result<PathBuf> {
    let top = crate::top()?;
    let folder = super::folder()?.join("lints");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut declarations = Vec::new();
    for entry in fs::read_dir(top.join("wxpay-macros/golden"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // `mistakes` is not meant to be clean.
        if !name.ends_with(".expanded") && name != "mistakes" {
            declarations.push((name, fs::read_to_string(&path)?));
        }
    }
    for (number, operation) in facts::operations(&[])?.iter().enumerate().step_by(20) {
        declarations.push((format!("o{number}"), facts::declaration(operation)));
    }
    let clean = top.join("tests/ui/src/clean.rs");
    let mut root = format!("{ROOT}#[path = {clean:?}]\npub mod clean;\n");
    for (name, declaration) in declarations {
        let support = SUPPORT.iter().find(|(of, _)| *of == name).map_or("", |(_, support)| support);
        // The imports are written once, and an inner comment would have to come first.
        let own = declaration
            .lines()
            .filter(|line| !line.starts_with("//!") && !line.starts_with("use "))
            .collect::<Vec<_>>()
            .join("\n");
        fs::write(folder.join(format!("{name}.rs")), IMPORTS.replace("NAME", &name) + &own)?;
        root.push_str(&SUPPORTED.replace("NAME", &name).replace("SUPPORT", support));
    }
    let declared = folder.join("declared.rs");
    fs::write(&declared, root)?;
    Ok(declared)
}

/// Names of the lints that rustc's list calls `allow`.
fn allowed_by_default(help: &str) -> Vec<String> {
    let lint = |line: &str| match line.split_whitespace().collect::<Vec<_>>()[..] {
        [name, "allow", ..] => Some(name.to_owned()),
        _ => None,
    };
    help.lines().filter_map(lint).collect()
}

const GROUPS: [&str; 3] = ["clippy::all", "clippy::pedantic", "clippy::nursery"];

/// Lints that do not concern generated code.
const UNASKED: [(&str, &str); 7] = [
    ("unknown_lints", "rustc's list includes lints of the nightly compiler"),
    ("unstable_features", "about the crate"),
    ("unused_crate_dependencies", "about the crate"),
    ("dead_code", "about the author, who declares more than is used here"),
    ("missing_copy_implementations", "about the author"),
    ("missing_docs", "about the author; the files with docs are checked elsewhere"),
    ("missing_debug_implementations", "the same"),
];

/// Start of the crate root.
const ROOT: &str = "//! Declarations.\n#![allow(missing_docs, missing_debug_implementations)]\n\
    #[allow(unused_imports)]\nuse ::wxpay as pay;\n";

/// A module of a declaration, and a module with the items that it needs.
const SUPPORTED: &str = "pub mod NAME;\n#[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]\n\
    mod support_NAME {\nuse super::NAME::*;\nuse wxpay::prelude::*;\nSUPPORT\n}\n";

/// Start of that module.
const IMPORTS: &str = "#[allow(unused_imports, clippy::wildcard_imports, reason = \"not everything is needed\")]\n\
    use {crate::support_NAME::*, wxpay::prelude::*};\n";

/// Items that golden files need, by file name.
const SUPPORT: [(&str, &str); 5] = [
    (
        "checked",
        "pub mod rules { pub fn one_number(_: &super::Query) -> Result<(), wxpay::validate::Violation> { Ok(()) }\n\
         pub fn ascending(_: &[wxpay::prelude::Fen]) -> Result<(), String> { Ok(()) } }\n\
         #[wxpay_object]\npub struct Shop { pub city: String }\n\
         impl Receiver { pub(crate) fn name_of_a_merchant(&self) -> Result<(), wxpay::validate::Violation> { Ok(()) }\n\
         pub(crate) fn are_of_one_city(_: &[Shop]) -> Result<(), String> { Ok(()) } }\n\
         pub type Maybe = Option<String>;\n\
         pub fn even(_: u32) -> Result<(), String> { Ok(()) }\n\
         pub fn whole_yuan(_: Fen) -> Result<(), String> { Ok(()) }",
    ),
    (
        "get",
        "#[wxpay_object]\n#[derive(Debug, Clone)]\npub struct Contract { pub name: String }\n#[wxpay_enum]\npub enum State { Open }",
    ),
    (
        "pages",
        "#[wxpay_object]\n#[derive(Debug, Clone)]\npub struct Orders { pub data: Vec<String>, pub total_count: i64 }",
    ),
    ("post_with_every_rule", "pub mod names { pub fn is_masked(_: &str) -> Result<(), String> { Ok(()) } }"),
    ("renamed_crate", "pub mod payments { pub use ::wxpay as wechat; }"),
];

#[cfg(test)]
mod tests {
    use super::allowed_by_default;

    #[test]
    fn lints_are_read_from_the_compilers_list() {
        let help = "   name  default  meaning\n   ----  -------  -------\n   unit-bindings  allow    a binding\n   unused  warn  x\n";
        assert_eq!(allowed_by_default(help), ["unit-bindings"]);
    }
}
