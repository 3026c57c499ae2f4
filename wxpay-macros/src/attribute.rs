//! Expands an attribute to the item with its documentation, the parts that only an attribute can add, and the impls. If the
//! item contains `#[cfg]`, a derive writes the impls instead, because it sees the item after the conditions.

mod completion;
mod foreign;
mod renamed;
mod twice;
mod unfit;

use std::iter::once;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Attribute as Attr, Data, DeriveInput, Error, Fields, Ident, Path, parse_quote};

use crate::errors::Errors;
use crate::valid::{self, Kind};
use crate::written::Item;
use crate::{check, doc, door, emit};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Endpoint,
    Object,
    Enum,
}

impl Attribute {
    fn fits(self, data: &Data) -> bool {
        matches!((self, data), (Self::Enum, Data::Enum(_)) | (Self::Endpoint | Self::Object, Data::Struct(_)))
    }
}

pub(crate) fn expand(attribute: Attribute, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Ok(mut input) = syn::parse2::<DeriveInput>(item.clone()) else {
        refuse(attribute, &item, &mut errors);
        return errors.finish(item);
    };
    if is_expanded(&input) {
        errors.push(Error::new(Span::call_site(), "an item takes one attribute of `wxpay`; leave this one out"));
        return errors.finish(item);
    }
    // Of two attributes the one that fits is expanded: the other would report more errors.
    let (attribute, args) = match foreign::refuse(&mut input, &mut errors) {
        Some((other, other_args)) if !attribute.fits(&input.data) && other.fits(&input.data) => (other, other_args),
        _ => (attribute, args),
    };
    twice::refuse(&mut input, &mut errors);
    unfit::refuse(&mut input, &mut errors);

    renamed::refuse(&mut input.attrs, &mut errors);
    let door = door::said(&input.attrs).unwrap_or_else(door::usual);
    // An error about a missing argument is on the whole attribute.
    let marker = quote_spanned!(Span::call_site()=> (#args));
    let passed: Attr = match attribute {
        Attribute::Endpoint => parse_quote!(#[wxpay(__endpoint #marker)]),
        Attribute::Object => parse_quote!(#[wxpay(__object #marker)]),
        Attribute::Enum => parse_quote!(#[wxpay(__enum #marker)]),
    };
    if let (Attribute::Enum, Data::Enum(data)) = (attribute, &mut input.data) {
        completion::complete(&mut input.attrs, &input.generics, data, &door, &mut errors);
    }
    input.attrs.push(passed);
    if is_conditional(&mut input) { left_to_the_derive(input, &door, errors) } else { at_once(input, errors) }
}

/// Returns true if another attribute has expanded the item before. It did not recognize this one, which has another name.
fn is_expanded(input: &DeriveInput) -> bool {
    match &input.data {
        Data::Enum(data) => data.variants.iter().any(completion::is_added),
        // The attribute adds `<>`, but an author may also write it.
        Data::Struct(_) | Data::Union(_) => {
            let begin = input.generics.lt_token.filter(|_| input.generics.params.is_empty());
            begin.is_some_and(|begin| begin.span.source_text().is_none_or(|text| text != "<"))
        }
    }
}

/// Expands an item without conditions. The derive would see the same item, so its work is done here, and the item is read
/// once.
fn at_once(mut input: DeriveInput, mut errors: Errors) -> TokenStream {
    let written = Item::read(&input, &mut errors);
    let valid = check::item(&written, &mut errors);
    let impls = valid.as_ref().map_or_else(|| emit::stub(&written), emit::item);
    let docs = document(&mut input, valid.or_else(|| check::shown(&written)));
    remove_ours(&mut input);
    let attributes = std::mem::take(&mut input.attrs);
    let item = without_parameters(&input);
    errors.finish(quote!(#(#attributes)* #docs #item #impls))
}

fn left_to_the_derive(mut input: DeriveInput, door: &Path, errors: Errors) -> TokenStream {
    let mut reported_there = Errors::default();
    let written = Item::read(&input, &mut reported_there);
    // Fields with conditions that exclude each other look like a mistake here.
    reported_there.discard();
    let docs = document(&mut input, check::shown(&written));
    let attributes = std::mem::take(&mut input.attrs);
    let item = without_parameters(&input);
    // The derive stands first: it declares the helper attribute `#[wxpay(..)]`, which may only follow it.
    errors.finish(quote!(#[derive(#door::__private::Wxpay)] #(#attributes)* #docs #item))
}

/// Returns the item; a struct gets `<>` after its name. Without it, rustc's error about an unknown type in a field suggests a
/// missing type parameter, but not where generated code repeats the type. rustc prints two errors with the same text once.
fn without_parameters(input: &DeriveInput) -> TokenStream {
    let mut item = input.to_token_stream();
    if matches!(input.data, Data::Struct(_)) && input.generics.params.is_empty() {
        let mut tokens = item.into_iter();
        let mut head: TokenStream = tokens.by_ref().take_while(|token| !is_name(token, &input.ident)).collect();
        let name = &input.ident;
        head.extend(quote!(#name <>));
        head.extend(tokens);
        item = head;
    }
    item
}

fn is_name(token: &TokenTree, name: &Ident) -> bool {
    matches!(token, TokenTree::Ident(word) if word == name)
}

/// Returns the documentation that follows the author's.
fn document(input: &mut DeriveInput, shown: Option<valid::Item<'_>>) -> TokenStream {
    let Some(item) = shown else { return TokenStream::new() };
    if let (Data::Enum(data), Kind::Choice(choice)) = (&mut input.data, &item.kind) {
        completion::document(data, choice);
    }
    doc::of(&item)
}

fn is_conditional(input: &mut DeriveInput) -> bool {
    let mut attributes = attribute_lists(input).flatten();
    attributes.any(|attribute| ["cfg", "cfg_attr"].iter().any(|name| attribute.path().is_ident(name)))
}

/// Removes our attributes: only a derive can have helper attributes.
fn remove_ours(input: &mut DeriveInput) {
    for list in attribute_lists(input) {
        list.retain(|attribute| !attribute.path().is_ident("wxpay"));
    }
}

/// Attributes of the item, its fields or variants, and the fields of variants.
fn attribute_lists(input: &mut DeriveInput) -> Box<dyn Iterator<Item = &mut Vec<Attr>> + '_> {
    fn of(fields: &mut Fields) -> impl Iterator<Item = &mut Vec<Attr>> {
        fields.iter_mut().map(|field| &mut field.attrs)
    }
    let item = once(&mut input.attrs);
    match &mut input.data {
        Data::Struct(data) => Box::new(item.chain(of(&mut data.fields))),
        Data::Enum(data) => Box::new(item.chain(
            data.variants.iter_mut().flat_map(|variant| once(&mut variant.attrs).chain(of(&mut variant.fields))),
        )),
        Data::Union(data) => Box::new(item.chain(data.fields.named.iter_mut().map(|field| &mut field.attrs))),
    }
}

/// Reports an item that is not a struct, an enum or a union. The reader of the item reports the wrong one of these three, and
/// rustc has already reported one that does not parse.
fn refuse(attribute: Attribute, item: &TokenStream, errors: &mut Errors) {
    let keyword = keyword(item);
    if ["struct", "enum", "union"].contains(&keyword.to_string().as_str()) {
        return;
    }
    match attribute {
        Attribute::Endpoint => errors.at(keyword, "`#[wxpay_endpoint]` belongs on a struct with named fields"),
        Attribute::Object => errors.at(keyword, "`#[wxpay_object]` belongs on a struct with named fields"),
        Attribute::Enum => errors.at(keyword, "`#[wxpay_enum]` belongs on an enum"),
    }
}

/// The keyword of the item, after its attributes and its visibility.
fn keyword(item: &TokenStream) -> TokenStream {
    let is_keyword = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word != "pub");
    item.clone().into_iter().find(is_keyword).into_iter().collect()
}
