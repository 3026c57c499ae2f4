//! The guide's table of products, made from the list in `wxpay/src/catalogue.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wxpay::payload::Kind;
use wxpay::{Product, products};

/// The rows of the table: each feature with the products that it compiles.
///
/// # Panics
/// The manifest of `wxpay` cannot be read.
#[must_use]
pub fn table() -> String {
    let features = features();
    let mut rows = Vec::<(&str, Vec<String>)>::new();
    for product in products() {
        let said = say(product);
        match rows.last_mut() {
            Some((feature, of)) if *feature == product.feature => of.push(said),
            _ => rows.push((product.feature, vec![said])),
        }
    }
    let row = |(feature, of): (&str, Vec<String>)| {
        let default = if features["default"].iter().any(|one| one == feature) { " (default)" } else { "" };
        format!("| `{feature}`{default} | {} |\n", of.join(", "))
    };
    let rows: String = rows.into_iter().map(row).collect();
    format!("| feature | modules |\n|---|---|\n{rows}| `all` | all of them |\n")
}

fn say(product: &Product) -> String {
    let is_upload = |fields: &[wxpay::payload::Field]| fields.iter().any(|field| matches!(field.kind, Kind::File));
    let uploads = product.endpoints().all(|shipped| is_upload(shipped.request.fields));
    let files = product.endpoints().all(|shipped| shipped.operation.file || is_upload(shipped.request.fields));
    let kind = match (uploads, files) {
        (true, _) => ": uploads",
        (false, true) => ": files",
        (false, false) => "",
    };
    format!("`{}` ({}{kind})", product.module, product.name)
}

/// The features of `wxpay`, each with the features that it turns on.
///
/// # Panics
/// The manifest cannot be read.
#[must_use]
pub fn features() -> BTreeMap<String, Vec<String>> {
    let manifest = fs::read_to_string(facade().join("Cargo.toml")).expect("the manifest of wxpay");
    let (_, section) = manifest.split_once("[features]\n").expect("a section of features");
    let section = section.split("\n[").next().unwrap_or_default();
    let lines = section.lines().filter(|line| !line.starts_with('#'));
    let text: String = lines.flat_map(str::chars).filter(|one| !one.is_whitespace()).collect();
    let feature = |entry: &str| {
        let (name, list) = entry.split_once("=[")?;
        let list = list.split(',').map(|one| one.trim_matches('"').to_owned()).filter(|one| !one.is_empty());
        Some((name.to_owned(), list.collect()))
    };
    text.split(']').filter_map(feature).collect()
}

/// The folder of the crate `wxpay`.
#[must_use]
pub fn facade() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wxpay")
}
