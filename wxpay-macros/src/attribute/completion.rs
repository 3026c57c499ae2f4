//! What makes a list of strings a type: the derives that the author has not written, and the value that is not in
//! the list.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::{Attribute, DataEnum, Ident, Path, Token, parse_quote};

use crate::errors::Errors;

pub(super) fn complete(attributes: &mut Vec<Attribute>, data: &mut DataEnum, door: &Path, errors: &mut Errors) {
    let written = derives(attributes);
    if let Some(copy) = written.iter().find(|path| path.is_ident("Copy")) {
        errors.at(copy, "a value that is not in the list is kept as text, which is not `Copy`; leave it out");
        leave_out(attributes, "Copy");
    }
    for name in ["Debug", "Clone", "PartialEq", "Eq", "Hash"] {
        let is_written = |path: &Path| path.segments.last().is_some_and(|segment| segment.ident == name);
        if !written.iter().any(is_written) {
            let path = core_path(name);
            attributes.push(parse_quote!(#[derive(#path)]));
        }
    }
    if !attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")) {
        attributes.push(parse_quote!(#[non_exhaustive]));
    }
    refuse_discriminants(data, errors);
    refuse_other(data, errors);
    data.variants.push(parse_quote!(#[doc(hidden)] #[wxpay(__other)] __Other(#door::__private::Other)));
}

/// Taken away as well, since beside the added variant rustc would have more to say about them.
fn refuse_discriminants(data: &mut DataEnum, errors: &mut Errors) {
    for variant in &mut data.variants {
        if let Some((_, number)) = variant.discriminant.take() {
            errors.at(number, "a value of a list has no number; `#[wxpay_enum]` is for lists of strings");
        }
    }
}

/// The name of the added variant.
fn refuse_other(data: &mut DataEnum, errors: &mut Errors) {
    let variants = std::mem::take(&mut data.variants);
    data.variants = variants
        .into_iter()
        .filter(|variant| {
            let is_taken = variant.ident == "__Other";
            if is_taken {
                errors.at(&variant.ident, "a value that is not in the list is kept already; leave `__Other` out");
            }
            !is_taken
        })
        .collect();
}

fn core_path(name: &str) -> Path {
    let ident = Ident::new(name, Span::call_site());
    match name {
        "Debug" => parse_quote!(::core::fmt::Debug),
        "Clone" => parse_quote!(::core::clone::Clone),
        "Hash" => parse_quote!(::core::hash::Hash),
        _ => parse_quote!(::core::cmp::#ident),
    }
}

/// The derives as they are written. A list that does not parse is rustc's to report.
pub(super) fn derives(attributes: &[Attribute]) -> Vec<Path> {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    lists.filter_map(|list| list.parse_args_with(Paths::parse_terminated).ok()).flatten().collect()
}

/// Takes a derive away that was reported, so that rustc has nothing to add.
pub(super) fn leave_out(attributes: &mut [Attribute], name: &str) {
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(paths) = attribute.parse_args_with(Paths::parse_terminated) else { continue };
        let kept = paths.iter().filter(|path| path.segments.last().is_none_or(|segment| segment.ident != name));
        *attribute = parse_quote!(#[derive(#(#kept),*)]);
    }
}

type Paths = Punctuated<Path, Token![,]>;
