//! The attributes: the item again, with its documentation, the derive that does the work, and what only an
//! attribute can add.

mod completion;
mod foreign;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{Attribute as Attr, Data, DeriveInput, Path, parse_quote};

use crate::doc;
use crate::errors::Errors;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Endpoint,
    Object,
    Enum,
}

pub(crate) fn expand(attribute: Attribute, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Ok(mut input) = syn::parse2::<DeriveInput>(item.clone()) else {
        refuse(attribute, &item, &mut errors);
        return errors.finish(item);
    };
    foreign::refuse(&mut input, &mut errors);

    let door = door(&input.attrs);
    // What is missing among the arguments is missing in the whole attribute.
    let marker = quote_spanned!(Span::call_site()=> (#args));
    let passed: Attr = match attribute {
        Attribute::Endpoint => parse_quote!(#[wxpay(__endpoint #marker)]),
        Attribute::Object => parse_quote!(#[wxpay(__object #marker)]),
        Attribute::Enum => parse_quote!(#[wxpay(__enum #marker)]),
    };
    if let (Attribute::Enum, Data::Enum(data)) = (attribute, &mut input.data) {
        completion::complete(&mut input.attrs, data, &door, &mut errors);
    }
    input.attrs.push(passed);
    let docs = doc::of(&input);
    let attributes = std::mem::take(&mut input.attrs);
    // In front: the derive brings `#[wxpay(..)]` into being, which may stand only behind it.
    errors.finish(quote!(#[derive(#door::__private::Wxpay)] #(#attributes)* #docs #input))
}

/// On what no derive can stand. An item of another kind that it can stand on is the derive's to report, and one that
/// does not parse was reported by rustc before it came here.
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

/// What `#[wxpay(crate = ..)]` says. Mistakes in it are the derive's to report.
fn door(attributes: &[Attr]) -> Path {
    let mut door: Path = parse_quote!(::wxpay);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("crate") {
                door = meta.value()?.parse()?;
            }
            Ok(())
        });
    }
    door
}

/// The word that says what the item is, behind its attributes and its visibility.
fn keyword(item: &TokenStream) -> TokenStream {
    let is_keyword = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word != "pub");
    item.clone().into_iter().find(is_keyword).into_iter().collect()
}
