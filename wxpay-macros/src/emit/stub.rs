//! Impls that never run, for an item with a mistake. The build fails anyway; the stubs prevent an error for each use of the item
//! in the rest of the author's crate.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse_quote;

use super::choice::Words;
use super::companion;
use crate::check;
use crate::types::{is_file, names};
use crate::valid::Kind;
use crate::written::{Arguments, Body, Companion, EndpointArguments, Item};

/// The interface that the item has without the mistake.
pub(crate) fn emit(item: &Item) -> TokenStream {
    let companion::Made { literal, methods } = companion(item).unwrap_or_default();
    let rest = match &item.arguments {
        Arguments::Endpoint(arguments) => {
            let (object, endpoint) = (object(item, "Request"), endpoint(item, arguments));
            quote!(#object #endpoint)
        }
        Arguments::Object(_) => object(item, "Struct"),
        Arguments::Enum(_) => choice(item),
    };
    let (door, allowed) = (&item.door, &item.allowed);
    quote! {
        #allowed
        const _: () = {
            use #door::__private as __p;
            #rest
            #methods
        };
        #literal
    }
}

fn payload(item: &Item, shape: &str) -> TokenStream {
    let (ident, shape) = (&item.ident, format_ident!("{shape}"));
    let (generics, arguments, clause) = item.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #generics __p::Payload for #ident #arguments #clause {
            type Shape = __p::#shape;
        }
    }
}

fn object(item: &Item, shape: &str) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, clause) = item.generics.split_for_impl();
    let mut reading = item.generics.clone();
    reading.params.insert(0, parse_quote!('__de));
    let (reading, _, _) = reading.split_for_impl();
    let payload = payload(item, shape);
    quote! {
        #payload
        impl #generics __p::Declared<()> for #ident #arguments #clause {
            const DECLARED: __p::Table = __p::Table::new("", &[]);
        }
        #[automatically_derived]
        impl #generics __p::Structure for #ident #arguments #clause {
            fn blank_struct() -> Self {
                ::core::unreachable!()
            }
            fn member(&self, _: usize) -> __p::Node<'_> {
                ::core::unreachable!()
            }
            fn member_mut(&mut self, _: usize) -> __p::Slot<'_> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #generics __p::Serialize for #ident #arguments #clause {
            fn serialize<__S: __p::Serializer>(&self, _: __S) -> __p::Result<__S::Ok, __S::Error> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #reading __p::Deserialize<'__de> for #ident #arguments #clause {
            fn deserialize<__D: __p::Deserializer<'__de>>(_: __D) -> __p::Result<Self, __D::Error> {
                ::core::unreachable!()
            }
        }
    }
}

fn endpoint(item: &Item, written: &EndpointArguments) -> TokenStream {
    let (ident, response) = (&item.ident, super::endpoint::response(written.response.as_ref()));
    let mut generics = item.generics.clone();
    if !generics.params.is_empty() {
        generics.make_where_clause().predicates.push(parse_quote!(Self: ::core::marker::Sync));
    }
    let (generics, arguments, clause) = generics.split_for_impl();
    let operation = quote! {
        const OPERATION: __p::Operation = __p::Operation::new(__p::Method::Get, "", "");
    };
    if written.response.as_ref().is_some_and(is_file) {
        return quote! {
            #[automatically_derived]
            impl #generics __p::FileEndpoint for #ident #arguments #clause {
                #operation
            }
        };
    }
    let paged = written.pages.iter().map(|_| {
        quote! {
            #[automatically_derived]
            impl #generics __p::Paged for #ident #arguments #clause {}
        }
    });
    quote! {
        #[automatically_derived]
        impl #generics __p::Endpoint for #ident #arguments #clause {
            #operation
            type Response = #response;
        }
        #(#paged)*
    }
}

fn choice(item: &Item) -> TokenStream {
    let ident = &item.ident;
    let (generics, arguments, clause) = item.generics.split_for_impl();
    let payload = payload(item, "OneOf");
    let mut reading = item.generics.clone();
    reading.params.insert(0, parse_quote!('__de));
    let (reading, _, _) = reading.split_for_impl();
    // A struct under `#[wxpay_enum]` keeps the `Debug` that its author derives.
    let debug = matches!(item.body, Body::Enum(_)).then(|| {
        quote! {
            #[automatically_derived]
            impl #generics ::core::fmt::Debug for #ident #arguments #clause {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            }
        }
    });
    let Words { value, other, known, read, err } = Words::of(is_integer(item));
    quote! {
        #payload
        #[automatically_derived]
        impl #generics __p::Choice for #ident #arguments #clause {
            const VALUES: &'static [&'static str] = &[];
            fn known(_: usize) -> __p::Option<Self> {
                ::core::unreachable!()
            }
            fn unknown(_: __p::Other) -> Self {
                ::core::unreachable!()
            }
            fn index(&self) -> __p::Result<usize, &__p::Other> {
                ::core::unreachable!()
            }
        }
        #debug
        #[automatically_derived]
        impl #generics ::core::fmt::Display for #ident #arguments #clause {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #generics ::core::str::FromStr for #ident #arguments #clause {
            type Err = #err;
            fn from_str(_: &str) -> __p::Result<Self, #err> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #generics __p::Serialize for #ident #arguments #clause {
            fn serialize<__S: __p::Serializer>(&self, _: __S) -> __p::Result<__S::Ok, __S::Error> {
                ::core::unreachable!()
            }
        }
        #[automatically_derived]
        impl #reading __p::Deserialize<'__de> for #ident #arguments #clause {
            fn deserialize<__D: __p::Deserializer<'__de>>(_: __D) -> __p::Result<Self, __D::Error> {
                ::core::unreachable!()
            }
        }
        impl #generics #ident #arguments #clause {
            pub const VALUES: &'static [#value] = &[];
            pub fn #read(&self) -> #known {
                ::core::unreachable!()
            }
            pub fn other(_: #other) -> Self {
                ::core::unreachable!()
            }
        }
    }
}

/// Returns true if any variant has a number.
fn is_integer(item: &Item) -> bool {
    matches!(&item.body, Body::Enum(variants) if variants.iter().any(|variant| variant.number.is_some()))
}

/// The companion, as far as the fields are known. There is no stub for one with the name of the item or of a member's type.
fn companion(item: &Item) -> Option<companion::Made> {
    let shown = check::shown(item)?;
    let Kind::Struct(declared) = &shown.kind else { return None };
    let is_free = |companion: &&Companion| {
        let mut types = declared.members.iter().flat_map(|member| names(member.ty));
        !companion.is_called(&item.ident) && !types.any(|name| companion.is_called(&name))
    };
    let companion = declared.companion.filter(is_free)?;
    Some(companion::stub(&shown, companion, &declared.members))
}
