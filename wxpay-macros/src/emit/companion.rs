//! Construction by name, checked by the compiler, of a struct that stays open for new optional members.

use proc_macro2::TokenStream;
use quote::quote;

use crate::types::optional;
use crate::written::{Companion, Field, Item};

pub(super) fn emit(item: &Item, companion: Option<&Companion>, fields: &[Field]) -> TokenStream {
    let (Some(companion), ident, vis) = (companion, &item.ident, &item.vis) else { return TokenStream::new() };
    let (required, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|field| optional(&field.ty).is_none());
    let names: Vec<_> = required.iter().map(|field| &field.ident).collect();
    let blanks = rest.iter().map(|field| &field.ident);
    let door = &item.door;
    let new = match companion {
        Companion::Nothing => quote! {
            /// With no member set.
            #[must_use]
            #vis fn new() -> Self {
                Self { #(#blanks: #door::__private::None),* }
            }
        },
        Companion::Named(name) => quote! {
            /// With the required members set.
            #[must_use]
            #vis fn new(required: #name) -> Self {
                let #name { #(#names),* } = required;
                Self { #(#names,)* #(#blanks: #door::__private::None),* }
            }
        },
    };
    let literal = match companion {
        Companion::Nothing => TokenStream::new(),
        Companion::Named(name) => {
            let doc = format!("The members that [`{ident}`] cannot do without.");
            let types = required.iter().map(|field| &field.ty);
            let docs = required.iter().map(|field| &field.docs);
            quote! {
                #[doc = #doc]
                #vis struct #name { #(#(#docs)* pub #names: #types),* }
            }
        }
    };
    let setters = rest.iter().map(|field| setter(field, item));
    quote! {
        #literal
        impl #ident {
            #new
            #(#setters)*
        }
    }
}

fn setter(field: &Field, item: &Item) -> TokenStream {
    let (name, docs, vis, door) = (&field.ident, &field.docs, &item.vis, &item.door);
    let inner = optional(&field.ty);
    quote! {
        #(#docs)*
        #[must_use]
        #vis fn #name(mut self, #name: impl ::core::convert::Into<#inner>) -> Self {
            self.#name = #door::__private::Some(::core::convert::Into::into(#name));
            self
        }
    }
}
