//! What is valid: rules about two things at once, one function each. Whatever passes can be emitted.

mod choice;
mod companion;
mod form;
mod place;
mod rules;

pub(crate) use choice::{Choice, choice, spelling};
pub(crate) use companion::companion;
pub(crate) use place::Goes;

use quote::ToTokens as _;
use syn::{LitInt, LitStr};

use crate::errors::Errors;
use crate::path::holes;
use crate::types::{Leaf, is_list, optional, spelled};
use crate::written::{EndpointArguments, Field};

/// An endpoint's arguments, complete.
pub(crate) struct Request<'a> {
    pub(crate) method: &'static str,
    pub(crate) path: &'a LitStr,
    /// Where each field goes, in their order.
    pub(crate) places: Vec<Goes>,
    /// Which field is the business number, and where that is said.
    pub(crate) number: Option<(&'a LitStr, usize)>,
}

pub(crate) fn request<'a>(
    arguments: &'a EndpointArguments,
    fields: &[Field],
    errors: &mut Errors,
) -> Option<Request<'a>> {
    let method = method(arguments, errors);
    let path = arguments.path.as_ref();
    let holes = path.map(|path| holes(path, errors)).unwrap_or_default();
    for hole in holes.iter().filter(|hole| !fields.iter().any(|field| field.name == **hole)) {
        errors.at(path, format!("`{{{hole}}}` has no field; the struct needs `{hole}: String`"));
    }
    let places: Vec<Goes> = fields.iter().map(|field| place::of(field, method, &holes, errors)).collect();
    for word in fields.iter().filter_map(|field| field.compared.as_ref()) {
        errors.at(word, "`compared` is about an answer; no member of a request is left out for its form");
    }
    form::of_request(fields, errors);
    response(arguments, errors);
    let number = number(arguments, fields, errors);
    statuses(arguments, errors);
    members(fields, &places, errors);
    Some(Request { method: method?, path: path?, places, number })
}

pub(crate) fn object(fields: &[Field], errors: &mut Errors) {
    for place in fields.iter().filter_map(|field| field.place.as_ref()) {
        let word = place.word();
        errors.at(word, format!("`{word}` is about a request; an object's members go where the object goes"));
    }
    let required = fields.iter().filter(|field| field.leaf != Leaf::Other && optional(&field.ty).is_none());
    for word in required.filter_map(|field| field.compared.as_ref()) {
        errors.at(word, "a required member is never left out for its form; `compared` is about an `Option`");
    }
    for word in fields.iter().filter_map(|field| field.caller.as_ref()) {
        errors.at(word, "`caller` is about a request; in an object stand the numbers of others");
    }
    form::of_object(fields, errors);
    members(fields, &vec![Goes::Body; fields.len()], errors);
}

fn method(arguments: &EndpointArguments, errors: &mut Errors) -> Option<&'static str> {
    let written = arguments.method.as_ref()?;
    let text = written.value();
    let method = METHODS.iter().find(|(name, _)| *name == text).map(|(_, method)| *method);
    if method.is_none() {
        errors.at(written, format!("unknown method `{text}`; expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"));
    }
    method
}

/// What is plainly no object. Of an alias or a struct without its attribute, rustc tells.
fn response(arguments: &EndpointArguments, errors: &mut Errors) {
    let Some(response) = &arguments.response else { return };
    if Leaf::of(response) != Leaf::Other || optional(response).is_some() || is_list(response) {
        let spelled = spelled(response);
        errors.at(response, format!("an answer is an object, not `{spelled}`; expected a `#[wxpay_object]` or `()`"));
    }
}

fn number<'a>(arguments: &'a EndpointArguments, fields: &[Field], errors: &mut Errors) -> Option<(&'a LitStr, usize)> {
    let number = arguments.number.as_ref()?;
    let name = number.value();
    let Some((index, field)) = fields.iter().enumerate().find(|(_, field)| field.name == name) else {
        errors.at(number, format!("no member is called `{name}`; `number` names the business number"));
        return None;
    };
    if field.opaque.is_some() || !matches!(field.leaf, Leaf::Text | Leaf::Other) || is_list(&field.ty) {
        errors.at(number, format!("`{name}` is `{}`; a business number is a `String`", spelled(&field.ty)));
    }
    Some((number, index))
}

fn statuses(arguments: &EndpointArguments, errors: &mut Errors) {
    if let Some(success) = &arguments.success
        && !success.base10_parse::<u16>().is_ok_and(|status| (200..300).contains(&status))
    {
        errors.at(success, format!("`{success}` is no success; expected a status from 200 to 299"));
    }
    for status in arguments.unknown_on.iter().flat_map(|list| &list.elements) {
        let number =
            syn::parse2::<LitInt>(status.to_token_stream()).and_then(|number| number.base10_parse()).unwrap_or(0);
        if !(400..500).contains(&number) {
            errors.at(status, format!("`{status}` is no refusal; expected a status from 400 to 499"));
        }
    }
}

fn members(fields: &[Field], places: &[Goes], errors: &mut Errors) {
    for (index, (field, place)) in fields.iter().zip(places).enumerate() {
        let name = field.wire_name();
        let mut earlier = fields.iter().zip(places).take(index);
        if earlier.any(|(other, there)| place == there && place.same_name(&other.wire_name(), &name)) {
            errors.at(field.named_by(), format!("two members are called `{name}`"));
        }
        rules::check(field, errors);
    }
}

const METHODS: [(&str, &str); 5] =
    [("GET", "Get"), ("POST", "Post"), ("PUT", "Put"), ("PATCH", "Patch"), ("DELETE", "Delete")];
