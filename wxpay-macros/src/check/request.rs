//! Checks an endpoint's arguments against its fields.

use quote::ToTokens;
use syn::{Ident, LitInt, LitStr, Type};

use super::{form, pages, place};
use crate::errors::Errors;
use crate::path::holes;
use crate::types::{Leaf, bare, is_file, is_list, optional, spelled};
use crate::valid::{Host, Method, Place, Request};
use crate::written::{EndpointArguments, Field};

/// The request, and the place of each field.
pub(super) fn check<'a>(
    item: &Ident,
    arguments: &'a EndpointArguments,
    title: &'a str,
    fields: &'a [Field],
    errors: &mut Errors,
) -> (Option<Request<'a>>, Vec<Place>) {
    let method = arguments.method.as_ref().and_then(|written| method(written, errors));
    let path = arguments.path.as_ref();
    let holes = path.map(|path| holes(path, errors)).unwrap_or_default();
    let filled: Vec<Option<usize>> = holes.iter().map(|hole| filled_by(hole, fields)).collect();
    for (hole, _) in holes.iter().zip(&filled).filter(|(_, field)| field.is_none()) {
        errors.at(path, format!("`{{{hole}}}` has no field; the struct needs `{hole}: String`"));
    }
    let numbered = fields.iter().enumerate();
    let places: Vec<_> =
        numbered.map(|(index, field)| place::of(field, method, filled.contains(&Some(index)), errors)).collect();
    for word in fields.iter().filter_map(|field| field.compared.as_ref()) {
        errors.at(word, "`compared` is about an answer; this is a request");
    }
    let needs_file = form::of_request(fields, errors);
    let file = arguments.response.as_ref().is_some_and(is_file);
    if file {
        of_file(arguments, method, errors);
    } else {
        response(item, arguments, errors);
    }
    let number = number(arguments, fields, errors);
    statuses(arguments, errors);
    page(arguments, errors);
    let host = host(arguments, errors);
    let pages = arguments.pages.as_ref().and_then(|written| pages::check(written, fields, &places, errors));
    if let (Some(written), None) = (&arguments.pages, &arguments.response) {
        errors.at(&written.word, "each page is an answer; add `response = Type`");
    }
    let EndpointArguments { response, success, unknown_on, doc, .. } = arguments;
    let request = method.zip(path).map(|(method, path)| Request {
        method,
        path,
        title,
        response: response.as_ref(),
        number,
        success: success.as_ref(),
        unknown_on: unknown_on.as_ref(),
        needs_file,
        doc: doc.as_ref(),
        host,
        pages,
        file,
    });
    (request, places)
}

/// The field that fills a hole. If two fields have its name, it is the one without another place.
fn filled_by(hole: &str, fields: &[Field]) -> Option<usize> {
    let mut named = fields.iter().enumerate().filter(|(_, field)| field.name == hole).peekable();
    let first = named.peek().map(|(index, _)| *index);
    named.find(|(_, field)| field.place.is_none()).map(|(index, _)| index).or(first)
}

fn method(written: &LitStr, errors: &mut Errors) -> Option<Method> {
    let text = written.value();
    let method = Method::ALL.into_iter().find(|method| method.spelling() == text);
    if method.is_none() {
        errors.at(written, format!("unknown method `{text}`; expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"));
    }
    method
}

/// Reports arguments that a file cannot have, because it is downloaded and not signed.
fn of_file(arguments: &EndpointArguments, method: Option<Method>, errors: &mut Errors) {
    let EndpointArguments { number, success, unknown_on, pages, .. } = arguments;
    if let Some(written) = arguments.method.as_ref().filter(|_| method.is_some_and(|method| method != Method::Get)) {
        errors.at(written, "`response = Bytes` is a file; expected `GET`");
    }
    let words: [(&str, Option<&dyn ToTokens>); 4] = [
        ("number", number.as_ref().map(|word| word as _)),
        ("success", success.as_ref().map(|word| word as _)),
        ("unknown_on", unknown_on.as_ref().map(|word| &word.0 as _)),
        ("pages", pages.as_ref().map(|pages| &pages.word as _)),
    ];
    for (name, tokens) in words {
        if let Some(tokens) = tokens {
            errors.at(tokens, format!("`{name}` does not apply to a file, which `response = Bytes` is"));
        }
    }
}

fn host(arguments: &EndpointArguments, errors: &mut Errors) -> Host {
    let Some(written) = &arguments.host else { return Host::Domestic };
    match written.value().as_str() {
        "domestic" => Host::Domestic,
        "cross-border" => Host::CrossBorder,
        other => {
            let role = "a host is named by its role, not by its address";
            errors.at(written, format!("unknown host `{other}`; {role}: expected `domestic` or `cross-border`"));
            Host::Domestic
        }
    }
}

/// Reports a response that is not an object by its spelling. rustc reports an alias, or a struct without its attribute.
fn response(item: &Ident, arguments: &EndpointArguments, errors: &mut Errors) {
    let Some(response) = &arguments.response else { return };
    if matches!(bare(response), Type::Path(path) if path.path.is_ident(item) || path.path.is_ident("Self")) {
        errors.at(response, format!("`{item}` is the request; expected its answer, a `#[wxpay_object]`"));
    } else if Leaf::of(response) != Leaf::Other || optional(response).is_some() || is_list(response) {
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
    if let Some(success) = &arguments.success {
        if !success.base10_parse::<u16>().is_ok_and(|status| (200..300).contains(&status)) {
            errors.at(success, format!("`{success}` is not a success; expected a status from 200 to 299"));
        }
    }
    if let (Some(success), Some(response)) = (&arguments.success, &arguments.response) {
        if ["204", "205"].contains(&success.base10_digits()) && !matches!(response, Type::Tuple(_)) {
            errors.at(response, format!("`{success}` is a success without an answer; leave `response` out"));
        }
    }
    if let Some(statuses) = arguments.unknown_on.as_ref().filter(|statuses| statuses.0.elements.is_empty()) {
        errors.at(&statuses.0, "the list is empty; expected a status, such as `[429]`");
    }
    for status in arguments.unknown_on.iter().flat_map(|statuses| &statuses.0.elements) {
        let number =
            syn::parse2::<LitInt>(status.to_token_stream()).and_then(|number| number.base10_parse()).unwrap_or(0);
        if !(400..500).contains(&number) {
            errors.at(status, format!("`{status}` is not a refusal; expected a status from 400 to 499"));
        }
    }
}

fn page(arguments: &EndpointArguments, errors: &mut Errors) {
    let Some(page) = &arguments.doc else { return };
    if !page.value().starts_with("https://") {
        errors.at(page, format!("`{}` is not an address; expected the official page, `https://..`", page.value()));
    }
}
