//! Checks `default` against its member.

use crate::errors::Errors;
use crate::rule::DefaultValue;
use crate::types::{Leaf, is_list, optional, spelled};
use crate::written::Field;

/// Reports a default that the member cannot have, as far as the spelling of its type shows it. Core checks enums and aliases.
pub(super) fn check(field: &Field, errors: &mut Errors) {
    let Some((word, default)) = &field.default else { return };
    let (name, ty) = (&field.ident, spelled(&field.ty));
    if let Some(opaque) = &field.opaque {
        return errors.at(word, format!("`default` cannot look into an `{opaque}` member"));
    }
    if optional(&field.ty).is_none() && field.leaf != Leaf::Other {
        return errors.at(word, format!("`default` is about an optional member; `{name}` is required as `{ty}`"));
    }
    if is_list(&field.ty) || matches!(field.leaf, Leaf::Time | Leaf::Secret | Leaf::File) {
        let known = "a text, an integer, an amount, a boolean or an enum";
        return errors.at(word, format!("`default` is about {known}; `{name}` is `{ty}`"));
    }
    let expected = match (field.leaf, default) {
        (Leaf::Text | Leaf::Other, DefaultValue::Text(_))
        | (Leaf::Integer | Leaf::Amount | Leaf::Other, DefaultValue::Integer(..))
        | (Leaf::Boolean | Leaf::Other, DefaultValue::Boolean(_)) => return broken(field, default, errors),
        (Leaf::Text, _) => "a text",
        (Leaf::Integer, _) => "an integer",
        (Leaf::Amount, _) => "an integer, in fen",
        _ => "`true` or `false`",
    };
    errors.at(default, format!("`{name}` is `{ty}`; expected {expected}"));
}

fn broken(field: &Field, default: &DefaultValue, errors: &mut Errors) {
    if let Some((word, _)) = field.rules.iter().find(|(_, rule)| !rule.allows(default)) {
        errors.at(default, format!("the `default` breaks the member's own `{word}`"));
    }
}
