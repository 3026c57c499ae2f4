//! Prints expansions and compares them with `golden/*.expanded.rs`. `WXPAY_BLESS=1 cargo test -p wxpay-macros` rewrites those.
//! Compiled for tests only.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Attribute as Attr, Item, Meta};

use crate::attribute::{Attribute, expand};
use crate::derive;

#[test]
fn a_get_with_path_and_query() {
    compare("get");
}

#[test]
fn a_post_with_every_rule() {
    compare("post_with_every_rule");
}

#[test]
fn objects_with_companions() {
    compare("object_with_companion");
}

#[test]
fn rules_about_several_members() {
    compare("checked");
}

#[test]
fn an_enum_with_a_renamed_value() {
    compare("enumeration");
}

#[test]
fn an_enum_of_integers() {
    compare("integers");
}

#[test]
fn foreign_types() {
    compare("opaque");
}

#[test]
fn a_header() {
    compare("header");
}

#[test]
fn a_form_with_a_file() {
    compare("form");
}

#[test]
fn a_list_and_a_file() {
    compare("pages");
}

#[test]
fn a_condition() {
    compare("conditional");
}

#[test]
fn another_path_to_the_crate() {
    compare("renamed_crate");
}

#[test]
fn stubs_after_a_mistake() {
    compare("mistakes");
}

fn compare(name: &str) {
    let declared = fs::read_to_string(file(&format!("{name}.rs"))).expect("a declaration");
    let expanded = expansion(&declared);
    let golden = file(&format!("{name}.expanded.rs"));
    if std::env::var_os("WXPAY_BLESS").is_some() {
        fs::write(&golden, &expanded).expect("the golden file is writable");
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    assert!(
        expanded == expected,
        "{} differs from what is expanded now; WXPAY_BLESS=1 writes it anew:\n{}",
        golden.display(),
        difference(&expected, &expanded)
    );
}

/// The lines in which two texts differ, numbered: those of the first with `-`, those of the second with `+`.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    // The number of common lines after each pair of places.
    let mut common = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (i, gone) in old.iter().enumerate().rev() {
        for (j, come) in new.iter().enumerate().rev() {
            common[i][j] = if gone == come { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, String::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || i < old.len() && common[i + 1][j] >= common[i][j + 1] {
            lines += &format!("- {:4} {}\n", i + 1, old[i]);
            i += 1;
        } else {
            lines += &format!("+ {:4} {}\n", j + 1, new[j]);
            j += 1;
        }
    }
    lines
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name)
}

/// The attribute's output, followed by that of the derive which it may add.
fn expansion(declared: &str) -> String {
    let declared = syn::parse_file(declared).expect("a declaration is Rust");
    let expanded = declared.items.into_iter().map(expand_item).collect();
    prettyplease::unparse(&syn::parse2(expanded).expect("an expansion is Rust"))
}

fn expand_item(mut item: Item) -> TokenStream {
    let (attribute, args) = take_attribute(&mut item);
    let expanded = expand(attribute, args, item.to_token_stream());
    if !expanded.to_string().contains("__private :: Wxpay") {
        return expanded;
    }
    [expanded.clone(), derive::expand(expanded)].into_iter().collect()
}

fn take_attribute(item: &mut Item) -> (Attribute, TokenStream) {
    let attributes: &mut Vec<Attr> = match item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        _ => panic!("neither a struct nor an enum"),
    };
    let ours = |attribute: &Attr| match attribute.path().get_ident()?.to_string().as_str() {
        "wxpay_endpoint" => Some(Attribute::Endpoint),
        "wxpay_object" => Some(Attribute::Object),
        "wxpay_enum" => Some(Attribute::Enum),
        _ => None,
    };
    let place = attributes.iter().position(|attribute| ours(attribute).is_some()).expect("one of our attributes");
    let attribute = attributes.remove(place);
    let args = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    (ours(&attribute).expect("one of our attributes"), args)
}
