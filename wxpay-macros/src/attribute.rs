//! The attributes: the item again, with its documentation, what only an attribute can add, and the impls; or, where
//! `#[cfg]` has a say, the derive that makes them of what it leaves.

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
        errors.push(Error::new(Span::call_site(), "one item, one attribute of `wxpay`"));
        return errors.finish(item);
    }
    // Of two attributes the one that fits goes on: of the other there would be more to say.
    let (attribute, args) = match foreign::refuse(&mut input, &mut errors) {
        Some((other, other_args)) if !attribute.fits(&input.data) && other.fits(&input.data) => (other, other_args),
        _ => (attribute, args),
    };
    twice::refuse(&mut input, &mut errors);
    unfit::refuse(&mut input, &mut errors);

    renamed::refuse(&mut input.attrs, &mut errors);
    let door = door::said(&input.attrs).unwrap_or_else(door::usual);
    // What is missing among the arguments is missing in the whole attribute.
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

/// Tells whether another attribute was here before, under a name that it could not know: it left its marks.
fn is_expanded(input: &DeriveInput) -> bool {
    match &input.data {
        Data::Enum(data) => data.variants.iter().any(completion::is_added),
        // An author may write `<>` as well.
        Data::Struct(_) | Data::Union(_) => {
            let begin = input.generics.lt_token.filter(|_| input.generics.params.is_empty());
            begin.is_some_and(|begin| begin.span.source_text().is_none_or(|text| text != "<"))
        }
    }
}

/// rustc would change nothing before the derive sees it, so that what the derive does can be done here: the item is
/// read once.
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
    // What excludes each other by its conditions looks like a mistake here.
    reported_there.discard();
    let docs = document(&mut input, check::shown(&written));
    let attributes = std::mem::take(&mut input.attrs);
    let item = without_parameters(&input);
    // In front: the derive brings `#[wxpay(..)]` into being, which may stand only behind it.
    errors.finish(quote!(#[derive(#door::__private::Wxpay)] #(#attributes)* #docs #item))
}

/// The item, a struct with `<>` behind its name. Of an unknown type inside of another rustc would otherwise say that it
/// may be a missing parameter of the struct, which it cannot say where the type stands again; and what it says twice in
/// the same words is one error.
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

/// What rustdoc shows below the author's own lines.
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

/// Only a derive has attributes of its own.
fn remove_ours(input: &mut DeriveInput) {
    for list in attribute_lists(input) {
        list.retain(|attribute| !attribute.path().is_ident("wxpay"));
    }
}

/// Those of the item, of its fields or variants, and of the fields of variants.
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

/// What is neither struct, enum nor union. Which of them an attribute belongs on is told where the item is read, and one
/// that does not parse was reported by rustc before it came here.
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

/// The word that says what the item is, after its attributes and its visibility.
fn keyword(item: &TokenStream) -> TokenStream {
    let is_keyword = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word != "pub");
    item.clone().into_iter().find(is_keyword).into_iter().collect()
}
