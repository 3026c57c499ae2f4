//! A struct's table, and access to its members by their index in it.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Token, Type};

use super::together;
use crate::rule::DefaultValue;
use crate::types::Leaf;
use crate::valid::{Item, Member, Method, Place, Request, Struct};

/// The impls of a struct, with the `rest`: the code of its endpoint and companion.
pub(super) fn emit(item: &Item<'_>, declared: &Struct<'_>, rest: &TokenStream) -> TokenStream {
    let (ident, door, allowed, members) = (item.ident, item.door, item.allowed, &declared.members);
    let table = table(item, declared);
    let (plain, others): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.is_certain());
    let blanks = members.iter().map(blank);
    let check = check(declared);
    let shape = format_ident!("{}", if declared.request.is_some() { "Request" } else { "Struct" });
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
                type Shape = __p::#shape;
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

/// Returns a member by its index, through the method `node` or `slot`, and `nothing` for an index outside of the table.
///
/// For a type that is certain, the arm is a pointer, which costs a fraction of a call to check and to compile.
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

/// The method that checks whole lists, and then the members together. A function of another type is one error, on its path.
fn check(declared: &Struct<'_>) -> Option<TokenStream> {
    let lists = declared.members.iter().filter_map(|member| Some((member, member.check_list?)));
    let lists = lists.map(|(member, path)| {
        // One call, so that a type that is no list is one error, under the type.
        let (ident, ty, name) = (member.ident, member.ty, &member.name);
        quote_spanned!(ty.span()=> __p::check_list::<#ty, _>(#name, &self.#ident, #path)?;)
    });
    let lists: Vec<_> = lists.collect();
    let whole = declared.check.map(|path| {
        // The span is at the path, but not the author's: the lint for unneeded qualifications does not apply to generated code.
        let span = Span::call_site().located_at(path.span());
        let check = quote_spanned!(span=> let __check: fn(&Self) -> __p::Result<(), __p::Violation> = #path;);
        quote!(#check __check(self))
    });
    if lists.is_empty() && whole.is_none() {
        return None;
    }
    let end = whole.unwrap_or_else(|| quote!(__p::Ok(())));
    Some(quote! {
        fn check(&self) -> __p::Result<(), __p::Violation> {
            #(#lists)*
            #end
        }
    })
}

fn index(member: &Member<'_>) -> Literal {
    Literal::usize_unsuffixed(member.index)
}

/// The initial value of a member that is read. An optional one is absent, which needs no call.
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

/// The table, and checks that fail the build if an alias or a declared type does not fit its place or its rules.
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
        let inside = declared.request.is_none().then(|| call("inside", member.ty, TokenStream::new()));
        // The companion has the required members: an alias of an `Option` needs the word `optional`.
        let is_required = declared.companion.is_some() && !member.optional;
        let fits = call(if is_required { "fits_required" } else { "fits" }, member.ty, rules);
        quote!(#line #inside #fits;)
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

/// `.method(arguments)` with the spans of the type's first and last tokens, so that rustc underlines the whole type in an
/// error. A macro cannot join spans on stable; rustc does.
fn call(method: &str, ty: &Type, arguments: TokenStream) -> TokenStream {
    let last = ty.to_token_stream().into_iter().last().map_or_else(|| ty.span(), |token| token.span());
    let method = Ident::new(method, ty.span());
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(last);
    quote!(.#method #arguments)
}

/// A check that fails the build if aliases hide a second file, or if there is no file.
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

/// A line of the table. It has the type's span, so that errors about the type are on it.
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

/// The rules of these members, one after the other.
fn rules(members: &[Member<'_>]) -> TokenStream {
    let each = members.iter().flat_map(|member| member.rules.iter().map(|rule| rule.emit(&member.subject)));
    quote!(&[#(#each),*])
}
