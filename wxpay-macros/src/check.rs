//! What is valid: rules about two things at once, one function each. Whatever passes can be emitted.

use syn::{LitStr, Type};

use crate::errors::Errors;
use crate::path::holes;
use crate::types::{Leaf, is_list, optional, spelled};
use crate::written::{Bounds, Companion, EndpointArguments, Field, Place, Rule};

/// Where a member goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goes {
    Path,
    Query,
    Body,
    Header,
}

/// An endpoint's arguments, complete.
pub(crate) struct Request<'a> {
    pub(crate) method: &'static str,
    pub(crate) path: &'a LitStr,
    /// Where each field goes, in their order.
    pub(crate) places: Vec<Goes>,
}

pub(crate) fn request<'a>(
    arguments: &'a EndpointArguments,
    fields: &[Field],
    errors: &mut Errors,
) -> Option<Request<'a>> {
    let method = method(arguments, errors);
    let path = arguments.path.as_ref();
    if path.is_none() {
        errors.push(syn::Error::new(arguments.span, "missing argument `path`, such as `path = \"/v3/..\"`"));
    }
    let holes = path.map(|path| holes(path, errors)).unwrap_or_default();
    for hole in &holes {
        if !fields.iter().any(|field| field.name == *hole) {
            errors.at(path, format!("`{{{hole}}}` has no field; the struct needs `{hole}: String`"));
        }
    }
    let places: Vec<Goes> = fields.iter().map(|field| place(field, method, &holes, errors)).collect();
    number(arguments, fields, errors);
    statuses(arguments, errors);
    members(fields, &places, errors);
    Some(Request { method: method?, path: path?, places })
}

pub(crate) fn object(fields: &[Field], errors: &mut Errors) {
    for place in fields.iter().filter_map(|field| field.place.as_ref()) {
        let word = place.word();
        errors.at(word, format!("`{word}` is about a request; an object's members go where the object goes"));
    }
    members(fields, &vec![Goes::Body; fields.len()], errors);
}

/// A companion of required members needs some; without any, `required = ()` says so.
pub(crate) fn companion(companion: Option<&Companion>, fields: &[Field], errors: &mut Errors) {
    let required = fields.iter().find(|field| optional(&field.ty).is_none());
    match (companion, required) {
        (Some(Companion::Named(name)), None) => {
            errors.at(name, "nothing is required here; `required = ()` makes `new()` and setters");
        }
        (Some(Companion::Nothing), Some(field)) => {
            errors.at(
                &field.ident,
                "this member is required, against `required = ()`; `required = Name` names a companion",
            );
        }
        _ => {}
    }
}

fn method(arguments: &EndpointArguments, errors: &mut Errors) -> Option<&'static str> {
    let Some(written) = &arguments.method else {
        errors.push(syn::Error::new(arguments.span, "missing argument `method`, such as `method = \"POST\"`"));
        return None;
    };
    let text = written.value();
    let method = METHODS.iter().find(|(name, _)| *name == text).map(|(_, method)| *method);
    if method.is_none() {
        errors.at(written, format!("unknown method `{text}`; expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"));
    }
    method
}

fn place(field: &Field, method: Option<&str>, holes: &[String], errors: &mut Errors) -> Goes {
    if holes.contains(&field.name) {
        if let Some(place) = &field.place {
            errors.at(place.word(), format!("`{}` is a path parameter; it has no other place", field.name));
        }
        hole_type(&field.ty, errors);
        return Goes::Path;
    }
    match &field.place {
        Some(Place::Query(_)) => Goes::Query,
        Some(Place::Body(word)) => {
            if method == Some("Get") {
                errors.at(word, "a `GET` has no body; its members go into the query");
            }
            Goes::Body
        }
        Some(Place::Header(_, name)) => {
            header_name(name, errors);
            Goes::Header
        }
        None if method == Some("Get") => Goes::Query,
        None => Goes::Body,
    }
}

fn hole_type(ty: &Type, errors: &mut Errors) {
    if optional(ty).is_some() || is_list(ty) {
        errors.at(ty, "a path parameter is always there, once; expected `String` or an integer");
    }
}

fn header_name(name: &LitStr, errors: &mut Errors) {
    let text = name.value();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        errors.at(name, format!("`{text}` is no header name; expected letters, digits and `-`"));
    } else if RESERVED.iter().any(|reserved| text.eq_ignore_ascii_case(reserved)) {
        errors.at(name, format!("the header `{text}` is written by the client"));
    }
}

