//! Checks the written model and turns it into the valid one: rules about two things at once, one function each.

mod choice;
mod companion;
mod default;
mod form;
mod member;
mod pages;
mod place;
mod request;
mod together;

use crate::errors::Errors;
use crate::types::{self, Leaf, optional};
use crate::valid::{Item, Kind, Place, Struct};
use crate::written::{self, Arguments, Body, EndpointArguments, Field, ObjectArguments};

/// The valid item, if it has no mistake.
pub(crate) fn item<'a>(written: &'a written::Item, errors: &mut Errors) -> Option<Item<'a>> {
    as_far_as_possible(written, errors).filter(|_| errors.is_empty())
}

/// The item as far as it can be shown; its mistakes are reported elsewhere.
pub(crate) fn shown(written: &written::Item) -> Option<Item<'_>> {
    let mut reported = Errors::default();
    let shown = as_far_as_possible(written, &mut reported);
    reported.discard();
    shown
}

fn as_far_as_possible<'a>(written: &'a written::Item, errors: &mut Errors) -> Option<Item<'a>> {
    name(written, errors);
    let kind = match (&written.arguments, &written.body) {
        (Arguments::Enum(arguments), Body::Enum(variants)) => {
            Kind::Choice(choice::check(&written.ident, arguments, variants, errors))
        }
        (Arguments::Object(arguments), Body::Struct(fields)) => {
            Kind::Struct(object(written, arguments, fields, errors))
        }
        (Arguments::Endpoint(arguments), Body::Struct(fields)) => {
            Kind::Struct(endpoint(written, arguments, fields, errors))
        }
        _ => return None,
    };
    let written::Item { vis, ident, generics, door, allowed, .. } = written;
    Some(Item { vis, ident, generics, door, allowed: allowed.as_ref(), kind })
}

/// Refuses the name of a known type, for which a member or an answer would be taken. A request is neither.
fn name(written: &written::Item, errors: &mut Errors) {
    let owner = types::owner(&written.ident).filter(|_| !matches!(written.arguments, Arguments::Endpoint(_)));
    if let Some(owner) = owner {
        let ident = &written.ident;
        errors.at(ident, format!("`{ident}` is already a type of `{owner}`; choose another name"));
    }
}

fn object<'a>(
    written: &'a written::Item,
    arguments: &'a ObjectArguments,
    fields: &'a [Field],
    errors: &mut Errors,
) -> Struct<'a> {
    about_requests(fields, errors);
    let members = member::all(fields, &vec![Place::Body; fields.len()], errors);
    let companion = arguments.required.as_ref();
    companion::check(&written.ident, companion, &members, errors);
    let together = together::all(&arguments.groups, fields, &members, errors);
    Struct { members, companion, together, check: arguments.check.as_ref(), request: None }
}

/// Reports words that make no sense on a member of an object.
fn about_requests(fields: &[Field], errors: &mut Errors) {
    for place in fields.iter().filter_map(|field| field.place.as_ref()) {
        let word = place.word();
        errors.at(word, format!("`{word}` is about a request; the members of an object go where the object goes"));
    }
    let required = fields.iter().filter(|field| field.leaf != Leaf::Other && optional(&field.ty).is_none());
    for word in required.filter_map(|field| field.compared.as_ref()) {
        errors.at(word, "`compared` is about an optional member; this one is required");
    }
    for word in fields.iter().filter_map(|field| field.caller.as_ref()) {
        errors.at(word, "`caller` is about a request; this is an object");
    }
    form::of_object(fields, errors);
}

fn endpoint<'a>(
    written: &'a written::Item,
    arguments: &'a EndpointArguments,
    fields: &'a [Field],
    errors: &mut Errors,
) -> Struct<'a> {
    let (request, places) = request::check(&written.ident, arguments, &written.title, fields, errors);
    let members = member::all(fields, &places, errors);
    let companion = arguments.required.as_ref();
    companion::check(&written.ident, companion, &members, errors);
    let together = together::all(&arguments.groups, fields, &members, errors);
    Struct { members, companion, together, check: arguments.check.as_ref(), request }
}
