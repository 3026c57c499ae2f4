//! The head of each product's module: it begins with a call, which runs as a doctest.

use std::fs;
use std::path::Path;

use wxpay::catalogue;

/// Modules whose example is compiled and not run, each with the reason.
const NOT_RUN: &[(&str, &str)] = &[
    ("bill", "a bill is there on the next day, and is written to a file"),
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
    assert!(gone.is_empty(), "there are no such modules: {gone:?}");
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
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wxpay/src");
    let file = sources.join(format!("{module}.rs"));
    let file = if file.exists() { file } else { sources.join(module).join("mod.rs") };
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
}
