//! Requests and answers of an operation, made of the facts' examples, within their limits.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::operation::{Class, Member, Operation, Place};
use super::together;
use super::words::{self, Type};

/// Requests, each an object of its places: with every member, with every member and the last value of each enum, and with the
/// required members only.
pub(super) fn requests(operation: &Operation) -> Value {
    let request = |form: Form| {
        let mut places = BTreeMap::<_, Map<_, _>>::new();
        for member in form.given(&operation.request) {
            // A member that is in the path and in the body has one value.
            let in_path =
                operation.request.iter().find(|other| other.name == member.name && other.place == Place::Path);
            let value = value(in_path.unwrap_or(member), form, true);
            places.entry(word(member.place)).or_default().insert(member.name.clone(), value);
        }
        json!(places)
    };
    FORMS.map(request).to_vec().into()
}

/// Answers of the same three forms; empty for an answer without a body, or with a file.
pub(super) fn answers(operation: &Operation) -> Value {
    let answer = operation.answer.iter().filter(|_| !operation.file);
    let answers = answer.flat_map(|members| FORMS.map(|form| object(members, form, false)));
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
        self != Self::Required || member.is_always_there()
    }

    /// The members of a request in this form, so that it satisfies its rules.
    fn given(self, members: &[Member]) -> Vec<&Member> {
        together::given(members, |member| self.has(member), self == Self::Last)
    }
}

fn object(members: &[Member], form: Form, asked: bool) -> Value {
    let there = if asked { form.given(members) } else { members.iter().filter(|member| form.has(member)).collect() };
    Value::Object(there.into_iter().map(|member| (member.name.clone(), value(member, form, asked))).collect())
}

fn value(member: &Member, form: Form, asked: bool) -> Value {
    let one = || match member.class() {
        Class::Object => object(&member.members, form, asked),
        Class::Text if words::type_of(member) == Type::Json => json!(object(&member.members, form, asked).to_string()),
        Class::Integer if words::is_integer(member) => json!(number(member, form)),
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

/// A value of an enum of integers.
fn number(member: &Member, form: Form) -> Option<i64> {
    let value = if form == Form::Last { member.values.last() } else { member.values.first() };
    value.and_then(|value| value.parse().ok())
}

fn integer(member: &Member) -> i64 {
    let min = member.limit("minimum").unwrap_or(i64::MIN);
    let max = member.limit("maximum").unwrap_or(i64::MAX);
    member.example.as_deref().and_then(|example| example.parse().ok()).unwrap_or(1).clamp(min, max)
}

fn text(member: &Member, form: Form) -> String {
    let value = if form == Form::Last { member.values.last() } else { member.values.first() };
    if let (Some(value), Type::Enum) = (value, words::type_of(member)) {
        return value.clone();
    }
    if words::type_of(member) == Type::Known("DateTime") {
        return TIME.to_owned();
    }
    let pattern = member.pattern().and_then(|pattern| regex_lite::Regex::new(&format!("^(?:{pattern})$")).ok());
    let number = |name| member.limit(name).and_then(|number| usize::try_from(number).ok());
    let (min, max) = (number("min_length").unwrap_or(1), number("max_length").unwrap_or(usize::MAX));
    // The example of a sensitive member may be a ciphertext, too long to be encrypted again.
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

/// Texts for members without an example that fits. They satisfy the patterns of the pages; the first has characters that must be
/// escaped.
const TEXTS: &[&str] =
    &["a/b?c=d&e %+数据\"\\", "example", "12345678", "123456", "20260101", "20260101120000", "1234", "7", "A"];
