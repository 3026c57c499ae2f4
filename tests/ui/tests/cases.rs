//! What the compiler prints about each mistake.

#![allow(clippy::expect_used, reason = "a test")]

use wxpay_ui_tests::{STAGES, cases, root};

/// The attributes' output is compared only on the compiler of `rust-toolchain.toml`.
#[test]
fn every_mistake_is_told_as_the_file_beside_it_says() {
    let cases = trybuild::TestCases::new();
    for stage in STAGES {
        cases.compile_fail(format!("{stage}/*.rs"));
    }
}

#[test]
fn every_folder_is_a_stage() {
    let folders = std::fs::read_dir(root()).expect("the package's folder").map(|entry| entry.expect("an entry").path());
    let names = folders.filter(|path| path.is_dir()).filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
    let strange: Vec<String> =
        names.filter(|name| !STAGES.contains(&name.as_str()) && !["src", "tests"].contains(&name.as_str())).collect();
    assert!(strange.is_empty(), "no stage: {strange:?}");
}

#[test]
fn a_mistake_is_one_error_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases().expect("every case has its stderr") {
        let count = |kind: &str| {
            let begins = |line: &&str| {
                line.strip_prefix(kind).is_some_and(|rest| rest.starts_with(':') || rest.starts_with('['))
            };
            case.stderr.lines().filter(begins).count()
        };
        let (errors, warnings) = (count("error"), count("warning"));
        if (errors, warnings) != (case.mistakes, 0) {
            let path = case.path.display();
            wrong.push(format!("{path}: {} mistakes, {errors} errors, {warnings} warnings", case.mistakes));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
