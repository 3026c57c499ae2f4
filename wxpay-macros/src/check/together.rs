//! Checks rules about several members: each of their names is that of an optional member.

use syn::LitStr;

use crate::errors::Errors;
use crate::nearest;
use crate::types::spelled;
use crate::valid::{Member, Together};
use crate::written::{Field, Group, GroupKind};

/// The rules among the arguments, and those on the fields.
pub(super) fn all<'a>(
    groups: &'a [Group],
    fields: &'a [Field],
    members: &[Member<'_>],
    errors: &mut Errors,
) -> Vec<Together<'a>> {
    for (index, group) in groups.iter().enumerate() {
        named_twice(group, errors);
        said_twice(group, groups.iter().take(index), errors);
    }
    let members_of = |group: &'a Group, errors: &mut Errors| {
        let index = |name: &'a LitStr| Some((optional(name, fields, members, errors)?, name));
        group.names.iter().filter_map(index).collect()
    };
    let mut together: Vec<_> =
        groups.iter().map(|group| Together::Group(group.kind, members_of(group, errors))).collect();
    for (member, field) in members.iter().zip(fields) {
        for (index, name) in field.needs.iter().enumerate() {
            if field.needs.iter().take(index).any(|other| other.value() == name.value()) {
                errors.at(name, format!("`{}` is there twice", name.value()));
            } else if let Some(needed) = optional(name, fields, members, errors) {
                needs(member, name, needed, &together, errors);
                together.push(Together::Needs { member: member.index, needed: (needed, name) });
            }
        }
    }
    together
}

/// The member of that name. Reports a required one, as far as the spelling of its type shows it; core checks aliases.
fn optional(name: &LitStr, fields: &[Field], members: &[Member<'_>], errors: &mut Errors) -> Option<usize> {
    let text = name.value();
    let Some(member) = members.iter().find(|member| member.name == text) else {
        unknown(name, fields, members, errors);
        return None;
    };
    if member.is_surely_there() {
        let ty = spelled(member.ty);
        errors.at(name, format!("`{text}` is required; a rule about several members is about an `Option<{ty}>`"));
        return None;
    }
    Some(member.index)
}

fn unknown(name: &LitStr, fields: &[Field], members: &[Member<'_>], errors: &mut Errors) {
    let text = name.value();
    let renamed = members.iter().zip(fields).find(|(_, field)| field.ident == text);
    let near = nearest::to(&text, members.iter().map(|member| member.name.as_str()));
    let remedy = match (renamed, near) {
        (Some((member, _)), _) => format!("on the wire it is `{}`", member.name),
        (None, Some(near)) => format!("did you mean `{near}`?"),
        (None, None) => "expected the name of a member on the wire".to_owned(),
    };
    errors.at(name, format!("no member is called `{text}`; {remedy}"));
}

fn named_twice(group: &Group, errors: &mut Errors) {
    for (index, name) in group.names.iter().enumerate() {
        if group.names.iter().take(index).any(|other| other.value() == name.value()) {
            errors.at(name, format!("`{}` is there twice", name.value()));
        }
    }
}

/// Reports two rules about the same members: they are one rule, or a contradiction.
fn said_twice<'a>(group: &Group, mut earlier: impl Iterator<Item = &'a Group>, errors: &mut Errors) {
    let names = |group: &Group| {
        let mut names: Vec<_> = group.names.iter().map(LitStr::value).collect();
        names.sort();
        names
    };
    if let Some(other) = earlier.find(|other| names(other) == names(group)) {
        errors.at(&group.word, format!("`{}` is about the same members; keep one of the two", other.word));
    }
}

/// Reports a member that cannot need the other.
fn needs(member: &Member<'_>, name: &LitStr, needed: usize, groups: &[Together<'_>], errors: &mut Errors) {
    let (own, other) = (&member.name, name.value());
    if member.index == needed {
        errors.at(name, format!("`{own}` cannot need itself; expected the name of another member"));
    } else if member.is_surely_there() {
        errors.at(name, format!("`{own}` is required, so `{other}` is always needed; make `{other}` required"));
    } else if let Some(word) = groups.iter().find_map(|rule| excludes(rule, [member.index, needed])) {
        errors.at(name, format!("`{own}` and `{other}` exclude each other by `{word}`"));
    }
}

fn excludes(rule: &Together<'_>, both: [usize; 2]) -> Option<&'static str> {
    let Together::Group(kind, members) = rule else { return None };
    let among = both.iter().all(|index| members.iter().any(|(member, _)| member == index));
    match kind {
        GroupKind::OneOf if among => Some("one_of"),
        GroupKind::AtMostOne if among => Some("at_most_one"),
        _ => None,
    }
}
