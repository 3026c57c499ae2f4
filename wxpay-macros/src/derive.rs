//! The derive that an attribute leaves its work to where `#[cfg]` has a say.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::emit;
use crate::errors::Errors;
use crate::written::Item;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let input = errors.ok(syn::parse2::<DeriveInput>(input));
    let impls = input.map(|input| emit::item(&Item::read(&input, &mut errors), &mut errors));
    errors.finish(impls.unwrap_or_default())
}
