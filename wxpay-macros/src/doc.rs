//! What rustdoc shows of a declaration: the request line, the official page, a table of the members.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use crate::types::{Leaf, optional, spelled};
use crate::written::{Arguments, Body, EndpointArguments, Field, Item, Place, Rule};

/// What stands below the author's own lines; what could not be read is not shown.
pub(crate) fn of(input: &DeriveInput, item: &Item) -> TokenStream {
    let Body::Struct(fields) = &item.body else { return TokenStream::new() };
    let endpoint = match &item.arguments {
        Arguments::Endpoint(arguments) => Some(&**arguments),
        _ => None,
    };
    // Lines without a condition are one attribute: each costs the author's crate a little.
    let mut text = String::new();
    if let Some(line) = endpoint.and_then(request_line) {
        text = format!("\n{line}");
    }
    if !fields.is_empty() {
        let head = if endpoint.is_some() { "| member | goes into | |" } else { "| member | | |" };
        text = format!("{text}\n\n{head}\n|---|---|---|");
    }
    let mut attributes = TokenStream::new();
    for (field, condition) in fields.iter().zip(conditions(&input.data)) {
        let line = row(field, endpoint);
        match condition {
            Some(condition) => {
                attributes.extend(doc(std::mem::take(&mut text)));
                attributes.extend(quote!(#[cfg_attr(#condition, doc = #line)]));
            }
            None if text.is_empty() => text = line,
            None => text = format!("{text}\n{line}"),
        }
    }
    if item.check().is_some() {
        text = format!("{text}\n\n{TOGETHER}");
    }
    attributes.extend(doc(text));
    attributes
}

fn doc(text: String) -> Option<TokenStream> {
    (!text.is_empty()).then(|| quote!(#[doc = #text]))
}

fn request_line(arguments: &EndpointArguments) -> Option<String> {
    let (method, path) = (arguments.method.as_ref()?.value(), arguments.path.as_ref()?.value());
    let page = arguments.doc.as_ref().map(|page| format!(" · [official page]({})", page.value()));
    Some(format!("`{method} {path}`{}", page.unwrap_or_default()))
}

fn row(field: &Field, endpoint: Option<&EndpointArguments>) -> String {
    let place = endpoint.map_or("", |arguments| place(field, arguments));
    let required = if optional(&field.ty).is_some() { "optional" } else { "required" };
    let rules: Vec<String> = field.rules.iter().map(|(_, rule)| rule_text(field, rule)).collect();
    let secret = (field.leaf == Leaf::Secret).then(|| "encrypted".to_owned());
    let caller = field.caller.as_ref().map(|_| "the number of the merchant that signs".to_owned());
    let notes: Vec<String> = secret.into_iter().chain(rules).chain(caller).collect();
    let notes = if notes.is_empty() { String::new() } else { format!(": {}", notes.join(", ")) };
    let ty = spelled(optional(&field.ty).unwrap_or(&field.ty));
    format!("| `{}` `{ty}` | {place} | {required}{notes} |", field.wire_name())
}

fn place(field: &Field, arguments: &EndpointArguments) -> &'static str {
    let path = arguments.path.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let get = arguments.method.as_ref().is_some_and(|method| method.value() == "GET");
    match &field.place {
        _ if path.contains(&format!("{{{}}}", field.name)) => "path",
        _ if field.leaf == Leaf::File => "form",
        Some(Place::Header(..)) => "header",
        Some(Place::Part(_)) => "form",
        Some(Place::Query(_)) => "query",
        Some(Place::Body(_)) => "body",
        None if get => "query",
        None => "body",
    }
}

fn rule_text(field: &Field, rule: &Rule) -> String {
    match rule {
        Rule::Len(bounds) => {
            let unit = if field.bytes.is_some() || field.leaf == Leaf::File { "bytes" } else { "characters" };
            format!("{} {unit}", ends(bounds.min, bounds.max))
        }
        Rule::Pattern(pattern) => format!("`{}`", pattern.value().replace('|', "\\|")),
        Rule::Range(bounds) => ends(bounds.min, bounds.max),
        Rule::Items(bounds) => format!("{} elements", ends(bounds.min, bounds.max)),
        Rule::Url { path: true } => "a public `https` URL with a path, without query".to_owned(),
        Rule::Url { path: false } => "a public `https` URL without query".to_owned(),
        Rule::Extensions(endings) => {
            let endings: Vec<_> = endings.elements.iter().map(|ending| format!("`{}`", ending.value())).collect();
            endings.join(" or ")
        }
        Rule::FileName => "the file's name, set by the client".to_owned(),
        Rule::Sha256 => "the file's SHA-256 in hex, set by the client".to_owned(),
        Rule::Check(_) => "checked".to_owned(),
    }
}

fn ends(min: Option<i64>, max: Option<i64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any".to_owned(),
    }
}

/// The `#[cfg]`s of the fields: a row is there when its field is.
fn conditions(data: &Data) -> Vec<Option<TokenStream>> {
    let Data::Struct(data) = data else { return Vec::new() };
    let Fields::Named(fields) = &data.fields else { return Vec::new() };
    let condition = |field: &syn::Field| {
        let cfgs: Vec<_> = field
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("cfg"))
            .filter_map(|attribute| attribute.meta.require_list().ok())
            .map(|list| list.tokens.to_token_stream())
            .collect();
        (!cfgs.is_empty()).then(|| quote!(all(#(#cfgs),*)))
    };
    fields.named.iter().map(condition).collect()
}

const TOGETHER: &str =
    "The members are also checked together: a request that breaks a rule about several of them is not sent.";
