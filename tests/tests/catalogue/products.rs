//! A product is listed once, in `wxpay/src/catalogue.rs`. The modules, the features, the declarations in the sources and the
//! table of products agree with that list.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{
    Attribute, Expr, ExprLit, File, GenericArgument, Item, ItemImpl, ItemStruct, Lit, Macro, Meta, PathArguments,
    PathSegment, Token, Type, Visibility, punctuated::Punctuated,
};
use wxpay::{catalogue, products};
use wxpay_tests::products::{LANGUAGES, Words, facade, features, table};

#[test]
fn every_module_of_a_product_is_listed_with_its_feature() {
    let library = parsed(&facade().join("src/lib.rs"));
    let modules = library.items.iter().filter_map(|item| match item {
        Item::Mod(module) if matches!(module.vis, Visibility::Public(_)) => {
            Some((module.ident.to_string(), feature(&module.attrs)?))
        }
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

/// Features in lib.rs that are not products.
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
fn every_feature_is_described_with_its_products() {
    let manifest = fs::read_to_string(facade().join("Cargo.toml")).unwrap();
    let described = |feature: &str| -> String {
        let (before, _) = manifest.split_once(&format!("\n{feature} = [")).expect("a feature of the manifest");
        before.lines().rev().take_while(|line| line.starts_with("##")).collect()
    };
    // For `收付通·退款`, the group's name is enough.
    let names = |name: &'static str| name.split(", ").filter_map(|name| name.split('·').next());
    let missing: Vec<_> = products()
        .iter()
        .flat_map(|product| names(product.name).map(|name| (product.feature, name)))
        .filter(|(feature, name)| !described(feature).contains(name))
        .collect();
    assert!(missing.is_empty(), "not in the comments of wxpay/Cargo.toml: {missing:?}");
}

#[test]
fn the_guide_has_the_table_in_each_language() {
    let wrong: Vec<_> = LANGUAGES.iter().filter_map(lacking).collect();
    assert!(wrong.is_empty(), "`cargo run -p wxpay-tests --bin products` prints the tables: {wrong:#?}");
}

/// The page whose table is another one, with the rows that it lacks.
fn lacking(words: &Words) -> Option<(&'static str, Vec<String>)> {
    let page = fs::read_to_string(facade().join("src/guide").join(words.page)).unwrap();
    let begin = page.find(words.head).expect("the page has a table of products");
    let end = page[begin..].find("\n\n").expect("the table ends");
    let (found, table) = (&page[begin..=begin + end], table(words));
    let lacking = table.lines().filter(|line| found.lines().all(|found| found != *line)).map(str::to_owned);
    (found != table).then(|| (words.page, lacking.collect()))
}

#[test]
fn each_readme_has_the_number_of_endpoints() {
    let count = wxpay::catalogue().len();
    let said = [
        ("README.md", format!("[{count} endpoints]")),
        ("README.zh-CN.md", format!("[{count} 个接口]")),
        ("wxpay/README.md", format!("{count} endpoints")),
    ];
    let lacks =
        |(file, said): &(&str, String)| !fs::read_to_string(facade().join("..").join(file)).unwrap().contains(said);
    let lacking: Vec<_> = said.iter().filter(|said| lacks(said)).collect();
    assert!(lacking.is_empty(), "expected in these files: {lacking:?}");
}

/// Rules without a route compile, but they are never served.
#[test]
fn every_rule_of_the_sandbox_has_a_route() {
    let products = facade().join("../wxpay-sandbox/src/products");
    let mut rules = Served::default();
    for file in files(&products) {
        let inside = file.strip_prefix(&products).unwrap().components().next().unwrap();
        rules.product = Path::new(inside.as_os_str()).with_extension("").to_str().unwrap().to_owned();
        rules.visit_file(&parsed(&file));
    }
    assert!(rules.ruled.len() > 50, "{} rules were found", rules.ruled.len());
    let unserved: Vec<_> = rules.ruled.difference(&rules.routed).collect();
    assert!(
        unserved.is_empty(),
        "`impl Rules` without `Route::ruled` in the `routes()` of their product: {unserved:?}"
    );
}

/// Product and name of each type with rules, and of each type with a route.
#[derive(Default)]
struct Served {
    product: String,
    ruled: BTreeSet<(String, String)>,
    routed: BTreeSet<(String, String)>,
}

impl Served {
    fn of(&self, of: &Type) -> Option<(String, String)> {
        let Type::Path(of) = of else { return None };
        Some((self.product.clone(), of.path.segments.last()?.ident.to_string()))
    }
}

impl Visit<'_> for Served {
    fn visit_item_impl(&mut self, item: &ItemImpl) {
        let is_rules = item.trait_.as_ref().is_some_and(|(path, _)| path.is_ident("Rules"));
        self.ruled.extend(self.of(&item.self_ty).filter(|_| is_rules));
        visit::visit_item_impl(self, item);
    }

    fn visit_path_segment(&mut self, segment: &PathSegment) {
        if segment.ident == "ruled"
            && let PathArguments::AngleBracketed(list) = &segment.arguments
            && let Some(GenericArgument::Type(of)) = list.args.first()
        {
            self.routed.extend(self.of(of));
        }
        visit::visit_path_segment(self, segment);
    }

    // A `vec![..]` contains the routes.
    fn visit_macro(&mut self, invocation: &Macro) {
        let inside = invocation.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        inside.into_iter().flatten().for_each(|expression| self.visit_expr(&expression));
    }
}

/// An endpoint as the sources declare it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Declaration {
    module: String,
    method: String,
    path: String,
}

/// The declarations in every source of the crate.
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
