//! The derive that writes the impls of an item with `#[cfg]` inside.

use proc_macro2::TokenStream;
use syn::{Attribute, DeriveInput};

use crate::errors::Errors;
use crate::written::Item;
use crate::{check, emit};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let input = errors.ok(syn::parse2::<DeriveInput>(input)).filter(|input| is_left(input, &mut errors));
    let written = input.map(|input| Item::read(&input, &mut errors));
    let impls = written.map(|written| match check::item(&written, &mut errors) {
        Some(valid) => emit::item(&valid),
        None => emit::stub(&written),
    });
    errors.finish(impls.unwrap_or_default())
}

/// Returns true if an attribute added the derive. rustc suggests the derive to an author who forgets the attribute.
fn is_left(input: &DeriveInput, errors: &mut Errors) -> bool {
    let by_attribute = |attribute: &Attribute| {
        let tokens = attribute.meta.require_list().map(|list| list.tokens.to_string());
        tokens.is_ok_and(|tokens| ["__endpoint", "__object", "__enum"].iter().any(|word| tokens.starts_with(word)))
    };
    let is_left = input.attrs.iter().any(by_attribute);
    if !is_left {
        errors.at(
            &input.ident,
            "`Wxpay` is a part of the attributes; expected `#[wxpay_endpoint(..)]`, `#[wxpay_object]` or `#[wxpay_enum]`",
        );
    }
    is_left
}
