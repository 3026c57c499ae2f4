//! What others would do to the same item: serde, and a second attribute of ours.

use syn::{Attribute, DeriveInput, parse_quote};

use super::attribute_lists;
use super::completion::{derives, leave_out};
use crate::errors::Errors;

pub(super) fn refuse(input: &mut DeriveInput, errors: &mut Errors) {
    refuse_second_attribute(&mut input.attrs, errors);
    refuse_serde_derives(&mut input.attrs, errors);
    attribute_lists(input).flatten().for_each(rename_serde);
}

fn refuse_second_attribute(attributes: &mut Vec<Attribute>, errors: &mut Errors) {
    attributes.retain(|attribute| {
        let last = attribute.path().segments.last();
        let ours = last.is_some_and(|name| OURS.iter().any(|ours| name.ident == ours));
        if ours {
            errors.at(attribute.path(), "one item, one attribute of `wxpay`; an endpoint is an object already");
        }
        !ours
    });
}

fn refuse_serde_derives(attributes: &mut [Attribute], errors: &mut Errors) {
    for path in derives(attributes) {
        let last = path.segments.last();
        if let Some(name) = ["Serialize", "Deserialize"].iter().find(|name| last.is_some_and(|last| last.ident == name))
        {
            errors.at(&path, format!("`{name}` is not derived here; it comes with the attribute"));
            leave_out(attributes, name);
        }
    }
}

/// Without serde's derive rustc would call its attributes unknown, beside the derive's own message.
fn rename_serde(attribute: &mut Attribute) {
    if attribute.path().is_ident("serde") {
        let meta = &attribute.meta;
        *attribute = parse_quote!(#[wxpay(__serde(#meta))]);
    }
}

const OURS: [&str; 3] = ["wxpay_endpoint", "wxpay_object", "wxpay_enum"];
