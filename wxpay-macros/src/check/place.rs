//! Finds the place of a member.

use syn::LitStr;

use crate::errors::Errors;
use crate::types::{Leaf, is_list, optional};
use crate::valid::{Method, Place};
use crate::written::{self, Field};

pub(super) fn of(field: &Field, method: Option<Method>, is_hole: bool, errors: &mut Errors) -> Place {
    if is_hole {
        hole(field, errors);
        return Place::Path;
    }
    if field.leaf == Leaf::File {
        file(field, method, errors);
        return Place::File;
    }
    match &field.place {
        Some(written::Place::Query(_)) => Place::Query,
        Some(written::Place::Body(word)) => {
            if method == Some(Method::Get) {
                errors.at(word, "a `GET` has no body; its members go into the query");
            }
            Place::Body
        }
        Some(written::Place::Header(_, name)) => {
            header_name(name, errors);
            header_type(field, errors);
            Place::Header
        }
        Some(written::Place::Part(_)) => {
            part_type(field, errors);
            Place::Part
        }
        None if method == Some(Method::Get) => Place::Query,
        None => Place::Body,
    }
}

fn hole(field: &Field, errors: &mut Errors) {
    let ty = &field.ty;
    if let Some(place) = &field.place {
        errors.at(place.word(), format!("`{}` is a path parameter; it has no other place", field.name));
    } else if let Some(opaque) = &field.opaque {
        errors.at(opaque, "a path parameter is text or an integer, and not `opaque`");
    } else if optional(ty).is_some() || is_list(ty) {
        errors.at(ty, "a path parameter has exactly one value; expected `String` or an integer");
    } else if matches!(Leaf::of(ty), Leaf::Boolean | Leaf::Secret | Leaf::File) {
        errors.at(ty, "a path parameter is text or an integer; expected `String`");
    }
}

/// Checks a file, whose place follows from its type.
fn file(field: &Field, method: Option<Method>, errors: &mut Errors) {
    let ty = &field.ty;
    if let Some(place) = &field.place {
        errors.at(place.word(), "a file is a part of the form; it has no other place");
    } else if optional(ty).is_some() || is_list(ty) {
        errors.at(ty, "a form has exactly one file; expected `Upload`");
    } else if method == Some(Method::Get) {
        errors.at(ty, "a `GET` has no body, and no form with a file");
    }
}

fn part_type(field: &Field, errors: &mut Errors) {
    if let Some(opaque) = &field.opaque {
        errors.at(opaque, "a part is text or an integer, and not `opaque`");
    } else if is_list(&field.ty) || matches!(field.leaf, Leaf::Boolean | Leaf::Secret) {
        errors.at(&field.ty, "a part is text or an integer; expected `String` or an integer");
    }
}

fn header_name(name: &LitStr, errors: &mut Errors) {
    let text = name.value();
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_name || !text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        errors.at(name, format!("`{text}` is not a header name; expected letters, digits and `-`"));
    } else if !is_declared(&text.to_ascii_lowercase()) {
        errors.at(name, format!("the header `{text}` is written by the client; choose another place"));
    }
}

fn is_declared(name: &str) -> bool {
    // `content-type` is stored with its body.
    name != "content-type" && !NOT_DECLARED.contains(&name) && !FAMILIES.iter().any(|family| name.starts_with(family))
}

fn header_type(field: &Field, errors: &mut Errors) {
    if let Some(opaque) = &field.opaque {
        errors.at(opaque, "a header is one line of text, and not `opaque`");
    } else if is_list(&field.ty) {
        errors.at(&field.ty, "a header has one value; expected `String` or `Option<String>`");
    } else if matches!(field.leaf, Leaf::Boolean | Leaf::Secret) {
        errors.at(&field.ty, "a header is text or an integer; expected `String` or an integer");
    }
}

/// Headers that the client writes, that the connection needs, or that describe the encoding of the body. A stored request
/// with one is refused by the same lists, in core's `encoded/stored/read.rs`.
const NOT_DECLARED: [&str; 21] = [
    "accept",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "cookie",
    "expect",
    "forwarded",
    "host",
    "http2-settings",
    "keep-alive",
    "max-forwards",
    "range",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "via",
    "x-http-method-override",
];
/// Prefixes of the names of more such headers.
const FAMILIES: [&str; 4] = ["accept-", "proxy-", "wechatpay-", "x-forwarded-"];
