//! The guide's table of products in both languages, made from the list in `wxpay/src/catalogue.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wxpay::payload::Kind;
use wxpay::{Product, products};

/// The words of the table in one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The page that has the table, below `wxpay/src/guide`.
    pub page: &'static str,
    /// The first line of the table.
    pub head: &'static str,
    default: &'static str,
    comma: &'static str,
    brackets: [&'static str; 2],
    uploads: &'static str,
    /// A name with this word says itself that the product uploads.
    upload: Option<&'static str>,
    files: &'static str,
    all: &'static str,
}

/// The table's languages.
pub const LANGUAGES: [Words; 2] = [
    Words {
        page: "products.md",
        head: "| feature | modules |",
        default: " (default)",
        comma: ", ",
        brackets: [" (", ")"],
        uploads: ": uploads",
        upload: None,
        files: ": files",
        all: "all of them",
    },
    Words {
        page: "zh/products.md",
        head: "| feature | 模块 |",
        default: "（默认）",
        comma: "、",
        brackets: ["（", "）"],
        uploads: "，仅文件上传",
        upload: Some("上传"),
        files: "，仅文件上传和下载",
        all: "以上全部",
    },
];

/// The rows of the table: each feature with the products that it compiles.
///
/// # Panics
/// The manifest of `wxpay` cannot be read.
#[must_use]
pub fn table(words: &Words) -> String {
    let features = features();
    let mut rows = Vec::<(&str, Vec<String>)>::new();
    for product in products() {
        let said = say(product, words);
        match rows.last_mut() {
            Some((feature, of)) if *feature == product.feature => of.push(said),
            _ => rows.push((product.feature, vec![said])),
        }
    }
    let row = |(feature, of): (&str, Vec<String>)| {
        let default = if features["default"].iter().any(|one| one == feature) { words.default } else { "" };
        format!("| `{feature}`{default} | {} |\n", of.join(words.comma))
    };
    let rows: String = rows.into_iter().map(row).collect();
    format!("{}\n|---|---|\n{rows}| `all` | {} |\n", words.head, words.all)
}

fn say(product: &Product, words: &Words) -> String {
    let is_upload = |fields: &[wxpay::payload::Field]| fields.iter().any(|field| matches!(field.kind, Kind::File));
    let uploads = product.endpoints().all(|shipped| is_upload(shipped.request.fields));
    let files = product.endpoints().all(|shipped| shipped.operation.file || is_upload(shipped.request.fields));
    let kind = match (uploads, files) {
        (true, _) if words.upload.is_some_and(|word| product.name.contains(word)) => "",
        (true, _) => words.uploads,
        (false, true) => words.files,
        (false, false) => "",
    };
    let ([open, close], name) = (words.brackets, product.name.replace(", ", words.comma));
    format!("`{}`{open}{name}{kind}{close}", product.module)
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
