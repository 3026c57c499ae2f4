//! The struct of the required members.

use syn::Ident;
use syn::ext::IdentExt as _;

use crate::errors::Errors;
use crate::types::names;
use crate::valid::Member;
use crate::written::Companion;

pub(super) fn check(item: &Ident, companion: Option<&Companion>, members: &[Member<'_>], errors: &mut Errors) {
    let Some(companion) = companion else { return };
    match companion {
        Companion::Named(name) if name == item => {
            errors.at(name, format!("`{name}` is the struct itself; expected another name, such as `{name}Required`"));
        }
        Companion::Named(name) if members.iter().all(|member| member.optional) => {
            errors.at(name, "no member is required; `required = ()` makes `new()` and setters");
        }
        Companion::Named(name) => called_like_a_type(name, item, members, errors),
        Companion::Nothing => required_after_all(members, errors),
    }
    setter_called_new(members, errors);
}

fn called_like_a_type(name: &Ident, item: &Ident, members: &[Member<'_>], errors: &mut Errors) {
    if let Some(member) = members.iter().find(|member| names(member.ty).contains(name)) {
        let member = member.ident;
        errors.at(
            name,
            format!("`{name}` occurs in the type of `{member}`; expected another name, such as `{item}Required`"),
        );
    }
}

fn required_after_all(members: &[Member<'_>], errors: &mut Errors) {
    for member in members.iter().filter(|member| !member.optional) {
        errors.at(member.ident, "this member is required; expected `required = Name` instead of `required = ()`");
    }
}

fn setter_called_new(members: &[Member<'_>], errors: &mut Errors) {
    for member in members.iter().filter(|member| member.optional && member.ident.unraw() == "new") {
        errors.at(member.ident, "`new` is the constructor; give the field another name, with `rename = \"new\"`");
    }
}
