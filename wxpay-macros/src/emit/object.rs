//! A struct's table, and its members by their index in it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Token;
use syn::spanned::Spanned as _;

use crate::check::Goes;
use crate::types::{Leaf, optional};
use crate::written::{Bounds, Field, Item, Rule};

/// With the `endpoint` that the struct may be.
pub(super) fn emit(item: &Item, fields: &[Field], places: &[Goes], endpoint: Option<TokenStream>) -> TokenStream {
    let (ident, door) = (&item.ident, &item.door);
    let patterns = fields.iter().enumerate().filter_map(|(index, field)| pattern(field, index));
    let table = table(item, fields, places);
    let (plain, others): (Vec<_>, Vec<_>) = fields.iter().enumerate().partition(|(_, field)| is_plain(field));
    let blanks = fields.iter().map(blank);
    let member = access(&plain, &others, None, "node", &quote!(__p::Node::Absent));
    let member_mut = access(&plain, &others, Some(<Token![mut]>::default()), "slot", &quote!(__p::Slot::None));
    quote! {
        const _: () = {
            use #door::__private as __p;
            #(#patterns)*
            #table
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Structure for #ident {
                fn blank_struct() -> Self {
                    Self { #(#blanks),* }
                }
                fn member(&self, __index: usize) -> __p::Node<'_> {
                    #member
                }
                fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
                    #member_mut
                }
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Payload for #ident {
                type Shape = __p::Struct;
            }
            #[automatically_derived]
            impl __p::Serialize for #ident {
                fn serialize<__S: __p::Serializer>(&self, serializer: __S) -> __p::Result<__S::Ok, __S::Error> {
                    __p::serialize(self, serializer)
                }
            }
            #[automatically_derived]
            impl<'__de> __p::Deserialize<'__de> for #ident {
                fn deserialize<__D: __p::Deserializer<'__de>>(deserializer: __D) -> __p::Result<Self, __D::Error> {
                    __p::deserialize(deserializer)
                }
            }
            #endpoint
        };
    }
}

