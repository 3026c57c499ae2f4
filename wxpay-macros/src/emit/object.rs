//! A struct's table, and its members by their index in it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::Token;
use syn::spanned::Spanned as _;

use crate::check::Goes;
use crate::types::{Leaf, optional};
use crate::written::{Bounds, Field, Item, Rule};

/// With the `endpoint` that the struct may be.
pub(super) fn emit(item: &Item, fields: &[Field], places: &[Goes], endpoint: Option<TokenStream>) -> TokenStream {
    let (ident, door) = (&item.ident, &item.door);
    let patterns = fields.iter().enumerate().filter_map(|(index, field)| pattern(field, index));
    let entries = fields.iter().zip(places).enumerate().map(|(index, (field, place))| entry(field, *place, index));
    let (plain, others): (Vec<_>, Vec<_>) = fields.iter().enumerate().partition(|(_, field)| is_plain(field));
    let plain_blanks = plain.iter().map(|(_, field)| &field.ident);
    let blanks = others.iter().map(|(_, field)| {
        let (name, ty, as_) = (&field.ident, &field.ty, through(field));
        quote_spanned!(ty.span()=> #name: <#ty as __p::#as_>::blank())
    });
    let member = access(&plain, &others, None, "node", &quote!(__p::Node::Absent));
    let member_mut = access(&plain, &others, Some(<Token![mut]>::default()), "slot", &quote!(__p::Slot::None));
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
                    #member
                }
                fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
                    #member_mut
                }
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Payload for #ident {
                const KIND: __p::Kind = __p::Kind::Object(__p::table::<Self>);
                fn blank() -> Self {
                    Self { #(#plain_blanks: __p::Payload::blank(),)* #(#blanks,)* }
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

fn is_plain(field: &Field) -> bool {
    field.opaque.is_none() && field.leaf != Leaf::Other
}

/// The trait through which core sees a member.
fn through(field: &Field) -> Ident {
    Ident::new(if field.opaque.is_some() { "Opaque" } else { "Payload" }, field.ty.span())
}

/// One line of the table. The type's span stands under whatever the type cannot do.
fn entry(field: &Field, place: Goes, index: usize) -> TokenStream {
    let (name, ty, label) = (field.wire_name(), &field.ty, &field.label);
    let place = match place {
        Goes::Path => "path",
        Goes::Query => "query",
        Goes::Body => "body",
        Goes::Header => "header",
        Goes::Part => "part",
    };
    let place = Ident::new(place, ty.span());
    let rules = (!field.rules.is_empty()).then(|| {
        let rules = if has_pattern(field) { rules_name(index).to_token_stream() } else { rules(field, index) };
        quote_spanned!(ty.span()=> .rules(#rules))
    });
    let label = label.iter();
    if field.opaque.is_some() {
        let required = optional(ty).is_none();
        quote_spanned!(ty.span()=> __p::Field::opaque(#required).#place(#name)#rules #(.label(#label))*)
    } else {
        quote_spanned!(ty.span()=> <#ty as __p::Payload>::MEMBER.#place(#name)#rules #(.label(#label))*)
    }
}

fn rules(field: &Field, index: usize) -> TokenStream {
    let unit = if field.bytes.is_some() || field.leaf == Leaf::File { quote!(Bytes) } else { quote!(Characters) };
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
        Rule::Extensions(endings) => quote!(__p::Rule::Extensions(&#endings)),
        Rule::FileName => quote!(__p::Rule::FileName),
        Rule::Sha256 => quote!(__p::Rule::Sha256),
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
