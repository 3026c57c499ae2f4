//! The members of a request or an object.

use syn::Ident;

use crate::errors::Errors;
use crate::types::{Leaf, is_list, optional, spelled};
use crate::valid::{Member, Place};
use crate::written::Field;

/// Members in the order of their fields, each of which has its place.
pub(super) fn all<'a>(fields: &'a [Field], places: &[Place], errors: &mut Errors) -> Vec<Member<'a>> {
    for (index, (field, place)) in fields.iter().zip(places).enumerate() {
        let name = field.wire_name();
        let mut earlier = fields.iter().zip(places).take(index);
        if earlier.any(|(other, there)| place == there && place.same_name(&other.wire_name(), &name)) {
            errors.at(field.named_by(), format!("two members are called `{name}`"));
        }
        rules(field, errors);
    }
    fields.iter().zip(places).enumerate().map(|(index, (field, place))| of(field, index, *place)).collect()
}

fn rules(field: &Field, errors: &mut Errors) {
    if let Some(word) = &field.caller {
        caller(word, field, errors);
    }
    if let Some(word) = &field.optional {
        said_optional(word, field, errors);
    }
    for (word, rule) in &field.rules {
        if field.opaque.is_some() {
            errors.at(word, format!("`{word}` cannot look into an `opaque` member"));
        } else {
            rule.check(word, field, errors);
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

/// An alias is what its name does not say.
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
        index,
        ident: &field.ident,
        ty: &field.ty,
        leaf: field.leaf,
        docs: &field.docs,
        condition: field.condition.as_ref(),
        name: field.wire_name(),
        place,
        optional: optional(&field.ty).is_some() || field.optional.is_some(),
        said_optional: field.optional.as_ref(),
        opaque: field.opaque.is_some(),
        rules: field.rules.iter().map(|(_, rule)| &**rule).collect(),
        in_bytes: field.bytes.is_some(),
        label: field.label.as_ref(),
        compared: field.compared.as_ref(),
        caller: field.caller.as_ref(),
    }
}
