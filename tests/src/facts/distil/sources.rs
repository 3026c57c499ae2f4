//! Reads each operation's answer from the sources.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::text;
use crate::facts::sources::{Said, Source, Sources};

/// The sources' answers by request line without names: the request line with its names, the official page, and the answer's
/// members.
pub(super) fn read(operations: &[Value]) -> BTreeMap<String, (String, Option<String>, Sources)> {
    let operation = |operation: &Value| {
        let op = text(operation, "op").to_owned();
        let (method, _) = op.split_once(' ').expect("method and path");
        let endpoint = format!("{method} {}", text(operation, "path"));
        let peers = operation["peers"].as_object().expect("the sources by name");
        let known: Vec<_> = peers.iter().map(|(name, said)| (source(name), object(&said["answer"]))).collect();
        let known_to = known.iter().map(|(source, _)| *source).collect();
        (op, (endpoint, page(&operation["docs"]), Sources { known_to, members: said(&known) }))
    };
    operations.iter().map(operation).collect()
}

/// The members in any of the sources, each with the sources that have it.
fn said(objects: &[(Source, Map<String, Value>)]) -> Vec<Said> {
    let names: BTreeSet<_> = objects.iter().flat_map(|(_, members)| members.keys()).collect();
    let member = |name: &String| {
        let having = || objects.iter().filter_map(|(source, members)| Some((*source, members.get(name)?)));
        let mut by: Vec<_> = having().map(|(source, member)| (source, member["req"] == true)).collect();
        by.sort();
        let inner: Vec<_> = having().map(|(source, member)| (source, object(&leaf(member)["fields"]))).collect();
        Said { name: name.clone(), by, members: said(&inner) }
    };
    names.into_iter().map(member).collect()
}

/// The innermost element of nested lists.
fn leaf(mut member: &Value) -> &Value {
    while let Some(items) = member.get("items") {
        member = items;
    }
    member
}

fn source(name: &str) -> Source {
    let found = Source::ALL.iter().find(|(_, one, _)| *one == name);
    found.map_or_else(|| panic!("unknown source `{name}`"), |(source, ..)| *source)
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// The official page: preferably a merchant's, then a service provider's, then an older one.
fn page(pages: &Value) -> Option<String> {
    let pages: Vec<_> = pages.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let of = |place: &&str| pages.iter().find(|page| page.starts_with(*place)).copied();
    PAGES.iter().find_map(of).map(str::to_owned)
}

const PAGES: [&str; 3] = [
    "https://pay.weixin.qq.com/doc/v3/merchant/",
    "https://pay.weixin.qq.com/doc/v3/partner/",
    "https://pay.weixin.qq.com/",
];
