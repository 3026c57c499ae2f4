//! Declarations under every lint: whatever the attributes add has to pass as well.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, io};

use super::compiler::{Compiler, Message};
use super::facts;

/// Compiles, prints each warning, and fails where there is one.
pub(crate) fn run() -> io::Result<()> {
    let compiler = Compiler::new()?;
    let lints = allowed_by_default(&crate::printed(Command::new("rustc").args(["-W", "help"]))?);
    let mut found = BTreeMap::<String, (usize, Message)>::new();
    let sources = crates()?;
    for source in &sources {
        for (program, groups) in [("rustc", &[][..]), ("clippy-driver", &GROUPS[..])] {
            let mut command = compiler.command(program, source);
            command.args(["--crate-type", "lib", "--emit", "metadata"]);
            for lint in lints.iter().map(String::as_str).chain(["warnings"]).chain(groups.iter().copied()) {
                command.args(["-W", lint]);
            }
            for (lint, _) in UNASKED {
                command.args(["-A", lint]);
            }
            let compiled = compiler.compile(&mut command)?;
            if let Some(breakdown) = compiled.breakdown() {
                return Err(io::Error::other(breakdown));
            }
            if let Some(error) = compiled.errors().next() {
                return Err(io::Error::other(format!("does not compile; is it in SUPPORT?\n{}", error.rendered)));
            }
            for message in compiled.messages {
                let name = format!("{}: {}", message.code, message.text);
                found.entry(name).or_insert((0, message)).0 += 1;
            }
        }
    }
    for (count, message) in found.values() {
        let macro_name = message.place.as_ref().map_or("", |place| place.expanded_from.as_str());
        let line = message.place.as_ref().map_or(0, |place| place.line);
        println!("{count} times, first at line {line} {macro_name}\n{}", message.rendered);
    }
    println!("{} lints of rustc and {} of clippy, {} files", lints.len(), GROUPS.join(", "), sources.len());
    if found.is_empty() { Ok(()) } else { Err(io::Error::other(format!("{} different warnings", found.len()))) }
}

/// The crates to compile: the declarations that are written to be clean; those of the golden files, which are given what they
/// take for granted; and some of the facts.
fn crates() -> io::Result<Vec<PathBuf>> {
    let top = crate::top()?;
    let folder = super::folder()?.join("lints");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut crates = vec![top.join("tests/ui/src/clean.rs")];
    let mut declarations = Vec::new();
    for entry in fs::read_dir(top.join("wxpay-macros/golden"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // A mistake is not to be clean.
        if !name.ends_with(".expanded") && name != "mistakes" {
            let support = SUPPORT.iter().find(|(of, _)| *of == name).map_or("", |(_, support)| support);
            declarations.push((name, format!("use wxpay::prelude::*;\n{}", fs::read_to_string(&path)?), support));
        }
    }
    for (number, operation) in facts::operations(&[])?.iter().enumerate().step_by(20) {
        declarations.push((format!("o{number}"), facts::declaration(operation), ""));
    }
    for (name, declaration, support) in declarations {
        let allowed = "#[allow(unused_imports, clippy::wildcard_imports, reason = \"what it needs depends\")]";
        let text = format!(
            "{allowed}\nuse crate::support::*;\n{}",
            declaration.replacen("use", &format!("{allowed}\nuse"), 1)
        );
        // An inner comment stands first, or nowhere.
        let text = text.lines().filter(|line| !line.starts_with("//!")).collect::<Vec<_>>().join("\n");
        fs::write(folder.join(format!("{name}_declared.rs")), text)?;
        let root = format!(
            "//! Declarations.\n#![allow(missing_docs, missing_debug_implementations)]\n\
             #[allow(warnings, clippy::all, clippy::pedantic, clippy::nursery)]\nmod support {{\n    use super::{name}_declared::*;\n    use wxpay::prelude::*;\n{support}\n}}\n\
             pub mod {name}_declared;\n"
        );
        let root_file = folder.join(format!("{name}.rs"));
        fs::write(&root_file, root)?;
        crates.push(root_file);
    }
    crates.sort();
    Ok(crates)
}

/// The lints that rustc's own list calls allowed.
fn allowed_by_default(help: &str) -> Vec<String> {
    let lint = |line: &str| match line.split_whitespace().collect::<Vec<_>>()[..] {
        [name, "allow", ..] => Some(name.to_owned()),
        _ => None,
    };
    help.lines().filter_map(lint).collect()
}

const GROUPS: [&str; 3] = ["clippy::all", "clippy::pedantic", "clippy::nursery"];

/// Lints that say nothing about generated code.
const UNASKED: [(&str, &str); 5] = [
    ("unknown_lints", "rustc lists what only a nightly compiler knows"),
    ("unstable_features", "about the crate"),
    ("unused_crate_dependencies", "about the crate"),
    ("missing_docs", "about the author, and asked of the files that have docs"),
    ("missing_debug_implementations", "the same"),
];

/// What golden files take for granted, by their names.
const SUPPORT: [(&str, &str); 4] = [
    (
        "checked",
        "pub mod rules { pub fn one_number(_: &super::Query) -> Result<(), wxpay::validate::Violation> { Ok(()) } }\n\
         impl Receiver { pub(crate) fn name_of_a_merchant(&self) -> Result<(), wxpay::validate::Violation> { Ok(()) } }",
    ),
    (
        "get",
        "#[wxpay_object]\n#[derive(Debug, Clone)]\npub struct Contract { pub name: String }\n#[wxpay_enum]\npub enum State { Open }",
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
