//! Messages made of the facts' examples, as JSON; and the comparison with what was read, member by member.

use serde_json::{Map, Value, json};
use wxpay::payload::{Field, Kind, Message, Node, Rule};
use wxpay::prelude::*;
use wxpay_tests::facts::{Class, Member};

use crate::compare::join;
use crate::exceptions::Exceptions;

/// The place of an example, by which its exceptions are found.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    pub(crate) exceptions: &'a Exceptions,
    pub(crate) family: &'a str,
    pub(crate) endpoint: &'a str,
    pub(crate) part: &'static str,
}

/// An object of the members that a declaration has to have, each with the facts' example. The declaration only decides what the
/// facts leave open: the form of a text without an example.
pub(crate) fn object(about: About<'_>, at: &str, members: &[Member], fields: &[Field]) -> Value {
    let expected = members.iter().filter(|member| member.expected);
    let values = expected.map(|member| {
        let field = fields.iter().find(|field| field.name == member.name);
        (member.name.clone(), value(about, &join(at, &member.name), member, field))
    });
    let mut object = Value::Object(values.collect());
    say(&mut object, fields);
    object
}

/// Sets what a request says of its file, as a client would.
pub(crate) fn say(request: &mut Value, fields: &[Field]) {
    let Some(file) = fields.iter().find(|field| matches!(field.kind, Kind::File)) else { return };
    let file: Upload = serde_json::from_value(request[file.name].clone()).unwrap();
    for (field, rule) in fields.iter().flat_map(|field| field.rules.iter().map(move |rule| (field, rule))) {
        match rule {
            Rule::FileName => request[field.name] = json!(file.name()),
            Rule::Sha256 => request[field.name] = json!(file.sha256()),
            _ => {}
        }
    }
}

fn value(about: About<'_>, path: &str, member: &Member, field: Option<&Field>) -> Value {
    let leaf = match class(member, field) {
        Some(Class::Object) => object(about, path, &member.members, field.map_or(&[], |field| field.members())),
        _ => scalar(about, path, member, field),
    };
    (0..member.lists).fold(leaf, |inner, _| json!([inner]))
}

fn scalar(about: About<'_>, path: &str, member: &Member, field: Option<&Field>) -> Value {
    let instead = about.exceptions.example(about.family, about.endpoint, about.part, path);
    let text = instead.map(str::to_owned).or_else(|| member.example.clone());
    // The example of a sensitive member may be a ciphertext, which is too long to be encrypted.
    let text = text.map(|text| if member.secret { text.chars().take(40).collect() } else { text });
    match (class(member, field), field.map(|field| field.kind.element())) {
        (Some(Class::File), _) => file(field),
        (Some(Class::Boolean), _) => json!(text.as_deref() == Some("true")),
        (Some(Class::Integer), _) => json!(text.and_then(|text| text.parse::<i64>().ok()).unwrap_or(1)),
        // Many examples of times are not valid times.
        (_, Some(Kind::Time)) => json!(text.filter(|text| text.parse::<DateTime>().is_ok()).unwrap_or(TIME.to_owned())),
        (_, Some(Kind::Date)) => json!(text.filter(|text| Date::parse(text).is_ok()).unwrap_or(DATE.to_owned())),
        _ if text.as_ref().is_some_and(|text| !text.is_empty()) => json!(text),
        (_, Some(Kind::IntText)) => json!("1"),
        (_, Some(Kind::CompactDate)) => json!("20180608"),
        (_, Some(Kind::CompactDateTime)) => json!("20180608103456"),
        (_, Some(Kind::JsonText(_))) => json!("{}"),
        _ if member.time => json!(TIME),
        (_, Some(Kind::Choice(values))) => {
            let known = member.values.iter().find(|value| values.contains(&value.as_str()));
            json!(known.map(String::as_str).or(values.first().copied()))
        }
        _ if !member.values.is_empty() => json!(member.values.first()),
        _ if member.secret => json!(SECRET),
        _ => json!(any_text(field)),
    }
}

