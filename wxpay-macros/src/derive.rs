//! The derive that an attribute leaves its work to where `#[cfg]` has a say.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::written::Item;
use crate::{check, emit};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let input = errors.ok(syn::parse2::<DeriveInput>(input));
    let written = input.map(|input| Item::read(&input, &mut errors));
    let impls = written.map(|written| match check::item(&written, &mut errors) {
        Some(valid) => emit::item(&valid),
        None => emit::stub(&written),
    });
    errors.finish(impls.unwrap_or_default())
}
