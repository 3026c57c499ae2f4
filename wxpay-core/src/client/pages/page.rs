//! A page as its verified JSON has it: its number of entries, and its marks of what follows.

use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use serde_json::Value;

use crate::pages::{End, PagesProblem, Paging};
use crate::payload::{Field, Kind, Node, walk_secrets};

/// The facts that a page gives about its list.
pub(super) struct Page {
    /// Number of entries of the page.
    pub(super) count: i64,
    /// Maximum number of entries of the page.
    pub(super) limit: Option<i64>,
    /// Total number of entries.
    pub(super) total: Option<i64>,
    /// The token of the next page, or the link to it.
    pub(super) next: Option<String>,
    /// A hash of the entries, if there are any.
    pub(super) digest: Option<u64>,
}

impl Page {
    /// Reads the verified `body`. `answer` is the same page decoded, and `kind` its kind. The JSON is compared, since a struct
    /// need not have all members in which entries differ.
    pub(super) fn read(
        paging: &Paging,
        kind: Kind,
        answer: Node<'_>,
        body: &[u8],
        hashing: &RandomState,
    ) -> Result<Self, PagesProblem> {
        let body: Value = serde_json::from_slice(body).map_err(|_| PagesProblem::Unreadable)?;
        let items = find(&body, paging.items);
        let count = match items {
            None | Some(Value::Null) => 0,
            Some(Value::String(text)) if text.is_empty() => 0,
            // The client reads one object where a list is expected as a list of one.
            Some(Value::Object(_)) => 1,
            Some(Value::Array(list)) => i64::try_from(list.len()).map_err(|_| PagesProblem::Unreadable)?,
            Some(_) => return Err(PagesProblem::Unreadable),
        };
        let digest = items.filter(|_| count > 0).map(|items| {
            let mut hasher = hashing.build_hasher();
            hash(items, members(kind, paging.items), &mut hasher);
            // The same text is encrypted differently each time, so the plaintext is hashed.
            walk_secrets(answer, &mut |_, secret| secret.expose().hash(&mut hasher));
            hasher.finish()
        });
        let (total, next) = match paging.end {
            // A total of zero contradicts a page with entries, and is ignored.
            End::Total(member) => (find(&body, member).and_then(number).filter(|total| *total > 0 || count == 0), None),
            End::Next(member) => (None, find(&body, member).and_then(text)),
            End::Short => (None, None),
        };
        let limit = paging.limit.and_then(|member| find(&body, member)).and_then(number).filter(|limit| *limit > 0);
        Ok(Self { count, limit, total, next, digest })
    }
}

/// The member `a`, or for `a.b` the member `b` of the object `a`.
fn find<'a>(body: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(body, |value, name| value.get(name))
}

/// The fields of the entries.
fn members(kind: Kind, path: &str) -> &'static [Field] {
    let Kind::Object(table) = kind else { return &[] };
    path.split('.')
        .fold(table().fields, |fields, name| fields.iter().find(|field| field.name == name).map_or(&[], Field::members))
}

/// An integer, or a text that has one.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_i64(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Hashes the parts of `value` that are not encrypted: an object, or a list of objects, with these fields.
fn hash(value: &Value, fields: &[Field], hasher: &mut impl Hasher) {
    match value {
        Value::Null => 0_u8.hash(hasher),
        Value::Bool(boolean) => (1_u8, boolean).hash(hasher),
        Value::Number(number) => (2_u8, number.to_string()).hash(hasher),
        Value::String(text) => (3_u8, text).hash(hasher),
        Value::Array(list) => {
            (4_u8, list.len()).hash(hasher);
            list.iter().for_each(|value| hash(value, fields, hasher));
        }
        Value::Object(object) => {
            (5_u8, object.len()).hash(hasher);
            for (name, value) in object {
                let field = fields.iter().find(|field| field.name == name);
                if !field.is_some_and(Field::secret) {
                    name.hash(hasher);
                    hash(value, field.map_or(&[], Field::members), hasher);
                }
            }
        }
    }
}
