//! Copies published vectors without the remarks on them.

use serde_json::{Value, json};

/// The items of a file, one per line. The file is a list, or an object that contains lists.
pub(super) fn distil(file: &Value) -> String {
    let lists: Vec<&Value> = match file {
        Value::Object(members) => members.values().collect(),
        list => vec![list],
    };
    let items = lists.into_iter().filter_map(Value::as_array).flatten();
    items.map(|item| format!("{}\n", plain(item.clone()))).collect()
}

fn plain(mut item: Value) -> Value {
    let members = item.as_object_mut().expect("a vector is an object");
    members.retain(|name, _| !REMARKS.contains(&name.as_str()));
    if let Some(Value::String(see)) = members.get_mut("see") {
        *see = see.replace(".json#", "#");
    }
    if let Some(provenance) = members.remove("provenance") {
        let said = |member: &str| provenance[member].as_str().unwrap_or_default();
        let is_unnamed = |repo: &&str| UNNAMED.iter().any(|words| repo.starts_with(words));
        let named = Some(until_remark(said("repo"))).filter(|repo| !is_unnamed(repo));
        let text = format!("{} {}", named.unwrap_or("a public repository:"), until_remark(said("file")));
        members.insert("from".to_owned(), json!(text.trim()));
    }
    item
}

/// Cuts off the remark on a place: whatever follows a bracket, a semicolon or `found by`.
fn until_remark(text: &str) -> &str {
    let end = [" (", ";", " found by"].iter().filter_map(|mark| text.find(mark)).min();
    &text[..end.unwrap_or(text.len())]
}

const REMARKS: [&str; 8] = [
    "evidence",
    "key_derivation",
    "note",
    "paths",
    "request_id_present",
    "shape_partly_assumed",
    "verified",
    "wechatpay_headers_present",
];

/// Names that stand for a repository that was not recorded.
const UNNAMED: [&str; 2] = ["search file", "third-party"];
