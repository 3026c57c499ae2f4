//! The members that bind a signed answer to its request.
//!
//! The signature of an answer does not cover its request: a genuine answer about another order would verify. If an answer
//! repeats a member that identifies the subject of the request, the two values must be equal.

mod compare;

use std::borrow::Cow;

pub(crate) use compare::{Different, compare};

use crate::endpoint::Operation;
use crate::payload::{Field, Kind, Node, Object, Place, Rule};

/// A member of a request that its answer has to repeat, if the answer has a member of this name at its top level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Echo {
    member: Cow<'static, str>,
    sent: String,
    /// True for an integer, which may come back as a JSON number. Digits in a text may not.
    integer: bool,
    /// True for the business number.
    number: bool,
}

impl Operation {
    /// Tells whether an answer that has a member of this field's name at its top level must repeat the field's value.
    ///
    /// This holds for path parameters, texts and integers of the query, the business number and merchant numbers. It does not
    /// hold for encrypted members, URLs, and paging (`limit`, `offset`), which do not identify the subject.
    #[must_use]
    pub fn is_echoed(&self, field: &Field) -> bool {
        // A file repeats nothing.
        if self.file {
            return false;
        }
        let kind = field.kind;
        let is_number = || matches!(kind, Kind::Integer | Kind::Number(_) | Kind::IntText | Kind::Fen | Kind::FenText);
        let is_day = || matches!(kind, Kind::Date | Kind::CompactDate | Kind::CompactDateTime);
        let is_word = || matches!(kind, Kind::Text | Kind::Choice(_)) || is_number() || is_day();
        let is_url = || field.rules.iter().any(|rule| matches!(rule, Rule::Url { .. }));
        match field.place {
            Place::Path => true,
            Place::Query => is_word() && !PAGING.contains(&field.name) && !is_url(),
            _ => (self.number == Some(field.name) || is_merchant(field.name)) && is_word(),
        }
    }
}

/// Tells whether a member of the body names the merchant that the answer is about.
fn is_merchant(name: &str) -> bool {
    name.strip_suffix("mchid").is_some_and(|prefix| matches!(prefix, "" | "sp_" | "sub_"))
}

/// The members of `request` that its answer has to repeat.
pub(crate) fn echoes(operation: &Operation, request: &dyn Object) -> Vec<Echo> {
    let mut echoes = Vec::new();
    for (index, field) in request.table().fields.iter().enumerate() {
        if operation.is_echoed(field) {
            echoes.extend(Echo::of(field, request.member(index), operation.number == Some(field.name)));
        }
    }
    echoes
}

/// The business number among `echoes`.
pub(crate) fn number(echoes: &[Echo]) -> Option<&str> {
    echoes.iter().find(|echo| echo.number).map(|echo| echo.sent.as_str())
}

impl Echo {
    fn of(field: &'static Field, node: Node<'_>, number: bool) -> Option<Self> {
        let (sent, integer) = match node {
            Node::Text(text) => (text.into_owned(), false),
            Node::Choice { text, .. } => (text.to_owned(), false),
            Node::Number { text, .. } => (text.to_owned(), true),
            Node::Integer(value) => (value.to_string(), true),
            _ => return None,
        };
        Some(Self { member: Cow::Borrowed(field.name), sent, integer, number })
    }

    /// An echo read from a stored request.
    pub(crate) fn stored(member: String, sent: String, integer: bool, number: bool) -> Self {
        Self { member: Cow::Owned(member), sent, integer, number }
    }

    /// The same echo, marked as the business number if `number` is its member's name.
    pub(crate) fn with_number(&self, number: Option<&str>) -> Self {
        Self { number: number == Some(self.member()), ..self.clone() }
    }

    pub(crate) fn member(&self) -> &str {
        &self.member
    }

    pub(crate) fn sent(&self) -> &str {
        &self.sent
    }

    pub(crate) fn is_integer(&self) -> bool {
        self.integer
    }

    pub(crate) fn is_number(&self) -> bool {
        self.number
    }
}

/// Members of a query that select a part of a list; the answer may use other values.
const PAGING: [&str; 2] = ["limit", "offset"];
