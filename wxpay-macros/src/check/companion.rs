//! The struct of the required members.

use syn::Ident;
use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::valid::Member;
use crate::written::Companion;

pub(super) fn check(item: &Ident, companion: Option<&Companion>, members: &[Member<'_>], errors: &mut Errors) {
    let Some(companion) = companion else { return };
    match companion {
        Companion::Named(name) if name == item => {
            errors.at(name, format!("`{name}` is the message itself; expected another name, such as `{name}Required`"));
        }
        Companion::Named(name) if members.iter().all(|member| member.optional) => {
            errors.at(name, "nothing is required here; `required = ()` makes `new()` and setters");
        }
        Companion::Named(_) => {}
        Companion::Nothing => required_after_all(members, errors),
    }
    setter_called_new(members, errors);
}

fn required_after_all(members: &[Member<'_>], errors: &mut Errors) {
    for member in members.iter().filter(|member| !member.optional) {
        errors
            .at(member.ident, "this member is required, against `required = ()`; `required = Name` names a companion");
    }
}

fn setter_called_new(members: &[Member<'_>], errors: &mut Errors) {
    for member in members.iter().filter(|member| member.optional && member.ident.unraw() == "new") {
        errors.at(member.ident, "`new` makes the message; call the field otherwise, with `rename = \"new\"`");
    }
}
