//! Checks that every suite that makes calls is searched. The others have a reason.

use std::fs;
use std::path::Path;

/// The suites that are not searched, each with the reason.
const LEFT_OUT: [(&str, &str); 7] = [
    ("allocations", "the steps alone, counted"),
    ("big_bill", "one download of megabytes; `files` has the small ones"),
    ("browser", "a browser in front of the sandbox; the calls behind it are those of `sandbox`"),
    ("crypto", "the steps alone, which show the keys that they are about when they fail"),
    ("memory", "secrets that are used and dropped, and searched for where they were"),
    ("outside", "another package, built by cargo"),
    ("soak", "the calls of `sandbox` under the faults of `client`, by the thousand"),
];

#[test]
fn every_suite_that_calls_is_searched() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let (mut searched, mut left_out) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = if path.is_dir() { path.join("main.rs") } else { path.clone() };
        // A folder without `main.rs` is not a suite.
        let Ok(source) = fs::read_to_string(file) else { continue };
        let joins = source.contains("wxpay_tests::searched!(");
        let exempt = LEFT_OUT.iter().any(|(other, _)| path.file_stem().is_some_and(|name| name == *other));
        assert!(joins != exempt, "{path:?}: a suite has the line `wxpay_tests::searched!();`, or one in `LEFT_OUT`");
        searched += usize::from(joins);
        left_out += usize::from(exempt);
    }
    assert!(searched > 0);
    assert_eq!(left_out, LEFT_OUT.len(), "`LEFT_OUT` names a suite that does not exist");
}
