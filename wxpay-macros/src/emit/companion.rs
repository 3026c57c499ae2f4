//! The companion struct, `new` and setters: construction by name, which the compiler checks. New optional members do not
//! break it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics, Path, parse_quote};

use super::object;
use crate::types::{names, optional, spelled};
use crate::valid::{Item, Member};
use crate::written::Companion;

/// The companion, which stands beside the item, and the methods, which stand where `__p` is imported.
#[derive(Default)]
pub(super) struct Made {
    pub(super) literal: TokenStream,
    pub(super) methods: TokenStream,
}

pub(super) fn emit(item: &Item<'_>, companion: &Companion, members: &[Member<'_>]) -> Made {
    let (required, rest) = split(members);
    let names: Vec<_> = required.iter().map(|member| member.ident).collect();
    let blanks = rest.iter().map(|member| object::blank(member));
    let new = quote!(Self { #(#names: required.#names,)* #(#blanks),* });
    with_bodies(item, companion, members, &new, |member| {
        let (name, ty) = (member.ident, member.ty);
        let set = match Way::of(member) {
            Way::Option => quote!(self.#name = ::core::convert::Into::into(value);),
            Way::Value => quote!(self.#name = __p::Some(::core::convert::Into::into(value));),
            Way::Either => quote!(__p::set(&mut self.#name, value);),
            Way::Alias => quote!(__p::Given::<#ty>::set(value, &mut self.#name);),
        };
        quote!(#set self)
    })
}

/// The same interface with bodies that never run.
pub(super) fn stub(item: &Item<'_>, companion: &Companion, members: &[Member<'_>]) -> Made {
    let new = match companion {
        Companion::Nothing => quote!(::core::unreachable!()),
        Companion::Named(_) => never(&quote!(required)),
    };
    with_bodies(item, companion, members, &new, |_| never(&quote!(value)))
}

fn never(unused: &TokenStream) -> TokenStream {
    quote! {
        let _ = #unused;
        ::core::unreachable!()
    }
}

fn with_bodies(
    item: &Item<'_>,
    companion: &Companion,
    members: &[Member<'_>],
    new: &TokenStream,
    set: impl Fn(&Member<'_>) -> TokenStream,
) -> Made {
    let (ident, vis) = (item.ident, item.vis);
    let (generics, arguments, clause) = item.generics.split_for_impl();
    let (required, rest) = split(members);
    let (literal, doc, argument) = match companion {
        Companion::Nothing => (TokenStream::new(), "With no member set.", TokenStream::new()),
        Companion::Named(name) => {
            let generics = used(item.generics, &required);
            let (_, arguments, _) = generics.split_for_impl();
            let literal = literal(item, name, &generics, &required);
            (literal, "With the required members set.", quote!(required: #name #arguments))
        }
    };
    let setters = rest.iter().filter(|member| member.ident.unraw() != "new").map(|member| {
        let body = set(member);
        setter(member, item, &body)
    });
    let hidden = hidden(item.door, companion, &rest);
    let methods = quote! {
        {
            #hidden
            impl #generics #ident #arguments #clause {
                #[doc = #doc]
                #[must_use]
                #vis fn new(#argument) -> Self {
                    #new
                }
                #(#setters)*
            }
        }
    };
    Made { literal, methods }
}

/// Imports functions with the names of the parameters. If the author's module has a constant or a unit struct of such a name, the
/// parameter would be a pattern for it; a function in a nearer scope prevents that, and rustdoc shows a plain name.
fn hidden(door: &Path, companion: &Companion, rest: &[&Member<'_>]) -> TokenStream {
    let required = matches!(companion, Companion::Named(_)).then(|| quote!(required));
    let value = (!rest.is_empty()).then(|| quote!(value));
    let names = required.iter().chain(&value);
    quote!(use #door::__private::{#(#names),*};)
}

fn literal(item: &Item<'_>, name: &syn::Ident, generics: &Generics, required: &[&Member<'_>]) -> TokenStream {
    let (vis, allowed) = (item.vis, item.allowed);
    let doc = format!("The members that [`{}`] cannot do without.", item.ident);
    let names = required.iter().map(|member| member.ident);
    let types = required.iter().map(|member| member.ty);
    let docs = required.iter().map(|member| member.docs);
    // The struct has `<>` too: rustc then reports an unknown type with the same words.
    let parameters = if generics.params.is_empty() { quote!(<>) } else { quote!(#generics) };
    quote! {
        #[doc = #doc]
        #allowed
        #vis struct #name #parameters { #(#(#docs)* pub #names: #types),* }
    }
}

fn setter(member: &Member<'_>, item: &Item<'_>, body: &TokenStream) -> TokenStream {
    let (name, docs, vis) = (member.ident, member.docs, item.vis);
    let ty = member.ty;
    let inner = optional(ty);
    let (by, value) = match Way::of(member) {
        Way::Option => (None, quote!(::core::convert::Into<__p::Option<#inner>>)),
        Way::Value => (None, quote!(::core::convert::Into<#inner>)),
        Way::Either => (Some(quote!(<__By>)), quote!(__p::IntoMember<#inner, __By>)),
        Way::Alias => (None, quote!(__p::Given<#ty>)),
    };
    quote! {
        #(#docs)*
        #[must_use]
        #vis fn #name #by(mut self, value: impl #value) -> Self {
            #body
        }
    }
}

/// The argument of a setter.
enum Way {
    /// A value that converts to an `Option` of the member. rustc takes a literal for an `i32` if it has a choice, and these
    /// integers do not convert from an `i32`.
    Option,
    /// A value that converts to the member. Free JSON also converts from an `Option`.
    Value,
    /// Either, or a list of texts.
    Either,
    /// A value that converts to the inner type of the alias.
    Alias,
}

impl Way {
    fn of(member: &Member<'_>) -> Self {
        if member.said_optional.is_some() {
            return Self::Alias;
        }
        let inner = optional(member.ty).map(spelled).unwrap_or_default();
        match inner.rsplit("::").next().unwrap_or_default() {
            "i16" | "u16" | "u32" | "u64" => Self::Option,
            "Value" => Self::Value,
            _ => Self::Either,
        }
    }
}

/// Generic parameters that the required members use, because a struct has to use all of its own. Only a stub has any.
fn used(generics: &Generics, required: &[&Member<'_>]) -> Generics {
    let is_used = |name: &syn::Ident| required.iter().any(|member| names(member.ty).contains(name));
    let params = generics.params.iter().filter(|param| match param {
        GenericParam::Lifetime(param) => is_used(&param.lifetime.ident),
        GenericParam::Type(param) => is_used(&param.ident),
        GenericParam::Const(param) => is_used(&param.ident),
    });
    parse_quote!(<#(#params),*>)
}

/// The required members, and the rest.
fn split<'a>(members: &'a [Member<'a>]) -> (Vec<&'a Member<'a>>, Vec<&'a Member<'a>>) {
    members.iter().partition(|member| !member.optional)
}
