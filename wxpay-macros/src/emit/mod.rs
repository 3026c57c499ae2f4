//! The code: tables and the few lines that let core walk them.

mod choice;
mod companion;
mod endpoint;
mod object;
mod stub;

use proc_macro2::TokenStream;
use quote::quote;

use crate::check::{self, Goes};
use crate::errors::Errors;
use crate::written::{Arguments, Body, EndpointArguments, Field, Item, ObjectArguments};

/// Checks what was read, and emits it. After a mistake the impls are stubs, so that one mistake stays one error.
pub(crate) fn item(item: &Item, errors: &mut Errors) -> TokenStream {
    let output = match (&item.arguments, &item.body) {
        (Arguments::Enum(arguments), Body::Enum(variants)) => {
            Some(choice::emit(item, &check::choice(&item.ident, arguments, variants, errors)))
        }
        (Arguments::Object(arguments), Body::Struct(fields)) => Some(object(item, arguments, fields, errors)),
        (Arguments::Endpoint(arguments), Body::Struct(fields)) => endpoint(item, arguments, fields, errors),
        _ => None,
    };
    output.filter(|_| errors.is_empty()).unwrap_or_else(|| stub::emit(item))
}

fn object(item: &Item, arguments: &ObjectArguments, fields: &[Field], errors: &mut Errors) -> TokenStream {
    let companion = arguments.required.as_ref();
    check::object(fields, errors);
    check::companion(item, companion, fields, errors);
    let object = object::emit(item, fields, &vec![Goes::Body; fields.len()], None);
    let companion = companion.map(|companion| companion::emit(item, companion, fields));
    quote!(#object #companion)
}

fn endpoint(item: &Item, arguments: &EndpointArguments, fields: &[Field], errors: &mut Errors) -> Option<TokenStream> {
    let companion = arguments.required.as_ref();
    check::companion(item, companion, fields, errors);
    let request = check::request(arguments, fields, errors)?;
    let endpoint = endpoint::emit(item, arguments, fields, &request);
    let object = object::emit(item, fields, &request.places, Some(endpoint));
    let companion = companion.map(|companion| companion::emit(item, companion, fields));
    Some(quote!(#object #companion))
}
