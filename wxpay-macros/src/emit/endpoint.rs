//! The request line of an endpoint, and its impls.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Type};

use crate::types::Leaf;
use crate::valid::{End, Host, Pages, Request, Struct, Turn};

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
    // This is the value of the surrounding block.
    let is_answer =
        request.response.iter().map(|response| quote_spanned!(response.span()=> __p::is_answer::<#ident>()));
    let unknown_on = request.unknown_on.iter().map(|statuses| {
        let statuses = &statuses.0;
        quote!(.unknown_on(&#statuses))
    });
    let host = Some(format_ident!("{}", format!("{:?}", request.host))).filter(|_| request.host != Host::Domestic);
    let host = host.iter().map(|host| quote!(.host(__p::HostRole::#host)));
    let pages = request.pages.iter().map(pages);
    let file = request.file.then(|| quote!(.file()));
    let operation = quote! {
        const OPERATION: __p::Operation = __p::Operation::new(__p::Method::#method, #path, #title)
            #(#doc)* #(#success)* #(#number)* #(#unknown_on)* #(#host)* #(#pages)* #file;
    };
    if request.file {
        // Another type with the name `Bytes` does not fit.
        let same = quote_spanned!(request.response.span()=> |__file| __file);
        let is_bytes = quote!(let _: fn(#answer) -> __p::Bytes = #same;);
        return quote! {
            #[automatically_derived]
            impl __p::FileEndpoint for #ident {
                #operation
            }
            #is_bytes
        };
    }
    let paged = request.pages.iter().map(|pages| {
        let answered = answered(pages);
        quote! {
            #[automatically_derived]
            impl __p::Paged for #ident {}
            let __answer = __p::answer::<#ident>();
            #answered
        }
    });
    quote! {
        #[automatically_derived]
        impl __p::Endpoint for #ident {
            #operation
            type Response = #answer;
        }
        #(#is_number)*
        #(#paged)*
        #(#is_answer)*
    }
}

/// Checks of the members of the answer, each on its own token.
fn answered(pages: &Pages<'_>) -> TokenStream {
    let items = pages.items;
    let items = quote_spanned!(items.span()=> __p::has_list(__answer, #items););
    let end = match pages.end {
        End::Total(member) => quote_spanned!(member.span()=> __p::has_total(__answer, #member);),
        End::Next(member) => quote_spanned!(member.span()=> __p::has_next(__answer, #member);),
        End::Short => TokenStream::new(),
    };
    quote!(#items #end)
}

fn pages(pages: &Pages<'_>) -> TokenStream {
    let turn = match pages.turn {
        Turn::Offset(member) => quote!(Offset(#member)),
        Turn::Page(member, first) => quote!(Page { member: #member, first: #first }),
        Turn::Token(member) => quote!(Token(#member)),
    };
    let end = match pages.end {
        End::Total(member) => quote!(Total(#member)),
        End::Next(member) => quote!(Next(#member)),
        End::Short => quote!(Short),
    };
    let limit = pages.limit.map_or_else(|| quote!(__p::None), |limit| quote!(__p::Some(#limit)));
    let items = pages.items;
    quote!(.pages(&__p::Paging::new(__p::Turn::#turn, #limit, #items, __p::End::#end)))
}

pub(super) fn response(written: Option<&Type>) -> TokenStream {
    written.map_or_else(|| quote!(()), |response| quote!(#response))
}