/// A member by its index, through the method `node` or `slot`; beyond the table `nothing`.
///
/// Where a type is sure to be a payload, an arm is a pointer, which costs a fraction of a call to check and to compile.
fn access(
    plain: &[(usize, &Field)],
    others: &[(usize, &Field)],
    mutable: Option<Token![mut]>,
    method: &str,
    nothing: &TokenStream,
) -> TokenStream {
    let method = format_ident!("{method}");
    let calls = others.iter().map(|(index, field)| {
        let (index, name, ty, as_) = (Literal::usize_unsuffixed(*index), &field.ident, &field.ty, through(field));
        let call = quote_spanned!(ty.span()=> <#ty as __p::#as_>::#method(&#mutable self.#name));
        if plain.is_empty() { quote!(#index => #call) } else { quote!(#index => return #call) }
    });
    if plain.is_empty() {
        return quote!(match __index { #(#calls,)* _ => #nothing });
    }
    let index = plain.iter().map(|(index, _)| Literal::usize_unsuffixed(*index));
    let names = plain.iter().map(|(_, field)| &field.ident);
    quote! {
        let __member: &#mutable dyn __p::Message = match __index {
            #(#index => &#mutable self.#names,)*
            #(#calls,)*
            _ => return #nothing,
        };
        __member.#method()
    }
}

/// A member to read into; an optional one is absent, which needs no function of its own.
fn blank(field: &Field) -> TokenStream {
    let (name, ty, as_) = (&field.ident, &field.ty, through(field));
    if optional(ty).is_some() {
        quote!(#name: __p::None)
    } else if is_plain(field) {
        quote!(#name: __p::Payload::blank())
    } else {
        quote_spanned!(ty.span()=> #name: <#ty as __p::#as_>::blank())
    }
}

fn is_plain(field: &Field) -> bool {
    field.opaque.is_none() && field.leaf != Leaf::Other
}

/// The trait through which core sees a member.
fn through(field: &Field) -> Ident {
    Ident::new(if field.opaque.is_some() { "Opaque" } else { "Payload" }, field.ty.span())
}

/// The table, and what makes the build fail where a type that is hidden from the macro does not fit its place or rules.
fn table(item: &Item, fields: &[Field], places: &[Goes]) -> TokenStream {
    let (ident, title) = (&item.ident, item.ident.to_string());
    let names = fields.iter().map(Field::wire_name);
    let members: Vec<_> = fields.iter().zip(places).map(|(field, place)| member(field, *place)).collect();
    let counts = fields.iter().map(|field| Literal::usize_unsuffixed(field.rules.len()));
    let rules = fields.iter().enumerate().flat_map(|(index, field)| rules(field, index));
    let rules = list(rules, fields.iter().any(has_pattern));
    let hidden = fields.iter().zip(&members).enumerate().filter(|(_, (field, _))| is_hidden(field));
    let fits = hidden.map(|(index, (field, member))| {
        let rules = list(self::rules(field, index), has_pattern(field));
        quote_spanned!(field.ty.span()=> #member.fits(#rules);)
    });
    quote! {
        #[automatically_derived]
        impl<__P> __p::Declared<__P> for #ident {
            const DECLARED: __p::Table =
                __p::Table::new(#title, &__p::fields([#(#names),*], [#(#members),*], [#(#counts),*], #rules));
        }
        #(#fits)*
    }
}

fn is_hidden(field: &Field) -> bool {
    field.opaque.is_none() && field.leaf == Leaf::Other
}

/// What the type says of a member, and what it does not. The type's span stands under whatever the type cannot do.
fn member(field: &Field, place: Goes) -> TokenStream {
    let (ty, label) = (&field.ty, field.label.iter());
    let compared = field.compared.iter();
    let place = match place {
        Goes::Path => Some("path"),
        Goes::Query => Some("query"),
        Goes::Body => None,
        Goes::Header => Some("header"),
        Goes::Part => Some("part"),
    };
    let place = place.map(|place| Ident::new(place, ty.span())).into_iter();
    let said = if field.opaque.is_some() {
        let required = optional(ty).is_none();
        quote_spanned!(ty.span()=> __p::Field::opaque(#required))
    } else {
        quote_spanned!(ty.span()=> <#ty as __p::Payload>::MEMBER)
    };
    quote_spanned!(ty.span()=> #said #(.#place())* #(.#compared())* #(.label(#label))*)
}

/// What refers to a static has to be a constant itself.
fn list(rules: impl Iterator<Item = TokenStream>, has_pattern: bool) -> TokenStream {
    let list = quote!(&[#(#rules),*]);
    if has_pattern { quote!(const { #list }) } else { list }
}

fn rules(field: &Field, index: usize) -> impl Iterator<Item = TokenStream> {
    let unit = if field.bytes.is_some() || field.leaf == Leaf::File { quote!(Bytes) } else { quote!(Characters) };
    field.rules.iter().map(move |(_, rule)| match rule {
        Rule::Len(bounds) => {
            let (min, max) = counts(bounds);
            quote!(__p::Rule::Len { min: #min, max: #max, unit: __p::Unit::#unit })
        }
        Rule::Pattern(_) => {
            let name = pattern_name(index);
            quote!(__p::Rule::Pattern(&#name))
        }
        Rule::Range(bounds) => {
            let min = Literal::i64_suffixed(bounds.min.unwrap_or(i64::MIN));
            let max = Literal::i64_suffixed(bounds.max.unwrap_or(i64::MAX));
            quote!(__p::Rule::Range { min: #min, max: #max })
        }
        Rule::Items(bounds) => {
            let (min, max) = counts(bounds);
            quote!(__p::Rule::Items { min: #min, max: #max })
        }
        Rule::Url { path } => quote!(__p::Rule::Url { path: #path }),
        Rule::Extensions(endings) => quote!(__p::Rule::Extensions(&#endings)),
        Rule::FileName => quote!(__p::Rule::FileName),
        Rule::Sha256 => quote!(__p::Rule::Sha256),
        Rule::Check(check) => quote_spanned!(check.span()=> __p::Rule::Check(#check)),
    })
}

/// A regular expression is compiled once, in a place of its own.
fn pattern(field: &Field, index: usize) -> Option<TokenStream> {
    let mut patterns = field.rules.iter().filter_map(|(_, rule)| match rule {
        Rule::Pattern(pattern) => Some(pattern),
        _ => None,
    });
    let (pattern, name) = (patterns.next()?, pattern_name(index));
    Some(quote!(static #name: __p::Pattern = __p::Pattern::new(#pattern);))
}

fn has_pattern(field: &Field) -> bool {
    field.rules.iter().any(|(_, rule)| matches!(rule, Rule::Pattern(_)))
}

fn pattern_name(index: usize) -> syn::Ident {
    format_ident!("__PATTERN_{index}")
}

fn counts(bounds: &Bounds) -> (Literal, Literal) {
    let count = |end: Option<i64>, missing| end.and_then(|end| usize::try_from(end).ok()).unwrap_or(missing);
    (Literal::usize_unsuffixed(count(bounds.min, 0)), Literal::usize_unsuffixed(count(bounds.max, usize::MAX)))
}
