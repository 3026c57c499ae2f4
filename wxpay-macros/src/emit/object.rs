//! A struct's table, and its members by their index in it.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::check::Goes;
use crate::types::optional;
use crate::written::{Bounds, Field, Item, Rule};

pub(super) fn emit(item: &Item, fields: &[Field], places: &[Goes]) -> TokenStream {
    let (ident, door) = (&item.ident, &item.door);
    let rules = fields.iter().enumerate().map(|(index, field)| rules(field, index));
    let entries = fields.iter().zip(places).enumerate().map(|(index, (field, place))| entry(field, *place, index));
    let index = (0..fields.len()).map(Literal::usize_unsuffixed);
    let slots_index = index.clone();
    let blanks = fields.iter().map(|field| {
        let (name, ty) = (&field.ident, &field.ty);
        match field.opaque {
            Some(_) => quote_spanned!(ty.span()=> #name: <#ty as __p::Opaque>::blank()),
            None => quote_spanned!(ty.span()=> #name: <#ty as __p::Payload>::blank()),
        }
    });
    let nodes = fields.iter().map(|field| {
        let (name, ty) = (&field.ident, &field.ty);
        match field.opaque {
            Some(_) => quote_spanned!(ty.span()=> <#ty as __p::Opaque>::node(&self.#name)),
            None => quote_spanned!(ty.span()=> <#ty as __p::Payload>::node(&self.#name)),
        }
    });
    let slots = fields.iter().map(|field| {
        let (name, ty) = (&field.ident, &field.ty);
        match field.opaque {
            Some(_) => quote_spanned!(ty.span()=> <#ty as __p::Opaque>::slot(&mut self.#name)),
            None => quote_spanned!(ty.span()=> <#ty as __p::Payload>::slot(&mut self.#name)),
        }
    });
    let name = ident.to_string();
    quote! {
        const _: () = {
            use #door::__private as __p;
            #(#rules)*
            const __FIELDS: &[__p::Field] = &[#(#entries),*];
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Structure for #ident {
                const TABLE: &'static __p::Table = &__p::Table::new(#name, __FIELDS);
            }
            #[automatically_derived]
            impl __p::Object for #ident {
                fn table(&self) -> &'static __p::Table {
                    <Self as __p::Structure>::TABLE
                }
                fn member(&self, __index: usize) -> __p::Node<'_> {
                    match __index {
                        #(#index => #nodes,)*
                        _ => __p::Node::Absent,
                    }
                }
                fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
                    match __index {
                        #(#slots_index => #slots,)*
                        _ => __p::Slot::None,
                    }
                }
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Payload for #ident {
                const KIND: __p::Kind = __p::Kind::Object(|| <Self as __p::Structure>::TABLE);
                fn blank() -> Self {
                    Self { #(#blanks),* }
                }
                fn node(&self) -> __p::Node<'_> {
                    __p::Node::Object(self)
                }
                fn slot(&mut self) -> __p::Slot<'_> {
                    __p::Slot::Object(self)
                }
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
        };
    }
}

/// One line of the table. The type's span stands under whatever the type cannot do.
fn entry(field: &Field, place: Goes, index: usize) -> TokenStream {
    let (name, ty) = (field.wire_name(), &field.ty);
    let place = match place {
        Goes::Path => quote!(Path),
        Goes::Query => quote!(Query),
        Goes::Body => quote!(Body),
        Goes::Header => quote!(Header),
    };
    let member = match field.opaque {
        Some(_) => {
            let required = optional(ty).is_none();
            quote!((__p::Kind::Json, #required))
        }
        None => quote_spanned!(ty.span()=> <#ty as __p::Payload>::MEMBER),
    };
    let rules = if field.rules.is_empty() { quote!(&[]) } else { rules_name(index).to_token_stream() };
    let label = match &field.label {
        Some(label) => quote!(__p::Some(#label)),
        None => quote!(__p::None),
    };
    quote_spanned!(ty.span()=> __p::Field::new(#name, __p::Place::#place, #member, #rules, #label))
}

/// A field's rules have a place of their own, and so has a regular expression, which is compiled once.
fn rules(field: &Field, index: usize) -> TokenStream {
    if field.rules.is_empty() {
        return TokenStream::new();
    }
    let (name, pattern_name) = (rules_name(index), format_ident!("__PATTERN_{index}"));
    let mut statics = TokenStream::new();
    let unit = if field.bytes.is_some() { quote!(Bytes) } else { quote!(Characters) };
    let rules: Vec<_> = field
        .rules
        .iter()
        .map(|(_, rule)| match rule {
            Rule::Len(bounds) => {
                let (min, max) = counts(bounds);
                quote!(__p::Rule::Len { min: #min, max: #max, unit: __p::Unit::#unit })
            }
            Rule::Pattern(pattern) => {
                statics.extend(quote!(static #pattern_name: __p::Pattern = __p::Pattern::new(#pattern);));
                quote!(__p::Rule::Pattern(&#pattern_name))
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
            Rule::Check(check) => quote_spanned!(check.span()=> __p::Rule::Check(#check)),
        })
        .collect();
    quote! {
        #statics
        const #name: &[__p::Rule] = &[#(#rules),*];
    }
}

fn rules_name(index: usize) -> syn::Ident {
    format_ident!("__RULES_{index}")
}

fn counts(bounds: &Bounds) -> (Literal, Literal) {
    let count = |end: Option<i64>, missing| end.and_then(|end| usize::try_from(end).ok()).unwrap_or(missing);
    (Literal::usize_unsuffixed(count(bounds.min, 0)), Literal::usize_unsuffixed(count(bounds.max, usize::MAX)))
}
