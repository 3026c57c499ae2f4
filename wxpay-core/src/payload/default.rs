//! Values that WeChat Pay uses for absent members.

use std::fmt;

use super::Kind;

/// The value that WeChat Pay uses if an optional member is absent, as its page says. It serves documentation and servers:
/// the client never sends a value that was not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DefaultValue {
    /// A text, or an enum's value as the wire spells it.
    Text(&'static str),
    /// An integer; for an amount, in fen.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
}

impl fmt::Display for DefaultValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(value) => value.fmt(f),
            Self::Boolean(value) => value.fmt(f),
        }
    }
}

/// Fails the build, on the field, if a type that the macro does not see cannot have the default. The macro itself checks the
/// default against the member's rules.
#[track_caller]
pub(super) const fn fit(kind: Kind, required: bool, default: DefaultValue) {
    assert!(!required, "`default` stands for an absent member; this field is required");
    let same_type = matches!(
        (kind, default),
        (Kind::Text | Kind::Choice(_), DefaultValue::Text(_))
            | (Kind::Integer | Kind::Fen | Kind::FenText, DefaultValue::Integer(_))
            | (Kind::Boolean, DefaultValue::Boolean(_))
    );
    assert!(same_type, "the `default` is of another type than this field");
    if let (Kind::Choice(values), DefaultValue::Text(text)) = (kind, default) {
        assert!(has(values, text), "the enum of this field does not have the `default`");
    }
}

const fn has(values: &[&str], text: &str) -> bool {
    let mut rest = values;
    while let [value, tail @ ..] = rest {
        if same(value.as_bytes(), text.as_bytes()) {
            return true;
        }
        rest = tail;
    }
    false
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, tail @ ..], [head, rest @ ..]) = (one, other) {
        if *first != *head {
            return false;
        }
        (one, other) = (tail, rest);
    }
    one.is_empty() && other.is_empty()
}
