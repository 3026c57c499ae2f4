//! Generates the code: tables, and the impls through which core walks them.

mod choice;
mod companion;
mod endpoint;
mod object;
mod stub;
mod together;

pub(crate) use stub::emit as stub;

use proc_macro2::TokenStream;
use quote::quote;

use crate::valid::{Item, Kind};

/// The code that is added to an item.
pub(crate) fn item(item: &Item<'_>) -> TokenStream {
    match &item.kind {
        Kind::Choice(choice) => choice::emit(item, choice),
        Kind::Struct(declared) => {
            let endpoint = declared.request.as_ref().map(|request| endpoint::emit(item.ident, declared, request));
            let companion = declared.companion.map(|companion| companion::emit(item, companion, &declared.members));
            let companion::Made { literal, methods } = companion.unwrap_or_default();
            let object = object::emit(item, declared, &quote!(#methods #endpoint));
            quote!(#object #literal)
        }
    }
}
