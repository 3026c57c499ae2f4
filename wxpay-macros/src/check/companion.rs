//! The struct of the required members.

use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::types::optional;
use crate::written::{Companion, Field, Item};

pub(crate) fn companion(item: &Item, companion: Option<&Companion>, fields: &[Field], errors: &mut Errors) {
    let Some(companion) = companion else { return };
    match companion {
        Companion::Named(name) if *name == item.ident => {
            errors.at(name, format!("`{name}` is the message itself; expected another name, such as `{name}Required`"));
        }
        Companion::Named(name) if !fields.iter().any(is_required) => {
            errors.at(name, "nothing is required here; `required = ()` makes `new()` and setters");
        }
        Companion::Named(_) => {}
        Companion::Nothing => required_after_all(fields, errors),
    }
    setter_called_new(fields, errors);
}

fn required_after_all(fields: &[Field], errors: &mut Errors) {
    for field in fields.iter().filter(|field| is_required(field)) {
        errors
            .at(&field.ident, "this member is required, against `required = ()`; `required = Name` names a companion");
    }
}

fn setter_called_new(fields: &[Field], errors: &mut Errors) {
    for field in fields.iter().filter(|field| !is_required(field) && field.ident.unraw() == "new") {
        errors.at(&field.ident, "`new` makes the message; call the field otherwise, with `rename = \"new\"`");
    }
}

fn is_required(field: &Field) -> bool {
    optional(&field.ty).is_none()
}
