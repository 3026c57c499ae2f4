//! A struct's table, and its members by their index in it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{ExprPath, Token};

use super::together;
use crate::rule::DefaultValue;
use crate::types::Leaf;
use crate::valid::{Item, Member, Method, Place, Request, Struct};

/// With the `rest` that the struct has as an endpoint, or with a companion.
pub(super) fn emit(item: &Item<'_>, declared: &Struct<'_>, rest: &TokenStream) -> TokenStream {
    let (ident, door, allowed, members) = (item.ident, item.door, item.allowed, &declared.members);
    let table = table(item, declared);
    let (plain, others): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.is_certain());
    let blanks = members.iter().map(blank);
    let check = declared.check.map(check);
    let member = access(&plain, &others, None, "node", &quote!(__p::Node::Absent));
    let member_mut = access(&plain, &others, Some(<Token![mut]>::default()), "slot", &quote!(__p::Slot::None));
    quote! {
        #allowed
        const _: () = {
            use #door::__private as __p;
            #table
            #[automatically_derived]
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
                #check
            }
            #[automatically_derived]
            impl __p::Payload for #ident {
                type Shape = __p::Struct;
            }
            #[automatically_derived]
            impl __p::Serialize for #ident {
                fn serialize<__S: __p::Serializer>(&self, __serializer: __S) -> __p::Result<__S::Ok, __S::Error> {
                    __p::serialize(self, __serializer)
                }
            }
            #[automatically_derived]
            impl<'__de> __p::Deserialize<'__de> for #ident {
                fn deserialize<__D: __p::Deserializer<'__de>>(__deserializer: __D) -> __p::Result<Self, __D::Error> {
                    __p::deserialize(__deserializer)
                }
            }
            #rest
        };
    }
}