/// The class of a member. If the sources disagree, it is the declared class, provided that a source has it.
fn class(member: &Member, field: Option<&Field>) -> Option<Class> {
    let declared = field.and_then(|field| Class::of(field.kind.element()));
    declared.filter(|declared| member.classes.contains(declared)).or(member.classes.first().copied())
}

/// A file with an extension that the declaration accepts.
pub(crate) fn file(field: Option<&Field>) -> Value {
    let rules = field.map_or(&[][..], |field| field.rules);
    let ending = rules.iter().find_map(|rule| match rule {
        Rule::Extensions(endings) => endings.first(),
        _ => None,
    });
    json!(Upload::new(format!("example.{}", ending.unwrap_or(&"png")), &b"example"[..]))
}

/// A text for a member without an example.
fn any_text(field: Option<&Field>) -> &'static str {
    let rules = field.map_or(&[][..], |field| field.rules);
    if rules.iter().any(|rule| matches!(rule, Rule::Url { .. })) {
        "https://shop.example.com/notify"
    } else {
        "12345678"
    }
}

/// The content of a message, in plain text.
pub(crate) fn plain(message: &dyn Message) -> Value {
    written(message.node()).unwrap_or(Value::Null)
}

// This is a fold with a result, which a walk does not have.
fn written(node: Node<'_>) -> Option<Value> {
    Some(match node {
        Node::Absent => return None,
        Node::Text(text) => json!(text),
        Node::Choice { text, .. } => json!(text),
        Node::Number { text, .. } => json!(text.parse::<i64>().unwrap()),
        Node::Integer(number) => json!(i64::try_from(number).unwrap()),
        Node::Boolean(truth) => json!(truth),
        Node::Secret(secret) => json!(secret.expose().or(secret.ciphertext())),
        Node::Object(object) => {
            let fields = object.table().fields.iter().enumerate();
            let members =
                fields.filter_map(|(index, field)| Some((field.name.to_owned(), written(object.member(index))?)));
            Value::Object(members.collect())
        }
        Node::List(list) => (0..list.len()).filter_map(|index| written(list.node(index))).collect(),
        Node::Map(map) => {
            let mut members = Map::new();
            map.each(&mut |key, node| {
                members.extend(written(node).map(|value| (key.to_owned(), value)));
            });
            Value::Object(members)
        }
        Node::Json(value) => value.into_owned(),
        Node::JsonText(text) => json!(written(text.held()).unwrap_or(Value::Null).to_string()),
        Node::File(file) => serde_json::to_value(file).unwrap(),
        Node::Unwritable(reason) => panic!("{reason}"),
        _ => panic!("a node of a new kind"),
    })
}

/// Lists what `sent` has and `kept` does not, as dotted paths. Two spellings of one time are equal.
pub(crate) fn losses(at: &str, sent: &Value, kept: Option<&Value>, lost: &mut Vec<String>) {
    match (sent, kept) {
        (Value::Object(sent), Some(Value::Object(kept))) => {
            sent.iter().for_each(|(name, value)| losses(&join(at, name), value, kept.get(name), lost));
        }
        (Value::Array(sent), Some(Value::Array(kept))) if sent.len() == kept.len() => {
            sent.iter().zip(kept).for_each(|(sent, kept)| losses(at, sent, Some(kept), lost));
        }
        // A list accepts a single object as its only element.
        (Value::Object(_), Some(Value::Array(kept))) if kept.len() == 1 => losses(at, sent, kept.first(), lost),
        (sent, Some(kept)) if sent == kept || same_time(sent, kept) => {}
        _ => lost.push(at.to_owned()),
    }
}

fn same_time(one: &Value, other: &Value) -> bool {
    let time = |value: &Value| value.as_str()?.parse::<DateTime>().ok().map(DateTime::unix_timestamp);
    time(one).is_some() && time(one) == time(other)
}

/// A sensitive text for a member without an example. No other member has this text, so it can be searched for.
const SECRET: &str = "nobody else's 7391";

const TIME: &str = "2018-06-08T10:34:56+08:00";

const DATE: &str = "2018-06-08";
