//! Examples: objects that are well-formed and made up.

use crate::error::Failure;
use serde_json::{Map, Value, json};
use wxpay::crypto::Encryptor;
use wxpay::payload::{Field, Kind, Rule, Together};
use wxpay::prelude::Upload;

/// An object with all of these members: texts of the right lengths and patterns, the first of the known values, one element in
/// each array. Nested objects have only members that may be there together. Sensitive members are plain text. The object is
/// well-formed and means nothing.
#[must_use]
pub fn example(fields: &[Field]) -> Value {
    object(fields, &[], 0)
}

/// A made-up answer of that kind; its sensitive members are not sealed yet. Members that the request has too are copied from it.
pub(crate) fn answer(kind: Kind, request: &Value) -> Value {
    let mut answer = match kind {
        Kind::Object(table) => object(table().fields, table().together, 0),
        kind => value(kind, &[], "", 0),
    };
    repeat(request, &mut answer);
    answer
}

/// Seals the sensitive members.
pub(crate) fn seal(value: &mut Value, kind: Kind, encryptor: &dyn Encryptor) -> Result<(), Failure> {
    match (kind, value) {
        (Kind::Secret, Value::String(text)) => {
            *text = wxpay::server::sealed(text, encryptor).map_err(Failure::sealing)?;
        }
        (Kind::Object(table), Value::Object(members)) => {
            for field in table().fields {
                if let Some(member) = members.get_mut(field.name) {
                    seal(member, field.kind, encryptor)?;
                }
            }
        }
        (Kind::List(kind), Value::Array(elements)) => {
            elements.iter_mut().try_for_each(|element| seal(element, *kind, encryptor))?;
        }
        (Kind::Map(kind), Value::Object(members)) => {
            members.values_mut().try_for_each(|member| seal(member, *kind, encryptor))?;
        }
        _ => {}
    }
    Ok(())
}

fn repeat(request: &Value, answer: &mut Value) {
    for (name, member) in answer.as_object_mut().into_iter().flatten() {
        match (request.get(name), member) {
            (Some(said @ Value::String(_)), member @ Value::String(_)) => *member = said.clone(),
            (Some(said @ Value::Number(_)), member @ Value::Number(_)) => *member = said.clone(),
            _ => {}
        }
    }
}

fn object(fields: &[Field], together: &[Together], depth: usize) -> Value {
    let said = |field: &&Field| !field.rules.iter().any(|rule| matches!(rule, Rule::FileName | Rule::Sha256));
    // Some objects contain objects of their own type.
    let wanted = fields.iter().filter(|field| field.required || depth < DEEPEST).filter(said);
    let mut object: Map<String, Value> =
        wanted.map(|field| (field.name.to_owned(), value(field.kind, field.rules, field.name, depth))).collect();
    let name = |index: &usize| fields.get(*index).map_or("", |field| field.name);
    // `Needs` comes after the groups, which may have removed the needed member.
    for rule in together {
        match rule {
            Together::OneOf(members) | Together::AtMostOne(members) => {
                members.iter().skip(1).for_each(|index| drop(object.remove(name(index))));
            }
            Together::Needs { member, needed } if !object.contains_key(name(needed)) => {
                object.remove(name(member));
            }
            _ => {}
        }
    }
    object.into()
}