/// A member by its index, through the method `node` or `slot`; beyond the table `nothing`.
///
/// Where a type is sure to be a payload, an arm is a pointer, which costs a fraction of a call to check and to compile.
fn access(
    plain: &[&Member<'_>],
    others: &[&Member<'_>],
    mutable: Option<Token![mut]>,
    method: &str,
    nothing: &TokenStream,
) -> TokenStream {
    let method = format_ident!("{method}");
    let calls = others.iter().map(|member| {
        let (index, name, ty, as_) = (index(member), member.ident, member.ty, through(member));
        let call = quote_spanned!(ty.span()=> <#ty as __p::#as_>::#method(&#mutable self.#name));
        if plain.is_empty() { quote!(#index => #call) } else { quote!(#index => return #call) }
    });
    if plain.is_empty() {
        return quote!(match __index { #(#calls,)* _ => #nothing });
    }
    let pointers = plain.iter().map(|member| {
        let (index, name) = (index(member), member.ident);
        quote_spanned!(member.ty.span()=> #index => &#mutable self.#name)
    });
    quote! {
        let __member: &#mutable dyn __p::Message = match __index {
            #(#pointers,)*
            #(#calls,)*
            _ => return #nothing,
        };
        __member.#method()
    }
}

/// What checks the members together. A function of another form is one error, on its path.
fn check(path: &ExprPath) -> TokenStream {
    // Where the path is, and not the author's: it is no qualification that he could leave out.
    let span = Span::call_site().located_at(path.span());
    let check = quote_spanned!(span=> let __check: fn(&Self) -> __p::Result<(), __p::Violation> = #path;);
    quote! {
        fn check(&self) -> __p::Result<(), __p::Violation> {
            #check
            __check(self)
        }
    }
}

fn index(member: &Member<'_>) -> Literal {
    Literal::usize_unsuffixed(member.index)
}

/// A member to read into; an optional one is absent, which needs no function of its own.
pub(super) fn blank(member: &Member<'_>) -> TokenStream {
    let (name, ty, as_) = (member.ident, member.ty, through(member));
    if member.optional && member.said_optional.is_none() {
        quote!(#name: __p::None)
    } else if member.is_certain() {
        quote_spanned!(ty.span()=> #name: __p::Member::blank())
    } else {
        quote_spanned!(ty.span()=> #name: <#ty as __p::#as_>::blank())
    }
}

/// The trait through which core sees a member.
fn through(member: &Member<'_>) -> Ident {
    Ident::new(if member.opaque { "Opaque" } else { "Member" }, member.ty.span())
}

/// The table, and what makes the build fail where a type that is hidden from the macro does not fit its place or rules.
fn table(item: &Item<'_>, declared: &Struct<'_>) -> TokenStream {
    let (ident, members) = (item.ident, &declared.members);
    let title = ident.to_string();
    let names = members.iter().map(|member| &member.name);
    let lines: Vec<_> = members.iter().map(line).collect();
    let counts = members.iter().map(|member| Literal::usize_unsuffixed(member.rules.len()));
    let rules = rules(members);
    let hidden = members.iter().zip(&lines).filter(|(member, _)| member.is_hidden());
    let fits = hidden.map(|(member, line)| {
        let rules = self::rules(std::slice::from_ref(member));
        // Only a request has a place for a file.
        let inside = declared.request.is_none().then(|| quote_spanned!(member.ty.span()=> .inside()));
        // A companion has what is required: an alias that is not has to say so.
        let is_required = declared.companion.is_some() && !member.optional;
        let fits = Ident::new(if is_required { "fits_required" } else { "fits" }, member.ty.span());
        quote_spanned!(member.ty.span()=> #line #inside.#fits(#rules);)
    });
    let files = declared.request.as_ref().and_then(|request| files(ident, request, members, &lines));
    let (together, optional) = (together::emit(&declared.together), together::fits(&declared.together, members));
    quote! {
        #[automatically_derived]
        impl<__P> __p::Declared<__P> for #ident {
            const DECLARED: __p::Table =
                __p::Table::new(#title, &__p::fields([#(#names),*], [#(#lines),*], [#(#counts),*], #rules))#together;
        }
        #(#fits)*
        #optional
        #files
    }
}

/// What makes the build fail where aliases hide a second file, or none.
fn files(ident: &Ident, request: &Request<'_>, members: &[Member<'_>], lines: &[TokenStream]) -> Option<TokenStream> {
    let possible = |(member, _): &(&Member<'_>, &TokenStream)| member.is_hidden() || member.leaf == Leaf::File;
    let files: Vec<_> = members.iter().zip(lines).filter(possible).map(|(_, line)| line).collect();
    match request.needs_file {
        Some(word) => Some(quote_spanned!(word.span()=> __p::beside_a_file(&[#(#files),*]);)),
        None if files.len() > 1 && request.method != Method::Get => {
            Some(quote_spanned!(ident.span()=> __p::one_file(&[#(#files),*]);))
        }
        None => None,
    }
}

/// What the type says of a member, and what it does not. The type's span stands under whatever the type cannot do.
fn line(member: &Member<'_>) -> TokenStream {
    let (ty, label) = (member.ty, member.label.iter());
    let said_more = member.compared.iter().chain(&member.caller);
    let place = match member.place {
        Place::Path => Some("path"),
        Place::Query => Some("query"),
        Place::Body | Place::File => None,
        Place::Header => Some("header"),
        Place::Part => Some("part"),
    };
    let place = place.map(|place| Ident::new(place, ty.span())).into_iter();
    let said = if member.opaque {
        let required = !member.optional;
        quote_spanned!(ty.span()=> __p::Field::opaque(#required))
    } else {
        quote_spanned!(ty.span()=> <#ty as __p::Member>::MEMBER)
    };
    let said = match member.said_optional {
        Some(_) => quote_spanned!(ty.span()=> { let () = <#ty as __p::OptionalMember>::IS; #said }),
        None => said,
    };
    let default = member.default.map(default);
    quote_spanned!(ty.span()=> #said #(.#place())* #(.label(#label))* #(.#said_more())* #default)
}

fn default(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Text(text) => quote!(.default(__p::DefaultValue::Text(#text))),
        DefaultValue::Integer(_, value) => {
            let value = Literal::i64_suffixed(*value);
            quote!(.default(__p::DefaultValue::Integer(#value)))
        }
        DefaultValue::Boolean(value) => quote!(.default(__p::DefaultValue::Boolean(#value))),
    }
}

/// The rules of these members, one behind the other.
fn rules(members: &[Member<'_>]) -> TokenStream {
    let each = members.iter().flat_map(|member| member.rules.iter().map(|rule| rule.emit(&member.subject)));
    quote!(&[#(#each),*])
}
