//! Reports a dependency that `Cargo.toml` renames: `wx = { package = "wxpay" }`.
//!
//! A macro does not get the names of the dependencies. rustc gets them as arguments, and a macro runs in rustc's process. The
//! arguments only decide about an error: no code compiles because of them.

use std::path::Path as FilePath;
use std::sync::OnceLock;

use proc_macro2::Span;
use syn::{Attribute, Error, Ident, parse_quote};

use crate::door;
use crate::errors::Errors;

/// Reports a renamed dependency, and adds the attribute that the author left out, so that the rest of the item is checked
/// too.
pub(super) fn refuse(attributes: &mut Vec<Attribute>, errors: &mut Errors) {
    static RENAMED: OnceLock<Option<String>> = OnceLock::new();
    let arguments = || std::env::args_os().filter_map(|argument| argument.into_string().ok());
    let renamed = RENAMED.get_or_init(|| other_name(arguments()));
    let Some(name) = renamed.as_ref().filter(|_| door::said(attributes).is_none()) else { return };
    errors.push(Error::new(
        Span::call_site(),
        format!("`wxpay` is called `{name}` in this crate; add `#[wxpay(crate = {name})]` below the attribute"),
    ));
    let name = Ident::new(name, Span::call_site());
    attributes.push(parse_quote!(#[wxpay(crate = ::#name)]));
}

/// The other name among rustc's arguments, if no crate has the usual one.
fn other_name(arguments: impl Iterator<Item = String>) -> Option<String> {
    let mut renamed = None;
    let mut is_extern = false;
    for argument in arguments {
        let value = argument.strip_prefix("--extern=").or(is_extern.then_some(argument.as_str()));
        if let Some((name, file)) = value.map(|value| value.split_once('=').unwrap_or((value, ""))) {
            // Options such as `noprelude:` precede the name.
            let name = name.rsplit(':').next().unwrap_or_default();
            if name == "wxpay" {
                return None;
            }
            renamed = renamed.or_else(|| is_wxpay(file).then(|| name.to_owned()));
        }
        is_extern = argument == "--extern";
    }
    renamed.filter(|name| syn::parse_str::<Ident>(name).is_ok())
}

/// Returns true if the file is the library of `wxpay`: Cargo appends a hash to the crate's own name.
fn is_wxpay(file: &str) -> bool {
    let stem = FilePath::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    stem.split('-').next() == Some("libwxpay")
}

#[cfg(test)]
mod tests {
    use super::other_name;

    fn name(arguments: &[&str]) -> Option<String> {
        other_name(arguments.iter().map(|argument| (*argument).to_owned()))
    }

    #[test]
    fn another_name_is_found_among_the_arguments_of_rustc() {
        let serde = ["rustc", "--extern", "serde=/target/deps/libserde-1f.rmeta"];
        assert_eq!(
            name(&[&serde[..], &["--extern", "wx=/target/deps/libwxpay-2a.rmeta"]].concat()).as_deref(),
            Some("wx")
        );
        assert_eq!(name(&[&serde[..], &["--extern=priv:wx=/deps/libwxpay.rlib"]].concat()).as_deref(), Some("wx"));
        assert_eq!(name(&serde), None);
    }

    #[test]
    fn the_usual_name_and_other_crates_are_no_other_name() {
        let other = ["--extern", "wx=/deps/libwxpay-1.rlib"];
        assert_eq!(name(&[&other[..], &["--extern", "wxpay=/deps/libwxpay-2.rlib"]].concat()), None);
        assert_eq!(name(&["--extern", "wxpay", "--extern", "wx=/deps/libwxpay-1.rlib"]), None);
        assert_eq!(name(&["--extern", "core=/deps/libwxpay_core-1.rlib", "--extern", "proc_macro"]), None);
    }
}
