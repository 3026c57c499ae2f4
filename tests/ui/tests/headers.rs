//! Headers that no member may be and no stored request may have. The macro and core have a list each, because the macro does
//! not depend on core.

#![allow(clippy::expect_used, reason = "a test")]

use std::fs;
use std::path::Path;

#[test]
fn a_header_that_cannot_be_declared_cannot_be_stored() {
    for name in ["NOT_DECLARED", "FAMILIES"] {
        let (declared, stored) =
            (list("wxpay-macros/src/check/place.rs", name), list("wxpay-core/src/encoded/stored/read.rs", name));
        assert!(declared.len() > 3, "{name} is not found");
        assert_eq!(declared, stored, "{name}");
    }
}

/// The texts of a constant.
fn list(file: &str, name: &str) -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let source = fs::read_to_string(top.join(file)).expect("a file of the repository");
    let (_, behind) = source.split_once(&format!("const {name}:")).expect("the constant");
    let (list, _) = behind.split_once("];").expect("its end");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}
