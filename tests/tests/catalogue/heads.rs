//! Checks the head of each product's module: it begins with a call, which runs as a doctest, and rustdoc's search finds it by its
//! Chinese name. The search also finds the guide's pages.

use std::fs;
use std::path::Path;

use wxpay::catalogue;

/// Modules whose example is compiled but not run, each with the reason.
const NOT_RUN: &[(&str, &str)] = &[
    ("bill", "a bill exists from the next day on, and is written to a file"),
    ("media", "the picture is a file of the reader's"),
    ("payscore", "between the two calls the user returns an umbrella"),
];

#[test]
fn every_products_module_begins_with_a_call_that_runs() {
    let mut modules: Vec<_> = catalogue().iter().map(|shipped| shipped.module).collect();
    modules.dedup();
    let wrong: Vec<_> = modules.iter().filter_map(|module| Some((module, problem(module)?))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let gone: Vec<_> = NOT_RUN.iter().filter(|(module, _)| !modules.contains(module)).collect();
    assert!(gone.is_empty(), "NOT_RUN names unknown modules: {gone:?}");
}

fn problem(module: &str) -> Option<&'static str> {
    let head = head(module);
    let fence = head.iter().find(|line| line.starts_with("```"));
    let not_run = NOT_RUN.iter().any(|(known, _)| *known == module);
    match fence.map(String::as_str) {
        None => return Some("expected an example, found none"),
        Some("```") if not_run => return Some("its example runs: take it off the list"),
        Some("```no_run") if not_run => {}
        Some("```") => {}
        Some(_) => return Some("expected an example that runs, found one that does not"),
    }
    let code: Vec<_> = head.iter().skip_while(|line| !line.starts_with("```")).skip(1).collect();
    let code: Vec<_> = code.into_iter().take_while(|line| !line.starts_with("```")).collect();
    let own = format!("wxpay::{module}::");
    let visible = || code.iter().filter(|line| !line.starts_with("# "));
    if !visible().any(|line| line.contains(&own)) {
        return Some("expected a request of this module, found none");
    }
    let calls = |line: &str| line.contains("client.send(") || line.contains("::ask(client");
    (!visible().any(|line| calls(line))).then_some("expected a call, found none")
}

/// The lines of a module's own documentation.
fn head(module: &str) -> Vec<String> {
    let text = source(module);
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
}

fn source(module: &str) -> String {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wxpay/src");
    let file = sources.join(format!("{module}.rs"));
    read(&if file.exists() { file } else { sources.join(module).join("mod.rs") })
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn products_and_pages_are_found_by_their_chinese_names() {
    let mut modules: Vec<_> = catalogue().iter().map(|shipped| shipped.module).collect();
    modules.dedup();
    let mut wrong = Vec::new();
    for module in modules {
        let source = source(module);
        let expected = format!("\n#![doc(alias({}))]\n", aliases(source.lines().next().unwrap(), &[", ", "·"]));
        if !source.contains(&expected) {
            wrong.push(format!("{module}: expected{expected}"));
        }
    }
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wxpay/src/guide");
    let pages = read(&guide.join("mod.rs"));
    let entries = fs::read_dir(&guide).unwrap().map(|entry| entry.unwrap().path());
    for page in entries.filter(|entry| entry.is_file()) {
        let name = page.file_stem().unwrap().to_str().unwrap();
        if name != "mod" {
            let expected =
                format!("\n#[doc(alias({}))]\npub mod {name} ", aliases(read(&page).lines().next().unwrap(), &["、"]));
            if !pages.contains(&expected) {
                wrong.push(format!("guide::{name}: expected{expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The names in a headline's parentheses, as a list of string literals, without the number of a version.
fn aliases(headline: &str, separators: &[&str]) -> String {
    let name = headline.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(name, _)| name);
    let parts = separators.iter().fold(name.to_owned(), |name, separator| name.replace(separator, "\n"));
    let parts = parts.lines().map(|part| format!("{:?}", part.trim_end_matches("2.0")));
    parts.collect::<Vec<_>>().join(", ")
}
