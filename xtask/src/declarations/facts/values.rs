//! Values of an operation's requests and answers, made from the facts' examples and within their limits.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::operation::{Class, Member, Operation, Place};

/// The requests: with every member, with every member and the last value of each list, and with only the required members. Each
/// has an object of members for each place.
pub(super) fn requests(operation: &Operation) -> Value {
    let request = |form: Form| {
        let mut places = BTreeMap::<_, Map<_, _>>::new();
        for member in operation.request.iter().filter(|member| form.has(member)) {
            // A member that is in the path and in the body has the same value in both.
            let in_path =
                operation.request.iter().find(|other| other.name == member.name && other.place == Place::Path);
            let value = value(in_path.unwrap_or(member), form);
            places.entry(word(member.place)).or_default().insert(member.name.clone(), value);
        }
        json!(places)
    };
    FORMS.map(request).to_vec().into()
}

/// The answers in the same forms; none if the answer has no body.
pub(super) fn answers(operation: &Operation) -> Value {
    let answers = operation.answer.iter().flat_map(|members| FORMS.map(|form| object(members, form)));
    answers.collect::<Vec<_>>().into()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    First,
    Last,
    Required,
}

impl Form {
    fn has(self, member: &Member) -> bool {
        self != Self::Required || member.required || matches!(member.place, Place::Path | Place::File)
    }
}

fn object(members: &[Member], form: Form) -> Value {
    let there = members.iter().filter(|member| form.has(member));
    Value::Object(there.map(|member| (member.name.clone(), value(member, form))).collect())
}

fn value(member: &Member, form: Form) -> Value {
    let one = || match member.class() {
        Class::Object => object(&member.members, form),
        Class::Any => json!({"any": 1}),
        Class::File => json!({"name": "example.png", "content": "example"}),
        Class::Boolean => json!(member.example.as_deref() == Some("true")),
        Class::Integer => json!(integer(member)),
        Class::Text => json!(text(member, form)),
    };
    let count = member.limit("min_items").and_then(|count| usize::try_from(count).ok()).unwrap_or(1);
    match member.lists {
        0 => one(),
        lists => (1..lists).fold(vec![one(); count.max(1)].into(), |inner, _| json!([inner])),
    }
}

fn integer(member: &Member) -> i64 {
    let min = member.limit("minimum").unwrap_or(i64::MIN);
    let max = member.limit("maximum").unwrap_or(i64::MAX);
    member.example.as_deref().and_then(|example| example.parse().ok()).unwrap_or(1).clamp(min, max)
}

fn text(member: &Member, form: Form) -> String {
    let value = if form == Form::Last { member.values.last() } else { member.values.first() };
    if let (Some(value), false, false) = (value, member.secret, member.time) {
        return value.clone();
    }
    if member.time && !member.secret {
        return TIME.to_owned();
    }
    let pattern = member.pattern().and_then(|pattern| regex_lite::Regex::new(&format!("^(?:{pattern})$")).ok());
    let number = |name| member.limit(name).and_then(|number| usize::try_from(number).ok());
    let (min, max) = (number("min_length").unwrap_or(1), number("max_length").unwrap_or(usize::MAX));
    // The example of a sensitive member may be a ciphertext, which is too long to be encrypted again.
    let max = if member.secret { max.min(40) } else { max };
    let fits = |text: &&str| {
        let length = text.chars().count();
        (min..=max).contains(&length) && pattern.as_ref().is_none_or(|pattern| pattern.is_match(text))
    };
    let example = member.example.as_deref().into_iter().chain(TEXTS.iter().copied()).find(fits);
    example.map_or_else(|| "7".repeat(min), str::to_owned)
}

fn word(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Part => "part",
        Place::File => "file",
        Place::Body => "body",
    }
}

const FORMS: [Form; 3] = [Form::First, Form::Last, Form::Required];

const TIME: &str = "2018-06-08T10:34:56+08:00";

/// Texts for members without an example that fits: for the pages' patterns, and one that has to be escaped.
const TEXTS: &[&str] =
    &["a/b?c=d&e %+数据\"\\", "example", "12345678", "123456", "20260101", "20260101120000", "1234", "7", "A"];
