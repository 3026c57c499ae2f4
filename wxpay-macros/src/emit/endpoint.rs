//! The request line of an endpoint, beside its table.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use crate::types::Leaf;
use crate::valid::{Request, Struct};

pub(super) fn emit(ident: &Ident, declared: &Struct<'_>, request: &Request<'_>) -> TokenStream {
    let (path, title) = (request.path, request.title);
    let method = format_ident!("{}", format!("{:?}", request.method));
    let answer = response(request.response);
    let doc = request.doc.iter().map(|doc| quote!(.doc(#doc)));
    let success = request.success.iter().map(|status| quote!(.success(#status)));
    let business = request.number.and_then(|(word, index)| Some((word, declared.members.get(index)?)));
    let number = business.iter().map(|(_, member)| &member.name).map(|name| quote!(.number(#name)));
    let is_number = business.iter().map(|(word, member)| {
        let ty = Some(member.ty).filter(|_| member.leaf == Leaf::Other).into_iter();
        quote_spanned!(word.span()=> #(__p::is_business_number(&<#ty as __p::Member>::MEMBER);)*)
    });
    // The value of the block that all of this stands in.
    let is_answer =
        request.response.iter().map(|response| quote_spanned!(response.span()=> __p::is_answer::<#ident>()));
    let unknown_on = request.unknown_on.iter().map(|statuses| {
        let statuses = &statuses.0;
        quote!(.unknown_on(&#statuses))
    });
    quote! {
        #[automatically_derived]
        impl __p::Endpoint for #ident {
            const OPERATION: __p::Operation = __p::Operation::new(__p::Method::#method, #path, #title)
                #(#doc)* #(#success)* #(#number)* #(#unknown_on)*;
            type Response = #answer;
        }
        #(#is_number)*
        #(#is_answer)*
    }
}

pub(super) fn response(written: Option<&Type>) -> TokenStream {
    written.map_or_else(|| quote!(()), |response| quote!(#response))
}
