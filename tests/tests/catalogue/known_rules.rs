//! Checks that a new rule is known wherever rules are listed. `Rule` and `Problem` are `#[non_exhaustive]`: outside of core, the
//! compiler accepts code without the new one, and it does not read documentation.

use std::collections::BTreeSet;
use std::fs;

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, File, Item, ItemFn, Lit, Macro, Token};
use wxpay_tests::products::facade;

/// Functions that name every variant of an enum, so that no variant reaches their last arm.
const NAMED: [(&str, &str, &str); 4] = [
    ("Rule", "wxpay-sandbox/src/endpoint/example.rs", "fits"),
    ("Rule", "tests/tests/catalogue/rules.rs", "broken"),
    ("Problem", "wxpay-sandbox/src/endpoint/wording.rs", "broken"),
    ("Problem", "wxpay-sandbox/src/endpoint/wording.rs", "problems"),
];

#[test]
fn every_rule_is_named_where_the_compiler_does_not_ask_for_it() {
    let variants = [
        ("Rule", variants("wxpay-core/src/payload/rule.rs", "Rule")),
        ("Problem", variants("wxpay-core/src/payload/violation.rs", "Problem")),
    ];
    let mut missing = Vec::new();
    for (of, file, function) in NAMED {
        let named = Named::inside(file, function, of);
        let all = variants.iter().filter(|(name, _)| *name == of).flat_map(|(_, variants)| variants);
        missing.extend(
            all.filter(|variant| !named.contains(*variant))
                .map(|variant| format!("`{of}::{variant}` is not in `fn {function}` of {file}")),
        );
    }
    assert!(missing.is_empty(), "{ALL_PLACES}:\n{}", missing.join("\n"));
}

#[test]
fn every_word_of_a_rule_is_documented_and_expanded() {
    let macros = read("wxpay-macros/src/lib.rs");
    let rows: String =
        cut(&macros, "/// | rule | |", "\n///\n").lines().filter_map(|row| row.split('|').nth(1)).collect();
    let golden = declarations();
    let mut missing = Vec::new();
    for word in words() {
        let places = [
            (is_code(&rows, &word), "the table of rules in wxpay-macros/src/lib.rs"),
            (has_word(&golden, &word), "a declaration of wxpay-macros/golden"),
        ];
        missing.extend(
            places.iter().filter(|(is_there, _)| !is_there).map(|(_, place)| format!("`{word}` is not in {place}")),
        );
    }
    assert!(missing.is_empty(), "{ALL_PLACES}:\n{}", missing.join("\n"));
}

const ALL_PLACES: &str = "CONTRIBUTING.md has the list of what a new rule touches";

fn variants(file: &str, name: &str) -> Vec<String> {
    let found = parsed(file).items.into_iter().find_map(|item| match item {
        Item::Enum(found) if found.ident == name => Some(found.variants),
        _ => None,
    });
    let variants = found.unwrap_or_else(|| panic!("{file} has no enum `{name}`"));
    variants.into_iter().map(|variant| variant.ident.to_string()).collect()
}

/// The words of the macro's rules: the first text of each element of `RULES`.
fn words() -> Vec<String> {
    let file = "wxpay-macros/src/rule/mod.rs";
    let list = parsed(file).items.into_iter().find_map(|item| match item {
        Item::Const(found) if found.ident == "RULES" => Some(*found.expr),
        _ => None,
    });
    let Some(Expr::Array(list)) = list else { panic!("{file} has no array `RULES`") };
    let word = |element: &Expr| match element {
        Expr::Tuple(pair) => match pair.elems.first() {
            Some(Expr::Lit(literal)) => match &literal.lit {
                Lit::Str(word) => Some(word.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    list.elems
        .iter()
        .map(|element| word(element).unwrap_or_else(|| panic!("{file}: `RULES` has an element without a word")))
        .collect()
}

/// The declarations that the macro's golden files expand.
fn declarations() -> String {
    let files = fs::read_dir(facade().join("../wxpay-macros/golden")).unwrap().map(|entry| entry.unwrap().path());
    let declared = files.filter(|file| !file.to_str().unwrap().ends_with(".expanded.rs"));
    declared.map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// The text between `begin` and `end`.
fn cut<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("expected `{begin}`"));
    rest.split(end).next().unwrap_or_default()
}

/// Returns true if a code span begins with the word.
fn is_code(text: &str, word: &str) -> bool {
    text.split('`').skip(1).step_by(2).any(|code| code.split(is_between).next() == Some(word))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(is_between).any(|found| found == word)
}

fn is_between(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && letter != '_'
}

fn parsed(file: &str) -> File {
    syn::parse_file(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn read(file: &str) -> String {
    let path = facade().join("..").join(file);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The variants of an enum that a function names.
struct Named<'a> {
    function: &'a str,
    of: &'a str,
    inside: bool,
    found: BTreeSet<String>,
}

impl Named<'_> {
    fn inside(file: &str, function: &str, of: &str) -> BTreeSet<String> {
        let mut named = Named { function, of, inside: false, found: BTreeSet::new() };
        named.visit_file(&parsed(file));
        assert!(!named.found.is_empty(), "{file} has no `fn {function}` that names a `{of}`");
        named.found
    }
}

impl Visit<'_> for Named<'_> {
    fn visit_item_fn(&mut self, item: &ItemFn) {
        let outside = self.inside;
        self.inside |= item.sig.ident == self.function;
        visit::visit_item_fn(self, item);
        self.inside = outside;
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let [.., of, variant] = names.as_slice()
            && self.inside
            && of == self.of
        {
            self.found.insert(variant.clone());
        }
        visit::visit_path(self, path);
    }

    // A `vec![..]` contains a list of variants.
    fn visit_macro(&mut self, invocation: &Macro) {
        let inside = invocation.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        inside.into_iter().flatten().for_each(|expression| self.visit_expr(&expression));
    }
}
