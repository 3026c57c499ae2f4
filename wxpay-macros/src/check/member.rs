//! The members of a request or an object.

use syn::{Ident, Type};

use super::default;
use crate::errors::Errors;
use crate::types::{Leaf, boxed, is_bytes, is_list, optional, optional_element, spelled};
use crate::valid::{Member, Place};
use crate::written::Field;

/// Members in the order of their fields, with their places.
pub(super) fn all<'a>(fields: &'a [Field], places: &[Place], errors: &mut Errors) -> Vec<Member<'a>> {
    for (index, (field, place)) in fields.iter().zip(places).enumerate() {
        let name = field.wire_name();
        let mut earlier = fields.iter().zip(places).take(index);
        if earlier.any(|(other, there)| place.collides(&name, (*there, &other.wire_name()))) {
            errors.at(field.named_by(), format!("two members are called `{name}`"));
        }
        part_name(field, *place, errors);
        form(field, errors);
        rules(field, index, errors);
    }
    fields.iter().zip(places).enumerate().map(|(index, (field, place))| of(field, index, *place)).collect()
}

/// Checks the name of a part: it stands in quotes, and `meta` is the part with the members of the body.
fn part_name(field: &Field, place: Place, errors: &mut Errors) {
    if !matches!(place, Place::Part | Place::File) {
        return;
    }
    let name = field.wire_name();
    if name == "meta" {
        errors.at(field.named_by(), "`meta` is the part of the form with the members of the body; rename this one");
    } else if !name.chars().all(|character| character.is_ascii_alphanumeric() || "-_.".contains(character)) {
        errors.at(
            field.named_by(),
            format!("`{}` is not a name of a part; expected letters, digits and `-_.`", name.escape_debug()),
        );
    }
}

/// Checks the spelling of the type: options, lists, boxes and `()`.
fn form(field: &Field, errors: &mut Errors) {
    let (ty, plain) = (&field.ty, optional(&field.ty));
    if is_bytes(plain.unwrap_or(ty)) && field.opaque.is_none() {
        errors.at(ty, "bytes are an array of integers in JSON; expected `Upload` for a file, or `String`");
    } else if matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty()) {
        errors.at(ty, "`()` has no value; expected a type such as `String`");
    } else if let Some(twice) = plain.filter(|inner| optional(inner).is_some()) {
        errors.at(twice, "an `Option` in an `Option`; expected a single one");
    } else if let Some(element) = optional_element(plain.unwrap_or(ty)) {
        let inner = optional(element).map(spelled).unwrap_or_default();
        errors.at(element, format!("an element cannot be optional; expected `{inner}`"));
    } else if let Some(inner) = boxed(ty) {
        let inner = spelled(inner);
        errors.at(ty, format!("a required member cannot be a `Box`; expected `{inner}`, or `Option<Box<{inner}>>`"));
    }
}

fn rules(field: &Field, index: usize, errors: &mut Errors) {
    if let Some(word) = &field.caller {
        caller(word, field, errors);
    }
    if let Some(word) = &field.optional {
        said_optional(word, field, errors);
    }
    if let Some((word, _)) = &field.check_list {
        check_list(word, field, errors);
    }
    default::check(field, errors);
    for (word, rule) in &field.rules {
        if field.opaque.is_some() {
            errors.at(word, format!("`{word}` cannot look into an `opaque` member"));
        } else {
            rule.check(word, &field.subject(index), errors);
        }
    }
}

fn caller(word: &Ident, field: &Field, errors: &mut Errors) {
    let is_text = matches!(field.leaf, Leaf::Text | Leaf::Other) && !is_list(&field.ty) && field.opaque.is_none();
    if !is_text {
        let ty = spelled(&field.ty);
        errors.at(word, format!("`caller` is the number of the merchant that signs; expected `String`, not `{ty}`"));
    }
}

/// Checks `check_list`. Core checks an alias.
fn check_list(word: &Ident, field: &Field, errors: &mut Errors) {
    if field.opaque.is_some() {
        errors.at(word, "`check_list` cannot look into an `opaque` member");
    } else if !is_list(&field.ty) && field.leaf != Leaf::Other {
        let (name, ty) = (&field.ident, spelled(&field.ty));
        errors.at(word, format!("`check_list` gets the elements of a `Vec`; `{name}` is `{ty}`, which `check` judges"));
    }
}

/// Checks `optional`, which is for an alias.
fn said_optional(word: &Ident, field: &Field, errors: &mut Errors) {
    if optional(&field.ty).is_some() {
        errors.at(word, "the type is an `Option` already; leave `optional` out");
    } else if field.leaf != Leaf::Other || is_list(&field.ty) {
        let ty = spelled(&field.ty);
        errors.at(word, format!("`optional` is about an alias of an `Option`; expected `Option<{ty}>`"));
    }
}

fn of(field: &Field, index: usize, place: Place) -> Member<'_> {
    Member {
        subject: field.subject(index),
        docs: &field.docs,
        condition: field.condition.as_ref(),
        name: field.wire_name(),
        place,
        optional: optional(&field.ty).is_some() || field.optional.is_some(),
        said_optional: field.optional.as_ref(),
        opaque: field.opaque.is_some(),
        rules: field.rules.iter().map(|(_, rule)| &**rule).collect(),
        check_list: field.check_list.as_ref().map(|(_, path)| path),
        label: field.label.as_ref(),
        compared: field.compared.as_ref(),
        caller: field.caller.as_ref(),
        needs: &field.needs,
        default: field.default.as_ref().map(|(_, default)| default),
    }
}
