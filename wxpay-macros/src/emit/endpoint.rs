//! The request line of an endpoint, beside its table.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::check::Request;
use crate::types::Leaf;
use crate::written::{EndpointArguments, Field, Item};

pub(super) fn emit(item: &Item, arguments: &EndpointArguments, fields: &[Field], request: &Request<'_>) -> TokenStream {
    let (ident, title) = (&item.ident, &item.title);
    let (method, path) = (format_ident!("{}", request.method), request.path);
    let response = response(arguments);
    let doc = arguments.doc.iter().map(|doc| quote!(.doc(#doc)));
    let success = arguments.success.iter().map(|status| quote!(.success(#status)));
    let number = request
        .number
        .iter()
        .map(|(_, index)| fields.get(*index).map(Field::wire_name))
        .map(|name| quote!(.number(#name)));
    let is_number = request.number.iter().map(|(word, index)| {
        let ty = fields.get(*index).filter(|field| field.leaf == Leaf::Other).map(|field| &field.ty).into_iter();
        quote_spanned!(word.span()=> #(__p::is_business_number(&<#ty as __p::Payload>::MEMBER);)*)
    });
    // The value of the block that all of this stands in.
    let is_answer =
        arguments.response.iter().map(|response| quote_spanned!(response.span()=> __p::is_answer::<#ident>()));
    let unknown_on = arguments.unknown_on.iter().map(|statuses| quote!(.unknown_on(&#statuses)));
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __p::Endpoint for #ident {
            const OPERATION: __p::Operation = __p::Operation::new(__p::Method::#method, #path, #title)
                #(#doc)* #(#success)* #(#number)* #(#unknown_on)*;
            type Response = #response;
        }
        #(#is_number)*
        #(#is_answer)*
    }
}

pub(super) fn response(arguments: &EndpointArguments) -> TokenStream {
    arguments.response.as_ref().map_or_else(|| quote!(()), |response| quote!(#response))
}
