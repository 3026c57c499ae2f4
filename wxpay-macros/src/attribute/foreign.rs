//! Refuses foreign attributes and derives on the same item: those of serde, and a second attribute of ours.

use proc_macro2::TokenStream;
use syn::{Attribute as Attr, DeriveInput, Meta, parse_quote};

use super::completion::{derives, leave_out};
use super::{Attribute, attribute_lists};
use crate::errors::Errors;

/// Reports them, and returns the second attribute with its arguments.
pub(super) fn refuse(input: &mut DeriveInput, errors: &mut Errors) -> Option<(Attribute, TokenStream)> {
    let second = refuse_second_attribute(&mut input.attrs, errors);
    refuse_serde_derives(&mut input.attrs, errors);
    attribute_lists(input).flatten().for_each(rename_serde);
    second
}

fn refuse_second_attribute(attributes: &mut Vec<Attr>, errors: &mut Errors) -> Option<(Attribute, TokenStream)> {
    let mut second = None;
    attributes.retain(|attribute| {
        let Some(ours) = ours(attribute) else { return true };
        errors.at(attribute.path(), "an item takes one attribute of `wxpay`; an endpoint is an object already");
        let args = match &attribute.meta {
            Meta::List(list) => list.tokens.clone(),
            _ => TokenStream::new(),
        };
        second = Some((ours, args));
        false
    });
    second
}

fn ours(attribute: &Attr) -> Option<Attribute> {
    match attribute.path().segments.last()?.ident.to_string().as_str() {
        "wxpay_endpoint" => Some(Attribute::Endpoint),
        "wxpay_object" => Some(Attribute::Object),
        "wxpay_enum" => Some(Attribute::Enum),
        _ => None,
    }
}

fn refuse_serde_derives(attributes: &mut [Attr], errors: &mut Errors) {
    let derives = derives(attributes);
    let named = |name: &str| derives.iter().find(|path| path.segments.last().is_some_and(|last| last.ident == name));
    match (named("Serialize"), named("Deserialize")) {
        (Some(path), Some(_)) => {
            errors.at(path, "`Serialize` and `Deserialize` are not derived here; they come with the attribute");
        }
        (Some(path), None) => errors.at(path, "`Serialize` is not derived here; it comes with the attribute"),
        (None, Some(path)) => errors.at(path, "`Deserialize` is not derived here; it comes with the attribute"),
        (None, None) => return,
    }
    for name in ["Serialize", "Deserialize"] {
        leave_out(attributes, name);
    }
}

/// Renames serde's attribute: without serde's derive rustc would report it as unknown, in addition to our own error.
fn rename_serde(attribute: &mut Attr) {
    if attribute.path().is_ident("serde") {
        let meta = &attribute.meta;
        *attribute = parse_quote!(#[wxpay(__serde(#meta))]);
    }
}
