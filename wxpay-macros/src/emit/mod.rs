//! The code: tables and the few lines that let core walk them.

mod choice;
mod companion;
mod endpoint;
mod object;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::check::{self, Goes};
use crate::errors::Errors;
use crate::written::{Arguments, Body, Item};

/// The derive: read, check, emit. After a mistake the impls are stubs, so that one mistake stays one error.
pub(crate) fn derive(input: TokenStream, errors: &mut Errors) -> TokenStream {
    let Some(input) = errors.ok(syn::parse2::<DeriveInput>(input)) else { return TokenStream::new() };
    let item = Item::read(&input, errors);
    match (&item.arguments, &item.body) {
        (Arguments::Enum, Body::Enum(variants)) => choice::emit(&item, variants),
        (Arguments::Object(arguments), Body::Struct(fields)) => {
            check::object(fields, errors);
            check::companion(arguments.required.as_ref(), fields, errors);
            if !errors.is_empty() {
                return object::stub(&item);
            }
            let places = vec![Goes::Body; fields.len()];
            let object = object::emit(&item, fields, &places);
            let companion = companion::emit(&item, arguments.required.as_ref(), fields);
            quote!(#object #companion)
        }
        (Arguments::Endpoint(arguments), Body::Struct(fields)) => {
            check::companion(arguments.required.as_ref(), fields, errors);
            let request = check::request(arguments, fields, errors);
            let Some(request) = request.filter(|_| errors.is_empty()) else {
                let (object, endpoint) = (object::stub(&item), endpoint::stub(&item, arguments));
                return quote!(#object #endpoint);
            };
            let object = object::emit(&item, fields, &request.places);
            let endpoint = endpoint::emit(&item, arguments, &request);
            let companion = companion::emit(&item, arguments.required.as_ref(), fields);
            quote!(#object #endpoint #companion)
        }
        (Arguments::Endpoint(arguments), _) => {
            let (object, endpoint) = (object::stub(&item), endpoint::stub(&item, arguments));
            quote!(#object #endpoint)
        }
        (_, _) => object::stub(&item),
    }
}
