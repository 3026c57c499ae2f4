//! The request lines of WeChat Pay that the sandbox and the command line know: `wxpay-sandbox/src/paths/documented.txt`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Operation, Source, Undescribed, without_names};

/// Path of the file.
#[must_use]
pub fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wxpay-sandbox/src/paths/documented.txt")
}

/// Every operation, one per line: method, path, and the official page if it is known.
#[must_use]
pub fn list(operations: &[Operation], undescribed: &[Undescribed]) -> String {
    let described = operations.iter().map(|operation| (&operation.endpoint, &operation.page));
    // Paths that only the unofficial SDK has were never documented.
    let is_believed = |one: &&Undescribed| one.sources.known_to.iter().any(|source| *source != Source::Net);
    let believed = undescribed.iter().filter(is_believed).map(|one| (&one.endpoint, &one.page));
    let lines: BTreeMap<_, _> = described.chain(believed).map(|line| (without_names(line.0), line)).collect();
    let mut lines: Vec<_> = lines.into_values().collect();
    lines.sort_by_key(|(endpoint, _)| {
        let (method, path) = endpoint.split_once(' ').unwrap_or_default();
        (path, method)
    });
    let line = |(endpoint, page): (&String, &Option<String>)| match page {
        Some(page) => format!("{endpoint} {page}\n"),
        None => format!("{endpoint}\n"),
    };
    lines.into_iter().map(line).collect()
}
