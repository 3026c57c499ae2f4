//! The request line of an endpoint, beside its table.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::check::Request;
use crate::written::{EndpointArguments, Item};

pub(super) fn emit(item: &Item, arguments: &EndpointArguments, request: &Request<'_>) -> TokenStream {
    let (ident, title) = (&item.ident, &item.title);
    let (method, path) = (format_ident!("{}", request.method), request.path);
    let response = response(arguments);
    let doc = arguments.doc.iter().map(|doc| quote!(.doc(#doc)));
    let success = arguments.success.iter().map(|status| quote!(.success(#status)));
    let number = request.number.iter().map(|(member, index)| {
        let index = Literal::usize_unsuffixed(*index);
        let name =
            quote_spanned!(member.span()=> __p::business_number(&<#ident as __p::Structure>::TABLE.fields[#index]));
        quote!(.number(#name))
    });
    // The value of the block that all of this stands in.
    let is_answer =
        arguments.response.iter().map(|response| quote_spanned!(response.span()=> __p::is_answer::<#ident>()));
    let unknown_on = arguments.unknown_on.iter().map(|statuses| quote!(.unknown_on(&#statuses)));
    quote! {
        // On its own, since rustc evaluates that whether or not anybody asks.
        const __OPERATION: __p::Operation = __p::Operation::new(__p::Method::#method, #path, #title)
            #(#doc)* #(#success)* #(#number)* #(#unknown_on)*;
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __p::Endpoint for #ident {
            const OPERATION: __p::Operation = __OPERATION;
            type Response = #response;
        }
        #(#is_answer)*
    }
}

pub(super) fn response(arguments: &EndpointArguments) -> TokenStream {
    arguments.response.as_ref().map_or_else(|| quote!(()), |response| quote!(#response))
}
