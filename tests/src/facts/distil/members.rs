//! Reads members from the facts.

use serde_json::Value;
use wxpay::payload::Place;

use super::text;
use crate::facts::operation::{Class, Member};

impl Member {
    pub(super) fn read(fact: &Value, place: Place) -> Self {
        let (mut leaf, mut lists) = (fact, 0);
        while let Some(items) = leaf.get("items") {
            (leaf, lists) = (items, lists + 1);
        }
        let kind = leaf["type"].as_str().unwrap();
        let inner = kind.trim_start_matches("array<").trim_end_matches('>');
        let values = leaf["enum"].as_array().into_iter().flatten();
        let required = fact["required"] == true && fact["nullable"] != true || place == Place::Path;
        let example = leaf.get("example").or(fact.get("example"));
        let rule = |rule: &&str| {
            let value = fact.get(*rule).or(leaf.get(*rule))?;
            Some(((*rule).to_owned(), plain(value)))
        };
        Self {
            name: text(fact, "name").to_owned(),
            place,
            lists: lists + usize::from(inner != kind),
            classes: classes(inner),
            required: Some(required),
            secret: leaf["sensitive"] == true,
            time: leaf["date_time"] == true,
            values: values.map(plain).collect(),
            max_length: leaf["max_length"].as_u64(),
            rules: RULES.iter().filter_map(rule).collect(),
            example: example.and_then(short),
            expected: fact["not_on_seed"] != true,
            // The members of a JSON text are listed under the text.
            members: children(leaf.get("json").unwrap_or(leaf)),
        }
    }

    pub(super) fn of_peer(name: &str, said: &str, official: bool) -> Self {
        let inner = said.trim_start_matches("array<").trim_end_matches('>');
        Self {
            secret: said.ends_with("encrypted"),
            time: said == "time",
            expected: official,
            ..Self::new(name, usize::from(inner != said), classes(inner))
        }
    }

    pub(super) fn new(name: &str, lists: usize, classes: Vec<Class>) -> Self {
        Self {
            name: name.to_owned(),
            place: Place::Body,
            lists,
            classes,
            required: Some(false),
            secret: false,
            time: false,
            values: Vec::new(),
            max_length: None,
            rules: Vec::new(),
            example: None,
            expected: true,
            members: Vec::new(),
        }
    }
}

pub(super) fn classes(kind: &str) -> Vec<Class> {
    match kind {
        "string" | "time" | "string encrypted" | "enum" => vec![Class::Text],
        "file" => vec![Class::File],
        // All numbers except those of one operation are integers.
        "integer" | "number" | "int" => vec![Class::Integer],
        "boolean" | "bool" => vec![Class::Boolean],
        "object" => vec![Class::Object],
        "any" | "unknown" | "array" => vec![Class::Text, Class::Object, Class::Integer, Class::Boolean],
        other => panic!("unknown type in the facts: {other}"),
    }
}

/// A text without its quotes.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The example as a text; `None` if it is a sentence and not a value.
fn short(example: &Value) -> Option<String> {
    let text = match example {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.first().map_or(String::new(), |one| one.as_str().unwrap_or("1").to_owned()),
        Value::Null => return None,
        other => other.to_string(),
    };
    let longest = if is_word(&text) { LONGEST_WORD } else { LONGEST_WORDS };
    let is_one_line = !text.contains(char::is_control) && text.trim() == text;
    (!text.is_empty() && is_one_line && text.chars().count() <= longest).then_some(text)
}

/// Returns true if the text is printable ASCII without spaces, as a number, a code or an address is.
#[must_use]
pub fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Maximum length of an example that is a word, in characters.
pub const LONGEST_WORD: usize = 128;

/// Maximum length of any other example, such as a name or a city, in characters.
pub const LONGEST_WORDS: usize = 16;

/// Reads the members of an object, and marks those that it lists as encrypted.
pub(super) fn children(object: &Value) -> Vec<Member> {
    let encrypted: Vec<_> = object["encrypted_members"].as_array().into_iter().flatten().collect();
    let fields = object["fields"].as_array().into_iter().flatten();
    let mut members: Vec<_> = fields.map(|field| Member::read(field, Place::Body)).collect();
    for member in &mut members {
        member.secret |= encrypted.iter().any(|name| *name == &member.name);
    }
    members
}

const RULES: [&str; 7] = ["minimum", "maximum", "min_length", "min_items", "max_items", "pattern", "default"];
