//! Which suites are searched: all that call, and of the others it is said why not.

use std::fs;
use std::path::Path;

/// The suites that are not searched, and why.
const LEFT_OUT: [(&str, &str); 15] = [
    ("allocations", "the steps alone, counted"),
    ("big_bill", "one download of megabytes; `files` has the small ones"),
    ("codec", "thousands of random messages that are only encoded"),
    ("configuration", "clients that are not built; what they say is searched in `printed`"),
    ("crypto", "the backends alone"),
    ("explain", "captured messages that are only looked at"),
    ("leaks", "calls in a module of its own are searched"),
    ("memory", "secrets that are used and dropped, and searched for where they were"),
    ("notify", "notifications that are only read"),
    ("outside", "another package, built by cargo"),
    ("page", "a browser in front of the sandbox; the calls behind it are those of `books`"),
    ("soak", "the calls of `books` under the faults of `reliability`, by the thousand"),
    ("tolerance", "answers that are only read"),
    ("vectors", "the steps alone"),
    ("verification", "the steps alone"),
];

#[test]
fn every_suite_that_calls_is_searched() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let tests = manifest.split("[[test]]").skip(1);
    let quoted = |test: &str, key: &str| {
        let (_, rest) = test.split_once(&format!("{key} = \"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let mut searched = 0;
    for (name, path) in tests.map(|test| (quoted(test, "name"), quoted(test, "path"))) {
        let joins = fs::read_to_string(folder.join(&path)).unwrap().contains("leaks::nothing_leaks");
        let exempt = LEFT_OUT.iter().any(|(other, _)| *other == name);
        assert!(joins != exempt, "{path}: a suite has the test `nothing_leaks`, or a line in `LEFT_OUT`");
        searched += usize::from(joins);
    }
    assert!(searched > 0);
}
