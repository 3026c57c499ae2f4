//! Construction by name, checked by the compiler, of a struct that stays open for new optional members.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics, parse_quote};

use crate::types::{names, optional, spelled};
use crate::written::{Companion, Field, Item};

pub(super) fn emit(item: &Item, companion: &Companion, fields: &[Field]) -> TokenStream {
    let (required, rest) = split(fields);
    let names: Vec<_> = required.iter().map(|field| &field.ident).collect();
    let (blanks, door) = (rest.iter().map(|field| &field.ident), &item.door);
    let opened = match companion {
        Companion::Nothing => TokenStream::new(),
        Companion::Named(name) => quote!(let #name { #(#names),* } = required;),
    };
    let new = quote! {
        #opened
        Self { #(#names,)* #(#blanks: #door::__private::None),* }
    };
    with_bodies(item, companion, fields, &new, |field| {
        let name = &field.ident;
        let set = if takes_literals(field) {
            quote!(self.#name = ::core::convert::Into::into(#name);)
        } else {
            quote!(#door::__private::set(&mut self.#name, #name);)
        };
        quote!(#set self)
    })
}

/// The same to use, and never run.
pub(super) fn stub(item: &Item, companion: &Companion, fields: &[Field]) -> TokenStream {
    let new = match companion {
        Companion::Nothing => quote!(::core::unreachable!()),
        Companion::Named(_) => never(&parse_quote!(required)),
    };
    with_bodies(item, companion, fields, &new, |field| never(&field.ident))
}

fn never(unused: &syn::Ident) -> TokenStream {
    quote! {
        let _ = #unused;
        ::core::unreachable!()
    }
}

fn with_bodies(
    item: &Item,
    companion: &Companion,
    fields: &[Field],
    new: &TokenStream,
    set: impl Fn(&Field) -> TokenStream,
) -> TokenStream {
    let (ident, vis) = (&item.ident, &item.vis);
    let (generics, arguments, clause) = item.generics.split_for_impl();
    let (required, rest) = split(fields);
    let (literal, doc, argument) = match companion {
        Companion::Nothing => (TokenStream::new(), "With no member set.", TokenStream::new()),
        Companion::Named(name) => {
            let generics = used(&item.generics, &required);
            let (_, arguments, _) = generics.split_for_impl();
            let literal = literal(item, name, &generics, &required);
            (literal, "With the required members set.", quote!(required: #name #arguments))
        }
    };
    let setters = rest.iter().filter(|field| field.ident.unraw() != "new").map(|field| {
        let body = set(field);
        setter(field, item, &body)
    });
    quote! {
        #literal
        impl #generics #ident #arguments #clause {
            #[doc = #doc]
            #[must_use]
            #vis fn new(#argument) -> Self {
                #new
            }
            #(#setters)*
        }
    }
}

fn literal(item: &Item, name: &syn::Ident, generics: &Generics, required: &[&Field]) -> TokenStream {
    let vis = &item.vis;
    let doc = format!("The members that [`{}`] cannot do without.", item.ident);
    let names = required.iter().map(|field| &field.ident);
    let types = required.iter().map(|field| &field.ty);
    let docs = required.iter().map(|field| &field.docs);
    quote! {
        #[doc = #doc]
        #vis struct #name #generics { #(#(#docs)* pub #names: #types),* }
    }
}

fn setter(field: &Field, item: &Item, body: &TokenStream) -> TokenStream {
    let (name, docs, vis) = (&field.ident, &field.docs, &item.vis);
    let (inner, door) = (optional(&field.ty), &item.door);
    let (by, argument) = if takes_literals(field) {
        (None, quote!(::core::convert::Into<::core::option::Option<#inner>>))
    } else {
        (Some(quote!(<__By>)), quote!(#door::__private::IntoMember<#inner, __By>))
    };
    quote! {
        #(#docs)*
        #[must_use]
        #vis fn #name #by(mut self, #name: impl #argument) -> Self {
            #body
        }
    }
}

/// Tells whether the member is an integer that a literal becomes only where nothing else does: rustc takes a literal for an
/// `i32` where it has a choice, and these are not made of one.
fn takes_literals(field: &Field) -> bool {
    let inner = optional(&field.ty).map(spelled).unwrap_or_default();
    ["i16", "u16", "u32", "u64"].contains(&inner.rsplit("::").next().unwrap_or_default())
}

/// Those parameters that the required members name, since a struct has to use all of its own. There are none but in a
/// stub.
fn used(generics: &Generics, required: &[&Field]) -> Generics {
    let is_used = |name: &syn::Ident| required.iter().any(|field| names(&field.ty).contains(name));
    let params = generics.params.iter().filter(|param| match param {
        GenericParam::Lifetime(param) => is_used(&param.lifetime.ident),
        GenericParam::Type(param) => is_used(&param.ident),
        GenericParam::Const(param) => is_used(&param.ident),
    });
    parse_quote!(<#(#params),*>)
}

/// The required members, and the rest.
fn split(fields: &[Field]) -> (Vec<&Field>, Vec<&Field>) {
    fields.iter().partition(|field| optional(&field.ty).is_none())
}