fn number(arguments: &EndpointArguments, fields: &[Field], errors: &mut Errors) {
    let Some(number) = &arguments.number else { return };
    let name = number.value();
    match fields.iter().find(|field| field.name == name) {
        None => errors.at(number, format!("no member is called `{name}`; `number` names the business number")),
        Some(field) if !matches!(Leaf::of(&field.ty), Leaf::Text | Leaf::Other) || is_list(&field.ty) => {
            errors.at(number, format!("`{name}` is `{}`; a business number is a `String`", spelled(&field.ty)));
        }
        Some(_) => {}
    }
}

fn statuses(arguments: &EndpointArguments, errors: &mut Errors) {
    if let Some(success) = &arguments.success
        && !success.base10_parse::<u16>().is_ok_and(|status| (200..300).contains(&status))
    {
        errors.at(success, "success is a status from 200 to 299");
    }
    for status in arguments.unknown_on.iter().flat_map(|list| &list.elems) {
        let number = match status {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(literal), .. }) => literal.base10_parse().unwrap_or(0),
            _ => 0_u16,
        };
        if !(400..500).contains(&number) {
            errors.at(status, "a refusal is a status from 400 to 499");
        }
    }
}

fn members(fields: &[Field], places: &[Goes], errors: &mut Errors) {
    for (index, (field, place)) in fields.iter().zip(places).enumerate() {
        let mut earlier = fields.iter().zip(places).take(index);
        if earlier.any(|(other, there)| other.name == field.name && place == there) {
            errors.at(&field.ident, format!("two members are called `{}`", field.name));
        }
        rules(field, errors);
    }
}

fn rules(field: &Field, errors: &mut Errors) {
    let leaf = Leaf::of(&field.ty);
    let spelled = spelled(&field.ty);
    for (word, rule) in &field.rules {
        let fits = match rule {
            Rule::Len(bounds) => {
                ends(bounds, 0, errors);
                matches!(leaf, Leaf::Text | Leaf::Secret | Leaf::Other)
            }
            Rule::Pattern(pattern) => {
                regex(pattern, errors);
                matches!(leaf, Leaf::Text | Leaf::Other)
            }
            Rule::Range(bounds) => {
                ends(bounds, i64::MIN, errors);
                matches!(leaf, Leaf::Integer | Leaf::Amount | Leaf::Other)
            }
            Rule::Items(bounds) => {
                ends(bounds, 0, errors);
                is_list(&field.ty)
            }
            Rule::Url { .. } | Rule::Check(_) => matches!(leaf, Leaf::Text | Leaf::Other),
        };
        if field.opaque.is_some() {
            errors.at(word, format!("`{word}` cannot look into an `opaque` member"));
        } else if !fits {
            errors.at(word, format!("`{word}` {}; `{}` is `{spelled}`", about(rule), field.ident));
        }
    }
    if let Some(bytes) = &field.bytes
        && !field.rules.iter().any(|(_, rule)| matches!(rule, Rule::Len(_)))
    {
        errors.at(bytes, "`bytes` says what `len` counts; there is no `len`");
    }
}

fn about(rule: &Rule) -> &'static str {
    match rule {
        Rule::Len(_) => "counts characters of a text",
        Rule::Pattern(_) | Rule::Url { .. } | Rule::Check(_) => "is about a text",
        Rule::Range(_) => "is about an integer or an amount",
        Rule::Items(_) => "counts the elements of a `Vec`",
    }
}

fn ends(bounds: &Bounds, lowest: i64, errors: &mut Errors) {
    let (min, max) = (bounds.min.unwrap_or(lowest), bounds.max.unwrap_or(i64::MAX));
    if min > max || min < lowest || (lowest == 0 && max == 0) {
        errors.at(&bounds.expression, "nothing is in this range");
    }
}

/// The engine here is the one that runs the expression.
fn regex(pattern: &LitStr, errors: &mut Errors) {
    let text = pattern.value();
    if let Err(error) = regex_lite::Regex::new(&format!("^(?:{text})$")) {
        errors.at(pattern, format!("not a regular expression: {error}"));
    } else if text.starts_with('^') || text.ends_with('$') {
        errors.at(pattern, "the whole text has to match already; leave `^` and `$` out");
    }
}

const METHODS: [(&str, &str); 5] =
    [("GET", "Get"), ("POST", "Post"), ("PUT", "Put"), ("PATCH", "Patch"), ("DELETE", "Delete")];

const RESERVED: [&str; 8] = [
    "Authorization",
    "Accept",
    "Content-Type",
    "Content-Length",
    "Host",
    "User-Agent",
    "Wechatpay-Serial",
    "Transfer-Encoding",
];