fn value(kind: Kind, rules: &[Rule], name: &str, depth: usize) -> Value {
    match kind {
        Kind::Nothing => Value::Null,
        Kind::Text => text(rules, name).into(),
        Kind::Secret => SECRET.into(),
        Kind::Integer => number(rules, 1).into(),
        Kind::Fen => number(rules, 100).into(),
        Kind::FenText => number(rules, 100).to_string().into(),
        Kind::IntText => number(rules, 1).to_string().into(),
        Kind::Boolean => true.into(),
        Kind::Time => TIME.into(),
        Kind::Date => DATE.into(),
        Kind::CompactDate => COMPACT_DATE.into(),
        Kind::CompactDateTime => COMPACT_DATE_TIME.into(),
        Kind::Choice(values) => values.iter().find(|value| fits(rules, value)).or(values.first()).copied().into(),
        Kind::Number(values) => values.first().and_then(|digits| digits.parse::<i64>().ok()).into(),
        Kind::Object(table) => object(table().fields, table().together, depth + 1),
        Kind::List(kind) => {
            let fewest =
                rules.iter().find_map(|rule| if let Rule::Items { min, .. } = rule { Some(*min) } else { None });
            (0..fewest.unwrap_or(1).max(1)).map(|_| value(*kind, rules, name, depth)).collect()
        }
        Kind::Map(kind) => json!({ "key": value(*kind, rules, name, depth) }),
        Kind::File => json!(file(rules)),
        // The rules are about the text, not about the value in it.
        Kind::JsonText(kind) => value(*kind, &[], name, depth).to_string().into(),
        // Most members of any JSON are objects.
        _ => json!({}),
    }
}

fn number(rules: &[Rule], wished: i64) -> i64 {
    let range =
        rules.iter().find_map(|rule| if let Rule::Range { min, max } = rule { Some((*min, *max)) } else { None });
    range.map_or(wished, |(min, max)| wished.max(min).min(max))
}

fn text(rules: &[Rule], name: &str) -> String {
    let is_url = rules.iter().any(|rule| matches!(rule, Rule::Url { .. })) || name.ends_with("url");
    let shapes = is_url.then_some(URL).into_iter().chain(SHAPES.iter().copied());
    let mut texts = shapes.flat_map(|shape| [shape.to_owned(), fitted(shape, rules)]);
    texts.find(|text| fits(rules, text)).unwrap_or_else(|| fitted("example", rules))
}

/// The shape, repeated or cut to the right length.
fn fitted(shape: &str, rules: &[Rule]) -> String {
    let (min, max) = length(rules);
    let long = shape.chars().cycle().take(min.max(shape.len()));
    long.take(max).collect()
}

fn fits(rules: &[Rule], text: &str) -> bool {
    let (min, max) = length(rules);
    (min..=max).contains(&text.len())
        && rules.iter().all(|rule| match rule {
            Rule::Pattern(pattern) => pattern.is_match(text),
            Rule::Check(check) => check.text(text).is_ok(),
            Rule::Url { .. } => text == URL,
            // Checked above.
            Rule::Len { .. } => true,
            // About something that is not a text, or left out of examples.
            Rule::Range { .. } | Rule::Items { .. } | Rule::Extensions(_) | Rule::FileName | Rule::Sha256 => true,
            // Unreachable: `catalogue known_rules` fails for a rule that is not named above.
            _ => true,
        })
}

fn length(rules: &[Rule]) -> (usize, usize) {
    let length =
        rules.iter().find_map(|rule| if let Rule::Len { min, max, .. } = rule { Some((*min, *max)) } else { None });
    length.unwrap_or((0, usize::MAX))
}

fn file(rules: &[Rule]) -> Upload {
    let endings =
        rules.iter().find_map(|rule| if let Rule::Extensions(endings) = rule { endings.first() } else { None });
    Upload::new(format!("example.{}", endings.unwrap_or(&"png")), &b"example"[..])
}

/// Depth to which optional members are filled in.
const DEEPEST: usize = 5;
/// No other text looks like it, so a place where it appears by mistake is a leak.
const SECRET: &str = "97531864";
const TIME: &str = "2026-01-01T12:00:00+08:00";
const DATE: &str = "2026-01-01";
const COMPACT_DATE: &str = "20260101";
const COMPACT_DATE_TIME: &str = "20260101120000";
const URL: &str = "https://shop.example.com/example";
/// Shapes of texts, the most likely first.
const SHAPES: &[&str] = &[
    "example",
    "12345678",
    "1",
    DATE,
    COMPACT_DATE,
    "202601",
    COMPACT_DATE_TIME,
    "12:00",
    "12:00:00",
    "13800138000",
    "EXAMPLE",
    "0123456789ABCDEF",
    "0123456789abcdef",
    "{}",
];
