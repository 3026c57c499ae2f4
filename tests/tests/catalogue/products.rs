//! A product is said once, in `wxpay/src/catalogue.rs`: the modules, the features, the declarations that the sources have, and the
//! README agree with that list.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, File, Item, ItemStruct, Lit, Meta, Token, punctuated::Punctuated};
use wxpay::{catalogue, products};
use wxpay_tests::products::{facade, features, table};

#[test]
fn every_module_of_a_product_is_listed_with_its_feature() {
    let library = parsed(&facade().join("src/lib.rs"));
    let modules = library.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some((module.ident.to_string(), feature(&module.attrs)?)),
        _ => None,
    });
    let modules: BTreeSet<_> = modules.filter(|(_, feature)| !IS_NO_PRODUCT.contains(&feature.as_str())).collect();
    let listed: BTreeSet<_> =
        products().iter().map(|product| (product.module.to_owned(), product.feature.to_owned())).collect();
    assert_same(&listed, &modules, "the list in catalogue.rs", "lib.rs");
    assert_eq!(products().len(), listed.len(), "a product is listed twice");
    let used: BTreeSet<_> = modules.into_iter().map(|(_, feature)| feature).collect();
    assert_same(&used, &features()["all"].iter().cloned().collect(), "lib.rs", "the feature `all`");
}

fn assert_same<T: Ord + Debug>(one: &BTreeSet<T>, other: &BTreeSet<T>, of_one: &str, of_other: &str) {
    let (more, less): (Vec<_>, Vec<_>) = (one.difference(other).collect(), other.difference(one).collect());
    assert!(more.is_empty() && less.is_empty(), "only in {of_one}: {more:?}; only in {of_other}: {less:?}");
}

/// Features of lib.rs that compile something else.
const IS_NO_PRODUCT: [&str; 2] = ["doctor", "metrics"];

#[test]
fn every_declaration_is_listed_in_its_module() {
    let declared = declarations();
    assert!(declared.len() > 280, "{} declarations were found", declared.len());
    let listed = catalogue().into_iter().map(|shipped| Declaration {
        module: shipped.module.to_owned(),
        method: shipped.operation.method.to_string(),
        path: shipped.operation.path.to_owned(),
    });
    let mut listed: Vec<_> = listed.collect();
    listed.sort();
    let lacking: Vec<_> = declared.iter().filter(|one| !listed.contains(one)).collect();
    assert!(lacking.is_empty(), "declared, and in no `SHIPPED` of a listed product: {lacking:#?}");
    let lacking: Vec<_> = listed.iter().filter(|one| !declared.contains(one)).collect();
    assert!(lacking.is_empty(), "listed, and declared in another module: {lacking:#?}");
    assert_eq!(listed.len(), declared.len(), "listed or declared twice");
}

#[test]
fn every_name_is_the_one_that_its_module_says() {
    for product in products() {
        let folder = facade().join("src").join(product.module);
        let file = if folder.is_dir() { folder.join("mod.rs") } else { folder.with_extension("rs") };
        let text = fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap();
        assert!(first.contains(product.name), "{}: `{first}`, listed as `{}`", file.display(), product.name);
    }
}

#[test]
fn the_readme_has_the_table() {
    let readme = fs::read_to_string(facade().join("../README.md")).unwrap();
    let begin = readme.find("| feature | modules |").expect("the README has a table of products");
    let end = readme[begin..].find("\n\n").expect("the table ends");
    let (found, table) = (&readme[begin..=begin + end], table());
    let other: Vec<_> = table.lines().filter(|line| found.lines().all(|found| found != *line)).collect();
    assert!(found == table, "`cargo run -p wxpay-tests --bin products` prints the README's table: {other:#?}");
}

/// An endpoint as the sources declare it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Declaration {
    module: String,
    method: String,
    path: String,
}

/// The declarations of every source of the crate.
fn declarations() -> Vec<Declaration> {
    let sources = facade().join("src");
    let mut found = Vec::new();
    for file in files(&sources) {
        let inside = file.strip_prefix(&sources).unwrap().components().next().unwrap();
        let module = Path::new(inside.as_os_str()).with_extension("").to_str().unwrap().to_owned();
        let mut finder = Finder { module, found: &mut found };
        finder.visit_file(&parsed(&file));
    }
    found.sort();
    found
}

struct Finder<'a> {
    module: String,
    found: &'a mut Vec<Declaration>,
}

impl Visit<'_> for Finder<'_> {
    fn visit_item_struct(&mut self, item: &ItemStruct) {
        for attribute in item.attrs.iter().filter(|attribute| is(attribute, "wxpay_endpoint")) {
            let arguments = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            let arguments = arguments.unwrap_or_else(|error| panic!("{}: {error}", item.ident));
            let text = |name: &str| {
                let found = arguments.iter().find_map(|argument| value(argument, name));
                found.unwrap_or_else(|| panic!("{} has no `{name}`", item.ident))
            };
            self.found.push(Declaration { module: self.module.clone(), method: text("method"), path: text("path") });
        }
        visit::visit_item_struct(self, item);
    }
}

fn is(attribute: &Attribute, name: &str) -> bool {
    attribute.path().segments.last().is_some_and(|segment| segment.ident == name)
}

/// The text of `name = "TEXT"`.
fn value(meta: &Meta, name: &str) -> Option<String> {
    match meta {
        Meta::NameValue(pair) if pair.path.is_ident(name) => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The feature of `#[cfg(feature = "..")]`.
fn feature(attributes: &[Attribute]) -> Option<String> {
    let condition = attributes.iter().find(|attribute| is(attribute, "cfg"))?;
    value(&condition.parse_args().ok()?, "feature")
}

fn parsed(file: &Path) -> File {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The Rust sources beneath a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = entries.flat_map(|path| match path.is_dir() {
        true => files(&path),
        false => vec![path],
    });
    sources.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}
