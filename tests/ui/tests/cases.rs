//! The compiler's output about each mistake.

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
fn a_mistake_is_one_error_on_its_tokens_and_nothing_else() {
    let mut wrong = Vec::new();
    for case in cases().expect("every case has its stderr") {
        let (mistakes, underlined, path) = (case.mistakes(), case.underlined(), case.path.display());
        if mistakes.is_empty() {
            wrong.push(format!("{path}: no `// on: ..` says what is wrong"));
        } else if mistakes != underlined {
            wrong.push(format!("{path}: wrong is {mistakes:?}, underlined is {underlined:?}"));
        }
        wrong.extend(case.secondary().map(|message| format!("{path}: {message}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
