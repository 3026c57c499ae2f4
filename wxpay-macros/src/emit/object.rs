//! A struct's table, and its members by their index in it.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::check::Goes;
use crate::types::optional;
use crate::written::{Bounds, Field, Item, Rule};

pub(super) fn emit(item: &Item, fields: &[Field], places: &[Goes]) -> TokenStream {
    let (ident, door) = (&item.ident, &item.door);
    let patterns = fields.iter().enumerate().filter_map(|(index, field)| pattern(field, index));
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
            #(#patterns)*
            const __FIELDS: &[__p::Field] = &[#(#entries),*];
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Structure for #ident {
                const TABLE: &'static __p::Table = &__p::Table::new(#name, __FIELDS);
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
                const KIND: __p::Kind = __p::Kind::Object(__p::table::<Self>);
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
    let rules = if has_pattern(field) { rules_name(index).to_token_stream() } else { rules(field, index) };
    let label = match &field.label {
        Some(label) => quote!(__p::Some(#label)),
        None => quote!(__p::None),
    };
    quote_spanned!(ty.span()=> __p::Field::new(#name, __p::Place::#place, #member, #rules, #label))
}

fn rules(field: &Field, index: usize) -> TokenStream {
    let unit = if field.bytes.is_some() { quote!(Bytes) } else { quote!(Characters) };
    let rules = field.rules.iter().map(|(_, rule)| match rule {
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
        Rule::Check(check) => quote_spanned!(check.span()=> __p::Rule::Check(#check)),
    });
    quote!(&[#(#rules),*])
}

/// A regular expression is compiled once, in a place of its own; and what refers to that has to be a constant itself.
fn pattern(field: &Field, index: usize) -> Option<TokenStream> {
    let mut patterns = field.rules.iter().filter_map(|(_, rule)| match rule {
        Rule::Pattern(pattern) => Some(pattern),
        _ => None,
    });
    let (pattern, name, rules_name) = (patterns.next()?, pattern_name(index), rules_name(index));
    let rules = rules(field, index);
    Some(quote! {
        static #name: __p::Pattern = __p::Pattern::new(#pattern);
        const #rules_name: &[__p::Rule] = #rules;
    })
}

fn has_pattern(field: &Field) -> bool {
    field.rules.iter().any(|(_, rule)| matches!(rule, Rule::Pattern(_)))
}

fn pattern_name(index: usize) -> syn::Ident {
    format_ident!("__PATTERN_{index}")
}

fn rules_name(index: usize) -> syn::Ident {
    format_ident!("__RULES_{index}")
}

fn counts(bounds: &Bounds) -> (Literal, Literal) {
    let count = |end: Option<i64>, missing| end.and_then(|end| usize::try_from(end).ok()).unwrap_or(missing);
    (Literal::usize_unsuffixed(count(bounds.min, 0)), Literal::usize_unsuffixed(count(bounds.max, usize::MAX)))
}
