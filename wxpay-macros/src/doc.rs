//! Documentation of a declaration: the request line, the official page, a table of the members.

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

use crate::rule::DefaultValue;
use crate::types::{Leaf, optional, spelled};
use crate::valid::{Host, Item, Kind, Member, Place, Request, Struct, Together};
use crate::written::GroupKind;

/// The documentation that follows the author's own.
pub(crate) fn of(item: &Item<'_>) -> TokenStream {
    let Kind::Struct(declared) = &item.kind else { return TokenStream::new() };
    // Lines without a condition share an attribute: each attribute costs compile time.
    let mut text = head(declared);
    let mut attributes = TokenStream::new();
    for member in &declared.members {
        let line = row(member, declared);
        match member.condition {
            Some(condition) => {
                attributes.extend(doc(std::mem::take(&mut text)));
                attributes.extend(quote!(#[cfg_attr(#condition, doc = #line)]));
            }
            None if text.is_empty() => text = line,
            None => text = format!("{text}\n{line}"),
        }
    }
    for rule in declared.together.iter().filter_map(group) {
        text = format!("{text}\n\n{rule}");
    }
    if declared.check.is_some() {
        text = format!("{text}\n\n{TOGETHER}");
    }
    attributes.extend(doc(text));
    attributes
}

fn doc(text: String) -> Option<TokenStream> {
    (!text.is_empty()).then(|| quote!(#[doc = #text]))
}

fn head(declared: &Struct<'_>) -> String {
    let mut text = declared.request.as_ref().map(|request| format!("\n{}", request_line(request))).unwrap_or_default();
    if !declared.members.is_empty() {
        let (head, line) = match (&declared.request, has_labels(declared)) {
            (Some(_), true) => ("| member | label | goes into | |", "|---|---|---|---|"),
            (Some(_), false) => ("| member | goes into | |", "|---|---|---|"),
            (None, true) => ("| member | label | |", "|---|---|---|"),
            (None, false) => ("| member | | |", "|---|---|---|"),
        };
        text = format!("{text}\n\n{head}\n{line}");
    }
    text
}

fn request_line(request: &Request<'_>) -> String {
    let (method, path) = (request.method.spelling(), request.path.value());
    let page = request.doc.map(|page| format!(" · [official page]({})", page.value()));
    let host = match request.host {
        Host::Domestic => "",
        Host::CrossBorder => " · host of cross-border merchants",
    };
    let more = match (request.file, &request.pages) {
        (true, _) => " · a file, which `Client::file` asks for",
        (false, Some(_)) => " · page by page, by `Client::pages`",
        (false, None) => "",
    };
    format!("`{method} {path}`{}{host}{more}", page.unwrap_or_default())
}

fn row(member: &Member<'_>, declared: &Struct<'_>) -> String {
    let place = place(member);
    let required = if member.optional { "optional" } else { "required" };
    let secret = (member.leaf == Leaf::Secret).then(|| "encrypted".to_owned());
    let rules = member.rules.iter().map(|rule| rule.doc(&member.subject));
    let caller = member.caller.map(|_| "the number of the merchant that signs".to_owned());
    let needs =
        (!member.needs.is_empty()).then(|| format!("only with {}", listed(member.needs.iter().map(LitStr::value))));
    let default = member.default.map(|default| format!("{} if absent", value(default)));
    let list = member.check_list.map(|_| "checked as a whole".to_owned());
    let notes = secret.into_iter().chain(rules).chain(list).chain(caller).chain(needs).chain(default);
    let notes: Vec<String> = notes.collect();
    let notes = if notes.is_empty() { String::new() } else { format!(": {}", notes.join(", ")) };
    let ty = spelled(optional(member.ty).unwrap_or(member.ty));
    let label = label(member);
    let where_to = match (&declared.request, has_labels(declared)) {
        (Some(_), true) => format!("{label} | {place}"),
        (Some(_), false) => place.to_owned(),
        (None, _) => label,
    };
    format!("| `{}` `{ty}` | {where_to} | {required}{notes} |", member.name)
}

fn has_labels(declared: &Struct<'_>) -> bool {
    declared.members.iter().any(|member| member.label.is_some())
}

/// The label for a cell of a table.
fn label(member: &Member<'_>) -> String {
    member.label.map(|label| label.value().replace('|', "\\|")).unwrap_or_default()
}

fn place(member: &Member<'_>) -> &'static str {
    match member.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
        Place::Header => "header",
        Place::Part | Place::File => "form",
    }
}

/// A rule in the arguments. The row of a field has the rules on that field.
fn group(rule: &Together<'_>) -> Option<String> {
    let Together::Group(kind, members) = rule else { return None };
    let given = match kind {
        GroupKind::OneOf => "Exactly one",
        GroupKind::AnyOf => "At least one",
        GroupKind::AtMostOne => "At most one",
    };
    Some(format!("{given} of {} is given.", listed(members.iter().map(|(_, name)| name.value()))))
}

fn value(default: &DefaultValue) -> String {
    match default {
        DefaultValue::Text(text) => format!("`{}`", text.value()),
        DefaultValue::Integer(_, value) => value.to_string(),
        DefaultValue::Boolean(value) => value.value.to_string(),
    }
}

/// Names as an enumeration in a sentence.
fn listed(names: impl Iterator<Item = String>) -> String {
    let quoted: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        few => few.concat(),
    }
}

const TOGETHER: &str =
    "The members are also checked together: a request that breaks a rule about several of them is not sent.";
